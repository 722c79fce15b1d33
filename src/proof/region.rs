//! A portal with the documents of its villages, as if gathered: one as it should be, one with little in it,
//! one with too much and names that are too long, and some with the maximum number of noodsteunpunten.

use crate::ground::{Date, Json, checksum, compact_json, json};
use crate::read::{Gathered, GatheredDocument, GatheredSource, StoredCopy};

const SITE: &str = "naam: Dorpen langs de Reest\nomschrijving: Wat er te doen is.\nondertitel: Van dorp tot dorp\nwebadres: https://reest.example\nsoort: portaal\nbronnen: [dorpen]\nwelkom: Welkom in de dorpen.\nandere_talen: [de]\n";

const OWN: &[(&str, &str)] = &[
    (
        "agenda/streekdag.md",
        "---\ntitel: Streekdag\nsoort: dorpsfeest\ndatum: 5 december 2026\nbegin: 10.00\neinde: 16.00\nlocatie: streekhuis\n---\n\nAlle dorpen komen.\n",
    ),
    (
        "nieuws/2026-11-20-streekdag.md",
        "---\ntitel: Er komt een streekdag\nsamenvatting: Op 5 december.\nonderwerpen: dorpsraad\n---\n\nKom ook.\n",
    ),
    (
        "locaties/streekhuis.md",
        "---\nnaam: Streekhuis\nadres: Brink 1, 7999 AA Reestdorp\nnoodsteunpunt:\n  status: pilot\n  functies: informatie\n  gecontroleerd_op: 2026-10-01\n---\n",
    ),
    ("organisaties/vereniging.md", "---\nnaam: Vereniging van dorpen\n---\n"),
    ("paginas/over.md", "---\ntitel: Over dit portaal\n---\n\nDit is van alle dorpen samen.\n"),
];

/// Returns the files of the portal, including its store.
pub(super) fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("site.yaml".to_owned(), SITE.as_bytes().to_vec())];
    files.extend(OWN.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    let documents =
        [lutterwolde(), oosterhoek(), overfull_village()].into_iter().chain((1..=4).map(emergency_village));
    let documents = documents.map(|document| compact_json(&document));
    let mut source = GatheredSource { typed: "dorpen".to_owned(), ..GatheredSource::default() };
    for (number, text) in documents.enumerate() {
        let bytes = text.into_bytes();
        let copy = StoredCopy {
            sum: checksum(&bytes),
            day: Date::constant(2026, 11, 23),
            etag: None,
            modified: None,
        };
        files.push((format!(".dorpsplein/bronnen/{}", copy.name()), bytes));
        let from = format!("dorpen/{number}/dorp.json");
        source.documents.push(GatheredDocument {
            from,
            copy: Some(copy),
            trouble: None,
            refused: None,
            gone: None,
            line: None,
        });
    }
    let list = Gathered { sources: vec![source], stale: Vec::new() }.written();
    files.push((".dorpsplein/bronnen/lijst.json".to_owned(), list.into_bytes()));
    files
}

fn word(nl: &str, en: &str) -> Json {
    json!({ "id": nl.replace(' ', "-"), "nl": nl, "en": en })
}

/// A village as it should be.
fn lutterwolde() -> Json {
    let home = "https://lutterwolde.example";
    json!({
        "dorp": 1, "updated": "2026-11-22",
        "village": {
            "name": "Lutterwolde", "tagline": "Dorp aan het water", "municipality": "Westerveld", "province": "Drenthe",
            "url": home,
        },
        "venues": [{
            "id": "esrand", "name": "De Esrand", "url": format!("{home}/locaties/esrand/"),
            "kind": word("dorpshuis", "village hall"),
            "address": { "street": "Brink 12", "postcode": "7799 AB", "place": "Lutterwolde" },
            "location": { "lat": 52.8000, "lon": 6.3000 },
            "accessibility": { "wheelchair": word("ja", "yes") },
        }],
        "events": [
            {
                "id": "koffie", "title": "Koffieochtend", "url": format!("{home}/agenda/koffie/"),
                "kind": word("koffieochtend", "coffee morning"),
                "venue": { "kind": "venue", "id": "esrand" }, "cost": { "cents": 250 },
            },
            { "id": "kamp", "title": "Zomerkamp", "url": format!("{home}/agenda/kamp/"), "cost": "een bijdrage" },
        ],
        "news": [{
            "title": "Nieuwe stoelen", "date": "2026-11-20", "url": format!("{home}/nieuws/stoelen/"),
            "summary": "Er zijn nieuwe stoelen.",
        }],
        "occurrences": [
            { "event": "koffie", "start": "2026-11-24T10:00", "end": "2026-11-24T11:30", "status": "scheduled" },
            { "event": "koffie", "start": "2026-12-01T10:00", "end": "2026-12-01T11:30", "status": "cancelled" },
            {
                "event": "koffie", "start": "2026-12-09T14:00", "end": "2026-12-09T15:30", "status": "moved",
                "announced": "2026-12-08T10:00", "title": "Thee", "venue": "Kerk", "room": ["Consistorie"], "text": LONG,
            },
            { "event": "kamp", "start": "2027-07-05", "end": "2027-07-09", "status": "scheduled" },
        ],
    })
}

