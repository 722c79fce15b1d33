//! The figures of every village of a region as a table, for anyone who calculates with them: a municipality,
//! a province.

use super::places::villages_of;
use super::words::province_name;
use crate::ground::{Address, Pair};
use crate::render::addresses::figures_address;
use crate::render::edition::Edition;
use crate::render::formats::table::{Table, header, text};

/// Returns `/ontmoeting/dorpen.csv`, when there is anything to count.
pub(super) fn file_address(edition: &Edition) -> Option<Address> {
    let name = Pair::new("dorpen", "villages").in_locale(edition.locale());
    figures_address(edition).map(|page| page.sibling(&format!("{name}.csv")))
}

/// Writes one line for each village: where it is, and the meetings there in the coming year.
pub(super) fn csv(edition: &Edition) -> Vec<u8> {
    let region = &edition.region;
    let mut table = Table::new(edition.language());
    table.line(
        [
            "region.figures.province",
            "region.figures.municipality",
            "region.sift.village",
            "figures.hours",
            "figures.meetings",
            "figures.numbers.places.other",
        ]
        .map(|key| header(edition, key)),
    );
    for municipality in &region.municipalities {
        for (index, village) in villages_of(edition, municipality) {
            let totals = region.totals.get(index as usize).copied().unwrap_or_default();
            table.line([
                text(village.province.map_or("", |name| province_name(edition, name))),
                text(municipality.given_name.as_deref().unwrap_or_default()),
                text(&village.name),
                table.hours(totals.tally.minutes),
                totals.tally.meetings.to_string(),
                totals.places.to_string(),
            ]);
        }
    }
    table.into_bytes()
}
