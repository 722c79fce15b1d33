//! Explains with the contract why a page lacks a name: it is only empty there, or it is written wrongly.

use super::Templates;
use crate::ground::{Diagnostic, closest};
use crate::render::absent_messages::{empty_here, field_missing, name_missing};
use crate::render::recorded::{Lacking, given_names, lacking, near_root};
use crate::theme::defined_names;

impl Templates {
    /// Explains why a page made with this template lacks a name; `None` if the contract does not help.
    pub(super) fn absent_name(&self, page: &str, report: &tera::ReportError) -> Option<Diagnostic> {
        let (message, marked) = (report.message(), report.span().range.clone());
        let it = self.written.get(report.filename())?;
        let (text, file) = (&*it.template.text, report.filename());
        if message.starts_with("Variable `") {
            let typed = message.split('`').nth(1)?;
            // What another template knows differs per page, and the mistake is the same on all of them.
            let given = given_names(it.template.name.as_str())?;
            let near = near_root(typed, given.iter().copied().chain(defined_names(text)));
            return Some(name_missing(
                self.place(file, marked.start, self.end_of(report)),
                typed,
                near.as_deref(),
                &given,
            ));
        }
        if !message.starts_with("Field `") {
            return None;
        }
        let start = start_of_name(text, marked.start)?;
        let name = text.get(start..marked.end)?;
        let root = name.split('.').next()?;
        if defined_names(text).contains(&root) {
            return None;
        }
        // The engine lists the fields of a group that exists.
        let group_exists = message.contains("Available fields: ");
        let parts = name.split('.').count() - 1;
        match lacking(page, name, if group_exists { parts } else { parts.checked_sub(1)? })? {
            Lacking::Empty(empty) => Some(empty_here(self.place(file, start, start + empty.len()), empty)),
            Lacking::Unknown(fields) => {
                let typed = name.rsplit('.').next()?;
                let near = closest(typed, fields.iter().copied());
                // A list of what this page has, is in the engine's own words.
                if near.is_none() && group_exists {
                    return None;
                }
                Some(field_missing(self.place(file, marked.start, marked.end), typed, near, &fields))
            }
        }
    }
}

/// Returns where the name begins of which a part begins at this byte; `None` if it is of something in brackets.
fn start_of_name(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let start = before.trim_end_matches(is_part).len();
    Some(start).filter(|start| !text.get(*start..).is_some_and(|name| name.starts_with('.')))
}
