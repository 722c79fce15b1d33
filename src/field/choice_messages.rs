//! Messages about a word from a list with a day after it, in Dutch and English.

use super::contact_messages::with_nothing_there;
use super::messages::{leading_word, not_a_choice};
use super::shape::{FieldInfo, Word};
use crate::ground::{
    Code, Date, DateProblem, Diagnostic, Locale, MeantYear, OpenDay, PartialDay, Place, both, date_in_words,
    fold, nearest_day, parse_date,
};

/// Reports `status: afgelast op 8 december` on a recurring event; `changes` is the field for one occurrence.
pub(super) fn choice_of_one_day(
    place: &Place,
    typed: &str,
    words: &'static [Word],
    changes: &FieldInfo,
) -> Option<Diagnostic> {
    let (word, rest) = leading_word(typed, words).or_else(|| trailing_word(typed, words))?;
    let day = ["op ", "on "]
        .iter()
        .find_map(|lead| rest.strip_prefix(lead))
        .unwrap_or(rest)
        .trim_end_matches(['.', ' ']);
    let is_english =
        place.excerpt.contains("cancel") || place.excerpt.contains("full") || place.excerpt.contains("moved");
    let key = if is_english { changes.en } else { changes.nl };
    let indent = " ".repeat(place.prefix().len());
    let change_lines = |days: &[String]| {
        days.iter().fold(format!("{}{key}:", place.prefix()), |lines, day| {
            format!("{lines}\n{indent}  {day}: {word}")
        })
    };
    let (days, open_day) = match parse_date(day) {
        Ok(_) => (vec![day.to_owned()], None),
        Err(DateProblem::LooseDays(days)) => {
            let written_day = |day: &Date| {
                if is_english { date_in_words(*day).en } else { date_in_words(*day).nl }
            };
            (days.iter().map(written_day).collect(), None)
        }
        Err(DateProblem::YearMissing { day: number, month }) => {
            let known = PartialDay::DayAndMonth { day: number, month, weekday: None };
            (
                vec![day.to_owned()],
                Some(OpenDay {
                    typed: day.to_owned(),
                    known,
                    is_question: false,
                    year: MeantYear::default(),
                }),
            )
        }
        Err(_) => return None,
    };
    let remark = Diagnostic::new(
        Code::UnknownChoice,
        place.clone(),
        both(
            format!("'{typed}' gaat over één dag, en 'status' over alle keren"),
            format!("'{typed}' is about one day, but 'status' applies every time"),
        ),
    )
    .hint(both(format!("zet die dag bij '{}'", changes.nl), format!("put that day under '{}'", changes.en)))
    .correction(change_lines(&days));
    Some(match open_day {
        Some(open_day) => remark.with_open_day(open_day),
        None => remark,
    })
}

/// Returns the word of a list behind a day, and that day: `10 december 2026 afgelast`.
fn trailing_word<'t>(typed: &'t str, words: &'static [Word]) -> Option<(&'static str, &'t str)> {
    let lower = typed.to_lowercase();
    words.iter().flat_map(Word::spellings).find_map(|word| {
        let before = typed.get(..lower.strip_suffix(&word.to_lowercase())?.len())?;
        let day = before.trim_end_matches([' ', ',', ':', '-', '(', ';']);
        (day.len() < before.len()).then_some((word, day))
    })
}

/// Reports `status: uitgesteld`: that it is on another day, or that nobody knows on which.
pub(super) fn postponed(
    place: &Place,
    typed: &str,
    words: &'static [Word],
    is_recurring: bool,
) -> Option<Diagnostic> {
    let is_of_event = words.iter().any(|word| word.label.en == "moved");
    let is_postponed = matches!(fold(typed).as_str(), "uitgesteld" | "is uitgesteld" | "postponed");
    let hint = if is_recurring {
        both(
            "zet bij 'wijzigingen' om welke keer het gaat, met de nieuwe dag erachter: 22 december 2026: naar 23 december 2026; is er nog geen nieuwe dag, schrijf dan: 22 december 2026: afgelast",
            "put the day it was on under 'changes', followed by the new one: 22 December 2026: to 23 December 2026; if there is no new day yet, write: 22 December 2026: cancelled",
        )
    } else {
        both(
            "weet je de nieuwe dag al? Schrijf dan 'verplaatst', zet de nieuwe dag bij 'datum' en de oude bij 'eerst_op'; is er nog geen nieuwe dag, schrijf dan 'afgelast'",
            "do you already know the new day? Then write 'moved', put the new day in 'date' and the original one in 'previous_date'; if there is no new day yet, write 'cancelled'",
        )
    };
    (is_of_event && is_postponed).then(|| not_a_choice(place.clone(), typed).hint(hint))
}

