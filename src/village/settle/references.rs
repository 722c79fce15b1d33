//! Every reference meets the entry it means, every path its file.

use std::collections::HashMap;

use super::messages;
use crate::ground::{Diagnostic, Remarks, closest, fold};
use crate::read::{Prose, Source, Span, TextFile};
use crate::village::entry::{EntryId, Village};
use crate::village::field::{Described, FileRef, KindInfo, Picture, Target, Visitor};
use crate::village::kinds::{Details, Kind, VenueRef};

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
        source.texts.iter().map(|file| (file.path.as_str(), file)).collect();
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
        remarks.extend(unknown_room(village, EntryId(number), file));
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

/// An event in a room that its venue does not have.
fn unknown_room(village: &Village, id: EntryId, file: &TextFile) -> Option<Diagnostic> {
    let entry = village.entry(id);
    let Details::Event(event) = &entry.details else { return None };
    let room = event.room.as_ref()?;
    let VenueRef::Venue(reference) = &event.venue.as_ref()?.value else { return None };
    let venue = village.entry(entry.target(reference.span)?);
    let Details::Venue(details) = &venue.details else { return None };
    if details.room(room.as_str()).is_some() {
        return None;
    }
    let names: Vec<&str> = details.room_names().collect();
    let near = closest(room.as_str(), names.iter().copied());
    Some(messages::unknown_room(file.place(room.span), room.as_str(), &venue.name, near, &names))
}
