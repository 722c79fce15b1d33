//! Asks about opening hours that may be twelve hours off: `9-5`, and the second part of `9-12, 1-5`.

use crate::ground::{Code, Diagnostic, Place, TimeOfDay, both, capital};

/// An opening and a closing time; closing before opening means the next day.
pub type Times = (TimeOfDay, TimeOfDay);

/// Opening hours as typed, and what they mean.
pub(super) type Range<'t> = (&'t str, Times);

/// In minutes. Nothing in a village opens between midnight and this time, unless the user spells it out.
const EARLIEST_OPENING: u16 = 6 * 60;

/// In minutes. A place that opens before this time hardly ever stays open into the night.
const EARLIEST_NIGHT_OPENING: u16 = 16 * 60;

/// Why hours are doubtful.
enum Doubt {
    /// It opens at night.
    OpensAtNight,
    /// It opens in the daytime, and closes the following night.
    ClosesAtNight,
    /// It closes before it opens.
    ClosesBeforeOpening,
    /// It comes after hours that are later in the day.
    Before(Times),
}

/// Returns the question about the first of these hours that may be twelve hours off; `place` covers them all.
pub(super) fn half_day_question(ranges: &[Range<'_>], place: Place) -> Option<Diagnostic> {
    let (mut first, mut before) = (None, None);
    let meant = ranges.iter().map(|(typed, times)| {
        let found = doubt_about(typed, *times, before);
        let meant = found.as_ref().map_or(*times, |(_, meant)| *meant);
        before = Some(meant);
        if let (None, Some((doubt, meant))) = (&first, found) {
            first = Some((doubt, *times, meant));
        }
        meant
    });
    let line = meant.map(format_hours).collect::<Vec<_>>().join(", ");
    let (doubt, times, meant) = first?;
    // Hours in the morning may have been put last on purpose: then there is no telling.
    let is_known = !matches!(doubt, Doubt::Before(_)) || times.0.minutes() < EARLIEST_OPENING;
    Some(doubt_remark(place, &doubt, times, meant).correction_with(is_known.then_some(&*line)))
}

/// Returns whether hours may be twelve hours off, and what is probably meant.
fn doubt_about(typed: &str, (from, until): Times, before: Option<Times>) -> Option<(Doubt, Times)> {
    let later = |time: TimeOfDay| time.half_a_day_later().filter(|_| time.may_mean_afternoon(typed));
    // Both are twelve hours later, or only the opening time.
    let both_later = || {
        let from = later(from)?;
        let until = later(until).or(Some(until)).filter(|until| from < *until)?;
        Some((from, until))
    };
    if let Some(other) = before.filter(|other| from < other.0)
        && let Some(meant) = both_later().filter(|meant| other.1 <= meant.0)
    {
        return Some((Doubt::Before(other), meant));
    }
    if from.minutes() < EARLIEST_OPENING && from.hour() > 0 {
        return both_later().map(|meant| (Doubt::OpensAtNight, meant));
    }
    if until > from {
        return None;
    }
    let is_night = until.minutes() <= EARLIEST_OPENING;
    let meant = (from, later(until).filter(|until| from < *until)?);
    match is_night {
        true => (from.minutes() < EARLIEST_NIGHT_OPENING).then_some((Doubt::ClosesAtNight, meant)),
        // Hours that start in the afternoon, such as `17-9`, may just as well be the wrong way round.
        false => (from.hour() <= 12).then_some((Doubt::ClosesBeforeOpening, meant)),
    }
}

/// Returns the closing time twelve hours later, if that may be meant.
pub(super) fn later_closing_time((from, until): Times, typed: &str) -> Option<TimeOfDay> {
    until.half_a_day_later().filter(|later| until.may_mean_afternoon(typed) && from < *later)
}

fn doubt_remark(place: Place, doubt: &Doubt, (from, until): Times, meant: Times) -> Diagnostic {
    let (opens, closes, meant) = (from.dotted(), until.dotted(), format_hours(meant));
    let (message, otherwise) = match doubt {
        Doubt::OpensAtNight => (
            both(
                format!("hier staat dat het 's nachts om {opens} uur opengaat"),
                format!("this says that it opens at {opens} at night"),
            ),
            both(
                format!("is het echt 's nachts, schrijf dan {}-{}", from.padded(), until.padded()),
                format!("if it really is at night, write {}-{}", from.padded(), until.padded()),
            ),
        ),
        Doubt::ClosesAtNight => (
            both(
                format!("hier staat dat het om {opens} uur opengaat en pas 's nachts om {closes} uur sluit"),
                format!("this says that it opens at {opens} and does not close until {closes} at night"),
            ),
            both(
                format!("is het echt 's nachts, schrijf dan {opens}-{}", until.padded()),
                format!("if it really is at night, write {opens}-{}", until.padded()),
            ),
        ),
        Doubt::ClosesBeforeOpening => (
            both(
                format!("hier staat dat het om {opens} uur opengaat en om {closes} uur sluit"),
                format!("this says that it opens at {opens} and closes at {closes}"),
            ),
            both(
                "schrijf anders eerst wanneer het opengaat, en daarna wanneer het sluit",
                "if not, write first when it opens, and then when it closes",
            ),
        ),
        Doubt::Before(other) => (
            both(
                format!("'{opens}-{closes}' staat achter {}, maar ligt ervoor", format_hours(*other)),
                format!("'{opens}-{closes}' comes after {}, but is earlier", format_hours(*other)),
            ),
            both("zet anders de vroegste tijd vooraan", "if not, put the earliest time first"),
        ),
    };
    Diagnostic::new(Code::BadHours, place, message).hint(both(
        format!("bedoel je {meant}? {}", capital(&otherwise.nl)),
        format!("did you mean {meant}? {}", capital(&otherwise.en)),
    ))
}

/// Returns the hours in figures: `9.00-12.00`.
pub(super) fn format_hours((from, until): Times) -> String {
    format!("{}-{}", from.dotted(), until.dotted())
}
