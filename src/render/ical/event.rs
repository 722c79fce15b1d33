//! One event in a calendar: a component for every strand, and one for each changed occurrence.

use super::lines::Lines;
use super::stamp::{last_revised, sequence, utc};
use crate::almanac::{Occurrence, Series, Strand, moment};
use crate::ground::{Date, DateTime, TimeOfDay, TimeZone};
use crate::render::edition::Edition;
use crate::render::listing::venue_name;
use crate::render::uid::uid;
use crate::render::values::is_at;
use crate::village::{At, Details, Entry, EntryId, Event, EventStatus, VenueRef};

/// Exceptions are written up to the end of a decade that is at least ten years away, so that a calendar does
/// not change from one day to the next.
fn horizon(today: Date) -> Date {
    let decade = (today.year() + 1) / 10 * 10 + 19;
    Date::new(decade, 12, 31).unwrap_or(Date::MAX)
}

/// Writes every component of an event.
pub(super) fn components(edition: &Edition, entry: &Entry, event: &Event) -> String {
    let Some(series) = edition.almanac.series(entry.id) else { return String::new() };
    let changed = edition.almanac.changed(entry.id, event);
    let writer = EventWriter { edition, entry, event, series, zone: edition.zone().clone() };
    let mut lines = Lines::default();
    for (number, strand) in series.strands.iter().enumerate() {
        let changed_times =
            changed.iter().filter(|it| it.announced.is_some_and(|announced| announced.strand == number));
        if strand.rule.is_some() {
            writer.put_series(&mut lines, number, strand);
            changed_times.for_each(|it| writer.put_time(&mut lines, &strand.label, it, true));
        } else {
            let mut changed_times = changed_times;
            let once =
                changed_times.next().cloned().or_else(|| edition.almanac.first_of(entry.id, event, number));
            if let Some(once) = once {
                writer.put_time(&mut lines, &strand.label, &once, false);
            }
        }
    }
    lines.into_string()
}

/// Writes the occurrences of an event that a change moves to this venue. A component that names its
/// occurrence in a series (RECURRENCE-ID) does not require one that describes the series (RFC 5545 §3.8.4.4),
/// but many programs show it only beside that one. So each is a separate event, identified by the day on
/// which it was announced.
pub(super) fn visits(edition: &Edition, id: EntryId, venue: EntryId) -> String {
    let entry = edition.village.entry(id);
    let event = <&Event>::try_from(&entry.details).ok();
    let Some((event, series)) = event.zip(edition.almanac.series(id)) else { return String::new() };
    let writer = EventWriter { edition, entry, event, series, zone: edition.zone().clone() };
    let mut lines = Lines::default();
    for it in edition.almanac.changed(id, event).iter().filter(|it| is_at(edition, it, venue)) {
        let strand = it.announced.and_then(|was| Some((was, series.strands.get(was.strand)?)));
        let Some((was, strand)) = strand else { continue };
        let label = match strand.rule {
            Some(_) => format!("{}.{}", strand.label, was.day),
            None => strand.label.clone(),
        };
        writer.put_time(&mut lines, &label, it, false);
    }
    lines.into_string()
}

/// The data that all components of an event share.
struct EventWriter<'t> {
    edition: &'t Edition,
    entry: &'t Entry,
    event: &'t Event,
    series: &'t Series,
    zone: TimeZone,
}

