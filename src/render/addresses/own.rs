//! The addresses of pages that the program itself adds to a site: noodsteunpunt, notice board, statements.

use crate::ground::{Address, Pair};
use crate::render::edition::Edition;
use crate::village::{Entry, Venue};

/// The venues on the site that are a noodsteunpunt.
pub(in crate::render) fn emergency_venues(edition: &Edition) -> impl Iterator<Item = &Entry> {
    let venues = edition.village.all::<Venue>();
    venues
        .filter(|(entry, venue)| venue.emergency_point.is_some() && edition.almanac.is_shown(entry.id))
        .map(|(entry, _)| entry)
}

fn page_at(edition: &Edition, parts: &[Pair]) -> Address {
    Address::page(parts.iter().map(|part| part.in_locale(edition.locale())))
}

/// Whether the village wrote its own page at this address; that page takes precedence over the generated one.
pub(in crate::render) fn is_written(edition: &Edition, address: &Address) -> bool {
    edition.village.at_address(address).is_some_and(|entry| edition.almanac.is_shown(entry.id))
}

/// The page on where to find help when power, water or telephones fail; `None` without a noodsteunpunt.
pub(in crate::render) fn emergency_address(edition: &Edition) -> Option<Address> {
    let address = page_at(edition, &[Pair::new("noodsteunpunt", "emergency")]);
    let in_region = || edition.region.region.villages.iter().any(|it| it.emergency_points().next().is_some());
    let is_there = emergency_venues(edition).next().is_some() || is_written(edition, &address) || in_region();
    is_there.then_some(address)
}

/// A sheet to print for the notice board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Sheet {
    ThisWeek,
    NextWeek,
    ThisMonth,
    NextMonth,
}

impl Sheet {
    pub(in crate::render) const ALL: [Self; 4] =
        [Self::ThisWeek, Self::NextWeek, Self::ThisMonth, Self::NextMonth];

    /// The sheet's key among the words of the theme.
    pub(in crate::render) fn id(self) -> &'static str {
        match self {
            Self::ThisWeek => "this_week",
            Self::NextWeek => "next_week",
            Self::ThisMonth => "this_month",
            Self::NextMonth => "next_month",
        }
    }

    /// The sheet's address: this week's is that of the notice board itself.
    pub(in crate::render) fn address(self, edition: &Edition) -> Address {
        let board = Pair::new("prikbord", "notice-board");
        match self {
            Self::ThisWeek => page_at(edition, &[board]),
            Self::NextWeek => page_at(edition, &[board, Pair::new("volgende-week", "next-week")]),
            Self::ThisMonth => page_at(edition, &[board, Pair::new("maand", "month")]),
            Self::NextMonth => page_at(edition, &[board, Pair::new("volgende-maand", "next-month")]),
        }
    }
}

/// A statement that a site makes about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Statement {
    Accessibility,
    Privacy,
}

impl Statement {
    pub(in crate::render) const ALL: [Self; 2] = [Self::Accessibility, Self::Privacy];

    /// The statement's key among the words of the theme.
    pub(in crate::render) fn id(self) -> &'static str {
        match self {
            Self::Accessibility => "accessibility",
            Self::Privacy => "privacy",
        }
    }

    pub(in crate::render) fn address(self, edition: &Edition) -> Address {
        let name = match self {
            Self::Accessibility => Pair::new("toegankelijkheid", "accessibility"),
            Self::Privacy => Pair::new("privacy", "privacy"),
        };
        page_at(edition, &[name])
    }
}
