//! Every reference meets the entry it means, every path its file.

use std::collections::HashMap;

use super::messages;
use crate::ground::{Diagnostic, Remarks, closest, fold};
use crate::read::{Prose, Source, Span, TextFile};
use crate::village::entry::{EntryId, Village};
use crate::village::field::{Described, FileRef, KindInfo, Picture, Referable, Target, Visitor};
use crate::village::kinds::{Details, Kind};
use crate::village::parts::VenueRef;
use crate::village::referred::ToVenue;

/// Which entries a word may mean, kind by kind.
struct Names {
    by_word: HashMap<(&'static str, String), Vec<EntryId>>,
}

impl Names {
    fn of(village: &Village) -> Self {
        let mut by_word: HashMap<(&'static str, String), Vec<EntryId>> = HashMap::new();
        for entry in &village.entries {
            let kind = entry.kind().info().id;
            let stem = fold(entry.path.stem());
            for word in [fold(&entry.slug), fold(&entry.name), stem] {
                let meant = by_word.entry((kind, word)).or_default();
                if meant.last() != Some(&entry.id) {
                    meant.push(entry.id);
                }
            }
        }
        Self { by_word }
    }

    fn meant(&self, kind: &KindInfo, typed: &str) -> &[EntryId] {
        let name = typed.trim_end_matches('/').rsplit('/').next().unwrap_or(typed);
        let name =
            [".md", ".yaml", ".yml"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
        let direct = self.by_word.get(&(kind.id, fold(typed)));
        direct.or_else(|| self.by_word.get(&(kind.id, fold(name)))).map_or(&[], Vec::as_slice)
    }
}

/// Looks up everything that entries and settings point at, and says what is not there.
pub(super) fn resolve(village: &mut Village, source: &Source, remarks: &mut Remarks) {
    let names = Names::of(village);
    let files: HashMap<&str, &TextFile> =
        source.texts.iter().map(|file| (file.path.as_str(), &**file)).collect();
    for number in 0..village.entries.len() {
        let entry = &village.entries[number];
        let Some(file) = files.get(entry.path.as_str()) else { continue };
        let draft = std::sync::Arc::clone(&entry.draft);
        let mut resolver = Resolver {
            village,
            names: &names,
            file,
            targets: Vec::new(),
            files: Vec::new(),
            said: Vec::new(),
        };
        draft.head.visit_fields(&mut resolver);
        draft.details.visit(&mut resolver);
        let (targets, found_files, said) = (resolver.targets, resolver.files, resolver.said);
        remarks.extend(said);
        village.entries[number].targets = targets;
        village.entries[number].files = found_files;
        remarks.extend(wrong_rooms(village, &names, EntryId(number), file));
    }
    if let Some(file) = &source.site {
        let settings = std::sync::Arc::clone(&village.settings);
        let mut resolver = Resolver {
            village,
            names: &names,
            file,
            targets: Vec::new(),
            files: Vec::new(),
            said: Vec::new(),
        };
        settings.visit_fields(&mut resolver);
        let (targets, found_files, said) = (resolver.targets, resolver.files, resolver.said);
        remarks.extend(said);
        village.publisher = targets.first().map(|(_, id)| *id);
        village.settings_files = found_files;
    }
}

struct Resolver<'v> {
    village: &'v Village,
    names: &'v Names,
    file: &'v TextFile,
    targets: Vec<(Span, EntryId)>,
    files: Vec<(Span, usize)>,
    said: Vec<Diagnostic>,
}

impl<'a> Visitor<'a> for Resolver<'_> {
    fn reference(&mut self, reference: Target<'a>) {
        match self.names.meant(reference.kind, reference.typed) {
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

impl Resolver<'_> {
    fn unknown(&self, reference: &Target<'_>) -> Diagnostic {
        let place = self.file.place(reference.span);
        let other = Kind::ALL.iter().find(|kind| {
            kind.info() != reference.kind && !self.names.meant(kind.info(), reference.typed).is_empty()
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
fn wrong_rooms(village: &Village, names: &Names, id: EntryId, file: &TextFile) -> Vec<Diagnostic> {
    let entry = village.entry(id);
    let Details::Event(event) = &entry.details else { return Vec::new() };
    let Some(at) = &event.venue else { return Vec::new() };
    let venue = match &at.value {
        VenueRef::Venue(reference) => entry.target(reference.span),
        VenueRef::Elsewhere(place) => {
            let called = place.name.as_ref().map_or("", |name| name.as_str());
            let known =
                names.meant(<ToVenue as Referable>::INFO, called).first().map(|id| village.entry(*id));
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
