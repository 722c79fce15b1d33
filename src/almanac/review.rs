//! Reports what only shows once rules have become days: a rule that never happens, an exception or a change
//! on a day without an occurrence, school holidays that are unknown.

use std::cell::LazyCell;

use super::days_off::DaysOff;
use super::derive::Almanac;
use super::intended_time::{intended_time_remark, intended_times};
use super::messages;
use super::recurrence::Days;
use super::series::{Series, Strand, extra_strand, presumed_start};
use crate::ground::{Code, Date, DateSpan, Diagnostic, Place, Remarks, days_from, in_parallel};
use crate::read::{Source, Span, TextFile};
use crate::village::{
    ChangeFields, Choices, Entry, Event, EventStatus, Exception, Rule, SCHOOL_HOLIDAY_FILES, SpecialHours,
    Venue, Village,
};

/// How many days around a day the nearest one of a series is searched for.
const DAYS_AROUND: i64 = 400;

/// The most days a rule with an end may have.
const MOST_DAYS: usize = 10_000;

/// Codes of diagnostics about a rule that could not be read.
const RULE_UNREAD: [Code; 3] = [Code::BadRule, Code::RuleUnsupported, Code::RuleNeedsStart];

/// Codes of diagnostics about a date, or about a word that may have been meant as `herhaling`: an event with
/// one of these may have a rule after all.
const PERHAPS_NO_RULE: [Code; 2] = [Code::BadDate, Code::UnknownKey];

/// Reports mistakes in repeating events and others that need the almanac; `source` is only used for the lines
/// to show.
pub fn review(village: &Village, almanac: &Almanac, source: &Source, remarks: &mut Remarks) {
    // When the days of an event could not be read, diagnostics about them would be wrong.
    let (unread, perhaps) = (remarks.files_with(&RULE_UNREAD), remarks.files_with(&PERHAPS_NO_RULE));
    let is_read = |entry: &Entry, event: &Event| {
        !unread.contains(entry.path.as_str())
            && (event.repeats.is_some() || !perhaps.contains(entry.path.as_str()))
    };
    let events: Vec<(&Entry, &Event)> = village
        .all::<Event>()
        .filter(|(entry, event)| event.is_recurring() && is_read(entry, event))
        .collect();
    let has_list = source.data.iter().any(|file| SCHOOL_HOLIDAY_FILES.contains(&file.path.as_str()));
    let mut has_school_remark = false;
    for found in in_parallel(&events, |(entry, event)| {
        let Some(file) = source.text(&entry.path) else { return Vec::new() };
        Review { village, almanac, days_off: &almanac.days_off, has_list, file, event, remarks: Vec::new() }
            .into_remarks()
    }) {
        // One list serves all events, so its absence is reported once.
        for remark in found {
            let is_of_school = remark.code == Code::NoSchoolHolidays;
            if !(is_of_school && has_school_remark) {
                remarks.add(remark);
            }
            has_school_remark |= is_of_school;
        }
    }
    if !has_school_remark {
        remarks.extend(hours_in_school_holidays(village, almanac, has_list, source));
    }
    remarks.extend(super::clashes::clashes(village, almanac, source));
    let copies = remarks.files_with(&[Code::SameBytes, Code::NamedAsCopy]);
    remarks.extend(super::twice::remarks(village, almanac, source, &copies));
    remarks.extend(super::changed_places::venue_in_text(village, almanac, source));
    remarks.extend(super::minutes::missing(village, almanac, source));
    remarks.extend(super::far_years::remarks(village, almanac.today, source));
    remarks.extend(super::news_ahead::remarks(village, almanac, source));
    remarks.extend(super::checked_ahead::remarks(village, almanac, source));
    remarks.extend(super::working_days::on_holidays(village, almanac, source));
    remarks.extend(super::moved::moved_without_details(village, almanac, source));
    remarks.extend(super::photos::ending(village, almanac.today, source));
}

/// Reports the first venue whose opening hours name school holidays that are unknown.
fn hours_in_school_holidays(
    village: &Village,
    almanac: &Almanac,
    has_list: bool,
    source: &Source,
) -> Option<Diagnostic> {
    let names_them = |special: &&SpecialHours| matches!(special.when, Exception::SchoolHolidays(_));
    let (entry, named) = village.all::<Venue>().find_map(|(entry, venue)| {
        let hours = venue.opening_hours.as_ref()?;
        hours.special.iter().find(names_them).map(|special| (entry, special.span))
    })?;
    let place = source.text(&entry.path)?.place(named);
    school_remark(village, almanac, has_list, almanac.window.until, place)
}

/// Reports a list of school holidays that is missing, has no region, or does not reach far enough.
fn school_remark(
    village: &Village,
    almanac: &Almanac,
    has_list: bool,
    needed: Date,
    place: Place,
) -> Option<Diagnostic> {
    if village.school_holidays.is_none() {
        // A list that cannot be read has its own diagnostic.
        return (!has_list).then(|| messages::no_school_holidays(place));
    }
    if village.settings.region().is_none() {
        return Some(messages::no_region(place));
    }
    let needed = needed.min(almanac.window.until);
    let known = almanac.days_off.school_known_until();
    let lacks = needed >= almanac.today && known.is_none_or(|known| known < needed);
    lacks.then(|| messages::school_holidays_end(place, known, needed))
}

