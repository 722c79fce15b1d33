//! Reads the words for what is different on a day: `afgelast wegens ziekte`, `naar 23 december`, `19.30 uur`.

use super::cancellation_words::{
    Cancellation, can_mean_the_event, cancellation_in, is_about_the_event, is_conditional, is_reason,
};
use super::status::EventStatus;
use crate::field::{Choices, Word, choice_of};
use crate::ground::{
    BEFORE_LAST, DateProblem, TimeOfDay, TimeProblem, closest, fold, month_from_word, parse_date, parse_time,
    weekday_from_word,
};
use lists::{
    COPULAS, COUNTED_UNITS, DISTINCTIVE_STATUSES, END_LEADS, MOVE_LEADS, MOVES, START_LEADS, TIME_LEADS,
};

mod lists;

/// What the words mean; the parts are as they were written.
#[derive(Debug, PartialEq)]
pub(super) enum ChangeWords<'w> {
    /// A status, possibly with a typing error, and the reason.
    Status(&'w str, Option<&'w str>),
    /// It does not take place; the words say no more than that, or give the reason.
    Cancelled,
    /// The new day, the times on that day, and any further words.
    To(&'w str, Option<(TimeOfDay, TimeOfDay)>, Option<&'w str>),
    /// A day without a year, or else a time or a range of times: ask the user.
    DayOrTimes(&'w str),
    /// What it moves to, which is neither a day nor a time.
    ToPlace(&'w str),
    /// The new start, and any further words.
    Start(TimeOfDay, Option<&'w str>),
    /// The new end, and any further words.
    End(TimeOfDay, Option<&'w str>),
    /// The new start and end, and any further words.
    Times(TimeOfDay, TimeOfDay, Option<&'w str>),
    /// A time that cannot be read as a clock time: report it.
    UnreadableTime(&'w str),
    /// The words do not make clear whether it takes place.
    Doubtful,
    /// It moves to another time, but the words do not say which.
    UnknownTarget,
    /// Something that visitors should know.
    Note,
}

/// Reads what is different on a day.
pub(super) fn read_change(words: &str) -> ChangeWords<'_> {
    if let Some(bare) = after_lead(MOVE_LEADS, words) {
        let found = day_or_times(bare).or_else(|| at_time(bare, "naar ")).or_else(|| on_day(bare, true));
        return found.unwrap_or(if is_place(bare) {
            ChangeWords::ToPlace(bare)
        } else {
            ChangeWords::To(bare, None, None)
        });
    }
    if let Some(change) = after_lead(&["wordt ", "becomes "], words).and_then(day_or_times) {
        return change;
    }
    let candidates = split_lead(TIME_LEADS, words).into_iter().chain([("", words)]);
    if let Some(change) =
        candidates.flat_map(|(lead, bare)| [at_time(bare, lead), on_day_after(lead, bare)]).flatten().next()
    {
        return change;
    }
    if let Some((end, rest)) = end_time_in(words) {
        return ChangeWords::End(end, rest);
    }
    let status_words = after_lead(COPULAS, words).into_iter().chain([words]);
    if let Some(change) = status_words.filter_map(read_status).next() {
        return change;
    }
    if fold(words).split(' ').count() == 1 && closest(words, status_spellings()).is_some() {
        return ChangeWords::Status(words, None);
    }
    // `afglast wegens ziekte`: a typing error, followed by a reason.
    if let Some((first, why)) =
        words.split_once(' ').filter(|(first, _)| closest(first, DISTINCTIVE_STATUSES).is_some())
    {
        let after = fold(why);
        let is_clear =
            first.ends_with(',') || can_mean_the_event(first, &after.split(' ').collect::<Vec<_>>());
        return if is_clear && !is_conditional(why) {
            ChangeWords::Status(first, Some(why))
        } else {
            ChangeWords::Doubtful
        };
    }
    match cancellation_in(words) {
        _ if announces_move(words) => ChangeWords::UnknownTarget,
        Some(Cancellation::Certain) => ChangeWords::Cancelled,
        Some(Cancellation::Doubtful) => ChangeWords::Doubtful,
        None => ChangeWords::Note,
    }
}

fn status_spellings() -> impl Iterator<Item = &'static str> {
    EventStatus::WORDS.iter().flat_map(Word::spellings)
}

/// Returns what follows the first of these leads that the words start with.
fn after_lead<'w>(leads: &[&str], words: &'w str) -> Option<&'w str> {
    split_lead(leads, words).map(|(_, rest)| rest)
}

/// Returns the first of these leads that the words start with, and what follows it.
fn split_lead<'l, 'w>(leads: &[&'l str], words: &'w str) -> Option<(&'l str, &'w str)> {
    let lower = words.to_lowercase();
    let lead = leads.iter().find(|lead| lower.starts_with(**lead))?;
    Some((lead, words.get(lead.len()..)?.trim()))
}

/// Returns what `read` makes of the longest front part that it accepts, and the rest.
fn longest_prefix<'w, T>(
    words: &'w str,
    read: impl Fn(&'w str) -> Option<T>,
) -> Option<(T, Option<&'w str>)> {
    let gaps = words.rmatch_indices([' ', ',', ';', '(']).map(|(at, _)| at);
    [words.len()].into_iter().chain(gaps).find_map(|at| {
        let found = read(words[..at].trim_end_matches([' ', ',', ';', '.', '!']))?;
        let rest = words[at..].trim_matches([' ', ',', ';', '-', '–', '.', '!']);
        let bare = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(rest);
        Some((found, Some(bare).filter(|rest| !rest.is_empty())))
    })
}

/// Whether the words certainly contain a clock time: `19.30` or `19u30`, and not a length, as in
/// `2 uur wandelen`.
fn has_clock(words: &str) -> bool {
    let between_digits = |at: usize| {
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        is_digit(words.as_bytes().get(at.wrapping_sub(1))) && is_digit(words.as_bytes().get(at + 1))
    };
    words.match_indices(['.', ':', 'u']).any(|(at, _)| between_digits(at))
}

/// Whether what follows `front` confirms that it is a time: `11 uur`, and not `11 kinderen`.
fn is_marked_as_time(front: &str, words: &str) -> bool {
    let lower = front.to_lowercase();
    if ["uur", "u", "h", "am", "pm", "a.m", "p.m", "hrs"].iter().any(|unit| lower.ends_with(unit)) {
        return true;
    }
    let after = words.get(front.len()..).unwrap_or_default().trim_start();
    let folded = fold(after);
    let next = folded.split(' ').next().unwrap_or_default();
    let is_counted =
        COUNTED_UNITS.contains(&next) || month_from_word(next).is_some() || after.starts_with(['€', '%']);
    let is_apart = after.is_empty() || after.starts_with([',', ';', '(', '.', '!', '-', '–']);
    let is_left = matches!(next, "in" | "bij" | "at" | "o" | "oclock");
    !is_counted && (has_clock(front) || is_apart || is_left)
}

/// Returns a time at the front and the rest, unless the front can be read as a date.
fn leading_time<'w, T>(words: &'w str, read: impl Fn(&'w str) -> Option<T>) -> Option<(T, Option<&'w str>)> {
    let (found, rest) =
        longest_prefix(words, |front| read(front).filter(|_| is_marked_as_time(front, words)))?;
    let rest = rest.map(|rest| rest.strip_prefix("o'clock").unwrap_or(rest).trim_matches([' ', ',']));
    // `1.12 2026` is a date that starts with what looks like a time.
    let is_day = longest_prefix(words, |front| parse_date(front).ok()).is_some();
    (!is_day).then_some((found, rest.filter(|rest| !rest.is_empty())))
}

/// Reads an end: `tot 11.00 uur`. Returns the time and any further words.
fn end_time_in(words: &str) -> Option<(TimeOfDay, Option<&str>)> {
    let after = after_lead(END_LEADS, words).or_else(|| after_lead(&BEFORE_LAST, words))?;
    leading_time(after, |front| parse_time(front).ok())
}

/// Reads a time at the front, or nearly one: `19.30 uur in de kerk`, `9.00 tot 11.00, in de kerk`, `19,30`.
fn at_time<'w>(words: &'w str, lead: &str) -> Option<ChangeWords<'w>> {
    if parse_date(words).is_ok() {
        return None;
    }
    if let Ok(start) = parse_time(words) {
        return Some(ChangeWords::Start(start, None));
    }
    let has_lead = !lead.is_empty();
    // `9-11` means times; `2-3 kopjes` does not.
    let range = |front: &str| match parse_time(front) {
        Err(TimeProblem::TwoTimes(start, end)) if has_lead || front == words || has_clock(front) => {
            Some((start, end))
        }
        _ => None,
    };
    if let Some(((start, end), rest)) = leading_time(words, range) {
        return Some(ChangeWords::Times(start, end, rest));
    }
    if is_nearly_a_time(words) {
        return Some(ChangeWords::UnreadableTime(words));
    }
    let is_spoken = after_lead(&["half ", "kwart "], words).is_some();
    let spoken = |front| (is_spoken && is_nearly_a_time(front)).then_some(front);
    if let Some((time, _)) = longest_prefix(words, spoken) {
        return Some(ChangeWords::UnreadableTime(time));
    }
    let is_at = lead.ends_with("om ") || lead.ends_with("at ");
    let clock = |front: &str| parse_time(front).ok().filter(|_| is_at || has_clock(front));
    let (start, rest) = leading_time(words, clock)?;
    let end = rest.and_then(end_time_in);
    Some(match end {
        Some((end, rest)) => ChangeWords::Times(start, end, rest),
        None => ChangeWords::Start(start, rest),
    })
}

