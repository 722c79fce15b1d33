//! When a venue is open: the hours of a day, and a timetable of the coming year in runs of equal weeks.

use super::days_off::DaysOff;
use crate::ground::{Date, DateSpan, days_from, weekday_number};
use crate::village::{Exception, OpeningHours, SpecialHours, Times};

/// How many months a timetable looks ahead: a year, and one more for a site that is not rebuilt in time.
const MONTHS: i64 = 13;

/// Returns the hours of a day. Of several special hours that name it, the most specific counts; of two that
/// are equally specific, the one written first.
pub fn hours_on<'h>(hours: &'h OpeningHours, off: &DaysOff, day: Date) -> &'h [Times] {
    let weekday = weekday_number(day.weekday());
    special_on(hours, off, day, weekday, |_| true).map_or(&hours.week[weekday], |(_, times)| times)
}

/// Returns what applies on a day for this day of the week, among the special hours that `may_count` accepts.
fn special_on<'h>(
    hours: &'h OpeningHours,
    off: &DaysOff,
    day: Date,
    weekday: usize,
    may_count: impl Fn(&SpecialHours) -> bool,
) -> Option<(&'h SpecialHours, &'h [Times])> {
    let named = hours.special.iter().filter(|special| may_count(special) && off.covers(&special.when, day));
    named.filter_map(|special| Some((special, special.on(weekday)?))).min_by_key(|(special, _)| rank(special))
}

/// The longest period between two dates that counts above public holidays, and above school holidays, in days.
const WEEK: i64 = 7;
const MONTH: i64 = 31;

/// Ranks special hours: the more specific, the lower. A long period with times is a season, within which
/// holidays are holidays; a place that is closed from one date to another is closed on them as well.
fn rank(special: &SpecialHours) -> u8 {
    match &special.when {
        Exception::Day(_) => 0,
        Exception::Days(..) if special.is_closure() => 1,
        Exception::Days(first, last) => match days_from(*first, *last) + 1 {
            days if days <= WEEK => 1,
            days if days <= MONTH => 5,
            _ => 8,
        },
        Exception::Holiday(_) => 2,
        Exception::Both(..) => 3,
        Exception::PublicHolidays => 4,
        Exception::SchoolHolidays(Some(_)) => 6,
        Exception::SchoolHolidays(None) => 7,
        Exception::Months(_) => 9,
    }
}

/// A venue's hours from yesterday until thirteen months from now: yesterday because its night may continue
/// into today.
#[derive(Clone, Debug, PartialEq)]
pub struct Timetable<'h> {
    /// The day it was built for.
    pub today: Date,
    /// The weeks in force, one after another and without gaps.
    pub weeks: Vec<WeekRun<'h>>,
    /// The days on which the hours differ from the week.
    pub different: Vec<Different<'h>>,
    /// The special hours for school holidays whose dates are unknown.
    pub undated: Vec<&'h SpecialHours>,
}

/// Days on which one week is in force.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekRun<'h> {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The seasons that determine it; none for the ordinary week.
    pub seasons: Vec<&'h SpecialHours>,
    /// The hours, Monday first.
    pub week: [&'h [Times]; 7],
}

/// Consecutive days with the same hours, different from the usual ones: all of them, also those before and
/// after the timetable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Different<'h> {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The hours; empty when closed.
    pub times: &'h [Times],
}

impl<'h> Timetable<'h> {
    /// Returns the timetable of these hours, seen from a day.
    pub fn of(hours: &'h OpeningHours, off: &DaysOff, today: Date) -> Self {
        let yesterday = today.yesterday().unwrap_or(today);
        let last = today.saturating_add(DateSpan::new().months(MONTHS));
        let weeks = weeks_between(hours, off, yesterday, last);
        let different = different_days(hours, off, &weeks);
        let dated =
            |special: &SpecialHours| days_between(yesterday, last).any(|day| off.covers(&special.when, day));
        let school = |special: &SpecialHours| matches!(special.when, Exception::SchoolHolidays(_));
        let undated = hours.special.iter().filter(|special| school(special) && !dated(special)).collect();
        Self { today, weeks, different, undated }
    }

