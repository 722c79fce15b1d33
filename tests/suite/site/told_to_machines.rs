//! Promises to programs that read a site: calendars of a venue, feeds, and what search engines are told say what the pages
//! say, and keep the names of what they tell.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::calendar::{calendar, values, village_of};
use crate::support::git::git;
use crate::support::{Folder, Ran, TODAY, VILLAGE, program, run};

fn built(site: &Folder, today: &str) {
    let (path, output) = (site.path().to_str().expect("a path"), site.join("public"));
    let ran = run(&["build", path, "--output", output.to_str().expect("a path"), "--today", today]);
    assert_eq!(ran.code, 0, "{}", ran.said());
}

/// A calendar with its folded lines made whole.
fn unfolded(site: &Folder, path: &str) -> String {
    site.read(&format!("public/{path}")).replace("\r\n ", "").replace("\r\n", "\n")
}

/// What a page tells search engines of its own kind.
fn json_ld(page: &str, kind: &str) -> Value {
    let scripts = page.split("<script type=\"application/ld+json\">").skip(1);
    let mut told = scripts.map(|it| it.split("</script>").next().expect("an end"));
    let found = told.find_map(|it| {
        let value: Value = serde_json::from_str(it).expect("JSON");
        (value["@type"] == kind).then_some(value)
    });
    found.unwrap_or_else(|| panic!("{kind}: {page}"))
}

const CLUB: &str = "titel: Soos\nherhaling: elke donderdag\nvanaf: 2026-11-26\nbegin: 20.00\neinde: 22.00\nlocatie: dorpshuis\nwijzigingen:\n  - datum: 2026-12-03\n    titel: Soos in de kerk\n    locatie: kerk\n  - datum: 2026-12-10\n    naar: 2026-12-11\n  - datum: 2026-12-17\n    status: afgelast";

fn club() -> Folder {
    let site = village_of(&[("soos", CLUB)]);
    site.write("locaties/dorpshuis.md", "---\nnaam: Dorpshuis\nadres: Brink 1, 7799 AA Testdorp\n---\n");
    site.write("locaties/kerk.md", "---\nnaam: Kerk\nadres: Kerkweg 3, 7799 AA Testdorp\n---\n");
    site
}

#[test]
fn the_calendar_of_a_venue_holds_what_is_there_for_once_and_not_its_series() {
    let site = club();
    built(&site, TODAY);
    let church = unfolded(&site, "agenda/locatie/kerk/agenda.ics");
    assert_eq!(values(&church, "DTSTART"), ["20261203T200000"], "{church}");
    assert_eq!(values(&church, "SUMMARY"), ["Soos in de kerk"]);
    assert_eq!(values(&church, "UID"), ["soos.2026-12-03.testdorp@dorpsplein"]);
    assert!(values(&church, "RRULE").is_empty() && values(&church, "RECURRENCE-ID").is_empty(), "{church}");
    let page = site.read("public/agenda/locatie/kerk/index.html");
    assert!(page.contains("Soos in de kerk") && !page.contains("Afgelast"), "{page}");
    // Where it is as a rule, the evening elsewhere says where it is.
    let hall = unfolded(&site, "agenda/locatie/dorpshuis/agenda.ics");
    assert_eq!(values(&hall, "RECURRENCE-ID"), ["20261203T200000", "20261210T200000", "20261217T200000"]);
    let elsewhere =
        hall.split("BEGIN:VEVENT").find(|it| it.contains("DTSTART;TZID=Europe/Amsterdam:20261203"));
    let elsewhere = elsewhere.expect("the evening elsewhere");
    assert!(elsewhere.contains("LOCATION:Kerk\\, Kerkweg 3\\, 7799 AA Testdorp"), "{elsewhere}");
    // What was there for once is over: nothing is to be chosen there any more.
    built(&site, "2026-12-20");
    assert!(!site.read("public/agenda/index.html").contains("agenda/locatie/kerk/"));
    assert_eq!(unfolded(&site, "agenda/locatie/kerk/agenda.ics"), church, "as it was");
}

