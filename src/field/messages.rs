//! What is said about keys and values, in Dutch and English.

use super::shape::{FieldInfo, Need, Shape, Word};
use crate::ground::{Both, Code, Diagnostic, Place, Speech, both, closest};
use crate::read::Value;

pub(crate) fn unknown_key(place: Place, key: &str, near: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(
        Code::UnknownKey,
        place,
        both(
            format!("'{key}' is hier geen bekend veld"),
            format!("'{key}' is not a field that is known here"),
        ),
    );
    match near {
        Some(_) => said.suggest(near),
        None => said.hint(both(
            "haal de regel weg, of zet wat je wilt vertellen in de tekst",
            "take the line out, or put what you want to tell in the text",
        )),
    }
}

/// A key that is known, but below another one; `beside` is what stands behind that, where it was typed.
pub(crate) fn key_of_group(
    place: Place,
    key: &str,
    group: &FieldInfo,
    is_line: bool,
    beside: Option<&Value>,
) -> Diagnostic {
    let is_dutch = group.shape.fields().iter().any(|field| field.nl == key);
    let name = if is_dutch { group.nl } else { group.en };
    let line = place.excerpt.clone();
    let hint = match &group.shape {
        Shape::Many(_) => both(
            format!("'{key}' vertel je van elk onderdeel van '{name}'"),
            format!("'{key}' is told of each item of '{name}'"),
        ),
        _ => both(
            format!("'{key}' hoort onder '{name}', met twee spaties ervoor"),
            format!("'{key}' belongs below '{name}', with two blanks before it"),
        ),
    };
    let said = unknown_key(place, key, None).hint(hint);
    match (beside, &group.shape) {
        (None, Shape::Group { .. }) if is_line && !line.starts_with(' ') => {
            said.correction(format!("{name}:\n  {line}"))
        }
        (Some(Value::Absent), Shape::Group { .. }) if is_line => said.correction(format!("  {line}")),
        _ => said,
    }
}

pub(crate) fn doubled_key(place: Place, key: &str, first: &str) -> Diagnostic {
    let message = if key == first {
        both(format!("'{key}' staat er twee keer"), format!("'{key}' is there twice"))
    } else {
        both(
            format!("'{key}' en '{first}' zijn hetzelfde veld"),
            format!("'{key}' and '{first}' are the same field"),
        )
    };
    Diagnostic::new(Code::DoubledKey, place, message).hint(both("laat er één staan", "leave only one"))
}

pub(crate) fn missing_field(place: Place, field: &FieldInfo, speech: Speech) -> Diagnostic {
    let key = field.name(speech);
    Diagnostic::new(
        Code::MissingField,
        place,
        both(format!("'{key}' ontbreekt"), format!("'{key}' is missing")),
    )
    .hint(what_to_add(field, key))
}

/// What to type for a field that is missing.
fn what_to_add(field: &FieldInfo, key: &str) -> Both {
    let help = Both::from(field.help);
    let of = |help: String| {
        let mut letters = help.trim_end_matches('.').chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    };
    match (field.shape, field.need) {
        (Shape::Day, Need::Unless(_)) => both(
            format!("zet erbij: {key}: 28 oktober 2026, of als het terugkomt: herhaling: elke dinsdag"),
            format!("add: {key}: 28 October 2026, or when it comes back: repeats: every tuesday"),
        ),
        (Shape::Day, _) => {
            both(format!("zet erbij: {key}: 28 oktober 2026"), format!("add: {key}: 28 October 2026"))
        }
        _ => {
            both(format!("zet erbij: {key}: … ({})", of(help.nl)), format!("add: {key}: … ({})", of(help.en)))
        }
    }
}

