//! Tests the pages of a portal: what villages publish is on one agenda, every item links back to its village,
//! can be found without JavaScript, and is never more than text.

use serde_json::{Value, json};

use crate::portal::built_portal::*;
use crate::support::{Folder, build};

#[test]
fn the_agenda_names_each_village_and_links_to_its_own_page() {
    let agenda = page("agenda/");
    let own = "href=\"https://wester.example/agenda/e0/\" rel=\"external\">Koffie in Wester</a>";
    assert!(agenda.contains(own), "{agenda}");
    assert!(
        lines(agenda, "Koffie in Wester")[0].contains("href=\"../dorpen/wester/\">Wester</a>"),
        "{agenda}"
    );
    let built = lines(agenda, ">Koffie</a>");
    assert!(
        built[0].contains("https://testdorp.example/agenda/koffie/"),
        "of a village that the program built: {built:?}"
    );
    let order = [
        "Koffie in Wester",
        "Zang in Ooster",
        "Bingo",
        "Nachtloop",
        ">Koffie</a>",
        ">Streekdag</a>",
        ">Kamp</a>",
    ];
    let places: Vec<usize> = order.iter().map(|words| agenda.find(words).expect(words)).collect();
    assert!(places.is_sorted(), "in chronological order: {places:?}");
    assert!(lines(agenda, "Bingo")[0].contains("Afgelast"), "a cancelled event says so");
    assert!(agenda.contains("23.00–1.00 uur"), "past midnight: {agenda}");
    assert!(lines(agenda, ">Kamp</a>")[0].contains("ma 7 dec"), "an event of several days: {agenda}");
    assert!(!lines(agenda, ">Streekdag</a>")[0].contains("external"), "the portal has events of its own");
}

#[test]
fn nothing_of_a_village_has_a_page_here_except_the_village_itself() {
    let below = |folder: &str| {
        let all = pages().keys().filter(|path| path.starts_with(folder) && path.ends_with(".html"));
        all.map(String::as_str).collect::<Vec<_>>()
    };
    assert_eq!(
        below("dorpen/"),
        [
            "dorpen/index.html",
            "dorpen/ooster/index.html",
            "dorpen/testdorp/index.html",
            "dorpen/ver/index.html",
            "dorpen/wester/index.html"
        ]
    );
    assert_eq!(below("locaties/"), ["locaties/index.html", "locaties/streekhuis/index.html"]);
    assert_eq!(
        below("nieuws/"),
        ["nieuws/2026/index.html", "nieuws/index.html", "nieuws/streekdag/index.html"]
    );
}

