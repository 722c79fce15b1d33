//! What is asked of words on one day that may be a day or a time, or hold one that nobody understands.

use super::change_words::{day_and_month, names_a_moment};
use crate::field::FieldReader;
use crate::ground::{
    Both, Code, Date, DateProblem, Diagnostic, Place, Speech, TimeOfDay, TimeProblem, both, date_in_words,
    nearest_day, parse_date, parse_time,
};
use crate::read::{Key, Node, Value};

/// From when until when, or since when, these figures say, where that makes sense: in words, and as it is written.
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

/// `verzet naar 10-12`: a day of another month as well as times. `changed` is the day that is different.
pub(super) fn day_or_times(place: Place, number: &str, changed: Date, is_english: bool) -> Diagnostic {
    let day = day_and_month(number).and_then(|(day, month)| nearest_day(day, month, changed));
    let day = day.map_or(both("…", "…"), date_in_words);
    match as_times(number) {
        Some((told, written)) => Diagnostic::new(
            Code::BadChange,
            place,
            both(
                format!("'{number}': is dat {}, of {}?", day.nl, told.nl),
                format!("'{number}': is that {}, or {}?", day.en, told.en),
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
            format!("the year is missing in the date '{typed}'"),
        ),
    )
    .hint(both(format!("bedoel je '{}'?", meant.nl), format!("did you mean '{}'?", meant.en)))
}

/// `naar 10 december`: the year that is nearest to the day that is different.
pub(super) fn year_missing(reader: &FieldReader<'_>, node: &Node, changed: Date) -> Option<Diagnostic> {
    let Value::Scalar(typed) = &node.value else { return None };
    let Err(DateProblem::YearMissing { day, month }) = parse_date(typed) else { return None };
    let meant = date_in_words(nearest_day(day, month, changed)?);
    let line = if reader.speech() == Some(Speech::English) { &meant.en } else { &meant.nl };
    Some(without_year(reader.place(node.span), typed, &meant).correction_with(Some(line)))
}

/// `verplaatst naar de kerk`: to a place, which has a line of its own below the day.
pub(super) fn place_to_go(reader: &FieldReader<'_>, what: &Node, words: &str) -> Diagnostic {
    let articles = ["de ", "het ", "onze ", "the "];
    let bare = articles.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    let place = reader.place(what.span);
    let key = if reader.speech() == Some(Speech::English) { "venue" } else { "locatie" };
    let lines = in_block(&place, &format!("{key}: {bare}"));
    let said = Diagnostic::new(
        Code::BadChange,
        place,
        both(format!("'{words}' is geen dag en geen tijd"), format!("'{words}' is no day and no time")),
    )
    .hint(both(
        format!("is het een andere plek? Zet die op een regel eronder: locatie: {bare}"),
        format!("is it another place? Put that on a line below: venue: {bare}"),
    ));
    match lines {
        Some(lines) => said.correction(lines),
        None => said,
    }
}

/// `datum:` below a day: the day to which it goes has a name of its own.
pub(super) fn another_day(reader: &FieldReader<'_>, key: &Key, day: &Node) -> Diagnostic {
    let place = reader.place(key.span);
    let to = if reader.speech() == Some(Speech::English) { "to" } else { "naar" };
    let typed = reader.place(day.span).marked();
    let line = format!("{}{to}: {typed}", place.front());
    Diagnostic::new(
        Code::BadChange,
        place,
        both("de dag staat er al boven", "the day stands above it already"),
    )
    .hint(both(
        "gaat het naar een andere dag? Die heet hier 'naar'",
        "does it go to another day? That one is called 'to' here",
    ))
    .correction(line)
}

/// `8 en 15 december 2026: afgelast`: a line for each of them.
pub(super) fn days_at_once(reader: &FieldReader<'_>, key: &Key, what: &Node, days: &[Date]) -> Diagnostic {
    let place = reader.place(key.span);
    let is_english = reader.speech() == Some(Speech::English);
    let front = place.front().to_owned();
    let name = |day: &Date| if is_english { date_in_words(*day).en } else { date_in_words(*day).nl };
    let (typed, count) = (key.text.trim(), days.len());
    let said = Diagnostic::new(
        Code::BadDate,
        place,
        both(format!("'{typed}' zijn {count} dagen"), format!("'{typed}' are {count} days")),
    )
    .hint(both("elke dag heeft een eigen regel", "every day has a line of its own"));
    match &what.value {
        Value::Scalar(_) => {
            let words = reader.place(what.span).marked();
            let lines: Vec<String> =
                days.iter().map(|day| format!("{front}{}: {words}", name(day))).collect();
            said.correction(lines.join("\n"))
        }
        _ => said,
    }
}

/// The day alone on its line, and below it one with this field; nothing where no day stands in front.
fn in_block(place: &Place, field: &str) -> Option<String> {
    let front = place.front();
    let (day, _) = place.excerpt.get(front.len()..)?.split_once(':')?;
    parse_date(day.trim_matches(['"', '\''])).ok()?;
    Some(format!("{front}{day}:\n{}  {field}", " ".repeat(front.len())))
}

/// `let op, om 14.00 uur`: whether that is when it begins, nobody can tell.
pub(super) fn moment_among_words(reader: &FieldReader<'_>, what: &Node) -> Option<Diagnostic> {
    let Value::Scalar(words) = &what.value else { return None };
    if !names_a_moment(words) {
        return None;
    }
    let said = Diagnostic::new(
        Code::BadChange,
        reader.place(what.span),
        both(
            format!("'{words}' noemt een tijd of een dag, en ik kan niet zien wat er dan anders is"),
            format!("'{words}' names a time or a day, and I cannot tell what is different then"),
        ),
    );
    Some(said.hint(both(
        "zet op regels eronder wat er anders is: 'begin: 14.00', 'einde: 16.00', 'naar: 9 december 2026' of 'locatie: kerk'; moeten mensen alleen iets weten, zet dat dan achter 'tekst:'",
        "put on lines below what is different: 'start: 14:00', 'end: 16:00', 'to: 9 December 2026' or 'venue: church'; if people only have to know something, put that behind 'text:'",
    )))
}
