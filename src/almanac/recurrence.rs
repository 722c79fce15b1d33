//! A rule becomes days (RFC 5545 §3.3.10, as python-dateutil reads it): period by period, and in each period the
//! days that the rule asks for.

use crate::ground::{Date, DateSpan, Weekday};
use crate::village::{Frequency, Rule};

/// The days of a rule from `start` on, up to and including `last`, in order. The rule's own end and count are
/// heeded. A rule whose first day is not `start` begins on the first day that fits.
pub fn days_of(rule: &Rule, start: Date, last: Date) -> Vec<Date> {
    let last = rule.until.map_or(last, |until| until.min(last));
    let most = rule.count.map_or(usize::MAX, |count| usize::try_from(count).unwrap_or(usize::MAX));
    let mut days = Vec::new();
    let mut period = Some(first_period(rule, start));
    while let Some(first) = period.filter(|first| *first <= last && days.len() < most) {
        let room = most - days.len();
        let fitting = in_period(rule, first, start).into_iter().filter(|day| *day >= start && *day <= last);
        days.extend(fitting.take(room));
        period = next_period(rule, first);
    }
    days
}

/// Whether a rule has any day at all within a hundred years.
pub fn ever_happens(rule: &Rule, start: Date) -> bool {
    let far = start.checked_add(DateSpan::new().years(100)).unwrap_or(Date::MAX);
    let once = Rule { count: Some(1), ..rule.clone() };
    !days_of(&once, start, far).is_empty()
}

/// The first day of the period that `start` lies in.
fn first_period(rule: &Rule, start: Date) -> Date {
    match rule.frequency {
        Frequency::Daily => start,
        Frequency::Weekly => {
            let since = start.weekday().since(rule.week_start);
            start.checked_sub(DateSpan::new().days(since)).unwrap_or(start)
        }
        Frequency::Monthly => start.first_of_month(),
        Frequency::Yearly => start.first_of_year(),
    }
}

fn next_period(rule: &Rule, first: Date) -> Option<Date> {
    let interval = i64::from(rule.interval);
    let step = match rule.frequency {
        Frequency::Daily => DateSpan::new().days(interval),
        Frequency::Weekly => DateSpan::new().weeks(interval),
        Frequency::Monthly => DateSpan::new().months(interval),
        Frequency::Yearly => DateSpan::new().years(interval),
    };
    first.checked_add(step).ok()
}

/// The days that fit in the period that begins on `first`, in order.
fn in_period(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    let mut days = match rule.frequency {
        Frequency::Daily => fitting_day(rule, first).into_iter().collect(),
        Frequency::Weekly => in_week(rule, first, start),
        Frequency::Monthly => in_month(rule, first, start),
        Frequency::Yearly => in_year(rule, first, start),
    };
    days.sort();
    days.dedup();
    days
}

fn month_fits(rule: &Rule, day: Date) -> bool {
    rule.by_month.is_empty() || rule.by_month.contains(&day.month())
}

fn weekday_fits(rule: &Rule, day: Date) -> bool {
    rule.by_day.is_empty() || rule.by_day.iter().any(|wanted| wanted.weekday == day.weekday())
}

/// For a rule that ticks every day, all parts are filters.
fn fitting_day(rule: &Rule, day: Date) -> Option<Date> {
    let of_month = rule.by_month_day.is_empty()
        || rule.by_month_day.iter().any(|number| nth_day(day, *number) == Some(day));
    (month_fits(rule, day) && weekday_fits(rule, day) && of_month).then_some(day)
}

fn in_week(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    let wanted: Vec<Weekday> = match rule.by_day.as_slice() {
        [] => vec![start.weekday()],
        days => days.iter().map(|day| day.weekday).collect(),
    };
    let days = wanted.into_iter().filter_map(|weekday| {
        let offset = weekday.since(rule.week_start);
        first.checked_add(DateSpan::new().days(offset)).ok()
    });
    days.filter(|day| month_fits(rule, *day)).collect()
}

fn in_month(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    if !month_fits(rule, first) {
        return Vec::new();
    }
    let mut days = days_of_month(rule, first, start);
    if rule.by_set_pos.is_empty() {
        return days;
    }
    days.sort();
    days.dedup();
    let length = i16::try_from(days.len()).unwrap_or(i16::MAX);
    let positions = rule.by_set_pos.iter().filter_map(|position| {
        let index = if *position > 0 { position - 1 } else { length + position };
        days.get(usize::try_from(index).ok()?).copied()
    });
    positions.collect()
}

