//! Checks the links of rendered pages, because mistakes in a village's own templates and in anchors show only
//! there. Pages made by the standard theme alone need no check: a test follows all their links.

use std::collections::{BTreeMap, BTreeSet};

use super::base::Base;
use super::html::{attributes, is_linking};
use super::messages;
use crate::ground::{Address, Diagnostic, Place, Severity, closest};

/// What the links of rendered pages are checked against.
#[derive(Default)]
pub(super) struct PageLinkCheck {
    /// The web address of the site.
    pub(super) base: Base,
    /// The village's own templates: the displayed name and the text of each.
    pub(super) templates: Vec<(String, String)>,
    /// Anchors on other pages that texts and the menu link to.
    pub(super) wanted: Vec<WantedAnchor>,
}

/// An anchor that something links to.
pub(super) struct WantedAnchor {
    pub(super) page: Address,
    pub(super) anchor: String,
    pub(super) place: Place,
}

/// What was found on one page.
pub struct PageLinks {
    page: Address,
    /// The ids and names that links can jump to.
    ids: BTreeSet<String>,
    /// Its links within this site: the page or file, the anchor, and the link as it is in the page.
    links: BTreeSet<(Address, Option<String>, String)>,
}

impl PageLinkCheck {
    /// The links of a rendered page, when there is a reason to check them.
    pub(super) fn links_of(&self, address: &Address, bytes: &[u8]) -> Option<PageLinks> {
        let is_wanted = self.wanted.iter().any(|wanted| wanted.page == *address);
        let is_html = address.is_page() || address.as_str().ends_with(".html");
        if !is_html || self.templates.is_empty() && !is_wanted {
            return None;
        }
        let html = std::str::from_utf8(bytes).ok()?;
        let mut seen = PageLinks { page: address.clone(), ids: BTreeSet::new(), links: BTreeSet::new() };
        for (name, value) in attributes(html) {
            if name == "id" || name == "name" {
                seen.ids.insert(value.to_owned());
            } else if is_linking(name) && !self.templates.is_empty() {
                let one_by_one: Vec<&str> =
                    if name.ends_with("srcset") { value.split(", ").collect() } else { vec![value] };
                for link in one_by_one {
                    let link = link.split(' ').next().unwrap_or(link);
                    let target = self.target_on_site(address, link);
                    seen.links.extend(target.map(|(to, anchor)| (to, anchor, link.to_owned())));
                }
            }
        }
        Some(seen)
    }

