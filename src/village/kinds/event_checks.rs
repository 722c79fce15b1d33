//! Checks the fields of an event against each other: its times, and what belongs to a repeating event.

use super::content::{Checking, Content};
use super::event::Event;
use super::event_clock;
use super::event_clock_messages as clock_messages;
use super::event_messages as messages;
use super::title_messages::{self, Around};
use super::title_words;
use crate::field::{At, Clock, Day, Field, KindInfo, Line, Many, Referable, last_day_first};
use crate::ground::{Code, Diagnostic, Place, TimeOfDay, days_from};
use crate::read::Span;
use crate::village::parts::{Attachment, EventStatus};
use crate::village::referred::ToEvent;
use crate::village::rule::{Frequency, MOST_RULES, Rule, maybe_last};

impl Content for Event {
    const INFO: &'static KindInfo = <ToEvent as Referable>::INFO;

    fn name(&self) -> &Field<Line> {
        &self.title
    }

    fn attachments(&self) -> Option<&Many<Attachment>> {
        self.attachments.as_ref().map(|list| &list.value)
    }

    fn check(&self, checking: &mut Checking<'_>) {
        if let (Some(first), Some(last)) = (&self.date, &self.end_date)
            && last.date < first.date
        {
            let days = (first.date, last.date);
            checking.say(last.span, |place| last_day_first(Code::EndBeforeStart, place, None, days));
        }
        if !ask_clock(self, checking) {
            check_times(self.starts_at(), end_of(self), self.takes_days(), checking);
        }
        check_times_of_days(self, checking);
        check_previous_date(self, checking);
        check_title(self, checking);
        if self.comes_back() {
            if let Some(status) = self.status.as_ref().filter(|it| it.value.0 == EventStatus::Moved) {
                checking.say(status.span, messages::series_moved);
            }
            check_bounds(self, checking);
            check_rules(self, checking);
            check_midnights(self, checking);
            check_changes(self, checking);
            for extra in self.extra.iter().flat_map(|extras| extras.iter()) {
                let extra = &extra.value.0;
                check_own_times(self, &or_time_behind(&extra.start, &extra.date), &extra.end, checking);
            }
            for other in self.other_times.iter().flat_map(|others| others.iter()) {
                check_own_times(self, &other.start, &other.end, checking);
            }
            months_named_twice(self, checking);
        } else {
            check_midnight(self, checking);
            keys_without_repeats(self, checking);
        }
    }
}

/// Asks what is meant by a time that may be twelve hours off. Returns whether it asked.
fn ask_clock(event: &Event, checking: &mut Checking<'_>) -> bool {
    let in_field = event.start.as_ref().map(|start| (start.value.0, start.span));
    let start = in_field.or_else(|| event.date.as_ref().and_then(|day| Some((day.time?, day.span))));
    let (Some(start), end) = (start, end_of(event)) else { return false };
    let until = end.map(|(end, _)| end).filter(|_| !event.takes_days());
    event_clock::check_start(start, until, event_clock::named_part(event), checking)
        || !event.takes_days() && end.is_some_and(|end| event_clock::check_end(start.0, end, checking))
}

/// Reports a single event that starts at 24.00: that is on the day after the one named.
fn check_midnight(event: &Event, checking: &mut Checking<'_>) {
    let (Some(day), Some(TimeOfDay::END_OF_DAY)) = (&event.date, event.starts_at()) else { return };
    let span = event.start.as_ref().map_or(day.span, |start| start.span);
    checking.say(span, |place| clock_messages::once_at_midnight(place, day.date));
}

/// Checks that an end has a start, and comes after it: on the same day, or in the night that follows.
fn check_times(
    start: Option<TimeOfDay>,
    end: Option<(TimeOfDay, Span)>,
    takes_days: bool,
    checking: &mut Checking<'_>,
) {
    let Some((end, span)) = end else { return };
    match start {
        // A start that cannot be read was already reported.
        None if !(checking.is_typed)("start") => checking.say(span, messages::end_without_start),
        Some(start) if !takes_days && end <= start && !ends_in_the_night(start, end) => {
            checking.say(span, |place| messages::end_before_start(place, start, end));
        }
        _ => {}
    }
}