impl EventWriter<'_> {
    /// Writes the component of a strand that recurs by a rule.
    fn put_series(&self, lines: &mut Lines, number: usize, strand: &Strand) {
        let Some(rule) = &strand.rule else { return };
        let Some(first) = self.edition.almanac.first_of(self.entry.id, self.event, number) else { return };
        self.put_head(lines, &strand.label);
        self.put_times(lines, &first);
        let mut text = rule.portable().to_rrule();
        if let Some(until) = rule.until {
            text.push_str(";UNTIL=");
            text.push_str(&self.until(until, strand.start));
        }
        lines.put("RRULE", &text);
        let last = rule.until.unwrap_or(horizon(self.edition.almanac.today));
        let left_out = self.series.left_out(number, &self.edition.almanac.days_off, last);
        if !left_out.is_empty() {
            let moments: Vec<String> = left_out
                .iter()
                .map(|day| wall_time(moment(*day, strand.start), strand.start.is_none()))
                .collect();
            lines.put(&self.property_name("EXDATE", strand.start.is_none()), &moments.join(","));
        }
        self.put_rest(lines, &first);
    }

    /// Writes a single occurrence: one that stands alone, or a changed one of a series.
    fn put_time(&self, lines: &mut Lines, label: &str, it: &Occurrence, is_of_series: bool) {
        self.put_head(lines, label);
        if let Some(was) = it.announced.filter(|_| is_of_series) {
            let all_day = was.start.is_none();
            lines.put(&self.property_name("RECURRENCE-ID", all_day), &wall_time(was.starts(), all_day));
        }
        self.put_times(lines, it);
        self.put_rest(lines, it);
    }

    /// Writes the beginning of every component.
    fn put_head(&self, lines: &mut Lines, label: &str) {
        let revised = last_revised(self.edition, self.entry);
        lines.put("BEGIN", "VEVENT");
        lines.text("UID", &uid(self.edition, self.entry, label));
        lines.put("DTSTAMP", &utc(revised));
        lines.put("LAST-MODIFIED", &utc(revised));
        lines.put("SEQUENCE", &sequence(revised).to_string());
    }

    fn put_times(&self, lines: &mut Lines, it: &Occurrence) {
        let all_day = it.is_all_day();
        lines.put(&self.property_name("DTSTART", all_day), &wall_time(it.starts(), all_day));
        // An event of whole days ends on the day after its last (RFC 5545 §3.6.1).
        let end = if all_day { it.last_day.tomorrow().ok().map(|day| day.at(0, 0, 0, 0)) } else { it.ends() };
        let end_of_last_day = || TimeOfDay::END_OF_DAY.on(it.last_day);
        let end = end.or_else(|| it.spans_days().then(end_of_last_day)).filter(|end| *end > it.starts());
        if let Some(end) = end {
            lines.put(&self.property_name("DTEND", all_day), &wall_time(end, all_day));
        }
    }

    /// Writes everything in a component after its times, and its end.
    fn put_rest(&self, lines: &mut Lines, it: &Occurrence) {
        let words = self.edition.words();
        let name = it.title(self.event).unwrap_or(&self.entry.name);
        if it.is_cancelled() {
            lines.text("SUMMARY", &format!("{}: {name}", words.text("status.cancelled")));
        } else {
            lines.text("SUMMARY", name);
        }
        if let Some(place) = self.place(it) {
            lines.text("LOCATION", &place);
        }
        if let Some((lat, lon)) = it.venue(self.event).and_then(|venue| self.coordinates(venue)) {
            lines.put("GEO", &format!("{lat};{lon}"));
        }
        let description = self.description(it);
        if !description.is_empty() {
            lines.text("DESCRIPTION", &description);
        }
        if let Some(kind) = &self.event.kind {
            let label = kind.known.map_or(kind.typed.as_str(), |known| self.edition.label(known.label));
            lines.text("CATEGORIES", label);
        }
        if let Some(url) = self.edition.base.absolute(&self.entry.address) {
            lines.put("URL", &url);
        }
        lines.put(
            "STATUS",
            match it.status {
                EventStatus::Cancelled => "CANCELLED",
                EventStatus::Tentative => "TENTATIVE",
                _ => "CONFIRMED",
            },
        );
        // Subscribers to the village's agenda are not busy during everything in it.
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("END", "VEVENT");
    }

    fn property_name(&self, name: &str, all_day: bool) -> String {
        property_name(&self.zone, name, all_day)
    }

    /// The last day of a rule, in UTC when the series has times (RFC 5545 §3.3.10).
    fn until(&self, last: Date, start: Option<TimeOfDay>) -> String {
        let Some(start) = start else { return last.strftime("%Y%m%d").to_string() };
        match start.on(last).to_zoned_datetime(self.zone.clone()) {
            Ok(zoned) => utc(zoned.timestamp()),
            Err(_) => last.strftime("%Y%m%d").to_string(),
        }
    }

    /// Name, rooms and address, in a form that navigation programs understand.
    fn place(&self, it: &Occurrence) -> Option<String> {
        let venue = it.venue(self.event)?;
        let rooms = it.rooms(self.event).into_iter().flat_map(|rooms| rooms.iter());
        let rooms = rooms.map(|room| room.as_str().to_owned());
        let name = venue_name(self.edition, self.entry, venue);
        let address = match &venue.value {
            VenueRef::Elsewhere(place) => place.address.as_ref().map(|address| address.one_line()),
            VenueRef::Venue(_) => match self.details(venue) {
                Some(Details::Venue(venue)) => venue.address.as_ref().map(|address| address.one_line()),
                _ => None,
            },
        };
        let parts: Vec<String> = name.into_iter().chain(rooms).chain(address).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// The details of a venue that is on the site.
    fn details(&self, venue: &At<VenueRef>) -> Option<&Details> {
        let VenueRef::Venue(reference) = &venue.value else { return None };
        let shown = self.entry.target(reference.span).and_then(|id| self.edition.shown(id));
        shown.map(|venue| &venue.details)
    }

    fn coordinates(&self, venue: &At<VenueRef>) -> Option<(f64, f64)> {
        let Some(Details::Venue(venue)) = self.details(venue) else { return None };
        let place = venue.location.as_ref()?;
        Some((place.lat.as_ref()?.value.0, place.lon.as_ref()?.value.0))
    }

    /// The description in plain text: what changed, what it is, how to sign up, and where to read more.
    fn description(&self, it: &Occurrence) -> String {
        let words = self.edition.words();
        let dates = crate::render::wording::DateWords::new(words);
        let mut parts: Vec<String> = Vec::new();
        if let Some(day) = it.moved_from() {
            let was = words.filled("event.moved_from", &[("date", &dates.long(day))]);
            parts.push(format!("{}: {was}", words.text("status.moved")));
        }
        if it.status == EventStatus::Full {
            parts.push(words.text("status.full").to_owned());
        }
        parts.extend(it.note(self.event).map(str::to_owned));
        let summary = self.entry.head.summary.as_ref().map(|line| line.as_str());
        parts.extend(
            summary
                .or(Some(self.entry.prose.lead.as_str()))
                .filter(|text| !text.is_empty())
                .map(str::to_owned),
        );
        let signup = self.event.signup.as_ref().and_then(|signup| signup.value.how.as_ref());
        parts.extend(signup.map(|how| format!("{}: {}", words.text("event.signup"), how.as_str())));
        parts.extend(self.edition.base.absolute(&self.entry.address));
        parts.join("\n\n")
    }
}

/// The name of a property whose value is a moment in a zone, or a day.
pub(super) fn property_name(zone: &TimeZone, name: &str, all_day: bool) -> String {
    match zone.iana_name() {
        _ if all_day => format!("{name};VALUE=DATE"),
        Some(zone) => format!("{name};TZID={zone}"),
        None => format!("{name};TZID=UTC"),
    }
}

/// `20261124T100000`, or `20261124` for a day.
pub(super) fn wall_time(moment: DateTime, all_day: bool) -> String {
    moment.strftime(if all_day { "%Y%m%d" } else { "%Y%m%dT%H%M%S" }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_are_listed_for_at_least_ten_years() {
        let until = |year| horizon(Date::constant(year, 6, 1)).year();
        assert_eq!((until(2026), until(2028), until(2029), until(2038)), (2039, 2039, 2049, 2049));
    }
}
