//! Codes of diagnostics about entries, on their own and together.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_entries {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // On their own.

            /// An end before its start.
            Error EndBeforeStart = "end-before-start";
            /// An end without a start.
            Error EndWithoutStart = "end-without-start";
            /// Publication dates that exclude each other.
            Error NeverPublished = "never-published";
            /// A text in a field and another below the block.
            Error TwoTexts = "two-texts";
            /// A name that Windows or the site reserves.
            Error ReservedName = "reserved-name";
            /// Quotation marks around a whole title or name, which appear on the site.
            Note QuotesAroundName = "quotes-around-name";
            /// The status of an event in its title, where lists and calendars do not see it.
            Warning StatusInTitle = "status-in-title";
            /// A name from which no address can be made.
            Error NoSlug = "no-slug";
            /// A list in `site.yaml`.
            Error SettingsAsList = "settings-as-list";
            /// News with a date far in the future.
            Warning NewsAhead = "news-ahead";
            /// An entry that is a draft, or will be published later.
            Note NotShownYet = "not-shown-yet";
            /// An entry whose last day has passed.
            Note NoLongerShown = "no-longer-shown";

            // Together.

            /// Two entries of the same kind with the same slug.
            Error DoubledSlug = "doubled-slug";
            /// A reference to an entry that does not exist.
            Error UnknownReference = "unknown-reference";
            /// A reference to an entry of another kind.
            Error OtherKind = "other-kind";
            /// A reference to a name that several entries share, or a change on a day with several times.
            Error SeveralMeant = "several-meant";
            /// A known venue with a room after a comma.
            Error RoomBehindComma = "room-behind-comma";
            /// A room that the venue does not have.
            Error UnknownRoom = "unknown-room";
            /// A file that does not exist.
            Error MissingFile = "missing-file";
            /// The same event in two files.
            Warning EventTwice = "event-twice";
            /// An address with almost the name of a venue in the village.
            Warning NearlyVenue = "nearly-venue";
            /// A room of a venue in the village, without that venue.
            Warning RoomWithoutVenue = "room-without-venue";
        }
    };
}

pub(super) use codes_of_entries;
