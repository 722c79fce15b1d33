//! A part of the agenda: what happens of one kind, at one venue, by one organisation.

use crate::ground::Address;
use crate::village::{EntryId, Kind};

/// By what the agenda is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    Kind,
    Venue,
    Organisation,
}

impl Facet {
    pub(super) const ALL: [Self; 3] = [Self::Kind, Self::Venue, Self::Organisation];

    /// Its name in templates and among the words of the theme.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Kind => "by_kind",
            Self::Venue => "by_venue",
            Self::Organisation => "by_organisation",
        }
    }

    /// The kind of entry that it is divided by.
    pub(super) fn divider(self) -> Kind {
        match self {
            Self::Kind => Kind::Event,
            Self::Venue => Kind::Venue,
            Self::Organisation => Kind::Organisation,
        }
    }
}

/// A part of the agenda: what it is of, and its events.
#[derive(Clone, Debug)]
pub(super) struct FacetPage {
    pub(super) facet: Facet,
    /// What it is called.
    pub(super) name: String,
    /// Its page, `/agenda/soort/open-inloop/`.
    pub(super) page: Address,
    /// The venue or organisation.
    pub(super) entry: Option<EntryId>,
    /// Its events that are on the site, by their slugs.
    pub(super) events: Vec<EntryId>,
    /// How many of their times are still to come.
    pub(super) coming: usize,
}

impl FacetPage {
    /// The venue, when it is what happens at one.
    pub(super) fn venue(&self) -> Option<EntryId> {
        self.entry.filter(|_| self.facet == Facet::Venue)
    }
}
