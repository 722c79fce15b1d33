//! Days and times in the words of the theme: "woensdag 28 oktober 2026, 19.30–21.30 uur".

use super::templates::{Value, map};
use crate::almanac::Occurrence;
use crate::ground::{Date, DateTime, TimeOfDay};
use crate::theme::Words;
use crate::village::Precision;

/// Writes days and times in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateWords<'w> {
    words: &'w Words,
}

impl<'w> DateWords<'w> {
    pub(super) fn new(words: &'w Words) -> Self {
        Self { words }
    }

    pub(super) fn weekday(&self, day: Date) -> &'w str {
        self.words.nth("dates.weekdays", weekday_index(day))
    }

    pub(super) fn weekday_of_index(&self, index: usize) -> &'w str {
        self.words.nth("dates.weekdays", index)
    }

    pub(super) fn short_weekday_of_index(&self, index: usize) -> &'w str {
        self.words.nth("dates.weekdays_short", index)
    }

    pub(super) fn month(&self, month: i8) -> &'w str {
        self.words.nth("dates.months", month_index(month))
    }

    /// By a pattern of the theme: `{weekday} {day} {month} {year}`, and the shortened `{wd}` and `{mon}`.
    fn by(&self, pattern: &str, day: Date) -> String {
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.words.filled(
            pattern,
            &[
                ("weekday", self.weekday(day)),
                ("wd", self.words.nth("dates.weekdays_short", weekday_index(day))),
                ("day", &number),
                ("month", self.month(day.month())),
                ("mon", self.words.nth("dates.months_short", month_index(day.month()))),
                ("year", &year),
            ],
        )
    }

    /// `woensdag 28 oktober 2026`
    pub(super) fn long(&self, day: Date) -> String {
        self.by("dates.long", day)
    }

    /// `28`, as it stands before "tot en met"
    pub(super) fn day_only(&self, day: Date) -> String {
        self.by("dates.day_only", day)
    }

    /// `28 oktober`
    pub(super) fn day_month(&self, day: Date) -> String {
        self.by("dates.day_month", day)
    }

    /// `28 oktober 2026`
    pub(super) fn plain(&self, day: Date) -> String {
        self.by("dates.plain", day)
    }

    /// `wo 28 okt`
    pub(super) fn short(&self, day: Date) -> String {
        self.by("dates.short", day)
    }

    /// `oktober 2026`
    pub(super) fn month_year(&self, day: Date) -> String {
        self.by("dates.month_year", day)
    }

    /// `28 oktober 2026`, `oktober 2026` or `2026`, as far as it is known.
    pub(super) fn as_known(&self, day: Date, precision: Precision) -> String {
        match precision {
            Precision::Day => self.plain(day),
            Precision::Month => self.month_year(day),
            Precision::Year => day.year().to_string(),
        }
    }

    /// `19.30`
    pub(super) fn time(&self, time: TimeOfDay) -> String {
        let (hour, minute) = (time.hour().to_string(), format!("{:02}", time.minute()));
        let padded = format!("{:02}", time.hour());
        self.words.filled("dates.time", &[("hour", &hour), ("hh", &padded), ("minute", &minute)])
    }

    /// `19.30–21.30 uur`, or `19.30 uur` when the end is not known.
    pub(super) fn times(&self, start: TimeOfDay, end: Option<TimeOfDay>) -> String {
        let from = self.time(start);
        match end {
            Some(end) => self.words.filled("dates.times", &[("from", &from), ("until", &self.time(end))]),
            None => self.words.filled("dates.at", &[("from", &from)]),
        }
    }

    /// Everything that templates may want of a day.
    pub(super) fn day(&self, day: Date) -> Value {
        map([
            ("iso", day.to_string().into()),
            ("long", self.long(day).into()),
            ("short", self.short(day).into()),
            ("plain", self.plain(day).into()),
            ("day_month", self.by("dates.day_month", day).into()),
            ("weekday_day", self.by("dates.weekday_day", day).into()),
            ("month_year", self.month_year(day).into()),
            ("weekday", self.weekday(day).into()),
            ("wd", self.words.nth("dates.weekdays_short", weekday_index(day)).into()),
            ("day", day.day().into()),
            ("mon", self.words.nth("dates.months_short", month_index(day.month())).into()),
            ("month", day.month().into()),
            ("year", day.year().into()),
        ])
    }

    /// When something takes place: days, times, and both in words.
    pub(super) fn when(&self, occurrence: &Occurrence) -> Value {
        let times = occurrence.start.map(|start| self.times(start, occurrence.end));
        let days = if occurrence.takes_days() {
            let (from, until) = (self.long(occurrence.first_day), self.long(occurrence.last_day));
            self.words.filled("dates.days", &[("from", &from), ("until", &until)])
        } else {
            self.long(occurrence.first_day)
        };
        let words = match &times {
            Some(times) => self.words.filled("dates.day_and_time", &[("day", &days), ("time", times)]),
            None => days.clone(),
        };
        map([
            ("first_day", self.day(occurrence.first_day)),
            ("last_day", self.day(occurrence.last_day)),
            ("takes_days", occurrence.takes_days().into()),
            ("start", occurrence.start.map(|start| self.time(start)).into()),
            ("end", occurrence.end.map(|end| self.time(end)).into()),
            ("time", times.into()),
            ("days", days.into()),
            ("words", words.into()),
            ("starts_iso", iso(occurrence.is_all_day(), occurrence.starts()).into()),
        ])
    }
}

/// For `<time datetime>`: local, as the HTML standard allows.
fn iso(all_day: bool, moment: DateTime) -> String {
    if all_day { moment.date().to_string() } else { moment.strftime("%Y-%m-%dT%H:%M").to_string() }
}

fn weekday_index(day: Date) -> usize {
    usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0)
}

fn month_index(month: i8) -> usize {
    usize::try_from(month - 1).unwrap_or(0)
}
