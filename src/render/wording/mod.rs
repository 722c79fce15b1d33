//! Days, times and rules in the words of the theme, phrased so that the program understands them when typed.

mod dates;
mod theme_words;
mod rule_words;

pub(super) use dates::{DateWords, SeveralDays, iso};
pub(super) use rule_words::RuleWords;
pub(super) use theme_words::ThemeWords;
