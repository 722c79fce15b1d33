//! Translates sentences of the template engine through tables of phrases with placeholders.

use crate::ground::{Both, both};

/// A sentence of the engine, and its replacement: what is wrong and what to do, each in Dutch and English.
///
/// In the sentence, a star at the beginning or end stands for any text. In the replacement, `{0}` and `{1}`
/// are the words between backquotes, `{'0}` and `{'1}` those between single quotes, `{kind0}` and `{kind1}`
/// the kinds of value that the words name, `{last}` is what follows the last colon, `{field}` what follows
/// the first, `{first}` the first word, and `{here}` the text marked in the template.
pub(super) struct Phrase {
    pub(super) sentence: &'static str,
    pub(super) wrong: (&'static str, &'static str),
    pub(super) todo: (&'static str, &'static str),
}

/// A table of phrases: `"sentence" => "wrong in Dutch" | "in English", "what to do in Dutch" | "in English";`.
macro_rules! phrases {
    ($($sentence:literal => $nl:literal | $en:literal, $nl_do:literal | $en_do:literal;)*) => {
        &[$(crate::render::engine_phrases::Phrase {
            sentence: $sentence,
            wrong: ($nl, $en),
            todo: ($nl_do, $en_do),
        },)*]
    };
}

pub(super) use phrases;

/// Looks up a sentence in a table: what is wrong, and what to do.
pub(super) fn message_and_hint(phrases: &[Phrase], here: &str, sentence: &str) -> Option<(Both, Both)> {
    let phrase = phrases.iter().find(|phrase| is_of_pattern(phrase.sentence, sentence))?;
    let fill = |text: &str, kinds: fn(&Both) -> &str| filled(text, here, sentence, kinds);
    let in_both = |(nl, en): (&str, &str)| both(fill(nl, |kind| &kind.nl), fill(en, |kind| &kind.en));
    Some((in_both(phrase.wrong), in_both(phrase.todo)))
}

fn is_of_pattern(pattern: &str, sentence: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(inner), Some(_)) => sentence.contains(inner.trim_end_matches('*')),
        (Some(end), None) => sentence.ends_with(end),
        (None, Some(start)) => sentence.starts_with(start),
        (None, None) => sentence == pattern,
    }
}

/// Fills in only placeholders of the table itself: the words of a template may contain braces of their own.
fn filled(text: &str, here: &str, sentence: &str, kinds: fn(&Both) -> &str) -> String {
    let quoted =
        |mark: char, number: usize| sentence.split(mark).skip(1).step_by(2).nth(number).unwrap_or_default();
    let value = |name: &str| -> Option<String> {
        Some(match name {
            "0" => quoted('`', 0).to_owned(),
            "1" => quoted('`', 1).to_owned(),
            "'0" => quoted('\'', 0).to_owned(),
            "'1" => quoted('\'', 1).to_owned(),
            "kind0" => kinds(&kind(quoted('`', 0))).to_owned(),
            "kind1" => kinds(&kind(quoted('`', 1))).to_owned(),
            "kind2" => kinds(&kind(quoted('`', 2))).to_owned(),
            "kind" => {
                let word = sentence.split("of type ").nth(1).and_then(|rest| rest.split(' ').next());
                kinds(&kind(word.unwrap_or_default())).to_owned()
            }
            "first" => sentence.split(' ').next().unwrap_or_default().to_owned(),
            "last" => {
                let last = sentence.rsplit_once(": ").map_or("", |(_, last)| last);
                last.split(". ").next().unwrap_or_default().to_owned()
            }
            "field" => {
                let field = sentence.split(": ").nth(1).and_then(|rest| rest.split('.').next());
                field.unwrap_or_default().to_owned()
            }
            // `Closing tag 'one' doesn't match opening tag 'other'`: the apostrophe counts as a quote too.
            "open" => sentence.split('\'').nth(4).unwrap_or_default().to_owned(),
            "here" => here.to_owned(),
            _ => return None,
        })
    };
    let (mut filled, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, following)) = rest.split_once('{') {
        filled.push_str(before);
        let known = following.split_once('}').and_then(|(name, after)| Some((value(name)?, after)));
        match known {
            Some((value, after)) => {
                filled.push_str(&value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = following;
            }
        }
    }
    filled + rest
}

/// The engine's names for kinds of values; anything not listed is a number.
const KINDS: [(&str, &str, &str); 15] = [
    ("undefined", "niets", "nothing"),
    ("none", "niets", "nothing"),
    ("null", "niets", "nothing"),
    ("string", "een tekst", "text"),
    ("&str", "een tekst", "text"),
    ("String", "een tekst", "text"),
    ("bool", "ja of nee", "yes or no"),
    ("array", "een lijst", "a list"),
    ("Vec<Value>", "een lijst", "a list"),
    ("&[Value]", "een lijst", "a list"),
    ("map", "een groep", "a group"),
    ("map/struct", "een groep", "a group"),
    ("Map", "een groep", "a group"),
    ("object", "een groep", "a group"),
    ("bytes", "een bestand", "a file"),
];

/// A kind of value in words that people know.
pub(super) fn kind(word: &str) -> Both {
    let known = KINDS.iter().find(|(name, ..)| *name == word);
    known.map_or_else(|| both("een getal", "a number"), |(_, nl, en)| both(*nl, *en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_only_once() {
        const TABLE: &[Phrase] = phrases! {
            "Odd `*" => "{0} en {kind1}" | "{0} and {kind1}", "schrijf {% {here} %}" | "write {% {here} %}";
        };
        let (wrong, todo) =
            message_and_hint(TABLE, "{0}", "Odd `{here}` of `array`").expect("it is in the table");
        assert_eq!(wrong, both("{here} en een lijst", "{here} and a list"));
        assert_eq!(todo, both("schrijf {% {0} %}", "write {% {0} %}"));
        assert!(message_and_hint(TABLE, "", "Even").is_none());
    }
}
