//! Finds rules for days that some months or years lack: such a rule skips them (RFC 5545 §3.3.10), which is
//! seldom what the user means.

use super::model::{Frequency, Rule};
use crate::ground::Date;

/// A day that some months or years lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::village) enum MissingDay {
    /// The 29th to the 31st.
    Day(i8),
    /// A fifth Monday, or another day of the week.
    Fifth,
    /// 29 February.
    LeapDay,
}

impl Rule {
    /// Returns what the months or years of this rule lack. A rule that does not name a day takes that of
    /// `start`, its first occurrence; without `start` the day is unknown.
    pub(in crate::village) fn lacking(&self, start: Option<Date>) -> Option<MissingDay> {
        let days = self.days_of_month(start);
        match self.frequency {
            Frequency::Monthly => {
                let months = self.reached_months(start);
                // A day that none of the months has is reported elsewhere: that rule never takes place.
                let some_lack = |day: &i8| {
                    let lacking = months.iter().filter(|month| usual_length(**month) < *day).count();
                    lacking > 0 && lacking < months.len()
                };
                let day = days.into_iter().find(some_lack).map(MissingDay::Day);
                day.or_else(|| self.by_day.iter().any(|day| day.nth == Some(5)).then_some(MissingDay::Fifth))
            }
            Frequency::Yearly => {
                let months = if self.by_month.is_empty() && self.by_month_day.is_empty() {
                    start.map(Date::month).into_iter().collect()
                } else {
                    self.by_month.clone()
                };
                (months == [2] && days == [29]).then_some(MissingDay::LeapDay)
            }
            Frequency::Daily | Frequency::Weekly => None,
        }
    }

    fn days_of_month(&self, start: Option<Date>) -> Vec<i8> {
        if !self.names_days() {
            return start.map(Date::day).into_iter().collect();
        }
        self.by_month_day.clone()
    }

    /// Returns the months that the rule allows and its interval reaches.
    fn reached_months(&self, start: Option<Date>) -> Vec<i8> {
        let is_named = |month: &i8| self.by_month.is_empty() || self.by_month.contains(month);
        let is_reached = |month: &i8| {
            start.is_none_or(|start| {
                let since = i32::from(*month) - i32::from(start.month());
                // A year later the same month may fall on a different step of the interval.
                (0..i32::from(self.interval)).any(|year| (since + 12 * year) % i32::from(self.interval) == 0)
            })
        };
        (1..=12).filter(is_named).filter(is_reached).collect()
    }
}

/// Returns how many days a month has in most years.
fn usual_length(month: i8) -> i8 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const END_OF_JANUARY: Date = Date::constant(2027, 1, 31);

    #[test]
    fn a_month_without_that_day_is_skipped() {
        let rule = Rule::every(Frequency::Monthly);
        assert_eq!(rule.lacking(Some(END_OF_JANUARY)), Some(MissingDay::Day(31)));
        assert_eq!(rule.lacking(Some(Date::constant(2027, 1, 28))), None);
        assert_eq!(rule.lacking(None), None, "the day is unknown");
    }

    #[test]
    fn only_the_months_the_interval_reaches_count() {
        let every = |interval| Rule { interval, ..Rule::every(Frequency::Monthly) };
        assert_eq!(every(12).lacking(Some(END_OF_JANUARY)), None, "it is always January");
        assert_eq!(every(6).lacking(Some(END_OF_JANUARY)), None, "January and July");
        assert_eq!(every(3).lacking(Some(END_OF_JANUARY)), Some(MissingDay::Day(31)), "April has 30 days");
        assert_eq!(
            every(5).lacking(Some(END_OF_JANUARY)),
            Some(MissingDay::Day(31)),
            "in time it reaches all months"
        );
    }

    #[test]
    fn the_leap_day_is_not_in_every_year() {
        let every_year = Rule::every(Frequency::Yearly);
        assert_eq!(every_year.lacking(Some(Date::constant(2028, 2, 29))), Some(MissingDay::LeapDay));
        assert_eq!(every_year.lacking(Some(Date::constant(2028, 2, 28))), None);
        let named = Rule { by_month: vec![2], by_month_day: vec![29], ..every_year.clone() };
        assert_eq!(named.lacking(None), Some(MissingDay::LeapDay));
        let at_the_end = Rule { by_month: vec![2], by_month_day: vec![-1], ..every_year };
        assert_eq!(at_the_end.lacking(None), None);
    }
}
