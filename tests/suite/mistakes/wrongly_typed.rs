//! Who types a command wrong is told what to type.

use crate::support::{Folder, VILLAGE, run};

#[test]
fn what_can_be_chosen_is_told() {
    let form = run(&["controleer", "--vorm", "xml"]);
    assert!(form.err.contains("'xml' kan niet bij --vorm\nkies uit: human, json, github\n"), "{}", form.err);
    let shell = run(&["aanvullingen", "cmd"]);
    assert!(shell.err.contains("kies uit: bash, ") && !shell.err.contains('<'), "{}", shell.err);
    let port = run(&["bekijk", "--poort", "99999"]);
    assert!(
        port.err.contains("'99999' kan niet bij --poort\nschrijf een getal van 0 tot en met 65535\n"),
        "{}",
        port.err
    );
    let kind = run(&["schema", "fotos"]);
    assert!(kind.said().contains("kies uit: site, locaties, agenda, nieuws"), "{}", kind.said());
}

#[test]
fn what_is_missing_is_told_in_words() {
    for typed in [&["nieuw"][..], &["nieuw", ""]] {
        let ran = run(typed);
        assert!(ran.said().contains("er ontbreekt nog iets: de naam van de map\n"), "{}", ran.said());
    }
}

#[test]
fn the_host_is_led_to_from_wherever_it_was_named() {
    for (typed, told) in [
        (&["host", "github"][..], "bedoel je: dorpsplein host kies github?"),
        (&["host", "gihub"], "bedoel je: dorpsplein host kies github?"),
        (&["host", "dorp"], "bedoel je: dorpsplein host kies NAAM?"),
        (&["host", "kies"], "kies uit: github, gitlab"),
        (&["host", "kies", "dorp", "github"], "bedoel je: dorpsplein host kies github dorp?"),
        (&["host", "kies", "github.com"], "bedoel je: github?"),
    ] {
        let ran = run(typed);
        assert_eq!(ran.code, 64, "{}", ran.said());
        assert!(ran.said().contains(told), "{}", ran.said());
    }
}

#[test]
fn something_in_a_village_leads_to_its_folder() {
    let site = Folder::with(VILLAGE);
    site.write("media/kerk.jpg", "");
    let path = site.path().to_str().expect("a path");
    for (typed, within) in [("schoon", "media"), ("schoon", "media/kerk.jpg"), ("bekijk", "site.yaml")] {
        let ran = run(&[typed, site.join(within).to_str().expect("a path")]);
        assert_eq!(ran.code, 2, "{}", ran.said());
        assert!(ran.said().contains(&format!("noem de map van het dorp: {path}")), "{}", ran.said());
    }
    let empty = run(&["schoon", ""]);
    assert!(empty.said().contains("er ontbreekt nog iets: de map van het dorp\n"), "{}", empty.said());
    let new = run(&["nieuw", site.join("agenda/koffie.md").to_str().expect("a path")]);
    assert!(new.code == 64 && new.said().contains("het dorp is er al"), "{}", new.said());
}

#[test]
fn the_name_of_a_file_begins_no_village() {
    let ran = run(&["nieuw", "site.yaml"]);
    assert!(
        ran.code == 64 && ran.said().contains("schrijf bijvoorbeeld: dorpsplein nieuw ons-dorp"),
        "{}",
        ran.said()
    );
    assert!(!std::path::Path::new("site.yaml").exists());
}

#[test]
fn help_may_be_asked_for_in_front() {
    assert_eq!(run(&["help", "schoon"]).out, run(&["schoon", "--help"]).out);
    assert_eq!(run(&["hulp"]).out, run(&["--help"]).out);
}

#[test]
fn a_folder_that_is_not_there_is_told_at_once() {
    for typed in [&["bekijk", "er-is-niets"][..], &["schema", "agenda", "er-is-niets"]] {
        let ran = run(typed);
        assert_eq!(ran.code, 2, "{}", ran.said());
        assert!(ran.said().contains("de map 'er-is-niets' is er niet"), "{}", ran.said());
    }
}

#[test]
fn a_command_with_a_blank_in_a_name_can_be_typed_as_it_is_told() {
    let folder = Folder::new();
    let village = folder.join("Ten Boer");
    let typed = village.to_str().expect("a path");
    let ran = run(&["nieuw", typed]);
    assert!(ran.said().contains(&format!("dorpsplein bouw \"{typed}\"")), "{}", ran.said());
}

#[test]
fn the_days_of_an_agenda_are_in_their_order() {
    let site = Folder::with(VILLAGE);
    let path = site.path().to_str().expect("a path");
    let ran = run(&["agenda", path, "--vanaf", "2027-01-01", "--tot", "2026-12-01"]);
    assert_eq!(ran.code, 64, "{}", ran.out);
    assert!(ran.said().contains("(dinsdag 1 december 2026) ligt vóór de eerste"), "{}", ran.said());
}

#[test]
fn a_list_of_villages_is_told_by_its_own_name() {
    let folder = Folder::new();
    folder.write("mijn.yaml", "dorpen:\n  - weg\n");
    let ran = run(&["dorpen", "controleer", folder.join("mijn.yaml").to_str().expect("a path")]);
    assert!(
        ran.said().contains("(mijn.yaml, regel 2)") && !ran.said().contains("fleet.yaml"),
        "{}",
        ran.said()
    );
    folder.write("lijst.txt", "weg\n");
    let ran = run(&["dorpen", "controleer", folder.join("lijst.txt").to_str().expect("a path")]);
    assert!(ran.said().contains("lijst.txt' is geen lijst van dorpen"), "{}", ran.said());
}

#[test]
fn what_was_plainly_meant_is_done() {
    let site = Folder::with(VILLAGE);
    let path = site.path().to_str().expect("a path");
    for typed in [
        &["CONTROLEER", path, "--Vandaag", "1-12-2026"][..],
        &["dorpsplein", "controleer", path],
        &["controleer", path, "--vandaag", "1", "december", "2026"],
        &["controleer", "-vandaag", "dinsdag", "1", "december", "2026", path],
    ] {
        let ran = run(typed);
        assert_eq!(ran.code, 0, "{typed:?}: {}", ran.said());
    }
    let ran = run(&["controleer", path, "--vandaag", "1-12-26"]);
    assert!(ran.said().contains("bedoel je: --vandaag 2026-12-01?"), "{}", ran.said());
}
