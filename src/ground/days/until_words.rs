//! The words by which people say up to which day or time something is.

/// In front of the last day or the time at which it ends. The longer ones come first: one may be the beginning of another.
pub const BEFORE_LAST: [&str; 5] = ["tot en met ", "t/m ", "tot ", "until ", "till "];

/// Between the first and the last of days that follow each other.
const BETWEEN: [&str; 7] = [" t/m ", " tot en met ", " tot ", " - ", " – ", " to ", " until "];

/// What stands in front of such words and what behind them: `12` and `13 maart 2027`.
pub fn first_and_last(text: &str) -> Option<(&str, &str)> {
    BETWEEN.iter().find_map(|words| text.split_once(words))
}
