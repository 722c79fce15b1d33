//! Decides the language of messages about a file: by its keys, or else by the name of its folder.

use crate::ground::Locale;
use crate::read::TextFile;
use crate::village::kinds::Kind;

/// Returns the language of messages about a file. A single key in another language than the folder is weak
/// evidence: then the language of the site decides.
pub(super) fn message_locale(keys: Option<Locale>, is_sure: bool, folder: Locale, site: Locale) -> Locale {
    match keys {
        Some(locale) if is_sure || locale == folder => locale,
        Some(_) => site,
        None => folder,
    }
}

/// Returns the language of the folder's name, for a file whose keys do not show a language.
pub(super) fn locale_of_folder(file: &TextFile) -> Locale {
    let folder = file.path.top().unwrap_or("");
    let is_english = Kind::ALL.iter().any(|kind| {
        let names = kind.info().folder;
        folder.eq_ignore_ascii_case(names.en) && names.en != names.nl
    });
    if is_english { Locale::English } else { Locale::Dutch }
}
