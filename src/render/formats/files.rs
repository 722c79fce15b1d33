//! Files: the assets of the theme, all documents, and the photos that pages use, in several widths.

use std::sync::Arc;

use crate::ground::Address;
use crate::read::PictureKind;
use crate::render::edition::Edition;
use crate::render::pictures::{all_versions, used_files};
use crate::render::plan::{Make, Owner, Planner};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    for asset in edition.published.assets.iter() {
        let bytes = Arc::clone(&asset.bytes);
        planner.add(asset.address.clone(), asset.address.as_str(), move |_| Ok(bytes.to_vec()));
    }
    for number in used_files(edition).keys().copied() {
        let file = &edition.village.files[number];
        let owner = Owner::File(file.path.clone());
        for (address, version) in all_versions(edition, number) {
            planner.put(address, owner.clone(), Make::Picture(Box::new(version.clone())));
        }
        // An original photo may reveal where it was taken, so it is never published.
        if PictureKind::of(&file.path).is_none() {
            planner.put(edition.published.address(number).clone(), owner, Make::Copy(file.on_disk.clone()));
        }
    }
    planner.add(Address::file("robots.txt"), "robots.txt", |edition| {
        let sitemap = edition.base.absolute(&Address::file("sitemap.xml"));
        let sitemap = sitemap.map_or_else(String::new, |sitemap| format!("\nSitemap: {sitemap}\n"));
        Ok(format!("User-agent: *\nAllow: /\n{sitemap}").into_bytes())
    });
}
