//! What the template engine says of the way a template is written, told in Dutch and English.

use super::engine_phrases::{Phrase, message_and_hint, phrases};
use crate::ground::{Both, both, joined_list};

/// What the engine calls what it found or wanted, where it is no sign that stands there.
const PIECES: [(&str, &str, &str); 14] = [
    ("content", "gewone tekst", "plain text"),
    ("raw content", "gewone tekst", "plain text"),
    ("comment", "een opmerking", "a comment"),
    ("identifier", "een naam", "a name"),
    ("ident", "een naam", "a name"),
    ("string", "een tekst tussen aanhalingstekens", "a text in quotation marks"),
    ("a string", "een tekst tussen aanhalingstekens", "a text in quotation marks"),
    ("integer", "een heel getal", "a whole number"),
    ("an integer", "een heel getal", "a whole number"),
    ("a bool", "true of false", "true or false"),
    ("bool", "true of false", "true or false"),
    ("float", "een getal", "a number"),
    ("number", "een getal", "a number"),
    ("bytes", "een bestand", "a file"),
];

/// A piece of a template as people know it.
fn piece_name(word: &str) -> Both {
    let word = word.trim().trim_matches('`');
    let known = PIECES.iter().find(|(name, ..)| *name == word);
    let known = known.map(|(_, nl, en)| both(*nl, *en));
    known.unwrap_or_else(|| match word {
        "array" => both("een lijst", "a list"),
        "map" => both("een groep", "a group"),
        "" => both("niets", "nothing"),
        // A sign that stands or should stand there, or a word of somebody.
        word => both(format!("'{word}'"), format!("'{word}'")),
    })
}

/// The pieces of a list such as "`...`, a string, an integer or a bool", of which any may stand there.
fn piece_names(list: &str) -> Both {
    let list = list.replace(" or ", ", ").replace(" and ", ", ");
    let mut names: Vec<Both> = Vec::new();
    for word in list.split(", ").filter(|word| !word.trim().is_empty()) {
        let piece = piece_name(word);
        if !names.contains(&piece) {
            names.push(piece);
        }
    }
    if names.is_empty() {
        return both("iets anders", "something else");
    }
    let dutch: Vec<&str> = names.iter().map(|it| it.nl.as_str()).collect();
    let english: Vec<&str> = names.iter().map(|it| it.en.as_str()).collect();
    both(joined_list(&dutch, "of"), joined_list(&english, "or"))
}

/// `Found X but expected Y`, and the like.
pub(super) fn expected_message(first: &str) -> Option<(Both, Both)> {
    const MIDDLES: [&str; 6] = [
        " but expected one of: ",
        " but component default arguments can only be one of: ",
        " but `-` can only be followed by ",
        " but was expecting ",
        " but expected ",
        " but expected",
    ];
    let (found, wanted) =
        MIDDLES.iter().find_map(|middle| first.strip_prefix("Found ")?.split_once(middle))?;
    let wanted = wanted.trim_end_matches('.').trim_matches('`');
    let what = match wanted {
        "%}" | "}}" => both(format!("het einde, '{wanted}',"), format!("the end, '{wanted}',")),
        "/` or `>" => both("'/>' of '>'", "'/>' or '>'"),
        one_of if one_of.contains("integer") && one_of.contains("`not`") => {
            both("een woord of waarde", "a word or value")
        }
        one_of if one_of.starts_with("identifier after it") => {
            both("de naam van een onderdeel achter", "the name of a component behind it")
        }
        list => piece_names(list),
    };
    let found = piece_name(found);
    let hint = match (found.nl.as_str(), wanted) {
        ("'='", _) => both("vergelijk met twee: ==", "compare with two: =="),
        ("'}'", _) => both(
            "sluit met twee haken, zonder spatie ertussen: }}",
            "close with two brackets, without a blank between: }}",
        ),
        ("'<'", _) => both(
            "wil je vergelijken? Zet dan ook links van < een waarde",
            "do you want to compare? Then put a value on the left of < as well",
        ),
        (_, "," | ")" | ",` or `)") => both("sluit het haakje: )", "close the bracket: )"),
        (_, "in") => both("schrijf: {% for naam in lijst %}", "write: {% for name in list %}"),
        (_, "string") => both(
            "zet de naam tussen aanhalingstekens, zoals \"base.html\"",
            "put the name in quotation marks, such as \"base.html\"",
        ),
        _ => {
            both("kijk of er iets ontbreekt of te veel staat", "see whether something is missing or too much")
        }
    };
    Some((
        both(
            format!("hier staat {}, waar {} hoort", found.nl, what.nl),
            format!("here stands {}, where {} belongs", found.en, what.en),
        ),
        hint,
    ))
}

/// What is not written as templates are.
pub(super) fn syntax_message(here: &str, first: &str) -> Option<(Both, Both)> {
    message_and_hint(SYNTAX, here, first)
}

