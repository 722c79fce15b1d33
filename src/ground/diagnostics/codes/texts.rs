//! The kinds of remarks on how a text is written: its block of fields, its Markdown and its letters.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_texts {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // The block of fields.

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
            /// A field that stands below the block, where it is text.
            Warning FieldBelowBlock = "field-below-block";

            // Letters.

            /// Letters that another program read in an old encoding and wrote down so.
            Warning GarbledLetters = "garbled-letters";
            /// A sign that nobody can read.
            Warning UnreadableSign = "unreadable-sign";
            /// Two versions of the same lines, with the signs of a program around them.
            Error TwoVersions = "two-versions";

            // Markdown.

            /// HTML that may not stay.
            Warning HtmlLeftOut = "html-left-out";
            /// Words that Markdown leaves out: a definition or a note that nothing refers to, cells beyond the head of a table.
            Warning WordsLost = "words-lost";
            /// Stars in a text that make nothing bold.
            Warning LooseStars = "loose-stars";
            /// Lines that run on in a paragraph, or are shown as the text of a program.
            Warning LinesOutOfShape = "lines-out-of-shape";
            /// A line of dashes right below sentences, which makes a heading of them.
            Warning SentenceAsHeading = "sentence-as-heading";
            /// A block for something to show that is not closed.
            Error FenceNotClosed = "fence-not-closed";
            /// A heading or a link without words.
            Warning EmptyInText = "empty-in-text";
            /// Behind words, a note that may be a part of them.
            Note NoteBehindWords = "note-behind-words";
            /// Words between `<` and `>`, which look like HTML.
            Warning WordsInAngles = "words-in-angles";
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
        }
    };
}

pub(super) use codes_of_texts;
