//! The list of documents by year, for the whole village and for every organisation that has any.

use crate::ground::sort_key;
use crate::render::addresses::{Section, documents_address, section_address};
use crate::render::edition::Edition;
use crate::render::minutes::has_documents;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{by_year, document_lists};
use crate::village::{Entry, EntryId, Kind};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if !has_documents(edition) {
        return;
    }
    let section = Section::Documents;
    planner.add(section_address(edition, section), &section.title(edition), make);
    for entry in organisations(edition) {
        let id = entry.id;
        planner.add(documents_address(edition, entry), &title_of(edition, entry), move |edition| {
            make_of_organisation(edition, id)
        });
    }
}

/// Returns the organisations that have documents, by name.
fn organisations(edition: &Edition) -> Vec<&Entry> {
    let all = edition.village.of_kind(Kind::Organisation).iter();
    let shown = all.filter(|entry| edition.almanac.is_shown(entry.id));
    let lists = document_lists(edition);
    let mut found: Vec<&Entry> = shown.filter(|entry| !lists.of(entry.id).is_empty()).collect();
    found.sort_by_cached_key(|entry| sort_key(&entry.name));
    found
}

fn title_of(edition: &Edition, entry: &Entry) -> String {
    edition.words().filled("documents.of", &[("name", &entry.name)])
}

fn make(edition: &Edition) -> Rendered {
    let lists = document_lists(edition);
    let organisations = organisations(edition).into_iter().map(|entry| {
        map([
            ("name", entry.name.as_str().into()),
            ("href", documents_address(edition, entry).to_string().into()),
            ("count", lists.of(entry.id).len().into()),
        ])
    });
    let section = Section::Documents;
    Page::new("documents.html", section_address(edition, section), section.title(edition), section)
        .with("years", by_year(edition, &lists.all, None))
        .with("organisations", organisations.collect::<Vec<_>>())
        .with("organisation", Value::none())
        .make(edition)
}

fn make_of_organisation(edition: &Edition, id: EntryId) -> Rendered {
    let entry = edition.village.entry(id);
    let whose = map([("name", entry.name.as_str().into()), ("href", entry.address.to_string().into())]);
    let section = Section::Documents;
    Page::new("documents.html", documents_address(edition, entry), title_of(edition, entry), section)
        .below_section(edition)
        .with("years", by_year(edition, document_lists(edition).of(id), Some(id)))
        .with("organisations", Value::none())
        .with("organisation", whose)
        .make(edition)
}
