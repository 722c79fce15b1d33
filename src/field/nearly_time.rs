//! Finds the time that was meant by a value that is nearly one.

use crate::ground::{DayPart, TimeOfDay, TimeProblem, fold, parse_time};

/// What was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MeantTime {
    /// This time.
    One(TimeOfDay),
    /// One of these two.
    Either(TimeOfDay, TimeOfDay),
    /// The beginning or the end of a day.
    Midnight,
    /// No time at all: the whole day.
    WholeDay,
}

const DAY_PARTS: [(&str, DayPart); 10] = [
    ("nachts", DayPart::Night),
    ("in de nacht", DayPart::Night),
    ("ochtends", DayPart::Morning),
    ("morgens", DayPart::Morning),
    ("in de ochtend", DayPart::Morning),
    ("in de morgen", DayPart::Morning),
    ("middags", DayPart::Afternoon),
    ("in de middag", DayPart::Afternoon),
    ("avonds", DayPart::Evening),
    ("in de avond", DayPart::Evening),
];

/// Reads what is nearly a time: `vanaf 19.30 uur`, `19,30`, `1930`, `21.30 u.`, `7 uur 's avonds`, `‘19.30’`.
pub(super) fn meant_time(typed: &str) -> Option<MeantTime> {
    let lower = without_quotes(typed).to_lowercase().replace(['’', '‘', '`'], "'");
    // `+/- 20.00` and `±20.00`
    let lower =
        lower.trim_start_matches(['+', '/', '-', '±', '~', ' ']).trim_end_matches(['+', '±', '~', ' ']);
    let lower = lower.to_owned();
    match fold(&lower).as_str() {
        "middernacht" | "midnight" => return Some(MeantTime::Midnight),
        "hele dag" | "de hele dag" | "gehele dag" | "all day" | "whole day" => {
            return Some(MeantTime::WholeDay);
        }
        _ => {}
    }
    // `20.00 (zaal open 19.30)` and `inloop 19.30, aanvang 20.00`.
    if let Some((before, _)) = lower.split_once('(') {
        return time_in_figures(before.trim());
    }
    if let Some((_, start)) = lower.split_once(", aanvang ").or_else(|| lower.split_once(", start ")) {
        return time_in_figures(start.trim());
    }
    // `'s avonds om 8 uur`: the part of the day comes first.
    let leading = DAY_PARTS.iter().find_map(|(words, part)| {
        let bare = lower.strip_prefix("'s ").unwrap_or(&lower);
        Some((bare.strip_prefix(words)?.strip_prefix(' ')?, *part))
    });
    let part = leading
        .or_else(|| DAY_PARTS.iter().find_map(|(words, part)| Some((lower.strip_suffix(words)?, *part))));
    let Some((before, part)) = part else { return time_in_figures(&lower) };
    let before = before.trim_end();
    let bare = before.strip_suffix("'s").or_else(|| before.strip_suffix(" s")).unwrap_or(before);
    match time_in_figures(bare)? {
        MeantTime::One(time) => in_day_part(time, part),
        MeantTime::Either(morning, _) => in_day_part(morning, part),
        other => Some(other),
    }
}

/// Converts a time on the twelve-hour clock, given the part of the day.
fn in_day_part(time: TimeOfDay, part: DayPart) -> Option<MeantTime> {
    let later = || TimeOfDay::new(time.hour() + 12, time.minute()).map(MeantTime::One);
    match (part, time.hour()) {
        (DayPart::Night | DayPart::Evening, 0 | 12) if time.minute() == 0 => Some(MeantTime::Midnight),
        (DayPart::Night, 10 | 11) | (DayPart::Evening, 4..=11) | (DayPart::Afternoon, 0..=6) => later(),
        (DayPart::Morning, 0..=12) | (DayPart::Night, 0..=6) => Some(MeantTime::One(time)),
        (_, 13..) | (DayPart::Afternoon, 12) => Some(MeantTime::One(time)),
        _ => None,
    }
}

/// Reads a time in figures with words around it, or with a slip in it.
fn time_in_figures(lower: &str) -> Option<MeantTime> {
    const LEADS: [&str; 17] = [
        "na", "aanvang", "start", "tot", "until", "van", "vanaf", "ca.", "ca", "circa", "om", "rond",
        "ongeveer", "begin", "from", "at", "about",
    ];
    const TAILS: [&str; 7] = ["precies", "stipt", "ongeveer", "sharp", "uur", "u", "exact"];
    let unled = LEADS.iter().find_map(|lead| lower.strip_prefix(lead)?.strip_prefix(' '));
    let mut bare = unled.unwrap_or(lower).trim().trim_end_matches(['.', ',', ';', ' ']);
    while let Some(rest) = TAILS.iter().find_map(|word| bare.strip_suffix(word)?.strip_suffix(' ')) {
        bare = rest.trim_end_matches(['.', ',', ';', ' ']);
    }
    // `half8` and `19-30`.
    let corrected = bare.strip_prefix("half").filter(|hour| hour.parse::<u8>().is_ok());
    let corrected = corrected.map(|hour| format!("half {hour}")).or_else(|| with_dot(bare));
    let bare = corrected.as_deref().unwrap_or(bare);
    // `19:30:00Z`, as programs write it.
    let bare = bare.strip_suffix('z').filter(|clock| clock.contains(':')).unwrap_or(bare);
    let clock = with_digits(bare).replace([',', ';'], ".");
    let is_digits = clock.bytes().all(|byte| byte.is_ascii_digit());
    let clock = if is_digits && matches!(clock.len(), 3 | 4) {
        let (hour, minute) = clock.split_at(clock.len() - 2);
        format!("{hour}.{minute}")
    } else {
        clock
    };
    match parse_time(&clock) {
        // `rond 8 uur` is as ambiguous as `8 uur`.
        Ok(time) if is_digits && clock.len() < 3 && time.may_mean_afternoon(&clock) => {
            Some(time.half_a_day_later().map_or(MeantTime::One(time), |later| MeantTime::Either(time, later)))
        }
        Ok(time) => Some(MeantTime::One(time)),
        Err(TimeProblem::Spoken(morning, evening)) => Some(MeantTime::Either(morning, evening)),
        Err(_) => with_missing_digit(&clock),
    }
}

