//! Checks the fields of an event against each other: its times, and what belongs to a repeating event.

use super::content::{CheckContext, Content};
use super::event::Event;
use super::event_clock;
use super::event_clock_messages as clock_messages;
use super::event_messages as messages;
use super::title_messages::{self, TitleContext};
use super::title_words;
use crate::field::{At, Clock, Day, Field, KindInfo, Line, Many, Referenceable, last_day_first};
use crate::ground::{Code, Diagnostic, Place, TimeOfDay, days_from};
use crate::read::Span;
use crate::village::parts::{Attachment, EventStatus};
use crate::village::referred::ToEvent;
use crate::village::rule::{Frequency, MOST_RULES, Rule, skipping_rule};

impl Content for Event {
    const INFO: &'static KindInfo = <ToEvent as Referenceable>::INFO;

    fn name(&self) -> &Field<Line> {
        &self.title
    }

    fn attachments(&self) -> Option<&Many<Attachment>> {
        self.attachments.as_ref().map(|list| &list.value)
    }

    fn check(&self, context: &mut CheckContext<'_>) {
        if let (Some(first), Some(last)) = (&self.date, &self.end_date)
            && last.date < first.date
        {
            let days = (first.date, last.date);
            context.report(last.span, |place| last_day_first(Code::EndBeforeStart, place, None, days));
        }
        if !check_ambiguous_times(self, context) {
            check_times(self.starts_at(), end_of(self), self.spans_days(), context);
        }
        check_times_of_days(self, context);
        check_previous_date(self, context);
        check_title(self, context);
        if self.is_recurring() {
            if let Some(status) = self.status.as_ref().filter(|it| it.value.0 == EventStatus::Moved) {
                context.report(status.span, messages::series_moved);
            }
            check_bounds(self, context);
            check_rules(self, context);
            check_midnights(self, context);
            check_changes(self, context);
            for extra in self.extra.iter().flat_map(|extras| extras.iter()) {
                let extra = &extra.value.0;
                check_overriding_times(
                    self,
                    &or_time_after_day(&extra.start, &extra.date),
                    &extra.end,
                    context,
                );
            }
            for other in self.other_times.iter().flat_map(|others| others.iter()) {
                check_overriding_times(self, &other.start, &other.end, context);
            }
            check_duplicate_months(self, context);
        } else {
            check_midnight(self, context);
            keys_without_repeats(self, context);
        }
    }
}

/// Asks what is meant by a time that may be twelve hours off. Returns whether it asked.
fn check_ambiguous_times(event: &Event, context: &mut CheckContext<'_>) -> bool {
    let in_field = event.start.as_ref().map(|start| (start.value.0, start.span));
    let start = in_field.or_else(|| event.date.as_ref().and_then(|day| Some((day.time?, day.span))));
    let (Some(start), end) = (start, end_of(event)) else { return false };
    let until = end.map(|(end, _)| end).filter(|_| !event.spans_days());
    event_clock::check_start(start, until, event_clock::named_part(event), context)
        || !event.spans_days() && end.is_some_and(|end| event_clock::check_end(start.0, end, context))
}

/// Reports a single event that starts at 24.00: that is on the day after the one named.
fn check_midnight(event: &Event, context: &mut CheckContext<'_>) {
    let (Some(day), Some(TimeOfDay::END_OF_DAY)) = (&event.date, event.starts_at()) else { return };
    let span = event.start.as_ref().map_or(day.span, |start| start.span);
    context.report(span, |place| clock_messages::single_event_at_midnight(place, day.date));
}

