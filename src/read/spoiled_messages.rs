//! The messages about files that another program damaged, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// A merge conflict: two versions of the same lines. `others` counts the further ones in the file.
pub(super) fn two_versions(place: Place, others: usize) -> Diagnostic {
    let hint = match others {
        0 => both(
            "laat één van de twee staan en haal de drie regels met <<<<<<<, ======= en >>>>>>> weg",
            "keep one of the two, and delete the three lines with <<<<<<<, ======= and >>>>>>>",
        ),
        1 => both(
            "laat steeds één van de twee staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg; verderop staat het nog een keer zo",
            "keep one of the two each time, and delete the lines with <<<<<<<, ======= and >>>>>>>; there is one more further down",
        ),
        more => both(
            format!(
                "laat steeds één van de twee staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg; verderop staat het nog {more} keer zo"
            ),
            format!(
                "keep one of the two each time, and delete the lines with <<<<<<<, ======= and >>>>>>>; there are {more} more further down"
            ),
        ),
    };
    let message = both("hier staan twee versies door elkaar", "two versions are mixed up here");
    Diagnostic::new(Code::TwoVersions, place, message).hint(hint)
}

/// A character that no program can show as intended. `others` counts the other lines with one.
pub(super) fn unreadable(place: Place, meant: Option<String>, others: usize) -> Diagnostic {
    let hint = match others {
        0 => both(
            "typ het opnieuw; zo'n teken komt mee uit Word of een pdf",
            "type it again; such characters come along when you copy from Word or a PDF",
        ),
        1 => both(
            "typ het opnieuw; op nog een regel in dit bestand staat er ook een",
            "type it again; one more line in this file has one too",
        ),
        more => both(
            format!("typ het opnieuw; op nog {more} regels in dit bestand staat er ook een"),
            format!("type it again; {more} more lines in this file have one too"),
        ),
    };
    let remark = Diagnostic::new(
        Code::UnreadableSign,
        place,
        both("hier staat een teken dat niemand kan lezen", "there is an unreadable character here"),
    )
    .hint(hint);
    match meant {
        Some(line) => remark.correction(line),
        None => remark,
    }
}

/// Letters that another program garbled. `others` counts the other lines with such letters.
pub(super) fn garbled(place: Place, meant: &str, others: usize) -> Diagnostic {
    let typed = place.marked();
    let hint = match others {
        0 => both(
            "dat gebeurt als een ander programma de tekst verkeerd heeft gelezen",
            "this happens when another program misreads the text",
        ),
        1 => both(
            "op nog een regel in dit bestand staat het ook zo",
            "one more line in this file has the same problem",
        ),
        more => both(
            format!("op nog {more} regels in dit bestand staat het ook zo"),
            format!("{more} more lines in this file have the same problem"),
        ),
    };
    Diagnostic::new(
        Code::GarbledLetters,
        place,
        both(format!("'{typed}' zijn verminkte letters"), format!("'{typed}' are garbled letters")),
    )
    .hint(hint)
    .correction(meant)
}
