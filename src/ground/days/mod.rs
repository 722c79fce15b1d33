//! Days and times: the library for them, their names, and how people in a village write them.

mod civil;
mod calendar_words;
mod time;

pub use calendar_words::{
    WORKDAYS, date_in_words, day_in_words, month_from_word, month_in_words, month_names, number_in_words,
    weekday_from_word, weekday_in_words, weekday_names, weekday_number,
};
pub use civil::{Date, DateSpan, DateTime, TimeZone, Timestamp, Weekday, ZonedDateTime, dutch_zone};
pub use time::{
    DateProblem, DateText, TimeOfDay, TimeProblem, days_from, days_later, monday_of, nearest_day, parse_date,
    parse_time, times_between,
};
