//! A day whose date depends on today: one without a year, one such as `maandag`, or the day from which every
//! other week is counted.

use crate::ground::days::{Date, SpokenDay, Weekday, date_in_words, day_in_words, days_from, days_later};
use crate::ground::words::Locale;

/// A day whose date depends on today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDay {
    /// The text that stands for it in the corrected line.
    pub typed: String,
    /// What is known about it.
    pub known: PartialDay,
    /// Whether the hint asks if this day is the one that is meant.
    pub is_question: bool,
    /// Which year is meant.
    pub year: MeantYear,
}

/// Which year is meant by a day without one. By default, the next year in which the day occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeantYear {
    /// On which side of today the day lies.
    pub side: Side,
    /// The earliest day that it can be.
    pub not_before: Option<Date>,
    /// The weekdays on which it falls, if known: a year in which it falls on one of these is preferred.
    pub weekdays: Vec<Weekday>,
}

/// On which side of today a day lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Today or later.
    #[default]
    Ahead,
    /// Today or earlier.
    Back,
    /// Whichever is nearest to today.
    Nearest,
}

/// What is known about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDay {
    /// Its day and month, as they were typed.
    DayAndMonth {
        /// From 1.
        day: i8,
        /// From 1.
        month: i8,
        /// The weekday in front of them.
        weekday: Option<Weekday>,
    },
    /// Its day and month. A placeholder in the corrected line becomes the whole date in words.
    InFull {
        /// From 1.
        day: i8,
        /// From 1.
        month: i8,
        /// The language of these words.
        locale: Locale,
    },
    /// Its weekday and its week. A placeholder in the corrected line becomes the whole date in words.
    InWeek {
        /// Its weekday.
        weekday: Weekday,
        /// Whether its week number is even (ISO 8601).
        is_even: bool,
        /// The language of these words.
        locale: Locale,
    },
    /// A day as people say it: `morgen`, `maandag`.
    Spoken {
        /// The spoken day.
        day: SpokenDay,
        /// The language in which the date is written out.
        locale: Locale,
    },
}

impl OpenDay {
    /// Returns the day that is meant, given today's date.
    pub(super) fn meant(&self, today: Date) -> Option<Date> {
        match self.known {
            PartialDay::Spoken { day, .. } => Some(self.year.meant_spoken_day(day, today)),
            PartialDay::InWeek { weekday, is_even, .. } => {
                let fits =
                    |day: &Date| day.weekday() == weekday && (day.iso_week_date().week() % 2 == 0) == is_even;
                (0..21).map(|later| days_later(today, later)).find(fits)
            }
            PartialDay::DayAndMonth { day, month, .. } | PartialDay::InFull { day, month, .. } => {
                let years = (today.year() - 1)..=(today.year() + 4);
                let days = years.filter_map(|year| Date::new(year, month, day).ok());
                let days: Vec<Date> = days
                    .filter(|day| self.weekday().is_none_or(|weekday| weekday == day.weekday()))
                    .filter(|day| self.year.not_before.is_none_or(|first| first <= *day))
                    .collect();
                self.year.day_among(&days, today).filter(|day| days_from(today, *day).abs() < 800)
            }
        }
    }

    /// Returns the weekday that was typed in front of it.
    fn weekday(&self) -> Option<Weekday> {
        if let PartialDay::DayAndMonth { weekday, .. } = self.known { weekday } else { None }
    }

    /// Whether the text that stands for it is a placeholder, not something that the user wrote.
    pub(super) fn is_sign(&self) -> bool {
        matches!(self.known, PartialDay::InFull { .. } | PartialDay::InWeek { .. })
    }

    /// Returns the day as it is written out.
    pub(super) fn written(&self, day: Date) -> String {
        match self.known {
            PartialDay::InWeek { locale, .. } | PartialDay::InFull { locale, .. } => {
                date_in_words(day).in_locale(locale).to_owned()
            }
            PartialDay::Spoken { day: SpokenDay::Away(_), locale } => {
                date_in_words(day).in_locale(locale).to_owned()
            }
            // Whoever wrote a weekday gets that weekday back, next to the date.
            PartialDay::Spoken { locale, .. } => day_in_words(day).in_locale(locale).to_owned(),
            PartialDay::DayAndMonth { .. } => {
                let bare = self.typed.trim_end_matches(['-', '/', '.', ' ']);
                let is_figures = bare.bytes().all(|byte| byte.is_ascii_digit() || b"-/.".contains(&byte));
                let sign = bare.chars().find(|letter| "-/.".contains(*letter)).filter(|_| is_figures);
                format!("{bare}{}{}", sign.unwrap_or(' '), day.year())
            }
        }
    }
}

impl MeantYear {
    /// Returns the year for a day on this side of today, with nothing else known.
    pub fn on_side(side: Side) -> Self {
        Self { side, ..Self::default() }
    }

    /// Returns the day that a spoken day means: for news the last Monday, for something ahead the next one.
    fn meant_spoken_day(&self, day: SpokenDay, today: Date) -> Date {
        let first = day.date_seen_from(self.not_before.filter(|first| *first > today).unwrap_or(today));
        match (day, self.side) {
            (SpokenDay::First(_), Side::Ahead) => first,
            (SpokenDay::First(weekday), Side::Back) if first > today => {
                SpokenDay::Last(weekday).date_seen_from(today)
            }
            (SpokenDay::First(weekday), Side::Nearest) if days_from(today, first) > 3 => {
                SpokenDay::Last(weekday).date_seen_from(today)
            }
            _ => day.date_seen_from(today),
        }
    }

