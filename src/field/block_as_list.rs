//! Reports a block of fields with dashes in front, where one block fits: `contact:` with `- naam: Jan` below it.

use super::messages::words_expected;
use super::shape::FieldInfo;
use crate::ground::{Code, Diagnostic, Place, both};
use crate::read::{Key, Node, Value};

/// Returns the diagnostic about a list of fields of one block; `None` if the items hold anything else.
pub(super) fn block_as_list(place: &Place, node: &Node, fields: &[FieldInfo]) -> Option<Diagnostic> {
    let Value::List(items) = &node.value else { return None };
    let mut lines: Vec<(&Key, &str)> = Vec::new();
    for item in items {
        let Value::Map(inside) = &item.value else { return None };
        for (key, node) in &inside.entries {
            let Value::Scalar(line) = &node.value else { return None };
            fields.iter().find(|field| field.is_named(&key.text))?;
            lines.push((key, line.trim()));
        }
    }
    let remark = Diagnostic::new(Code::GroupExpected, place.clone(), words_expected());
    let is_twice = |at: usize| lines[..at].iter().any(|(key, _)| key.text == lines[at].0.text);
    if (0..lines.len()).any(is_twice) {
        return Some(remark.hint(both(
            "hier past er één, zonder streepje ervoor; noem de andere in de tekst",
            "only one fits here, without a dash in front; mention the others in the text",
        )));
    }
    let indent = " ".repeat(place.prefix().find('-').unwrap_or(place.prefix().len()).max(2));
    let written: Vec<String> =
        lines.iter().map(|(key, line)| format!("{indent}{}: {line}", key.text)).collect();
    Some(remark.hint(both("haal de streepjes weg", "remove the dashes")).correction(written.join("\n")))
}
