//! Reads a rule as the value of a field, in either form.

use super::model::Rule;
use super::until_or_through::until_or_through;
use super::{messages, rrule, sentence};
use crate::field::{Fact, FieldReader, FieldValue, Shape};
use crate::ground::TimeZone;
use crate::read::Node;

/// A rule, with the text it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// What it means.
    pub rule: Rule,
    /// The text as typed.
    pub typed: String,
    /// Whether it was written in words: then it counts from the first day that fits, as people do.
    pub in_words: bool,
    rrule: String,
}

impl FieldValue for RuleText {
    const SHAPE: Shape = Shape::Rule;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?.to_owned();
        let place = || reader.place(node.span);
        let in_words = !rrule::looks_like_rrule(&typed);
        let rule = if !in_words {
            rrule::parse(&typed, reader.zone()).map_err(|why| messages::bad_rrule(place(), &why))
        } else {
            sentence::parse(&typed).map_err(|why| {
                let is_given = |key: &str| reader.is_given(key);
                let locale = reader.locale().unwrap_or_default();
                let sibling_value = |key: &str| reader.sibling_value(key);
                let context =
                    messages::RuleContext { locale, is_given: &is_given, sibling_value: &sibling_value };
                messages::bad_rule(place(), &typed, &why, &context)
            })
        };
        match rule {
            Ok(rule) => {
                if let Some(lacking) = rule.lacking(None) {
                    reader.report(messages::skipping_rule(reader.place(node.span), lacking));
                }
                let question = until_or_through(|| reader.place(node.span), &typed);
                if let Some(remark) = question.filter(|_| in_words && !rule.by_month.is_empty()) {
                    reader.report(remark);
                }
                let rrule = rule.to_rrule();
                Some(Self { rule, typed, in_words, rrule })
            }
            Err(remark) => {
                reader.report(remark);
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Group(vec![
            ("words", Some(Fact::Words(&self.typed))),
            ("rrule", Some(Fact::Words(&self.rrule))),
        ])
    }
}

/// Reads a rule in words or as calendars write it. An end with a time is read as UTC.
pub fn rule_of(text: &str) -> Option<Rule> {
    if rrule::looks_like_rrule(text) {
        rrule::parse(text, &TimeZone::UTC).ok()
    } else {
        sentence::parse(text).ok()
    }
}