#[test]
fn search_engines_hear_on_which_days_it_is_not_and_what_it_is_called() {
    let site = club();
    built(&site, TODAY);
    let event = json_ld(&site.read("public/agenda/soos/index.html"), "Event");
    assert_eq!(event["name"], "Soos");
    assert_eq!(event["eventSchedule"][0]["exceptDate"], json!(["2026-12-10", "2026-12-17"]));
    built(&site, "2026-12-01");
    let event = json_ld(&site.read("public/agenda/soos/index.html"), "Event");
    assert_eq!((&event["name"], &event["location"]["name"]), (&json!("Soos in de kerk"), &json!("Kerk")));
    // There is no word for the last working day of a month: no schedule is better than every working day.
    let last = "titel: Borrel\nherhaling: FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1\nbegin: 17.00";
    let site = village_of(&[("borrel", last)]);
    built(&site, TODAY);
    let event = json_ld(&site.read("public/agenda/borrel/index.html"), "Event");
    assert_eq!(
        (&event["startDate"], &event["eventSchedule"]),
        (&json!("2026-11-30T17:00:00+01:00"), &Value::Null)
    );
}

#[test]
fn what_nobody_translated_is_in_the_language_it_was_written_in() {
    let site = Folder::with(VILLAGE);
    site.write("site.yaml", "naam: Testdorp\nwebadres: https://testdorp.example\ntalen: [de]\n");
    site.write("nieuws/2026-11-20-stoelen.de.md", "---\ntitel: Neue Stühle\n---\n\nEs gibt neue Stühle.\n");
    built(&site, TODAY);
    let german = |page: &str, kind: &str| {
        json_ld(&site.read(&format!("public/de/{page}/index.html")), kind)["inLanguage"].clone()
    };
    assert_eq!(german("agenda/koffie", "Event"), "nl");
    assert_eq!(german("nieuws/stoelen", "NewsArticle"), "de");
}

#[test]
fn the_moment_that_ends_a_pasted_rule_counts_by_the_hour_at_which_it_begins() {
    let last = |until: &str, begin: &str, words: &str| {
        let event = format!("titel: Gym\nherhaling: FREQ=DAILY;UNTIL={until}\nvanaf: 2027-01-28\n{begin}");
        let site = village_of(&[("gym", &event)]);
        let ends = values(&calendar(&site, "gym"), "RRULE").concat();
        let page = site.read("public/agenda/gym/index.html");
        assert!(page.contains(&format!("vanaf 28 januari 2027 tot en met {words} 2027<")), "{words}: {page}");
        ends
    };
    let (morning, evening) = ("begin: 9.00", "begin: 20.00");
    assert_eq!(last("20270131T235959Z", morning, "31 januari"), "FREQ=DAILY;UNTIL=20270131T080000Z");
    assert_eq!(last("20270131T100000Z", evening, "30 januari"), "FREQ=DAILY;UNTIL=20270130T190000Z");
    assert_eq!(last("20270131T225959Z", evening, "31 januari"), "FREQ=DAILY;UNTIL=20270131T190000Z");
    // All day there is no hour.
    assert_eq!(last("20270131T235959Z", "", "1 februari"), "FREQ=DAILY;UNTIL=20270201");
}

#[test]
fn seasons_keep_their_names_in_whatever_order_they_stand() {
    let season = |months: &str, begin: &str| format!("  - in: {months}\n    begin: {begin}\n");
    let (winter, summer) = (season("december t/m februari", "10.30"), season("juli t/m augustus", "9.00"));
    let uids = |seasons: &str| {
        let event = format!("titel: Gym\nherhaling: elke maandag\nbegin: 10.00\nandere_tijden:\n{seasons}");
        let told = calendar(&village_of(&[("gym", &event)]), "gym");
        let named = |(uid, start): (String, String)| (uid, start.split('T').nth(1).map(str::to_owned));
        values(&told, "UID").into_iter().zip(values(&told, "DTSTART")).map(named).collect::<BTreeSet<_>>()
    };
    let told = uids(&format!("{winter}{summer}"));
    assert_eq!(told, uids(&format!("{summer}{winter}")));
    let names: Vec<&str> = told.iter().map(|(uid, _)| uid.as_str()).collect();
    assert_eq!(
        names,
        ["gym-1-1+2+12.testdorp@dorpsplein", "gym-1-7+8.testdorp@dorpsplein", "gym.testdorp@dorpsplein"]
    );
}