    /// Picks the day that is meant from the possible ones, which are sorted from early to late.
    fn day_among(&self, days: &[Date], today: Date) -> Option<Date> {
        let away = |day: &Date| days_from(today, *day).abs();
        let on_weekday = days.iter().filter(|day| self.weekdays.contains(&day.weekday()));
        if let Some(fits) = on_weekday.copied().min_by_key(away).filter(|day| away(day) <= NEAR) {
            return Some(fits);
        }
        // Of something that began not long ago, days since its beginning count as well.
        let begun = self.not_before.filter(|first| (0..NEAR).contains(&days_from(*first, today)));
        match self.side {
            Side::Ahead => days.iter().find(|day| begun.is_some() || **day >= today).copied(),
            Side::Back => days.iter().rfind(|day| **day <= today).copied(),
            Side::Nearest => days.iter().copied().min_by_key(away),
        }
    }
}

/// In days: less than a year from today.
const NEAR: i64 = 300;

#[cfg(test)]
mod tests {
    use super::*;

    fn written(typed: &str, (day, month): (i8, i8), weekday: Option<Weekday>, side: Side) -> Option<String> {
        let known = PartialDay::DayAndMonth { day, month, weekday };
        let open =
            OpenDay { typed: typed.to_owned(), known, is_question: true, year: MeantYear::on_side(side) };
        open.meant(Date::constant(2026, 11, 28)).map(|meant| open.written(meant))
    }

    fn year(day: (i8, i8), year: MeantYear) -> Option<i16> {
        let known = PartialDay::DayAndMonth { day: day.0, month: day.1, weekday: None };
        let open = OpenDay { typed: String::new(), known, is_question: true, year };
        open.meant(Date::constant(2026, 11, 28)).map(Date::year)
    }

    #[test]
    fn a_missing_year_is_the_first_one_that_fits() {
        let agenda = Side::Ahead;
        assert_eq!(written("5 december", (5, 12), None, agenda).as_deref(), Some("5 december 2026"));
        assert_eq!(written("24-12", (24, 12), None, agenda).as_deref(), Some("24-12-2026"));
        assert_eq!(written("8 maart", (8, 3), None, agenda).as_deref(), Some("8 maart 2027"));
        assert_eq!(written("8 maart", (8, 3), None, Side::Back).as_deref(), Some("8 maart 2026"));
        let saturday = Some(Weekday::Saturday);
        assert_eq!(
            written("za 5 december", (5, 12), saturday, agenda).as_deref(),
            Some("za 5 december 2026")
        );
        let monday = Some(Weekday::Monday);
        assert_eq!(written("maandag 5 december", (5, 12), monday, agenda), None, "not in any nearby year");
    }

    #[test]
    fn a_year_in_which_the_weekday_fits_is_preferred() {
        let tuesday = |side| MeantYear { side, weekdays: vec![Weekday::Tuesday], not_before: None };
        assert_eq!(year((6, 10), tuesday(Side::Nearest)), Some(2026), "it began on a Tuesday");
        assert_eq!(year((3, 11), tuesday(Side::Ahead)), Some(2026));
        assert_eq!(year((2, 2), tuesday(Side::Ahead)), Some(2027), "an upcoming Tuesday");
        assert_eq!(year((5, 10), tuesday(Side::Nearest)), Some(2026), "a Monday, in the nearest year");
        assert_eq!(year((6, 10), MeantYear::on_side(Side::Ahead)), Some(2027));
    }

    #[test]
    fn a_day_within_a_series_comes_after_its_start() {
        let since = |year, month, day| MeantYear {
            not_before: Some(Date::constant(year, month, day)),
            ..MeantYear::default()
        };
        assert_eq!(year((3, 11), since(2026, 10, 6)), Some(2026));
        assert_eq!(year((3, 1), since(2026, 10, 6)), Some(2027));
        assert_eq!(year((3, 11), since(2019, 10, 6)), Some(2027), "a start long ago says nothing");
        assert_eq!(year((5, 1), since(2027, 12, 30)), Some(2028));
    }

    #[test]
    fn a_weekday_is_looked_for_in_the_direction_of_its_field() {
        let corrected_day = |year: MeantYear, day| {
            let known = PartialDay::Spoken { day, locale: Locale::Dutch };
            let open = OpenDay { typed: "maandag".to_owned(), known, is_question: true, year };
            open.meant(Date::constant(2026, 11, 28)).map(|meant| open.written(meant))
        };
        let monday = SpokenDay::First(Weekday::Monday);
        for (side, day) in [
            (Side::Ahead, "maandag 30 november 2026"),
            (Side::Back, "maandag 23 november 2026"),
            (Side::Nearest, "maandag 30 november 2026"),
        ] {
            assert_eq!(corrected_day(MeantYear::on_side(side), monday).as_deref(), Some(day), "{side:?}");
        }
        let after = MeantYear { not_before: Some(Date::constant(2026, 12, 12)), ..MeantYear::default() };
        assert_eq!(
            corrected_day(after, monday).as_deref(),
            Some("maandag 14 december 2026"),
            "the last day of it"
        );
        let tomorrow = SpokenDay::Away(1);
        assert_eq!(
            corrected_day(MeantYear::on_side(Side::Back), tomorrow).as_deref(),
            Some("29 november 2026")
        );
    }

    #[test]
    fn every_other_week_starts_with_the_next_matching_week() {
        let week = |is_even| OpenDay {
            typed: "…".to_owned(),
            known: PartialDay::InWeek { weekday: Weekday::Tuesday, is_even, locale: Locale::Dutch },
            is_question: false,
            year: MeantYear::default(),
        };
        let first = |is_even| week(is_even).meant(Date::constant(2026, 11, 28)).map(|day| day.to_string());
        assert_eq!(first(true).as_deref(), Some("2026-12-08"), "week 50");
        assert_eq!(first(false).as_deref(), Some("2026-12-01"), "week 49");
    }
}
