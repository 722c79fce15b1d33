//! Messages about what browsers silently skip in a style, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// Reports a block of a style that is not closed.
pub(super) fn style_not_closed(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::StyleNotClosed,
        place,
        both(
            "deze '{' wordt niet gesloten, en daardoor geldt niet wat eronder staat",
            "this '{' is not closed, so what is below it has no effect",
        ),
    )
    .hint(both(
        "zet een } achter de laatste regel die erbij hoort",
        "put a } after the last line that belongs to it",
    ))
}

/// Reports a `}` that closes nothing.
pub(super) fn stray_brace(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::StyleNotClosed,
        place,
        both(
            "deze '}' is er een te veel, en daardoor doet de regel erna niets",
            "this '}' is one too many, so the rule after it has no effect",
        ),
    )
    .hint(both("haal deze } weg", "remove this }"))
    .correction_with(Some(""))
}

/// Reports a comment that never ends.
pub(super) fn comment_not_closed(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::StyleNotClosed,
        place,
        both(
            "deze opmerking houdt nergens op, en daardoor geldt niets van wat erna komt",
            "this comment never ends, so nothing after it has any effect",
        ),
    )
    .hint(both("zet */ aan het eind van de opmerking", "put */ at the end of the comment"))
}

/// Reports a text without a quotation mark at its end.
pub(super) fn text_not_closed(place: Place) -> Diagnostic {
    let mark = place.marked().chars().next().unwrap_or('"');
    Diagnostic::new(
        Code::StyleNotClosed,
        place,
        both(
            format!("achter deze tekst ontbreekt een {mark}, en daardoor geldt niet wat erna komt"),
            format!("a {mark} is missing after this text, so what follows it has no effect"),
        ),
    )
    .hint(both(
        format!("zet een {mark} aan het eind van de tekst"),
        format!("put a {mark} at the end of the text"),
    ))
}

/// Reports an `@import` in an extra style, which is added to the end of the style of the theme.
pub(super) fn import_in_extra(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::StyleNamesNothing,
        place,
        both(
            "'@import' doet hier niets: deze regels komen achter de stijl van het thema, en het werkt alleen helemaal vooraan",
            "'@import' does nothing here: these rules come after the style of the theme, and it works only at the very top",
        ),
    )
    .hint(both("zet de regels uit dat bestand hier zelf neer", "put the rules of that file here instead"))
}

/// Reports a file in a style that no layer has; `near` is what may have been meant.
pub(super) fn missing_asset(place: Place, near: Option<&str>) -> Diagnostic {
    let name = place.marked();
    let remark = Diagnostic::new(
        Code::StyleNamesNothing,
        place,
        both(
            format!("het bestand '{name}' staat niet in de map assets"),
            format!("the file '{name}' is not in the assets folder"),
        ),
    );
    match near {
        Some(_) => remark.suggest(near),
        None => remark.hint(both(
            "zet het bestand in de map assets, naast deze stijl, of haal deze regel weg",
            "put the file in the assets folder, beside this style, or remove this line",
        )),
    }
}

/// Reports a custom property that no style defines and no setting gives; `near` is what may have been meant.
pub(super) fn unknown_property(place: Place, near: Option<&str>) -> Diagnostic {
    let name = place.marked();
    let remark = Diagnostic::new(
        Code::StyleNamesNothing,
        place,
        both(
            format!("'{name}' bestaat niet, en daardoor doet deze regel niets"),
            format!("'{name}' does not exist, so this line has no effect"),
        ),
    );
    match near {
        Some(_) => remark.suggest(near),
        None => remark.hint(both(
            "geef het een waarde, zoals ':root { --naam: #1a7f5a }', of zet hier de waarde zelf",
            "give it a value, such as ':root { --name: #1a7f5a }', or write the value itself here",
        )),
    }
}
