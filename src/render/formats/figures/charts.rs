//! Positions the bars and cells of a chart. Horizontal lengths are percentages of the chart and vertical ones
//! are `em`, so that a chart is as wide as the page and its text stays at the usual size.

use super::rows::{Rows, part_name};
use crate::almanac::{Figures, Tally};
use crate::ground::DayPart;
use crate::ground::capital;
use crate::render::edition::Edition;
use crate::render::numbers::Numbers;
use crate::render::templates::{Value, map};

/// How many bars a chart has before the rest is added up into one.
const MOST_BARS: usize = 10;
/// The longest name in a chart, in characters: what fits on a small telephone. The table has the full name.
const LONGEST_NAME: usize = 36;
/// The length of the longest bar, in thousandths; its number is behind it.
const LONGEST_BAR: u64 = 780;
/// The height of a bar with its name, in hundredths of an `em`.
const ROW: u64 = 300;
/// The height of the highest column, in hundredths of an `em`.
const HIGHEST_COLUMN: u64 = 900;
/// How many shades of darkness a cell can have.
const LEVELS: u64 = 4;

/// Places the bars below each other, each under its name.
pub(super) fn bars(edition: &Edition, rows: &Rows) -> Value {
    let numbers = Numbers::of(edition.language());
    let named = rows.lines.iter().take(MOST_BARS);
    let mut shown: Vec<(String, Tally, bool)> =
        named.map(|line| (shortened(&line.name), line.tally, false)).collect();
    if rows.lines.len() > MOST_BARS {
        let mut rest = Tally::default();
        rows.lines[MOST_BARS..].iter().for_each(|line| rest.add(line.tally));
        shown.push((shortened(edition.words().text("figures.rest")), rest, true));
    }
    let all = rows.lines.iter().map(|line| line.tally.minutes).sum();
    let most = shown.iter().map(|(_, tally, _)| tally.minutes).max().unwrap_or(0).max(1);
    let mut height = 0;
    let bars = shown.into_iter().map(|(name, tally, is_rest)| {
        let top = height;
        height += ROW;
        let length = thousandths(tally.minutes * LONGEST_BAR / most);
        map([
            ("name", name.into()),
            ("hours", numbers.hours_among(tally.minutes, all).into()),
            ("is_rest", is_rest.into()),
            ("length", length.into()),
            ("name_y", em(top + 105).into()),
            ("bar_y", em(top + 140).into()),
            ("hours_y", em(top + 218).into()),
        ])
    });
    let bars: Vec<Value> = bars.collect();
    map([("bars", bars.into()), ("height", em(height).into())])
}

/// Places a column for every month.
pub(super) fn columns(edition: &Edition, figures: &Figures) -> Value {
    let numbers = Numbers::of(edition.language());
    let most = figures.months.iter().map(|row| row.tally.minutes).max().unwrap_or(0).max(1);
    // Longer numbers would run into each other on a telephone; the table has them.
    let fits = most < 1000 * 60;
    let columns = figures.months.iter().zip(0..).enumerate().map(|(month, (row, index))| {
        let height = row.tally.minutes * HIGHEST_COLUMN / most;
        let top = 150 + HIGHEST_COLUMN - height;
        map([
            ("name", edition.words().nth("dates.months_short", month).into()),
            (
                "hours",
                if fits {
                    numbers.hours_among(row.tally.minutes, figures.total.minutes)
                } else {
                    String::new()
                }
                .into(),
            ),
            ("x", thousandths(index * 83 + 10).into()),
            ("middle", thousandths(index * 83 + 43).into()),
            ("y", em(top).into()),
            ("height", em(height).into()),
            ("hours_y", em(top - 40).into()),
        ])
    });
    let columns: Vec<Value> = columns.collect();
    map([("columns", columns.into()), ("ground", em(150 + HIGHEST_COLUMN).into())])
}

/// Places a cell for every part of every day of the week, darker for more hours; each shows its number.
pub(super) fn cells(edition: &Edition, figures: &Figures) -> Value {
    let numbers = Numbers::of(edition.language());
    let dates = edition.dates();
    let most = figures.grid.iter().flatten().map(|tally| tally.minutes).max().unwrap_or(0).max(1);
    let heads = DayPart::ALL.into_iter().zip(0..).map(|(part, column)| {
        map([("name", part_name(edition, part).into()), ("middle", thousandths(column * 220 + 225).into())])
    });
    let rows = (0..7).zip(0..).map(|(weekday, row)| {
        let cells = figures.grid.iter().zip(0..).map(|(part, column)| {
            let tally: Tally = part[weekday];
            map([
                ("level", (tally.minutes * LEVELS).div_ceil(most).into()),
                ("hours", numbers.hours_among(tally.minutes, figures.total.minutes).into()),
                ("x", thousandths(column * 220 + 120).into()),
                ("middle", thousandths(column * 220 + 225).into()),
            ])
        });
        map([
            ("name", dates.short_weekday_of_index(weekday).into()),
            ("y", em(row * 250 + 180).into()),
            ("text_y", em(row * 250 + 330).into()),
            ("cells", cells.collect::<Vec<_>>().into()),
        ])
    });
    map([("heads", heads.collect::<Vec<_>>().into()), ("rows", rows.collect::<Vec<_>>().into())])
}

/// Starts a name with a capital and shortens it to the room there is.
fn shortened(name: &str) -> String {
    let name = capital(name);
    if name.chars().count() <= LONGEST_NAME {
        return name;
    }
    let cut: String = name.chars().take(LONGEST_NAME - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Formats thousandths as `63.2%`.
fn thousandths(number: u64) -> String {
    format!("{}.{}%", number / 10, number % 10)
}

/// Formats hundredths as `2.70em`.
fn em(hundredths: u64) -> String {
    format!("{}.{:02}em", hundredths / 100, hundredths % 100)
}
