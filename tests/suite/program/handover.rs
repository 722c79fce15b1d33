//! Tests `dorpsplein handover`: one sheet that says where everything is, with blanks for people to fill in.

use std::fs;
use std::process::Command;

use crate::support::publisher::{Publisher, done};
use crate::support::{Folder, Ran, TODAY, VILLAGE, build, project, run, tree};

fn sheet(site: &Folder) -> Ran {
    run(&["overdracht", site.path().to_str().expect("a path"), "--vandaag", TODAY])
}

fn git(site: &Folder, arguments: &[&str]) {
    let done = Command::new("git")
        .arg("-C")
        .arg(site.path())
        .args(["-c", "user.name=Anja", "-c", "user.email=anja@dorp.example", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_COMMITTER_DATE", "2026-11-20T23:30:00Z")
        .output()
        .expect("git");
    assert!(done.status.success(), "{done:?}");
}

#[test]
fn unknown_facts_are_left_blank() {
    let site = Folder::with(VILLAGE);
    let ran = sheet(&site);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for said in [
        "# De site van Testdorp: overdracht",
        "maandag 23 november 2026",
        "| Webadres | https://testdorp.example |",
        "| Plek op internet | `____` |",
        "| Map met teksten | `____` |",
        "1 locatie, 1 activiteit, 1 bericht, 1 organisatie, 1 pagina.",
        "Er gebeurt 's nachts niets vanzelf",
        "Kopieer de hele map",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    assert!(!ran.out.contains('{') && !ran.out.contains("  |") && !ran.out.contains(".  "), "{}", ran.out);
    assert_eq!(ran.out, sheet(&site).out, "the same day gives the same sheet");
}

#[test]
fn known_facts_are_filled_in() {
    let site = Folder::with(VILLAGE);
    site.write(
        "site.yaml",
        "naam: Testdorp\nwebadres: https://testdorp.example\nhost: github\norganisatie: dorpsraad\ncontact:\n  naam: Anja\n  telefoon: 0521 12 34 56\n",
    );
    site.write(".github/workflows/site.yml", "on: push\n");
    site.write("thema/words/nl.yaml", "{}\n");
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    git(&site, &["init", "--quiet"]);
    git(&site, &["remote", "add", "origin", "https://anja:geheim@host.example/testdorp.git"]);
    git(&site, &["add", "--all"]);
    git(&site, &["commit", "--quiet", "--message", "Begin"]);
    let ran = sheet(&site);
    for said in [
        "| Plek op internet | GitHub Pages; inloggen op github.com |",
        "| Map met teksten | https://host.example/testdorp.git |",
        "| E-mail en telefoon op de site | Anja, 0521 12 34 56 |",
        "| De site is van | Dorpsraad |",
        "eigen aanpassingen in de map `thema`",
        "`.github/workflows/site.yml`",
        "zestig dagen",
        // Half past midnight in the village.
        "Er is voor het laatst iets veranderd op zaterdag 21 november 2026.",
        "is gemaakt op maandag 23 november 2026.",
        "git clone https://host.example/testdorp.git",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    assert!(!ran.out.contains("geheim"), "no password belongs on paper: {}", ran.out);
}

#[test]
fn an_english_village_gets_an_english_sheet() {
    let site = Folder::with(&[("site.yaml", "name: Testham\nlanguage: en\nhost: netlify\n")]);
    let ran = sheet(&site);
    for said in
        ["# The site of Testham: handover", "Monday 23 November 2026", "Netlify; log in at", "Nothing yet."]
    {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    for dutch in [" de ", " het ", " map "] {
        assert!(!ran.out.contains(dutch), "{dutch}: {}", ran.out);
    }
}

#[test]
fn the_sheet_explains_how_to_sign_themes() {
    let site = Folder::with(VILLAGE);
    assert!(!sheet(&site).out.contains("ondertekenen"));
    site.write("provincie.pub", "untrusted comment: een sleutel\n");
    let ran = sheet(&site);
    for said in [
        "| Geheime sleutel voor thema's (`.key`) | nooit in de map",
        "## Thema's ondertekenen",
        "Aan `provincie.pub` is te zien",
        "dorpsplein thema sleutel NAAM",
        "zij halen het thema weg (`dorpsplein thema verwijder`) en voegen het opnieuw toe",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    assert!(!ran.out.contains("Let op: `") && !ran.out.contains('{'), "{}", ran.out);
    site.write("provincie.key", "untrusted comment: geheim\n");
    let out = sheet(&site).out;
    assert!(out.contains("`provincie.key` is geheim en staat nu in de map. Haal het daar weg"), "{out}");
}

#[test]
fn the_key_of_the_theme_publisher_is_on_the_sheet() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let site = Folder::with(VILLAGE);
    done(&[
        "thema",
        "voeg-toe",
        &publisher.path("winkel/themes.json"),
        crate::support::publisher::site(&site),
    ]);
    let key = fs::read_to_string(publisher.path("provincie.pub")).expect("a key");
    let key = key.lines().nth(1).expect("its line");
    let ran = sheet(&site);
    assert!(ran.out.contains(&format!("ondertekent het met de sleutel `{key}`")), "{}", ran.out);
    assert!(ran.out.contains("bel dan eerst de maker |"), "{}", ran.out);
}

#[test]
fn the_sheet_fits_on_one_page() {
    let ran = run(&["handover", project().join("example-site").to_str().expect("a path"), "--today", TODAY]);
    let words = ran.out.split_whitespace().filter(|word| *word != "|").count();
    assert!((300..700).contains(&words), "{words} words for one A4");
    assert!(ran.out.lines().all(|line| !line.ends_with(' ')), "{}", ran.out);
}

#[test]
fn a_file_that_is_not_a_sheet_is_not_overwritten() {
    let site = Folder::with(VILLAGE);
    let path = site.path().to_str().expect("a path");
    let file = site.join("overdracht.md");
    let write =
        |day: &str| run(&["overdracht", path, "--vandaag", day, "--uitvoer", file.to_str().expect("a path")]);
    assert_eq!(write(TODAY).code, 0);
    // Its own sheet is replaced, and is not read as content of the site.
    assert_eq!(write("2026-12-01").code, 0);
    assert!(site.read("overdracht.md").contains("1 december 2026"));
    assert_eq!(crate::support::check(site.path()).err, "geen opmerkingen: deze site kan gemaakt worden\n");
    let before = tree(site.path());
    fs::write(&file, "Eigen aantekeningen.\n").expect("a file");
    let ran = write(TODAY);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert_eq!(site.read("overdracht.md"), "Eigen aantekeningen.\n");
    assert_eq!(tree(site.path()).len(), before.len(), "nothing is left beside it");
}

/// A sheet is meant to be filled in: what people wrote on it is nowhere else.
#[test]
fn a_sheet_that_was_filled_in_is_not_overwritten() {
    let site = Folder::with(VILLAGE);
    let (path, file) = (site.path().to_str().expect("a path"), site.join("blad.md"));
    let write = || run(&["overdracht", path, "--vandaag", TODAY, "-o", file.to_str().expect("a path")]);
    assert_eq!(write().code, 0);
    site.write("blad.md", site.read("blad.md").replacen("`____`", "Riet, 0529-123456", 1));
    let ran = write();
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.err.contains("blad.md") && ran.err.contains("ingevuld"), "{}", ran.err);
    assert!(site.read("blad.md").contains("Riet, 0529-123456"));
    // Whatever its name, it is meant for people and does not belong on the site.
    assert_eq!(crate::support::check(site.path()).err, "geen opmerkingen: deze site kan gemaakt worden\n");
}

#[test]
fn a_folder_that_is_not_a_village_gets_no_sheet() {
    let empty = Folder::new();
    let file = empty.join("blad.md");
    let ran =
        run(&["overdracht", empty.path().to_str().expect("a path"), "-o", file.to_str().expect("a path")]);
    assert_eq!((ran.code, file.exists()), (1, false), "{}", ran.said());
}
