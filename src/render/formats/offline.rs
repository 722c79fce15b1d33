//! The script that keeps three pages for when there is no network: home, agenda and noodsteunpunt. With a network it
//! never shows what was kept.

use super::{emergency, region};
use crate::ground::{Address, Json, compact_json, fingerprint};
use crate::render::addresses::{Section, emergency_address, section_address};
use crate::render::edition::Edition;
use crate::render::plan::{Made, Planner};
use crate::village::Kind;

/// At the root of the site: a worker only serves what lies below it (Service Workers §3.1, scope).
const NAME: &str = "offline.js";

/// The part that is the same on every site.
const WORKER: &str = include_str!("offline.js");

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    planner.add(Address::file(NAME), NAME, make);
}

/// A new build is a new worker, so that what it keeps is never older than the last visit to any page.
fn make(edition: &Edition) -> Made {
    let from = Address::file(NAME);
    let kept: Vec<Json> = kept(edition).map(|address| address.relative_to(&from).into()).collect();
    let list = compact_json(&Json::from(kept));
    let make_help =
        if edition.village.settings.is_portal() { region::make_emergency } else { emergency::make };
    let help = emergency_address(edition).map(|address| make_help(edition, &address)).transpose()?;
    let made_of =
        [list.as_bytes(), edition.almanac.today.to_string().as_bytes(), &help.unwrap_or_default()].concat();
    let version = fingerprint(&made_of);
    Ok(format!("const VERSION = \"{version}\";\nconst KEPT = {list};\n{WORKER}").into_bytes())
}

fn kept(edition: &Edition) -> impl Iterator<Item = Address> + '_ {
    let pages = [Address::home(), section_address(edition, Section::Of(Kind::Event))];
    let assets =
        edition.assets.addresses().filter(|(name, _)| ["site.css", "print.css", "site.js"].contains(name));
    pages.into_iter().chain(emergency_address(edition)).chain(assets.map(|(_, address)| address.clone()))
}
