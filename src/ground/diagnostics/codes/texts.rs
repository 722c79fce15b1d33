//! Codes of diagnostics about how a text is written: its block of fields, its characters and its Markdown.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_texts {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // The block of fields.

            /// A block of fields without its closing dashes.
            Error BlockNotClosed = "block-not-closed";
            /// A block of fields without its opening dashes.
            Error BlockNotOpened = "block-not-opened";
            /// A block of fields between pluses, as other programs have.
            Error BlockWithPluses = "block-with-pluses";
            /// A block of fields without any key.
            Error BlockWithoutKeys = "block-without-keys";
            /// An entry in a list without any key.
            Error EntryWithoutKeys = "entry-without-keys";
            /// A field below the block, where it is shown as text.
            Warning FieldBelowBlock = "field-below-block";

            // Characters.

            /// Characters that another program garbled by reading them in the wrong encoding.
            Warning GarbledLetters = "garbled-letters";
            /// A character that nobody can read.
            Warning UnreadableSign = "unreadable-sign";
            /// Two versions of the same lines, between the conflict markers of git.
            Error TwoVersions = "two-versions";

            // Markdown.

            /// HTML that is not allowed, and is left out.
            Warning HtmlLeftOut = "html-left-out";
            /// Words that Markdown drops, such as an unused footnote or cells beyond the header of a table.
            Warning WordsLost = "words-lost";
            /// Asterisks in a text that make nothing bold.
            Warning LooseStars = "loose-stars";
            /// Lines that run together into a paragraph, or are shown as code.
            Warning LinesOutOfShape = "lines-out-of-shape";
            /// A line of dashes right below sentences, which turns them into a heading.
            Warning SentenceAsHeading = "sentence-as-heading";
            /// An insert block that is not closed.
            Error FenceNotClosed = "fence-not-closed";
            /// A heading or a link without words.
            Warning EmptyInText = "empty-in-text";
            /// A comment after a value that may be part of the value.
            Note NoteBehindWords = "note-behind-words";
            /// Words between `<` and `>` that look like HTML.
            Warning WordsInAngles = "words-in-angles";
            /// An insert block where none is possible.
            Error InsertInField = "insert-in-field";
            /// A block with almost the name of an insert.
            Warning UnknownInsert = "unknown-insert";
            /// A probable heading without a space after its `#`.
            Warning HeadingWithoutBlank = "heading-without-blank";
            /// A probable link with a space between its text and its target.
            Warning LinkWithBlank = "link-with-blank";
            /// A telephone number with one digit too few or too many to be a Dutch one.
            Warning OddPhone = "odd-phone";
        }
    };
}

pub(super) use codes_of_texts;
