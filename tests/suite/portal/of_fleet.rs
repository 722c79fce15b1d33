//! A portal among the villages of a fleet comes after them, on one machine and on many.

use std::path::Path;

use crate::portal::villages::{HEAD, command, document, names, region};
use crate::support::{Folder, TODAY, VILLAGE, copy_tree, run, tree};

#[test]
fn a_fleet_makes_its_portal_after_its_villages() {
    let fleet = Folder::new();
    // By its name it would come first.
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
    // Only what others tell changed: the portal is made anew.
    fleet.write("bee/agenda/thee.md", "---\ntitel: Thee\ndatum: 2026-12-03\nbegin: 15.00\nlocatie: dorpshuis\norganisator: dorpsraad\n---\n\nThee.\n");
    let ran = run_on_fleet(&["--only-changed"]);
    assert!(ran.out.contains("2 gemaakt"), "{}", ran.out);
}

/// Many a site says each time that a document is another version, and sends the same.
#[test]
fn a_portal_of_which_only_the_versions_changed_is_left_as_it_is() {
    let fleet = Folder::new();
    fleet.write("aa-portaal/site.yaml", format!("{HEAD}  - ../bron\n"));
    fleet.write("bron/bee/dorp.json", document("bee", "Koffie", "2026-12-01T10:00"));
    let changed =
        |words: &[&str]| command(&[&["dorpen", "bouw", "--alleen-veranderd"], words].concat(), &fleet).out;
    assert!(changed(&[]).contains("1 gemaakt"));
    let list = fleet.read("aa-portaal/.dorpsplein/bronnen/lijst.json");
    let other =
        list.replace("\"etag\":null", "\"etag\":\"een\"").replace("\"modified\":null", "\"modified\":\"nu\"");
    assert_ne!(list, other);
    fleet.write("aa-portaal/.dorpsplein/bronnen/lijst.json", other);
    assert!(changed(&["--zonder-ophalen"]).contains("1 ongewijzigd"));
    fleet.write("bron/bee/dorp.json", document("bee", "Thee", "2026-12-01T10:00"));
    assert!(changed(&["--zonder-ophalen"]).contains("1 ongewijzigd"), "nobody looked");
    assert!(changed(&[]).contains("1 gemaakt"));
}

/// No machine has all villages, so what is on the portal would be chance.
#[test]
fn who_shares_the_work_hears_of_a_portal_that_needs_all_of_it() {
    let fleet = Folder::new();
    for name in ["bee", "cee"] {
        fleet.write(&format!("{name}/site.yaml"), format!("naam: {name}\nomschrijving: Een dorp.\n"));
    }
    let of_part = |words: &[&str]| command(&[&["dorpen", "controleer"], words].concat(), &fleet).said();
    let warning = "het portaal 'aa-portaal' heeft zijn dorpen uit deze map";
    for (sources, named) in [
        ("  - https://bee.example\n  - ../bee/public\n", "'../bee/public'"),
        ("  - ..\n", "'..'"),
        ("  - ../lijst.txt\n", "'cee/public/dorp.json'"),
    ] {
        fleet.write("aa-portaal/site.yaml", format!("{HEAD}{sources}"));
        fleet.write("lijst.txt", "# van de vereniging\nhttps://bee.example\ncee/public/dorp.json\n");
        let said = of_part(&["--deel", "1/2"]);
        assert!(said.contains(warning) && said.contains(named), "{sources}: {said}");
        assert!(
            said.contains("--zonder-portalen") && said.contains("--alleen-portalen"),
            "what to do: {said}"
        );
        assert!(!of_part(&["--deel", "2/2"]).contains(warning), "another machine makes it");
        assert!(!of_part(&["--deel", "1/1"]).contains(warning), "this machine has them all");
        assert!(!of_part(&["--deel", "1/2", "--zonder-portalen"]).contains(warning), "it comes later");
    }
    for sources in ["  - https://bee.example\n  - cee.example\n", "  - dorpen\n  - ../../elders\n"] {
        fleet.write("aa-portaal/site.yaml", format!("{HEAD}{sources}"));
        assert!(!of_part(&["--deel", "1/2"]).contains(warning));
    }
}

/// The way that the workflow goes: machines make their villages, and when all are there the portals come.
#[test]
fn a_portal_of_a_fleet_that_is_shared_by_machines_has_the_villages_of_all() {
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
    // On one machine the portal comes into the same folder, and the next time it finds itself there.
    for words in [&[][..], &[], &["--alleen-veranderd"]] {
        let ran = run_on_fleet(&place, words);
        assert!(ran.code == 0 && !ran.out.contains("waarschuwing"), "{}", ran.said());
    }
    let own = fleet.read("sites/aa-portaal/dorp.json");
    assert!(own.contains(TODAY), "{own}");
    fleet.write("sites/aa-portaal/dorp.json", own.replace(TODAY, "2026-11-22"));
    let ran = run_on_fleet(&place, &["--alleen-portalen", "--alleen-veranderd"]);
    assert!(ran.out.contains("1 ongewijzigd"), "what it tells of itself is not on it: {}", ran.said());
    let villages_only = Folder::new();
    villages_only.write("bee/site.yaml", "naam: Bee\nomschrijving: Een dorp.\n");
    let ran = command(&["dorpen", "bouw", "--alleen-portalen"], &villages_only);
    assert_eq!(
        (ran.code, ran.out.starts_with("0 dorpen")),
        (0, true),
        "a fleet need not have one: {}",
        ran.said()
    );
    let ran = command(&["dorpen", "bouw", "--alleen-portalen", "--zonder-portalen"], &villages_only);
    assert_eq!(ran.code, 64, "{}", ran.said());
}

#[test]
fn who_puts_all_sites_elsewhere_hears_where_a_portal_will_find_its_villages() {
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
        assert!(finds || said_of.contains("de map '../sites'"), "what to do: {said_of}");
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
fn a_portal_can_be_checked_where_nothing_can_be_kept() {
    let fleet = Folder::new();
    fleet.write("portaal/site.yaml", format!("{HEAD}  - dorpen\n"));
    fleet.write("portaal/.dorpsplein", "no folder");
    let ran = command(&["dorpen", "controleer"], &fleet);
    assert!(ran.code == 0 && ran.out.contains("1 dorp: 1 in orde"), "{}", ran.said());
    assert!(ran.out.contains("waarschuwingen in 1: portaal"), "{}", ran.out);
    assert_eq!(command(&["dorpen", "bouw"], &fleet).code, 1);
}

#[test]
fn who_spreads_a_fleet_hears_where_a_portal_will_find_its_villages() {
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
    assert!(said.contains("de map '../sites'"), "what to do: {said}");
    for found in ["  - ../sites\n", "  - ..\n", "  - https://bee.example\n", "  - ../sites/bee\n"] {
        let said = spread(found);
        assert!(!said.contains("zoekt bij"), "{found}: {said}");
    }
    fleet.write("streek/portaal/site.yaml", format!("{HEAD}  - ../../bee\n"));
    fleet.write("fleet.yaml", "dorpen: [bee, streek/portaal]\n");
    let said = run(&["dorpen", "verdeel", &place, "--over", "2"]).said();
    assert!(said.contains("de map '../../sites'"), "as it is seen from the portal: {said}");
    let text = fleet.read(".github/workflows/dorpen.yml");
    let [villages, portals] =
        ["--zonder-portalen --deel", "--alleen-portalen >"].map(|words| text.find(words));
    assert!(villages.is_some() && villages < portals, "{text}");
}
