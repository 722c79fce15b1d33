//! Matches the typed keys with the described fields, and finds the known, unknown, doubled and missing ones.

use std::cell::OnceCell;

use super::doubled::DoubledFields;
use super::messages;
use super::reader::FieldReader;
use super::shape::{FieldInfo, Need, Shape, is_squeezed, squeezed};
use super::strange_keys::StrangeKey;
use crate::ground::{Code, Diagnostic, Place, fold};
use crate::read::{Key, Mapping, Node, Span, Value};

/// In bytes: the most that a value may have; a longer text belongs below the dashes. No field's reader gets a
/// longer one, as some compare every word with every other.
const LONGEST_LINE: usize = 2_000;

/// At most this many unknown keys are compared with every field: a file that has more does not hold fields.
const MOST_COMPARED: usize = 50;

/// The fields that may be given in one place: those of the kind, and those common to all kinds.
pub struct FieldSet<'s> {
    lists: &'s [&'static [FieldInfo]],
}

/// The fields that were given.
pub struct Given<'n> {
    values: Vec<(&'static FieldInfo, &'n Node)>,
}

impl<'s> FieldSet<'s> {
    /// Makes a set from several lists; if two use the same word, the earlier one wins.
    pub fn new(lists: &'s [&'static [FieldInfo]]) -> Self {
        Self { lists }
    }

    fn fields(&self) -> impl Iterator<Item = &'static FieldInfo> {
        self.lists.iter().flat_map(|list| list.iter())
    }

    /// Finds the field with this name, whatever the spelling: `Opening hours`, `opening_hours`.
    pub fn find(&self, key: &str) -> Option<&'static FieldInfo> {
        let exact = self.fields().find(|field| field.en == key || field.nl == key);
        // Alternative names are nearly always written as listed, which is quick to check.
        let exact = exact.or_else(|| self.fields().find(|field| field.also.contains(&key)));
        exact.or_else(|| {
            let typed = squeezed(key);
            self.fields().find(|field| field.names().any(|name| is_squeezed(name, &typed)))
        })
    }

    /// Sorts out what was typed: reports what is unknown, doubled or, unless keys were lost already, missing.
    pub fn sort<'n>(
        &self,
        mapping: &'n Mapping,
        full_span: Span,
        is_damaged: bool,
        reader: &mut FieldReader<'_>,
    ) -> Given<'n> {
        let (given, missing) = self.sort_and_find_missing(mapping, is_damaged, reader);
        let locale = reader.locale().unwrap_or_default();
        for field in missing {
            reader.report(messages::missing_field(reader.place(full_span), field, locale));
        }
        given
    }

    /// Does the same, but returns the missing fields unreported, for callers with more to say about them.
    pub fn sort_and_find_missing<'n>(
        &self,
        mapping: &'n Mapping,
        is_damaged: bool,
        reader: &mut FieldReader<'_>,
    ) -> (Given<'n>, Vec<&'static FieldInfo>) {
        let unknown_remark = |key: &Key, node: &Node, reader: &FieldReader<'_>| {
            let (place, locale) = (reader.place(key.span), reader.locale());
            let file = reader.file();
            StrangeKey { place, key, node, mapping, lists: self.lists, locale, file }.into_remark()
        };
        // The user's language must be known before anything is reported.
        for (key, _) in &mapping.entries {
            // What was found elsewhere, such as a day in the file name, was typed in no language.
            if let Some(field) = self.find(&key.text)
                && field.en != field.nl
                && key.span != Span::default()
            {
                reader.count_language_of(&key.text, field);
            }
        }
        let known = known_keys(mapping, |key| self.find(key), unknown_remark, reader);
        // Nearly always every field is given once, and this work is skipped.
        let (doubled, file) = (OnceCell::new(), reader.file());
        let doubled_remark = |index: usize, _: &FieldReader<'_>| {
            doubled.get_or_init(|| DoubledFields::of(&known, file, self.fields().collect())).remark_on(index)
        };
        let is_same = |one: &FieldInfo, other: &FieldInfo| one.en == other.en;
        let mut values = each_once(&known, is_same, doubled_remark, reader);
        values.retain(|(field, node)| !is_left_empty(field, node));
        let missing = if is_damaged { Vec::new() } else { self.missing(&values, mapping, reader) };
        let given = values.iter().map(|(field, node)| (field.en, node.span)).collect();
        values.retain(|(field, node)| !is_too_long(field, node, reader));
        reader.set_surroundings(self.lists, given);
        (Given { values }, missing)
    }

    /// Returns the missing required fields, except those for which an unknown key stands: that is reported.
    fn missing(
        &self,
        values: &[(&'static FieldInfo, &Node)],
        mapping: &Mapping,
        reader: &FieldReader<'_>,
    ) -> Vec<&'static FieldInfo> {
        let is_given = |name: &str| values.iter().any(|(given, _)| given.en == name);
        let is_wanted = |field: &FieldInfo| match field.need {
            Need::Required => true,
            Need::Unless(others) => !others.iter().any(|other| is_given(other)),
            Need::Optional => false,
        };
        let strange_keys = OnceCell::new();
        let has_stand_in = |field: &FieldInfo| {
            let strange_keys = strange_keys.get_or_init(|| self.strange_keys(mapping, reader));
            strange_keys.iter().any(|(key, meant)| *meant == Some(field.en) || key.is_of_pair(field))
        };
        self.fields()
            .filter(|field| is_wanted(field) && !is_given(field.en) && !has_stand_in(field))
            .collect()
    }
}

