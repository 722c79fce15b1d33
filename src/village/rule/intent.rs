//! Finds what is meant by words that are not a rule, although their meaning is clear.

use crate::ground::{Date, Weekday, days_later, fold, weekday_from_word, weekday_in_words};

/// What the words mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// It does not repeat.
    Once,
    /// It is on a different day every year.
    VaryingDay,
    /// This rule.
    Rule(String),
    /// Every other week, in even weeks or in odd ones, on these days.
    EveryOtherWeek { days: Vec<Weekday>, is_even: bool },
}

/// Days that have the same date every year.
const DAYS_OF_YEAR: [(&[&str], &str); 11] = [
    (&["nieuwjaarsdag", "nieuwjaar"], "1 januari"),
    (&["koningsdag"], "27 april"),
    (&["dodenherdenking"], "4 mei"),
    (&["bevrijdingsdag"], "5 mei"),
    (&["sint maarten"], "11 november"),
    (&["sinterklaasavond", "pakjesavond", "sinterklaas"], "5 december"),
    (&["kerstavond"], "24 december"),
    (&["eerste kerstdag", "1e kerstdag"], "25 december"),
    (&["tweede kerstdag", "2e kerstdag"], "26 december"),
    (&["oudejaarsavond", "oudejaarsdag", "oudjaar"], "31 december"),
    (&["valentijnsdag"], "14 februari"),
];

const OTHER_DAYS: [&str; 8] =
    ["paasdag", "pasen", "pinksterdag", "pinksteren", "hemelvaart", "goede vrijdag", "easter", "whitsun"];

const ONCE: [&str; 14] = [
    "nee", "niet", "geen", "nvt", "n v t", "no", "none", "not", "never", "nooit", "eenmalig", "1x", "1 keer",
    "once",
];

/// Returns what these words mean.
pub(super) fn intent_of(typed: &str) -> Option<Intent> {
    let folded = fold(typed);
    if ONCE.contains(&folded.as_str()) {
        return Some(Intent::Once);
    }
    let named = DAYS_OF_YEAR.iter().find(|(names, _)| names.iter().any(|name| folded.contains(name)));
    if let Some((_, day)) = named {
        return Some(Intent::Rule(format!("elk jaar op {day}")));
    }
    if let Some(rule) = every_day_except(&folded) {
        return Some(Intent::Rule(rule));
    }
    if OTHER_DAYS.iter().any(|name| folded.contains(name)) {
        return Some(Intent::VaryingDay);
    }
    in_even_or_odd_weeks(&folded)
}

/// Turns `elke dag behalve zondag` into a rule that names the other days.
fn every_day_except(folded: &str) -> Option<String> {
    const LEADS: [&str; 10] = [
        "elke dag behalve ",
        "elke dag maar niet ",
        "elke dag niet ",
        "elke dag uitgezonderd ",
        "elke dag m u v ",
        "dagelijks behalve ",
        "dagelijks m u v ",
        "iedere dag behalve ",
        "every day except ",
        "daily except ",
    ];
    let excluded = LEADS.iter().find_map(|lead| folded.strip_prefix(lead))?;
    let is_english = folded.ends_with("day") || folded.ends_with("days");
    let words = excluded.split(' ').filter(|word| !matches!(*word, "op" | "en" | "de" | "on" | "and"));
    let excluded: Vec<Weekday> = words.map(weekday_from_word).collect::<Option<_>>()?;
    let days: Vec<Weekday> = (0..7)
        .map(|later| Weekday::Monday.wrapping_add(later))
        .filter(|day| !excluded.contains(day))
        .collect();
    let (first, last) = (days.first()?, days.last()?);
    let is_run = i64::from(last.since(*first)) + 1 == i64::try_from(days.len()).ok()?;
    let name = |day: &Weekday| {
        let words = weekday_in_words(*day);
        if is_english { words.en } else { words.nl }
    };
    let [every, and, until] = if is_english { ["every", "and", "to"] } else { ["elke", "en", "t/m"] };
    Some(match days.as_slice() {
        [_, _, _, ..] if is_run => format!("{every} {} {until} {}", name(first), name(last)),
        [front @ .., last] if !front.is_empty() => {
            format!("{every} {} {and} {}", front.iter().map(name).collect::<Vec<_>>().join(", "), name(last))
        }
        _ => format!("{every} {}", name(first)),
    })
}

