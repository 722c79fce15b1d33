//! How something comes back: a rule as people say it (`elke dinsdag`, `om de week op donderdag`) or as calendars
//! write it (RFC 5545, `FREQ=WEEKLY;BYDAY=TU`).

mod model;
mod lacking;
mod tokens;
mod sentence;
mod rrule;
mod apart;
mod meant;
mod messages;
mod until_or_through;
mod takes;

/// So many rules one event has at most; of more, the calendar of a single event would take minutes to make.
pub const MOST_RULES: usize = 20;

pub(super) use messages::maybe_last;
pub use model::{DayOfRule, Frequency, Rule};
pub use sentence::months_of;
pub use takes::{RuleText, rule_of};
pub use until_or_through::until_or_through;
