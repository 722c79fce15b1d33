//! Floor 9: a site's themes: where they are offered, whether they can be trusted, and how they are installed.
//! Everything is checked before anything is written, and a change is written completely or not at all.

mod messages;
mod folder_messages;
mod location;
mod notices;
mod kept;
mod condition;
mod rebuilt_lock;
mod installed;
mod offers;
mod parcel;
mod arrange;
mod add;
mod update;
mod rollback;
mod remove;
mod list;
mod own;

pub use add::{AddRequest, add};
pub use arrange::Change;
pub use installed::{InstalledThemes, installed_themes};
pub use list::{InstalledTheme, list};
pub use location::Location;
pub use offers::{PackageFolder, is_package, packages_in};
pub use own::{Adoption, Drift, Holder, OwnFiles, Part};
pub use remove::remove;
pub use rollback::rollback;
pub use update::{Update, update};