/// Returns when it ends, and where that is written: in a field of its own, or after the last day.
fn end_of(event: &Event) -> Option<(TimeOfDay, Span)> {
    let in_field = event.end.as_ref().map(|end| (end.value.0, end.span));
    in_field.or_else(|| event.end_date.as_ref().and_then(|day| Some((day.time?, day.span))))
}

/// Checks the original day of a moved event: it differs from the new one, and the status says "moved".
fn check_previous_date(event: &Event, checking: &mut Checking<'_>) {
    let Some(was) = &event.previous_date else { return };
    if event.comes_back() {
        checking.say(was.span, messages::series_moved_from);
    } else if event.stands() != EventStatus::Moved {
        checking.say(was.span, messages::moved_without_status);
    } else if let Some(date) = &event.date
        && date.date == was.date
        && was.time.is_none_or(|time| event.starts_at() == Some(time))
    {
        checking.say(was.span, messages::moved_to_same_day);
    }
}

/// Reports a status that is only in the title. Once the `status` field is filled in, the title may repeat it.
fn check_title(event: &Event, checking: &mut Checking<'_>) {
    let is_in_title_only =
        |title: &str| title_words::status_in_title(title).is_some() && !(checking.is_typed)("status");
    let Some(title) = event.title.as_ref().filter(|title| is_in_title_only(title.as_str())) else { return };
    // A title taken from elsewhere, such as a heading, has no span of its own.
    let own = Some(title.span).filter(|span| *span != Span::default());
    let Some(span) = own.or(checking.heading) else { return };
    let marked = (checking.place)(span).marked();
    let Some(found) =
        title_words::status_in_title(title_words::bare_words(&marked).unwrap_or(title.as_str()))
    else {
        return;
    };
    let around = Around {
        comes_back: event.comes_back(),
        has_changes: (checking.is_typed)("changes"),
        has_old_day: (checking.is_typed)("previous_date"),
    };
    checking.say(span, |place| title_messages::status_in_title(place, &found, around));
}

/// Checks that a time after a day and the same time in its own field do not contradict each other.
fn check_times_of_days(event: &Event, checking: &mut Checking<'_>) {
    if let (Some(day), Some(start)) = (&event.date, &event.start)
        && day.time.is_some_and(|time| time != start.value.0)
    {
        checking.say(day.span, |place| messages::contradiction(place, "datum", "date", "begin", "start"));
    }
    if let (Some(day), Some(end)) = (&event.end_date, &event.end)
        && day.time.is_some_and(|time| time != end.value.0)
    {
        checking
            .say(day.span, |place| messages::contradiction(place, "einddatum", "end_date", "einde", "end"));
    }
}

/// Returns the start in its own field, or else the time after the day.
fn or_time_behind(start: &Field<Clock>, day: &Field<Day>) -> Field<Clock> {
    let behind = || day.as_ref().and_then(|day| Some(At { value: Clock(day.time?), span: day.span }));
    start.clone().or_else(behind)
}

/// Checks times that replace those of the event; what is left out is taken from the event.
fn check_own_times(event: &Event, start: &Field<Clock>, end: &Field<Clock>, checking: &mut Checking<'_>) {
    let starts = start.as_ref().map(|start| start.value.0).or(event.starts_at());
    if let Some(start) = start {
        let until = end.as_ref().map(|end| end.value.0).filter(|_| !event.takes_days());
        let start = (start.value.0, start.span);
        if event_clock::check_own_start(start, until, event_clock::named_part(event), checking) {
            return;
        }
    }
    if let (Some(starts), Some(end)) = (starts, end)
        && !event.takes_days()
        && event_clock::check_end(starts, (end.value.0, end.span), checking)
    {
        return;
    }
    if let Some(end) = end {
        return check_times(starts, Some((end.value.0, end.span)), event.takes_days(), checking);
    }
    // A later start may be past the usual end, and then a new end is needed too.
    if let (Some(start), Some(end)) = (start, event.ends_at())
        && !event.takes_days()
        && end <= start.value.0
        && !ends_in_the_night(start.value.0, end)
    {
        checking.say(start.span, |place| messages::end_missing(place, start.value.0, end));
    }
}

/// Whether it ends past midnight: from the afternoon or evening until six in the morning at the latest.
fn ends_in_the_night(start: TimeOfDay, end: TimeOfDay) -> bool {
    start.hour() >= 12 && (end.hour() < 6 || end.minutes() == 6 * 60)
}

