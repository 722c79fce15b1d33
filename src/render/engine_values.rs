//! What the template engine says of values that cannot be what a template wants of them, told in Dutch and English.

use super::engine_phrases::{Phrase, kind, message_and_hint, phrases};
use crate::ground::{Both, both};

/// What cannot be done with the values that are there.
pub(super) fn value_message(marked: &str, first: &str, quoted: &[&str]) -> Option<(Both, Both)> {
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
        _ if first.starts_with("Invalid type for the value") => wrong_kind_message(marked, part(0), part(1)),
        _ => return message_and_hint(VALUES, marked, first),
    })
}

/// A value of one kind where another is wanted.
fn wrong_kind_message(marked: &str, wanted: &str, is: &str) -> (Both, Both) {
    let hint = match is {
        "undefined" | "none" => both(
            "zeg wat er dan moet staan, vóór het filter: naam | default(value=\"\")",
            "say what is to stand there then, before the filter: name | default(value=\"\")",
        ),
        _ => names_of_contract(),
    };
    let (wanted, is) = (kind(wanted), kind(is));
    let message = both(
        format!("hier hoort {}, en '{marked}' is {}", wanted.nl, is.nl),
        format!("{} belongs here, and '{marked}' is {}", wanted.en, is.en),
    );
    (message, hint)
}

