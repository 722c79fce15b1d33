//! Messages about documents, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

pub(super) fn as_list(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentAsList,
        place,
        both(
            "naast een document hoort één blok, en dit is een lijst",
            "the file beside a document holds one block, but this is a list",
        ),
    )
    .hint(both(
        "haal de streepjes weg, en geef elk document een eigen .yaml met dezelfde naam",
        "remove the dashes, and give each document a .yaml of its own with the same name",
    ))
}

pub(super) fn no_such_document(place: Place, near: Option<&str>) -> Diagnostic {
    let name = place.file.rsplit('/').next().unwrap_or("").to_owned();
    let remark = Diagnostic::new(
        Code::NoSuchDocument,
        place,
        both(
            format!("er staat geen document naast '{name}'"),
            format!("there is no document beside '{name}'"),
        ),
    );
    match near {
        Some(near) => {
            let stem = near.rsplit_once('.').map_or(near, |(stem, _)| stem);
            remark.hint(both(
                format!("hoort dit bij '{near}'? Noem het dan '{stem}.yaml'"),
                format!("does this belong to '{near}'? Then rename it to '{stem}.yaml'"),
            ))
        }
        None => remark.hint(both(
            "zet het document ernaast onder dezelfde naam, of haal dit bestand weg",
            "put the document beside it under the same name, or delete this file",
        )),
    }
}

pub(super) fn impossible_day(place: Place, day: &str) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::DocumentDay,
        place,
        both(
            format!("de dag {day} in de naam van '{file}' bestaat niet"),
            format!("the day {day} in the name of '{file}' does not exist"),
        ),
    )
    .hint(both(
        "begin de naam met de goede dag, als jaar-maand-dag: 2026-10-12-notulen-dorpsraad.pdf",
        "start the name with the right day, as year-month-day: 2026-10-12-minutes-village-council.pdf",
    ))
}

pub(super) fn same_bytes(place: Place, other: &str) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::SameBytes,
        place,
        both(
            format!("'{file}' is precies hetzelfde document als '{other}'"),
            format!("'{file}' is exactly the same document as '{other}'"),
        ),
    )
    .hint(both("één is genoeg; haal het andere weg", "one is enough; delete the other"))
}

pub(super) fn same_document(place: Place, other: &str, kind: (&str, &str)) -> Diagnostic {
    Diagnostic::new(
        Code::SameDocument,
        place,
        both(
            format!("van deze dag is er al een document van deze soort ({}): '{other}'", kind.0),
            format!("there is already a document of this kind ({}) from this day: '{other}'", kind.1),
        ),
    )
    .hint(both(
        "haal het oude weg, of zet 'concept' of 'vastgesteld' in de naam",
        "delete the old one, or put 'draft' or 'adopted' in the name",
    ))
}
