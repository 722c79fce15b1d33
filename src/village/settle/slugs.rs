//! Determines the last part of every address (the slug), in a form that every disk and host can store.

use super::messages;
use crate::ground::{Date, Diagnostic, is_device_name, parse_date, slug_within};
use crate::read::{RawEntry, TextFile};
use crate::village::kinds::{Head, Kind};

/// The slug of the page that is shown on the home page.
pub(super) const HOME: &str = "index";

/// In bytes: short enough for every disk, with room for a day after it.
const LONGEST: usize = 200;

/// Returns the slug of an entry: the given one, or that of the file name, or in a list that of its name.
pub(super) fn slug_of(
    kind: Kind,
    file: &TextFile,
    raw: &RawEntry,
    head: &Head,
    name: &str,
    own_day: Option<Date>,
) -> Result<String, Box<Diagnostic>> {
    if let Some(given) = &head.slug {
        return usable_slug(kind, given.value.0.clone())
            .map_err(|_| Box::new(messages::reserved_name(file.place(given.span), &given.value.0)));
    }
    let stem = file.path.stem();
    let (day, rest) = leading_date(stem).map_or((None, stem), |(day, rest)| (Some(day), rest));
    let base = if raw.listed || rest.is_empty() { name } else { rest };
    let mut slug = slug_within(base, LONGEST);
    if slug.is_empty() {
        return Err(Box::new(messages::no_slug(file.place(raw.span), base)));
    }
    // The same event often takes place more than once: the day distinguishes the occasions.
    if let (Kind::Event, Some(day)) = (kind, if raw.listed { own_day } else { day }) {
        slug = format!("{slug}-{day}");
    }
    usable_slug(kind, slug).map_err(|slug| Box::new(messages::reserved_name(file.place(raw.span), &slug)))
}

/// Rejects names that Windows does not allow for folders, and `index` for anything other than a page.
fn usable_slug(kind: Kind, slug: String) -> Result<String, String> {
    let misplaced_home = slug == HOME && kind != Kind::Page;
    if is_device_name(&slug) || misplaced_home { Err(slug) } else { Ok(slug) }
}

/// Splits `2026-11-02-nieuwe-stoelen` into the day at the front and the rest.
pub(super) fn leading_date(stem: &str) -> Option<(Date, &str)> {
    let (day, rest) = stem.split_at_checked(10)?;
    let is_iso = day
        .bytes()
        .enumerate()
        .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    let date = is_iso.then(|| parse_date(day).ok()).flatten()?.date;
    Some((date, rest.trim_start_matches(['-', '_', ' '])))
}

/// A day at the front of a file name that is not recognised as one.
pub(super) enum MisreadDay<'n> {
    /// It does not exist: `2026-02-30`.
    NoSuchDay(&'n str),
    /// It is written differently: `28-10-2026`, `20261028`; with the rest of the name.
    WrittenDifferently { date: Date, rest: &'n str },
}

/// Finds what was meant as the day at the front of a file name.
pub(super) fn misread_day(stem: &str) -> Option<MisreadDay<'_>> {
    let is_like = |text: &str, dashes: &[usize]| {
        text.bytes().enumerate().all(|(at, byte)| {
            if dashes.contains(&at) { matches!(byte, b'-' | b'_' | b'.') } else { byte.is_ascii_digit() }
        })
    };
    let ends = |rest: &str| !rest.starts_with(|letter: char| letter.is_ascii_digit());
    if let Some((date, rest)) = day_in_figures(stem).filter(|_| leading_date(stem).is_none()) {
        return Some(MisreadDay::WrittenDifferently { date, rest });
    }
    if let Some((day, rest)) = stem.split_at_checked(10).filter(|(_, rest)| ends(rest)) {
        if is_like(day, &[4, 7]) && parse_date(day).is_err() {
            return Some(MisreadDay::NoSuchDay(day));
        }
        if is_like(day, &[2, 5]) {
            let date = parse_date(&day.replace('_', "-")).ok().map(|found| found.date);
            return Some(
                date.map_or(MisreadDay::NoSuchDay(day), |date| MisreadDay::WrittenDifferently { date, rest }),
            );
        }
    }
    let (day, rest) = stem.split_at_checked(8).filter(|(day, rest)| is_like(day, &[]) && ends(rest))?;
    let date = parse_date(&format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])).ok()?.date;
    (1900..=2100).contains(&date.year()).then_some(MisreadDay::WrittenDifferently { date, rest })
}

/// Reads a day of three numbers at the front, the year first or last, and returns the rest: `2027-1-5 nieuwjaar`.
fn day_in_figures(stem: &str) -> Option<(Date, &str)> {
    let number = |text: &'_ str| text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (mut rest, mut numbers) = (stem, Vec::new());
    while numbers.len() < 3 {
        let (digits, after) = rest.split_at(number(rest));
        numbers.push(digits);
        rest = if numbers.len() < 3 { after.strip_prefix(['-', '_', '.'])? } else { after };
    }
    let (year, month, day) = match *numbers.as_slice() {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        _ => return None,
    };
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1900..=2100).contains(&date.year()).then_some((date, rest))
}