fn days_of_month(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    if !rule.by_month_day.is_empty() {
        let numbered = rule.by_month_day.iter().filter_map(|number| nth_day(first, *number));
        return numbered.filter(|day| weekday_fits(rule, *day)).collect();
    }
    if rule.by_day.is_empty() {
        return nth_day(first, start.day()).into_iter().collect();
    }
    let named = rule.by_day.iter().flat_map(|wanted| match wanted.nth {
        Some(nth) => first.nth_weekday_of_month(nth, wanted.weekday).into_iter().collect(),
        None => every(wanted.weekday, first, first.last_of_month()),
    });
    named.collect()
}

fn in_year(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    let has_nth = rule.by_day.iter().any(|day| day.nth.is_some());
    if has_nth && rule.by_month.is_empty() {
        return rule
            .by_day
            .iter()
            .filter_map(|wanted| nth_of_year(first, wanted.nth?, wanted.weekday))
            .collect();
    }
    // Without a day of its own a rule falls on the day it began; without a month, in that month.
    let plain = rule.by_day.is_empty() && rule.by_month_day.is_empty();
    let months: Vec<i8> = match rule.by_month.as_slice() {
        [] if plain => vec![start.month()],
        [] => (1..=12).collect(),
        months => months.to_vec(),
    };
    let firsts = months.into_iter().filter_map(|month| Date::new(first.year(), month, 1).ok());
    firsts.flat_map(|first| days_of_month(rule, first, start)).collect()
}

/// The numbered day of the month that `any` lies in, counted from the end when negative.
fn nth_day(any: Date, number: i8) -> Option<Date> {
    let length = any.days_in_month();
    let day = if number > 0 { number } else { length + 1 + number };
    (1..=length).contains(&day).then(|| Date::new(any.year(), any.month(), day).ok()).flatten()
}

fn every(weekday: Weekday, first: Date, last: Date) -> Vec<Date> {
    let ahead = weekday.since(first.weekday());
    let mut days = Vec::new();
    let mut day = first.checked_add(DateSpan::new().days(ahead)).ok();
    while let Some(here) = day.filter(|here| *here <= last) {
        days.push(here);
        day = here.checked_add(DateSpan::new().weeks(1)).ok();
    }
    days
}

fn nth_of_year(first: Date, nth: i8, weekday: Weekday) -> Option<Date> {
    let days = every(weekday, first.first_of_year(), first.last_of_year());
    let length = i8::try_from(days.len()).ok()?;
    let index = if nth > 0 { nth - 1 } else { length + nth };
    days.get(usize::try_from(index).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::village::rule_of;

    fn days(rule: &str, start: &str, last: &str) -> Vec<String> {
        let day = |text: &str| text.parse().expect("a day");
        let rule = rule_of(rule).expect("a rule");
        days_of(&rule, day(start), day(last)).into_iter().map(|day| day.to_string()).collect()
    }

    #[test]
    fn rules_as_villages_have_them() {
        assert_eq!(
            days("elke dinsdag", "2026-11-23", "2026-12-08"),
            ["2026-11-24", "2026-12-01", "2026-12-08"]
        );
        assert_eq!(
            days("om de week op donderdag", "2026-11-26", "2026-12-31"),
            ["2026-11-26", "2026-12-10", "2026-12-24"]
        );
        assert_eq!(
            days("elke laatste vrijdag van de maand", "2026-11-01", "2027-01-31"),
            ["2026-11-27", "2026-12-25", "2027-01-29"]
        );
        assert_eq!(
            days("laatste dag van de maand", "2028-01-01", "2028-03-31"),
            ["2028-01-31", "2028-02-29", "2028-03-31"]
        );
        assert_eq!(
            days("elke maand op de 31e", "2026-01-01", "2026-06-01"),
            ["2026-01-31", "2026-03-31", "2026-05-31"]
        );
        assert_eq!(days("elk jaar op 27 april", "2026-11-23", "2028-12-31"), ["2027-04-27", "2028-04-27"]);
        assert_eq!(
            days("eerste werkdag van de maand", "2027-01-01", "2027-03-01"),
            ["2027-01-01", "2027-02-01", "2027-03-01"]
        );
        assert_eq!(
            days("elke zaterdag in april t/m oktober", "2026-10-20", "2027-04-10"),
            ["2026-10-24", "2026-10-31", "2027-04-03", "2027-04-10"]
        );
        assert_eq!(
            days("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO;COUNT=3", "2026-11-22", "2027-01-01"),
            ["2026-11-22", "2026-11-23", "2026-12-06"]
        );
        assert_eq!(days("FREQ=YEARLY;BYDAY=-1MO", "2026-01-01", "2027-12-31"), ["2026-12-28", "2027-12-27"]);
    }

    #[test]
    fn a_rule_may_never_happen() {
        let start = "2026-01-01".parse().expect("a day");
        let never = rule_of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").expect("a rule");
        assert!(!ever_happens(&never, start));
        let rarely = rule_of("elk jaar op 29 februari").expect("a rule");
        assert!(ever_happens(&rarely, start));
    }
}
