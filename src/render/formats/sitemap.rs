//! The list of pages for search engines (sitemaps.org 0.9); it needs the address of the site.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::redirects::old_addresses;
use super::xml::Xml;
use crate::ground::Address;
use crate::render::edition::Edition;
use crate::render::plan::Planner;
use crate::village::{Details, Entry};

/// The most addresses a sitemap may hold.
const LARGEST: usize = 50_000;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// The pages of a site; sorted when the first sitemap is requested.
struct Pages {
    added: Vec<Address>,
    in_order: OnceLock<Vec<Address>>,
}

impl Pages {
    fn part(&self, number: usize) -> &[Address] {
        let pages = self.in_order.get_or_init(|| {
            let mut pages = self.added.clone();
            pages.sort_by_cached_key(|address| address.output_path().to_lowercase());
            pages
        });
        pages.chunks(LARGEST).nth(number).unwrap_or_default()
    }
}

/// Adds the sitemaps. Comes after the formats that add pages, because it lists what they added.
pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if edition.base.url.is_none() {
        return;
    }
    // Old addresses only redirect: search engines should list the new ones.
    let old: BTreeSet<Address> = old_addresses(edition).map(|former| former.address).collect();
    let is_listed = |address: &&Address| address.is_page() && !old.contains(*address);
    let added: Vec<Address> = planner.addresses().filter(is_listed).cloned().collect();
    let parts = added.len().div_ceil(LARGEST);
    let pages = Arc::new(Pages { added, in_order: OnceLock::new() });
    let whole = Address::file("sitemap.xml");
    if parts <= 1 {
        planner.add(whole, "sitemap.xml", move |edition| Ok(urls(edition, pages.part(0))));
        return;
    }
    let addresses: Vec<Address> =
        (1..=parts).map(|number| Address::file(&format!("sitemap-{number}.xml"))).collect();
    for (number, address) in addresses.iter().enumerate() {
        let pages = Arc::clone(&pages);
        planner.add(address.clone(), address.as_str(), move |edition| Ok(urls(edition, pages.part(number))));
    }
    planner.add(whole, "sitemap.xml", move |edition| Ok(index(edition, &addresses)));
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
        Details::Venue(_) | Details::Event(_) | Details::Organisation(_) | Details::Page(_) => None,
    };
    given.or(published).map(|date| date.to_string())
}