/// Checks that an end has a start, and comes after it: on the same day, or in the night that follows.
fn check_times(
    start: Option<TimeOfDay>,
    end: Option<(TimeOfDay, Span)>,
    spans_days: bool,
    context: &mut CheckContext<'_>,
) {
    let Some((end, span)) = end else { return };
    match start {
        // A start that cannot be read was already reported.
        None if !(context.is_typed)("start") => context.report(span, messages::end_without_start),
        Some(start) if !spans_days && end <= start && !ends_after_midnight(start, end) => {
            context.report(span, |place| messages::end_before_start(place, start, end));
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
fn check_previous_date(event: &Event, context: &mut CheckContext<'_>) {
    let Some(previous) = &event.previous_date else { return };
    if event.is_recurring() {
        context.report(previous.span, messages::series_moved_from);
    } else if event.current_status() != EventStatus::Moved {
        context.report(previous.span, messages::moved_without_status);
    } else if let Some(date) = &event.date
        && date.date == previous.date
        && previous.time.is_none_or(|time| event.starts_at() == Some(time))
    {
        context.report(previous.span, messages::moved_to_same_day);
    }
}

/// Reports a status that is only in the title. Once the `status` field is filled in, the title may repeat it.
fn check_title(event: &Event, context: &mut CheckContext<'_>) {
    let is_in_title_only =
        |title: &str| title_words::status_in_title(title).is_some() && !(context.is_typed)("status");
    let Some(title) = event.title.as_ref().filter(|title| is_in_title_only(title.as_str())) else { return };
    // A title taken from elsewhere, such as a heading, has no span of its own.
    let own = Some(title.span).filter(|span| *span != Span::default());
    let Some(span) = own.or(context.heading) else { return };
    let marked = (context.place)(span).marked();
    let Some(found) = title_words::status_in_title(title_words::unquoted(&marked).unwrap_or(title.as_str()))
    else {
        return;
    };
    let title_context = TitleContext {
        is_recurring: event.is_recurring(),
        has_changes: (context.is_typed)("changes"),
        has_previous_date: (context.is_typed)("previous_date"),
    };
    context.report(span, |place| title_messages::status_in_title(place, &found, title_context));
}

/// Checks that a time after a day and the same time in its own field do not contradict each other.
fn check_times_of_days(event: &Event, context: &mut CheckContext<'_>) {
    if let (Some(day), Some(start)) = (&event.date, &event.start)
        && day.time.is_some_and(|time| time != start.value.0)
    {
        context.report(day.span, |place| messages::contradiction(place, "datum", "date", "begin", "start"));
    }
    if let (Some(day), Some(end)) = (&event.end_date, &event.end)
        && day.time.is_some_and(|time| time != end.value.0)
    {
        context.report(day.span, |place| {
            messages::contradiction(place, "einddatum", "end_date", "einde", "end")
        });
    }
}

/// Returns the start in its own field, or else the time after the day.
fn or_time_after_day(start: &Field<Clock>, day: &Field<Day>) -> Field<Clock> {
    let after_day = || day.as_ref().and_then(|day| Some(At { value: Clock(day.time?), span: day.span }));
    start.clone().or_else(after_day)
}

/// Checks times that replace those of the event; what is left out is taken from the event.
fn check_overriding_times(
    event: &Event,
    start: &Field<Clock>,
    end: &Field<Clock>,
    context: &mut CheckContext<'_>,
) {
    let starts = start.as_ref().map(|start| start.value.0).or(event.starts_at());
    if let Some(start) = start {
        let until = end.as_ref().map(|end| end.value.0).filter(|_| !event.spans_days());
        let start = (start.value.0, start.span);
        if event_clock::check_overriding_start(start, until, event_clock::named_part(event), context) {
            return;
        }
    }
    if let (Some(starts), Some(end)) = (starts, end)
        && !event.spans_days()
        && event_clock::check_end(starts, (end.value.0, end.span), context)
    {
        return;
    }
    if let Some(end) = end {
        return check_times(starts, Some((end.value.0, end.span)), event.spans_days(), context);
    }
    // A later start may be past the usual end, and then a new end is needed too.
    if let (Some(start), Some(end)) = (start, event.ends_at())
        && !event.spans_days()
        && end <= start.value.0
        && !ends_after_midnight(start.value.0, end)
    {
        context.report(start.span, |place| messages::end_missing(place, start.value.0, end));
    }
}

/// Whether it ends past midnight: from the afternoon or evening until six in the morning at the latest.
fn ends_after_midnight(start: TimeOfDay, end: TimeOfDay) -> bool {
    start.hour() >= 12 && (end.hour() < 6 || end.minutes() == 6 * 60)
}

/// Reports keys that only make sense for a repeating event.
fn keys_without_repeats(event: &Event, context: &mut CheckContext<'_>) {
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
                context.report(span, remark);
                continue;
            }
            context.report(span, |place| messages::only_with_repeats(place, nl, en));
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
            let is_cancelled =
                fields.status.as_ref().is_some_and(|status| status.value.0 == EventStatus::Cancelled);
            let is_of_that_day = fields.date.as_ref().is_some_and(|day| day.date == first);
            (is_cancelled && is_of_that_day)
                .then_some(messages::cancelled_single_event as fn(Place) -> Diagnostic)
        }
        _ => None,
    }
}

/// Checks from when, until when and how many times it repeats: each given once, and in order.
fn check_bounds(event: &Event, context: &mut CheckContext<'_>) {
    if let (Some(date), Some(from)) = (&event.date, &event.from)
        && date.date != from.date
    {
        context.report(from.span, |place| messages::contradiction(place, "datum", "date", "vanaf", "from"));
    }
    if let (Some(_), Some(times)) = (&event.until, &event.times) {
        context.report(times.span, |place| messages::contradiction(place, "tot", "until", "aantal", "times"));
    }
    if let (Some(until), Some(from)) = (&event.until, event.first_allowed())
        && until.date < from
    {
        let days = (from, until.date);
        context.report(until.span, |place| last_day_first(Code::UntilBeforeFrom, place, None, days));
    }
    if let (None, Some(last)) = (&event.date, &event.end_date) {
        context.report(last.span, messages::end_date_of_series);
    }
}

