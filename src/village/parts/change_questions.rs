//! Questions about the words for one day that may be a day or a time, or that mention one in an unclear way.

use super::cancellation_words::is_about_the_event;
use super::change_words::{announces_move, day_and_month, mentions_moment};
use crate::field::FieldReader;
use crate::ground::{
    Both, Code, Date, DateProblem, Diagnostic, Locale, Place, TimeOfDay, TimeProblem, both, date_in_words,
    fold, nearest_day, parse_date, parse_time, quoted, weekday_from_word,
};
use crate::read::{Key, Node, Value};

/// Reads figures as a time or a range, if that makes sense; returns how to say it, and how to write it.
fn as_times(number: &str) -> Option<(Both, Both)> {
    let is_night = |until: TimeOfDay| until.hour() < 6;
    match parse_time(number) {
        Ok(time) => Some((
            both(format!("{} uur", time.dotted()), time.iso()),
            both(format!("{} uur", time.dotted()), time.iso()),
        )),
        Err(TimeProblem::TwoTimes(from, until)) if from < until || from.hour() >= 18 && is_night(until) => {
            Some((
                both(
                    format!("{}–{} uur", from.dotted(), until.dotted()),
                    format!("{}–{}", from.iso(), until.iso()),
                ),
                both(
                    format!("van {} tot {} uur", from.dotted(), until.dotted()),
                    format!("from {} to {}", from.iso(), until.iso()),
                ),
            ))
        }
        _ => None,
    }
}

/// For `verzet naar 10-12`, which may be a date or a range of times. `changed` is the day that is different.
pub(super) fn day_or_times(place: Place, number: &str, changed: Date, is_english: bool) -> Diagnostic {
    let day = day_and_month(number).and_then(|(day, month)| nearest_day(day, month, changed));
    let day = day.map_or(both("…", "…"), date_in_words);
    match as_times(number) {
        Some((spoken, written)) => Diagnostic::new(
            Code::BadChange,
            place,
            both(
                format!("'{number}': is dat {}, of {}?", day.nl, spoken.nl),
                format!("'{number}': is that {}, or {}?", day.en, spoken.en),
            ),
        )
        .hint(both(
            format!("schrijf: naar {}, of: {}", day.nl, written.nl),
            format!("write: to {}, or: {}", day.en, written.en),
        )),
        None => without_year(place, number, &day).correction_with(Some(if is_english {
            &day.en
        } else {
            &day.nl
        })),
    }
}

fn without_year(place: Place, typed: &str, meant: &Both) -> Diagnostic {
    Diagnostic::new(
        Code::BadDate,
        place,
        both(
            format!("in de datum '{typed}' ontbreekt het jaar"),
            format!("the year is missing from the date '{typed}'"),
        ),
    )
    .hint(both(format!("bedoel je '{}'?", meant.nl), format!("did you mean '{}'?", meant.en)))
}

/// For `naar 10 december`: suggests the year that brings it nearest to the day that is different.
pub(super) fn year_missing(reader: &FieldReader<'_>, node: &Node, changed: Date) -> Option<Diagnostic> {
    let Value::Scalar(typed) = &node.value else { return None };
    let Err(DateProblem::YearMissing { day, month }) = parse_date(typed) else { return None };
    let meant = date_in_words(nearest_day(day, month, changed)?);
    let line = if reader.locale() == Some(Locale::English) { &meant.en } else { &meant.nl };
    Some(without_year(reader.place(node.span), typed, &meant).correction_with(Some(line)))
}

/// For `verplaatst naar de kerk`: a place has a line of its own below the day.
pub(super) fn moved_to_place(reader: &FieldReader<'_>, what: &Node, words: &str) -> Diagnostic {
    let articles = ["de ", "het ", "onze ", "the "];
    let bare = articles.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    let place = reader.place(what.span);
    let key = if reader.locale() == Some(Locale::English) { "venue" } else { "locatie" };
    let lines = as_block(&place, &format!("{key}: {bare}"));
    let remark = Diagnostic::new(
        Code::BadChange,
        place,
        both(format!("'{words}' is geen dag en geen tijd"), format!("'{words}' is neither a day nor a time")),
    )
    .hint(both(
        format!("is het een andere plek? Zet die op een regel eronder: locatie: {bare}"),
        format!("is it another place? Put that on a line below: venue: {bare}"),
    ));
    match lines {
        Some(lines) => remark.correction(lines),
        None => remark,
    }
}

