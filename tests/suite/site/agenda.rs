//! Time: what the agenda command lists, how far ahead a site looks, and what happens when the clocks change.

use crate::support::calendar::{COFFEE, calendar, values, village_of};
use crate::support::{Folder, Ran, TODAY, VILLAGE, build, program, run};

fn agenda(site: &Folder, arguments: &[&str]) -> Ran {
    let path = site.path().to_str().expect("a path");
    run(&[&["agenda", path, "--today", TODAY], arguments].concat())
}

fn agenda_in_english(site: &Folder, arguments: &[&str]) -> Ran {
    let path = site.path().to_str().expect("a path");
    let mut command = program();
    command.env("LANG", "en_GB.UTF-8").args(["agenda", path, "--today", TODAY]).args(arguments);
    Ran::of(command.output().expect("the program runs"))
}

/// Returns the agenda as programs read it, one object per occurrence.
fn occurrences_in(site: &Folder, arguments: &[&str]) -> Vec<serde_json::Value> {
    let ran = agenda(site, &[arguments, &["--format", "json"]].concat());
    let document: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(document["agenda"], 1, "the format has a version number");
    document["occurrences"].as_array().expect("a list").clone()
}

fn starts(site: &Folder, arguments: &[&str]) -> Vec<String> {
    occurrences_in(site, arguments)
        .iter()
        .map(|it| it["start"].as_str().expect("a start").to_owned())
        .collect()
}

