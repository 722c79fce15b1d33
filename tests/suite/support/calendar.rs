//! The smallest village with events, and the calendar that is built from it.

use super::{Folder, build};

/// Returns the smallest village with these events: a file name below `agenda/` and the fields in that file.
pub fn village_of(events: &[(&str, &str)]) -> Folder {
    let site = Folder::with(&[("site.yaml", "naam: Testdorp\nwebadres: https://testdorp.example\n")]);
    for (name, fields) in events {
        site.write(&format!("agenda/{name}.md"), format!("---\n{fields}\n---\n"));
    }
    site
}

/// Builds the village and returns the calendar of an event, with folded lines joined.
pub fn calendar(site: &Folder, event: &str) -> String {
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    site.read(&format!("public/agenda/{event}/agenda.ics")).replace("\r\n ", "").replace("\r\n", "\n")
}

/// Returns the values of a property, in the order of the calendar.
pub fn values(calendar: &str, property: &str) -> Vec<String> {
    let of = |line: &str| {
        let (name, value) = line.split_once(':')?;
        (name.split(';').next() == Some(property)).then(|| value.to_owned())
    };
    // The properties of the time zone are not those of an event.
    let events = calendar.split_once("END:VTIMEZONE\n").expect("a zone").1;
    events.lines().filter_map(of).collect()
}

/// Coffee on Tuesdays: one is cancelled and one is a day later.
pub const COFFEE: &str = "titel: Koffie\nherhaling: elke dinsdag\nbegin: 10.00\neinde: 11.30\nwijzigingen:\n  - datum: 2026-12-01\n    status: afgelast\n    tekst: De kachel is stuk.\n  - datum: 2026-12-08\n    naar: 2026-12-09";
