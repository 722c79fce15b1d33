//! Which half of the day is meant by a time on a clock of twelve hours: `2`, `7-9pm`.

use super::{TimeOfDay, parse_time};

impl TimeOfDay {
    /// Twelve hours later, when that is on the same day.
    pub fn half_a_day_later(self) -> Option<Self> {
        Self::new(self.hour() + 12, self.minute())
    }

    /// `02.00`: the time as nobody writes it who means the afternoon.
    pub fn whole(self) -> String {
        format!("{:02}.{:02}", self.hour(), self.minute())
    }

    /// Whether this time may be twelve hours later as it stands among these words: `2.00`, and not `02.00` or `2 am`.
    pub fn may_be_later(self, words: &str) -> bool {
        (1..12).contains(&self.hour()) && !is_told_whole(words, self)
    }
}

/// Whether words tell which half of the day is meant by a time among them: `02.00`, `2 am`, `2 uur 's nachts`.
fn is_told_whole(words: &str, time: TimeOfDay) -> bool {
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

/// From when until when. What is said of the end alone holds for both: `7-9pm` are 19.00 and 21.00, `9-5pm` 9.00 and 17.00.
pub fn times_between(from: &str, until: &str) -> Option<(TimeOfDay, TimeOfDay)> {
    let (first, last) = (parse_time(from).ok()?, parse_time(until).ok()?);
    let is_halved = |text: &str| text.trim_end_matches([' ', '.']).ends_with('m');
    let is_later = is_halved(until) && !is_halved(from) && last.hour() >= 12 && first.may_be_later(from);
    let later = first.half_a_day_later().filter(|later| is_later && *later < last);
    Some((later.unwrap_or(first), last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_the_end_holds_for_both() {
        for (from, until, meant) in [
            ("7", "9pm", "19.00-21.00"),
            ("7.30", "9 p.m.", "19.30-21.00"),
            ("9", "5pm", "9.00-17.00"),
            ("11", "1pm", "11.00-13.00"),
            ("12", "2pm", "12.00-14.00"),
            ("10", "12pm", "10.00-12.00"),
            ("7", "9am", "7.00-9.00"),
            ("07.00", "9pm", "7.00-21.00"),
            ("9am", "5pm", "9.00-17.00"),
            ("7", "9", "7.00-9.00"),
        ] {
            let (first, last) = times_between(from, until).expect(from);
            assert_eq!(format!("{}-{}", first.dotted(), last.dotted()), meant, "{from}-{until}");
        }
    }

    #[test]
    fn a_nought_in_front_tells_the_half_of_the_day() {
        let two = TimeOfDay::new(2, 0).expect("a time");
        for words in ["2", "2.00", "2 uur", "5 december 2026 2.00", "van 2 tot 4"] {
            assert!(two.may_be_later(words), "{words}");
        }
        for words in ["02.00", "02:00-03:00", "2 am", "2am", "2 uur 's nachts"] {
            assert!(!two.may_be_later(words), "{words}");
        }
        assert!(!TimeOfDay::new(14, 0).expect("a time").may_be_later("14.00"));
    }
}
