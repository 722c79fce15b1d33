//! Reports documents of which the name, or that of their folder, nearly says which organisation they belong to.

use crate::ground::{Code, Diagnostic, Place, both, closest, fold, slug};
use crate::read::MediaFile;
use crate::village::document::Document;
use crate::village::entry::Village;
use crate::village::kinds::Kind;

/// In letters. A shorter word is too easily near a name.
const SHORTEST: usize = 6;

/// Returns the diagnostic about a document without an organisation that nearly names one.
pub(super) fn nearly_owned(village: &Village, document: &Document, file: &MediaFile) -> Option<Diagnostic> {
    if document.organisation.is_some() {
        return None;
    }
    let names = || {
        let organisations = village.of_kind(Kind::Organisation).iter();
        organisations.flat_map(|entry| [entry.name.as_str(), entry.slug.as_str()])
    };
    let near = |typed: &str| {
        if typed.len() < SHORTEST {
            return None;
        }
        let near = closest(typed, names())?;
        (fold(near) != fold(typed)).then_some(near)
    };
    let words: Vec<&str> = document.rest.split(' ').collect();
    let fronts = (1..=words.len()).rev().map(|count| words[..count].join(" "));
    let ends = (1..words.len()).map(|start| words[start..].join(" "));
    let folders = file.path.parent().split('/').skip(1).map(str::to_owned);
    let runs = fronts.chain(ends).chain(folders);
    let (typed, name) = runs.filter_map(|run| near(&run).map(|name| (run, name))).next()?;
    Some(nearly_named(Place::of_file(file.path.shared()), &typed, name))
}

fn nearly_named(place: Place, typed: &str, name: &str) -> Diagnostic {
    let (file, meant) = (place.file.clone(), slug(name));
    Diagnostic::new(
        Code::DocumentOwner,
        place,
        both(
            format!("'{typed}' in '{file}' lijkt op de organisatie '{name}', en het document hoort nu bij geen organisatie"),
            format!("'{typed}' in '{file}' looks like the organisation '{name}', but the document does not belong to any organisation now"),
        ),
    )
    .hint(both(
        format!("is het van '{name}'? Schrijf dan in de naam van het bestand of de map: {meant}"),
        format!("does it belong to '{name}'? Then write in the name of the file or folder: {meant}"),
    ))
}
