//! Floor 9: themes beside a site: where they are offered, whether they can be trusted, how they come and go. Everything
//! is looked at before anything is written, and what is written is written as a whole or not at all.

mod messages;
mod folder_messages;
mod location;
mod said;
mod kept;
mod condition;
mod regain;
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
