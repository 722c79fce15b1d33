//! The figures of one year under names that people know: kinds, places, organisations, months, days.

use crate::almanac::{Cost, Figures, Named, Row, Tally};
use crate::ground::DayPart;
use crate::render::edition::Edition;
use crate::village::Event;

/// One name with its page, if it has one, and the total for it.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) href: Option<String>,
    pub(super) tally: Tally,
}

/// Rows of one sort.
pub(super) struct Rows {
    /// The key of their texts in the theme: `figures.kinds`.
    pub(super) id: &'static str,
    pub(super) lines: Vec<Line>,
}

/// Returns the lists by hours: kinds, places, organisations and costs.
pub(super) fn lists(edition: &Edition, figures: &Figures) -> Vec<Rows> {
    let named = |rows: &[Row<Named>], id| rows.iter().map(|row| named_line(edition, row, id)).collect();
    vec![
        Rows { id: "kinds", lines: kinds(edition, figures) },
        Rows { id: "venues", lines: named(&figures.venues, "venues") },
        Rows { id: "organisations", lines: named(&figures.organisations, "organisations") },
        Rows { id: "costs", lines: costs(edition, figures) },
    ]
}

/// Returns every month of the year by its name.
pub(super) fn months(edition: &Edition, figures: &Figures) -> Rows {
    let dates = edition.dates();
    let lines = figures.months.iter().map(|row| line_without_page(dates.month(row.of.month()), row.tally));
    Rows { id: "months", lines: lines.collect() }
}

/// Returns every day of the week with every part of the day.
pub(super) fn days(edition: &Edition, figures: &Figures) -> Rows {
    let dates = edition.dates();
    let lines = (0..7).flat_map(|weekday| {
        DayPart::ALL.into_iter().map(move |part| {
            let name = format!("{}, {}", dates.weekday_of_index(weekday), part_name(edition, part));
            line_without_page(&name, figures.grid[part as usize][weekday])
        })
    });
    Rows { id: "days", lines: lines.collect() }
}

/// Returns the name of a part of the day, such as `ochtend`.
pub(super) fn part_name(edition: &Edition, part: DayPart) -> &str {
    DayPart::ALL
        .iter()
        .position(|one| *one == part)
        .map_or("", |index| edition.words().nth("figures.day_parts", index))
}

/// Creates a line whose name is not a link.
fn line_without_page(name: &str, tally: Tally) -> Line {
    Line { name: name.to_owned(), href: None, tally }
}

fn kinds(edition: &Edition, figures: &Figures) -> Vec<Line> {
    let label = |id: &str| {
        let mut kinds = edition.village.all::<Event>().filter_map(|(_, event)| event.kind.as_ref());
        let kind = kinds.find(|kind| kind.value.id() == id)?;
        let known = kind.value.known.map(|word| edition.label(word.label));
        Some(known.map_or_else(|| kind.value.typed.clone(), str::to_owned))
    };
    let lines = figures.kinds.iter().map(|row| {
        let name = row.of.as_deref().and_then(label);
        line_without_page(name.as_deref().unwrap_or(edition.words().text("figures.kinds.unsaid")), row.tally)
    });
    lines.collect()
}

fn named_line(edition: &Edition, row: &Row<Named>, id: &str) -> Line {
    match row.of {
        Named::Entry(entry) => Line {
            name: edition.village.entry(entry).name.clone(),
            href: edition.shown(entry).map(|shown| shown.address.to_string()),
            tally: row.tally,
        },
        Named::Other => line_without_page(edition.words().text(&format!("figures.{id}.other")), row.tally),
        Named::Unset => line_without_page(edition.words().text(&format!("figures.{id}.unsaid")), row.tally),
    }
}

fn costs(edition: &Edition, figures: &Figures) -> Vec<Line> {
    let lines = Cost::ALL.into_iter().zip(figures.costs).map(|(cost, tally)| {
        line_without_page(edition.words().text(&format!("figures.costs.{}", cost.id())), tally)
    });
    let mut lines: Vec<Line> = lines.collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.tally.minutes));
    lines
}
