//! Floor 8: from a village folder to the internet: the files that let a host make the site, and how a webmaster
//! goes about it. Texts in, texts out; writing is for the floor below.

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
pub use spread::{MACHINES, SITES, knows_program, spread};
pub use theme_pin::{Pin, pin_lines, with_theme, without_theme};
