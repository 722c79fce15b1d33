//! Reads a rule as calendars write it: a defined part of RFC 5545 §3.3.10. Anything else is rejected by name,
//! because calendar programs do not agree on it.

use super::model::{CODES, DayOfRule, Frequency, Rule};
use crate::ground::{Date, DateTime, TimeOfDay, TimeZone, Timestamp, parse_date};

/// Why a text is not a rule that Dorpsplein supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RRuleError {
    /// `FREQ` is missing or not supported.
    Frequency(String),
    /// This part is not supported.
    Part(String),
    /// These parts are not supported together; described in Dutch and English.
    Combination(&'static str, &'static str),
    /// The end is given in two ways.
    TwoEnds,
    /// This part occurs twice.
    Duplicate(String),
    /// This part has an invalid value.
    Value(String, String),
}

/// Whether a text is meant as a calendar rule.
pub(super) fn looks_like_rrule(text: &str) -> bool {
    let upper = text.trim_start().to_ascii_uppercase();
    upper.starts_with("RRULE") || upper.contains("FREQ=")
}

/// Reads a calendar rule, with or without `RRULE:` in front.
pub(super) fn parse(text: &str, zone: &TimeZone) -> Result<Rule, RRuleError> {
    let text = text.trim().to_ascii_uppercase();
    let text = text.strip_prefix("RRULE:").unwrap_or(&text);
    let parts: Vec<(&str, &str)> =
        text.split(';').filter(|part| !part.trim().is_empty()).map(key_and_value).collect();
    let frequency = parts.iter().find(|(key, _)| *key == "FREQ").map_or("", |(_, value)| *value);
    let keys: Vec<&str> = parts.iter().map(|(key, _)| *key).collect();
    if let Some((_, key)) = keys.iter().enumerate().find(|(at, key)| keys[..*at].contains(key)) {
        return Err(RRuleError::Duplicate((*key).to_owned()));
    }
    let mut rule = Rule::every(match frequency {
        "DAILY" => Frequency::Daily,
        "WEEKLY" => Frequency::Weekly,
        "MONTHLY" => Frequency::Monthly,
        "YEARLY" => Frequency::Yearly,
        other => return Err(RRuleError::Frequency(other.to_owned())),
    });
    for (key, value) in parts.iter().copied().filter(|(key, _)| *key != "FREQ") {
        let wrong = || RRuleError::Value(key.to_owned(), value.to_owned());
        match key {
            "INTERVAL" => {
                rule.interval = value.parse().ok().filter(|number| *number > 0).ok_or_else(wrong)?
            }
            "COUNT" => rule.count = Some(value.parse().ok().filter(|number| *number > 0).ok_or_else(wrong)?),
            "UNTIL" => {
                let (last, time) = last_day_and_time(value, zone).ok_or_else(wrong)?;
                (rule.until, rule.until_time) = (Some(last), time);
            }
            "WKST" => {
                rule.week_start =
                    weekday_of_rule(value).filter(|day| day.nth.is_none()).ok_or_else(wrong)?.weekday
            }
            "BYDAY" => rule.by_day = list_of(value, weekday_of_rule).ok_or_else(wrong)?,
            "BYMONTHDAY" => {
                rule.by_month_day = list_of(value, |part| number_within(part, 31)).ok_or_else(wrong)?
            }
            "BYMONTH" => {
                rule.by_month = list_of(value, |part| number_within(part, 12).filter(|month| *month > 0))
                    .ok_or_else(wrong)?
            }
            "BYSETPOS" => {
                rule.by_set_pos = list_of(value, |part| part.parse().ok().filter(|number| *number != 0))
                    .ok_or_else(wrong)?
            }
            other => return Err(RRuleError::Part(other.to_owned())),
        }
    }
    if rule.count.is_some() && rule.until.is_some() {
        return Err(RRuleError::TwoEnds);
    }
    check_portable(&rule)?;
    Ok(rule)
}

