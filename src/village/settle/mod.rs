//! From a [`Source`] to a [`Village`]: entries are drafted one by one, then looked at together.

mod messages;
mod slugs;
mod draft;
mod drafts;
mod addresses;
mod references;
mod documents;

use std::collections::HashMap;
use std::sync::Arc;

use super::entry::{Draft, Entry, Village};
use super::field::{Described, FieldReader, SetOfFields};
use super::kinds::Kind;
use super::school_holidays;
use super::settings::Settings;
use crate::ground::{Place, Remarks, Speech};
use crate::read::{SITE_FILE, Source, TextFile};
use draft::Drafted;

pub use drafts::Drafts;

/// Reads every entry by the description of its kind, checks it, and links it to the others. Every mistake is
/// told; an entry with mistakes stays, so that others can be checked against it.
pub fn settle(source: &Source, remarks: &mut Remarks) -> Village {
    settle_again(source, &mut Drafts::default(), remarks)
}

/// The same, but what was drafted from a file that did not change since is not drafted again.
pub fn settle_again(source: &Source, memory: &mut Drafts, remarks: &mut Remarks) -> Village {
    remarks.extend(source.remarks.iter().cloned());
    let settings = read_settings(source, remarks);
    let drafted = memory.of(&source.texts, &settings.zone());
    let drafts = gather(source, &drafted, remarks);
    let speech = settings.speech();
    let mut village =
        Village { settings: Arc::new(settings), files: source.files.clone(), ..Village::default() };
    village.entries = addresses::with_addresses(drafts, speech, source, remarks);
    index(&mut village);
    references::resolve(&mut village, source, remarks);
    village.documents = documents::of(&village.files);
    for file in &source.data {
        match school_holidays::read(file) {
            Ok(holidays) => village.school_holidays = Some(holidays),
            Err(remark) => remarks.add(*remark),
        }
    }
    village
}

/// The settings; without a `site.yaml` there is no site, and that is the first thing to say.
fn read_settings(source: &Source, remarks: &mut Remarks) -> Settings {
    let Some(file) = &source.site else {
        let is_empty = source.texts.is_empty();
        remarks.add(messages::no_site(Place::whole(SITE_FILE), is_empty));
        return Settings::default();
    };
    remarks.extend(file.remarks.iter().cloned());
    let Some(raw) = file.entries.first() else { return Settings::default() };
    let utc = crate::ground::TimeZone::UTC;
    let mut reader = FieldReader::new(file, &utc);
    if let Some(second) = file.entries.get(1) {
        reader.say(messages::settings_as_list(file.place(second.span)));
    }
    let given = SetOfFields::new(&[Settings::FIELDS]).sort(&raw.fields, raw.span, raw.damaged, &mut reader);
    let settings = Settings::read(&given, &mut reader);
    let own = reader.speech().unwrap_or_default();
    // The crest stands beside the name of the village: it may be silent. The photo may not.
    if let Some(image) = settings.image.as_ref().filter(|image| !image.is_described()) {
        let at = image.0.file.as_ref().map_or(image.span, |path| path.span);
        reader.say(messages::missing_alt(file.place(at), own));
    }
    let speech = reader.speech().unwrap_or_else(|| settings.speech());
    remarks.site_speaks(speech);
    remarks.file_speaks(file.path.shared(), speech);
    remarks.extend(reader.into_remarks());
    settings
}

/// All drafts with the number of their file, and everything that was said of them.
fn gather(source: &Source, drafted: &[Arc<Vec<Drafted>>], remarks: &mut Remarks) -> Vec<(usize, Arc<Draft>)> {
    let mut drafts = Vec::new();
    for (number, (file, drafted)) in source.texts.iter().zip(drafted).enumerate() {
        remarks.extend(file.remarks.iter().cloned());
        let mut speech = None;
        for one in drafted.iter() {
            speech = speech.or(one.speech);
            remarks.extend(one.remarks.iter().cloned());
            drafts.extend(one.draft.iter().map(|draft| (number, Arc::clone(draft))));
        }
        remarks.file_speaks(file.path.shared(), speech.unwrap_or_else(|| speech_of_folder(file)));
    }
    drafts.sort_by_key(|(number, draft)| (draft.kind(), *number, draft.span.start));
    drafts
}

/// A file whose keys tell nothing speaks the language of its folder's name.
fn speech_of_folder(file: &TextFile) -> Speech {
    let folder = file.path.top().unwrap_or("");
    let is_english = Kind::ALL.iter().any(|kind| {
        let names = kind.info().folder;
        folder.eq_ignore_ascii_case(names.en) && names.en != names.nl
    });
    if is_english { Speech::English } else { Speech::Dutch }
}

fn index(village: &mut Village) {
    let mut per_file: HashMap<&crate::ground::SitePath, usize> = HashMap::new();
    for entry in &village.entries {
        *per_file.entry(&entry.draft.path).or_default() += 1;
    }
    // A file with several entries is no address: a link to it would be to one of many.
    let single = |entry: &&Entry| per_file.get(&entry.draft.path) == Some(&1);
    village.by_path =
        village.entries.iter().filter(single).map(|entry| (entry.path.clone(), entry.id)).collect();
    let several = village.entries.iter().filter(|entry| !single(entry));
    village.lists = several.map(|entry| (entry.path.clone(), entry.address.clone())).collect();
    village.by_address = village.entries.iter().map(|entry| (entry.address.clone(), entry.id)).collect();
    let paths = village.files.iter().enumerate();
    village.file_by_path = paths.map(|(number, file)| (file.path.as_str().to_lowercase(), number)).collect();
}