fn check_rules(event: &Event, context: &mut CheckContext<'_>) {
    if let Some(rule) = event.repeats.as_ref().and_then(|rules| rules.value.0.get(MOST_RULES)) {
        context.report(rule.span, messages::too_many_rules);
    }
    for rule in event.repeats.iter().flat_map(|rules| rules.iter()) {
        if let (Some(_), Some(until)) = (rule.rule.until, &event.until) {
            context
                .report(until.span, |place| messages::contradiction(place, "UNTIL", "UNTIL", "tot", "until"));
        }
        if let (Some(_), Some(times)) = (rule.rule.count, &event.times) {
            context.report(times.span, |place| {
                messages::contradiction(place, "COUNT", "COUNT", "aantal", "times")
            });
        }
        let counted = rule.rule.count.is_some() || event.times.is_some();
        // A first day that cannot be read was already reported.
        let has_start =
            event.first_allowed().is_some() || (context.is_typed)("from") || (context.is_typed)("date");
        if !has_start && (counted || needs_start(&rule.rule)) {
            context.report(rule.span, |place| messages::needs_start(place, &rule.typed));
        }
        // A rule that names its days was already checked when it was read.
        if let Some(lacking) = event
            .first_allowed()
            .filter(|_| !rule.rule.names_days())
            .and_then(|it| rule.rule.lacking(Some(it)))
        {
            context.report(rule.span, |place| skipping_rule(place, lacking));
        }
    }
}

/// Reports starts at 24.00: those are on the next day, which the rule and its exceptions ignore.
fn check_midnights(event: &Event, context: &mut CheckContext<'_>) {
    let other_times = event.other_times.iter().flat_map(|others| others.iter());
    let starts = [event.start.as_ref()].into_iter().chain(other_times.map(|other| other.start.as_ref()));
    for start in starts.flatten().filter(|start| start.value.0 == TimeOfDay::END_OF_DAY) {
        context.report(start.span, messages::series_at_midnight);
    }
}

/// Reports months that are named twice: only the first of the other times that name a month applies.
fn check_duplicate_months(event: &Event, context: &mut CheckContext<'_>) {
    let mut named_months: Vec<i8> = Vec::new();
    for months in
        event.other_times.iter().flat_map(|others| others.iter()).filter_map(|it| it.months.as_ref())
    {
        if let Some(twice) = months.value.0.iter().find(|month| named_months.contains(month)) {
            context.report(months.span, |place| messages::duplicate_month(place, *twice));
        }
        named_months.extend(&months.value.0);
    }
}

/// Whether the days of a rule depend on its first day: every other week, or "every month" without a day.
fn needs_start(rule: &Rule) -> bool {
    let has_fixed_days = rule.frequency == Frequency::Daily || rule.names_days();
    rule.interval > 1 || !has_fixed_days
}

fn check_changes(event: &Event, context: &mut CheckContext<'_>) {
    let mut changed_days: Vec<Day> = Vec::new();
    for change in event.changes.iter().flat_map(|changes| changes.iter()) {
        let fields = &change.value.0;
        let Some(date) = &fields.date else { continue };
        // Two occurrences on one day may each have their own change.
        let is_other = |it: &Day| it.time.is_some() && date.time.is_some() && it.time != date.time;
        if changed_days.iter().any(|it| it.date == date.date && !is_other(it)) {
            context.report(date.span, |place| messages::duplicate_change(place, date.date));
        }
        changed_days.push(date.value);
        if fields.changes_nothing() {
            context.report(change.span, messages::changes_nothing);
        }
        let stays = fields.to.as_ref().filter(|to| to.date == date.date && to.time.is_none());
        if let Some(to) = stays.filter(|_| fields.start.is_none()) {
            context.report(to.span, messages::changes_nothing);
        }
        let is_cancelled =
            fields.status.as_ref().is_some_and(|status| status.value.0 == EventStatus::Cancelled);
        if let (true, Some(to)) = (is_cancelled, &fields.to) {
            context.report(to.span, messages::cancelled_and_moved);
        }
        if let Some(status) = &fields.status
            && status.value.0 == EventStatus::Moved
            && fields.to.is_none()
            && fields.start.is_none()
            && fields.venue.is_none()
            && fields.room.is_none()
        {
            context.report(status.span, messages::moved_without_destination);
        }
        let start = or_time_after_day(&fields.start, &fields.to);
        let before = context.remarks.len();
        check_overriding_times(event, &start, &fields.end, context);
        if context.remarks.len() > before {
            continue;
        }
        if let (Some(start), None) = (start, &fields.end) {
            check_length(event, (start.value.0, start.span), context);
        }
    }
}

/// Asks about a change of the start alone that makes the event at most half or at least twice as long: the
/// user may have forgotten the end.
fn check_length(event: &Event, (start, span): (TimeOfDay, Span), context: &mut CheckContext<'_>) {
    let (Some(usual_start), Some(end)) = (event.starts_at(), event.ends_at()) else { return };
    let is_plain = !event.spans_days() && event.other_times.is_none() && usual_start < end && start < end;
    let (length, new_length) =
        (end.minutes().abs_diff(usual_start.minutes()), end.minutes().abs_diff(start.minutes()));
    if !is_plain || (new_length * 2 > length && new_length < length * 2) {
        return;
    }
    let shifted_end = start.minutes() + length;
    let shifted_end = TimeOfDay::new(shifted_end / 60, shifted_end % 60);
    context.report(span, |place| clock_messages::changed_length(place, start, end, shifted_end));
}