const VALUES: &[Phrase] = phrases! {
    // Something is not there at all.
    "Cannot index into an undefined value" =>
        "'{here}' is er niet" | "'{here}' is not there",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "which names there are is shown by: dorpsplein theme contract";
    "Cannot slice an undefined value" =>
        "'{here}' is er niet" | "'{here}' is not there",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "which names there are is shown by: dorpsplein theme contract";
    "Tried to escape an undefined value" =>
        "'{here}' is er niet" | "'{here}' is not there",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "which names there are is shown by: dorpsplein theme contract";
    "Index expression is undefined" =>
        "wat tussen de vierkante haken staat, is er niet" | "what stands between the square brackets is not there",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "which names there are is shown by: dorpsplein theme contract";
    "Slice *" =>
        "tussen de vierkante haken hoort een heel getal" | "a whole number belongs between the square brackets",
        "schrijf: lijst[0], of lijst[0:3]" | "write: list[0], or list[0:3]";
    "Tried to use super() in the top level block" =>
        "'super()' kan hier niet: in geen sjabloon eronder staat dit blok" | "'super()' is not possible here: no template below has this block",
        "haal 'super()' weg" | "take 'super()' out";
    "the word has no form*" =>
        "dit woord heeft geen vorm '{0}'" | "this word has no form '{0}'",
        "geef het in de map words twee vormen, 'one' en 'other', elk op een eigen regel" | "give it two forms in the folder words, 'one' and 'other', each on a line of its own";

    // What can only be done with numbers, or not with these.
    "Math operations can only be done on numbers*" =>
        "hier hoort een getal, en '{here}' is {kind0}" | "a number belongs here, and '{here}' is {kind0}",
        "maak er eerst een getal van: naam | int" | "make a number of it first: name | int";
    "Only numbers can be*" =>
        "hier hoort een getal, en '{here}' is {kind0}" | "a number belongs here, and '{here}' is {kind0}",
        "maak er eerst een getal van: naam | int" | "make a number of it first: name | int";
    "This filter can only be used on a number*" =>
        "'{here}' werkt met een getal, en krijgt hier {kind0}" | "'{here}' works with a number, and gets {kind0} here",
        "maak er eerst een getal van: naam | int" | "make a number of it first: name | int";
    "Unable to perform*" =>
        "wat hieruit komt, is te groot om mee te rekenen" | "what comes of this is too large to reckon with",
        "gebruik kleinere getallen" | "use smaller numbers";
    "Cannot negate*" =>
        "wat hieruit komt, is te groot om mee te rekenen" | "what comes of this is too large to reckon with",
        "gebruik kleinere getallen" | "use smaller numbers";
    "*is out of range*" =>
        "dit getal kan hier niet: het is te groot, te klein, of niet heel" | "this number cannot be here: it is too large, too small, or not whole",
        "gebruik een ander getal" | "use another number";
    "The string `*" =>
        "van '{0}' is geen getal te maken" | "no number can be made of '{0}'",
        "zeg wat er dan moet staan: naam | int(default=0)" | "say what is to stand there then: name | int(default=0)";
    "*is a float; cannot*" =>
        "'{0}' is geen heel getal" | "'{0}' is no whole number",
        "rond het eerst af: getal | round | int" | "round it first: number | round | int";
    "Function `range`*" =>
        "van het begin tot het einde van 'range' komen er geen getallen, of te veel" | "from the start to the end of 'range' there are no numbers, or too many",
        "begin lager dan je eindigt, met een stap die niet 0 is: range(start=1, end=5)" | "begin lower than you end, with a step that is not 0: range(start=1, end=5)";

    // What can only be done with lists, groups or texts.
    "Key/value iteration*" =>
        "'{here}' is {kind0}; een lus met twee namen gaat alleen door een groep" | "'{here}' is {kind0}; a loop with two names only goes through a group",
        "schrijf bij een lijst één naam: {% for naam in lijst %}" | "write one name with a list: {% for name in list %}";
    "*has no length" =>
        "'{here}' krijgt hier {kind}, en dat heeft geen lengte" | "'{here}' gets {kind} here, which has no length",
        "een lengte hebben teksten, lijsten en groepen" | "texts, lists and groups have a length";
    "*cannot be reversed" =>
        "'{here}' krijgt hier {kind}, en dat kan niet worden omgedraaid" | "'{here}' gets {kind} here, which cannot be turned round",
        "omdraaien kan met teksten en lijsten" | "texts and lists can be turned round";
    "Slicing step cannot be 0" =>
        "de stap tussen de vierkante haken kan niet 0 zijn" | "the step between the square brackets cannot be 0",
        "schrijf: lijst[0:3]" | "write: list[0:3]";
    "Slicing can only*" =>
        "'{here}' is {kind0}, en daarvan kan geen stuk worden genomen" | "'{here}' is {kind0}, of which no piece can be taken",
        "een stuk neem je van een tekst of een lijst" | "a piece is taken of a text or a list";
    "*index must be an integer*" =>
        "tussen de vierkante haken hoort een heel getal" | "a whole number belongs between the square brackets",
        "schrijf: lijst[0]" | "write: list[0]";
    "`in` cannot be used*" =>
        "'{here}' is {kind1}, en daarin kan niet worden gezocht" | "'{here}' is {kind1}, which cannot be searched in",
        "zoeken kan in een tekst, een lijst of een groep" | "a text, a list or a group can be searched in";
    "*cannot check for containment" =>
        "in '{here}' kan niet worden gezocht" | "'{here}' cannot be searched in",
        "zoeken kan in een tekst, een lijst of een groep" | "a text, a list or a group can be searched in";
    "Cannot sort*" =>
        "dit kan niet op volgorde: niet alles is van dezelfde soort" | "this cannot be sorted: not all of it is of one kind",
        "sorteer op iets dat overal een tekst of overal een getal is: lijst | sort(attribute=\"title\")" | "sort by what is a text everywhere, or a number everywhere: list | sort(attribute=\"title\")";
    "*does not have an attribute at path*" =>
        "niet alles in deze lijst heeft '{last}'" | "not everything in this list has '{last}'",
        "kijk of de naam achter 'attribute' klopt" | "see whether the name behind 'attribute' is right";
    "Map does not have a key*" =>
        "in deze groep is niet wat hier wordt gevraagd" | "this group does not have what is asked here",
        "zeg wat er dan moet staan: groep | get(key=\"naam\", default=\"\")" | "say what is to stand there then: group | get(key=\"name\", default=\"\")";
    "Spread operator*" =>
        "'{here}' is {kind0}, en dat kan niet worden uitgespreid met ..." | "'{here}' is {kind0}, which cannot be spread with ...",
        "achter ... hoort een lijst of een groep" | "a list or a group belongs behind ...";
    "Map keys must be*" =>
        "de naam van iets in een groep is een tekst of een heel getal" | "the name of something in a group is a text or a whole number",
        "schrijf: groep[\"naam\"]" | "write: group[\"name\"]";
    "Not a valid key type*" =>
        "de naam van iets in een groep is een tekst of een heel getal" | "the name of something in a group is a text or a whole number",
        "schrijf: groep[\"naam\"]" | "write: group[\"name\"]";
    "Value of type *" =>
        "'{here}' krijgt hier {kind}, en daar is geen getal van te maken" | "'{here}' gets {kind} here, of which no number can be made",
        "zeg wat er dan moet staan: naam | int(default=0)" | "say what is to stand there then: name | int(default=0)";
    "The float*" =>
        "van dit getal is geen heel getal te maken" | "no whole number can be made of this number",
        "rond het eerst af: getal | round | int" | "round it first: number | round | int";

    // What a filter, a test or a function is given.
    "Missing keyword argument*" =>
        "hier ontbreekt '{0}' tussen de haakjes" | "'{0}' is missing between the brackets here",
        "zet erbij: {0}=…" | "add: {0}=…";
    "The `indentation` argument*" =>
        "'indentation' is één teken" | "'indentation' is one character",
        "schrijf: indent(indentation=\" \")" | "write: indent(indentation=\" \")";
};

/// Where all names stand.
pub(super) fn names_of_contract() -> Both {
    both(
        "welke namen er zijn, toont: dorpsplein thema afspraak",
        "which names there are is shown by: dorpsplein theme contract",
    )
}
