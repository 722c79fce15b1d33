//! Tests of days and times as people write them, and of those that do not exist.

use super::*;

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

#[test]
fn days_are_read_as_people_write_them() {
    for text in [
        "2026-10-28",
        "28-10-2026",
        "28/10/2026",
        "28.10.2026",
        "28 oktober 2026",
        "28 okt 2026",
        "28 okt. 2026",
        "wo 28 okt 2026",
        "woensdag 28 oktober 2026",
        "woensdag 28 oktober, 2026",
        "October 28, 2026",
        "Wed 28 October 2026",
        "28e oktober 2026",
        "2026/10/28",
        "2026 oktober 28",
    ] {
        assert_eq!(parse_date(text).map(|found| found.date), Ok(day(2026, 10, 28)), "{text}");
    }
    assert_eq!(parse_date("di 28 okt 2026").expect("readable").weekday, Some(Weekday::Tuesday));
}

#[test]
fn days_are_read_as_programs_write_them() {
    let found = parse_date("2026-10-28T19:30:00.000Z").expect("readable");
    assert_eq!((found.date, found.time), (day(2026, 10, 28), TimeOfDay::new(19, 30)));
    assert_eq!(found.instant.expect("an instant").to_string(), "2026-10-28T19:30:00Z");
    assert_eq!(parse_date("2026-10-28 19:30").expect("readable").time, TimeOfDay::new(19, 30));
    assert!(parse_date("2026-10-28T19:30+01:00").expect("readable").instant.is_some());
}

#[test]
fn days_that_do_not_exist_are_refused_with_a_reason() {
    let problem = |text| parse_date(text).expect_err("no day");
    assert_eq!(problem("31 april 2026"), DateProblem::NoSuchDay { last_of_month: Some(day(2026, 4, 30)) });
    assert_eq!(problem("2026-13-01"), DateProblem::NoSuchDay { last_of_month: None });
    assert_eq!(problem("29 februari 2026"), DateProblem::NoSuchDay { last_of_month: Some(day(2026, 2, 28)) });
    assert_eq!(problem("28 oktober"), DateProblem::YearMissing { day: 28, month: 10 });
    assert_eq!(problem("28-10"), DateProblem::YearMissing { day: 28, month: 10 });
    assert_eq!(problem("28-10-26"), DateProblem::ShortYear { meant: day(2026, 10, 28) });
    for text in ["", "morgen", "volgende week", "12", "19.30", "28 oktember 2026", "1e dinsdag van de maand"]
    {
        assert_eq!(parse_date(text), Err(DateProblem::Unreadable), "{text}");
    }
}

#[test]
fn midnight_means_a_whole_day_to_a_program_and_a_time_to_a_person() {
    for text in ["2026-10-28T00:00", "2026-10-28T00:00:00Z", "2026-10-28 00:00:00+01:00"] {
        let found = parse_date(text).expect("readable");
        assert_eq!((found.date, found.time, found.instant), (day(2026, 10, 28), None, None), "{text}");
    }
    assert_eq!(parse_date("1 januari 2027 0.00").expect("readable").time, TimeOfDay::new(0, 0));
    // Text after the time is not ignored.
    assert_eq!(parse_date("2026-10-28 00:00 - 12 maart 2027"), Err(DateProblem::Unreadable));
}

#[test]
fn times_are_read_as_people_write_them() {
    for text in
        ["19.30", "19:30", "19u30", "19.30 uur", "19:30:00", "19:30u", "19h30", "7.30 pm", " 19.30 Uur "]
    {
        assert_eq!(parse_time(text), Ok(TimeOfDay::new(19, 30).expect("a time")), "{text}");
    }
    for (text, minutes) in
        [("9", 540), ("9 uur", 540), ("20u", 1200), ("0.00", 0), ("24.00", 1440), ("12 am", 0)]
    {
        assert_eq!(parse_time(text).map(TimeOfDay::minutes), Ok(minutes), "{text}");
    }
}

