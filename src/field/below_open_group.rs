//! Keys that belong to the group above them, but are not indented; and a new day beside the old one.

use super::messages::{self, Instead};
use super::shape::FieldInfo;
use super::strange_keys::StrangeKey;
use crate::ground::{Diagnostic, both, fold, parse_date};
use crate::read::Value;

impl StrangeKey<'_> {
    /// Returns the field just above this key, or above other such keys, that has nothing after its colon.
    pub(super) fn open_group(&self) -> Option<&'static FieldInfo> {
        let at = self.mapping.entries.iter().position(|(key, _)| std::ptr::eq(key, self.key))?;
        let (known, node) = self.mapping.entries.get(..at)?.iter().rev().find_map(|(key, node)| {
            let known = self.fields().find(|field| field.is_named(&key.text))?;
            Some((known, node))
        })?;
        (node.value == Value::Absent && !known.shape.fields().is_empty()).then_some(known)
    }

    /// Reports `22 december 2026: afgelast` that is not indented below `wijzigingen`.
    pub(super) fn day_of_change_remark(&self) -> Option<Diagnostic> {
        let changes = self.field("changes")?;
        parse_date(&self.key.text).ok()?;
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let name = changes.name(self.locale.unwrap_or_default());
        let indented = format!("  {}", self.place.excerpt);
        let is_at_margin = !self.place.excerpt.starts_with([' ', '-']);
        let remark = remark.hint(messages::indented_below(&self.key.text, changes));
        Some(match self.node_of(changes).map(|node| &node.value) {
            Some(Value::Absent) if is_at_margin => remark.correction(indented),
            None if is_at_margin => remark.correction(format!("{name}:\n{indented}")),
            _ => remark,
        })
    }

    /// Reports `nieuwe_datum: 19 december 2026` on something that happens once: the day itself is the new one.
    pub(super) fn new_date_remark(&self) -> Option<Diagnostic> {
        let (date, previous, repeats) =
            (self.field("date")?, self.field("previous_date")?, self.field("repeats")?);
        let to = self.field("changes")?.shape.fields().iter().find(|field| field.en == "to")?;
        let is_new_date =
            to.is_named(&self.key.text) || matches!(fold(&self.key.text).as_str(), "nieuwe dag" | "new date");
        let day = self.line().filter(|line| parse_date(line).is_ok())?;
        (is_new_date && self.node_of(repeats).is_none()).then(|| {
            messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text).hint(both(
                format!(
                    "zet de nieuwe dag achter '{}' ({day}), en de oude achter '{}'",
                    date.nl, previous.nl
                ),
                format!(
                    "put the new day after '{}' ({day}), and the old one after '{}'",
                    date.en, previous.en
                ),
            ))
        })
    }
}
