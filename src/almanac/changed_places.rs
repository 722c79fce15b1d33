//! Finds changes that name another venue in their text only: in a calendar the event would still be at the
//! old one.

use std::collections::BTreeMap;

use super::derive::Almanac;
use crate::ground::{Code, Diagnostic, Locale, Place, TimeOfDay, both, date_in_words, fold, parse_date};
use crate::read::{Source, TextFile};
use crate::village::{At, ChangeFields, Entry, Event, EventStatus, Line, Venue, VenueRef, Village};

/// Words that may precede a place without adding anything.
const LEADS: [&str; 22] = [
    "locatie ",
    "plaats ",
    "venue ",
    "verhuist naar ",
    "verplaatst naar ",
    "we zijn in ",
    "wij zijn in ",
    "we zitten in ",
    "we zijn bij ",
    "dit keer in ",
    "deze keer in ",
    "nu in ",
    "is in ",
    "moved to ",
    "this time in ",
    "this time at ",
    "we are in ",
    "we are at ",
    "in ",
    "bij ",
    "naar ",
    "at ",
];

/// Venues by their names, folded.
type Venues<'v> = BTreeMap<String, &'v Entry>;

/// Reports changes from today on whose text names a venue other than their own.
pub(super) fn venue_in_text(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let mut venues = Venues::new();
    for (entry, _) in village.all::<Venue>() {
        venues.insert(fold(&entry.draft.name), entry);
        venues.insert(fold(&entry.draft.slug), entry);
    }
    let mut remarks = Vec::new();
    for (entry, event) in village.all::<Event>() {
        let (Some(changes), Some(file)) = (&event.changes, source.text(&entry.path)) else { continue };
        let own = event.venue.as_ref().and_then(|venue| match &venue.value {
            VenueRef::Venue(_) => entry.links.target(venue.span),
            VenueRef::Elsewhere(_) => None,
        });
        for change in changes.iter() {
            let fields = &change.value.0;
            let is_open = fields.venue.is_none()
                && fields.date.as_ref().is_some_and(|day| day.date >= almanac.today)
                && fields.status.as_ref().is_none_or(|status| status.value.0 != EventStatus::Cancelled);
            let Some(text) = fields.text.as_ref().filter(|_| is_open) else { continue };
            let clauses: Vec<&str> = text.as_str().split([',', ';', '(', ')']).map(str::trim).collect();
            let Some((at, venue)) =
                clauses.iter().enumerate().find_map(|(at, clause)| Some((at, venue_of(clause, &venues)?)))
            else {
                continue;
            };
            if own == Some(venue.id) {
                continue;
            }
            let rest: Vec<&str> = clauses
                .iter()
                .enumerate()
                .filter(|(other, words)| *other != at && !words.is_empty())
                .map(|(_, words)| *words)
                .collect();
            let rest = rest.join(", ");
            remarks.push(venue_in_text_remark(
                file,
                fields,
                text,
                venue,
                &rest,
                change.span.start == fields.date.as_ref().map_or(0, |day| day.span.start),
            ));
        }
    }
    remarks
}

/// Returns the venue that these words name, with or without one of the leads.
fn venue_of<'v>(clause: &str, venues: &Venues<'v>) -> Option<&'v Entry> {
    let folded = fold(clause);
    let bare = LEADS.iter().find_map(|lead| folded.strip_prefix(lead)).unwrap_or(&folded);
    let articles = ["de ", "het ", "onze ", "the "];
    let bare = articles.iter().find_map(|article| bare.strip_prefix(article)).unwrap_or(bare);
    venues.get(bare).or_else(|| venues.get(&folded)).copied()
}

fn venue_in_text_remark(
    file: &TextFile,
    fields: &ChangeFields,
    text: &At<Line>,
    venue: &Entry,
    rest: &str,
    is_by_day: bool,
) -> Diagnostic {
    let place = file.place(text.span);
    let slug = &venue.draft.slug;
    let is_english = has_english_changes(file);
    let corrected = if is_by_day { corrected_lines(&place, fields, slug, rest, is_english) } else { None };
    let remark = Diagnostic::new(
        Code::BadChange,
        place,
        both(
            format!(
                "'{}' is een locatie, en als tekst verandert er op die dag geen locatie",
                venue.draft.name
            ),
            format!(
                "'{}' is a venue, but as text it does not change the venue on that day",
                venue.draft.name
            ),
        ),
    )
    .hint(both(
        format!("zet het op een regel onder de dag: locatie: {slug}"),
        format!("put it on a line below the day: venue: {slug}"),
    ));
    match corrected {
        Some(corrected) => remark.correction(corrected),
        None => remark,
    }
}

/// Returns the day on its line with the changes below it, or the line of the text with the intended field.
fn corrected_lines(
    place: &Place,
    fields: &ChangeFields,
    slug: &str,
    rest: &str,
    is_english: bool,
) -> Option<String> {
    let prefix = place.prefix();
    let (key, _) = place.excerpt.get(prefix.len()..)?.split_once(':')?;
    let name = |nl: &'static str, en: &'static str| if is_english { en } else { nl };
    let is_day = parse_date(key.trim_matches(['"', '\''])).is_ok();
    if !is_day {
        return rest.is_empty().then(|| format!("{prefix}{}: {slug}", name("locatie", "venue")));
    }
    let indent = " ".repeat(prefix.len() + 2);
    let to = fields.to.as_ref().map(|day| {
        let words = date_in_words(day.date);
        (
            name("naar", "to"),
            words.in_locale(if is_english { Locale::English } else { Locale::Dutch }).to_owned(),
        )
    });
    let time = |time: Option<TimeOfDay>, key| time.map(|time| (key, time.dotted()));
    let start =
        fields.start.as_ref().map(|start| start.value.0).or(fields.to.as_ref().and_then(|day| day.time));
    let all = [
        to,
        time(start, name("begin", "start")),
        time(fields.end.as_ref().map(|end| end.value.0), name("einde", "end")),
        Some((name("locatie", "venue"), slug.to_owned())),
        (!rest.is_empty()).then(|| (name("tekst", "text"), rest.to_owned())),
    ];
    Some(
        all.into_iter().flatten().fold(format!("{prefix}{key}:"), |lines, (key, value)| {
            format!("{lines}\n{indent}{key}: {value}")
        }),
    )
}

/// Whether the changes of a file are under an English key.
fn has_english_changes(file: &TextFile) -> bool {
    file.text.contains("\nchanges:")
}
