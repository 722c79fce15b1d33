//! Every kind of remark there is. Each has a case under `tests/sites/`; a test sees to it.

use super::code_elsewhere::with_elsewhere;
use super::codes::codes;
use super::severity::Severity;

with_elsewhere! { codes! {
    // Files and folders.

    /// There is no `site.yaml`.
    Error NoSite = "no-site";
    /// A symbolic link in the village folder.
    Error LinkOnDisk = "link-on-disk";
    /// A device, socket or pipe.
    Error NotAFile = "not-a-file";
    /// The machine does not let us read a file.
    Error UnreadableFile = "unreadable-file";
    /// A text of more than 4 MB.
    Error FileTooBig = "file-too-big";
    /// A file that went away while it was read.
    Error FileGone = "file-gone";
    /// A file name that is not Unicode.
    Error UnreadableName = "unreadable-name";
    /// A file with the ending of a text that holds something else.
    Error NotAText = "not-a-text";
    /// A text saved in an encoding of the last century.
    Error OldEncoding = "old-encoding";
    /// A folder whose name is nearly that of one that is used.
    Warning MisnamedFolder = "misnamed-folder";
    /// A folder that means nothing here.
    Note UnknownFolder = "unknown-folder";
    /// Settings under another name than `site.yaml`.
    Warning MisnamedSiteFile = "misnamed-site-file";
    /// A text outside the folders for texts.
    Warning StrayText = "stray-text";
    /// A picture or document in a folder for texts.
    Warning FileAmongTexts = "file-among-texts";
    /// A text in a folder for pictures or documents.
    Warning TextAmongFiles = "text-among-files";

    // The way a text is written.

    /// The block between the dashes has no end.
    Error BlockNotClosed = "block-not-closed";
    /// The block between the dashes has no beginning.
    Error BlockNotOpened = "block-not-opened";
    /// A block between pluses, as in other programs.
    Error BlockWithPluses = "block-with-pluses";
    /// A block without any key.
    Error BlockWithoutKeys = "block-without-keys";
    /// An entry of a list without any key.
    Error EntryWithoutKeys = "entry-without-keys";
    /// HTML that may not stay.
    Warning HtmlLeftOut = "html-left-out";
    /// Words that Markdown leaves out: a definition or a note that nothing refers to, cells beyond the head of a table.
    Warning WordsLost = "words-lost";
    /// Lists in lists in lists.
    Error YamlTooDeep = "yaml-too-deep";
    /// More than one document in a `.yaml`.
    Error YamlSecondDocument = "yaml-second-document";
    /// A second colon in a line.
    Error YamlColon = "yaml-colon";
    /// A line without a colon.
    Error YamlMissingColon = "yaml-missing-colon";
    /// A colon with the value against it.
    Error YamlNoBlank = "yaml-no-blank";
    /// A value that begins with a sign that means something to YAML.
    Error YamlSpecialStart = "yaml-special-start";
    /// A quotation mark that is not closed.
    Error YamlUnclosedQuote = "yaml-unclosed-quote";
    /// Quotation marks around a part of the value.
    Error YamlTextAfterQuote = "yaml-text-after-quote";
    /// A backslash between double quotes.
    Error YamlBackslash = "yaml-backslash";
    /// A bracket that is not closed.
    Error YamlUnclosedBracket = "yaml-unclosed-bracket";
    /// A list that begins behind its key.
    Error YamlListOnOneLine = "yaml-list-on-one-line";
    /// A tab in front of a line.
    Error YamlTab = "yaml-tab";
    /// A line that is indented for no reason.
    Error YamlIndented = "yaml-indented";
    /// Words that are lost behind a hash sign.
    Warning YamlHash = "yaml-hash";
    /// A line that cannot be read for another reason.
    Error YamlUnreadable = "yaml-unreadable";

    // Keys and values.

    /// A key that no field has.
    Error UnknownKey = "unknown-key";
    /// A field that is given twice.
    Error DoubledKey = "doubled-key";
    /// A field that must be there and is not.
    Error MissingField = "missing-field";
    /// A value where keys were expected.
    Error GroupExpected = "group-expected";
    /// Keys or a list where a value was expected.
    Error LineExpected = "line-expected";
    /// More words behind a key than fit there.
    Error LineTooLong = "line-too-long";
    /// A slug with characters that an address cannot have.
    Error BadSlug = "bad-slug";
    /// A former address that no site can have.
    Error BadAlias = "bad-alias";
    /// No day.
    Error BadDate = "bad-date";
    /// A weekday that is not the one of its date.
    Error WrongWeekday = "wrong-weekday";
    /// No time.
    Error BadTime = "bad-time";
    /// No number.
    Error BadNumber = "bad-number";
    /// A number that is too small or too large.
    Error NumberOutOfBounds = "number-out-of-bounds";
    /// No telephone number.
    Error BadPhone = "bad-phone";
    /// No e-mail address.
    Error BadEmail = "bad-email";
    /// No address on the web.
    Error BadWeb = "bad-web";
    /// No postcode.
    Error BadPostcode = "bad-postcode";
    /// Too few or too many digits.
    Error BadDigits = "bad-digits";
    /// Neither yes nor no.
    Error BadYesNo = "bad-yes-no";
    /// A word that a closed list does not have.
    Error UnknownChoice = "unknown-choice";
    /// No opening hours.
    Error BadHours = "bad-hours";
    /// No day of the week.
    Error UnknownDay = "unknown-day";
    /// A time zone that does not exist.
    Error UnknownTimeZone = "unknown-time-zone";
    /// A file with a translation that holds a list of entries.
    Error TranslationAsList = "translation-as-list";
    /// A translation of something that is not there.
    Error NothingToTranslate = "nothing-to-translate";
    /// A translation into a language that the site does not have.
    Warning LanguageNotListed = "language-not-listed";
    /// No colour.
    Error BadColour = "bad-colour";
    /// A colour on which, and in which, letters cannot be read: the site takes another tone of it.
    Note ColourMended = "colour-mended";
    /// A place outside the Netherlands.
    Warning OffTheMap = "off-the-map";
    /// A picture without a word on what it shows.
    Error MissingAlt = "missing-alt";

    // Rules: how something comes back.

    /// Words that are no rule.
    Error BadRule = "bad-rule";
    /// A part of a calendar's rule that we do not know.
    Error RuleUnsupported = "rule-unsupported";
    /// The 31st, or the fifth: perhaps the last is meant.
    Warning RuleMaybeLast = "rule-maybe-last";
    /// A rule that never happens.
    Error RuleNeverHappens = "rule-never-happens";
    /// A rule that happens far too often.
    Error RuleTooOften = "rule-too-often";
    /// Every other week, but counted from when?
    Error RuleNeedsStart = "rule-needs-start";
    /// An end before its beginning.
    Error UntilBeforeFrom = "until-before-from";
    /// Keys that say different things about the same.
    Error ContradictoryKeys = "contradictory-keys";
    /// A key that only means something with a repetition.
    Error OnlyWithRepeats = "only-with-repeats";
    /// A change that names no day.
    Error BadChange = "bad-change";
    /// An exception that is no day.
    Error BadException = "bad-exception";
    /// An exception on a day without an occurrence.
    Warning ExceptionMatchesNothing = "exception-matches-nothing";
    /// A change to a day without an occurrence.
    Error ChangeMatchesNothing = "change-matches-nothing";
    /// A change that moves a time to one that is there already.
    Warning MovedOnto = "moved-onto";
    /// An extra day that is one already.
    Warning ExtraAlreadyThere = "extra-already-there";
    /// A month with other times twice.
    Warning MonthTwice = "month-twice";
    /// School holidays without the file that lists them, or without a region.
    Warning NoSchoolHolidays = "no-school-holidays";
    /// A file with school holidays that cannot be read.
    Error BadSchoolHolidays = "bad-school-holidays";
    /// Two things at the same time in the same room.
    Warning RoomClash = "room-clash";

    // Entries by themselves.

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
    /// A name of which no address can be made.
    Error NoSlug = "no-slug";
    /// A list in `site.yaml`.
    Error SettingsAsList = "settings-as-list";

    // Entries together.

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

    // Documents.

    /// A file beside a document that holds a list.
    Error DocumentAsList = "document-as-list";
    /// Something is told of a document that is not there.
    Error NoSuchDocument = "no-such-document";
    /// Two documents with the same bytes.
    Note SameBytes = "same-bytes";
    /// Two documents of the same kind, day and organisation.
    Note SameDocument = "same-document";
    /// A meeting of which the minutes do not come.
    Note MinutesMissing = "minutes-missing";

    // What is private.

    /// A picture of people who do not want to be on it.
    Error ConsentRefused = "consent-refused";
    /// A picture that may be on the site for some days more.
    Note PictureEnds = "picture-ends";
    /// A picture that may not be on the site any more.
    Warning PictureOver = "picture-over";
    /// The e-mail address of a person.
    Note PrivateEmail = "private-email";
    /// A mobile number.
    Note PrivatePhone = "private-phone";
    /// A number of a bank account.
    Note PrivateIban = "private-iban";
    /// The number by which the state knows somebody.
    Note PrivateBsn = "private-bsn";
    /// A day of birth.
    Note PrivateBirthDate = "private-birth-date";

    // The theme.

    /// Something in a list of words that is no word.
    Error ThemeWord = "theme-word";
    /// A theme that is not there.
    Error ThemeMissing = "theme-missing";
    /// Two folders for the same: one of the two would be passed over.
    Error TwoThemeFolders = "two-theme-folders";
    /// Themes that build on each other in a circle.
    Error CircularThemes = "circular-themes";
    /// A theme without `theme.yaml`.
    Error NoThemeFile = "no-theme-file";
    /// A name that no theme can have, or not in this folder.
    Error BadThemeName = "bad-theme-name";
    /// A version that is none.
    Error BadVersion = "bad-version";
    /// A setting that is not declared well.
    Error BadSetting = "bad-setting";
    /// A theme that keeps the former contract.
    Warning FormerContract = "former-contract";
    /// A theme that was made for a later program.
    Error ThemeTooNew = "theme-too-new";
    /// A theme that was made for a program of long ago.
    Error ThemeTooOld = "theme-too-old";
    /// A template of more than 1 MB.
    Error TemplateTooBig = "template-too-big";
    /// Templates that come back to themselves, or would grow beyond measure.
    Error TemplateCircle = "template-circle";
    /// A file of the village's own layer that means nothing.
    Warning ThemeFileUnused = "theme-file-unused";
    /// A template that cannot be read or filled.
    Error Template = "template";
    /// A template that is asked for and not there.
    Error TemplateMissing = "template-missing";
    /// A template of which no whole page comes.
    Error PageNotWhole = "page-not-whole";
    /// A word that no template knows, or that lacks what is to be filled in.
    Warning ThemeWordStrange = "theme-word-strange";
    /// A template or style that asks another site for something.
    Warning AsksElsewhere = "asks-elsewhere";

    /// What is known of the themes beside a site cannot be read.
    Warning ThemeLockUnreadable = "theme-lock-unreadable";
    /// What was known of the theme of a site is gone.
    Warning ThemeLockGone = "theme-lock-gone";
    /// A theme that lies beside a site and was not added, or the other way round.
    Warning ThemeNotAdded = "theme-not-added";
    /// A file of a theme that is not as it came.
    Warning ThemeChangedByHand = "theme-changed-by-hand";
    /// A file of the village that was copied from one that changed since.
    Note ThemeFileStale = "theme-file-stale";
    /// A site that pins another version of its theme than lies there.
    Warning ThemePinDiffers = "theme-pin-differs";

    // A theme that is tried.

    /// A page of a theme whose blocks do not nest.
    Error ProofNesting = "proof-nesting";
    /// Something that a page of a theme asks of another host.
    Error ProofRequest = "proof-request";
    /// Letters of a theme that cannot be read.
    Error ProofContrast = "proof-contrast";
    /// A name in a template that nothing gives.
    Error ProofUnknownName = "proof-unknown-name";
    /// A word or a sentence of help that a language lacks.
    Warning ProofMissingWord = "proof-missing-word";

    // Pages.

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
    /// A picture in a text that is not there.
    Error MissingPicture = "missing-picture";
    /// A picture that would be loaded from another site.
    Error RemotePicture = "remote-picture";
    /// A picture without any bytes.
    Error PictureEmpty = "picture-empty";
    /// A photo of which the end is missing.
    Error PictureTruncated = "picture-truncated";
    /// A file under the name of a picture that a site cannot show.
    Error PictureNotShown = "picture-not-shown";
    /// A photo of more pixels or bytes than can be worked on.
    Error PictureTooLarge = "picture-too-large";
    /// A picture that cannot be read to its end.
    Error PictureDamaged = "picture-damaged";
    /// A picture that was asked to move and stands still.
    Error PictureDoesNotMove = "picture-does-not-move";
    /// A picture that moves for longer than people can bear.
    Error PictureMovesTooLong = "picture-moves-too-long";
    /// A drawing that holds what no picture needs.
    Error DrawingUnsafe = "drawing-unsafe";
    /// A crest with letters, which small icons leave out.
    Note LettersInCrest = "letters-in-crest";
    /// A point of a picture that cannot be understood.
    Error BadFocus = "bad-focus";
    /// A block with something to show, where none can stand.
    Error InsertInField = "insert-in-field";
    /// A block with a word that is nearly known.
    Warning UnknownInsert = "unknown-insert";
    /// What is most likely a heading has no blank behind its `#`.
    Warning HeadingWithoutBlank = "heading-without-blank";
    /// What is most likely a link has a blank between its words and where it leads.
    Warning LinkWithBlank = "link-with-blank";
    /// A telephone number has a digit too few or too many to be a Dutch one.
    Warning OddPhone = "odd-phone";
    /// An album of a folder that is not there, or holds no photos.
    Error EmptyAlbum = "empty-album";
    /// A photo in an album that is not in its folder.
    Error NotInAlbum = "not-in-album";
    /// A poster on a page that does not say what stands on it.
    Note PosterWithoutText = "poster-without-text";
    /// A picture whose name says that it is something else.
    Note PictureMislabelled = "picture-mislabelled";
    /// The cache of pictures cannot be written.
    Warning PicturesNotKept = "pictures-not-kept";
    /// A photo in which its camera noted where it was taken.
    Warning PhotoTellsPlace = "photo-tells-place";
    /// A document with a photo in it that tells where it was taken.
    Warning DocumentTellsPlace = "document-tells-place";
    /// A document that tells who made it.
    Note DocumentTellsMaker = "document-tells-maker";
    /// A picture in a text without a word on what it shows.
    Error PictureWithoutAlt = "picture-without-alt";
    /// An entry that appears later, or is a draft.
    Note NotShownYet = "not-shown-yet";
    /// A document that is on the site, although what it belongs to is not there yet.
    Warning DocumentAhead = "document-ahead";
    /// An entry whose last day has passed.
    Note NoLongerShown = "no-longer-shown";
} }
