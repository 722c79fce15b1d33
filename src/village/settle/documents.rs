//! Describes the files in `documents/`, by the `.yaml` beside a file, else by its name, else by the entry
//! that points at it.

use std::collections::HashMap;

use super::document_messages as messages;
use super::document_names::{details_from_name, impossible_day};
use super::folder_locale::message_locale;
use super::names::Names;
use super::near_owners::nearly_owned;
use super::references::organisation_of;
use crate::field::{Described, FieldReader, FieldSet, OpenWord, Referenceable, Vocabulary, Word};
use crate::ground::{Date, Diagnostic, Locale, Place, Remarks, SitePath, closest, in_parallel};
use crate::read::{MediaFile, Source, TextFile};
use crate::village::document::{Document, DocumentFields, DocumentKind, Precision};
use crate::village::entry::{Entry, Village};
use crate::village::followed::EntryId;
use crate::village::kinds::{Details, Event, Kind};
use crate::village::parts::{Attachment, OrganiserRef};
use crate::village::private::{MeantPublic, PrivateData, private_data_in, private_remarks};
use crate::village::referred::ToOrganisation;

/// Returns the documents, newest first; those without a date come last.
pub(super) fn documents_of(
    village: &Village,
    source: &Source,
    meant: &MeantPublic,
    remarks: &mut Remarks,
) -> Vec<Document> {
    let in_documents = |file: &MediaFile| {
        file.path
            .top()
            .is_some_and(|top| ["documents", "documenten"].iter().any(|name| top.eq_ignore_ascii_case(name)))
    };
    let files: Vec<usize> = village
        .files
        .iter()
        .enumerate()
        .filter(|(_, file)| in_documents(file))
        .map(|(number, _)| number)
        .collect();
    if files.is_empty() && source.sidecars.is_empty() {
        return Vec::new();
    }
    let names = Names::of(village);
    let sidecars = read_sidecars(village, &names, source, meant, remarks);
    let linked_details = linked_details(village);
    // For each of these files, whether its document was found.
    let mut has_document = vec![false; sidecars.len()];
    let by_stem: HashMap<String, usize> = sidecars
        .iter()
        .enumerate()
        .map(|(number, note)| (folder_and_stem(&note.file.path), number))
        .collect();
    let mut documents = Vec::with_capacity(files.len());
    for number in files {
        let file = &village.files[number];
        if let Some(day) = impossible_day(file.path.stem()) {
            remarks.add(messages::impossible_day(Place::of_file(file.path.shared()), day));
        }
        let own = by_stem.get(&folder_and_stem(&file.path)).copied();
        let mut document = document_by_name(number, file, &names);
        if let Some(own) = own {
            has_document[own] = true;
            sidecars[own].fill_in(&mut document);
        }
        if let Some(linked) = linked_details.get(&number) {
            linked.fill_in(&mut document);
        }
        if let Some(remark) = nearly_owned(village, &document, file) {
            remarks.add(remark);
        }
        documents.push(document);
    }
    for (note, _) in sidecars.iter().zip(has_document).filter(|(_, has_document)| !has_document) {
        let near = nearest_document(village, note.file);
        remarks.add(messages::no_such_document(Place::of_file(note.file.path.shared()), near));
    }
    documents.sort_by(|one, other| other.day().cmp(&one.day()).then_with(|| one.title.cmp(&other.title)));
    documents
}

/// Returns the path without its extension, which a document shares with the file beside it.
fn folder_and_stem(path: &SitePath) -> String {
    format!("{}/{}", path.parent(), path.stem()).to_lowercase()
}

fn document_by_name(number: usize, file: &MediaFile, names: &Names<'_>) -> Document {
    let by_name = details_from_name(file, |words| {
        match names.meant(<ToOrganisation as Referenceable>::INFO, words, words) {
            [id] => Some(*id),
            _ => None,
        }
    });
    Document {
        file: number,
        title: by_name.title,
        date: by_name.date,
        kind: by_name.kind.map(OpenWord::known),
        organisation: by_name.organisation,
        status: by_name.status,
        summary: None,
        rest: by_name.rest,
    }
}

/// What a `.yaml` file says about the document beside it.
struct Sidecar<'s> {
    file: &'s TextFile,
    fields: DocumentFields,
    organisation: Option<EntryId>,
}

impl Sidecar<'_> {
    /// Copies what the file says into the document; this overrides what the name says.
    fn fill_in(&self, document: &mut Document) {
        let fields = &self.fields;
        if let Some(title) = &fields.title {
            title.as_str().clone_into(&mut document.title);
        }
        if let Some(date) = &fields.date {
            document.date = Some((date.date, Precision::Day));
        }
        if let Some(kind) = &fields.kind {
            document.kind = Some(kind.value.clone());
        }
        document.organisation = self.organisation.or(document.organisation);
        document.status = fields.status.as_ref().map(|status| status.value.0).or(document.status);
        document.summary = fields.summary.as_ref().map(|line| line.as_str().to_owned());
    }
}

