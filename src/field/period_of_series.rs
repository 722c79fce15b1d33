//! A key for the period of a series: its first and last day each have a field of their own.

use super::messages::{self, Instead};
use super::strange_keys::StrangeKey;
use crate::ground::{DateProblem, Diagnostic, both, date_in_words, fold, parse_date};

impl StrangeKey<'_> {
    /// Reports `periode: 6 januari t/m 10 februari 2027` on a series without a first and a last day.
    pub(super) fn period_remark(&self) -> Option<Diagnostic> {
        const PERIOD: [&str; 6] = ["periode", "looptijd", "seizoen", "loopt", "period", "season"];
        if !PERIOD.contains(&fold(&self.key.text).as_str()) {
            return None;
        }
        let (from, until, repeats) = (self.field("from")?, self.field("until")?, self.field("repeats")?);
        let is_open = self.node_of(from).is_none() && self.node_of(until).is_none();
        let line = self.line().filter(|_| is_open && self.node_of(repeats).is_some())?;
        let Err(DateProblem::TwoDays(first, last)) = parse_date(line) else { return None };
        let locale = self.locale.unwrap_or_default();
        let (prefix, indent) = (self.place.prefix(), " ".repeat(self.place.prefix().len()));
        let written = |day| date_in_words(day).in_locale(locale).to_owned();
        let lines = format!(
            "{prefix}{}: {}\n{indent}{}: {}",
            from.name(locale),
            written(first),
            until.name(locale),
            written(last)
        );
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let hint = both(
            "de eerste en de laatste dag hebben elk een eigen regel",
            "the first and the last day each have a line of their own",
        );
        Some(remark.hint(hint).correction(lines))
    }
}
