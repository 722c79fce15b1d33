//! Tests that odd names, times and amounts from one village never stop a portal or make it lose information.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{Folder, build, tree};

const PORTAL: &str = "naam: Reestdorpen\nomschrijving: Alle dorpen.\nwebadres: https://reest.example\nsoort: portaal\nbronnen: [dorpen]\n";

/// Returns a village with only its name and where it is.
pub fn village(number: usize, name: &str, municipality: &str) -> Value {
    json!({
        "dorp": 1,
        "village": {
            "name": name, "municipality": municipality, "province": "Drenthe",
            "url": format!("https://dorp-{number}.example/"),
        },
    })
}

/// Adds an event with this title and these occurrences to a village.
pub fn with_event(mut village: Value, title: &str, times: &Value) -> Value {
    village["events"] = json!([{ "id": "a", "title": title }]);
    village["occurrences"] = times.clone();
    village
}

/// Builds a portal of these villages and returns its files as text, by path.
pub fn pages(villages: &[Value]) -> BTreeMap<String, String> {
    let site = Folder::with(&[("site.yaml", PORTAL)]);
    for (number, village) in villages.iter().enumerate() {
        site.write(&format!("dorpen/{number:03}/dorp.json"), village.to_string());
    }
    let output = site.join("uit");
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let files = tree(&output).into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

#[test]
fn two_spellings_of_a_municipality_count_as_one() {
    let pages = pages(&[
        village(0, "Empel", "'s-Hertogenbosch"),
        village(1, "Engelen", "s-Hertogenbosch"),
        village(2, "Rosmalen", "’s Hertogenbosch"),
        village(3, "Nuland", "Oss"),
    ]);
    let own = &pages["gemeenten/s-hertogenbosch/index.html"];
    for name in ["Empel", "Engelen", "Rosmalen"] {
        assert!(own.contains(name), "{name}: {own}");
    }
    assert!(
        own.contains("Gemeente &#39;s-Hertogenbosch") || own.contains("Gemeente 's-Hertogenbosch"),
        "{own}"
    );
    let list = &pages["dorpen/index.html"];
    let (hertogenbosch, oss) = (list.find("s-Hertogenbosch").expect("one"), list.find("Oss").expect("other"));
    assert!(hertogenbosch < oss, "sorted by name, without the article: {list}");
}

/// Puts a village in a province or in none, with one event.
fn in_province(mut village: Value, province: Option<&str>) -> Value {
    village["village"]["province"] = province.into();
    let times = json!([{ "event": "a", "start": "2026-11-28T10:00", "end": "2026-11-28T11:00" }]);
    with_event(village, "Koffie", &times)
}

#[test]
fn municipalities_with_the_same_name_are_kept_apart_by_province() {
    let pages = pages(&[
        in_province(village(0, "Egmond", "Bergen"), Some("Noord-Holland")),
        in_province(village(1, "Siebengewald", "Bergen"), Some("Limburg")),
        in_province(village(2, "Nergens", "Bergen"), None),
        in_province(village(3, "Wijster", "Midden-Drenthe"), Some("Drenthe")),
        in_province(village(4, "Zwiggelte", "Midden-Drenthe"), None),
        in_province(village(5, "Aa", ""), Some("Drenthe")),
        in_province(village(6, "Bee", ""), Some("Drenthe")),
        in_province(village(7, "Cee", ""), Some("Utrecht")),
        in_province(village(8, "Dee", ""), None),
    ]);
    let north = &pages["gemeenten/bergen-noord-holland/index.html"];
    assert!(north.contains("Gemeente Bergen (Noord-Holland)"), "{north}");
    assert!(north.contains("Egmond") && !north.contains("Siebengewald"), "{north}");
    assert!(pages["gemeenten/bergen-limburg/index.html"].contains("Siebengewald"));
    assert!(pages["gemeenten/bergen/index.html"].contains("Nergens"), "it is unknown which Bergen");
    let own = &pages["gemeenten/midden-drenthe/index.html"];
    assert!(own.contains("Wijster") && own.contains("Zwiggelte"), "there is only one Midden-Drenthe: {own}");
    let lines: Vec<&str> = pages["ontmoeting/dorpen.csv"].split_terminator("\r\n").skip(1).collect();
    assert_eq!(
        lines,
        [
            ";Bergen;Nergens;1,00;1;0",
            "Limburg;Bergen;Siebengewald;1,00;1;0",
            "Noord-Holland;Bergen;Egmond;1,00;1;0",
            "Drenthe;Midden-Drenthe;Wijster;1,00;1;0",
            "Drenthe;Midden-Drenthe;Zwiggelte;1,00;1;0",
            ";;Dee;1,00;1;0",
            "Drenthe;;Aa;1,00;1;0",
            "Drenthe;;Bee;1,00;1;0",
            "Utrecht;;Cee;1,00;1;0",
        ],
        "the province follows from the municipality"
    );
    let figures = &pages["ontmoeting/index.html"];
    for row in ["Drenthe</th><td>4<", "Utrecht</th><td>1<", "Zonder provincie</th><td>2<"] {
        assert!(figures.contains(row), "{row}: {figures}");
    }
    let own = |page: &str| pages[page].contains("Drenthe</p>") || pages[page].contains("Drenthe<");
    assert!(
        own("dorpen/zwiggelte/index.html") && own("dorpen/wijster/index.html"),
        "the village has the province of its neighbour"
    );
}

/// A name in another script takes many more Latin letters, and may be joined with that of its municipality.
#[test]
fn a_very_long_name_is_shortened_in_addresses_and_stops_nothing() {
    let long = "村".repeat(100);
    let kind = json!({ "nl": "ж".repeat(80) });
    let with_event = |village: Value| {
        let times = json!([{ "event": "a", "start": "2026-11-28T10:00" }]);
        let mut village = with_event(village, "Samen", &times);
        village["events"][0]["kind"] = kind.clone();
        village
    };
    let pages = pages(&[
        with_event(village(0, &long, &long)),
        with_event(village(1, &long, &long)),
        with_event(village(2, &long, "Meppel")),
        village(3, "Echten", "De Wolden"),
    ]);
    assert!(pages["dorpen/echten/index.html"].contains("De Wolden"), "an ordinary village is still there");
    let below = |folder: &str| {
        let folder = format!("{folder}/");
        let own = pages.keys().filter_map(|path| path.strip_prefix(&folder)?.strip_suffix("/index.html"));
        own.filter(|name| !name.contains('/')).map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(below("dorpen").len(), 4, "each has its own page: {:?}", below("dorpen"));
    assert_eq!(below("gemeenten").len(), 3, "{:?}", below("gemeenten"));
    assert_eq!(below("agenda/soort").len(), 1, "{:?}", below("agenda/soort"));
    for path in pages.keys() {
        let longest = path.split('/').map(str::len).max().unwrap_or_default();
        assert!(longest <= 80, "{path}");
    }
}

#[test]
fn last_nights_event_is_not_on_todays_agenda() {
    let night = json!([{ "event": "a", "start": "2026-11-22T20:00", "end": "2026-11-23T01:00" }]);
    let camp = json!([{ "event": "a", "start": "2026-11-21T20:00", "end": "2026-11-23T10:00" }]);
    let pages = pages(&[
        with_event(village(0, "Ooster", "Meppel"), "Bal tot diep in de nacht", &night),
        with_event(village(1, "Wester", "Meppel"), "Kamp", &camp),
    ]);
    let agenda = &pages["agenda/index.html"];
    assert!(agenda.contains(">Kamp</a>"), "an event of several days is still on: {agenda}");
    assert!(!agenda.contains("Bal tot"), "{agenda}");
    assert!(!pages["dorpen/ooster/index.html"].contains("Bal tot"));
}

#[test]
fn an_event_of_several_days_has_its_times_and_is_on_at_its_hours_only() {
    let camp = json!([{ "event": "a", "start": "2026-12-11T18:00", "end": "2026-12-13T14:00" }]);
    let market = json!([{ "event": "a", "start": "2026-12-11T10:00", "end": "2026-12-13T17:00" }]);
    let pages = pages(&[
        with_event(village(0, "Ooster", "Meppel"), "Kamp", &camp),
        with_event(village(1, "Wester", "Meppel"), "Markt", &market),
    ]);
    let (ooster, wester) = (&pages["dorpen/ooster/index.html"], &pages["dorpen/wester/index.html"]);
    assert!(
        ooster.contains(">vr 11 dec 18.00</time> – <time datetime=\"2026-12-13\">zo 13 dec 14.00</time></p>")
    );
    assert!(!ooster.contains("data-starts"), "people stay there for the night: {ooster}");
    assert!(wester.contains(">zo 13 dec</time>, <span class=\"dp-whole\">10.00–17.00 uur</span></p>"));
    assert!(wester.contains("data-starts=\"2026-12-11T10:00:00+01:00\""), "{wester}");
    let day = &pages["agenda/2026/12/11/dag.json"];
    assert!(day.contains("\"vr 11 dec 18.00 – zo 13 dec 14.00\""), "{day}");
    assert!(day.contains("\"vr 11 dec – zo 13 dec, 10.00–17.00 uur\""), "{day}");
}

/// An event that began before the period adds no hours to it, however long it lasts.
#[test]
fn the_figures_of_a_portal_count_only_what_begins_in_the_period() {
    let times = json!([
        { "event": "a", "start": "2026-01-01", "end": "2026-12-31" },
        { "event": "a", "start": "2026-11-23T10:00", "end": "2026-11-23T12:00" },
    ]);
    let pages = pages(&[with_event(village(0, "Ooster", "Meppel"), "Tentoonstelling", &times)]);
    assert_eq!(
        pages["agenda/index.html"].matches(">Tentoonstelling</a>").count(),
        2,
        "the exhibition is still on the agenda"
    );
    let figures = &pages["ontmoeting/index.html"];
    assert!(figures.contains("Meppel</a></th><td>1</td><td>2,0</td><td>1</td>"), "{figures}");
}

/// Anyone who needs help must find every place, however many there are in the municipality.
#[test]
fn no_noodsteunpunt_of_a_municipality_is_left_out() {
    let villages: Vec<Value> = (0..45)
        .map(|number| {
            let mut village = village(number, &format!("Dorp {number}"), "Meppel");
            let venue = |at| json!({ "name": format!("Hulp {number}-{at}."), "emergency_point": {} });
            village["venues"] = (0..8).map(venue).collect();
            village
        })
        .collect();
    let pages = pages(&villages);
    let help = &pages["gemeenten/meppel/noodsteunpunt/index.html"];
    for (number, at) in (0..45).flat_map(|number| (0..8).map(move |at| (number, at))) {
        assert_eq!(help.matches(&format!("\">Hulp {number}-{at}.</h2>")).count(), 1, "{number}-{at}");
    }
}

#[test]
fn every_venue_of_a_municipality_is_on_exactly_one_page() {
    let with_venues = |number: usize, count: usize| {
        let mut village = village(number, &format!("Dorp {number}"), "Meppel");
        village["venues"] = (0..count).map(|at| json!({ "name": format!("Huis {number}-{at}.") })).collect();
        village
    };
    let pages = pages(&[with_venues(0, 350), with_venues(1, 350)]);
    let folder = "gemeenten/meppel/locaties/";
    let count = |path: &str| pages[&format!("{folder}{path}index.html")].matches(">Huis ").count();
    assert_eq!([count(""), count("2/"), count("3/"), count("4/")], [200, 200, 200, 100]);
    let all: String =
        pages.iter().filter(|(path, _)| path.starts_with(folder)).map(|(_, page)| page.as_str()).collect();
    for (number, at) in (0..2).flat_map(|number| (0..350).map(move |at| (number, at))) {
        assert_eq!(all.matches(&format!(">Huis {number}-{at}.<")).count(), 1, "{number}-{at}");
    }
    assert!(pages[&format!("{folder}index.html")].contains("href=\"2/\" rel=\"next\""));
    assert!(
        pages[&format!("{folder}2/index.html")].contains("pagina 3 →"),
        "{}",
        pages[&format!("{folder}2/index.html")]
    );
}

#[test]
fn kinds_can_be_chosen_even_when_most_are_equally_common() {
    let mut village = village(0, "Ooster", "Meppel");
    let event = |number: usize| json!({ "id": format!("e{number}"), "title": "Samen", "kind": { "nl": format!("soort {number:02}") } });
    village["events"] = (0..30).map(event).collect();
    let mut times: Vec<Value> =
        (0..30).map(|number| json!({ "event": format!("e{number}"), "start": "2026-11-28T10:00" })).collect();
    times.push(json!({ "event": "e29", "start": "2026-11-29T10:00" }));
    village["occurrences"] = times.into();
    let pages = pages(&[village]);
    let (_, agenda) = pages["agenda/index.html"].split_once("id=\"dp-sift-kind\"").expect("a choice");
    let (choice, _) = agenda.split_once("</select>").expect("its end");
    let named: Vec<usize> = (0..30).filter(|number| choice.contains(&format!("soort {number:02}"))).collect();
    let wanted: Vec<usize> = (0..23).chain([29]).collect();
    assert_eq!(named, wanted, "the most frequent kind, then the first by name");
    assert!(choice.find("soort 29") > choice.find("soort 22"), "sorted by name");
}

/// A calendar program treats entries with the same UID as one, and shows only the last.
#[test]
fn a_cancelled_event_and_its_replacement_have_different_uids() {
    let time = |start: &str, status: &str| json!({ "event": "a", "start": start, "status": status });
    let times = json!([
        time("2026-11-28T10:00", "cancelled"),
        time("2026-11-28", "scheduled"),
        time("2026-11-28T10:00", "scheduled"),
        time("2026-11-29T10:00", "scheduled"),
    ]);
    let other = json!([time("2026-11-28T10:00", "scheduled")]);
    let pages = pages(&[
        with_event(village(0, "Ooster", "Meppel"), "Koffie", &times),
        with_event(village(1, "Wester", "Meppel"), "Koffie", &other),
    ]);
    let uids = |path: &str| -> Vec<String> {
        let lines = pages[path].replace("\r\n ", "");
        lines.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let mut all = uids("agenda.ics");
    let (mut ooster, wester) = (uids("dorpen/ooster/agenda.ics"), uids("dorpen/wester/agenda.ics"));
    all.sort();
    ooster.extend(wester);
    ooster.sort();
    assert_eq!(all, ooster, "the same UIDs in every calendar");
    assert_eq!(
        all,
        [
            "UID:a.20261128-2.dorp-0.example@region.dorpsplein",
            "UID:a.20261128-3.dorp-0.example@region.dorpsplein",
            "UID:a.20261128.dorp-0.example@region.dorpsplein",
            "UID:a.20261128.dorp-1.example@region.dorpsplein",
            "UID:a.20261129.dorp-0.example@region.dorpsplein",
        ]
    );
}

#[test]
fn an_event_of_several_days_is_found_on_each_of_them() {
    let times = json!([
        { "event": "a", "start": "2026-11-28", "end": "2027-01-05" },
        { "event": "a", "start": "2026-12-05T10:00", "end": "2026-12-05T12:00" },
    ]);
    let pages = pages(&[with_event(village(0, "Empel", "Oss"), "Tentoonstelling", &times)]);
    for day in ["2026/11/28", "2026/12/10", "2027/01/05"] {
        let page = &pages[&format!("agenda/{day}/index.html")];
        assert!(page.contains("Tentoonstelling") && page.contains("za 28 nov"), "{day}: {page}");
    }
    assert!(!pages.contains_key("agenda/2027/01/06/index.html"));
    assert!(pages["agenda/2027/01/index.html"].contains("5 januari"), "it is on a later month too");
    let file =
        |day: &str| serde_json::from_str::<Value>(&pages[&format!("agenda/{day}/dag.json")]).expect("JSON");
    assert_eq!(file("2026/11/28")["r"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (file("2026/12/10")["r"].as_array().map(Vec::len), &file("2026/12/10")["g"][0][1]),
        (Some(0), &"Tentoonstelling".into())
    );
    let both = &pages["agenda/2026/12/05/index.html"];
    assert_eq!(both.matches("Tentoonstelling").count(), 2, "one that begins and one that is under way");
}

/// A village with many events that last a year does not fill every day of it.
#[test]
fn only_a_few_long_events_are_repeated_on_every_day() {
    let times: Vec<Value> =
        (0..40).map(|hour| json!({ "event": "a", "start": format!("2026-11-24T{:02}:{:02}", hour / 2, hour % 2 * 30), "end": "2027-11-20" })).collect();
    let pages = pages(&[with_event(village(0, "Empel", "Oss"), "Altijd", &times.into())]);
    let file = serde_json::from_str::<Value>(&pages["agenda/2026/12/10/dag.json"]).expect("JSON");
    assert_eq!(file["g"].as_array().map(Vec::len), Some(5));
}

#[test]
fn an_occurrence_published_twice_is_counted_once() {
    let time = json!({ "event": "a", "start": "2026-11-28T10:00", "end": "2026-11-28T11:00" });
    let pages = pages(&[with_event(village(0, "Empel", "Oss"), "Koffie", &json!([time, time]))]);
    assert!(
        pages["ontmoeting/dorpen.csv"].contains("Drenthe;Oss;Empel;1,00;1;0"),
        "{}",
        pages["ontmoeting/dorpen.csv"]
    );
}

#[test]
fn every_news_item_has_a_unique_id() {
    let mut one = village(0, "Empel", "Oss");
    one["news"] = json!([
        { "title": "Een", "date": "2026-11-20" },
        { "title": "Twee", "date": "2026-11-20" },
        { "title": "Twee", "date": "2026-11-20" },
        { "title": "Drie", "date": "2026-11-21", "url": "https://dorp-0.example/nieuws/drie/" },
    ]);
    let pages = pages(&[one]);
    let feed: Value = serde_json::from_str(&pages["feed.json"]).expect("JSON");
    let ids: Vec<&str> =
        feed["items"].as_array().expect("a list").iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(
        ids,
        [
            "https://dorp-0.example/nieuws/drie/",
            "https://dorp-0.example/#2026-11-20-een",
            "https://dorp-0.example/#2026-11-20-twee",
            "https://dorp-0.example/#2026-11-20-twee-2",
        ]
    );
    assert!(
        ids.iter().all(|id| pages["feed.xml"].contains(&format!("<id>{id}</id>"))),
        "{}",
        pages["feed.xml"]
    );
}

#[test]
fn every_village_has_a_unique_name_in_the_filter() {
    let pages = pages(&[village(0, "Beers", "Cuijk"), village(1, "Beers", "Cuijk"), village(2, "Ee", "Oss")]);
    let list: Value = serde_json::from_str(&pages["dorpen/dorpen.json"]).expect("JSON");
    let names: Vec<&str> =
        list.as_array().expect("a list").iter().filter_map(|one| one[0].as_str()).collect();
    assert_eq!(names, ["Beers (dorp-0.example)", "Beers (dorp-1.example)", "Ee"]);
}
