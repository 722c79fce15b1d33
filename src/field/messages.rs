//! Messages about keys and values, in Dutch and English.

use super::shape::{FieldInfo, Need, Shape, Word};
use crate::ground::{Both, Code, Diagnostic, Locale, Place, both, closest};
use crate::read::Value;

/// What the user can do instead of an unknown key.
pub(crate) enum Instead {
    /// Say it in the text.
    Text,
    /// Say it on a page, as there is no text.
    Page,
    /// Use one of these keys.
    Known(Both),
}

pub(crate) fn unknown_key(place: Place, key: &str, near: Option<&str>, instead: Instead) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::UnknownKey,
        place,
        both(format!("'{key}' is hier geen bekend veld"), format!("'{key}' is not a known field here")),
    );
    if near.is_some() {
        return remark.suggest(near);
    }
    remark.hint(match instead {
        Instead::Text => both(
            "haal de regel weg, of zet wat je wilt vertellen in de tekst",
            "remove the line, or put what you want to say in the text",
        ),
        Instead::Page => both(
            "haal de regel weg; wat bezoekers moeten weten, kan op een pagina in de map paginas",
            "remove the line; what visitors must know can go on a page in the pages folder",
        ),
        Instead::Known(keys) => both(
            format!("haal de regel weg; wat hier wel kan: {}", keys.nl),
            format!("remove the line; what you can use here: {}", keys.en),
        ),
    })
}

/// Reports a known key that belongs under another; `group_value` is the value of that other key, if it was typed.
/// Says that a key belongs under a field.
pub(super) fn indented_below(key: &str, group: &FieldInfo) -> Both {
    both(
        format!("'{key}' hoort onder '{}', met twee spaties ervoor", group.nl),
        format!("'{key}' belongs under '{}', indented by two spaces", group.en),
    )
}

pub(crate) fn key_of_group(
    place: Place,
    key: &str,
    group: &FieldInfo,
    is_line: bool,
    group_value: Option<&Value>,
    locale: Option<Locale>,
) -> Diagnostic {
    let has_key = |name: fn(&FieldInfo) -> &str| group.shape.fields().iter().any(|field| name(field) == key);
    let (is_dutch, is_english) = (has_key(|field| field.nl), has_key(|field| field.en));
    let name = match (is_dutch, is_english) {
        (true, _) => group.nl,
        (_, true) => group.en,
        _ => group.name(locale.unwrap_or_default()),
    };
    let excerpt = place.excerpt.clone();
    let hint = match &group.shape {
        Shape::Many(_) => both(
            format!("'{key}' vertel je van elk onderdeel van '{}'", group.nl),
            format!("'{key}' belongs with each item of '{}'", group.en),
        ),
        _ => indented_below(key, group),
    };
    // `tarief: € 50` on a room, where a price alone is one of its rates.
    let is_one_item = match &group.shape {
        Shape::Many(Shape::Group { fields, short: Some(_) }) => {
            fields.iter().any(|field| field.need == Need::Required && field.is_named(key))
        }
        _ => false,
    };
    let is_full_line = is_line && place.marked() == key;
    let under_its_name = place.with(name);
    let remark = unknown_key(place, key, None, Instead::Text).hint(hint);
    match (group_value, &group.shape) {
        (None, _) if is_one_item && is_full_line => remark
            .hint(both(format!("dat hoort bij '{}'", group.nl), format!("that belongs in '{}'", group.en)))
            .correction(under_its_name),
        (None, Shape::Group { .. }) if is_line && !excerpt.starts_with(' ') => {
            remark.correction(format!("{name}:\n  {excerpt}"))
        }
        (Some(Value::Absent), Shape::Group { .. }) if is_line => remark.correction(format!("  {excerpt}")),
        _ => remark,
    }
}

pub(crate) fn doubled_key(place: Place, key: &str, first: &str) -> Diagnostic {
    let message = if key == first {
        both(format!("'{key}' staat er twee keer"), format!("'{key}' appears twice"))
    } else {
        both(
            format!("'{key}' en '{first}' zijn hetzelfde veld"),
            format!("'{key}' and '{first}' are the same field"),
        )
    };
    Diagnostic::new(Code::DoubledKey, place, message).hint(both("laat er één staan", "keep only one"))
}

pub(crate) fn missing_field(place: Place, field: &FieldInfo, locale: Locale) -> Diagnostic {
    let key = field.name(locale);
    Diagnostic::new(
        Code::MissingField,
        place,
        both(format!("'{key}' ontbreekt"), format!("'{key}' is missing")),
    )
    .hint(what_to_add(field, key))
}

