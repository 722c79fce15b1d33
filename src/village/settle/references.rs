//! Every reference meets the entry it means, every path its file.

use std::collections::HashMap;

use super::messages;
use crate::ground::{Diagnostic, Remarks, closest, fold, in_parallel};
use crate::read::{Prose, Source, Span, TextFile};
use crate::village::entry::{Entry, EntryId, Village};
use crate::village::field::{Described, FileRef, KindInfo, Picture, Referable, Target, Visitor};
use crate::village::kinds::{Details, Kind};
use crate::village::parts::VenueRef;
use crate::village::referred::ToVenue;

/// Which entries a word may mean, kind by kind.
struct Names<'v> {
    by_kind: HashMap<&'static str, HashMap<&'v str, Vec<EntryId>>>,
}

impl<'v> Names<'v> {
    fn of(village: &'v Village) -> Self {
        let mut by_kind: HashMap<&'static str, HashMap<&'v str, Vec<EntryId>>> = HashMap::new();
        for entry in &village.entries {
            let by_word = by_kind.entry(entry.kind().info().id).or_default();
            for word in &entry.draft.words {
                let meant = by_word.entry(word.as_str()).or_default();
                if meant.last() != Some(&entry.id) {
                    meant.push(entry.id);
                }
            }
        }
        Self { by_kind }
    }

    /// The entries that a word may mean, also when it is written as a path to their file.
    fn meant(&self, kind: &KindInfo, typed: &str, folded: &str) -> &[EntryId] {
        let Some(by_word) = self.by_kind.get(kind.id) else { return &[] };
        if let Some(direct) = by_word.get(folded) {
            return direct;
        }
        let name = typed.trim_end_matches('/').rsplit('/').next().unwrap_or(typed);
        let name =
            [".md", ".yaml", ".yml"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
        by_word.get(fold(name).as_str()).map_or(&[], Vec::as_slice)
    }
}

/// Looks up everything that entries and settings point at, and says what is not there.
pub(super) fn resolve(village: &mut Village, source: &Source, remarks: &mut Remarks) {
    let files: HashMap<&str, &TextFile> =
        source.texts.iter().map(|file| (file.path.as_str(), &**file)).collect();
    let names = Names::of(village);
    let found = in_parallel(&village.entries, |entry| {
        let file = files.get(entry.path.as_str())?;
        let mut resolver = Resolver::new(village, &names, file);
        entry.draft.head.visit_fields(&mut resolver);
        entry.draft.details.visit(&mut resolver);
        resolver.said.extend(wrong_rooms(village, &names, entry, &resolver.targets, file));
        Some(resolver.into_found())
    });
    let of_settings = source.site.as_ref().map(|file| {
        let mut resolver = Resolver::new(village, &names, file);
        village.settings.visit_fields(&mut resolver);
        resolver.into_found()
    });
    drop(names);
    for (entry, found) in village.entries.iter_mut().zip(found) {
        let Some(found) = found else { continue };
        remarks.extend(found.said);
        entry.targets = found.targets;
        entry.files = found.files;
    }
    if let Some(found) = of_settings {
        remarks.extend(found.said);
        village.publisher = found.targets.first().map(|(_, id)| *id);
        village.settings_files = found.files;
    }
}

/// Where the references and paths of an entry lead, and what is to be said of them.
struct Found {
    targets: Vec<(Span, EntryId)>,
    files: Vec<(Span, usize)>,
    said: Vec<Diagnostic>,
}

struct Resolver<'v> {
    village: &'v Village,
    names: &'v Names<'v>,
    file: &'v TextFile,
    targets: Vec<(Span, EntryId)>,
    files: Vec<(Span, usize)>,
    said: Vec<Diagnostic>,
}

