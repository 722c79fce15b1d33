//! Reads opening hours in words: days of the week and times, with messages for when they make no sense.

use super::exceptions::{Holiday, SCHOOL_HOLIDAYS};
use super::hour_questions::{self, Range, Times};
use crate::field::{Choices, FieldReader, Word};
use crate::ground::{
    Code, Diagnostic, both, closest, fold, parse_time, quoted, times_between, weekday_before_part,
    weekday_from_word,
};
use crate::read::{Key, Node, Span, Value};
use crate::village::rule::rule_of;

/// Reads days of the week, Monday is 0: `maandag`, `ma-vr`, `dinsdag t/m donderdag`, `za en zo`, `elke dag`.
pub(super) fn days_of(text: &str) -> Option<Vec<usize>> {
    let lower = text
        .to_lowercase()
        .replace("t/m", "-")
        .replace("tot en met", "-")
        .replace(" through ", "-")
        .replace(" to ", "-");
    match fold(&lower).as_str() {
        "elke dag" | "iedere dag" | "alle dagen" | "dagelijks" | "every day" | "all days" | "daily" => {
            return Some((0..7).collect());
        }
        "werkdagen" | "elke werkdag" | "doordeweeks" | "door de week" | "weekdays" => {
            return Some((0..5).collect());
        }
        "weekend" | "weekeinde" => return Some(vec![5, 6]),
        _ => {}
    }
    let weekday_number = |word: &str| {
        let weekday = weekday_from_word(word.trim())?;
        usize::try_from(weekday.to_monday_zero_offset()).ok()
    };
    let mut days = Vec::new();
    for part in lower.replace(" en ", ",").replace(" and ", ",").replace('&', ",").split(',') {
        match part.split_once(['-', '–']) {
            Some((first, last)) => {
                let (first, last) = (weekday_number(first)?, weekday_number(last)?);
                let length = (last + 7 - first) % 7;
                days.extend((0..=length).map(|step| (first + step) % 7));
            }
            None => days.push(weekday_number(part)?),
        }
    }
    Some(days)
}

/// Reads hours, in order of time: `9.00-12.00`, `9.00-12.00 en 13.30-17.00`, a list of those, or `gesloten`.
pub(super) fn times_of(node: &Node, reader: &mut FieldReader<'_>) -> Vec<Times> {
    let mut times = match &node.value {
        Value::Absent => Vec::new(),
        Value::List(items) => items.iter().flat_map(|item| times_of(item, reader)).collect(),
        Value::Map(_) => {
            reader.report(bad_hours(reader, node.span, "…"));
            Vec::new()
        }
        Value::Scalar(line) => {
            if is_closed(line) {
                return Vec::new();
            }
            let parts = line.replace(" en ", ",").replace(" and ", ",");
            let times: Option<Vec<Range<'_>>> =
                parts.split(',').map(|part| Some((part.trim(), range_of(part)?))).collect();
            let Some(times) = times else {
                reader.report(bad_hours(reader, node.span, line));
                return Vec::new();
            };
            if let Some(remark) = hour_questions::half_day_question(&times, reader.place(node.span)) {
                reader.report(remark);
                return Vec::new();
            }
            times.into_iter().map(|(_, times)| times).collect()
        }
    };
    times.sort_unstable();
    let overlapping = times.iter().zip(times.iter().skip(1)).find(|(first, second)| overlap(first, second));
    if let Some(wrong) = times.iter().find(|times| closes_before_opening(times)) {
        reader.report(closes_before_it_opens(reader, node.span, *wrong));
    } else if let Some((first, second)) = overlapping {
        reader.report(overlapping_hours(reader, node.span, *first, *second));
    }
    times
}

/// Whether it closes before it opens. Closing at six or earlier belongs to the following night.
fn closes_before_opening((from, until): &Times) -> bool {
    until < from && until.minutes() > 6 * 60
}

/// Whether the first of two is not over when the second starts.
fn overlap((from, until): &Times, (next, _): &Times) -> bool {
    next < until || until < from
}

