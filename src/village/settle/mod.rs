//! Turns a [`Source`] into a [`Village`]: drafts the entries one by one, then checks and links them together.

mod messages;
mod site_messages;
mod insert_messages;
mod posters;
mod slugs;
mod folder_locale;
mod mentioned_day;
mod name_messages;
mod room_messages;
mod below_block;
mod misplaced;
mod draft;
mod translations;
mod duplicate_texts;
mod names;
mod near_names;
mod venue_words;
mod references;
mod cache;
mod addresses;
mod document_names;
mod document_messages;
mod near_owners;
mod documents;
mod duplicate_documents;
mod portal;
mod site_settings;

use std::sync::Arc;

use super::entry::{Draft, Village};
use super::private::{MeantPublic, private_data_in, private_remarks};
use super::school_holidays;
use super::settings::Settings;
use super::translation::Translation;
use crate::field::{Described, FieldReader, FieldSet};
use crate::ground::{Code, Diagnostic, Place, Remarks};
use crate::read::{SITE_FILE, Source, TextFile};
use cache::AddressRoll;
use draft::Drafted;
use folder_locale::{locale_of_folder, message_locale};

pub use cache::SettleCache;
pub use references::resolve_theme_pictures;

/// Reads every entry by the description of its kind, checks it, and links it to the others. Reports every
/// error, but keeps entries with errors, so that others can be checked against them.
pub fn settle(source: &Source, remarks: &mut Remarks) -> Village {
    let settings = Arc::new(read_settings(source, remarks));
    settle_cached(&settings, source, &mut SettleCache::default(), remarks)
}

/// Does the same with settings that were already read. Takes unchanged entries from the cache.
pub fn settle_cached(
    settings: &Arc<Settings>,
    source: &Source,
    cache: &mut SettleCache,
    remarks: &mut Remarks,
) -> Village {
    let folders = portal::folders_of_sources(settings, source.gathered.as_deref());
    remarks.extend(source.remarks.iter().filter(|remark| !portal::is_of_source(remark, &folders)).cloned());
    let drafted = cache.drafts(&source.texts, &settings.zone());
    let mut meant = MeantPublic::default();
    meant.add(&settings.meant_public);
    let (drafts, translations) = gather(source, &drafted, &meant, remarks);
    let locale = settings.locale();
    let mut village =
        Village { settings: Arc::clone(settings), files: source.files.clone(), ..Village::default() };
    let before = cache.roll.as_ref().map(AddressRoll::register);
    (village.entries, village.register) = addresses::with_addresses(drafts, locale, source, cache, remarks);
    let resolved = std::mem::take(&mut cache.resolved);
    let web_address = village.settings.web_address().map(str::to_owned);
    let is_same = before.is_some_and(|before| Arc::ptr_eq(&before, &village.register))
        && cache.web_address == web_address;
    cache.resolved =
        references::resolve(&mut village, source, if is_same { &resolved } else { &[] }, remarks);
    cache.web_address = web_address;
    translations::attach(&mut village, translations, source, remarks);
    village.documents = documents::documents_of(&village, source, &meant, remarks);
    let by_file = village.documents.iter().enumerate().map(|(at, document)| (document.file, at));
    village.document_by_file = by_file.collect();
    duplicate_documents::report(&village, remarks);
    duplicate_texts::report(source, remarks);
    for file in &source.data {
        match school_holidays::read(file) {
            Ok(holidays) => village.school_holidays = Some(holidays),
            Err(remark) => remarks.add(*remark),
        }
    }
    village
}

/// Returns only the settings, for callers that need them before anything else is read.
pub fn settings_of(file: TextFile) -> Settings {
    settings_in(&Source { site: Some(Arc::new(file)), ..Source::default() })
}

/// Returns only the settings; errors in them are reported elsewhere.
pub fn settings_in(source: &Source) -> Settings {
    read_settings(source, &mut Remarks::default())
}

