//! The rule itself: the part of RFC 5545 §3.3.10 that villages need.

use std::fmt::Write;

use crate::ground::{Date, TimeOfDay, Weekday};

/// How often the clock of a rule ticks.
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

/// A day of the week, perhaps the nth of its month or year; counted from the end when negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfRule {
    /// Which one: 1 is the first, -1 the last; every one without it.
    pub nth: Option<i8>,
    /// The day of the week.
    pub weekday: Weekday,
}

impl DayOfRule {
    /// As calendars write it: `TU`, `-1FR`.
    pub fn code(&self) -> String {
        format!("{}{}", self.nth.map_or_else(String::new, |nth| nth.to_string()), code(self.weekday))
    }
}

/// A recurrence rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How often the clock ticks.
    pub frequency: Frequency,
    /// Only every so many ticks; 1 is every tick.
    pub interval: u16,
    /// On these days of the week.
    pub by_day: Vec<DayOfRule>,
    /// On these days of the month, 1 to 31; -1 is the last.
    pub by_month_day: Vec<i8>,
    /// In these months, 1 to 12.
    pub by_month: Vec<i8>,
    /// Of the days of one month only these, 1 is the first; -1 the last.
    pub by_set_pos: Vec<i16>,
    /// So many times.
    pub count: Option<u32>,
    /// Up to and including this day.
    pub until: Option<Date>,
    /// On that day only what begins at this time or before; nothing when the whole day counts.
    pub until_time: Option<TimeOfDay>,
    /// The day on which weeks begin; it matters when weeks are skipped.
    pub week_start: Weekday,
}

impl Rule {
    /// Every tick of this frequency.
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

    /// The last day of what begins at this time: a moment that ends a rule is still in it, and what begins after it is
    /// not (RFC 5545 §3.3.10). What takes all day has no time that could be after it.
    pub fn last_day(&self, start: Option<TimeOfDay>) -> Option<Date> {
        let is_after = self.until_time.zip(start).is_some_and(|(until, start)| start > until);
        self.until.map(|until| if is_after { until.yesterday().unwrap_or(until) } else { until })
    }

    /// Whether it says itself on which days it is, of the week or of the month.
    pub(in crate::village) fn names_days(&self) -> bool {
        !self.by_day.is_empty() || !self.by_month_day.is_empty()
    }

    /// The same days in the form that every reader expands rightly: days of the month are counted in months.
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

    /// As calendars write it, without an end: `FREQ=WEEKLY;BYDAY=TU`.
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

/// The two letters by which calendars know a day of the week, Monday first.
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
