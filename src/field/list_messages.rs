//! What is said of lists without their dashes, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// Several lines below a key, where each is an item of a list.
pub(super) fn dashes_missing(place: Place, lines: &[&str]) -> Diagnostic {
    let better: Vec<String> = lines
        .iter()
        .map(|line| {
            let words = line.trim_start();
            let front = &line[..line.len() - words.len()];
            format!("{front}- {}", words.trim_end())
        })
        .collect();
    Diagnostic::new(
        Code::GroupExpected,
        place,
        both(
            "hier hoort een lijst, met een streepje en een spatie voor elke regel",
            "a list is expected here, with a dash and a blank in front of every line",
        ),
    )
    .correction(better.join("\n"))
}
