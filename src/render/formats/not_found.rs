//! The page for addresses that do not exist, under the two names that hosts look for.

use crate::ground::Address;
use crate::render::addresses::Section;
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};

/// Most hosts show `404.html`; Neocities shows `not_found.html`.
const NAMES: [&str; 2] = ["404.html", "not_found.html"];

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    for name in NAMES {
        planner.add(Address::file(name), name, move |edition| make(edition, name));
    }
}

fn make(edition: &Edition, name: &str) -> Rendered {
    let title = edition.words().text("not_found.title").to_owned();
    Page::new("not-found.html", Address::file(name), title, Section::Home).make_for_any_depth(edition)
}
