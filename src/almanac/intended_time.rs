//! Decides which occurrence a change is about on a day that has more than one.

use super::series::{Series, SeriesDay};
use crate::ground::{
    Both, Code, Date, Diagnostic, Place, TimeOfDay, both, date_in_words, day_in_words, joined_list,
};
use crate::village::{Change, ChangeFields, Event, EventStatus};

/// Returns the changes of an event.
pub(super) fn changes(event: &Event) -> impl Iterator<Item = &Change> {
    event.changes.iter().flat_map(|changes| changes.iter()).map(|change| &change.value)
}

/// Returns the index of the change for one occurrence, among those of its event. A change that names the time
/// takes precedence over one that does not.
pub(super) fn change_number(
    event: &Event,
    series: &Series,
    of_day: &[SeriesDay],
    on: SeriesDay,
) -> Option<usize> {
    let of_that_day = changes(event)
        .enumerate()
        .filter(|(_, change)| change.0.date.as_ref().is_some_and(|date| date.date == on.day));
    let its = of_that_day.filter(|(_, change)| {
        // When no time is chosen, the first one is meant: a diagnostic asks which one it is.
        let times = intended_times(&change.0, series, of_day);
        times.unwrap_or_else(|| of_day.iter().take(1).copied().collect()).contains(&on)
    });
    its.min_by_key(|(_, change)| change.0.date.as_ref().is_none_or(|date| date.time.is_none()))
        .map(|(number, _)| number)
}

/// Returns the times of a day that a change is about; nothing when it does not say which.
pub(super) fn intended_times(
    change: &ChangeFields,
    series: &Series,
    of_day: &[SeriesDay],
) -> Option<Vec<SeriesDay>> {
    let starting_at = |start: Option<TimeOfDay>| {
        let found = of_day.iter().find(|it| series.strands[it.strand].start == start);
        found.map(|found| vec![*found])
    };
    let named = change.date.as_ref().and_then(|date| date.time);
    let has_times = of_day.iter().any(|it| series.strands[it.strand].start.is_some());
    if named.is_some() && has_times {
        return starting_at(named);
    }
    if of_day.len() < 2 || is_plainly_off(change) { Some(of_day.to_vec()) } else { starting_at(None) }
}

/// Whether a change only cancels, without anything specific to one time: it then applies to all times of that
/// day.
fn is_plainly_off(change: &ChangeFields) -> bool {
    let ChangeFields { date: _, status, to, start, end, title: _, venue: _, room: _, text: _ } = change;
    status.as_ref().is_some_and(|status| status.value.0 == EventStatus::Cancelled)
        && to.is_none()
        && start.is_none()
        && end.is_none()
}

/// Reports a change that names none of the times of its day.
pub(super) fn intended_time_remark(
    place: Place,
    on: Date,
    starts: &[Option<TimeOfDay>],
    named: Option<TimeOfDay>,
) -> Diagnostic {
    let list = |nl: bool| {
        let words = starts.iter().map(|start| match (start, nl) {
            (Some(start), true) => format!("om {}", start.dotted()),
            (Some(start), false) => format!("at {}", start.iso()),
            (None, true) => "de hele dag".to_owned(),
            (None, false) => "all day".to_owned(),
        });
        joined_list(&words.collect::<Vec<_>>(), if nl { "en" } else { "and" })
    };
    let (day, times) = (day_in_words(on), both(list(true), list(false)));
    let (code, message) = match named {
        Some(named) => (
            Code::ChangeMatchesNothing,
            both(
                format!("op {} is het {}, niet om {}", day.nl, times.nl, named.dotted()),
                format!("on {} it takes place {}, not at {}", day.en, times.en, named.iso()),
            ),
        ),
        None => (
            Code::SeveralMeant,
            both(
                format!("op {} is het {}: welke bedoel je?", day.nl, times.nl),
                format!("on {} it takes place {}: which one do you mean?", day.en, times.en),
            ),
        ),
    };
    let hint = match (named, starts) {
        (Some(named), [_]) => both(
            format!("begint het dan om {}, zet dat dan bij 'begin'", named.dotted()),
            format!("if it begins at {} that day, put that under 'start'", named.iso()),
        ),
        _ => {
            let first = starts.iter().flatten().next();
            let example = first.map_or(both("", ""), |start| with_time(on, *start));
            both(
                format!("zet de tijd achter de dag: {}; elke tijd krijgt een eigen wijziging", example.nl),
                format!("put the time after the day: {}; each time gets a change of its own", example.en),
            )
        }
    };
    Diagnostic::new(code, place, message).hint(hint)
}

fn with_time(on: Date, start: TimeOfDay) -> Both {
    let day = date_in_words(on);
    both(format!("{} {}", day.nl, start.dotted()), format!("{} {}", day.en, start.iso()))
}
