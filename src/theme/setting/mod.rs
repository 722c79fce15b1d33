//! What a village can set in a theme: declared in `theme.yaml`, chosen in `site.yaml`.

mod declared;
mod values;
mod choose;

pub use choose::{Chosen, chosen};
pub use declared::{Setting, SettingKind, SettingTakes, declared};
pub use values::SettingValue;