/// What the fields around a status such as `verplaatst naar 19 december` say.
pub(super) struct MovedEvent {
    /// The day for which it was planned.
    pub(super) old_date: Option<Date>,
    /// The field for the old day of a one-off event, if it is still empty.
    pub(super) old_day: Option<&'static FieldInfo>,
    /// The field for the day.
    pub(super) day: Option<&'static FieldInfo>,
    /// The field for the new day of one occurrence of a recurring event.
    pub(super) to: Option<&'static FieldInfo>,
    pub(super) is_recurring: bool,
    pub(super) locale: Locale,
}

/// Reports `status: verplaatst naar 19 december`: with the word alone, the event would stay on the old day.
pub(super) fn moved_to_day(
    place: &Place,
    typed: &str,
    words: &'static [Word],
    moving: &MovedEvent,
) -> Option<Diagnostic> {
    let (word, rest) = leading_word(typed, words)?;
    let is_moved =
        |known: &&Word| known.label.en == "moved" && known.spellings().any(|spelling| spelling == word);
    words.iter().find(is_moved)?;
    let day = ["naar ", "to "].iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
    let (new_date, has_time) = match parse_date(day.trim_end_matches(['.', ' ', ')'])) {
        Ok(found) => (found.date, found.time.is_some()),
        Err(DateProblem::YearMissing { day, month }) => (nearest_day(day, month, moving.old_date?)?, false),
        Err(_) => return None,
    };
    // Once the new day is in its own field, the day in the status is merely superfluous.
    let old_date = moving
        .old_date
        .filter(|old_date| *old_date != new_date || moving.to.is_some() || moving.is_recurring);
    if old_date.is_none() && moving.old_date.is_some() {
        return None;
    }
    let remark = not_a_choice(place.clone(), typed);
    let written_day = |day: Date| date_in_words(day).in_locale(moving.locale).to_owned();
    let indent = " ".repeat(place.prefix().len());
    let new_day = date_in_words(new_date);
    if let Some(to) = moving.to {
        let lines =
            format!("{}\n{indent}{}: {}", place.with(word), to.name(moving.locale), written_day(new_date));
        let hint = both("de nieuwe dag heeft een eigen regel", "put the new day on a line of its own");
        return Some(if has_time { remark.hint(hint) } else { remark.hint(hint).correction(lines) });
    }
    if moving.is_recurring {
        return Some(remark.hint(both(
            format!(
                "zet bij 'wijzigingen' welke keer het is, met de nieuwe dag erachter: naar {}",
                new_day.nl
            ),
            format!("say under 'changes' which day moves, with the new day after it: to {}", new_day.en),
        )));
    }
    let (Some(day), Some(old_day), Some(old_date), false) = (moving.day, moving.old_day, old_date, has_time)
    else {
        let of_time = if has_time { (", de tijd bij 'begin'", ", the time in 'start'") } else { ("", "") };
        return Some(remark.hint(both(
            format!("schrijf hier alleen '{word}', zet de nieuwe dag bij 'datum'{}, en de oude dag bij 'eerst_op'", of_time.0),
            format!("write only '{word}' here, put the new day in 'date'{}, and the old day in 'previous_date'", of_time.1),
        )));
    };
    let lines = format!(
        "{}{}: {}\n{indent}{}\n{indent}{}: {}",
        place.prefix(),
        day.name(moving.locale),
        written_day(new_date),
        place.with(word).trim_start_matches([' ', '-']),
        old_day.name(moving.locale),
        written_day(old_date)
    );
    Some(
        remark
            .hint(both(
                "zet deze drie regels in plaats van de regels met 'datum' en 'status'",
                "replace the lines with 'date' and 'status' with these three lines",
            ))
            .correction(lines),
    )
}

/// Reports `voorzieningen: geen`.
pub(super) fn nothing_of_list(place: Place, typed: &str) -> Diagnostic {
    with_nothing_there(Diagnostic::new(
        Code::UnknownChoice,
        place,
        both(
            format!("'{typed}' komt zo zelf in de lijst te staan"),
            format!("'{typed}' itself would appear in the list"),
        ),
    ))
}