fn key_and_value(part: &str) -> (&str, &str) {
    let (key, value) = part.split_once('=').unwrap_or((part, ""));
    (key.trim(), value.trim())
}

/// Checks that ordinals are only used where they mean the same everywhere, and positions only within months.
fn check_portable(rule: &Rule) -> Result<(), RRuleError> {
    let has_nth = rule.by_day.iter().any(|day| day.nth.is_some());
    let nth_is_known = matches!(rule.frequency, Frequency::Monthly | Frequency::Yearly);
    if has_nth && !nth_is_known {
        return Err(RRuleError::Combination(
            "BYDAY met een getal bij DAILY of WEEKLY",
            "BYDAY with a number in a DAILY or WEEKLY rule",
        ));
    }
    if has_nth && rule.by_day.iter().any(|day| day.nth.is_none()) {
        return Err(RRuleError::Combination("BYDAY met en zonder getal", "BYDAY with and without a number"));
    }
    if has_nth && !rule.by_month_day.is_empty() {
        return Err(RRuleError::Combination(
            "BYDAY met een getal naast BYMONTHDAY",
            "BYDAY with a number together with BYMONTHDAY",
        ));
    }
    if !rule.by_set_pos.is_empty()
        && (rule.frequency != Frequency::Monthly || (rule.by_day.is_empty() && rule.by_month_day.is_empty()))
    {
        return Err(RRuleError::Part("BYSETPOS".to_owned()));
    }
    if rule.frequency == Frequency::Weekly && !rule.by_month_day.is_empty() {
        return Err(RRuleError::Combination("BYMONTHDAY bij WEEKLY", "BYMONTHDAY with WEEKLY"));
    }
    Ok(())
}

fn list_of<T>(value: &str, read_part: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(|part| read_part(part.trim())).collect()
}

/// Reads a number from 1 to `most`, or a negative one that counts from the end.
fn number_within(part: &str, most: i8) -> Option<i8> {
    part.parse().ok().filter(|number: &i8| *number != 0 && (-most..=most).contains(number))
}

/// Reads `TU`, `1MO`, `-1FR`.
fn weekday_of_rule(part: &str) -> Option<DayOfRule> {
    let (number, code) = part.split_at_checked(part.len().checked_sub(2)?)?;
    let weekday = CODES.iter().find(|(known, _)| *known == code).map(|(_, weekday)| *weekday)?;
    let nth = if number.is_empty() { None } else { Some(number_within(number.trim_start_matches('+'), 53)?) };
    Some(DayOfRule { nth, weekday })
}