/// Reports keys that only make sense for a repeating event.
fn keys_without_repeats(event: &Event, checking: &mut Checking<'_>) {
    let keys: [(Option<Span>, &str, &str); 6] = [
        (event.from.as_ref().map(|it| it.span), "vanaf", "from"),
        (event.until.as_ref().map(|it| it.span), "tot", "until"),
        (event.times.as_ref().map(|it| it.span), "aantal", "times"),
        (event.except.as_ref().map(|it| it.span), "behalve", "except"),
        (event.changes.as_ref().map(|it| it.span), "wijzigingen", "changes"),
        (event.other_times.as_ref().map(|it| it.span), "andere_tijden", "other_times"),
    ];
    for (span, nl, en) in keys {
        if let Some(span) = span {
            if let Some(remark) = remark_on_single_event(event, en) {
                checking.say(span, remark);
                continue;
            }
            checking.say(span, |place| messages::only_with_repeats(place, nl, en));
        }
    }
}

/// Hardly any event in a village lasts longer than this.
const MOST_DAYS_AT_A_TIME: i64 = 31;

/// Returns the diagnostic for such a key on a single event, when it is clear what the user meant.
fn remark_on_single_event(event: &Event, key: &str) -> Option<fn(Place) -> Diagnostic> {
    let first = event.date.as_ref()?.date;
    match key {
        "until" => {
            // Something that would last for months is probably a repeating event.
            let days = days_from(first, event.until.as_ref()?.date);
            let is_last = event.end_date.is_none() && (0..=MOST_DAYS_AT_A_TIME).contains(&days);
            is_last.then_some(messages::until_of_a_single_event as fn(Place) -> Diagnostic)
        }
        "changes" => {
            let [change] = event.changes.as_ref()?.value.0.as_slice() else { return None };
            let fields = &change.value.0;
            let is_off =
                fields.status.as_ref().is_some_and(|status| status.value.0 == EventStatus::Cancelled);
            let is_of_that_day = fields.date.as_ref().is_some_and(|day| day.date == first);
            (is_off && is_of_that_day).then_some(messages::single_event_is_off as fn(Place) -> Diagnostic)
        }
        _ => None,
    }
}

/// Checks from when, until when and how many times it repeats: each given once, and in order.
fn check_bounds(event: &Event, checking: &mut Checking<'_>) {
    if let (Some(date), Some(from)) = (&event.date, &event.from)
        && date.date != from.date
    {
        checking.say(from.span, |place| messages::contradiction(place, "datum", "date", "vanaf", "from"));
    }
    if let (Some(_), Some(times)) = (&event.until, &event.times) {
        checking.say(times.span, |place| messages::contradiction(place, "tot", "until", "aantal", "times"));
    }
    if let (Some(until), Some(from)) = (&event.until, event.first_allowed())
        && until.date < from
    {
        let days = (from, until.date);
        checking.say(until.span, |place| last_day_first(Code::UntilBeforeFrom, place, None, days));
    }
    if let (None, Some(last)) = (&event.date, &event.end_date) {
        checking.say(last.span, messages::end_date_of_series);
    }
}

fn check_rules(event: &Event, checking: &mut Checking<'_>) {
    if let Some(rule) = event.repeats.as_ref().and_then(|rules| rules.value.0.get(MOST_RULES)) {
        checking.say(rule.span, messages::too_many_rules);
    }
    for rule in event.repeats.iter().flat_map(|rules| rules.iter()) {
        if let (Some(_), Some(until)) = (rule.rule.until, &event.until) {
            checking
                .say(until.span, |place| messages::contradiction(place, "UNTIL", "UNTIL", "tot", "until"));
        }
        if let (Some(_), Some(times)) = (rule.rule.count, &event.times) {
            checking
                .say(times.span, |place| messages::contradiction(place, "COUNT", "COUNT", "aantal", "times"));
        }
        let counted = rule.rule.count.is_some() || event.times.is_some();
        if event.first_allowed().is_none() && (counted || needs_start(&rule.rule)) {
            checking.say(rule.span, |place| messages::needs_start(place, &rule.typed));
        }
        // A rule that names its days was already checked when it was read.
        if let Some(lacking) = event
            .first_allowed()
            .filter(|_| !rule.rule.names_days())
            .and_then(|it| rule.rule.lacking(Some(it)))
        {
            checking.say(rule.span, |place| maybe_last(place, lacking));
        }
    }
}