#[test]
fn an_old_address_says_the_same_as_an_old_name() {
    let uid = |former: &str| {
        let site =
            village_of(&[("week1", &format!("titel: Nieuwjaar\ndatum: 2027-01-04\nvoorheen: {former}"))]);
        values(&calendar(&site, "week1"), "UID").concat()
    };
    assert_eq!(uid("week53"), "week53.testdorp@dorpsplein");
    assert_eq!(uid("/agenda/week53/"), "week53.testdorp@dorpsplein");
    assert_eq!(uid("/oude-site/week53/"), "week1.testdorp@dorpsplein", "a page that was never ours");
}

#[test]
fn news_keeps_its_name_in_feeds_when_its_file_gets_another() {
    let ids = |settings: &str, name: &str, former: &str| {
        let site = Folder::with(&[("site.yaml", settings)]);
        let text = format!("---\ntitel: Stoelen\n{former}---\n\nZie [de agenda](/agenda/).\n");
        site.write(&format!("nieuws/2026-11-20-{name}.md"), text);
        built(&site, TODAY);
        let feed: Value = serde_json::from_str(&site.read("public/feed.json")).expect("JSON");
        let atom = site.read("public/feed.xml");
        let id = feed["items"][0]["id"].as_str().expect("an id").to_owned();
        assert!(atom.contains(&format!("<id>{id}</id>")), "{atom}");
        (id, feed, atom)
    };
    let known = "naam: Testdorp\nwebadres: https://dorpen.example/testdorp\n";
    let (before, feed, _) = ids(known, "stoelen", "");
    assert_eq!(before, "https://dorpen.example/testdorp/nieuws/stoelen/");
    assert_eq!(feed["feed_url"], "https://dorpen.example/testdorp/feed.json");
    for former in ["voorheen: stoelen\n", "voorheen: /nieuws/stoelen/\n"] {
        let (after, feed, atom) = ids(known, "nieuwe-stoelen", former);
        assert_eq!(after, before);
        let address = "https://dorpen.example/testdorp/nieuws/nieuwe-stoelen/";
        assert_eq!(feed["items"][0]["url"], address);
        assert!(atom.contains(&format!("href=\"{address}\"")), "{atom}");
    }
}

#[test]
fn a_feed_of_a_site_without_an_address_leads_nowhere_else() {
    let site = Folder::with(&[
        ("site.yaml", "naam: Testdorp\n"),
        ("nieuws/2026-11-20-stoelen.md", "---\ntitel: Stoelen\n---\n\nZie [de agenda](/agenda/).\n"),
    ]);
    built(&site, TODAY);
    let feed: Value = serde_json::from_str(&site.read("public/feed.json")).expect("JSON");
    for key in ["home_page_url", "feed_url"] {
        assert!(feed.get(key).is_none(), "{feed}");
    }
    let item = &feed["items"][0];
    assert!(item.get("url").is_none(), "{feed}");
    assert_eq!(item["id"], "tag:testdorp.invalid,2026:/nieuws/stoelen/");
    assert_eq!(item["content_html"], "<p>Zie <a href=\"agenda/\">de agenda</a>.</p>\n");
    let atom = site.read("public/feed.xml");
    for way in [
        "rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"",
        "href=\"./\"",
        "href=\"nieuws/stoelen/\"",
    ] {
        assert!(atom.contains(way), "{way}: {atom}");
    }
    assert!(!atom.contains("href=\"/") && !atom.contains("&quot;/"), "{atom}");
}

#[test]
fn what_runs_past_midnight_is_told_until_it_is_over() {
    let site = Folder::with(VILLAGE);
    site.write(
        "agenda/bal.md",
        "---\ntitel: Oudejaarsbal\ndatum: 2026-12-31\nbegin: 21.00\neinde: 3.00\nsoort: dorpsfeest\n---\n",
    );
    site.write(
        "agenda/borrel.md",
        "---\ntitel: Borrel\ndatum: 2026-12-31\nbegin: 21.00\neinde: 24.00\n---\n",
    );
    built(&site, "2027-01-01");
    for page in ["", "agenda/", "agenda/soort/dorpsfeest/"] {
        let page = site.read(&format!("public/{page}index.html"));
        let day = page.split("data-day=\"2026-12-31\"").nth(1).unwrap_or_else(|| panic!("{page}"));
        assert!(day.contains(">donderdag 31 december 2026</time>"), "under its own day: {day}");
        assert!(
            day.contains(">Oudejaarsbal</a>") && day.contains("data-ends=\"2027-01-01T03:00:00+01:00\""),
            "{day}"
        );
        assert!(!page.contains(">Borrel</a>"), "that was over: {page}");
    }
    built(&site, "2027-01-02");
    assert!(!site.read("public/agenda/index.html").contains("Oudejaarsbal"));
}

