//! Floor 8: prepares a village folder for publishing: the files that let a host build the site, and guides
//! for the webmaster. Texts in, texts out; writing them is up to the floor below.

mod release;
mod template;
mod guides;
mod flows;
mod spread;
mod site_text;
mod site_file;
mod theme_pin;

pub use flows::{Publishing, all_paths, files, paths_of};
pub use guides::{explanation, guide_path};
pub use site_file::with_host;
pub use spread::{MACHINES, OWN_FOLDERS, SITES, has_release_checksum, spread};
pub use theme_pin::{Pin, pin_lines, with_theme, without_theme};
