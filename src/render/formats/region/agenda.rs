//! The agenda of a portal: a short list of the days to come, with links to all the others and a form to
//! filter by.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::by_day::{Day, LineOptions, choice, values};
use super::day_files::{self, runs, villages_file};
use super::outlook::{Outlook, UpcomingKind};
use super::shares::fair_share;
use super::words::counted;
use crate::ground::{Date, Pair, compact_json, json};
use crate::render::addresses::{
    Section, day_address, month_address, part_address, section_address, villages_folder,
};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{none_or, titled_link};
use crate::village::Kind;

/// How many rows the page shows in all, for today, and for any other day: it must be light on a telephone.
const LONGEST: usize = 100;
const OF_TODAY: usize = 50;
const OF_A_DAY: usize = 25;

/// A village gets at most one in this many of the rows, when there are at least that many villages.
const PARTS: usize = 4;

/// How many rows per day a village has on the home page, unless it is the only one.
const OF_A_VILLAGE: usize = 3;

/// How many days and kinds there are to choose from.
const DAYS: usize = 14;
const KINDS: usize = 24;

/// The distances around a village to choose from, in kilometres.
const DISTANCES: [u32; 3] = [5, 10, 20];

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    let section = Section::Of(Kind::Event);
    let own = Arc::clone(outlook);
    planner
        .add(section_address(edition, section), &section.title(edition), move |edition| make(edition, &own));
    day_files::plan(edition, outlook, planner);
}

/// Returns the months in which something happens, and the current one.
pub(super) fn months(edition: &Edition, outlook: &Outlook) -> BTreeSet<Date> {
    let this = edition.almanac.today.first_of_month();
    outlook.all_days().iter().map(|day| day.first_of_month()).chain([this]).collect()
}

/// Returns the first days of the agenda, as far as they fit. No village gets more than its share, and within
/// a day villages take turns; a day with no rows left to show still links to the full day.
pub(super) fn first_days(edition: &Edition, outlook: &Outlook, longest: usize) -> Vec<Day> {
    let part = longest.div_ceil(outlook.villages_with_events.clamp(1, PARTS));
    let whose = |row: usize| outlook.whose(row);
    let mut shown_of: BTreeMap<Option<u32>, usize> = BTreeMap::new();
    let (mut days, mut shown) = (Vec::new(), 0);
    for (day, rows) in &outlook.days {
        let of_day = if *day == edition.almanac.today { OF_TODAY } else { OF_A_DAY };
        let most = of_day.min(longest.saturating_sub(shown));
        if most == 0 {
            break;
        }
        let mut per_village = shown_of.clone();
        let within_part = |row: &usize| {
            let count = per_village.entry(whose(*row)).or_default();
            *count += 1;
            *count <= part
        };
        let rows_within: Vec<usize> = rows.clone().filter(within_part).collect();
        let kept = kept_or_all(rows, fair_share(&rows_within, most, 1, whose));
        kept.iter().for_each(|row| *shown_of.entry(whose(*row)).or_default() += 1);
        // A day takes room, even without rows.
        shown += kept.len().max(1);
        days.push(part_of(outlook, *day, rows, kept));
    }
    days
}

/// Returns the coming days in order, without gaps, as far as the rows fit; on each day villages take turns.
pub(super) fn coming_days(outlook: &Outlook, longest: usize) -> Vec<Day> {
    let whose = |row: usize| outlook.whose(row);
    let of_a_village = if outlook.villages_with_events > 1 { OF_A_VILLAGE } else { longest };
    let (mut days, mut left) = (Vec::new(), longest);
    for (day, rows) in outlook.days.iter() {
        if left == 0 {
            break;
        }
        let mut per_village: BTreeMap<Option<u32>, usize> = BTreeMap::new();
        let within = |row: &usize| {
            let count = per_village.entry(whose(*row)).or_default();
            *count += 1;
            *count <= of_a_village
        };
        let within: Vec<usize> = rows.clone().filter(within).collect();
        let kept = kept_or_all(rows, fair_share(&within, left, 1, whose));
        left = left.saturating_sub(kept.len());
        days.push(part_of(outlook, *day, rows, kept));
    }
    days
}

/// Returns the kept rows of a day, or all rows when only one is missing: a link to it would take as much
/// room.
fn kept_or_all(rows: &Range<usize>, kept: Vec<usize>) -> Vec<usize> {
    if kept.len() + 1 == rows.len() && !kept.is_empty() { rows.clone().collect() } else { kept }
}

/// Returns a day with its kept rows, and the full number when some are missing.
fn part_of(outlook: &Outlook, day: Date, rows: &Range<usize>, kept: Vec<usize>) -> Day {
    Day { day, of: (kept.len() < rows.len()).then(|| outlook.on(day).len()), rows: kept }
}

