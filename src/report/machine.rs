//! Diagnostics for programs: JSON for editors and scripts, and the workflow commands with which GitHub and
//! Forgejo show a diagnostic next to its line.

use std::path::Path;

use super::shown::ShownRemark;
use crate::ground::{Json, Severity, json, pretty_json, with_slashes};

/// Returns one JSON document: `{"version": 1, "remarks": […], "errors": 0, "warnings": 0, "notes": 0}`. Lines
/// and columns count from 1, columns in characters; `line` is 0 for a file as a whole. The counts include the
/// diagnostics beyond the first hundred of a kind in a file, which are not listed; those about the sources of
/// a portal are all listed.
pub fn json_report(remarks: &[ShownRemark]) -> String {
    let list: Vec<Json> = remarks.iter().flat_map(ShownRemark::in_full).map(remark_json).collect();
    let count = |severity| -> usize {
        remarks.iter().filter(|remark| remark.severity == severity).map(|remark| remark.many).sum()
    };
    pretty_json(&json!({
        "version": 1,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
        "remarks": list,
    }))
}

fn remark_json(remark: &ShownRemark) -> Json {
    json!({
        "file": remark.file,
        "line": remark.line,
        "column": remark.column,
        "length": remark.length,
        "severity": remark.severity.name(),
        "code": remark.code,
        "message": remark.message,
        "hint": remark.hint,
        "correction": remark.correction,
        "excerpt": remark.excerpt,
    })
}

/// Returns workflow commands, one line each, with the path of the village folder in front of every file.
pub fn github(remarks: &[ShownRemark], folder: &Path) -> String {
    let folder = with_slashes(folder);
    let folder = folder.trim_end_matches('/');
    remarks
        .iter()
        .map(|remark| {
            let file = if folder.is_empty() || folder == "." {
                remark.file.clone()
            } else {
                format!("{folder}/{}", remark.file)
            };
            let place = match remark.line {
                0 => format!("file={}", escaped_property(&file)),
                line => format!(
                    "file={},line={line},col={},endColumn={}",
                    escaped_property(&file),
                    remark.column,
                    remark.column + remark.length
                ),
            };
            let parts = [
                Some(remark.message.clone()),
                remark.hint.clone(),
                remark.correction.as_ref().map(|line| format!("{}: {line}", remark.correction_word())),
            ];
            let words = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
            format!(
                "::{} {place},title={}::{}\n",
                remark.severity.name(),
                escaped_property(remark.code),
                escaped_data(&words)
            )
        })
        .collect()
}

/// Returns one error for GitHub that belongs to no file.
pub fn github_general(words: &str) -> String {
    format!("::error::{}\n", escaped_data(words))
}

/// Escapes a text for the message of a workflow command.
fn escaped_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a text for a property of a workflow command.
fn escaped_property(text: &str) -> String {
    escaped_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::{Code, Diagnostic, Place, Remarks, both, parse_json};
    use crate::report::{shown_remarks, summary};

    #[test]
    fn people_and_programs_get_the_same_counts() {
        let mut remarks = Remarks::default();
        for line in 1..=130 {
            let place = Place { line, column: 5, ..Place::of_file("site.yaml") };
            remarks.add(Diagnostic::new(Code::SourceNotGathered, place, both("weg", "gone")));
        }
        let report = parse_json(json_report(&shown_remarks(&remarks)).as_bytes()).expect("JSON");
        assert_eq!(summary(&remarks).as_deref(), Some("130 waarschuwingen"));
        assert_eq!((report["warnings"].as_u64(), report["errors"].as_u64()), (Some(130), Some(0)));
        let lines =
            report["remarks"].as_array().into_iter().flatten().filter_map(|remark| remark["line"].as_u64());
        assert!(lines.eq(1..=130), "every one of them is listed: {report}");
    }
}