/// Whether the user meant a time: `19,30`, `half acht`.
fn is_nearly_a_time(words: &str) -> bool {
    let number = words.trim_end_matches("uur").trim_end();
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains([',', '.', ':', ';'])
        && number.chars().all(|c| c.is_ascii_digit() || ",.:; ".contains(c))
        && parse_date(number).is_err();
    is_number || matches!(parse_time(words), Err(TimeProblem::Spoken(..) | TimeProblem::NoSuchTime))
}

/// Reads `10-12` or `10.12` after `verzet naar`, which may be a date or times. Further words may follow.
fn day_or_times(words: &str) -> Option<ChangeWords<'_>> {
    let number = words.split([' ', ',', ';', '(']).next()?.trim_end_matches(['.', '!']);
    let is_clock_time = words[number.len()..].trim_start().to_lowercase().starts_with(['u', 'h', 'a', 'p']);
    (!is_clock_time && day_and_month(number).is_some()).then_some(ChangeWords::DayOrTimes(number))
}

/// Returns the day and the month of `10-12` or `10.12`.
pub(super) fn day_and_month(number: &str) -> Option<(i8, i8)> {
    let (day, month) = number.split_once(['-', '–', '.', '/'])?;
    let whole = |digits: &str| {
        let is_number = matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse::<i8>().ok()).flatten()
    };
    let (day, month) = (whole(day)?, whole(month)?);
    ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some((day, month))
}

