//! The kinds of remarks on what lies outside one file, or outside the village folder: what was published before, the host, other sites, and the
//! villages of a region.

/// Adds them to the others.
macro_rules! with_elsewhere {
    ($codes:ident! { $($others:tt)* }) => {
        $codes! {
            $($others)*

            // What can only be seen beside the rest of the village, or on the day itself.

            /// Stars in a text that make nothing bold.
            Warning LooseStars = "loose-stars";
            /// Lines that run on in a paragraph, or are shown as the text of a program.
            Warning LinesOutOfShape = "lines-out-of-shape";
            /// A line of dashes right below sentences, which makes a heading of them.
            Warning SentenceAsHeading = "sentence-as-heading";
            /// A block for something to show that is not closed.
            Error FenceNotClosed = "fence-not-closed";
            /// Behind words, a note that may be a part of them.
            Note NoteBehindWords = "note-behind-words";
            /// Quotation marks around the whole of a title or a name, which are shown with it.
            Note QuotesAroundName = "quotes-around-name";
            /// A heading or a link without words.
            Warning EmptyInText = "empty-in-text";
            /// A description of a photo that is the name of a file, or says no more than that it is a photo.
            Warning AltTellsNothing = "alt-tells-nothing";
            /// Words between `<` and `>`, which look like HTML.
            Warning WordsInAngles = "words-in-angles";
            /// Letters that another program read in an old encoding and wrote down so.
            Warning GarbledLetters = "garbled-letters";
            /// A sign that nobody can read.
            Warning UnreadableSign = "unreadable-sign";
            /// Two versions of the same lines, with the signs of a program around them.
            Error TwoVersions = "two-versions";
            /// A list that the site reads, under another name.
            Warning MisnamedDataFile = "misnamed-data-file";
            /// A file that is called as a copy of another, and says something else.
            Warning NamedAsCopy = "named-as-copy";
            /// One event in two files.
            Warning EventTwice = "event-twice";
            /// An address with a name that is nearly that of a venue of the village.
            Warning NearlyVenue = "nearly-venue";
            /// A field that stands below the block, where it is text.
            Warning FieldBelowBlock = "field-below-block";
            /// A year that lies far off: was another one meant?
            Warning FarYear = "far-year";
            /// News of a day that is far ahead.
            Warning NewsAhead = "news-ahead";
            /// Facts of an emergency point that were checked on a day that has not come yet.
            Warning CheckedAhead = "checked-ahead";
            /// A working day by a rule that is a public holiday.
            Note WorkingDayOff = "working-day-off";
            /// A former day of something that was not moved, or comes back.
            Error PreviousDate = "previous-date";
            /// `juni tot september`: September counts, which may not be meant.
            Warning UntilOrThrough = "until-or-through";
            /// Something that moved, and where from or where to is not said.
            Note MovedUntold = "moved-untold";
            /// How it stands is said of everything that comes back, and not of one day.
            Note EveryTimeOff = "every-time-off";
            /// A room without its venue, which is one of the village.
            Warning RoomWithoutVenue = "room-without-venue";

            /// A theme of the program itself that lies beside the site in an older version.
            Warning ThemeOlderThanOurs = "theme-older-than-ours";

            /// A template that takes readers elsewhere than they would think, or nowhere.
            Warning TemplateMisleads = "template-misleads";
            /// A document without anything in it.
            Warning DocumentEmpty = "document-empty";
            /// A document with the ending of another kind.
            Warning DocumentMislabelled = "document-mislabelled";
            /// A program among the documents.
            Error DocumentIsProgram = "document-is-program";
            /// A page of a site that is offered as a document.
            Warning DocumentIsPage = "document-is-page";
            /// A day in the name of a document that does not exist.
            Warning DocumentDay = "document-day";

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

            // The host.

            /// More files than the host takes.
            Error HostTooManyFiles = "host-too-many-files";
            /// A site that is larger than the host takes.
            Error HostSiteTooLarge = "host-site-too-large";
            /// A file that is larger than the host takes.
            Error HostFileTooLarge = "host-file-too-large";
            /// A kind of file that the host does not take.
            Error HostEndingRefused = "host-ending-refused";
            /// A name that the host leaves out, or that a disk cannot have.
            Warning HostNameRefused = "host-name-refused";
            /// No page for addresses that do not exist, under the name that the host looks for.
            Warning HostNoNotFoundPage = "host-no-not-found-page";
            /// A web address with a folder, at a host where a site has none.
            Warning HostNoFolder = "host-no-folder";
            /// More old addresses than the host reads rules for.
            Note HostTooManyRedirects = "host-too-many-redirects";

            // The villages of a region.

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
            /// A source that is the portal itself.
            Warning SourceOwnSite = "source-own-site";
            /// A site that tells of a village with another site of its own.
            Note SourceElsewhere = "source-elsewhere";
            /// Villages with one name, of which the addresses depend on each other.
            Note SourceSameName = "source-same-name";
        }
    };
}

pub(super) use with_elsewhere;
