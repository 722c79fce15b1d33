//! What the template engine says of values that cannot be what a template wants of them, told in Dutch and English.

use crate::ground::{Both, both};

/// What the engine calls the kinds of values.
const KINDS: [(&str, &str, &str); 9] = [
    ("undefined", "niets", "nothing"),
    ("none", "niets", "nothing"),
    ("null", "niets", "nothing"),
    ("string", "een tekst", "a text"),
    ("bool", "ja of nee", "yes or no"),
    ("array", "een lijst", "a list"),
    ("map", "een groep", "a group"),
    ("object", "een groep", "a group"),
    ("bytes", "een bestand", "a file"),
];

fn kind(word: &str) -> Both {
    let known = KINDS.iter().find(|(name, ..)| *name == word);
    known.map_or_else(|| both("een getal", "a number"), |(_, nl, en)| both(*nl, *en))
}

/// What cannot be done with the values that are there.
pub(super) fn of_values(marked: &str, first: &str, quoted: &[&str]) -> Option<(Both, Both)> {
    let part = |number: usize| quoted.get(number).copied().unwrap_or_default();
    Some(match first {
        _ if first.starts_with("Iteration not possible") && part(0) == "undefined" => (
            both(
                format!("'{marked}' is er niet, dus er is geen lijst om door te lopen"),
                format!("'{marked}' is not there, so there is no list to go through"),
            ),
            names_of_contract(),
        ),
        _ if first.starts_with("Iteration not possible") => {
            let kind = kind(part(0));
            (
                both(
                    format!("'{marked}' is {}, en daar kan geen lus doorheen", kind.nl),
                    format!("'{marked}' is {}, and no loop can go through that", kind.en),
                ),
                both("een lus loopt door een lijst of een groep", "a loop goes through a list or a group"),
            )
        }
        _ if first.contains("requires both operands to be numbers") => {
            let (one, other) = (kind(part(1)), kind(part(2)));
            (
                both(
                    format!("rekenen kan alleen met getallen; hier staan {} en {}", one.nl, other.nl),
                    format!("only numbers can be reckoned with; here are {} and {}", one.en, other.en),
                ),
                both("zet teksten achter elkaar met ~", "put texts behind each other with ~"),
            )
        }
        _ if first.starts_with("Cannot compare") => {
            let (one, other) = (kind(part(0)), kind(part(1)));
            (
                both(
                    format!("{} en {} zijn niet te vergelijken", one.nl, other.nl),
                    format!("{} and {} cannot be compared", one.en, other.en),
                ),
                both(
                    "vergelijk alleen getallen met getallen en teksten met teksten",
                    "compare only numbers with numbers and texts with texts",
                ),
            )
        }
        _ => return None,
    })
}

/// Where all names stand.
pub(super) fn names_of_contract() -> Both {
    both(
        "welke namen er zijn, toont: dorpsplein thema afspraak",
        "which names there are is shown by: dorpsplein theme contract",
    )
}
