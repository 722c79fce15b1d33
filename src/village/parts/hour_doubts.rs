//! Opening hours that may be of the other half of the day: `9-5`, and the second of `9-12, 1-5`.

use crate::ground::{Code, Diagnostic, Place, TimeOfDay, both, capital};

/// From when to when; what closes before it opens closes on the next day.
pub type Times = (TimeOfDay, TimeOfDay);

/// Those as they were typed, and what they say.
pub(super) type Range<'t> = (&'t str, Times);

/// Nothing in a village opens between midnight and this, unless the writer says so.
const FIRST_OPENING: u16 = 6 * 60;

/// What opens before this hardly goes on until the night.
const OPENS_FOR_THE_NIGHT: u16 = 16 * 60;

/// Why hours are doubted.
enum Doubt {
    /// It opens in the night.
    OpensAtNight,
    /// It opens in the daytime, and closes in the night that follows.
    ClosesAtNight,
    /// It closes before it opens.
    ClosesFirst,
    /// It stands behind hours that come later.
    Before(Times),
}

/// What is asked of the first of these hours that may be twelve hours later; `place` is that of them all.
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
    let line = meant.map(figures).collect::<Vec<_>>().join(", ");
    let (doubt, times, meant) = first?;
    // The morning may be meant by what stands behind the afternoon: then nobody knows.
    let is_known = !matches!(doubt, Doubt::Before(_)) || times.0.minutes() < FIRST_OPENING;
    Some(doubt_remark(place, &doubt, times, meant).correction_with(is_known.then_some(&*line)))
}

/// Whether hours may be of the other half of the day, and what is meant then.
fn doubt_about(typed: &str, (from, until): Times, before: Option<Times>) -> Option<(Doubt, Times)> {
    let later = |time: TimeOfDay| time.half_a_day_later().filter(|_| time.may_be_later(typed));
    // Both are later, or only when it opens.
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
    if from.minutes() < FIRST_OPENING && from.hour() > 0 {
        return both_later().map(|meant| (Doubt::OpensAtNight, meant));
    }
    if until > from {
        return None;
    }
    let is_night = until.minutes() <= FIRST_OPENING;
    let meant = (from, later(until).filter(|until| from < *until)?);
    match is_night {
        true => (from.minutes() < OPENS_FOR_THE_NIGHT).then_some((Doubt::ClosesAtNight, meant)),
        // What opens in the afternoon may as well be turned round: `17-9`.
        false => (from.hour() <= 12).then_some((Doubt::ClosesFirst, meant)),
    }
}

/// When it closes, twelve hours later, if that may be meant.
pub(super) fn closes_later((from, until): Times, typed: &str) -> Option<TimeOfDay> {
    until.half_a_day_later().filter(|later| until.may_be_later(typed) && from < *later)
}

fn doubt_remark(place: Place, doubt: &Doubt, (from, until): Times, meant: Times) -> Diagnostic {
    let (opens, closes, meant) = (from.dotted(), until.dotted(), figures(meant));
    let (message, otherwise) = match doubt {
        Doubt::OpensAtNight => (
            both(
                format!("hier staat dat het 's nachts om {opens} uur opengaat"),
                format!("this says that it opens at {opens} in the night"),
            ),
            both(
                format!("is het echt 's nachts, schrijf dan {}-{}", from.whole(), until.whole()),
                format!("if it is really in the night, write {}-{}", from.whole(), until.whole()),
            ),
        ),
        Doubt::ClosesAtNight => (
            both(
                format!("hier staat dat het om {opens} uur opengaat en pas 's nachts om {closes} uur sluit"),
                format!("this says that it opens at {opens} and only closes at {closes} in the night"),
            ),
            both(
                format!("is het echt 's nachts, schrijf dan {opens}-{}", until.whole()),
                format!("if it is really in the night, write {opens}-{}", until.whole()),
            ),
        ),
        Doubt::ClosesFirst => (
            both(
                format!("hier staat dat het om {opens} uur opengaat en om {closes} uur sluit"),
                format!("this says that it opens at {opens} and closes at {closes}"),
            ),
            both(
                "schrijf anders eerst wanneer het opengaat, en daarna wanneer het sluit",
                "otherwise write first when it opens, and then when it closes",
            ),
        ),
        Doubt::Before(other) => (
            both(
                format!("'{opens}-{closes}' staat achter {}, maar ligt ervoor", figures(*other)),
                format!("'{opens}-{closes}' stands behind {}, but is before it", figures(*other)),
            ),
            both("zet anders de vroegste tijd vooraan", "otherwise put the earliest time first"),
        ),
    };
    Diagnostic::new(Code::BadHours, place, message).hint(both(
        format!("bedoel je {meant}? {}", capital(&otherwise.nl)),
        format!("did you mean {meant}? {}", capital(&otherwise.en)),
    ))
}

/// From when to when, in figures: `9.00-12.00`.
pub(super) fn figures((from, until): Times) -> String {
    format!("{}-{}", from.dotted(), until.dotted())
}
