//! The kinds of remarks on entries, by themselves and together.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_entries {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // By themselves.

            /// An end before its start.
            Error EndBeforeStart = "end-before-start";
            /// An end without a start.
            Error EndWithoutStart = "end-without-start";
            /// Days of publication that exclude each other.
            Error NeverPublished = "never-published";
            /// A text in a field and another below the block.
            Error TwoTexts = "two-texts";
            /// A name that Windows or the site keeps for itself.
            Error ReservedName = "reserved-name";
            /// Quotation marks around the whole of a title or a name, which are shown with it.
            Note QuotesAroundName = "quotes-around-name";
            /// How an event stands in its title, where no list and no calendar reads it.
            Warning StatusInTitle = "status-in-title";
            /// A name of which no address can be made.
            Error NoSlug = "no-slug";
            /// A list in `site.yaml`.
            Error SettingsAsList = "settings-as-list";
            /// News of a day that is far ahead.
            Warning NewsAhead = "news-ahead";
            /// An entry that appears later, or is a draft.
            Note NotShownYet = "not-shown-yet";
            /// An entry whose last day has passed.
            Note NoLongerShown = "no-longer-shown";

            // Together.

            /// Two entries of a kind with the same slug.
            Error DoubledSlug = "doubled-slug";
            /// A reference to nothing.
            Error UnknownReference = "unknown-reference";
            /// A reference to an entry of another kind.
            Error OtherKind = "other-kind";
            /// A reference by a name that several have, or a change on a day with several times.
            Error SeveralMeant = "several-meant";
            /// A known venue with a room behind a comma.
            Error RoomBehindComma = "room-behind-comma";
            /// A room that the venue does not have.
            Error UnknownRoom = "unknown-room";
            /// A file that is not there.
            Error MissingFile = "missing-file";
            /// One event in two files.
            Warning EventTwice = "event-twice";
            /// An address with a name that is nearly that of a venue of the village.
            Warning NearlyVenue = "nearly-venue";
            /// A room without its venue, which is one of the village.
            Warning RoomWithoutVenue = "room-without-venue";
        }
    };
}

pub(super) use codes_of_entries;
