//! What is answered with yes or no: where it was said otherwise, in what form it is understood.

use super::messages;
use super::shape::{FieldInfo, Shape, Word, squeezed};
use crate::ground::{Both, Code, Diagnostic, Locale, Place, both, fold, joined_list};
use crate::read::{Mapping, Node, Value, fit_for_value};

/// So many fields of a group are shown with their place for an answer left open.
const SHOWN: usize = 3;

/// What people write in one word for a field and yes: `rolstoelvriendelijk`, `wheelchair users`.
const ENDINGS: [&str; 8] =
    ["toegankelijk", "vriendelijk", "gebruikers", "welkom", "accessible", "friendly", "en", "s"];

/// Whether the fields of a group are answered with yes or no, nearly all of them.
pub(super) fn are_answered(fields: &[FieldInfo]) -> bool {
    fields.iter().filter(|field| yes_of(field).is_some()).count() >= SHOWN
}

fn yes_of(field: &FieldInfo) -> Option<&'static Word> {
    answer(field, "yes")
}

fn answer(field: &FieldInfo, en: &str) -> Option<&'static Word> {
    let Shape::Choice(words) = field.shape else { return None };
    words.iter().find(|word| word.label.en == en)
}

/// Words where the answers of a group belong, on one line or as a list: `toegankelijkheid: rolstoelvriendelijk`.
pub(super) fn group_expected(
    place: Place,
    node: &Node,
    text: &str,
    fields: &'static [FieldInfo],
    locale: Locale,
) -> Option<Diagnostic> {
    let line = match &node.value {
        Value::Scalar(line) => line.trim().to_owned(),
        Value::List(items) => items.iter().map(words_of).collect::<Option<Vec<_>>>()?.join(", "),
        _ => return None,
    };
    let header = key_line(text, node.span.start).map(str::to_owned).or_else(|| {
        let (key, value) = place.excerpt.get(place.front().len()..)?.split_once(':')?;
        let is_behind_it = value.trim_start().starts_with(&place.marked());
        is_behind_it.then(|| format!("{}{key}:", place.front()))
    });
    let block = header.map(|header| {
        let key = header.trim_start_matches([' ', '-']);
        block(&header[..header.len() - key.len()], key.trim_end_matches(':'), &line, fields, locale)
    });
    let said =
        Diagnostic::new(Code::GroupExpected, place, messages::words_expected()).hint(what_fits(fields));
    Some(match block {
        Some(block) => said.correction(block),
        None => said,
    })
}

fn words_of(node: &Node) -> Option<&str> {
    if let Value::Scalar(words) = &node.value { Some(words.trim()) } else { None }
}

/// The line of a key of which the value begins below it.
fn key_line(text: &str, start: u32) -> Option<&str> {
    let above = text.get(..start as usize)?;
    let front = above.rsplit('\n').next().unwrap_or(above);
    let header = above[..above.len() - front.len()].trim_end().rsplit('\n').next()?;
    (front.trim_matches([' ', '-']).is_empty() && header.ends_with(':')).then_some(header)
}

/// Which answers there are, and to what.
pub(super) fn what_fits(fields: &[FieldInfo]) -> Both {
    let names = |locale| {
        let fields = fields.iter().filter(|field| yes_of(field).is_some());
        fields.map(|field| field.name(locale)).collect::<Vec<_>>().join(", ")
    };
    let answers = |locale| {
        let words =
            fields.iter().find(|field| yes_of(field).is_some()).map_or(&[][..], |it| it.shape.words());
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
            "write {} behind what you know, and leave the rest out; it is possible with: {}",
            listed(Locale::English, "or"),
            names(Locale::English)
        ),
    )
}

/// The group with what was said; what was not stays open, and other words go where those belong.
pub(super) fn block(
    front: &str,
    key: &str,
    line: &str,
    fields: &'static [FieldInfo],
    locale: Locale,
) -> String {
    let indent = " ".repeat(front.len() + 2);
    let told = answers_in(line, fields);
    let mut lines: Vec<String> = match &told {
        Some(told) => {
            let line = |(field, word): &(&FieldInfo, &Word)| {
                format!("{}: {}", field.name(locale), word.label.in_locale(locale))
            };
            told.iter().map(line).collect()
        }
        None => {
            let open = fields.iter().filter(|field| yes_of(field).is_some()).take(SHOWN);
            open.map(|field| format!("{}: …", field.name(locale))).collect()
        }
    };
    let notes = fields.iter().find(|field| matches!(field.shape, Shape::Line));
    if let Some(notes) = notes.filter(|_| told.is_none() && !is_yes(line) && !is_no(line)) {
        lines.push(format!("{}: {}", notes.name(locale), fit_for_value(line)));
    }
    lines.iter().fold(format!("{front}{key}:"), |all, line| format!("{all}\n{indent}{line}"))
}

