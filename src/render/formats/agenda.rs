//! The agenda as a list: everything to come, and everything of one kind, at one venue, of one organisation.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::angles::{angles, belongs, own_angles};
use super::lists::by_day;
use super::months::{month_links, months};
use crate::almanac::Showing;
use crate::ground::{Date, capital};
use crate::render::addresses::{Section, section_address};
use crate::render::angle::{Angle, Side};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Made, Planner};
use crate::render::templates::{Value, map};
use crate::render::values::{card, none_or};
use crate::village::Kind;

/// How many lines the list shows; the months have them all.
const LONGEST: usize = 60;

/// How many of what is over a part of the agenda still shows.
const PAST: usize = 20;

/// How many kinds, venues or organisations can be chosen from, and how many kinds come first because they come most often.
const MOST_CHOICES: usize = 48;
const FIRST_CHOICES: usize = 10;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    // The months are the same for every page of the agenda.
    let months = Arc::new(months(edition));
    let section = Section::Of(Kind::Event);
    let all = Arc::clone(&months);
    if !edition.village.settings.is_portal() {
        let address = section_address(edition, section);
        planner.add(address, &section.title(edition), move |edition| make(edition, &all));
    }
    for (number, angle) in own_angles(edition) {
        let months = Arc::clone(&months);
        planner.add(angle.page.clone(), &angle.name, move |edition| {
            make_angle(edition, &months, &angles(edition)[number])
        });
    }
}

/// The ways to divide the agenda, with what has something to come.
fn filters(edition: &Edition, page: Option<&Angle>) -> Value {
    let sides = Side::ALL.into_iter().map(|side| {
        let own = angles(edition).iter().filter(|angle| angle.side == side && angle.coming > 0);
        let own: Vec<&Angle> = own.take(MOST_CHOICES + 1).collect();
        // A choice of hundreds is none; then the page of each venue and organisation leads there.
        let own = match own.len() > MOST_CHOICES {
            true => Vec::new(),
            false if side == Side::Kind => often_first(own),
            false => own,
        };
        let items = own.into_iter().map(|angle| {
            let is_here = page.is_some_and(|page| page.page == angle.page);
            map([
                ("label", angle.name.as_str().into()),
                ("href", angle.page.as_str().into()),
                ("is_here", is_here.into()),
            ])
        });
        map([
            ("id", side.id().into()),
            ("title", edition.words.text(&format!("agenda.{}", side.id())).into()),
            ("items", items.collect::<Vec<_>>().into()),
        ])
    });
    sides.collect::<Vec<_>>().into()
}

/// Those that come most often, and then the others by name.
fn often_first(mut angles: Vec<&Angle>) -> Vec<&Angle> {
    let mut often = angles.clone();
    often.sort_by_key(|angle| Reverse(angle.coming));
    often.truncate(FIRST_CHOICES);
    angles.retain(|angle| often.iter().all(|first| first.page != angle.page));
    often.extend(angles);
    often
}

fn make(edition: &Edition, months: &BTreeSet<Date>) -> Made {
    let section = Section::Of(Kind::Event);
    let all = edition.almanac.upcoming().count();
    Page::new("agenda.html", section_address(edition, section), section.title(edition), section)
        .with("days", by_day(edition, edition.almanac.program_from_today().take(LONGEST)))
        .with("has_more", all > LONGEST)
        .with("filters", filters(edition, None))
        .with("angle", Value::none())
        .with("of", Value::none())
        .with("months", month_links(edition, months.clone()))
        .make(edition)
}

fn make_angle(edition: &Edition, months: &BTreeSet<Date>, angle: &Angle) -> Made {
    let today = edition.almanac.today;
    let belongs = |line: &Showing| {
        edition.almanac.occurrences.get(line.number).is_some_and(|it| belongs(edition, angle, it))
    };
    let lines = edition.almanac.program_of(&angle.events);
    let (coming, past): (Vec<&Showing>, Vec<&Showing>) =
        lines.iter().filter(|line| belongs(line)).partition(|line| line.goes_on_until >= today);
    let has_more = coming.len() > LONGEST;
    let recent = past.into_iter().rev().filter(|line| !line.is_away).take(PAST);
    Page::new("agenda.html", angle.page.clone(), capital(&angle.name), Section::Of(Kind::Event))
        .below_section(edition)
        .with("days", by_day(edition, coming.into_iter().take(LONGEST)))
        .with("past", by_day(edition, recent).into_iter().rev().collect::<Vec<_>>())
        .with("has_more", has_more)
        .with("filters", filters(edition, Some(angle)))
        .with("angle", angle.side.id())
        .with("of", none_or(angle.entry.map(|entry| card(edition, entry))))
        .with("months", month_links(edition, months.clone()))
        .make(edition)
}