/// Reads `20261231`, `20261231T235959` or `20261231T225959Z`: the last day in the site's time zone, and its
/// time, if it has one. Seconds are dropped.
fn last_day_and_time(value: &str, zone: &TimeZone) -> Option<(Date, Option<TimeOfDay>)> {
    let (digits, following) = value.split_at_checked(8)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let iso = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]);
    if following.is_empty() {
        return parse_date(&iso).ok().map(|found| (found.date, None));
    }
    let clock = following.strip_prefix('T')?;
    let wall: DateTime = match clock.strip_suffix('Z') {
        Some(clock) => {
            let moment: Timestamp = format!("{iso}T{clock}Z").parse().ok()?;
            moment.to_zoned_datetime(zone.clone()).datetime()
        }
        None => format!("{iso}T{clock}").parse().ok()?,
    };
    let part = |number: i8| u16::try_from(number).ok();
    Some((wall.date(), TimeOfDay::new(part(wall.hour())?, part(wall.minute())?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Rule, RRuleError> {
        super::parse(text, &TimeZone::UTC)
    }

    #[test]
    fn calendar_rules_are_read_and_written() {
        for text in [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH",
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
            "FREQ=MONTHLY;BYMONTHDAY=1,-1",
            "FREQ=YEARLY;BYMONTH=9;BYDAY=1SA",
        ] {
            assert_eq!(parse(text).map(|rule| rule.to_rrule()), Ok(text.to_owned()));
        }
        let ended = parse("RRULE:FREQ=WEEKLY;UNTIL=20261231T225959Z").expect("a rule");
        assert_eq!(ended.until.map(|day| day.to_string()).as_deref(), Some("2026-12-31"));
        assert_eq!(parse("FREQ=WEEKLY;COUNT=3").map(|rule| rule.count), Ok(Some(3)));
        let amsterdam = TimeZone::get("Europe/Amsterdam").expect("a zone");
        let late = super::parse("FREQ=DAILY;UNTIL=20261231T230000Z", &amsterdam).expect("a rule");
        assert_eq!(late.until.map(|day| day.to_string()).as_deref(), Some("2027-01-01"));
    }

    #[test]
    fn the_moment_that_ends_a_rule_is_inclusive() {
        let zone = TimeZone::get("Europe/Amsterdam").expect("a zone");
        let last = |until: &str, start: Option<(u16, u16)>| {
            let rule = super::parse(&format!("FREQ=DAILY;UNTIL={until}"), &zone).expect("a rule");
            let start = start.and_then(|(hour, minute)| TimeOfDay::new(hour, minute));
            rule.last_day(start).expect("a day").to_string()
        };
        let (morning, evening) = (Some((9, 0)), Some((20, 0)));
        assert_eq!(last("20270131T235959Z", morning), "2027-01-31", "it is 0.59 on 1 February");
        assert_eq!(last("20270131T235959Z", Some((0, 30))), "2027-02-01");
        assert_eq!(last("20270131T100000Z", evening), "2027-01-30");
        assert_eq!(last("20270131T190000Z", evening), "2027-01-31", "the moment itself counts");
        assert_eq!(last("20270131T225959Z", evening), "2027-01-31", "the end of that day here");
        assert_eq!(last("20270131T235959Z", None), "2027-02-01", "an all-day event has no time");
        assert_eq!(last("20270131", evening), "2027-01-31");
        assert_eq!(last("20270131T195959", evening), "2027-01-30", "by the clock of the village");
    }

    #[test]
    fn unsupported_parts_are_refused_by_name() {
        let part = |text: &str| match parse(text) {
            Err(RRuleError::Part(part)) => part,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(part("FREQ=YEARLY;BYWEEKNO=20"), "BYWEEKNO");
        assert_eq!(part("FREQ=YEARLY;BYYEARDAY=100"), "BYYEARDAY");
        assert_eq!(part("FREQ=DAILY;BYHOUR=9"), "BYHOUR");
        assert_eq!(part("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1"), "BYSETPOS");
        let ends = "FREQ=WEEKLY;UNTIL=20261231T225959Z;COUNT=3";
        assert_eq!(parse(ends), Err(RRuleError::TwoEnds), "COUNT and UNTIL exclude each other");
        let twice = "FREQ=WEEKLY;BYDAY=TU;BYDAY=TH";
        assert_eq!(parse(twice), Err(RRuleError::Duplicate("BYDAY".into())), "each part may occur only once");
        assert_eq!(parse("FREQ=HOURLY"), Err(RRuleError::Frequency("HOURLY".into())));
        assert_eq!(parse("FREQ=DAILY;INTERVAL=0"), Err(RRuleError::Value("INTERVAL".into(), "0".into())));
        assert_eq!(parse("FREQ=WEEKLY;BYDAY=XX"), Err(RRuleError::Value("BYDAY".into(), "XX".into())));
        for end in ["2026-12-31", "20261231XYZ", "2026123", "20261331", "20261231Z"] {
            let read = parse(&format!("FREQ=WEEKLY;UNTIL={end}"));
            assert_eq!(read, Err(RRuleError::Value("UNTIL".into(), end.into())));
        }
    }
}