/// Reads the settings, and reports errors in them. A missing `site.yaml` means that there is no site at all.
pub fn read_settings(source: &Source, remarks: &mut Remarks) -> Settings {
    let Some(file) = &source.site else {
        // A file that exists but cannot be read is already reported, with the reason.
        if source.remarks.iter().any(|remark| &*remark.place.file == SITE_FILE) {
            return Settings::default();
        }
        let place = Place::of_file(SITE_FILE);
        let misnamed = source.remarks.iter().find(|remark| remark.code == Code::MisnamedSiteFile);
        remarks.add(match (source.higher, misnamed) {
            (Some(folders), _) => site_messages::site_in_parent(place, folders),
            (None, Some(misnamed)) => site_messages::site_is_misnamed(place, &misnamed.place.file),
            (None, None) if !source.lower.is_empty() => {
                site_messages::site_in_subfolder(place, &source.lower)
            }
            (None, None) => site_messages::no_site(place, source.texts.is_empty()),
        });
        return Settings::default();
    };
    remarks.extend(file.remarks.iter().cloned());
    let Some(raw) = file.entries.first() else { return Settings::default() };
    let utc = crate::ground::TimeZone::UTC;
    let mut reader = FieldReader::new(file, &utc);
    if let Some(second) = file.entries.get(1) {
        reader.report(messages::settings_as_list(file.place(second.span)));
    }
    let given = FieldSet::new(&[Settings::FIELDS]).sort(&raw.fields, raw.span, raw.damaged, &mut reader);
    let settings = Settings::read(&given, &mut reader);
    let own = reader.locale().unwrap_or_default();
    // The crest is next to the name of the village and needs no description. The photo does.
    if let Some(image) = settings.image.as_ref().filter(|image| !image.is_described()) {
        reader.report(messages::undescribed(file, image, image.span, own));
    }
    let settings_diagnostics = site_settings::settings_diagnostics(&settings, file)
        .into_iter()
        .chain(portal::settings_diagnostics(&settings, file));
    settings_diagnostics.for_each(|diagnostic| reader.report(diagnostic));
    let locale = reader.locale().filter(|_| reader.is_sure_of_locale()).unwrap_or_else(|| settings.locale());
    remarks.set_site_language(locale);
    remarks.set_language_of(file.path.as_shared(), locale);
    remarks.extend(reader.into_remarks());
    let mut meant = MeantPublic::default();
    meant.add(&settings.meant_public);
    let private_data = private_data_in(file, raw, &[Settings::FIELDS]);
    remarks.extend(private_remarks(file, &private_data, &MeantPublic::default(), Some(&meant)));
    settings
}

/// Drafts, each with the index of its file.
type Drafts = Vec<(usize, Arc<Draft>)>;

/// Collects all drafts and translations, and adds their diagnostics.
fn gather(
    source: &Source,
    drafted: &[Arc<Vec<Drafted>>],
    meant: &MeantPublic,
    remarks: &mut Remarks,
) -> (Drafts, Vec<Arc<Translation>>) {
    let (mut drafts, mut translations) = (Vec::new(), Vec::new());
    for (number, (file, drafted)) in source.texts.iter().zip(drafted).enumerate() {
        remarks.extend(file.remarks.iter().filter(|remark| !is_shown_in_its_group(remark, drafted)).cloned());
        let (mut locale, mut is_sure) = (None, false);
        for entry in drafted.iter() {
            locale = locale.or(entry.locale);
            is_sure |= entry.is_sure_of_locale;
            remarks.extend(entry.remarks.iter().cloned());
            drafts.extend(entry.draft.iter().map(|draft| (number, Arc::clone(draft))));
            translations.extend(entry.translation.iter().cloned());
        }
        remarks.extend(private_of(file, drafted, meant));
        let message_locale = message_locale(locale, is_sure, locale_of_folder(file), remarks.locale());
        remarks.set_language_of(file.path.as_shared(), message_locale);
    }
    drafts.sort_by_key(|(number, draft)| (draft.kind(), *number, draft.span.start));
    (drafts, translations)
}

/// Whether a line that is indented wrongly is also shown as a part of its group: one advice is enough.
fn is_shown_in_its_group(remark: &Diagnostic, drafted: &[Drafted]) -> bool {
    let is_shown = |other: &Diagnostic| {
        other.code == Code::UnknownKey && other.place.line == remark.place.line && other.correction.is_some()
    };
    remark.code == Code::YamlIndented && drafted.iter().flat_map(|entry| &entry.remarks).any(is_shown)
}

/// Reports what looks private in a file, unless an entry in it says that it is public on purpose.
fn private_of(file: &TextFile, drafted: &[Drafted], everywhere: &MeantPublic) -> Vec<Diagnostic> {
    if drafted.iter().all(|entry| entry.private_data.is_empty()) {
        return Vec::new();
    }
    let mut own = MeantPublic::default();
    let drafts = || drafted.iter().filter_map(|entry| entry.draft.as_ref());
    drafts().for_each(|draft| own.add(&draft.head.meant_public));
    // Without a block, there is no place to add a line.
    let has_fields = file.entries.iter().any(|raw| !raw.fields.entries.is_empty());
    let own = drafts().next().filter(|_| has_fields).map(|_| &own);
    private_remarks(file, drafted.iter().flat_map(|entry| &entry.private_data), everywhere, own)
}
