//! Opening hours for templates: a table for each week of the year, the coming days that differ, and the
//! timetable from which a script in the browser works out whether a venue is open now.

use std::mem::replace;

use super::at_venue::is_at;
use super::basics::none_or;
use crate::almanac::{Different, Occurrence, Timetable, WeekRun, hours_on};
use crate::ground::{Date, DateTime, Json, compact_json, days_later, json};
use crate::render::edition::Edition;
use crate::render::moments::end_of_day;
use crate::render::templates::{Value, map};
use crate::render::wording::{DateWords, RuleWords};
use crate::village::{EntryId, EventStatus, Kind, OpeningHours, SpecialHours, SpecialTimes, Times, Venue};

/// The hours of a venue when they say anything about days; a remark alone makes no table.
fn hours_of(venue: &Venue) -> Option<&OpeningHours> {
    let hours = &venue.opening_hours.as_ref()?.value;
    (hours.is_ever_open() || !hours.special.is_empty()).then_some(hours)
}

/// The hours worked out from today on.
fn timetable<'h>(edition: &Edition, hours: &'h OpeningHours) -> Timetable<'h> {
    Timetable::of(hours, &edition.almanac.days_off, edition.almanac.today)
}

/// The tables and the list for the page of a venue.
pub(super) fn hours_value(edition: &Edition, venue: &Venue) -> Value {
    let Some(hours) = hours_of(venue) else { return Value::none() };
    if !hours.knows_week() {
        return closed_days(edition, hours);
    }
    let table = timetable(edition, hours);
    let listed = table.coming().map(|run| different_value(edition, &run));
    let undated = table.undated.iter().filter_map(|special| match &special.hours {
        SpecialTimes::EveryDay(times) => {
            Some(listed_value(edition, &name_of_days(edition, special), times, None))
        }
        SpecialTimes::Week(_) => None,
    });
    map([
        ("weeks", week_tables(edition, hours, &table).into()),
        ("different", listed.chain(undated).collect::<Vec<_>>().into()),
    ])
}

/// The days on which a venue without known hours is closed: a note beside them says the rest.
fn closed_days(edition: &Edition, hours: &OpeningHours) -> Value {
    let days =
        hours.special.iter().map(|special| listed_value(edition, &name_of_days(edition, special), &[], None));
    map([("weeks", Vec::<Value>::new().into()), ("different", days.collect::<Vec<_>>().into())])
}

/// One table for every distinct week: today's first, and fully closed ones last.
fn week_tables(edition: &Edition, hours: &OpeningHours, table: &Timetable<'_>) -> Vec<Value> {
    let mut shown: Vec<&WeekRun<'_>> = table.now().into_iter().collect();
    for run in table.weeks.iter().filter(|run| run.last >= table.today) {
        if shown.iter().all(|other| other.seasons != run.seasons) {
            shown.push(run);
        }
    }
    // "The rest of the year: closed" belongs at the end.
    shown.sort_by_key(|run| is_closed(&run.week));
    let dated = shown.iter().map(|run| {
        let names: Vec<String> = run.seasons.iter().map(|season| name_of_days(edition, season)).collect();
        week_table(
            edition,
            Some(names.join(", ")).filter(|names| !names.is_empty()),
            Some((run, table.today)),
            &run.week,
        )
    });
    // A season whose dates are not known yet still gets its table.
    let undated = table.undated.iter().filter(|special| special.is_season()).map(|special| {
        let days = std::array::from_fn(|day| special.on(day).unwrap_or(&hours.week[day]));
        week_table(edition, Some(name_of_days(edition, special)), None, &days)
    });
    dated.chain(undated).collect()
}

/// The name of days with other hours: in the writer's own words, or in those of the page when it is in
/// another language than the writer's.
fn name_of_days(edition: &Edition, special: &SpecialHours) -> String {
    if edition.language().is_written() && !edition.voice.is_other_language {
        return special.typed.clone();
    }
    RuleWords::new(edition.words()).days(&special.when, edition.label_locale())
}

