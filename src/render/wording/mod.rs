//! Days, times and rules in the words of the theme, so that whoever types them again is understood.

mod dates;
mod spoken;
mod rule_words;

pub(super) use dates::{DateWords, iso};
pub(super) use rule_words::RuleWords;
pub(super) use spoken::Spoken;
