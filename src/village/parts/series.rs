//! The fields of a repeating event: changes of single occurrences, and different times in part of the year.

use super::change_messages::{bad_change, doubtful_change, unknown_target};
use super::change_questions::{
    day_or_times, moment_in_text, moved_to_place, second_day, several_days, year_missing,
};
use super::change_words::{ChangeWords, read_change};
use super::status::EventStatus;
use super::whereabouts::VenueRef;
use super::year_of_change::{which_day, year_alone};
use crate::field::{
    At, Choice, Clock, Day, Described, Fact, FieldReader, FieldValue, Line, Many, Shape, Visitor, describe,
};
use crate::ground::{Code, DateProblem, Diagnostic, Locale, both, fold, parse_date, spoken_day};
use crate::read::{Key, Mapping, Node, Span, Value};
use crate::village::rule::{months_of, until_or_through};

describe! {
    /// The fields of one occurrence that is different.
    pub struct ChangeFields {
        required date / datum ("dag", "day", "on", "op"): Day,
            "De dag waarop het volgens de herhaling zou zijn; met de tijd erachter als het die dag vaker is dan één keer."
            | "The day on which it would take place according to 'repeats'; followed by the time if it takes place more than once that day.";
        optional status / status: Choice<EventStatus>,
            "Of het doorgaat: afgelast, verplaatst, vol." | "Whether it takes place: cancelled, moved, full.";
        optional to / naar ("nieuwe_datum", "verplaatst_naar", "moved_to"): Day,
            "De dag waarop het in plaats daarvan is." | "The day on which it takes place instead.";
        optional start / begin ("aanvang", "tijd"): Clock,
            "Hoe laat het dan begint." | "What time it starts then.";
        optional end / einde ("eindtijd"): Clock,
            "Hoe laat het dan eindigt." | "What time it ends then.";
        optional title / titel ("naam", "name"): Line,
            "Hoe het die keer heet." | "What it is called that day.";
        optional venue / locatie ("plaats", "waar"): VenueRef,
            "Waar het dan is." | "Where it takes place then.";
        optional room / zaal ("ruimte"): Many<Line>,
            "In welke zaal het dan is." | "Which room it is in then.";
        optional text / tekst ("toelichting", "reden", "note", "reason"): Line,
            "Wat mensen moeten weten." | "What people should know.";
    }
}

/// One occurrence that is different; the short form is `24 december 2026: afgelast`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change(pub ChangeFields);

/// The occurrences that are different: a list, or one line per day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(pub Vec<At<Change>>);

impl FieldValue for Change {
    const SHAPE: Shape = Shape::Either(&ChangeFields::SHAPE, &Shape::ByDay(ChangeFields::FIELDS));

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if let Value::Scalar(line) = &node.value {
            if let Some((day, what)) = split_day(line.trim()) {
                let (day, what) = (node_for_part(node, day, reader), node_for_part(node, what, reader));
                return Self::from_short_form(&day, &what, reader);
            }
            reader.report(bad_change(reader, node.span, line));
            return None;
        }
        Self::from_fields(node, reader)
    }

    fn fact(&self) -> Fact<'_> {
        self.0.fact()
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.visit(visitor);
    }
}

impl FieldValue for Changes {
    const SHAPE: Shape = Shape::Many(&Change::SHAPE);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let mut changes = Vec::new();
        let nodes =
            if let Value::List(items) = &node.value { items.as_slice() } else { std::slice::from_ref(node) };
        for node in nodes.iter().filter(|node| node.value != Value::Absent) {
            match &node.value {
                Value::Map(days) if is_by_day(days) => changes.extend(by_day(days, reader)),
                _ => changes.extend(Change::take(node, reader).map(|value| At { value, span: node.span })),
            }
        }
        Some(Self(changes))
    }

    fn fact(&self) -> Fact<'_> {
        Fact::List(self.0.iter().map(|change| change.value.fact()).collect())
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.iter().for_each(|change| change.value.visit(visitor));
    }
}

impl Changes {
    /// Returns the changes one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, At<Change>> {
        self.0.iter()
    }
}

/// Whether the keys are days, as in `24 december 2026: afgelast`: at least one of them is.
fn is_by_day(days: &Mapping) -> bool {
    let is_date = |text: &str| !matches!(parse_date(text), Err(DateProblem::Unreadable));
    // For `morgen: afgelast`, the message is about the day.
    let is_day = |text: &str| is_date(text) || spoken_day(text).is_some() || year_alone(text).is_some();
    days.entries.iter().any(|(key, _)| is_day(&key.text))
}

