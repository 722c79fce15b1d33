//! Rows under the heading of their day, as lists show them.

use super::line::line;
use super::outlook::Outlook;
use super::words::counted;
use crate::ground::{Date, days_from};
use crate::render::addresses::day_address;
use crate::render::edition::Edition;
use crate::render::templates::{Value, map};
use crate::render::values::{none_or, titled_link};

/// Which rows of a day are shown, and whether there are more.
pub(super) struct Day {
    pub(super) day: Date,
    pub(super) rows: Vec<usize>,
    /// How many rows that day has, when not all are shown.
    pub(super) of: Option<usize>,
}

/// What the lines on a page mention.
#[derive(Clone, Copy)]
pub(super) struct LineOptions<'t> {
    pub(super) names_village: bool,
    /// The distance to a village, in words.
    pub(super) distance: &'t dyn Fn(u32) -> Option<String>,
}

impl LineOptions<'_> {
    /// With the name of each village.
    pub(super) const NAMED: Self = Self { names_village: true, distance: &|_| None };
    /// Without names: the page is about one village.
    pub(super) const UNNAMED: Self = Self { names_village: false, distance: &|_| None };
}

/// Groups rows, which are in chronological order, under their days.
pub(super) fn grouped(outlook: &Outlook, rows: &[usize]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for row in rows {
        let Some(day) = outlook.day_of(*row) else { continue };
        match days.last_mut().filter(|last| last.day == day) {
            Some(last) => last.rows.push(*row),
            None => days.push(Day { day, rows: vec![*row], of: None }),
        }
    }
    days
}

/// Returns days in the form that templates use.
pub(super) fn values(
    edition: &Edition,
    outlook: &Outlook,
    days: &[Day],
    line_options: LineOptions<'_>,
) -> Vec<Value> {
    days.iter().map(|day| day_value(edition, outlook, day, line_options)).collect()
}

fn day_value(edition: &Edition, outlook: &Outlook, day: &Day, line_options: LineOptions<'_>) -> Value {
    let dates = edition.dates();
    let rows = day.rows.iter().filter_map(|row| outlook.rows.get(*row));
    let lines = rows.filter_map(|row| line(edition, *row)).map(|line| {
        let km = line.village.and_then(|(at, _)| (line_options.distance)(at));
        line.value(edition, line_options.names_village, km)
    });
    let more = day.of.map(|of| {
        let number = counted(edition, "region.activities", of);
        let words = [("date", &*dates.day_month(day.day)), ("activities", &*number)];
        titled_link(edition.words().filled("region.all_of_day", &words), &day_address(edition, day.day))
    });
    map([
        ("day", edition.dates().day(day.day)),
        ("ahead", days_from(edition.almanac.today, day.day).into()),
        ("lines", lines.collect::<Vec<_>>().into()),
        ("more", none_or(more)),
    ])
}

/// Returns a link to choose from, with a count.
pub(super) fn choice(title: &str, address: &str, count: Option<String>) -> Value {
    map([
        ("title", title.into()),
        ("href", address.into()),
        ("count", count.into()),
        ("is_here", false.into()),
    ])
}