struct Review<'r> {
    village: &'r Village,
    almanac: &'r Almanac,
    days_off: &'r DaysOff,
    /// Whether there is a list of school holidays, valid or not.
    has_list: bool,
    file: &'r TextFile,
    event: &'r Event,
    remarks: Vec<Diagnostic>,
}

impl Review<'_> {
    fn into_remarks(mut self) -> Vec<Diagnostic> {
        // Contradictory rules have been reported; what follows from them is not worth reporting.
        let upside_down = self.event.until.as_ref().zip(self.event.first_allowed());
        if upside_down.is_some_and(|(until, from)| until.date < from) {
            return self.remarks;
        }
        let series = Series::of(self.event, self.days_off);
        if self.are_rules_valid(&series) {
            self.check_status(&series);
            self.check_first_day(&series);
            self.check_length(&series);
            self.check_exceptions(&series);
            self.check_changes(&series);
            self.check_extra_days(&series);
        }
        self.remarks
    }

    fn report(&mut self, span: Span, remark: impl FnOnce(Place) -> Diagnostic) {
        let place = self.file.place(span);
        self.remarks.push(remark(place));
    }

    fn are_rules_valid(&mut self, series: &Series) -> bool {
        let before = self.remarks.len();
        let Some(rules) = &self.event.repeats else { return true };
        for rule in rules.iter() {
            // Not only from today on: what was right when it was written stays right.
            let own = rule.rule.last_day(self.event.starts_at());
            let until = self.event.until.as_ref().map(|day| day.date).or(own);
            let start = self.event.first_allowed().unwrap_or_else(|| presumed_start(until));
            let ended = Rule { until, ..rule.rule.clone() };
            let mut days = Days::new(&ended, start, start);
            if days.next().is_none() {
                let endless = Rule { until: None, ..ended.clone() };
                let until = until.filter(|_| Days::new(&endless, start, start).next().is_some());
                self.report(rule.span, |place| messages::never_happens(place, &rule.typed, until));
            } else if rule.rule.count.is_some() && self.event.first_allowed().is_none() {
                // The missing start of the count has been reported.
            } else if until.is_some() || rule.rule.count.is_some() {
                let count = days.take(MOST_DAYS).count() + 1;
                let stated =
                    rule.rule.count.map_or(count, |count| usize::try_from(count).unwrap_or(usize::MAX));
                if count.max(stated) > MOST_DAYS {
                    self.report(rule.span, |place| messages::too_often(place, &rule.typed, MOST_DAYS));
                }
            }
        }
        if self.remarks.len() == before && series.strands.is_empty() && !rules.0.is_empty() {
            let except = self.event.except.as_ref().map_or(rules.0[0].span, |except| except.span);
            self.report(except, messages::no_days_left);
        }
        self.remarks.len() == before
    }

    /// Checks `status: afgelast` beside a rule: it applies to every occurrence, but may have been meant for
    /// one.
    fn check_status(&mut self, series: &Series) {
        let off = |status: &EventStatus| matches!(status, EventStatus::Cancelled | EventStatus::Full);
        let Some(status) = self.event.status.as_ref().filter(|status| off(&status.value.0)) else { return };
        let (today, until) = (self.almanac.today, self.almanac.window.until);
        let days = series.between(self.days_off, today, until);
        let on = || days.iter().map(|it| it.day);
        if let (2.., Some(first), Some(last)) = (days.len(), on().min(), on().max()) {
            let word = status.value.0.word().label;
            self.report(status.span, |place| messages::every_time(place, word, days.len(), (first, last)));
        }
    }

    /// Checks that `datum` beside a rule, its first day, fits the rule.
    fn check_first_day(&mut self, series: &Series) {
        let (Some(date), Some(rules)) = (&self.event.date, &self.event.repeats) else { return };
        let fits = series.strands.iter().any(|strand| !strand.days(date.date, date.date).is_empty());
        let is_off = self.exception_on(date.date).is_some();
        if !fits
            && !is_off
            && let Some(rule) = rules.0.first()
        {
            self.report(date.span, |place| messages::first_day_not_in_rule(place, date.date, &rule.typed));
        }
    }

    /// Checks that an occurrence ends before the next one begins: `einddatum` may have been meant as the end
    /// of the series.
    fn check_length(&mut self, series: &Series) {
        let (Some(first), Some(last)) = (&self.event.date, &self.event.end_date) else { return };
        let far = first.date.checked_add(DateSpan::new().days(DAYS_AROUND)).unwrap_or(first.date);
        let days = series.between(self.days_off, first.date, far);
        let next = days.iter().map(|it| it.day).find(|day| *day > first.date);
        if let Some(next) = next.filter(|next| *next < last.date) {
            let is_ended = self.event.until.is_some();
            self.report(last.span, |place| messages::lasts_past_the_next(place, last.date, next, is_ended));
        }
    }

    fn exception_on(&self, day: Date) -> Option<&Exception> {
        let mut exceptions = self.event.except.iter().flat_map(|list| list.iter());
        exceptions.find(|exception| self.days_off.covers(exception, day)).map(|exception| &exception.value)
    }

    fn check_exceptions(&mut self, series: &Series) {
        let mut has_checked_school = false;
        let earliest = series.strands.iter().map(|strand| strand.first).min();
        let (event, days_off) = (self.event, self.days_off);
        let unrestricted = LazyCell::new(|| Series::without_exceptions(event, days_off));
        for exception in self.event.except.iter().flat_map(|list| list.iter()) {
            let (first, last) = match &exception.value {
                Exception::Day(day) => (*day, *day),
                Exception::Days(first, last) => (*first, *last),
                Exception::SchoolHolidays(_) if !has_checked_school => {
                    has_checked_school = true;
                    self.check_school_holidays(series, exception.span);
                    continue;
                }
                _ => continue,
            };
            let has_days =
                |series: &Series| series.strands.iter().any(|strand| !strand.days(first, last).is_empty());
            // A series begins with the first day that is left: exceptions on days before it may well have an
            // effect.
            let is_before = earliest.is_some_and(|earliest| first < earliest);
            let takes_days_away = has_days(series) || is_before && has_days(&unrestricted);
            if !takes_days_away {
                self.report(exception.span, |place| messages::exception_matches_nothing(place, first, last));
            }
        }
    }

    /// Checks that the school holidays an exception names are known.
    fn check_school_holidays(&mut self, series: &Series, span: Span) {
        let ends = series.strands.iter().map(|strand| strand.rule.as_ref().and_then(|rule| rule.until));
        let needed =
            ends.map(|end| end.unwrap_or(self.almanac.window.until)).max().unwrap_or(self.almanac.today);
        let place = self.file.place(span);
        self.remarks.extend(school_remark(self.village, self.almanac, self.has_list, needed, place));
    }

    fn check_changes(&mut self, series: &Series) {
        for change in self.event.changes.iter().flat_map(|list| list.iter()) {
            let Some(date) = &change.value.0.date else { continue };
            let of_day = series.between(self.days_off, date.date, date.date);
            if !of_day.is_empty() {
                match intended_times(&change.value.0, series, &of_day) {
                    Some(meant) => {
                        for on in meant {
                            self.check_moved_onto(series, &change.value.0, on.strand);
                        }
                    }
                    None => {
                        let starts: Vec<_> =
                            of_day.iter().map(|on| series.strands[on.strand].start).collect();
                        self.report(date.span, |place| {
                            intended_time_remark(place, date.date, &starts, date.time)
                        });
                    }
                }
                continue;
            }
            let near = self.nearest(series, date.date);
            let falls = series.strands.iter().any(|strand| !strand.days(date.date, date.date).is_empty());
            let is_off = falls && self.exception_on(date.date).is_some();
            self.report(date.span, |place| messages::change_matches_nothing(place, date.date, near, is_off));
        }
    }

    /// Checks for an occurrence moved to a day that already has one at the same time.
    fn check_moved_onto(&mut self, series: &Series, change: &ChangeFields, strand: usize) {
        let Some(to) = &change.to else { return };
        let start =
            change.start.as_ref().map(|start| start.value.0).or(to.time).or(series.strands[strand].start);
        let own = self.event.changes.iter().flat_map(|list| list.iter()).map(|change| &change.value.0);
        let mut own = own.filter(|other| other.date.as_ref().is_some_and(|date| date.date == to.date));
        let there = series.between(self.days_off, to.date, to.date);
        // A change on that day too was intended: two evenings may swap places.
        if own.next().is_none() && there.iter().any(|it| series.strands[it.strand].start == start) {
            self.report(to.span, |place| messages::moved_onto(place, to.date));
        }
    }

    /// Checks for an extra day that the rule already has at the same time.
    fn check_extra_days(&mut self, series: &Series) {
        for extra in self.event.extra.iter().flat_map(|list| list.iter()) {
            let Some(date) = &extra.value.0.date else { continue };
            let Some(own) = extra_strand(self.event, &extra.value) else { continue };
            let is_own = |strand: &Strand| {
                !strand.heeds_exceptions && (strand.first, strand.start) == (own.first, own.start)
            };
            if !series.strands.iter().any(is_own) {
                self.report(date.span, |place| messages::extra_already_there(place, date.date));
            }
        }
    }

    /// Returns the day of the series nearest to another day.
    fn nearest(&self, series: &Series, day: Date) -> Option<Date> {
        let around = DateSpan::new().days(DAYS_AROUND);
        let (from, last) = (day.checked_sub(around).ok()?, day.checked_add(around).ok()?);
        let days = series.between(self.days_off, from, last).into_iter().map(|it| it.day);
        days.min_by_key(|other| days_from(*other, day).abs())
    }
}
