//! Tests a portal in a fleet: it is built after its villages, on one machine and on many.

use std::path::Path;

use crate::portal::villages::{HEAD, command, document, names, region};
use crate::support::{Folder, TODAY, VILLAGE, copy_tree, run, tree};

#[test]
fn a_fleet_builds_its_portal_after_its_villages() {
    let fleet = Folder::new();
    // By name it would come first.
    fleet.write("aa-portaal/site.yaml", format!("{HEAD}  - ../bee/public\n"));
    for (path, text) in VILLAGE {
        fleet.write(&format!("bee/{path}"), text);
    }
    let run_on_fleet = |words: &[&str]| command(&[&["fleet", "build"], words].concat(), &fleet);
    let ran = run_on_fleet(&[]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.out.contains("2 dorpen: 2 gemaakt"), "{}", ran.out);
    let portal = Folder::new();
    copy_tree(&fleet.join("aa-portaal"), portal.path());
    assert_eq!(names(&region(&portal, TODAY).0), ["Testdorp"]);
    assert!(run_on_fleet(&["--only-changed"]).out.contains("2 ongewijzigd"));
    // Only what others publish changed: the portal is rebuilt.
    fleet.write("bee/agenda/thee.md", "---\ntitel: Thee\ndatum: 2026-12-03\nbegin: 15.00\nlocatie: dorpshuis\norganisator: dorpsraad\n---\n\nThee.\n");
    let ran = run_on_fleet(&["--only-changed"]);
    assert!(ran.out.contains("2 gemaakt"), "{}", ran.out);
}

/// Many servers report a new version of a document every time and send the same one.
#[test]
fn a_portal_is_not_rebuilt_when_only_the_versions_of_its_sources_change() {
    let fleet = Folder::new();
    fleet.write("aa-portaal/site.yaml", format!("{HEAD}  - ../bron\n"));
    fleet.write("bron/bee/dorp.json", document("bee", "Koffie", "2026-12-01T10:00"));
    let build_changed =
        |words: &[&str]| command(&[&["dorpen", "bouw", "--alleen-veranderd"], words].concat(), &fleet).out;
    assert!(build_changed(&[]).contains("1 gemaakt"));
    let list = fleet.read("aa-portaal/.dorpsplein/bronnen/lijst.json");
    let other =
        list.replace("\"etag\":null", "\"etag\":\"een\"").replace("\"modified\":null", "\"modified\":\"nu\"");
    assert_ne!(list, other);
    fleet.write("aa-portaal/.dorpsplein/bronnen/lijst.json", other);
    assert!(build_changed(&["--zonder-ophalen"]).contains("1 ongewijzigd"));
    fleet.write("bron/bee/dorp.json", document("bee", "Thee", "2026-12-01T10:00"));
    assert!(build_changed(&["--zonder-ophalen"]).contains("1 ongewijzigd"), "nothing was gathered");
    assert!(build_changed(&[]).contains("1 gemaakt"));
}

/// No machine has all the villages, so the contents of the portal would be left to chance.
#[test]
fn sharing_the_work_warns_about_a_portal_that_needs_every_village() {
    let fleet = Folder::new();
    for name in ["bee", "cee"] {
        fleet.write(&format!("{name}/site.yaml"), format!("naam: {name}\nomschrijving: Een dorp.\n"));
    }
    let check_part = |words: &[&str]| command(&[&["dorpen", "controleer"], words].concat(), &fleet).said();
    let warning = "het portaal 'aa-portaal' heeft zijn dorpen uit deze map";
    for (sources, named) in [
        ("  - https://bee.example\n  - ../bee/public\n", "'../bee/public'"),
        ("  - ..\n", "'..'"),
        ("  - ../lijst.txt\n", "'cee/public/dorp.json'"),
    ] {
        fleet.write("aa-portaal/site.yaml", format!("{HEAD}{sources}"));
        fleet.write("lijst.txt", "# van de vereniging\nhttps://bee.example\ncee/public/dorp.json\n");
        let said = check_part(&["--deel", "1/2"]);
        assert!(said.contains(warning) && said.contains(named), "{sources}: {said}");
        assert!(
            said.contains("--zonder-portalen") && said.contains("--alleen-portalen"),
            "it says what to do: {said}"
        );
        assert!(!check_part(&["--deel", "2/2"]).contains(warning), "another machine builds it");
        assert!(!check_part(&["--deel", "1/1"]).contains(warning), "this machine has them all");
        assert!(!check_part(&["--deel", "1/2", "--zonder-portalen"]).contains(warning), "it is built later");
    }
    for sources in ["  - https://bee.example\n  - cee.example\n", "  - dorpen\n  - ../../elders\n"] {
        fleet.write("aa-portaal/site.yaml", format!("{HEAD}{sources}"));
        assert!(!check_part(&["--deel", "1/2"]).contains(warning));
    }
}