    /// Returns the week in force today.
    pub fn now(&self) -> Option<&WeekRun<'h>> {
        self.weeks.iter().find(|run| (run.first..=run.last).contains(&self.today))
    }

    /// Returns the days with different hours that are not over, each run from its real first day.
    pub fn coming(&self) -> impl Iterator<Item = Different<'h>> {
        self.different.iter().copied().filter(|run| run.last >= self.today)
    }
}

/// Returns when each season is, with its real first and last day: the current or next one, and the one after.
pub fn seasons<'h>(hours: &'h OpeningHours, off: &DaysOff, today: Date) -> Vec<WeekRun<'h>> {
    let around = |years: i64| today.saturating_add(DateSpan::new().years(years));
    let mut seasons: Vec<WeekRun<'h>> = Vec::new();
    for run in weeks_between(hours, off, around(-1), around(3)) {
        let before = seasons.iter().filter(|other| other.seasons == run.seasons).count();
        if !run.seasons.is_empty() && run.last >= today && before < 2 {
            seasons.push(run);
        }
    }
    seasons
}

fn weeks_between<'h>(hours: &'h OpeningHours, off: &DaysOff, first: Date, last: Date) -> Vec<WeekRun<'h>> {
    if !hours.special.iter().any(SpecialHours::is_season) {
        let week = std::array::from_fn(|weekday| hours.week[weekday].as_slice());
        return vec![WeekRun { first, last, seasons: Vec::new(), week }];
    }
    let mut runs: Vec<WeekRun<'h>> = Vec::new();
    for day in days_between(first, last) {
        let covers = |special: &&SpecialHours| special.is_season() && off.covers(&special.when, day);
        let seasons: Vec<&SpecialHours> = hours.special.iter().filter(covers).collect();
        match runs.last_mut() {
            Some(run) if run.seasons == seasons => run.last = day,
            _ => {
                let week = std::array::from_fn(|weekday| {
                    special_on(hours, off, day, weekday, SpecialHours::is_season)
                        .map_or(hours.week[weekday].as_slice(), |(_, times)| times)
                });
                runs.push(WeekRun { first: day, last: day, seasons, week });
            }
        }
    }
    runs
}