/// Whether these words can be a place: they have no figures, and no name of a day or month.
fn is_place(words: &str) -> bool {
    let folded = fold(words);
    let is_when = |word: &str| {
        weekday_from_word(word).is_some()
            || month_from_word(word).is_some()
            || matches!(
                word,
                "week" | "maand" | "month" | "later" | "volgende" | "next" | "morgen" | "tomorrow"
            )
    };
    !words.contains(|c: char| c.is_ascii_digit()) && !folded.split(' ').any(is_when) && !folded.is_empty()
}

/// Whether there is a time or a day among these words, which could not be read as a whole.
pub(super) fn mentions_moment(words: &str) -> bool {
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '€').to_lowercase();
    let split_words: Vec<String> = words.split_whitespace().map(bare).collect();
    (0..split_words.len()).any(|at| {
        let (word, next) = (split_words[at].as_str(), split_words.get(at + 1).map_or("", String::as_str));
        let before = at.checked_sub(1).and_then(|at| split_words.get(at)).map_or("", String::as_str);
        let is_counted =
            COUNTED_UNITS.contains(&next) || before.ends_with('€') || next.starts_with(['€', '%']);
        let has_lead =
            matches!(before, "om" | "tot" | "van" | "vanaf" | "naar" | "at" | "until" | "from" | "to");
        let is_clock = has_clock(word) && !is_counted
            || has_lead && matches!(next, "uur" | "u" | "am" | "pm" | "o'clock");
        let is_month = next != "maar" && month_from_word(next).is_some();
        let is_number = word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        is_clock && parse_time(word).is_ok() || is_number && is_month || parse_date(word).is_ok()
    })
}

/// Reads the new day after such a lead. The day in `vanaf 11 januari` is not one that something moves to.
fn on_day_after<'w>(lead: &str, words: &'w str) -> Option<ChangeWords<'w>> {
    if START_LEADS.contains(&lead) { None } else { on_day(words, false) }
}

/// Reads the new day, or what is nearly one: `23 december 2026`, `2-12-2026 van 20.00 tot 22.00 uur`.
fn on_day(words: &str, has_lead: bool) -> Option<ChangeWords<'_>> {
    if !matches!(parse_date(words), Err(DateProblem::Unreadable)) {
        return Some(ChangeWords::To(words, None, None));
    }
    // Without a time: in `5-12-2026 10.30 tot 11.30`, a day read with its time would lose the end.
    let alone = |front| parse_date(front).ok().filter(|found| found.time.is_none()).map(|_| front);
    if let Some((day, Some(rest))) = longest_prefix(words, alone)
        && let Some(ChangeWords::Times(start, end, more)) = time_after_lead(rest)
    {
        return Some(ChangeWords::To(day, Some((start, end)), more));
    }
    let (day, rest) = longest_prefix(words, |front| parse_date(front).ok().map(|_| front))?;
    let rest = rest?;
    match time_after_lead(rest) {
        Some(ChangeWords::Times(start, end, more)) => Some(ChangeWords::To(day, Some((start, end)), more)),
        _ if has_lead || after_lead(&["in ", "bij ", "wegens ", "at ", "in the "], rest).is_some() => {
            Some(ChangeWords::To(day, None, Some(rest)))
        }
        _ => Some(ChangeWords::UnknownTarget),
    }
}

