//! Tests that there is room on a portal for villages that publish little, however much another publishes, and
//! that it says so where not everything fits.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::support::{Folder, build, tree};

const PORTAL: &str = "naam: Reestdorpen\nomschrijving: Alle dorpen.\nwebadres: https://reest.example\nsoort: portaal\nbronnen: [dorpen]\n";

/// How much the busy village publishes.
const TIMES: usize = 3_000;
const NEWS: usize = 500;
const KINDS: usize = 80;

fn village(name: &str) -> Value {
    let home = format!("https://{}.example/", name.to_lowercase());
    json!({
        "dorp": 1,
        "village": { "name": name, "municipality": "Meppel", "province": "Drenthe", "url": home },
        "venues": [{ "name": "Zaal", "location": { "lat": 52.8, "lon": 6.3 } }],
    })
}

fn moment(hours: usize) -> String {
    let day = 23 + hours / 24;
    let (month, day) = match day {
        ..=30 => ("2026-11", day),
        31..=61 => ("2026-12", day - 30),
        62..=92 => ("2027-01", day - 61),
        93..=120 => ("2027-02", day - 92),
        _ => ("2027-03", day - 120),
    };
    format!("{month}-{day:02}T{:02}:00", hours % 24)
}

/// Returns a village with an event every hour for months, far too much news today, and kinds of its own.
fn busy() -> Value {
    let mut village = village("Druk");
    let kind = |number: usize| match number {
        0 => json!({ "nl": "koffieochtend" }),
        number => json!({ "nl": format!("aparte soort {number}") }),
    };
    let event =
        |number: usize| json!({ "id": format!("e{number}"), "title": "Druk druk", "kind": kind(number) });
    village["events"] = (0..=KINDS).map(event).collect();
    let time = |hour: usize| {
        let event = if hour.is_multiple_of(2) { 0 } else { hour % KINDS };
        json!({ "event": format!("e{event}"), "start": moment(hour) })
    };
    village["occurrences"] = (0..TIMES).map(time).collect();
    let news = |number: usize| json!({ "title": format!("Druk bericht {number}"), "date": "2026-11-23" });
    village["news"] = (0..NEWS).map(news).collect();
    village
}

/// Returns a village that sings soon and in the last week of the calendar, with one news item of weeks ago.
fn quiet(name: &str) -> Value {
    let mut village = village(name);
    let title = format!("Zang in {name}");
    village["events"] = json!([{ "id": "zang", "title": title, "kind": { "nl": "zangavond" } }]);
    village["occurrences"] = json!([
        { "event": "zang", "start": "2026-11-26T23:30" },
        { "event": "zang", "start": "2027-02-20T23:30" },
    ]);
    village["news"] = json!([{ "title": format!("Nieuws uit {name}"), "date": "2026-11-02" }]);
    village
}

/// Returns the pages of a portal of a village that publishes too much and two that publish little.
fn pages() -> &'static BTreeMap<String, String> {
    static PAGES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let site = Folder::with(&[("site.yaml", PORTAL)]);
        for village in [busy(), quiet("Stil"), quiet("Kalm")] {
            let name = village["village"]["name"].as_str().expect("a name").to_lowercase();
            site.write(&format!("dorpen/{name}/dorp.json"), village.to_string());
        }
        let output = site.join("uit");
        let ran = build(site.path(), &output);
        assert_eq!(ran.code, 0, "{}", ran.said());
        let files = tree(&output).into_iter();
        files.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
    })
}

/// Counts how often these words come before the name of each quiet village.
fn count_quiet(text: &str, words: &str) -> [usize; 2] {
    ["Stil", "Kalm"].map(|name| text.matches(&format!("{words} {name}")).count())
}

#[test]
fn a_full_calendar_has_something_from_every_village_and_says_it_is_incomplete() {
    for path in ["agenda.ics", "gemeenten/meppel/agenda.ics"] {
        let calendar = pages()[path].replace("\r\n ", "");
        assert_eq!(count_quiet(&calendar, "SUMMARY:Zang in"), [2, 2], "{path}");
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2_000, "and it is full: {path}");
        let head = calendar.split("BEGIN:VEVENT").next().expect("a head");
        assert!(head.contains("DESCRIPTION:Alle dorpen. Niet alles past in deze agenda"), "{head}");
        assert!(head.contains("2.000 activiteiten"), "{head}");
    }
    let quiet = pages()["dorpen/stil/agenda.ics"].replace("\r\n ", "");
    assert!(
        quiet.contains("\r\nDESCRIPTION:Alle dorpen.\r\n"),
        "a complete calendar does not say so: {quiet}"
    );
}

