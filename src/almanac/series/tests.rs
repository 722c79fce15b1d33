//! Tests random repeating events for properties that must hold for their days.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::almanac::expand::{Window, occurrences};
use crate::ground::{Remarks, SitePath};
use crate::read::{Source, read_text};
use crate::village::{Entry, Village, rule_of, settle};

/// The last day that is tested.
const LAST: Date = Date::constant(2031, 12, 31);

/// What an author may have typed, part by part.
#[derive(Clone, Debug)]
struct Typed {
    rules: Vec<String>,
    from: Date,
    end: Option<String>,
    except: Vec<String>,
    changes: Vec<String>,
    extra: Vec<Date>,
    other_times: Option<String>,
}

impl Typed {
    fn text(&self) -> String {
        let list = |name: &str, items: Vec<String>| match items.as_slice() {
            [] => String::new(),
            items => format!("{name}:\n  - {}\n", items.join("\n  - ")),
        };
        let extra = self.extra.iter().map(Date::to_string).collect();
        format!(
            "---\ntitel: Koffie\nvanaf: {}\nbegin: 10.00\n{}{}{}{}{}{}---\n",
            self.from,
            list("herhaling", self.rules.clone()),
            self.end.as_deref().unwrap_or_default(),
            list("behalve", self.except.clone()),
            list("wijzigingen", self.changes.clone()),
            list("extra", extra),
            self.other_times.as_deref().unwrap_or_default(),
        )
    }

    fn village(&self) -> Village {
        let file = |path: &str, text: &str| read_text(SitePath::new(path).expect("a path"), text);
        let source = Source {
            site: Some(file("site.yaml", "naam: Testdorp\n").into()),
            texts: vec![file("agenda/koffie.md", &self.text()).into()],
            ..Source::default()
        };
        settle(&source, &mut Remarks::default())
    }

    /// The days that the rules name, read in the plainest way: from the first day on, without the exceptions,
    /// up to the end.
    fn plain_days(&self, event: &Event, days_off: &DaysOff) -> BTreeSet<Date> {
        let until = event.until.as_ref().map_or(LAST, |day| day.date.min(LAST));
        let is_off = |day: &Date| {
            let mut exceptions = event.except.iter().flat_map(|list| list.iter());
            exceptions.any(|exception| days_off.covers(&exception.value, *day))
        };
        let mut days = BTreeSet::new();
        for text in &self.rules {
            let rule = rule_of(text).expect("a rule");
            let every = Rule { interval: 1, count: None, ..rule.clone() };
            // People count every other week from the first occurrence, calendars from the given day.
            let anchor =
                if text.contains("FREQ") { None } else { days_of(&every, self.from, LAST).first().copied() };
            days.extend(days_of(&rule, anchor.unwrap_or(self.from), until));
        }
        let times = event
            .times
            .as_ref()
            .map_or(usize::MAX, |times| usize::try_from(times.value.0).expect("a number"));
        days.into_iter().filter(|day| !is_off(day)).take(times).collect()
    }
}

fn the_event(village: &Village) -> (&Entry, &Event) {
    village.all::<Event>().next().expect("an event")
}

fn day() -> impl Strategy<Value = Date> {
    (0..1500_i64)
        .prop_map(|days| Date::constant(2026, 1, 1).checked_add(DateSpan::new().days(days)).expect("a day"))
}

fn rule() -> impl Strategy<Value = String> {
    let weekday = || prop::sample::select(vec!["maandag", "dinsdag", "vrijdag", "zaterdag", "zondag"]);
    let nth = prop::sample::select(vec!["eerste", "derde", "vierde", "laatste", "eerste en derde"]);
    let fixed = vec![
        "elke dag in juli en augustus",
        "elke werkdag",
        "laatste dag van de maand",
        "laatste werkdag van de maand",
        "elke 3 maanden op de tweede donderdag",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=5,9;BYDAY=-1SA",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO,SA",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=2",
        "FREQ=YEARLY",
    ];
    prop_oneof![
        weekday().prop_map(|day| format!("elke {day}")),
        (2..6_u8, weekday()).prop_map(|(weeks, day)| format!("elke {weeks} weken op {day}")),
        (2..30_u8).prop_map(|days| format!("elke {days} dagen")),
        (nth, weekday()).prop_map(|(nth, day)| format!("{nth} {day} van de maand")),
        (1..=31_u8).prop_map(|day| format!("{day}e van de maand")),
        (1..60_u8, 1..4_u8)
            .prop_map(|(count, step)| format!("FREQ=WEEKLY;INTERVAL={step};BYDAY=TU,FR;COUNT={count}")),
        prop::sample::select(fixed).prop_map(str::to_owned),
    ]
}

fn exception() -> impl Strategy<Value = String> {
    let named =
        vec!["feestdagen", "kerst", "juli en augustus", "december", "Hemelvaartsdag", "april t/m september"];
    prop_oneof![
        day().prop_map(|day| day.to_string()),
        (day(), 1..90_i64).prop_map(|(first, length)| {
            let last = first.checked_add(DateSpan::new().days(length)).expect("a day");
            format!("{first} t/m {last}")
        }),
        prop::sample::select(named).prop_map(str::to_owned),
    ]
}

fn change() -> impl Strategy<Value = String> {
    prop_oneof![
        day().prop_map(|day| format!("{day}: afgelast")),
        (day(), day()).prop_map(|(day, to)| format!("{day}: naar {to}")),
        day().prop_map(|day| format!("{day}: 14.00")),
    ]
}

