//! Links in texts: where they lead on the rendered site, and which of them are broken.

use super::{hidden_messages, link_messages};
use crate::field::is_alt_placeholder;
use crate::ground::{
    Address, Diagnostic, Place, RemarkList, SitePath, WebAddress, closest, leading_host, slug,
};
use crate::read::{LinkUse, Prose, Source, Span, TextFile, is_meaningless_alt, meaningless_alt};
use crate::render::edition::Edition;
use crate::render::messages;
use crate::render::page_links::WantedAnchor;
use crate::render::pictures::file_address;
use crate::render::plan::Plan;
use crate::render::withdrawn::is_withdrawn;
use crate::village::{
    Entry, EntryId, FileRef, LinkError, LinkTarget, MenuItem, Picture, Target, Visitor, Web,
};

/// Where a link leads: from the root of the site, or absolute. A broken one, already reported, stays as is.
pub(in crate::render) fn href(edition: &Edition, from: &SitePath, target: &str) -> String {
    match edition.village.follow(from, target) {
        Ok(LinkTarget::Entry(id, anchor)) => {
            let address = address_of_shown(edition, id);
            anchor.map_or_else(|| address.to_string(), |anchor| format!("{address}#{anchor}"))
        }
        Ok(LinkTarget::File(number)) if is_withdrawn(edition, number) => Address::home().to_string(),
        Ok(LinkTarget::File(number)) => file_address(edition, number).to_string(),
        Ok(LinkTarget::Anchor(anchor)) => format!("#{anchor}"),
        Ok(LinkTarget::OnSite(address, tail)) => format!("{address}{tail}"),
        Ok(LinkTarget::Outside(address)) => address,
        Err(_) => target.to_owned(),
    }
}

/// The page of an entry, or the list of its kind while it is not shown.
fn address_of_shown(edition: &Edition, id: EntryId) -> Address {
    let entry = edition.village.entry(id);
    match edition.almanac.is_shown(id) {
        true => entry.address.clone(),
        false => Address::page(entry.kind().address(edition.locale())),
    }
}

/// Where a menu item leads: to a slug, an address or a web address.
pub(in crate::render) fn menu_href(edition: &Edition, item: &MenuItem) -> Option<(String, Option<EntryId>)> {
    let typed = item.to.as_ref()?.as_str();
    let by_slug = edition.village.entries.iter().find(|entry| entry.slug == typed || entry.name == typed);
    if let Some(entry) = by_slug {
        return Some((address_of_shown(edition, entry.id).to_string(), Some(entry.id)));
    }
    let site = SitePath::new(crate::read::SITE_FILE)?;
    // `Agenda` means `agenda`.
    let is_word = !typed.contains(['/', '.', ':', '#']);
    let word = if is_word { slug(typed) } else { String::new() };
    let typed = if word.is_empty() { typed } else { &word };
    match edition.village.follow(&site, typed) {
        Ok(LinkTarget::Entry(id, _)) => Some((address_of_shown(edition, id).to_string(), Some(id))),
        Ok(_) => Some((href(edition, &site, typed), None)),
        Err(_) => None,
    }
}

/// Everything needed to check the links of a site.
pub(in crate::render) struct LinkCheck<'c> {
    pub(in crate::render) edition: &'c Edition,
    /// Holds the addresses that exist.
    pub(in crate::render) plan: &'c Plan,
    /// Only needed for the lines to quote.
    pub(in crate::render) source: &'c Source,
}

/// A link or picture in a text, and where it leads.
struct TextLink<'l> {
    /// The file that contains it.
    file: &'l SitePath,
    target: &'l str,
    span: Span,
    followed: &'l Result<LinkTarget, LinkError>,
}