/// Says what to type for a missing field.
fn what_to_add(field: &FieldInfo, key: &str) -> Both {
    let help = Both::from(field.help);
    let uncapitalised = |help: String| {
        let mut letters = help.trim_end_matches('.').chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    };
    match (field.shape, field.need) {
        (Shape::Day, Need::Unless(_)) => both(
            format!("zet erbij: {key}: 28 oktober 2026, of als het terugkomt: herhaling: elke dinsdag"),
            format!("add: {key}: 28 October 2026, or if it recurs: repeats: every Tuesday"),
        ),
        (Shape::Day, _) => {
            both(format!("zet erbij: {key}: 28 oktober 2026"), format!("add: {key}: 28 October 2026"))
        }
        _ => both(
            format!("zet erbij: {key}: … ({})", uncapitalised(help.nl)),
            format!("add: {key}: … ({})", uncapitalised(help.en)),
        ),
    }
}

pub(crate) fn group_expected(place: Place, fields: &[FieldInfo], locale: Locale) -> Diagnostic {
    let example = fields.first();
    // `- Grote zaal` in a list of items that have a name and other fields.
    let is_item = place.excerpt.trim_start().starts_with("- ") && !place.marked().is_empty();
    // The address of a video, alone in its block.
    let is_alone = place.excerpt.trim() == place.marked() && place.marked().starts_with("http");
    let is_value_of =
        |first: &&FieldInfo| is_item && first.is_name() || is_alone && matches!(first.shape, Shape::Web);
    if let Some(first) = example.filter(is_value_of) {
        let line = format!("{}: {}", first.name(locale), first.unnamed(&place.marked()));
        return Diagnostic::new(Code::GroupExpected, place, words_expected()).correction_with(Some(&line));
    }
    let key = |locale| example.map_or("", |field: &FieldInfo| field.name(locale));
    let (nl, en) = (key(Locale::Dutch), key(Locale::English));
    let remark = Diagnostic::new(Code::GroupExpected, place, words_expected());
    if let Some(first) = example {
        return remark.hint(both(
            format!(
                "begin op de volgende regel, twee spaties naar rechts, bijvoorbeeld met '{nl}: {}'",
                filled_in(first, Locale::Dutch)
            ),
            format!(
                "begin on the next line, indented by two spaces, for example with '{en}: {}'",
                filled_in(first, Locale::English)
            ),
        ));
    }
    remark.hint(both(
        format!("begin op de volgende regel, twee spaties naar rechts, met '{nl}: …'"),
        format!("begin on the next line, indented by two spaces, with '{en}: …'"),
    ))
}

/// Returns an example of a value.
fn filled_in(field: &FieldInfo, locale: Locale) -> &'static str {
    let either = |nl, en| if locale == Locale::Dutch { nl } else { en };
    match field.shape {
        Shape::Choice(words) | Shape::OpenWord(words) => {
            words.first().map_or("…", |word| word.label.in_locale(locale))
        }
        Shape::Day => either("28 oktober 2026", "28 October 2026"),
        Shape::Clock => either("19.30", "19:30"),
        Shape::YesNo => either("ja", "yes"),
        Shape::Email => either("info@voorbeeld.nl", "info@example.org"),
        Shape::File => either("media/feest.jpg", "media/fair.jpg"),
        Shape::WholeNumber { .. } => "40",
        _ => "…",
    }
}

pub(super) fn words_expected() -> Both {
    both(
        "hier horen velden met een waarde te staan, elk op een eigen regel",
        "fields with values are expected here, each on a line of its own",
    )
}

/// Reports several items on one line that need a line each, after their `name` if they have keys.
pub(crate) fn list_expected(place: Place, line: &str, name: Option<&str>) -> Diagnostic {
    let key = place.excerpt.split(':').next().unwrap_or("").to_owned();
    let indent = " ".repeat(key.len() - key.trim_start().len() + 2);
    let name = name.map_or_else(String::new, |name| format!("{name}: "));
    let items = line.split(',').map(|item| format!("\n{indent}- {name}{}", item.trim()));
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

/// Reports a list or a block where one value belongs; `words` is the value on one line, if it fits there.
pub(crate) fn line_expected(place: Place, field: Option<&FieldInfo>, words: Option<String>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::LineExpected,
        place,
        both(
            "hier hoort één waarde te staan, geen lijst of blok",
            "a single value is expected here, not a list or a block",
        ),
    );
    match field.zip(words) {
        Some((field, words)) => remark.hint(both(
            format!("schrijf het op één regel: {}: {words}", field.nl),
            format!("write it on one line: {}: {words}", field.en),
        )),
        None if field.is_some_and(|field| matches!(field.shape, Shape::Many(_))) => remark.hint(both(
            "zet hier alleen de waarden, elk op een eigen regel achter een streepje",
            "put only the values here, each on a line of its own after a dash",
        )),
        None => remark.hint(both("zet de waarde achter de dubbele punt", "put the value after the colon")),
    }
}

/// Reports a list of telephone numbers or addresses where only one fits.
pub(super) fn one_of_list(place: Place, field: &FieldInfo, first: &str, others: &[&str]) -> Diagnostic {
    let others = others.join(", ");
    let others = if others.is_empty() {
        both("", "")
    } else {
        both(format!("; zet '{others}' in de tekst"), format!("; put '{others}' in the text"))
    };
    line_expected(place, None, None).hint(both(
        format!("hier past er één: {}: {first}{}", field.nl, others.nl),
        format!("only one fits here: {}: {first}{}", field.en, others.en),
    ))
}

