//! What is said of notes behind words and of marks around them, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};
use crate::read::{fit_for_value, in_quotes};

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

/// `titel: “Koffie in het dorpshuis”`.
pub(super) fn quotes_around_name(place: Place, bare: &str) -> Diagnostic {
    let words = place.marked();
    let in_straight_quotes = in_quotes(&words);
    Diagnostic::new(
        Code::QuotesAroundName,
        place,
        both(
            format!("de aanhalingstekens van {words} komen ook op de site te staan"),
            format!("the quotation marks of {words} are shown on the site as well"),
        ),
    )
    .hint(both(
        format!("haal ze weg; horen ze er echt bij? Zet er dan nog rechte aanhalingstekens omheen: {in_straight_quotes}"),
        format!("take them away; do they really belong? Then put straight quotation marks around them as well: {in_straight_quotes}"),
    ))
    .correction_with(Some(&fit_for_value(bare)))
}