impl LinkCheck<'_> {
    /// Reports what is wrong with the links and pictures in the texts of an entry.
    pub(in crate::render) fn entry_remarks(&self, entry: &Entry) -> Vec<Diagnostic> {
        let texts = entry.linked_texts();
        let of_texts =
            texts.flat_map(|(prose, followed)| self.text_remarks(Some(entry), &entry.path, prose, followed));
        of_texts.chain(self.own_addresses(entry)).chain(self.named_in_fields(entry)).collect()
    }

    /// Reports entries named in fields that are not on the site yet: their name appears without a link.
    fn named_in_fields(&self, entry: &Entry) -> Vec<Diagnostic> {
        let almanac = &self.edition.almanac;
        if !almanac.is_shown(entry.id) {
            return Vec::new();
        }
        let targets = entry.links.targets.iter().map(|(span, id)| (span, self.edition.village.entry(*id)));
        let hidden = targets.filter(|(_, target)| target.is_not_yet_public(almanac.today));
        hidden
            .map(|(span, target)| {
                hidden_messages::named_but_hidden(self.place(&entry.path, *span), &target.name)
            })
            .collect()
    }

    /// Reports what is wrong with the links and pictures in the translations for this edition.
    pub(in crate::render) fn translation_remarks(&self) -> Vec<Diagnostic> {
        let village = &self.edition.village;
        let in_language =
            village.translations.iter().filter(|it| it.translation.language == self.edition.language());
        let remarks = in_language.flat_map(|translated| {
            let (entry, translation) = (village.entry(translated.entry), &translated.translation);
            // The fields belong to the entry itself, and were checked with it.
            let followed = &entry.links.followed;
            let of_prose = followed.get(..entry.prose.targets().count()).unwrap_or_default();
            let is_translated = !translation.prose.is_empty();
            let remarks = is_translated
                .then(|| self.text_remarks(Some(entry), &translation.path, &entry.prose, of_prose));
            remarks.unwrap_or_default()
        });
        remarks.collect()
    }

    /// Anchors on generated pages that texts, the menu and the notice link to: whether they exist shows only
    /// when those pages are rendered.
    pub(in crate::render) fn wanted_anchors(&self) -> Vec<WantedAnchor> {
        let mut wanted = Vec::new();
        let mut want = |followed: &Result<LinkTarget, LinkError>, place: &dyn Fn() -> Place| {
            if let Ok(LinkTarget::OnSite(page, tail)) = followed
                && let Some((_, anchor)) = tail.split_once('#')
                && !matches!(anchor, "" | "top")
            {
                wanted.push(WantedAnchor { page: page.clone(), anchor: anchor.to_owned(), place: place() });
            }
        };
        let village = &self.edition.village;
        for entry in village.entries.iter().filter(|entry| self.edition.almanac.is_shown(entry.id)) {
            for (prose, followed) in entry.linked_texts() {
                for (link, followed) in prose.links.iter().zip(followed) {
                    let text_link =
                        TextLink { file: &entry.path, target: &link.target, span: link.span, followed };
                    want(followed, &|| self.target_place(&text_link));
                }
            }
        }
        let Some(file) = &self.source.site else { return wanted };
        let settings = &village.settings;
        let menu =
            settings.navigation.iter().flat_map(|menu| menu.iter()).filter_map(|item| item.value.to.as_ref());
        let notice = settings.notice.as_ref().and_then(|notice| notice.value.link.as_ref());
        for line in menu.chain(notice) {
            want(&village.follow(&file.path, line.as_str()), &|| file.place(line.span));
        }
        wanted
    }

    /// Reports addresses of this very site in fields for web addresses that lead nowhere on it.
    fn own_addresses(&self, entry: &Entry) -> Vec<Diagnostic> {
        let Some(own) = self.edition.village.settings.web_address() else { return Vec::new() };
        let mut webs = Webs::default();
        entry.visit(&mut webs);
        let wrong = webs.0.into_iter().filter_map(|web| {
            let Ok(LinkTarget::OnSite(address, _)) = self.edition.village.follow(&entry.path, &web.0) else {
                return None;
            };
            if self.plan.find(&address).is_some() {
                return None;
            }
            let near = closest(address.as_str(), self.addresses());
            let near = near.map(|near| format!("{}{near}", own.trim_end_matches('/')));
            Some(messages::broken_link(self.place(&entry.path, web.1), &web.0, near.as_deref()))
        });
        wrong.collect()
    }

    fn text_remarks(
        &self,
        entry: Option<&Entry>,
        file: &SitePath,
        prose: &Prose,
        followed: &[Result<LinkTarget, LinkError>],
    ) -> Vec<Diagnostic> {
        let (of_links, of_pictures) = followed.split_at(prose.links.len().min(followed.len()));
        let links = prose.links.iter().zip(of_links).filter_map(|(link, followed)| {
            let text_link = TextLink { file, target: &link.target, span: link.span, followed };
            match link.purpose {
                LinkUse::Picture => self.picture_remark(&text_link),
                _ => self.link_remark(entry, prose, &text_link),
            }
        });
        let pictures = prose.pictures.iter().zip(of_pictures).filter_map(|(picture, followed)| {
            let text_link = TextLink { file, target: &picture.target, span: picture.span, followed };
            let is_mute = picture.alt.trim().is_empty() || is_alt_placeholder(&picture.alt);
            self.picture_remark(&text_link).or_else(|| {
                let place = || self.place(file, picture.span);
                let without = is_mute.then(|| messages::picture_without_alt(place()));
                let is_empty = is_meaningless_alt(&picture.alt);
                without.or_else(|| is_empty.then(|| meaningless_alt(place(), &picture.alt)))
            })
        });
        links.chain(pictures).collect::<RemarkList>().into_list()
    }

    fn link_remark(&self, entry: Option<&Entry>, prose: &Prose, link: &TextLink<'_>) -> Option<Diagnostic> {
        let place = || self.target_place(link);
        match link.followed {
            Ok(LinkTarget::Anchor(anchor)) => missing_anchor(prose, anchor, place),
            Ok(LinkTarget::Entry(id, _)) if !self.edition.almanac.is_shown(*id) => {
                let both_hidden = entry.is_some_and(|entry| !self.edition.almanac.is_shown(entry.id));
                (!both_hidden)
                    .then(|| hidden_messages::link_to_hidden(place(), &self.edition.village.entry(*id).name))
            }
            Ok(LinkTarget::Entry(id, Some(anchor))) => {
                missing_anchor(&self.edition.village.entry(*id).prose, anchor, place)
            }
            Ok(LinkTarget::OnSite(address, _)) => self.address_remark(address, link.target, place),
            Ok(LinkTarget::File(number)) if is_withdrawn(self.edition, *number) => {
                Some(hidden_messages::link_to_withdrawn(place(), link.target))
            }
            Ok(LinkTarget::Outside(web)) => {
                let preview = path_in_own_preview(web);
                let preview = preview.map(|path| link_messages::own_preview(place(), link.target, &path));
                preview.or_else(|| link_messages::invalid_outside_link(place, link.target))
            }
            Ok(LinkTarget::Entry(..) | LinkTarget::File(_)) => None,
            Err(LinkError::Empty) => Some(messages::empty_link(place())),
            Err(LinkError::OwnComputer) => {
                Some(link_messages::own_computer(place(), link.target, self.same_named(link).as_deref()))
            }
            Err(LinkError::Scheme) => Some(link_messages::unknown_scheme(place(), link.target)),
            Err(LinkError::ListOfEntries(address)) => {
                Some(messages::link_to_list(place(), link.target, address))
            }
            Err(LinkError::Missing(near)) => {
                Some(messages::broken_link(place(), link.target, near.as_deref()))
            }
        }
    }

    fn address_remark(
        &self,
        address: &Address,
        target: &str,
        place: impl FnOnce() -> Place,
    ) -> Option<Diagnostic> {
        if self.plan.find(address).is_some() {
            return None;
        }
        Some(messages::broken_link(place(), target, closest(address.as_str(), self.addresses())))
    }

    fn addresses(&self) -> impl Iterator<Item = &str> {
        self.plan.outputs.iter().map(|output| output.address.as_str())
    }

    fn picture_remark(&self, link: &TextLink<'_>) -> Option<Diagnostic> {
        let place = || self.target_place(link);
        match link.followed {
            Ok(LinkTarget::File(_)) => None,
            Ok(LinkTarget::Outside(_)) => Some(messages::remote_picture(place(), link.target)),
            Err(LinkError::OwnComputer) => {
                Some(link_messages::own_computer(place(), link.target, self.same_named(link).as_deref()))
            }
            _ => match self.edition.village.find_file(link.file, link.target) {
                // Only the file name was written, and exactly one file has it.
                Ok(_) => None,
                Err(near) => Some(messages::missing_picture(place(), link.target, near.as_deref())),
            },
        }
    }

    /// The file in the village with the same name as a file on the writer's computer.
    fn same_named(&self, link: &TextLink<'_>) -> Option<String> {
        let name = link.target.rsplit(['/', '\\']).next()?;
        let number = self.edition.village.find_file(link.file, name).ok()?;
        self.edition.village.files.get(number).map(|file| file.path.to_string())
    }

    fn file(&self, path: &SitePath) -> Option<&TextFile> {
        self.source.text(path).or(self.source.site.as_deref().filter(|site| site.path == *path))
    }

    fn place(&self, path: &SitePath, span: Span) -> Place {
        self.file(path).map_or_else(|| Place::of_file(path.shared()), |file| file.place(span))
    }

    /// The place of the address itself within the whole link.
    fn target_place(&self, link: &TextLink<'_>) -> Place {
        let text = self.file(link.file).and_then(|file| file.text.get(link.span.range())).unwrap_or("");
        match text.rfind(link.target).filter(|_| !link.target.is_empty()) {
            Some(at) => {
                let start = link.span.start as usize + at;
                self.place(link.file, Span::new(start, start + link.target.len()))
            }
            None => self.place(link.file, link.span),
        }
    }

    /// Reports what is wrong with the links in `site.yaml`.
    pub(in crate::render) fn settings_remarks(&self) -> Vec<Diagnostic> {
        let mut remarks = self.menu_remarks();
        let settings = &self.edition.village.settings;
        let Some(file) = &self.source.site else { return remarks };
        if let Some(link) = settings.notice.as_ref().and_then(|notice| notice.link.as_ref()) {
            let place = || file.place(link.span);
            remarks.extend(match self.edition.village.follow(&file.path, link.as_str()) {
                Ok(LinkTarget::OnSite(address, _)) => self.address_remark(&address, link.as_str(), place),
                Ok(_) => None,
                Err(LinkError::Missing(near)) => {
                    Some(messages::broken_link(place(), link.as_str(), near.as_deref()))
                }
                Err(_) => Some(messages::broken_link(place(), link.as_str(), None)),
            });
        }
        if let Some(welcome) = &settings.welcome {
            let prose = &*welcome.value.0;
            let followed = self.edition.village.follow_all(&file.path, &[prose]);
            remarks.extend(self.text_remarks(None, &file.path, prose, &followed));
        }
        remarks
    }

    fn menu_remarks(&self) -> Vec<Diagnostic> {
        let (Some(menu), Some(file)) = (&self.edition.village.settings.navigation, &self.source.site) else {
            return Vec::new();
        };
        let mut remarks = Vec::new();
        for item in menu.iter() {
            let Some(to) = &item.value.to else { continue };
            let found = menu_href(self.edition, &item.value);
            if let Some(id) = found.as_ref().and_then(|(_, id)| *id)
                && self.edition.shown(id).is_none()
            {
                let name = &self.edition.village.entry(id).name;
                remarks.push(hidden_messages::hidden_in_menu(file.place(to.span), name));
            }
            let found = found.map(|(href, _)| href);
            let is_known = |href: &str| {
                let path = href.split(['#', '?']).next().unwrap_or(href);
                !href.starts_with('/') || self.addresses().any(|address| address == path)
            };
            if !found.as_deref().is_some_and(is_known) {
                let slugs = self.edition.village.entries.iter().map(|entry| entry.slug.as_str());
                let named = stem(to.as_str()).filter(|stem| slugs.clone().any(|slug| slug == *stem));
                let web = on_web(to.as_str());
                let near = named.or(web.as_deref());
                let near = near.or_else(|| closest(to.as_str(), slugs.chain(self.addresses())));
                remarks.push(messages::unknown_menu_target(file.place(to.span), to.as_str(), near));
            }
        }
        remarks
    }
}

