//! Which days the name of a holiday stands for in this village: public holidays are computed, school holidays
//! come from the list.

use std::collections::BTreeSet;

use super::holidays::{day_of, public_holidays};
use crate::ground::Date;
use crate::village::{Exception, Period, SchoolRegion, Village};

/// The years for which public holidays are computed in advance.
const YEARS: std::ops::RangeInclusive<i16> = 2015..=2055;

/// The public and school holidays of a village.
#[derive(Clone, Debug, Default)]
pub struct DaysOff {
    public: BTreeSet<Date>,
    school: Vec<Period>,
    covers_until: Option<Date>,
}

impl DaysOff {
    /// Returns those of this village, by its region.
    pub fn of(village: &Village) -> Self {
        let public = YEARS.flat_map(public_holidays).map(|(_, day)| day).collect();
        let list = village.school_holidays.as_ref().zip(village.settings.region());
        let school = list
            .map_or_else(Vec::new, |(list, region): (_, SchoolRegion)| list.of(region).cloned().collect());
        let covers_until = list.and_then(|(list, region)| list.covers_until(region));
        Self { public, school, covers_until }
    }

    /// Returns the last day for which school holidays are known; nothing without a list or a region.
    pub fn school_known_until(&self) -> Option<Date> {
        self.covers_until
    }

    /// Whether a day is among those an exception names.
    pub fn covers(&self, exception: &Exception, day: Date) -> bool {
        let is = |holiday| day_of(holiday, day.year()) == Some(day);
        match exception {
            Exception::Day(named) => *named == day,
            Exception::Days(first, last) => (*first..=*last).contains(&day),
            Exception::Months(months) => months.contains(&day.month()),
            Exception::Holiday(holiday) => is(*holiday),
            Exception::Both(first, second) => is(*first) || is(*second),
            Exception::PublicHolidays => self.is_public_holiday(day),
            Exception::SchoolHolidays(name) => self.school.iter().any(|period| {
                (period.first..=period.last).contains(&day) && name.is_none_or(|name| period.name == name)
            }),
        }
    }

    /// Whether the whole country has this day off.
    pub fn is_public_holiday(&self, day: Date) -> bool {
        if YEARS.contains(&day.year()) {
            self.public.contains(&day)
        } else {
            public_holidays(day.year()).iter().any(|(_, holiday)| *holiday == day)
        }
    }
}
