//! Explains syntax errors of the template engine, in Dutch and English.

use super::engine_phrases::{Phrase, message_and_hint, phrases};
use crate::ground::{Both, both, joined_list};

/// The engine's names for what it found or expected, when it names a kind of token rather than a literal one.
const PIECES: [(&str, &str, &str); 14] = [
    ("content", "gewone tekst", "plain text"),
    ("raw content", "gewone tekst", "plain text"),
    ("comment", "een opmerking", "a comment"),
    ("identifier", "een naam", "a name"),
    ("ident", "een naam", "a name"),
    ("string", "een tekst tussen aanhalingstekens", "text in quotation marks"),
    ("a string", "een tekst tussen aanhalingstekens", "text in quotation marks"),
    ("integer", "een heel getal", "a whole number"),
    ("an integer", "een heel getal", "a whole number"),
    ("a bool", "true of false", "true or false"),
    ("bool", "true of false", "true or false"),
    ("float", "een getal", "a number"),
    ("number", "een getal", "a number"),
    ("bytes", "een bestand", "a file"),
];

/// A piece of a template in words that people know.
fn piece_name(word: &str) -> Both {
    let word = word.trim().trim_matches('`');
    let known = PIECES.iter().find(|(name, ..)| *name == word);
    let known = known.map(|(_, nl, en)| both(*nl, *en));
    known.unwrap_or_else(|| match word {
        "array" => both("een lijst", "a list"),
        "map" => both("een groep", "a group"),
        "" => both("niets", "nothing"),
        // A literal token that was found or expected, or a word that the author wrote.
        word => both(format!("'{word}'"), format!("'{word}'")),
    })
}

/// The pieces in a list such as "`...`, a string, an integer or a bool", any of which is allowed.
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

/// Explains `Found X but expected Y` and similar errors.
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
            both("de naam van een onderdeel achter", "the name of a component after it")
        }
        list => piece_names(list),
    };
    let found = piece_name(found);
    let hint = match (found.nl.as_str(), wanted) {
        ("'='", _) => both("vergelijk met twee: ==", "compare with two equals signs: =="),
        ("'}'", _) => both(
            "sluit met twee haken, zonder spatie ertussen: }}",
            "close with two braces, without a space between them: }}",
        ),
        ("'<'", _) => both(
            "wil je vergelijken? Zet dan ook links van < een waarde",
            "to compare, put a value on the left of < too",
        ),
        (_, "," | ")" | ",` or `)") => both("sluit het haakje: )", "close the bracket: )"),
        (_, "in") => both("schrijf: {% for naam in lijst %}", "write: {% for name in list %}"),
        (_, "string") => both(
            "zet de naam tussen aanhalingstekens, zoals \"base.html\"",
            "put the name in quotation marks, as in \"base.html\"",
        ),
        _ => both(
            "kijk of er iets ontbreekt of te veel staat",
            "check whether something is missing, or should not be there",
        ),
    };
    Some((
        both(
            format!("hier staat {}, waar {} hoort", found.nl, what.nl),
            format!("this is {}, but {} belongs here", found.en, what.en),
        ),
        hint,
    ))
}

/// Explains what breaks the syntax of templates.
pub(super) fn syntax_message(here: &str, first: &str) -> Option<(Both, Both)> {
    message_and_hint(SYNTAX, here, first)
}

