//! The messages about lines that lose their layout on the page, in Dutch and English.

use super::listed::ItemMarker;
use super::shapes::MeantLayout;
use crate::ground::{Both, Code, Diagnostic, Place, both};

pub(super) fn lost_layout(place: Place, meant: MeantLayout, correction: Option<String>) -> Diagnostic {
    let (message, hint) = match meant {
        MeantLayout::Table => (
            both(
                "dit lijkt een tabel uit Word of Excel; zo komt alles achter elkaar op de site",
                "this looks like a table from Word or Excel; like this, everything runs together on the site",
            ),
            both(
                "zet strepen tussen de vakken, en streepjes onder de eerste rij",
                "put bars between the cells, and dashes below the first row",
            ),
        ),
        MeantLayout::Bars => (
            both(
                "dit is nog geen tabel: de strepen tussen de vakken staan nu gewoon op de site",
                "this is not a table yet: the bars between the cells appear on the site as typed",
            ),
            both(
                "zet onder de bovenste rij een regel met streepjes, en evenveel vakken in elke rij",
                "put a line of dashes below the first row, and the same number of cells in each row",
            ),
        ),
        MeantLayout::Listed(marker) => (running_on(), list_hint(marker)),
        MeantLayout::OneOfList(marker) => (
            both("deze regel hoort zo niet bij de lijst", "like this, the line is not part of the list"),
            list_hint(marker),
        ),
        MeantLayout::List => (
            running_on(),
            both(
                "zet voor elke regel een streepje en een spatie",
                "put a dash and a space in front of each line",
            ),
        ),
        MeantLayout::Words => (
            both(
                "door de spaties of de tab vooraan staat dit als programmatekst op de site: grijs, en zonder opmaak",
                "because of the spaces or tab in front, this appears on the site as program code: grey and without formatting",
            ),
            both("begin elke regel helemaal vooraan", "start each line at the left margin"),
        ),
    };
    let remark = Diagnostic::new(Code::LinesOutOfShape, place, message).hint(hint);
    match correction {
        Some(lines) => remark.correction(lines),
        None => remark,
    }
}

fn running_on() -> Both {
    both(
        "deze regels komen op de site achter elkaar te staan, en niet onder elkaar",
        "these lines run together on the site, instead of appearing below each other",
    )
}

/// Explains how to start list items that have this in front.
fn list_hint(marker: ItemMarker) -> Both {
    match marker {
        ItemMarker::Sign(sign) => both(
            format!("zet voor elke regel een streepje en een spatie in plaats van '{sign}'"),
            format!("put a dash and a space in front of each line instead of '{sign}'"),
        ),
        ItemMarker::Tight('*') => {
            both("zet een spatie achter het sterretje", "put a space after the asterisk")
        }
        ItemMarker::Tight(_) => both("zet een spatie achter het streepje", "put a space after the dash"),
        ItemMarker::NonBreaking(mark) => {
            let (nl, en) = match mark {
                '-' => ("het streepje", "the dash"),
                '*' => ("het sterretje", "the asterisk"),
                _ => ("het nummer", "the number"),
            };
            both(
                format!(
                    "achter {nl} staat een vaste spatie, zoals Word die maakt; typ daar een gewone spatie"
                ),
                format!(
                    "{en} is followed by a non-breaking space, as inserted by Word; type an ordinary space there"
                ),
            )
        }
        ItemMarker::Number => both("zet een spatie achter het nummer", "put a space after the number"),
        ItemMarker::Letter(_) => both(
            "een lijst met letters kan niet; gebruik nummers met een punt en een spatie",
            "a list cannot have letters; use numbers followed by a dot and a space",
        ),
    }
}

/// A line of dashes directly below sentences, which turns them into a heading.
pub(super) fn underlined(place: Place, correction: Option<String>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::SentenceAsHeading,
        place,
        both(
            "door deze streepjes komt de tekst erboven als kop op de site",
            "these dashes turn the text above them into a heading on the site",
        ),
    )
    .hint(both(
        "zet een lege regel boven de streepjes; moet het wel een kop zijn, haal ze dan weg en zet ## voor de tekst",
        "put an empty line above the dashes; if it is meant to be a heading, remove them and put ## before the text",
    ));
    match correction {
        Some(lines) => remark.correction(lines),
        None => remark,
    }
}