fn by_day(days: &Mapping, reader: &mut FieldReader<'_>) -> Vec<At<Change>> {
    let mut changes = Vec::new();
    for (key, what) in &days.entries {
        let day = Node { value: Value::Scalar(key.text.clone()), span: key.span };
        if let Err(DateProblem::LooseDays(days)) = parse_date(&key.text) {
            reader.report(several_days(reader, key, what, &days));
            continue;
        }
        if let Some(year) = year_alone(&key.text) {
            reader.report(which_day(reader, key, year));
            continue;
        }
        let change = match &what.value {
            Value::Map(fields) => change_with_fields(key, fields, what.span, reader),
            _ => Change::from_short_form(&day, what, reader),
        };
        changes.extend(change.map(|value| At { value, span: key.span }));
    }
    changes
}

/// Reads a day with fields of its own below it.
fn change_with_fields(
    key: &Key,
    fields: &Mapping,
    span: Span,
    reader: &mut FieldReader<'_>,
) -> Option<Change> {
    if let Some((second, to)) = fields.entries.iter().find(|(key, _)| is_day_field(&key.text)) {
        reader.report(second_day(reader, second, to));
        return None;
    }
    Change::from_fields(&fields_with_day(key, fields, span), reader)
}

/// Returns the fields below a day, with the day itself added as a field.
pub(super) fn fields_with_day(key: &Key, fields: &Mapping, span: Span) -> Node {
    let day = Node { value: Value::Scalar(key.text.clone()), span: key.span };
    let named = Key { text: "date".to_owned(), span: Span::default() };
    let entries = [(named, day)].into_iter().chain(fields.entries.iter().cloned()).collect();
    Node { value: Value::Map(Mapping { entries }), span }
}

/// Whether a key below a day names that day once more.
fn is_day_field(key: &str) -> bool {
    matches!(fold(key).as_str(), "datum" | "date" | "dag" | "day")
}

impl Change {
    /// Reads the fields of a change; drops it if errors, already reported, leave nothing but the day.
    fn from_fields(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let before = reader.remark_count();
        let fields = ChangeFields::take(node, reader)?;
        let is_reported = reader.remark_count() > before && fields.changes_nothing();
        (!is_reported).then_some(Self(fields))
    }

    fn from_short_form(day: &Node, what: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let before = reader.remark_count();
        let date = Day::take(day, reader).map(|value| At { value, span: day.span })?;
        let is_reported = reader.remark_count() > before;
        let mut fields = ChangeFields { date: Some(date), ..ChangeFields::default() };
        if what.value == Value::Absent {
            return Some(Self(fields));
        }
        let words = reader.line(what)?;
        fields.apply_words(read_change(words), what, reader)?;
        (!is_reported).then_some(Self(fields))
    }
}

impl ChangeFields {
    /// Whether it only names a day.
    pub fn changes_nothing(&self) -> bool {
        let Self { date: _, status, to, start, end, title, venue, room, text } = self;
        status.is_none()
            && to.is_none()
            && start.is_none()
            && end.is_none()
            && title.is_none()
            && venue.is_none()
            && room.is_none()
            && text.is_none()
    }

    /// Returns the question about the words for a day, if there is one.
    fn question_about(
        &self,
        words: &ChangeWords<'_>,
        what: &Node,
        reader: &FieldReader<'_>,
    ) -> Option<Diagnostic> {
        let changed = self.date.as_ref().map(|day| day.date)?;
        match words {
            ChangeWords::DayOrTimes(number) => {
                let is_english = reader.locale() == Some(Locale::English);
                let place = reader.place(node_for_part(what, number, reader).span);
                Some(day_or_times(place, number, changed, is_english))
            }
            ChangeWords::ToPlace(words) => Some(moved_to_place(reader, what, words)),
            ChangeWords::To(day, ..) => year_missing(reader, &node_for_part(what, day, reader), changed),
            ChangeWords::Doubtful => Some(doubtful_change(reader, what)),
            ChangeWords::UnknownTarget => Some(unknown_target(reader, what)),
            ChangeWords::Note => moment_in_text(reader, what),
            _ => None,
        }
    }