fn make(edition: &Edition, outlook: &Outlook) -> Rendered {
    let section = Section::Of(Kind::Event);
    let dates = edition.dates();
    let days = first_days(edition, outlook, LONGEST);
    let last = days.last().map(|day| day.day);
    let next = last.and_then(|last| outlook.days.keys().copied().find(|day| *day > last));
    let later = next.map(|day| {
        let title = edition.words().filled("region.later_from", &[("date", &dates.day_month(day))]);
        titled_link(title, &day_address(edition, day))
    });
    let coming = outlook.all_days().into_iter().take(DAYS).map(|day| {
        let count = outlook.on(day).len().to_string();
        choice(&dates.short(day), day_address(edition, day).as_str(), Some(count))
    });
    let months = months(edition, outlook);
    let months = months
        .iter()
        .map(|month| choice(&dates.month_year(*month), month_address(edition, *month).as_str(), None));
    Page::new("region-agenda.html", section_address(edition, section), section.title(edition), section)
        .with("intro", edition.words().text("region.agenda_intro").to_owned())
        .with("days", values(edition, outlook, &days, LineOptions::NAMED))
        .with("later", none_or(later))
        .with("coming", coming.collect::<Vec<_>>())
        .with("months", months.collect::<Vec<_>>())
        .with("kinds", kinds(edition, outlook))
        .with("has_more_kinds", has_more_kinds(edition, outlook))
        .with("sift", filter_form(edition, outlook))
        .make(edition)
}

/// Returns the kinds with events in the most villages, in order of name.
fn most_coming(outlook: &Outlook) -> Vec<&UpcomingKind> {
    let to_come = outlook.kinds.iter().enumerate().filter(|(_, kind)| !kind.rows.is_empty());
    let mut kinds: Vec<(usize, &UpcomingKind)> = to_come.collect();
    // They are in order of name, so of equal kinds the first by name is chosen.
    kinds.sort_by_key(|(_, kind)| (Reverse(kind.villages), Reverse(kind.rows.len())));
    kinds.truncate(KINDS);
    kinds.sort_unstable_by_key(|(by_name, _)| *by_name);
    kinds.into_iter().map(|(_, kind)| kind).collect()
}

/// Whether there are more kinds than can be chosen from.
fn has_more_kinds(edition: &Edition, outlook: &Outlook) -> bool {
    let to_come = outlook.kinds.iter().filter(|kind| !kind.rows.is_empty()).count();
    to_come > KINDS || outlook.kinds.len() < edition.region.kinds.len()
}

fn kinds(edition: &Edition, outlook: &Outlook) -> Value {
    let links = most_coming(outlook).into_iter().filter_map(|kind| {
        let address = part_address(edition, Kind::Event, &kind.id)?;
        Some(choice(&kind.title, address.as_str(), Some(kind.rows.len().to_string())))
    });
    links.collect::<Vec<_>>().into()
}

/// Returns what the form and its script need.
fn filter_form(edition: &Edition, outlook: &Outlook) -> Value {
    let key = |nl, en| Value::from(Pair::new(nl, en).in_locale(edition.locale()));
    let keys = map([
        ("village", key("dorp", "village")),
        ("distance", key("afstand", "distance")),
        ("kind", key("soort", "kind")),
        ("from", key("vanaf", "from")),
    ]);
    let kinds = most_coming(outlook)
        .into_iter()
        .map(|kind| map([("id", kind.id.as_str().into()), ("title", kind.title.as_str().into())]));
    let word = |id: &str| edition.words().text(&format!("region.sift.{id}")).to_owned();
    let mut words = json!({ "file": day_files::name(edition) });
    for id in ["busy", "one", "other", "none", "nothing", "unknown", "unplaced", "failed"] {
        words[id] = word(id).into();
    }
    let day = |day: Option<&Date>| Value::from(day.map(Date::to_string));
    let days = outlook.all_days();
    map([
        ("villages", villages_file(edition).as_str().into()),
        ("of", villages_folder(edition).into()),
        ("days", runs(days.iter().copied()).into()),
        ("first", day(days.first())),
        ("last", day(days.last())),
        ("words", compact_json(&words).into()),
        ("keys", keys),
        ("kinds", kinds.collect::<Vec<_>>().into()),
        ("distances", DISTANCES.iter().map(|km| Value::from(*km)).collect::<Vec<_>>().into()),
    ])
}

/// Returns how much happens on a day, in words.
pub(super) fn on_a_day(edition: &Edition, outlook: &Outlook, day: Date) -> String {
    counted(edition, "region.activities", outlook.on(day).len())
}