/// Reads the time in these words, with or without a lead.
fn time_after_lead(words: &str) -> Option<ChangeWords<'_>> {
    let candidates = split_lead(TIME_LEADS, words).into_iter().chain([("", words)]);
    candidates.filter_map(|(lead, bare)| at_time(bare, lead)).next()
}

/// Reads a status at the front. A cancellation under a condition is doubtful.
fn read_status(words: &str) -> Option<ChangeWords<'_>> {
    let (status, why) = leading_status(words)?;
    let after = words[status.len()..].trim_start();
    let folded = fold(after);
    let is_apart = after.starts_with([',', ';', ':', '(', '-', '–', '.', '!']);
    let is_clear = is_apart
        || can_mean_the_event(
            &fold(status),
            &folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>(),
        );
    let denied = why.is_some_and(|why| after_lead(&["niet", "not "], why).is_some());
    let is_off = choice_of(status) == Some(EventStatus::Cancelled);
    let doubtful = is_off && (!is_clear || denied || why.is_some_and(is_conditional));
    Some(if doubtful { ChangeWords::Doubtful } else { ChangeWords::Status(status, why) })
}

/// Returns the longest status at the front, and the words after it: `afgelast wegens ziekte`,
/// `gaat niet door (ijsvrij)`.
fn leading_status(words: &str) -> Option<(&str, Option<&str>)> {
    let ends = words.char_indices().map(|(at, _)| at).skip(1).chain([words.len()]);
    let fits = |end: &usize| {
        let front = fold(&words[..*end]);
        !continues_word(&words[*end..]) && status_spellings().any(|spelling| fold(spelling) == front)
    };
    let end = ends.filter(fits).last()?;
    let status = words[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let after = &words[status.len()..];
    let why = after.trim_matches([' ', ',', ';', ':', '-', '–', '.', '!']);
    if why.is_empty() {
        return Some((status, None));
    }
    let is_apart = after.trim_start().starts_with([',', ';', ':', '(', '-', '–', '.', '!']);
    let is_why = is_reason(&fold(why).split(' ').collect::<Vec<_>>());
    let is_cancelled = choice_of(status) == Some(EventStatus::Cancelled);
    let bare = why.strip_prefix('(').and_then(|why| why.strip_suffix(')')).unwrap_or(why);
    (is_apart || is_why || is_cancelled).then_some((status, Some(bare)))
}

fn continues_word(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

/// Whether the words announce another time without saying which: `verschoven`, `een week later`.
pub(super) fn announces_move(words: &str) -> bool {
    let folded = fold(words);
    let split_words: Vec<&str> = folded.split(' ').collect();
    let is_later = |at: usize| {
        matches!(
            split_words[at..],
            [
                "dag" | "dagen" | "week" | "weken" | "uur" | "kwartier" | "hour" | "day",
                "later" | "eerder" | "vroeger" | "earlier",
                ..
            ]
        ) && is_about_event_or_amount(&split_words[..at])
            && is_about_event_or_amount(&split_words[at + 2..])
    };
    // `een dag eerder opgeven` and `we moved the chairs` are about something else.
    let is_moved = |at: usize| {
        let after = &split_words[at + 1..];
        let leads = after
            .first()
            .is_some_and(|word| matches!(*word, "van" | "naar" | "tot" | "from" | "to" | "until"));
        MOVES.contains(&split_words[at])
            && is_about_event_or_amount(&split_words[..at])
            && (leads || is_reason(after) || is_about_event_or_amount(after))
    };
    let day = match split_words.as_slice() {
        ["op" | "wordt" | "is" | "on", day, ..] if split_words.len() <= 3 => Some(day),
        [day] => Some(day),
        _ => None,
    };
    (0..split_words.len()).any(|at| is_moved(at) || is_later(at))
        || day.is_some_and(|day| *day != "vrij" && weekday_from_word(day).is_some())
}

/// Whether the words around a move are about the event; an amount may be among them.
fn is_about_event_or_amount(words: &[&str]) -> bool {
    let is_amount = |word: &str| {
        matches!(word, "half" | "halve" | "twee" | "drie" | "two" | "one") || word.parse::<u16>().is_ok()
    };
    let rest: Vec<&str> = words.iter().copied().filter(|word| !is_amount(word)).collect();
    is_about_the_event(&rest)
}

#[cfg(test)]
mod tests;