/// Returns the days with hours of their own. A closed Sunday within a closed fortnight belongs to it; a
/// holiday on a day that is closed anyway is left out.
fn different_days<'h>(hours: &'h OpeningHours, off: &DaysOff, weeks: &[WeekRun<'h>]) -> Vec<Different<'h>> {
    if hours.special.is_empty() {
        return Vec::new();
    }
    let mut runs: Vec<(Different<'h>, bool)> = Vec::new();
    for (day, week) in
        weeks.iter().flat_map(|run| days_between(run.first, run.last).map(move |day| (day, run.week)))
    {
        let weekday = weekday_number(day.weekday());
        let special = special_on(hours, off, day, weekday, |_| true);
        let Some((_, times)) = special.filter(|(special, _)| !special.is_season()) else { continue };
        let differs = times != week[weekday];
        match runs.last_mut() {
            Some((run, any)) if run.times == times && run.last.tomorrow().ok() == Some(day) => {
                run.last = day;
                *any |= differs;
            }
            _ => runs.push((Different { first: day, last: day, times }, differs)),
        }
    }
    let mut runs: Vec<Different<'_>> = runs.into_iter().filter(|(_, any)| *any).map(|(run, _)| run).collect();
    if let Some(run) =
        runs.first_mut().filter(|run| weeks.first().is_some_and(|week| week.first == run.first))
    {
        run.first = reach(hours, off, (run.first, run.times), |day| day.yesterday().ok());
    }
    if let Some(run) = runs.last_mut().filter(|run| weeks.last().is_some_and(|week| week.last == run.last)) {
        run.last = reach(hours, off, (run.last, run.times), |day| day.tomorrow().ok());
    }
    runs
}

/// The farthest that a run is followed beyond the timetable, in days.
const FARTHEST: usize = 3653;

/// Returns how far days with these special hours go on, beyond the end of the timetable; that end itself when
/// they never stop.
fn reach(
    hours: &OpeningHours,
    off: &DaysOff,
    (end, times): (Date, &[Times]),
    next: impl Fn(&Date) -> Option<Date>,
) -> Date {
    let goes_on = |day: &Date| {
        special_on(hours, off, *day, weekday_number(day.weekday()), |_| true)
            .is_some_and(|(special, own)| !special.is_season() && own == times)
    };
    let days = std::iter::successors(Some(end), next).take_while(goes_on);
    days.enumerate()
        .take(FARTHEST)
        .last()
        .filter(|(steps, _)| steps + 1 < FARTHEST)
        .map_or(end, |(_, day)| day)
}

fn days_between(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::TimeOfDay;
    use crate::read::Span;
    use crate::village::{Holiday, SpecialTimes, Village};

    fn at(day: &str) -> Date {
        day.parse().expect("a day")
    }

    /// The public holidays, and no school holidays.
    fn off() -> DaysOff {
        DaysOff::of(&Village::default())
    }

    fn times(from: u16, until: u16) -> Vec<Times> {
        vec![(TimeOfDay::new(from, 0).expect("a time"), TimeOfDay::new(until, 0).expect("a time"))]
    }

    fn every_day(when: Exception, times: Vec<Times>) -> SpecialHours {
        SpecialHours {
            typed: String::new(),
            span: Span::default(),
            when,
            hours: SpecialTimes::EveryDay(times),
        }
    }

    /// Open on weekdays from 9 to 17, on Saturday night from 20 to 1.
    fn ordinary(special: Vec<SpecialHours>) -> OpeningHours {
        let mut week: [Vec<Times>; 7] = std::array::from_fn(|_| times(9, 17));
        week[5] = times(20, 1);
        week[6] = Vec::new();
        OpeningHours { week, special, note: None, mentions_weekdays: true }
    }

    /// The hours on a day: `9-17`, or nothing.
    fn hours_text(hours: &OpeningHours, day: &str) -> String {
        let words = |(from, until): &Times| format!("{}-{}", from.hour(), until.hour());
        hours_on(hours, &off(), at(day)).iter().map(words).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_most_specific_exception_counts() {
        let hours = ordinary(vec![
            every_day(Exception::Months(vec![12]), times(1, 2)),
            every_day(Exception::PublicHolidays, times(3, 4)),
            every_day(Exception::Holiday(Holiday::SecondChristmasDay), times(5, 6)),
            every_day(Exception::Days(at("2026-12-26"), at("2026-12-27")), times(7, 8)),
            every_day(Exception::Day(at("2026-12-27")), Vec::new()),
        ]);
        assert_eq!(hours_text(&hours, "2026-11-30"), "9-17");
        assert_eq!(hours_text(&hours, "2026-12-01"), "1-2");
        assert_eq!(hours_text(&hours, "2026-12-25"), "3-4");
        assert_eq!(hours_text(&hours, "2027-12-26"), "5-6");
        assert_eq!(hours_text(&hours, "2026-12-26"), "7-8");
        assert_eq!(hours_text(&hours, "2026-12-27"), "");
        assert_eq!(hours_text(&hours, "2026-11-28"), "20-1");
    }

    #[test]
    fn holidays_count_above_a_long_period_with_times_and_below_a_short_one_or_a_closure() {
        let with = |first: &str, last: &str, open: Vec<Times>| {
            ordinary(vec![
                every_day(Exception::PublicHolidays, Vec::new()),
                every_day(Exception::Days(at(first), at(last)), open),
            ])
        };
        let spring = with("2027-04-01", "2027-08-31", times(10, 20));
        assert_eq!(hours_text(&spring, "2027-04-26"), "10-20");
        assert_eq!(hours_text(&spring, "2027-04-27"), "");
        let week = with("2027-04-26", "2027-05-02", times(10, 20));
        assert_eq!(hours_text(&week, "2027-04-27"), "10-20");
        let rebuilding = ordinary(vec![
            every_day(Exception::PublicHolidays, times(11, 15)),
            every_day(Exception::Days(at("2027-04-01"), at("2027-08-31")), Vec::new()),
        ]);
        assert_eq!(hours_text(&rebuilding, "2027-04-27"), "");
        let order = [
            every_day(Exception::Days(at("2026-12-21"), at("2027-01-20")), times(1, 2)),
            every_day(Exception::SchoolHolidays(None), Vec::new()),
            every_day(Exception::Days(at("2026-12-21"), at("2027-01-21")), times(1, 2)),
            every_day(Exception::Months(vec![12]), Vec::new()),
        ];
        assert!(order.is_sorted_by_key(rank));
    }

    /// Monday from 10 to 12 and closed on Saturday; other days as usual.
    fn winter(when: Exception) -> SpecialHours {
        let mut week: [Option<Vec<Times>>; 7] = Default::default();
        week[0] = Some(times(10, 12));
        week[5] = Some(Vec::new());
        SpecialHours { typed: "winter".into(), span: Span::default(), when, hours: SpecialTimes::Week(week) }
    }

    #[test]
    fn a_season_continues_past_new_year() {
        let hours = ordinary(vec![winter(Exception::Months(vec![1, 2, 12]))]);
        assert_eq!(hours_text(&hours, "2026-12-28"), "10-12");
        assert_eq!(hours_text(&hours, "2026-12-29"), "9-17");
        assert_eq!(hours_text(&hours, "2027-02-27"), "");
        let table = Timetable::of(&hours, &off(), at("2026-11-23"));
        let runs: Vec<String> = table
            .weeks
            .iter()
            .map(|run| format!("{} {} {}", run.first, run.last, run.seasons.len()))
            .collect();
        assert_eq!(
            runs,
            [
                "2026-11-22 2026-11-30 0",
                "2026-12-01 2027-02-28 1",
                "2027-03-01 2027-11-30 0",
                "2027-12-01 2027-12-23 1"
            ]
        );
        assert!(table.different.is_empty());
        assert_eq!(table.weeks[1].week[0], times(10, 12));
        assert!(table.now().is_some_and(|run| run.seasons.is_empty()));
        let seasons = seasons(&hours, &off(), at("2027-01-15"));
        let whole: Vec<String> = seasons.iter().map(|run| format!("{} {}", run.first, run.last)).collect();
        assert_eq!(whole, ["2026-12-01 2027-02-28", "2027-12-01 2028-02-29"]);
    }

    #[test]
    fn consecutive_days_that_differ_form_one_run() {
        let hours = ordinary(vec![
            every_day(Exception::PublicHolidays, Vec::new()),
            every_day(Exception::Days(at("2026-12-21"), at("2027-01-03")), Vec::new()),
            winter(Exception::Months(vec![12])),
        ]);
        let table = Timetable::of(&hours, &off(), at("2026-12-25"));
        let runs: Vec<String> =
            table.coming().map(|run| format!("{} {} {}", run.first, run.last, run.times.len())).collect();
        // Easter Sunday and Monday are one run, as are those of Whitsun. Christmas 2027 is a Saturday, which
        // is closed in December.
        assert_eq!(
            runs[..5],
            [
                "2026-12-21 2027-01-03 0",
                "2027-03-28 2027-03-29 0",
                "2027-04-27 2027-04-27 0",
                "2027-05-05 2027-05-06 0",
                "2027-05-16 2027-05-17 0"
            ]
        );
        assert_eq!(runs[5..], ["2028-01-01 2028-01-01 0"]);
    }

    #[test]
    fn a_run_has_its_real_first_and_last_day_also_outside_the_timetable() {
        let runs_of = |when: Exception, today: &str| {
            let hours = ordinary(vec![every_day(when, Vec::new())]);
            let table = Timetable::of(&hours, &off(), at(today));
            table.coming().map(|run| format!("{} {}", run.first, run.last)).collect::<Vec<_>>()
        };
        let rebuilding = Exception::Days(at("2026-12-20"), at("2028-01-10"));
        assert_eq!(runs_of(rebuilding.clone(), "2026-11-29"), ["2026-12-20 2028-01-10"]);
        assert_eq!(runs_of(rebuilding, "2027-06-01"), ["2026-12-20 2028-01-10"]);
        let winter = Exception::Months(vec![12, 1]);
        assert_eq!(runs_of(winter, "2026-11-29"), ["2026-12-01 2027-01-31", "2027-12-01 2028-01-31"]);
        // What never stops ends with the timetable.
        let always = Exception::Months((1..=12).collect());
        assert_eq!(runs_of(always, "2026-11-29"), ["2026-11-28 2027-12-29"]);
    }

    #[test]
    fn school_holidays_without_known_dates_are_kept_apart() {
        let hours = ordinary(vec![every_day(Exception::SchoolHolidays(None), Vec::new())]);
        let table = Timetable::of(&hours, &off(), at("2026-11-23"));
        assert_eq!(table.undated.len(), 1);
        assert!(table.different.is_empty());
    }
}
