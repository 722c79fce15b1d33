//! The kinds of remarks on addresses and links: within the site, of the site before, and to other sites.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_links {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // Within the site.

            /// Two pages at one address.
            Error AddressTaken = "address-taken";
            /// A link to nothing.
            Error BrokenLink = "broken-link";
            /// A link to a file that holds several entries.
            Error LinkToList = "link-to-list";
            /// A link to a file on the writer's own computer.
            Error OwnComputer = "own-computer";
            /// A link that no page can have.
            Error UnknownScheme = "unknown-scheme";
            /// A link to a heading that is not there.
            Error MissingAnchor = "missing-anchor";
            /// A link to an entry that is not shown today.
            Warning LinkToHidden = "link-to-hidden";

            // What was published before.

            /// A page that was on the site the last time and is not any more.
            Warning AddressGone = "address-gone";
            /// A list of what was published the last time that cannot be read.
            Note LastListUnreadable = "last-list-unreadable";

            // Other sites.

            /// A link to the writer's own preview, which nobody else can see.
            Warning OwnPreview = "own-preview";
            /// A link to another site that leads nowhere now.
            Warning OutsideLinkDead = "outside-link-dead";
            /// A link to another site that moved for good.
            Note OutsideLinkMoved = "outside-link-moved";
        }
    };
}

pub(super) use codes_of_links;
