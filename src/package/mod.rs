//! Floor 4: packages of themes: one file, with a list of its contents, signed, and listed in an index. Pure:
//! bytes in, bytes out. The input may come from anyone.

mod names;
mod head;
mod unfit;
mod messages;
mod unpack;
mod pack;
mod signature;
mod index;
mod lock;
mod reconstructed;
mod review;

pub use head::{LIST_FILE, PackageHead};
pub use index::{INDEX_FILE, Index, LARGEST_INDEX, Offer, make_index, read_index, write_index};
pub use lock::{Adopted, FormerVersion, Lock, LockedTheme, read_lock, write_lock};
pub use names::{Misnamed, is_file_name};
pub use pack::pack;
pub use reconstructed::{added_by_package, reconstructed};
pub use review::{Pinned, review, stale_files};
pub use signature::{
    Distrust, KEY_ENDING, Key, KeyFiles, LARGEST_KEY_FILE, SIGNATURE_ENDING, make_keys, needs_password, sign,
    verify,
};
pub use unfit::Unfit;
pub use unpack::{LARGEST_PACKAGE, Package, changed_files, has_checksum, open, sums_of};
