//! The kinds of remarks on documents, and what they tell.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_documents {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

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
            /// A document that is on the site, although what it belongs to is not there yet.
            Warning DocumentAhead = "document-ahead";
            /// A document without anything in it.
            Warning DocumentEmpty = "document-empty";
            /// A program among the documents.
            Error DocumentIsProgram = "document-is-program";
            /// A document with the ending of another kind.
            Warning DocumentMislabelled = "document-mislabelled";
            /// A page of a site that is offered as a document.
            Warning DocumentIsPage = "document-is-page";
            /// A day in the name of a document that does not exist.
            Warning DocumentDay = "document-day";
            /// A document with a photo in it that tells where it was taken.
            Warning DocumentTellsPlace = "document-tells-place";
            /// A document that tells who made it.
            Note DocumentTellsMaker = "document-tells-maker";
        }
    };
}

pub(super) use codes_of_documents;
