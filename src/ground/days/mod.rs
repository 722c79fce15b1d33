//! Days and times: the library behind them, their names, and how people in a village write them.

mod civil;
mod calendar_words;
mod calendar;
mod time_of_day;
mod day_part;
mod written_time;
mod one_day;
mod until_words;
mod one_or_more_days;
mod spoken_day;

pub use calendar::{days_from, days_later, monday_of, nearest_day};
pub use calendar_words::{
    WORKDAYS, date_in_words, day_in_words, month_from_word, month_in_words, month_names, number_from_word,
    weekday_before_part, weekday_from_word, weekday_in_words, weekday_names, weekday_number,
};
pub use civil::{Date, DateSpan, DateTime, TimeZone, Timestamp, Weekday, ZonedDateTime, dutch_zone};
pub use day_part::DayPart;
pub use one_day::{DateProblem, DateText};
pub use one_or_more_days::parse_date;
pub use spoken_day::{SpokenDay, spoken_day};
pub use time_of_day::TimeOfDay;
pub use until_words::{BEFORE_LAST, first_and_last};
pub use written_time::{TimeProblem, parse_time, times_between};

#[cfg(test)]
mod tests;