/// Reports starts at 24.00: those are on the next day, which the rule and its exceptions ignore.
fn check_midnights(event: &Event, checking: &mut Checking<'_>) {
    let other_times = event.other_times.iter().flat_map(|others| others.iter());
    let starts = [event.start.as_ref()].into_iter().chain(other_times.map(|other| other.start.as_ref()));
    for start in starts.flatten().filter(|start| start.value.0 == TimeOfDay::END_OF_DAY) {
        checking.say(start.span, messages::begins_at_midnight);
    }
}

/// Reports months that are named twice: only the first of the other times that name a month applies.
fn months_named_twice(event: &Event, checking: &mut Checking<'_>) {
    let mut named_months: Vec<i8> = Vec::new();
    for months in
        event.other_times.iter().flat_map(|others| others.iter()).filter_map(|it| it.months.as_ref())
    {
        if let Some(twice) = months.value.0.iter().find(|month| named_months.contains(month)) {
            checking.say(months.span, |place| messages::month_twice(place, *twice));
        }
        named_months.extend(&months.value.0);
    }
}

/// Whether the days of a rule depend on its first day: every other week, or "every month" without a day.
fn needs_start(rule: &Rule) -> bool {
    let says_when = rule.frequency == Frequency::Daily || rule.names_days();
    rule.interval > 1 || !says_when
}

fn check_changes(event: &Event, checking: &mut Checking<'_>) {
    let mut changed_days: Vec<Day> = Vec::new();
    for change in event.changes.iter().flat_map(|changes| changes.iter()) {
        let fields = &change.value.0;
        let Some(date) = &fields.date else { continue };
        // Two occurrences on one day may each have their own change.
        let is_other = |it: &Day| it.time.is_some() && date.time.is_some() && it.time != date.time;
        if changed_days.iter().any(|it| it.date == date.date && !is_other(it)) {
            checking.say(date.span, |place| messages::changed_twice(place, date.date));
        }
        changed_days.push(date.value);
        if fields.changes_nothing() {
            checking.say(change.span, messages::changes_nothing);
        }
        let stays = fields.to.as_ref().filter(|to| to.date == date.date && to.time.is_none());
        if let Some(to) = stays.filter(|_| fields.start.is_none()) {
            checking.say(to.span, messages::changes_nothing);
        }
        let is_off = fields.status.as_ref().is_some_and(|status| status.value.0 == EventStatus::Cancelled);
        if let (true, Some(to)) = (is_off, &fields.to) {
            checking.say(to.span, messages::cancelled_and_moved);
        }
        if let Some(status) = &fields.status
            && status.value.0 == EventStatus::Moved
            && fields.to.is_none()
            && fields.start.is_none()
            && fields.venue.is_none()
            && fields.room.is_none()
        {
            checking.say(status.span, messages::moved_nowhere);
        }
        let start = or_time_behind(&fields.start, &fields.to);
        let before = checking.remarks.len();
        check_own_times(event, &start, &fields.end, checking);
        if checking.remarks.len() > before {
            continue;
        }
        if let (Some(start), None) = (start, &fields.end) {
            check_length(event, (start.value.0, start.span), checking);
        }
    }
}

/// Asks about a change of the start alone that makes the event at most half or at least twice as long: the
/// user may have forgotten the end.
fn check_length(event: &Event, (start, span): (TimeOfDay, Span), checking: &mut Checking<'_>) {
    let (Some(usual), Some(end)) = (event.starts_at(), event.ends_at()) else { return };
    let is_plain = !event.takes_days() && event.other_times.is_none() && usual < end && start < end;
    let (length, now) = (end.minutes().abs_diff(usual.minutes()), end.minutes().abs_diff(start.minutes()));
    if !is_plain || (now * 2 > length && now < length * 2) {
        return;
    }
    let kept = start.minutes() + length;
    let kept = TimeOfDay::new(kept / 60, kept % 60);
    checking.say(span, |place| clock_messages::other_length(place, start, end, kept));
}
