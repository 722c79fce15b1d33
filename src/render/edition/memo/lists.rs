//! Lists that several pages show in whole or in part.

use std::sync::OnceLock;

use crate::almanac::Figures;
use crate::render::document_lists::DocumentLists;
use crate::render::facet::FacetPage;
use crate::village::EntryId;

/// Lists that several pages show in whole or in part.
#[derive(Default)]
pub(in crate::render) struct Lists {
    /// The meetings whose minutes are a text on the site, with those texts.
    pub(in crate::render) minutes: OnceLock<Vec<(EntryId, EntryId)>>,
    pub(in crate::render) documents: OnceLock<DocumentLists>,
    /// The parts of the agenda.
    pub(in crate::render) facet_pages: OnceLock<Vec<FacetPage>>,
    /// The figures of last year, this year and next year.
    pub(in crate::render) figures: [OnceLock<Figures>; 3],
}
