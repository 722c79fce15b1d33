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
            && let Some(day) = until(typed)
        {
            let locale = reader.locale().unwrap_or_default();
            reader.say(messages::consent_until(place, (typed, day), last, locale));
            return None;
        }
        match told(typed) {
            Told::Agreed => return Some(Self),
            Told::Refused => reader.say(messages::consent_refused(place)),
            Told::Doubtful => reader.say(messages::consent_doubtful(place, typed)),
        }
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::YesNo(true)
    }
}

/// What somebody noted comes down to.
#[derive(Debug, PartialEq, Eq)]
enum Told {
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
const ALONE: [&str; 6] = ["niet", "geen", "n", "none", "not", "false"];

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

fn told(typed: &str) -> Told {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(' ').collect();
    if matches!(words[..], ["ja", "nee"] | ["yes", "no"]) {
        return Told::Doubtful;
    }
    // Who begins with yes has said it, whatever is told of it behind that.
    if matches!(words.first(), Some(&("ja" | "yes"))) {
        return Told::Agreed;
    }
    if let [only] = words[..]
        && ALONE.contains(&only)
    {
        return Told::Refused;
    }
    let left = HARMLESS
        .iter()
        .fold(format!(" {folded} "), |left, harmless| left.replace(&format!(" {harmless} "), " "));
    let has = |some: &[&str]| left.split(' ').any(|word| some.contains(&word));
    if has(&REFUSING) {
        Told::Refused
    } else if has(&DOUBTING) {
        Told::Doubtful
    } else {
        Told::Agreed
    }
}

/// The day behind `tot`, when nothing else stands there.
fn until(typed: &str) -> Option<&str> {
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
            ("ja", Told::Agreed),
            ("Ja, maar niet met naam erbij", Told::Agreed),
            ("gevraagd op de feestavond, 5 september 2026", Told::Agreed),
            ("ouders hebben geen bezwaar", Told::Agreed),
            ("niet nodig, geen mensen herkenbaar", Told::Agreed),
            ("n.v.t.", Told::Agreed),
            ("Ria en Piet", Told::Agreed),
            ("nee", Told::Refused),
            ("niet", Told::Refused),
            ("de moeder van Tim zegt nee", Told::Refused),
            ("ingetrokken op 1 november", Told::Refused),
            ("nog vragen", Told::Doubtful),
            ("niet gevraagd", Told::Doubtful),
            ("Jan wel, Piet niet", Told::Doubtful),
            ("ja/nee", Told::Doubtful),
            ("iedereen behalve Piet", Told::Doubtful),
            ("onbekend", Told::Doubtful),
        ] {
            assert_eq!(told(typed), meant, "{typed}");
        }
    }

    #[test]
    fn a_last_day_is_no_consent() {
        assert_eq!(until("Tot en met 1 december 2026"), Some("1 december 2026"));
        assert_eq!(until("tot Jan het zegt"), None);
    }
}
