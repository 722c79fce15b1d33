//! Which villages are of a fleet, and where their sites go: a list says so, and what is wrong in it is told.

use std::fs;

use crate::fleet::{fleet, run_on_fleet};
use crate::support::{TODAY, VILLAGE, build, run};

#[test]
fn a_list_names_the_villages_and_its_mistakes_are_told() {
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
    assert!(fleet.join("anders/aa/index.html").exists(), "the others go on");
    let nowhere = run(&["dorpen", "bouw", fleet.join("geen-dorp").to_str().expect("a path")]);
    assert!(nowhere.code == 2 && nowhere.said().contains("geen dorp gevonden"), "{}", nowhere.said());
}

#[test]
fn a_list_that_is_written_another_way_is_told_how_it_should_be() {
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
        // On a disk that makes no difference between capitals, that is a village.
        if cfg!(windows) && list.contains("Bee") {
            continue;
        }
        fleet.write("fleet.yaml", list);
        let ran = run_on_fleet(&fleet, &["controleer"]);
        assert!(ran.code != 0 && ran.said().contains(said), "{list}: {}", ran.said());
    }
}

/// A note or a doubt is no reason to make nothing for all villages.
#[test]
fn only_a_mistake_in_a_list_keeps_a_fleet_in_the_harbour() {
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
fn a_list_without_villages_or_with_an_address_for_a_folder_says_so() {
    let fleet = fleet();
    for (list, code, said) in [
        ("dorpen:\n  - \n", 2, "fleet.yaml' staat nog geen dorp"),
        ("dorpen:\n  - aa\nuitvoer: https://sites.example\n", 2, "'https://sites.example' is een webadres"),
        ("dorpen:\n  - aa/site.yaml\n", 1, "bedoel je 'aa'?"),
    ] {
        fleet.write("fleet.yaml", list);
        let ran = run_on_fleet(&fleet, &["bouw"]);
        assert!(ran.code == code && ran.said().contains(said), "{list}: {} {}", ran.code, ran.said());
        assert!(!fleet.join("https:").exists() && !fleet.join("aa/public").exists(), "nothing is made");
    }
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", "https://sites.example"]);
    assert!(ran.code == 2 && ran.said().contains("is een webadres"), "{}", ran.said());
}

#[test]
fn a_village_that_lies_elsewhere_is_put_in_the_folder_for_sites_all_the_same() {
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
fn a_village_does_not_lie_in_another() {
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
        assert!(!fleet.join("sites").exists(), "nothing is made");
    }
    fs::remove_dir_all(fleet.join("aa/kern")).expect("it was there");
    fleet.write("fleet.yaml", "dorpen:\n  - aa\n  - aa-kern\n  - aa\nuitvoer: sites\n");
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0, "a name that only begins alike is another folder");
}

#[test]
fn one_village_is_told_where_many_were_asked_for() {
    let fleet = fleet();
    for place in [fleet.join("aa"), fleet.join("aa/site.yaml")] {
        let ran = run(&["dorpen", "controleer", place.to_str().expect("a path"), "--vandaag", TODAY]);
        assert_eq!(ran.code, 2, "{}", ran.said());
        assert!(ran.err.contains("is zelf een dorp"), "{}", ran.err);
        assert!(ran.err.contains("dorpsplein bouw "), "{}", ran.err);
    }
}

#[test]
fn a_site_that_was_made_in_the_folder_of_a_fleet_is_no_village() {
    let fleet = fleet();
    assert_eq!(build(&fleet.join("aa"), &fleet.join("site-van-aa")).code, 0);
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.out.contains("3 dorpen: 3 gemaakt"), "{}", ran.out);
}
