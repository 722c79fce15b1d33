//! In which language a file is spoken of: by its keys, or else by the name of its folder.

use crate::ground::Locale;
use crate::read::TextFile;
use crate::village::kinds::Kind;

/// The language in which a file is spoken of. A single key that is of another language than the folder tells little: then
/// the site decides.
pub(super) fn spoken(keys: Option<Locale>, is_sure: bool, folder: Locale, site: Locale) -> Locale {
    match keys {
        Some(locale) if is_sure || locale == folder => locale,
        Some(_) => site,
        None => folder,
    }
}

/// A file whose keys tell nothing speaks the language of its folder's name.
pub(super) fn locale_of_folder(file: &TextFile) -> Locale {
    let folder = file.path.top().unwrap_or("");
    let is_english = Kind::ALL.iter().any(|kind| {
        let names = kind.info().folder;
        folder.eq_ignore_ascii_case(names.en) && names.en != names.nl
    });
    if is_english { Locale::English } else { Locale::Dutch }
}
