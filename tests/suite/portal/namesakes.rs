//! Tests villages with the same name in one region: wherever one is chosen, it is clear which one it is.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::portal::odd_villages::{pages, village, with_event};

/// Returns the village names in a file of the agenda filter: in the whole file, or in its list of this name.
fn names(file: &str, of: &str) -> Vec<String> {
    let told: Value = serde_json::from_str(file).expect("JSON");
    let list = if of.is_empty() { &told } else { &told[of] };
    list.as_array().expect("a list").iter().map(|one| one[0].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn namesakes_can_be_told_apart_wherever_a_village_is_chosen() {
    let coffee = |village: Value| {
        let start = json!([{ "event": "a", "start": "2026-12-01T10:00", "end": "2026-12-01T11:00" }]);
        let mut told = with_event(village, "Koffie", &start);
        told["venues"] = json!([{ "id": "zaal", "name": "Zaal", "emergency_point": {} }]);
        told["news"] = json!([{ "title": "Nieuws", "date": "2026-11-20" }]);
        told
    };
    let mut elsewhere = village(3, "Ee", "");
    elsewhere["village"]["province"] = Value::Null;
    let mut inland = village(2, "Eé", "");
    inland["village"]["province"] = "Utrecht".into();
    let pages = pages(&[
        coffee(village(0, "Ee", "Noardeast-Fryslân")),
        coffee(village(1, "Ee", "Goeree")),
        coffee(inland),
        coffee(elsewhere),
        coffee(village(4, "Oe", "Goeree")),
        coffee(village(5, "Oe", "Goeree")),
        coffee(village(6, "Aa", "Goeree")),
    ]);
    let all = [
        "Aa",
        "Ee (Goeree)",
        "Ee (Noardeast-Fryslân)",
        "Ee (dorp-3.example)",
        "Eé (Utrecht)",
        "Oe (dorp-4.example)",
        "Oe (dorp-5.example)",
    ];
    let is_all =
        |names: Vec<String>| names.into_iter().collect::<BTreeSet<_>>() == all.map(str::to_owned).into();
    assert!(is_all(names(&pages["dorpen/dorpen.json"], "")), "{}", pages["dorpen/dorpen.json"]);
    let day = &pages["agenda/2026/12/01/dag.json"];
    assert!(is_all(names(day, "v")), "the events of a day use the same names: {day}");
    for page in ["agenda/index.html", "nieuws/index.html", "locaties/index.html", "noodsteunpunt/index.html"]
    {
        for name in all {
            assert!(pages[page].contains(&format!(">{name}<")), "{page} has no {name}: {}", pages[page]);
        }
    }
    // Under the heading of its municipality a name is clear, unless two villages there share it.
    let list = &pages["dorpen/index.html"];
    for name in ["Aa", "Ee", "Oe (dorp-4.example)", "Oe (dorp-5.example)", "Eé (Utrecht)"] {
        assert!(list.contains(&format!(">{name}</a>")), "{name}: {list}");
    }
    assert!(!list.contains("Ee (Goeree)"), "{list}");
    assert!(pages["agenda.ics"].contains("SUMMARY:Koffie (Ee\\, Goeree)"), "{}", pages["agenda.ics"]);
    let feed = &pages["feed.xml"];
    assert!(feed.contains("<name>Ee (Goeree)</name>"), "{feed}");
}
