//! Finds first or last working days of a month that are public holidays: a rule only counts Mondays to
//! Fridays.

use super::days_off::DaysOff;
use super::derive::Almanac;
use crate::ground::{Code, Date, Diagnostic, Place, WORKDAYS, both, date_in_words, days_later};
use crate::read::Source;
use crate::village::{Event, Rule, Village};

/// Reports the first such day to come of each event.
pub(super) fn on_holidays(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    for (entry, event) in village.all::<Event>() {
        let rules = event.repeats.iter().flat_map(|rules| rules.iter());
        let Some((rule, is_first)) = rules
            .filter(|rule| rule.in_words)
            .find_map(|rule| Some((rule, counts_working_days(&rule.rule)?)))
        else {
            continue;
        };
        let of_event = almanac.of_event(entry.id).filter(|it| it.change.is_none());
        let days = of_event.filter(|it| it.first_day >= almanac.today).map(|it| it.first_day);
        let is_off = |day: &Date| almanac.days_off.is_public_holiday(*day);
        let (Some(day), Some(file)) = (days.filter(is_off).min(), source.text(&entry.path)) else { continue };
        let instead = working_day(day, is_first, &almanac.days_off);
        remarks.push(holiday_remark(file.place(rule.span), day, instead, event.changes.is_some()));
    }
    remarks
}

/// Whether a rule picks one of the days from Monday to Friday, counted from the beginning (`true`) or from
/// the end.
fn counts_working_days(rule: &Rule) -> Option<bool> {
    let is_working = rule.by_day.len() == WORKDAYS.len()
        && rule.by_day.iter().all(|day| day.nth.is_none() && WORKDAYS.contains(&day.weekday));
    rule.by_set_pos.first().filter(|_| is_working).map(|position| *position > 0)
}

/// Returns the nearest working day, later or earlier.
fn working_day(day: Date, later: bool, days_off: &DaysOff) -> Date {
    let step = if later { 1 } else { -1 };
    let is_free = |day: &Date| !WORKDAYS.contains(&day.weekday()) || days_off.is_public_holiday(*day);
    (1..=14).map(|count| days_later(day, count * step)).find(|day| !is_free(day)).unwrap_or(day)
}

fn holiday_remark(place: Place, day: Date, instead: Date, has_changes: bool) -> Diagnostic {
    let (on, to) = (date_in_words(day), date_in_words(instead));
    let is_english = place.prefix().len() < place.excerpt.len()
        && ["repeat", "recurrence"].iter().any(|key| place.excerpt.trim_start().starts_with(key));
    let indent = " ".repeat(place.prefix().len());
    let lines = match is_english {
        true => format!("{}\n{indent}changes:\n{indent}  {}: to {}", place.excerpt, on.en, to.en),
        false => format!("{}\n{indent}wijzigingen:\n{indent}  {}: naar {}", place.excerpt, on.nl, to.nl),
    };
    let is_whole = place.excerpt.trim_start_matches([' ', '-']).contains(": ");
    let remark = Diagnostic::new(
        Code::WorkingDayOff,
        place,
        both(
            format!("{} is een feestdag, en telt hier mee als werkdag", on.nl),
            format!("{} is a public holiday, but counts as a working day here", on.en),
        ),
    )
    .hint(both(
        format!("is het dan op {}, zet dat dan bij 'wijzigingen'; is het dan niet, schrijf dan: behalve: feestdagen", to.nl),
        format!("if it is on {} instead, put that under 'changes'; if it does not take place, write: except: public holidays", to.en),
    ));
    if is_whole && !has_changes { remark.correction(lines) } else { remark }
}
