//! Floor 3: photos as people drop them become light pictures that tell nothing but what is to be seen: upright,
//! in a few widths, without a word of where and with what they were taken. Knows nothing of villages.
//! What the files themselves tell beside what is to be seen, is told and can be taken out.

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
pub use notes::{Cleaned, FileNotes, NotesCache, clean_all, tell_all, tell_unnamed};
pub use photo::{Held, Photo, PhotoMark, PhotoVersion};
pub use theme_drawing::safe_drawing;
pub use trouble::Trouble;