/// For `datum:` below a day: the field for the new day has a different name.
pub(super) fn second_day(reader: &FieldReader<'_>, key: &Key, day: &Node) -> Diagnostic {
    let place = reader.place(key.span);
    let to = if reader.locale() == Some(Locale::English) { "to" } else { "naar" };
    let typed = reader.place(day.span).marked();
    let line = format!("{}{to}: {typed}", place.prefix());
    Diagnostic::new(
        Code::BadChange,
        place,
        both("de dag staat er al boven", "the day is already given above"),
    )
    .hint(both(
        "gaat het naar een andere dag? Die heet hier 'naar'",
        "is it moving to another day? That field is called 'to' here",
    ))
    .correction(line)
}

/// For `8 en 15 december 2026: afgelast`: each day needs its own line.
pub(super) fn several_days(reader: &FieldReader<'_>, key: &Key, what: &Node, days: &[Date]) -> Diagnostic {
    let place = reader.place(key.span);
    let is_english = reader.locale() == Some(Locale::English);
    let prefix = place.prefix().to_owned();
    let name = |day: &Date| if is_english { date_in_words(*day).en } else { date_in_words(*day).nl };
    let (typed, count) = (key.text.trim(), days.len());
    let remark = Diagnostic::new(
        Code::BadDate,
        place,
        both(format!("'{typed}' zijn {count} dagen"), format!("'{typed}' names {count} days")),
    )
    .hint(both("elke dag heeft een eigen regel", "put each day on a line of its own"));
    match &what.value {
        Value::Scalar(_) => {
            let words = reader.place(what.span).marked();
            let lines: Vec<String> =
                days.iter().map(|day| format!("{prefix}{}: {words}", name(day))).collect();
            remark.correction(lines.join("\n"))
        }
        _ => remark,
    }
}

/// Returns the line with only the day, and below it one with this field; `None` if the line does not start
/// with a day.
fn as_block(place: &Place, field: &str) -> Option<String> {
    let prefix = place.prefix();
    let (day, _) = place.excerpt.get(prefix.len()..)?.split_once(':')?;
    parse_date(day.trim_matches(['"', '\''])).ok()?;
    Some(format!("{prefix}{day}:\n{}  {field}", " ".repeat(prefix.len())))
}

/// For `let op, om 14.00 uur` and `bij Jan thuis`: it is unclear whether that is the new time or place.
pub(super) fn moment_in_text(reader: &FieldReader<'_>, what: &Node) -> Option<Diagnostic> {
    let Value::Scalar(words) = &what.value else { return None };
    let (quote, place) = (quoted(words), || reader.place(what.span));
    if is_at_home(words) {
        let remark = Diagnostic::new(
            Code::BadChange,
            place(),
            both(
                format!("{quote} noemt een plek, en ik kan niet zien of het daar dan is"),
                format!("{quote} mentions a place, but I cannot tell whether that is where it is"),
            ),
        );
        return Some(remark.hint(both(
            "is het daar, zet dat dan op een regel eronder, met het adres: 'locatie: Bij Jan, Brink 1'; moeten mensen alleen iets weten, zet dat dan achter 'tekst:'",
            "if it is, put that on a line below, with the address: 'venue: At Jan's, Brink 1'; if it is only something people should know, put it after 'text:'",
        )));
    }
    if !mentions_moment(words) && !mentions_other_moment(words) {
        return None;
    }
    let remark = Diagnostic::new(
        Code::BadChange,
        place(),
        both(
            format!("{quote} noemt een tijd of een dag, en ik kan niet zien wat er dan anders is"),
            format!("{quote} mentions a time or a day, but I cannot tell what is different"),
        ),
    );
    Some(remark.hint(both(
        "zet op regels eronder wat er anders is: 'begin: 14.00', 'einde: 16.00', 'naar: 9 december 2026' of 'locatie: kerk'; moeten mensen alleen iets weten, zet dat dan achter 'tekst:'",
        "put what is different on lines below: 'start: 14:00', 'end: 16:00', 'to: 9 December 2026' or 'venue: church'; if it is only something people should know, put it after 'text:'",
    )))
}

