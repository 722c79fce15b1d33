//! One file becomes drafts: the fields of its entries read, the title and the day found where they stand.

use std::borrow::Cow;
use std::sync::Arc;

use super::day_told::day_told_by;
use super::slugs::{date_in_front, misread_day, slug_of};
use super::{below_block, messages, misplaced, name_messages};
use crate::field::messages::missing_field;
use crate::field::{Described, Field, FieldInfo, FieldReader, Markdown, Picture, PictureFields, SetOfFields};
use crate::ground::{Diagnostic, Locale, TimeZone, fold, name_in_words};
use crate::read::{Key, Mapping, Node, Prose, RawEntry, Span, TextFile, Value};
use crate::village::entry::Draft;
use crate::village::kinds::{Checking, Event, Head, Kind};
use crate::village::parts::Insert;
use crate::village::private::{Find, finds_in};
use crate::village::translation::Translation;

/// A draft with what is to be said of it.
pub(super) struct Drafted {
    pub(super) draft: Option<Arc<Draft>>,
    /// What is said of another entry in another language.
    pub(super) translation: Option<Arc<Translation>>,
    pub(super) remarks: Vec<Diagnostic>,
    pub(super) locale: Option<Locale>,
    /// Whether more than one key tells that.
    pub(super) is_sure_of_locale: bool,
    /// What seems private.
    pub(super) finds: Vec<Find>,
}

/// The entries of a file, by the folder it is in.
pub(super) fn entries_of(file: &TextFile, zone: &TimeZone) -> Vec<Drafted> {
    let Some(kind) = file.path.top().and_then(Kind::of_folder) else { return Vec::new() };
    file.entries.iter().map(|raw| draft_of(kind, file, raw, zone)).collect()
}

fn draft_of(kind: Kind, file: &TextFile, raw: &RawEntry, zone: &TimeZone) -> Drafted {
    let mut reader = FieldReader::new(file, zone);
    let fields = with_what_stands_elsewhere(kind, file, raw);
    let set = [kind.fields(), Head::FIELDS];
    let field_set = SetOfFields::new(&set);
    let (given, missing) = field_set.sort_but_missing(&fields, raw.damaged, &mut reader);
    let spoken = reader.locale().unwrap_or_default();
    for field in missing {
        let remark = missing_field(file.place(raw.span), field, spoken);
        let (key, is_day) = (field.name(spoken), field.en == "date" && !raw.listed);
        reader.say(if is_day { with_why_no_day(remark, kind, file, raw, key) } else { remark });
    }
    let details = kind.read(&given, &mut reader);
    let head = Head::read(&given, &mut reader);
    let (locale, is_sure_of_locale) = (reader.locale(), reader.is_sure_of_locale());
    let mut remarks = reader.into_remarks();
    misplaced::tell(kind, file, &fields, &field_set, &mut remarks);
    remarks.extend(below_block::remarks_below_block(file, raw, &field_set, &given));
    let is_typed = |key: &str| given.has(key);
    let place = |span| file.place(span);
    let heading = if kind == Kind::Event { heading_of(file, raw) } else { None };
    details.check(&mut Checking { place: &place, heading, is_typed: &is_typed, remarks: &mut remarks });
    if let (Some(from), Some(until)) = (&head.publish_from, &head.publish_until)
        && until.date < from.date
    {
        remarks.push(messages::never_published(file.place(until.span)));
    }
    let prose = text_of(file, raw, &head.text, &mut remarks);
    let inserts = inserts_of(file, &prose, zone, &mut remarks);
    let silent =
        |picture: &Picture| messages::undescribed(file, picture, raw.span, locale.unwrap_or_default());
    // What is on it may stand beside the photo instead of below it: where that belongs was said.
    let alt = PictureFields::FIELDS.iter().find(|field| field.en == "alt");
    let stands_beside =
        raw.fields.entries.iter().any(|(key, _)| alt.is_some_and(|alt| alt.is_named(&key.text)));
    let lead = head.image.iter().map(|image| &image.value);
    let lead = lead.filter(|image| !image.is_described() && !stands_beside);
    remarks.extend(lead.chain(inserts.iter().flatten().flat_map(Insert::undescribed)).map(silent));
    let given_name = details.name().as_ref().map(|name| name.as_str().to_owned());
    let name = given_name.unwrap_or_else(|| name_from_file(file));
    let shows_title = prose.title.as_ref().is_some_and(|title| fold(&title.text) != fold(&name));
    let own_day = <&Event>::try_from(&details).ok().and_then(|event| event.date.as_ref()).map(|day| day.date);
    let slug = match slug_of(kind, file, raw, &head, &name, own_day) {
        Ok(slug) => slug,
        Err(remark) => {
            // Without an address an entry cannot be shown or referred to; nothing else is said of it.
            remarks.push(*remark);
            let finds = Vec::new();
            return Drafted { draft: None, translation: None, remarks, locale, is_sure_of_locale, finds };
        }
    };
    // What nobody can read yet is told when it is no draft any more.
    let is_draft = head.draft.as_ref().is_some_and(|draft| draft.value.0);
    let finds = if is_draft { Vec::new() } else { finds_in(file, raw, &set) };
    let path = file.path.clone();
    let words = [fold(&slug), fold(&name), fold(path.stem())];
    let span = raw.span;
    let draft =
        Draft { head, details, prose, inserts, shows_title, name, words, language: None, slug, path, span };
    Drafted { draft: Some(Arc::new(draft)), translation: None, remarks, locale, is_sure_of_locale, finds }
}

