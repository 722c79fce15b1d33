//! Numbers as they are written in each language: `1.234,5` in Dutch and its neighbours, `1,234.5` in English.

use crate::ground::Language;

/// Writes numbers in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    point: char,
    thousands: char,
}

impl Numbers {
    pub(super) fn of(language: Language) -> Self {
        let point = language.decimal_mark();
        Self { point, thousands: if point == ',' { '.' } else { ',' } }
    }

    /// Formats a whole number: `1.234`.
    pub(super) fn whole(self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::with_capacity(digits.len() * 4 / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(self.thousands);
            }
            out.push(digit);
        }
        out
    }

    /// Formats an amount of money in cents: `1.240` or `3,50`.
    pub(super) fn amount(self, cents: u64) -> String {
        match cents % 100 {
            0 => self.whole(cents / 100),
            rest => format!("{}{}{rest:02}", self.whole(cents / 100), self.point),
        }
    }

    /// Formats hundredths without trailing zeros: `52,18`.
    pub(super) fn hundredths(self, number: u64) -> String {
        let (whole, rest) = (self.whole(number / 100), number % 100);
        match (rest, rest % 10) {
            (0, _) => whole,
            (_, 0) => format!("{whole}{}{}", self.point, rest / 10),
            _ => format!("{whole}{}{rest:02}", self.point),
        }
    }

    /// Formats hours for a table: `1.234,5`, always with one decimal, so that they line up. Zero is `0` and
    /// not `0,0`, so that it does not look like an amount.
    pub(super) fn hours(self, minutes: u64) -> String {
        let tenths = (minutes + 3) / 6;
        match tenths {
            0 => "0".to_owned(),
            _ => format!("{}{}{}", self.whole(tenths / 10), self.point, tenths % 10),
        }
    }

    /// Formats hours for a sentence: whole hours from ten on, below that with one decimal where it counts.
    pub(super) fn about_hours(self, minutes: u64) -> String {
        match minutes {
            0..570 => self.hundredths((minutes + 3) / 6 * 10),
            _ => self.whole((minutes + 30) / 60),
        }
    }

    /// Formats hours for a chart and the table beside it, which show the same: with one decimal when the
    /// total is small, and whole when it is large; less than an hour is then `<1` and not `0`.
    pub(super) fn hours_among(self, minutes: u64, all: u64) -> String {
        match (minutes, all) {
            (_, 0..6000) => self.hours(minutes),
            (1..60, _) => "<1".to_owned(),
            _ => self.whole((minutes + 30) / 60),
        }
    }

    /// Formats hours for a spreadsheet: `1234,50`.
    pub(super) fn plain_hours(self, minutes: u64) -> String {
        let hundredths = (minutes * 100 + 30) / 60;
        format!("{}{}{:02}", hundredths / 100, self.point, hundredths % 100)
    }
}

/// Returns a part of a whole as a whole percentage.
pub(super) fn percent(part: u64, whole: u64) -> u64 {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_formatted_as_people_write_them() {
        let (nl, en) = (Numbers::of(Language::Dutch), Numbers::of(Language::English));
        for (number, dutch) in [(0, "0"), (12, "12"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567")]
        {
            assert_eq!(nl.whole(number), dutch);
        }
        assert_eq!((nl.hours(74_070), en.hours(74_070)), ("1.234,5".to_owned(), "1,234.5".to_owned()));
        assert_eq!(Numbers::of(Language::German).hours(74_070), "1.234,5");
        assert_eq!((nl.hours(60), nl.hours(20), nl.hours(0)), ("1,0".into(), "0,3".into(), "0".into()));
        assert_eq!((nl.hundredths(5218), nl.hundredths(150)), ("52,18".into(), "1,5".into()));
        assert_eq!(
            (nl.about_hours(90), nl.about_hours(60), nl.about_hours(0)),
            ("1,5".into(), "1".into(), "0".into())
        );
        assert_eq!((nl.hours_among(90, 5999), nl.hours_among(0, 90)), ("1,5".into(), "0".into()));
        assert_eq!((nl.hours_among(90, 6000), nl.hours_among(20, 6000)), ("2".into(), "<1".into()));
        assert_eq!((nl.about_hours(569), nl.about_hours(630)), ("9,5".into(), "11".into()));
        assert_eq!(nl.plain_hours(74_085), "1234,75");
        assert_eq!((percent(1, 3), percent(2, 3), percent(0, 0)), (33, 67, 0));
    }
}
