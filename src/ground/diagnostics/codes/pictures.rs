//! Codes of diagnostics about photos, drawings, albums and posters.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_pictures {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A picture in a text whose file does not exist.
            Error MissingPicture = "missing-picture";
            /// A picture that would be loaded from another site.
            Error RemotePicture = "remote-picture";
            /// An empty picture file.
            Error PictureEmpty = "picture-empty";
            /// A photo that is cut off.
            Error PictureTruncated = "picture-truncated";
            /// A file named as a picture, in a format that a site cannot show.
            Error PictureNotShown = "picture-not-shown";
            /// A photo with more pixels or bytes than can be processed.
            Error PictureTooLarge = "picture-too-large";
            /// A picture that cannot be decoded.
            Error PictureDamaged = "picture-damaged";
            /// A still picture that should be animated according to its field.
            Error PictureDoesNotMove = "picture-does-not-move";
            /// An animation that takes longer than the accessibility guidelines allow.
            Error PictureMovesTooLong = "picture-moves-too-long";
            /// A drawing with content that no picture needs, such as scripts.
            Error DrawingUnsafe = "drawing-unsafe";
            /// A crest with text, which small icons leave out.
            Note LettersInCrest = "letters-in-crest";
            /// A crest with a photo in it, which small icons leave out.
            Note PhotoInCrest = "photo-in-crest";
            /// A focus point that cannot be understood.
            Error BadFocus = "bad-focus";
            /// An album whose folder does not exist, or holds no photos.
            Error EmptyAlbum = "empty-album";
            /// A photo that is named in an album, but is not in its folder.
            Error NotInAlbum = "not-in-album";
            /// A poster on a page that does not give its text.
            Note PosterWithoutText = "poster-without-text";
            /// A picture with the file extension of another format.
            Note PictureMislabelled = "picture-mislabelled";
            /// A picture cache that cannot be written.
            Warning PicturesNotKept = "pictures-not-kept";
            /// A photo in which the camera stored where it was taken.
            Warning PhotoTellsPlace = "photo-tells-place";
            /// A picture in a text without a description of what it shows.
            Error PictureWithoutAlt = "picture-without-alt";
            /// A description of a photo that is a file name, or only says that it is a photo.
            Warning AltTellsNothing = "alt-tells-nothing";
        }
    };
}

pub(super) use codes_of_pictures;
