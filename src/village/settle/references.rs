//! Looks up what each reference and path leads to, an entry or a file, and reports what is missing.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::names::{Kinds, Names};
use super::near_names::extra_words;
use super::posters::{has_little_text, is_no_picture, looks_like_poster, poster_without_text};
use super::venue_words::VenueWords;
use super::{insert_messages, messages, name_messages, room_messages};
use crate::field::{Described, FieldValue, FileRef, Picture, Referenceable, Target, Visitor};
use crate::ground::{Diagnostic, Remarks, SitePath, closest, fold, in_parallel};
use crate::read::{Prose, Source, Span, TextFile};
use crate::village::entry::{Draft, Entry, Links, Village};
use crate::village::followed::{EntryId, LinkTarget};
use crate::village::kinds::{Details, Event, Kind, Venue};
use crate::village::parts::{Elsewhere, VenueRef, alt_from_name, is_in_folder};
use crate::village::referred::ToVenue;

/// The resolved references, paths and links of an entry.
pub(super) struct Resolved {
    draft: Arc<Draft>,
    links: Arc<Links>,
    /// The kinds whose names were looked up.
    looked_up: Kinds,
    /// Whether there were no diagnostics. Those depend on all other entries, so they are produced every time.
    is_clean: bool,
}

/// Looks up everything that entries and settings point at, and reports what is missing. `before` holds the
/// previous results if the register is still the same, and is empty otherwise.
pub(super) fn resolve(
    village: &mut Village,
    source: &Source,
    before: &[Resolved],
    remarks: &mut Remarks,
) -> Vec<Resolved> {
    let renamed_kinds = renamed_kinds(village, before);
    let names = Names::of(village);
    let found_links = in_parallel(&village.entries, |entry| {
        let previous = before.get(entry.id.0).filter(|previous| {
            previous.is_clean
                && Arc::ptr_eq(&previous.draft, &entry.draft)
                && !previous.looked_up.meets(renamed_kinds)
        });
        match previous {
            Some(previous) => (Arc::clone(&previous.links), previous.looked_up, Vec::new()),
            None => links_of(entry, village, &names, source),
        }
    });
    let of_settings = source.site.as_ref().map(|file| {
        let mut resolver = Resolver::new(village, &names, file);
        village.settings.visit_fields(&mut resolver);
        (resolver.links, resolver.remarks)
    });
    drop(names);
    let mut resolved = Vec::with_capacity(found_links.len());
    for (entry, (links, looked_up, entry_remarks)) in village.entries.iter_mut().zip(found_links) {
        let draft = Arc::clone(&entry.draft);
        entry.links = Arc::clone(&links);
        resolved.push(Resolved { draft, links, looked_up, is_clean: entry_remarks.is_empty() });
        remarks.extend(entry_remarks);
    }
    if let Some((links, settings_remarks)) = of_settings {
        remarks.extend(settings_remarks);
        village.publisher = links.targets.first().map(|(_, id)| *id);
        village.settings_files = links.files;
    }
    resolved
}

/// Returns the kinds in which any entry has other words than before; any change counts for venues (rooms).
fn renamed_kinds(village: &Village, before: &[Resolved]) -> Kinds {
    let mut renamed_kinds = Kinds::default();
    for (entry, previous) in village.entries.iter().zip(before) {
        let is_same = Arc::ptr_eq(&entry.draft, &previous.draft)
            || entry.kind() != Kind::Venue && entry.draft.words == previous.draft.words;
        if !is_same {
            renamed_kinds.add(entry.kind());
        }
    }
    renamed_kinds
}

/// Returns the targets of everything in an entry, the kinds whose names were looked up, and the diagnostics.
fn links_of<'v>(
    entry: &Entry,
    village: &'v Village,
    names: &Names<'v>,
    source: &Source,
) -> (Arc<Links>, Kinds, Vec<Diagnostic>) {
    let Some(file) = source.text(&entry.path) else { return Default::default() };
    let mut resolver = Resolver::new(village, names, file);
    resolver.has_little_text = has_little_text(&entry.prose);
    entry.draft.visit(&mut resolver);
    resolver.check_rooms(entry);
    resolver.links.followed = village.follow_all(&entry.path, &entry.texts());
    let shown = resolver.links.followed.get(entry.prose.links.len()..).unwrap_or_default().to_vec();
    for (picture, followed) in entry.prose.pictures.iter().zip(shown) {
        if let Ok(LinkTarget::File(number)) = followed {
            resolver.check_picture(number, picture.span);
        }
    }
    (Arc::new(resolver.links), resolver.looked_up, resolver.remarks)
}

