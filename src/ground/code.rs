//! Every kind of remark there is. Each has a case under `tests/sites/`; a test sees to it.

use super::diagnostic::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $severity:ident $variant:ident = $name:literal;)*) => {
        /// The kind of a remark: stable, so that editors and scripts can rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// All of them, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in JSON and in the files of the tests.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How much a remark of this kind weighs.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
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
}