const SYNTAX: &[Phrase] = phrases! {
    // What stands where it cannot stand.
    "`extends` needs to be the first tag of the template" =>
        "'extends' moet bovenaan staan" | "'extends' must stand on top",
        "zet {% extends … %} op de eerste regel, vóór al het andere" | "put {% extends … %} on the first line, before everything else";
    "`extends` cannot be nested in other tags." =>
        "'extends' staat hier binnen iets anders" | "'extends' stands inside something else here",
        "zet het op de eerste regel van het sjabloon" | "put it on the first line of the template";
    "Template is already extending*" =>
        "dit sjabloon bouwt al op '{0}'" | "this template builds on '{0}' already",
        "een sjabloon bouwt op één ander: haal een van de twee weg" | "a template builds on one other: take one of the two out";
    "This content would be ignored*" =>
        "dit komt nergens terecht: het sjabloon bouwt op een ander, en dit staat buiten een blok" | "this goes nowhere: the template builds on another, and this stands outside a block",
        "zet het in een blok, zoals {% block content %}…{% endblock %}" | "put it into a block, such as {% block content %}…{% endblock %}";
    "Blocks cannot be written inside a*" =>
        "een blok kan hier niet staan: er is nog iets anders open" | "a block cannot stand here: something else is still open",
        "zet het blok eromheen, en wat open is in het blok" | "put the block around it, and what is open into the block";
    "Template already contains a block named*" =>
        "het blok '{0}' staat hier voor de tweede keer" | "the block '{0}' stands here for the second time",
        "geef een van de twee een andere naam, of haal er een weg" | "give one of the two another name, or take one out";
    "*in the opening tag, found `*" =>
        "wat hier sluit heet '{1}', en het begon als '{0}'" | "what is closed here is called '{1}', and it began as '{0}'",
        "schrijf hier ook: {0}" | "write here as well: {0}";
    "*can only be used in a for loop" =>
        "'{first}' kan alleen in een lus staan" | "'{first}' can only stand in a loop",
        "zet het tussen {% for … %} en {% endfor %}" | "put it between {% for … %} and {% endfor %}";
    "*` cannot be used inside a *" =>
        "'{0}' kan hier niet staan: er is nog iets anders open" | "'{0}' cannot stand here: something else is still open",
        "zet het tussen {% for … %} en {% endfor %}" | "put it between {% for … %} and {% endfor %}";
    "The template nesting is too deep" =>
        "er staat te veel in elkaar" | "too much stands inside each other",
        "zet een deel in een eigen sjabloon en neem dat op met include" | "put a part into a template of its own and take it in with include";
    "Invalid syntax for `set`*" =>
        "achter 'set' hoort een naam en wat die wordt" | "behind 'set' belong a name and what it becomes",
        "schrijf: {% set naam = waarde %}" | "write: {% set name = value %}";

    // Names that cannot be, or are there twice.
    "*is a reserved keyword of Tera*" =>
        "'{first}' is een woord van de sjabloontaal zelf en kan geen naam zijn" | "'{first}' is a word of the template language itself and cannot be a name",
        "kies een andere naam" | "choose another name";
    "Found invalid field of `loop`*" =>
        "'loop.{field}' is er niet" | "'loop.{field}' is not there",
        "wel: loop.index, loop.index0, loop.first, loop.last, loop.length" | "there is: loop.index, loop.index0, loop.first, loop.last, loop.length";
    "Keyword argument `*" =>
        "'{0}' staat twee keer tussen de haakjes" | "'{0}' stands between the brackets twice",
        "haal een van de twee weg" | "take one of the two out";
    "Function calls are only allowed at the first element of a chain" =>
        "achter een punt kan geen functie staan" | "no function can stand behind a point",
        "gebruik een filter: naam | filter" | "use a filter: name | filter";
    "unexpected escape character" =>
        "achter een \\ kan in een tekst niet elk teken staan" | "not every character can stand behind a \\ in a text",
        "wil je de \\ zelf, schrijf dan \\\\; zet anders andere aanhalingstekens om de tekst" | "for the \\ itself write \\\\; otherwise put other quotation marks around the text";
    "Invalid float" =>
        "dit getal kan niet worden gelezen" | "this number cannot be read",
        "schrijf een getal als 2.5, met een punt" | "write a number such as 2.5, with a point";
    "Invalid Integer" =>
        "dit getal kan niet worden gelezen" | "this number cannot be read",
        "schrijf een kleiner getal, alleen met cijfers" | "write a smaller number, with digits only";
    "Circular *" =>
        "sjablonen roepen elkaar in een kring aan" | "templates call each other in a circle",
        "haal een van die regels weg" | "take one of those lines out";

    // What stands between the brackets.
    "The expression is too complex" =>
        "dit is te ingewikkeld in één keer" | "this is too complicated at once",
        "bewaar een deel eerst: {% set naam = … %}" | "keep a part first: {% set name = … %}";
    "Identifiers can only have*" =>
        "hier staan te veel vierkante haken in elkaar" | "too many square brackets stand inside each other here",
        "bewaar een deel eerst: {% set naam = … %}" | "keep a part first: {% set name = … %}";
    "Arrays can have a maximum*" =>
        "hier staan te veel lijsten in elkaar" | "too many lists stand inside each other here",
        "bewaar een deel eerst: {% set naam = … %}" | "keep a part first: {% set name = … %}";
    "`-` and `not` cannot be used consecutively." =>
        "'-' en 'not' kunnen niet achter elkaar staan" | "'-' and 'not' cannot stand behind each other",
        "zet haakjes: not (-getal)" | "put brackets: not (-number)";
    "`not` is only valid here as part of `not in`" =>
        "'not' kan hier alleen in 'not in' staan" | "'not' can only stand here in 'not in'",
        "schrijf: naam not in lijst; of zet 'not' vooraan: not naam" | "write: name not in list; or put 'not' in front: not name";
    "*is not allowed after `~`" =>
        "achter ~ kan geen '{0}' staan" | "no '{0}' can stand behind ~",
        "zet haakjes om wat erachter staat" | "put brackets around what stands behind it";
    "List comprehensions support only a single `for` clause." =>
        "in een lijst kan maar één 'for' staan" | "a list can hold only one 'for'",
        "bewaar een deel eerst: {% set naam = … %}" | "keep a part first: {% set name = … %}";

    // Components, which take arguments.
    "*but the only types allowed are*" =>
        "'{here}' is geen soort die een onderdeel kent" | "'{here}' is no kind that a component knows",
        "kies uit: string, bool, integer, float, number, bytes, array, map" | "choose from: string, bool, integer, float, number, bytes, array, map";
    "Unclosed component*" =>
        "het onderdeel '{'0}' wordt nergens gesloten" | "the component '{'0}' is closed nowhere",
        "sluit het met: {% </{'0}> %}" | "close it with: {% </{'0}> %}";
    "Closing tag '*" =>
        "hier sluit '{'0}', en open is '{open}'" | "here '{'0}' is closed, and '{open}' is open",
        "schrijf: {% </{open}> %}" | "write: {% </{open}> %}";
    "Components with body content*" =>
        "een onderdeel met iets erin begint en eindigt tussen {% en %}" | "a component with something in it begins and ends between {% and %}",
        "schrijf: {% <naam> %}…{% </naam> %}" | "write: {% <name> %}…{% </name> %}";
    "Component definitions cannot be written*" =>
        "een onderdeel kan niet binnen iets anders worden gemaakt" | "a component cannot be made inside something else",
        "zet {% component … %} buiten blokken, lussen en voorwaarden" | "put {% component … %} outside blocks, loops and conditions";
    "Template already contains a component named*" =>
        "het onderdeel '{0}' wordt hier voor de tweede keer gemaakt" | "the component '{0}' is made here for the second time",
        "geef een van de twee een andere naam" | "give one of the two another name";
    "Unknown argument(s)*" =>
        "dit onderdeel kent '{0}' niet" | "this component does not know '{0}'",
        "kijk hoe het onderdeel begint: {% component naam(…) %}" | "see how the component begins: {% component name(…) %}";
    "Argument `*" =>
        "dit onderdeel moet '{0}' krijgen" | "this component must be given '{0}'",
        "zet erbij: {0}=\"tekst\", of {0}={naam}" | "add: {0}=\"text\", or {0}={name}";
    "Implicit argument `*" =>
        "dit onderdeel moet '{0}' krijgen" | "this component must be given '{0}'",
        "zet erbij: {0}=\"tekst\", of {0}={naam}" | "add: {0}=\"text\", or {0}={name}";
    "*does not match expected type*" =>
        "'{0}' is hier {kind1}, en het onderdeel wil {kind2}" | "'{0}' is {kind1} here, and the component wants {kind2}",
        "kijk hoe het onderdeel begint: {% component naam(…) %}" | "see how the component begins: {% component name(…) %}";
    "Component argument `*" =>
        "'{0}' staat hier twee keer" | "'{0}' stands here twice",
        "haal een van de twee weg" | "take one of the two out";
    "The name `body`*" =>
        "'body' is de naam van wat in een onderdeel staat" | "'body' is the name of what stands in a component",
        "kies een andere naam" | "choose another name";
    "Rest parameter*" =>
        "de naam met ... ervoor kan hier niet staan" | "the name with ... before it cannot stand here",
        "zet die als laatste, met een naam die er nog niet is" | "put it last, with a name that is not there yet";
    "Default value for `*" =>
        "'{0}' moet {kind2} zijn, en wat er standaard staat is {kind1}" | "'{0}' must be {kind2}, and what it is by default is {kind1}",
        "maak de twee gelijk" | "make the two the same";
    "*should only contain literal values." =>
        "hier kan alleen iets staan dat vastligt: een tekst, een getal, true of false" | "only what is fixed can stand here: a text, a number, true or false",
        "haal namen en filters weg" | "take out names and filters";
    "Maximum render recursion depth*" =>
        "een onderdeel roept zichzelf te vaak aan" | "a component calls itself too often",
        "zorg met 'if' dat het een keer ophoudt" | "see to it with 'if' that it ends some time";
};