pub(crate) fn group_expected(place: Place, fields: &[FieldInfo], speech: Speech) -> Diagnostic {
    let example = fields.first();
    // `- Grote zaal` in a list of things that have a name, and more.
    let named = example.filter(|first| first.is_name());
    let is_item = place.excerpt.trim_start().starts_with("- ") && !place.marked().is_empty();
    if let Some(first) = named.filter(|_| is_item) {
        let item = format!("{}: {}", first.name(speech), place.marked());
        return Diagnostic::new(Code::GroupExpected, place, words_expected()).correction_with(Some(&item));
    }
    let key = |speech| example.map_or("", |field: &FieldInfo| field.name(speech));
    let (nl, en) = (key(Speech::Dutch), key(Speech::English));
    Diagnostic::new(Code::GroupExpected, place, words_expected()).hint(both(
        format!("begin op de volgende regel, twee spaties naar rechts, met '{nl}: …'"),
        format!("begin on the next line, indented by two blanks, with '{en}: …'"),
    ))
}

fn words_expected() -> Both {
    both(
        "hier horen velden met een waarde te staan, elk op een eigen regel",
        "fields with values are expected here, each on a line of its own",
    )
}

/// Names on one line where each has keys of its own.
pub(crate) fn list_of_groups_expected(place: Place, line: &str, name: &str) -> Diagnostic {
    let key = place.excerpt.split(':').next().unwrap_or("").to_owned();
    let indent = " ".repeat(key.len() - key.trim_start().len() + 2);
    let items = line.split(',').map(|item| format!("\n{indent}- {name}: {}", item.trim()));
    let lines = items.fold(format!("{key}:"), |lines, item| lines + &item);
    Diagnostic::new(
        Code::GroupExpected,
        place,
        both(
            "hier hoort een lijst, met elk onderdeel op een eigen regel",
            "a list is expected here, with every item on a line of its own",
        ),
    )
    .correction(lines)
}

pub(crate) fn line_expected(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::LineExpected,
        place,
        both(
            "hier hoort één waarde te staan, geen lijst of blok",
            "a single value is expected here, not a list or a block",
        ),
    )
    .hint(both("zet de waarde achter de dubbele punt", "put the value behind the colon"))
}

pub(crate) fn bad_slug(place: Place, typed: &str, meant: &str) -> Diagnostic {
    let said = Diagnostic::new(
        Code::BadSlug,
        place,
        both(
            format!("'{typed}' kan geen deel van een webadres zijn"),
            format!("'{typed}' cannot be part of a web address"),
        ),
    );
    if meant.is_empty() {
        said.hint(both(
            "gebruik kleine letters, cijfers en streepjes",
            "use small letters, digits and hyphens",
        ))
    } else {
        said.suggest(Some(meant))
    }
}

pub(crate) fn bad_alias(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadAlias,
        place,
        both(
            format!("'{typed}' is geen adres dat op deze site kan staan"),
            format!("'{typed}' is not an address that this site can have"),
        ),
    )
    .hint(both("schrijf bijvoorbeeld: /nieuws/oude-naam/", "write for example: /news/old-name/"))
}

pub(crate) fn bad_number(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadNumber,
        place,
        both(format!("'{typed}' is geen getal"), format!("'{typed}' is not a number")),
    )
    .hint(both("schrijf alleen cijfers, zoals 120", "write only digits, such as 120"))
}

pub(crate) fn number_out_of_bounds(place: Place, typed: &str, least: i64, most: i64) -> Diagnostic {
    Diagnostic::new(
        Code::NumberOutOfBounds,
        place,
        both(
            format!("{typed} kan niet: het ligt tussen {least} en {most}"),
            format!("{typed} is not possible: it is between {least} and {most}"),
        ),
    )
}

pub(crate) fn bad_phone(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadPhone,
        place,
        both(format!("'{typed}' is geen telefoonnummer"), format!("'{typed}' is not a telephone number")),
    )
    .hint(both("schrijf bijvoorbeeld: 0521 12 34 56", "write for example: 0521 12 34 56"))
}

