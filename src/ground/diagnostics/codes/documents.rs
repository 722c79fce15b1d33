//! Codes of diagnostics about documents, and about what documents reveal.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_documents {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A companion file of a document that holds a list.
            Error DocumentAsList = "document-as-list";
            /// A description of a document that does not exist.
            Error NoSuchDocument = "no-such-document";
            /// Two documents with the same content.
            Note SameBytes = "same-bytes";
            /// Two documents with the same kind, day and organisation.
            Note SameDocument = "same-document";
            /// A meeting whose minutes are still missing.
            Note MinutesMissing = "minutes-missing";
            /// A document that is on the site before the entry that it belongs to.
            Warning DocumentAhead = "document-ahead";
            /// An empty document.
            Warning DocumentEmpty = "document-empty";
            /// A program among the documents.
            Error DocumentIsProgram = "document-is-program";
            /// A document with the file extension of another format.
            Warning DocumentMislabelled = "document-mislabelled";
            /// A web page that is offered as a document.
            Warning DocumentIsPage = "document-is-page";
            /// A date in the name of a document that does not exist in the calendar.
            Warning DocumentDay = "document-day";
            /// A document with a name that nearly says which organisation it belongs to.
            Warning DocumentOwner = "document-owner";
            /// A document with a photo that reveals where it was taken.
            Warning DocumentTellsPlace = "document-tells-place";
            /// A document that reveals who made it.
            Note DocumentTellsMaker = "document-tells-maker";
        }
    };
}

pub(super) use codes_of_documents;
