//! What is said of notes behind words, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// `titel: Bingo # nu`.
pub(super) fn note_behind(place: Place, correction: String) -> Diagnostic {
    let words = place.marked();
    Diagnostic::new(
        Code::NoteBehindWords,
        place,
        both(
            format!("'{words}' komt niet op de site: wat achter een # staat, is een notitie voor jezelf"),
            format!("'{words}' is not on the site: what stands behind a # is a note to yourself"),
        ),
    )
    .hint(both(
        "hoort het erbij? Zet de hele waarde tussen aanhalingstekens; een notitie kan ook op een eigen regel",
        "does it belong? Put the whole value between quotes; a note can have a line of its own as well",
    ))
    .correction(correction)
}