#[test]
fn times_that_no_clock_shows_are_refused() {
    for text in ["25.00", "24.30", "19.75", "13 pm"] {
        assert_eq!(parse_time(text), Err(TimeProblem::NoSuchTime), "{text}");
    }
    for text in ["", "heel laat", "19.3", "19,5 uur", "-1", "1930", "19.30-"] {
        assert_eq!(parse_time(text), Err(TimeProblem::Unreadable), "{text}");
    }
}

#[test]
fn spoken_times_are_understood_for_morning_and_evening() {
    let spoken = |text| match parse_time(text) {
        Err(TimeProblem::Spoken(morning, evening)) => (morning.dotted(), evening.dotted()),
        other => panic!("{other:?}"),
    };
    assert_eq!(spoken("half acht"), ("7.30".to_owned(), "19.30".to_owned()));
    assert_eq!(spoken("Kwart over negen"), ("9.15".to_owned(), "21.15".to_owned()));
    assert_eq!(spoken("kwart voor één"), ("0.45".to_owned(), "12.45".to_owned()));
    assert_eq!(spoken("acht uur"), ("8.00".to_owned(), "20.00".to_owned()));
}

#[test]
fn two_days_or_times_in_one_field_are_recognised() {
    let two = |text| match parse_date(text) {
        Err(DateProblem::TwoDays(first, last)) => (first, last),
        other => panic!("{text}: {other:?}"),
    };
    let loose = |text| match parse_date(text) {
        Err(DateProblem::LooseDays(days)) => days,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(two("12 t/m 13 maart 2027"), (day(2027, 3, 12), day(2027, 3, 13)));
    assert_eq!(loose("12 en 13 maart 2027"), [day(2027, 3, 12), day(2027, 3, 13)]);
    assert_eq!(loose("3, 10 en 17 dec 2026"), [day(2026, 12, 3), day(2026, 12, 10), day(2026, 12, 17)]);
    assert_eq!(loose("do 31 december en 1 januari 2027"), [day(2026, 12, 31), day(2027, 1, 1)]);
    assert_eq!(two("30 december t/m 2 januari 2027"), (day(2026, 12, 30), day(2027, 1, 2)));
    assert_eq!(parse_date("October 28, 2026").map(|found| found.date), Ok(day(2026, 10, 28)));
    assert_eq!(parse_date("wo, 28 oktober 2026").map(|found| found.date), Ok(day(2026, 10, 28)));
    assert_eq!(two("30 april t/m 2 mei 2027"), (day(2027, 4, 30), day(2027, 5, 2)));
    assert_eq!(two("vr 12 maart 2027 tot en met zo 14 maart 2027"), (day(2027, 3, 12), day(2027, 3, 14)));
    let times = |from, until| {
        Err(TimeProblem::TwoTimes(parse_time(from).expect("a time"), parse_time(until).expect("a time")))
    };
    assert_eq!(parse_time("20.00-22.00"), times("20.00", "22.00"));
    assert_eq!(parse_time("9 tot 12 uur"), times("9", "12"));
}

#[test]
fn the_end_of_a_day_is_midnight_on_the_next_day() {
    assert_eq!(TimeOfDay::END_OF_DAY.on(day(2026, 12, 31)), day(2027, 1, 1).at(0, 0, 0, 0));
}

#[test]
fn days_are_read_as_people_say_them() {
    let day = |text: &str| {
        parse_date(text).map(|found| (found.date.to_string(), found.time.map(TimeOfDay::dotted)))
    };
    let first = ("2026-12-01".to_owned(), None);
    assert_eq!(day("1ste december 2026"), Ok(first.clone()));
    assert_eq!(day("dinsdag de 1e december 2026"), Ok(first));
    let fifth = ("2026-12-05".to_owned(), Some("20.00".to_owned()));
    for text in
        ["5 december 2026 om 20 uur", "5 december 2026 20 uur", "zaterdag 5 december 2026 om 20.00 uur"]
    {
        assert_eq!(day(text), Ok(fifth.clone()), "{text}");
    }
}
