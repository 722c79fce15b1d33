//! What is different about a day, as it is said in a few words: `afgelast wegens ziekte`, `naar 23 december`, `19.30 uur`.

use super::change_denials::{Denial, denial, is_conditional};
use super::status::EventStatus;
use crate::field::{Choices, Word, choice_of};
use crate::ground::{
    DateProblem, TimeOfDay, TimeProblem, closest, fold, parse_date, parse_time, weekday_from_word,
};

/// What the words are; the parts stand in them as they were written.
#[derive(Debug, PartialEq)]
pub(super) enum Said<'w> {
    /// How it stands, also with a slip of the pen, and why.
    Status(&'w str, Option<&'w str>),
    /// It does not take place, in words that tell no more than that, or why.
    Off,
    /// To which day it goes, from when until when it is there, and what is said besides.
    To(&'w str, Option<(TimeOfDay, TimeOfDay)>, Option<&'w str>),
    /// When it begins, and what is said besides.
    Start(TimeOfDay, Option<&'w str>),
    /// When it ends, and what is said besides.
    End(TimeOfDay, Option<&'w str>),
    /// From when to when, and what is said besides.
    Times(TimeOfDay, TimeOfDay, Option<&'w str>),
    /// A time, but not one that a clock shows: to be told.
    NoTime(&'w str),
    /// Whether it takes place cannot be told from these words.
    Doubtful,
    /// It is at another time, but which one is not said.
    Whereto,
    /// Something that one must know.
    Remark,
}

/// How a reason begins, behind a word that is also used in other ways ("vol verwachting").
const REASONS: &[&str] =
    &["wegens", "vanwege", "door", "i.v.m.", "ivm", "in verband", "omdat", "want", "due", "because"];

/// What leads up to a day or a time to which something goes.
const PREFACES: &[&str] = &[
    "wordt verplaatst naar ",
    "is verplaatst naar ",
    "verplaatst naar ",
    "wordt verzet naar ",
    "is verzet naar ",
    "verzet naar ",
    "is verschoven naar ",
    "verschoven naar ",
    "is uitgesteld naar ",
    "is uitgesteld tot ",
    "uitgesteld naar ",
    "uitgesteld tot ",
    "moved to ",
    "postponed to ",
    "postponed until ",
    "naar ",
    "to ",
];

/// What leads up to a day or a time and says nothing more, where one follows.
const LEADS: &[&str] = &[
    "begint pas om ",
    "begint al om ",
    "begint om ",
    "we beginnen om ",
    "start om ",
    "aanvang ",
    "begins at ",
    "starts at ",
    "wordt ",
    "becomes ",
    "is om ",
    "is van ",
    "is op ",
    "van ",
    "vanaf ",
    "from ",
    "om ",
    "op ",
    "at ",
    "on ",
];

/// What leads up to the time at which it ends.
const ENDS: &[&str] = &[
    "en eindigt om ",
    "eindigt al om ",
    "eindigt om ",
    "einde ",
    "duurt tot ",
    "tot ",
    "ends at ",
    "until ",
    "till ",
];

/// What leads up to how it stands.
const COPULAS: &[&str] = &["is helaas ", "is ", "wordt helaas ", "wordt ", "zijn ", "komt te ", "helaas "];

/// Words by which something goes to another time.
const MOVES: &[&str] = &["verschoven", "verplaatst", "verzet", "uitgesteld", "moved", "postponed"];

/// Words for how it stands that hardly any other word is near to.
const SURE: [&str; 3] = ["afgelast", "geannuleerd", "cancelled"];

/// Reads what is different.
pub(super) fn said(words: &str) -> Said<'_> {
    if let Some(bare) = without(PREFACES, words) {
        return at_time(bare, "naar ").or_else(|| on_day(bare, true)).unwrap_or(Said::To(bare, None, None));
    }
    let led = led_by(LEADS, words).into_iter().chain([("", words)]);
    if let Some(said) =
        led.flat_map(|(lead, bare)| [at_time(bare, lead), on_day(bare, false)]).flatten().next()
    {
        return said;
    }
    if let Some((end, rest)) =
        without(ENDS, words).and_then(|bare| in_front(bare, |front| parse_time(front).ok()))
    {
        return Said::End(end, rest);
    }
    let stands = without(COPULAS, words).into_iter().chain([words]);
    if let Some(said) = stands.filter_map(how_it_stands).next() {
        return said;
    }
    if fold(words).split(' ').count() == 1 && closest(words, spellings()).is_some() {
        return Said::Status(words, None);
    }
    // `afglast wegens ziekte`: a slip of the pen, with a reason behind it.
    if let Some((first, why)) = words.split_once(' ').filter(|(first, _)| closest(first, SURE).is_some()) {
        return Said::Status(first, Some(why));
    }
    match denial(words) {
        _ if says_move(words) => Said::Whereto,
        Some(Denial::Clear) => Said::Off,
        Some(Denial::Doubtful) => Said::Doubtful,
        None => Said::Remark,
    }
}

fn spellings() -> impl Iterator<Item = &'static str> {
    EventStatus::WORDS.iter().flat_map(Word::spellings)
}

/// What stands behind the first of these leads that is in front.
fn without<'w>(leads: &[&str], words: &'w str) -> Option<&'w str> {
    led_by(leads, words).map(|(_, rest)| rest)
}

