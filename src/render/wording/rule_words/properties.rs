//! Property tests for the words of rules: a page says what a writer may type, and names the same days.

use proptest::prelude::*;
use proptest::sample::subsequence;

use super::tests::{day, words};
use super::*;
use crate::almanac::days_of;
use crate::ground::{DateSpan, Language};
use crate::village::rule_of;

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Some weekdays, in order.
fn some_weekdays() -> impl Strategy<Value = Vec<DayOfRule>> {
    subsequence(WEEK.to_vec(), 1..=7)
        .prop_map(|days| days.into_iter().map(|weekday| DayOfRule { nth: None, weekday }).collect())
}

/// Some weekdays with a number, in order: one of `nths` for each.
fn some_nth_weekdays(nths: Vec<i8>) -> impl Strategy<Value = Vec<DayOfRule>> {
    let all = WEEK.iter().flat_map(|weekday| {
        nths.iter().map(|nth| DayOfRule { nth: Some(*nth), weekday: *weekday }).collect::<Vec<_>>()
    });
    subsequence(all.collect::<Vec<_>>(), 1..=4)
}

fn some_months(least: usize) -> impl Strategy<Value = Vec<i8>> {
    subsequence((1..=12).collect::<Vec<i8>>(), least..=12)
}

fn some_numbers() -> impl Strategy<Value = Vec<i8>> {
    subsequence((1..=31).chain([-2, -1]).collect::<Vec<i8>>(), 1..=4)
}

/// Every rule whose words the program can read.
fn sayable() -> impl Strategy<Value = Rule> {
    let month = vec![1, 2, 3, 4, 5, -2, -1];
    let year = (1..=53).chain([-2, -1]).collect::<Vec<i8>>();
    let of = Rule::every;
    let months = || prop_oneof![Just(Vec::new()), some_months(1)];
    let set = subsequence(vec![1_i16, 2, 3, 4, 5, 6, 15, -2, -1], 1..=3);
    let kinds = prop_oneof![
        Just(of(Frequency::Daily)),
        Just(of(Frequency::Weekly)),
        some_weekdays().prop_map(move |by_day| Rule { by_day, ..of(Frequency::Weekly) }),
        Just(of(Frequency::Monthly)),
        some_numbers().prop_map(move |by_month_day| Rule { by_month_day, ..of(Frequency::Monthly) }),
        some_nth_weekdays(month.clone()).prop_map(move |by_day| Rule { by_day, ..of(Frequency::Monthly) }),
        set.prop_map(move |by_set_pos| Rule {
            by_day: WORKDAYS.iter().map(|weekday| DayOfRule { nth: None, weekday: *weekday }).collect(),
            by_set_pos,
            ..of(Frequency::Monthly)
        }),
        (0..7_usize, 1..=31_i8).prop_map(move |(weekday, day)| Rule {
            by_day: vec![DayOfRule { nth: None, weekday: WEEK[weekday] }],
            by_month_day: vec![day],
            ..of(Frequency::Monthly)
        }),
        Just(of(Frequency::Yearly)),
        some_nth_weekdays(month).prop_map(move |by_day| Rule { by_day, ..of(Frequency::Yearly) }),
    ];
    let with_months = (kinds, months()).prop_map(|(rule, by_month)| Rule { by_month, ..rule });
    let numbered = (some_numbers(), some_months(1)).prop_map(move |(by_month_day, by_month)| Rule {
        by_month_day,
        by_month,
        ..of(Frequency::Yearly)
    });
    let of_year = some_nth_weekdays(year).prop_map(move |by_day| Rule { by_day, ..of(Frequency::Yearly) });
    let all = prop_oneof![6 => with_months, 1 => numbered, 1 => of_year];
    (all, prop_oneof![Just(1_u16), Just(2), 3..=40_u16])
        .prop_map(|(rule, interval)| Rule { interval, ..rule })
}

