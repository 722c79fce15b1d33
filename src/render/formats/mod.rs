//! Everything a site is published as. A new format is one file beside these and one line in [`PAGES`] or
//! [`ONCE`].
//!
//! In each file `plan` adds the addresses, and a function whose name begins with `make` renders the content
//! once it is requested: rendering while planning would keep a whole site in memory.

mod table;
mod lists;
mod days;
mod facets;
mod months;
mod figures;
mod agenda;
mod calendars;
mod news;
mod home;
mod entries;
mod region;
mod documents;
mod emergency;
mod sheet_room;
mod notice_board;
mod statements;
mod offline;
mod web_manifest;
mod search;
mod not_found;
mod redirects;
mod host_redirects;
mod host_headers;
mod files;
mod security;
mod xml;
mod feed;
mod sitemap;
mod dorp_json;

pub(super) use host_redirects::counted as counted_redirects;

use super::edition::Edition;
use super::plan::Planner;

/// Looks at the edition and adds the addresses of one format.
pub(super) type Format = fn(&Edition, &mut Planner<'_>);

/// The sites on which a format has its pages. A portal lists what its villages have together with its own, in
/// place of the pages a village has for itself alone.
#[derive(Clone, Copy)]
enum On {
    Every,
    Villages,
    Portals,
}

/// The formats with pages for visitors, built once per language of the site, with the files those pages
/// request. Where two claim the same address, the earlier one gets it; these come before [`ONCE`].
const PAGES: &[(Format, On)] = &[
    (region::plan, On::Portals),
    (home::plan, On::Villages),
    (agenda::plan, On::Every),
    (months::plan, On::Villages),
    (days::plan, On::Villages),
    (calendars::plan, On::Every),
    (figures::plan, On::Villages),
    (news::plan, On::Every),
    (entries::plan, On::Every),
    (documents::plan, On::Every),
    (emergency::plan, On::Villages),
    (notice_board::plan, On::Villages),
    (statements::plan, On::Every),
    (search::plan, On::Every),
];

/// Returns the formats of [`PAGES`] that this site has, in order.
pub(super) fn pages(edition: &Edition) -> Vec<Format> {
    let is_portal = edition.village.settings.is_portal();
    let is_here = |on| match on {
        On::Every => true,
        On::Villages => !is_portal,
        On::Portals => is_portal,
    };
    PAGES.iter().filter(|(_, on)| is_here(*on)).map(|(format, _)| *format).collect()
}

/// The formats that a site has once, whatever its languages.
pub(super) const ONCE: &[Format] = &[
    offline::plan,
    web_manifest::plan,
    not_found::plan,
    redirects::plan,
    host_redirects::plan,
    files::plan,
    security::plan,
    feed::plan,
    dorp_json::plan,
];

/// The formats that list what the others added.
pub(super) const LISTS_OF_ALL: &[Format] = &[sitemap::plan, host_headers::plan];
