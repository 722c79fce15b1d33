//! The agenda on paper: a week or a month on one sheet for the notice board, on A4 and on A3.

use std::collections::BTreeMap;

use super::days::days_through;
use super::lists::line_value;
use super::months::next_month;
use super::sheet_room::{Fit, fit};
use crate::ground::{Address, Date, capital, days_later, monday_of};
use crate::render::addresses::{Section, Sheet, is_written, section_address};
use crate::render::edition::Edition;
use crate::render::moments::end_of_day;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::qr::qr;
use crate::render::templates::{Value, map};
use crate::render::values::none_or;
use crate::village::Kind;

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
fn lines_by_day(edition: &Edition, from: Date, until: Date) -> BTreeMap<Date, Vec<Value>> {
    let mut days: BTreeMap<Date, Vec<Value>> = BTreeMap::new();
    let program = edition.almanac.program.iter();
    for line in program.filter(|line| line.day <= until && line.last_day >= from && !line.is_away) {
        days.entry(line.day.max(from)).or_default().extend(line_value(edition, line));
    }
    days
}

fn make(edition: &Edition, sheet: Sheet) -> Rendered {
    let (from, until) = period(edition.almanac.today, sheet);
    let (days, heading) = (lines_by_day(edition, from, until), heading(edition, from, until));
    let village = edition
        .words()
        .filled("notice_board.heading", &[("village", edition.village.settings.village_name())]);
    let lines: Vec<&[Value]> = days.values().map(Vec::as_slice).collect();
    let Fit { size, shown } = fit(&lines, &village, &heading);
    let left_out = lines.iter().zip(&shown).map(|(lines, shown)| lines.len() - shown).sum::<usize>();
    let agenda = edition.base.absolute(&section_address(edition, Section::Of(Kind::Event)));
    let title = title(edition, sheet);
    Page::new("notice-board.html", sheet.address(edition), title, Section::Of(Kind::Event))
        .below_section(edition)
        .with("heading", heading)
        .with("days", days_shown(edition, days, &shown))
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

/// Returns the days with as many of their lines as fit.
fn days_shown(edition: &Edition, days: BTreeMap<Date, Vec<Value>>, shown: &[usize]) -> Vec<Value> {
    let dates = edition.dates();
    let days = days.into_iter().zip(shown).filter(|(_, shown)| **shown > 0);
    let values = days.map(|((day, mut lines), shown)| {
        lines.truncate(*shown);
        map([("day", dates.day(day)), ("lines", lines.into())])
    });
    values.collect()
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