fn closes_before_it_opens(reader: &FieldReader<'_>, span: Span, (from, until): Times) -> Diagnostic {
    let (opens, closes) = (from.dotted(), until.dotted());
    let place = reader.place(span);
    let turned = format!("{closes}-{opens}");
    let is_alone = range_of(&place.marked()).is_some();
    let remark = Diagnostic::new(
        Code::BadHours,
        place,
        both(
            format!("hier staat dat het om {opens} uur opengaat en om {closes} uur sluit"),
            format!("this says that it opens at {opens} and closes at {closes}"),
        ),
    );
    // `17-9` may be the wrong way round, or may mean until the evening.
    if let Some(later) = hour_questions::later_closing_time((from, until), &remark.place.marked()) {
        let later = format!("{opens}-{}", later.dotted());
        return remark.hint(both(
            format!("bedoel je {later} of {turned}?"),
            format!("did you mean {later} or {turned}?"),
        ));
    }
    remark
        .hint(both("schrijf eerst wanneer het opengaat", "write the opening time first"))
        .correction_with(is_alone.then_some(&*turned))
}

fn overlapping_hours(reader: &FieldReader<'_>, span: Span, first: Times, second: Times) -> Diagnostic {
    let (first, second) = (hour_questions::format_hours(first), hour_questions::format_hours(second));
    Diagnostic::new(
        Code::BadHours,
        reader.place(span),
        both(
            format!("'{first}' en '{second}' overlappen elkaar"),
            format!("'{first}' and '{second}' overlap"),
        ),
    )
    .hint(both(
        "schrijf wanneer het opengaat en sluit, en daarna pas wanneer het weer opengaat: 9.00-12.00, 13.30-17.00",
        "write when it opens and closes, and then when it opens again: 9:00-12:00, 13:30-17:00",
    ))
}

/// Whether a line gives hours, or says that it is closed.
pub(super) fn are_hours(line: &str) -> bool {
    let parts = line.replace(" en ", ",").replace(" and ", ",");
    is_closed(line) || parts.split(',').all(|part| range_of(part).is_some())
}

fn is_closed(line: &str) -> bool {
    matches!(fold(line).as_str(), "gesloten" | "dicht" | "closed" | "nee" | "no")
}

/// Reads an opening and a closing time, as people write them.
pub(super) fn range_of(part: &str) -> Option<Times> {
    let part =
        part.trim().trim_start_matches("van ").replace(" tot ", "-").replace(" to ", "-").replace('–', "-");
    let part = part.trim_end_matches("uur").trim();
    let (from, until) = part.split_once('-')?;
    let (from, until) = times_between(from, until)?;
    (from != until).then_some((from, until))
}

pub(super) fn bad_hours(reader: &FieldReader<'_>, span: Span, typed: &str) -> Diagnostic {
    let quote = quoted(typed);
    let remark = Diagnostic::new(
        Code::BadHours,
        reader.place(span),
        both(
            format!("{quote} zijn geen openingstijden"),
            format!("{quote} is not a way to write opening hours"),
        ),
    );
    let folded = fold(typed);
    let begins =
        |word: &str| typed.to_lowercase().strip_prefix(word).is_some_and(|time| parse_time(time).is_ok());
    match folded.as_str() {
        "hele dag" | "de hele dag" | "24 uur" | "altijd" | "all day" => remark.suggest(Some("0.00-24.00")),
        _ if let Some(meant) = with_commas(typed) => remark.suggest(Some(&meant)),
        words if words.contains("afspraak") || words.contains("appointment") => remark.hint(both(
            "zet hier alleen de tijden; is er geen vaste tijd, haal de regel dan weg. Wat op afspraak is, hoort op een eigen regel onder 'openingstijden': toelichting: op afspraak",
            "put only the times here; if there is no fixed time, remove this line. What is by appointment belongs on a line of its own under 'opening_hours': note: by appointment",
        )),
        _ if begins("vanaf ") || begins("from ") => remark.hint(both(
            "zet erbij tot hoe laat, bijvoorbeeld: 9.00-17.00",
            "add the closing time, for example: 9:00-17:00",
        )),
        _ if begins("tot ") || begins("until ") || begins("till ") => remark.hint(both(
            "zet erbij vanaf hoe laat, bijvoorbeeld: 9.00-12.00",
            "add the opening time, for example: 9:00-12:00",
        )),
        _ => remark.hint(both(
            "schrijf bijvoorbeeld: dinsdag: 9.00-12.00, 13.30-17.00, of: zondag: gesloten, of: 24 december 2026: 9.00-14.00",
            "write for example: tuesday: 9:00-12:00, 13:30-17:00, or: sunday: closed, or: 24 December 2026: 9:00-14:00",
        )),
    }
}

