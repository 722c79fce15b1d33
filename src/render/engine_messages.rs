//! Explains errors of the template engine in Dutch and English, with the engine's own words in brackets.

use super::engine_syntax::{expected_message, syntax_message};
use super::engine_values::{names_of_contract, value_message};
use crate::ground::{Both, Code, Diagnostic, Place, both, closest};

/// The text that the engine passes on when loops do not end.
pub(super) const ENDLESS: &str = "loops without end";

/// The text that the engine passes on when the output or a value grows too large.
pub(super) const TOO_LARGE: &str = "too large for a page";

/// The context of a mistake.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    /// The last tag opened before it that is not closed: the word, and its line.
    pub(super) open: Option<(&'static str, u32)>,
    /// The blocks of the templates that it extends.
    pub(super) blocks: Vec<String>,
    /// The names of all templates.
    pub(super) templates: Vec<String>,
}

fn endless() -> Both {
    both("de lussen in dit sjabloon houden niet op", "the loops in this template do not end")
}

/// Whether a page could not be rendered because its loops do not end.
pub(super) fn is_endless(remark: &Diagnostic) -> bool {
    remark.code == Code::Template && remark.message == endless()
}

/// Explains an error of the engine in a template, in Dutch and English, with what to do.
pub(super) fn template_remark(place: Place, message: &str, around: &Around) -> Diagnostic {
    if message.contains(TOO_LARGE) {
        return Diagnostic::new(
            Code::Template,
            place,
            both("wat dit sjabloon maakt, wordt te groot", "the output of this template grows too large"),
        )
        .hint(both(
            "een pagina is hoogstens 32 MB, en wat je met 'set' bewaart hoogstens 4 MB",
            "a page can be at most 32 MB, and what you keep with 'set' at most 4 MB",
        ));
    }
    if message.contains(ENDLESS) {
        return Diagnostic::new(Code::Template, place, endless()).hint(both(
            "bij elkaar draaien ze meer dan 2 miljoen keer voor één pagina",
            "together they run more than 2 million times for one page",
        ));
    }
    let first = message.lines().next().unwrap_or(message);
    let quoted = first.split('`').nth(1).unwrap_or("");
    let known: Vec<&str> = first.split_once("Available ").map_or_else(Vec::new, |(_, list)| {
        list.split_once(": ").map_or_else(Vec::new, |(_, names)| names.split(", ").collect())
    });
    let what = [
        ("Field `", "het veld", "the field"),
        ("Variable `", "de naam", "the name"),
        ("Unknown filter `", "het filter", "the filter"),
        ("Unknown function `", "de functie", "the function"),
        ("Unknown test `", "de test", "the test"),
        ("Unknown component `", "het onderdeel", "the component"),
        ("Unknown template `", "het sjabloon", "the template"),
    ]
    .into_iter()
    .find(|(start, ..)| first.starts_with(start));
    let Some((_, nl, en)) = what else { return in_plain_words(place, first, around) };
    let remark = Diagnostic::new(
        Code::Template,
        place,
        both(format!("{nl} '{quoted}' is er niet"), format!("{en} '{quoted}' does not exist")),
    );
    let known = match first {
        _ if first.starts_with("Unknown filter") => FILTERS.to_vec(),
        _ if first.starts_with("Unknown test") => TESTS.to_vec(),
        _ if first.starts_with("Unknown function") => FUNCTIONS.to_vec(),
        _ if first.starts_with("Unknown template") => around.templates.iter().map(String::as_str).collect(),
        _ => known,
    };
    let near = closest(quoted, known.iter().copied());
    match (near, known.is_empty()) {
        (Some(_), _) => remark.suggest(near),
        // With a hundred templates, a list helps nobody.
        (None, _) if first.starts_with("Unknown template") => remark.hint(both(
            "zet het in de map templates van het thema",
            "put it in the theme's templates folder",
        )),
        (None, false) => {
            let list = known.join(", ");
            remark.hint(both(format!("wel: {list}"), format!("available: {list}")))
        }
        (None, true) => remark,
    }
}

/// The available filters: those of the engine, and those of the program.
const FILTERS: [&str; 39] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "fill",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "plural",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
    "escape_html",
    "escape_xml",
];

/// The available tests: what can follow `is`.
const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// The available functions.
const FUNCTIONS: [&str; 3] = ["range", "super", "throw"];

