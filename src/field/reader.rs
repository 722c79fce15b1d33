//! Keys that were typed meet the fields that are described: found, unknown, doubled or missing.

use std::cell::OnceCell;
use std::ops::Deref;

use super::doubled::Doubled;
use super::messages;
use super::shape::{FieldInfo, Need, Shape, squeezed};
use super::strange_keys::Strange;
use crate::ground::{Diagnostic, Place, Speech, TimeZone, fold};
use crate::read::{Key, Mapping, Node, Span, TextFile, Value};

/// In bytes: what stands behind a key is no longer than this; a longer text belongs below the dashes. Nothing that is
/// longer reaches who reads a field: some look at every word beside every other.
const LONGEST_LINE: usize = 2_000;

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
    remarks: Vec<Diagnostic>,
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
        Self { file, zone, remarks: Vec::new(), dutch_keys: 0, english_keys: 0, around: Around::default() }
    }

    /// Adds a remark.
    pub fn say(&mut self, remark: Diagnostic) {
        self.remarks.push(remark);
    }

    /// How much was said so far.
    pub fn said(&self) -> usize {
        self.remarks.len()
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
            Value::Scalar(text) => Some(text.trim()),
            value => {
                let takes_words =
                    self.around.field.is_some_and(|field| matches!(field.shape, Shape::Price | Shape::Line));
                let words = if takes_words { on_one_line(value) } else { None };
                let is_item = self.around.field.is_some_and(|field| matches!(field.shape, Shape::Many(_)));
                self.say(match pair_of(value).filter(|_| is_item) {
                    Some((key, words)) => messages::item_expected(self.place(node.span), key, words),
                    None => messages::line_expected(self.place(node.span), self.around.field, words),
                });
                None
            }
        }
    }

    /// A field that may be said beside the value that is read now, and was not; nothing when that value is of another
    /// field than `of`. Both by their English keys.
    pub(super) fn to_add(&self, of: &str, wanted: &str) -> Option<&'static FieldInfo> {
        let Around { field, lists, given } = &self.around;
        let is_open =
            field.is_some_and(|field| field.en == of) && given.iter().all(|(key, _)| *key != wanted);
        let mut all = lists.iter().flat_map(|list| list.iter());
        all.find(|field| field.en == wanted).filter(|_| is_open)
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

    /// The language that most keys of the file are in.
    pub fn speech(&self) -> Option<Speech> {
        match self.dutch_keys.cmp(&self.english_keys) {
            std::cmp::Ordering::Greater => Some(Speech::Dutch),
            std::cmp::Ordering::Less => Some(Speech::English),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// What is to be said.
    pub fn into_remarks(self) -> Vec<Diagnostic> {
        self.remarks
    }
}

/// The fields that may be given in one place: those of the kind, and those that every kind has.
pub struct SetOfFields<'s> {
    lists: &'s [&'static [FieldInfo]],
}

/// The fields that were given.
pub struct Given<'n> {
    values: Vec<(&'static FieldInfo, &'n Node)>,
}

