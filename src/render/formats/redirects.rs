//! Old addresses: a small page that redirects, for hosts without redirects of their own, with a link for
//! people.

use crate::ground::Address;
use crate::read::Span;
use crate::render::addresses::Section;
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Make, Owner, Planner, Rendered};
use crate::village::{AliasAddress, Entry, EntryId};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    for OldAddress { address, entry, span } in old_addresses(edition) {
        let old_address = address.clone();
        let make = Make::Page(Box::new(move |edition: &Edition| make(edition, &old_address, entry)));
        planner.put(address, Owner::Former(entry, span), make);
    }
}

/// An earlier address of an entry on the site.
pub(super) struct OldAddress {
    pub(super) address: Address,
    pub(super) entry: EntryId,
    /// Where the file of the entry says so.
    span: Span,
}

/// Returns every earlier address of an entry on the site, as its file lists them.
pub(super) fn old_addresses(edition: &Edition) -> impl Iterator<Item = OldAddress> {
    let shown = edition.village.entries.iter().filter(|entry| edition.almanac.is_shown(entry.id));
    shown.flat_map(|entry| {
        let aliases = entry.head.aliases.iter().flat_map(|list| list.iter());
        aliases.map(|alias| OldAddress {
            address: alias_address(edition, entry, &alias.value),
            entry: entry.id,
            span: alias.span,
        })
    })
}

fn alias_address(edition: &Edition, entry: &Entry, alias: &AliasAddress) -> Address {
    match alias {
        AliasAddress::Slug(slug) => {
            address_of(entry.kind().address(edition.locale()).into_iter().chain([slug.as_str()]).collect())
        }
        AliasAddress::Path(parts) => address_of(parts.iter().map(String::as_str).collect()),
    }
}

/// Returns an address of these parts; one that ends like a file name was a file: `index.html`, `bingo.php`.
fn address_of(parts: Vec<&str>) -> Address {
    match parts.last() {
        Some(last) if last.contains('.') => Address::file(&parts.join("/")),
        _ => Address::page(parts),
    }
}

fn make(edition: &Edition, address: &Address, to: EntryId) -> Rendered {
    let entry = edition.village.entry(to);
    let target = entry.address.relative_to(address);
    Page::new("redirect.html", address.clone(), entry.name.clone(), Section::Home)
        .with("target", target)
        .with("target_url", edition.base.absolute(&entry.address))
        .make(edition)
}
