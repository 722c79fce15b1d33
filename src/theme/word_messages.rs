//! Messages about words of a theme that are not as its templates expect them, in Dutch and English.

use crate::ground::{Both, Code, Diagnostic, Place, Severity, both};

fn wrong(place: Place, message: Both) -> Diagnostic {
    Diagnostic::new(Code::ThemeWord, place, message)
}

fn strange(place: Place, message: Both) -> Diagnostic {
    Diagnostic::new(Code::ThemeWordStrange, place, message)
}

pub(super) fn list_at_top(place: Place) -> Diagnostic {
    wrong(
        place,
        both("hier staat een lijst; woorden hebben elk een naam", "this is a list; each word needs a name"),
    )
    .hint(both("schrijf op elke regel: naam: woord", "write on each line: name: word"))
}

pub(super) fn word_twice(place: Place, key: &str) -> Diagnostic {
    wrong(
        place,
        both(
            format!("'{key}' staat hier twee keer; alleen het laatste zou tellen"),
            format!("'{key}' appears twice here; only the last one would count"),
        ),
    )
    .hint(both("haal een van de twee weg", "remove one of the two"))
}

pub(super) fn group_expected(place: Place, key: &str, inner: &str) -> Diagnostic {
    wrong(
        place,
        both(
            format!("'{key}' is een groep: eronder staan meer woorden"),
            format!("'{key}' is a group: it has more words under it"),
        ),
    )
    .hint(both(
        format!("zet op een nieuwe regel, twee spaties naar rechts, bijvoorbeeld: '{inner}: …'"),
        format!("put on a new line, indented by two spaces, for example: '{inner}: …'"),
    ))
}

pub(super) fn text_expected(place: Place, key: &str) -> Diagnostic {
    wrong(
        place,
        both(
            format!("'{key}' is één woord of zin, en geen groep of lijst"),
            format!("'{key}' is one word or sentence, not a group or a list"),
        ),
    )
    .hint(both(format!("schrijf alleen: '{key}: …'"), format!("write only: '{key}: …'")))
}

pub(super) fn list_expected(place: Place, key: &str, count: usize) -> Diagnostic {
    wrong(
        place,
        both(
            format!("'{key}' is een lijst van {count} woorden"),
            format!("'{key}' is a list of {count} words"),
        ),
    )
    .hint(both(format!("schrijf: '{key}: [een, twee, …]'"), format!("write: '{key}: [one, two, …]'")))
}

pub(super) fn list_of_other_length(place: Place, key: &str, (has, needs): (usize, usize)) -> Diagnostic {
    wrong(
        place,
        both(
            format!("in '{key}' horen {needs} woorden te staan, en het zijn er {has}"),
            format!("'{key}' needs {needs} words, but there are {has}"),
        ),
    )
    .hint(both("vul de lijst aan, in dezelfde volgorde", "complete the list, in the same order"))
}

pub(super) fn empty(place: Place, key: &str) -> Diagnostic {
    strange(place, both(format!("achter '{key}' staat niets"), format!("there is nothing after '{key}'")))
        .hint(both(
            "haal de regel weg; moet er echt niets staan, schrijf dan \"\"",
            "remove the line; if it really must be empty, write \"\"",
        ))
}

/// Reports a key with a dot in it, for a word in a group.
pub(super) fn dotted(place: Place, group: &str, inner: &str) -> Diagnostic {
    let key = place.marked();
    let value = place.excerpt.split_once(':').map_or("", |(_, value)| value).to_owned();
    let prefix = place.prefix().to_owned();
    strange(
        place,
        both(
            format!("'{key}' telt niet: een woord uit een groep staat onder de naam van die groep"),
            format!("'{key}' has no effect: a word of a group goes below the name of that group"),
        ),
    )
    .hint(both(
        format!("zet '{inner}' onder '{group}', twee spaties naar rechts"),
        format!("put '{inner}' below '{group}', indented by two spaces"),
    ))
    .correction(format!("{prefix}{group}:\n{prefix}  {inner}:{value}"))
}

/// Turns a mistake in the words of a language that the site does not have into a note.
pub(super) fn in_unused_language(remark: Diagnostic) -> Diagnostic {
    let message = both(
        format!("{} (nu nog niet erg: deze taal staat niet in site.yaml)", remark.message.nl),
        format!("{} (harmless for now: this language is not in site.yaml)", remark.message.en),
    );
    Diagnostic { severity: Severity::Note, message, ..remark }
}

pub(super) fn unknown(place: Place, key: &str, near: Option<&str>) -> Diagnostic {
    let remark = strange(
        place,
        both(
            format!("het woord '{key}' wordt in geen enkel sjabloon gebruikt"),
            format!("the word '{key}' is not used in any template"),
        ),
    );
    match near {
        Some(_) => remark.suggest(near),
        None => remark
            .hint(both("haal het weg, of gebruik het in een sjabloon", "remove it, or use it in a template")),
    }
}

/// Reports words that the program itself puts on pages, in a theme that builds on no other.
pub(super) fn lacking(place: Place, folder: &str, keys: &[String]) -> Diagnostic {
    const MOST: usize = 30;
    let list = keys.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    let (nl, en) = match keys.len().saturating_sub(MOST) {
        0 => (list.clone(), list),
        more => (format!("{list} en nog {more}"), format!("{list} and {more} more")),
    };
    strange(
        place,
        both(
            format!(
                "dit thema mist woorden die Dorpsplein zelf op pagina's zet, en daar staan nu die van het standaardthema: {nl}"
            ),
            format!(
                "this theme lacks words that Dorpsplein itself puts on pages, so those of the standard theme are shown: {en}"
            ),
        ),
    )
    .hint(both(
        format!(
            "zet ze in '{folder}/words/nl.yaml'; hoe ze heten en wat erin wordt ingevuld, staat in dat bestand van het standaardthema. Met 'bouwt_op: lvkk' in theme.yaml hoeft een thema ze niet te hebben"
        ),
        format!(
            "put them in '{folder}/words/nl.yaml'; that file of the standard theme shows what they are called and what is filled in. With 'extends: lvkk' in theme.yaml, a theme does not need them"
        ),
    ))
}

pub(super) fn not_filled_in(place: Place, key: &str, name: &str) -> Diagnostic {
    strange(
        place,
        both(
            format!("in '{key}' ontbreekt {{{name}}}, waar iets wordt ingevuld"),
            format!("'{key}' lacks {{{name}}}, where something is filled in"),
        ),
    )
    .hint(both(format!("zet {{{name}}} erin"), format!("put {{{name}}} in it")))
}

pub(super) fn never_filled_in(place: Place, name: &str, known: &[String]) -> Diagnostic {
    let list = known.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
    let remark = strange(
        place,
        both(
            format!("{{{name}}} wordt hier niet ingevuld en komt zo op de pagina"),
            format!("{{{name}}} is not filled in here and appears on the page as it is"),
        ),
    );
    match known.is_empty() {
        true => remark.hint(both("haal het weg", "remove it")),
        false => remark.hint(both(format!("wel: {list}"), format!("what you can use: {list}"))),
    }
}

/// Reports a word that the village gives only in Dutch.
pub(super) fn untranslated(place: Place, key: &str, instead: &str) -> Diagnostic {
    let file = place.file.clone();
    let message = both(
        format!("'{key}' staat niet in '{file}'; op die pagina's staat nu '{instead}'"),
        format!("'{key}' is not in '{file}'; those pages now show '{instead}'"),
    );
    strange(place, message).hint(both(
        format!("zet het woord daar ook, in die taal: '{key}: …'"),
        format!("add the word there too, in that language: '{key}: …'"),
    ))
}
