//! Reports an entry in the folder of another kind: its fields are right, but it is in the wrong folder.

use std::collections::BTreeSet;

use super::folder_locale::locale_of_folder;
use super::slugs::leading_date;
use crate::field::{Described, FieldSet, Shape, Word};
use crate::ground::{Both, Code, Diagnostic, Place, both, fold, joined_list};
use crate::read::{Key, Mapping, Span, TextFile, Value};
use crate::village::kinds::{Event, Kind};

/// The fields that say when something takes place, apart from its date.
const TIMING_FIELDS: [&str; 5] = ["start", "end", "repeats", "from", "until"];

/// The fields by which a kind is recognised, each with how much it proves.
type Signs = &'static [(&'static str, u8)];

const OF_VENUE: Signs = &[
    ("opening_hours", 2),
    ("facilities", 2),
    ("accessibility", 2),
    ("emergency_point", 2),
    ("house_rules", 2),
    ("rooms", 1),
    ("address", 1),
    ("manager", 1),
    ("location", 1),
];

const OF_ORGANISATION: Signs =
    &[("legal_form", 2), ("kvk", 2), ("rsin", 2), ("board", 2), ("anbi", 1), ("founded", 1)];

/// An entry with keys that are unknown in its folder.
struct Misplaced<'m> {
    kind: Kind,
    file: &'m TextFile,
    fields: &'m Mapping,
    unknown: Vec<&'m Key>,
}

/// Reports once where an entry belongs, instead of once for each of its fields that is unknown here.
pub(super) fn report(
    kind: Kind,
    file: &TextFile,
    fields: &Mapping,
    known: &FieldSet<'_>,
    remarks: &mut Vec<Diagnostic>,
) {
    if !remarks.iter().any(is_about_unknown_key) {
        return;
    }
    let unknown = fields.entries.iter().map(|(key, _)| key).filter(|key| known.find(&key.text).is_none());
    let entry = Misplaced { kind, file, fields, unknown: unknown.collect() };
    if kind != Kind::Event && entry.report_event(remarks) {
        return;
    }
    for (other, signs) in [(Kind::Venue, OF_VENUE), (Kind::Organisation, OF_ORGANISATION)] {
        if other != kind && entry.looks_like(other, signs) {
            return entry.report_other(other, remarks);
        }
    }
}

fn is_about_unknown_key(remark: &Diagnostic) -> bool {
    remark.code == Code::UnknownKey
}

impl<'m> Misplaced<'m> {
    /// Returns the keys that are unknown here and known for another kind, with their English names there.
    fn keys_of(&self, other: Kind) -> Vec<(&'m Key, &'static str)> {
        let lists = [other.fields()];
        let fields = FieldSet::new(&lists);
        self.unknown.iter().filter_map(|key| Some((*key, fields.find(&key.text)?.en))).collect()
    }

    /// Reports an event, and returns whether it is one.
    fn report_event(&self, remarks: &mut Vec<Diagnostic>) -> bool {
        let event_keys = self.keys_of(Kind::Event);
        let is_timing = |en: &str| TIMING_FIELDS.contains(&en) || en == "date";
        let timing_fields = event_keys.iter().filter(|(_, en)| is_timing(en)).count();
        let is_only_day = event_keys.len() == 1 && timing_fields == 1 && event_keys[0].1 == "date";
        // `tot: 1 december` on its own says how long something should stay on the site.
        let is_period = event_keys.iter().all(|(_, en)| matches!(*en, "from" | "until"));
        let is_event = match self.kind {
            Kind::Page | Kind::News => timing_fields > 0 && !is_period,
            // A club may well mention when its season starts.
            _ => timing_fields > 1 || is_only_day,
        };
        let keys: Vec<&Key> = event_keys.iter().map(|(key, _)| *key).collect();
        let Some(first) = keys.first().filter(|_| is_event) else { return false };
        if !self.withdraw(&keys, remarks) {
            return false;
        }
        remarks.push(match is_only_day {
            true => self.only_day(first),
            false => {
                let timing = event_keys.iter().filter(|(_, en)| is_timing(en)).map(|(key, _)| *key);
                self.belongs_elsewhere(Kind::Event, &timing.collect::<Vec<_>>())
            }
        });
        true
    }

    /// Whether the unknown keys prove that it is of another kind.
    fn looks_like(&self, other: Kind, signs: Signs) -> bool {
        let keys = self.keys_of(other);
        let weight =
            |name: &str| signs.iter().find(|(sign, _)| *sign == name).map_or(0, |(_, weight)| *weight);
        let proof: u8 = keys.iter().map(|(_, en)| weight(en)).sum::<u8>() + u8::from(self.has_kind_of(other));
        match self.kind {
            Kind::Event => proof >= 2 && !self.has_time(),
            Kind::Page => proof >= 2,
            Kind::News => proof >= 3 && !self.has_time(),
            // A club and the building it meets in have much in common.
            Kind::Venue | Kind::Organisation => proof >= 4,
        }
    }

