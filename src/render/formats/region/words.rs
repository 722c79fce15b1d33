//! Texts that the pages of a portal share: counts, names in the language of the page, distances.

use crate::almanac::Municipality;
use crate::region::RemoteWord;
use crate::render::edition::Edition;
use crate::render::numbers::Numbers;
use crate::render::templates::{Value, map};
use crate::village::{Choices, Province};

/// Fills a theme text with its number: `12 activiteiten`.
pub(super) fn counted(edition: &Edition, key: &str, number: usize) -> String {
    let number = u64::try_from(number).unwrap_or(u64::MAX);
    let shown = Numbers::of(edition.language()).whole(number);
    let form = if number == 1 { "one" } else { "other" };
    edition.words().filled(&format!("{key}.{form}"), &[("n", &shown)])
}

/// Returns a number as it is shown, with its label: the singular or plural theme text, by the number shown.
pub(super) fn number_value(edition: &Edition, key: &str, shown: String) -> Value {
    let form = if shown == "1" { "one" } else { "other" };
    let label = edition.words().text(&format!("{key}.{form}")).to_owned();
    map([("number", shown.into()), ("label", label.into())])
}

/// Returns a word of a village in the language of the pages, as far as it has a translation.
pub(super) fn label<'w>(edition: &'w Edition, word: &'w RemoteWord) -> &'w str {
    let in_english = || word.en.as_deref().filter(|_| edition.language() == crate::ground::Language::English);
    edition.words().own_label(&word.nl).or_else(in_english).unwrap_or(&word.nl)
}

/// Returns a province in the language of the pages.
pub(super) fn province_name<'w>(edition: &'w Edition, name: &'w str) -> &'w str {
    let known = Province::WORDS.iter().find(|word| word.label.nl == name);
    known.map_or(name, |word| edition.label(word.label))
}

/// Returns `Gemeente Meppel`, or for villages without one, a text that says so.
pub(super) fn municipality_name(edition: &Edition, municipality: &Municipality) -> String {
    match &municipality.name {
        Some(name) => edition.words().filled("region.municipality", &[("name", name)]),
        None => edition.words().text("region.without_municipality").to_owned(),
    }
}

/// Formats a distance as `4 km`, rounded up: it is never further than that.
pub(super) fn distance(edition: &Edition, kilometres: f64) -> String {
    edition.words().filled("region.km", &[("n", &format!("{:.0}", kilometres.ceil().max(1.0)))])
}
