//! Turns one file into drafts: reads the fields of its entries, and finds titles and days given elsewhere.

use std::borrow::Cow;
use std::sync::Arc;

use super::mentioned_day::day_mentioned_in;
use super::slugs::{leading_date, misread_day, slug_of};
use super::{below_block, messages, misplaced, name_messages};
use crate::field::messages::missing_field;
use crate::field::{Described, Field, FieldInfo, FieldReader, FieldSet, Markdown, Picture, PictureFields};
use crate::ground::{Code, Diagnostic, Locale, Severity, TimeZone, fold, name_in_words};
use crate::read::{Key, Mapping, Node, Prose, RawEntry, Span, TextFile, Value};
use crate::village::entry::Draft;
use crate::village::kinds::{CheckContext, Event, Head, Kind};
use crate::village::parts::Insert;
use crate::village::private::{PrivateData, private_data_in};
use crate::village::translation::Translation;

/// A draft with its diagnostics.
pub(super) struct Drafted {
    pub(super) draft: Option<Arc<Draft>>,
    /// A translation of another entry.
    pub(super) translation: Option<Arc<Translation>>,
    pub(super) remarks: Vec<Diagnostic>,
    pub(super) locale: Option<Locale>,
    /// Whether more than one key shows that language.
    pub(super) is_sure_of_locale: bool,
    /// What looks private in it.
    pub(super) private_data: Vec<PrivateData>,
}

/// Drafts the entries of a file; the folder it is in determines their kind.
pub(super) fn entries_of(file: &TextFile, zone: &TimeZone) -> Vec<Drafted> {
    let Some(kind) = file.path.top().and_then(Kind::of_folder) else { return Vec::new() };
    file.entries.iter().map(|raw| draft_of(kind, file, raw, zone)).collect()
}

fn draft_of(kind: Kind, file: &TextFile, raw: &RawEntry, zone: &TimeZone) -> Drafted {
    let mut reader = FieldReader::new(file, zone);
    let fields = with_derived_fields(kind, file, raw);
    let set = [kind.fields(), Head::FIELDS];
    let field_set = FieldSet::new(&set);
    let (given, missing) = field_set.sort_and_find_missing(&fields, raw.damaged, &mut reader);
    let message_locale = reader.locale().unwrap_or_default();
    let details = kind.read(&given, &mut reader);
    let head = Head::read(&given, &mut reader);
    let is_draft = head.draft.as_ref().is_some_and(|draft| draft.value.0);
    for field in missing {
        let mut remark = missing_field(file.place(raw.span), field, message_locale);
        if is_draft {
            // A draft need not be complete: it keeps nothing off the site but itself.
            remark.severity = Severity::Note;
        }
        let (key, is_day) = (field.name(message_locale), field.en == "date" && !raw.listed);
        reader.report(if is_day { explain_missing_day(remark, kind, file, raw, key) } else { remark });
    }
    let (locale, is_sure_of_locale) = (reader.locale(), reader.is_sure_of_locale());
    let mut remarks = reader.into_remarks();
    misplaced::report(kind, file, &fields, &field_set, &mut remarks);
    remarks.extend(below_block::remarks_below_block(file, raw, &field_set, &given));
    let is_typed = |key: &str| given.has(key);
    let place = |span| file.place(span);
    let heading = if kind == Kind::Event { heading_of(file, raw) } else { None };
    details.check(&mut CheckContext { place: &place, heading, is_typed: &is_typed, remarks: &mut remarks });
    if let (Some(from), Some(until)) = (&head.publish_from, &head.publish_until)
        && until.date < from.date
    {
        remarks.push(messages::never_published(file.place(until.span)));
    }
    let prose = text_of(file, raw, &head.text, &mut remarks);
    let inserts = inserts_of(file, &prose, zone, &mut remarks);
    let lead = undescribed_lead(&head, raw).filter(|_| !has_mistake_in_lead(&head, file, &remarks));
    let undescribed = lead.into_iter().chain(inserts.iter().flatten().flat_map(Insert::undescribed));
    remarks.extend(
        undescribed.map(|picture| messages::undescribed(file, picture, raw.span, locale.unwrap_or_default())),
    );
    let given_name = details.name().as_ref().map(|name| name.as_str().to_owned());
    let name = given_name.unwrap_or_else(|| name_from_file(file));
    let shows_title = prose.title.as_ref().is_some_and(|title| fold(&title.text) != fold(&name));
    let own_day = <&Event>::try_from(&details).ok().and_then(|event| event.date.as_ref()).map(|day| day.date);
    let slug = match slug_of(kind, file, raw, &head, &name, own_day) {
        Ok(slug) => slug,
        Err(remark) => {
            // Without an address, an entry cannot be shown or referred to, so nothing else about it matters.
            remarks.push(*remark);
            let (draft, translation, private_data) = (None, None, Vec::new());
            return Drafted { draft, translation, remarks, locale, is_sure_of_locale, private_data };
        }
    };
    // A draft is not public: private data in it is reported once it is no longer a draft.
    let private_data = if is_draft { Vec::new() } else { private_data_in(file, raw, &set) };
    let path = file.path.clone();
    let words = [fold(&slug), fold(&name), fold(path.stem())];
    let span = raw.span;
    let draft =
        Draft { head, details, prose, inserts, shows_title, name, words, language: None, slug, path, span };
    let (draft, translation) = (Some(Arc::new(draft)), None);
    Drafted { draft, translation, remarks, locale, is_sure_of_locale, private_data }
}

