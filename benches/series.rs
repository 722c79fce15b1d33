//! Measures the expansion of 1,000 weekly series over thirteen months into occurrences, as a multiple of a plain loop
//! over the same days that compares the day of the week.
//!
//! `cargo bench --bench series`

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise, and writes its own test data"
)]

mod support;

use std::hint::black_box;
use std::time::Instant;

use dorpsplein::almanac::{days_of, derive};
use dorpsplein::ground::{Date, DateSpan, Remarks, Weekday};
use dorpsplein::read::collect;
use dorpsplein::village::{layout, rule_of, settle};
use support::{Scratch, median, put};

const SERIES: usize = 1_000;
const RUNS: usize = 15;
const DAYS: [(&str, Weekday); 5] = [
    ("maandag", Weekday::Monday),
    ("dinsdag", Weekday::Tuesday),
    ("woensdag", Weekday::Wednesday),
    ("donderdag", Weekday::Thursday),
    ("vrijdag", Weekday::Friday),
];

fn main() {
    let today = Date::new(2026, 11, 23).expect("a day");
    let last = today.checked_add(DateSpan::new().months(13)).expect("a day");
    let village = village();
    let rules: Vec<_> =
        DAYS.iter().map(|(name, _)| rule_of(&format!("elke {name}")).expect("a rule")).collect();
    let (mut loops, mut expansions, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    let mut found = [0usize; 3];
    for _ in 0..RUNS {
        let started = Instant::now();
        found[0] = (0..SERIES).map(|number| plain_loop(DAYS[number % DAYS.len()].1, today, last).len()).sum();
        loops.push(started.elapsed().as_secs_f64() * 1e3);
        let started = Instant::now();
        found[1] = (0..SERIES)
            .map(|number| black_box(days_of(&rules[number % rules.len()], today, last)).len())
            .sum();
        expansions.push(started.elapsed().as_secs_f64() * 1e3);
        let started = Instant::now();
        found[2] = black_box(derive(&village, today)).upcoming().count();
        whole.push(started.elapsed().as_secs_f64() * 1e3);
    }
    assert_eq!(found[0], found[1], "the same days");
    assert_eq!(found[0], found[2], "the same days");
    let ratio = |times: &[f64]| median(times.iter().zip(&loops).map(|(time, plain)| time / plain).collect());
    println!("{SERIES} weekly series over 13 months, {} occurrences", found[0]);
    println!("plain loop over the days   {:>8.2} ms", median(loops.clone()));
    println!(
        "rules expanded to days     {:>8.2} ms   {:.2} x",
        median(expansions.clone()),
        ratio(&expansions)
    );
    println!("the whole almanac, 2 years {:>8.2} ms   {:.2} x", median(whole.clone()), ratio(&whole));
}

fn plain_loop(weekday: Weekday, first: Date, last: Date) -> Vec<Date> {
    let mut days = Vec::new();
    let mut day = first;
    while day <= last {
        if day.weekday() == weekday {
            days.push(day);
        }
        day = day.tomorrow().expect("a day");
    }
    black_box(days)
}

/// Reads a village with a thousand weekly events.
fn village() -> dorpsplein::village::Village {
    let scratch = Scratch::new("series");
    put(&scratch.join("site.yaml"), "naam: Proefdorp\n");
    for number in 0..SERIES {
        let (day, _) = DAYS[number % DAYS.len()];
        let text =
            format!("---\ntitel: Reeks {number}\nherhaling: elke {day}\nbegin: 10.00\neinde: 12.00\n---\n");
        put(&scratch.join(&format!("agenda/reeks-{number}.md")), text);
    }
    let source = collect(&scratch.join(""), &layout()).expect("a village");
    let mut remarks = Remarks::default();
    let village = settle(&source, &mut remarks);
    assert!(remarks.is_publishable());
    village
}