impl FieldSet<'_> {
    /// Returns the unknown keys, each with the name of the field that it may stand for.
    fn strange_keys<'k>(
        &'k self,
        mapping: &'k Mapping,
        reader: &FieldReader<'k>,
    ) -> Vec<(StrangeKey<'k>, Option<&'static str>)> {
        let keys = mapping.entries.iter().filter(|(key, _)| self.find(&key.text).is_none());
        let compared = keys.take(MOST_COMPARED).map(|(key, node)| {
            // Nothing is reported about them here, so any place will do.
            let (place, locale) = (Place::of_file(reader.file().path.shared()), reader.locale());
            let file = reader.file();
            let strange = StrangeKey { place, key, node, mapping, lists: self.lists, locale, file };
            let meant = strange.likely_field().map(|meant| meant.en);
            (strange, meant)
        });
        compared.collect()
    }
}

/// Groups that a place has or lacks, so that "no" is a full answer. For other groups, "no" is reported.
const MAY_BE_DENIED: [&str; 1] = ["emergency_point"];

/// Whether a group was left blank, as editors in a browser write one, or is said not to exist.
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

/// Reports lines that are too long to read, and returns whether there are any.
fn is_too_long(field: &FieldInfo, node: &Node, reader: &mut FieldReader<'_>) -> bool {
    match &node.value {
        Value::Scalar(text) if text.len() > LONGEST_LINE => {
            let (count, is_list) = (text.chars().count(), matches!(field.shape, Shape::Many(_)));
            reader.report(messages::line_too_long(reader.place(node.span), count, LONGEST_LINE, is_list));
            true
        }
        Value::Scalar(_) | Value::Absent => false,
        // Reports all of them, not only the first.
        Value::List(items) => items.iter().filter(|item| is_too_long(field, item, reader)).count() > 0,
        Value::Map(Mapping { entries }) => {
            entries.iter().filter(|(_, node)| is_too_long(field, node, reader)).count() > 0
        }
    }
}

/// Whether a node holds no words.
pub(super) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Absent => true,
        Value::Map(mapping) => {
            !mapping.entries.is_empty() && mapping.entries.iter().all(|(_, node)| is_blank(node))
        }
        _ => false,
    }
}

/// A known key, with what it means and its value.
pub(crate) type KnownKey<'n, T> = (T, &'n Key, &'n Node);

/// Returns the keys that are known here, and reports the others by `unknown_remark`.
pub(crate) fn known_keys<'n, T>(
    mapping: &'n Mapping,
    find: impl Fn(&str) -> Option<T>,
    unknown_remark: impl Fn(&Key, &Node, &FieldReader<'_>) -> Diagnostic,
    reader: &mut FieldReader<'_>,
) -> Vec<KnownKey<'n, T>> {
    let mut known = Vec::with_capacity(mapping.entries.len());
    let mut unknown_keys = Vec::new();
    for (key, node) in &mapping.entries {
        match find(&key.text) {
            Some(meant) => known.push((meant, key, node)),
            None => unknown_keys.push((key, node)),
        }
    }
    // Finding out what a key was meant to be takes a look at every field.
    for (key, node) in unknown_keys.iter().take(MOST_COMPARED) {
        reader.report(unknown_remark(key, node, reader));
    }
    if let Some((key, _)) = unknown_keys.get(MOST_COMPARED) {
        let rest = unknown_keys.len() - MOST_COMPARED;
        reader.report(Diagnostic::rest_of(Code::UnknownKey, reader.place(key.span), rest));
    }
    known
}

/// Returns each value once, and reports keys that mean the same as an earlier one by `doubled_remark`.
pub(crate) fn each_once<'n, T: Copy>(
    known: &[KnownKey<'n, T>],
    is_same: impl Fn(T, T) -> bool,
    doubled_remark: impl Fn(usize, &FieldReader<'_>) -> Option<Diagnostic>,
    reader: &mut FieldReader<'_>,
) -> Vec<(T, &'n Node)> {
    let mut given = Vec::with_capacity(known.len());
    for (index, (meant, _, node)) in known.iter().enumerate() {
        if known[..index].iter().any(|(other, ..)| is_same(*other, *meant)) {
            if let Some(remark) = doubled_remark(index, reader) {
                reader.report(remark);
            }
        } else if node.value != Value::Absent {
            given.push((*meant, *node));
        }
    }
    given
}

impl<'n> Given<'n> {
    /// Returns what was given for a field.
    pub fn node(&self, field: &FieldInfo) -> Option<&'n Node> {
        self.field_and_node(field).map(|(_, node)| node)
    }

    /// Whether something was given for the field with this English key, readable or not.
    pub fn has(&self, key: &str) -> bool {
        self.values.iter().any(|(given, _)| given.en == key)
    }

    /// Returns what was given for a field, with the field itself.
    pub(super) fn field_and_node(&self, field: &FieldInfo) -> Option<(&'static FieldInfo, &'n Node)> {
        self.values.iter().find(|(given, _)| given.en == field.en).copied()
    }
}
