//! Splits an event into strands, each of which a calendar can express as one rule at one time of the day. An
//! event with several rules, other times in winter or extra days has several strands.

use std::collections::BTreeSet;

use super::days_off::DaysOff;
use super::recurrence::{Days, days_between, days_of};
use super::seasons::{Restricted, Slot, restricted_to_months, slots};
use crate::ground::{Date, DateSpan, TimeOfDay, days_from};
use crate::village::{Event, Exception, Extra, MOST_RULES, Rule, RuleText};

/// No site is older than the program: an event that repeats without a start repeats since then.
const BEGINNING: Date = Date::constant(2026, 1, 1);

/// Returns the presumed start of a repeating event that names none: one that ended before then gets its last
/// year only.
pub(super) fn presumed_start(until: Option<Date>) -> Date {
    until.filter(|until| *until < BEGINNING).map_or(BEGINNING, Date::first_of_year)
}

/// For how many years days are listed one by one, when no calendar can express them as a rule.
const YEARS_DAY_BY_DAY: i64 = 30;

/// Days by one rule, or a single day, at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Strand {
    /// What distinguishes it from the other strands of its event; empty for the first.
    pub label: String,
    /// The first day.
    pub first: Date,
    /// The rule, with its end but without a count; nothing for a single day.
    pub rule: Option<Box<Rule>>,
    /// When it begins; all day without a time.
    pub start: Option<TimeOfDay>,
    /// When it ends.
    pub end: Option<TimeOfDay>,
    /// Whether exceptions apply: they never remove extra days.
    pub(super) heeds_exceptions: bool,
}

impl Strand {
    /// Whether it is an extra day beside the rules.
    pub fn is_extra(&self) -> bool {
        self.rule.is_none() && !self.heeds_exceptions
    }
}

/// When an event takes place, before changes to single occurrences.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The strands; where two have the same day and time, the first counts.
    pub strands: Vec<Strand>,
    /// How many days each occurrence takes beyond the first.
    pub extra_days: i64,
    exceptions: Vec<Exception>,
}

/// One day of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SeriesDay {
    pub(super) day: Date,
    pub(super) strand: usize,
}

impl Series {
    /// Returns the series of an event; a single event is a series of one. Empty when no day is given, which
    /// is reported elsewhere.
    pub fn of(event: &Event, days_off: &DaysOff) -> Self {
        let exceptions = event.except.iter().flat_map(|list| list.iter());
        Self::with(event, exceptions.map(|exception| exception.value.clone()).collect(), days_off)
    }

    /// Returns the series as it would be if no exception removed a day.
    pub(super) fn without_exceptions(event: &Event, days_off: &DaysOff) -> Self {
        Self::with(event, Vec::new(), days_off)
    }

    fn with(event: &Event, exceptions: Vec<Exception>, days_off: &DaysOff) -> Self {
        let extra_days = match (&event.date, &event.end_date) {
            (Some(first), Some(last)) => days_from(first.date, last.date).max(0),
            _ => 0,
        };
        let mut series = Self { strands: Vec::new(), extra_days, exceptions };
        match &event.repeats {
            Some(rules) => {
                for (number, rule) in rules.iter().enumerate().take(MOST_RULES) {
                    series.add_rule(event, &rule.value, number);
                }
            }
            None => series.strands = event.date.iter().map(|day| single_day(event, "", day.date)).collect(),
        }
        series.limit_times(event, days_off);
        series.skip_excepted_beginnings(days_off);
        series.add_extra_days(event, days_off);
        series
    }

    /// Whether it may still take place after a day: anyone who only sees the occurrences up to that day does
    /// not see its end.
    pub fn continues_after(&self, day: Date) -> bool {
        self.strands.iter().any(|strand| match &strand.rule {
            Some(rule) => rule.until.is_none_or(|until| until > day),
            None => strand.first > day,
        })
    }

