//! Divides the agenda into parts: the events of one kind, at one venue, or by one organisation.

use crate::ground::Address;
use crate::village::{EntryId, Kind};

/// What the agenda is divided by.
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

    /// The kind of entry that divides the agenda.
    pub(super) fn divider(self) -> Kind {
        match self {
            Self::Kind => Kind::Event,
            Self::Venue => Kind::Venue,
            Self::Organisation => Kind::Organisation,
        }
    }
}

/// A part of the agenda, with its events.
#[derive(Clone, Debug)]
pub(super) struct FacetPage {
    pub(super) facet: Facet,
    /// The title of the page.
    pub(super) name: String,
    /// Its page, `/agenda/soort/open-inloop/`.
    pub(super) page: Address,
    /// The venue or organisation, when it is a part of one.
    pub(super) entry: Option<EntryId>,
    /// Its events that are on the site, in order of slug.
    pub(super) events: Vec<EntryId>,
    /// How many of their occurrences are still to come.
    pub(super) coming: usize,
}

impl FacetPage {
    /// The venue, when this is the part of a venue.
    pub(super) fn venue(&self) -> Option<EntryId> {
        self.entry.filter(|_| self.facet == Facet::Venue)
    }
}
