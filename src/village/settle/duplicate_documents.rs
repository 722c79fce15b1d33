//! Reports duplicate documents: with the same bytes, or with the same kind, day and organisation.

use std::collections::HashMap;

use super::document_messages as messages;
use crate::ground::{Fingerprint, Place, Remarks};
use crate::village::document::{Document, Precision};
use crate::village::entry::Village;

/// Reports every duplicate once, and names the document whose path comes first as the original.
pub(super) fn report(village: &Village, remarks: &mut Remarks) {
    let mut in_order: Vec<&Document> = village.documents.iter().collect();
    in_order.sort_by_key(|document| document.file);
    let path = |document: &Document| village.files[document.file].path.as_str();
    let mut by_bytes: HashMap<(u64, Fingerprint), &Document> = HashMap::new();
    let mut by_meaning: HashMap<_, &Document> = HashMap::new();
    for document in in_order {
        let file = &village.files[document.file];
        let place = || Place::of_file(file.path.shared());
        if let Some(mark) = file.twin_mark {
            let first = *by_bytes.entry((file.bytes, mark)).or_insert(document);
            if first.file != document.file {
                remarks.add(messages::same_bytes(place(), path(first)));
                continue;
            }
        }
        if let Some(meaning) = meaning_of(document) {
            let first = *by_meaning.entry(meaning).or_insert(document);
            if first.file != document.file {
                let kind = document.kind.as_ref();
                let known = kind.and_then(|kind| kind.known);
                let typed = kind.map_or("", |kind| kind.typed.as_str());
                let words = known.map_or((typed, typed), |word| (word.label.nl, word.label.en));
                remarks.add(messages::same_document(place(), path(first), words));
            }
        }
    }
}

/// Returns the properties of which there should be one document: kind, day, organisation and status. The rest
/// of the name counts too: a budget may be for this year or the next, and other words may say whose it is.
fn meaning_of(document: &Document) -> Option<impl Eq + std::hash::Hash + use<'_>> {
    let (day, precision) = document.date?;
    let kind = document.kind.as_ref()?.id();
    let adopted = document.status.map(|status| status as u8);
    let rest =
        if document.organisation.is_some() { numbers_in(&document.rest) } else { document.rest.clone() };
    (precision == Precision::Day).then_some((kind, day, document.organisation, adopted, rest))
}

/// Returns the words that are numbers.
fn numbers_in(words: &str) -> String {
    let numbers = words.split(' ').filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    numbers.collect::<Vec<_>>().join(" ")
}
