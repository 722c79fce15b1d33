//! The contract between the program and its themes: a number, and what the former contract named differently.

use crate::ground::Date;

/// The number of the contract between this program and themes: `api` in `theme.yaml`.
pub const API: u16 = 1;

/// The templates that the program fills: a theme that builds on no other must have them all.
pub const PAGES: &[&str] = &[
    "agenda-days.html",
    "agenda-month.html",
    "agenda.html",
    "documents.html",
    "emergency.html",
    "event.html",
    "figures.html",
    "home.html",
    "news-list.html",
    "news.html",
    "not-found.html",
    "notice-board.html",
    "organisation-list.html",
    "organisation.html",
    "page.html",
    "redirect.html",
    "search.html",
    "statement.html",
    "subscribe.html",
    "venue-list.html",
    "venue.html",
];

/// The templates that the program fills on a portal. A theme that builds on no other may do without portals.
pub const PORTAL_PAGES: &[&str] = &[
    "region-agenda.html",
    "region-days.html",
    "region-emergency.html",
    "region-figures.html",
    "region-home.html",
    "region-month.html",
    "region-municipality.html",
    "region-news.html",
    "region-venues.html",
    "region-village.html",
    "region-villages.html",
];

/// Returns the name of a part that many pages share, from the name of its template: `shared/menu.html` is
/// `shared.menu` in templates. Which parts exist is up to the theme.
pub fn shared_part(template: &str) -> Option<&str> {
    template.strip_prefix("shared/")?.strip_suffix(".html")
}

/// The assets that the program looks up by name.
pub const ASSETS: &[&str] = &["extra.css", "icon.svg", "site.css"];

/// The assets that only the pages of a portal request.
pub const PORTAL_ASSETS: &[&str] = &["region.css", "region.js"];

/// What a program promises to themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The number of what templates are given now.
    pub api: u16,
    /// The contract before that one, for as long as the program keeps it.
    pub former: Option<FormerContract>,
}

/// A former contract that is kept for a year, so that no site breaks overnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormerContract {
    /// Its number.
    pub api: u16,
    /// The last day on which new versions of the program still keep it.
    pub until: Date,
    /// What it named differently.
    pub renamed: &'static [Renamed],
}

/// A value that templates find under a different name than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The path under which the former contract gave it: `site.motto`.
    pub old_path: &'static str,
    /// The path under which it is given now: `site.tagline`.
    pub new_path: &'static str,
}

/// How the contract of a theme relates to those that the program keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractStatus {
    /// It is the same.
    Same,
    /// The theme keeps the former one, which is supported until a certain day.
    Former(FormerContract),
    /// The theme was made for a later program.
    TooNew,
    /// The theme was made for a program that is long outdated.
    TooOld,
}

impl Contract {
    /// What this program promises. It has kept no other number so far.
    pub const OURS: Self = Self { api: API, former: None };

    /// Returns how a theme with this number relates to it.
    pub fn status_of(&self, api: u16) -> ContractStatus {
        match self.former {
            _ if api == self.api => ContractStatus::Same,
            _ if api > self.api => ContractStatus::TooNew,
            Some(former) if former.api == api => ContractStatus::Former(former),
            _ => ContractStatus::TooOld,
        }
    }
}