/// A number that is as long as no Dutch one; it may be one from across the border, so it stays.
pub(crate) fn odd_phone(place: Place, typed: &str, digits: usize, usual: usize) -> Diagnostic {
    let (nl, en) = if digits < usual { ("te weinig", "too few") } else { ("te veel", "too many") };
    let wrong = digits.abs_diff(usual);
    let (nl_unit, en_unit) = if wrong == 1 { ("cijfer", "digit") } else { ("cijfers", "digits") };
    Diagnostic::new(
        Code::OddPhone,
        place,
        both(
            format!("'{typed}' heeft {wrong} {nl_unit} {nl} voor een Nederlands nummer"),
            format!("'{typed}' has {wrong} {en_unit} {en} for a Dutch number"),
        ),
    )
    .hint(both(
        "tel de cijfers na; schrijf een buitenlands nummer met + en het landnummer ervoor",
        "count the digits; write a foreign number with + and the number of its country in front",
    ))
}

pub(crate) fn bad_email(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadEmail,
        place,
        both(format!("'{typed}' is geen e-mailadres"), format!("'{typed}' is not an e-mail address")),
    )
    .hint(both("schrijf bijvoorbeeld: info@dorpshuis.nl", "write for example: info@dorpshuis.nl"))
}

pub(crate) fn bad_web(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadWeb,
        place,
        both(format!("'{typed}' is geen webadres"), format!("'{typed}' is not a web address")),
    )
    .hint(both(
        "schrijf bijvoorbeeld: https://www.dorpshuis.nl",
        "write for example: https://www.dorpshuis.nl",
    ))
}

pub(crate) fn bad_postcode(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadPostcode,
        place,
        both(format!("'{typed}' is geen postcode"), format!("'{typed}' is not a postcode")),
    )
    .hint(both("schrijf vier cijfers en twee letters: 7948 AB", "write four digits and two letters: 7948 AB"))
}

pub(crate) fn bad_digits(place: Place, typed: &str, length: usize) -> Diagnostic {
    Diagnostic::new(
        Code::BadDigits,
        place,
        both(
            format!("'{typed}' moet uit precies {length} cijfers bestaan"),
            format!("'{typed}' must have exactly {length} digits"),
        ),
    )
    .hint(both("nullen vooraan horen erbij", "leading zeros count"))
}

pub(crate) fn bad_yes_no(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadYesNo,
        place,
        both(format!("'{typed}' is geen ja of nee"), format!("'{typed}' is neither yes nor no")),
    )
    .hint(both("schrijf ja of nee", "write yes or no"))
}

pub(crate) fn unknown_choice(place: Place, typed: &str, words: &'static [Word]) -> Diagnostic {
    let near = closest(typed, words.iter().flat_map(Word::spellings));
    let list = |speech| words.iter().map(|word| word.label.in_speech(speech)).collect::<Vec<_>>().join(", ");
    no_choice(place, typed, near, &both(list(Speech::Dutch), list(Speech::English)))
}

/// The same for a list that is not part of the program: the nearest of its words, or else all of them.
pub(crate) fn no_choice(place: Place, typed: &str, near: Option<&str>, list: &Both) -> Diagnostic {
    let said = Diagnostic::new(
        Code::UnknownChoice,
        place,
        both(format!("'{typed}' is hier geen keuze"), format!("'{typed}' is not a choice here")),
    );
    if near.is_some() {
        return said.suggest(near);
    }
    said.hint(both(format!("kies uit: {}", list.nl), format!("choose from: {}", list.en)))
}

pub(crate) fn consent_refused(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ConsentRefused,
        place,
        both(
            "wie op deze foto staat, vindt het niet goed: dan mag de foto niet op de site",
            "whoever is on this photo does not agree: then the photo may not be on the site",
        ),
    )
    .hint(both(
        "haal de foto hier weg, en het bestand ook uit de map media",
        "take the photo away here, and its file out of the folder media as well",
    ))
}
