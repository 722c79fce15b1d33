//! The agenda by month: a real table with a row for every week.

use std::collections::BTreeSet;

use super::days::day_href;
use super::lists::{by_day, line_value};
use crate::ground::{Date, DateSpan, capital, weekday_number};
use crate::render::addresses::{Section, month_address, section_address};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{none_or, titled_link};
use crate::village::Kind;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    for month in months(edition) {
        let name = edition.dates().month_year(month);
        planner.add(month_address(edition, month), &name, move |edition| make(edition, month));
    }
}

/// Returns the first days of the current month and of every month in which something happens.
pub(super) fn months(edition: &Edition) -> BTreeSet<Date> {
    let mut months: BTreeSet<Date> = [edition.almanac.today.first_of_month()].into();
    months.extend(edition.almanac.days().map(Date::first_of_month));
    months
}

/// Returns the first day of the next month.
pub(super) fn next_month(month: Date) -> Date {
    month.checked_add(DateSpan::new().months(1)).unwrap_or(month)
}

/// Returns links to the months, starting with the current one.
pub(super) fn month_links(edition: &Edition, months: BTreeSet<Date>) -> Value {
    let from = edition.almanac.today.first_of_month();
    let dates = edition.dates();
    let links = months
        .into_iter()
        .filter(|month| *month >= from)
        .take(13)
        .map(|month| titled_link(dates.month_year(month), &month_address(edition, month)));
    links.collect::<Vec<_>>().into()
}

fn make(edition: &Edition, month: Date) -> Rendered {
    let all = months(edition);
    let link =
        |month: Option<&Date>| {
            none_or(month.map(|month| {
                titled_link(edition.dates().month_year(*month), &month_address(edition, *month))
            }))
        };
    let title = capital(&edition.dates().month_year(month));
    let section = Section::Of(Kind::Event);
    let last = month.last_of_month();
    Page::new("agenda-month.html", month_address(edition, month), title, section)
        .below_section(edition)
        .with("weeks", weeks(edition, month))
        .with("month", edition.dates().month_year(month))
        .with("weekdays", weekdays(edition))
        .with(
            "days",
            by_day(edition, edition.almanac.program.iter().filter(|it| (month..=last).contains(&it.day))),
        )
        .with("earlier", link(all.range(..month).next_back()))
        .with("later", link(all.range(next_month(month)..).next()))
        .with("agenda", section_address(edition, section).to_string())
        .make(edition)
}

fn weekdays(edition: &Edition) -> Value {
    let dates = edition.dates();
    let days = (0..7).map(|index| {
        map([
            ("long", dates.weekday_of_index(index).into()),
            ("short", dates.short_weekday_of_index(index).into()),
        ])
    });
    days.collect::<Vec<_>>().into()
}

/// Returns the weeks of the month, Monday first; days of other months are empty.
fn weeks(edition: &Edition, month: Date) -> Value {
    let dates = edition.dates();
    let mut weeks: Vec<Value> = Vec::new();
    let blank = weekday_number(month.weekday());
    let mut week: Vec<Value> = vec![Value::none(); blank];
    let mut day = month;
    loop {
        let happens = edition.almanac.on(day).filter_map(|line| line_value(edition, line));
        week.push(map([
            ("day", dates.day(day)),
            ("is_today", (day == edition.almanac.today).into()),
            ("href", day_href(edition, day)),
            ("occurrences", happens.collect::<Vec<_>>().into()),
        ]));
        if week.len() == 7 {
            weeks.push(std::mem::take(&mut week).into());
        }
        match day.tomorrow() {
            Ok(tomorrow) if tomorrow.month() == month.month() => day = tomorrow,
            _ => break,
        }
    }
    if !week.is_empty() {
        week.resize(7, Value::none());
        weeks.push(week.into());
    }
    weeks.into()
}
