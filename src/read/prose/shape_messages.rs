//! What is said of lines that lose their shape on the page, in Dutch and English.

use super::shapes::Meant;
use crate::ground::{Code, Diagnostic, Place, both};

pub(super) fn shapeless(place: Place, meant: Meant, better: Option<String>) -> Diagnostic {
    let (message, hint) = match meant {
        Meant::Table => (
            both(
                "dit lijkt een tabel uit Word of Excel; zo komt alles achter elkaar op de site",
                "this seems to be a table out of Word or Excel; everything runs on in one line like this",
            ),
            both(
                "zet strepen tussen de vakken, en streepjes onder de eerste rij",
                "put bars between the cells, and dashes below the first row",
            ),
        ),
        Meant::List => (
            both(
                "deze regels komen op de site achter elkaar te staan, en niet onder elkaar",
                "these lines run on in one line on the site, and do not stand below each other",
            ),
            both(
                "zet voor elke regel een streepje en een spatie",
                "put a dash and a blank in front of each line",
            ),
        ),
        Meant::Words => (
            both(
                "door de spaties of de tab vooraan staat dit als programmatekst op de site: grijs, en zonder opmaak",
                "by the blanks or the tab in front this is on the site as program text: grey, and as it is typed",
            ),
            both("begin elke regel helemaal vooraan", "begin each line at the very front"),
        ),
    };
    let said = Diagnostic::new(Code::LinesOutOfShape, place, message).hint(hint);
    match better {
        Some(lines) => said.correction(lines),
        None => said,
    }
}

/// A line of dashes right below sentences, which makes a heading of them.
pub(super) fn underlined(place: Place, better: Option<String>) -> Diagnostic {
    let said = Diagnostic::new(
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
    match better {
        Some(lines) => said.correction(lines),
        None => said,
    }
}
