//! `dorpsplein new` makes a village that builds without a remark, and never touches a folder in use.

use crate::support::{Folder, TODAY, build, check, run, tree};

#[test]
fn a_new_village_builds_without_a_remark() {
    let place = Folder::new();
    let village = place.join("Sint-Jansklooster");
    let path = village.to_str().expect("a path");
    let ran = run(&["nieuw", path, "--vandaag", TODAY]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert_eq!(check(&village).err, "geen opmerkingen: deze site kan gemaakt worden\n");
    assert_eq!(build(&village, &village.join("public")).code, 0);
    let home = std::fs::read_to_string(village.join("public/index.html")).expect("a home page");
    assert!(
        home.contains("<h1>Sint Jansklooster</h1>") && home.contains("Koffie in het dorpshuis"),
        "{home}"
    );
    assert!(village.join("public/handboek/index.html").exists());
}

#[test]
fn names_with_odd_signs_work_as_well() {
    for name in ["'t Zandt", "Ee", "Wâlterswâld: \"dorp\" #1", "2e-exloermond", "-- ", "ja"] {
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
