//! Fits a theme to a site: its colours, its files and the parts that all pages share.

mod theme_cache;
mod shared_parts;
mod palette;
mod settings_style;
mod assets;

pub(super) use assets::Assets;
pub use palette::contrast;
pub(super) use palette::{hex, readable_tone};
pub(super) use shared_parts::{SharedParts, Spot};
pub(super) use theme_cache::Fitted;
pub use theme_cache::ThemeCache;
