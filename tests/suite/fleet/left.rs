//! Tests what is left of villages that left the list, changed their capitals or were never finished.

use std::fs;

use crate::fleet::{fleet, run_on_fleet};
use crate::support::{Folder, run};

fn names(folder: &std::path::Path) -> Vec<String> {
    let found = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> =
        found.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_village_that_the_list_no_longer_names_is_told_and_pruned() {
    let fleet = fleet();
    fleet.write("fleet.yaml", "dorpen: [aa, bee, cee]\nuitvoer: sites\n");
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0);
    fleet.write("fleet.yaml", "dorpen: [aa, bee]\nuitvoer: sites\n");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert!(ran.code == 0 && ran.err.contains("sites van dorpen die niet meer in '"), "{}", ran.said());
    assert!(
        ran.err.contains("fleet.yaml' staan: cee\n") && !ran.err.contains("geen dorp meer"),
        "{}",
        ran.err
    );
    let ran = run_on_fleet(&fleet, &["bouw", "--opruimen"]);
    assert!(ran.err.contains("want die dorpen staan niet meer in '"), "{}", ran.said());
    assert_eq!(names(&fleet.join("sites")), ["aa", "bee"]);
    assert!(fleet.join("cee/site.yaml").exists());
}

#[test]
fn the_sites_of_another_list_in_the_folder_stay() {
    let fleet = fleet();
    fleet.write("fleet.yaml", "dorpen: [aa]\nuitvoer: sites\n");
    fleet.write("zuid.yaml", "dorpen: [bee, cee]\nuitvoer: sites\n");
    let south = fleet.join("zuid.yaml").display().to_string();
    assert_eq!(run(&["dorpen", "bouw", &south]).code, 0);
    let prune = || run_on_fleet(&fleet, &["bouw", "--opruimen"]).said();
    assert!(!prune().contains("niet meer"), "{}", prune());
    assert_eq!(names(&fleet.join("sites")), ["aa", "bee", "cee"]);
    fleet.write("zuid.yaml", "dorpen: [bee\nuitvoer: sites\n");
    assert!(prune().contains("dat is ook een lijst met dorpen"), "{}", prune());
    assert_eq!(names(&fleet.join("sites")), ["aa", "bee", "cee"]);
    fs::remove_file(fleet.join("zuid.yaml")).expect("removed");
    assert!(prune().contains("bee, cee"));
    assert_eq!(names(&fleet.join("sites")), ["aa"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_village_that_changed_only_its_capitals_has_one_site() {
    let (fleet, output) = (fleet(), Folder::new());
    let out = output.path().to_str().expect("a path");
    assert_eq!(run_on_fleet(&fleet, &["bouw", "--uitvoer", out]).code, 0);
    fs::rename(fleet.join("bee"), fleet.join("Bee")).expect("another name");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out]);
    assert!(ran.err.contains("sites van dorpen die er niet meer zijn: bee\n"), "{}", ran.said());
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out, "--opruimen"]);
    assert!(ran.err.contains("want die dorpen zijn er niet meer: bee\n"), "{}", ran.said());
    assert_eq!(names(output.path()), ["Bee", "aa", "cee"]);
}

#[test]
fn what_interrupted_builds_left_of_removed_villages_is_cleared() {
    let (fleet, output) = (fleet(), Folder::new());
    for name in ["aa", "weg"] {
        output.write(&format!(".dorpsplein-{name}/lock"), "");
        output.write(&format!(".dorpsplein-{name}/new/index.html"), "half");
    }
    output.write(".dorpsplein-van-mij/brief.txt", "belangrijk");
    let out = output.path().to_str().expect("a path");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(output.join(".dorpsplein-weg/new/index.html").exists(), "only on request");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out, "--opruimen"]);
    assert!(ran.err.contains("dat het maken van deze sites is afgebroken: weg\n"), "{}", ran.said());
    assert_eq!(names(output.path()), [".dorpsplein-van-mij", "aa", "bee", "cee"]);
}
