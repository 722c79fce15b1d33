//! Photos that must stay off the site: those past their last day appear on no page, whatever uses them, and
//! those that show children are left out when someone shares a page.

use std::collections::BTreeSet;

use super::edition::Edition;
use crate::village::{Entry, Picture};

/// The numbers of the files that may no longer be on the site.
pub(super) fn withdrawn(edition: &Edition) -> &BTreeSet<usize> {
    edition.memo.files.withdrawn.get_or_init(|| {
        let with_an_end = edition.village.expiring_pictures().into_iter();
        with_an_end
            .filter(|(_, picture, _)| picture.is_over(edition.almanac.today))
            .map(|(.., number)| number)
            .collect()
    })
}

/// Whether a file may no longer be on the site.
pub(super) fn is_withdrawn(edition: &Edition, number: usize) -> bool {
    withdrawn(edition).contains(&number)
}

/// Whether a picture may be included when someone shares its page. A photo that is marked once as showing
/// children is excluded wherever the same file is shown.
pub(super) fn may_be_shared(edition: &Edition, entry: Option<&Entry>, picture: &Picture) -> bool {
    let with_children = edition.memo.files.with_children.get_or_init(|| {
        let marked = edition.village.pictures().filter(|(_, picture)| !picture.may_be_shared());
        marked.filter_map(|(entry, picture)| edition.village.file_of_picture(entry, picture)).collect()
    });
    let number = edition.village.file_of_picture(entry, picture);
    picture.may_be_shared() && number.is_none_or(|number| !with_children.contains(&number))
}
