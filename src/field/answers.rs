//! Fields answered with yes or no: reads answers given in another form, and shows how to write them.

use super::messages;
use super::shape::{FieldInfo, Shape, Word, squeezed};
use crate::ground::{Both, Code, Diagnostic, Locale, Place, both, fold, joined_list};
use crate::read::{Mapping, Node, Value, fit_for_value};

/// At most this many fields of a group are shown with their answer left open.
const SHOWN: usize = 3;

/// How a word ends that names a field and means yes: `rolstoelvriendelijk`, `wheelchair users`.
const ENDINGS: [&str; 8] =
    ["toegankelijk", "vriendelijk", "gebruikers", "welkom", "accessible", "friendly", "en", "s"];

/// Whether a group is one of yes-or-no fields: at least `SHOWN` of them are.
pub(super) fn is_answerable(fields: &[FieldInfo]) -> bool {
    fields.iter().filter(|field| yes_word(field).is_some()).count() >= SHOWN
}

fn yes_word(field: &FieldInfo) -> Option<&'static Word> {
    word_of(field, "yes")
}

/// Returns the word of a field whose English label is `en`.
fn word_of(field: &FieldInfo, en: &str) -> Option<&'static Word> {
    let Shape::Choice(words) = field.shape else { return None };
    words.iter().find(|word| word.label.en == en)
}

/// Reports words, on one line or as a list, instead of answers: `toegankelijkheid: rolstoelvriendelijk`.
pub(super) fn group_expected(
    place: Place,
    node: &Node,
    text: &str,
    fields: &'static [FieldInfo],
    locale: Locale,
) -> Option<Diagnostic> {
    let line = match &node.value {
        Value::Scalar(line) => line.trim().to_owned(),
        Value::List(items) => items.iter().map(scalar_words).collect::<Option<Vec<_>>>()?.join(", "),
        _ => return None,
    };
    let header = key_line(text, node.span.start).map(str::to_owned).or_else(|| {
        let (key, value) = place.excerpt.get(place.prefix().len()..)?.split_once(':')?;
        let is_after_key = value.trim_start().starts_with(&place.marked());
        is_after_key.then(|| format!("{}{key}:", place.prefix()))
    });
    let block = header.map(|header| {
        let key = header.trim_start_matches([' ', '-']);
        answer_block(&header[..header.len() - key.len()], key.trim_end_matches(':'), &line, fields, locale)
    });
    let remark =
        Diagnostic::new(Code::GroupExpected, place, messages::words_expected()).hint(answers_hint(fields));
    Some(match block {
        Some(block) => remark.correction(block),
        None => remark,
    })
}

fn scalar_words(node: &Node) -> Option<&str> {
    if let Value::Scalar(words) = &node.value { Some(words.trim()) } else { None }
}

/// Returns the line of a key whose value begins on the line below.
fn key_line(text: &str, start: u32) -> Option<&str> {
    let above = text.get(..start as usize)?;
    let prefix = above.rsplit('\n').next().unwrap_or(above);
    let header = above[..above.len() - prefix.len()].trim_end().rsplit('\n').next()?;
    (prefix.trim_matches([' ', '-']).is_empty() && header.ends_with(':')).then_some(header)
}

/// Says which answers exist, and for which fields.
pub(super) fn answers_hint(fields: &[FieldInfo]) -> Both {
    let names = |locale| {
        let fields = fields.iter().filter(|field| yes_word(field).is_some());
        fields.map(|field| field.name(locale)).collect::<Vec<_>>().join(", ")
    };
    let answers = |locale| {
        let words = fields
            .iter()
            .find(|field| yes_word(field).is_some())
            .map_or(&[][..], |field| field.shape.words());
        words.iter().map(|word| word.label.in_locale(locale)).collect::<Vec<_>>()
    };
    let listed = |locale, or| joined_list(&answers(locale), or);
    both(
        format!(
            "schrijf {} achter wat je weet, en laat de rest weg; het kan bij: {}",
            listed(Locale::Dutch, "of"),
            names(Locale::Dutch)
        ),
        format!(
            "write {} after what you know, and leave out the rest; you can answer: {}",
            listed(Locale::English, "or"),
            names(Locale::English)
        ),
    )
}

/// Writes out the group with the given answers. Without any, answers stay open and the words become a note.
pub(super) fn answer_block(
    prefix: &str,
    key: &str,
    line: &str,
    fields: &'static [FieldInfo],
    locale: Locale,
) -> String {
    let indent = " ".repeat(prefix.len() + 2);
    let answers = answers_in(line, fields);
    let mut lines: Vec<String> = match &answers {
        Some(answers) => {
            let answer_line = |(field, word): &(&FieldInfo, &Word)| {
                format!("{}: {}", field.name(locale), word.label.in_locale(locale))
            };
            answers.iter().map(answer_line).collect()
        }
        None => {
            let open_fields = fields.iter().filter(|field| yes_word(field).is_some()).take(SHOWN);
            open_fields.map(|field| format!("{}: …", field.name(locale))).collect()
        }
    };
    let notes = fields.iter().find(|field| matches!(field.shape, Shape::Line));
    if let Some(notes) = notes.filter(|_| answers.is_none() && !is_yes(line) && !is_no(line)) {
        lines.push(format!("{}: {}", notes.name(locale), fit_for_value(line)));
    }
    lines.iter().fold(format!("{prefix}{key}:"), |all, line| format!("{all}\n{indent}{line}"))
}

