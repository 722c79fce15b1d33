//! Tests the list of a fleet: which villages it names, where their sites go, and what mistakes in it lead to.

use std::fs;

use crate::fleet::{fleet, run_on_fleet};
use crate::support::{TODAY, VILLAGE, build, run};

#[test]
fn a_list_names_the_villages_and_its_mistakes_are_reported() {
    let fleet = fleet();
    fleet.write("fleet.yaml", "dorpen:\n  - cee\n  - aa\nuitvoer: sites\n");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(fleet.join("sites/aa/index.html").exists() && fleet.join("sites/cee/index.html").exists());
    assert!(!fleet.join("sites/bee").exists() && !fleet.join("bee/public").exists());
    fleet.write("fleet.yaml", "dorpen:\n  - dee\nuitvoerr: sites\n");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.said().contains("bedoel je 'uitvoer'?"), "{}", ran.said());
    fleet.write("fleet.yaml", "dorpen:\n  - dee\n  - aa\nuitvoer: anders\n");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    for said in ["'dee' is geen map met een site.yaml (fleet.yaml, regel 2)", "2 dorpen: 1 gemaakt"] {
        assert!(ran.out.contains(said), "{said}: {}", ran.said());
    }
    assert!(fleet.join("anders/aa/index.html").exists(), "the others are still built");
    let nowhere = run(&["dorpen", "bouw", fleet.join("geen-dorp").to_str().expect("a path")]);
    assert!(nowhere.code == 2 && nowhere.said().contains("geen dorp gevonden"), "{}", nowhere.said());
}

#[test]
fn a_list_in_the_wrong_form_is_answered_with_the_right_one() {
    let fleet = fleet();
    for (list, said) in [
        ("dorpen: aa, bee\n", "zet elk dorp op een eigen regel: '- aa', '- bee'"),
        ("dorpen:\n- aa cee\n", "zet elk dorp op een eigen regel: '- aa', '- cee'"),
        ("dorpen:\n- Bee\n", "bedoel je 'bee'?"),
        ("- aa\n- bee\n", "zet boven de lijst een regel met 'dorpen:'"),
        ("aa\nbee\n", "zet boven de lijst een regel met 'dorpen:'"),
        ("dorpen:\n- map: aa\n", "= schrijf: - aa"),
        ("dorpen:\n- naam: aa\n  map: aa\n", "zet hier alleen de waarden, elk op een eigen regel"),
    ] {
        // Where the file system ignores case, `Bee` is a village.
        if cfg!(windows) && list.contains("Bee") {
            continue;
        }
        fleet.write("fleet.yaml", list);
        let ran = run_on_fleet(&fleet, &["controleer"]);
        assert!(ran.code != 0 && ran.said().contains(said), "{list}: {}", ran.said());
    }
}

/// A comment must not keep every village from being built.
#[test]
fn comments_in_a_list_do_not_stop_a_fleet() {
    let fleet = fleet();
    fleet.write(
        "fleet.yaml",
        "dorpen:\n  - aa # sinds 2024\n  - bee  # Bee aan Zee\n  # - cee\nuitvoer: sites # alle\n",
    );
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!((ran.code, &*ran.err), (0, ""), "{}", ran.said());
    assert!(ran.out.contains("2 dorpen: 2 gemaakt"), "{}", ran.said());
    assert!(fleet.join("sites/bee/index.html").exists());
}

#[test]
fn a_list_without_villages_or_with_a_web_address_as_folder_is_refused() {
    let fleet = fleet();
    for (list, code, said) in [
        ("dorpen:\n  - \n", 2, "fleet.yaml' staat nog geen dorp"),
        ("dorpen:\n  - aa\nuitvoer: https://sites.example\n", 2, "'https://sites.example' is een webadres"),
        ("dorpen:\n  - aa/site.yaml\n", 1, "bedoel je 'aa'?"),
    ] {
        fleet.write("fleet.yaml", list);
        let ran = run_on_fleet(&fleet, &["bouw"]);
        assert!(ran.code == code && ran.said().contains(said), "{list}: {} {}", ran.code, ran.said());
        assert!(!fleet.join("https:").exists() && !fleet.join("aa/public").exists(), "nothing is built");
    }
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", "https://sites.example"]);
    assert!(ran.code == 2 && ran.said().contains("is een webadres"), "{}", ran.said());
}

#[test]
fn the_site_of_a_village_elsewhere_still_goes_into_the_folder_for_sites() {
    let fleet = fleet();
    fleet.write("vloot/fleet.yaml", "dorpen:\n  - ../aa\n  - ../bee/\nuitvoer: sites\n");
    let list = fleet.join("vloot/fleet.yaml");
    let list = list.to_str().expect("a path");
    let ran = run(&["dorpen", "bouw", list, "--vandaag", TODAY]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    for name in ["aa", "bee"] {
        assert!(fleet.join(&format!("vloot/sites/{name}/index.html")).exists(), "{}", ran.said());
    }
    for (path, text) in VILLAGE {
        fleet.write(&format!("ver/aa/{path}"), text);
    }
    fleet.write("vloot/fleet.yaml", "dorpen:\n  - ../aa\n  - ../ver/aa\nuitvoer: sites\n");
    let ran = run(&["dorpen", "bouw", list, "--vandaag", TODAY]);
    assert!(ran.code == 1 && ran.said().contains("een ander dorp dat 'aa' heet"), "{}", ran.said());
}

#[test]
fn a_village_inside_another_is_refused() {
    let fleet = fleet();
    for (path, text) in VILLAGE {
        fleet.write(&format!("aa/kern/{path}"), text);
        fleet.write(&format!("aa-kern/{path}"), text);
    }
    for (list, place) in [("  - aa\n  - aa/kern\n", "3:5"), ("  - aa/kern\n  - bee\n  - aa/\n", "4:5")] {
        fleet.write("fleet.yaml", format!("dorpen:\n{list}uitvoer: sites\n"));
        let ran = run_on_fleet(&fleet, &["bouw"]);
        assert_eq!(ran.code, 1, "{}", ran.said());
        for said in [&format!("fleet.yaml:{place}"), "het dorp 'aa/kern' ligt in de map van het dorp 'aa'"] {
            assert!(ran.said().contains(said), "{said}: {}", ran.said());
        }
        assert!(!fleet.join("sites").exists(), "nothing is built");
    }
    fs::remove_dir_all(fleet.join("aa/kern")).expect("removed");
    fleet.write("fleet.yaml", "dorpen:\n  - aa\n  - aa-kern\n  - aa\nuitvoer: sites\n");
    assert_eq!(
        run_on_fleet(&fleet, &["bouw"]).code,
        0,
        "a folder whose name only begins the same is another one"
    );
}

#[test]
fn a_single_village_is_refused_where_a_fleet_is_expected() {
    let fleet = fleet();
    for place in [fleet.join("aa"), fleet.join("aa/site.yaml")] {
        let ran = run(&["dorpen", "controleer", place.to_str().expect("a path"), "--vandaag", TODAY]);
        assert_eq!(ran.code, 2, "{}", ran.said());
        assert!(ran.err.contains("is zelf een dorp"), "{}", ran.err);
        assert!(ran.err.contains("dorpsplein bouw "), "{}", ran.err);
    }
}

#[test]
fn a_built_site_in_the_folder_of_a_fleet_is_not_a_village() {
    let fleet = fleet();
    assert_eq!(build(&fleet.join("aa"), &fleet.join("site-van-aa")).code, 0);
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.out.contains("3 dorpen: 3 gemaakt"), "{}", ran.out);
}