/// What a line answers, when that is all it says.
fn answers_in(line: &str, fields: &'static [FieldInfo]) -> Option<Vec<(&'static FieldInfo, &'static Word)>> {
    let pieces = line.split([',', ';', '/', '+', '&']).flat_map(|piece| piece.split(" en "));
    let pieces = pieces.flat_map(|piece| piece.split(" and ")).filter(|piece| !piece.trim().is_empty());
    let told: Vec<_> = pieces.map(|piece| answer_of(piece, fields)).collect::<Option<_>>()?;
    let is_twice = |at: usize| told[..at].iter().any(|(field, _)| field.en == told[at].0.en);
    (!told.is_empty() && !(0..told.len()).any(is_twice)).then_some(told)
}

/// `niet geschikt voor rolstoelen`, `invalidentoilet`, `lift: nee`.
fn answer_of(piece: &str, fields: &'static [FieldInfo]) -> Option<(&'static FieldInfo, &'static Word)> {
    if let Some((name, said)) = piece.split_once(':') {
        let field = fields.iter().find(|field| field.is_named(name))?;
        let is_said = |word: &&Word| word.spellings().any(|word| fold(word) == fold(said));
        return Some((field, field.shape.words().iter().find(is_said)?));
    }
    let folded = fold(piece);
    let (first, behind) = folded.split_once(' ').unwrap_or((&folded, ""));
    let (en, rest) = match first {
        "niet" | "geen" | "not" | "no" => ("no", behind),
        "deels" | "gedeeltelijk" | "beperkt" | "partly" => ("partly", behind),
        "goed" | "volledig" | "helemaal" | "fully" => ("yes", behind),
        _ => ("yes", folded.as_str()),
    };
    let leads = ["toegankelijk voor ", "geschikt voor ", "accessible for ", "suitable for "];
    let rest = leads.iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
    let bare = squeezed(rest);
    let named = |name: &str| fields.iter().find(|field| field.is_named(name));
    let without = |ending: &&str| bare.strip_suffix(*ending).filter(|name| !name.is_empty()).and_then(named);
    let field = named(&bare).or_else(|| ENDINGS.iter().find_map(without))?;
    Some((field, answer(field, en)?))
}

/// `wifi: ja` below a field that is a list of what is there.
pub(super) fn list_of_answers(
    place: Place,
    text: &str,
    start: u32,
    mapping: &Mapping,
    field: &FieldInfo,
) -> Option<Diagnostic> {
    let is_told = |node: &Node| is_yes_node(node) || is_no_node(node);
    if mapping.entries.is_empty() || !mapping.entries.iter().all(|(_, node)| is_told(node)) {
        return None;
    }
    let there = mapping.entries.iter().filter(|(_, node)| is_yes_node(node));
    let there: Vec<&str> = there.map(|(key, _)| key.text.as_str()).collect();
    let said = Diagnostic::new(
        Code::LineExpected,
        place,
        both(
            "hier hoort alleen wat er is, zonder ja of nee erachter",
            "only what is there belongs here, without yes or no behind it",
        ),
    );
    if there.is_empty() {
        return Some(said.hint(both(
            format!("is er niets van dit alles? Haal '{}' dan weg, met wat eronder staat", field.nl),
            format!("is there nothing of all this? Then take '{}' away, with what is below it", field.en),
        )));
    }
    let said = said.hint(both(
        format!("schrijf het op één regel, en laat weg wat er niet is: {}: {}", field.nl, there.join(", ")),
        format!("write it on one line, and leave out what is not there: {}: {}", field.en, there.join(", ")),
    ));
    Some(match key_line(text, start) {
        Some(header) => said.correction(format!("{header} {}", there.join(", "))),
        None => said,
    })
}

/// `- wifi: ja` among the items of such a list.
pub(super) fn item_of_answer(place: Place, key: &str, words: &str) -> Option<Diagnostic> {
    let said = |hint: Both| {
        let message = both(
            "hier hoort alleen wat er is, zonder ja of nee erachter",
            "only what is there belongs here, without yes or no behind it",
        );
        Diagnostic::new(Code::LineExpected, place, message).hint(hint)
    };
    if is_yes(words) {
        let hint = both(format!("haal ': {words}' weg"), format!("take ': {words}' away"));
        return Some(said(hint).correction(format!("- {key}")));
    }
    is_no(words).then(|| {
        said(both("is het er niet? Haal deze regel dan weg", "is it not there? Then take this line away"))
    })
}

fn is_yes(line: &str) -> bool {
    matches!(fold(line).as_str(), "ja" | "yes" | "true" | "x" | "wel" | "aanwezig" | "j" | "y")
}

fn is_no(line: &str) -> bool {
    matches!(fold(line).as_str(), "nee" | "no" | "false" | "niet" | "geen" | "n")
}

/// With nothing behind it, it says that it is there.
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
