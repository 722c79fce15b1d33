//! A day of which somebody left out what follows from today: its year, or since when every other week is counted.

use crate::ground::days::{Date, Weekday, days_from, days_later};

/// What is known of such a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDay {
    /// What stands for it in the corrected line.
    pub typed: String,
    /// What is known.
    pub known: KnownOfDay,
    /// Whether that is what the remark is about.
    pub asks: bool,
}

/// What is known of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownOfDay {
    /// Its day, month, and perhaps the weekday in front of it.
    DayAndMonth(i8, i8, Option<Weekday>),
    /// Its weekday, and whether its week has an even number; in English or not.
    InWeek(Weekday, bool, bool),
}

impl OpenDay {
    /// The day that is meant: the next one, and of news the last one.
    pub(super) fn meant(&self, today: Date, file: &str) -> Option<Date> {
        match self.known {
            KnownOfDay::InWeek(weekday, is_even, _) => {
                let fits =
                    |day: &Date| day.weekday() == weekday && (day.iso_week_date().week() % 2 == 0) == is_even;
                (0..21).map(|later| days_later(today, later)).find(fits)
            }
            KnownOfDay::DayAndMonth(day, month, weekday) => {
                let is_news = file.starts_with("nieuws/") || file.starts_with("news/");
                let years = (today.year() - 1)..=(today.year() + 4);
                let days = years.filter_map(|year| Date::new(year, month, day).ok());
                let mut days = days.filter(|day| weekday.is_none_or(|weekday| weekday == day.weekday()));
                let near = match is_news {
                    true => days.rfind(|day| *day <= today),
                    false => days.find(|day| *day >= today),
                };
                near.filter(|day| days_from(today, *day).abs() < 800)
            }
        }
    }

    /// How it is written out.
    pub(super) fn written(&self, day: Date) -> String {
        match self.known {
            KnownOfDay::InWeek(_, _, is_english) => {
                let words = crate::ground::days::date_in_words(day);
                if is_english { words.en } else { words.nl }
            }
            KnownOfDay::DayAndMonth(..) => {
                let bare = self.typed.trim_end_matches(['-', '/', '.', ' ']);
                let is_figures = bare.bytes().all(|byte| byte.is_ascii_digit() || b"-/.".contains(&byte));
                let sign = bare.chars().find(|letter| "-/.".contains(*letter)).filter(|_| is_figures);
                format!("{bare}{}{}", sign.unwrap_or(' '), day.year())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(typed: &str, (day, month): (i8, i8), weekday: Option<Weekday>, file: &str) -> Option<String> {
        let known = KnownOfDay::DayAndMonth(day, month, weekday);
        let open = OpenDay { typed: typed.to_owned(), known, asks: true };
        open.meant(Date::constant(2026, 11, 28), file).map(|meant| open.written(meant))
    }

    #[test]
    fn a_year_that_was_left_out_is_the_next_one_that_fits() {
        let agenda = "agenda/a.md";
        assert_eq!(written("5 december", (5, 12), None, agenda).as_deref(), Some("5 december 2026"));
        assert_eq!(written("24-12", (24, 12), None, agenda).as_deref(), Some("24-12-2026"));
        assert_eq!(written("8 maart", (8, 3), None, agenda).as_deref(), Some("8 maart 2027"));
        assert_eq!(written("8 maart", (8, 3), None, "nieuws/a.md").as_deref(), Some("8 maart 2026"));
        let saturday = Some(Weekday::Saturday);
        assert_eq!(
            written("za 5 december", (5, 12), saturday, agenda).as_deref(),
            Some("za 5 december 2026")
        );
        let monday = Some(Weekday::Monday);
        assert_eq!(written("maandag 5 december", (5, 12), monday, agenda), None, "in no year that is near");
    }

    #[test]
    fn every_other_week_is_counted_from_the_next_one() {
        let week = |is_even| OpenDay {
            typed: "…".to_owned(),
            known: KnownOfDay::InWeek(Weekday::Tuesday, is_even, false),
            asks: false,
        };
        let first =
            |is_even| week(is_even).meant(Date::constant(2026, 11, 28), "").map(|day| day.to_string());
        assert_eq!(first(true).as_deref(), Some("2026-12-08"), "week 50");
        assert_eq!(first(false).as_deref(), Some("2026-12-01"), "week 49");
    }
}
