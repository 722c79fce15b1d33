//! The state while a file's fields are read: diagnostics, the language of the keys, and the fields around.

use std::ops::Deref;

use super::answers;
use super::messages;
use super::shape::{FieldInfo, Need, Shape};
use super::unsettled::{is_not_known_yet, left_out_until_known};
use crate::ground::{Diagnostic, Locale, Place, RemarkList, Severity, TimeZone};
use crate::read::{Mapping, Node, Span, TextFile, Value};

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it is in the entry's file.
    pub span: Span,
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A field that may or may not be filled in.
pub type Field<T> = Option<At<T>>;

/// Reads the fields of one file, and collects its diagnostics and the language of its keys.
pub struct FieldReader<'f> {
    file: &'f TextFile,
    zone: &'f TimeZone,
    remarks: RemarkList,
    remark_count: usize,
    dutch_keys: usize,
    english_keys: usize,
    around: Around,
}

/// What surrounds the value that is read: its field, and the fields that may be given beside it.
#[derive(Default)]
struct Around {
    field: Option<&'static FieldInfo>,
    lists: Vec<&'static [FieldInfo]>,
    given: Vec<(&'static str, Span)>,
}

impl<'f> FieldReader<'f> {
    /// Makes a reader for this file, in a site with this time zone.
    pub fn new(file: &'f TextFile, zone: &'f TimeZone) -> Self {
        Self {
            file,
            zone,
            remarks: RemarkList::default(),
            remark_count: 0,
            dutch_keys: 0,
            english_keys: 0,
            around: Around::default(),
        }
    }

    /// Counts a key of a field for the language in which it is typed.
    pub(super) fn count_language_of(&mut self, key: &str, field: &FieldInfo) {
        self.dutch_keys += usize::from(key == field.nl);
        self.english_keys += usize::from(key == field.en);
    }

