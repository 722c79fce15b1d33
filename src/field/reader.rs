//! What is handed on while the fields of a file are read: the remarks, in which language the keys are, and what stands
//! around.

use std::ops::Deref;

use super::answers;
use super::messages;
use super::shape::{FieldInfo, Shape};
use crate::ground::{Diagnostic, Locale, Place, RemarkList, TimeZone};
use crate::read::{Mapping, Node, Span, TextFile, Value};

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the entry's file.
    pub span: Span,
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A field as it was filled in, or not.
pub type Field<T> = Option<At<T>>;

/// Reads the fields of one file, and gathers what is to be said and which language its keys are in.
pub struct FieldReader<'f> {
    file: &'f TextFile,
    zone: &'f TimeZone,
    remarks: RemarkList,
    remark_count: usize,
    dutch_keys: usize,
    english_keys: usize,
    around: Around,
}

/// What stands around the value that is read: the field it is of, and what may be said beside it.
#[derive(Default)]
struct Around {
    field: Option<&'static FieldInfo>,
    lists: Vec<&'static [FieldInfo]>,
    given: Vec<(&'static str, Span)>,
}

impl<'f> FieldReader<'f> {
    /// A reader for this file, in a site with this time zone.
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

    /// Hears a key of a field that is typed in one of the two languages.
    pub(super) fn hear(&mut self, key: &str, field: &FieldInfo) {
        self.dutch_keys += usize::from(key == field.nl);
        self.english_keys += usize::from(key == field.en);
    }

    /// From here on these may be said beside the value that is read, and these were.
    pub(super) fn stand_among(&mut self, lists: &[&'static [FieldInfo]], given: Vec<(&'static str, Span)>) {
        self.around = Around { field: None, lists: lists.to_vec(), given };
    }

    /// Adds a remark.
    pub fn say(&mut self, remark: Diagnostic) {
        self.remark_count += 1;
        self.remarks.add(remark);
    }

    /// How many remarks there are so far.
    pub fn remark_count(&self) -> usize {
        self.remark_count
    }

    /// The place of a span in this file.
    pub fn place(&self, span: Span) -> Place {
        self.file.place(span)
    }

    /// The file that is read.
    pub fn file(&self) -> &'f TextFile {
        self.file
    }

    /// The site's time zone.
    pub fn zone(&self) -> &TimeZone {
        self.zone
    }

    /// The words of a value that must be on one line; says so when it is a list or a group.
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
                let is_list_of_words =
                    self.around.field.is_some_and(|field| matches!(field.shape, Shape::Many(Shape::Open(_))));
                if let Some((key, words)) = only_pair(value).filter(|_| is_list_of_words)
                    && let Some(remark) = answers::item_of_answer(self.place(node.span), key, words)
                {
                    self.say(remark);
                    return None;
                }
                let one_fits = self
                    .around
                    .field
                    .filter(|field| matches!(field.shape, Shape::Phone | Shape::Email | Shape::Web));
                if let (Some(field), Some([first, others @ ..])) = (one_fits, listed_words(value).as_deref())
                {
                    self.say(messages::one_of_list(self.place(node.span), field, first, others));
                    return None;
                }
                self.say(match only_pair(value).filter(|_| is_item) {
                    Some((key, words)) => messages::item_expected(self.place(node.span), key, words),
                    None => messages::line_expected(self.place(node.span), self.around.field, words),
                });
                None
            }
        }
    }

    /// What is said when yes and no stand behind the words of a list.
    pub(super) fn answers_for_list(&self, node: &Node, mapping: &Mapping) -> Option<Diagnostic> {
        let (place, start) = (self.place(node.span), node.span.start);
        answers::list_of_answers(place, &self.file.text, start, mapping, self.around.field?)
    }

    /// A field that may be said beside the value that is read now, and was not; nothing when that value is of another
    /// field than `own`. Both by their English keys.
    pub(super) fn to_add(&self, own: &str, wanted: &str) -> Option<&'static FieldInfo> {
        let Around { field, lists, given } = &self.around;
        let is_open =
            field.is_some_and(|field| field.en == own) && given.iter().all(|(key, _)| *key != wanted);
        let mut fields = lists.iter().flat_map(|list| list.iter());
        fields.find(|field| field.en == wanted).filter(|_| is_open)
    }

    /// The field with this English key that may stand beside the value that is read now.
    pub(super) fn may_have(&self, key: &str) -> Option<&'static FieldInfo> {
        self.around.lists.iter().flat_map(|list| list.iter()).find(|field| field.en == key)
    }

    /// Whether a field with this English key stands beside the value that is read now.
    pub(crate) fn is_given(&self, key: &str) -> bool {
        self.around.given.iter().any(|(given, _)| *given == key)
    }

    /// What was typed in the field with this English key beside the value that is read now.
    pub(crate) fn typed_beside(&self, key: &str) -> Option<&'f str> {
        let (_, span) = self.around.given.iter().find(|(given, _)| *given == key)?;
        self.file.text.get(span.range()).filter(|typed| !typed.is_empty())
    }

    /// The English key of the field that the value is of that is read now.
    pub(super) fn key(&self) -> &'static str {
        self.around.field.map_or("", |field| field.en)
    }

    /// Whether the value that is read now is what something is called by.
    pub(super) fn is_of_name(&self) -> bool {
        self.around.field.is_some_and(FieldInfo::is_name)
    }

    /// Whether the value that is read now is of the field with this English key.
    pub(super) fn is_of(&self, key: &str) -> bool {
        self.around.field.is_some_and(|field| field.en == key)
    }

    /// Reads what stands within the value that is read now, and comes back to where it was.
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

    /// Whether more than one key tells which language that is: anybody may copy a single one.
    pub fn is_sure_of_locale(&self) -> bool {
        self.dutch_keys.max(self.english_keys) > 1
    }

    /// The language that most keys of the file are in.
    pub fn locale(&self) -> Option<Locale> {
        match self.dutch_keys.cmp(&self.english_keys) {
            std::cmp::Ordering::Greater => Some(Locale::Dutch),
            std::cmp::Ordering::Less => Some(Locale::English),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The remarks, in their order.
    pub fn into_remarks(self) -> Vec<Diagnostic> {
        self.remarks.into_list()
    }
}

/// What chat programs put around a date or a number that is copied out of them, and nobody sees: marks of direction (UAX
/// #9) and blanks without width.
fn is_mark_of_direction(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The items of a list of words.
fn listed_words(value: &Value) -> Option<Vec<&str>> {
    let Value::List(items) = value else { return None };
    items
        .iter()
        .map(|item| if let Value::Scalar(words) = &item.value { Some(words.trim()) } else { None })
        .collect()
}

/// The key and the words of a block with nothing else in it.
fn only_pair(value: &Value) -> Option<(&str, &str)> {
    match value {
        Value::Map(Mapping { entries }) => match entries.as_slice() {
            [(key, Node { value: Value::Scalar(words), .. })] => Some((&key.text, words.trim())),
            _ => None,
        },
        _ => None,
    }
}

/// A list or a block of words as it can stand on one line: `leden 2,50, anderen 5`.
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
