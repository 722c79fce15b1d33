//! What is said of lines that lose their shape on the page, in Dutch and English.

use super::listed::Front;
use super::shapes::MeantShape;
use crate::ground::{Both, Code, Diagnostic, Place, both};

pub(super) fn shapeless(place: Place, meant: MeantShape, correction: Option<String>) -> Diagnostic {
    let (message, hint) = match meant {
        MeantShape::Table => (
            both(
                "dit lijkt een tabel uit Word of Excel; zo komt alles achter elkaar op de site",
                "this seems to be a table out of Word or Excel; everything runs on in one line like this",
            ),
            both(
                "zet strepen tussen de vakken, en streepjes onder de eerste rij",
                "put bars between the cells, and dashes below the first row",
            ),
        ),
        MeantShape::Bars => (
            both(
                "dit is nog geen tabel: de strepen tussen de vakken staan nu gewoon op de site",
                "this is no table yet: the bars between the cells are on the site as they are",
            ),
            both(
                "zet onder de bovenste rij een regel met streepjes, en evenveel vakken in elke rij",
                "put a line of dashes below the first row, and as many cells in each row",
            ),
        ),
        MeantShape::Listed(front) => (running_on(), list_hint(front)),
        MeantShape::OneOfList(front) => (
            both("deze regel hoort zo niet bij de lijst", "like this, the line does not belong to the list"),
            list_hint(front),
        ),
        MeantShape::List => (
            running_on(),
            both(
                "zet voor elke regel een streepje en een spatie",
                "put a dash and a blank in front of each line",
            ),
        ),
        MeantShape::Words => (
            both(
                "door de spaties of de tab vooraan staat dit als programmatekst op de site: grijs, en zonder opmaak",
                "by the blanks or the tab in front this is on the site as program text: grey, and as it is typed",
            ),
            both("begin elke regel helemaal vooraan", "begin each line at the very front"),
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
        "these lines run on in one line on the site, and do not stand below each other",
    )
}

/// How the lines of a list begin that have this in front.
fn list_hint(front: Front) -> Both {
    match front {
        Front::Sign(sign) => both(
            format!("zet voor elke regel een streepje en een spatie in plaats van '{sign}'"),
            format!("put a dash and a blank in front of each line instead of '{sign}'"),
        ),
        Front::Tight('*') => both("zet een spatie achter het sterretje", "put a blank behind the star"),
        Front::Tight(_) => both("zet een spatie achter het streepje", "put a blank behind the dash"),
        Front::Fixed(mark) => {
            let (nl, en) = match mark {
                '-' => ("het streepje", "the dash"),
                '*' => ("het sterretje", "the star"),
                _ => ("het nummer", "the number"),
            };
            both(
                format!(
                    "achter {nl} staat een vaste spatie, zoals Word die maakt; typ daar een gewone spatie"
                ),
                format!(
                    "behind {en} stands a non-breaking space, as Word makes it; type an ordinary one there"
                ),
            )
        }
        Front::Number => both("zet een spatie achter het nummer", "put a blank behind the number"),
        Front::Letter(_) => both(
            "een lijst met letters kan niet; gebruik nummers met een punt en een spatie",
            "a list cannot have letters; use numbers with a dot and a blank",
        ),
    }
}

/// A line of dashes right below sentences, which makes a heading of them.
pub(super) fn underlined(place: Place, correction: Option<String>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::SentenceAsHeading,
        place,
        both(
            "door deze streepjes komt de tekst erboven als kop op de site",
            "by these dashes the words above them are a heading on the site",
        ),
    )
    .hint(both(
        "zet een lege regel boven de streepjes; moet het wel een kop zijn, haal ze dan weg en zet ## voor de tekst",
        "put an empty line above the dashes; if it is to be a heading, take them away and put ## before the words",
    ));
    match correction {
        Some(lines) => remark.correction(lines),
        None => remark,
    }
}
