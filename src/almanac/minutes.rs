//! Finds past meetings whose minutes are overdue.

use std::collections::HashSet;

use super::derive::Almanac;
use super::messages;
use crate::ground::{Date, Diagnostic, days_from};
use crate::read::Source;
use crate::village::{Entry, EntryId, Event, LinkTarget, OrganiserRef, Village};

/// How many days it may take to publish minutes.
const DAYS_TO_WRITE: i64 = 60;

/// After how many days nobody will write them any more.
const DAYS_TO_FORGET: i64 = 400;

/// Kinds of events that have minutes, by their ids.
const MEETINGS: [&str; 1] = ["vergadering"];

/// Reports meetings without minutes of organisations that do publish minutes; for each event, the last
/// meeting.
pub(super) fn missing(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let meetings: Vec<(&Entry, &Event, EntryId)> = village
        .all::<Event>()
        .filter_map(|(entry, event)| Some((entry, event, held_by(entry, event)?)))
        .collect();
    if meetings.is_empty() {
        return Vec::new();
    }
    let minutes = || village.documents.iter().filter(|document| document.is_of_kind("notulen"));
    let of_days: HashSet<(EntryId, Date)> =
        minutes().filter_map(|document| Some((document.organisation?, document.day()?))).collect();
    let files: HashSet<usize> = minutes().map(|document| document.file).collect();
    let mut publishers: HashSet<EntryId> = of_days.iter().map(|(organisation, _)| *organisation).collect();
    let has_minutes = |entry: &Entry, event: &Event| event.minutes.is_some() || points_at(entry, &files);
    publishers.extend(
        meetings
            .iter()
            .filter(|(entry, event, _)| has_minutes(entry, event))
            .map(|(.., organisation)| *organisation),
    );
    let lacking = meetings.iter().filter(|(entry, event, organisation)| {
        almanac.is_shown(entry.id) && publishers.contains(organisation) && !has_minutes(entry, event)
    });
    let remarks = lacking.filter_map(|(entry, _, organisation)| {
        let is_due =
            |day: &Date| (DAYS_TO_WRITE + 1..=DAYS_TO_FORGET).contains(&days_from(*day, almanac.today));
        let held = almanac.of_event(entry.id).filter(|it| !it.is_cancelled()).map(|it| it.last_day);
        let day = held.filter(is_due).rfind(|day| !of_days.contains(&(*organisation, *day)))?;
        let place = source.text(&entry.path)?.place(entry.span);
        Some(messages::minutes_missing(place, &entry.name, day, &village.entry(*organisation).slug))
    });
    remarks.collect()
}

/// Returns the organisation of the village that holds a meeting; nothing when the event is not a meeting.
fn held_by(entry: &Entry, event: &Event) -> Option<EntryId> {
    event.kind.as_ref().filter(|kind| MEETINGS.contains(&kind.value.id()))?;
    match &event.organiser.as_ref()?.value {
        OrganiserRef::Organisation(reference) => entry.target(reference.span),
        OrganiserRef::Other(_) => None,
    }
}

/// Whether an entry attaches or links to one of these files.
fn points_at(entry: &Entry, files: &HashSet<usize>) -> bool {
    let linked = entry.links.followed.iter().filter_map(|followed| match followed {
        Ok(LinkTarget::File(number)) => Some(number),
        _ => None,
    });
    entry.links.files.iter().map(|(_, number)| number).chain(linked).any(|number| files.contains(number))
}
