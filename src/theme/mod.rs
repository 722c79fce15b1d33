//! Floor 3: layers of theme files become a [`Theme`]. It knows nothing of villages; a theme is data.

mod messages;
mod layer;
mod standard;
mod words;
mod missing;
mod load;

pub use layer::{Layer, Layered};
pub use load::Theme;
pub use missing::{MissingWord, missing_words};
pub use standard::{API, standard_layers};
pub use words::{Words, fill};
