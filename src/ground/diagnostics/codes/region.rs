//! Codes of diagnostics about a portal and the villages on it.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_region {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A list of sources on a site that is not a portal.
            Warning SourcesWithoutPortal = "sources-without-portal";
            /// A portal without sources.
            Warning PortalWithoutSources = "portal-without-sources";
            /// A portal of which no source yields a village.
            Error PortalEmptied = "portal-emptied";
            /// A source that yields nothing, or nothing new.
            Warning SourceNotGathered = "source-not-gathered";
            /// A document that does not describe a village.
            Warning SourceNoVillage = "source-no-village";
            /// A document in a newer format than this program knows.
            Warning SourceTooNew = "source-too-new";
            /// A village document with parts that cannot be used.
            Warning SourceLeftOut = "source-left-out";
            /// A village that appears twice.
            Warning SourceTwice = "source-twice";
            /// A name for one village on a source that yields several.
            Warning SourceNameUnused = "source-name-unused";
            /// A source that is the portal itself.
            Warning SourceOwnSite = "source-own-site";
            /// A document about a village whose own site is elsewhere.
            Note SourceElsewhere = "source-elsewhere";
            /// Villages of one municipality that name different provinces.
            Warning SourceOtherProvince = "source-other-province";
            /// Villages with the same name, whose addresses depend on each other.
            Note SourceSameName = "source-same-name";
        }
    };
}

pub(super) use codes_of_region;
