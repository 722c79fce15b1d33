//! The words that people write before the day or time at which something ends.

/// The words before the last day or the end time. Longer ones come first, as one may be the start of another.
pub const BEFORE_LAST: [&str; 5] = ["tot en met ", "t/m ", "tot ", "until ", "till "];

/// The words between the first and the last day of a range.
const BETWEEN: [&str; 7] = [" t/m ", " tot en met ", " tot ", " - ", " – ", " to ", " until "];

/// Returns what comes before such words and what comes after them: `12` and `13 maart 2027`.
pub fn first_and_last(text: &str) -> Option<(&str, &str)> {
    BETWEEN.iter().find_map(|words| text.split_once(words))
}
