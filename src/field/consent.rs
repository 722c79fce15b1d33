//! Whether those who are on a picture agree, from the words in which it was noted.

use super::consent_messages as messages;
use super::fact::Fact;
use super::reader::FieldReader;
use super::shape::Shape;
use super::takes::Takes;
use crate::ground::{BEFORE_LAST, fold, parse_date};
use crate::read::Node;

/// That those who are on a picture agree; who refuses is never on the site, so there is no such value. What was noted
/// of it is for those who make the site, and shown to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent;

impl Takes for Consent {
    const SHAPE: Shape = Shape::Consent;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let place = reader.place(node.span);
        if let Some(last) = reader.to_add("consent", "remove_after")
            && let Some(day) = last_day_in(typed)
        {
            let locale = reader.locale().unwrap_or_default();
            reader.say(messages::consent_until(place, (typed, day), last, locale));
            return None;
        }
        match answer_in(typed) {
            Answer::Agreed => return Some(Self),
            Answer::Refused => reader.say(messages::consent_refused(place)),
            Answer::Doubtful => reader.say(messages::consent_doubtful(place, typed)),
        }
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::YesNo(true)
    }
}

/// What those on a picture answered, by what somebody noted.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Agreed,
    Refused,
    Doubtful,
}

/// Words with a "no" in them that refuse nothing.
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

/// Words that refuse when there is nothing else.
const REFUSING_ALONE: [&str; 6] = ["niet", "geen", "n", "none", "not", "false"];

/// Words that refuse wherever they stand.
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

/// Words by which it is not certain, or not for everybody.
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

/// The answer in what was noted. Where a "no" may be meant of some or of something else, it is doubtful.
fn answer_in(typed: &str) -> Answer {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(' ').collect();
    if matches!(words[..], ["ja", "nee"] | ["yes", "no"]) {
        return Answer::Doubtful;
    }
    // Who begins with yes has said it, whatever is told of it behind that.
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

/// The day behind `tot`, when nothing else stands there.
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
    fn words_of_consent_are_taken_as_they_are_meant() {
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
    fn a_last_day_is_no_consent() {
        assert_eq!(last_day_in("Tot en met 1 december 2026"), Some("1 december 2026"));
        assert_eq!(last_day_in("tot Jan het zegt"), None);
    }
}
