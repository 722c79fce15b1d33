//! Reads the settings of a site, for callers that do not need the whole village.

use std::path::Path;

use crate::ground::{SitePath, TimeZone};
use crate::read::{LONGEST_TEXT, SITE_FILE, bytes_of, text_of};
use crate::village::{Settings, settings_of};

/// The basics of a site, from its settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteHead {
    /// Whether it is a portal.
    pub is_portal: bool,
    /// The name of the village, if given.
    pub name: Option<String>,
    /// Its municipality, if given.
    pub municipality: Option<String>,
    /// Its web address, if given.
    pub web_address: Option<String>,
}

/// Returns the basics of the site in a folder; empty when its settings cannot be read.
pub fn site_head(site: &Path) -> SiteHead {
    let settings = settings_of_folder(site).unwrap_or_default();
    let non_empty = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    SiteHead {
        is_portal: settings.is_portal(),
        name: non_empty(Some(settings.village_name())),
        municipality: non_empty(settings.municipality.as_ref().map(|line| line.as_str())),
        web_address: non_empty(settings.web_address()),
    }
}

/// Returns the time zone of the site in a folder, in which its day is counted.
pub fn zone_of(site: &Path) -> TimeZone {
    settings_of_folder(site).unwrap_or_default().zone()
}

/// Returns the settings of the site in a folder; `None` when they cannot be read.
pub fn settings_of_folder(site: &Path) -> Option<Settings> {
    let bytes = bytes_of(&site.join(SITE_FILE), LONGEST_TEXT).ok()?;
    text_of(SitePath::new(SITE_FILE)?, &bytes).ok().map(settings_of)
}
