//! Links in texts: where they lead on the finished site, and which of them lead nowhere.

use super::edition::Edition;
use super::messages;
use crate::ground::{Address, Diagnostic, Place, SitePath, closest};
use crate::read::{Link, LinkUse, Prose, Source, Span, TextFile};
use crate::village::{Broken, Entry, EntryId, Followed, MenuItem};

/// Where a link of a text leads: an address from the root of the site, or a whole one. A link that leads
/// nowhere stays as it was written; it has been told.
pub(super) fn href(edition: &Edition, from: &SitePath, target: &str) -> String {
    match edition.village.follow(from, target) {
        Ok(Followed::Entry(id, anchor)) => {
            let address = address_of_shown(edition, id);
            anchor.map_or_else(|| address.to_string(), |anchor| format!("{address}#{anchor}"))
        }
        Ok(Followed::File(number)) => edition.file_addresses[number].to_string(),
        Ok(Followed::Anchor(anchor)) => format!("#{anchor}"),
        Ok(Followed::OnSite(address, tail)) => format!("{address}{tail}"),
        Ok(Followed::Outside(address)) => address,
        Err(_) => target.to_owned(),
    }
}

/// The page of an entry, or the list of its kind while it is not shown.
fn address_of_shown(edition: &Edition, id: EntryId) -> Address {
    let entry = edition.village.entry(id);
    match edition.almanac.is_shown(id) {
        true => entry.address.clone(),
        false => Address::page(entry.kind().address(edition.speech())),
    }
}

/// Where an entry of the menu leads: a slug, an address or a web address.
pub(super) fn menu_href(edition: &Edition, item: &MenuItem) -> Option<(String, Option<EntryId>)> {
    let typed = item.to.as_ref()?.as_str();
    let by_slug = edition.village.entries.iter().find(|entry| entry.slug == typed || entry.name == typed);
    if let Some(entry) = by_slug {
        return Some((address_of_shown(edition, entry.id).to_string(), Some(entry.id)));
    }
    let site = SitePath::new(crate::read::SITE_FILE)?;
    match edition.village.follow(&site, typed) {
        Ok(Followed::Entry(id, _)) => Some((address_of_shown(edition, id).to_string(), Some(id))),
        Ok(_) => Some((href(edition, &site, typed), None)),
        Err(_) => None,
    }
}

/// Everything that checking the links of a site needs.
pub(super) struct LinkCheck<'c> {
    pub(super) edition: &'c Edition,
    /// Every address that the plan has.
    /// In their order.
    pub(super) addresses: &'c [Address],
}

