//! The kinds of remarks on photos, drawings, albums and posters.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_pictures {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

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
            /// A crest with a photo within, which small icons leave out.
            Note PhotoInCrest = "photo-in-crest";
            /// A point of a picture that cannot be understood.
            Error BadFocus = "bad-focus";
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
            /// A picture in a text without a word on what it shows.
            Error PictureWithoutAlt = "picture-without-alt";
            /// A description of a photo that is the name of a file, or says no more than that it is a photo.
            Warning AltTellsNothing = "alt-tells-nothing";
        }
    };
}

pub(super) use codes_of_pictures;
