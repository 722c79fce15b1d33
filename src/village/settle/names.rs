//! The last part of every address: sound, and held by one entry only.

use std::collections::HashMap;
use std::sync::Arc;

use super::draft::date_in_front;
use super::{messages, numbered};
use crate::ground::{Diagnostic, Remarks, Speech, slug};
use crate::read::{RawEntry, Source, TextFile};
use crate::village::entry::{Draft, Entry};
use crate::village::kinds::{Head, Kind};

/// The slug of the page that stands on the home page.
pub(super) const HOME: &str = "index";

/// The slug of an entry: given, from the file's name, or in a list from what it is called.
pub(super) fn slug_of(
    kind: Kind,
    file: &TextFile,
    raw: &RawEntry,
    head: &Head,
    name: &str,
) -> Result<String, Box<Diagnostic>> {
    if let Some(given) = &head.slug {
        return sound(kind, given.value.0.clone())
            .map_err(|_| Box::new(messages::reserved_name(file.place(given.span), &given.value.0)));
    }
    let stem = file.path.stem();
    let from = if raw.listed { name } else { date_in_front(stem).map_or(stem, |(_, rest)| rest) };
    let found = slug(if from.is_empty() { name } else { from });
    if found.is_empty() {
        return Err(Box::new(messages::no_slug(file.place(raw.span), from)));
    }
    sound(kind, found).map_err(|found| Box::new(messages::reserved_name(file.place(raw.span), &found)))
}

/// Names that Windows keeps for itself cannot be folders; `index` is the home page, and only a page can be that.
fn sound(kind: Kind, slug: String) -> Result<String, String> {
    let device = slug.len() == 4
        && (slug.starts_with("com") || slug.starts_with("lpt"))
        && slug.ends_with(|c: char| c.is_ascii_digit());
    let reserved = device || matches!(slug.as_str(), "con" | "prn" | "aux" | "nul");
    let misplaced_home = slug == HOME && kind != Kind::Page;
    if reserved || misplaced_home { Err(slug) } else { Ok(slug) }
}

/// Gives every draft its number and address; of two with the same slug the second is named as the mistake.
pub(super) fn with_addresses(
    drafts: Vec<(usize, Arc<Draft>)>,
    speech: Speech,
    source: &Source,
    remarks: &mut Remarks,
) -> Vec<Entry> {
    let mut taken: HashMap<(Kind, String), (usize, Arc<Draft>)> = HashMap::new();
    let mut entries = Vec::with_capacity(drafts.len());
    for (file_number, draft) in drafts {
        let key = (draft.kind(), draft.slug.clone());
        match taken.get(&key) {
            Some((other_number, other)) => {
                let file = &source.texts[file_number];
                let span = draft.head.slug.as_ref().map_or(draft.span, |slug| slug.span);
                let line = source.texts[*other_number].place(other.span).line;
                remarks.add(messages::doubled_slug(
                    file.place(span),
                    draft.kind(),
                    &draft.slug,
                    &other.path,
                    line,
                ));
            }
            None => {
                taken.insert(key, (file_number, Arc::clone(&draft)));
                entries.push(numbered(entries.len(), draft, speech));
            }
        }
    }
    entries
}
