//! Tests the figures against numbers worked out by hand.

use std::sync::Arc;

use super::*;
use crate::almanac::derive;
use crate::ground::{Remarks, SitePath};
use crate::read::{Source, TextFile, read_text};
use crate::village::settle;

const FILES: &[(&str, &str)] = &[
    // An hour and a half, twice on a Tuesday morning: the second time it is assumed, as no end is given.
    (
        "agenda/koffie.yaml",
        "- titel: Koffie\n  datum: 2026-01-06\n  begin: 10.00\n  einde: 11.30\n  locatie: dorpshuis\n  \
         organisator: raad\n  soort: koffie\n  kosten: gratis\n\
         - titel: Koffie\n  datum: 2026-01-13\n  begin: 10.00\n  locatie: dorpshuis\n  soort: koffieochtend\n  \
         kosten: gratis\n",
    ),
    // Three and a half hours on a Thursday evening, past midnight and past the end of the year.
    (
        "agenda/nacht.md",
        "---\ntitel: Nacht\ndatum: 2026-12-31\nbegin: 22.00\neinde: 1.30\nkosten: 3,50\n\
         locatie: De Brink, Brink 1\n---\n",
    ),
    // Forty-four hours: six of the first day, and of the two others at most twelve each.
    (
        "agenda/kamp.md",
        "---\ntitel: Kamp\ndatum: 2026-07-03\nbegin: 18.00\neinddatum: 2026-07-05\neinde: 14.00\n\
         organisator:\n  naam: Scouting\nkosten: vrijwillige bijdrage\n---\n",
    ),
    // Two whole days of six hours.
    ("agenda/feest.md", "---\ntitel: Feest\ndatum: 2026-08-01\neinddatum: 2026-08-02\n---\n"),
    ("agenda/niet.md", "---\ntitel: Niet\ndatum: 2026-03-01\nstatus: afgelast\n---\n"),
    ("agenda/straks.md", "---\ntitel: Straks\ndatum: 2027-01-01\nbegin: 2.00\neinde: 3.00\n---\n"),
    ("agenda/ver.md", "---\ntitel: Ver\ndatum: 2029-01-01\n---\n"),
    ("locaties/dorpshuis.md", "---\nnaam: Dorpshuis\n---\n"),
    ("organisaties/raad.md", "---\nnaam: Raad\n---\n"),
];

fn village() -> (Village, Almanac) {
    let path = |path: &str| SitePath::new(path).expect("a path");
    let mut texts: Vec<Arc<TextFile>> =
        FILES.iter().map(|(name, text)| read_text(path(name), text).into()).collect();
    texts.sort_by(|one, other| one.path.cmp(&other.path));
    let village = settle(&Source { texts, ..Source::default() }, &mut Remarks::default());
    let almanac = derive(&village, Date::constant(2026, 11, 23));
    (village, almanac)
}

fn year(year: i16) -> Figures {
    let (village, almanac) = village();
    Figures::of(&village, &almanac, Date::constant(year, 1, 1), Date::constant(year, 12, 31))
}

fn tally(minutes: u64, meetings: u64) -> Tally {
    Tally { minutes, meetings }
}

#[test]
fn hours_are_counted_as_the_page_explains() {
    let figures = year(2026);
    assert_eq!(figures.total, tally(90 + 90 + 210 + (360 + 2 * 720) + 2 * 360, 5));
    // 2910 minutes by 52.18 weeks are 55.77.
    assert_eq!(figures.minutes_of_a_week(), 56);
    assert_eq!(year(2027).total, tally(60, 1));
    assert_eq!(year(2025).total, tally(0, 0));
}

