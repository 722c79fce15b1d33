//! A time of day: how it is written, and which half of the day a time on a twelve-hour clock means.

use super::civil::{Date, DateTime};

/// A time of day in whole minutes after midnight, from 0.00 up to and including 24.00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// 24.00: the end of the day.
    pub const END_OF_DAY: Self = Self(24 * 60);

    /// Returns a time, if it exists on a clock.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        (minute < 60 && minutes <= 24 * 60).then_some(Self(minutes))
    }

    /// Returns the minutes after midnight, 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// Returns the hour, 0 to 24.
    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    /// Returns the minute within the hour.
    pub fn minute(self) -> u16 {
        self.0 % 60
    }

    /// Returns the moment of this time on a day; 24.00 is the midnight that ends the day.
    pub fn on(self, day: Date) -> DateTime {
        let clock = i8::try_from(self.hour() % 24).unwrap_or(0);
        let minute = i8::try_from(self.minute()).unwrap_or(0);
        let day = if self == Self::END_OF_DAY { day.tomorrow().unwrap_or(day) } else { day };
        day.at(clock, minute, 0, 0)
    }

    /// Returns the time as machines read it: `19:30`.
    pub fn iso(self) -> String {
        format!("{:02}:{:02}", self.hour(), self.minute())
    }

    /// Returns the time as it is written in Dutch: `19.30`.
    pub fn dotted(self) -> String {
        format!("{}.{:02}", self.hour(), self.minute())
    }

    /// Returns the time twelve hours later, when that is on the same day.
    pub fn half_a_day_later(self) -> Option<Self> {
        Self::new(self.hour() + 12, self.minute())
    }

    /// Returns the time with two digits for the hour, `02.00`, which cannot mean the afternoon.
    pub fn padded(self) -> String {
        format!("{:02}.{:02}", self.hour(), self.minute())
    }

    /// Whether this time, written as in `words`, may mean twelve hours later: `2.00`, but not
    /// `02.00` or `2 am`.
    pub fn may_mean_afternoon(self, words: &str) -> bool {
        (1..12).contains(&self.hour()) && !says_half_of_day(words, self)
    }
}

/// Whether words say which half of the day a time among them is in: `02.00`, `2 am`, `2 uur 's nachts`.
fn says_half_of_day(words: &str, time: TimeOfDay) -> bool {
    let lower = words.to_lowercase();
    let hour = format!("{:02}", time.hour());
    let begins = |at: usize| !lower[..at].ends_with(|c: char| c.is_ascii_digit());
    let ends = |at: usize| !lower[at + 2..].starts_with(|c: char| c.is_ascii_digit());
    let has_nought = time.hour() < 10 && lower.match_indices(&hour).any(|(at, _)| begins(at) && ends(at));
    let has_half =
        lower.split(|c: char| c.is_whitespace() || c.is_ascii_digit() || "-–,;()".contains(c)).any(|word| {
            matches!(word, "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "nachts" | "ochtends" | "morgens")
        });
    has_nought || has_half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leading_zero_settles_which_half_of_the_day_is_meant() {
        let two = TimeOfDay::new(2, 0).expect("a time");
        for words in ["2", "2.00", "2 uur", "5 december 2026 2.00", "van 2 tot 4"] {
            assert!(two.may_mean_afternoon(words), "{words}");
        }
        for words in ["02.00", "02:00-03:00", "2 am", "2am", "2 uur 's nachts"] {
            assert!(!two.may_mean_afternoon(words), "{words}");
        }
        assert!(!TimeOfDay::new(14, 0).expect("a time").may_mean_afternoon("14.00"));
    }
}
