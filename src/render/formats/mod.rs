//! Everything a site is published as. A new format is one file beside these and one line in [`PAGES`] or [`ONCE`].
//!
//! In each file `plan` adds the addresses, and a function that begins with `make` makes what stands there when it is asked
//! for: making anything while planning would keep a whole site in memory.

mod numbers;
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

/// A format looks at the edition and adds its addresses.
pub(super) type Format = fn(&Edition, &mut Planner<'_>);

/// On which sites a format has its pages. What a portal tells of villages and of itself stands together, and takes the
/// place of what a village tells of itself alone.
#[derive(Clone, Copy)]
enum On {
    Every,
    Villages,
    Portals,
}

/// Those with pages for people, which a site in more languages has in each of them, with the files that those pages ask
/// for. Where two want the same address, the earlier one has it; these come before [`ONCE`].
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

/// Those of [`PAGES`] that this site has, in their order.
pub(super) fn pages(edition: &Edition) -> Vec<Format> {
    let is_portal = edition.village.settings.is_portal();
    let is_here = |on| match on {
        On::Every => true,
        On::Villages => !is_portal,
        On::Portals => is_portal,
    };
    PAGES.iter().filter(|(_, on)| is_here(*on)).map(|(format, _)| *format).collect()
}

/// Those that a site has once, whatever its languages.
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

/// Those that list what the others added.
pub(super) const LISTS_OF_ALL: &[Format] = &[sitemap::plan, host_headers::plan];
