//! What is in `documents/`: what each file is called and from when it is, as its name tells.

use crate::ground::{Date, capital, parse_date, typeset};
use crate::read::MediaFile;
use crate::village::entry::Document;

/// The documents, newest first; without a day last.
pub(super) fn of(files: &[MediaFile]) -> Vec<Document> {
    let in_documents = |file: &MediaFile| {
        file.path
            .top()
            .is_some_and(|top| ["documents", "documenten"].iter().any(|name| top.eq_ignore_ascii_case(name)))
    };
    let numbered = files.iter().enumerate().filter(|(_, file)| in_documents(file));
    let mut documents: Vec<Document> = numbered
        .map(|(number, file)| {
            let (date, rest) = day_in_front(file.path.stem());
            Document { file: number, title: title_of(rest), date }
        })
        .collect();
    documents.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.title.cmp(&other.title)));
    documents
}

/// `2026-03-12-notulen`, `2026-03 begroting` and `2026 jaarverslag`: the day, and what follows.
fn day_in_front(stem: &str) -> (Option<Date>, &str) {
    for (length, filling) in [(10, ""), (7, "-01"), (4, "-01-01")] {
        let Some((front, rest)) = stem.split_at_checked(length) else { continue };
        let ends = rest.is_empty() || rest.starts_with(['-', '_', ' ']);
        let shape =
            front.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && front.starts_with(['1', '2']);
        if shape
            && ends
            && let Ok(found) = parse_date(&format!("{front}{filling}"))
        {
            return (Some(found.date), rest.trim_start_matches(['-', '_', ' ']));
        }
    }
    (None, stem)
}

fn title_of(rest: &str) -> String {
    let words = rest.replace(['-', '_'], " ");
    typeset(&capital(words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_document_tells_its_day() {
        let day = |stem| day_in_front(stem).0.map(|date| date.to_string());
        assert_eq!(day("2026-03-12-notulen").as_deref(), Some("2026-03-12"));
        assert_eq!(day("2026-03 begroting").as_deref(), Some("2026-03-01"));
        assert_eq!(day("2025-jaarverslag").as_deref(), Some("2025-01-01"));
        assert_eq!(day("statuten"), None);
        assert_eq!(day("20260312"), None);
        assert_eq!(title_of(day_in_front("2026-03-12-notulen_dorpsraad").1), "Notulen dorpsraad");
    }
}