/// Where the words of the first heading stand, when they can be found as they are.
fn heading_of(file: &TextFile, raw: &RawEntry) -> Option<Span> {
    let title = &raw.prose.title.as_ref()?.text;
    let start = raw.span.start as usize;
    let line = file.text.get(start..)?.lines().find(|line| line.starts_with('#') && line.contains(title))?;
    let offset = file.text.get(start..)?.find(line)? + line.find(title)?;
    Some(Span::new(start + offset, start + offset + title.len()))
}

/// That the day is missing, with why it is, as far as that can be seen. `key` is what the day is called.
fn with_why_no_day(remark: Diagnostic, kind: Kind, file: &TextFile, raw: &RawEntry, key: &str) -> Diagnostic {
    let has_keys = !raw.fields.entries.is_empty();
    let has_block = has_keys || file.text.trim_start().starts_with("---");
    // News may tell beforehand of a day that is not its own.
    let day = || (kind == Kind::Event).then(|| day_told_by(raw, file)).flatten();
    if let Some(misread) = misread_day(file.path.stem()) {
        return name_messages::day_in_name(remark, &file.path, &misread, key);
    }
    if !has_block && file.path.ends_in(&["md", "markdown"]) {
        return name_messages::day_without_block(remark, key, day());
    }
    // Below a line with a value of its own a day can be put.
    match day().filter(|_| has_keys && remark.place.line > 0) {
        Some(told) => name_messages::day_in_words(remark, key, told),
        None => remark,
    }
}

/// What the text shows between its words; its mistakes are told in the language that each block uses.
fn inserts_of(
    file: &TextFile,
    prose: &Prose,
    zone: &TimeZone,
    remarks: &mut Vec<Diagnostic>,
) -> Vec<Option<Insert>> {
    let read_insert = |raw| {
        let mut reader = FieldReader::new(file, zone);
        let insert = Insert::read(raw, &mut reader);
        remarks.extend(reader.into_remarks());
        insert
    };
    prose.inserts.iter().map(read_insert).collect()
}

/// The text below the block, or the one in a field; not both.
pub(super) fn text_of(
    file: &TextFile,
    raw: &RawEntry,
    in_field: &Field<Markdown>,
    remarks: &mut Vec<Diagnostic>,
) -> Arc<Prose> {
    match in_field {
        Some(text) if raw.prose.is_empty() => Arc::clone(&text.value.0),
        Some(text) => {
            remarks.push(messages::two_texts(file.place(text.span)));
            Arc::clone(&raw.prose)
        }
        None => Arc::clone(&raw.prose),
    }
}

/// The keys of an entry, with the name from the first heading and the day from the file's name where they
/// were not given. A file without a block is called what its heading says, or else what the file is called.
fn with_what_stands_elsewhere<'r>(kind: Kind, file: &TextFile, raw: &'r RawEntry) -> Cow<'r, Mapping> {
    let mut added = Vec::new();
    let lacks = |field: &FieldInfo| {
        let filled_in = || raw.fields.entries.iter().filter(|(_, node)| node.value != Value::Absent);
        // Nearly always it is written as it is called.
        let exactly = |name: &str| filled_in().any(|(key, _)| key.text == name);
        let nearly = |name: &str| filled_in().any(|(key, _)| fold(&key.text) == fold(name));
        !field.names().any(exactly) && !field.names().any(nearly)
    };
    if let Some(field) = kind.fields().first().filter(|field| lacks(field)) {
        let heading = raw.prose.title.as_ref().map(|title| title.text.clone());
        let without_block = raw.fields.entries.is_empty() && !raw.listed && !raw.damaged;
        let name = heading.or_else(|| without_block.then(|| name_from_file(file)));
        added.extend(name.map(|name| text_field(field.en, name)));
    }
    if let Some(field) = kind.fields().iter().find(|field| field.en == "date").filter(|field| lacks(field))
        && let Some((date, _)) = date_in_front(file.path.stem())
        && !raw.listed
    {
        added.push(text_field(field.en, date.to_string()));
    }
    if added.is_empty() {
        return Cow::Borrowed(&raw.fields);
    }
    let entries = added.into_iter().chain(raw.fields.entries.iter().cloned()).collect();
    Cow::Owned(Mapping { entries })
}

fn text_field(key: &str, text: String) -> (Key, Node) {
    let span = Span::default();
    (Key { text: key.to_owned(), span }, Node { value: Value::Scalar(text), span })
}

/// `open-inloop.md` is called "Open inloop".
fn name_from_file(file: &TextFile) -> String {
    let stem = file.path.stem();
    let rest = date_in_front(stem).map_or(stem, |(_, rest)| rest);
    name_in_words(rest)
}
