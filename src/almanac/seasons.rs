//! Parts of the year: a rule restricted to some months, so that each part can have its own times.

use std::collections::BTreeSet;

use crate::ground::{Date, TimeOfDay};
use crate::village::{Event, Exception, Frequency, Rule};

/// Months with the times that apply in them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    /// What distinguishes it from the others: the months named, sorted so that it stays the same when they
    /// are listed in another order. Empty for the ordinary part.
    pub(super) season: String,
    /// Months of the year, 1 to 12.
    pub(super) months: Vec<i8>,
    pub(super) start: Option<TimeOfDay>,
    pub(super) end: Option<TimeOfDay>,
}

/// Returns the parts of the year of an event: first the ordinary one, then those with other times. Months
/// without the event are in none of them; a month named twice belongs to the first part that names it.
pub(super) fn slots(event: &Event) -> Vec<Slot> {
    let exceptions = event.except.iter().flat_map(|list| list.iter());
    let mut taken: Vec<i8> = exceptions
        .filter_map(|exception| match &exception.value {
            Exception::Months(months) => Some(months.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    let ordinary_end = event.ends_at();
    let mut slots = Vec::new();
    for other in event.other_times.iter().flat_map(|list| list.iter()) {
        let named = other.months.iter().flat_map(|months| months.value.0.iter().copied());
        let named: Vec<i8> = named.collect();
        let season = BTreeSet::from_iter(&named).into_iter().map(i8::to_string).collect::<Vec<_>>().join("+");
        let months: Vec<i8> = named.into_iter().filter(|month| !taken.contains(month)).collect();
        taken.extend(&months);
        let start = other.start.as_ref().map(|start| start.value.0).or(event.starts_at());
        let end = other.end.as_ref().map(|end| end.value.0).or(ordinary_end);
        slots.push(Slot { season, months, start, end });
    }
    let months = (1..=12).filter(|month| !taken.contains(month)).collect();
    let (season, start) = (String::new(), event.starts_at());
    slots.insert(0, Slot { season, months, start, end: ordinary_end });
    slots
}

/// What remains of a rule restricted to some months.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Restricted {
    /// A rule.
    Rule(Rule),
    /// Nothing.
    Nothing,
    /// Days that no rule can express, such as "the 20th Monday of the year, but not in May".
    DayByDay,
}

/// Restricts a rule to some months.
pub(super) fn restricted_to_months(rule: &Rule, months: &[i8], anchor: Date) -> Restricted {
    if months.len() == 12 {
        return Restricted::Rule(rule.clone());
    }
    let own: Vec<i8> = match rule.by_month.as_slice() {
        [] if rule.frequency == Frequency::Yearly => {
            if rule.by_day.iter().any(|day| day.nth.is_some()) {
                return Restricted::DayByDay;
            }
            let has_days = !rule.by_day.is_empty() || !rule.by_month_day.is_empty();
            if has_days { (1..=12).collect() } else { vec![anchor.month()] }
        }
        [] => (1..=12).collect(),
        named => named.to_vec(),
    };
    let left: Vec<i8> = own.into_iter().filter(|month| months.contains(month)).collect();
    if left.is_empty() {
        Restricted::Nothing
    } else {
        Restricted::Rule(Rule { by_month: left, ..rule.clone() })
    }
}
