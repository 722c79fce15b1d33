//! The agenda on paper: a week or a month on one sheet for the notice board, on A4 and on A3.

use std::collections::BTreeMap;

use super::days::days_through;
use super::lists::line_value;
use super::months::next_month;
use crate::almanac::ProgramLine;
use crate::ground::{Address, Date, capital, days_later, monday_of};
use crate::render::addresses::{Section, Sheet, is_written, section_address};
use crate::render::edition::Edition;
use crate::render::moments::end_of_day;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::qr::qr;
use crate::render::templates::{Value, map};
use crate::render::values::none_or;
use crate::village::{Event, Kind};

/// How many lines fit on a sheet at each type size (on A4: 14, 12, 10 and 8 points); a day takes a line too.
/// Beyond the last size, a line says how many more there are.
const SIZES: [(usize, &str); 4] = [(17, "large"), (26, "medium"), (40, "small"), (62, "tiny")];

/// The longest title, its room included, that fits on one line, in characters.
const LONG: usize = 45;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    // A page that the village wrote at this address takes precedence.
    for sheet in Sheet::ALL.into_iter().filter(|sheet| !is_written(edition, &sheet.address(edition))) {
        planner.add(sheet.address(edition), &title(edition, sheet), move |edition| make(edition, sheet));
    }
}

fn title(edition: &Edition, sheet: Sheet) -> String {
    edition.words().text(&format!("notice_board.{}", sheet.id())).to_owned()
}

/// Returns the first and the last day of a sheet. Of this week and this month, only what is still to come is
/// useful on a wall.
fn period(today: Date, sheet: Sheet) -> (Date, Date) {
    let week = |monday: Date| (monday, days_later(monday, 6));
    let month = |first: Date| (first, first.last_of_month());
    let (monday, first) = (monday_of(today), today.first_of_month());
    match sheet {
        Sheet::ThisWeek => (today, week(monday).1),
        Sheet::NextWeek => week(days_later(monday, 7)),
        Sheet::ThisMonth => (today, month(first).1),
        Sheet::NextMonth => month(next_month(first)),
    }
}

/// Returns the last day on which the name of a sheet holds: "next week" is wrong once this week is over.
fn named_until(today: Date, sheet: Sheet) -> Date {
    let named = match sheet {
        Sheet::ThisWeek | Sheet::NextWeek => Sheet::ThisWeek,
        Sheet::ThisMonth | Sheet::NextMonth => Sheet::ThisMonth,
    };
    period(today, named).1
}

/// Returns the lines under each day; what takes several days is under the first of them.
fn lines_by_day(edition: &Edition, from: Date, until: Date) -> BTreeMap<Date, Vec<&ProgramLine>> {
    let mut days: BTreeMap<Date, Vec<&ProgramLine>> = BTreeMap::new();
    let program = edition.almanac.program.iter();
    for line in program.filter(|line| line.day <= until && line.last_day >= from && !line.is_away) {
        days.entry(line.day.max(from)).or_default().push(line);
    }
    days
}

fn make(edition: &Edition, sheet: Sheet) -> Rendered {
    let (from, until) = period(edition.almanac.today, sheet);
    let days = lines_by_day(edition, from, until);
    let lines: usize = days
        .values()
        .map(|lines| 1 + lines.iter().map(|line| lines_taken(edition, line)).sum::<usize>())
        .sum();
    let (most, size) = SIZES.into_iter().find(|(most, _)| lines <= *most).unwrap_or(SIZES[SIZES.len() - 1]);
    let (shown, left_out) = days_that_fit(edition, days, most);
    let agenda = edition.base.absolute(&section_address(edition, Section::Of(Kind::Event)));
    let title = title(edition, sheet);
    Page::new("notice-board.html", sheet.address(edition), title, Section::Of(Kind::Event))
        .below_section(edition)
        .with("heading", heading(edition, from, until))
        .with("days", shown)
        .with("size", size)
        .with("left_out", left_out)
        .with("sheets", sheets(edition, sheet))
        .with("over_from", end_of_day(edition, until))
        .with("url", agenda)
        .with("qr", none_or(agenda_code(edition).cloned()))
        .make(edition)
}

/// Returns the address of the agenda as a QR code: the same on every sheet.
fn agenda_code(edition: &Edition) -> Option<&Value> {
    let make = || {
        let url = edition.base.absolute(&section_address(edition, Section::Of(Kind::Event)))?;
        qr(&url, &url)
    };
    edition.memo.everywhere.agenda_code.get_or_init(make).as_ref()
}

/// How many characters it takes to say which day something was moved from.
const MOVED: usize = 16;

/// Returns how many lines an occurrence takes: two when its text is long, and as many as its days and times.
fn lines_taken(edition: &Edition, line: &ProgramLine) -> usize {
    let Some(it) = edition.almanac.occurrences.get(line.number) else { return 1 };
    let entry = edition.village.entry(it.event);
    let Ok(event) = <&Event>::try_from(&entry.details) else { return 1 };
    let rooms = it.rooms(event).into_iter().flat_map(|rooms| rooms.iter());
    let title = it.title(event).unwrap_or(&entry.name).chars().count();
    let room: usize = rooms.map(|room| room.as_str().chars().count()).sum();
    let moved = it.moved_from().map_or(0, |_| MOVED);
    let text = 1 + usize::from(title + room + moved > LONG);
    let has_hours = it.start.is_some() && it.goes_on_all_along().is_none();
    if it.spans_days() { text.max(2 + usize::from(has_hours)) } else { text }
}

/// Returns the days and lines that fit, and how many do not.
fn days_that_fit(
    edition: &Edition,
    days: BTreeMap<Date, Vec<&ProgramLine>>,
    mut room: usize,
) -> (Vec<Value>, usize) {
    let dates = edition.dates();
    let (mut shown, mut left_out) = (Vec::new(), 0);
    for (day, lines) in days {
        room = room.saturating_sub(1);
        let mut values = Vec::new();
        for line in &lines {
            let height = lines_taken(edition, line);
            if height > room {
                // Everything after it is left out too, so that only the end is missing.
                room = 0;
                left_out += 1;
                continue;
            }
            room -= height;
            values.extend(line_value(edition, line));
        }
        if !values.is_empty() {
            shown.push(map([("day", dates.day(day)), ("lines", values.into())]));
        }
    }
    (shown, left_out)
}

/// Formats the period as `30 november tot en met 6 december 2026`, `December 2026` for a whole month, or the
/// day if there is only one.
fn heading(edition: &Edition, from: Date, until: Date) -> String {
    match () {
        () if from == until => capital(&edition.dates().long(from)),
        () if from == until.first_of_month() && until == from.last_of_month() => {
            capital(&edition.dates().month_year(from))
        }
        () => days_through(edition, from, until),
    }
}

/// Returns links from this sheet to the others.
fn sheets(edition: &Edition, here: Sheet) -> Value {
    let links = Sheet::ALL.into_iter().map(|sheet| {
        let address: Address = sheet.address(edition);
        map([
            ("title", title(edition, sheet).into()),
            ("href", address.to_string().into()),
            ("is_here", (sheet == here).into()),
            ("ends", end_of_day(edition, named_until(edition.almanac.today, sheet)).into()),
        ])
    });
    links.collect::<Vec<_>>().into()
}
