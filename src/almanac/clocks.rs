//! Corrects times that no clock shows: when summer time begins an hour is skipped, and what would begin in it
//! begins that much later, as calendars do (RFC 5545 §3.3.5).

use super::occurrence::Occurrence;
use crate::ground::{Date, DateTime, TimeOfDay, TimeZone};

/// The stretches of time that the clocks of a village skip: from when until when.
#[derive(Clone, Debug, Default)]
pub(super) struct SkippedHours(Vec<(DateTime, DateTime)>);

impl SkippedHours {
    /// Returns those in a period.
    pub(super) fn of(zone: &TimeZone, first: Date, last: Date) -> Self {
        let begin = first.yesterday().unwrap_or(first).at(0, 0, 0, 0);
        let Ok(begin) = TimeZone::UTC.to_timestamp(begin) else { return Self::default() };
        let mut before = zone.to_offset_info(begin).offset();
        let mut found = Vec::new();
        for change in zone.following(begin) {
            let (from, until) =
                (before.to_datetime(change.timestamp()), change.offset().to_datetime(change.timestamp()));
            if from.date() > last {
                break;
            }
            before = change.offset();
            found.extend((until > from).then_some((from, until)));
        }
        Self(found)
    }

    /// Returns those of a zone during these occurrences.
    pub(super) fn during(zone: &TimeZone, occurrences: &[Occurrence]) -> Self {
        let days = || occurrences.iter().map(|it| it.first_day);
        let span = days().min().zip(occurrences.iter().map(Occurrence::continues_until).max());
        span.map_or_else(Self::default, |(first, last)| Self::of(zone, first, last))
    }

    /// Moves a start or end that falls in a skipped hour, also in the night after the day of the occurrence.
    pub(super) fn correct(&self, it: &mut Occurrence) {
        // Hardly any occurrence touches that night.
        let near = |(from, _): &(DateTime, DateTime)| {
            let day = from.date();
            (it.first_day..=it.continues_until()).contains(&day)
        };
        if !self.0.iter().any(near) {
            return;
        }
        let was = it.clone();
        it.start = was.start.map(|start| self.shown_instead(was.starts()).unwrap_or(start));
        it.end = was.end.map(|end| was.ends().and_then(|ends| self.shown_instead(ends)).unwrap_or(end));
        let into_night = |it: &Occurrence| it.start.zip(it.end).is_some_and(|(start, end)| end <= start);
        if !it.spans_days() && into_night(it) && !into_night(&was) {
            // An occurrence that would end before the clock shows a time again has no length.
            it.end = None;
        }
        if let Some(announced) = &mut it.announced
            && (announced.day, announced.start, announced.end) == (was.first_day, was.start, was.end)
        {
            (announced.start, announced.end) = (it.start, it.end);
        }
    }

    /// Returns what the clock shows instead of a skipped time.
    fn shown_instead(&self, at: DateTime) -> Option<TimeOfDay> {
        let (from, until) = self.0.iter().find(|(from, until)| (*from..*until).contains(&at))?;
        let later = at.saturating_add(from.duration_until(*until));
        TimeOfDay::new(u16::try_from(later.hour()).ok()?, u16::try_from(later.minute()).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_hour_a_year_is_skipped() {
        let zone = TimeZone::get("Europe/Amsterdam").expect("a zone");
        let skipped = SkippedHours::of(&zone, Date::constant(2026, 1, 1), Date::constant(2027, 12, 31));
        let hours: Vec<String> = skipped.0.iter().map(|(from, until)| format!("{from} {until}")).collect();
        assert_eq!(
            hours,
            ["2026-03-29T02:00:00 2026-03-29T03:00:00", "2027-03-28T02:00:00 2027-03-28T03:00:00"]
        );
        let shown = |day: Date, hour, minute| {
            let shown = skipped.shown_instead(day.at(hour, minute, 0, 0));
            shown.map(TimeOfDay::iso)
        };
        let night = Date::constant(2027, 3, 28);
        assert_eq!(shown(night, 2, 0).as_deref(), Some("03:00"));
        assert_eq!(shown(night, 2, 30).as_deref(), Some("03:30"));
        assert_eq!((shown(night, 3, 0), shown(night, 1, 59)), (None, None));
        assert_eq!(shown(Date::constant(2027, 10, 31), 2, 30), None, "it occurs twice: the first counts");
        assert!(SkippedHours::of(&TimeZone::UTC, night, night).0.is_empty());
    }
}
