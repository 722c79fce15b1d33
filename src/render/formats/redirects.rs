//! Old addresses: a small page that sends on, for hosts that know no redirects, with a link for people.

use crate::ground::Address;
use crate::render::addresses::Section;
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Made, Make, Owner, Planner};
use crate::village::{AliasAddress, Entry, EntryId};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    for (address, id) in old_addresses(edition) {
        let made = address.clone();
        let make = Make::Page(Box::new(move |edition: &Edition| make(edition, &made, id)));
        planner.put(address, Owner::Entry(id), make);
    }
}

/// Every address that an entry on the site had before, with the entry.
pub(super) fn old_addresses(edition: &Edition) -> impl Iterator<Item = (Address, EntryId)> {
    let shown = edition.village.entries.iter().filter(|entry| edition.almanac.is_shown(entry.id));
    shown.flat_map(|entry| {
        let aliases = entry.head.aliases.iter().flat_map(|list| list.iter());
        aliases.map(|alias| (alias_address(edition, entry, &alias.value), entry.id))
    })
}

fn alias_address(edition: &Edition, entry: &Entry, alias: &AliasAddress) -> Address {
    match alias {
        AliasAddress::Slug(slug) => {
            Address::page(entry.kind().address(edition.speech()).into_iter().chain([slug.as_str()]))
        }
        AliasAddress::Path(parts) if parts.last().is_some_and(|last| last.contains('.')) => {
            Address::file(&parts.join("/"))
        }
        AliasAddress::Path(parts) => Address::page(parts),
    }
}

fn make(edition: &Edition, address: &Address, to: EntryId) -> Made {
    let entry = edition.village.entry(to);
    let target = entry.address.relative_to(address);
    Page::new("redirect.html", address.clone(), entry.name.clone(), Section::Home)
        .with("target", target)
        .with("target_url", edition.base.absolute(&entry.address))
        .make(edition)
}