/// Returns the photo of the entry, if nothing describes it.
fn undescribed_lead<'h>(head: &'h Head, raw: &RawEntry) -> Option<&'h Picture> {
    // The description may be beside the photo field instead of below it: that is already reported.
    let alt = PictureFields::FIELDS.iter().find(|field| field.en == "alt")?;
    let has_separate_alt = raw.fields.entries.iter().any(|(key, _)| alt.is_named(&key.text));
    let lead = head.image.as_ref().map(|image| &image.value);
    lead.filter(|image| !image.is_described() && !has_separate_alt)
}

/// Whether a line in the photo of the entry could not be read: its description may be lost there.
fn has_mistake_in_lead(head: &Head, file: &TextFile, remarks: &[Diagnostic]) -> bool {
    let Some(image) = &head.image else { return false };
    let (first, text) = (file.place(image.span).line, &file.text);
    let below = text.get(image.span.start as usize..).unwrap_or_default().lines().skip(1);
    let lines = below.take_while(|line| line.starts_with(' ')).count();
    let last = first + u32::try_from(lines).unwrap_or(0);
    let is_within = |remark: &&Diagnostic| (first..=last).contains(&remark.place.line);
    let loses_value = |remark: &&Diagnostic| {
        matches!(remark.code, Code::UnknownKey | Code::DoubledKey | Code::LineExpected | Code::NoAnswer)
    };
    remarks.iter().filter(loses_value).chain(&file.remarks).any(|remark| is_within(&remark))
}

/// Returns the span of the words of the first heading, if the file contains them literally.
fn heading_of(file: &TextFile, raw: &RawEntry) -> Option<Span> {
    let title = &raw.prose.title.as_ref()?.text;
    let start = raw.span.start as usize;
    let line = file.text.get(start..)?.lines().find(|line| line.starts_with('#') && line.contains(title))?;
    let offset = file.text.get(start..)?.find(line)? + line.find(title)?;
    Some(Span::new(start + offset, start + offset + title.len()))
}

/// Adds to the message about a missing day why it is missing, if that is clear. `key` names the field.
fn explain_missing_day(
    remark: Diagnostic,
    kind: Kind,
    file: &TextFile,
    raw: &RawEntry,
    key: &str,
) -> Diagnostic {
    let has_keys = !raw.fields.entries.is_empty();
    let has_block = has_keys || file.text.trim_start().starts_with("---");
    // A news item may announce a day that is not its own date.
    let day = || (kind == Kind::Event).then(|| day_mentioned_in(raw, file)).flatten();
    if let Some(misread) = misread_day(file.path.stem()) {
        return name_messages::day_in_name(remark, &file.path, &misread, key);
    }
    if !has_block && file.path.ends_in(&["md", "markdown"]) {
        return name_messages::day_without_block(remark, key, day());
    }
    // The day can only be added below a line that has a value of its own.
    match day().filter(|_| has_keys && remark.place.line > 0) {
        Some(mentioned) => name_messages::day_in_text(remark, key, mentioned),
        None => remark,
    }
}

/// Reads the blocks in a text; errors are reported in the language of the keys in each block.
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

/// Returns the text below the block, or else the one in a field; reports it if both are given.
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

/// Returns the keys of an entry, adding the name from the first heading and the day from the file name if
/// they are not given. An entry without a block and without a heading is named after its file.
fn with_derived_fields<'r>(kind: Kind, file: &TextFile, raw: &'r RawEntry) -> Cow<'r, Mapping> {
    let mut added = Vec::new();
    let lacks = |field: &FieldInfo| {
        let filled_in = || raw.fields.entries.iter().filter(|(_, node)| node.value != Value::Absent);
        // Nearly all keys are spelled exactly like the field.
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
        && let Some((date, _)) = leading_date(file.path.stem())
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

/// Returns the name that follows from the file name: `open-inloop.md` gives "Open inloop".
fn name_from_file(file: &TextFile) -> String {
    let stem = file.path.stem();
    let rest = leading_date(stem).map_or(stem, |(_, rest)| rest);
    name_in_words(rest)
}