/// Returns `19-30` with a dot, if the second part cannot be a time of its own.
fn with_dot(bare: &str) -> Option<String> {
    let (hour, minute) = bare.split_once('-')?;
    let is_time = minute.len() == 2 && minute.parse::<u8>().is_ok_and(|minute| minute > 24);
    is_time.then(|| format!("{hour}.{minute}"))
}

/// Returns `2O.30` with a zero for the letter O, and `l9.30` with a one for the letter l.
fn with_digits(text: &str) -> String {
    let looks_like_digits = |letter: char| letter.is_ascii_digit() || matches!(letter, 'o' | 'l' | '.' | ':');
    let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
    if has_digit && text.len() <= 5 && text.chars().all(looks_like_digits) {
        text.replace('o', "0").replace('l', "1")
    } else {
        text.to_owned()
    }
}

/// Reads `9.5`: five past nine, or ten to ten.
fn with_missing_digit(clock: &str) -> Option<MeantTime> {
    let (hour, minute) = clock.split_once(['.', ':'])?;
    let (hour, minute) = (hour.parse().ok()?, Some(minute).filter(|minute| minute.len() == 1)?.parse().ok()?);
    let first = TimeOfDay::new(hour, minute)?;
    Some(match TimeOfDay::new(hour, minute * 10) {
        Some(second) if second != first => MeantTime::Either(first, second),
        _ => MeantTime::One(first),
    })
}

/// Removes straight quotes, and the marks that Word makes of them, but not the apostrophe of `'s avonds`.
pub(super) fn without_quotes(typed: &str) -> &str {
    let marks = ['“', '”', '„', '‘', '’', '"', '\''];
    let bare = typed.trim_end_matches(marks);
    let begins_with_shortened = ["'s ", "’s ", "‘s "].iter().any(|word| bare.starts_with(word));
    if begins_with_shortened { bare.trim() } else { bare.trim_start_matches(marks).trim() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_text(typed: &str) -> String {
        match meant_time(typed) {
            Some(MeantTime::One(time)) => time.dotted(),
            Some(MeantTime::Either(first, second)) => format!("{} of {}", first.dotted(), second.dotted()),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_time_in_an_unusual_form_is_understood() {
        for typed in [
            "19.30 u.",
            "19,30",
            "1930",
            "vanaf 19.30 uur",
            "ca. 19.30",
            "‘19.30’",
            "om 19:30",
            "19:30 precies",
            "19.3O",
            "l9.30",
            "19.30,",
            "19.30;",
            "van 19.30 uur",
            "19:30:00Z",
            "half acht 's avonds",
            "+/- 19.30",
            "±19.30",
            "19.30 +",
            "na 19.30 uur",
            "7.30 uur 's avonds",
            "half 8 ’s avonds",
            "half acht in de avond",
            "aanvang 19.30 uur",
            "tot 19.30",
            "19.30 (zaal open 19.00)",
            "inloop 19.00, aanvang 19.30",
            "19-30",
            "'s avonds om half 8",
            "'s avonds half8",
        ] {
            assert_eq!(as_text(typed), "19.30", "{typed}");
        }
        for typed in ["later", "25.00", "19.75", "avond", "9999", "'s nachts", "8 uur 's middags"] {
            assert_eq!(meant_time(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_part_of_the_day_decides_between_two_times() {
        for (typed, meant) in [
            ("7 uur 's ochtends", "7.00"),
            ("twee uur 's nachts", "2.00"),
            ("11 uur savonds", "23.00"),
            ("2 uur 's middags", "14.00"),
            ("12 uur 's middags", "12.00"),
            ("930", "9.30"),
            ("9.5", "9.05 of 9.50"),
            ("9.8", "9.08"),
        ] {
            assert_eq!(as_text(typed), meant, "{typed}");
        }
        assert_eq!(meant_time("12 uur 's nachts"), Some(MeantTime::Midnight));
        assert_eq!(meant_time("de hele dag"), Some(MeantTime::WholeDay));
    }
}