/// Parts of the day as people write them, folded.
const PARTS_OF_DAY: [&str; 14] = [
    "s ochtends",
    "s morgens",
    "s middags",
    "s avonds",
    "s nachts",
    "smiddags",
    "savonds",
    "in de ochtend",
    "in de middag",
    "in de avond",
    "in the morning",
    "in the afternoon",
    "in the evening",
    "at night",
];

/// Whether the words name another time or day: `inloop vanaf half tien`, `'s middags`,
/// `dinsdag naar woensdag`, `wel hier, maar een uur later`.
fn mentions_other_moment(words: &str) -> bool {
    let folded = fold(words);
    let split_words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let is_spoken = |words: &[&str]| matches!(parse_time(&words.join(" ")), Err(TimeProblem::Spoken(..)));
    let has_time = (2..=4).any(|count| split_words.windows(count).any(is_spoken));
    let is_part = PARTS_OF_DAY.iter().any(|part| {
        let around = folded.split_once(part).map(|(before, after)| format!("{before} {after}"));
        around.is_some_and(|rest| is_about_the_event(&rest.split_whitespace().collect::<Vec<_>>()))
    });
    let lower = words.to_lowercase().replace(" maar ", ",").replace(" but ", ",");
    let is_later = |clause: &str| {
        let is_compared = ["later", "eerder", "vroeger", "earlier"].iter().any(|word| clause.ends_with(word));
        is_compared && announces_move(clause.trim())
    };
    has_time || is_part || replaces_weekday(&split_words) || lower.split([',', ';']).any(is_later)
}

/// Whether one weekday replaces another: `dinsdag naar woensdag`, `woensdag in plaats van dinsdag`.
fn replaces_weekday(words: &[&str]) -> bool {
    let is_day = |word: &&str| word.len() >= 6 && weekday_from_word(word).is_some();
    let days: Vec<usize> = (0..words.len()).filter(|at| is_day(&words[*at])).collect();
    days.windows(2).any(|pair| {
        matches!(
            &words[pair[0] + 1..pair[1]],
            ["naar" | "to" | "ipv"] | ["in", "plaats", "van"] | ["i", "p", "v"] | ["instead", "of"]
        )
    })
}

/// Whether the words name somebody's home: `bij Jan thuis`, `we zijn bij de familie Smit thuis`.
fn is_at_home(words: &str) -> bool {
    words.split([',', ';', '.', '!', '(', ')']).any(|clause| {
        let folded = fold(clause);
        let before = folded.strip_suffix(" thuis").unwrap_or_default();
        let words_before: Vec<&str> = before.split(' ').collect();
        let at = words_before.iter().rposition(|word| *word == "bij");
        at.is_some_and(|at| {
            (1..=3).contains(&(words_before.len() - at - 1)) && is_about_the_event(&words_before[..at])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_time_or_day_in_words_is_noticed() {
        for words in [
            "inloop vanaf half tien",
            "'s middags",
            "dan 's avonds",
            "dinsdag naar woensdag",
            "woensdag in plaats van dinsdag",
            "wel in het dorpshuis, maar een uur later",
        ] {
            assert!(mentions_other_moment(words), "{words}");
        }
        for words in [
            "'s middags is er taart",
            "neem een half brood mee",
            "na dinsdag is de deur op slot",
            "kom niet later",
            "met Klaas en Jan",
        ] {
            assert!(!mentions_other_moment(words), "{words}");
        }
    }

    #[test]
    fn a_private_home_is_recognised_as_a_place() {
        for words in ["bij Jan thuis", "deze keer bij de familie Smit thuis"] {
            assert!(is_at_home(words), "{words}");
        }
        for words in ["bij ziekte thuis blijven", "thuis", "neem bij regen een plu mee van thuis"] {
            assert!(!is_at_home(words), "{words}");
        }
    }
}
