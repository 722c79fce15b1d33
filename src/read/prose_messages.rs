//! What is said of Markdown that was nearly written right, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// A word behind a fence that is nearly one that is known.
pub(super) fn unknown_insert(place: Place, word: &str, near: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownInsert,
        place,
        both(
            format!("een blok '{word}' is niet bekend; het staat nu als programmatekst op de site"),
            format!("a block '{word}' is not known; it is on the site as program text now"),
        ),
    )
    .hint(both(format!("bedoel je '{near}'?"), format!("do you mean '{near}'?")))
}

/// `line` begins with so many `#`, and right behind them a word.
pub(super) fn heading_without_blank(place: Place, line: &str, marks: usize) -> Diagnostic {
    let (signs, words) = line.split_at(marks);
    Diagnostic::new(
        Code::HeadingWithoutBlank,
        place,
        both(
            format!("dit is nog geen kop: de '{signs}' staat nu gewoon op de site"),
            format!("this is no heading yet: the '{signs}' is on the site as it is"),
        ),
    )
    .hint(both(format!("zet een spatie achter '{signs}'"), format!("put a blank behind '{signs}'")))
    .correction_with(Some(&format!("{signs} {words}")))
}

/// `[words] (target)`.
pub(super) fn link_with_blank(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen link: de haken staan nu gewoon op de site",
            "this is no link yet: the brackets are on the site as they are",
        ),
    )
    .hint(both("haal de spatie tussen '] (' weg", "take away the blank in '] ('"))
    .correction_with(Some(&typed.replacen("] (", "](", 1)))
}