/// The keywords that a tag can begin with.
const WORDS: [&str; 14] = [
    "if",
    "elif",
    "else",
    "for",
    "block",
    "extends",
    "include",
    "set",
    "set_global",
    "filter",
    "raw",
    "component",
    "break",
    "continue",
];

/// Explains a mistake in the syntax of a template, or in what it does with values.
fn in_plain_words(place: Place, first: &str, around: &Around) -> Diagnostic {
    let Some((message, hint)) = plain_words(&place, first, around) else {
        let message = both(
            format!("het sjabloon klopt hier niet: {first}"),
            format!("this part of the template is wrong: {first}"),
        );
        return Diagnostic::new(Code::Template, place, message);
    };
    // The engine speaks English, which does not help a Dutch reader.
    let message = both(message.nl, format!("{} ({first})", message.en));
    let marked = place.marked();
    let remark = Diagnostic::new(Code::Template, place, message);
    let near = match first {
        "Unknown tag" if !marked.starts_with("end") && !WORDS.contains(&marked.as_str()) => {
            closest(&marked, WORDS)
        }
        found if found.starts_with("Found ") => unquoted_block(&remark.place, &marked),
        block if block.starts_with("Block `") => closest(&marked, around.blocks.iter().map(String::as_str)),
        _ => None,
    };
    match near {
        // A block repeats its name at its end.
        Some(near) if first.starts_with("Block `") => {
            let line = remark.place.excerpt.replace(&marked, near);
            remark.suggest(Some(near)).correction(line)
        }
        Some(near) => remark.suggest(Some(near)),
        None => remark.hint(hint),
    }
}

/// The name of a block that was put in quotation marks: `{% block "header" %}`.
fn unquoted_block<'m>(place: &Place, marked: &'m str) -> Option<&'m str> {
    let name = marked.trim_matches(['"', '\'']);
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    let quoted = format!("block {marked}");
    (name.len() < marked.len() && is_name && place.excerpt.contains(&quoted)).then_some(name)
}

fn plain_words(place: &Place, first: &str, around: &Around) -> Option<(Both, Both)> {
    let marked = place.marked();
    let quoted: Vec<&str> = first.split('`').skip(1).step_by(2).collect();
    let part = |number: usize| quoted.get(number).copied().unwrap_or_default();
    Some(match first {
        "Unknown tag" => unknown_tag(&marked, around),
        "Unexpected end of input" => ends_too_soon(around),
        "Unexpected character" => odd_character(place, &marked),
        "Cannot divide by 0" => (
            both("delen door nul kan niet", "cannot divide by zero"),
            both("deel alleen als het getal niet 0 is", "divide only if the number is not 0"),
        ),
        "Tried to render a variable that is undefined" => (
            both(format!("'{marked}' is er niet"), format!("'{marked}' does not exist")),
            names_of_contract(),
        ),
        "unexpected end of raw block" => not_closed("raw", "{% endraw %}"),
        _ if first.starts_with("Closing comment tag") => not_closed("{#", "#}"),
        _ if first.starts_with("String opened with") || first == "unexpected end of string" => (
            both("een tekst tussen aanhalingstekens houdt hier niet op", "this quoted text is not closed"),
            both(
                "zet er aan het einde hetzelfde aanhalingsteken achter",
                "put the same quotation mark at the end",
            ),
        ),
        _ if first.starts_with("Block `") => (
            both(
                format!("het blok '{}' is er niet in het sjabloon waar dit op bouwt", part(0)),
                format!("there is no block '{}' in the template that this one extends", part(0)),
            ),
            list_of(&around.blocks),
        ),
        _ => {
            return expected_message(first)
                .or_else(|| syntax_message(&marked, first))
                .or_else(|| value_message(&marked, first, &quoted));
        }
    })
}

fn unknown_tag(marked: &str, around: &Around) -> (Both, Both) {
    let closes = marked.strip_prefix("end");
    match (closes, around.open) {
        (Some(closed), Some((open, line))) if closed != open => (
            both(
                format!("hier staat '{marked}', maar '{open}' op regel {line} is nog niet gesloten"),
                format!("this is '{marked}', but '{open}' on line {line} is not closed yet"),
            ),
            both(format!("zet ervoor: {{% end{open} %}}"), format!("put this before it: {{% end{open} %}}")),
        ),
        (Some(closed), _) => (
            both(
                format!("'{marked}' sluit iets dat niet open is"),
                format!("'{marked}' closes something that is not open"),
            ),
            both(
                format!("haal het weg, of zet '{closed}' ervoor"),
                format!("remove it, or put '{closed}' before it"),
            ),
        ),
        (None, _) if WORDS.contains(&marked) => (
            both(format!("'{marked}' kan hier niet staan"), format!("'{marked}' cannot be used here")),
            both(
                "'else' en 'elif' horen tussen 'if' en 'endif'",
                "'else' and 'elif' belong between 'if' and 'endif'",
            ),
        ),
        (None, _) => (
            both(
                format!("'{marked}' is geen opdracht in een sjabloon"),
                format!("'{marked}' is not a template instruction"),
            ),
            list_of(&WORDS.map(str::to_owned)),
        ),
    }
}

