//! The year that is meant by a day without one: this follows from its field, and from the fields beside it.

use super::reader::FieldReader;
use crate::ground::{Date, MeantYear, Side, Weekday, parse_date, weekday_from_word};

/// Folders in which a day is that of something in the past.
const OF_NEWS: [&str; 2] = ["nieuws", "news"];

/// Returns which year is meant for the day that is read now.
pub(crate) fn meant_year(reader: &FieldReader<'_>) -> MeantYear {
    let not_before_day_of = |keys: &[&str]| MeantYear {
        not_before: keys.iter().find_map(|key| sibling_day(key, reader)),
        ..MeantYear::default()
    };
    let is_recurring = reader.is_given("repeats");
    match reader.key() {
        "checked_on" | "modified" => MeantYear::on_side(Side::Back),
        "date" if reader.file().path.top().is_some_and(|top| OF_NEWS.contains(&top)) => {
            MeantYear::on_side(Side::Back)
        }
        "previous_date" => MeantYear::on_side(Side::Nearest),
        "date" if !is_recurring => MeantYear::default(),
        "date" | "from" => {
            MeantYear { weekdays: sibling_weekdays(reader), ..MeantYear::on_side(Side::Nearest) }
        }
        "except" | "changes" => {
            MeantYear { weekdays: sibling_weekdays(reader), ..not_before_day_of(&["from", "date"]) }
        }
        "until" => not_before_day_of(&["from", "date"]),
        "end_date" => not_before_day_of(&["date"]),
        "publish_until" => not_before_day_of(&["publish_from"]),
        _ => MeantYear::default(),
    }
}

fn sibling_day(key: &str, reader: &FieldReader<'_>) -> Option<Date> {
    parse_date(reader.sibling_value(key)?).ok().map(|found| found.date)
}

/// Returns the days of the week that a rule names one by one.
fn sibling_weekdays(reader: &FieldReader<'_>) -> Vec<Weekday> {
    let rule = reader.sibling_value("repeats").unwrap_or_default().to_lowercase();
    let words: Vec<&str> = rule.split(|letter: char| !letter.is_alphanumeric()).collect();
    let is_for_a_range = |word: &&str| ["t", "tot", "to", "through"].contains(word);
    if rule.contains('-') || words.iter().any(is_for_a_range) {
        return Vec::new();
    }
    words.into_iter().filter_map(weekday_from_word).collect()
}
