//! Tests villages that leave a fleet: their sites are deleted on request, and machines that share the work
//! keep the villages they have.

use dorpsplein::fleet::{FleetJob, find};
use dorpsplein::pipeline::Today;
use dorpsplein::theme::shipped;

use crate::fleet::{fleet, run_on_fleet};
use crate::support::{Folder, TODAY, VILLAGE};

fn village(fleet: &Folder, name: &str) {
    for (path, text) in VILLAGE {
        fleet.write(&format!("{name}/{path}"), text);
    }
}

/// Returns the names in a folder, sorted.
fn names(folder: &Folder) -> Vec<String> {
    let found = std::fs::read_dir(folder.path()).expect("a folder").flatten();
    let mut names: Vec<String> =
        found.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn the_site_of_a_removed_village_is_reported_and_deleted_on_request() {
    let (fleet, output) = (fleet(), Folder::new());
    let out = output.path().to_str().expect("a path");
    assert_eq!(run_on_fleet(&fleet, &["bouw", "--uitvoer", out]).code, 0);
    std::fs::rename(fleet.join("bee"), fleet.join("dee")).expect("another name");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.said().contains("sites van dorpen die er niet meer zijn: bee"), "{}", ran.said());
    assert_eq!(names(&output), ["aa", "bee", "cee", "dee"]);
    // Files of other people are never deleted.
    output.write("cee/brief.txt", "belangrijk");
    output.write("los/brief.txt", "ook belangrijk");
    std::fs::remove_dir_all(fleet.join("cee")).expect("removed");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out, "--opruimen"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.said().contains("die dorpen zijn er niet meer: bee"), "{}", ran.said());
    assert!(ran.said().contains("wat van een ander is, is gebleven"), "{}", ran.said());
    assert_eq!(names(&output), ["aa", "cee", "dee", "los"]);
    let left: Vec<_> = std::fs::read_dir(output.join("cee")).expect("a folder").flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out, "--opruimen"]);
    assert!(!ran.said().contains("niet meer"), "{}", ran.said());
}

#[test]
fn a_site_that_this_fleet_did_not_build_is_never_deleted() {
    let (one, other, output) = (fleet(), Folder::new(), Folder::new());
    village(&other, "vreemd");
    let out = output.path().to_str().expect("a path");
    assert_eq!(run_on_fleet(&other, &["bouw", "--uitvoer", out]).code, 0);
    assert_eq!(run_on_fleet(&one, &["bouw", "--uitvoer", out]).code, 0);
    // Its folder still exists, but empty: a disk is not mounted, or a part of a repository was not fetched.
    std::fs::remove_dir_all(one.join("bee")).expect("removed");
    std::fs::create_dir(one.join("bee")).expect("a folder");
    let ran = run_on_fleet(&one, &["bouw", "--uitvoer", out, "--opruimen"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.said().contains("in de map 'bee' staat geen dorp meer"), "{}", ran.said());
    assert_eq!(names(&output), ["aa", "bee", "cee", "vreemd"]);
    // Villages that are built in their own folders have no folder for sites.
    assert_eq!(run_on_fleet(&one, &["bouw"]).code, 0);
    let around = one.path().to_str().expect("a path");
    let _ = run_on_fleet(&other, &["bouw", "--uitvoer", around, "--opruimen"]);
    assert!(one.join("aa/public/index.html").exists() && one.join("cee/public/index.html").exists());
}

#[cfg(unix)]
#[test]
fn a_village_on_a_disk_that_is_away_is_reported_and_keeps_its_site() {
    let (fleet, disk, output) = (fleet(), Folder::new(), Folder::new());
    village(&disk, "ver");
    std::os::unix::fs::symlink(disk.join("ver"), fleet.join("ver")).expect("a link");
    let out = output.path().to_str().expect("a path");
    assert_eq!(run_on_fleet(&fleet, &["bouw", "--uitvoer", out]).code, 0);
    std::fs::rename(disk.join("ver"), disk.join("weg")).expect("another name");
    for command in [&["controleer"][..], &["bouw", "--uitvoer", out, "--opruimen"]] {
        let ran = run_on_fleet(&fleet, command);
        assert_eq!(ran.code, 1, "{}", ran.said());
        assert!(ran.out.contains("'ver' is een verwijzing naar een map die er niet is"), "{}", ran.said());
    }
    assert_eq!(names(&output), ["aa", "bee", "cee", "ver"]);
}

#[test]
fn a_village_without_its_settings_is_reported() {
    let fleet = fleet();
    village(&fleet, "dee");
    fleet.write("dee/nieuws/nieuw.md", "---\ntitel: Nieuw\ndatum: 2026-11-20\n---\n");
    fleet.write("los/agenda/koffie.md", "geen dorp");
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0);
    std::fs::rename(fleet.join("bee/site.yaml"), fleet.join("bee/site.oud")).expect("another name");
    std::fs::remove_dir_all(fleet.join("dee/public")).expect("removed");
    std::fs::remove_file(fleet.join("dee/site.yaml")).expect("removed");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    for name in ["bee", "dee"] {
        let says = format!("in de map '{name}' staat geen site.yaml, en toch lijkt het een dorp");
        assert!(ran.out.contains(&says), "{}", ran.said());
    }
    assert!(!ran.out.contains("'los'"), "a single folder of texts may be anything: {}", ran.said());
    let json = run_on_fleet(&fleet, &["bouw", "--vorm", "json"]);
    let told: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    let bee = told["villages"].as_array().expect("villages").iter().find(|it| it["village"] == "bee");
    let why = bee.and_then(|bee| bee["why"].as_str()).unwrap_or_default();
    assert!(why.contains("geen site.yaml"), "{}", json.out);
    let github = run_on_fleet(&fleet, &["bouw", "--vorm", "github"]);
    assert!(github.out.contains("::error::bee: in de map 'bee'"), "{}", github.out);
}