/// The first of these leads that is in front, and what stands behind it.
fn led_by<'l, 'w>(leads: &[&'l str], words: &'w str) -> Option<(&'l str, &'w str)> {
    let lower = words.to_lowercase();
    let lead = leads.iter().find(|lead| lower.starts_with(**lead))?;
    Some((lead, words.get(lead.len()..)?.trim()))
}

/// The longest part in front that is something, and what is said behind it.
fn in_front<'w, T>(words: &'w str, read: impl Fn(&'w str) -> Option<T>) -> Option<(T, Option<&'w str>)> {
    let gaps = words.rmatch_indices([' ', ',', ';', '(']).map(|(at, _)| at);
    [words.len()].into_iter().chain(gaps).find_map(|at| {
        let found = read(words[..at].trim_end_matches([' ', ',', ';', '.', '!']))?;
        let rest = words[at..].trim_matches([' ', ',', ';', '-', '–', '.', '!']);
        let bare = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(rest);
        Some((found, Some(bare).filter(|rest| !rest.is_empty())))
    })
}

/// Whether words in front of others are surely figures of a clock: `19.30` and `19u30`, and not how long it takes, as
/// in `2 uur wandelen`.
fn has_clock(words: &str) -> bool {
    let between_digits = |at: usize| {
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        is_digit(words.as_bytes().get(at.wrapping_sub(1))) && is_digit(words.as_bytes().get(at + 1))
    };
    words.match_indices(['.', ':', 'u']).any(|(at, _)| between_digits(at))
}

/// `19.30 uur in de kerk`, `9.00 tot 11.00, in de kerk`, `19,30`: a time in front, or what is nearly one.
fn at_time<'w>(words: &'w str, lead: &str) -> Option<Said<'w>> {
    if parse_date(words).is_ok() {
        return None;
    }
    if let Ok(start) = parse_time(words) {
        return Some(Said::Start(start, None));
    }
    let is_led = !lead.is_empty();
    // `9-11` is said of times; `2-3 kopjes` is not.
    let range = |front: &str| match parse_time(front) {
        Err(TimeProblem::TwoTimes(start, end)) if is_led || front == words || has_clock(front) => {
            Some((start, end))
        }
        _ => None,
    };
    if let Some(((start, end), rest)) = in_front(words, range) {
        return Some(Said::Times(start, end, rest));
    }
    if is_nearly_a_time(words) {
        return Some(Said::NoTime(words));
    }
    let is_spoken = without(&["half ", "kwart "], words).is_some();
    let spoken = |front| (is_spoken && is_nearly_a_time(front)).then_some(front);
    if let Some((time, _)) = in_front(words, spoken) {
        return Some(Said::NoTime(time));
    }
    let is_at = lead.ends_with("om ") || lead.ends_with("at ");
    let clock = |front: &str| parse_time(front).ok().filter(|_| is_at || has_clock(front));
    let (start, rest) = in_front(words, clock)?;
    // A day that begins with what looks like a time: `1.12 2026`.
    if in_front(words, |front| parse_date(front).ok()).is_some() {
        return None;
    }
    let end = rest.and_then(|rest| in_front(without(ENDS, rest)?, |front| parse_time(front).ok()));
    Some(match end {
        Some((end, rest)) => Said::Times(start, end, rest),
        None => Said::Start(start, rest),
    })
}

