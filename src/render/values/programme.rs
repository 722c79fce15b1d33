//! What is still to come: the next occurrences of an event, and what recurs and comes next at a venue or of
//! an organisation.

use super::at_venue::{is_at, refers_to};
use super::basics::none_or;
use super::card::card;
use super::occurrence::{moved_away, occurrence};
use crate::almanac::{Occurrence, Strand};
use crate::ground::{QuickMap, TimeOfDay, days_later};
use crate::render::addresses::part_address;
use crate::render::edition::Edition;
use crate::render::moments::moment_over;
use crate::render::templates::{Value, map};
use crate::village::{Details, EntryId, EventStatus, Kind};

/// How many occurrences are listed on a page other than the agenda.
const NEXT: usize = 12;

/// How many days ahead a venue or organisation lists more, if nobody rebuilds the site, and how much at most.
const LATER_DAYS: i64 = 56;
const MOST_LATER: usize = 24;

/// How many of those may be exceptions of one recurring event.
const NEXT_OF_SERIES: usize = 3;

/// The next occurrences of an event, or all of them when it is over, including later ones that were changed.
pub(super) fn times_of_event(edition: &Edition, id: EntryId) -> Value {
    let today = edition.almanac.today;
    let all: Vec<&Occurrence> = edition.almanac.of_event(id).collect();
    let coming: Vec<&Occurrence> = all.iter().copied().filter(|it| it.continues_until() >= today).collect();
    let (next, later) = coming.split_at(coming.len().min(NEXT));
    let changed = later.iter().copied().filter(|it| it.change.is_some());
    let last = all.last().filter(|_| coming.is_empty()).copied();
    // The window stops after a year; that does not mean that a recurring event stops then.
    let continues = |day| edition.almanac.series(id).is_some_and(|series| series.continues_after(day));
    let is_all = later.is_empty() && !continues(edition.almanac.window.until);
    let values =
        |times: Vec<&Occurrence>| times.into_iter().map(|it| occurrence(edition, it)).collect::<Vec<_>>();
    let next_numbers: Vec<usize> = next.iter().map(|it| it.number).collect();
    map([
        ("next", values(next.iter().copied().chain(last).collect()).into()),
        ("changed", values(changed.collect()).into()),
        ("away", days_moved_away(edition, id, &next_numbers).into()),
        ("has_more", (!is_all).into()),
        ("last_ends", none_or(is_all.then(|| last_ends(edition, next)).flatten())),
    ])
}

/// The days from which an occurrence moved, except when it is among the next occurrences: those show the move
/// themselves.
fn days_moved_away(edition: &Edition, id: EntryId, next: &[usize]) -> Vec<Value> {
    let today = edition.almanac.today;
    let own = edition.almanac.of_event(id).filter(|it| !next.contains(&it.number));
    let own = own.filter(|it| it.moved_from().is_some_and(|day| day >= today));
    own.map(|it| moved_away(edition, it)).collect()
}

/// What is still to come at this venue or of this organisation: recurring events, and the next occurrences
/// that are single or exceptional.
pub(super) fn programme(edition: &Edition, id: EntryId) -> Value {
    let today = edition.almanac.today;
    let is_venue = edition.village.entry(id).kind() == Kind::Venue;
    let events: Vec<EntryId> = edition.almanac.back_links.to(id, Kind::Event, &edition.village).collect();
    let belongs = |it: &&Occurrence| it.last_day >= today && (!is_venue || is_at(edition, it, id));
    let mut coming: Vec<&Occurrence> =
        events.iter().flat_map(|event| edition.almanac.of_event(*event)).filter(belongs).collect();
    coming.sort_by_key(|it| it.number);
    // An event that is here once, because it moved, does not recur here.
    let is_recurring = |event: &&EntryId| {
        let entry = edition.village.entry(**event);
        let Details::Event(details) = &entry.details else { return false };
        let is_here =
            !is_venue || details.venue.as_ref().is_some_and(|venue| refers_to(entry, &venue.value, id));
        details.repeats.is_some() && is_here && coming.iter().any(|it| it.event == **event)
    };
    let series: Vec<EntryId> = events.iter().filter(is_recurring).copied().collect();
    let mut times = times_outside_series(edition, &coming, &series);
    let horizon = days_later(today, LATER_DAYS);
    let later = times.iter().skip(NEXT).take_while(|it| it.first_day < horizon).take(MOST_LATER).count();
    times.truncate(NEXT + later);
    let (next, later) = times.split_at(times.len().min(NEXT));
    let cards: Vec<Value> = series.iter().map(|event| card(edition, *event)).collect();
    let values =
        |times: &[&Occurrence]| times.iter().map(|it| occurrence(edition, it)).collect::<Vec<Value>>();
    map([
        ("series", cards.into()),
        ("next", values(next).into()),
        ("later", values(later).into()),
        ("last_ends", none_or(last_ends(edition, &times))),
        ("agenda", none_or((coming.len() > times.len()).then(|| agenda_href(edition, id)).flatten())),
    ])
}

/// What is listed beside recurring events: all single occurrences, and of a recurring event what is changed,
/// moved, cancelled or extra, [`NEXT_OF_SERIES`] at most, so that it does not crowd out the rest.
fn times_outside_series<'o>(
    edition: &Edition,
    coming: &[&'o Occurrence],
    series: &[EntryId],
) -> Vec<&'o Occurrence> {
    let mut count_of_event: QuickMap<EntryId, usize> = QuickMap::default();
    let is_extra = |it: &Occurrence| {
        let strands = edition.almanac.series(it.event).map(|series| &series.strands);
        let strand = strands.zip(it.announced).and_then(|(strands, was)| strands.get(was.strand));
        strand.is_some_and(Strand::is_extra)
    };
    let is_news = |it: &&&Occurrence| {
        let is_plain = it.change.is_none() && it.status == EventStatus::Scheduled && !is_extra(it);
        !is_plain || !series.contains(&it.event)
    };
    let has_room = |it: &&&Occurrence| {
        let before = count_of_event.entry(it.event).or_default();
        *before += 1;
        *before <= NEXT_OF_SERIES || !series.contains(&it.event)
    };
    coming.iter().filter(is_news).filter(has_room).copied().collect()
}

/// The moment after which all of these are over.
fn last_ends(edition: &Edition, times: &[&Occurrence]) -> Option<Value> {
    let ends = |it: &Occurrence| it.ends().unwrap_or_else(|| TimeOfDay::END_OF_DAY.on(it.last_day));
    times.iter().max_by_key(|it| ends(it)).map(|it| moment_over(edition, it).into())
}

/// The address of the agenda of a venue or an organisation.
fn agenda_href(edition: &Edition, id: EntryId) -> Option<Value> {
    let entry = edition.village.entry(id);
    part_address(edition, entry.kind(), &entry.slug).map(|address| address.to_string().into())
}
