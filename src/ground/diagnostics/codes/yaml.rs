//! The kinds of remarks on lines that YAML cannot read, or reads otherwise than they were meant.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_yaml {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

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
    };
}

pub(super) use codes_of_yaml;