impl LinkCheck<'_> {
    /// What is wrong with the links and pictures of a text.
    pub(super) fn text(&self, entry: &Entry, prose: &Prose, file: &TextFile) -> Vec<Diagnostic> {
        let links = prose.links.iter().filter_map(|link| self.link(Some(entry), prose, link, file));
        let pictures = prose.pictures.iter().filter_map(|picture| {
            let missing =
                self.picture(&file.path, &picture.target, || searched(file, picture.span, &picture.target));
            missing.or_else(|| {
                picture.alt.trim().is_empty().then(|| messages::picture_without_alt(file.place(picture.span)))
            })
        });
        links.chain(pictures).collect()
    }

    fn link(&self, entry: Option<&Entry>, prose: &Prose, link: &Link, file: &TextFile) -> Option<Diagnostic> {
        let place = || searched(file, link.span, &link.target);
        if link.purpose == LinkUse::Picture {
            return self.picture(&file.path, &link.target, place);
        }
        match self.edition.village.follow(&file.path, &link.target) {
            Ok(Followed::Anchor(anchor)) => missing_anchor(prose, &anchor, place),
            Ok(Followed::Entry(id, _)) if !self.edition.almanac.is_shown(id) => {
                let both_hidden = entry.is_some_and(|entry| !self.edition.almanac.is_shown(entry.id));
                (!both_hidden)
                    .then(|| messages::link_to_hidden(place(), &self.edition.village.entry(id).name))
            }
            Ok(Followed::Entry(id, Some(anchor))) => {
                missing_anchor(&self.edition.village.entry(id).prose, &anchor, place)
            }
            Ok(Followed::OnSite(address, _)) => self.address(&address, &link.target, place),
            Ok(Followed::Entry(..) | Followed::File(_) | Followed::Outside(_)) => None,
            Err(Broken::Empty) => Some(messages::empty_link(place())),
            Err(Broken::OwnComputer) => Some(messages::own_computer(place(), &link.target)),
            Err(Broken::Scheme) => Some(messages::unknown_scheme(place(), &link.target)),
            Err(Broken::ListOfEntries(address)) => {
                Some(messages::link_to_list(place(), &link.target, &address))
            }
            Err(Broken::Missing(near)) => Some(messages::broken_link(place(), &link.target, near.as_deref())),
        }
    }

    fn address(&self, address: &Address, target: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
        if self.addresses.binary_search(address).is_ok() {
            return None;
        }
        let near = closest(address.as_str(), self.addresses.iter().map(Address::as_str));
        Some(messages::broken_link(place(), target, near))
    }

    fn picture(&self, from: &SitePath, target: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
        match self.edition.village.follow(from, target) {
            Ok(Followed::File(_)) => None,
            Ok(Followed::Outside(_)) => Some(messages::remote_picture(place(), target)),
            Err(Broken::OwnComputer) => Some(messages::own_computer(place(), target)),
            _ => match self.edition.village.find_file(from, target) {
                // Only its name was written, and only one file has it.
                Ok(_) => None,
                Err(near) => Some(messages::missing_picture(place(), target, near.as_deref())),
            },
        }
    }

    /// What is wrong with the links in `site.yaml`.
    pub(super) fn settings(&self, source: &Source) -> Vec<Diagnostic> {
        let mut said = self.menu(source);
        let settings = &self.edition.village.settings;
        let Some(file) = &source.site else { return said };
        if let Some(link) = settings.notice.as_ref().and_then(|notice| notice.link.as_ref()) {
            let place = || file.place(link.span);
            said.extend(match self.edition.village.follow(&file.path, link.as_str()) {
                Ok(Followed::OnSite(address, _)) => self.address(&address, link.as_str(), place),
                Ok(_) => None,
                Err(Broken::Missing(near)) => {
                    Some(messages::broken_link(place(), link.as_str(), near.as_deref()))
                }
                Err(_) => Some(messages::broken_link(place(), link.as_str(), None)),
            });
        }
        if let Some(welcome) = &settings.welcome {
            let prose = &*welcome.value.0;
            said.extend(prose.links.iter().filter_map(|link| self.link(None, prose, link, file)));
        }
        said
    }

    fn menu(&self, source: &Source) -> Vec<Diagnostic> {
        let (Some(menu), Some(file)) = (&self.edition.village.settings.navigation, &source.site) else {
            return Vec::new();
        };
        let mut said = Vec::new();
        for item in menu.iter() {
            let Some(to) = &item.value.to else { continue };
            let found = menu_href(self.edition, &item.value).map(|(href, _)| href);
            let known = |href: &str| {
                let path = href.split(['#', '?']).next().unwrap_or(href);
                !href.starts_with('/') || self.addresses.iter().any(|address| address.as_str() == path)
            };
            if !found.as_deref().is_some_and(known) {
                let slugs = self.edition.village.entries.iter().map(|entry| entry.slug.as_str());
                let near = closest(to.as_str(), slugs.chain(self.addresses.iter().map(Address::as_str)));
                said.push(messages::unknown_menu_target(file.place(to.span), to.as_str(), near));
            }
        }
        said
    }
}

fn missing_anchor(prose: &Prose, anchor: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
    let ids = || prose.headings.iter().chain(&prose.title).map(|heading| heading.id.as_str());
    // Anchors of the theme and of footnotes are not in the text's own list.
    if anchor.is_empty() || anchor.starts_with("dp-") || ids().any(|id| id == anchor) {
        return None;
    }
    Some(messages::missing_anchor(place(), anchor, closest(anchor, ids())))
}

/// The place of the address itself within the whole link.
fn searched(file: &TextFile, span: Span, target: &str) -> Place {
    let text = file.text.get(span.range()).unwrap_or("");
    match text.rfind(target).filter(|_| !target.is_empty()) {
        Some(at) => {
            let start = span.start as usize + at;
            file.place(Span::new(start, start + target.len()))
        }
        None => file.place(span),
    }
}
