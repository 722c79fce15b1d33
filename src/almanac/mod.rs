//! Floor 4: a [`Village`](crate::village::Village) and a day become an [`Almanac`]: what is shown, what
//! happens when, and who refers to whom. Pure: the same village and day give the same almanac.

mod holidays;
mod days_off;
mod opening;
mod recurrence;
mod seasons;
mod series;
mod occurrence;
mod clocks;
mod intended_time;
mod expand;
mod program;
mod back_links;
mod derive;
mod cache;
mod messages;
mod clashes;
mod twice;
mod changed_places;
mod minutes;
mod far_years;
mod news_ahead;
mod checked_ahead;
mod working_days;
mod moved;
mod photos;
mod review;
mod figures;
mod namesakes;
mod region;

pub use back_links::BackLinks;
pub use cache::{AlmanacCache, derive_cached};
pub use days_off::DaysOff;
pub use derive::{Almanac, derive};
pub use expand::Window;
pub use figures::{Cost, Figures, Named, Row, Tally};
pub use occurrence::{Announced, Occurrence, all_along, can_be_on_now, moment};
pub use opening::{Different, Timetable, WeekRun, hours_on, seasons};
pub use program::ProgramLine;
pub use recurrence::days_of;
pub use region::{
    Municipality, OccurrenceRef, OccurrenceView, RegionKind, RegionNews, RegionProvince, Regional, Totals,
    derive_region,
};
pub use review::review;
pub use series::{Series, Strand};