/// Returns what a line answers, if it holds nothing but answers.
fn answers_in(line: &str, fields: &'static [FieldInfo]) -> Option<Vec<(&'static FieldInfo, &'static Word)>> {
    let pieces = line.split([',', ';', '/', '+', '&']).flat_map(|piece| piece.split(" en "));
    let pieces = pieces.flat_map(|piece| piece.split(" and ")).filter(|piece| !piece.trim().is_empty());
    let answers: Vec<_> = pieces.map(|piece| answer_of(piece, fields)).collect::<Option<_>>()?;
    let is_twice = |index: usize| answers[..index].iter().any(|(field, _)| field.en == answers[index].0.en);
    (!answers.is_empty() && !(0..answers.len()).any(is_twice)).then_some(answers)
}

/// Reads one answer: `niet geschikt voor rolstoelen`, `invalidentoilet`, `lift: nee`.
fn answer_of(piece: &str, fields: &'static [FieldInfo]) -> Option<(&'static FieldInfo, &'static Word)> {
    if let Some((name, typed)) = piece.split_once(':') {
        let field = fields.iter().find(|field| field.is_named(name))?;
        let is_typed = |word: &&Word| word.spellings().any(|word| fold(word) == fold(typed));
        return Some((field, field.shape.words().iter().find(is_typed)?));
    }
    let folded = fold(piece);
    let (first, after) = folded.split_once(' ').unwrap_or((&folded, ""));
    let (en, words) = match first {
        "niet" | "geen" | "not" | "no" => ("no", after),
        "deels" | "gedeeltelijk" | "beperkt" | "partly" => ("partly", after),
        "goed" | "volledig" | "helemaal" | "fully" => ("yes", after),
        _ => ("yes", folded.as_str()),
    };
    let leads = ["toegankelijk voor ", "geschikt voor ", "accessible for ", "suitable for "];
    let words = leads.iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    let bare = squeezed(words);
    let field_called = |name: &str| fields.iter().find(|field| field.is_named(name));
    let field_before =
        |ending: &&str| bare.strip_suffix(*ending).filter(|name| !name.is_empty()).and_then(field_called);
    let field = field_called(&bare).or_else(|| ENDINGS.iter().find_map(field_before))?;
    Some((field, word_of(field, en)?))
}

/// Reports `wifi: ja` below a field that lists what is available.
pub(super) fn list_of_answers(
    place: Place,
    text: &str,
    start: u32,
    mapping: &Mapping,
    field: &FieldInfo,
) -> Option<Diagnostic> {
    let is_answer = |node: &Node| is_yes_node(node) || is_no_node(node);
    if mapping.entries.is_empty() || !mapping.entries.iter().all(|(_, node)| is_answer(node)) {
        return None;
    }
    let present = mapping.entries.iter().filter(|(_, node)| is_yes_node(node));
    let present: Vec<&str> = present.map(|(key, _)| key.text.as_str()).collect();
    let remark = Diagnostic::new(
        Code::LineExpected,
        place,
        both(
            "hier hoort alleen wat er is, zonder ja of nee erachter",
            "list only what is available, without yes or no after it",
        ),
    );
    if present.is_empty() {
        return Some(remark.hint(both(
            format!("is er niets van dit alles? Haal '{}' dan weg, met wat eronder staat", field.nl),
            format!("is none of this available? Then remove '{}', with everything under it", field.en),
        )));
    }
    let remark = remark.hint(both(
        format!("schrijf het op één regel, en laat weg wat er niet is: {}: {}", field.nl, present.join(", ")),
        format!(
            "write it on one line, and leave out what is not available: {}: {}",
            field.en,
            present.join(", ")
        ),
    ));
    Some(match key_line(text, start) {
        Some(header) => remark.correction(format!("{header} {}", present.join(", "))),
        None => remark,
    })
}

/// Reports `- wifi: ja` among the items of such a list.
pub(super) fn item_of_answer(place: Place, key: &str, words: &str) -> Option<Diagnostic> {
    let remark_with = |hint: Both| {
        let message = both(
            "hier hoort alleen wat er is, zonder ja of nee erachter",
            "list only what is available, without yes or no after it",
        );
        Diagnostic::new(Code::LineExpected, place, message).hint(hint)
    };
    if is_yes(words) {
        let hint = both(format!("haal ': {words}' weg"), format!("remove ': {words}'"));
        return Some(remark_with(hint).correction(format!("- {key}")));
    }
    is_no(words).then(|| {
        remark_with(both(
            "is het er niet? Haal deze regel dan weg",
            "is it not available? Then remove this line",
        ))
    })
}

fn is_yes(line: &str) -> bool {
    matches!(fold(line).as_str(), "ja" | "yes" | "true" | "x" | "wel" | "aanwezig" | "j" | "y")
}

fn is_no(line: &str) -> bool {
    matches!(fold(line).as_str(), "nee" | "no" | "false" | "niet" | "geen" | "n")
}

/// Whether a node says yes; a key without a value does too.
fn is_yes_node(node: &Node) -> bool {
    match &node.value {
        Value::Absent => true,
        Value::Scalar(line) => is_yes(line),
        _ => false,
    }
}

fn is_no_node(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar(line) if is_no(line))
}
