//! Codes of diagnostics about lines that YAML cannot read, or reads differently from what was meant.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_yaml {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// Too many levels of nesting.
            Error YamlTooDeep = "yaml-too-deep";
            /// More than one document in a `.yaml` file.
            Error YamlSecondDocument = "yaml-second-document";
            /// A second colon in a line.
            Error YamlColon = "yaml-colon";
            /// A line without a colon.
            Error YamlMissingColon = "yaml-missing-colon";
            /// A colon without a space before the value.
            Error YamlNoBlank = "yaml-no-blank";
            /// A value that begins with a character that is special in YAML.
            Error YamlSpecialStart = "yaml-special-start";
            /// A quotation mark that is not closed.
            Error YamlUnclosedQuote = "yaml-unclosed-quote";
            /// Quotation marks around only part of a value.
            Error YamlTextAfterQuote = "yaml-text-after-quote";
            /// A backslash between double quotes.
            Error YamlBackslash = "yaml-backslash";
            /// A bracket that is not closed.
            Error YamlUnclosedBracket = "yaml-unclosed-bracket";
            /// A list that begins on the line of its key.
            Error YamlListOnOneLine = "yaml-list-on-one-line";
            /// A tab at the start of a line.
            Error YamlTab = "yaml-tab";
            /// A line that should not be indented.
            Error YamlIndented = "yaml-indented";
            /// Words that are lost after a hash sign.
            Warning YamlHash = "yaml-hash";
            /// A line that cannot be read for any other reason.
            Error YamlUnreadable = "yaml-unreadable";
        }
    };
}

pub(super) use codes_of_yaml;
