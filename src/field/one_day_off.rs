//! Keys that say that one day of a series is off, or moves: `afgelast: 10 december 2026`.

use super::messages::{self, Instead};
use super::strange_keys::StrangeKey;
use crate::ground::{
    DateProblem, Diagnostic, MeantYear, OpenDay, Pair, PartialDay, both, date_in_words, fold, parse_date,
};

/// Keys that say that it does not take place, folded.
const OFF: [&str; 12] = [
    "afgelast",
    "geannuleerd",
    "gecanceld",
    "afgelasting",
    "gaat niet door",
    "niet door",
    "valt uit",
    "uitgevallen",
    "cancelled",
    "canceled",
    "called off",
    "not on",
];

/// Keys that say that it moves, folded.
const MOVED: [&str; 7] =
    ["verplaatst", "verzet", "verschoven", "verplaatsing", "moved", "rescheduled", "postponed"];

impl StrangeKey<'_> {
    /// Reports such a key on a series: what is different on one day is told in the field for that.
    pub(super) fn day_off_remark(&self) -> Option<Diagnostic> {
        let key = fold(&self.key.text.replace('_', " "));
        let (changes, repeats) = (self.field("changes")?, self.field("repeats")?);
        let line = self.line().filter(|_| self.node_of(repeats).is_some())?;
        let (days, change, open_days) = if OFF.contains(&key.as_str()) {
            let (days, open_day) = self.days_in(line)?;
            let off = Pair::new("afgelast", "cancelled").in_locale(self.locale.unwrap_or_default());
            (days, off.to_owned(), vec![open_day])
        } else if MOVED.contains(&key.as_str()) {
            let (from, to) = [" naar ", " to "].iter().find_map(|lead| line.split_once(lead))?;
            let from = ["van ", "from "].iter().find_map(|lead| from.strip_prefix(lead)).unwrap_or(from);
            let (days, open_day) = self.days_in(from.trim())?;
            let (_, open_target) = self.days_in(to.trim()).filter(|(targets, _)| targets.len() == 1)?;
            let lead = Pair::new("naar", "to").in_locale(self.locale.unwrap_or_default());
            (days, format!("{lead} {}", to.trim()), vec![open_day, open_target])
        } else {
            return None;
        };
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let lines: Vec<String> = days.iter().map(|day| format!("{day}: {change}")).collect();
        if self.node_of(changes).is_some() {
            let lines = lines.join(", ");
            return Some(remark.hint(both(
                format!("zet onder '{}': {lines}", changes.nl),
                format!("put under '{}': {lines}", changes.en),
            )));
        }
        let (prefix, indent) = (self.place.prefix(), " ".repeat(self.place.prefix().len()));
        let opening = format!("{prefix}{}:", changes.name(self.locale.unwrap_or_default()));
        let written = lines.iter().fold(opening, |written, line| format!("{written}\n{indent}  {line}"));
        let remark = remark
            .hint(both(
                format!("wat op één dag anders is, staat bij '{}'", changes.nl),
                format!("what is different on one day goes under '{}'", changes.en),
            ))
            .correction(written);
        Some(open_days.into_iter().flatten().fold(remark, Diagnostic::with_open_day))
    }

    /// Reads one or more days as they are to be written; also returns the day whose year is missing.
    fn days_in(&self, typed: &str) -> Option<(Vec<String>, Option<OpenDay>)> {
        let written = |day| date_in_words(day).in_locale(self.locale.unwrap_or_default()).to_owned();
        match parse_date(typed) {
            Ok(_) => Some((vec![typed.to_owned()], None)),
            Err(DateProblem::LooseDays(days)) => Some((days.into_iter().map(written).collect(), None)),
            Err(DateProblem::TwoDays(first, last)) if first.tomorrow().is_ok_and(|next| next == last) => {
                Some((vec![written(first), written(last)], None))
            }
            Err(DateProblem::YearMissing { day, month }) => {
                let known = PartialDay::DayAndMonth { day, month, weekday: None };
                let typed = typed.to_owned();
                let open =
                    OpenDay { typed: typed.clone(), known, is_question: false, year: MeantYear::default() };
                Some((vec![typed], Some(open)))
            }
            Err(_) => None,
        }
    }
}
