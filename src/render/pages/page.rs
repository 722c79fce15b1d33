//! One HTML page: what its template is given, and links that work from its address.

use super::former::template_context;
use super::shared::shared_value;
use super::theme_settings::settings_value;
use crate::ground::Address;
use crate::render::addresses::{Section, section_address};
use crate::render::edition::Edition;
use crate::render::engine_messages::is_endless;
use crate::render::html::{LinkBase, relink};
use crate::render::pictures::site_sharing_picture;
use crate::render::plan::Rendered;
use crate::render::templates::{Value, map, safe};
use crate::render::values::{none_or, picture_value, site_value};

/// A page, with what it says about itself.
pub(in crate::render) struct Page {
    pub(in crate::render) template: String,
    pub(in crate::render) address: Address,
    pub(in crate::render) title: String,
    pub(in crate::render) description: Option<String>,
    /// The main page it belongs to.
    pub(in crate::render) section: Section,
    /// The pages between the home page and this one: their names and addresses.
    pub(in crate::render) crumbs: Vec<(String, Address)>,
    /// The picture that represents it.
    pub(in crate::render) image: Option<Value>,
    /// Its structured data, ready for the head.
    pub(in crate::render) json_ld: String,
    /// What its template is given in addition.
    pub(in crate::render) values: Vec<(&'static str, Value)>,
}

impl Page {
    /// Creates a page of the program itself, directly below the home page.
    pub(in crate::render) fn new(
        template: impl Into<String>,
        address: Address,
        title: String,
        section: Section,
    ) -> Self {
        Self {
            template: template.into(),
            address,
            title,
            description: None,
            section,
            crumbs: Vec::new(),
            image: None,
            json_ld: String::new(),
            values: Vec::new(),
        }
    }

    /// Adds the main page it belongs to as a crumb.
    pub(in crate::render) fn below_section(mut self, edition: &Edition) -> Self {
        self.crumbs.insert(0, (self.section.title(edition), section_address(edition, self.section)));
        self
    }

    /// Adds a value for its template.
    pub(in crate::render) fn with(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((key, value.into()));
        self
    }

    /// Renders the page as published.
    pub(in crate::render) fn make(self, edition: &Edition) -> Rendered {
        let address = edition.address_in_language(&self.address);
        let html = self.fill(edition)?;
        let from = LinkBase::Page { page: &address, folder: edition.folder() };
        Ok(relink(&html, from).into_bytes())
    }

    /// Renders a page that hosts show at any depth: its links start from the root of the site.
    pub(in crate::render) fn make_for_any_depth(self, edition: &Edition) -> Rendered {
        let html = self.fill(edition)?;
        Ok(relink(&html, LinkBase::Prefix(&edition.base.path)).into_bytes())
    }

    fn fill(mut self, edition: &Edition) -> Result<String, Box<crate::ground::Diagnostic>> {
        let mut given = vec![
            ("site", site_value(edition)),
            ("words", edition.words().value()),
            ("settings", settings_value(edition)),
            ("shared", shared_value(edition, self.section, &self.address)?),
        ];
        given.append(&mut self.values);
        given.push(("page", self.page_value(edition)));
        if let Some(record) = edition.memo.recorded.record.get() {
            record.note(&self.template, &given);
        }
        // What loops millions of times for one page does so for the others too: finding it once is enough.
        if let Some(remark) = edition.memo.recorded.endless.get() {
            return Err(remark.clone());
        }
        let html = edition
            .look
            .templates
            .render_page(&self.template, &template_context(given, edition.look.former.as_ref()));
        html.inspect_err(|remark| {
            if is_endless(remark) {
                let _ = edition.memo.recorded.endless.set(remark.clone());
            }
        })
    }

    fn page_value(&self, edition: &Edition) -> Value {
        let crumbs = self.crumbs.iter().map(|(title, address)| {
            map([("title", title.as_str().into()), ("href", address.as_str().into())])
        });
        let site = edition.village.settings.village_name();
        let is_home = self.address == Address::home();
        let whole_title = if is_home || self.title == site {
            self.title.clone()
        } else {
            format!("{} · {site}", self.title)
        };
        let settings = &edition.village.settings;
        let general = || settings.description.as_ref().map(|line| line.as_str().to_owned());
        map([
            ("title", self.title.as_str().into()),
            ("whole_title", whole_title.into()),
            ("description", self.description.clone().or_else(general).into()),
            ("href", self.address.as_str().into()),
            ("canonical", edition.base.absolute(&edition.address_in_language(&self.address)).into()),
            ("languages", languages(edition, &self.address)),
            ("section", self.section.id().into()),
            ("is_home", is_home.into()),
            ("crumbs", crumbs.collect::<Vec<_>>().into()),
            ("image", none_or(self.image.clone())),
            ("sharing", none_or(self.sharing_value(edition))),
            ("json_ld", safe(&self.json_ld)),
        ])
    }

    /// The picture that others see when someone shares this page: its own, or else that of the site.
    fn sharing_value(&self, edition: &Edition) -> Option<Value> {
        let sharing_of = |image: &Value| {
            let shared = image.get_from_path("sharing").filter(|shared| !shared.is_none())?;
            let part = |key| shared.get_from_path(key).cloned().unwrap_or_else(Value::none);
            let alt = image.get_from_path("alt").cloned().unwrap_or_else(Value::none);
            Some(map([
                ("url", part("url")),
                ("width", part("width")),
                ("height", part("height")),
                ("alt", alt),
            ]))
        };
        let site_picture = || {
            let shared = &edition.memo.everywhere.site_picture;
            shared.get_or_init(|| picture_value(edition, None, site_sharing_picture(edition)?)).as_ref()
        };
        self.image.as_ref().and_then(sharing_of).or_else(|| sharing_of(site_picture()?))
    }
}

/// The same page in every language of the site, the main language first; none when there is only one.
fn languages(edition: &Edition, address: &Address) -> Value {
    let settings = &edition.village.settings;
    let others = settings.other_languages();
    if others.is_empty() || !address.is_page() {
        return Value::none();
    }
    let here = edition.address_in_language(address);
    let pages = [settings.page_language()].into_iter().chain(others).enumerate().map(|(number, language)| {
        let tag = language.tag();
        let there = if number == 0 { address.clone() } else { address.below(tag) };
        map([
            ("tag", tag.into()),
            ("name", language.own_name().into()),
            ("href", there.relative_to(&here).into()),
            ("url", edition.base.absolute(&there).into()),
            ("is_here", (language == edition.language()).into()),
        ])
    });
    pages.collect::<Vec<_>>().into()
}