/// Reads `elke even week op dinsdag`, `in de oneven weken op donderdag`.
fn in_even_or_odd_weeks(folded: &str) -> Option<Intent> {
    let words: Vec<&str> = folded.split(' ').collect();
    let is_even = words.iter().any(|word| matches!(*word, "even" | "evenweek"));
    let is_odd = words.iter().any(|word| matches!(*word, "oneven" | "odd"));
    let in_weeks = words.iter().any(|word| matches!(*word, "week" | "weken" | "weeks" | "evenweek"));
    if is_even == is_odd || !in_weeks {
        return None;
    }
    let mut days: Vec<Weekday> = words.iter().filter_map(|word| weekday_from_word(word)).collect();
    days.sort_by_key(|day| day.to_monday_zero_offset());
    Some(Intent::EveryOtherWeek { days, is_even })
}

/// Returns the rule for every other week on these days.
pub(super) fn every_other_week(days: &[Weekday], is_english: bool) -> String {
    let name = |day: &Weekday| {
        let words = weekday_in_words(*day);
        if is_english { words.en } else { words.nl }
    };
    let names = days.iter().map(name).collect::<Vec<_>>().join(if is_english { " and " } else { " en " });
    let (front, on) = if is_english { ("every other week", "on") } else { ("om de week", "op") };
    if names.is_empty() { front.to_owned() } else { format!("{front} {on} {names}") }
}

/// Returns the first day from `given` that falls in such a week; `None` if counting from `given` already
/// gives the right weeks.
pub(super) fn start_in_week(given: Date, days: &[Weekday], is_even: bool) -> Option<Date> {
    let is_on = |day: &Date| days.is_empty() || days.contains(&day.weekday());
    let in_week = |day: &Date| (day.iso_week_date().week() % 2 == 0) == is_even;
    let first = (0..7).map(|later| days_later(given, later)).find(is_on)?;
    let later = (0..21).map(|later| days_later(given, later)).find(|day| is_on(day) && in_week(day));
    later.filter(|_| !in_week(&first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::village::rule::sentence::parse;

    #[test]
    fn common_phrases_become_a_rule() {
        let weeks = |day, is_even| Some(Intent::EveryOtherWeek { days: vec![day], is_even });
        assert_eq!(intent_of("elke even week op dinsdag"), weeks(Weekday::Tuesday, true));
        assert_eq!(intent_of("in de oneven weken op donderdag"), weeks(Weekday::Thursday, false));
        for is_english in [true, false] {
            let rule = every_other_week(&[Weekday::Tuesday, Weekday::Thursday], is_english);
            assert!(parse(&rule).is_ok(), "{rule}");
        }
        assert_eq!(
            intent_of("elk jaar op Koningsdag"),
            Some(Intent::Rule("elk jaar op 27 april".to_owned()))
        );
        for (typed, rule) in [
            ("elke dag behalve zondag", "elke maandag t/m zaterdag"),
            ("every day except Sunday", "every Monday to Saturday"),
            ("elke dag behalve zaterdag en zondag", "elke maandag t/m vrijdag"),
            (
                "elke dag, behalve op woensdag",
                "elke maandag, dinsdag, donderdag, vrijdag, zaterdag en zondag",
            ),
        ] {
            assert_eq!(intent_of(typed), Some(Intent::Rule(rule.to_owned())), "{typed}");
            assert!(parse(rule).is_ok(), "{rule}");
        }
        assert_eq!(intent_of("eerste paasdag"), Some(Intent::VaryingDay));
        assert_eq!(intent_of("n.v.t."), Some(Intent::Once));
        assert_eq!(intent_of("elke dinsdag"), None);
    }

    #[test]
    fn even_and_odd_weeks_start_in_the_right_week() {
        let start = |month, day, is_even| {
            let given = Date::constant(2026, month, day);
            start_in_week(given, &[Weekday::Thursday], is_even).map(|day| day.to_string())
        };
        assert_eq!(start(12, 1, true).as_deref(), Some("2026-12-10"), "a Tuesday in week 49");
        assert_eq!(start(12, 7, true), None, "a Monday in week 50");
        assert_eq!(start(12, 11, true).as_deref(), Some("2026-12-24"), "a Friday in week 50");
        assert_eq!(start(12, 3, false), None);
    }

    #[test]
    fn every_named_day_of_the_year_is_a_valid_rule() {
        for (_, day) in DAYS_OF_YEAR {
            assert!(parse(&format!("elk jaar op {day}")).is_ok(), "{day}");
        }
    }
}