/// Looks up the files of the pictures in theme settings, written in `file`, and reports what is missing.
pub fn resolve_theme_pictures(
    village: &mut Village,
    pictures: Vec<Picture>,
    file: &TextFile,
    remarks: &mut Remarks,
) {
    let names = Names::of(village);
    let mut resolver = Resolver::new(village, &names, file);
    pictures.iter().for_each(|picture| picture.visit(&mut resolver));
    for picture in pictures.iter().filter(|picture| !picture.is_described()) {
        let span = picture.0.file.as_ref().map(|path| path.span).unwrap_or_default();
        resolver.remarks.push(messages::missing_alt(file.place(span), remarks.locale()));
    }
    let (links, found) = (resolver.links, resolver.remarks);
    drop(names);
    remarks.extend(found);
    village.settings_files.extend(links.files);
    village.theme_pictures = pictures;
}

/// Returns the organisation that fields outside an entry refer to, and diagnostics about what is missing.
pub(super) fn organisation_of<'v>(
    fields: &impl Described,
    village: &'v Village,
    names: &Names<'v>,
    file: &TextFile,
) -> (Option<EntryId>, Vec<Diagnostic>) {
    let mut resolver = Resolver::new(village, names, file);
    fields.visit_fields(&mut resolver);
    (resolver.links.targets.first().map(|(_, id)| *id), resolver.remarks)
}

struct Resolver<'r, 'v> {
    village: &'v Village,
    names: &'r Names<'v>,
    file: &'r TextFile,
    links: Links,
    looked_up: Kinds,
    remarks: Vec<Diagnostic>,
    /// Whether the text of the entry is too short to say what is on a poster.
    has_little_text: bool,
}

impl<'a> Visitor<'a> for Resolver<'_, '_> {
    fn reference(&mut self, reference: Target<'a>) {
        self.looked_up.add_info(reference.kind);
        match self.names.meant(reference.kind, reference.typed, reference.folded) {
            [id] => self.links.targets.push((reference.span, *id)),
            [] => {
                let remark = self.unknown_remark(&reference);
                self.remarks.push(remark);
            }
            several => {
                let slugs: Vec<&str> =
                    several.iter().map(|id| self.village.entry(*id).slug.as_str()).collect();
                self.remarks.push(messages::ambiguous_reference(
                    self.file.place(reference.span),
                    reference.typed,
                    &slugs,
                ));
                self.links.targets.extend(several.first().map(|id| (reference.span, *id)));
            }
        }
    }

    fn file(&mut self, file: &'a FileRef) {
        match self.village.find_file(&self.file.path, &file.typed) {
            Ok(number) => self.links.files.push((file.span, number)),
            Err(near) => self.remarks.push(missing_file(self.village, self.file, file, near)),
        }
    }

    fn picture(&mut self, picture: &'a Picture) {
        let Some(file) = picture.0.file.as_ref().map(|file| file.value.span) else { return };
        let found = self.links.files.iter().find(|(at, _)| *at == file).map(|(_, number)| *number);
        if let Some(number) = found {
            self.check_picture(number, file);
        }
    }

    fn folder(&mut self, folder: &'a FileRef, described: Vec<&'a Picture>) {
        let files = self.village.files.iter().enumerate();
        let mut photos: Vec<usize> =
            files.filter(|(_, file)| is_in_folder(file, folder)).map(|(number, _)| number).collect();
        if photos.is_empty() {
            let remark = self.empty_album(folder);
            return self.remarks.push(remark);
        }
        for picture in described {
            let Some(file) = picture.0.file.as_ref() else { continue };
            let name = file.value.typed.rsplit(['/', '\\']).next().unwrap_or_default().trim();
            let file_name = |number: &usize| self.village.files[*number].path.name();
            match photos.iter().position(|number| file_name(number).eq_ignore_ascii_case(name)) {
                Some(at) => self.links.files.push((file.value.span, photos.remove(at))),
                None => {
                    let near = closest(name, photos.iter().map(file_name));
                    let place = self.file.place(file.span);
                    self.remarks.push(insert_messages::not_in_album(place, name, &folder.typed, near));
                }
            }
        }
        let undescribed = photos.iter().map(|number| &self.village.files[*number].path);
        let undescribed: Vec<&str> =
            undescribed.filter(|path| alt_from_name(path.stem()).is_none()).map(SitePath::name).collect();
        if !undescribed.is_empty() {
            self.remarks
                .push(insert_messages::undescribed_photos(self.file.place(folder.span), &undescribed));
        }
        self.links.files.extend(photos.into_iter().map(|number| (folder.span, number)));
    }

