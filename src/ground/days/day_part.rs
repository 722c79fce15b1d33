//! The parts of the day: their names and hours.

use super::time_of_day::TimeOfDay;
use crate::ground::words::Pair;

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// From six o'clock until noon.
    Morning,
    /// From noon until five.
    Afternoon,
    /// From five until midnight.
    Evening,
    /// From midnight until six.
    Night,
}

impl DayPart {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Evening, Self::Night];

    /// Returns its name: `ochtend` and `morning`.
    pub fn name(self) -> Pair {
        match self {
            Self::Morning => Pair::new("ochtend", "morning"),
            Self::Afternoon => Pair::new("middag", "afternoon"),
            Self::Evening => Pair::new("avond", "evening"),
            Self::Night => Pair::new("nacht", "night"),
        }
    }

    /// Returns the hours at which it begins and ends.
    pub fn hours(self) -> (u16, u16) {
        match self {
            Self::Morning => (6, 12),
            Self::Afternoon => (12, 17),
            Self::Evening => (17, 24),
            Self::Night => (0, 6),
        }
    }

    /// Returns the part that a time falls in; midnight at the end of a day counts as night.
    pub fn of(time: TimeOfDay) -> Self {
        let is_in = |part: &Self| (part.hours().0..part.hours().1).contains(&time.hour());
        Self::ALL.into_iter().find(is_in).unwrap_or(Self::Night)
    }

    /// Whether people may say that a time falls in this part, which is more generous than its hours.
    pub fn may_include(self, time: TimeOfDay) -> bool {
        match self {
            Self::Morning => (4..13).contains(&time.hour()),
            Self::Afternoon => (11..19).contains(&time.hour()),
            Self::Evening => time.hour() >= 16 || time.minutes() == 0,
            Self::Night => !(7..22).contains(&time.hour()),
        }
    }
}
