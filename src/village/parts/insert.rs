//! Inserts, which are shown in the middle of a text: a photo, an album or a film.

use crate::field::{
    At, Described, Fact, FieldReader, FieldValue, FileRef, Line, Many, Picture, Shape, Visitor, Web,
    describe, take_group,
};
use crate::ground::{name_in_words, slug};
use crate::read::{Insert as RawInsert, InsertKind, MediaFile, Node, PictureKind};

describe! {
    /// The photos of a folder.
    pub struct AlbumFields short only_folder = "media/dorpsfeest-2026" {
        required folder / map ("bestand", "file", "directory"): FolderRef,
            "De map in media waar de foto's in staan." | "The folder in media that holds the photos.";
        optional photos / fotos ("foto's", "pictures"): Many<Picture>,
            "Wat er op de foto's te zien is; een foto met een naam van drie woorden of meer vertelt het zelf."
            | "What is in the photos; not needed for a photo whose name has three words or more.";
        optional caption / bijschrift ("titel", "title"): Line,
            "Wat er onder het album staat." | "The caption below the album.";
        optional credit / fotograaf ("credits", "bron", "foto"): Line,
            "Wie de foto's maakte." | "Who took the photos.";
    }
}

fn only_folder(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<AlbumFields> {
    let folder = FolderRef::take(node, reader)?;
    Some(AlbumFields { folder: Some(At { value: folder, span: node.span }), ..AlbumFields::default() })
}

describe! {
    /// A film on another site. A page only shows a card with a link: nobody is tracked unless they click it.
    pub struct Film {
        required address / adres ("link", "url"): Web,
            "Het webadres van de film." | "The web address of the film.";
        required title / titel ("naam", "name"): Line,
            "Hoe de film heet." | "What the film is called.";
        optional duration / duur ("lengte", "length"): Line,
            "Hoe lang de film duurt, zoals 4 minuten." | "How long the film is, such as 4 minutes.";
        optional image / afbeelding ("foto", "photo"): Picture,
            "Een stilstaand beeld uit media." | "A still from media.";
    }
}

/// A folder in `media/`, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderRef(pub FileRef);

impl FieldValue for FolderRef {
    const SHAPE: Shape = Shape::File;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        FileRef::take(node, reader).map(Self)
    }

    fn fact(&self) -> Fact<'_> {
        Fact::File(&self.0)
    }
}

/// The photos of a folder, with their descriptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Album(pub AlbumFields);

/// Whether a file is one of the photos of a folder: it is directly in that folder.
pub fn is_in_folder(file: &MediaFile, folder: &FileRef) -> bool {
    let typed = folder.typed.replace('\\', "/");
    let typed = typed.trim().trim_matches('/');
    let is_there = |folder: &str| file.path.parent().eq_ignore_ascii_case(folder);
    (is_there(typed) || is_there(&format!("media/{typed}"))) && is_of_an_album(file)
}

impl Album {
    /// Returns the photos that are described in the fields.
    pub fn described(&self) -> impl Iterator<Item = &Picture> {
        self.0.photos.iter().flat_map(|photos| photos.iter()).map(|photo| &photo.value)
    }
}

/// Whether an album shows a file, or should: other files in its folder are ignored.
fn is_of_an_album(file: &MediaFile) -> bool {
    PictureKind::of(&file.path).is_some_and(|kind| kind.is_photo() || kind == PictureKind::Heic)
}

/// Returns a description taken from the name of a photo: `de-optocht-op-de-brink.jpg` gives one,
/// `IMG_2041.jpg` and `foto 3.jpg` do not.
pub fn alt_from_name(stem: &str) -> Option<String> {
    let words: Vec<String> = slug(stem).split('-').map(str::to_owned).collect();
    let is_word = |word: &&String| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let counts = words.iter().filter(is_word).filter(|word| !matches!(word.as_str(), "img" | "dsc" | "foto"));
    if counts.count() < 3 {
        return None;
    }
    Some(name_in_words(stem))
}

/// Something to show in the middle of a text.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a text has only a few of them")]
pub enum Insert {
    /// One photo.
    Photo(Picture),
    /// All photos of a folder.
    Album(Album),
    /// A film on another site.
    Film(Film),
}

impl Insert {
    /// Reads a block in a text; if it cannot be read, reports that and returns `None`.
    pub fn read(raw: &RawInsert, reader: &mut FieldReader<'_>) -> Option<Self> {
        let keys = raw.keys.as_ref()?;
        match raw.kind {
            InsertKind::Photo => Picture::take(keys, reader).map(Self::Photo),
            InsertKind::Album => {
                take_group(keys, reader, Some(only_folder)).map(|fields| Self::Album(Album(fields)))
            }
            InsertKind::Film => take_group(keys, reader, None).map(Self::Film),
        }
    }

    /// Shows the visitor everything in it that points outside the entry.
    pub fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match self {
            Self::Photo(picture) => picture.visit(visitor),
            Self::Album(album) => {
                if let Some(folder) = &album.0.folder {
                    visitor.folder(&folder.value.0, album.described().collect());
                }
            }
            Self::Film(film) => film.visit_fields(visitor),
        }
    }

    /// Returns the pictures that still need a description of what is in them, wherever they are.
    pub fn undescribed(&self) -> Vec<&Picture> {
        let pictures: Vec<&Picture> = match self {
            Self::Photo(picture) => vec![picture],
            Self::Album(album) => album.described().collect(),
            Self::Film(film) => film.image.iter().map(|image| &image.value).collect(),
        };
        pictures.into_iter().filter(|picture| !picture.is_described()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_descriptive_file_name_becomes_the_alt_text() {
        assert_eq!(alt_from_name("de-optocht_op-de-brink").as_deref(), Some("De optocht op de brink"));
        assert_eq!(
            alt_from_name("Kinderen bij het paasvuur 2026").as_deref(),
            Some("Kinderen bij het paasvuur 2026")
        );
        for silent in ["IMG_2041", "foto 3", "2026-05-05", "DSC-0001-a-b", "optocht", "optocht-brink"] {
            assert_eq!(alt_from_name(silent), None, "{silent}");
        }
    }
}