#[test]
fn every_internal_link_of_the_portal_works() {
    let mut broken = Vec::new();
    for (path, html) in pages().iter().filter(|(path, _)| path.ends_with("index.html")) {
        for (at, _) in html.match_indices("href=\"") {
            let link = html[at + 6..].split('"').next().expect("an end");
            let target = link.split(['#', '?']).next().expect("a link");
            if target.contains(':') || target.is_empty() {
                continue;
            }
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            for part in target.split('/') {
                match part {
                    ".." => drop(parts.pop()),
                    "." | "" => {}
                    part => parts.push(part),
                }
            }
            let reached = parts.join("/");
            let page = format!("{reached}/index.html");
            if !pages().contains_key(&reached) && !pages().contains_key(page.trim_start_matches('/')) {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_day_month_kind_and_municipality_can_be_found_without_javascript() {
    let day = page("agenda/2026/11/24/");
    assert!(day.contains("Koffie in Wester") && day.contains("Zang in Ooster") && !day.contains("Bingo"));
    assert!(page("agenda/2026/11/").contains("24/\"><time datetime=\"2026-11-24\">"));
    assert!(page("agenda/2026/12/").contains("1 activiteit"), "{}", page("agenda/2026/12/"));
    let coffee = page("agenda/soort/koffieochtend/");
    assert!(
        coffee.contains("Koffie in Wester")
            && coffee.contains(">Koffie</a>")
            && !coffee.contains("Streekdag")
    );
    assert!(page("agenda/soort/dorpsfeest/").contains("Streekdag"), "the portal's own events are among them");
    let meppel = page("gemeenten/meppel/");
    assert!(
        meppel.contains("Koffie in Wester")
            && meppel.contains("Zang in Ooster")
            && !meppel.contains(">Koffie</a>")
    );
    assert!(page("gemeenten/meppel/locaties/").contains("Huis van Wester"));
    assert!(page("dorpen/").contains("Meppel") && page("dorpen/").contains("Delfzijl"));
}

#[test]
fn a_village_page_shows_what_is_on_nearby_and_how_far_away() {
    let wester = page("dorpen/wester/");
    assert!(
        wester.contains("Koffie in Wester")
            && wester.contains("href=\"https://wester.example/\" rel=\"external\"")
    );
    let (own, nearby) = wester.split_once("id=\"dp-nearby\"").expect("something nearby");
    assert!(!own.contains("Zang in Ooster"), "events elsewhere are not among its own");
    assert!(lines(nearby, "Zang in Ooster")[0].contains("Ooster</a> (4 km)"), "{nearby}");
    assert!(nearby.contains("href=\"../ooster/\">Ooster <span class=\"dp-quiet\">4 km</span>"), "{nearby}");
    assert!(!nearby.contains("../ver/"), "what is far away is not nearby");
    assert!(!page("dorpen/ver/").contains("dp-nearby"), "no village is near");
}

#[test]
fn what_a_village_publishes_is_only_ever_text() {
    let is_markup = |path: &str| path.ends_with(".html") || path.ends_with(".xml");
    for (path, text) in pages().iter().filter(|(path, _)| is_markup(path)) {
        for hostile in ["<script>alert", "\" onmouseover=\"", "&lt;b&gt;"] {
            assert!(!text.contains(hostile), "{path}: {hostile}");
        }
    }
    assert!(
        page("agenda/").contains("Feest&quot; onmouseover"),
        "markup is shown as text: {}",
        page("agenda/")
    );
    let day = &pages()["agenda/2026/11/26/dag.json"];
    serde_json::from_str::<Value>(day).expect("JSON, which the script shows as text");
}

#[test]
fn the_file_of_a_day_has_what_the_filter_shows() {
    let day: Value = serde_json::from_str(&pages()["agenda/2026/11/24/dag.json"]).expect("JSON");
    assert_eq!(day["v"][0], json!(["Wester", "wester", 52.8, 6.3, "https://wester.example/"]));
    assert_eq!(
        day["r"][0],
        json!([
            "10.00–11.30 uur",
            "Koffie in Wester",
            "agenda/e0/",
            0,
            "koffieochtend",
            "Huis van Wester",
            "",
            "",
            29_925_270
        ])
    );
    let own: Value = serde_json::from_str(&pages()["agenda/2026/12/05/dag.json"]).expect("JSON");
    assert_eq!((&own["r"][0][2], &own["r"][0][3]), (&json!("streekdag/"), &json!(-1)));
    let villages: Value = serde_json::from_str(&pages()["dorpen/dorpen.json"]).expect("JSON");
    assert_eq!(villages[0], json!(["Ooster", "ooster", 52.83, 6.3]));
    assert!(page("agenda/").contains("data-href=\"../dorpen/dorpen.json\""));
}

/// The script links to the same address as the pages of the agenda.
#[test]
fn an_address_outside_the_site_of_a_village_is_given_in_full() {
    let site = Folder::with(&[("site.yaml", PORTAL)]);
    let mut beside =
        village("Aa", (52.8, 6.3), "Meppel", &[scheduled("Koffie", "2026-11-24T10:00", "2026-11-24T11:00")]);
    beside["village"]["url"] = "https://dorpen.example/aa/".into();
    beside["events"][0]["url"] = "https://dorpen.example/samen/koffie/".into();
    add_village(&site, "aa", &beside);
    let pages = build_and_read(&site);
    assert!(pages["agenda/index.html"].contains("href=\"https://dorpen.example/samen/koffie/\""));
    let day: Value = serde_json::from_str(&pages["agenda/2026/11/24/dag.json"]).expect("JSON");
    assert_eq!(day["r"][0][2], "https://dorpen.example/samen/koffie/");
}

#[test]
fn news_of_all_villages_is_together_and_links_to_its_village() {
    let news = page("nieuws/");
    let own = news.find("Er komt een streekdag").expect("its own");
    let wester =
        news.find("href=\"https://wester.example/nieuws/n/\" rel=\"external\"").expect("of a village");
    assert!(own < wester, "the newest first");
    for feed in ["feed.xml", "feed.json"] {
        let feed = &pages()[feed];
        assert!(feed.contains("https://reest.example/nieuws/streekdag/"), "{feed}");
        assert!(feed.contains("https://wester.example/nieuws/n/") && feed.contains("Wester"), "{feed}");
        assert!(feed.contains("Er is nieuws &amp;"), "{feed}");
    }
}

#[test]
fn the_region_municipalities_and_villages_each_have_a_calendar() {
    let count = |path: &str| pages()[path].matches("BEGIN:VEVENT").count();
    assert_eq!(count("agenda.ics"), 8, "everything, including the portal's own events");
    assert_eq!(count("gemeenten/meppel/agenda.ics"), 5);
    assert_eq!(count("dorpen/wester/agenda.ics"), 4);
    let wester = pages()["dorpen/wester/agenda.ics"].replace("\r\n ", "");
    for line in [
        "DTSTART;TZID=Europe/Amsterdam:20261124T100000",
        "DTEND;TZID=Europe/Amsterdam:20261128T010000",
        "DTSTART;VALUE=DATE:20261207\r\nDTEND;VALUE=DATE:20261210",
        "SUMMARY:Koffie in Wester (Wester)",
        "LOCATION:Huis van Wester\\, Brink 1\\, Wester",
        "URL:https://wester.example/agenda/e0/",
        "STATUS:CANCELLED",
    ] {
        assert!(wester.contains(line), "{line}: {wester}");
    }
}

#[test]
fn meetings_are_totalled_by_municipality_and_province() {
    let figures = page("ontmoeting/");
    // Wester: coffee 1.5 hours, three days of camp at 6, a night of 2, the cancelled one none; Ooster: 2.
    let meppel = "Meppel</a></th><td>2</td><td>23,5</td><td>4</td>";
    assert!(figures.contains(meppel), "{figures}");
    assert!(figures.contains("Drenthe</th><td>3</td><td>24,5</td><td>5</td>"), "{figures}");
    assert!(page("gemeenten/meppel/").contains("4 keer bij elkaar"));
}

/// A municipality may want to calculate further in its own program.
#[test]
fn the_figures_of_every_village_can_be_downloaded() {
    assert!(page("ontmoeting/").contains("<a href=\"dorpen.csv\" type=\"text/csv\" download>"));
    let lines: Vec<&str> = pages()["ontmoeting/dorpen.csv"].split_terminator("\r\n").collect();
    assert_eq!(
        lines,
        [
            "\u{feff}provincie;gemeente;dorp;uren;keer;plekken",
            "Drenthe;Delfzijl;Ver;1,00;1;1",
            "Drenthe;Meppel;Ooster;2,00;1;1",
            "Drenthe;Meppel;Wester;21,50;3;1",
            ";;Testdorp;1,50;1;1",
        ]
    );
}

#[test]
fn places_and_noodsteunpunten_of_all_villages_are_listed() {
    let venues = page("locaties/");
    assert!(
        venues.contains("Huis van Ooster") && venues.contains("Streekhuis") && venues.contains("Dorpshuis")
    );
    let help = page("noodsteunpunt/");
    assert!(help.contains("Huis van Wester") && help.contains("href=\"../dorpen/wester/\""), "{help}");
    assert!(!help.contains("rel=\"external\">Dorpshuis"), "a venue that is not a noodsteunpunt is left out");
}

#[test]
fn villages_and_venues_can_be_searched() {
    let search = page("zoeken/");
    assert!(search.contains("href=\"../dorpen/wester/\">Wester</a>"), "{search}");
    assert!(search.contains("rel=\"external\">Huis van Wester (Wester)</a>"), "{search}");
    let index: String = pages()
        .iter()
        .filter(|(path, _)| path.starts_with("zoeken/index-"))
        .map(|(_, text)| text.as_str())
        .collect();
    assert!(index.contains("\"wester\"") && index.contains("\"huis\""), "{index}");
}

#[test]
fn the_menu_links_to_the_villages_and_the_portal_keeps_its_own_pages() {
    assert!(page("").contains("<a href=\"dorpen/\">Dorpen</a>"), "{}", page(""));
    assert!(page("").contains("4</strong> <span>dorpen doen mee"), "{}", page(""));
    assert!(page("over/").contains("Wij zijn alle dorpen."));
    assert!(page("agenda/streekdag/").contains("Streekdag"));
    assert!(!pages().contains_key("prikbord/index.html"), "a region does not fit on one sheet of paper");
}

#[test]
fn a_full_day_is_split_into_pages() {
    let site = Folder::with(&[("site.yaml", PORTAL)]);
    let times: Vec<(String, String)> = (0..450)
        .map(|number| {
            (format!("Avond {number}"), format!("2026-11-24T{:02}:{:02}", 8 + number / 60, number % 60))
        })
        .collect();
    let all: Vec<Occurrence<'_>> = times
        .iter()
        .map(|(title, start)| Occurrence { title, start, end: "2026-11-24T23:00", status: "scheduled" })
        .collect();
    add_village(&site, "druk", &village("Druk", (52.8, 6.3), "Meppel", &all));
    let pages = build_and_read(&site);
    let count = |path: &str| pages[path].matches("<li class=\"dp-event").count();
    assert_eq!(count("agenda/2026/11/24/index.html"), 200);
    assert_eq!(count("agenda/2026/11/24/3/index.html"), 50);
    assert!(pages["agenda/2026/11/24/2/index.html"].contains("href=\"../3/\" rel=\"next\""));
    let agenda = &pages["agenda/index.html"];
    assert!(
        count("agenda/index.html") <= 50 && agenda.contains("Alles op 24 november: 450 activiteiten"),
        "{agenda}"
    );
    assert!(count("dorpen/druk/index.html") <= 60, "a village page shows only what is soon");
}

#[test]
fn a_portal_in_several_languages_has_its_pages_in_each() {
    let site = portal();
    site.write("site.yaml", format!("{PORTAL}andere_talen: [de, en]\n"));
    let pages = build_and_read(&site);
    let german = &pages["de/agenda/index.html"];
    assert!(
        german.contains("Koffie in Wester") && german.contains("data-href=\"../../dorpen/dorpen.json\""),
        "{german}"
    );
    assert!(pages["en/dorpen/wester/index.html"].contains("Villages nearby"));
    let figures = &pages["en/ontmoeting/index.html"];
    assert!(
        figures.contains("<a href=\"../../ontmoeting/dorpen.csv\""),
        "one table for all languages: {figures}"
    );
    assert!(
        pages["de/agenda/2026/11/24/dag.json"].contains("10:00–11:30 Uhr"),
        "{}",
        pages["de/agenda/2026/11/24/dag.json"]
    );
}

#[test]
fn a_portal_without_villages_is_still_a_site() {
    let site = Folder::with(&[("site.yaml", PORTAL)]);
    std::fs::create_dir_all(site.join("dorpen")).expect("a folder");
    let output = site.join("uit");
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let pages = read(&output);
    assert!(pages["agenda/index.html"].contains("Er staat nu niets in de agenda."));
    assert!(
        pages["dorpen/index.html"].contains("Er doen nog geen dorpen mee."),
        "{}",
        pages["dorpen/index.html"]
    );
    assert!(!pages.contains_key("noodsteunpunt/index.html"), "no village has one");
}
