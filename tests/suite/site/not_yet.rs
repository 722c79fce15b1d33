//! Drafts and entries that are not published yet are nowhere on the site: not on pages, in calendars, data or
//! the menu. If something published refers to one, it gives the name and nothing more.

use crate::support::{Folder, build, tree};

const SITE: &[(&str, &str)] = &[
    (
        "site.yaml",
        "naam: Testdorp\nwebadres: https://testdorp.example\nnavigatie:\n  - naar: geheim\n  - naar: open\n",
    ),
    (
        "locaties/later.md",
        "---\nnaam: Nieuw dorpshuis\nadres: Geheimstraat 5, 7948 AB Stil\ncoordinaten: 52.512, 6.634\npubliceren_vanaf: 1 januari 2027\n---\n",
    ),
    ("paginas/geheim.md", "---\ntitel: Geheimpagina\nconcept: ja\n---\nNog niet af.\n"),
    ("paginas/open.md", "---\ntitel: Openpagina\n---\nWelkom.\n"),
    ("agenda/koffie.md", "---\ntitel: Koffie\ndatum: 5 december 2026\nbegin: 10.00\nlocatie: later\n---\n"),
    (
        "agenda/soep.md",
        "---\ntitel: Soep\nherhaling: elke maandag\nbegin: 18.00\nwijzigingen:\n  7 december 2026:\n    locatie: later\n---\n",
    ),
];

#[test]
fn the_address_of_an_unpublished_venue_is_nowhere() {
    let site = Folder::with(SITE);
    let output = site.join("public");
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let made = tree(&output);
    for (path, bytes) in &made {
        let text = String::from_utf8_lossy(bytes);
        for secret in ["Geheimstraat", "7948", "52.512", "6.634", "Geheimpagina"] {
            assert!(!text.contains(secret), "{secret} in {path}");
        }
    }
    let calendar = String::from_utf8_lossy(&made["agenda.ics"]).into_owned();
    assert!(calendar.contains("LOCATION:Nieuw dorpshuis"), "visitors must know where to go: {calendar}");
    let home = String::from_utf8_lossy(&made["index.html"]).into_owned();
    assert!(home.contains("Openpagina"), "the rest of the menu stays");
    for place in ["agenda/koffie.md:5", "agenda/soep.md", "site.yaml:4"] {
        assert!(ran.err.contains(place), "{place} is not in {}", ran.err);
    }
}