impl<'s> SetOfFields<'s> {
    /// A set made of several lists; an earlier one wins when two use the same word.
    pub fn new(lists: &'s [&'static [FieldInfo]]) -> Self {
        Self { lists }
    }

    fn all(&self) -> impl Iterator<Item = &'static FieldInfo> {
        self.lists.iter().flat_map(|list| list.iter())
    }

    /// The field with this name; how it is written makes no difference: `Opening hours`, `opening_hours`.
    pub fn find(&self, key: &str) -> Option<&'static FieldInfo> {
        let exact = self.all().find(|field| field.en == key || field.nl == key);
        exact.or_else(|| {
            let folded = squeezed(key);
            self.all().find(|field| field.names().any(|name| squeezed(name) == folded))
        })
    }

    /// Sorts out what was typed: says what is unknown or doubled, and, unless keys were lost already, what is
    /// missing.
    pub fn sort<'n>(
        &self,
        mapping: &'n Mapping,
        whole: Span,
        damaged: bool,
        reader: &mut FieldReader<'_>,
    ) -> Given<'n> {
        let unknown = |key: &Key, node: &Node, reader: &FieldReader<'_>| {
            let (place, speech) = (reader.place(key.span), reader.speech());
            Strange { place, key, node, mapping, lists: self.lists, speech }.told()
        };
        // Which language is spoken must be known before anything is said.
        for (key, _) in &mapping.entries {
            // What was found elsewhere, such as a day in the file's name, was typed in no language.
            if let Some(field) = self.find(&key.text)
                && field.en != field.nl
                && key.span != Span::default()
            {
                reader.dutch_keys += usize::from(key.text == field.nl);
                reader.english_keys += usize::from(key.text == field.en);
            }
        }
        let known = known_keys(mapping, |key| self.find(key), unknown, reader);
        // Nearly always every field is there once, and nobody looks any further.
        let (doubled, file) = (OnceCell::new(), reader.file);
        let tell = |number: usize, _: &FieldReader<'_>| {
            doubled.get_or_init(|| Doubled::of(&known, file, self.all().collect())).tell(number)
        };
        let is_same = |one: &FieldInfo, other: &FieldInfo| one.en == other.en;
        let mut values = each_once(&known, is_same, tell, reader);
        values.retain(|(field, node)| !is_left_empty(field, node));
        if !damaged {
            let speech = reader.speech().unwrap_or_default();
            let strange = OnceCell::new();
            let is_given = |name: &str| values.iter().any(|(given, _)| given.en == name);
            for field in self.all() {
                let wanted = match field.need {
                    Need::Required => true,
                    Need::Unless(others) => !others.iter().any(|other| is_given(other)),
                    Need::Optional => false,
                };
                if !wanted || is_given(field.en) {
                    continue;
                }
                let strange = strange.get_or_init(|| self.strange(mapping, reader));
                if !strange.iter().any(|(key, meant)| *meant == Some(field.en) || key.is_of_pair(field)) {
                    reader.say(messages::missing_field(reader.place(whole), field, speech));
                }
            }
        }
        let given = values.iter().map(|(field, node)| (field.en, node.span)).collect();
        values.retain(|(field, node)| !is_too_long(field, node, reader));
        reader.around = Around { field: None, lists: self.lists.to_vec(), given };
        Given { values }
    }
}

impl SetOfFields<'_> {
    /// The keys that are none, each with the name of the field that it may stand for: then that is all there is to say.
    fn strange<'k>(
        &'k self,
        mapping: &'k Mapping,
        reader: &FieldReader<'_>,
    ) -> Vec<(Strange<'k>, Option<&'static str>)> {
        let strange = mapping.entries.iter().filter(|(key, _)| self.find(&key.text).is_none());
        let all = strange.map(|(key, node)| {
            // Nothing is told of them here, and where they stand takes a look at the whole file.
            let (place, speech) = (Place::whole(reader.file.path.shared()), reader.speech());
            let strange = Strange { place, key, node, mapping, lists: self.lists, speech };
            let meant = strange.stands_for().map(|meant| meant.en);
            (strange, meant)
        });
        all.collect()
    }
}

/// Groups that a place has or has not, so that "no" says all there is to say. Of others it says something.
const MAY_BE_DENIED: [&str; 1] = ["emergency_point"];

/// A group of which nothing was filled in, as editors in a browser write one, or of which it is said that it is not there.
fn is_left_empty(field: &FieldInfo, node: &Node) -> bool {
    match (&field.shape, &node.value) {
        (Shape::Group { .. }, Value::Map(_)) => is_blank(node),
        (Shape::Group { .. }, Value::Scalar(word)) if MAY_BE_DENIED.contains(&field.en) => {
            matches!(fold(word).as_str(), "nee" | "no" | "geen" | "none" | "nvt" | "n v t" | "false")
        }
        (Shape::Many(Shape::Group { .. }), Value::List(items)) => {
            !items.is_empty() && items.iter().all(is_blank)
        }
        _ => false,
    }
}