    /// Takes over what the words for a day say; `None` if that raises a question or is wrong.
    fn apply_words(
        &mut self,
        words: ChangeWords<'_>,
        what: &Node,
        reader: &mut FieldReader<'_>,
    ) -> Option<()> {
        let clock = |time| At { value: Clock(time), span: what.span };
        let text = |rest: Option<&str>, reader: &mut FieldReader<'_>| {
            rest.and_then(|rest| line_field(&node_for_part(what, rest, reader), reader))
        };
        if let Some(question) = self.question_about(&words, what, reader) {
            reader.report(question);
            return None;
        }
        match words {
            ChangeWords::Status(status, why) => {
                let status = node_for_part(what, status, reader);
                self.status = Some(At { value: Choice::take(&status, reader)?, span: status.span });
                self.text = text(why, reader);
            }
            ChangeWords::Cancelled => {
                self.status = Some(At { value: Choice(EventStatus::Cancelled), span: what.span });
                self.text = line_field(what, reader);
            }
            ChangeWords::To(day, times, rest) => {
                let day = node_for_part(what, day, reader);
                self.to = Some(At { value: Day::take(&day, reader)?, span: what.span });
                (self.start, self.end) = times.map(|(start, end)| (clock(start), clock(end))).unzip();
                self.text = text(rest, reader);
            }
            ChangeWords::Start(start, rest) => {
                self.start = Some(clock(start));
                self.text = text(rest, reader);
            }
            ChangeWords::End(end, rest) => {
                self.end = Some(clock(end));
                self.text = text(rest, reader);
            }
            ChangeWords::Times(start, end, rest) => {
                (self.start, self.end) = (Some(clock(start)), Some(clock(end)));
                self.text = text(rest, reader);
            }
            ChangeWords::UnreadableTime(time) => {
                let time = node_for_part(what, time, reader);
                self.start = Some(At { value: Clock::take(&time, reader)?, span: time.span });
            }
            ChangeWords::DayOrTimes(_)
            | ChangeWords::ToPlace(_)
            | ChangeWords::Doubtful
            | ChangeWords::UnknownTarget => return None,
            ChangeWords::Note => self.text = line_field(what, reader),
        }
        Some(())
    }
}

fn line_field(node: &Node, reader: &mut FieldReader<'_>) -> Option<At<Line>> {
    Line::take(node, reader).map(|value| At { value, span: node.span })
}

/// Splits `24 december 2026 gaat niet door` into the longest day at the front and the rest, if any.
fn split_day(line: &str) -> Option<(&str, &str)> {
    let splits = line.rmatch_indices(' ').map(|(at, _)| (&line[..at], line[at..].trim()));
    splits
        .chain([(line, "")])
        .map(|(day, what)| (day.trim_end_matches(':'), what))
        .find(|(day, _)| parse_date(day).is_ok())
}

/// Returns a part of a line as a value with a span of its own, so that a correction leaves the rest as it is.
pub(super) fn node_for_part(line: &Node, text: &str, reader: &FieldReader<'_>) -> Node {
    if text.is_empty() {
        return Node { value: Value::Absent, span: line.span };
    }
    let written = reader.file().text.get(line.span.range()).unwrap_or_default();
    let start = written.rfind(text).map(|at| line.span.range().start + at);
    let span = start.map_or(line.span, |start| Span::new(start, start + text.len()));
    Node { value: Value::Scalar(text.to_owned()), span }
}

/// Months of the year, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Months(pub Vec<i8>);

impl FieldValue for Months {
    const SHAPE: Shape = Shape::Line;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let months = months_of(typed);
        if months.is_none() {
            let remark = Diagnostic::new(
                Code::BadException,
                reader.place(node.span),
                both(
                    format!("'{typed}' zijn geen maanden"),
                    format!("'{typed}' is not a month or a range of months"),
                ),
            );
            let hint =
                both("schrijf bijvoorbeeld: november t/m maart", "write for example: November to March");
            reader.report(remark.hint(hint));
        } else if let Some(remark) = until_or_through(|| reader.place(node.span), typed) {
            reader.report(remark);
        }
        months.map(Self)
    }

    fn fact(&self) -> Fact<'_> {
        Fact::List(self.0.iter().map(|month| Fact::WholeNumber((*month).into())).collect())
    }
}

describe! {
    /// Different times in part of the year.
    pub struct OtherTimes {
        required months / in ("maanden", "periode"): Months,
            "In welke maanden: november t/m maart." | "The months: November to March.";
        optional start / begin ("aanvang", "tijd"): Clock,
            "Hoe laat het dan begint." | "What time it starts then.";
        optional end / einde ("eindtijd"): Clock,
            "Hoe laat het dan eindigt." | "What time it ends then.";
    }
}
