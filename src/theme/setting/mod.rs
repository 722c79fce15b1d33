//! What a village can set in a theme: declared in `theme.yaml`, chosen in `site.yaml`.

mod takes;
mod values;
mod setting_messages;
mod declared;
mod choose;
mod schema;

pub use choose::{ChosenSetting, chosen};
pub use declared::{Setting, SettingKind, declared};
pub use schema::settings_schema;
pub use takes::SettingType;
pub use values::SettingValue;
