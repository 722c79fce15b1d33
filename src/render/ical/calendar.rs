//! A calendar of many events, with its name and how often programs should refresh it.

use std::sync::Arc;

use super::event::{components, visits};
use super::lines::Lines;
use super::zone::vtimezone;
use crate::ground::Address;
use crate::render::edition::Edition;
use crate::render::values::is_usually_at;
use crate::village::{EntryId, Event};

/// How often a calendar program should refresh: twice a day.
const LOOK_AGAIN: &str = "PT12H";

/// What a calendar covers.
pub(in crate::render) struct Subject<'s> {
    /// Its name, beside that of the village.
    pub(in crate::render) name: Option<&'s str>,
    /// The page that shows the same events.
    pub(in crate::render) page: &'s Address,
    /// What the calendar leaves out, if anything.
    pub(in crate::render) note: Option<&'s str>,
}

/// The calendar of these events, which are on the site today.
pub(in crate::render) fn calendar(edition: &Edition, subject: &Subject<'_>, events: &[EntryId]) -> Vec<u8> {
    let mut lines = calendar_head(edition, subject);
    for id in events {
        lines.append(&event_components(edition, *id));
    }
    lines.put("END", "VCALENDAR");
    lines.into_string().into_bytes()
}

/// The calendar of a venue. An event usually held there is written in full, including where an occurrence
/// elsewhere is. Of an event that comes there only through a change, just those occurrences are written.
pub(in crate::render) fn venue_calendar(
    edition: &Edition,
    subject: &Subject<'_>,
    events: &[EntryId],
    venue: EntryId,
) -> Vec<u8> {
    let mut lines = calendar_head(edition, subject);
    for id in events {
        if is_usually_at(edition, *id, venue) {
            lines.append(&event_components(edition, *id));
        } else {
            lines.append(&visits(edition, *id, venue));
        }
    }
    lines.put("END", "VCALENDAR");
    lines.into_string().into_bytes()
}

/// Everything before the first event.
pub(super) fn calendar_head(edition: &Edition, subject: &Subject<'_>) -> Lines {
    let settings = &edition.village.settings;
    let village = settings.village_name();
    let name = subject.name.map_or_else(|| village.to_owned(), |name| format!("{name} · {village}"));
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    let language = edition.language().tag().to_uppercase();
    lines.text("PRODID", &format!("-//Dorpsplein//Dorpsplein//{language}"));
    lines.put("CALSCALE", "GREGORIAN");
    lines.text("NAME", &name);
    lines.text("X-WR-CALNAME", &name);
    let about = settings.description.as_ref().map(|about| about.as_str());
    let about: Vec<&str> = about.into_iter().chain(subject.note).collect();
    if !about.is_empty() {
        let about = about.join(" ");
        lines.text("DESCRIPTION", &about);
        lines.text("X-WR-CALDESC", &about);
    }
    lines.text("X-WR-TIMEZONE", edition.zone_name());
    lines.put("REFRESH-INTERVAL;VALUE=DURATION", LOOK_AGAIN);
    lines.put("X-PUBLISHED-TTL", LOOK_AGAIN);
    if let Some(url) = edition.base.absolute(subject.page) {
        lines.put("URL", &url);
    }
    let rgb = settings.colour.as_ref().map_or([0x2f, 0x6b, 0x4f], |colour| colour.value.rgb);
    lines.put("COLOR", nearest_name(rgb));
    lines.append(edition.memo.calendars.time_zone.get_or_init(|| vtimezone(edition.zone())));
    lines
}

/// The components of an event, written once for all calendars that contain it.
pub(super) fn event_components(edition: &Edition, id: EntryId) -> Arc<str> {
    let make = || {
        let entry = edition.village.entry(id);
        let event = <&Event>::try_from(&entry.details).ok();
        event.map_or_else(String::new, |event| components(edition, entry, event)).into()
    };
    Arc::clone(edition.memo.calendars.components[id.0].get_or_init(make))
}

/// CSS colour names, which a calendar may use (RFC 7986 §5.9): those that suit a village.
const NAMES: &[(&str, [u8; 3])] = &[
    ("seagreen", [46, 139, 87]),
    ("forestgreen", [34, 139, 34]),
    ("darkgreen", [0, 100, 0]),
    ("olive", [128, 128, 0]),
    ("teal", [0, 128, 128]),
    ("steelblue", [70, 130, 180]),
    ("royalblue", [65, 105, 225]),
    ("navy", [0, 0, 128]),
    ("purple", [128, 0, 128]),
    ("mediumvioletred", [199, 21, 133]),
    ("crimson", [220, 20, 60]),
    ("firebrick", [178, 34, 34]),
    ("darkorange", [255, 140, 0]),
    ("goldenrod", [218, 165, 32]),
    ("sienna", [160, 82, 45]),
    ("dimgray", [105, 105, 105]),
];

fn nearest_name(rgb: [u8; 3]) -> &'static str {
    let distance = |other: &[u8; 3]| -> i32 {
        rgb.iter().zip(other).map(|(one, other)| (i32::from(*one) - i32::from(*other)).pow(2)).sum()
    };
    NAMES.iter().min_by_key(|(_, other)| distance(other)).map_or("seagreen", |(name, _)| name)
}