/// Puts commas into `9.00-12.00 / 13.00-17.00` and `9.00-12.00 13.00-17.00`.
fn with_commas(typed: &str) -> Option<String> {
    let split_by = |between: &[char]| {
        let parts: Vec<&str> = typed.split(between).map(str::trim).filter(|part| !part.is_empty()).collect();
        let are_times = parts.len() > 1 && parts.iter().all(|part| range_of(part).is_some());
        are_times.then(|| parts.join(", "))
    };
    split_by(&['/', '&', '+', ';', '|']).or_else(|| split_by(&[' ']))
}

/// For a key that does not name any days.
pub(super) fn unknown_day(reader: &FieldReader<'_>, key: &Key) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::UnknownDay,
        reader.place(key.span),
        both(
            format!("'{}' is geen dag of periode die ik ken", key.text),
            format!("'{}' is not a day or period I know", key.text),
        ),
    );
    // `za/zo` means two days.
    let apart = key.text.replace('/', " en ");
    if apart != key.text && days_of(&apart).is_some() {
        return remark.suggest(Some(&apart));
    }
    let through = key.text.replace(" tot ", " t/m ").replace(" until ", " to ");
    if through != key.text && days_of(&through).is_some() {
        return remark.suggest(Some(&through));
    }
    if not_every_week(&key.text) {
        return remark.hint(both(
            format!(
                "hier horen dagen van elke week; maak er een activiteit van, met: herhaling: elke {}",
                key.text
            ),
            format!("only days that are the same every week belong here; make it an event, with: repeats: every {}", key.text),
        ));
    }
    if let Some(day) = day_of_part(&key.text) {
        return remark
            .hint(both(
                "schrijf alleen de dag: de uren zeggen of het de ochtend of de middag is, zoals 9.00-12.00, 13.00-17.00",
                "write only the day: the hours show whether it is the morning or the afternoon, such as 9:00-12:00, 13:00-17:00",
            ))
            .correction_with(Some(day));
    }
    let holidays = Holiday::WORDS.iter().flat_map(Word::spellings).chain(SCHOOL_HOLIDAYS);
    match closest(&key.text, NAMES.into_iter().chain(holidays)) {
        Some(near) => remark.suggest(Some(near)),
        None => remark.hint(both(
            "schrijf bijvoorbeeld: maandag, dinsdag t/m vrijdag, 24 december 2026, feestdagen, schoolvakanties, of: juli en augustus",
            "write for example: monday, tuesday-friday, 24 December 2026, public holidays, school holidays, or: July and August",
        )),
    }
}

/// Whether the words are a rule, but not for every week: `1e zaterdag`, `laatste vrijdag van de maand`.
fn not_every_week(typed: &str) -> bool {
    let rule = [format!("elke {typed}"), format!("every {typed}"), typed.to_owned()];
    rule.iter().filter_map(|rule| rule_of(rule)).any(|rule| {
        !rule.by_day.is_empty() && (rule.interval > 1 || rule.by_day.iter().any(|day| day.nth.is_some()))
    })
}

/// Returns the day in `dinsdagochtend`, `dinsdagochtends` and `Tuesday mornings`.
fn day_of_part(typed: &str) -> Option<&str> {
    weekday_before_part(typed).or_else(|| weekday_before_part(typed.strip_suffix(['s', 'S'])?))
}

