//! Finds events that moved without saying from where or to where.

use super::derive::Almanac;
use super::messages;
use crate::ground::Diagnostic;
use crate::read::{Part, Source};
use crate::village::{Entry, Event, EventStatus, Village};

/// Reports single events to come that only say that they moved: a visitor cannot know whether their day is
/// the old one or the new one.
pub(super) fn untold(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let is_untold = |(entry, event): &(&Entry, &Event)| {
        let is_to_come = event.date.as_ref().is_some_and(|day| day.date >= almanac.today);
        let is_told = event.previous_date.is_some() || entry.head.summary.is_some();
        is_to_come && !event.is_recurring() && !is_told && says_nothing(entry)
    };
    village
        .all::<Event>()
        .filter(is_untold)
        .filter_map(|(entry, event)| {
            let status = event.status.as_ref().filter(|it| it.value.0 == EventStatus::Moved)?;
            Some(messages::moved_untold(source.text(&entry.path)?.place(status.span)))
        })
        .collect()
}

fn says_nothing(entry: &Entry) -> bool {
    entry.prose.parts().all(|part| matches!(part, Part::Html(html) if html.trim().is_empty()))
}