/// `19,30` and `half acht`: somebody meant a time.
fn is_nearly_a_time(words: &str) -> bool {
    let number = words.trim_end_matches("uur").trim_end();
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains([',', '.', ':', ';'])
        && number.chars().all(|c| c.is_ascii_digit() || ",.:; ".contains(c))
        && parse_date(number).is_err();
    is_number || matches!(parse_time(words), Err(TimeProblem::Spoken(..) | TimeProblem::NoSuchTime))
}

/// `23 december 2026`, `2-12-2026 van 20.00 tot 22.00 uur`: the day to which it goes, or what is nearly one.
fn on_day(words: &str, is_led: bool) -> Option<Said<'_>> {
    if !matches!(parse_date(words), Err(DateProblem::Unreadable)) {
        return Some(Said::To(words, None, None));
    }
    let (day, rest) = in_front(words, |front| parse_date(front).ok().map(|_| front))?;
    let rest = rest?;
    let led = led_by(LEADS, rest).into_iter().chain([("", rest)]);
    let times = led.filter_map(|(lead, bare)| at_time(bare, lead)).next();
    match times {
        Some(Said::Times(start, end, more)) => Some(Said::To(day, Some((start, end)), more)),
        _ if is_led || without(&["in ", "bij ", "wegens ", "at ", "in the "], rest).is_some() => {
            Some(Said::To(day, None, Some(rest)))
        }
        _ => Some(Said::Whereto),
    }
}

/// How it stands, when that is what is in front. What holds under a condition only is asked.
fn how_it_stands(words: &str) -> Option<Said<'_>> {
    let (status, why) = status_in_front(words)?;
    let denied = why.is_some_and(|why| without(&["niet", "not "], why).is_some());
    let is_off = choice_of(status) == Some(EventStatus::Cancelled);
    let doubtful = is_off && (denied || why.is_some_and(is_conditional));
    Some(if doubtful { Said::Doubtful } else { Said::Status(status, why) })
}

/// `afgelast wegens ziekte`, `gaat niet door (ijsvrij)`: the longest words for how it stands, and what is said behind them.
fn status_in_front(words: &str) -> Option<(&str, Option<&str>)> {
    let ends = words.char_indices().map(|(at, _)| at).skip(1).chain([words.len()]);
    let fits = |end: &usize| {
        let front = fold(&words[..*end]);
        !begins_in_word(&words[*end..]) && spellings().any(|spelling| fold(spelling) == front)
    };
    let end = ends.filter(fits).last()?;
    let status = words[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let behind = &words[status.len()..];
    let why = behind.trim_matches([' ', ',', ';', ':', '-', '–', '.', '!']);
    if why.is_empty() {
        return Some((status, None));
    }
    let is_apart = behind.trim_start().starts_with([',', ';', ':', '(', '-', '–', '.', '!']);
    let is_reason = REASONS.iter().any(|reason| why.to_lowercase().starts_with(reason));
    let is_cancelled = choice_of(status) == Some(EventStatus::Cancelled);
    let bare = why.strip_prefix('(').and_then(|why| why.strip_suffix(')')).unwrap_or(why);
    (is_apart || is_reason || is_cancelled).then_some((status, Some(bare)))
}

fn begins_in_word(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

/// `verschoven`, `een week later`: to another time, but to which one is not said.
fn says_move(words: &str) -> bool {
    let folded = fold(words);
    let all: Vec<&str> = folded.split(' ').collect();
    let is_later = |pair: &[&str]| {
        matches!(
            pair,
            [
                "dag" | "dagen" | "week" | "weken" | "uur" | "kwartier" | "hour" | "day",
                "later" | "eerder" | "vroeger" | "earlier"
            ]
        )
    };
    let day = match all.as_slice() {
        ["op" | "wordt" | "is" | "on", day, ..] if all.len() <= 3 => Some(day),
        [day] => Some(day),
        _ => None,
    };
    all.iter().any(|word| MOVES.contains(word))
        || all.windows(2).any(is_later)
        || day.is_some_and(|day| weekday_from_word(day).is_some())
}

#[cfg(test)]
mod tests;
