//! Tests where the sites of a fleet go: one run at a time, a check judges as a build does, and machines elsewhere
//! have only what is in the folder.

use std::fs;

use dorpsplein::fleet::find;

use crate::fleet::{fleet, run_on_fleet};
use crate::support::{Folder, VILLAGE, build, run};

fn path(folder: &Folder) -> &str {
    folder.path().to_str().expect("a path")
}

#[test]
fn two_runs_do_not_put_sites_into_one_folder_at_once() {
    let (fleet, output) = (fleet(), Folder::new());
    let villages = find(fleet.path()).expect("a fleet");
    let into = ["bouw", "--uitvoer", path(&output)];
    let part = ["bouw", "--uitvoer", path(&output), "--deel", "1/2"];
    let is_refused = |words: &[&str]| {
        let ran = run_on_fleet(&fleet, words);
        assert!([0, 2].contains(&ran.code), "{}", ran.said());
        ran.err.contains("maakt een ander Dorpsplein nu ook sites") && ran.code == 2
    };
    let busy = villages.lock(Some(output.path()), false).expect("nobody is busy");
    let why = villages.lock(Some(output.path()), false).expect_err("the other is busy");
    assert!(why.en.contains("another Dorpsplein is building sites in"), "{}", why.en);
    assert!(is_refused(&into) && is_refused(&part), "whatever the other builds");
    assert!(!output.join("aa").exists(), "nothing was built");
    assert!(!is_refused(&["controleer"]) && !is_refused(&["bouw"]), "another folder is free");
    drop(busy);
    let busy = villages.lock(Some(output.path()), true).expect("nobody is busy");
    assert!(is_refused(&into) && !is_refused(&part), "parts go together");
    drop(busy);
    let busy = villages.lock(None, false).expect("nobody is busy");
    assert!(is_refused(&["bouw"]) && !is_refused(&into), "without one folder it is about that of the fleet");
    drop(busy);
    assert!(!is_refused(&["bouw"]));
    let left = [&fleet, &output].map(|folder| folder.join(".dorpsplein-").exists());
    assert_eq!(left, [false, false]);
}

#[test]
fn a_check_refuses_the_places_that_a_build_refuses() {
    let fleet = fleet();
    let both = |words: &[&str]| {
        ["controleer", "bouw"].map(|command| run_on_fleet(&fleet, &[&[command], words].concat()))
    };
    fleet.write("bee/public/brief.txt", "van iemand");
    for ran in both(&[]) {
        assert!(
            ran.code == 1 && ran.out.contains("staan bestanden die niet van Dorpsplein zijn"),
            "{}",
            ran.out
        );
    }
    for ran in both(&["--uitvoer", fleet.join("aa/agenda").to_str().expect("a path")]) {
        assert!(ran.code == 2 && ran.err.contains("in de map van het dorp 'aa'"), "{}", ran.said());
    }
    fs::remove_dir_all(fleet.join("bee/public")).expect("removed");
    fleet.write("fleet.yaml", "dorpen: [aa, bee]\nuitvoer: sites\n");
    assert_eq!(build(&fleet.join("cee"), &fleet.join("sites/bee")).code, 0);
    for ran in both(&[]) {
        assert!(ran.code == 1 && ran.out.contains("staat al de site van een ander dorp"), "{}", ran.out);
    }
    let other = both(&["--uitvoer", fleet.join("anders").to_str().expect("a path")]);
    assert_eq!(other.map(|ran| ran.code), [0, 0]);
}

#[cfg(unix)]
#[test]
fn a_check_refuses_a_link_to_the_place_of_another_site() {
    let fleet = fleet();
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0);
    fs::remove_dir_all(fleet.join("aa/public")).expect("removed");
    std::os::unix::fs::symlink("../bee/public", fleet.join("aa/public")).expect("a link");
    let ran = run_on_fleet(&fleet, &["controleer"]);
    assert!(ran.code == 1 && ran.out.contains("leidt naar een plek buiten de map"), "{}", ran.out);
    assert!(ran.out.ends_with("3 dorpen: 2 in orde, 1 waar iets mis is\n"), "{}", ran.out);
}

