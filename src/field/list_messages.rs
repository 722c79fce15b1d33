//! Messages about lists without their dashes, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// Reports several lines below a key that should be items of a list.
pub(super) fn dashes_missing(place: Place, lines: &[&str]) -> Diagnostic {
    let with_dashes: Vec<String> = lines
        .iter()
        .map(|line| {
            let words = line.trim_start();
            let indent = &line[..line.len() - words.len()];
            format!("{indent}- {}", words.trim_end())
        })
        .collect();
    Diagnostic::new(
        Code::GroupExpected,
        place,
        both(
            "hier hoort een lijst, met een streepje en een spatie voor elke regel",
            "a list is expected here, with a dash and a space in front of every line",
        ),
    )
    .correction(with_dashes.join("\n"))
}
