//! Turns a rule into days (RFC 5545 §3.3.10, as python-dateutil reads it): period by period, and in each
//! period the days that the rule asks for.

use crate::ground::{Date, DateSpan, Weekday, days_from};
use crate::village::{Frequency, Rule};

/// How many years beyond its start a rule is followed: what has not happened by then never does.
const FAR: i64 = 400;

/// Returns the days of a rule from `start` up to and including `last`, in order. The rule's own end and count
/// are respected. A rule whose first day is not `start` begins on the first day that fits.
pub fn days_of(rule: &Rule, start: Date, last: Date) -> Vec<Date> {
    days_between(rule, start, start, last)
}

/// Returns the days of a rule from `from` up to and including `last`.
pub(super) fn days_between(rule: &Rule, start: Date, from: Date, last: Date) -> Vec<Date> {
    Days::new(rule, start, from).take_while(|day| *day <= last).filter(|day| *day >= from).collect()
}

/// The days of a rule, one after the other.
pub(super) struct Days<'r> {
    rule: &'r Rule,
    start: Date,
    end: Date,
    period: Option<Date>,
    ready: std::vec::IntoIter<Date>,
    left: u32,
}

impl<'r> Days<'r> {
    /// Creates the iterator over the days from `start` on; when there is no count, it begins not long before
    /// `from`.
    pub(super) fn new(rule: &'r Rule, start: Date, from: Date) -> Self {
        let first = first_period(rule, start);
        let period = if rule.count.is_some() || from <= start {
            Some(first)
        } else {
            period_before(rule, first, from)
        };
        let far = start.max(from).checked_add(DateSpan::new().years(FAR)).unwrap_or(Date::MAX);
        let end = rule.until.map_or(far, |until| until.min(far));
        Self { rule, start, end, period, ready: Vec::new().into_iter(), left: rule.count.unwrap_or(u32::MAX) }
    }
}

impl Iterator for Days<'_> {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        while self.left > 0 {
            if let Some(day) = self.ready.next() {
                if day < self.start {
                    continue;
                }
                self.left -= 1;
                return (day <= self.end).then_some(day);
            }
            let first = self.period.filter(|first| *first <= self.end)?;
            self.ready = days_in_period(self.rule, first, self.start).into_iter();
            self.period = next_period(self.rule, first, 1);
        }
        None
    }
}

/// Returns the first day of the period that contains `start`.
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

/// Returns the last period of the rule that begins on or before `from`.
fn period_before(rule: &Rule, first: Date, from: Date) -> Option<Date> {
    let years = i64::from(from.year()) - i64::from(first.year());
    let passed = match rule.frequency {
        Frequency::Daily => days_from(first, from),
        Frequency::Weekly => days_from(first, from) / 7,
        Frequency::Monthly => years * 12 + i64::from(from.month()) - i64::from(first.month()),
        Frequency::Yearly => years,
    };
    next_period(rule, first, passed.max(0) / i64::from(rule.interval))
}

/// Returns the first day of the period that comes `steps` later.
fn next_period(rule: &Rule, first: Date, steps: i64) -> Option<Date> {
    let units = i64::from(rule.interval).checked_mul(steps)?;
    let span = DateSpan::new();
    let step = match rule.frequency {
        Frequency::Daily => span.try_days(units),
        Frequency::Weekly => span.try_weeks(units),
        Frequency::Monthly => span.try_months(units),
        Frequency::Yearly => span.try_years(units),
    };
    first.checked_add(step.ok()?).ok()
}

/// Returns the days that fit in the period that begins on `first`, in order.
fn days_in_period(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    let mut days = match rule.frequency {
        Frequency::Daily => fitting_day(rule, first).into_iter().collect(),
        Frequency::Weekly => days_in_week(rule, first, start),
        Frequency::Monthly => days_in_month(rule, first, start),
        Frequency::Yearly => days_in_year(rule, first, start),
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

/// Returns the day if it fits: for a daily rule, all parts are filters.
fn fitting_day(rule: &Rule, day: Date) -> Option<Date> {
    let of_month = rule.by_month_day.is_empty()
        || rule.by_month_day.iter().any(|number| nth_day(day, *number) == Some(day));
    (month_fits(rule, day) && weekday_fits(rule, day) && of_month).then_some(day)
}

fn days_in_week(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
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

fn days_in_month(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
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
        None => every_weekday(wanted.weekday, first, first.last_of_month()),
    });
    named.collect()
}

fn days_in_year(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    let has_nth = rule.by_day.iter().any(|day| day.nth.is_some());
    if has_nth && rule.by_month.is_empty() {
        return rule
            .by_day
            .iter()
            .filter_map(|wanted| nth_weekday_of_year(first, wanted.nth?, wanted.weekday))
            .collect();
    }
    // Without a day of its own, a rule falls on the day it began; without a month, in that month.
    let plain = rule.by_day.is_empty() && rule.by_month_day.is_empty();
    let months: Vec<i8> = match rule.by_month.as_slice() {
        [] if plain => vec![start.month()],
        [] => (1..=12).collect(),
        months => months.to_vec(),
    };
    let firsts = months.into_iter().filter_map(|month| Date::new(first.year(), month, 1).ok());
    firsts.flat_map(|first| days_of_month(rule, first, start)).collect()
}

/// Returns the day with this number in the month of `any`, counted from the end when negative.
fn nth_day(any: Date, number: i8) -> Option<Date> {
    let length = any.days_in_month();
    let day = if number > 0 { number } else { length + 1 + number };
    (1..=length).contains(&day).then(|| Date::new(any.year(), any.month(), day).ok()).flatten()
}

fn every_weekday(weekday: Weekday, first: Date, last: Date) -> Vec<Date> {
    let ahead = weekday.since(first.weekday());
    let mut days = Vec::new();
    let mut day = first.checked_add(DateSpan::new().days(ahead)).ok();
    while let Some(here) = day.filter(|here| *here <= last) {
        days.push(here);
        day = here.checked_add(DateSpan::new().weeks(1)).ok();
    }
    days
}

fn nth_weekday_of_year(first: Date, nth: i8, weekday: Weekday) -> Option<Date> {
    let days = every_weekday(weekday, first.first_of_year(), first.last_of_year());
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
    fn rules_that_villages_use_give_the_right_days() {
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
    fn a_rule_may_match_rarely_or_never() {
        assert_eq!(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", "2126-01-01"), [""; 0]);
        assert_eq!(days("elk jaar op 29 februari", "2026-01-01", "2030-01-01"), ["2028-02-29"]);
    }

    #[test]
    fn a_later_start_gives_the_same_days() {
        for text in [
            "om de week op donderdag",
            "elke 5 dagen",
            "elke 7 weken op maandag en vrijdag",
            "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31",
            "FREQ=YEARLY;INTERVAL=3;BYDAY=20MO",
            "FREQ=DAILY;INTERVAL=3;COUNT=200",
        ] {
            let rule = rule_of(text).expect("a rule");
            let day = |text: &str| text.parse().expect("a day");
            let (start, from, last) = (day("2026-02-05"), day("2027-06-18"), day("2036-01-01"));
            let all = days_of(&rule, start, last).into_iter().filter(|day| *day >= from).collect::<Vec<_>>();
            assert_eq!(days_between(&rule, start, from, last), all, "{text}");
        }
    }
}
