//! Everything a site is published as. A new format is one file beside these and one line in [`PAGES`] or [`ONCE`].

mod numbers;
mod lists;
mod days;
mod angles;
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
mod xml;
mod feed;
mod sitemap;
mod dorp_json;

pub(super) use host_redirects::counted as counted_redirects;

use super::edition::Edition;
use super::plan::Planner;

/// A format looks at the edition and adds its addresses.
pub(super) type Format = fn(&Edition, &mut Planner<'_>);

/// Those with pages for people, which a site in more languages has in each of them, with the files that those pages ask
/// for. Where two want the same address, the earlier one has it; these come before [`ONCE`].
pub(super) const PAGES: &[Format] = &[
    region::plan,
    home::plan,
    agenda::plan,
    months::plan,
    days::plan,
    calendars::plan,
    figures::plan,
    news::plan,
    entries::plan,
    documents::plan,
    emergency::plan,
    notice_board::plan,
    statements::plan,
    search::plan,
];

/// Those that a site has once, whatever its languages.
pub(super) const ONCE: &[Format] = &[
    offline::plan,
    web_manifest::plan,
    not_found::plan,
    redirects::plan,
    host_redirects::plan,
    files::plan,
    feed::plan,
    dorp_json::plan,
];

/// Those that list what the others added.
pub(super) const LISTS_OF_ALL: &[Format] = &[sitemap::plan, host_headers::plan];
