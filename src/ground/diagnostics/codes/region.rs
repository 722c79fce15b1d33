//! The kinds of remarks on a portal, and the villages that it tells of.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_region {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// Villages are named, and the site is no portal.
            Warning SourcesWithoutPortal = "sources-without-portal";
            /// A portal without villages.
            Warning PortalWithoutSources = "portal-without-sources";
            /// No source of a portal gave a village.
            Error PortalEmptied = "portal-emptied";
            /// Nothing came of a source, or nothing new.
            Warning SourceNotGathered = "source-not-gathered";
            /// A document that is not that of a village.
            Warning SourceNoVillage = "source-no-village";
            /// A document in a form that is not known yet.
            Warning SourceTooNew = "source-too-new";
            /// Of what a village tells, something cannot be used.
            Warning SourceLeftOut = "source-left-out";
            /// A village that is named twice.
            Warning SourceTwice = "source-twice";
            /// A name for one village, of a source that gives several.
            Warning SourceNameUnused = "source-name-unused";
            /// A source that is the portal itself.
            Warning SourceOwnSite = "source-own-site";
            /// A site that tells of a village with another site of its own.
            Note SourceElsewhere = "source-elsewhere";
            /// Villages with one name, of which the addresses depend on each other.
            Note SourceSameName = "source-same-name";
        }
    };
}

pub(super) use codes_of_region;
