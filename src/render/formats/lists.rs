//! What several lists share: the pager of a long list, and the lines of the agenda grouped by day.

use std::collections::BTreeMap;

use crate::almanac::ProgramLine;
use crate::ground::{Address, Date, days_from};
use crate::render::edition::Edition;
use crate::render::templates::{Value, map};
use crate::render::values::{moved_away, occurrence};

/// Groups lines of the agenda under their day, in chronological order. What began earlier and is not over yet
/// is under today.
pub(super) fn by_day<'o>(edition: &Edition, program: impl Iterator<Item = &'o ProgramLine>) -> Vec<Value> {
    let today = edition.almanac.today;
    let mut days: BTreeMap<Date, Vec<Value>> = BTreeMap::new();
    for line in program {
        let under = if line.last_day >= today { line.day.max(today) } else { line.day };
        days.entry(under).or_default().extend(line_value(edition, line));
    }
    let dates = edition.dates();
    let values = days.into_iter().map(|(day, values)| {
        map([
            ("day", dates.day(day)),
            ("ahead", days_from(today, day).into()),
            ("occurrences", values.into()),
        ])
    });
    values.collect()
}
/// Returns one line of the agenda: what happens, or where it moved to.
pub(super) fn line_value(edition: &Edition, line: &ProgramLine) -> Option<Value> {
    let it = edition.almanac.occurrences.get(line.number)?;
    Some(if line.is_away { moved_away(edition, it) } else { occurrence(edition, it) })
}

/// Returns the navigation of a long list: which page this is, and the addresses of its neighbours.
pub(super) fn pager(number: usize, count: usize, address: impl Fn(usize) -> Address) -> Value {
    let at = |number: usize| Value::from(address(number).to_string());
    map([
        ("number", number.into()),
        ("count", count.into()),
        ("earlier", if number > 1 { at(number - 1) } else { Value::none() }),
        ("later", if number < count { at(number + 1) } else { Value::none() }),
    ])
}
