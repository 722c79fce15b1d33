//! Asks on which days something is of which only is said how often it comes: `4x per jaar`, `onregelmatig`.

use super::tokens::{Token, Unit, tokens};
use crate::ground::{Both, Weekday, both, fold, number_from_word, weekday_in_words};

/// Words for something that has no fixed days.
const NOW_AND_THEN: [&str; 8] =
    ["onregelmatig", "wisselend", "af en toe", "soms", "in overleg", "irregular", "irregularly", "varies"];

/// Returns the question which days are meant, if the words only say how often.
pub(super) fn missing_days_hint(typed: &str) -> Option<Both> {
    let folded = fold(typed);
    if NOW_AND_THEN.contains(&folded.as_str()) {
        return Some(both(
            "noem dan de dagen: haal deze regel weg, zet de eerste bij 'datum', en de andere bij 'extra', met een komma ertussen",
            "in that case list the days: remove this line, put the first in 'date', and the others in 'extra', with commas between them",
        ));
    }
    if let Some(weekday) = weekday_of_month(typed) {
        let day = weekday_in_words(weekday);
        return Some(both(
            format!(
                "de hoeveelste {} van de maand? Schrijf bijvoorbeeld: elke eerste {} van de maand",
                day.nl, day.nl
            ),
            format!("which {} of the month? Write for example: every first {} of the month", day.en, day.en),
        ));
    }
    Some(match times_per(&folded)? {
        (_, "week" | "weeks") => both(
            "op welke dagen? Schrijf bijvoorbeeld: elke dinsdag en vrijdag",
            "on which days? Write for example: every Tuesday and Friday",
        ),
        (_, "maand" | "month") => both(
            "op welke dagen? Schrijf bijvoorbeeld: elke eerste en derde dinsdag van de maand",
            "on which days? Write for example: every first and third tuesday of the month",
        ),
        (times, _) if 12 % times == 0 && times < 12 => {
            let months = 12 / times;
            both(
                format!(
                    "op welke dagen? Is het om de {months} maanden, schrijf dan bijvoorbeeld: elke {months} maanden op de eerste dinsdag; zet anders de eerste dag bij 'datum' en de andere bij 'extra'"
                ),
                format!(
                    "on which days? If it is every {months} months, write for example: every {months} months on the first Tuesday; otherwise put the first day in 'date' and the others in 'extra'"
                ),
            )
        }
        _ => both(
            "op welke dagen? Haal deze regel weg, zet de eerste dag bij 'datum', en de andere bij 'extra', met een komma ertussen",
            "on which days? Remove this line, put the first day in 'date', and the others in 'extra', with commas between them",
        ),
    })
}

/// Returns the weekday of `elke maand op dinsdag`, of which there are four or five in a month.
fn weekday_of_month(typed: &str) -> Option<Weekday> {
    match *tokens(typed).ok()?.as_slice() {
        [Token::EveryUnit(Unit::Month), Token::Day(day)]
        | [Token::Every, Token::Unit(Unit::Month), Token::Day(day)] => Some(day),
        _ => None,
    }
}

/// Reads `4x per jaar`, `twee keer per maand` and `twice a month`, folded: how many times, in how long.
fn times_per(folded: &str) -> Option<(u8, &str)> {
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| {
            !matches!(*word, "x" | "keer" | "maal" | "times" | "per" | "a" | "in" | "de" | "het" | "elke")
        })
        .collect();
    let [times, unit] = *words.as_slice() else { return None };
    let is_unit = matches!(unit, "week" | "maand" | "month" | "jaar" | "year" | "kwartaal" | "quarter");
    let bare = times.trim_end_matches('x').trim_end_matches("maal");
    let number = match times {
        "twice" => Some(2),
        _ => {
            bare.parse().ok().or_else(|| number_from_word(bare).and_then(|number| u8::try_from(number).ok()))
        }
    };
    Some((number.filter(|number| is_unit && (2..100).contains(number))?, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_is_read_as_people_write_it() {
        for (typed, meant) in [
            ("4x per jaar", Some((4, "jaar"))),
            ("4 x per jaar", Some((4, "jaar"))),
            ("twee keer per maand", Some((2, "maand"))),
            ("tweemaal per maand", Some((2, "maand"))),
            ("3 keer in de week", Some((3, "week"))),
            ("twice a month", Some((2, "month"))),
            ("4 times a year", Some((4, "year"))),
            ("1x per maand", None),
            ("elke 4 weken", None),
            ("4 dinsdagen per jaar", None),
        ] {
            assert_eq!(times_per(&fold(typed)), meant, "{typed}");
        }
    }

    #[test]
    fn a_weekday_of_the_month_needs_its_number() {
        for typed in ["elke maand op dinsdag", "maandelijks op dinsdag", "1x per maand op dinsdag"] {
            assert_eq!(weekday_of_month(typed), Some(Weekday::Tuesday), "{typed}");
        }
        assert_eq!(weekday_of_month("elke week op dinsdag"), None);
    }
}
