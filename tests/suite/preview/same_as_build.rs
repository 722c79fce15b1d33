//! Tests that the preview ends up like a clean build, whatever was edited, renamed, deleted, broken or fixed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dorpsplein::pipeline::{BuildCache, Planned, Request, Today, read_and_plan, read_and_plan_cached};
use dorpsplein::render::Make;
use dorpsplein::report::{json_report, shown_remarks};
use dorpsplein::theme::shipped;
use proptest::prelude::*;

use crate::support::{Folder, TODAY, VILLAGE};

/// A change in the folder between two updates of the preview.
#[derive(Clone, Debug)]
enum Edit {
    Write(&'static str, String),
    Rename(&'static str, &'static str),
    Delete(&'static str),
}

/// The files that are edited: texts, settings, a template, words, a photo that is no image, school holidays.
const FILES: &[&str] = &[
    "agenda/koffie.md",
    "agenda/bridge.yaml",
    "agenda/oud/tafel.md",
    "locaties/dorpshuis.md",
    "organisaties/dorpsraad.md",
    "nieuws/2026-11-20-stoelen.md",
    "paginas/historie.md",
    "paginas/index.md",
    "site.yaml",
    "thema/templates/event.html",
    "thema/words/nl.yaml",
    "media/stoel.jpg",
    "schoolvakanties.json",
];

/// Returns contents that are right, wrong, or right for another file; any file may get any of them.
fn content() -> impl Strategy<Value = String> {
    let days = prop::sample::select(vec![
        "dinsdag",
        "om de week op donderdag",
        "elke dinsdag",
        "elke dinsdg",
        "dag",
    ]);
    let venues = prop::sample::select(vec!["dorpshuis", "dorpshius", "kerk", "Dorpshuis"]);
    let event = (days, venues, 1..28u8).prop_map(|(rule, venue, day)| {
        format!("---\ntitel: Koffie {day}\nherhaling: {rule}\nvanaf: {day} november 2026\nbegin: 10.00\nlocatie: {venue}\n---\n\nKom [langs](../locaties/dorpshuis.md).\n")
    });
    let fixed = prop::sample::select(vec![
        "---\nnaam: Dorpshuis\nzalen:\n  - naam: Zaal\n---\n\nHet [oude](../agenda/koffie.md) huis.\n",
        "---\ntitel: Bericht\nlocatie: dorpshuis\n---\n\nTekst.\n",
        "---\ntitel: 'open\n---\n",
        "",
        "naam: Testdorp\nwebadres: https://testdorp.example\n",
        "naam: Anders\nkleur: blauw\ntaal: en\n",
        "{% extends \"base.html\" %}{% block content %}<p>{{ page.title }}</p>{% endblock %}",
        "{% extends \"base.html\" %}{% block content %}{{ page.titel }}{% endblock",
        "free: niets\n",
        "- titel: Bridge\n  datum: 2026-12-01\n- titel: Bridge\n  datum: 2026-12-08\n",
        "[{\"content\":[]}]",
    ]);
    prop_oneof![event, fixed.prop_map(str::to_owned)]
}

fn edit() -> impl Strategy<Value = Edit> {
    let file = || prop::sample::select(FILES.to_vec());
    prop_oneof![
        4 => (file(), content()).prop_map(|(file, text)| Edit::Write(file, text)),
        1 => (file(), file()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => file().prop_map(Edit::Delete),
        2 => prop::sample::select(VILLAGE.to_vec()).prop_map(|(file, text)| Edit::Write(file, text.to_owned())),
    ]
}

fn apply(folder: &Folder, edit: &Edit) {
    match edit {
        Edit::Write(path, text) => folder.write(path, text),
        Edit::Rename(from, to) => {
            let target = folder.join(to);
            let _ = fs::create_dir_all(target.parent().expect("a parent"));
            let _ = fs::rename(folder.join(from), target);
        }
        Edit::Delete(path) => {
            let _ = fs::remove_file(folder.join(path));
        }
    }
}

fn request(site: &Path) -> Request {
    Request {
        site: site.to_owned(),
        today: Today::Fixed(TODAY.parse().expect("a day")),
        base_url: None,
        host_address: None,
    }
}

/// Returns every address with its bytes, or with the reason why it cannot be rendered.
fn bytes(planned: &Planned) -> BTreeMap<String, Vec<u8>> {
    let made = planned.plan.outputs.iter().map(|output| {
        let bytes = match &output.make {
            Make::Page(make) => make(&planned.edition).unwrap_or_else(|why| why.message.nl.into_bytes()),
            Make::Copy(path) => fs::read(path).expect("a file"),
            Make::Picture(version) => version.load().expect("a picture"),
        };
        (output.address.to_string(), bytes)
    });
    made.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_ends_like_a_clean_build(edits in prop::collection::vec(edit(), 1..14)) {
        let folder = Folder::with(VILLAGE);
        let mut memory = BuildCache::default();
        let mut shown = read_and_plan_cached(&request(folder.path()), &shipped(), &mut memory).expect("a folder").0;
        for edit in &edits {
            apply(&folder, edit);
            shown = read_and_plan_cached(&request(folder.path()), &shipped(), &mut memory).expect("a folder").0;
        }
        let clean = read_and_plan(&request(folder.path()), &shipped()).expect("a folder");
        prop_assert_eq!(json_report(&shown_remarks(&shown.remarks)), json_report(&shown_remarks(&clean.remarks)));
        let (shown, clean) = (bytes(&shown), bytes(&clean));
        prop_assert_eq!(shown.keys().collect::<Vec<_>>(), clean.keys().collect::<Vec<_>>());
        for (address, expected) in &clean {
            prop_assert!(shown[address] == *expected, "{} differs", address);
        }
    }
}

/// Returns a file that stays where it is and is valid on its own; what changes is what other files call it,
/// find in it and link to.
fn small_edit() -> impl Strategy<Value = (&'static str, String)> {
    let one_of = |words: &[&'static str]| prop::sample::select(words.to_vec());
    let names = || one_of(&["Dorpshuis", "Kulturhus", "Kerk"]);
    let rooms = || one_of(&["Zaal", "Keuken", "Bar"]);
    let heading = || one_of(&["Geschiedenis", "Vroeger", "Nu"]);
    let venue = (names(), rooms(), heading(), prop::bool::ANY).prop_map(|(name, room, heading, draft)| {
        let draft = if draft { "concept: ja\n" } else { "" };
        let text = format!(
            "---\nnaam: {name}\n{draft}zalen:\n  - naam: {room}\n---\n\nEen huis.\n\n## {heading}\n\nOud.\n"
        );
        ("locaties/dorpshuis.md", text)
    });
    let organisation = one_of(&["Dorpsraad", "Bewonersraad"])
        .prop_map(|name| ("organisaties/dorpsraad.md", format!("---\nnaam: {name}\n---\n\nWij.\n")));
    let event = (names(), rooms(), one_of(&["Dorpsraad", "bewonersraad"]), heading(), names()).prop_map(
        |(venue, room, organiser, heading, title)| {
            let anchor = heading.to_lowercase();
            let text = format!("---\ntitel: {title}\ndatum: 2026-12-01\nlocatie: {venue}\nzaal: {room}\norganisator: {organiser}\n---\n\nLees [hier](../locaties/dorpshuis.md#{anchor}) en [daar](/nieuws/{anchor}/).\n");
            ("agenda/koffie.md", text)
        },
    );
    let news = (heading(), one_of(&["nu", "vroeger"])).prop_map(|(title, alias)| {
        let text = format!(
            "---\ntitel: {title}\ndatum: 2026-11-20\nvoorheen: {alias}\nlocatie: kulturhus\n---\n\nTekst.\n"
        );
        ("nieuws/2026-11-20-stoelen.md", text)
    });
    let address =
        one_of(&["https://testdorp.example", "https://testdorp.example/nieuws", "https://elders.example"]);
    let site = (address, one_of(&["", "andere_talen: en\n", "andere_talen: [de, en]\n"])).prop_map(
        |(address, languages)| ("site.yaml", format!("naam: Testdorp\nwebadres: {address}\n{languages}")),
    );
    let translation = (names(), heading()).prop_map(|(title, heading)| {
        let anchor = heading.to_lowercase();
        let text = format!(
            "---\ntitel: {title}\n---\n\nSee [this](../locaties/dorpshuis.md#{anchor}) and [that](/nieuws/{anchor}/).\n"
        );
        ("agenda/koffie.en.md", text)
    });
    prop_oneof![3 => venue, 1 => organisation, 3 => event, 1 => news, 2 => site, 2 => translation]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cached_results_equal_fresh_ones_after_small_edits(edits in prop::collection::vec(small_edit(), 1..12)) {
        let folder = Folder::with(VILLAGE);
        let mut memory = BuildCache::default();
        for (path, text) in &edits {
            folder.write(path, text);
            let again = read_and_plan_cached(&request(folder.path()), &shipped(), &mut memory).expect("a folder").0;
            let clean = read_and_plan(&request(folder.path()), &shipped()).expect("a folder");
            prop_assert_eq!(json_report(&shown_remarks(&again.remarks)), json_report(&shown_remarks(&clean.remarks)));
            prop_assert!(bytes(&again) == bytes(&clean), "pages differ after {path}: {text}");
        }
    }
}

#[test]
fn an_update_reports_what_changed_and_nothing_else() {
    let folder = Folder::with(VILLAGE);
    let mut memory = BuildCache::default();
    let mut update = || {
        let (_, changed) =
            read_and_plan_cached(&request(folder.path()), &shipped(), &mut memory).expect("a folder");
        changed.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(update().len(), VILLAGE.len());
    assert_eq!(update(), [""; 0]);
    folder.write("agenda/koffie.md", "---\ntitel: Thee\ndatum: 2026-12-01\n---\n");
    assert_eq!(update(), ["agenda/koffie.md"]);
    // Saved again with the same text: the file on the disk is new, but nothing changed.
    folder.write("agenda/koffie.md", "---\ntitel: Thee\ndatum: 2026-12-01\n---\n");
    assert_eq!(update(), [""; 0]);
    fs::remove_file(folder.join("paginas/historie.md")).expect("removed");
    folder.write("media/nieuw.jpg", [1, 2, 3]);
    assert_eq!(update(), ["paginas/historie.md", "media/nieuw.jpg"]);
}

/// An unreadable file may get the same message again, but about another place in it.
#[test]
fn a_different_mistake_in_an_unreadable_file_is_a_change() {
    let folder = Folder::with(VILLAGE);
    let mut memory = BuildCache::default();
    let mut update = || {
        let (planned, changed) =
            read_and_plan_cached(&request(folder.path()), &shipped(), &mut memory).expect("a folder");
        let lines: Vec<u32> = planned.remarks.sorted().iter().map(|remark| remark.place.line).collect();
        (changed.iter().map(ToString::to_string).collect::<Vec<_>>(), lines)
    };
    update();
    folder.write("agenda/u.md", b"---\ntitel: U\n---\nCaf\xe9.\n");
    assert_eq!(update(), (vec!["agenda/u.md".to_owned()], vec![4]));
    folder.write("agenda/u.md", b"---\ntitel: U\n---\n\n\nTwee\xebn.\n");
    assert_eq!(update(), (vec!["agenda/u.md".to_owned()], vec![6]));
    folder.write("agenda/notitie.docx", "x");
    update();
    fs::rename(folder.join("agenda/notitie.docx"), folder.join("agenda/brief.docx")).expect("renamed");
    assert_eq!(update().0, ["agenda/notitie.docx", "agenda/brief.docx"]);
}

#[test]
fn two_saves_within_one_tick_of_the_clock_are_both_seen() {
    let folder = Folder::with(VILLAGE);
    let mut memory = BuildCache::default();
    for run in 0..200 {
        let text = format!("---\ntitel: Thee {:03}\ndatum: 2026-12-01\n---\n", run);
        folder.write("agenda/koffie.md", &text);
        let (planned, _) =
            read_and_plan_cached(&request(folder.path()), &shipped(), &mut memory).expect("a folder");
        let shown =
            planned.edition.village.entries.iter().any(|entry| entry.name == format!("Thee {run:03}"));
        assert!(shown, "save {run} was missed");
    }
}