const SYNTAX: &[Phrase] = phrases! {
    // Things in a place where they are not allowed.
    "`extends` needs to be the first tag of the template" =>
        "'extends' moet bovenaan staan" | "'extends' must be at the top",
        "zet {% extends … %} op de eerste regel, vóór al het andere" | "put {% extends … %} on the first line, before everything else";
    "`extends` cannot be nested in other tags." =>
        "'extends' staat hier binnen iets anders" | "'extends' is inside something else here",
        "zet het op de eerste regel van het sjabloon" | "put it on the first line of the template";
    "Template is already extending*" =>
        "dit sjabloon bouwt al op '{0}'" | "this template already extends '{0}'",
        "een sjabloon bouwt op één ander: haal een van de twee weg" | "a template can extend only one other: remove one of the two";
    "This content would be ignored*" =>
        "dit komt nergens terecht: het sjabloon bouwt op een ander, en dit staat buiten een blok" | "this is shown nowhere: the template extends another, and this is outside a block",
        "zet het in een blok, zoals {% block content %}…{% endblock %}" | "put it in a block, such as {% block content %}…{% endblock %}";
    "Blocks cannot be written inside a*" =>
        "een blok kan hier niet staan: er is nog iets anders open" | "a block is not allowed here: something else is still open",
        "zet het blok eromheen, en wat open is in het blok" | "put the block around it, with what is open inside the block";
    "Template already contains a block named*" =>
        "het blok '{0}' staat hier voor de tweede keer" | "this is the second block named '{0}'",
        "geef een van de twee een andere naam, of haal er een weg" | "give one of the two another name, or remove one";
    "*in the opening tag, found `*" =>
        "wat hier sluit heet '{1}', en het begon als '{0}'" | "this closes '{1}', but it was opened as '{0}'",
        "schrijf hier ook: {0}" | "write here too: {0}";
    "*can only be used in a for loop" =>
        "'{first}' kan alleen in een lus staan" | "'{first}' can only be used in a loop",
        "zet het tussen {% for … %} en {% endfor %}" | "put it between {% for … %} and {% endfor %}";
    "*` cannot be used inside a *" =>
        "'{0}' kan hier niet staan: er is nog iets anders open" | "'{0}' cannot be used here: something else is still open",
        "zet het tussen {% for … %} en {% endfor %}" | "put it between {% for … %} and {% endfor %}";
    "The template nesting is too deep" =>
        "er staat te veel in elkaar" | "too many things are nested inside each other",
        "zet een deel in een eigen sjabloon en neem dat op met include" | "put a part in a template of its own and insert it with include";
    "Invalid syntax for `set`*" =>
        "achter 'set' hoort een naam en wat die wordt" | "'set' needs a name and a value",
        "schrijf: {% set naam = waarde %}" | "write: {% set name = value %}";

    // Names that are not possible, or that are used twice.
    "*is a reserved keyword of Tera*" =>
        "'{first}' is een woord van de sjabloontaal zelf en kan geen naam zijn" | "'{first}' is a word of the template language and cannot be used as a name",
        "kies een andere naam" | "choose another name";
    "Found invalid field of `loop`*" =>
        "'loop.{field}' is er niet" | "'loop.{field}' does not exist",
        "wel: loop.index, loop.index0, loop.first, loop.last, loop.length" | "available: loop.index, loop.index0, loop.first, loop.last, loop.length";
    "Keyword argument `*" =>
        "'{0}' staat twee keer tussen de haakjes" | "'{0}' is between the brackets twice",
        "haal een van de twee weg" | "remove one of the two";
    "Function calls are only allowed at the first element of a chain" =>
        "achter een punt kan geen functie staan" | "a function cannot come after a dot",
        "gebruik een filter: naam | filter" | "use a filter: name | filter";
    "unexpected escape character" =>
        "achter een \\ kan in een tekst niet elk teken staan" | "this character cannot come after a \\ in a text",
        "wil je de \\ zelf, schrijf dan \\\\; zet anders andere aanhalingstekens om de tekst" | "for a \\ itself, write \\\\; otherwise put other quotation marks around the text";
    "Invalid float" =>
        "dit getal kan niet worden gelezen" | "this number cannot be read",
        "schrijf een getal als 2.5, met een punt" | "write a number such as 2.5, with a decimal point";
    "Invalid Integer" =>
        "dit getal kan niet worden gelezen" | "this number cannot be read",
        "schrijf een kleiner getal, alleen met cijfers" | "write a smaller number, with digits only";
    "Circular *" =>
        "sjablonen roepen elkaar in een kring aan" | "templates call each other in a circle",
        "haal een van die regels weg" | "remove one of those lines";

    // Expressions between the brackets.
    "The expression is too complex" =>
        "dit is te ingewikkeld in één keer" | "this is too complicated in one go",
        "bewaar een deel eerst: {% set naam = … %}" | "store a part first: {% set name = … %}";
    "Identifiers can only have*" =>
        "hier staan te veel vierkante haken in elkaar" | "too many square brackets are nested here",
        "bewaar een deel eerst: {% set naam = … %}" | "store a part first: {% set name = … %}";
    "Arrays can have a maximum*" =>
        "hier staan te veel lijsten in elkaar" | "too many lists are nested here",
        "bewaar een deel eerst: {% set naam = … %}" | "store a part first: {% set name = … %}";
    "`-` and `not` cannot be used consecutively." =>
        "'-' en 'not' kunnen niet achter elkaar staan" | "'-' and 'not' cannot follow each other",
        "zet haakjes: not (-getal)" | "use brackets: not (-number)";
    "`not` is only valid here as part of `not in`" =>
        "'not' kan hier alleen in 'not in' staan" | "'not' can only be used here in 'not in'",
        "schrijf: naam not in lijst; of zet 'not' vooraan: not naam" | "write: name not in list; or put 'not' in front: not name";
    "*is not allowed after `~`" =>
        "achter ~ kan geen '{0}' staan" | "'{0}' cannot come after ~",
        "zet haakjes om wat erachter staat" | "put brackets around what follows it";
    "List comprehensions support only a single `for` clause." =>
        "in een lijst kan maar één 'for' staan" | "a list can hold only one 'for'",
        "bewaar een deel eerst: {% set naam = … %}" | "store a part first: {% set name = … %}";

    // Components, which take arguments.
    "*but the only types allowed are*" =>
        "'{here}' is geen soort die een onderdeel kent" | "'{here}' is not a kind of value that a component accepts",
        "kies uit: string, bool, integer, float, number, bytes, array, map" | "choose from: string, bool, integer, float, number, bytes, array, map";
    "Unclosed component*" =>
        "het onderdeel '{'0}' wordt nergens gesloten" | "the component '{'0}' is never closed",
        "sluit het met: {% </{'0}> %}" | "close it with: {% </{'0}> %}";
    "Closing tag '*" =>
        "hier sluit '{'0}', en open is '{open}'" | "this closes '{'0}', but '{open}' is open",
        "schrijf: {% </{open}> %}" | "write: {% </{open}> %}";
    "Components with body content*" =>
        "een onderdeel met iets erin begint en eindigt tussen {% en %}" | "a component with content begins and ends between {% and %}",
        "schrijf: {% <naam> %}…{% </naam> %}" | "write: {% <name> %}…{% </name> %}";
    "Component definitions cannot be written*" =>
        "een onderdeel kan niet binnen iets anders worden gemaakt" | "a component cannot be defined inside something else",
        "zet {% component … %} buiten blokken, lussen en voorwaarden" | "put {% component … %} outside blocks, loops and conditions";
    "Template already contains a component named*" =>
        "het onderdeel '{0}' wordt hier voor de tweede keer gemaakt" | "the component '{0}' is defined here for the second time",
        "geef een van de twee een andere naam" | "give one of the two another name";
    "Unknown argument(s)*" =>
        "dit onderdeel kent '{0}' niet" | "this component has no argument '{0}'",
        "kijk hoe het onderdeel begint: {% component naam(…) %}" | "check how the component begins: {% component name(…) %}";
    "Argument `*" =>
        "dit onderdeel moet '{0}' krijgen" | "this component needs '{0}'",
        "zet erbij: {0}=\"tekst\", of {0}={naam}" | "add: {0}=\"text\", or {0}={name}";
    "Implicit argument `*" =>
        "dit onderdeel moet '{0}' krijgen" | "this component needs '{0}'",
        "zet erbij: {0}=\"tekst\", of {0}={naam}" | "add: {0}=\"text\", or {0}={name}";
    "*does not match expected type*" =>
        "'{0}' is hier {kind1}, en het onderdeel wil {kind2}" | "'{0}' is {kind1} here, but the component expects {kind2}",
        "kijk hoe het onderdeel begint: {% component naam(…) %}" | "check how the component begins: {% component name(…) %}";
    "Component argument `*" =>
        "'{0}' staat hier twee keer" | "'{0}' is here twice",
        "haal een van de twee weg" | "remove one of the two";
    "The name `body`*" =>
        "'body' is de naam van wat in een onderdeel staat" | "'body' is the name for the content of a component",
        "kies een andere naam" | "choose another name";
    "Rest parameter*" =>
        "de naam met ... ervoor kan hier niet staan" | "the name with ... before it cannot be used here",
        "zet die als laatste, met een naam die er nog niet is" | "put it last, with a name that is not in use yet";
    "Default value for `*" =>
        "'{0}' moet {kind2} zijn, en wat er standaard staat is {kind1}" | "'{0}' must be {kind2}, but its default is {kind1}",
        "maak de twee gelijk" | "make the two the same";
    "*should only contain literal values." =>
        "hier kan alleen iets staan dat vastligt: een tekst, een getal, true of false" | "only a fixed value can be used here: text, a number, true or false",
        "haal namen en filters weg" | "remove names and filters";
    "Maximum render recursion depth*" =>
        "een onderdeel roept zichzelf te vaak aan" | "a component calls itself too often",
        "zorg met 'if' dat het een keer ophoudt" | "use 'if' to make sure that it ends";
};