fn ends_too_soon(around: &Around) -> (Both, Both) {
    match around.open {
        Some((open, line)) => (
            both(
                format!("het sjabloon houdt op terwijl '{open}' op regel {line} nog niet gesloten is"),
                format!("the template ends while '{open}' on line {line} is not closed yet"),
            ),
            both(format!("sluit het met: {{% end{open} %}}"), format!("close it with: {{% end{open} %}}")),
        ),
        None => (
            both("het sjabloon houdt midden in iets op", "the template ends in the middle of something"),
            both("kijk of elke {{ en {% ook weer dichtgaat", "check that every {{ and {% is closed"),
        ),
    }
}

fn odd_character(place: &Place, marked: &str) -> (Both, Both) {
    let letter = letter_at(place).unwrap_or_else(|| marked.chars().next().unwrap_or(' '));
    let hint = match letter {
        '‘' | '’' | '“' | '”' | '„' | '‚' | '«' | '»' => {
            both("gebruik rechte aanhalingstekens: \" of '", "use straight quotation marks: \" or '")
        }
        '&' | '|' => both("schrijf 'and' of 'or'", "write 'and' or 'or'"),
        '!' => both("schrijf 'not'", "write 'not'"),
        _ => both(
            "haal het weg, of zet het tussen aanhalingstekens",
            "remove it, or put it in quotation marks",
        ),
    };
    (
        both(
            format!("het teken {letter} kan hier niet staan"),
            format!("the character {letter} cannot be used here"),
        ),
        hint,
    )
}

/// The character at a place; the mark of the engine may begin in the middle of it.
fn letter_at(place: &Place) -> Option<char> {
    place.excerpt.chars().nth(usize::try_from(place.column).ok()?.checked_sub(1)?)
}

fn not_closed(opened: &str, closing: &str) -> (Both, Both) {
    (
        both(
            format!("wat met '{opened}' begint, wordt nergens gesloten"),
            format!("what begins with '{opened}' is never closed"),
        ),
        both(format!("zet aan het einde: {closing}"), format!("put this at the end: {closing}")),
    )
}

fn list_of(names: &[String]) -> Both {
    let list = names.join(", ");
    both(format!("wel: {list}"), format!("available: {list}"))
}

/// Reports that the template that others extend has none of the blocks they fill.
pub(super) fn base_without_blocks(place: Place, blocks: &[String]) -> Diagnostic {
    let list = blocks.join(", ");
    Diagnostic::new(
        Code::Template,
        place,
        both(
            format!("andere sjablonen bouwen op dit sjabloon, en het mist hun blokken: {list}"),
            format!("other templates extend this one, but it lacks their blocks: {list}"),
        ),
    )
    .hint(both(
        "wil je maar een deel veranderen, begin het dan met: {% extends \"base.html\" %}; of haal het bestand weg",
        "to change only a part, start it with: {% extends \"base.html\" %}; or delete the file",
    ))
}

/// Reports that the output of a template is not a whole page.
pub(super) fn incomplete_page(place: Place, is_empty: bool) -> Diagnostic {
    let message = if is_empty {
        both("van dit sjabloon komt een lege pagina", "this template produces an empty page")
    } else {
        both(
            "van dit sjabloon komt geen hele pagina: ze begint niet met <!doctype html>",
            "this template does not produce a whole page: it does not begin with <!doctype html>",
        )
    };
    Diagnostic::new(Code::PageNotWhole, place, message).hint(both(
        "zet bovenaan {% extends \"base.html\" %} en je eigen tekst in {% block content %}…{% endblock %}; of haal het bestand weg",
        "put {% extends \"base.html\" %} at the top and your own text in {% block content %}…{% endblock %}; or delete the file",
    ))
}
