//! Asks whether the last day or month is included: `juni tot september`.

use super::sentence::months_of;
use crate::ground::{
    Code, DateProblem, Diagnostic, Place, both, date_in_words, month_from_word, month_in_words, parse_date,
};

const UNTIL: [&str; 3] = [" tot ", " until ", " till "];

/// Returns the question about days or months with `tot`: here the last one is included, for many it is not.
pub fn until_or_through(place: impl FnOnce() -> Place, typed: &str) -> Option<Diagnostic> {
    let lower = typed.to_lowercase();
    let word = UNTIL.iter().find(|word| lower.contains(**word))?;
    let at = lower.find(word)?;
    let (front, following) = (typed.get(..at)?, typed.get(at + word.len()..)?);
    if following.to_lowercase().starts_with("en met ") {
        return None;
    }
    let through = if *word == " tot " { "t/m" } else { "through" };
    let (last, before, kept) = last_and_previous(typed, following)?;
    let with = |last: &str| format!("{front} {through} {last}");
    let (all, fewer) = (with(following), (with(&before.nl), with(&before.en)));
    let remark = Diagnostic::new(
        Code::UntilOrThrough,
        place(),
        both(format!("hier telt {} ook mee", last.nl), format!("{} is included here", last.en)),
    );
    Some(
        remark
            .hint(both(
                format!(
                    "schrijf dat erbij met '{through}'; hoort {} er niet bij, schrijf dan: {}{kept}",
                    last.nl, fewer.0
                ),
                format!(
                    "make that clear with '{through}'; if {} should not be included, write: {}{kept}",
                    last.en, fewer.1
                ),
            ))
            .correction_with(Some(&all)),
    )
}

/// Returns the last day or month, the one before it, and the words after it.
fn last_and_previous(
    typed: &str,
    following: &str,
) -> Option<(crate::ground::Both, crate::ground::Both, String)> {
    if let Err(DateProblem::TwoDays(_, last)) = parse_date(typed) {
        return Some((date_in_words(last), date_in_words(last.yesterday().ok()?), String::new()));
    }
    let (name, kept) = following.split_once(' ').unwrap_or((following, ""));
    months_of(name)?;
    let month = month_from_word(name)?;
    let before = if month == 1 { 12 } else { month - 1 };
    let kept = if kept.is_empty() { String::new() } else { format!(" {kept}") };
    Some((month_in_words(month), month_in_words(before), kept))
}
