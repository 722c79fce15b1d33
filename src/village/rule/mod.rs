//! Recurrence rules: in words (`elke dinsdag`) or as calendars write them (RFC 5545, `FREQ=WEEKLY;BYDAY=TU`).

mod model;
mod lacking;
mod tokens;
mod sentence;
mod rrule;
mod embedded_fields;
mod intent;
mod how_often;
mod messages;
mod until_or_through;
mod takes;

/// The maximum number of rules of one event; with more, its calendar would take minutes to build.
pub const MOST_RULES: usize = 20;

pub(super) use messages::skipping_rule;
pub use model::{DayOfRule, Frequency, Rule};
pub use sentence::months_of;
pub use takes::{RuleText, rule_of};
pub use until_or_through::until_or_through;