/// A village with little in it.
fn oosterhoek() -> Json {
    json!({
        "dorp": 1,
        "village": { "name": "Oosterhoek", "url": "https://oosterhoek.example" },
        "venues": [{ "id": "kerk", "name": "Kerk", "location": { "lat": 52.8100, "lon": 6.3100 } }],
        "events": [{ "id": "inloop", "title": "Inloop", "cost": "gratis" }],
        "occurrences": [{ "event": "inloop", "start": "2026-11-25" }],
    })
}

const LONG: &str = "Dorpshuisvrijwilligersverenigingsbestuursvergadering op een avond die nooit lijkt op te houden, 𝒶𝓁𝓁𝑒𝓈 & <b>meer</b>";

fn point() -> Json {
    json!({
        "status": word("pilot", "pilot"), "opens_at": [word("stroomuitval", "power cut")], "within_hours": 4,
        "functions": [word("informatie", "information")], "not_offered": [word("overnachting", "place to sleep")],
        "bring": ["zaklamp"], "checked_on": "2024-01-01", "notes": LONG,
    })
}

/// A village with as many noodsteunpunten as are accepted from one.
fn emergency_village(number: usize) -> Json {
    let venues = (0..10).map(|at| json!({ "name": format!("Hulppost {at}"), "emergency_point": point() }));
    json!({
        "dorp": 1,
        "village": {
            "name": format!("Hulpdorp {number}"), "municipality": "De Wolden", "province": "Drenthe",
            "url": format!("https://hulp-{number}.example"),
        },
        "venues": venues.collect::<Json>(),
    })
}

/// A village with too much in it.
fn overfull_village() -> Json {
    let home = "https://veel.example";
    let long = LONG;
    let name: String = format!("Groot-{long}").chars().take(100).collect();
    let venues = (0..210).map(|number| {
        json!({
            "id": format!("zaal-{number}"), "name": format!("{name} {number}"), "url": format!("{home}/locaties/{number}/"),
            "kind": word("dorpshuis", "village hall"),
            "emergency_point": (number < 10).then(point),
        })
    });
    let event = |number: usize| {
        json!({
            "id": format!("avond-{number}"), "title": format!("{long} {number}"), "url": format!("{home}/agenda/{number}/"),
            "kind": word("koffieochtend", "coffee morning"), "venue": { "kind": "venue", "id": "zaal-1" },
        })
    };
    let occurrence = |number: usize| {
        let (hour, minute) = (8 + number / 60, number % 60);
        json!({ "event": format!("avond-{number}"), "start": format!("2026-11-28T{hour:02}:{minute:02}") })
    };
    let news = (0..30).map(|number| {
        json!({ "title": format!("{long} {number}"), "date": "2026-10-01", "url": format!("{home}/nieuws/{number}/") })
    });
    json!({
        "dorp": 1,
        "village": { "name": name, "municipality": "De Wolden", "province": "Drenthe", "url": home },
        "venues": venues.collect::<Json>(),
        "events": (0..250).map(event).collect::<Json>(),
        "news": news.collect::<Json>(),
        "occurrences": (0..250).map(occurrence).collect::<Json>(),
    })
}