/// Reports an item of a list with a colon in it, which makes it a key with a value.
pub(super) fn item_expected(place: Place, key: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LineExpected,
        place,
        both(
            format!("hier hoort één waarde te staan, en met '{key}:' ervoor zijn het er twee"),
            format!("a single value is expected here, but '{key}:' in front makes it two"),
        ),
    )
    .hint(both(
        format!("haal '{key}:' weg, of zet alles tussen aanhalingstekens als het erbij hoort: - \"{key}: {words}\""),
        format!("remove '{key}:', or put it all in quotation marks if it belongs there: - \"{key}: {words}\""),
    ))
    .correction(format!("- {words}"))
}

pub(super) fn line_too_long(place: Place, count: usize, most: usize, is_list: bool) -> Diagnostic {
    let hint = match is_list {
        true => both(
            "zet elk onderdeel op een eigen regel, achter een streepje",
            "put every item on a line of its own, after a dash",
        ),
        false => both("zet een lange tekst onder de streepjes", "put a long text below the dashes"),
    };
    Diagnostic::new(
        Code::LineTooLong,
        place,
        both(
            format!("hier staan {count} tekens; op deze plek kunnen er hoogstens {most} staan"),
            format!("there are {count} characters here; this place has room for at most {most}"),
        ),
    )
    .hint(hint)
}

pub(crate) fn bad_slug(place: Place, typed: &str, meant: &str) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadSlug,
        place,
        both(
            format!("'{typed}' kan geen deel van een webadres zijn"),
            format!("'{typed}' cannot be part of a web address"),
        ),
    );
    if meant.is_empty() {
        remark.hint(both(
            "gebruik kleine letters, cijfers en streepjes",
            "use lower-case letters, digits and hyphens",
        ))
    } else {
        remark.suggest(Some(meant))
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
    .hint(both("schrijf bijvoorbeeld: /nieuws/oude-naam/", "write, for example: /news/old-name/"))
}

/// `meant` is the number among the words, if there is one.
pub(crate) fn bad_number(place: Place, typed: &str, meant: Option<String>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadNumber,
        place,
        both(format!("'{typed}' is geen getal"), format!("'{typed}' is not a number")),
    );
    if meant.is_some() {
        return remark.suggest(meant.as_deref());
    }
    remark.hint(both("schrijf alleen cijfers, zoals 120", "write digits only, such as 120"))
}

pub(crate) fn number_out_of_bounds(place: Place, typed: &str, least: i64, most: i64) -> Diagnostic {
    Diagnostic::new(
        Code::NumberOutOfBounds,
        place,
        both(
            format!("{typed} kan niet: het ligt tussen {least} en {most}"),
            format!("{typed} is not possible: it must be between {least} and {most}"),
        ),
    )
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
    if let Some((word, _)) = leading_word(typed, words) {
        return more_than_a_choice(place, typed, word);
    }
    let near = closest(typed, words.iter().flat_map(Word::spellings));
    let all_words =
        |locale| words.iter().map(|word| word.label.in_locale(locale)).collect::<Vec<_>>().join(", ");
    unknown_choice_among(place, typed, near, &both(all_words(Locale::Dutch), all_words(Locale::English)))
}

/// Splits `afgelast wegens griep` into a word of the list and what follows it.
pub(super) fn leading_word<'t>(typed: &'t str, words: &'static [Word]) -> Option<(&'static str, &'t str)> {
    let lower = typed.to_lowercase();
    words.iter().flat_map(Word::spellings).find_map(|word| {
        let rest = lower.strip_prefix(&word.to_lowercase())?;
        let text_after = typed.get(typed.len() - rest.len()..)?;
        let is_apart = text_after.starts_with(|letter: char| !letter.is_alphanumeric());
        is_apart.then(|| (word, text_after.trim_start_matches([' ', ',', ':', '-', '(', ';'])))
    })
}

fn more_than_a_choice(place: Place, typed: &str, word: &str) -> Diagnostic {
    let hint = both(
        format!("schrijf hier alleen '{word}', en zet de rest in de tekst"),
        format!("write only '{word}' here, and put the rest in the text"),
    );
    not_a_choice(place, typed).hint(hint).correction_with(Some(word))
}

/// Reports words that are not in a list.
pub(super) fn not_a_choice(place: Place, typed: &str) -> Diagnostic {
    let message =
        both(format!("'{typed}' kun je hier niet kiezen"), format!("'{typed}' cannot be chosen here"));
    Diagnostic::new(Code::UnknownChoice, place, message)
}

/// Reports a word from a list outside the program: suggests the nearest word there, or names all of them.
pub(crate) fn unknown_choice_among(
    place: Place,
    typed: &str,
    near: Option<&str>,
    choices: &Both,
) -> Diagnostic {
    let remark = not_a_choice(place, typed);
    if near.is_some() {
        return remark.suggest(near);
    }
    remark.hint(both(format!("kies uit: {}", choices.nl), format!("choose from: {}", choices.en)))
}
