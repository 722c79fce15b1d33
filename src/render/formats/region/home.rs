//! The home page of a portal: how many villages take part, what is on in them, their news, and where to find
//! your own village.

use std::sync::Arc;

use super::agenda::coming_days;
use super::by_day::{LineOptions, choice, values};
use super::news::news_items;
use super::outlook::Outlook;
use super::places::{by_province, short_name};
use super::words::number_value;
use crate::ground::{Address, days_later};
use crate::render::addresses::{Section, municipality_address, villages_address};
use crate::render::edition::Edition;
use crate::render::formats::home::own_page;
use crate::render::json_ld;
use crate::render::numbers::Numbers;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, safe};
use crate::render::text::entry_html;
use crate::render::values::{none_or, picture_value};
use crate::render::withdrawn::may_be_shared;

/// How many rows and news items it shows.
const ROWS: usize = 14;
const NEWS: usize = 4;

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    let outlook = Arc::clone(outlook);
    let make = move |edition: &Edition| make(edition, &outlook);
    match own_page(edition) {
        Some(page) => planner.add_entry(page, make),
        None => planner.add(Address::home(), "/", make),
    }
}

fn make(edition: &Edition, outlook: &Outlook) -> Rendered {
    let settings = &edition.village.settings;
    let own = own_page(edition);
    let shared = settings.image.as_ref().filter(|image| may_be_shared(edition, None, &image.value));
    let provinces = by_province(edition, |municipality| {
        let address =
            municipality_address(edition, municipality).unwrap_or_else(|| villages_address(edition));
        let count = municipality.villages.len().to_string();
        Some(choice(&short_name(edition, municipality), address.as_str(), Some(count)))
    });
    let news = news_items(edition, NEWS);
    let title = settings.village_name().to_owned();
    let mut page = Page::new("region-home.html", Address::home(), title, Section::Home)
        .with("numbers", numbers(edition, outlook))
        .with("days", values(edition, outlook, &coming_days(outlook, ROWS), LineOptions::NAMED))
        .with("news", news.iter().map(|news_item| news_item.value(edition)).collect::<Vec<_>>())
        .with("provinces", provinces)
        .with("body", none_or(own.map(|own| safe(&entry_html(edition, own)))));
    page.image = shared.and_then(|picture| picture_value(edition, None, &picture.value));
    page.json_ld = json_ld::scripts([json_ld::website(edition)]);
    page.make(edition)
}

fn numbers(edition: &Edition, outlook: &Outlook) -> Value {
    let villages = &edition.region.region.villages;
    let week = outlook.days.range(..days_later(edition.almanac.today, 7));
    let counts = [
        ("villages", villages.len()),
        ("week", week.map(|(_, rows)| rows.len()).sum()),
        ("venues", villages.iter().map(|village| village.venues.len()).sum()),
    ];
    let numbers = counts.into_iter().filter(|(_, number)| *number > 0).map(|(id, number)| {
        let shown = Numbers::of(edition.language()).whole(u64::try_from(number).unwrap_or(u64::MAX));
        number_value(edition, &format!("region.numbers.{id}"), shown)
    });
    numbers.collect::<Vec<_>>().into()
}