    /// Sets which fields may be given beside the values that follow, and which of them are.
    pub(super) fn set_surroundings(
        &mut self,
        lists: &[&'static [FieldInfo]],
        given: Vec<(&'static str, Span)>,
    ) {
        self.around = Around { field: None, lists: lists.to_vec(), given };
    }

    /// Adds a diagnostic.
    pub fn report(&mut self, remark: Diagnostic) {
        self.remark_count += 1;
        let is_unsettled = self.is_optional() && is_not_known_yet(&remark.place.marked());
        self.remarks.add(if is_unsettled { left_out_until_known(remark) } else { remark });
    }

    /// Returns the number of diagnostics so far.
    pub fn remark_count(&self) -> usize {
        self.remark_count
    }

    /// Returns the place of a span in this file.
    pub fn place(&self, span: Span) -> Place {
        self.file.place(span)
    }

    /// Whether a line just above or in a block could not be read: a field may have been lost there.
    pub(super) fn has_mistake_near(&self, block: Span) -> bool {
        const NEAR: u32 = 3;
        let is_error = |remark: &&Diagnostic| remark.severity == Severity::Error && remark.place.line > 0;
        let mut lines = self.file.remarks.iter().filter(is_error).map(|remark| remark.place.line).peekable();
        // Nearly always there is no mistake, and the place is not worked out.
        lines.peek().is_some() && {
            let first = self.place(block).line;
            lines.any(|line| line.abs_diff(first) <= NEAR)
        }
    }

    /// Returns the file that is read.
    pub fn file(&self) -> &'f TextFile {
        self.file
    }

    /// Returns the site's time zone.
    pub fn zone(&self) -> &TimeZone {
        self.zone
    }

    /// Returns the words of a value that must be on one line; reports a list or a group.
    pub fn line<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) => {
                Some(text.trim_matches(|letter: char| letter.is_whitespace() || is_mark_of_direction(letter)))
            }
            value => {
                let takes_words =
                    self.around.field.is_some_and(|field| matches!(field.shape, Shape::Price | Shape::Line));
                let words = if takes_words { on_one_line(value) } else { None };
                let is_item = self.around.field.is_some_and(|field| matches!(field.shape, Shape::Many(_)));
                let is_list_of_words = self
                    .around
                    .field
                    .is_some_and(|field| matches!(field.shape, Shape::Many(Shape::OpenWord(_))));
                if let Some((key, words)) = only_pair(value).filter(|_| is_list_of_words)
                    && let Some(remark) = answers::item_of_answer(self.place(node.span), key, words)
                {
                    self.report(remark);
                    return None;
                }
                let one_fits = self
                    .around
                    .field
                    .filter(|field| matches!(field.shape, Shape::Phone | Shape::Email | Shape::Web));
                if let (Some(field), Some([first, others @ ..])) = (one_fits, listed_words(value).as_deref())
                {
                    self.report(messages::one_of_list(self.place(node.span), field, first, others));
                    return None;
                }
                self.report(match only_pair(value).filter(|_| is_item) {
                    Some((key, words)) => messages::item_expected(self.place(node.span), key, words),
                    None => messages::line_expected(self.place(node.span), self.around.field, words),
                });
                None
            }
        }
    }

    /// Reports yes and no after the words of a list.
    pub(super) fn answers_for_list(&self, node: &Node, mapping: &Mapping) -> Option<Diagnostic> {
        let (place, start) = (self.place(node.span), node.span.start);
        answers::list_of_answers(place, &self.file.text, start, mapping, self.around.field?)
    }

    /// Returns a field that may be given beside the current value and is not, or `None` if that value belongs
    /// to a field other than `own`. Both are English keys.
    pub(super) fn missing_sibling(&self, own: &str, wanted: &str) -> Option<&'static FieldInfo> {
        let Around { field, lists, given } = &self.around;
        let is_open =
            field.is_some_and(|field| field.en == own) && given.iter().all(|(key, _)| *key != wanted);
        let mut fields = lists.iter().flat_map(|list| list.iter());
        fields.find(|field| field.en == wanted).filter(|_| is_open)
    }

    /// Returns the field with this English key that may be given beside the current value.
    pub(super) fn sibling(&self, key: &str) -> Option<&'static FieldInfo> {
        self.around.lists.iter().flat_map(|list| list.iter()).find(|field| field.en == key)
    }

    /// Whether the field with this English key is given beside the current value.
    pub(crate) fn is_given(&self, key: &str) -> bool {
        self.around.given.iter().any(|(given, _)| *given == key)
    }

    /// Returns what was typed in the field with this English key beside the current value.
    pub(crate) fn sibling_value(&self, key: &str) -> Option<&'f str> {
        let (_, span) = self.around.given.iter().find(|(given, _)| *given == key)?;
        self.file.text.get(span.range()).filter(|typed| !typed.is_empty())
    }

    /// Returns the English key of the field to which the current value belongs.
    pub(super) fn key(&self) -> &'static str {
        self.around.field.map_or("", |field| field.en)
    }

    /// Whether the current value belongs to a field that may be left out.
    pub(super) fn is_optional(&self) -> bool {
        self.around.field.is_some_and(|field| field.need == Need::Optional)
    }

    /// Whether the current value is the name of something.
    pub(super) fn is_of_name(&self) -> bool {
        self.around.field.is_some_and(FieldInfo::is_name)
    }

    /// Whether the current value belongs to the field with this English key.
    pub(super) fn is_of(&self, key: &str) -> bool {
        self.around.field.is_some_and(|field| field.en == key)
    }

    /// Reads what is inside the current value, and restores the surroundings afterwards.
    pub(super) fn within<R>(&mut self, read: impl FnOnce(&mut Self) -> R) -> R {
        let around = std::mem::take(&mut self.around);
        let outcome = read(self);
        self.around = around;
        outcome
    }

    /// Reads the value of a field.
    pub(super) fn of_field<R>(&mut self, field: &'static FieldInfo, read: impl FnOnce(&mut Self) -> R) -> R {
        self.around.field = Some(field);
        read(self)
    }

    /// Whether more than one key shows the language: a single one may have been copied.
    pub fn is_sure_of_locale(&self) -> bool {
        self.dutch_keys.max(self.english_keys) > 1
    }

    /// Returns the language of most keys in the file.
    pub fn locale(&self) -> Option<Locale> {
        match self.dutch_keys.cmp(&self.english_keys) {
            std::cmp::Ordering::Greater => Some(Locale::Dutch),
            std::cmp::Ordering::Less => Some(Locale::English),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Returns the diagnostics in their order.
    pub fn into_remarks(self) -> Vec<Diagnostic> {
        self.remarks.into_list()
    }
}

/// Whether a character is one of those that chat programs invisibly put around a date or a number that is
/// copied out of them: marks of direction (UAX #9) and spaces without width.
fn is_mark_of_direction(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Returns the items of a list of words.
fn listed_words(value: &Value) -> Option<Vec<&str>> {
    let Value::List(items) = value else { return None };
    items
        .iter()
        .map(|item| if let Value::Scalar(words) = &item.value { Some(words.trim()) } else { None })
        .collect()
}

/// Returns the key and the words of a block that has nothing else in it.
fn only_pair(value: &Value) -> Option<(&str, &str)> {
    match value {
        Value::Map(Mapping { entries }) => match entries.as_slice() {
            [(key, Node { value: Value::Scalar(words), .. })] => Some((&key.text, words.trim())),
            _ => None,
        },
        _ => None,
    }
}

/// Writes a list or a block of words on one line: `leden 2,50, anderen 5`.
fn on_one_line(value: &Value) -> Option<String> {
    let scalar_words = |node: &Node| match &node.value {
        Value::Scalar(words) => Some(words.trim().to_owned()),
        _ => None,
    };
    let parts: Option<Vec<String>> = match value {
        Value::List(items) => {
            items.iter().map(|item| scalar_words(item).or_else(|| on_one_line(&item.value))).collect()
        }
        Value::Map(mapping) => mapping
            .entries
            .iter()
            .map(|(key, node)| Some(format!("{} {}", key.text, scalar_words(node)?)))
            .collect(),
        _ => None,
    };
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join(", "))
}
