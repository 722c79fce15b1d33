//! The labels that a page shows for the fields filled in, and synonyms for them: a search for `tarieven` or
//! `huren` finds the places that have them.

use crate::render::edition::Edition;
use crate::theme::Words;
use crate::village::{Fact, Facts, Kind};

/// Fields by their English keys, with a dot before a key within a group, and the theme texts for them.
type Labels = &'static [(&'static str, &'static [&'static str])];

const OF_VENUES: Labels = &[
    ("address", &["venue.address"]),
    ("opening_hours", &["venue.hours", "search.also.opening_hours"]),
    ("contact", &["venue.contact", "search.also.contact"]),
    ("facilities", &["venue.facilities"]),
    ("accessibility", &["venue.accessibility", "search.also.accessibility"]),
    ("accessibility.accessible_parking", &["access.accessible_parking", "search.also.accessible_parking"]),
    ("accessibility.accessible_toilet", &["access.accessible_toilet"]),
    ("accessibility.assistance_dog", &["access.assistance_dog"]),
    ("accessibility.automatic_door", &["access.automatic_door"]),
    ("accessibility.changing_table", &["access.changing_table"]),
    ("accessibility.hearing_loop", &["access.hearing_loop"]),
    ("accessibility.lift", &["access.lift"]),
    ("accessibility.low_stimulus", &["access.low_stimulus"]),
    ("accessibility.step_free", &["access.step_free"]),
    ("accessibility.wheelchair", &["access.wheelchair"]),
    ("rooms", &["venue.rooms", "search.also.rooms"]),
    ("rooms.rates", &["venue.rates", "venue.price", "search.also.rates"]),
    ("house_rules", &["venue.house_rules"]),
    ("emergency_point", &["emergency_point.title", "search.also.emergency_point"]),
    ("emergency_point.safety_region", &["emergency_point.safety_region"]),
    ("attachments", &["event.documents"]),
];

const OF_ORGANISATIONS: Labels = &[
    ("contact", &["organisation.contact", "search.also.contact"]),
    ("board", &["organisation.board"]),
    ("legal_form", &["organisation.legal_form"]),
    ("kvk", &["organisation.kvk"]),
    ("rsin", &["organisation.rsin"]),
    ("anbi", &["organisation.anbi"]),
    ("documents", &["organisation.documents"]),
];

const OF_EVENTS: Labels = &[
    ("cost", &["event.cost", "search.also.cost"]),
    ("signup", &["event.signup", "search.also.signup"]),
    ("attachments", &["event.documents"]),
];

/// Returns the labels for the fields that an entry of this kind has filled in.
pub(super) fn labels<'e>(
    edition: &'e Edition,
    kind: Kind,
    facts: &Facts<'_>,
) -> impl Iterator<Item = &'e str> {
    let labels = match kind {
        Kind::Venue => OF_VENUES,
        Kind::Organisation => OF_ORGANISATIONS,
        Kind::Event => OF_EVENTS,
        _ => &[],
    };
    let given_labels = labels.iter().filter(|(field, _)| has_field(facts, field));
    given_labels
        .flat_map(|(_, keys)| *keys)
        .filter_map(|key| word(edition, key))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Returns a text of the theme; a theme that builds on no other may lack it.
pub(super) fn word<'e>(edition: &'e Edition, key: &str) -> Option<&'e str> {
    match edition.words().get(key) {
        Some(Words::Text(text)) => Some(text),
        _ => None,
    }
}

/// Whether this field is filled in.
fn has_field(facts: &Facts<'_>, field: &str) -> bool {
    let (first, rest) = field.split_once('.').unwrap_or((field, ""));
    let mut found = facts.iter().filter(|(key, _)| *key == first).filter_map(|(_, fact)| fact.as_ref());
    found.any(|fact| holds(fact, rest))
}

fn holds(fact: &Fact<'_>, field: &str) -> bool {
    match fact {
        Fact::List(items) => items.iter().any(|item| holds(item, field)),
        Fact::Group(facts) if field.is_empty() => facts.iter().any(|(_, fact)| fact.is_some()),
        Fact::Group(facts) => has_field(facts, field),
        _ => field.is_empty(),
    }
}
