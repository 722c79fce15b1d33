//! Asks which day is meant when a change of a series names only a year: `2027: afgelast`.

use crate::field::FieldReader;
use crate::ground::{Code, Date, Diagnostic, both, date_in_words};
use crate::read::Key;
use crate::village::rule::{Frequency, rule_of};

/// Returns the year, if the words are a year and nothing more.
pub(super) fn year_alone(words: &str) -> Option<i16> {
    let words = words.trim();
    words.parse().ok().filter(|year| words.len() == 4 && (2000..2100).contains(year))
}

/// Asks for the day in this year, and fills it in if the series has exactly one.
pub(super) fn which_day(reader: &FieldReader<'_>, key: &Key, year: i16) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadChange,
        reader.place(key.span),
        both(format!("welke dag in {year} is anders?"), format!("which day in {year} is different?")),
    );
    let Some(day) = only_day_in(reader, year) else {
        return remark.hint(both(
            format!("schrijf de hele datum, bijvoorbeeld: 12 september {year}"),
            format!("write the date in full, for example: 12 September {year}"),
        ));
    };
    let words = date_in_words(day);
    let written = words.in_locale(reader.locale().unwrap_or_default()).to_owned();
    remark.hint(both("schrijf de hele datum", "write the date in full")).correction_with(Some(&written))
}

/// Returns the day of the series beside this value in a year, if its rule names one day of every year.
fn only_day_in(reader: &FieldReader<'_>, year: i16) -> Option<Date> {
    let rule = rule_of(reader.sibling_value("repeats")?.trim_matches(['"', '\'']))?;
    let is_plain = rule.frequency == Frequency::Yearly && rule.interval == 1 && rule.by_day.is_empty();
    match (rule.by_month.as_slice(), rule.by_month_day.as_slice()) {
        ([month], [day]) if is_plain => Date::new(year, *month, *day).ok(),
        _ => None,
    }
}