#[test]
fn villages_with_the_same_address_are_reported() {
    let fleet = fleet();
    for name in ["aa", "cee"] {
        fleet.write(
            &format!("{name}/site.yaml"),
            format!("naam: {name}\nomschrijving: Een dorp.\nwebadres: https://een.example/\n"),
        );
    }
    let ran = run_on_fleet(&fleet, &["controleer"]);
    assert!(ran.said().contains("hetzelfde webadres (https://een.example): aa, cee"), "{}", ran.said());
}

#[test]
fn a_list_of_villages_with_the_wrong_name_is_reported() {
    // Where the file system ignores case, `Fleet.yaml` is the list itself.
    let with_capital = if cfg!(windows) { "villages.yaml" } else { "Fleet.yaml" };
    for name in ["fleet.yml", with_capital, "vloot.yaml", "dorpen.yaml", "fleet.yaml.txt"] {
        let fleet = fleet();
        fleet.write(name, "dorpen: [aa]\n");
        let ran = run_on_fleet(&fleet, &["bouw"]);
        assert_eq!(ran.code, 2, "{name}: {}", ran.said());
        assert!(
            ran.said().contains(&format!("'{name}'")) && ran.said().contains("fleet.yaml"),
            "{}",
            ran.said()
        );
    }
}

#[test]
fn a_hidden_folder_is_not_a_village() {
    let fleet = fleet();
    village(&fleet, ".Trash-1000");
    let ran = run_on_fleet(&fleet, &["controleer"]);
    assert!(ran.out.starts_with("3 dorpen"), "{}", ran.said());
}

#[test]
fn a_village_stays_on_its_machine_when_others_come_or_go() {
    let fleet = Folder::new();
    let all: Vec<String> = (0..12).map(|number| format!("dorp-{number:02}")).collect();
    all.iter().for_each(|name| village(&fleet, name));
    let parts = || {
        let mut parts = std::collections::BTreeMap::new();
        for number in 1..=3 {
            let shard = format!("{number}/3");
            let told = run_on_fleet(&fleet, &["controleer", "--deel", &shard, "--vorm", "json"]);
            let told: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
            for village in told["villages"].as_array().expect("villages") {
                let name = village["village"].as_str().expect("a name").to_owned();
                assert_eq!(parts.insert(name, number), None, "no village is on two machines");
            }
        }
        parts
    };
    let before = parts();
    assert_eq!(before.keys().collect::<Vec<_>>(), all.iter().collect::<Vec<_>>());
    assert_eq!(before.values().collect::<std::collections::BTreeSet<_>>().len(), 3, "all machines have work");
    village(&fleet, "aaa");
    std::fs::remove_dir_all(fleet.join("dorp-04")).expect("removed");
    let after = parts();
    for (name, part) in before.iter().filter(|(name, _)| *name != "dorp-04") {
        assert_eq!(after.get(name), Some(part), "{name}");
    }
}

#[test]
fn a_damaged_list_of_sites_is_reported_and_kept() {
    let fleet = Folder::new();
    village(&fleet, "aa");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", fleet.join("sites").to_str().expect("a path")]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    fleet.write(".dorpsplein/sites.json", "{\"form\": 1, \"sites\": ");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", fleet.join("sites").to_str().expect("a path")]);
    assert!(ran.said().contains("sites.json' is niet te lezen"), "{}", ran.said());
    let kept = std::fs::read_to_string(fleet.join(".dorpsplein/sites.json")).expect("it is there");
    assert_eq!(kept, "{\"form\": 1, \"sites\": ", "its contents may still be of use");
}

