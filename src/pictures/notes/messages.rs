//! What is said about what files tell beside what is to be seen, in Dutch and English.

use crate::ground::{Both, Code, Diagnostic, Place, both};

/// Of more photos than this, only the first are named.
const MOST_NAMED: usize = 5;

/// How many are named then.
const NAMED: usize = 3;

/// Photos that tell where they were taken: one remark each, or one for very many.
pub(super) fn places(photos: &[&str]) -> Vec<Diagnostic> {
    if photos.len() <= MOST_NAMED {
        return photos.iter().map(|photo| place(photo)).collect();
    }
    let (first, count) = (photos.first().copied().unwrap_or_default(), photos.len());
    let names: Vec<String> = photos.iter().take(NAMED).map(|photo| format!("'{photo}'")).collect();
    let names = names.join(", ");
    let rest = count.saturating_sub(NAMED);
    let folder = first.split('/').next().unwrap_or_default();
    let message = both(
        format!("in {count} foto's staat waar ze zijn genomen: {names} en nog {rest}"),
        format!("{count} photos tell where they were taken: {names} and {rest} more"),
    );
    vec![Diagnostic::new(Code::PhotoTellsPlace, Place::whole(folder), message).hint(both(
        "op de site komt dat niet, maar wie bij de bestanden van je dorp kan, ziet het wel; 'dorpsplein schoon' haalt het eruit, en de foto's blijven zoals ze zijn",
        "that does not go onto the site, but whoever can reach the files of your village can see it; 'dorpsplein clean-photos' takes it out, and the photos stay as they are",
    ))]
}

fn place(photo: &str) -> Diagnostic {
    let message = both(
        format!("in de foto '{photo}' staat waar ze is genomen"),
        format!("the photo '{photo}' tells where it was taken"),
    );
    Diagnostic::new(Code::PhotoTellsPlace, Place::whole(photo), message).hint(place_advice())
}

fn place_advice() -> Both {
    both(
        "op de site komt dat niet, maar wie bij de bestanden van je dorp kan, ziet het wel; 'dorpsplein schoon' haalt het eruit, en de foto blijft zoals ze is",
        "that does not go onto the site, but whoever can reach the files of your village can see it; 'dorpsplein clean-photos' takes it out, and the photo stays as it is",
    )
}
