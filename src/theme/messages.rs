//! What is said about the files of a theme, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

pub(super) fn no_word(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeWord,
        place,
        both("hier hoort één woord of zin te staan", "a word or a sentence is expected here"),
    )
    .hint(both("zet elk woord achter een eigen streepje", "put every word behind a dash of its own"))
}

pub(super) fn not_utf8(place: Place) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::ThemeNotText,
        place,
        both(
            format!("het sjabloon '{file}' is geen tekst in UTF-8"),
            format!("the template '{file}' is no text in UTF-8"),
        ),
    )
    .hint(both("sla het op als UTF-8", "save it as UTF-8"))
}
