//! The script that keeps some pages for when there is no network: the home page, the agenda, the
//! noodsteunpunt and the places it links to. With a network it never shows a kept copy.

use super::{emergency, region};
use crate::ground::{Address, Json, compact_json, escape_html, fingerprint};
use crate::render::addresses::{Section, emergency_address, section_address};
use crate::render::edition::Edition;
use crate::render::pictures::shown_picture;
use crate::render::plan::{Planner, Rendered};
use crate::render::withdrawn::is_withdrawn;
use crate::village::Kind;

/// At the root of the site: a worker only serves what is below it (Service Workers §3.1, scope).
const NAME: &str = "offline.js";

/// The part that is the same on every site.
const WORKER: &str = include_str!("offline.js");

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    planner.add(Address::file(NAME), NAME, make);
}

/// Renders the script. A new build gives a new worker, so that what it keeps is never older than the last
/// visit to any page.
fn make(edition: &Edition) -> Rendered {
    let from = Address::file(NAME);
    let pages = pages(edition);
    let kept = pages.iter().map(|(address, _)| address.clone()).chain(files(edition));
    let kept: Vec<Json> = kept.map(|address| address.relative_to(&from).into()).collect();
    let list = compact_json(&Json::from(kept));
    let fallback_page = compact_json(&Json::from(fallback_page(edition, &pages)));
    let make_emergency_page =
        if edition.village.settings.is_portal() { region::make_emergency } else { emergency::make };
    let emergency_page =
        emergency_address(edition).map(|address| make_emergency_page(edition, &address)).transpose()?;
    let today = edition.almanac.today.to_string();
    let emergency_page = emergency_page.unwrap_or_default();
    let version =
        fingerprint(&[list.as_bytes(), fallback_page.as_bytes(), today.as_bytes(), &emergency_page].concat());
    let constants =
        format!("const VERSION = \"{version}\";\nconst KEPT = {list};\nconst FALLBACK = {fallback_page};\n");
    Ok(format!("{constants}{WORKER}").into_bytes())
}

/// The most places that are kept: a passer-by has no use for all those of a town.
const MOST_PLACES: usize = 20;

/// Returns the pages that are kept, each with its name.
fn pages(edition: &Edition) -> Vec<(Address, String)> {
    let agenda = Section::Of(Kind::Event);
    let mut pages = vec![
        (Address::home(), edition.village.settings.village_name().to_owned()),
        (section_address(edition, agenda), agenda.title(edition)),
    ];
    if let Some(emergency_page) = emergency_address(edition) {
        pages.push((emergency_page, edition.words().text("emergency").to_owned()));
        let places = emergency::places(edition).into_iter().take(MOST_PLACES);
        pages.extend(places.map(|place| (place.address.clone(), place.name.clone())));
    }
    pages
}

/// Returns the files that each of them needs: style sheets, script, and the crest at the top.
fn files(edition: &Edition) -> impl Iterator<Item = Address> + '_ {
    let assets = edition
        .published
        .assets
        .addresses()
        .filter(|(name, _)| ["site.css", "print.css", "site.js"].contains(name));
    let crest = edition.village.settings.crest.as_ref().and_then(|crest| {
        let number = edition.village.file_of_picture(None, &crest.value)?;
        let src = || shown_picture(edition, number, crest.value.focus()).src;
        (!is_withdrawn(edition, number)).then(|| Address::file(src().trim_start_matches('/')))
    });
    assets.map(|(_, address)| address.clone()).chain(crest)
}

/// Returns the page shown instead of one that is not kept: it links to the pages that are. The script fills
/// in the base address.
fn fallback_page(edition: &Edition, pages: &[(Address, String)]) -> String {
    let word = |key: &str| escape_html(edition.words().text(key));
    let (title, text, language) = (word("offline.title"), word("offline.text"), edition.language().tag());
    let from = Address::file(NAME);
    let style = edition.published.assets.addresses().find(|(name, _)| *name == "site.css");
    let style = style.map(|(_, address)| address.relative_to(&from)).unwrap_or_default();
    let links = pages.iter().map(|(address, name)| {
        let href = escape_html(&address.relative_to(&from));
        format!("<li><a href=\"{href}\">{}</a></li>", escape_html(name))
    });
    format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><base>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{style}\"></head><body><main class=\"dp-width dp-narrow dp-page-head\">\
         <h1>{title}</h1><p class=\"dp-lead\">{text}</p><ul>{}</ul></main></body></html>",
        links.collect::<String>()
    )
}