/// Each run has its own output folder, and all write the same list.
#[test]
fn concurrent_runs_keep_each_others_sites_in_the_list() {
    let (fleet, outputs) = (fleet(), [(); 4].map(|()| Folder::new()));
    std::thread::scope(|scope| {
        for output in &outputs {
            let fleet = &fleet;
            scope.spawn(move || {
                let ran =
                    run_on_fleet(fleet, &["bouw", "--uitvoer", output.path().to_str().expect("a path")]);
                assert_eq!(ran.code, 0, "{}", ran.said());
            });
        }
    });
    let kept: serde_json::Value = serde_json::from_str(&fleet.read(".dorpsplein/sites.json")).expect("JSON");
    assert_eq!(kept["sites"].as_object().expect("the folders").len(), outputs.len(), "{kept}");
}

#[test]
fn a_fleet_that_cannot_record_its_sites_says_so() {
    let (fleet, output) = (fleet(), Folder::new());
    // A folder takes the place of the lock file.
    std::fs::create_dir_all(fleet.join(".dorpsplein/sites.lock")).expect("a folder");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", output.path().to_str().expect("a path")]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.said().contains("onthouden welke sites van deze dorpen zijn, lukt niet"), "{}", ran.said());
}

/// Whoever renames a folder and makes a mistake at the same time is not left without a site.
#[test]
fn the_old_site_of_a_renamed_village_stays_until_the_new_one_is_built() {
    let (fleet, output) = (fleet(), Folder::new());
    let out = output.path().to_str().expect("a path");
    assert_eq!(run_on_fleet(&fleet, &["bouw", "--uitvoer", out]).code, 0);
    std::fs::rename(fleet.join("bee"), fleet.join("dee")).expect("another name");
    std::fs::remove_dir_all(fleet.join("cee")).expect("removed");
    let right = fleet.read("dee/agenda/koffie.md");
    fleet.write("dee/agenda/koffie.md", right.replace("2026-12-01", "31 februari 2026"));
    for _ in 0..2 {
        let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out, "--opruimen"]);
        assert_eq!(ran.code, 1, "{}", ran.said());
        assert!(ran.said().contains("dat nu in de map 'dee' staat"), "{}", ran.said());
        assert_eq!(names(&output), ["aa", "bee"], "only the site of the removed village goes");
    }
    fleet.write("dee/agenda/koffie.md", right);
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out, "--opruimen"]);
    assert!(ran.code == 0 && ran.said().contains("die dorpen zijn er niet meer: bee"), "{}", ran.said());
    assert_eq!(names(&output), ["aa", "dee"]);
}

/// The site is known, although the run that built it never got as far as the list of all sites.
#[test]
fn a_site_built_by_an_interrupted_run_is_deleted_with_its_village() {
    let (fleet, output) = (fleet(), Folder::new());
    let out = output.path().to_str().expect("a path");
    assert_eq!(run_on_fleet(&fleet, &["bouw", "--uitvoer", out]).code, 0);
    fleet.write("bee/paginas/nieuw.md", "---\ntitel: Nieuw\n---\n\nTekst.\n");
    village(&fleet, "dee");
    let villages = find(fleet.path()).expect("a fleet");
    let job = FleetJob {
        shipped: &shipped(),
        today: Today::Fixed(TODAY.parse().expect("a day")),
        version: String::new(),
        output: Some(output.path()),
        only_changed: false,
        is_check: false,
        gathers: false,
        clock: &|| 0.0,
    };
    // Everything that happens before the list is written.
    assert!(dorpsplein::fleet::run(&villages, &job, |_| {}).iter().all(dorpsplein::fleet::Outcome::is_good));
    let since = fleet.join(".dorpsplein/sites-since");
    let half = std::fs::read_to_string(&since).expect("the sites that were built") + "\n[\"";
    std::fs::write(&since, half).expect("an unfinished line");
    std::fs::remove_dir_all(fleet.join("bee")).expect("removed");
    std::fs::remove_dir_all(fleet.join("dee")).expect("removed");
    let told = run_on_fleet(&fleet, &["controleer"]);
    assert_eq!(told.code, 0, "{}", told.said());
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", out, "--opruimen"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.said().contains("die dorpen zijn er niet meer: bee, dee"), "{}", ran.said());
    assert_eq!(names(&output), ["aa", "cee"]);
    assert!(!since.exists(), "everything is in the list now");
}
