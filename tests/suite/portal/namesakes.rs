//! Villages of one name in one region: whoever chooses one, sees which it is.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::portal::odd_villages::{happening, pages, village};

/// The options of the filter, and those that stand beside what is on a day.
fn names(file: &str, of: &str) -> Vec<String> {
    let told: Value = serde_json::from_str(file).expect("JSON");
    let list = if of.is_empty() { &told } else { &told[of] };
    list.as_array().expect("a list").iter().map(|one| one[0].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn villages_of_one_name_are_told_apart_wherever_one_is_chosen() {
    let coffee = |village: Value| {
        let start = json!([{ "event": "a", "start": "2026-12-01T10:00", "end": "2026-12-01T11:00" }]);
        let mut told = happening(village, "Koffie", &start);
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
    assert!(is_all(names(day, "v")), "beside what is on, they are called the same: {day}");
    for page in ["agenda/index.html", "nieuws/index.html", "locaties/index.html", "noodsteunpunt/index.html"]
    {
        for name in all {
            assert!(pages[page].contains(&format!(">{name}<")), "{page} has no {name}: {}", pages[page]);
        }
    }
    // Below its municipality a name is clear, unless there are two of it.
    let list = &pages["dorpen/index.html"];
    for name in ["Aa", "Ee", "Oe (dorp-4.example)", "Oe (dorp-5.example)", "Eé (Utrecht)"] {
        assert!(list.contains(&format!(">{name}</a>")), "{name}: {list}");
    }
    assert!(!list.contains("Ee (Goeree)"), "{list}");
    assert!(pages["agenda.ics"].contains("SUMMARY:Koffie (Ee\\, Goeree)"), "{}", pages["agenda.ics"]);
    let feed = &pages["feed.xml"];
    assert!(feed.contains("<name>Ee (Goeree)</name>"), "{feed}");
}