impl<'a> Visitor<'a> for Resolver<'_> {
    fn reference(&mut self, reference: Target<'a>) {
        match self.names.meant(reference.kind, reference.typed, reference.folded) {
            [id] => self.targets.push((reference.span, *id)),
            [] => {
                let remark = self.unknown(&reference);
                self.said.push(remark);
            }
            several => {
                let slugs: Vec<&str> =
                    several.iter().map(|id| self.village.entry(*id).slug.as_str()).collect();
                self.said.push(messages::several_meant(
                    self.file.place(reference.span),
                    reference.typed,
                    &slugs,
                ));
                self.targets.extend(several.first().map(|id| (reference.span, *id)));
            }
        }
    }

    fn file(&mut self, file: &'a FileRef) {
        match self.village.find_file(&self.file.path, &file.typed) {
            Ok(number) => self.files.push((file.span, number)),
            Err(near) => self.said.push(messages::missing_file(
                self.file.place(file.span),
                &file.typed,
                near.as_deref(),
            )),
        }
    }

    fn picture(&mut self, _: &'a Picture) {}

    fn text(&mut self, _: &'a Prose) {}
}

impl<'v> Resolver<'v> {
    fn new(village: &'v Village, names: &'v Names<'v>, file: &'v TextFile) -> Self {
        Self { village, names, file, targets: Vec::new(), files: Vec::new(), said: Vec::new() }
    }

    fn into_found(self) -> Found {
        Found { targets: self.targets, files: self.files, said: self.said }
    }

    fn unknown(&self, reference: &Target<'_>) -> Diagnostic {
        let place = self.file.place(reference.span);
        let other = Kind::ALL.iter().find(|kind| {
            kind.info() != reference.kind
                && !self.names.meant(kind.info(), reference.typed, reference.folded).is_empty()
        });
        if let Some(other) = other {
            return messages::other_kind(place, reference.typed, reference.kind, other.info());
        }
        let candidates: Vec<&str> = self
            .village
            .entries
            .iter()
            .filter(|entry| entry.kind().info() == reference.kind)
            .flat_map(|entry| [entry.slug.as_str(), entry.name.as_str()])
            .collect();
        let near = closest(reference.typed, candidates.iter().copied());
        let some: Vec<&str> = candidates.iter().step_by(2).copied().take(6).collect();
        messages::unknown_reference(place, reference.typed, reference.kind, near, &some)
    }
}

/// Rooms that the venue of an event does not have, and a known venue with a room behind a comma.
fn wrong_rooms(
    village: &Village,
    names: &Names<'_>,
    entry: &Entry,
    targets: &[(Span, EntryId)],
    file: &TextFile,
) -> Vec<Diagnostic> {
    let Details::Event(event) = &entry.details else { return Vec::new() };
    let Some(at) = &event.venue else { return Vec::new() };
    let venue = match &at.value {
        VenueRef::Venue(reference) => targets.iter().find(|(at, _)| *at == reference.span).map(|(_, id)| *id),
        VenueRef::Elsewhere(place) => {
            let called = place.name.as_ref().map_or("", |name| name.as_str());
            let known = names
                .meant(<ToVenue as Referable>::INFO, called, &fold(called))
                .first()
                .map(|id| village.entry(*id));
            let behind = place.address.as_ref().map(|address| address.one_line()).unwrap_or_default();
            let is_line = place.name.as_ref().is_some_and(|name| name.span == at.span);
            return known
                .filter(|_| is_line)
                .map(|venue| messages::room_behind_comma(file.place(at.span), &venue.name, &behind))
                .into_iter()
                .collect();
        }
    };
    let Some(Details::Venue(details)) = venue.map(|id| &village.entry(id).details) else { return Vec::new() };
    let name = venue.map_or("", |id| village.entry(id).name.as_str());
    let rooms = event.room.iter().flat_map(|rooms| rooms.iter());
    rooms
        .filter(|room| details.room(room.as_str()).is_none())
        .map(|room| {
            let names: Vec<&str> = details.room_names().collect();
            let near = closest(room.as_str(), names.iter().copied());
            messages::unknown_room(file.place(room.span), room.as_str(), name, near, &names)
        })
        .collect()
}
