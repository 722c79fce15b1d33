//! Photos of which the last day went by: they are on no page any more, whoever asks for them.

use std::collections::BTreeSet;

use super::edition::Edition;

/// The numbers of the files that may not be on the site any more.
pub(super) fn withdrawn(edition: &Edition) -> &BTreeSet<usize> {
    edition.memo.withdrawn.get_or_init(|| {
        let all = edition.village.pictures_with_an_end().into_iter();
        all.filter(|(_, picture, _)| picture.is_over(edition.almanac.today))
            .map(|(.., number)| number)
            .collect()
    })
}

/// Whether a file may not be on the site any more.
pub(super) fn is_withdrawn(edition: &Edition, number: usize) -> bool {
    withdrawn(edition).contains(&number)
}
