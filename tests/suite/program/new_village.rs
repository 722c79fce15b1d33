//! Tests `dorpsplein new`: the village builds without a message, and a folder in use is never touched.

use crate::support::{Folder, TODAY, build, check, run, tree};

#[test]
fn a_new_village_builds_without_a_message() {
    let place = Folder::new();
    let village = place.join("Sint-Jansklooster");
    let path = village.to_str().expect("a path");
    let ran = run(&["nieuw", path, "--vandaag", TODAY]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert_eq!(check(&village).err, "geen opmerkingen: deze site kan gemaakt worden\n");
    assert_eq!(build(&village, &village.join("public")).code, 0);
    let home = std::fs::read_to_string(village.join("public/index.html")).expect("a home page");
    assert!(
        home.contains("<h1>Sint-Jansklooster</h1>") && home.contains("Koffie in het dorpshuis"),
        "{home}"
    );
    let handbook = std::fs::read_to_string(village.join("public/handboek/index.html")).expect("a handbook");
    assert!(handbook.contains("dorpsplein thema voeg-toe"), "the handbook explains how to add a theme");
}

#[test]
fn names_with_unusual_characters_work() {
    // Windows allows no colons or quotation marks in names, and no spaces at the end.
    let odd =
        if cfg!(windows) { ["Wâlterswâld (dorp) #1", "--"] } else { ["Wâlterswâld: \"dorp\" #1", "-- "] };
    for name in ["'t Zandt", "Ee", "2e-exloermond", "ja"].into_iter().chain(odd) {
        let place = Folder::new();
        let village = place.join(name);
        let path = village.to_str().expect("a path");
        let ran = run(&["new", "--today", TODAY, "--", path]);
        assert_eq!(ran.code, 0, "{name}: {}", ran.said());
        assert_eq!(check(&village).code, 0, "{name}: {}", check(&village).said());
    }
}

#[test]
fn a_folder_in_use_is_refused() {
    let place = Folder::with(&[("dorp/belangrijk.txt", "niet weg")]);
    let ran = run(&["new", place.join("dorp").to_str().expect("a path")]);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("niet leeg"), "{}", ran.said());
    assert_eq!(tree(&place.join("dorp")).len(), 1);
}

#[test]
fn a_file_in_its_place_is_reported() {
    let place = Folder::with(&[("dorp", "een tekst")]);
    let ran = run(&["nieuw", place.join("dorp").to_str().expect("a path")]);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("hier staat al een bestand met die naam"), "{}", ran.said());
    assert_eq!(tree(place.path()), [("dorp".to_owned(), b"een tekst".to_vec())].into());
}

/// People consider a folder empty that was just cloned or opened.
#[test]
fn files_of_git_and_the_desktop_are_not_in_the_way() {
    let place = Folder::with(&[("dorp/.git/HEAD", "ref: refs/heads/main\n"), ("dorp/.DS_Store", "x")]);
    let ran = run(&["nieuw", place.join("dorp").to_str().expect("a path"), "--vandaag", TODAY]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    place.write("ander/README.md", "# Ander");
    let ran = run(&["nieuw", place.join("ander").to_str().expect("a path")]);
    assert!(ran.code == 2 && ran.err.contains("'README.md'"), "{}", ran.said());
}

/// Half a village would be in the way of the next attempt.
#[cfg(target_os = "linux")]
#[test]
fn a_village_that_cannot_be_written_whole_leaves_nothing_behind() {
    // A path has at most 4,095 bytes: this folder and its first file fit, and files in its subfolders do not.
    const FITS: usize = 4_083;
    let place = Folder::new();
    let mut village = place.path().to_owned();
    while village.as_os_str().len() + 1 < FITS {
        let length = (FITS - village.as_os_str().len() - 1).min(200);
        village.push("d".repeat(length));
    }
    let ran = run(&["nieuw", village.to_str().expect("a path"), "--vandaag", TODAY]);
    assert_eq!(ran.code, 2, "{}", ran.code);
    assert!(ran.err.contains("naam is te lang"), "{}", &ran.err[..60]);
    assert_eq!(std::fs::read_dir(place.path()).expect("a folder").count(), 0, "something was left");
}
