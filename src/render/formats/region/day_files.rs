//! The files that the script of the agenda reads: the names and places of all villages in one file, and what
//! happens on each day in a file of its own, so that a visitor who wants a week fetches only a week.
//!
//! A day is `{"v": [[name, id, latitude, longitude, site], …], "r": [[time, title, address, village, kind,
//! venue, status, status in words, over, changes], …], "g": […]}`. Here `g` has what began earlier and is
//! still going on, for visitors who start at this day; the village is its index in `v`, or -1 for an event of
//! the portal itself; addresses are relative to the site of the village, and absolute when they are outside
//! it; `over` is the minute since 1970 from which it is over. The list of villages is `[[name, id, latitude,
//! longitude], …]`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::line::{Line, line};
use super::outlook::Outlook;
use crate::ground::{Address, Date, Json, Pair, compact_json, json};
use crate::region::{Point, RemoteVillage};
use crate::render::addresses::{Section, day_address, section_address, villages_address};
use crate::render::edition::Edition;
use crate::render::plan::{Planner, Rendered};
use crate::village::Kind;

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    for day in outlook.all_days() {
        let outlook = Arc::clone(outlook);
        let address = day_address(edition, day).sibling(name(edition));
        planner.add_file_of_page(address, move |edition| make_day(edition, &outlook, day));
    }
    planner.add(villages_file(edition), villages_file(edition).as_str(), make_villages);
}

/// Returns the name of the file of a day, which is beside the page of that day.
pub(super) fn name(edition: &Edition) -> &'static str {
    Pair::new("dag.json", "day.json").in_locale(edition.locale())
}

/// Returns the address of the list of villages for the script.
pub(super) fn villages_file(edition: &Edition) -> Address {
    villages_address(edition).sibling(Pair::new("dorpen.json", "villages.json").in_locale(edition.locale()))
}

/// Writes days in the form a script reads: `20780-20790 20795`, counted from 1 January 1970.
pub(super) fn runs(days: impl Iterator<Item = Date>) -> String {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for day in days {
        let number = crate::ground::days_from(Date::constant(1970, 1, 1), day);
        match runs.last_mut().filter(|(_, last)| *last + 1 == number) {
            Some((_, last)) => *last = number,
            None => runs.push((number, number)),
        }
    }
    let words = runs.into_iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Rounds to about ten metres, which is precise enough for distances in kilometres.
fn degrees(point: Option<Point>, of: impl Fn(Point) -> f64) -> Json {
    point.map_or(Json::Null, |point| ((of(point) * 1e4).round() / 1e4).into())
}

fn make_day(edition: &Edition, outlook: &Outlook, day: Date) -> Rendered {
    let mut villages = Villages::default();
    let mut rows_json = |rows: &mut dyn Iterator<Item = usize>| -> Vec<Json> {
        let lines = rows.filter_map(|row| line(edition, *outlook.rows.get(row)?));
        lines.map(|line| row_json(edition, &line, &mut villages)).collect()
    };
    let rows = rows_json(&mut outlook.starting_on(day));
    let ongoing = rows_json(&mut outlook.ongoing_on(day).iter().copied());
    let mut file = json!({ "v": villages.entries, "r": rows });
    if !ongoing.is_empty() {
        file["g"] = ongoing.into();
    }
    Ok(compact_json(&file).into_bytes())
}

/// The villages of a day, each with its index.
#[derive(Default)]
struct Villages {
    entries: Vec<Json>,
    places: BTreeMap<u32, usize>,
}

impl Villages {
    fn place_of(&mut self, index: u32, village: &RemoteVillage) -> usize {
        *self.places.entry(index).or_insert_with(|| {
            self.entries.push(village_json(village));
            self.entries.len() - 1
        })
    }
}

/// Writes one row, in the format described at the top of this file.
fn row_json(edition: &Edition, line: &Line<'_>, villages: &mut Villages) -> Json {
    let agenda = section_address(edition, Section::Of(Kind::Event));
    let (village_place, href) = match line.village {
        None => (Json::from(-1), Address::relative_link(line.href, &agenda)),
        Some((index, village)) => {
            (villages.place_of(index, village).into(), relative_to_home(line.href, &village.home).to_owned())
        }
    };
    let status = line.status.map(|id| edition.words().text(&format!("status.{id}")).to_owned());
    let over = line.ends.parse::<crate::ground::Timestamp>().map_or(0, |ends| ends.as_second() / 60);
    let place = [line.venue.as_deref(), line.room.as_deref()].into_iter().flatten().collect::<Vec<_>>();
    let about = [line.previous.as_deref(), line.note].into_iter().flatten().collect::<Vec<_>>();
    let mut row = vec![
        line.when(edition).into(),
        line.title.into(),
        href.into(),
        village_place,
        line.kind.unwrap_or("").into(),
        place.join(", ").into(),
        line.status.unwrap_or("").into(),
        status.unwrap_or_default().into(),
        over.into(),
    ];
    // Hardly any row has this: what is absent need not be fetched.
    if !about.is_empty() {
        row.push(about.join(" · ").into());
    }
    row.into()
}

/// Returns the part of an address after that of the site; the whole address when it does not begin with that
/// of the site, or when the rest could itself be mistaken for an absolute address.
fn relative_to_home<'h>(href: &'h str, home: &str) -> &'h str {
    href.strip_prefix(home).filter(|rest| !is_absolute(rest)).unwrap_or(href)
}

/// Whether the script takes this for an absolute address.
fn is_absolute(address: &str) -> bool {
    address.starts_with("https:") || address.starts_with("http:")
}

/// Writes a village, in the format described at the top of this file.
fn village_json(village: &RemoteVillage) -> Json {
    let (lat, lon) = (degrees(village.point, |point| point.lat), degrees(village.point, |point| point.lon));
    json!([&*village.full_name(), &*village.slug, lat, lon, &*village.home])
}

/// Renders the list of villages: those with the same name are distinguished as everywhere, and if need be by
/// slug.
fn make_villages(edition: &Edition) -> Rendered {
    let all = &edition.region.region.villages;
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let list = all.iter().map(|village| {
        let mut name = village.full_name().into_owned();
        if !taken.insert(name.clone()) {
            name = format!("{name} ({})", village.slug);
        }
        let (lat, lon) =
            (degrees(village.point, |point| point.lat), degrees(village.point, |point| point.lon));
        json!([name, &*village.slug, lat, lon])
    });
    Ok(compact_json(&list.collect::<Json>()).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shortened_only_where_the_script_can_restore_it() {
        let home = "https://dorpen.example/aa/";
        assert_eq!(relative_to_home("https://dorpen.example/aa/agenda/x/", home), "agenda/x/");
        assert_eq!(relative_to_home(home, home), "");
        for whole in ["https://dorpen.example/samen/", "https://dorpen.example/aa/https://elders.example/"] {
            assert_eq!(relative_to_home(whole, home), whole);
        }
    }

    #[test]
    fn consecutive_days_are_written_as_one_run() {
        let day = |day| Date::constant(1970, 1, day);
        assert_eq!(runs([day(2), day(3), day(4), day(9)].into_iter()), "1-3 8");
        assert_eq!(runs(std::iter::empty()), "");
    }
}