#[test]
fn the_agenda_is_listed_day_by_day() {
    let site = village_of(&[
        ("koffie", COFFEE),
        ("feest", "titel: Feest\ndatum: 2026-12-01\neinddatum: 2026-12-02\nlocatie: De Brink, Brink 1"),
    ]);
    let ran = agenda(&site, &["--until", "2026-12-09"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert_eq!(
        ran.out,
        "dinsdag 24 november 2026\n  10.00–11.30 uur  Koffie\n\
         dinsdag 1 december 2026\n  hele dag  Feest · tot en met woensdag 2 december 2026 · De Brink\n  10.00–11.30 uur  Koffie · afgelast · De kachel is stuk.\n\
         woensdag 9 december 2026\n  10.00–11.30 uur  Koffie · verplaatst (was dinsdag 8 december 2026)\n"
    );
    assert!(ran.err.is_empty(), "{}", ran.err);
}

#[test]
fn messages_follow_the_user_and_dates_follow_the_site() {
    let site = village_of(&[("koffie", COFFEE)]);
    let dutch =
        run(&["agenda", site.path().to_str().expect("a path"), "--vandaag", TODAY, "--tot", "2026-12-09"]);
    assert_eq!(dutch.code, 0, "{}", dutch.said());
    assert_eq!(dutch.out, agenda(&site, &["--until", "2026-12-09"]).out);
    let nothing = ["--from", "2026-12-02", "--until", "2026-12-03"];
    assert_eq!(agenda(&site, &nothing).out, "in deze dagen staat er niets in de agenda\n");
    assert_eq!(agenda_in_english(&site, &nothing).out, "there is nothing on during these days\n");
    site.write("site.yaml", "name: Testville\nlanguage: en\n");
    assert_eq!(
        agenda_in_english(&site, &["--until", "2026-12-01"]).out,
        "Tuesday 24 November 2026\n  10:00–11:30  Koffie\nTuesday 1 December 2026\n  10:00–11:30  Koffie · cancelled · De kachel is stuk.\n"
    );
}

#[test]
fn a_moved_occurrence_is_listed_on_its_new_day() {
    let site = village_of(&[("koffie", COFFEE)]);
    assert_eq!(
        agenda(&site, &["--from", "2026-12-09", "--until", "2026-12-09"]).out,
        "woensdag 9 december 2026\n  10.00–11.30 uur  Koffie · verplaatst (was dinsdag 8 december 2026)\n"
    );
    assert_eq!(agenda(&site, &["--from", "2026-12-08", "--until", "2026-12-08"]).code, 0);
    assert_eq!(starts(&site, &["--from", "2026-12-08", "--until", "2026-12-08"]), [""; 0]);
}

#[test]
fn programs_get_every_occurrence_with_its_uid_and_its_offset() {
    let site = village_of(&[("koffie", COFFEE)]);
    let all = occurrences_in(&site, &["--until", "2026-12-09"]);
    assert_eq!(all.len(), 3);
    let first = serde_json::json!({
        "event": "koffie",
        "title": "Koffie",
        "uid": "koffie.testdorp@dorpsplein",
        "all_day": false,
        "start": "2026-11-24T10:00:00+01:00",
        "end": "2026-11-24T11:30:00+01:00",
        "status": "scheduled",
        "announced": "2026-11-24T10:00:00+01:00",
    });
    assert_eq!(all[0], first);
    assert_eq!(
        (all[1]["status"].as_str(), all[1]["text"].as_str()),
        (Some("cancelled"), Some("De kachel is stuk."))
    );
    assert_eq!(
        (all[2]["status"].as_str(), all[2]["announced"].as_str(), all[2]["start"].as_str()),
        (Some("moved"), Some("2026-12-08T10:00:00+01:00"), Some("2026-12-09T10:00:00+01:00"))
    );
}

#[test]
fn an_event_is_found_by_its_file_its_title_and_its_address() {
    let site = village_of(&[("2026-12-03-thee", "titel: Thee bij de buren"), ("koffie", COFFEE)]);
    for name in ["thee-bij-de-buren", "Thee bij de buren", "2026-12-03-thee", "2026-12-03-thee.md"] {
        assert_eq!(starts(&site, &["--event", name]), ["2026-12-03"], "{name}");
    }
}

#[test]
fn an_unknown_event_is_an_error_with_a_suggestion() {
    let site = village_of(&[("koffie", COFFEE)]);
    let ran = agenda(&site, &["--event", "kofie"]);
    assert_eq!((ran.code, ran.out.as_str()), (64, ""), "{}", ran.said());
    assert_eq!(ran.err, "de activiteit 'kofie' bestaat niet\nbedoel je 'koffie'?\n");
    let ran = agenda_in_english(&site, &["--event", "kofie"]);
    assert_eq!((ran.code, ran.err.as_str()), (64, "there is no event 'kofie'\ndid you mean 'koffie'?\n"));
    let ran = agenda(&site, &["--event", "molenwiek"]);
    assert_eq!((ran.code, ran.err.as_str()), (64, "de activiteit 'molenwiek' bestaat niet\n"));
}

#[test]
fn an_invalid_day_is_an_error() {
    let site = village_of(&[("koffie", COFFEE)]);
    for (option, name) in [("--from", "--vanaf"), ("--until", "--tot")] {
        let ran = agenda(&site, &[option, "morgen"]);
        assert_eq!((ran.code, ran.out.as_str()), (64, ""));
        assert!(ran.err.contains("'morgen' is geen dag") && ran.err.contains(name), "{}", ran.err);
        let ran = agenda_in_english(&site, &[option, "tomorrow"]);
        assert_eq!(ran.code, 64);
        assert!(ran.err.contains("'tomorrow' is not a day") && ran.err.contains(option), "{}", ran.err);
    }
}

#[test]
fn a_missing_folder_is_refused() {
    let ran = run(&["agenda", "/nergens/te/vinden"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.said());
    assert!(ran.err.contains("/nergens/te/vinden"), "{}", ran.err);
}

#[test]
fn a_site_with_mistakes_still_shows_its_agenda() {
    let site = village_of(&[("koffie", COFFEE), ("thee", "titel: Thee\ndatum: 31 april 2027")]);
    let ran = agenda(&site, &["--until", "2026-11-30"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert_eq!(ran.out, "dinsdag 24 november 2026\n  10.00–11.30 uur  Koffie\n");
    assert!(ran.err.contains("agenda/thee.md:3"), "{}", ran.err);
    let json = agenda(&site, &["--until", "2026-11-30", "--format", "json"]);
    assert_eq!(json.code, 1);
    assert!(serde_json::from_str::<serde_json::Value>(&json.out).is_ok(), "{}", json.out);
}

#[test]
fn a_skipped_time_comes_an_hour_later_and_of_a_repeated_time_the_first_counts() {
    let site = village_of(&[
        ("lente", "titel: Lente\ndatum: 2027-03-28\nbegin: 02.30\neinde: 4.00"),
        ("herfst", "titel: Herfst\ndatum: 2027-10-31\nbegin: 02.30\neinde: 4.00"),
    ]);
    let times = |name: &str| {
        let all = occurrences_in(&site, &["--event", name]);
        (all[0]["start"].as_str().map(str::to_owned), all[0]["end"].as_str().map(str::to_owned))
    };
    let both = |start: &str, end: &str| (Some(start.to_owned()), Some(end.to_owned()));
    assert_eq!(times("lente"), both("2027-03-28T03:30:00+02:00", "2027-03-28T04:00:00+02:00"));
    assert_eq!(times("herfst"), both("2027-10-31T02:30:00+02:00", "2027-10-31T04:00:00+01:00"));
    // A weekly event is an hour later in that one week, and then returns to its own time.
    let weekly = village_of(&[(
        "nacht",
        "titel: Nacht\nherhaling: elke zondag\nvanaf: 2027-03-21\ntot: 2027-04-04\nbegin: 02.30",
    )]);
    assert_eq!(
        starts(&weekly, &["--until", "2027-12-31"]),
        ["2027-03-21T02:30:00+01:00", "2027-03-28T03:30:00+02:00", "2027-04-04T02:30:00+02:00"]
    );
    let ran = agenda(&weekly, &["--from", "2027-03-28", "--until", "2027-03-28"]);
    assert_eq!(ran.out, "zondag 28 maart 2027\n  3.30 uur  Nacht\n", "people see the time on the clock");
    let ends = |begin: &str, end: &str| {
        let event = format!("titel: Bal\ndatum: {begin}\neinde: {end}");
        let ran = agenda(&village_of(&[("bal", &event)]), &["--from", "2027-03-27", "--until", "2027-03-28"]);
        ran.out.lines().nth(1).unwrap_or_default().trim().to_owned()
    };
    assert_eq!(ends("27 maart 2027 om 22.00", "2.30"), "22.00–3.30 uur  Bal");
    assert_eq!(ends("28 maart 2027 om 2.15", "2.45"), "3.15–3.45 uur  Bal");
    assert_eq!(ends("28 maart 2027 om 2.30", "3.15"), "3.30 uur  Bal", "it would end before it begins");
    // A calendar gets the wall time with the zone beside it, and resolves the gap itself.
    assert_eq!(values(&calendar(&site, "lente"), "DTSTART"), ["20270328T023000"]);
    let page = site.read("public/agenda/lente/index.html");
    assert!(
        page.contains("3.30–4.00 uur") && page.contains("\"startDate\":\"2027-03-28T03:30:00+02:00\""),
        "{page}"
    );
    assert_eq!(values(&calendar(&site, "herfst"), "DTSTART"), ["20271031T023000"]);
}

#[test]
fn a_series_keeps_its_wall_time_when_the_clocks_change() {
    let site = village_of(&[(
        "koffie",
        "titel: Koffie\nherhaling: elke zondag\nbegin: 10.00\nvanaf: 2027-03-21\ntot: 2027-11-07",
    )]);
    let all = starts(&site, &["--until", "2027-12-31"]);
    assert_eq!(all.len(), 34, "{all:?}");
    for start in &all {
        let day = &start[..10];
        let summer = ("2027-03-28".."2027-10-31").contains(&day);
        let offset = if summer { "+02:00" } else { "+01:00" };
        assert_eq!(*start, format!("{day}T10:00:00{offset}"));
    }
    let calendar = calendar(&site, "koffie");
    assert!(calendar.contains("DTSTART;TZID=Europe/Amsterdam:20270321T100000\n"), "{calendar}");
    // The end is in UTC: ten o'clock in winter is nine there.
    assert_eq!(values(&calendar, "RRULE"), ["FREQ=WEEKLY;BYDAY=SU;UNTIL=20271107T090000Z"]);
}

#[test]
fn a_series_without_an_end_is_listed_for_thirteen_months() {
    let site = village_of(&[("koffie", "titel: Koffie\nherhaling: elke dag\nvanaf: 2026-01-01")]);
    let all = starts(&site, &["--event", "koffie"]);
    assert_eq!(
        (all.first().map(String::as_str), all.last().map(String::as_str)),
        (Some(TODAY), Some("2027-12-23"))
    );
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    let document: serde_json::Value = serde_json::from_str(&site.read("public/dorp.json")).expect("JSON");
    let text = document.to_string();
    assert!(text.contains("2027-12-23") && !text.contains("2027-12-24"), "the site looks equally far ahead");
    // The calendar has the rule itself, without an end.
    assert_eq!(values(&calendar(&site, "koffie"), "RRULE"), ["FREQ=DAILY"]);
}

#[test]
fn a_rare_event_is_shown_with_its_next_day() {
    let site = village_of(&[(
        "feest",
        "titel: Feest\nherhaling: elke 3 jaar op 15 mei\nvanaf: 2026-05-15\nbegin: 14.00",
    )]);
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    let page = site.read("public/agenda/feest/index.html");
    assert!(page.contains("datetime=\"2029-05-15T14:00"), "{page}");
    let list = site.read("public/agenda/index.html");
    assert!(list.contains("2029-05-15"), "{list}");
    // Asked for by name it is listed too, although nothing is on in the months that are shown.
    assert_eq!(
        agenda(&site, &["--event", "feest"]).out,
        "in deze dagen staat er niets in de agenda; de volgende keer:\ndinsdag 15 mei 2029\n  14.00 uur  Feest\n"
    );
}

#[test]
fn a_series_that_ended_years_ago_shows_its_last_day() {
    let site =
        village_of(&[("koor", "titel: Koor\nherhaling: elke maandag\nvanaf: 2021-01-04\ntot: 2022-06-30")]);
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    let page = site.read("public/agenda/koor/index.html");
    assert!(page.contains("datetime=\"2022-06-27\""), "{page}");
    assert_eq!(starts(&site, &["--from", "2021-01-01", "--until", "2026-11-23"]).len(), 78);
    assert_eq!(
        agenda_in_english(&site, &["--event", "koor"]).out,
        "there is nothing on during these days; the last time:\nmaandag 27 juni 2022\n  hele dag  Koor\n"
    );
}

#[test]
fn a_single_event_is_listed_once() {
    let site = village_of(&[("feest", "titel: Feest\ndatum: 2026-11-02\nbegin: 20.00")]);
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    let month = site.read("public/agenda/2026/11/index.html");
    assert_eq!(month.matches("/feest/\"").count(), 1, "{month}");
    assert_eq!(values(&calendar(&site, "feest"), "DTSTART").len(), 1);
}

#[test]
fn a_venue_describes_a_series_in_words_and_lists_its_exceptions_and_single_events() {
    let site = Folder::with(VILLAGE);
    site.write(
        "agenda/klaverjassen.md",
        "---\ntitel: Klaverjassen\nherhaling: elke vrijdag\nvanaf: 20 november 2026\nbegin: 20.00\nlocatie: dorpshuis\nwijzigingen:\n  27 november 2026: afgelast\n  4 december 2026: naar 5 december 2026\n---\n",
    );
    site.write("agenda/toneel.md", "---\ntitel: Toneel\ndatum: 20 maart 2027\nlocatie: dorpshuis\n---\n");
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    let page = site.read("public/locaties/dorpshuis/index.html");
    let soon = page
        .split_once("Binnenkort")
        .expect("the list of what is on soon")
        .1
        .split_once("</ul>")
        .expect("a list")
        .0;
    let times = |name: &str| soon.matches(&format!(">{name}</a>")).count();
    assert_eq!((times("Klaverjassen"), times("Koffie"), times("Toneel")), (2, 1, 1), "{soon}");
    assert!(soon.contains("Afgelast") && soon.contains("Verplaatst"), "{soon}");
    assert!(page.contains("elke vrijdag, 20.00 uur"), "{page}");
    assert!(page.contains("Alles in de agenda"), "the rest is in the agenda");
}

#[test]
fn one_weekly_event_does_not_fill_the_home_page() {
    let weekly = "titel: Klaverjassen\nherhaling: elke vrijdag\nvanaf: 20 november 2026\nbegin: 20.00";
    let site = village_of(&[("klaverjassen", weekly)]);
    let home = |site: &Folder| {
        assert_eq!(build(site.path(), &site.join("public")).code, 0);
        site.read("public/index.html")
    };
    let page = home(&site);
    assert_eq!(page.matches(">Klaverjassen</a>").count(), 2, "this week and the next time: {page}");
    assert!(!page.contains("Elke week weer"), "the list says it already: {page}");
    assert!(page.contains("Hele agenda") && page.contains("data-goes-on"), "{page}");
    site.write("agenda/klaverjassen.md", "---\ntitel: Klaverjassen\ndatum: 27 november 2026\n---\n");
    let page = home(&site);
    assert!(!page.contains("Hele agenda") && !page.contains("data-goes-on"), "nothing follows: {page}");
}

#[test]
fn the_notice_board_sheet_of_this_month_begins_today() {
    let one = |day: &str| format!("titel: Feest op {day}\ndatum: 2026-11-{day}");
    let events: Vec<(String, String)> =
        ["02", "22", "23", "30"].iter().map(|day| (format!("feest-{day}"), one(day))).collect();
    let events: Vec<(&str, &str)> =
        events.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let site = village_of(&events);
    for (today, of_week, of_month) in [
        ("2026-11-23", "23 tot en met 29 november 2026", "23 tot en met 30 november 2026"),
        ("2026-11-01", "Zondag 1 november 2026", "November 2026"),
    ] {
        let path = site.path().to_str().expect("a path");
        assert_eq!(run(&["build", path, "--today", today]).code, 0);
        let sheet = |path: &str| site.read(&format!("public/prikbord/{path}index.html"));
        let title = |page: &str| {
            page.split("id=\"dp-sheet-title\">").nth(1).and_then(|it| it.split('<').next()).map(str::to_owned)
        };
        assert_eq!(title(&sheet("")).as_deref(), Some(of_week));
        let month = sheet("maand/");
        assert_eq!(title(&month).as_deref(), Some(of_month));
        assert_eq!(month.contains("Feest op 22"), today == "2026-11-01", "{month}");
        assert!(month.contains("Feest op 30"), "{month}");
    }
}

/// Its days and times take two or three lines in their narrow column.
#[test]
fn what_takes_several_days_takes_more_lines_of_a_sheet() {
    let size = |end: &str| {
        let site = village_of(&[]);
        for number in 0..15 {
            site.write(
                &format!("agenda/keer-{number}.yaml"),
                format!("titel: Keer {number}\ndatum: 2026-12-01\nbegin: 18.00\n{end}"),
            );
        }
        assert_eq!(build(site.path(), &site.join("public")).code, 0);
        let sheet = site.read("public/prikbord/volgende-maand/index.html");
        ["large", "medium", "small"].into_iter().find(|size| sheet.contains(&format!("dp-sheet-{size}\"")))
    };
    assert_eq!(size("einde: 20.00\n"), Some("large"));
    assert_eq!(size("einddatum: 2026-12-03\neinde: 14.00\n"), Some("medium"));
    assert_eq!(size("einddatum: 2026-12-03\neinde: 20.00\n"), Some("small"));
}

/// The page of a venue describes a series in words, which leave out an extra day: so that day is listed.
#[test]
fn an_extra_day_of_a_series_is_listed_at_its_venue() {
    let site = Folder::with(VILLAGE);
    site.write(
        "agenda/koor.md",
        "---\ntitel: Koor\nherhaling: elke dinsdag\nbegin: 20.00\neinde: 22.00\nlocatie: dorpshuis\nextra: [12 december 2026]\n---\n",
    );
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let page = site.read("public/locaties/dorpshuis/index.html");
    assert!(page.contains("lke dinsdag"), "{page}");
    assert!(page.contains("2026-12-12"), "the extra day: {page}");
    assert!(!page.contains("2026-12-15"), "a day that the words cover: {page}");
}

/// On a day with two times, cancelling the day cancels both, and naming a time cancels that one.
#[test]
fn a_change_without_a_time_applies_to_both_times_of_a_day() {
    let of = |change: &str| {
        let fields = "titel: Koffie\nherhaling: elke dinsdag\nbegin: 19.30\nextra: 8 december 2026 14.00";
        let site = village_of(&[("koffie", &format!("{fields}\nwijzigingen:\n  {change}"))]);
        let of_day =
            |it: &&serde_json::Value| it["start"].as_str().is_some_and(|at| at.starts_with("2026-12-08"));
        let all = occurrences_in(&site, &["--until", "2026-12-31"]);
        all.iter()
            .filter(of_day)
            .map(|it| it["status"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("8 december 2026: afgelast"), ["cancelled", "cancelled"]);
    assert_eq!(of("8 december 2026 14.00: afgelast"), ["cancelled", "scheduled"]);
    assert_eq!(of("8 december 2026 19.30: afgelast"), ["scheduled", "cancelled"]);
}