/// As the workflow does it: machines build their villages, and once all are there the portals follow.
#[test]
fn a_portal_has_the_villages_of_all_machines_that_share_a_fleet() {
    let fleet = Folder::new();
    fleet.write("aa-portaal/site.yaml", format!("{HEAD}  - ../sites\n"));
    for name in ["bee", "cee", "dee"] {
        for (path, text) in VILLAGE {
            fleet.write(&format!("{name}/{path}"), text.replace("Testdorp", name).replace("testdorp", name));
        }
    }
    let (place, sites) = (fleet.join("sites"), fleet.join("sites-of-portals"));
    let run_on_fleet = |output: &Path, words: &[&str]| {
        let output = output.to_str().expect("a path");
        command(&[&["dorpen", "bouw", "--uitvoer", output], words].concat(), &fleet)
    };
    let mut made = 0;
    for part in ["1/2", "2/2"] {
        let ran = run_on_fleet(&place, &["--zonder-portalen", "--deel", part]);
        assert_eq!(ran.code, 0, "{}", ran.said());
        made += tree(&place).len();
        assert!(!place.join("aa-portaal").exists());
    }
    assert!(
        made > 0 && ["bee", "cee", "dee"].iter().all(|name| place.join(name).join("dorp.json").is_file())
    );
    let ran = run_on_fleet(&sites, &["--alleen-portalen", "--alleen-veranderd"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.out.contains("1 dorp: 1 gemaakt"), "{}", ran.out);
    let page = fleet.read("sites-of-portals/aa-portaal/dorpen/index.html");
    assert!(["bee", "cee", "dee"].iter().all(|name| page.contains(&format!(">{name}<"))), "{page}");
    // On one machine the portal goes into the same folder, where the next run finds it among its sources.
    for words in [&[][..], &[], &["--alleen-veranderd"]] {
        let ran = run_on_fleet(&place, words);
        assert!(ran.code == 0 && !ran.out.contains("waarschuwing"), "{}", ran.said());
    }
    let own = fleet.read("sites/aa-portaal/dorp.json");
    assert!(own.contains(TODAY), "{own}");
    fleet.write("sites/aa-portaal/dorp.json", own.replace(TODAY, "2026-11-22"));
    let ran = run_on_fleet(&place, &["--alleen-portalen", "--alleen-veranderd"]);
    assert!(ran.out.contains("1 ongewijzigd"), "its own dorp.json does not count: {}", ran.said());
    let villages_only = Folder::new();
    villages_only.write("bee/site.yaml", "naam: Bee\nomschrijving: Een dorp.\n");
    let ran = command(&["dorpen", "bouw", "--alleen-portalen"], &villages_only);
    assert_eq!(
        (ran.code, ran.out.starts_with("0 dorpen")),
        (0, true),
        "a fleet need not have a portal: {}",
        ran.said()
    );
    let ran = command(&["dorpen", "bouw", "--alleen-portalen", "--zonder-portalen"], &villages_only);
    assert_eq!(ran.code, 64, "{}", ran.said());
}

#[test]
fn another_output_folder_warns_about_a_portal_that_looks_in_the_old_place() {
    let fleet = Folder::new();
    fleet.write("bee/site.yaml", "naam: Bee\nomschrijving: Een dorp.\n");
    let sites = fleet.join("sites");
    let said = |sources: &str, words: &[&str]| {
        fleet.write("aa-portaal/site.yaml", format!("{HEAD}{sources}"));
        command(&[&["dorpen", "bouw", "--zonder-ophalen"], words].concat(), &fleet).err
    };
    let elsewhere = ["--uitvoer", sites.to_str().expect("a path")];
    for (source, words) in [
        ("../bee/public", "zoekt bij '../bee/public', maar de site van 'bee' komt zo in"),
        ("..", "zoekt bij '..', maar"),
    ] {
        let said_of = said(&format!("  - {source}\n"), &elsewhere);
        let finds = source == "..";
        assert_eq!(said_of.contains(words), !finds, "{source}: {said_of}");
        assert!(finds || said_of.contains("de map '../sites'"), "it says what to do: {said_of}");
    }
    for found in ["  - ../sites\n", "  - https://bee.example\n", "  - ../sites/bee\n"] {
        let said = said(found, &elsewhere);
        assert!(!said.contains("zoekt bij"), "{found}: {said}");
    }
    assert!(!said("  - ../bee/public\n", &[]).contains("zoekt bij"));
    let away = Folder::new();
    let said = said("  - ..\n", &["--uitvoer", away.path().to_str().expect("a path")]);
    assert!(said.contains("zoekt bij '..', maar de sites van de dorpen komen zo in"), "{said}");
}

#[test]
fn a_portal_can_be_checked_where_nothing_can_be_stored() {
    let fleet = Folder::new();
    fleet.write("portaal/site.yaml", format!("{HEAD}  - dorpen\n"));
    fleet.write("portaal/.dorpsplein", "no folder");
    let ran = command(&["dorpen", "controleer"], &fleet);
    assert!(ran.code == 0 && ran.out.contains("1 dorp: 1 in orde"), "{}", ran.said());
    assert!(ran.out.contains("waarschuwingen in 1: portaal"), "{}", ran.out);
    assert_eq!(command(&["dorpen", "bouw"], &fleet).code, 1);
}

#[test]
fn spreading_a_fleet_warns_about_a_portal_that_looks_in_the_old_place() {
    let fleet = Folder::new();
    fleet.write("bee/site.yaml", "naam: Bee\nomschrijving: Een dorp.\n");
    let place = fleet.path().to_str().expect("a path").to_owned();
    let spread = |sources: &str| {
        fleet.write("aa-portaal/site.yaml", format!("{HEAD}{sources}"));
        run(&["dorpen", "verdeel", &place, "--over", "2"]).said()
    };
    let said = spread("  - https://bee.example\n  - ../bee/public\n");
    assert!(
        said.contains("zoekt bij '../bee/public', maar de site van 'bee' komt zo in 'sites/bee'"),
        "{said}"
    );
    assert!(said.contains("de map '../sites'"), "it says what to do: {said}");
    for found in ["  - ../sites\n", "  - ..\n", "  - https://bee.example\n", "  - ../sites/bee\n"] {
        let said = spread(found);
        assert!(!said.contains("zoekt bij"), "{found}: {said}");
    }
    fleet.write("streek/portaal/site.yaml", format!("{HEAD}  - ../../bee\n"));
    fleet.write("fleet.yaml", "dorpen: [bee, streek/portaal]\n");
    let said = run(&["dorpen", "verdeel", &place, "--over", "2"]).said();
    assert!(said.contains("de map '../../sites'"), "the path starts at the portal: {said}");
    let text = fleet.read(".github/workflows/dorpen.yml");
    let [villages, portals] =
        ["--zonder-portalen --deel", "--alleen-portalen >"].map(|words| text.find(words));
    assert!(villages.is_some() && villages < portals, "{text}");
}