#[test]
fn hours_are_grouped_by_venue_organisation_kind_and_cost() {
    let (village, almanac) = village();
    let id = |name: &str| {
        village.entries.iter().find(|entry| entry.name == name).map(|entry| entry.id).expect("an entry")
    };
    let figures = year(2026);
    let row = |of, minutes, meetings| Row { of, tally: tally(minutes, meetings) };
    assert_eq!(
        figures.venues,
        [row(Named::Unset, 2520, 2), row(Named::Other, 210, 1), row(Named::Entry(id("Dorpshuis")), 180, 2),]
    );
    assert_eq!(
        figures.organisations,
        [row(Named::Other, 1800, 1), row(Named::Unset, 1020, 3), row(Named::Entry(id("Raad")), 90, 1),]
    );
    let koffie = Row { of: Some("koffieochtend".to_owned()), tally: tally(180, 2) };
    assert_eq!(figures.kinds, [Row { of: None, tally: tally(2730, 3) }, koffie]);
    assert_eq!(figures.costs, [tally(180, 2), tally(2010, 2), tally(720, 1)]);
    assert_eq!((figures.places(), figures.organisers(), figures.series), (1, 1, 1));
    assert_eq!(almanac.years_in_figures(), [2026, 2027].into());
}

#[test]
fn hours_are_grouped_by_weekday_by_part_of_the_day_and_by_month() {
    let figures = year(2026);
    let mut expected = [[Tally::default(); 7]; 4];
    expected[0][1] = tally(180, 2);
    // The first day of the party, and the second of the camp: what goes on has no beginning that day.
    expected[0][5] = tally(360 + 720, 1);
    // The second day of the party, and the last of the camp.
    expected[0][6] = tally(360 + 720, 0);
    expected[2][3] = tally(210, 1);
    expected[2][4] = tally(360, 1);
    assert_eq!(figures.grid, expected);
    let months: Vec<u64> = figures.months.iter().map(|row| row.tally.minutes).collect();
    assert_eq!(months, [180, 0, 0, 0, 0, 0, 1800, 720, 0, 0, 0, 210]);
    assert_eq!(year(2027).grid[DayPart::Night as usize][4], tally(60, 1));
}

#[test]
fn a_period_need_not_be_a_year() {
    let (village, almanac) = village();
    let day = |text: &str| text.parse().expect("a day");
    let figures = Figures::of(&village, &almanac, day("2026-01-06"), day("2026-02-02"));
    assert_eq!((figures.total, figures.minutes_of_a_week()), (tally(180, 2), 45));
    assert_eq!(figures.months.len(), 2);
}

#[test]
fn each_day_of_several_counts_once_however_many_there_are() {
    let day = |text: &str| -> Date { text.parse().expect("a day") };
    let by_weekday = |first: &str, last: &str, times: Times| {
        let mut minutes = [0; 7];
        for (day, of_day) in minutes_by_day(day(first), day(last), times) {
            minutes[weekday_number(day.weekday())] += of_day;
        }
        minutes
    };
    // From Friday to Sunday, and from Monday to the second Monday after it.
    let whole = by_weekday("2026-12-11", "2026-12-13", None);
    assert_eq!(whole, [0, 0, 0, 0, 360, 360, 360]);
    assert_eq!(by_weekday("2026-11-30", "2026-12-14", None), [1080, 720, 720, 720, 720, 720, 720]);
    let start = day("2026-12-11").at(10, 0, 0, 0);
    let without_end = by_weekday("2026-12-11", "2026-12-13", Some((start, None)));
    assert_eq!(without_end, [0, 0, 0, 0, 90, 90, 90]);
    // A market from ten to five, on each of its days.
    let market = Some((start, Some(day("2026-12-13").at(17, 0, 0, 0))));
    assert_eq!(by_weekday("2026-12-11", "2026-12-13", market), [0, 0, 0, 0, 420, 420, 420]);
    assert_eq!(meeting_minutes(day("2026-12-11"), day("2026-12-13"), market), 3 * 420);
    // A party from the evening into the second night, which goes on all along.
    let evening = day("2026-12-11").at(20, 0, 0, 0);
    let party = Some((evening, Some(day("2026-12-13").at(2, 0, 0, 0))));
    assert_eq!(by_weekday("2026-12-11", "2026-12-13", party), [0, 0, 0, 0, 240, 720, 120]);
}
