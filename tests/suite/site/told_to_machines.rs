//! What programs read from a site says what its pages say, and keeps its identifiers: calendars of a venue,
//! feeds, data for search engines.

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

/// Returns a calendar with its folded lines joined.
fn unfolded(site: &Folder, path: &str) -> String {
    site.read(&format!("public/{path}")).replace("\r\n ", "").replace("\r\n", "\n")
}

/// Returns what a page tells search engines about this kind of thing.
fn json_ld(page: &str, kind: &str) -> Value {
    let scripts = page.split("<script type=\"application/ld+json\">").skip(1);
    let mut texts = scripts.map(|it| it.split("</script>").next().expect("an end"));
    let found = texts.find_map(|it| {
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
fn the_calendar_of_a_venue_holds_a_single_occurrence_there_and_not_its_series() {
    let site = club();
    built(&site, TODAY);
    let church = unfolded(&site, "agenda/locatie/kerk/agenda.ics");
    assert_eq!(values(&church, "DTSTART"), ["20261203T200000"], "{church}");
    assert_eq!(values(&church, "SUMMARY"), ["Soos in de kerk"]);
    assert_eq!(values(&church, "UID"), ["soos.2026-12-03.testdorp@dorpsplein"]);
    assert!(values(&church, "RRULE").is_empty() && values(&church, "RECURRENCE-ID").is_empty(), "{church}");
    let page = site.read("public/agenda/locatie/kerk/index.html");
    assert!(page.contains("Soos in de kerk") && !page.contains("Afgelast"), "{page}");
    // In the calendar of the usual venue, the evening elsewhere says where it is.
    let hall = unfolded(&site, "agenda/locatie/dorpshuis/agenda.ics");
    assert_eq!(values(&hall, "RECURRENCE-ID"), ["20261203T200000", "20261210T200000", "20261217T200000"]);
    let elsewhere =
        hall.split("BEGIN:VEVENT").find(|it| it.contains("DTSTART;TZID=Europe/Amsterdam:20261203"));
    let elsewhere = elsewhere.expect("the evening elsewhere");
    assert!(elsewhere.contains("LOCATION:Kerk\\, Kerkweg 3\\, 7799 AA Testdorp"), "{elsewhere}");
    // The single evening is over: the agenda no longer offers this venue.
    built(&site, "2026-12-20");
    assert!(!site.read("public/agenda/index.html").contains("agenda/locatie/kerk/"));
    assert_eq!(unfolded(&site, "agenda/locatie/kerk/agenda.ics"), church, "unchanged");
}

#[test]
fn search_engines_get_the_exceptions_and_the_current_name() {
    let site = club();
    built(&site, TODAY);
    let event = json_ld(&site.read("public/agenda/soos/index.html"), "Event");
    assert_eq!(event["name"], "Soos");
    assert_eq!(event["eventSchedule"][0]["exceptDate"], json!(["2026-12-10", "2026-12-17"]));
    built(&site, "2026-12-01");
    let event = json_ld(&site.read("public/agenda/soos/index.html"), "Event");
    assert_eq!((&event["name"], &event["location"]["name"]), (&json!("Soos in de kerk"), &json!("Kerk")));
    // schema.org has no last working day of a month: no schedule is better than every working day.
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
fn untranslated_entries_are_in_the_language_they_were_written_in() {
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
fn the_end_of_a_pasted_rule_is_compared_with_the_start_time() {
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
    // An event of a whole day has no start time.
    assert_eq!(last("20270131T235959Z", "", "1 februari"), "FREQ=DAILY;UNTIL=20270201");
}

#[test]
fn seasons_keep_their_uids_in_any_order() {
    let season = |months: &str, begin: &str| format!("  - in: {months}\n    begin: {begin}\n");
    let (winter, summer) = (season("december t/m februari", "10.30"), season("juli t/m augustus", "9.00"));
    let uids = |seasons: &str| {
        let event = format!("titel: Gym\nherhaling: elke maandag\nbegin: 10.00\nandere_tijden:\n{seasons}");
        let text = calendar(&village_of(&[("gym", &event)]), "gym");
        let named = |(uid, start): (String, String)| (uid, start.split('T').nth(1).map(str::to_owned));
        values(&text, "UID").into_iter().zip(values(&text, "DTSTART")).map(named).collect::<BTreeSet<_>>()
    };
    let found = uids(&format!("{winter}{summer}"));
    assert_eq!(found, uids(&format!("{summer}{winter}")));
    let names: Vec<&str> = found.iter().map(|(uid, _)| uid.as_str()).collect();
    assert_eq!(
        names,
        ["gym-1-1+2+12.testdorp@dorpsplein", "gym-1-7+8.testdorp@dorpsplein", "gym.testdorp@dorpsplein"]
    );
}

#[test]
fn a_former_address_counts_like_a_former_name() {
    let uid = |former: &str| {
        let site =
            village_of(&[("week1", &format!("titel: Nieuwjaar\ndatum: 2027-01-04\nvoorheen: {former}"))]);
        values(&calendar(&site, "week1"), "UID").concat()
    };
    assert_eq!(uid("week53"), "week53.testdorp@dorpsplein");
    assert_eq!(uid("/agenda/week53/"), "week53.testdorp@dorpsplein");
    assert_eq!(uid("/oude-site/week53/"), "week1.testdorp@dorpsplein", "a page that was never on this site");
}

#[test]
fn news_keeps_its_id_in_feeds_when_its_file_is_renamed() {
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
fn a_feed_of_a_site_without_an_address_links_only_within_the_site() {
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
fn an_event_past_midnight_is_listed_until_it_is_over() {
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
fn a_week_that_spans_two_years_names_both() {
    let site = Folder::with(VILLAGE);
    site.write("agenda/bal.md", "---\ntitel: Oudejaarsbal\ndatum: 2026-12-31\n---\n");
    built(&site, "2026-12-29");
    let week = site.read("public/agenda/2026/week-53/index.html");
    assert!(week.contains("28 december 2026 tot\u{a0}en\u{a0}met 3 januari 2027"), "{week}");
}

/// Builds with git available, and returns the sequence number of the calendar of the coffee.
fn sequence(site: &Folder) -> i64 {
    let output = Folder::new();
    let mut command = program();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.args(["build", site.path().to_str().expect("a path"), "--today", TODAY, "--output"]);
    let ran = Ran::of(command.arg(output.join("uit")).output().expect("the program runs"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let text = output.read("uit/agenda/koffie/agenda.ics").replace("\r\n", "\n");
    values(&text, "SEQUENCE").concat().parse().expect("a number")
}

#[test]
fn the_sequence_number_of_a_calendar_never_goes_down() {
    let site = Folder::with(VILLAGE);
    let commit = |at: &str| {
        git(site.path(), at, &["add", "."]);
        git(site.path(), at, &["commit", "--quiet", "--message", "Bijgewerkt"]);
    };
    if git(site.path(), "2026-03-01T12:00:00Z", &["init", "--quiet"]).is_none() {
        return;
    }
    commit("2026-03-01T12:00:00Z");
    let before = sequence(&site);
    // A date counts from midnight; git knows the hour.
    let coffee =
        site.read("agenda/koffie.md").replacen("titel: Koffie", "titel: Thee\ngewijzigd: 2026-03-01", 1);
    site.write("agenda/koffie.md", coffee);
    commit("2026-03-01T13:00:00Z");
    let after = sequence(&site);
    assert_eq!(after - before, 60);
    // The location is in the file of the venue.
    let hall = site.read("locaties/dorpshuis.md").replace("Dorpsstraat 1", "Dorpsstraat 2");
    site.write("locaties/dorpshuis.md", hall);
    commit("2026-03-01T15:00:00Z");
    assert_eq!(sequence(&site) - after, 120);
    // The organiser is not in the calendar.
    site.write("organisaties/dorpsraad.md", "---\nnaam: De dorpsraad\nslug: dorpsraad\n---\n");
    commit("2026-03-01T16:00:00Z");
    assert_eq!(sequence(&site) - after, 120);
}

#[test]
fn a_moved_event_gives_its_former_day_to_people_and_machines() {
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
    // The page of the former day says where the event went.
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
