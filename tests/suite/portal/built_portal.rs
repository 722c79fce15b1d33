//! Builds the portal whose pages the tests inspect, once for all of them: four villages, one of them hostile.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::support::{Folder, VILLAGE, build, tree};

pub const PORTAL: &str = "naam: Reestdorpen\nomschrijving: Alle dorpen.\nwebadres: https://reest.example\nsoort: portaal\nbronnen: [dorpen]\n";

/// The name that a hostile village gives to everything.
pub const HOSTILE: &str = "<script>alert(1)</script>Feest\" onmouseover=\"alert(2)' {{ 7 * 7 }} &lt;b&gt;";

/// One occurrence of an event.
pub struct Occurrence<'h> {
    pub title: &'h str,
    pub start: &'h str,
    pub end: &'h str,
    pub status: &'h str,
}

/// Returns the `dorp.json` of a village with one venue.
pub fn village(name: &str, place: (f64, f64), municipality: &str, occurrences: &[Occurrence<'_>]) -> Value {
    let home = format!("https://{}.example", name.to_lowercase());
    let events = occurrences.iter().enumerate().map(|(number, it)| {
        json!({
            "id": format!("e{number}"), "title": it.title, "url": format!("{home}/agenda/e{number}/"),
            "kind": { "id": "koffieochtend", "nl": "koffieochtend", "en": "coffee morning" },
            "venue": { "kind": "venue", "id": "huis" }, "cost": "gratis",
        })
    });
    let occurrences = occurrences.iter().enumerate().map(|(number, it)| {
        json!({ "event": format!("e{number}"), "start": it.start, "end": it.end, "status": it.status })
    });
    json!({
        "dorp": 1, "updated": "2026-11-22",
        "village": { "name": name, "municipality": municipality, "province": "Drenthe", "url": home },
        "venues": [{
            "id": "huis", "name": format!("Huis van {name}"), "url": format!("{home}/locaties/huis/"),
            "address": { "street": "Brink 1", "place": name }, "location": { "lat": place.0, "lon": place.1 },
            "emergency_point": { "functions": [{ "id": "informatie", "nl": "informatie" }] },
        }],
        "events": events.collect::<Vec<_>>(),
        "news": [{
            "title": format!("Nieuws uit {name}"), "date": "2026-11-21", "url": format!("{home}/nieuws/n/"),
            "summary": "Er is nieuws & meer.",
        }],
        "occurrences": occurrences.collect::<Vec<_>>(),
    })
}

/// Adds the document of a village to those that the portal reads.
pub fn add_village(site: &Folder, folder: &str, document: &Value) {
    site.write(&format!("dorpen/{folder}/dorp.json"), document.to_string());
}

/// Returns an occurrence that takes place as planned.
pub const fn scheduled<'h>(title: &'h str, start: &'h str, end: &'h str) -> Occurrence<'h> {
    Occurrence { title, start, end, status: "scheduled" }
}

/// Returns a portal of four villages: one that the program built, two close together, and a hostile one.
pub fn portal() -> Folder {
    let site = Folder::with(&[
        ("site.yaml", PORTAL),
        ("nieuws/2026-11-22-streekdag.md", "---\ntitel: Er komt een streekdag\n---\n\nKom ook.\n"),
        (
            "agenda/streekdag.md",
            "---\ntitel: Streekdag\nsoort: dorpsfeest\ndatum: 2026-12-05\nbegin: 10.00\neinde: 16.00\n---\n\nKom.\n",
        ),
        ("locaties/streekhuis.md", "---\nnaam: Streekhuis\n---\n"),
        ("paginas/over.md", "---\ntitel: Over ons\n---\n\nWij zijn alle dorpen.\n"),
    ]);
    let own = Folder::with(VILLAGE);
    let ran = build(own.path(), &site.join("dorpen/testdorp"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let wester = [
        scheduled("Koffie in Wester", "2026-11-24T10:00", "2026-11-24T11:30"),
        scheduled("Kamp", "2026-12-07", "2026-12-09"),
        Occurrence { status: "cancelled", ..scheduled("Bingo", "2026-11-25T20:00", "2026-11-25T22:00") },
        scheduled("Nachtloop", "2026-11-27T23:00", "2026-11-28T01:00"),
    ];
    add_village(&site, "wester", &village("Wester", (52.80, 6.30), "Meppel", &wester));
    let ooster = [scheduled("Zang in Ooster", "2026-11-24T19:30", "2026-11-24T21:30")];
    add_village(&site, "ooster", &village("Ooster", (52.83, 6.30), "Meppel", &ooster));
    let hostile = [scheduled(HOSTILE, "2026-11-26T10:00", "2026-11-26T11:00")];
    let mut hostile = village("Ver", (53.20, 6.90), "Delfzijl", &hostile);
    hostile["village"]["tagline"] = HOSTILE.into();
    hostile["venues"][0]["name"] = HOSTILE.into();
    hostile["news"][0]["title"] = HOSTILE.into();
    hostile["news"][0]["summary"] = HOSTILE.into();
    add_village(&site, "ver", &hostile);
    site
}

/// Returns the files of the portal, which is built once for all tests.
pub fn pages() -> &'static BTreeMap<String, String> {
    static PAGES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAGES.get_or_init(|| build_and_read(&portal()))
}

/// Builds a portal and returns its files.
pub fn build_and_read(site: &Folder) -> BTreeMap<String, String> {
    let output = site.join("uit");
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 0, "{}", ran.said());
    read(&output)
}

/// Reads the files of a site as text.
pub fn read(output: &Path) -> BTreeMap<String, String> {
    let files = tree(output).into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

/// Returns a page of the portal.
pub fn page(path: &str) -> &'static str {
    let file = format!("{path}index.html");
    pages().get(&file).unwrap_or_else(|| panic!("{file} is missing: {:?}", pages().keys()))
}

/// Returns the list items on a page that contain these words.
pub fn lines<'p>(page: &'p str, words: &str) -> Vec<&'p str> {
    page.split("<li ").filter(|line| line.contains(words)).collect()
}