    /// Whether it says when it takes place, in a field or in the name of its file.
    fn has_time(&self) -> bool {
        let event_fields = FieldSet::new(&[Event::FIELDS]);
        // The name of a news item nearly always begins with a day.
        let is_typed = |key: &Key| self.kind != Kind::News || key.span != Span::default();
        let keys = self.fields.entries.iter().map(|(key, _)| key).filter(|key| is_typed(key));
        let mut names = keys.filter_map(|key| event_fields.find(&key.text));
        names.any(|field| TIMING_FIELDS.contains(&field.en) || field.en == "date")
    }

    /// Whether its `soort` is a word for another kind: `kerk`.
    fn has_kind_of(&self, other: Kind) -> bool {
        let words = |kind: Kind| {
            let field = kind.fields().iter().find(|field| field.en == "kind");
            if let Some(Shape::OpenWord(words)) = field.map(|field| field.shape) { words } else { &[] }
        };
        let lists = [other.fields()];
        let fields = FieldSet::new(&lists);
        self.fields.entries.iter().any(|(key, node)| match &node.value {
            Value::Scalar(typed) if fields.find(&key.text).is_some_and(|field| field.en == "kind") => {
                is_word(typed, words(other)) && !is_word(typed, words(self.kind))
            }
            _ => false,
        })
    }

    /// Reports an entry of another kind. What else is wrong with its fields may well be right there.
    fn report_other(&self, other: Kind, remarks: &mut Vec<Diagnostic>) {
        let keys: Vec<&Key> = self.keys_of(other).into_iter().map(|(key, _)| key).collect();
        if !self.withdraw(&keys, remarks) {
            return;
        }
        if matches!(self.kind, Kind::Event | Kind::News) {
            remarks.retain(|remark| !matches!(remark.code, Code::MissingField | Code::LineExpected));
        }
        remarks.push(self.belongs_elsewhere(other, &keys));
    }

    /// Removes the diagnostics about these keys, and returns whether there were any.
    fn withdraw(&self, keys: &[&Key], remarks: &mut Vec<Diagnostic>) -> bool {
        let position = |place: &Place| (place.line, place.column);
        let places: BTreeSet<_> = keys.iter().map(|key| position(&self.file.place(key.span))).collect();
        let before = remarks.len();
        remarks.retain(|remark| !is_about_unknown_key(remark) || !places.contains(&position(&remark.place)));
        remarks.len() < before
    }

    /// Returns the path that the file has in the folder of a kind. In a village with English folders, the
    /// other folder has an English name too.
    fn path_among(&self, kind: Kind) -> String {
        let folder = kind.info().folder.in_locale(locale_of_folder(self.file));
        let name = self.file.path.name();
        let is_dated = matches!(kind, Kind::Event | Kind::News);
        let name = leading_date(name)
            .map_or(name, |(_, rest)| if is_dated || rest.starts_with('.') { name } else { rest });
        format!("{folder}/{name}")
    }

    fn belongs_elsewhere(&self, other: Kind, keys: &[&Key]) -> Diagnostic {
        /// How many keys are named: a few are proof enough.
        const MOST_NAMED: usize = 3;
        let span = keys.first().map(|key| key.span).unwrap_or_default();
        let named: Vec<String> = keys.iter().take(MOST_NAMED).map(|key| format!("'{}'", key.text)).collect();
        let (belong_nl, belong_en) =
            if named.len() == 1 { ("hoort", "does not") } else { ("horen", "do not") };
        let (own, looks) = (with_article(self.kind), with_article(other));
        let path = self.path_among(other);
        let message = both(
            format!("{} {belong_nl} niet bij {}: dit lijkt {}", joined_list(&named, "en"), own.nl, looks.nl),
            format!("{} {belong_en} belong here: this looks like {}", joined_list(&named, "and"), looks.en),
        );
        Diagnostic::new(Code::UnknownKey, self.file.place(span), message).hint(both(
            format!("verplaats dit bestand naar {path}; er hoeft niets weg"),
            format!("move this file to {path}; you can keep everything in it"),
        ))
    }

    fn only_day(&self, key: &Key) -> Diagnostic {
        let (event, news, key_text) = (self.path_among(Kind::Event), self.path_among(Kind::News), &key.text);
        let message = both(
            format!("'{key_text}' hoort niet bij {}", with_article(self.kind).nl),
            format!("'{key_text}' does not belong here"),
        );
        Diagnostic::new(Code::UnknownKey, self.file.place(key.span), message).hint(both(
            format!("is dit nieuws, verplaats dit bestand dan naar {news}; is het een activiteit, dan naar {event}; zet anders de dag in de tekst"),
            format!("if this is news, move this file to {news}; if it is an event, to {event}; otherwise put the day in the text"),
        ))
    }
}

/// Returns what one of a kind is called: `een locatie`, `an event`.
fn with_article(kind: Kind) -> Both {
    let one = kind.info().one;
    let noun = |one: &'static str| one.split_once(' ').map_or(one, |(_, noun)| noun);
    let article = if noun(one.en).starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    both(format!("een {}", noun(one.nl)), format!("{article} {}", noun(one.en)))
}

/// Whether a typed word is in a list.
fn is_word(typed: &str, words: &[Word]) -> bool {
    words.iter().flat_map(Word::spellings).any(|word| fold(word) == fold(typed))
}
