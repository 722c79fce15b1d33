//! Floor 3: layers of theme files become a [`Theme`]. It knows nothing of villages; a theme is data.

mod contract;
mod layer;
mod standard;
mod messages;
mod manifest;
mod setting;
mod template;
mod words;
mod missing;
mod chain;
mod unused;
mod load;

pub use chain::Named;
pub use contract::{API, Contract, Former, PAGES, Renamed};
pub use layer::Layer;
pub use load::{Choice, Theme, VILLAGE_LAYER};
pub use manifest::{Manifest, THEME_FILE, read_manifest};
pub use missing::{MissingWord, missing_words};
pub use setting::{Chosen, Setting, SettingKind, SettingTakes, SettingValue, settings_schema};
pub use standard::{STANDARD, Shipped, shipped};
pub use template::{Prepared, TURN};
pub use unused::{Unused, unused};
pub use words::{Words, fill};