    fn paper(&mut self, paper: &'a FileRef) {
        let is_text = paper.typed.ends_with(".md") || paper.typed.ends_with(".markdown");
        match self.village.find_text(&self.file.path, &paper.typed) {
            Some(id) => self.links.targets.push((paper.span, id)),
            None if is_text => self.remarks.push(name_messages::missing_file(
                self.file.place(paper.span),
                &paper.typed,
                self.village.nearest(&paper.typed).as_deref().map(|path| path.trim_start_matches('/')),
            )),
            None => self.file(paper),
        }
    }

    fn text(&mut self, _: &'a Prose) {}
}

impl<'r, 'v> Resolver<'r, 'v> {
    fn new(village: &'v Village, names: &'r Names<'v>, file: &'r TextFile) -> Self {
        Self {
            village,
            names,
            file,
            links: Links::default(),
            looked_up: Kinds::default(),
            remarks: Vec::new(),
            has_little_text: false,
        }
    }

    /// Returns the diagnostic about a reference that matches no entry, with what the user may have meant.
    fn unknown_remark(&self, reference: &Target<'_>) -> Diagnostic {
        let place = self.file.place(reference.span);
        let other = Kind::ALL.iter().find(|kind| {
            kind.info() != reference.kind
                && !self.names.meant(kind.info(), reference.typed, reference.folded).is_empty()
        });
        if let Some(other) = other {
            return messages::other_kind(place, reference.typed, reference.kind, other.info());
        }
        let words = VenueWords { village: self.village, names: self.names };
        let is_venue = reference.kind == <ToVenue as Referenceable>::INFO;
        if let Some(remark) = is_venue.then(|| words.followed_by_words(&place, reference.typed)).flatten() {
            return remark;
        }
        if let Some(names) = self.two_names(reference) {
            return name_messages::two_names(place, names);
        }
        let candidates: Vec<&str> = self
            .village
            .entries
            .iter()
            .filter(|entry| entry.kind().info() == reference.kind)
            .flat_map(|entry| [entry.slug.as_str(), entry.name.as_str()])
            .collect();
        let names: Vec<&str> = candidates.iter().skip(1).step_by(2).copied().collect();
        let near = closest(reference.typed, candidates.iter().copied());
        let near = match near.or_else(|| words.meant_loosely(reference, &names)) {
            Some(name) if let Some(left) = extra_words(reference, name) => {
                return name_messages::name_with_extra_words(
                    place,
                    reference.typed,
                    reference.kind,
                    name,
                    &left,
                );
            }
            near => near,
        };
        let slugs: Vec<&str> = candidates.iter().step_by(2).copied().collect();
        name_messages::unknown_reference(place, reference.typed, reference.kind, near, &slugs)
    }

    /// Returns two names on one line, if both exist: `Dorpsraad, Stichting Dorpshuis`.
    fn two_names<'t>(&self, reference: &Target<'t>) -> Option<(&'t str, &'t str)> {
        let is_known = |name: &str| !self.names.meant(reference.kind, name, &fold(name)).is_empty();
        let pairs = [", ", " en ", " and ", " & ", " + ", "/"].into_iter().flat_map(|join| {
            reference.typed.match_indices(join).map(move |(at, join)| (at, at + join.len()))
        });
        let mut pairs =
            pairs.map(|(end, start)| (reference.typed[..end].trim(), reference.typed[start..].trim()));
        pairs.find(|(first, second)| is_known(first) && is_known(second))
    }

    /// Reports a picture that is none, or that looks like a poster.
    fn check_picture(&mut self, number: usize, span: Span) {
        let file = &self.village.files[number];
        if is_no_picture(&file.path) {
            self.remarks.push(name_messages::not_a_picture(self.file.place(span), &file.path));
        } else if self.has_little_text && looks_like_poster(file) {
            self.remarks.push(poster_without_text(self.file.place(span), file.path.name()));
        }
    }