#[test]
fn the_first_days_on_a_portal_have_something_from_every_village() {
    for path in ["index.html", "agenda/index.html"] {
        let page = &pages()[path];
        assert_eq!(count_quiet(page, ">Zang in"), [1, 1], "{path}: {page}");
        assert!(
            page.contains("Alles op 25 november: 24 activiteiten"),
            "a shortened day links to the whole day: {path}"
        );
    }
    let home = &pages()["index.html"];
    let days = home.split("data-day=\"").skip(1).map(|day| (&day[..10], day.matches(">Druk druk<").count()));
    let days: Vec<(&str, usize)> = days.collect();
    let expected = [("2026-11-23", 3), ("2026-11-24", 3), ("2026-11-25", 3), ("2026-11-26", 3)];
    assert_eq!(days, expected, "no day is skipped");
}

#[test]
fn municipality_pages_and_nearby_lists_have_something_from_every_village() {
    let page = &pages()["gemeenten/meppel/index.html"];
    assert_eq!(count_quiet(page, ">Zang in"), [2, 2], "{page}");
    assert!(page.contains("Kijk per dag in de agenda voor wat er verder komt."));
    assert!(count_quiet(page, ">Nieuws uit") == [1, 1] && page.contains("Al het nieuws"), "{page}");
    let near = &pages()["dorpen/stil/index.html"];
    let (_, near) = near.split_once("id=\"dp-nearby\"").expect("something nearby");
    assert!(near.contains("Zang in Kalm") && near.contains("Kijk per dag in de agenda"), "{near}");
}

#[test]
fn news_of_every_village_is_on_the_first_page_and_in_the_feed() {
    for path in ["index.html", "nieuws/index.html", "feed.xml", "feed.json"] {
        assert_eq!(count_quiet(&pages()[path], "Nieuws uit"), [1, 1], "{path}");
    }
    let first = &pages()["nieuws/index.html"];
    assert_eq!(
        first.matches(">Druk bericht ").count(),
        18,
        "room that the others leave goes to the busy village: {first}"
    );
    assert!(first.contains("Niet al het nieuws past hier."), "{first}");
    let all: String = pages()
        .iter()
        .filter(|(path, _)| path.starts_with("nieuws/") && path.ends_with("index.html"))
        .map(|(_, page)| page.as_str())
        .collect();
    assert_eq!(all.matches(">Druk bericht ").count(), 398);
    assert_eq!(count_quiet(&all, ">Nieuws uit"), [1, 1], "each item once");
}

#[test]
fn kinds_of_several_villages_come_before_kinds_of_a_single_one() {
    let agenda = &pages()["agenda/index.html"];
    assert!(agenda.contains("soort/zangavond/"), "two villages have it: {agenda}");
    assert!(agenda.contains("Dit zijn de soorten die in de meeste dorpen voorkomen."), "{agenda}");
    assert!(pages().contains_key("agenda/soort/zangavond/index.html"));
}

#[test]
fn a_calendar_that_leaves_out_later_events_says_where_it_ends() {
    let site = Folder::with(&[("site.yaml", PORTAL)]);
    let mut village = village("Stil");
    village["events"] = json!([{ "id": "zang", "title": "Zang" }]);
    village["occurrences"] = json!([
        { "event": "zang", "start": "2027-02-22" },
        { "event": "zang", "start": "2027-02-23" },
    ]);
    site.write("dorpen/stil/dorp.json", village.to_string());
    let output = site.join("uit");
    assert_eq!(build(site.path(), &output).code, 0);
    let calendar = site.read("uit/agenda.ics").replace("\r\n ", "");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    assert!(calendar.contains("In deze agenda staat wat er tot en met 22 februari 2027 komt."), "{calendar}");
}
