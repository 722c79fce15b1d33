//! Which photos and documents the site uses.

use std::collections::BTreeMap;

use crate::ground::SitePath;
use crate::read::{LinkUse, MediaFile, PictureKind, Prose, SITE_FILE};
use crate::render::edition::Edition;
use crate::render::withdrawn::is_withdrawn;
use crate::village::{LinkError, LinkTarget};

/// The numbers of the files that the site uses, each with the path of the first text that uses it; documents
/// are listed, so all of them are used.
pub(in crate::render) fn used_files(edition: &Edition) -> &BTreeMap<usize, SitePath> {
    edition.memo.files.used.get_or_init(|| find_used(edition))
}

/// The files that are published unchanged. Photos never are: the original may reveal where it was taken.
pub fn copied_files(edition: &Edition) -> Vec<&MediaFile> {
    let used = used_files(edition).keys().map(|number| &edition.village.files[*number]);
    used.filter(|file| PictureKind::of(&file.path).is_none()).collect()
}

fn find_used(edition: &Edition) -> BTreeMap<usize, SitePath> {
    let village = &edition.village;
    let mut used = Used::default();
    if let Some(site) = SitePath::new(SITE_FILE) {
        used.add(&site, village.settings_files.iter().map(|(_, number)| *number));
        if let Some(welcome) = &village.settings.welcome {
            let prose = &*welcome.value.0;
            used.add(&site, files_in_text(edition, &site, prose, &village.follow_all(&site, &[prose])));
        }
    }
    for entry in village.entries.iter().filter(|entry| edition.almanac.is_shown(entry.id)) {
        used.add(&entry.path, entry.links.files.iter().map(|(_, number)| *number));
        for (prose, followed) in entry.linked_texts() {
            used.add(&entry.path, files_in_text(edition, &entry.path, prose, followed));
        }
    }
    for other in &edition.others {
        let shown = other.village.translations.iter().filter(|it| edition.almanac.is_shown(it.entry));
        for translated in shown {
            let entry = other.village.entry(translated.entry);
            for (prose, followed) in entry.linked_texts() {
                used.add(&translated.translation.path, files_in_text(other, &entry.path, prose, followed));
            }
        }
    }
    for document in &village.documents {
        used.add(&village.files[document.file].path, [document.file]);
    }
    used.0.retain(|number, _| !is_withdrawn(edition, *number));
    used.0
}

/// Files by number, each with the first text that uses it.
#[derive(Default)]
struct Used(BTreeMap<usize, SitePath>);

impl Used {
    fn add(&mut self, used_by: &SitePath, numbers: impl IntoIterator<Item = usize>) {
        for number in numbers {
            self.0.entry(number).or_insert_with(|| used_by.clone());
        }
    }
}

/// The files that a text links to or shows.
fn files_in_text<'e>(
    edition: &'e Edition,
    from: &'e SitePath,
    prose: &'e Prose,
    followed: &'e [Result<LinkTarget, LinkError>],
) -> impl Iterator<Item = usize> + 'e {
    let links = prose.links.iter().map(|link| (&link.target, link.purpose == LinkUse::Picture));
    let pictures = prose.pictures.iter().map(|picture| (&picture.target, true));
    links.chain(pictures).zip(followed).filter_map(move |((target, by_name), followed)| match followed {
        Ok(LinkTarget::File(number)) => Some(*number),
        _ if by_name => edition.village.find_file(from, target).ok(),
        _ => None,
    })
}