    /// The target of a link within this site; `None` when it leads elsewhere.
    fn target_on_site(&self, page: &Address, link: &str) -> Option<(Address, Option<String>)> {
        let link = link.replace("&amp;", "&");
        let own = self.base.url.as_deref().and_then(|own| link.strip_prefix(own));
        let own = own.filter(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
        let from_root =
            own.or_else(|| link.strip_prefix(self.base.path.as_str()).filter(|it| it.starts_with('/')));
        let link = from_root.unwrap_or(&link);
        if link.starts_with("//") || own.is_none() && has_scheme(link) {
            return None;
        }
        let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
        let path = path.split('?').next().unwrap_or(path);
        // Paths of our own pages and files never need encoding.
        if path.contains('%') {
            return None;
        }
        let to = match path {
            "" if own.is_some() => Address::home(),
            "" => page.clone(),
            path => resolved_address(page, path)?,
        };
        let anchor = anchor.filter(|anchor| !matches!(*anchor, "" | "top") && !anchor.starts_with(":~:"));
        Some((to, anchor.map(str::to_owned)))
    }

    /// Reports the broken links of all pages, each once, with the template that contains it. `addresses` are
    /// all that exist, in order.
    pub(super) fn broken_link_remarks(
        &self,
        addresses: &[&str],
        mut seen: Vec<PageLinks>,
    ) -> Vec<Diagnostic> {
        // Sorted, so that which page is reported does not depend on the order of rendering.
        seen.sort_by(|one, other| one.page.cmp(&other.page));
        let ids: BTreeMap<&Address, &BTreeSet<String>> =
            seen.iter().map(|seen| (&seen.page, &seen.ids)).collect();
        let has_anchor = |page: &Address, anchor: &str| ids.get(page).is_none_or(|ids| ids.contains(anchor));
        let near = |page: &Address, anchor: &str| {
            let ids = ids.get(page).into_iter().flat_map(|ids| ids.iter().map(String::as_str));
            closest(anchor, ids)
        };
        let mut remarks: Vec<Diagnostic> = Vec::new();
        for wanted in self.wanted.iter().filter(|wanted| !has_anchor(&wanted.page, &wanted.anchor)) {
            let near = near(&wanted.page, &wanted.anchor);
            remarks.push(messages::missing_anchor(wanted.place.clone(), &wanted.anchor, near));
        }
        let mut reported_targets = BTreeSet::new();
        for page in &seen {
            for (to, anchor, link) in &page.links {
                let is_there = is_among(addresses, to);
                let anchor = anchor.as_deref().filter(|anchor| is_there && !has_anchor(to, anchor));
                if is_there && anchor.is_none() || !reported_targets.insert((to, anchor)) {
                    continue;
                }
                let (place, is_found) = self.place(page, to, anchor, link);
                let mut remark = match anchor {
                    Some(anchor) => messages::missing_anchor(place, anchor, near(to, anchor)),
                    None => {
                        let typed = if is_found { place.marked() } else { to.to_string() };
                        messages::broken_link(place, &typed, nearest_address(addresses, to))
                    }
                };
                // A link that the village did not literally write must not stop its site from being built.
                if !is_found {
                    remark.severity = Severity::Warning;
                }
                remarks.push(remark);
            }
        }
        remarks
    }

    /// The place of a link in a template of the village, or else the page; and whether that place was found.
    fn place(&self, page: &PageLinks, to: &Address, anchor: Option<&str>, link: &str) -> (Place, bool) {
        let fragment = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
        let whole = format!("\"{to}{fragment}\"");
        let as_rendered = format!("\"{link}\"");
        for (name, text) in &self.templates {
            let found = text.find(&whole).map(|at| (at + 1, whole.len() - 2));
            let found = found.or_else(|| text.find(&as_rendered).map(|at| (at + 1, as_rendered.len() - 2)));
            if let Some((at, length)) = found {
                return (Place::in_text(name.as_str().into(), text, at, at + length), true);
            }
        }
        (Place::of_file(page.page.as_str()), false)
    }
}

fn is_among(addresses: &[&str], address: &Address) -> bool {
    addresses.binary_search(&address.as_str()).is_ok()
}

fn nearest_address<'a>(addresses: &[&'a str], to: &Address) -> Option<&'a str> {
    let page = Address::page(to.as_str().split('/').filter(|part| !part.is_empty()));
    // A page address without its final slash is the most common mistake.
    let page = addresses.binary_search(&page.as_str()).ok().and_then(|at| addresses.get(at).copied());
    page.or_else(|| closest(to.as_str(), addresses.iter().copied()))
}

/// `mailto:`, `https:`; not `/agenda/?vanaf=10:30`.
fn has_scheme(link: &str) -> bool {
    let Some((scheme, _)) = link.split_once(':') else { return false };
    !scheme.is_empty()
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// Resolves a path as browsers do (RFC 3986 §5.2.4); `None` when it would lead above the site.
fn resolved_address(page: &Address, path: &str) -> Option<Address> {
    let mut parts: Vec<&str> = Vec::new();
    if !path.starts_with('/') {
        let folder = page.as_str().rfind('/').map_or("", |slash| &page.as_str()[..slash]);
        parts.extend(folder.split('/').filter(|part| !part.is_empty()));
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let is_page =
        path.ends_with('/') || path.rsplit('/').next().is_some_and(|last| matches!(last, "." | ".."));
    if parts.last() == Some(&"index.html") {
        parts.pop();
        return Some(Address::page(parts));
    }
    if is_page || parts.is_empty() {
        Some(Address::page(parts))
    } else {
        Some(Address::file(&parts.join("/")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_resolved_as_a_browser_does() {
        let looks =
            PageLinkCheck { base: Base::new(Some("https://dorp.example/dorp")), ..PageLinkCheck::default() };
        let page = Address::page(["agenda", "koffie"]);
        let target = |link: &str| {
            looks
                .target_on_site(&page, link)
                .map(|(to, anchor)| format!("{to}{}", anchor.unwrap_or_default()))
        };
        for (link, to) in [
            ("../", "/agenda/"),
            ("../../", "/"),
            ("..", "/agenda/"),
            ("./", "/agenda/koffie/"),
            ("#x", "/agenda/koffie/x"),
            ("../thee/?a=1&amp;b=2#x", "/agenda/thee/x"),
            ("../../feed.xml", "/feed.xml"),
            ("/dorp/nieuws/", "/nieuws/"),
            ("https://dorp.example/dorp", "/"),
            ("https://dorp.example/dorp/nieuws/", "/nieuws/"),
            ("../../nieuws/index.html", "/nieuws/"),
        ] {
            assert_eq!(target(link).as_deref(), Some(to), "{link}");
        }
        for outside in
            ["https://dorp.example/dorpen/", "mailto:a@b.nl", "//cdn.example/x", "webcal://x/a.ics"]
        {
            assert_eq!(target(outside), None, "{outside}");
        }
    }
}
