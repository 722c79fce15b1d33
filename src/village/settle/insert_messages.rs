//! Messages about blocks in a text, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// For an album of a folder that does not exist or has no photos.
pub(super) fn empty_album(place: Place, folder: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::EmptyAlbum,
        place,
        both(
            format!("in de map '{folder}' staan geen foto's"),
            format!("the folder '{folder}' has no photos"),
        ),
    );
    // The folder itself may exist, but without photos.
    if let Some(near) = near.filter(|near| *near != folder) {
        return remark.suggest(Some(near));
    }
    remark.hint(both(
        "maak in media een map voor dit album en zet de foto's daarin",
        "create a folder for this album in media and put the photos in it",
    ))
}

/// For a photo that is described but is not in the folder of its album.
pub(super) fn not_in_album(place: Place, name: &str, folder: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        Code::NotInAlbum,
        place,
        both(
            format!("de foto '{name}' staat niet in de map '{folder}'"),
            format!("the photo '{name}' is not in the folder '{folder}'"),
        ),
    )
    .suggest(near)
}

/// The number of photos named before the rest are only counted.
const MOST_NAMED: usize = 6;

/// For photos in an album without a description.
pub(super) fn undescribed_photos(place: Place, undescribed: &[&str]) -> Diagnostic {
    let named =
        undescribed.iter().take(MOST_NAMED).map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let rest = undescribed.len().saturating_sub(MOST_NAMED);
    let (nl, en) = match rest {
        0 => (named.clone(), named),
        _ => (format!("{named} en nog {rest}"), format!("{named} and {rest} more")),
    };
    let first = undescribed.first().copied().unwrap_or_default();
    Diagnostic::new(
        Code::MissingAlt,
        place,
        both(
            format!("er staat niet bij wat er op deze foto's te zien is: {nl}"),
            format!("these photos have no description of what is in them: {en}"),
        ),
    )
    .hint(both(
        format!("geef elke foto een naam van een paar woorden, zoals de-optocht-op-de-brink.jpg, of zet in het blok: fotos: [{{bestand: {first}, beschrijving: wat er te zien is}}]"),
        format!("give each photo a name of a few words, such as parade-on-the-green.jpg, or add to the block: photos: [{{file: {first}, alt: what is in the photo}}]"),
    ))
}

/// For a block in a translation.
pub(super) fn insert_in_translation(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::InsertInField,
        place,
        both("een blok kan niet in een vertaling staan", "a translation cannot contain a block"),
    )
    .hint(both(
        "zet de foto er gewoon neer: ![wat er te zien is](media/foto.jpg)",
        "put the photo in the text instead: ![what is in the photo](media/photo.jpg)",
    ))
}
