//! Tests one-off changes of an event on a portal: the village publishes them, the portal sends nobody to the
//! wrong place, and its calendars keep the UID and the age of each occurrence.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::calendar::values;
use crate::support::{Folder, TODAY, VILLAGE, build, run, tree};

const PORTAL: &str =
    "naam: Reestdorpen\nwebadres: https://reest.example\nsoort: portaal\nbronnen: [dorpen]\n";

/// Every Thursday in the village hall, with six changes.
const CLUB: &str = "---\ntitel: Soos\nherhaling: elke donderdag\nvanaf: 2026-11-26\ntot: 2027-01-07\nbegin: 20.00\neinde: 22.00\nlocatie: dorpshuis\ngewijzigd: 2026-11-20\nwijzigingen:\n  - datum: 2026-12-03\n    titel: Soos met kerststukjes\n    locatie: kerk\n    zaal: Consistorie\n    tekst: Neem een schaar mee.\n  - datum: 2026-12-10\n    naar: 2026-12-11\n  - datum: 2026-12-17\n    begin: 19.00\n  - datum: 2026-12-24\n    locatie: De Kroeg, Brink 2, 7799 AB Verderop\n  - datum: 2026-12-31\n    status: afgelast\n    tekst: Het is oudjaar.\n  - datum: 2027-01-07\n    locatie: honk\n---\n\nKom.\n";

fn village(club: &str) -> Folder {
    let site = Folder::with(VILLAGE);
    site.write(
        "locaties/kerk.md",
        "---\nnaam: De Kerk\nadres: Kerkweg 3, 7799 AA Testdorp\n---\n\nDe kerk.\n",
    );
    site.write("locaties/honk.md", "---\nnaam: Het Honk\npubliceren_vanaf: 2027-01-01\n---\n");
    site.write("agenda/soos.md", club);
    site
}

