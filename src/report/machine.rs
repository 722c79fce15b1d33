//! Remarks for programs: JSON for editors and scripts, and the commands by which GitHub and Forgejo show a
//! remark beside its line.

use std::path::Path;

use super::shown::ShownRemark;
use crate::ground::{Json, Severity, json, pretty_json, with_slashes};

/// One JSON document: `{"version": 1, "remarks": […], "errors": 0, "warnings": 0, "notes": 0}`. Lines and
/// columns count from 1, columns in characters; `line` is 0 for a file as a whole. The sums are of all
/// remarks, also of those for which one stands behind the first hundred of its kind. Of what is wrong with the sources of a
/// portal none is left out.
pub fn json_report(remarks: &[ShownRemark]) -> String {
    let list: Vec<Json> = remarks.iter().flat_map(ShownRemark::in_full).map(one).collect();
    let count = |severity| -> usize {
        remarks.iter().filter(|told| told.severity == severity).map(|told| told.many).sum()
    };
    pretty_json(&json!({
        "version": 1,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
        "remarks": list,
    }))
}

fn one(told: &ShownRemark) -> Json {
    json!({
        "file": told.file,
        "line": told.line,
        "column": told.column,
        "length": told.length,
        "severity": told.severity.name(),
        "code": told.code,
        "message": told.message,
        "hint": told.hint,
        "correction": told.correction,
        "excerpt": told.excerpt,
    })
}

/// Workflow commands, one line each, with the village folder's own path in front of every file.
pub fn github(remarks: &[ShownRemark], folder: &Path) -> String {
    let folder = with_slashes(folder);
    let folder = folder.trim_end_matches('/');
    remarks
        .iter()
        .map(|told| {
            let file = if folder.is_empty() || folder == "." {
                told.file.clone()
            } else {
                format!("{folder}/{}", told.file)
            };
            let place = match told.line {
                0 => format!("file={}", property(&file)),
                line => format!(
                    "file={},line={line},col={},endColumn={}",
                    property(&file),
                    told.column,
                    told.column + told.length
                ),
            };
            let parts = [
                Some(told.message.clone()),
                told.hint.clone(),
                told.correction.as_ref().map(|line| format!("{}: {line}", told.correction_word())),
            ];
            let words = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
            format!("::{} {place},title={}::{}\n", told.severity.name(), property(told.code), data(&words))
        })
        .collect()
}

/// One message for GitHub that belongs to no file.
pub fn github_whole(words: &str) -> String {
    format!("::error::{}\n", data(words))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::{Code, Diagnostic, Place, Remarks, both, parse_json};
    use crate::report::{summary, told};

    #[test]
    fn people_and_programs_are_told_of_as_many() {
        let mut remarks = Remarks::default();
        for line in 1..=130 {
            let place = Place { line, column: 5, ..Place::whole("site.yaml") };
            remarks.add(Diagnostic::new(Code::SourceNotGathered, place, both("weg", "gone")));
        }
        let report = parse_json(json_report(&told(&remarks)).as_bytes()).expect("JSON");
        assert_eq!(summary(&remarks).as_deref(), Some("130 waarschuwingen"));
        assert_eq!((report["warnings"].as_u64(), report["errors"].as_u64()), (Some(130), Some(0)));
        let lines =
            report["remarks"].as_array().into_iter().flatten().filter_map(|remark| remark["line"].as_u64());
        assert!(lines.eq(1..=130), "all of them, for whoever asks their makers: {report}");
    }
}