fn typed() -> impl Strategy<Value = Typed> {
    let end = prop_oneof![
        2 => Just(None),
        1 => day().prop_map(|day| Some(format!("tot: {day}\n"))),
        1 => (1..200_u8).prop_map(|times| Some(format!("aantal: {times}\n"))),
    ];
    let other_times = prop_oneof![
        Just(None),
        Just(Some("andere_tijden:\n  - in: november t/m maart\n    begin: 13.30\n".to_owned())),
        Just(Some(
            "andere_tijden:\n  - in: juli\n    begin: 9.00\n  - in: juli t/m september\n    begin: 20.00\n"
                .to_owned()
        )),
    ];
    (
        prop::collection::vec(rule(), 1..3),
        day(),
        end,
        prop::collection::vec(exception(), 0..4),
        prop::collection::vec(change(), 0..3),
        prop::collection::vec(day(), 0..3),
        other_times,
    )
        .prop_map(|(rules, from, end, except, changes, extra, other_times)| Typed {
            rules,
            from,
            end,
            except,
            changes,
            extra,
            other_times,
        })
}

/// Regression: days that no rule can express continued after the last one.
#[test]
fn the_number_of_times_counts_the_days_of_all_rules_together() {
    let typed = Typed {
        rules: vec!["FREQ=YEARLY;BYDAY=20MO".to_owned(), "elke 2 dagen".to_owned()],
        from: Date::constant(2026, 1, 1),
        end: Some("aantal: 1\n".to_owned()),
        except: Vec::new(),
        changes: Vec::new(),
        extra: Vec::new(),
        other_times: Some("andere_tijden:\n  - in: november t/m maart\n    begin: 13.30\n".to_owned()),
    };
    let village = typed.village();
    let days_off = DaysOff::of(&village);
    let series = Series::of(the_event(&village).1, &days_off);
    let days: Vec<Date> = series.between(&days_off, typed.from, LAST).iter().map(|it| it.day).collect();
    assert_eq!(days, [Date::constant(2026, 1, 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_short_period_agrees_with_a_long_one(typed in typed(), from in day(), length in 0..400_i64) {
        let village = typed.village();
        let (entry, event) = the_event(&village);
        let days_off = DaysOff::of(&village);
        let series = Series::of(event, &days_off);
        let last = from.checked_add(DateSpan::new().days(length)).expect("a day");
        let wide = series.between(&days_off, Date::constant(2020, 1, 1), LAST);
        let part: Vec<SeriesDay> = wide.into_iter().filter(|it| (from..=last).contains(&it.day)).collect();
        prop_assert_eq!(series.between(&days_off, from, last), part, "{}", typed.text());
        let times = |from, until| {
            let all = occurrences(entry.id, event, &series, &days_off, Window { from, until });
            let mut all: Vec<_> = all.iter().map(|it| (it.first_day, it.start, it.status, it.announced.map(|was| was.day))).collect();
            all.sort_by_key(|(day, start, _, was)| (*day, *start, *was));
            all
        };
        let mut whole = times(Date::constant(2020, 1, 1), LAST);
        whole.retain(|(day, ..)| (from..=last).contains(day));
        prop_assert_eq!(times(from, last), whole, "{}", typed.text());
    }

    #[test]
    fn no_two_occurrences_coincide(typed in typed()) {
        let village = typed.village();
        let days_off = DaysOff::of(&village);
        let series = Series::of(the_event(&village).1, &days_off);
        let days = series.between(&days_off, Date::constant(2026, 1, 1), LAST);
        let moments: BTreeSet<_> = days.iter().map(|it| (it.day, series.strands[it.strand].start)).collect();
        prop_assert_eq!(moments.len(), days.len(), "{}", typed.text());
    }

    /// What a calendar gets: the days of the rule as calendars count them, and those left out.
    #[test]
    fn the_kept_and_the_left_out_days_together_are_those_of_the_rule(typed in typed()) {
        let village = typed.village();
        let days_off = DaysOff::of(&village);
        let series = Series::of(the_event(&village).1, &days_off);
        for (number, strand) in series.strands.iter().enumerate() {
            let Some(rule) = &strand.rule else { continue };
            let out: BTreeSet<Date> = series.left_out(number, &days_off, LAST).into_iter().collect();
            let days = series.between(&days_off, Date::constant(2026, 1, 1), LAST);
            let kept: BTreeSet<Date> = days.iter().filter(|it| it.strand == number).map(|it| it.day).collect();
            prop_assert!(out.is_disjoint(&kept), "{}", typed.text());
            let of_rule: BTreeSet<Date> = days_of(rule, strand.first, LAST).into_iter().collect();
            prop_assert_eq!(out.union(&kept).copied().collect::<BTreeSet<_>>(), of_rule, "{}", typed.text());
            // DTSTART must be a day of the rule, or calendars disagree on it, and a day on which it takes
            // place.
            prop_assert!(!series.is_off(strand, strand.first, &days_off), "{}", typed.text());
            prop_assert_eq!(days_of(rule, strand.first, strand.first), [strand.first], "{}", typed.text());
        }
    }

    #[test]
    fn a_series_falls_on_the_days_that_its_rules_name(typed in typed()) {
        let village = typed.village();
        let (_, event) = the_event(&village);
        let days_off = DaysOff::of(&village);
        let series = Series::of(event, &days_off);
        let found: BTreeSet<Date> =
            series.between(&days_off, Date::constant(2026, 1, 1), LAST).iter().map(|it| it.day).collect();
        let mut plain = typed.plain_days(event, &days_off);
        plain.extend(&typed.extra);
        prop_assert_eq!(found, plain, "{}", typed.text());
    }
}
