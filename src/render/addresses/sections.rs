//! The main pages of a site: their names and addresses.

use super::region::villages_address;
use crate::ground::{Address, Pair, capital};
use crate::render::edition::Edition;
use crate::render::minutes::has_documents;
use crate::village::{Entry, Kind};

/// A main page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Section {
    Home,
    /// The list of a kind of entry.
    Of(Kind),
    Documents,
    /// The villages of a region.
    Villages,
}

impl Section {
    /// Every section, in the order of the menu: the agenda, a region's villages, news, venues and
    /// organisations, then kinds that the program gained later, and documents.
    pub(in crate::render) fn all() -> impl Iterator<Item = Self> {
        let first = [Kind::Event, Kind::News, Kind::Venue, Kind::Organisation];
        let later = Kind::ALL
            .iter()
            .copied()
            .filter(move |kind| !first.contains(kind) && !kind.info().address.en.is_empty());
        let [agenda, others @ ..] = first;
        let others = others.into_iter().chain(later).map(Self::Of);
        [Self::Home, Self::Of(agenda), Self::Villages].into_iter().chain(others).chain([Self::Documents])
    }

    /// The section's name in templates.
    pub(in crate::render) fn id(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Of(kind) => kind.info().id,
            Self::Documents => "documents",
            Self::Villages => "village",
        }
    }

    /// The section's name for people: the theme's word, or else the name of the kind.
    pub(in crate::render) fn title(self, edition: &Edition) -> String {
        let key = format!("sections.{}", self.id());
        match (edition.words().text(&key), self) {
            (word, Self::Of(kind)) if word == key => capital(edition.label(kind.info().many)),
            (word, _) => word.to_owned(),
        }
    }

    /// Whether the menu that is used when the settings define none lists this section: only with content.
    pub(in crate::render) fn is_in_menu(self, edition: &Edition) -> bool {
        match self {
            Self::Home => false,
            Self::Of(Kind::Event) => true,
            Self::Documents => has_documents(edition),
            Self::Villages => edition.village.settings.is_portal(),
            Self::Of(kind) => {
                let mut own = edition.village.of_kind(kind).iter();
                own.any(|entry| edition.almanac.is_shown(entry.id)) || has_in_region(edition, kind)
            }
        }
    }
}

/// Whether the villages of a region have entries of this kind.
fn has_in_region(edition: &Edition, kind: Kind) -> bool {
    match kind {
        Kind::News => !edition.region.news.is_empty(),
        Kind::Venue => edition.region.region.villages.iter().any(|village| !village.venues.is_empty()),
        _ => false,
    }
}

/// The address of a main page.
pub(in crate::render) fn section_address(edition: &Edition, section: Section) -> Address {
    match section {
        Section::Home => Address::home(),
        Section::Documents => {
            Address::page([Pair::new("documenten", "documents").in_locale(edition.locale())])
        }
        Section::Villages => villages_address(edition),
        Section::Of(kind) => Address::page(kind.address(edition.locale())),
    }
}

/// The address of an organisation's documents: `/documenten/dorpsraad/`.
pub(in crate::render) fn documents_address(edition: &Edition, organisation: &Entry) -> Address {
    let folder = Pair::new("documenten", "documents").in_locale(edition.locale());
    Address::page([folder, organisation.slug.as_str()])
}

/// The address of the search page.
pub(in crate::render) fn search_address(edition: &Edition) -> Address {
    Address::page([Pair::new("zoeken", "search").in_locale(edition.locale())])
}

/// The address of the figures about meetings, on a portal those of its villages; `None` when nobody meets.
pub(in crate::render) fn figures_address(edition: &Edition) -> Option<Address> {
    let somebody_meets = match edition.village.settings.is_portal() {
        true => edition.region.totals.iter().any(|totals| totals.tally.meetings > 0),
        false => !edition.almanac.years_in_figures().is_empty(),
    };
    somebody_meets.then(|| Address::page([Pair::new("ontmoeting", "meeting").in_locale(edition.locale())]))
}
