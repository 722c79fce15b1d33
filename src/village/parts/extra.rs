//! An extra day on which a repeating event takes place.

use super::change_words::{ChangeWords, read_change};
use super::partial_days::report_partial_days;
use super::series::{fields_with_day, node_for_part};
use crate::field::{At, Clock, Day, Described, Fact, FieldReader, FieldValue, Shape, describe};
use crate::ground::{Code, Diagnostic, TimeOfDay, both, parse_date, quoted};
use crate::read::{Key, Mapping, Node, Value};

describe! {
    /// An extra day, with times of its own.
    pub struct ExtraFields {
        required date / datum ("dag", "day"): Day,
            "De dag." | "The day.";
        optional start / begin ("aanvang", "tijd"): Clock,
            "Hoe laat het dan begint." | "What time it starts then.";
        optional end / einde ("eindtijd"): Clock,
            "Hoe laat het dan eindigt." | "What time it ends then.";
    }
}

/// An extra day; the short form is `24 december 2026`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(pub ExtraFields);

impl FieldValue for Extra {
    const SHAPE: Shape =
        Shape::Either(&Day::SHAPE, &Shape::Either(&ExtraFields::SHAPE, &Shape::ByDay(ExtraFields::FIELDS)));

    fn several_of(line: &str) -> Option<Vec<&str>> {
        // In `24 december 2026, 14.00-16.00` the comma separates the day from its times.
        if matches!(read_change(line), ChangeWords::To(_, Some(_), None)) {
            return Some(vec![line]);
        }
        let pieces = line.split([',', ';']).flat_map(|piece| piece.split(" en "));
        let pieces: Vec<&str> = pieces.flat_map(|piece| piece.split(" and ")).map(str::trim).collect();
        (pieces.len() > 1 && pieces.iter().all(|piece| parse_date(piece).is_ok())).then_some(pieces)
    }

    fn reports_line(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> bool {
        report_partial_days(Code::BadDate, line, node, reader)
    }

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(Mapping { entries }) => match entries.as_slice() {
                [(day, when)] if parse_date(&day.text).is_ok() => Self::by_day(day, when, reader),
                _ => ExtraFields::take(node, reader).map(Self),
            },
            Value::Scalar(line) => match read_change(line.trim()) {
                ChangeWords::To(day, Some((start, end)), None) => {
                    let day = node_for_part(node, day, reader);
                    Self::on_day(&day, node, Some(start), Some(end), reader)
                }
                _ => Self::on_day(node, node, None, None, reader),
            },
            _ => Self::on_day(node, node, None, None, reader),
        }
    }

    fn fact(&self) -> Fact<'_> {
        self.0.fact()
    }
}

impl Extra {
    /// Reads `24 december 2026: 14.00-16.00`, or that day with fields of its own below it.
    fn by_day(key: &Key, when: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if let Value::Map(fields) = &when.value {
            return ExtraFields::take(&fields_with_day(key, fields, when.span), reader).map(Self);
        }
        let day = Node { value: Value::Scalar(key.text.clone()), span: key.span };
        let Value::Scalar(words) = &when.value else { return Self::on_day(&day, when, None, None, reader) };
        match read_change(words.trim()) {
            ChangeWords::Start(start, None) => Self::on_day(&day, when, Some(start), None, reader),
            ChangeWords::Times(start, end, None) => Self::on_day(&day, when, Some(start), Some(end), reader),
            ChangeWords::UnreadableTime(time) => {
                let time = node_for_part(when, time, reader);
                Clock::take(&time, reader);
                None
            }
            _ => {
                reader.report(not_a_time(reader, key, when, words));
                None
            }
        }
    }

    /// Builds an extra day, with times that were written at `when`.
    fn on_day(
        day: &Node,
        when: &Node,
        start: Option<TimeOfDay>,
        end: Option<TimeOfDay>,
        reader: &mut FieldReader<'_>,
    ) -> Option<Self> {
        let clock = |time: TimeOfDay| At { value: Clock(time), span: when.span };
        let date = Some(At { value: Day::take(day, reader)?, span: day.span });
        Some(Self(ExtraFields { date, start: start.map(clock), end: end.map(clock) }))
    }
}

/// For `26 december 2026: bij Jan thuis`: only times can follow an extra day.
fn not_a_time(reader: &FieldReader<'_>, day: &Key, when: &Node, words: &str) -> Diagnostic {
    let (quote, day) = (quoted(words.trim()), day.text.trim());
    Diagnostic::new(
        Code::BadTime,
        reader.place(when.span),
        both(format!("{quote} is geen tijd"), format!("{quote} is not a time")),
    )
    .hint(both(
        format!("achter een extra dag staat alleen hoe laat het dan is: {day}: 14.00-16.00; is er die dag iets anders, maak daar dan een eigen activiteit van"),
        format!("only the times can follow an extra day: {day}: 14:00-16:00; if that day is different in another way, make it a separate event"),
    ))
}