/// `contact` for `contact.md`: the name of a file, without its folder and its extension.
fn stem(typed: &str) -> Option<&str> {
    let name = typed.rsplit(['/', '\\']).next().unwrap_or(typed);
    name.rsplit_once('.').filter(|(_, ending)| matches!(*ending, "md" | "html" | "htm")).map(|(stem, _)| stem)
}

/// Completes a web address that lacks its beginning: `www.dorp.nl` and `facebook.com/dorp`.
fn on_web(typed: &str) -> Option<String> {
    let (_, ending) = leading_host(typed)?;
    let is_plain = ending.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_plain && stem(typed).is_none() && !typed.contains([' ', '@', ':']))
        .then(|| format!("https://{typed}"))
}

/// Collects the web addresses in fields.
#[derive(Default)]
struct Webs<'a>(Vec<&'a Web>);

impl<'a> Visitor<'a> for Webs<'a> {
    fn reference(&mut self, _: Target<'a>) {}

    fn file(&mut self, _: &'a FileRef) {}

    fn picture(&mut self, _: &'a Picture) {}

    fn text(&mut self, _: &'a Prose) {}

    fn web(&mut self, web: &'a Web) {
        self.0.push(web);
    }
}

/// The path after the address of the writer's own machine, where a preview shows the site.
fn path_in_own_preview(web: &str) -> Option<String> {
    let address = WebAddress::new(web).filter(WebAddress::is_this_machine)?;
    let after_scheme = address.as_str().split_once("://")?.1;
    Some(format!("/{}", after_scheme.split_once('/').map_or("", |(_, path)| path)))
}

fn missing_anchor(prose: &Prose, anchor: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
    let ids = || prose.headings.iter().chain(prose.title.as_deref()).map(|heading| heading.id.as_str());
    // Anchors of the theme and of footnotes are not in the text's own list.
    if anchor.is_empty() || anchor.starts_with("dp-") || ids().any(|id| id == anchor) {
        return None;
    }
    Some(messages::missing_anchor(place(), anchor, closest(anchor, ids())))
}
