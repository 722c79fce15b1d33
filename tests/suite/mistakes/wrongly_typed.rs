//! Whoever mistypes a command is shown what to type.

use crate::support::{Folder, VILLAGE, run};

#[test]
fn a_wrong_value_is_answered_with_the_choices() {
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
fn a_missing_argument_is_named_in_words() {
    for typed in [&["nieuw"][..], &["nieuw", ""]] {
        let ran = run(typed);
        assert!(ran.said().contains("er ontbreekt nog iets: de naam van de map\n"), "{}", ran.said());
    }
}

#[test]
fn every_way_to_name_a_host_leads_to_the_right_command() {
    for (typed, hint) in [
        (&["host", "github"][..], "bedoel je: dorpsplein host kies github?"),
        (&["host", "gihub"], "bedoel je: dorpsplein host kies github?"),
        (&["host", "dorp"], "bedoel je: dorpsplein host kies NAAM?"),
        (&["host", "kies"], "kies uit: github, gitlab"),
        (&["host", "kies", "dorp", "github"], "bedoel je: dorpsplein host kies github dorp?"),
        (&["host", "kies", "github.com"], "bedoel je: github?"),
    ] {
        let ran = run(typed);
        assert_eq!(ran.code, 64, "{}", ran.said());
        assert!(ran.said().contains(hint), "{}", ran.said());
    }
}

#[test]
fn a_path_inside_a_village_points_to_its_folder() {
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
fn a_file_name_does_not_start_a_village() {
    let ran = run(&["nieuw", "site.yaml"]);
    assert!(
        ran.code == 64 && ran.said().contains("schrijf bijvoorbeeld: dorpsplein nieuw ons-dorp"),
        "{}",
        ran.said()
    );
    assert!(!std::path::Path::new("site.yaml").exists());
}

#[test]
fn help_may_come_before_the_command() {
    assert_eq!(run(&["help", "schoon"]).out, run(&["schoon", "--help"]).out);
    assert_eq!(run(&["hulp"]).out, run(&["--help"]).out);
}

#[test]
fn a_missing_folder_is_reported_at_once() {
    for typed in [&["bekijk", "er-is-niets"][..], &["schema", "agenda", "er-is-niets"]] {
        let ran = run(typed);
        assert_eq!(ran.code, 2, "{}", ran.said());
        assert!(ran.said().contains("de map 'er-is-niets' is er niet"), "{}", ran.said());
    }
}

#[test]
fn a_suggested_command_with_a_space_in_a_name_can_be_typed_as_shown() {
    let folder = Folder::new();
    let village = folder.join("Ten Boer");
    let typed = village.to_str().expect("a path");
    let ran = run(&["nieuw", typed]);
    assert!(ran.said().contains(&format!("dorpsplein bouw \"{typed}\"")), "{}", ran.said());
}

#[test]
fn an_agenda_cannot_end_before_it_begins() {
    let site = Folder::with(VILLAGE);
    let path = site.path().to_str().expect("a path");
    let ran = run(&["agenda", path, "--vanaf", "2027-01-01", "--tot", "2026-12-01"]);
    assert_eq!(ran.code, 64, "{}", ran.out);
    assert!(ran.said().contains("(dinsdag 1 december 2026) ligt vóór de eerste"), "{}", ran.said());
}

#[test]
fn messages_call_a_list_of_villages_by_its_file_name() {
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
fn obvious_slips_in_a_command_are_understood() {
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
