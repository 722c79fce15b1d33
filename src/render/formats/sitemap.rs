//! The list of pages for search engines (sitemaps.org 0.9); it needs to know where the site stands.

use super::xml::Xml;
use crate::ground::Address;
use crate::render::edition::Edition;
use crate::render::plan::Planner;
use crate::village::{Details, Entry};

/// A sitemap holds no more than this.
const LARGEST: usize = 50_000;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// The last of the formats that add pages: it lists those that were added before it.
pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if edition.base.url.is_none() {
        return;
    }
    let mut pages: Vec<Address> = planner.addresses().filter(|address| address.is_page()).cloned().collect();
    pages.sort_by_cached_key(|address| address.output_path().to_lowercase());
    let parts: Vec<Vec<Address>> = pages.chunks(LARGEST).map(<[Address]>::to_vec).collect();
    if let [only] = parts.as_slice() {
        let pages = only.clone();
        planner.add(Address::file("sitemap.xml"), "sitemap.xml", move |edition| Ok(urls(edition, &pages)));
        return;
    }
    let addresses: Vec<Address> =
        (1..=parts.len()).map(|number| Address::file(&format!("sitemap-{number}.xml"))).collect();
    for (address, pages) in addresses.iter().zip(parts) {
        planner.add(address.clone(), address.as_str(), move |edition| Ok(urls(edition, &pages)));
    }
    planner.add(Address::file("sitemap.xml"), "sitemap.xml", move |edition| Ok(index(edition, &addresses)));
}

fn urls(edition: &Edition, pages: &[Address]) -> Vec<u8> {
    Xml::document("urlset", &[NAMESPACE], |xml| {
        for page in pages {
            let Some(url) = edition.base.absolute(page) else { continue };
            let modified = edition.village.at_address(page).and_then(last_modified);
            xml.element("url", &[], |xml| {
                xml.text("loc", &[], &url);
                if let Some(day) = &modified {
                    xml.text("lastmod", &[], day);
                }
            });
        }
    })
}

fn index(edition: &Edition, sitemaps: &[Address]) -> Vec<u8> {
    Xml::document("sitemapindex", &[NAMESPACE], |xml| {
        for sitemap in sitemaps {
            if let Some(url) = edition.base.absolute(sitemap) {
                xml.element("sitemap", &[], |xml| xml.text("loc", &[], &url));
            }
        }
    })
}

fn last_modified(entry: &Entry) -> Option<String> {
    let given = entry.head.modified.as_ref().map(|day| day.date);
    let published = match &entry.details {
        Details::News(news) => news.date.as_ref().map(|day| day.date),
        _ => None,
    };
    given.or(published).map(|date| date.to_string())
}
