//! What is said of files that another program spoiled, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// Two versions of the same lines, that a program left for people to choose from; so many further down.
pub(super) fn two_versions(place: Place, others: usize) -> Diagnostic {
    let hint = match others {
        0 => both(
            "laat één van de twee staan en haal de drie regels met <<<<<<<, ======= en >>>>>>> weg",
            "keep one of the two, and take away the three lines with <<<<<<<, ======= and >>>>>>>",
        ),
        1 => both(
            "laat steeds één van de twee staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg; verderop staat het nog een keer zo",
            "keep one of the two each time, and take away the lines with <<<<<<<, ======= and >>>>>>>; there is one more further down",
        ),
        more => both(
            format!(
                "laat steeds één van de twee staan en haal de regels met <<<<<<<, ======= en >>>>>>> weg; verderop staat het nog {more} keer zo"
            ),
            format!(
                "keep one of the two each time, and take away the lines with <<<<<<<, ======= and >>>>>>>; there are {more} more further down"
            ),
        ),
    };
    let message = both("hier staan twee versies door elkaar", "two versions are mixed up here");
    Diagnostic::new(Code::TwoVersions, place, message).hint(hint)
}

/// A sign that no program can show as it was meant; so many other lines have one as well.
pub(super) fn unreadable(place: Place, meant: Option<String>, others: usize) -> Diagnostic {
    let hint = match others {
        0 => both(
            "typ het opnieuw; zo'n teken komt mee uit Word of een pdf",
            "type it again; such a sign comes along from Word or a PDF",
        ),
        1 => both(
            "typ het opnieuw; op nog een regel in dit bestand staat er ook een",
            "type it again; one more line of this file has one as well",
        ),
        more => both(
            format!("typ het opnieuw; op nog {more} regels in dit bestand staat er ook een"),
            format!("type it again; {more} more lines of this file have one as well"),
        ),
    };
    let remark = Diagnostic::new(
        Code::UnreadableSign,
        place,
        both("hier staat een teken dat niemand kan lezen", "there is a sign here that nobody can read"),
    )
    .hint(hint);
    match meant {
        Some(line) => remark.correction(line),
        None => remark,
    }
}

/// Letters that another program garbled; so many other lines have them as well.
pub(super) fn garbled(place: Place, meant: &str, others: usize) -> Diagnostic {
    let typed = place.marked();
    let hint = match others {
        0 => both(
            "dat gebeurt als een ander programma de tekst verkeerd heeft gelezen",
            "that happens when another program misread the text",
        ),
        1 => both(
            "op nog een regel in dit bestand staat het ook zo",
            "one more line of this file has it as well",
        ),
        more => both(
            format!("op nog {more} regels in dit bestand staat het ook zo"),
            format!("{more} more lines of this file have it as well"),
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
