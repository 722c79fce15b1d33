//! Codes of diagnostics about addresses and links: within the site, published earlier, and to other sites.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_links {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // Within the site.

            /// Two pages at one address.
            Error AddressTaken = "address-taken";
            /// A link to something that does not exist.
            Error BrokenLink = "broken-link";
            /// A link to a file that holds several entries.
            Error LinkToList = "link-to-list";
            /// A link to a file on the writer's own computer.
            Error OwnComputer = "own-computer";
            /// A link with a scheme that is not allowed on a page.
            Error UnknownScheme = "unknown-scheme";
            /// A link to a heading that does not exist.
            Error MissingAnchor = "missing-anchor";
            /// A link to an entry that is not shown today.
            Warning LinkToHidden = "link-to-hidden";

            // Published earlier.

            /// A page that was in the last published site, but is no longer there.
            Warning AddressGone = "address-gone";
            /// An unreadable list of what was published last time.
            Note LastListUnreadable = "last-list-unreadable";

            // Other sites.

            /// A link to the writer's own preview, which nobody else can see.
            Warning OwnPreview = "own-preview";
            /// A link to another site that no longer works.
            Warning OutsideLinkDead = "outside-link-dead";
            /// A link to a page on another site that has moved permanently.
            Note OutsideLinkMoved = "outside-link-moved";
        }
    };
}

pub(super) use codes_of_links;
