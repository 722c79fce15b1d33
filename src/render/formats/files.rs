//! Files that are published as they are: assets of the theme, all documents, and the photos that pages use.

use std::collections::BTreeSet;

use crate::ground::{Address, SitePath};
use crate::read::{LinkUse, Prose, SITE_FILE};
use crate::render::edition::Edition;
use crate::render::plan::{Make, Owner, Planner};
use crate::village::{Broken, Followed};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    for asset in edition.assets.iter() {
        let bytes = asset.bytes.clone();
        planner.add(asset.address.clone(), asset.address.as_str(), move |_| Ok(bytes.clone()));
    }
    for number in used(edition) {
        let file = &edition.village.files[number];
        let owner = Owner::File(file.path.clone());
        planner.put(edition.file_addresses[number].clone(), owner, Make::Copy(file.on_disk.clone()));
    }
    planner.add(Address::file("robots.txt"), "robots.txt", |edition| {
        let sitemap = edition.base.absolute(&Address::file("sitemap.xml"));
        let sitemap = sitemap.map_or_else(String::new, |sitemap| format!("\nSitemap: {sitemap}\n"));
        Ok(format!("User-agent: *\nAllow: /\n{sitemap}").into_bytes())
    });
}

/// The numbers of the files that something on the site uses; documents are listed, so all of them are used.
fn used(edition: &Edition) -> BTreeSet<usize> {
    let village = &edition.village;
    let mut used: BTreeSet<usize> = village.documents.iter().map(|document| document.file).collect();
    used.extend(village.settings_files.iter().map(|(_, number)| *number));
    if let (Some(welcome), Some(site)) = (&village.settings.welcome, SitePath::new(SITE_FILE)) {
        let prose = &*welcome.value.0;
        used.extend(in_text(edition, &site, prose, &village.follow_all(&site, &[prose])));
    }
    for other in &edition.others {
        let shown = other.village.translations.iter().filter(|it| edition.almanac.is_shown(it.entry));
        for translated in shown {
            let entry = other.village.entry(translated.entry);
            for (prose, followed) in entry.linked_texts() {
                used.extend(in_text(other, &entry.path, prose, followed));
            }
        }
    }
    for entry in village.entries.iter().filter(|entry| edition.almanac.is_shown(entry.id)) {
        used.extend(entry.links.files.iter().map(|(_, number)| *number));
        for (prose, followed) in entry.linked_texts() {
            used.extend(in_text(edition, &entry.path, prose, followed));
        }
    }
    used
}

/// The files that a text leads to or shows.
fn in_text<'e>(
    edition: &'e Edition,
    from: &'e SitePath,
    prose: &'e Prose,
    followed: &'e [Result<Followed, Broken>],
) -> impl Iterator<Item = usize> + 'e {
    let links = prose.links.iter().map(|link| (&link.target, link.purpose == LinkUse::Picture));
    let pictures = prose.pictures.iter().map(|picture| (&picture.target, true));
    links.chain(pictures).zip(followed).filter_map(move |((target, by_name), followed)| match followed {
        Ok(Followed::File(number)) => Some(*number),
        _ if by_name => edition.village.find_file(from, target).ok(),
        _ => None,
    })
}
