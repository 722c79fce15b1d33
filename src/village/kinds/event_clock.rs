//! Asks about event times that may be twelve hours off: `begin: 2`, and `7.30` on every Tuesday evening.

use super::content::CheckContext;
use super::event::Event;
use super::event_clock_messages as messages;
use crate::ground::{DayPart, TimeOfDay, fold};
use crate::read::Span;

/// The word endings by which a rule names a part of the day: `dinsdagavond`.
const PARTS: [(&[&str], DayPart); 3] = [
    (&["ochtend", "morgen", "morning"], DayPart::Morning),
    (&["middag", "afternoon"], DayPart::Afternoon),
    (&["avond", "evening"], DayPart::Evening),
];

/// Returns the part of the day that the rules of an event name, if they name exactly one.
pub(super) fn named_part(event: &Event) -> Option<DayPart> {
    let rules = event.repeats.as_ref()?;
    let typed: Vec<String> = rules.iter().map(|rule| fold(&rule.typed)).collect();
    let words = || typed.iter().flat_map(|rule| rule.split(' '));
    let ends_with = |word: &str, ending: &str| {
        word.ends_with(ending)
            || ["s", "en"]
                .iter()
                .any(|more| word.strip_suffix(more).is_some_and(|word| word.ends_with(ending)))
    };
    let is_named =
        |endings: &[&str]| words().any(|word| endings.iter().any(|ending| ends_with(word, ending)));
    let mut named_parts = PARTS.iter().filter(|(endings, _)| is_named(endings)).map(|(_, part)| *part);
    let first = named_parts.next()?;
    named_parts.next().is_none().then_some(first)
}

/// Hardly anything starts before this hour.
const FIRST_START: u16 = 6;

/// Asks about a doubtful start of one occurrence. Another part of the day than that of its rule may be
/// exactly what is different. Returns whether it asked.
pub(super) fn check_overriding_start(
    (time, span): (TimeOfDay, Span),
    end: Option<TimeOfDay>,
    part: Option<DayPart>,
    context: &mut CheckContext<'_>,
) -> bool {
    let later = time.half_a_day_later().filter(|_| (1..9).contains(&time.hour()));
    let fits_later = part
        .is_some_and(|part| !part.may_include(time) && later.is_some_and(|later| part.may_include(later)));
    if fits_later && time.may_mean_afternoon(&(context.place)(span).marked()) {
        context.report(span, |place| messages::which_half_of_day(place, time));
        return true;
    }
    let part = part.filter(|part| part.may_include(time));
    check_start((time, span), end, part, context)
}

/// Asks about a doubtful start; `part` is the part of the day that its rule names. Returns whether it asked.
pub(super) fn check_start(
    start: (TimeOfDay, Span),
    end: Option<TimeOfDay>,
    part: Option<DayPart>,
    context: &mut CheckContext<'_>,
) -> bool {
    let (time, span) = start;
    let is_early = (1..9).contains(&time.hour());
    let contradicts = part.is_some_and(|part| !part.may_include(time));
    // For the others there is no need to look up what was typed.
    if !is_early && !contradicts {
        return false;
    }
    let words = (context.place)(span).marked();
    if let Some(part) = part.filter(|_| contradicts) {
        let later = time.half_a_day_later().filter(|later| part.may_include(*later));
        context.report(span, |place| messages::outside_day_part(place, time, part.name(), later));
        return true;
    }
    if part.is_some() || !time.may_mean_afternoon(&words) {
        return false;
    }
    // `8 uur` can be morning or evening; what ends around noon or in the afternoon started in the morning.
    let is_by_day = end.is_some_and(|end| (12..19).contains(&end.hour()));
    let is_spoken = (7..9).contains(&time.hour()) && is_hour_alone(&words) && !is_by_day;
    if time.hour() < FIRST_START || is_spoken {
        context.report(span, |place| messages::which_half_of_day(place, time));
        return true;
    }
    false
}

/// Whether the words are an hour without minutes: `8 uur`, and not `8.00`.
fn is_hour_alone(words: &str) -> bool {
    !words.contains(['.', ':'])
}

/// Asks about an early end of something that starts in the afternoon or evening. Returns whether it asked.
pub(super) fn check_end(
    start: TimeOfDay,
    (end, span): (TimeOfDay, Span),
    context: &mut CheckContext<'_>,
) -> bool {
    if !(1..=FIRST_START).contains(&end.hour()) || start.hour() < 12 {
        return false;
    }
    let words = (context.place)(span).marked();
    if !end.may_mean_afternoon(&words) {
        return false;
    }
    let later = end.half_a_day_later().filter(|later| start < *later);
    // `einde: 2 uur` may be how long it lasts.
    let hours = words.trim().trim_start_matches("tot ").split(' ').collect::<Vec<_>>();
    let is_length = matches!(*hours.as_slice(), [number, "uur" | "hours"] if number.len() == 1);
    let after = TimeOfDay::new(start.hour() + end.hour(), start.minute()).filter(|_| is_length);
    if later.is_none() && after.is_none() {
        return false;
    }
    context.report(span, |place| messages::ambiguous_end(place, end, later, after));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_alone_has_no_minutes() {
        assert!(is_hour_alone("8 uur") && is_hour_alone("om 8"));
        assert!(!is_hour_alone("8.00") && !is_hour_alone("8:00 uur"));
    }

    #[test]
    fn parts_of_the_day_are_interpreted_broadly() {
        let at = |hour| TimeOfDay::new(hour, 0).expect("a time");
        assert!(DayPart::Evening.may_include(at(17)) && !DayPart::Evening.may_include(at(14)));
        assert!(DayPart::Afternoon.may_include(at(12)) && !DayPart::Afternoon.may_include(at(2)));
        assert!(DayPart::Morning.may_include(at(12)) && !DayPart::Morning.may_include(at(20)));
    }
}
