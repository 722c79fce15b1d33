//! The last part of every address: given, or from the file's name, and one that every disk and host can have.

use super::messages;
use crate::ground::{Date, Diagnostic, is_device_name, parse_date, slug_within};
use crate::read::{RawEntry, TextFile};
use crate::village::kinds::{Head, Kind};

/// The slug of the page that stands on the home page.
pub(super) const HOME: &str = "index";

/// No disk has longer names, with room for a day behind it.
const LONGEST: usize = 200;

/// The slug of an entry: given, from the file's name, or in a list from what it is called.
pub(super) fn slug_of(
    kind: Kind,
    file: &TextFile,
    raw: &RawEntry,
    head: &Head,
    name: &str,
    own_day: Option<Date>,
) -> Result<String, Box<Diagnostic>> {
    if let Some(given) = &head.slug {
        return sound(kind, given.value.0.clone())
            .map_err(|_| Box::new(messages::reserved_name(file.place(given.span), &given.value.0)));
    }
    let stem = file.path.stem();
    let (day, rest) = date_in_front(stem).map_or((None, stem), |(day, rest)| (Some(day), rest));
    let from = if raw.listed || rest.is_empty() { name } else { rest };
    let mut found = slug_within(from, LONGEST);
    if found.is_empty() {
        return Err(Box::new(messages::no_slug(file.place(raw.span), from)));
    }
    // The same thing often happens again: its day tells one time from the other.
    if let (Kind::Event, Some(day)) = (kind, if raw.listed { own_day } else { day }) {
        found = format!("{found}-{day}");
    }
    sound(kind, found).map_err(|found| Box::new(messages::reserved_name(file.place(raw.span), &found)))
}

/// Names that Windows keeps for itself cannot be folders; `index` is the home page, and only a page can be that.
fn sound(kind: Kind, slug: String) -> Result<String, String> {
    let misplaced_home = slug == HOME && kind != Kind::Page;
    if is_device_name(&slug) || misplaced_home { Err(slug) } else { Ok(slug) }
}

/// `2026-11-02-nieuwe-stoelen`: the day in front of a file's name, and the rest.
pub(super) fn date_in_front(stem: &str) -> Option<(Date, &str)> {
    let (day, rest) = stem.split_at_checked(10)?;
    let is_iso = day
        .bytes()
        .enumerate()
        .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    let date = is_iso.then(|| parse_date(day).ok()).flatten()?.date;
    Some((date, rest.trim_start_matches(['-', '_', ' '])))
}