    fn add_rule(&mut self, event: &Event, text: &RuleText, number: usize) {
        let anchor = anchor(event, text);
        let last = last_by_count(&text.rule, anchor);
        let base_rule = Rule { count: None, until_time: None, ..text.rule.clone() };
        for slot in &slots(event) {
            let ends = [text.rule.last_day(slot.start), event.until.as_ref().map(|day| day.date), last];
            let base_rule = Rule { until: ends.into_iter().flatten().min(), ..base_rule.clone() };
            let label = match (number, slot.season.as_str()) {
                (0, "") => String::new(),
                (_, "") => format!("-{}", number + 1),
                (_, season) => format!("-{}-{season}", number + 1),
            };
            match restricted_to_months(&base_rule, &slot.months, anchor) {
                Restricted::Rule(rule) => self.strands.extend(rule_strand(label, rule, anchor, slot)),
                Restricted::DayByDay => self.strands.extend(day_strands(&label, &base_rule, anchor, slot)),
                Restricted::Nothing => {}
            }
        }
    }

    /// Ends the series after the number of times given: `aantal: 10` is ten occurrences that really take
    /// place.
    fn limit_times(&mut self, event: &Event, days_off: &DaysOff) {
        let Some(times) = &event.times else { return };
        let times = usize::try_from(times.value.0).unwrap_or(usize::MAX);
        let Some(first) = self.strands.iter().map(|strand| strand.first).min() else { return };
        let mut years = 1;
        let mut days = Vec::new();
        while days.len() < times && years <= 256 {
            let last = first.checked_add(DateSpan::new().years(years)).unwrap_or(Date::MAX);
            days = self.between(days_off, first, last);
            years *= 2;
        }
        let Some(last) = days.get(times.saturating_sub(1)).or(days.last()) else { return };
        self.strands.retain(|strand| strand.rule.is_some() || strand.first <= last.day);
        for rule in self.strands.iter_mut().filter_map(|strand| strand.rule.as_mut()) {
            rule.until = Some(rule.until.map_or(last.day, |until| until.min(last.day)));
        }
    }

    /// Moves the start of every strand to the first day that no exception removes: a calendar entry must
    /// begin on a day it takes place.
    fn skip_excepted_beginnings(&mut self, days_off: &DaysOff) {
        let exceptions = std::mem::take(&mut self.exceptions);
        self.strands.retain_mut(|strand| {
            let Some(rule) = &strand.rule else { return true };
            let mut days = Days::new(rule, strand.first, strand.first).take(10_000);
            let left = days.find(|day| !exceptions.iter().any(|exception| days_off.covers(exception, *day)));
            strand.first = left.unwrap_or(strand.first);
            left.is_some()
        });
        self.exceptions = exceptions;
    }

    fn add_extra_days(&mut self, event: &Event, days_off: &DaysOff) {
        for extra in event.extra.iter().flat_map(|list| list.iter()) {
            let Some(mut strand) = extra_strand(event, &extra.value) else { continue };
            let there = self.between(days_off, strand.first, strand.first);
            if there.iter().any(|it| self.strands[it.strand].start == strand.start) {
                continue;
            }
            // Entries with the same name in a calendar are the same entry (RFC 5545 section 3.8.4.7).
            if self.strands.iter().any(|other| other.label == strand.label) {
                let time =
                    strand.start.map_or_else(|| "dag".to_owned(), |start| start.iso().replace(':', ""));
                strand.label = format!("{}-{time}", strand.label);
            }
            self.strands.push(strand);
        }
    }

    /// Returns its days in a period, in chronological order, without exceptions.
    pub(super) fn between(&self, days_off: &DaysOff, from: Date, last: Date) -> Vec<SeriesDay> {
        let mut found: Vec<SeriesDay> = Vec::new();
        let mut taken = BTreeSet::new();
        let may_meet = self.strands.len() > 1;
        for (number, strand) in self.strands.iter().enumerate() {
            let days = strand.days(from, last).into_iter();
            let mut is_new = |day: Date| !may_meet || taken.insert((day, strand.start));
            let kept = days.filter(|day| !self.is_off(strand, *day, days_off) && is_new(*day));
            found.extend(kept.map(|day| SeriesDay { day, strand: number }));
        }
        found.sort_by_key(|it| (it.day, self.strands[it.strand].start, it.strand));
        found
    }

