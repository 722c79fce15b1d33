//! Tests fleets that share a folder for their sites, and fleets and sites that move: no site is lost.

use std::fs;

use crate::fleet::run_on_fleet;
use crate::support::{Folder, TODAY, VILLAGE, build, run, tree};

fn village(fleet: &Folder, name: &str, settings: &str) {
    for (path, text) in VILLAGE {
        fleet.write(&format!("{name}/{path}"), text);
    }
    fleet.write(&format!("{name}/site.yaml"), format!("omschrijving: Een dorp.\n{settings}"));
}

/// Returns two fleets with a village of the same name in each, besides others.
fn two_fleets() -> (Folder, Folder) {
    let (north, south) = (Folder::new(), Folder::new());
    village(&north, "aa", "naam: Aa\nwebadres: https://aa.example\n");
    village(&north, "ee", "naam: Ee\nwebadres: https://ee-noord.example\n");
    village(&south, "ee", "naam: Ee\nwebadres: https://ee-zuid.example\n");
    village(&south, "oe", "naam: Oe\ngemeente: Zuid\n");
    (north, south)
}

fn path(folder: &Folder) -> &str {
    folder.path().to_str().expect("a path")
}

#[test]
fn a_village_does_not_take_the_place_of_a_namesake() {
    let ((north, south), sites) = (two_fleets(), Folder::new());
    assert_eq!(run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites)]).code, 0);
    let before = tree(&sites.join("ee"));
    for options in [&[][..], &["--alleen-veranderd"], &["--opruimen"]] {
        let ran = run_on_fleet(&south, &[&["bouw", "--uitvoer", path(&sites)], options].concat());
        assert_eq!(ran.code, 1, "{}", ran.said());
        let place = sites.join("ee").display().to_string();
        let says =
            format!("in '{place}' staat al de site van een ander dorp: 'Ee' (https://ee-noord.example/)");
        assert!(ran.out.contains(&says), "{}", ran.said());
        assert!(ran.out.contains("haal de map") && ran.out.contains("1 waar iets mis is"), "{}", ran.said());
        assert_eq!(tree(&sites.join("ee")), before, "the site there is as it was");
        assert!(sites.join("oe/index.html").exists(), "the others are still built");
    }
    // The village leaves the fleet that did not build it, and then the one that did.
    fs::remove_dir_all(south.join("ee")).expect("removed");
    let ran = run_on_fleet(&south, &["bouw", "--uitvoer", path(&sites), "--opruimen"]);
    assert!(ran.code == 0 && sites.join("ee/index.html").exists(), "{}", ran.said());
    fs::remove_dir_all(north.join("ee")).expect("removed");
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites), "--opruimen"]);
    assert!(ran.code == 0 && !sites.join("ee").exists(), "{}", ran.said());
    assert!(sites.join("oe/index.html").exists(), "{}", ran.said());
}

#[test]
fn a_site_that_another_fleet_rebuilt_is_not_deleted() {
    let ((north, south), sites) = (two_fleets(), Folder::new());
    assert_eq!(run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites)]).code, 0);
    // The village moves to the other fleet.
    fs::remove_dir_all(south.join("ee")).expect("removed");
    fs::rename(north.join("ee"), south.join("ee")).expect("moved");
    south.write("ee/paginas/nieuw.md", "---\ntitel: Nieuw\n---\n\nTekst.\n");
    let ran = run_on_fleet(&south, &["bouw", "--uitvoer", path(&sites)]);
    assert_eq!(ran.code, 0, "it is the same village: {}", ran.said());
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites), "--opruimen"]);
    assert!(ran.said().contains("later door een ander opnieuw gemaakt: ee"), "{}", ran.said());
    assert!(sites.join("ee/nieuw/index.html").exists(), "{}", ran.said());
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites), "--opruimen"]);
    assert!(!ran.said().contains("opnieuw gemaakt"), "it is reported only once: {}", ran.said());
}

