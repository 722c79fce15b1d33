//! All mistakes of a site are reported at once: thirty of them, each at its line, none twice.

use std::collections::BTreeSet;

use crate::support::{Folder, VILLAGE, run};

/// Files with a `!` after every line that is wrong.
const FILES: &[(&str, &str)] = &[
    (
        "site.yaml",
        "naam: Testdorp\nkleurr: groen !\ntaal: frans !\nwebadres: geen adres !\ntijdzone: Europe/Amsterdm !\nnavigatie:\n  - agenda\n  - molens !\n",
    ),
    (
        "agenda/een.md",
        "---\ntitel: Koffie: lekker !\ndatum: di 28 okt 2026 !\nbegin: 25.00 !\nlocatie: dorpshius !\nstatus: misschien !\norganisator: dorpshuis !\n---\nZie [hier](../weg.md). !\n\n![Foto](media/weg.jpg) !\n",
    ),
    (
        "agenda/twee.yaml",
        "- titel: Soep\n  datum: 2026-12-01\n  begin: 20.00\n  einde: 19.00 !\n- titel: Thee !\n  begin: 10.00\n- titel: Soep !\n  datum: 2026-12-01\n  foo: bar !\n",
    ),
    (
        "agenda/drie.md",
        "---\ntitel: Drie\ndatum: 31-04-2026 !\neinde: 11.00 !\nzaal: Groot\naanmelden:\n  email: geen !\n---\n",
    ),
    (
        "locaties/kerk.md",
        "---\nnaam: Kerk\nadres:\n  postcode: 12 !\nopeningstijden:\n  maandag: heel de dag !\n  dierendag: 9-12 !\nzalen:\n  - capaciteit: veel !\n---\n[naar boven](#nergens) !\n",
    ),
    (
        "organisaties/club.md",
        "---\nnaam: Club\nkvk: 123 !\nrechtsvorm: kring !\nlocatie: dorpshuis\nlocatie: kerk !\n---\n",
    ),
    ("nieuws/2026-01-01-a.md", "---\ntitel: A\nafbeelding: media/ook-weg.jpg !\nslug: Een Twee !\n---\n"),
];

#[test]
fn thirty_mistakes_are_reported_each_at_its_line_and_none_twice() {
    let mut expected: BTreeSet<(String, u64)> = BTreeSet::new();
    let site = Folder::with(VILLAGE);
    for (path, marked) in FILES {
        for (number, line) in marked.lines().enumerate() {
            if line.ends_with(" !") {
                expected.insert(((*path).to_owned(), number as u64 + 1));
            }
        }
        site.write(path, marked.replace(" !\n", "\n"));
    }
    let ran =
        run(&["check", site.path().to_str().expect("a path"), "--today", "2026-11-23", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let errors =
        document["remarks"].as_array().expect("a list").iter().filter(|remark| remark["severity"] == "error");
    let found: Vec<(String, u64)> = errors
        .map(|remark| {
            (remark["file"].as_str().expect("a file").to_owned(), remark["line"].as_u64().expect("a line"))
        })
        .collect();
    let distinct: BTreeSet<(String, u64)> = found.iter().cloned().collect();
    let not_reported: Vec<_> = expected.difference(&distinct).collect();
    let correct: Vec<_> = distinct.difference(&expected).collect();
    assert!(
        not_reported.is_empty() && correct.is_empty(),
        "not reported: {not_reported:?}; reported although correct: {correct:?}"
    );
    // Two lines hold two mistakes each: a room without a name and with a strange capacity, and a missing
    // photo without a description.
    assert_eq!(found.len(), expected.len() + 2, "{:#}", document);
    assert!(found.len() >= 30, "{} mistakes", found.len());
    let mut sorted = found.clone();
    sorted.sort();
    assert_eq!(found, sorted, "sorted by place");
}
