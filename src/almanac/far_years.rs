//! Finds years so far off that another one was probably meant: `2062` for `2026`.

use super::messages;
use crate::ground::{Date, Diagnostic, Place};
use crate::read::{Source, TextFile};
use crate::village::{At, Day, Event, News, Village};

/// Villages announce the next jubilee, and hardly anything further ahead.
pub(super) const YEARS_AHEAD: i16 = 10;

/// Anything before this is hardly news, and no village lists it as an event.
const LONG_AGO: i16 = 1900;

/// Reports the days of events and news whose year is probably not the intended one.
pub(super) fn remarks(village: &Village, today: Date, source: &Source) -> Vec<Diagnostic> {
    let is_far =
        |day: &&At<Day>| !(LONG_AGO..=today.year().saturating_add(YEARS_AHEAD)).contains(&day.date.year());
    let far_remark = |file: &TextFile, day: &At<Day>| {
        let place: Place = file.place(day.span);
        messages::far_year(place, day.date, today)
    };
    let mut remarks = Vec::new();
    for (entry, event) in village.all::<Event>() {
        let Some(file) = source.text(&entry.path) else { continue };
        remarks.extend(announced_days(event).filter(is_far).map(|day| far_remark(file, day)));
    }
    for (entry, news) in village.all::<News>() {
        let Some(file) = source.text(&entry.path) else { continue };
        remarks.extend(news.date.iter().filter(is_far).map(|day| far_remark(file, day)));
    }
    remarks
}

/// Returns the days on which an event is. The start and end of a repeating event may be as far off as one
/// likes.
fn announced_days(event: &Event) -> impl Iterator<Item = &At<Day>> {
    let extra =
        event.extra.iter().flat_map(|list| list.iter()).filter_map(|extra| extra.value.0.date.as_ref());
    let moved =
        event.changes.iter().flat_map(|list| list.iter()).filter_map(|change| change.value.0.to.as_ref());
    let own = [&event.date, &event.end_date, &event.from].into_iter().flatten();
    own.filter(|_| event.repeats.is_none()).chain(extra).chain(moved)
}
