//! Reads translations of entries, and looks up the entry that each of them belongs to.

use std::sync::Arc;

use super::draft::{Drafted, text_of};
use super::{insert_messages, messages};
use crate::field::{Described, FieldReader, FieldSet};
use crate::ground::{Language, Place, Remarks, SitePath, TimeZone};
use crate::read::{Source, TextFile};
use crate::village::entry::Village;
use crate::village::private::private_data_in;
use crate::village::translation::{Translated, TranslatedFields, Translation};

/// The extensions of files with entries.
const ENDINGS: [&str; 4] = ["md", "markdown", "yaml", "yml"];

/// Reads a translation from a file.
pub(super) fn translation_of(file: &TextFile, language: Language, zone: &TimeZone) -> Vec<Drafted> {
    let mut reader = FieldReader::new(file, zone);
    let Some(raw) = file.entries.first() else { return Vec::new() };
    if let Some(second) = file.entries.get(1) {
        reader.report(messages::translation_as_list(file.place(second.span)));
    }
    let given =
        FieldSet::new(&[TranslatedFields::FIELDS]).sort(&raw.fields, raw.span, raw.damaged, &mut reader);
    let fields = TranslatedFields::read(&given, &mut reader);
    let (locale, is_sure_of_locale) = (reader.locale(), reader.is_sure_of_locale());
    let mut remarks = reader.into_remarks();
    let prose = text_of(file, raw, &fields.text, &mut remarks);
    remarks.extend(
        prose.inserts.iter().map(|insert| insert_messages::insert_in_translation(file.place(insert.span))),
    );
    let translation = Translation { language, fields, prose, path: file.path.clone(), span: raw.span };
    let private_data = private_data_in(file, raw, &[TranslatedFields::FIELDS]);
    let translation = Some(Arc::new(translation));
    vec![Drafted { draft: None, translation, remarks, locale, is_sure_of_locale, private_data }]
}

/// Attaches each translation to its entry, and reports those that cannot be shown.
pub(super) fn attach(
    village: &mut Village,
    translations: Vec<Arc<Translation>>,
    source: &Source,
    remarks: &mut Remarks,
) {
    let languages = village.settings.other_languages();
    for translation in translations {
        let place = || {
            let file = source.text(&translation.path);
            file.map_or_else(
                || Place::of_file(translation.path.shared()),
                |file| file.place(translation.span),
            )
        };
        let language = translation.language;
        let Some(entry) =
            paths_of_original(&translation.path).find_map(|path| village.register.at_path(&path))
        else {
            remarks.add(messages::nothing_to_translate(place(), &translation.path, language));
            continue;
        };
        if !languages.contains(&language) {
            remarks.add(messages::language_not_listed(place(), language));
            continue;
        }
        village.translations.push(Translated { entry, translation });
    }
}

/// Returns the paths that the original may have: `agenda/koffie.md` for `agenda/koffie.de.md`, and others.
fn paths_of_original(path: &SitePath) -> impl Iterator<Item = SitePath> {
    let base = path.stem().rsplit_once('.').map_or("", |(base, _)| base);
    let base = format!("{}/{base}", path.parent());
    ENDINGS.iter().filter_map(move |ending| SitePath::new(&format!("{base}.{ending}")))
}
