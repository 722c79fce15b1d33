//! What several lists share: pages of a long list, occurrences grouped by day.

use crate::almanac::Occurrence;
use crate::ground::{Address, Date};
use crate::render::dates::DateWords;
use crate::render::edition::Edition;
use crate::render::templates::{Value, map};
use crate::render::values::occurrence;

/// Occurrences under the day on which they begin, in the order of time. What began earlier and is not over
/// stands under `today`.
pub(super) fn by_day<'o>(edition: &Edition, occurrences: impl Iterator<Item = &'o Occurrence>) -> Value {
    let today = edition.almanac.today;
    let mut days: Vec<(Date, Vec<Value>)> = Vec::new();
    for it in occurrences {
        let under = if it.last_day >= today { it.first_day.max(today) } else { it.first_day };
        match days.last_mut() {
            Some((day, values)) if *day == under => values.push(occurrence(edition, it)),
            _ => days.push((under, vec![occurrence(edition, it)])),
        }
    }
    let dates = DateWords::new(&edition.words);
    let values = days.into_iter().map(|(day, values)| {
        let ahead = day.since(today).map_or(0, |span| span.get_days());
        map([("day", dates.day(day)), ("ahead", i64::from(ahead).into()), ("occurrences", values.into())])
    });
    values.collect::<Vec<_>>().into()
}

/// The way through the pages of a long list: which one this is, and the addresses of its neighbours.
pub(super) fn pager(number: usize, count: usize, address: impl Fn(usize) -> Address) -> Value {
    let at = |number: usize| Value::from(address(number).to_string());
    map([
        ("number", number.into()),
        ("count", count.into()),
        ("earlier", if number > 1 { at(number - 1) } else { Value::none() }),
        ("later", if number < count { at(number + 1) } else { Value::none() }),
    ])
}
