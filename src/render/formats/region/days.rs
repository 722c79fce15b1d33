//! The days of the agenda of a portal, split into pages when a day is full, and the months that link to the
//! days.

use std::sync::Arc;

use super::agenda::{months, on_a_day};
use super::by_day::{Day, LineOptions, values};
use super::outlook::Outlook;
use crate::ground::{Address, Date, capital, days_later};
use crate::render::addresses::{Section, day_address, month_address};
use crate::render::edition::Edition;
use crate::render::formats::lists::pager;
use crate::render::formats::months::next_month;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{none_or, titled_link};
use crate::village::Kind;

/// How many rows are on one page.
const PER_PAGE: usize = 200;

pub(super) fn plan(edition: &Edition, outlook: &Arc<Outlook>, planner: &mut Planner<'_>) {
    let dates = edition.dates();
    for day in outlook.all_days() {
        let count = outlook.on(day).len().div_ceil(PER_PAGE);
        for number in 1..=count {
            let outlook = Arc::clone(outlook);
            planner.add(page_address(edition, day, number), &dates.long(day), move |edition| {
                make_day(edition, &outlook, day, number)
            });
        }
    }
    for month in months(edition, outlook) {
        let outlook = Arc::clone(outlook);
        planner.add(month_address(edition, month), &dates.month_year(month), move |edition| {
            make_month(edition, &outlook, month)
        });
    }
}

/// Returns `/agenda/2026/11/24/`, `/agenda/2026/11/24/2/`.
fn page_address(edition: &Edition, day: Date, number: usize) -> Address {
    let first = day_address(edition, day);
    match number {
        1 => first,
        number => first.sibling(&format!("{number}/")),
    }
}

fn make_day(edition: &Edition, outlook: &Outlook, day: Date, number: usize) -> Rendered {
    let dates = edition.dates();
    let neighbour = |day: Option<Date>| {
        none_or(day.map(|day| titled_link(dates.day_month(day), &day_address(edition, day))))
    };
    let days = outlook.all_days();
    let before = days.range(..day).next_back().copied();
    let after = days.range(days_later(day, 1)..).next().copied();
    let all = outlook.on(day);
    let count = all.len().div_ceil(PER_PAGE);
    let rows: Vec<usize> = all.into_iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).collect();
    let month = titled_link(dates.month_year(day), &month_address(edition, day));
    let title = capital(&dates.long(day));
    let title = match number {
        1 => title,
        number => {
            format!("{title} ({})", edition.words().filled("page_number", &[("n", &number.to_string())]))
        }
    };
    Page::new("region-days.html", page_address(edition, day, number), title, Section::Of(Kind::Event))
        .below_section(edition)
        .with("about", on_a_day(edition, outlook, day))
        .with("days", values(edition, outlook, &[Day { day, rows, of: None }], LineOptions::NAMED))
        .with("is_day", true)
        .with("has_more", false)
        .with("earlier", neighbour(before))
        .with("later", neighbour(after))
        .with("wider", month)
        .with("pager", pager(number, count, |number| page_address(edition, day, number)))
        .make(edition)
}

fn make_month(edition: &Edition, outlook: &Outlook, month: Date) -> Rendered {
    let dates = edition.dates();
    let all = months(edition, outlook);
    let neighbour = |month: Option<&Date>| {
        none_or(month.map(|month| titled_link(dates.month_year(*month), &month_address(edition, *month))))
    };
    let days = outlook.all_days();
    let days = days.range(month..=month.last_of_month()).map(|day| {
        map([
            ("day", dates.day(*day)),
            ("href", day_address(edition, *day).as_str().into()),
            ("count", on_a_day(edition, outlook, *day).into()),
        ])
    });
    let title = capital(&dates.month_year(month));
    Page::new("region-month.html", month_address(edition, month), title, Section::Of(Kind::Event))
        .below_section(edition)
        .with("days", days.collect::<Vec<Value>>())
        .with("earlier", neighbour(all.range(..month).next_back()))
        .with("later", neighbour(all.range(next_month(month)..).next()))
        .make(edition)
}
