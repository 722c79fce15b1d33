//! Floor 3: turns photos as people drop them into light pictures that show nothing but what can be seen:
//! upright, in a few widths, without a trace of where and with what they were taken. Knows nothing about
//! villages. What the files themselves reveal is reported, and can be removed.

mod format;
mod cut;
mod left_out;
mod hostile;
mod trouble;
mod jpeg;
mod open;
mod colour;
mod scale;
mod frame;
mod sharing;
mod icons;
mod moving;
mod drawing;
mod develop;
mod photo;
mod messages;
mod theme_drawing;
mod pixel_budget;
mod batch;
mod notes;

pub use batch::{DevelopedFile, PhotoCache, Wanted, develop_all};
pub use cut::Cut;
pub use format::Format;
pub use hostile::Danger;
pub use left_out::LeftOut;
pub use messages::why;
pub use notes::{
    Cleaned, FileMetadata, MetadataCache, clean_all, metadata_diagnostics, unnamed_photo_diagnostics,
};
pub use photo::{Held, Photo, PhotoMark, PhotoVersion};
pub use theme_drawing::safe_drawing;
pub use trouble::Trouble;
