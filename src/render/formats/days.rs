//! The agenda of one week and of one day: to print, to send to a neighbour, or to open from the month table.

use std::collections::BTreeSet;

use super::lists::line_value;
use crate::ground::{Address, Date, capital, days_from, days_later, monday_of};
use crate::render::addresses::{Section, day_address, month_address, section_address, week_address};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{none_or, titled_link};
use crate::village::Kind;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let dates = edition.dates();
    for day in edition.almanac.days() {
        planner.add(day_address(edition, day), &dates.long(day), move |edition| make_day(edition, day));
    }
    for monday in weeks(edition) {
        planner.add(week_address(edition, monday), &week_title(edition, monday), move |edition| {
            make_week(edition, monday)
        });
    }
}

/// Returns the Mondays of this week and of every week in which something happens.
fn weeks(edition: &Edition) -> BTreeSet<Date> {
    edition.almanac.days().chain([edition.almanac.today]).map(monday_of).collect()
}

/// Returns the address of the page of a day, or none when nothing happens on it.
pub(super) fn day_href(edition: &Edition, day: Date) -> Value {
    let has_page = edition.almanac.on(day).next().is_some();
    none_or(has_page.then(|| day_address(edition, day).to_string().into()))
}

/// Formats a week as `Week 48`.
fn week_name(edition: &Edition, monday: Date) -> String {
    edition.words().filled("agenda.week_name", &[("n", &week_number(monday))])
}

fn week_number(monday: Date) -> String {
    monday.iso_week_date().week().to_string()
}

/// Formats a week as `Week 48: 23 tot en met 29 november 2026`.
fn week_title(edition: &Edition, monday: Date) -> String {
    let (number, (from, until)) =
        (week_number(monday), first_and_last_day(edition, monday, days_later(monday, 6)));
    edition.words().filled("agenda.week_title", &[("n", &number), ("from", &from), ("until", &until)])
}

/// Formats a period as `30 november tot en met 6 december 2026`.
pub(super) fn days_through(edition: &Edition, first: Date, last: Date) -> String {
    let (from, until) = first_and_last_day(edition, first, last);
    edition.words().filled("dates.days", &[("from", &from), ("until", &until)])
}

/// Returns the first and the last day in words; a month or year they share is written once.
fn first_and_last_day(edition: &Edition, first: Date, last: Date) -> (String, String) {
    let dates = edition.dates();
    let from = match () {
        () if first.year() != last.year() => dates.plain(first),
        () if first.month() != last.month() => dates.day_month(first),
        () => dates.day_only(first),
    };
    (from, dates.plain(last))
}

/// Returns a day with its lines.
fn day_values(edition: &Edition, day: Date) -> Value {
    let lines: Vec<Value> = edition.almanac.on(day).filter_map(|line| line_value(edition, line)).collect();
    let ahead = days_from(edition.almanac.today, day);
    map([("day", edition.dates().day(day)), ("ahead", ahead.into()), ("occurrences", lines.into())])
}

fn make_day(edition: &Edition, day: Date) -> Rendered {
    let dates = edition.dates();
    let neighbour = |day: Option<Date>| {
        none_or(day.map(|day| titled_link(dates.day_month(day), &day_address(edition, day))))
    };
    let before = edition.almanac.days().take_while(|other| *other < day).last();
    let after = edition.almanac.days().find(|other| *other > day);
    let week = week_name(edition, monday_of(day));
    page_of_days(edition, day_address(edition, day), capital(&dates.long(day)))
        .with("days", vec![day_values(edition, day)])
        .with("is_week", false)
        .with("earlier", neighbour(before))
        .with("later", neighbour(after))
        .with("wider", titled_link(week, &week_address(edition, day)))
        .make(edition)
}

fn make_week(edition: &Edition, monday: Date) -> Rendered {
    let days: Vec<Value> = (0..7)
        .map(|number| days_later(monday, number))
        .filter(|day| edition.almanac.on(*day).next().is_some())
        .map(|day| day_values(edition, day))
        .collect();
    let all = weeks(edition);
    let neighbour = |monday: Option<&Date>| {
        none_or(
            monday.map(|monday| titled_link(week_name(edition, *monday), &week_address(edition, *monday))),
        )
    };
    let month = edition.dates().month_year(monday);
    let wider = edition.almanac.days().any(|day| day.first_of_month() == monday.first_of_month());
    let month = wider.then(|| titled_link(month, &month_address(edition, monday)));
    page_of_days(edition, week_address(edition, monday), week_title(edition, monday))
        .with("days", days)
        .with("is_week", true)
        .with("earlier", neighbour(all.range(..monday).next_back()))
        .with("later", neighbour(all.range(days_later(monday, 1)..).next()))
        .with("wider", none_or(month))
        .make(edition)
}

/// Builds the part that the day page and the week page share.
fn page_of_days(edition: &Edition, address: Address, title: String) -> Page {
    let section = Section::Of(Kind::Event);
    Page::new("agenda-days.html", address, title, section)
        .below_section(edition)
        .with("agenda", section_address(edition, section).to_string())
}
