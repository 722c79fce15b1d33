//! Finds the links that lead out of a village, and where each was written.

use crate::almanac::Almanac;
use crate::ground::{Place, SitePath, WebAddress};
use crate::read::{Prose, SITE_FILE, Source, Span};
use crate::village::{Described, FileRef, LinkError, LinkTarget, Picture, Target, Village, Visitor, Web};

/// A link that leads out of the village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideLink {
    /// The address as it is requested.
    pub(super) address: WebAddress,
    /// What was written.
    pub typed: String,
    /// Where it was written.
    pub place: Place,
}

/// Returns every link to another site in what the site shows today, in the order of the village.
pub fn outside_links(village: &Village, almanac: &Almanac, source: &Source) -> Vec<OutsideLink> {
    let mut gatherer = LinkGatherer { village, source, file: None, links: Vec::new() };
    if let Some(site) = &source.site {
        gatherer.file = Some(site.path.clone());
        village.settings.visit_fields(&mut gatherer);
        gatherer.visit_settings();
    }
    for entry in village.entries.iter().filter(|entry| almanac.is_shown(entry.id)) {
        gatherer.file = Some(entry.path.clone());
        gatherer.text(&entry.prose);
        entry.visit(&mut gatherer);
    }
    for translated in village.translations.iter().filter(|it| almanac.is_shown(it.entry)) {
        gatherer.file = Some(translated.translation.path.clone());
        gatherer.text(&translated.translation.prose);
    }
    gatherer.links
}

struct LinkGatherer<'g> {
    village: &'g Village,
    source: &'g Source,
    /// The file that is being visited.
    file: Option<SitePath>,
    links: Vec<OutsideLink>,
}

impl LinkGatherer<'_> {
    /// Visits the lines of `site.yaml` that may contain an address.
    fn visit_settings(&mut self) {
        let settings = &self.village.settings;
        let menu =
            settings.navigation.iter().flat_map(|menu| menu.iter()).filter_map(|item| item.value.to.as_ref());
        let notice = settings.notice.as_ref().and_then(|notice| notice.value.link.as_ref());
        for line in menu.chain(notice) {
            self.add_link(line.as_str(), line.span);
        }
    }

    fn add_link(&mut self, typed: &str, span: Span) {
        let Some(file) = &self.file else { return };
        let followed: Result<LinkTarget, LinkError> = self.village.follow(file, typed);
        let Ok(LinkTarget::Outside(address)) = followed else { return };
        let Some(address) = WebAddress::new(&address) else { return };
        let place = self.place_of(file, typed, span);
        self.links.push(OutsideLink { address, typed: typed.to_owned(), place });
    }

    /// The place of the address itself within the text around it.
    fn place_of(&self, path: &SitePath, typed: &str, span: Span) -> Place {
        let site = self.source.site.as_deref().filter(|_| path.as_str() == SITE_FILE);
        let Some(file) = self.source.text(path).or(site) else { return Place::of_file(path.shared()) };
        let around = file.text.get(span.range()).unwrap_or("");
        match around.rfind(typed) {
            Some(at) => {
                let start = span.start as usize + at;
                file.place(Span::new(start, start + typed.len()))
            }
            None => file.place(span),
        }
    }
}

impl<'a> Visitor<'a> for LinkGatherer<'_> {
    fn reference(&mut self, _: Target<'a>) {}

    fn file(&mut self, _: &'a FileRef) {}

    fn picture(&mut self, _: &'a Picture) {}

    fn text(&mut self, prose: &'a Prose) {
        for link in &prose.links {
            self.add_link(&link.target, link.span);
        }
    }

    fn web(&mut self, web: &'a Web) {
        self.add_link(&web.0, web.1);
    }
}