    /// Whether an earlier strand has the same time, so that two of their days may coincide.
    fn coincides_with_earlier(&self, number: usize) -> bool {
        self.strands[..number].iter().any(|earlier| earlier.start == self.strands[number].start)
    }

    /// Whether an exception removes a day from a strand.
    fn is_off(&self, strand: &Strand, day: Date, days_off: &DaysOff) -> bool {
        strand.heeds_exceptions && self.exceptions.iter().any(|exception| days_off.covers(exception, day))
    }

    /// Returns the days up to `last` that the rule of a strand produces but that do not belong to it: those
    /// of exceptions, and those that an earlier strand has at the same time.
    pub fn left_out(&self, number: usize, days_off: &DaysOff, last: Date) -> Vec<Date> {
        let Some(strand) = self.strands.get(number) else { return Vec::new() };
        if self.exceptions.is_empty() && !self.coincides_with_earlier(number) {
            return Vec::new();
        }
        let kept: BTreeSet<Date> = self
            .between(days_off, strand.first, last)
            .into_iter()
            .filter(|it| it.strand == number)
            .map(|it| it.day)
            .collect();
        strand.days(strand.first, last).into_iter().filter(|day| !kept.contains(day)).collect()
    }
}

impl Strand {
    /// Returns its days in a period, before exceptions.
    pub(super) fn days(&self, from: Date, last: Date) -> Vec<Date> {
        match &self.rule {
            Some(rule) => days_between(rule, self.first, from.max(self.first), last),
            None => (from..=last).contains(&self.first).then_some(self.first).into_iter().collect(),
        }
    }
}

fn single_day(event: &Event, label: &str, day: Date) -> Strand {
    Strand {
        label: label.to_owned(),
        first: day,
        rule: None,
        start: event.starts_at(),
        end: event.ends_at(),
        heeds_exceptions: false,
    }
}

/// Returns an extra day as a strand; times that are not given come from the event.
pub(super) fn extra_strand(event: &Event, extra: &Extra) -> Option<Strand> {
    let extra = &extra.0;
    let date = extra.date.as_ref()?;
    let strand = single_day(event, &format!("-{}", date.date), date.date);
    let start = extra.start.as_ref().map(|it| it.value.0).or(date.time).or(strand.start);
    let end = extra.end.as_ref().map(|it| it.value.0).or(strand.end);
    Some(Strand { start, end, ..strand })
}

fn rule_strand(label: String, rule: Rule, anchor: Date, slot: &Slot) -> Option<Strand> {
    let first = Days::new(&rule, anchor, anchor).next()?;
    Some(Strand {
        label,
        first,
        rule: Some(Box::new(rule)),
        start: slot.start,
        end: slot.end,
        heeds_exceptions: true,
    })
}

fn day_strands(label: &str, rule: &Rule, anchor: Date, slot: &Slot) -> Vec<Strand> {
    let last = anchor.checked_add(DateSpan::new().years(YEARS_DAY_BY_DAY)).unwrap_or(anchor);
    let days = days_of(rule, anchor, last).into_iter().filter(|day| slot.months.contains(&day.month()));
    days.map(|day| Strand {
        label: format!("{label}-{day}"),
        first: day,
        rule: None,
        start: slot.start,
        end: slot.end,
        heeds_exceptions: true,
    })
    .collect()
}

/// Returns the day from which a rule counts. Calendars count from the given day; people who say "every other
/// Thursday, from Friday on" count from the first Thursday.
fn anchor(event: &Event, text: &RuleText) -> Date {
    let until = || event.until.as_ref().map(|day| day.date).or(text.rule.until);
    let given = event.first_allowed().unwrap_or_else(|| presumed_start(until()));
    if !text.in_words || text.rule.interval == 1 {
        return given;
    }
    let every = Rule { interval: 1, ..text.rule.clone() };
    Days::new(&every, given, given).next().unwrap_or(given)
}

/// Returns the last day of a rule with a count.
fn last_by_count(rule: &Rule, anchor: Date) -> Option<Date> {
    rule.count?;
    Days::new(rule, anchor, anchor).last()
}

#[cfg(test)]
mod tests;
