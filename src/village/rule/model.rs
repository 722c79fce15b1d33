//! The recurrence rule itself: the part of RFC 5545 §3.3.10 that villages need.

use std::fmt::Write;

use crate::ground::{Date, TimeOfDay, Weekday};

/// The unit of time in which a rule repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

/// A day of the week, or only the nth one of its month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfRule {
    /// Which one: 1 is the first, -1 the last; `None` means every one.
    pub nth: Option<i8>,
    /// The day of the week.
    pub weekday: Weekday,
}

impl DayOfRule {
    /// Returns it as calendars write it: `TU`, `-1FR`.
    pub fn code(&self) -> String {
        format!("{}{}", self.nth.map_or_else(String::new, |nth| nth.to_string()), code(self.weekday))
    }
}

/// A recurrence rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The unit of time in which it repeats.
    pub frequency: Frequency,
    /// The number of units from one step to the next; 1 means every unit.
    pub interval: u16,
    /// Only on these days of the week.
    pub by_day: Vec<DayOfRule>,
    /// Only on these days of the month, 1 to 31; -1 is the last.
    pub by_month_day: Vec<i8>,
    /// Only in these months, 1 to 12.
    pub by_month: Vec<i8>,
    /// Of the days found in one month, only these: 1 is the first, -1 the last.
    pub by_set_pos: Vec<i16>,
    /// The number of occurrences.
    pub count: Option<u32>,
    /// Up to and including this day.
    pub until: Option<Date>,
    /// The latest start on that last day; `None` if the whole day counts.
    pub until_time: Option<TimeOfDay>,
    /// The day on which weeks start; this matters when weeks are skipped.
    pub week_start: Weekday,
}

impl Rule {
    /// Returns the rule that repeats once per unit of this frequency, without an end.
    pub fn every(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_month: Vec::new(),
            by_set_pos: Vec::new(),
            count: None,
            until: None,
            until_time: None,
            week_start: Weekday::Monday,
        }
    }

    /// Returns the last day for an event that starts at this time. A start at the very moment that ends a rule
    /// is included, a later one is not (RFC 5545 §3.3.10). An all-day event has no start time.
    pub fn last_day(&self, start: Option<TimeOfDay>) -> Option<Date> {
        let is_after = self.until_time.zip(start).is_some_and(|(until, start)| start > until);
        self.until.map(|until| if is_after { until.yesterday().unwrap_or(until) } else { until })
    }

    /// Whether the rule itself names its days, of the week or of the month.
    pub(in crate::village) fn names_days(&self) -> bool {
        !self.by_day.is_empty() || !self.by_month_day.is_empty()
    }

    /// Returns a rule for the same days that every calendar program expands correctly, month by month.
    pub fn portable(&self) -> Self {
        let mut rule = self.clone();
        if rule.by_month_day.is_empty() {
            return rule;
        }
        match rule.frequency {
            Frequency::Daily if rule.interval == 1 => rule.frequency = Frequency::Monthly,
            Frequency::Yearly if rule.by_month.is_empty() => rule.by_month = (1..=12).collect(),
            _ => {}
        }
        rule
    }

    /// Returns it as calendars write it, without an end: `FREQ=WEEKLY;BYDAY=TU`.
    pub fn to_rrule(&self) -> String {
        let mut text = format!(
            "FREQ={}",
            match self.frequency {
                Frequency::Daily => "DAILY",
                Frequency::Weekly => "WEEKLY",
                Frequency::Monthly => "MONTHLY",
                Frequency::Yearly => "YEARLY",
            }
        );
        let numbers = |numbers: &[i16]| numbers.iter().map(i16::to_string).collect::<Vec<_>>().join(",");
        let wide = |numbers: &[i8]| numbers.iter().map(|number| i16::from(*number)).collect::<Vec<_>>();
        if self.interval > 1 {
            let _ = write!(text, ";INTERVAL={}", self.interval);
        }
        if self.week_start != Weekday::Monday {
            let _ = write!(text, ";WKST={}", code(self.week_start));
        }
        if !self.by_month.is_empty() {
            let _ = write!(text, ";BYMONTH={}", numbers(&wide(&self.by_month)));
        }
        if !self.by_month_day.is_empty() {
            let _ = write!(text, ";BYMONTHDAY={}", numbers(&wide(&self.by_month_day)));
        }
        if !self.by_day.is_empty() {
            let days = self.by_day.iter().map(DayOfRule::code);
            let _ = write!(text, ";BYDAY={}", days.collect::<Vec<_>>().join(","));
        }
        if !self.by_set_pos.is_empty() {
            let _ = write!(text, ";BYSETPOS={}", numbers(&self.by_set_pos));
        }
        text
    }
}

/// The two-letter codes for the days of the week in calendars, Monday first.
pub(super) const CODES: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

fn code(weekday: Weekday) -> &'static str {
    CODES.iter().find(|(_, known)| *known == weekday).map_or("MO", |(code, _)| code)
}
