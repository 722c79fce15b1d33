//! The figures of one year as a table for spreadsheets.

use super::rows::{Rows, days, lists, months};
use crate::almanac::{Figures, Tally};
use crate::render::edition::Edition;
use crate::render::formats::table::{Table, header, text};

/// Writes all figures of a year, one below the other: the part, the name, hours and meetings.
pub(super) fn csv(edition: &Edition, figures: &Figures) -> Vec<u8> {
    let mut table = Table::new(edition.language());
    table.line(["part", "name", "hours", "meetings"].map(|key| header(edition, &format!("figures.{key}"))));
    let mut add_row = |part: &str, name: &str, tally: Tally| {
        let hours = table.hours(tally.minutes);
        table.line([part.to_owned(), text(name), hours, tally.meetings.to_string()]);
    };
    add_row(&header(edition, "figures.total"), &figures.first.year().to_string(), figures.total);
    let mut all: Vec<Rows> = lists(edition, figures);
    all.push(months(edition, figures));
    all.push(days(edition, figures));
    for rows in &all {
        let part = header(edition, &format!("figures.{}.column", rows.id));
        rows.lines.iter().for_each(|line| add_row(&part, &line.name, line.tally));
    }
    table.into_bytes()
}