/// Builds a village with this club and a portal of it; returns the village's document and the portal's pages.
fn portal_of(club: &str) -> (Value, BTreeMap<String, String>) {
    let (own, portal) = (village(club), Folder::with(&[("site.yaml", PORTAL)]));
    let ran = build(own.path(), &portal.join("dorpen/testdorp"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let told = serde_json::from_str(&portal.read("dorpen/testdorp/dorp.json")).expect("JSON");
    (told, pages(&portal, TODAY))
}

fn pages(portal: &Folder, today: &str) -> BTreeMap<String, String> {
    let (site, output) = (portal.path().to_str().expect("a path"), portal.join(today));
    let ran = run(&["build", site, "--output", output.to_str().expect("a path"), "--today", today]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let files = tree(&output).into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

/// Returns the calendar with its folded lines joined.
fn calendar(pages: &BTreeMap<String, String>) -> String {
    pages["agenda.ics"].replace("\r\n ", "").replace("\r\n", "\n")
}

/// Returns the component of a calendar that starts at this moment.
fn component<'c>(calendar: &'c str, start: &str) -> &'c str {
    let found = calendar.split("BEGIN:VEVENT\n").find(|it| it.contains(&format!(":{start}\nDTEND")));
    found.unwrap_or_else(|| panic!("{start}: {calendar}"))
}

#[test]
fn an_occurrence_publishes_only_what_differs_from_its_event() {
    let (told, _) = portal_of(CLUB);
    let of_club = told["occurrences"].as_array().expect("a list").iter().filter(|it| it["event"] == "soos");
    let times: Vec<&Value> = of_club.collect();
    assert_eq!(
        times[..2],
        [
            &json!({ "event": "soos", "start": "2026-11-26T20:00", "end": "2026-11-26T22:00", "status": "scheduled" }),
            &json!({
                "event": "soos", "start": "2026-12-03T20:00", "end": "2026-12-03T22:00", "status": "scheduled",
                "title": "Soos met kerststukjes", "venue": { "kind": "venue", "id": "kerk" },
                "room": ["Consistorie"], "text": "Neem een schaar mee.",
            }),
        ]
    );
    assert_eq!(times[2]["announced"], "2026-12-10T20:00", "{times:?}");
    assert_eq!(times[3]["announced"], "2026-12-17T20:00", "{times:?}");
    assert_eq!(
        times[6]["venue"],
        json!({ "name": "Het Honk" }),
        "a venue without a page is given by its name: {times:?}"
    );
    assert_eq!(times[4]["venue"]["name"], "De Kroeg", "{times:?}");
    assert_eq!(times[4]["venue"]["address"]["place"], "Verderop", "{times:?}");
    assert_eq!(times[5]["text"], "Het is oudjaar.", "{times:?}");
    let events = told["events"].as_array().expect("a list");
    let revised = |id: &str| events.iter().find(|it| it["id"] == id).map(|it| it["revised"].clone());
    assert_eq!(revised("soos"), Some("2026-11-20T00:00:00Z".into()));
    assert_eq!(revised("koffie"), Some(Value::Null), "its age is unknown");
}

#[test]
fn a_portal_sends_nobody_to_the_wrong_place() {
    let (_, pages) = portal_of(CLUB);
    let day = |day: &str| &pages[&format!("agenda/2026/12/{day}/index.html")];
    let changed = day("03");
    for words in [
        ">Soos met kerststukjes</a>",
        "De Kerk, Consistorie</p>",
        "<p>Neem een schaar mee.</p>",
        "dp-status-other_place",
    ] {
        assert!(changed.contains(words), "{words}: {changed}");
    }
    assert!(!changed.contains("Dorpshuis"), "{changed}");
    let moved = day("11");
    assert!(
        moved.contains("dp-status-moved") && moved.contains(">was donderdag 10 december 2026<"),
        "{moved}"
    );
    let later = day("17");
    assert!(later.contains("dp-status-other_time") && later.contains(">was 20.00 uur<"), "{later}");
    assert!(day("24").contains("De Kroeg") && !day("24").contains("Dorpshuis"), "{}", day("24"));
    assert!(day("31").contains("<p>Het is oudjaar.</p>"), "{}", day("31"));
    assert!(pages["agenda/index.html"].contains(">Soos met kerststukjes</a>"));
    let usual = &pages["agenda/2026/11/26/index.html"];
    assert!(usual.contains("Dorpshuis") && !usual.contains("dp-status"), "{usual}");
    // The filter of the agenda shows the same.
    let row: Value = serde_json::from_str(&pages["agenda/2026/12/03/dag.json"]).expect("JSON");
    let row = &row["r"][0];
    assert_eq!(
        (&row[1], &row[5], &row[9]),
        (&json!("Soos met kerststukjes"), &json!("De Kerk, Consistorie"), &json!("Neem een schaar mee."))
    );
    let row: Value = serde_json::from_str(&pages["agenda/2026/12/11/dag.json"]).expect("JSON");
    assert_eq!(row["r"][0][9], "was donderdag 10 december 2026");
}

#[test]
fn a_portal_calendar_shows_changes_and_keeps_its_uids() {
    let (_, pages) = portal_of(CLUB);
    let changed = calendar(&pages);
    let once = component(&changed, "20261203T200000");
    for line in [
        "SUMMARY:Soos met kerststukjes (Testdorp)\n",
        "LOCATION:De Kerk\\, Consistorie\\, Kerkweg 3\\, 7799 AA Testdorp\n",
        "DESCRIPTION:Neem een schaar mee.\\n\\nKom.\\n\\nhttps",
        "DTSTAMP:20261120T000000Z\nLAST-MODIFIED:20261120T000000Z\nSEQUENCE:465120\n",
    ] {
        assert!(once.contains(line), "{line}: {once}");
    }
    let moved = component(&changed, "20261211T200000");
    assert!(moved.contains("DESCRIPTION:Verplaatst: was donderdag 10 december 2026\\n\\nKom."), "{moved}");
    assert!(
        component(&changed, "20261224T200000").contains("LOCATION:De Kroeg\\, Brink 2\\, 7799 AB Verderop\n")
    );
    // On another day or at another hour it is still the same occurrence of the same event.
    let plain =
        CLUB.split("wijzigingen:").next().expect("a beginning").replace("begin: 20.00", "begin: 19.30");
    let plain = calendar(&portal_of(&format!("{plain}---\n\nKom.\n")).1);
    let sorted_uids = |calendar: &str| {
        let mut uids = values(calendar, "UID");
        uids.sort();
        uids
    };
    assert_eq!(sorted_uids(&plain), sorted_uids(&changed));
    assert!(
        sorted_uids(&plain).contains(&"soos.20261210.testdorp.example@region.dorpsplein".to_owned()),
        "{plain}"
    );
}

/// Returns the document of a village on a day, as another program or an older version of ours writes it.
fn old_document(updated: &str) -> String {
    json!({
        "dorp": 1, "updated": updated,
        "village": { "name": "Ooster", "url": "https://ooster.example" },
        "events": [{ "id": "a", "title": "Bingo" }],
        "occurrences": [{ "event": "a", "start": "2026-12-24T20:00", "end": "2026-12-24T22:00" }],
    })
    .to_string()
}

#[test]
fn a_portal_calendar_does_not_change_overnight() {
    let portal = Folder::with(&[("site.yaml", PORTAL)]);
    let on = |today: &str| {
        portal.write("dorpen/ooster/dorp.json", old_document(today));
        calendar(&pages(&portal, today))
    };
    let (early, late) = (on("2026-11-24"), on("2026-11-25"));
    assert_eq!(early, late);
    assert_eq!(values(&early, "SEQUENCE"), ["0"]);
    assert_eq!(values(&early, "DTSTAMP"), ["20260101T000000Z"]);
    let told = old_document("2026-11-24")
        .replace(r#""title":"Bingo""#, r#""title":"Bingo","revised":"2026-11-23T19:30:00Z""#);
    portal.write("dorpen/ooster/dorp.json", &told);
    assert_eq!(values(&calendar(&pages(&portal, TODAY)), "LAST-MODIFIED"), ["20261123T193000Z"]);
    // A revision in the future does not count.
    portal.write("dorpen/ooster/dorp.json", told.replace("2026-11-23T", "2099-11-23T"));
    assert_eq!(values(&calendar(&pages(&portal, TODAY)), "SEQUENCE"), ["0"]);
}
