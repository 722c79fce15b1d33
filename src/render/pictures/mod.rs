//! Pictures on pages: which are shown, at which sizes and with which words, and which must be made for that.

mod used;
mod wanted;
mod shown;
mod site_icons;
mod img;

pub(super) use img::{DisplayWidth, Loading, figcaption, img, side_by_side};
pub use shown::published_file;
pub(super) use shown::{all_versions, file_address, page_versions, shown_picture, versions_of_cut};
pub(super) use site_icons::site_icons;
pub use used::copied_files;
pub(super) use used::used_files;
pub(super) use wanted::site_sharing_picture;
pub use wanted::{WantedPhoto, focuses, needed_photos};
