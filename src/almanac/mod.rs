//! Floor 3: a [`Village`](crate::village::Village) and a day become an [`Almanac`]: what is shown, what happens
//! when, and who refers to whom. Pure: the same village and day give the same almanac.

mod holidays;
mod days_off;
mod recurrence;
mod occurrence;
mod back_links;
mod derive;
mod figures;

pub use back_links::BackLinks;
pub use days_off::DaysOff;
pub use derive::{Almanac, derive};
pub use figures::{Cost, DayPart, Figures, Named, Row, Tally};
pub use occurrence::Occurrence;
pub use recurrence::days_of;