/// Whether a line stands in it that is too long to be read; says so.
fn is_too_long(field: &FieldInfo, node: &Node, reader: &mut FieldReader<'_>) -> bool {
    match &node.value {
        Value::Scalar(text) if text.len() > LONGEST_LINE => {
            let (count, is_list) = (text.chars().count(), matches!(field.shape, Shape::Many(_)));
            reader.say(messages::line_too_long(reader.place(node.span), count, LONGEST_LINE, is_list));
            true
        }
        Value::Scalar(_) | Value::Absent => false,
        // All of them are told, not only the first.
        Value::List(items) => items.iter().filter(|item| is_too_long(field, item, reader)).count() > 0,
        Value::Map(Mapping { entries }) => {
            entries.iter().filter(|(_, node)| is_too_long(field, node, reader)).count() > 0
        }
    }
}

/// Whether there is no word in it.
pub(super) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Absent => true,
        Value::Map(mapping) => {
            !mapping.entries.is_empty() && mapping.entries.iter().all(|(_, node)| is_blank(node))
        }
        _ => false,
    }
}

/// A key that means something, with what it means and what stands behind it.
pub(crate) type KnownKey<'n, T> = (T, &'n Key, &'n Node);

/// The keys that mean something here; says which do not, as `unknown` has it.
pub(crate) fn known_keys<'n, T>(
    mapping: &'n Mapping,
    find: impl Fn(&str) -> Option<T>,
    unknown: impl Fn(&Key, &Node, &FieldReader<'_>) -> Diagnostic,
    reader: &mut FieldReader<'_>,
) -> Vec<KnownKey<'n, T>> {
    let mut known = Vec::with_capacity(mapping.entries.len());
    for (key, node) in &mapping.entries {
        match find(&key.text) {
            Some(meant) => known.push((meant, key, node)),
            None => reader.say(unknown(key, node, reader)),
        }
    }
    known
}

/// What was given, each once; says which keys mean the same as one before, as `told` has it.
pub(crate) fn each_once<'n, T: Copy>(
    known: &[KnownKey<'n, T>],
    is_same: impl Fn(T, T) -> bool,
    told: impl Fn(usize, &FieldReader<'_>) -> Option<Diagnostic>,
    reader: &mut FieldReader<'_>,
) -> Vec<(T, &'n Node)> {
    let mut given = Vec::with_capacity(known.len());
    for (number, (meant, _, node)) in known.iter().enumerate() {
        if known[..number].iter().any(|(other, ..)| is_same(*other, *meant)) {
            reader.remarks.extend(told(number, reader));
        } else if node.value != Value::Absent {
            given.push((*meant, *node));
        }
    }
    given
}

/// The key and the words of a block with nothing else in it.
fn pair_of(value: &Value) -> Option<(&str, &str)> {
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
    let words = |node: &Node| match &node.value {
        Value::Scalar(words) => Some(words.trim().to_owned()),
        _ => None,
    };
    let parts: Option<Vec<String>> = match value {
        Value::List(items) => {
            items.iter().map(|item| words(item).or_else(|| on_one_line(&item.value))).collect()
        }
        Value::Map(mapping) => {
            mapping.entries.iter().map(|(key, node)| Some(format!("{} {}", key.text, words(node)?))).collect()
        }
        _ => None,
    };
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join(", "))
}

impl<'n> Given<'n> {
    /// What was given for a field.
    pub fn node(&self, field: &FieldInfo) -> Option<&'n Node> {
        self.found(field).map(|(_, node)| node)
    }

    /// Whether something was given for the field with this English key, readable or not.
    pub fn has(&self, key: &str) -> bool {
        self.values.iter().any(|(given, _)| given.en == key)
    }

    pub(super) fn found(&self, field: &FieldInfo) -> Option<(&'static FieldInfo, &'n Node)> {
        self.values.iter().find(|(given, _)| given.en == field.en).copied()
    }
}
