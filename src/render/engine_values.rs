//! Explains errors of the template engine about values that do not fit their use, in Dutch and English.

use super::engine_phrases::{Phrase, kind, message_and_hint, phrases};
use crate::ground::{Both, both};

/// Explains what cannot be done with a value.
pub(super) fn value_message(marked: &str, first: &str, quoted: &[&str]) -> Option<(Both, Both)> {
    let part = |number: usize| quoted.get(number).copied().unwrap_or_default();
    Some(match first {
        _ if first.starts_with("Iteration not possible") && part(0) == "undefined" => (
            both(
                format!("'{marked}' is er niet, dus er is geen lijst om door te lopen"),
                format!("'{marked}' does not exist, so there is no list to loop over"),
            ),
            names_of_contract(),
        ),
        _ if first.starts_with("Iteration not possible") => {
            let kind = kind(part(0));
            (
                both(
                    format!("'{marked}' is {}, en daar kan geen lus doorheen", kind.nl),
                    format!("'{marked}' is {}, which cannot be looped over", kind.en),
                ),
                both("een lus loopt door een lijst of een groep", "a loop needs a list or a group"),
            )
        }
        _ if first.contains("requires both operands to be numbers") => {
            let (one, other) = (kind(part(1)), kind(part(2)));
            (
                both(
                    format!("rekenen kan alleen met getallen; hier staan {} en {}", one.nl, other.nl),
                    format!("only numbers can be calculated with; this uses {} and {}", one.en, other.en),
                ),
                both("zet teksten achter elkaar met ~", "join texts with ~"),
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
                    "compare only numbers with numbers and text with text",
                ),
            )
        }
        _ if first.starts_with("Invalid type for the value") => wrong_kind_message(marked, part(0), part(1)),
        _ => return message_and_hint(VALUES, marked, first),
    })
}

/// Explains that a value is of the wrong kind.
fn wrong_kind_message(marked: &str, wanted: &str, is: &str) -> (Both, Both) {
    let hint = match is {
        "undefined" | "none" => both(
            "zeg wat er dan moet staan, vóór het filter: naam | default(value=\"\")",
            "say what to use instead, before the filter: name | default(value=\"\")",
        ),
        _ => names_of_contract(),
    };
    let (wanted, is) = (kind(wanted), kind(is));
    let message = both(
        format!("hier hoort {}, en '{marked}' is {}", wanted.nl, is.nl),
        format!("{} belongs here, but '{marked}' is {}", wanted.en, is.en),
    );
    (message, hint)
}

