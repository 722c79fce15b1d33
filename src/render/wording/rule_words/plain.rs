//! Reduces a rule to its plainest form: in order, with a day of its own, and no more parts than it needs.

use crate::ground::{Date, Weekday};
use crate::village::{DayOfRule, Frequency, Rule};

/// The same days in the form in which people would say them. A rule without a day uses that of `start`.
pub(super) fn simplified(rule: &Rule, start: Option<Date>) -> Rule {
    let mut rule = rule.clone();
    let numbered = !rule.by_month_day.is_empty() && rule.frequency != Frequency::Weekly;
    let counts = matches!(rule.frequency, Frequency::Monthly | Frequency::Yearly) && !numbered;
    if !counts {
        rule.by_day.iter_mut().for_each(|day| day.nth = None);
    }
    if rule.frequency != Frequency::Monthly {
        rule.by_set_pos.clear();
    }
    if let Some(start) = start {
        take_day(&mut rule, start);
    }
    in_order(&mut rule);
    without_set(&mut rule);
    if rule.interval < 2 {
        rule.frequency = plainest(&rule);
    }
    rule
}

/// Takes the day of the week, month or year from `start`.
fn take_day(rule: &mut Rule, start: Date) {
    if !rule.by_day.is_empty() || !rule.by_month_day.is_empty() {
        return;
    }
    match rule.frequency {
        Frequency::Daily => {}
        Frequency::Weekly => rule.by_day = vec![DayOfRule { nth: None, weekday: start.weekday() }],
        Frequency::Monthly => rule.by_month_day = vec![start.day()],
        Frequency::Yearly => {
            rule.by_month_day = vec![start.day()];
            if rule.by_month.is_empty() {
                rule.by_month = vec![start.month()];
            }
        }
    }
}

/// Puts each list in the order in which its days occur.
fn in_order(rule: &mut Rule) {
    let in_time = |nth: i16| (nth < 0, nth);
    rule.by_day
        .sort_by_key(|day| (day.weekday.to_monday_zero_offset(), in_time(day.nth.unwrap_or(0).into())));
    rule.by_day.dedup();
    rule.by_month_day.sort_by_key(|day| in_time((*day).into()));
    rule.by_month_day.dedup();
    rule.by_month.sort_unstable();
    rule.by_month.dedup();
    rule.by_set_pos.sort_by_key(|position| in_time(*position));
    rule.by_set_pos.dedup();
}

/// Resolves needless sets: the second of all Tuesdays is the second Tuesday, that of all days the 2nd.
fn without_set(rule: &mut Rule) {
    let positions: Option<Vec<i8>> =
        rule.by_set_pos.iter().map(|position| i8::try_from(*position).ok()).collect();
    let Some(positions) = positions.filter(|positions| !positions.is_empty()) else { return };
    if !rule.by_month_day.is_empty() || rule.by_day.iter().any(|day| day.nth.is_some()) {
        return;
    }
    match rule.by_day.as_slice() {
        [DayOfRule { weekday, .. }] => {
            let weekday: Weekday = *weekday;
            rule.by_day = positions.iter().map(|nth| DayOfRule { nth: Some(*nth), weekday }).collect();
        }
        days if days.len() == 7 => {
            rule.by_day.clear();
            rule.by_month_day = positions;
        }
        _ => return,
    }
    rule.by_set_pos.clear();
}

/// The frequency that people would name, for rules without an interval.
fn plainest(rule: &Rule) -> Frequency {
    let has_numbers = !rule.by_month_day.is_empty();
    let has_weekdays = !rule.by_day.is_empty() && rule.by_day.iter().all(|day| day.nth.is_none());
    match rule.frequency {
        Frequency::Daily if has_numbers => Frequency::Monthly,
        Frequency::Yearly if has_numbers && rule.by_month.is_empty() => Frequency::Monthly,
        _ if has_weekdays && !has_numbers && rule.by_set_pos.is_empty() => Frequency::Weekly,
        frequency => frequency,
    }
}