#[test]
fn a_village_may_change_its_name_and_address() {
    let ((north, _), sites) = (two_fleets(), Folder::new());
    assert_eq!(run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites)]).code, 0);
    village(&north, "ee", "naam: Nieuw-Ee\nwebadres: https://nieuw-ee.example\n");
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites)]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    // Meanwhile it is built on its own; it is recognised by its address.
    assert_eq!(build(&north.join("ee"), &sites.join("ee")).code, 0);
    village(&north, "ee", "naam: Ie\nwebadres: https://nieuw-ee.example/\n");
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites)]);
    assert_eq!(ran.code, 0, "{}", ran.said());
}

#[test]
fn a_fleet_recognises_its_sites_after_both_have_moved() {
    let (place, other) = (Folder::new(), Folder::new());
    for name in ["aa", "bee", "cee"] {
        place.write(&format!("dorpen/{name}/site.yaml"), format!("naam: {name}\nomschrijving: Een dorp.\n"));
    }
    let ran = |root: &Folder, words: &[&str]| {
        let [villages, sites] = ["dorpen", "sites"].map(|name| root.join(name).display().to_string());
        run(&[&["dorpen", "bouw", &villages, "--uitvoer", &sites, "--vandaag", TODAY], words].concat())
    };
    assert_eq!(ran(&place, &[]).code, 0);
    for name in ["dorpen", "sites"] {
        fs::rename(place.join(name), other.join(name)).expect("moved");
    }
    fs::remove_dir_all(other.join("dorpen/cee")).expect("removed");
    let told = ran(&other, &["--alleen-veranderd"]);
    assert!(told.said().contains("sites van dorpen die er niet meer zijn: cee"), "{}", told.said());
    fs::remove_dir_all(other.join("dorpen/bee")).expect("removed");
    let told = ran(&other, &["--opruimen"]);
    assert!(told.said().contains("die dorpen zijn er niet meer: bee, cee"), "{}", told.said());
    assert!(!other.join("sites/bee").exists() && !other.join("sites/cee").exists());
    assert!(other.join("sites/aa/index.html").exists());
    let kept = other.read("dorpen/.dorpsplein/sites.json");
    assert!(
        !kept.contains(&place.path().display().to_string()),
        "a folder that is gone is forgotten: {kept}"
    );
}

#[test]
fn without_a_list_of_sites_nothing_is_deleted_and_that_is_reported() {
    let ((north, _), sites) = (two_fleets(), Folder::new());
    assert_eq!(run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites)]).code, 0);
    // As in a checkout that is new every time.
    fs::remove_dir_all(north.join(".dorpsplein")).expect("removed");
    fs::remove_dir_all(north.join("aa")).expect("removed");
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites), "--opruimen"]);
    assert_eq!(ran.code, 0, "the sites are recognised by their addresses: {}", ran.said());
    assert!(ran.said().contains("niet bekend of ze bij deze dorpen horen: aa"), "{}", ran.said());
    assert!(sites.join("aa/index.html").exists());
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", path(&sites), "--opruimen"]);
    assert!(!ran.said().contains("niet bekend"), "it is reported only once: {}", ran.said());
}

#[test]
fn an_impossible_output_folder_is_reported_once() {
    let (north, _) = two_fleets();
    north.write("sites", "een bestand");
    let ran = run_on_fleet(&north, &["bouw", "--uitvoer", north.join("sites").to_str().expect("a path")]);
    assert!(
        ran.code == 2 && ran.said().contains("is een bestand, en de sites komen in een map"),
        "{}",
        ran.said()
    );
    assert!(!ran.said().contains("2 dorpen"), "not for every village: {}", ran.said());
    let ran = run_on_fleet(&north, &["bouw", "--opruimen"]);
    assert!(
        ran.code == 0 && ran.said().contains("--opruimen is er voor één map met alle sites"),
        "{}",
        ran.said()
    );
    let ran = run_on_fleet(&north, &["bouw"]);
    assert!(!ran.said().contains("--opruimen"), "{}", ran.said());
}
