//! Consent of the people in a picture, read from the words in which it was noted.

use super::consent_messages as messages;
use super::fact::Fact;
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::{BEFORE_LAST, fold, parse_date};
use crate::read::Node;

/// Consent of everybody in a picture. There is no value for a refusal, as such a picture is never on the
/// site. The note itself is for those who maintain the site, and is never shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent;

impl FieldValue for Consent {
    const SHAPE: Shape = Shape::Consent;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let place = reader.place(node.span);
        if let Some(last) = reader.missing_sibling("consent", "remove_after")
            && let Some(day) = last_day_in(typed)
        {
            let locale = reader.locale().unwrap_or_default();
            reader.report(messages::consent_until(place, (typed, day), last, locale));
            return None;
        }
        match answer_in(typed) {
            Answer::Agreed => return Some(Self),
            Answer::Refused => reader.report(messages::consent_refused(place)),
            Answer::Doubtful => reader.report(messages::consent_doubtful(place, typed)),
        }
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::YesNo(true)
    }
}

/// What the people in a picture answered, according to the note.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Agreed,
    Refused,
    Doubtful,
}

/// Phrases with a "no" in them that are not a refusal.
const HARMLESS: [&str; 19] = [
    "geen bezwaar",
    "geen bezwaren",
    "geen probleem",
    "geen punt",
    "geen mensen",
    "geen personen",
    "geen gezichten",
    "geen kinderen",
    "niet nodig",
    "niet van toepassing",
    "niet herkenbaar",
    "niet te herkennen",
    "no objection",
    "no problem",
    "no people",
    "no faces",
    "not needed",
    "not applicable",
    "not recognisable",
];

/// Words that refuse if they are all there is.
const REFUSING_ALONE: [&str; 6] = ["niet", "geen", "n", "none", "not", "false"];

/// Words that refuse wherever they occur.
const REFUSING: [&str; 12] = [
    "nee",
    "neen",
    "no",
    "geweigerd",
    "weigert",
    "weigeren",
    "weigerde",
    "ingetrokken",
    "refused",
    "refuses",
    "refuse",
    "withdrawn",
];

/// Words that make consent uncertain, or not everybody's.
const DOUBTING: [&str; 24] = [
    "niet",
    "geen",
    "nog",
    "volgt",
    "wordt",
    "worden",
    "onbekend",
    "vragen",
    "navragen",
    "aangevraagd",
    "bezwaar",
    "behalve",
    "misschien",
    "wacht",
    "wachten",
    "twijfel",
    "not",
    "none",
    "ask",
    "asking",
    "unknown",
    "except",
    "maybe",
    "pending",
];

/// Reads the answer from a note. It is doubtful if a "no" may concern only some people, or something else.
fn answer_in(typed: &str) -> Answer {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(' ').collect();
    if matches!(words[..], ["ja", "nee"] | ["yes", "no"]) {
        return Answer::Doubtful;
    }
    // A note that begins with yes gives consent, whatever follows.
    if matches!(words.first(), Some(&("ja" | "yes"))) {
        return Answer::Agreed;
    }
    if let [only] = words[..]
        && REFUSING_ALONE.contains(&only)
    {
        return Answer::Refused;
    }
    let rest = HARMLESS
        .iter()
        .fold(format!(" {folded} "), |rest, harmless| rest.replace(&format!(" {harmless} "), " "));
    let has = |list: &[&str]| rest.split(' ').any(|word| list.contains(&word));
    if has(&REFUSING) {
        Answer::Refused
    } else if has(&DOUBTING) {
        Answer::Doubtful
    } else {
        Answer::Agreed
    }
}

/// Returns the day after `tot`, if nothing else follows.
fn last_day_in(typed: &str) -> Option<&str> {
    let small = typed.to_lowercase();
    let start = BEFORE_LAST.iter().find(|start| small.starts_with(**start))?;
    let day = typed.get(start.len()..)?.trim();
    parse_date(day).is_ok().then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consent_in_plain_words_is_understood() {
        for (typed, meant) in [
            ("ja", Answer::Agreed),
            ("Ja, maar niet met naam erbij", Answer::Agreed),
            ("gevraagd op de feestavond, 5 september 2026", Answer::Agreed),
            ("ouders hebben geen bezwaar", Answer::Agreed),
            ("niet nodig, geen mensen herkenbaar", Answer::Agreed),
            ("n.v.t.", Answer::Agreed),
            ("Ria en Piet", Answer::Agreed),
            ("nee", Answer::Refused),
            ("niet", Answer::Refused),
            ("de moeder van Tim zegt nee", Answer::Refused),
            ("ingetrokken op 1 november", Answer::Refused),
            ("nog vragen", Answer::Doubtful),
            ("niet gevraagd", Answer::Doubtful),
            ("Jan wel, Piet niet", Answer::Doubtful),
            ("ja/nee", Answer::Doubtful),
            ("iedereen behalve Piet", Answer::Doubtful),
            ("onbekend", Answer::Doubtful),
        ] {
            assert_eq!(answer_in(typed), meant, "{typed}");
        }
    }

    #[test]
    fn an_end_date_is_recognised() {
        assert_eq!(last_day_in("Tot en met 1 december 2026"), Some("1 december 2026"));
        assert_eq!(last_day_in("tot Jan het zegt"), None);
    }
}