/// What may have been meant, besides the holidays.
const NAMES: [&str; 21] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "feestdagen",
    "schoolvakanties",
    "pasen",
    "pinksteren",
    "kerstmis",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "public holidays",
    "school holidays",
];

/// For a key below a season: only days of the week make sense there.
pub(super) fn no_weekday(reader: &FieldReader<'_>, key: &Key) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownDay,
        reader.place(key.span),
        both(
            format!("'{}' is geen dag van de week", key.text),
            format!("'{}' is not a day of the week", key.text),
        ),
    )
    .hint(both(
        "schrijf onder een periode alleen dagen van de week: maandag, of: dinsdag t/m vrijdag",
        "write only days of the week below a period: monday, or: tuesday-friday",
    ))
}

/// For hours that name closed days and not the hours of an ordinary week.
pub(super) fn only_closed(reader: &FieldReader<'_>, span: Span) -> Diagnostic {
    let message = both(
        "hier staat alleen wanneer het gesloten is, en niet wanneer het open is",
        "this only says when it is closed, not when it is open",
    );
    Diagnostic::new(Code::BadHours, reader.place(span), message).hint(both(
        "zet de uren van een gewone week erbij, zoals: dinsdag: 9.00-12.00; zijn er geen vaste uren, zet er dan bij: toelichting: op afspraak",
        "add the hours of an ordinary week, such as: tuesday: 9:00-12:00; if there are no fixed hours, add: note: by appointment",
    ))
}

/// For a day that was named before; `first` is the same day above it, with its hours.
pub(super) fn duplicate_day(
    reader: &FieldReader<'_>,
    (key, node): (&Key, &Node),
    first: Option<&(Key, Node)>,
) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::DoubledKey,
        reader.place(key.span),
        both(
            format!("'{}' bevat een dag die al genoemd is", key.text),
            format!("'{}' includes a day that was already named", key.text),
        ),
    );
    let hours = |node: &Node| match &node.value {
        Value::Scalar(line) if are_hours(line) && !is_closed(line) => Some(line.trim().to_owned()),
        _ => None,
    };
    let both_hours = first.and_then(|(first, above)| Some((first, hours(above)?, hours(node)?)));
    let Some((first, above, below)) = both_hours else {
        return remark.hint(both("noem elke dag één keer", "name each day once"));
    };
    let (one, other) = (reader.place(first.span).line, remark.place.line);
    let line = format!("{}{}: {above}, {below}", remark.place.prefix(), first.text);
    remark
        .hint(both(
            format!("zet beide tijden op één regel, in de plaats van de regels {one} en {other}"),
            format!("put both times on one line, instead of lines {one} and {other}"),
        ))
        .correction(line)
}

pub(super) fn duplicate_period(reader: &FieldReader<'_>, key: &Key, first: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DoubledKey,
        reader.place(key.span),
        both(
            format!("'{}' en '{first}' zijn dezelfde dagen", key.text),
            format!("'{}' and '{first}' are the same days", key.text),
        ),
    )
    .hint(both("noem elke dag en elke periode één keer", "name each day and each period once"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        assert_eq!(days_of("maandag"), Some(vec![0]));
        assert_eq!(days_of("ma-vr"), Some(vec![0, 1, 2, 3, 4]));
        assert_eq!(days_of("dinsdag t/m donderdag"), Some(vec![1, 2, 3]));
        assert_eq!(days_of("za en zo"), Some(vec![5, 6]));
        assert_eq!(days_of("vr-ma"), Some(vec![4, 5, 6, 0]));
        assert_eq!(days_of("tuesday to friday"), Some(vec![1, 2, 3, 4]));
        assert_eq!(days_of("feestdag"), None);
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let minutes = |part: &str| range_of(part).map(|(from, until)| (from.minutes(), until.minutes()));
        assert_eq!(minutes("9.00-12.00"), Some((540, 720)));
        assert_eq!(minutes("9 – 12 uur"), Some((540, 720)));
        assert_eq!(minutes("van 20.00 tot 1.00"), Some((1200, 60)));
        assert_eq!(minutes("de hele dag"), None);
    }
}
