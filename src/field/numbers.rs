//! Fields that take a number or an amount, with a decimal comma or point.

use super::fact::Fact;
use super::field_value::FieldValue;
use super::messages;
use super::no_answer::{is_yes, price_without_amount};
use super::on_a_line::lines_as_written;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::{fold, number_from_word, typeset};
use crate::read::Node;

/// A whole number from `LEAST` up to and including `MOST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WholeNumber<const LEAST: i64, const MOST: i64>(pub i64);

impl<const LEAST: i64, const MOST: i64> FieldValue for WholeNumber<LEAST, MOST> {
    const SHAPE: Shape = Shape::WholeNumber { least: LEAST, most: MOST };

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        whole_number_within(node, LEAST, MOST, reader).map(Self)
    }

    fn fact(&self) -> Fact<'_> {
        Fact::WholeNumber(self.0)
    }
}

/// Returns a whole number within bounds, both included, and reports anything else.
pub(crate) fn whole_number_within(
    node: &Node,
    least: i64,
    most: i64,
    reader: &mut FieldReader<'_>,
) -> Option<i64> {
    let typed = reader.line(node)?;
    match typed.parse::<i64>() {
        Ok(number) if (least..=most).contains(&number) => return Some(number),
        Ok(_) => reader.report(messages::number_out_of_bounds(reader.place(node.span), typed, least, most)),
        Err(_) => {
            let meant = meant_number(typed).filter(|number| (least..=most).contains(number));
            let meant = meant.map(|number| number.to_string());
            reader.report(messages::bad_number(reader.place(node.span), typed, meant));
        }
    }
    None
}

/// Returns the only number among words: `ca. 120`, `6 keer`, `80 m2`, `zes`.
fn meant_number(typed: &str) -> Option<i64> {
    let without_unit = typed.to_lowercase().replace("m2", "").replace("m²", "");
    let words = || without_unit.split_whitespace();
    let has_digit = |word: &&str| word.contains(|letter: char| letter.is_ascii_digit());
    let mut numbers = words().filter(has_digit);
    match (numbers.next(), numbers.next()) {
        (Some(number), None) => {
            let number = number.trim_matches(|letter: char| !letter.is_ascii_digit());
            match number.split_once('.') {
                Some((thousands, rest)) if rest.len() == 3 => format!("{thousands}{rest}").parse().ok(),
                _ => number.parse().ok(),
            }
        }
        (None, None) => {
            let mut known = words().filter_map(|word| number_from_word(&fold(word)));
            // `een` is also an article.
            let number = known.next().filter(|number| *number > 1 || words().count() == 1)?;
            known.next().is_none().then_some(i64::from(number))
        }
        _ => None,
    }
}

/// A number that may have a fraction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decimal(pub f64);

impl FieldValue for Decimal {
    const SHAPE: Shape = Shape::Decimal;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        match typed.replace(',', ".").parse::<f64>() {
            Ok(number) if number.is_finite() => Some(Self(number)),
            _ => {
                reader.report(messages::bad_number(reader.place(node.span), typed, None));
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Decimal(self.0)
    }
}

/// What something costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Price {
    /// Nothing.
    Free,
    /// An amount in euro cents.
    Cents(u32),
    /// In words: "vrijwillige bijdrage", "leden € 5, anderen € 7,50".
    Words(String),
}

impl FieldValue for Price {
    const SHAPE: Shape = Shape::Price;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        if matches!(
            fold(typed).as_str(),
            "gratis" | "free" | "geen" | "none" | "nee" | "no" | "vrij" | "vrije toegang"
        ) {
            return Some(Self::Free);
        }
        if is_yes(typed) {
            reader.report(price_without_amount(reader.place(node.span), typed));
            return None;
        }
        if let Some(prices) = lines_as_written(typed, node, reader).and_then(|lines| listed_prices(&lines)) {
            return Some(Self::Words(typeset(&prices)));
        }
        let amount = typed.trim_start_matches('€').trim_start_matches("EUR").trim();
        let amount = amount.trim_end_matches("euro").trim().trim_end_matches(",-").trim_end_matches(",–");
        Some(match cents(amount) {
            Some(0) => Self::Free,
            Some(cents) => Self::Cents(cents),
            None => Self::Words(typeset(typed)),
        })
    }

    fn fact(&self) -> Fact<'_> {
        match self {
            Self::Free => Fact::Cents(0),
            Self::Cents(cents) => Fact::Cents(*cents),
            Self::Words(words) => Fact::Words(words),
        }
    }
}

/// Joins lines that are a price each, `leden 5 euro` and `kinderen gratis`; other lines are one sentence.
fn listed_prices(lines: &[&str]) -> Option<String> {
    let is_price = |line: &&str| {
        let has_digit = line.contains(|letter: char| letter.is_ascii_digit());
        has_digit || fold(line).split(' ').any(|word| matches!(word, "gratis" | "free" | "vrij"))
    };
    let parts: Vec<&str> =
        lines.iter().map(|line| line.trim_start_matches(['-', ' ']).trim_end_matches([',', ';'])).collect();
    lines.iter().all(is_price).then(|| parts.join(", "))
}

/// Returns `3`, `3,5`, `3.50` and `1.250,00` in cents.
fn cents(amount: &str) -> Option<u32> {
    let (integer, fraction) = match amount.rsplit_once([',', '.']) {
        Some((integer, fraction)) if matches!(fraction.len(), 1 | 2) => (integer.replace('.', ""), fraction),
        // A comma is followed by cents, which have at most two digits.
        Some((integer, thousand)) if thousand.len() == 3 && !amount.contains(',') => {
            (format!("{}{thousand}", integer.replace('.', "")), "")
        }
        Some(_) => return None,
        None => (amount.to_owned(), ""),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if integer.is_empty() || !digits(&integer) || !digits(fraction) {
        return None;
    }
    let cents: u32 = format!("{fraction:0<2}").parse().ok()?;
    integer.parse::<u32>().ok()?.checked_mul(100)?.checked_add(cents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_among_words_is_found() {
        for (typed, meant) in [
            ("zes", 6),
            ("6 keer", 6),
            ("zes keer", 6),
            ("120 personen", 120),
            ("ca. 120", 120),
            ("80 m2", 80),
            ("80m²", 80),
            ("1.200", 1200),
            ("max.80", 80),
        ] {
            assert_eq!(meant_number(typed), Some(meant), "{typed}");
        }
        for typed in ["veel", "80-100", "80 of 100", "zes of zeven", "12,5"] {
            assert_eq!(meant_number(typed), None, "{typed}");
        }
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("3", 300),
            ("3,5", 350),
            ("3.50", 350),
            ("12,95", 1295),
            ("1.250,00", 125_000),
            ("1.250", 125_000),
            ("1.250.000", 125_000_000),
        ] {
            assert_eq!(cents(typed), Some(expected), "{typed}");
        }
        for typed in ["", "drie", "2,505", "3,505,1", "-3", "3 of 4", "99999999999"] {
            assert_eq!(cents(typed), None, "{typed}");
        }
    }
}
