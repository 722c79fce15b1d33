//! The pages that the program itself generates, each found by its name: the agenda, the noodsteunpunt, the
//! notice board.

use super::labels::word;
use crate::ground::Address;
use crate::render::addresses::{
    Section, Sheet, Statement, emergency_address, figures_address, is_written, section_address,
    subscribe_address,
};
use crate::render::edition::Edition;
use crate::village::Kind;

/// A page that the program generates.
pub(super) struct OwnPage {
    pub(super) name: String,
    pub(super) address: Address,
    /// The theme texts that describe it, and synonyms.
    about: &'static [&'static str],
}

impl OwnPage {
    /// Returns the words of its short description.
    pub(super) fn about<'e>(&self, edition: &'e Edition) -> impl Iterator<Item = &'e str> {
        self.about.iter().filter_map(|key| word(edition, key))
    }
}

/// Returns all such pages of this site, except those the village wrote itself: they are found as entries.
pub(super) fn own_pages(edition: &Edition) -> Vec<OwnPage> {
    let sections = Section::all().filter(|section| section.is_in_menu(edition)).map(|section| OwnPage {
        name: section.title(edition),
        address: section_address(edition, section),
        about: match section {
            Section::Of(Kind::Event) => &["agenda.title", "search.also.agenda"],
            _ => &[],
        },
    });
    let named =
        |key: &str, address, about| OwnPage { name: edition.words().text(key).to_owned(), address, about };
    let board =
        || named("notice_board.title", Sheet::ThisWeek.address(edition), &["notice_board.lead"] as &[&str]);
    let others = [
        Some(named("subscribe.title", subscribe_address(edition), &["search.also.subscribe"])),
        emergency_address(edition).map(|address| {
            let about =
                &["emergency_page.description", "emergency_page.call_112", "search.also.emergency_point"];
            named("emergency", address, about)
        }),
        (!edition.village.settings.is_portal()).then(board),
        figures_address(edition).map(|address| named("figures.title", address, &[])),
    ];
    let statements = Statement::ALL.into_iter().map(|statement| match statement {
        Statement::Accessibility => named(
            "statements.accessibility.title",
            statement.address(edition),
            &["statements.accessibility.lead"],
        ),
        Statement::Privacy => {
            named("statements.privacy.title", statement.address(edition), &["statements.privacy.lead"])
        }
    });
    let all = sections.chain(others.into_iter().flatten()).chain(statements);
    all.filter(|page| !is_written(edition, &page.address)).collect()
}
