//! Opening hours: for every day of the week from when to when.

use crate::ground::{Code, Diagnostic, TimeOfDay, both, fold, parse_time, weekday_from_word};
use crate::read::{Key, Mapping, Node, Span, Value};
use crate::village::field::{Fact, FieldReader, Shape, Takes};

/// From when to when.
pub type Times = (TimeOfDay, TimeOfDay);

/// When a place is open in an ordinary week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpeningHours {
    /// For every day of the week, Monday first; empty when closed.
    pub week: [Vec<Times>; 7],
    /// A remark beside them.
    pub note: Option<String>,
}

impl Takes for OpeningHours {
    const SHAPE: Shape = Shape::Hours;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let mut hours = Self::default();
        match &node.value {
            Value::Map(mapping) => hours.read_days(mapping, reader),
            Value::Scalar(note) => hours.note = Some(note.trim().to_owned()),
            _ => {
                reader.say(not_hours(reader, node.span));
                return None;
            }
        }
        Some(hours)
    }

    fn fact(&self) -> Fact<'_> {
        let note = self.note.as_deref().map(Fact::Words);
        Fact::Group(vec![("week", Some(Fact::Hours(&self.week))), ("note", note)])
    }
}

impl OpeningHours {
    fn read_days(&mut self, mapping: &Mapping, reader: &mut FieldReader<'_>) {
        let mut given = [false; 7];
        for (key, node) in &mapping.entries {
            if matches!(fold(&key.text).as_str(), "toelichting" | "note" | "notes" | "opmerking") {
                self.note = reader.line(node).map(str::to_owned);
                continue;
            }
            let Some(days) = days_of(&key.text) else {
                reader.say(unknown_day(reader, key));
                continue;
            };
            let times = times_of(node, reader);
            for day in days {
                if given[day] {
                    reader.say(doubled_day(reader, key));
                    break;
                }
                given[day] = true;
                self.week[day].clone_from(&times);
            }
        }
    }

    /// Whether it is open on any day.
    pub fn is_ever_open(&self) -> bool {
        self.week.iter().any(|times| !times.is_empty())
    }
}

/// `maandag`, `ma-vr`, `dinsdag t/m donderdag`, `za en zo`, `elke dag`: days of the week, Monday is 0.
fn days_of(text: &str) -> Option<Vec<usize>> {
    let lower = text
        .to_lowercase()
        .replace("t/m", "-")
        .replace("tot en met", "-")
        .replace(" through ", "-")
        .replace(" to ", "-");
    match fold(&lower).as_str() {
        "elke dag" | "dagelijks" | "every day" | "daily" => return Some((0..7).collect()),
        "werkdagen" | "elke werkdag" | "doordeweeks" | "weekdays" => return Some((0..5).collect()),
        "weekend" | "weekeinde" => return Some(vec![5, 6]),
        _ => {}
    }
    let day = |word: &str| {
        let weekday = weekday_from_word(word.trim())?;
        usize::try_from(weekday.to_monday_zero_offset()).ok()
    };
    let mut days = Vec::new();
    for part in lower.replace(" en ", ",").replace(" and ", ",").replace('&', ",").split(',') {
        match part.split_once(['-', '–']) {
            Some((first, last)) => {
                let (first, last) = (day(first)?, day(last)?);
                let length = (last + 7 - first) % 7;
                days.extend((0..=length).map(|step| (first + step) % 7));
            }
            None => days.push(day(part)?),
        }
    }
    Some(days)
}

/// `9.00-12.00`, `9.00-12.00 en 13.30-17.00`, a list of those, or `gesloten`.
fn times_of(node: &Node, reader: &mut FieldReader<'_>) -> Vec<Times> {
    match &node.value {
        Value::Absent => Vec::new(),
        Value::List(items) => items.iter().flat_map(|item| times_of(item, reader)).collect(),
        Value::Map(_) => {
            reader.say(bad_hours(reader, node.span, "…"));
            Vec::new()
        }
        Value::Scalar(line) => {
            if matches!(fold(line).as_str(), "gesloten" | "dicht" | "closed" | "nee" | "no") {
                return Vec::new();
            }
            let parts = line.replace(" en ", ",").replace(" and ", ",");
            let times: Option<Vec<Times>> = parts.split(',').map(range_of).collect();
            times.unwrap_or_else(|| {
                reader.say(bad_hours(reader, node.span, line));
                Vec::new()
            })
        }
    }
}

fn range_of(part: &str) -> Option<Times> {
    let part =
        part.trim().trim_start_matches("van ").replace(" tot ", "-").replace(" to ", "-").replace('–', "-");
    let part = part.trim_end_matches("uur").trim();
    let (from, until) = part.split_once('-')?;
    let (from, until) = (parse_time(from).ok()?, parse_time(until).ok()?);
    (from != until).then_some((from, until))
}

fn not_hours(reader: &FieldReader<'_>, span: Span) -> Diagnostic {
    bad_hours(reader, span, "")
}

fn bad_hours(reader: &FieldReader<'_>, span: Span, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadHours,
        reader.place(span),
        both(format!("'{typed}' zijn geen openingstijden"), format!("'{typed}' are no opening hours")),
    )
    .hint(both(
        "schrijf bijvoorbeeld: dinsdag: 9.00-12.00, 13.30-17.00, of: zondag: gesloten",
        "write for example: tuesday: 9:00-12:00, 13:30-17:00, or: sunday: closed",
    ))
}

fn unknown_day(reader: &FieldReader<'_>, key: &Key) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownDay,
        reader.place(key.span),
        both(
            format!("'{}' is geen dag van de week", key.text),
            format!("'{}' is not a day of the week", key.text),
        ),
    )
    .hint(both(
        "schrijf bijvoorbeeld: maandag, of: dinsdag t/m vrijdag",
        "write for example: monday, or: tuesday-friday",
    ))
}

fn doubled_day(reader: &FieldReader<'_>, key: &Key) -> Diagnostic {
    Diagnostic::new(
        Code::DoubledKey,
        reader.place(key.span),
        both(
            format!("'{}' bevat een dag die al genoemd is", key.text),
            format!("'{}' holds a day that was named already", key.text),
        ),
    )
    .hint(both("noem elke dag één keer", "name every day once"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        assert_eq!(days_of("maandag"), Some(vec![0]));
        assert_eq!(days_of("ma-vr"), Some(vec![0, 1, 2, 3, 4]));
        assert_eq!(days_of("dinsdag t/m donderdag"), Some(vec![1, 2, 3]));
        assert_eq!(days_of("za en zo"), Some(vec![5, 6]));
        assert_eq!(days_of("vr-ma"), Some(vec![4, 5, 6, 0]));
        assert_eq!(days_of("tuesday to friday"), Some(vec![1, 2, 3, 4]));
        assert_eq!(days_of("feestdag"), None);
    }

    #[test]
    fn hours_as_people_write_them() {
        let minutes = |part: &str| range_of(part).map(|(from, until)| (from.minutes(), until.minutes()));
        assert_eq!(minutes("9.00-12.00"), Some((540, 720)));
        assert_eq!(minutes("9 – 12 uur"), Some((540, 720)));
        assert_eq!(minutes("van 20.00 tot 1.00"), Some((1200, 60)));
        assert_eq!(minutes("de hele dag"), None);
    }
}
