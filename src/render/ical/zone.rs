//! A time zone in a calendar (RFC 5545 §3.6.5): today's rule, not the history since 1892.

use super::lines::Lines;
use crate::almanac::days_of;
use crate::ground::{Date, DateTime, TimeZone, Timestamp};
use crate::village::{DayOfRule, Frequency, Rule};

/// The years whose clock changes determine the rule.
const YEARS: std::ops::Range<i16> = 2026..2036;

/// One change of the clock.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    /// The wall time at which it happens, before the clock changes.
    at: DateTime,
    is_summer: bool,
    from: String,
    to: String,
    name: String,
}

/// The calendar component for a zone.
pub(super) fn vtimezone(zone: &TimeZone) -> String {
    let changes = changes(zone);
    let mut lines = Lines::default();
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", zone.iana_name().unwrap_or("UTC"));
    if changes.is_empty() {
        let now = zone.to_offset_info(Timestamp::UNIX_EPOCH);
        let offset = offset(now.offset().seconds());
        let steady = Change {
            at: Date::constant(1970, 1, 1).at(0, 0, 0, 0),
            is_summer: false,
            from: offset.clone(),
            to: offset,
            name: now.abbreviation().to_owned(),
        };
        put_change(&mut lines, &steady, None);
    }
    for is_summer in [true, false] {
        let of_kind: Vec<&Change> = changes.iter().filter(|change| change.is_summer == is_summer).collect();
        match yearly(&of_kind) {
            Some((first, rule)) => put_change(&mut lines, &first, Some(&rule)),
            None => of_kind.into_iter().for_each(|change| put_change(&mut lines, change, None)),
        }
    }
    lines.put("END", "VTIMEZONE");
    lines.into_string()
}

fn changes(zone: &TimeZone) -> Vec<Change> {
    let start = Date::constant(YEARS.start, 1, 1).at(0, 0, 0, 0);
    let Ok(start) = TimeZone::UTC.to_timestamp(start) else { return Vec::new() };
    let mut before = zone.to_offset_info(start).offset();
    let mut changes = Vec::new();
    for change in zone.following(start) {
        let at = before.to_datetime(change.timestamp());
        if at.year() >= YEARS.end {
            break;
        }
        changes.push(Change {
            at,
            is_summer: change.dst().is_dst(),
            from: offset(before.seconds()),
            to: offset(change.offset().seconds()),
            name: change.abbreviation().to_owned(),
        });
        before = change.offset();
    }
    changes
}

/// `+0100`
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// The rule that all changes of one kind follow, and the first change by that rule since 1970.
fn yearly(changes: &[&Change]) -> Option<(Change, Rule)> {
    let first = changes.first()?;
    if changes.len() != YEARS.len() {
        return None;
    }
    let day = first.at.date();
    let is_last = |day: Date| day.day() + 7 > day.days_in_month();
    let nth = |day: Date| (day.day() - 1) / 7 + 1;
    let holds_for_all = |holds: &dyn Fn(&Change) -> bool| changes.iter().all(|change| holds(change));
    let same = holds_for_all(&|change| {
        let date = change.at.date();
        date.month() == day.month()
            && date.weekday() == day.weekday()
            && change.at.time() == first.at.time()
            && (&change.from, &change.to) == (&first.from, &first.to)
    });
    let nth = if holds_for_all(&|change| is_last(change.at.date())) {
        -1
    } else if holds_for_all(&|change| nth(change.at.date()) == nth(day)) {
        nth(day)
    } else {
        return None;
    };
    let mut rule = Rule::every(Frequency::Yearly);
    rule.by_month = vec![day.month()];
    rule.by_day = vec![DayOfRule { nth: Some(nth), weekday: day.weekday() }];
    let begin = days_of(&rule, Date::constant(1970, 1, 1), Date::constant(1970, 12, 31));
    let at = begin.first()?.to_datetime(first.at.time());
    same.then(|| (Change { at, ..(*first).clone() }, rule))
}

fn put_change(lines: &mut Lines, change: &Change, rule: Option<&Rule>) {
    let kind = if change.is_summer { "DAYLIGHT" } else { "STANDARD" };
    lines.put("BEGIN", kind);
    lines.put("DTSTART", &change.at.strftime("%Y%m%dT%H%M%S").to_string());
    if let Some(rule) = rule {
        lines.put("RRULE", &rule.to_rrule());
    }
    lines.put("TZOFFSETFROM", &change.from);
    lines.put("TZOFFSETTO", &change.to);
    lines.text("TZNAME", &change.name);
    lines.put("END", kind);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vtimezone_of(zone: &str) -> String {
        vtimezone(&TimeZone::get(zone).expect("a zone")).replace("\r\n", "\n")
    }

    #[test]
    fn amsterdam_follows_the_european_rule() {
        assert_eq!(
            vtimezone_of("Europe/Amsterdam"),
            "BEGIN:VTIMEZONE\nTZID:Europe/Amsterdam\n\
             BEGIN:DAYLIGHT\nDTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n\
             TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\nEND:DAYLIGHT\n\
             BEGIN:STANDARD\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n\
             TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nEND:STANDARD\nEND:VTIMEZONE\n"
        );
    }

    #[test]
    fn other_zones_follow_their_own_rules() {
        let curacao = vtimezone_of("America/Curacao");
        assert!(curacao.contains("TZOFFSETTO:-0400") && !curacao.contains("DAYLIGHT"), "{curacao}");
        let new_york = vtimezone_of("America/New_York");
        assert!(
            new_york.contains("BYMONTH=3;BYDAY=2SU") && new_york.contains("BYMONTH=11;BYDAY=1SU"),
            "{new_york}"
        );
        // Ramadan moves: no rule covers it, so the changes are listed one by one.
        let gaza = vtimezone_of("Asia/Gaza");
        assert!(gaza.matches("BEGIN:").count() > 10, "{gaza}");
    }
}
