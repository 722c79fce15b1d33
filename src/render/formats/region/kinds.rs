//! A page for each kind: what is to come of that kind in all villages.

use std::sync::Arc;

use super::by_day::{LineOptions, grouped, values};
use super::outlook::Outlook;
use super::words::counted;
use crate::ground::capital;
use crate::render::addresses::{Section, part_address};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::Value;
use crate::village::Kind;

/// How many rows the page shows.
const LONGEST: usize = 120;

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    for (number, kind) in outlook.kinds.iter().enumerate() {
        let Some(address) = part_address(edition, Kind::Event, &kind.id) else { continue };
        let outlook = Arc::clone(outlook);
        planner.add(address, &kind.title, move |edition| make(edition, &outlook, number));
    }
}

fn make(edition: &Edition, outlook: &Outlook, number: usize) -> Rendered {
    let kind = &outlook.kinds[number];
    let address = part_address(edition, Kind::Event, &kind.id).unwrap_or_else(crate::ground::Address::home);
    let title = edition.words().filled("region.kind_title", &[("kind", &capital(&kind.title))]);
    let shown = outlook.fair_rows(&kind.rows, LONGEST);
    Page::new("region-days.html", address, title, Section::Of(Kind::Event))
        .below_section(edition)
        .with("about", counted(edition, "region.activities", kind.rows.len()))
        .with("days", values(edition, outlook, &grouped(outlook, &shown), LineOptions::NAMED))
        .with("is_day", false)
        .with("has_more", shown.len() < kind.rows.len())
        .with("earlier", Value::none())
        .with("later", Value::none())
        .with("wider", Value::none())
        .with("pager", Value::none())
        .make(edition)
}
