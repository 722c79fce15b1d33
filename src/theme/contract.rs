//! The agreement between the program and its themes: a number, and what the former number called otherwise.

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

/// The templates that the program fills on a portal. A theme that builds on no other may do without: it has no portals.
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

/// What a part that many pages share is called in templates, by the name of its template: `shared/menu.html` is
/// `shared.menu`. Which there are is for themes to know.
pub fn shared_part(template: &str) -> Option<&str> {
    template.strip_prefix("shared/")?.strip_suffix(".html")
}

/// The assets that the program looks for by their names.
pub const ASSETS: &[&str] = &["extra.css", "icon.svg", "site.css"];

/// The assets that only the pages of a portal ask for.
pub const PORTAL_ASSETS: &[&str] = &["region.css", "region.js"];

/// What a program promises to themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The number of what templates are given now.
    pub api: u16,
    /// The number before that one, for as long as the program keeps it.
    pub former: Option<FormerContract>,
}

/// A contract of the past that is kept for a year, so that nobody's site breaks on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormerContract {
    /// Its number.
    pub api: u16,
    /// The last day on which new versions of the program still keep it.
    pub until: Date,
    /// What it called otherwise.
    pub renamed: &'static [Renamed],
}

/// A value that templates find under another name than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The path under which the former contract gave it: `site.motto`.
    pub was: &'static str,
    /// The path under which it is given now: `site.tagline`.
    pub is: &'static str,
}

/// How the number of a theme's contract stands to those that the program keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the same.
    Same,
    /// The theme keeps the former one, which is understood until a day.
    Former(FormerContract),
    /// The theme was made for a later program.
    TooNew,
    /// The theme was made for a program of long ago.
    TooOld,
}

impl Contract {
    /// What this program promises. It has kept no other number yet.
    pub const OURS: Self = Self { api: API, former: None };

    /// How a theme with this number stands to it.
    pub fn standing(&self, api: u16) -> Standing {
        match self.former {
            _ if api == self.api => Standing::Same,
            _ if api > self.api => Standing::TooNew,
            Some(former) if former.api == api => Standing::Former(former),
            _ => Standing::TooOld,
        }
    }
}
