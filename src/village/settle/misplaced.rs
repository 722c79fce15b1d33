//! Reports an event among the pages or the news: its fields are right, but it is in the wrong folder.

use std::collections::BTreeSet;

use super::folder_locale::locale_of_folder;
use crate::field::{Described, FieldSet};
use crate::ground::{Code, Diagnostic, Place, both};
use crate::read::{Key, Mapping, TextFile};
use crate::village::kinds::{Event, Kind};

/// The fields that say when something takes place, apart from its date.
const TIMING_FIELDS: [&str; 5] = ["start", "end", "repeats", "from", "until"];

/// Reports once where an entry belongs, instead of once for each of its fields that is unknown here.
pub(super) fn report(
    kind: Kind,
    file: &TextFile,
    fields: &Mapping,
    known: &FieldSet<'_>,
    remarks: &mut Vec<Diagnostic>,
) {
    let is_unknown_key = |remark: &Diagnostic| remark.code == Code::UnknownKey;
    if kind == Kind::Event || !remarks.iter().any(is_unknown_key) {
        return;
    }
    let event_fields = FieldSet::new(&[Event::FIELDS]);
    let is_unknown = |(key, _): &&(Key, _)| known.find(&key.text).is_none();
    let event_keys: Vec<(&Key, &str)> = fields
        .entries
        .iter()
        .filter(is_unknown)
        .filter_map(|(key, _)| Some((key, event_fields.find(&key.text)?.en)))
        .collect();
    let timing_fields =
        event_keys.iter().filter(|(_, en)| TIMING_FIELDS.contains(en) || *en == "date").count();
    let is_only_day = event_keys.len() == 1 && timing_fields == 1 && event_keys[0].1 == "date";
    // `tot: 1 december` on its own says how long something should stay on the site.
    let is_period = event_keys.iter().all(|(_, en)| matches!(*en, "from" | "until"));
    let is_event = match kind {
        Kind::Page | Kind::News => timing_fields > 0 && !is_period,
        // A club may well mention when its season starts.
        _ => timing_fields > 1,
    };
    let Some((first, _)) = event_keys.first().filter(|_| is_event) else { return };
    let position = |place: &Place| (place.line, place.column);
    let places: BTreeSet<_> = event_keys.iter().map(|(key, _)| position(&file.place(key.span))).collect();
    let before = remarks.len();
    remarks.retain(|remark| !is_unknown_key(remark) || !places.contains(&position(&remark.place)));
    if remarks.len() < before {
        remarks.push(belongs_elsewhere(kind, file, first, is_only_day));
    }
}

fn belongs_elsewhere(kind: Kind, file: &TextFile, key: &Key, is_only_day: bool) -> Diagnostic {
    // In a village with English folders, the other folder has an English name too.
    let locale = locale_of_folder(file);
    let in_folder = |kind: Kind| format!("{}/{}", kind.info().folder.in_locale(locale), file.path.name());
    let (event, news) = (in_folder(Kind::Event), in_folder(Kind::News));
    let noun = kind.info().one.nl.split_once(' ').map_or("", |(_, noun)| noun);
    let key_text = &key.text;
    let remark = Diagnostic::new(
        Code::UnknownKey,
        file.place(key.span),
        match is_only_day {
            true => both(
                format!("'{key_text}' hoort niet bij een {noun}"),
                format!("'{key_text}' does not belong here"),
            ),
            false => both(
                format!("'{key_text}' hoort niet bij een {noun}: dit lijkt een activiteit"),
                format!("'{key_text}' does not belong here: this looks like an event"),
            ),
        },
    );
    remark.hint(match is_only_day {
        true => both(
            format!("is dit nieuws, verplaats dit bestand dan naar {news}; is het een activiteit, dan naar {event}; zet anders de dag in de tekst"),
            format!("if this is news, move this file to {news}; if it is an event, to {event}; otherwise put the day in the text"),
        ),
        false => both(
            format!("verplaats dit bestand naar {event}; er hoeft niets weg"),
            format!("move this file to {event}; you can keep everything in it"),
        ),
    })
}