#[test]
fn a_check_counts_as_a_check_when_no_village_can_be_checked() {
    let fleet = Folder::new();
    fleet.write("aa/site.yml", "naam: Aa\n");
    let ran = run_on_fleet(&fleet, &["controleer"]);
    assert!(ran.out.ends_with("1 dorp: 0 in orde, 1 waar iets mis is\n"), "{}", ran.out);
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert!(ran.out.ends_with("1 dorp: 0 gemaakt, 0 ongewijzigd, 1 waar iets mis is\n"), "{}", ran.out);
}

#[test]
fn json_says_what_it_leaves_out_and_whether_the_site_stays() {
    let fleet = fleet();
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0);
    fs::remove_dir_all(fleet.join("cee/public")).expect("removed");
    for number in 0..25 {
        fleet.write(&format!("bee/agenda/k{number}.md"), "---\ntitel: K\ndatum: 31 februari 2026\n---\n");
    }
    fleet.write("cee/agenda/k.md", "---\ntitel: K\ndatum: 31 februari 2026\n---\n");
    let ran = run_on_fleet(&fleet, &["bouw", "--vorm", "json"]);
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let villages = told["villages"].as_array().expect("villages");
    let of = |key: &str| villages.iter().map(|it| it[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("previous_site"), [serde_json::Value::Null, true.into(), false.into()]);
    assert_eq!(of("not_told"), [0, 5, 0], "{}", ran.out);
}

#[test]
fn villages_of_one_name_each_have_their_own_site_unless_all_go_into_one_folder() {
    let fleet = fleet();
    for (path, text) in VILLAGE {
        fleet.write(&format!("ver/aa/{path}"), text);
    }
    fleet.write("lijst/fleet.yaml", "dorpen:\n  - ../aa\n  - ../ver/aa\n");
    let list = fleet.join("lijst/fleet.yaml").display().to_string();
    let ran = run(&["dorpen", "bouw", &list]);
    assert!(ran.code == 0 && ran.out.contains("2 dorpen: 2 gemaakt"), "{}", ran.said());
    assert!(fleet.join("aa/public").exists() && fleet.join("ver/aa/public").exists());
    let ran = run(&["dorpen", "bouw", &list, "-o", fleet.join("sites").to_str().expect("a path")]);
    assert!(ran.code == 1 && ran.out.contains("is ook de plek voor de site van 'aa'"), "{}", ran.said());
}

#[test]
fn spreading_a_fleet_warns_about_what_github_does_not_see() {
    let fleet = fleet();
    let spread =
        |folder: &str| run(&["dorpen", "verdeel", fleet.join(folder).to_str().expect("a path")]).said();
    fs::create_dir_all(fleet.join(".git")).expect("a folder");
    let said = spread("");
    assert!(!said.contains("GitHub kijkt alleen") && !said.contains("bij GitHub"), "{said}");
    for (path, text) in VILLAGE {
        fleet.write(&format!("sites/{path}"), text);
        fleet.write(&format!("onder/dee/{path}"), text);
    }
    assert!(spread("").contains("zo heet als de map van het dorp 'sites'"), "{}", spread(""));
    let said = spread("onder");
    assert!(
        said.contains("GitHub kijkt alleen in '") && said.contains("workflows', en doet niets"),
        "{said}"
    );
    let away = Folder::new();
    for (path, text) in VILLAGE {
        away.write(&format!("ver/{path}"), text);
    }
    let ver = away.join("ver").display().to_string();
    fleet.write(
        "portaal/site.yaml",
        format!("naam: P\nomschrijving: P.\nsoort: portaal\nbronnen: ['{ver}']\n"),
    );
    fleet.write("fleet.yaml", format!("dorpen: [aa, '{ver}', portaal]\n"));
    let said = spread("");
    assert!(said.contains("zijn er bij GitHub dus niet: ver"), "{said}");
    assert!(said.contains("het portaal 'portaal' zoekt bij '"), "{said}");
    let portal = fleet.join("portaal").display().to_string();
    let said = run(&["host", "kies", "netlify", &portal]).said();
    assert!(said.contains("dit portaal zoekt bij '") && said.contains("Netlify bewaart niets"), "{said}");
}