    fn empty_album(&self, folder: &FileRef) -> Diagnostic {
        let folders: BTreeSet<&str> = self.village.files.iter().map(|file| file.path.parent()).collect();
        let near = closest(&folder.typed, folders.iter().copied()).or_else(|| {
            let last_part = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            folders
                .iter()
                .copied()
                .find(|path| closest(&last_part(&folder.typed), [&*last_part(path)]).is_some())
        });
        insert_messages::empty_album(self.file.place(folder.span), &folder.typed, near)
    }

    /// Reports rooms that the venue of an event does not have, and a known venue with a room after a comma.
    fn check_rooms(&mut self, entry: &Entry) {
        let Details::Event(event) = &entry.details else { return };
        let Some(at) = &event.venue else { return self.rooms_without_venue(event) };
        let venue = match &at.value {
            VenueRef::Venue(reference) => self.links.target(reference.span),
            VenueRef::Elsewhere(place) => return self.check_elsewhere(at.span, place),
        };
        let Some(venue) = venue.map(|id| self.village.entry(id)) else { return };
        let Details::Venue(details) = &venue.details else { return };
        let rooms = event.room.iter().flat_map(|rooms| rooms.iter());
        for room in rooms.filter(|room| details.room(room.as_str()).is_none()) {
            let names: Vec<&str> = details.room_names().collect();
            let near = closest(room.as_str(), names.iter().copied());
            let place = self.file.place(room.span);
            self.remarks.push(match names.as_slice() {
                [] => room_messages::no_rooms_yet(place, room.as_str(), venue),
                names => messages::unknown_room(place, room.as_str(), &venue.name, near, names),
            });
        }
    }

    /// Reports a room of a venue of the village if no venue is named.
    fn rooms_without_venue(&mut self, event: &Event) {
        for room in event.room.iter().flat_map(|rooms| rooms.iter()) {
            self.looked_up.add_info(<ToVenue as Referenceable>::INFO);
            let has_room = |(_, venue): &(&Entry, &Venue)| venue.room(room.as_str()).is_some();
            let venues: Vec<&str> =
                self.village.all::<Venue>().filter(has_room).map(|(entry, _)| entry.slug.as_str()).collect();
            if !venues.is_empty() {
                let place = self.file.place(room.span);
                self.remarks.push(name_messages::room_without_venue(place, room.as_str(), &venues));
            }
        }
    }

    fn check_elsewhere(&mut self, span: Span, place: &Elsewhere) {
        // A name with a key of its own is meant as it is written.
        if place.name.as_ref().is_none_or(|name| name.span != span) {
            return;
        }
        self.looked_up.add_info(<ToVenue as Referenceable>::INFO);
        let words = VenueWords { village: self.village, names: self.names };
        self.remarks.extend(words.followed_by_address(self.file.place(span), place));
    }
}

/// Returns the diagnostic about a missing file. In double quotes, `\f` becomes a control character.
fn missing_file(village: &Village, file: &TextFile, path: &FileRef, near: Option<String>) -> Diagnostic {
    let place = file.place(path.span);
    if is_on_own_disk(&path.typed) {
        // Often the file was already copied into the village, and only the path is still the old one.
        let name = path.typed.rsplit(['/', '\\']).next().unwrap_or_default();
        let copied = village.find_file(&file.path, name).ok().and_then(|number| village.files.get(number));
        let copied = copied.map(|file| file.path.as_str());
        return name_messages::on_own_computer(place, &path.typed, copied);
    }
    if !path.typed.contains(char::is_control) {
        return name_messages::missing_file(place, &path.typed, near.as_deref());
    }
    let written = place.marked().trim_matches('"').to_owned();
    let meant = written.replace('\\', "/");
    let near = match village.find_file(&file.path, &meant) {
        Ok(_) => Some(meant),
        Err(near) => near,
    };
    name_messages::backslash_in_path(place, &written, near.as_deref())
}

/// Whether it is a path like `C:\Users\Jan\logo.png`, or the `file:` address that a browser makes of it.
fn is_on_own_disk(typed: &str) -> bool {
    let mut letters = typed.chars();
    let is_drive = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && letters.next() == Some(':')
        && matches!(letters.next(), Some('/' | '\\'));
    is_drive || typed.to_ascii_lowercase().starts_with("file:")
}
