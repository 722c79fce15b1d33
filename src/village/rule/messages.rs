//! What is said about rules, in Dutch and English.

use super::rrule::NoRRule;
use super::sentence::NoRule;
use super::speech::known_words;
use crate::ground::{Both, Code, Diagnostic, Place, both, closest};

fn examples() -> Both {
    both(
        "schrijf bijvoorbeeld: elke dinsdag, om de week op donderdag, of: elke laatste vrijdag van de maand",
        "write for example: every tuesday, every other thursday, or: every last friday of the month",
    )
}

pub(super) fn bad_rule(place: Place, typed: &str, why: &NoRule) -> Diagnostic {
    let said = Diagnostic::new(
        Code::BadRule,
        place,
        both(
            format!("'{typed}' is geen herhaling die ik begrijp"),
            format!("'{typed}' is not a repetition that I understand"),
        ),
    );
    let NoRule::Word(word) = why else { return said.hint(examples()) };
    if word == "om" || word.chars().next().is_some_and(|first| first.is_ascii_digit()) {
        return said.hint(both(
            "de tijd heeft een eigen regel: begin: 10.00",
            "the time has a line of its own: start: 10:00",
        ));
    }
    match closest(word, known_words()) {
        Some(near) => said.hint(both(
            format!("'{word}': bedoel je '{near}'?"),
            format!("'{word}': did you mean '{near}'?"),
        )),
        None => said.hint(examples()),
    }
}

pub(super) fn bad_rrule(place: Place, why: &NoRRule) -> Diagnostic {
    let (nl, en) = match why {
        NoRRule::Frequency(value) if value.is_empty() => {
            ("in deze regel ontbreekt FREQ".to_owned(), "FREQ is missing in this rule".to_owned())
        }
        NoRRule::Frequency(value) => (
            format!("FREQ={value} kan niet: een dorp telt in dagen, weken, maanden of jaren"),
            format!("FREQ={value} is not possible: a village counts in days, weeks, months or years"),
        ),
        NoRRule::Part(part) => (
            format!("{part} kan Dorpsplein niet: agenda's zijn het er niet over eens"),
            format!("Dorpsplein does not know {part}: calendars do not agree on it"),
        ),
        NoRRule::Value(part, value) => {
            (format!("{part}={value} kan niet"), format!("{part}={value} is not possible"))
        }
    };
    Diagnostic::new(Code::RuleUnsupported, place, both(nl, en)).hint(both(
        "wat wel kan: DAILY, WEEKLY, MONTHLY, YEARLY met INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS (per maand), COUNT, UNTIL, WKST",
        "possible: DAILY, WEEKLY, MONTHLY, YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS (in months), COUNT, UNTIL, WKST",
    ))
}

pub(super) fn maybe_last(place: Place, is_day: bool) -> Diagnostic {
    let (message, hint) = if is_day {
        (
            both(
                "niet elke maand heeft deze dag; dan wordt die maand overgeslagen",
                "not every month has this day; then that month is passed over",
            ),
            both("bedoel je 'laatste dag van de maand'?", "did you mean 'last day of the month'?"),
        )
    } else {
        (
            both(
                "de meeste maanden hebben geen vijfde; dan wordt die maand overgeslagen",
                "most months have no fifth; then that month is passed over",
            ),
            both("bedoel je de laatste van de maand?", "did you mean the last of the month?"),
        )
    };
    Diagnostic::new(Code::RuleMaybeLast, place, message).hint(hint)
}
