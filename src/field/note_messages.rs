//! Messages about notes after words and quotation marks around them, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};
use crate::read::{fit_for_value, in_quotes};

/// Reports `titel: Bingo # nu`.
pub(super) fn trailing_note(place: Place, correction: String) -> Diagnostic {
    let words = place.marked();
    Diagnostic::new(
        Code::NoteBehindWords,
        place,
        both(
            format!("'{words}' komt niet op de site: wat achter een # staat, is een notitie voor jezelf"),
            format!("'{words}' is not shown on the site: what follows a # is a note to yourself"),
        ),
    )
    .hint(both(
        "hoort het erbij? Zet de hele waarde tussen aanhalingstekens; een notitie kan ook op een eigen regel",
        "should it be shown? Put the whole value in quotation marks; a note can also go on a line of its own",
    ))
    .correction(correction)
}

/// Reports `titel: “Koffie in het dorpshuis”`.
pub(super) fn quotes_around_name(place: Place, bare: &str) -> Diagnostic {
    let words = place.marked();
    let in_straight_quotes = in_quotes(&words);
    Diagnostic::new(
        Code::QuotesAroundName,
        place,
        both(
            format!("de aanhalingstekens van {words} komen ook op de site te staan"),
            format!("the quotation marks around {words} are shown on the site too"),
        ),
    )
    .hint(both(
        format!("haal ze weg; horen ze er echt bij? Zet er dan nog rechte aanhalingstekens omheen: {in_straight_quotes}"),
        format!("remove them; if they really belong there, put straight quotation marks around them as well: {in_straight_quotes}"),
    ))
    .correction_with(Some(&fit_for_value(bare)))
}