#[test]
fn a_week_of_two_years_names_both() {
    let site = Folder::with(VILLAGE);
    site.write("agenda/bal.md", "---\ntitel: Oudejaarsbal\ndatum: 2026-12-31\n---\n");
    built(&site, "2026-12-29");
    let week = site.read("public/agenda/2026/week-53/index.html");
    assert!(week.contains("28 december 2026 tot\u{a0}en\u{a0}met 3 januari 2027"), "{week}");
}

/// What the calendar of the coffee says of its age, with git within reach.
fn age(site: &Folder) -> i64 {
    let output = Folder::new();
    let mut command = program();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.args(["build", site.path().to_str().expect("a path"), "--today", TODAY, "--output"]);
    let ran = Ran::of(command.arg(output.join("uit")).output().expect("the program runs"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let told = output.read("uit/agenda/koffie/agenda.ics").replace("\r\n", "\n");
    values(&told, "SEQUENCE").concat().parse().expect("a number")
}

#[test]
fn a_calendar_never_says_that_it_is_older_than_it_was() {
    let site = Folder::with(VILLAGE);
    let commit = |at: &str| {
        git(site.path(), at, &["add", "."]);
        git(site.path(), at, &["commit", "--quiet", "--message", "Bijgewerkt"]);
    };
    if git(site.path(), "2026-03-01T12:00:00Z", &["init", "--quiet"]).is_none() {
        return;
    }
    commit("2026-03-01T12:00:00Z");
    let before = age(&site);
    // A day counts from midnight on; git knows the hour.
    let coffee =
        site.read("agenda/koffie.md").replacen("titel: Koffie", "titel: Thee\ngewijzigd: 2026-03-01", 1);
    site.write("agenda/koffie.md", coffee);
    commit("2026-03-01T13:00:00Z");
    let after = age(&site);
    assert_eq!(after - before, 60);
    // Where it is stands in the file of its venue.
    let hall = site.read("locaties/dorpshuis.md").replace("Dorpsstraat 1", "Dorpsstraat 2");
    site.write("locaties/dorpshuis.md", hall);
    commit("2026-03-01T15:00:00Z");
    assert_eq!(age(&site) - after, 120);
    // Who holds it is not told.
    site.write("organisaties/dorpsraad.md", "---\nnaam: De dorpsraad\nslug: dorpsraad\n---\n");
    commit("2026-03-01T16:00:00Z");
    assert_eq!(age(&site) - after, 120);
}

#[test]
fn what_was_moved_once_says_from_where_to_people_and_machines() {
    let site = village_of(&[(
        "toneel",
        "titel: Toneel\ndatum: 2026-12-19\nbegin: 20.00\neinde: 22.00\nstatus: verplaatst\neerst_op: 12 december 2026",
    )]);
    built(&site, TODAY);
    let page = site.read("public/agenda/toneel/index.html");
    assert!(page.contains("was zaterdag 12 december 2026"), "{page}");
    let event = json_ld(&page, "Event");
    assert_eq!(event["eventStatus"], json!("https://schema.org/EventRescheduled"));
    assert!(
        event["previousStartDate"].as_str().is_some_and(|day| day.starts_with("2026-12-12T20:00")),
        "{event}"
    );
    assert!(event["startDate"].as_str().is_some_and(|day| day.starts_with("2026-12-19T20:00")), "{event}");
    // Who comes on the former day is told there where it went.
    let day = site.read("public/agenda/2026/12/12/index.html");
    assert!(day.contains("naar zaterdag 19 december 2026"), "{day}");
    assert!(site.read("public/agenda/index.html").contains("was zaterdag 12 december 2026"));
    let calendar = unfolded(&site, "agenda/toneel/agenda.ics");
    assert!(calendar.contains("was zaterdag 12 december 2026"), "{calendar}");
    assert!(
        !calendar.contains("RECURRENCE-ID") && calendar.matches("BEGIN:VEVENT").count() == 1,
        "{calendar}"
    );
}