fn read_sidecars<'s, 'v>(
    village: &'v Village,
    names: &Names<'v>,
    source: &'s Source,
    meant: &MeantPublic,
    remarks: &mut Remarks,
) -> Vec<Sidecar<'s>> {
    let zone = village.settings.zone();
    let files: Vec<&TextFile> = source.sidecars.iter().map(|file| &**file).collect();
    let read = in_parallel(&files, |file| {
        let file = *file;
        let mut reader = FieldReader::new(file, &zone);
        if let Some(second) = file.entries.iter().find(|entry| entry.listed) {
            reader.report(messages::as_list(file.place(second.span)));
        }
        let fields = file.entries.first().map_or_else(DocumentFields::default, |raw| {
            let set = FieldSet::new(&[DocumentFields::FIELDS]);
            let given = set.sort(&raw.fields, raw.span, raw.damaged, &mut reader);
            DocumentFields::read(&given, &mut reader)
        });
        let (organisation, unknown) = organisation_of(&fields, village, names, file);
        let locale = (reader.locale(), reader.is_sure_of_locale());
        let private_data: Vec<PrivateData> = file
            .entries
            .iter()
            .flat_map(|raw| private_data_in(file, raw, &[DocumentFields::FIELDS]))
            .collect();
        let private = private_remarks(file, &private_data, meant, None);
        let own_remarks: Vec<Diagnostic> =
            reader.into_remarks().into_iter().chain(unknown).chain(private).collect();
        (Sidecar { file, fields, organisation }, locale, own_remarks)
    });
    let mut notes = Vec::with_capacity(read.len());
    for (note, (locale, is_sure), own_remarks) in read {
        let in_english = note.file.path.top().is_some_and(|top| top.eq_ignore_ascii_case("documents"));
        let folder = if in_english { Locale::English } else { Locale::Dutch };
        let message_locale = message_locale(locale, is_sure, folder, remarks.locale());
        remarks.set_language_of(note.file.path.as_shared(), message_locale);
        remarks.extend(note.file.remarks.iter().cloned());
        remarks.extend(own_remarks);
        notes.push(note);
    }
    notes
}

/// Returns the document that may have been meant by a file without a document beside it.
fn nearest_document<'v>(village: &'v Village, file: &TextFile) -> Option<&'v str> {
    let neighbours = || village.files.iter().filter(|it| it.path.parent() == file.path.parent());
    let stem = closest(file.path.stem(), neighbours().map(|it| it.path.stem()))?;
    neighbours().find(|it| it.path.stem() == stem).map(|it| it.path.name())
}

/// What an entry says about a document by pointing at it.
#[derive(Default)]
struct LinkedDetails {
    organisation: Option<EntryId>,
    /// For minutes: the day of the meeting.
    meeting: Option<Date>,
    is_minutes: bool,
}

impl LinkedDetails {
    /// Copies what the entry says into the document, where that is still empty.
    fn fill_in(&self, document: &mut Document) {
        document.organisation = document.organisation.or(self.organisation);
        if self.is_minutes && document.kind.is_none() {
            document.kind = minutes_kind().map(OpenWord::known);
        }
        document.date = document.date.or(self.meeting.map(|day| (day, Precision::Day)));
    }
}

fn minutes_kind() -> Option<&'static Word> {
    DocumentKind::WORDS.iter().find(|word| word.label.nl == "notulen")
}

/// Returns the documents that meetings and organisations point at; the first that does so counts.
fn linked_details(village: &Village) -> HashMap<usize, LinkedDetails> {
    let mut found: HashMap<usize, LinkedDetails> = HashMap::new();
    let mut add_details = |entry: &Entry, attachment: &Attachment, linked: LinkedDetails| {
        let number = attachment.file.as_ref().and_then(|file| entry.file(file.value.span));
        if let Some(number) = number {
            found.entry(number).or_insert(linked);
        }
    };
    for (entry, event) in village.all::<Event>() {
        let organisation = organiser_of(entry, event);
        if let Some(minutes) = &event.minutes {
            let meeting = event.date.as_ref().map(|day| day.date).filter(|_| !event.is_recurring());
            add_details(entry, &minutes.value, LinkedDetails { organisation, meeting, is_minutes: true });
        }
    }
    for entry in village.of_kind(Kind::Organisation) {
        let Details::Organisation(organisation) = &entry.details else { continue };
        for document in organisation.documents.iter().flat_map(|list| list.iter()) {
            let linked = LinkedDetails { organisation: Some(entry.id), ..LinkedDetails::default() };
            add_details(entry, &document.value, linked);
        }
    }
    found
}

/// Returns the organisation of the village that organises an event.
fn organiser_of(entry: &Entry, event: &Event) -> Option<EntryId> {
    match &event.organiser.as_ref()?.value {
        OrganiserRef::Organisation(reference) => entry.target(reference.span),
        OrganiserRef::Other(_) => None,
    }
}