/// Rules in the notation of calendars, within what the program reads.
fn of_calendars() -> impl Strategy<Value = Rule> {
    let by_day = prop_oneof![
        Just(String::new()),
        subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..=7)
            .prop_map(|days| format!(";BYDAY={}", days.join(","))),
        subsequence(vec!["1MO", "-1FR", "3WE", "-3TU", "2MO", "5SU"], 1..=3)
            .prop_map(|days| format!(";BYDAY={}", days.join(","))),
    ];
    let numbers = |key: &'static str, numbers: Vec<i32>, most: usize| {
        subsequence(numbers, 0..=most).prop_map(move |numbers| {
            let list: Vec<String> = numbers.iter().map(i32::to_string).collect();
            if list.is_empty() { String::new() } else { format!(";{key}={}", list.join(",")) }
        })
    };
    (
        prop::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
        prop::sample::select(vec!["", ";INTERVAL=2", ";INTERVAL=5"]),
        by_day,
        prop_oneof![2 => Just(String::new()), 1 => numbers("BYMONTHDAY", vec![-31, -3, -1, 1, 2, 13, 31], 3)],
        prop_oneof![2 => Just(String::new()), 1 => numbers("BYMONTH", (1..=12).collect(), 12)],
        prop_oneof![3 => Just(String::new()), 1 => numbers("BYSETPOS", vec![-40, -3, -1, 1, 2, 7, 300], 2)],
    )
        .prop_filter_map(
            "outside what the program reads",
            |(frequency, interval, days, numbers, months, set)| {
                rule_of(&format!("FREQ={frequency}{interval}{days}{numbers}{months}{set}"))
            },
        )
}

#[test]
fn a_page_describes_rules_in_words_that_a_writer_may_type() {
    let words = [Language::Dutch, Language::English].map(words);
    proptest!(ProptestConfig::with_cases(2000), |(rule in sayable())| {
        for words in &words {
            let described = RuleWords::new(words).rule(&rule, None);
            prop_assert_eq!(rule_of(&described), Some(rule.clone()), "{}", described);
        }
    });
}

#[test]
fn the_words_for_a_rule_name_the_same_days() {
    let words = [Language::Dutch, Language::English].map(words);
    proptest!(ProptestConfig::with_cases(1000), |(rule in of_calendars(), later in 0..400_i32)| {
        let start = day("2026-01-01").checked_add(DateSpan::new().days(later)).expect("a day");
        let last = day("2029-12-31");
        for words in &words {
            let described = RuleWords::new(words).rule(&rule, Some(start));
            prop_assert!(!described.is_empty() && !described.contains(['{', '}']) && !described.contains("rule."), "{}", described);
            if let Some(read) = rule_of(&described) {
                prop_assert_eq!(days_of(&read, start, last), days_of(&rule, start, last), "{}", described);
            }
        }
    });
}

/// Words that occur in rules, to combine at random.
const PIECES: &[&str] = &[
    "elke",
    "every",
    "om de",
    "3",
    "14",
    "dag",
    "werkdag",
    "weekend",
    "week",
    "weken",
    "maand",
    "maanden",
    "kwartaal",
    "jaar",
    "maandelijks",
    "wekelijks",
    "jaarlijks",
    "tweewekelijks",
    "op",
    "eerste",
    "derde",
    "laatste",
    "voorlaatste",
    "1e",
    "13e",
    "15e",
    "31e",
    "40e",
    "maandag",
    "dinsdag",
    "vrijdag",
    "zondag",
    "april",
    "27",
    "27 april",
    "in november",
    "juli",
    "en",
    "t/m",
    "in",
    "van",
    "van de maand",
    "van elke maand",
    "van het jaar",
    "ochtend",
];

/// Phrases that often form a rule: how often, on which days, in which months.
fn phrases() -> impl Strategy<Value = String> {
    let pieces =
        |least: usize, most: usize| prop::collection::vec(prop::sample::select(PIECES), least..=most);
    let beginnings = prop::sample::select(vec![
        "elke",
        "elke week op",
        "om de week op",
        "elke maand op",
        "elke 2 maanden op",
        "elk jaar op",
        "elke 3 jaar op",
        "",
    ]);
    let ends = prop::sample::select(vec![
        "",
        "",
        "van de maand",
        "van het jaar",
        "in mei",
        "van mei t/m juli",
        "van maart",
    ]);
    prop_oneof![
        pieces(1, 6).prop_map(|words| words.join(" ")),
        (beginnings, pieces(1, 4), ends)
            .prop_map(|(begin, days, end)| format!("{begin} {} {end}", days.join(" "))),
    ]
}

#[test]
fn every_phrase_that_is_read_is_described_so_that_it_can_be_read_again() {
    let words = [Language::Dutch, Language::English].map(words);
    let read = std::cell::Cell::new(0);
    proptest!(ProptestConfig::with_cases(20_000), |(phrase in phrases())| {
        let Some(rule) = rule_of(&phrase) else { return Ok(()) };
        read.set(read.get() + 1);
        for words in &words {
            let described = RuleWords::new(words).rule(&rule, None);
            prop_assert_eq!(rule_of(&described), Some(rule.clone()), "{} becomes {}", phrase, described);
        }
    });
    assert!(read.get() > 500, "only {} phrases were rules", read.get());
}
