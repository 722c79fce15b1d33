//! Dutch public holidays, computed for any year; Easter by the Gregorian computus (Meeus, Jones and Butcher).

use crate::ground::{Date, DateSpan, Weekday};
use crate::village::Holiday;

/// Returns the public holidays of a year, in calendar order. Good Friday is not one of them, but can be named
/// separately.
pub fn public_holidays(year: i16) -> Vec<(Holiday, Date)> {
    let mut days: Vec<(Holiday, Date)> =
        Holiday::PUBLIC.iter().filter_map(|holiday| Some((*holiday, day_of(*holiday, year)?))).collect();
    days.sort_by_key(|(_, day)| *day);
    days
}

/// Returns the day of a holiday in a year.
pub fn day_of(holiday: Holiday, year: i16) -> Option<Date> {
    let fixed = |month, day| Date::new(year, month, day).ok();
    let after_easter = |days: i64| easter(year)?.checked_add(DateSpan::new().days(days)).ok();
    match holiday {
        Holiday::NewYear => fixed(1, 1),
        Holiday::GoodFriday => after_easter(-2),
        Holiday::Easter => after_easter(0),
        Holiday::EasterMonday => after_easter(1),
        Holiday::KingsDay => {
            let day = fixed(4, 27)?;
            if day.weekday() == Weekday::Sunday { fixed(4, 26) } else { Some(day) }
        }
        Holiday::LiberationDay => fixed(5, 5),
        Holiday::Ascension => after_easter(39),
        Holiday::Whitsun => after_easter(49),
        Holiday::WhitMonday => after_easter(50),
        Holiday::Christmas => fixed(12, 25),
        Holiday::SecondChristmasDay => fixed(12, 26),
        Holiday::ChristmasEve => fixed(12, 24),
        Holiday::NewYearsEve => fixed(12, 31),
    }
}

/// Returns Easter Sunday of a year in the Gregorian calendar.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(holiday: Holiday, year: i16) -> String {
        day_of(holiday, year).map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn easter_falls_on_the_days_of_the_church_calendar() {
        for (year, day) in [
            (2024, "03-31"),
            (2025, "04-20"),
            (2026, "04-05"),
            (2027, "03-28"),
            (2038, "04-25"),
            (2285, "03-22"),
        ] {
            assert_eq!(on(Holiday::Easter, year), format!("{year}-{day}"));
        }
        assert_eq!(on(Holiday::Ascension, 2026), "2026-05-14");
        assert_eq!(on(Holiday::WhitMonday, 2026), "2026-05-25");
    }

    #[test]
    fn kings_day_never_falls_on_a_sunday() {
        assert_eq!(on(Holiday::KingsDay, 2025), "2025-04-26");
        assert_eq!(on(Holiday::KingsDay, 2026), "2026-04-27");
        assert!(public_holidays(2026).iter().all(|(_, day)| *day != Date::constant(2026, 4, 3)));
        assert_eq!(public_holidays(2026).len(), 10);
    }
}