fn is_closed(week: &[&[Times]; 7]) -> bool {
    week.iter().all(|times| times.is_empty())
}

/// A week with its times, the season to which it applies, and the moments between which it is in force.
fn week_table(
    edition: &Edition,
    season: Option<String>,
    run: Option<(&WeekRun<'_>, Date)>,
    days: &[&[Times]; 7],
) -> Value {
    let is_now = run.is_some_and(|(run, today)| (run.first..=run.last).contains(&today));
    let starts = run.and_then(|(run, _)| Some(end_of_day(edition, run.first.yesterday().ok()?)));
    map([
        ("season", season.into()),
        ("is_now", is_now.into()),
        ("starts", starts.into()),
        ("ends", run.map(|(run, _)| end_of_day(edition, run.last)).into()),
        ("is_closed", is_closed(days).into()),
        ("days", week_value(&edition.dates(), days)),
    ])
}

/// Every day of the week with its times in words; no times when closed.
pub(super) fn week_value(dates: &DateWords<'_>, week: &[impl AsRef<[Times]>; 7]) -> Value {
    let days = week.iter().enumerate().map(|(index, times)| {
        let day = dates.weekday_of_index(index).into();
        map([("day", day), ("times", times_in_words(dates, times.as_ref()).into())])
    });
    days.collect::<Vec<_>>().into()
}

fn times_in_words(dates: &DateWords<'_>, times: &[Times]) -> Vec<String> {
    times.iter().map(|(from, until)| dates.times(*from, Some(*until))).collect()
}

/// Days on which the hours differ from those of their week.
fn different_value(edition: &Edition, run: &Different<'_>) -> Value {
    let dates = edition.dates();
    let days = if run.first == run.last {
        dates.long(run.first)
    } else {
        let (from, until) = (dates.long(run.first), dates.long(run.last));
        edition.words().filled("dates.days", &[("from", &from), ("until", &until)])
    };
    listed_value(edition, &days, run.times, Some(run.last))
}

/// Named days with their times, and the moment at which they are over when that is known.
fn listed_value(edition: &Edition, days: &str, times: &[Times], last: Option<Date>) -> Value {
    map([
        ("days", days.into()),
        ("times", times_in_words(&edition.dates(), times).into()),
        ("ends", last.map(|last| end_of_day(edition, last)).into()),
    ])
}

/// The data for the script: the weeks `w` as pairs of a first day and a week (null where the timetable ends),
/// exceptions `d` as first day, last day and times, events there `e`, and the words `t`. To stay short, days
/// count from 1 January 1970 and times are minutes after midnight.
pub(super) fn timetable_value(edition: &Edition, id: EntryId, venue: &Venue) -> Value {
    let hours = hours_of(venue).filter(|hours| hours.knows_week());
    none_or(hours.map(|hours| compact_json(&timetable_json(edition, id, hours)).into()))
}

fn timetable_json(edition: &Edition, id: EntryId, hours: &OpeningHours) -> Json {
    let table = timetable(edition, hours);
    let mut weeks: Vec<Json> = Vec::new();
    for run in &table.weeks {
        weeks.push(json!([day_number(run.first), run.week.map(times_in_minutes)]));
    }
    if let Some(run) = table.weeks.last() {
        weeks.push(json!([day_number(run.last) + 1, null]));
    }
    let different: Vec<Json> = table
        .different
        .iter()
        .map(|run| json!([day_number(run.first), day_number(run.last), times_in_minutes(run.times)]))
        .collect();
    json!({ "w": weeks, "d": different, "e": events(edition, id, hours), "t": words_of_script(edition) })
}

/// How many days ahead the timetable includes events, and how many at most.
const DAYS_OF_EVENTS: i64 = 21;
const MOST_EVENTS: usize = 30;

/// The events at a venue outside its hours, so that the page does not say closed while something takes place.
/// Two numbers for each, as in [`span_of`], with its beginning relative to that of the previous event.
fn events(edition: &Edition, venue: EntryId, hours: &OpeningHours) -> Vec<i64> {
    let (today, horizon) = (edition.almanac.today, days_later(edition.almanac.today, DAYS_OF_EVENTS));
    let events = edition.almanac.back_links.to(venue, Kind::Event, &edition.village);
    let coming = |it: &&Occurrence| it.continues_until() >= today && it.first_day < horizon;
    let times = events.flat_map(|event| edition.almanac.of_event(event)).filter(coming);
    let times = times.filter(|it| !it.is_cancelled() && is_at(edition, it, venue));
    let is_open = |it: &&Occurrence| is_within(it, hours_on(hours, &edition.almanac.days_off, it.first_day));
    let mut times: Vec<(i64, i64)> = times.filter(|it| !is_open(it)).map(span_of).collect();
    times.sort_unstable();
    times.dedup();
    times.truncate(MOST_EVENTS);
    let mut last = 0;
    let steps = times.into_iter().flat_map(|(begins, takes)| [begins - replace(&mut last, begins), takes]);
    steps.collect()
}

/// Whether an occurrence begins and ends while the venue is open anyway.
fn is_within(it: &Occurrence, open: &[Times]) -> bool {
    let Some((start, end)) = it.start.zip(it.end) else { return false };
    let fits = |(from, until): &Times| *from <= start && (until <= from || start < end && end <= *until);
    !it.spans_days() && open.iter().any(fits)
}

/// The minute since 1970 at which an occurrence begins, and its length in minutes; negative when its end is
/// unknown, or when it does not go on all that time.
fn span_of(it: &Occurrence) -> (i64, i64) {
    let minute = |moment: DateTime| {
        let time = moment.time();
        i64::from(day_number(moment.date())) * MINUTES_OF_DAY
            + i64::from(time.hour()) * 60
            + i64::from(time.minute())
    };
    let begins = minute(it.starts());
    let is_sure = it.status == EventStatus::Scheduled && !it.is_all_day() && !it.spans_days();
    match it.ends().map(minute) {
        Some(ends) if is_sure => (begins, ends - begins),
        Some(ends) => (begins, begins - ends),
        None => (begins, begins - (i64::from(day_number(it.last_day)) + 1) * MINUTES_OF_DAY),
    }
}

const MINUTES_OF_DAY: i64 = 24 * 60;

/// The phrases that the script uses with the timetable, in the order that it expects.
fn words_of_script(edition: &Edition) -> Vec<String> {
    let words = edition.words();
    let time = words.text("dates.time");
    let sentence = |key: &str| words.filled(&format!("venue.now.{key}"), &[("time", time)]);
    let names =
        |name: &dyn Fn(usize) -> String, count: usize| (0..count).map(name).collect::<Vec<_>>().join(",");
    let keys = ["open", "always_open", "today", "tomorrow", "this_week", "later", "closed"];
    let mut all: Vec<String> = keys.into_iter().map(sentence).collect();
    all.push(names(&|day| words.nth("dates.weekdays", day).to_owned(), 7));
    all.push(names(&|month| words.nth("dates.months", month).to_owned(), 12));
    all.push(sentence("event"));
    all
}

/// Times in minutes after midnight, `[540, 1020]`; past midnight they go on counting: `[1200, 1530]`.
fn times_in_minutes(times: &[Times]) -> Vec<u16> {
    let day = 24 * 60;
    let pair = |(from, until): &Times| {
        let over = if until < from { day } else { 0 };
        [from.minutes(), until.minutes() + over]
    };
    times.iter().flat_map(pair).collect()
}

/// Days since 1 January 1970.
fn day_number(day: Date) -> i32 {
    day.since(Date::constant(1970, 1, 1)).map_or(0, |span| span.get_days())
}