const VALUES: &[Phrase] = phrases! {
    // Something does not exist at all.
    "Cannot index into an undefined value" =>
        "'{here}' is er niet" | "'{here}' does not exist",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "to see which names exist, run: dorpsplein theme contract";
    "Cannot slice an undefined value" =>
        "'{here}' is er niet" | "'{here}' does not exist",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "to see which names exist, run: dorpsplein theme contract";
    "Tried to escape an undefined value" =>
        "'{here}' is er niet" | "'{here}' does not exist",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "to see which names exist, run: dorpsplein theme contract";
    "Index expression is undefined" =>
        "wat tussen de vierkante haken staat, is er niet" | "what is between the square brackets does not exist",
        "welke namen er zijn, toont: dorpsplein thema afspraak" | "to see which names exist, run: dorpsplein theme contract";
    "Slice *" =>
        "tussen de vierkante haken hoort een heel getal" | "a whole number belongs between the square brackets",
        "schrijf: lijst[0], of lijst[0:3]" | "write: list[0], or list[0:3]";
    "Tried to use super() in the top level block" =>
        "'super()' kan hier niet: in geen sjabloon eronder staat dit blok" | "'super()' cannot be used here: no template that this one extends has this block",
        "haal 'super()' weg" | "remove 'super()'";
    "the word has no form*" =>
        "dit woord heeft geen vorm '{0}'" | "this word has no form '{0}'",
        "geef het in de map words twee vormen, 'one' en 'other', elk op een eigen regel" | "in the words folder, give it two forms, 'one' and 'other', each on its own line";

    // What only works with numbers, or not with these numbers.
    "Math operations can only be done on numbers*" =>
        "hier hoort een getal, en '{here}' is {kind0}" | "a number belongs here, but '{here}' is {kind0}",
        "maak er eerst een getal van: naam | int" | "turn it into a number first: name | int";
    "Only numbers can be*" =>
        "hier hoort een getal, en '{here}' is {kind0}" | "a number belongs here, but '{here}' is {kind0}",
        "maak er eerst een getal van: naam | int" | "turn it into a number first: name | int";
    "This filter can only be used on a number*" =>
        "'{here}' werkt met een getal, en krijgt hier {kind0}" | "'{here}' needs a number, but gets {kind0} here",
        "maak er eerst een getal van: naam | int" | "turn it into a number first: name | int";
    "Unable to perform*" =>
        "wat hieruit komt, is te groot om mee te rekenen" | "the result is too large to calculate with",
        "gebruik kleinere getallen" | "use smaller numbers";
    "Cannot negate*" =>
        "wat hieruit komt, is te groot om mee te rekenen" | "the result is too large to calculate with",
        "gebruik kleinere getallen" | "use smaller numbers";
    "*is out of range*" =>
        "dit getal kan hier niet: het is te groot, te klein, of niet heel" | "this number cannot be used here: it is too large, too small, or not whole",
        "gebruik een ander getal" | "use another number";
    "The string `*" =>
        "van '{0}' is geen getal te maken" | "'{0}' cannot be turned into a number",
        "zeg wat er dan moet staan: naam | int(default=0)" | "say what to use instead: name | int(default=0)";
    "*is a float; cannot*" =>
        "'{0}' is geen heel getal" | "'{0}' is not a whole number",
        "rond het eerst af: getal | round | int" | "round it first: number | round | int";
    "Function `range`*" =>
        "van het begin tot het einde van 'range' komen er geen getallen, of te veel" | "there are no numbers between the start and end of 'range', or too many",
        "begin lager dan je eindigt, met een stap die niet 0 is: range(start=1, end=5)" | "start lower than you end, with a step that is not 0: range(start=1, end=5)";

    // What only works with lists, groups or text.
    "Key/value iteration*" =>
        "'{here}' is {kind0}; een lus met twee namen gaat alleen door een groep" | "'{here}' is {kind0}; a loop with two names needs a group",
        "schrijf bij een lijst één naam: {% for naam in lijst %}" | "for a list, write one name: {% for name in list %}";
    "*has no length" =>
        "'{here}' krijgt hier {kind}, en dat heeft geen lengte" | "'{here}' gets {kind} here, which has no length",
        "een lengte hebben teksten, lijsten en groepen" | "text, lists and groups have a length";
    "*cannot be reversed" =>
        "'{here}' krijgt hier {kind}, en dat kan niet worden omgedraaid" | "'{here}' gets {kind} here, which cannot be reversed",
        "omdraaien kan met teksten en lijsten" | "text and lists can be reversed";
    "Slicing step cannot be 0" =>
        "de stap tussen de vierkante haken kan niet 0 zijn" | "the step between the square brackets cannot be 0",
        "schrijf: lijst[0:3]" | "write: list[0:3]";
    "Slicing can only*" =>
        "'{here}' is {kind0}, en daarvan kan geen stuk worden genomen" | "'{here}' is {kind0}, so you cannot take a piece of it",
        "een stuk neem je van een tekst of een lijst" | "you can take a piece of a text or a list";
    "*index must be an integer*" =>
        "tussen de vierkante haken hoort een heel getal" | "a whole number belongs between the square brackets",
        "schrijf: lijst[0]" | "write: list[0]";
    "`in` cannot be used*" =>
        "'{here}' is {kind1}, en daarin kan niet worden gezocht" | "'{here}' is {kind1}, which cannot be searched",
        "zoeken kan in een tekst, een lijst of een groep" | "a text, a list or a group can be searched";
    "*cannot check for containment" =>
        "in '{here}' kan niet worden gezocht" | "'{here}' cannot be searched",
        "zoeken kan in een tekst, een lijst of een groep" | "a text, a list or a group can be searched";
    "Cannot sort*" =>
        "dit kan niet op volgorde: niet alles is van dezelfde soort" | "this cannot be sorted: not all items are of the same kind",
        "sorteer op iets dat overal een tekst of overal een getal is: lijst | sort(attribute=\"title\")" | "sort by something that is always text or always a number: list | sort(attribute=\"title\")";
    "*does not have an attribute at path*" =>
        "niet alles in deze lijst heeft '{last}'" | "not everything in this list has '{last}'",
        "kijk of de naam achter 'attribute' klopt" | "check the name after 'attribute'";
    "Map does not have a key*" =>
        "in deze groep is niet wat hier wordt gevraagd" | "this group does not have the name that is asked for here",
        "zeg wat er dan moet staan: groep | get(key=\"naam\", default=\"\")" | "say what to use instead: group | get(key=\"name\", default=\"\")";
    "Spread operator*" =>
        "'{here}' is {kind0}, en dat kan niet worden uitgespreid met ..." | "'{here}' is {kind0}, which cannot be spread with ...",
        "achter ... hoort een lijst of een groep" | "a list or a group belongs after ...";
    "Map keys must be*" =>
        "de naam van iets in een groep is een tekst of een heel getal" | "a name in a group must be text or a whole number",
        "schrijf: groep[\"naam\"]" | "write: group[\"name\"]";
    "Not a valid key type*" =>
        "de naam van iets in een groep is een tekst of een heel getal" | "a name in a group must be text or a whole number",
        "schrijf: groep[\"naam\"]" | "write: group[\"name\"]";
    "Value of type *" =>
        "'{here}' krijgt hier {kind}, en daar is geen getal van te maken" | "'{here}' gets {kind} here, which cannot be turned into a number",
        "zeg wat er dan moet staan: naam | int(default=0)" | "say what to use instead: name | int(default=0)";
    "The float*" =>
        "van dit getal is geen heel getal te maken" | "this number cannot be turned into a whole number",
        "rond het eerst af: getal | round | int" | "round it first: number | round | int";

    // What a filter, a test or a function is given.
    "Missing keyword argument*" =>
        "hier ontbreekt '{0}' tussen de haakjes" | "'{0}' is missing between the brackets here",
        "zet erbij: {0}=…" | "add: {0}=…";
    "The `indentation` argument*" =>
        "'indentation' is één teken" | "'indentation' must be one character",
        "schrijf: indent(indentation=\" \")" | "write: indent(indentation=\" \")";
};

/// Where to look up all names.
pub(super) fn names_of_contract() -> Both {
    both(
        "welke namen er zijn, toont: dorpsplein thema afspraak",
        "to see which names exist, run: dorpsplein theme contract",
    )
}
