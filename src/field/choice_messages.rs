//! What is said of a word of a list with a day behind it, in Dutch and English.

use super::contact_messages::nothing_there;
use super::messages::word_in_front;
use super::shape::{FieldInfo, Word};
use crate::ground::{
    Code, DateProblem, Diagnostic, KnownOfDay, OpenDay, Place, YearMeant, both, date_in_words, parse_date,
};

/// `status: afgelast op 8 december` of something that comes back; `changes` is where one time is told.
pub(super) fn choice_of_one_day(
    place: &Place,
    typed: &str,
    words: &'static [Word],
    changes: &FieldInfo,
) -> Option<Diagnostic> {
    let (word, rest) = word_in_front(typed, words)?;
    let day = ["op ", "on "]
        .iter()
        .find_map(|lead| rest.strip_prefix(lead))
        .unwrap_or(rest)
        .trim_end_matches(['.', ' ']);
    let is_english =
        place.excerpt.contains("cancel") || place.excerpt.contains("full") || place.excerpt.contains("moved");
    let key = if is_english { changes.en } else { changes.nl };
    let indent = " ".repeat(place.front().len());
    let lines = |days: &[String]| {
        days.iter().fold(format!("{}{key}:", place.front()), |lines, day| {
            format!("{lines}\n{indent}  {day}: {word}")
        })
    };
    let (days, open) = match parse_date(day) {
        Ok(_) => (vec![day.to_owned()], None),
        Err(DateProblem::LooseDays(days)) => {
            let name = |day: &crate::ground::Date| {
                if is_english { date_in_words(*day).en } else { date_in_words(*day).nl }
            };
            (days.iter().map(name).collect(), None)
        }
        Err(DateProblem::YearMissing { day: number, month }) => {
            let known = KnownOfDay::DayAndMonth(number, month, None);
            (
                vec![day.to_owned()],
                Some(OpenDay { typed: day.to_owned(), known, asks: false, year: YearMeant::default() }),
            )
        }
        Err(_) => return None,
    };
    let said = Diagnostic::new(
        Code::UnknownChoice,
        place.clone(),
        both(
            format!("'{typed}' gaat over één dag, en 'status' over alle keren"),
            format!("'{typed}' is about one day, and 'status' about every time"),
        ),
    )
    .hint(both(format!("zet die dag bij '{}'", changes.nl), format!("put that day under '{}'", changes.en)))
    .correction(lines(&days));
    Some(match open {
        Some(open) => said.with_open_day(open),
        None => said,
    })
}

/// `voorzieningen: geen`.
pub(super) fn nothing_of_list(place: Place, typed: &str) -> Diagnostic {
    nothing_there(Diagnostic::new(
        Code::UnknownChoice,
        place,
        both(
            format!("'{typed}' komt zo zelf in de lijst te staan"),
            format!("'{typed}' itself would stand in the list"),
        ),
    ))
}
