//! Finds events that moved without saying from where or to where.

use super::derive::Almanac;
use super::messages;
use crate::ground::Diagnostic;
use crate::read::{Part, Source};
use crate::village::{Entry, Event, EventStatus, Village};

/// Reports single events to come that only say that they moved: a visitor cannot know whether their day is
/// the old one or the new one.
pub(super) fn moved_without_details(
    village: &Village,
    almanac: &Almanac,
    source: &Source,
) -> Vec<Diagnostic> {
    let lacks_details = |(entry, event): &(&Entry, &Event)| {
        let is_to_come = event.date.as_ref().is_some_and(|day| day.date >= almanac.today);
        let has_details = event.previous_date.is_some() || entry.head.summary.is_some();
        is_to_come && !event.is_recurring() && !has_details && has_no_text(entry)
    };
    village
        .all::<Event>()
        .filter(lacks_details)
        .filter_map(|(entry, event)| {
            let status = event.status.as_ref().filter(|it| it.value.0 == EventStatus::Moved)?;
            Some(messages::moved_without_details(source.text(&entry.path)?.place(status.span)))
        })
        .collect()
}

fn has_no_text(entry: &Entry) -> bool {
    entry.prose.parts().all(|part| matches!(part, Part::Html(html) if html.trim().is_empty()))
}
