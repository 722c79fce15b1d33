//! Tests many villages in one run: each is built on its own, whatever is wrong with another.

mod gone;
mod history;
mod large;
mod left;
mod lists;
mod places;
mod shared;

use std::fs;

use dorpsplein::fleet::{FleetJob, State, find, run as run_fleet};
use dorpsplein::pipeline::Today;
use dorpsplein::theme::shipped;

use crate::support::{Folder, Ran, TODAY, VILLAGE, as_github_writes, build, run, tree};

/// Returns a fleet of three villages without mistakes, beside a folder that is not a village.
pub fn fleet() -> Folder {
    let fleet = Folder::new();
    for name in ["aa", "bee", "cee"] {
        for (path, text) in VILLAGE {
            fleet.write(&format!("{name}/{path}"), text);
        }
        fleet.write(&format!("{name}/site.yaml"), format!("naam: {name}\nomschrijving: Een dorp.\n"));
    }
    fleet.write("geen-dorp/LEESMIJ.md", "Hier is geen dorp.\n");
    fleet
}

pub fn run_on_fleet(fleet: &Folder, words: &[&str]) -> Ran {
    let place = fleet.path().to_str().expect("a path");
    let mut arguments = vec!["dorpen", words[0], place, "--vandaag", TODAY];
    arguments.extend(&words[1..]);
    run(&arguments)
}

fn break_village(fleet: &Folder, name: &str) {
    fleet.write(&format!("{name}/agenda/koffie.md"), "---\ntitel: Koffie\ndatum: 31 februari 2026\n---\n");
}

#[test]
fn every_village_is_built_as_it_would_be_alone() {
    let fleet = fleet();
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert_eq!(ran.out, "3 dorpen: 3 gemaakt, 0 ongewijzigd, 0 waar iets mis is\n");
    for name in ["aa", "bee", "cee"] {
        let alone = Folder::new();
        assert_eq!(build(&fleet.join(name), &alone.join("public")).code, 0);
        assert_eq!(tree(&fleet.join(&format!("{name}/public"))), tree(&alone.join("public")), "{name}");
    }
    assert!(!fleet.join("geen-dorp/public").exists());
}

#[test]
fn a_village_with_mistakes_keeps_its_site_and_stops_no_other() {
    let fleet = fleet();
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0);
    let before = tree(&fleet.join("bee/public"));
    break_village(&fleet, "bee");
    fleet.write("cee/paginas/nieuw.md", "---\ntitel: Nieuw\n---\n\nTekst.\n");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.out.contains("bee  FOUT: de vorige site staat er nog  1 fout"), "{}", ran.out);
    assert!(ran.out.contains("agenda/koffie.md:3:8 "), "it says where: {}", ran.out);
    assert!(ran.out.contains("3 dorpen: 2 gemaakt, 0 ongewijzigd, 1 waar iets mis is"), "{}", ran.out);
    assert_eq!(tree(&fleet.join("bee/public")), before, "the last good site stays");
    assert!(fleet.join("cee/public/nieuw/index.html").exists(), "the others are still built");
}

#[test]
fn a_check_counts_sound_villages_and_not_built_ones() {
    let fleet = fleet();
    ["aa", "bee", "cee"].iter().for_each(|name| break_village(&fleet, name));
    let ran = run_on_fleet(&fleet, &["controleer"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.out.ends_with("3 dorpen: 0 in orde, 3 waar iets mis is\n"), "{}", ran.out);
}

#[test]
fn a_previous_site_is_mentioned_only_when_it_exists() {
    let fleet = fleet();
    break_village(&fleet, "bee");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert!(ran.out.contains("bee  FOUT: er is nog geen site  1 fout"), "{}", ran.out);
    let ran = run_on_fleet(&fleet, &["controleer"]);
    assert!(ran.out.contains("bee  FOUT  1 fout"), "a check does not mention the site: {}", ran.out);
}

#[test]
fn the_summary_names_the_villages_with_warnings() {
    let fleet = fleet();
    fleet.write("bee/agenda/brief.docx", "geen tekst");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let folder = fleet.join("bee");
    let read = format!("waarschuwingen in 1: bee; lees ze met: dorpsplein controleer {}\n", folder.display());
    assert!(ran.out.ends_with(&read), "{}", ran.out);
    let told: serde_json::Value =
        serde_json::from_str(&run_on_fleet(&fleet, &["controleer", "--vorm", "json"]).out).expect("JSON");
    let of_bee = &told["villages"][1]["told"][0];
    assert_eq!((&of_bee["severity"], &of_bee["file"]), (&"warning".into(), &"agenda/brief.docx".into()));
}

#[test]
fn a_folder_that_only_looks_like_a_village_is_reported() {
    let fleet = fleet();
    fs::rename(fleet.join("bee/site.yaml"), fleet.join("bee/site.yaml.txt")).expect("renamed");
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert!(ran.out.contains("in de map 'bee' moet 'site.yaml.txt' 'site.yaml' heten"), "{}", ran.out);
    assert!(!ran.said().contains("geen-dorp"), "a folder of something else is not mentioned: {}", ran.out);
    assert!(ran.out.contains("3 dorpen: 2 gemaakt, 0 ongewijzigd, 1 waar iets mis is"), "{}", ran.out);
    assert_eq!(ran.code, 1);
    let ran = run_on_fleet(&fleet, &["bouw", "--vorm", "json"]);
    let document: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&document["wrong"], &document["villages"][1]["state"]), (&1.into(), &"refused".into()));
}

#[test]
fn a_windows_path_leads_to_the_same_village_on_every_system() {
    let fleet = fleet();
    fleet.write("lijst/fleet.yaml", "dorpen:\n  - ..\\aa\n  - ..\\bee\n");
    let ran = run(&["dorpen", "bouw", fleet.join("lijst/fleet.yaml").to_str().expect("a path")]);
    assert!(ran.code == 0 && ran.out.contains("2 dorpen: 2 gemaakt"), "{}", ran.said());
}

#[test]
fn mistakes_are_reported_to_github_in_place() {
    let fleet = fleet();
    break_village(&fleet, "bee");
    let ran = run_on_fleet(&fleet, &["controleer", "--vorm", "github"]);
    let folder = as_github_writes(&fleet.join("bee").display().to_string());
    let line = format!("::error file={folder}/agenda/koffie.md,line=3,");
    assert!(ran.out.contains(&line) && ran.out.contains("3 dorpen: "), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn a_link_cannot_put_a_site_in_the_place_of_another() {
    let fleet = fleet();
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0);
    let before = fleet.read("bee/public/index.html");
    fs::remove_dir_all(fleet.join("aa/public")).expect("removed");
    std::os::unix::fs::symlink("../bee/public", fleet.join("aa/public")).expect("a link");
    for _ in 0..2 {
        let ran = run_on_fleet(&fleet, &["bouw"]);
        assert!(
            ran.code == 1 && ran.out.contains("leidt naar een plek buiten de map van dit dorp"),
            "{}",
            ran.out
        );
        assert!(ran.out.contains("3 dorpen: 2 gemaakt"), "the others are still built: {}", ran.out);
        assert_eq!(fleet.read("bee/public/index.html"), before);
    }
    let sites = fleet.join("sites");
    fs::create_dir(&sites).expect("a folder");
    std::os::unix::fs::symlink("bee", sites.join("aa")).expect("a link");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", sites.to_str().expect("a path")]);
    assert!(ran.code == 1 && ran.out.contains("is ook de plek voor de site van 'bee'"), "{}", ran.out);
    assert_eq!(fleet.read("sites/bee/index.html"), before);
}

#[cfg(target_os = "linux")]
#[test]
fn folders_with_almost_the_same_name_get_their_own_site_or_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let fleet = Folder::new();
    for name in [&b"dorp-\xfe"[..], b"dorp-\xff", b"Beek", b"beek"] {
        let folder = fleet.path().join(std::ffi::OsStr::from_bytes(name));
        fs::create_dir(&folder).expect("a folder");
        fs::write(folder.join("site.yaml"), "naam: Dorp\nomschrijving: Een dorp.\n").expect("a file");
    }
    let sites = fleet.join("sites");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", sites.to_str().expect("a path")]);
    assert!(ran.code == 1 && ran.out.contains("4 dorpen: 2 gemaakt, 0 ongewijzigd, 2 waar"), "{}", ran.out);
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert!(ran.code == 0 && ran.out.contains("4 dorpen: 4 gemaakt"), "each in its own folder: {}", ran.out);
}

#[cfg(unix)]
#[test]
fn control_characters_in_names_do_not_reach_the_terminal() {
    let fleet = fleet();
    fleet.write("e\u{1b}[31m\nv/site.yaml", "naam: Vee\n\"a\\e[2Jb\": 1\nwebadres: geen\n");
    let said = run_on_fleet(&fleet, &["bouw"]).said();
    assert!(!said.contains('\u{1b}') && said.contains("e␛[31m␊v"), "{said:?}");
    assert!(said.contains("␛[2J"), "{said:?}");
}

#[test]
fn a_damaged_site_is_rebuilt_and_warnings_are_repeated() {
    let fleet = fleet();
    fleet.write("bee/agenda/brief.docx", "PK");
    let build_changed = || run_on_fleet(&fleet, &["bouw", "--alleen-veranderd"]);
    build_changed();
    let ran = build_changed();
    assert!(ran.out.contains("3 ongewijzigd") && ran.out.contains("waarschuwingen in 1: bee"), "{}", ran.out);
    fs::remove_file(fleet.join("aa/public/index.html")).expect("removed");
    fleet.write("cee/public/index.html", "half");
    let ran = build_changed();
    assert!(ran.out.contains("2 gemaakt, 1 ongewijzigd"), "{}", ran.out);
    assert!(
        fleet.read("aa/public/index.html").contains("<html") && fleet.read("cee/public/index.html").len() > 4
    );
}

#[test]
fn sites_do_not_go_among_the_files_of_a_village() {
    let fleet = fleet();
    let before = tree(fleet.path());
    let among = fleet.join("bee/agenda");
    let ran = run_on_fleet(&fleet, &["bouw", "--uitvoer", among.to_str().expect("a path")]);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.err.contains("in de map van het dorp 'bee'"), "{}", ran.err);
    assert_eq!(tree(fleet.path()), before, "nothing was built");
    let check = run_on_fleet(&fleet, &["controleer"]);
    assert_eq!(check.code, 0, "{}", check.said());
}

/// A run that builds everything records what it built, too.
#[test]
fn a_village_built_by_a_full_run_counts_as_unchanged() {
    let fleet = fleet();
    fleet.write("cee/agenda/brief.docx", "geen tekst");
    let build_fleet = |words: &[&str]| {
        let ran = run_on_fleet(&fleet, words);
        assert_eq!(ran.code, 0, "{}", ran.said());
        ran.out
    };
    let only = ["bouw", "--alleen-veranderd"];
    assert!(build_fleet(&["bouw"]).contains("3 gemaakt, 0 ongewijzigd"));
    let again = build_fleet(&only);
    assert!(again.contains("0 gemaakt, 3 ongewijzigd"), "{again}");
    assert!(again.contains("waarschuwingen in 1: cee"), "the warnings are repeated: {again}");
    fleet.write("aa/paginas/nieuw.md", "---\ntitel: Nieuw\n---\n\nTekst.\n");
    assert!(build_fleet(&["bouw"]).contains("3 gemaakt"), "without the option everything is built");
    assert!(build_fleet(&only).contains("0 gemaakt, 3 ongewijzigd"));
    fleet.write("aa/paginas/nieuw.md", "---\ntitel: Nieuwer\n---\n\nTekst.\n");
    assert!(build_fleet(&only).contains("1 gemaakt, 2 ongewijzigd"));
    break_village(&fleet, "bee");
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 1);
    assert_eq!(run_on_fleet(&fleet, &only).code, 1, "a broken village is reported every time");
}

#[test]
fn an_unchanged_village_is_not_rebuilt() {
    let fleet = fleet();
    let build_fleet = |words: &[&str]| {
        let ran = run_on_fleet(&fleet, words);
        assert_eq!(ran.code, 0, "{}", ran.said());
        ran.out
    };
    let only = ["bouw", "--alleen-veranderd"];
    assert!(build_fleet(&only).contains("3 gemaakt, 0 ongewijzigd"));
    assert!(build_fleet(&only).contains("0 gemaakt, 3 ongewijzigd"));
    fleet.write("aa/paginas/nieuw.md", "---\ntitel: Nieuw\n---\n\nTekst.\n");
    assert!(build_fleet(&only).contains("1 gemaakt, 2 ongewijzigd"));
    fs::remove_dir_all(fleet.join("bee/public")).expect("removed");
    assert!(build_fleet(&only).contains("1 gemaakt, 2 ongewijzigd"), "a missing site is rebuilt");
    let place = fleet.path().to_str().expect("a path");
    let later = run(&["fleet", "build", place, "--only-changed", "--today", "2026-11-24"]);
    assert!(later.out.contains("3 gemaakt"), "another day gives another site: {}", later.said());
}

/// A village may be built into more than one folder, and on its own in between.
#[test]
fn a_site_that_was_built_differently_since_is_rebuilt() {
    let (fleet, output) = (fleet(), Folder::new());
    let build_into = |place: Option<&str>| {
        let place = place.map(|place| output.join(place));
        let place = place.iter().flat_map(|place| ["--uitvoer", place.to_str().expect("a path")]);
        let words: Vec<&str> = ["bouw", "--alleen-veranderd"].into_iter().chain(place).collect();
        let ran = run_on_fleet(&fleet, &words);
        assert_eq!(ran.code, 0, "{}", ran.said());
        ran.out
    };
    assert!(build_into(Some("een")).contains("3 gemaakt"));
    assert!(build_into(Some("twee")).contains("3 gemaakt"));
    fleet.write("aa/paginas/nieuw.md", "---\ntitel: Nieuw\n---\n\nTekst.\n");
    assert!(build_into(Some("een")).contains("1 gemaakt, 2 ongewijzigd"));
    assert!(build_into(Some("twee")).contains("1 gemaakt, 2 ongewijzigd"), "this one still has the old page");
    assert_eq!(tree(&output.join("een/aa")), tree(&output.join("twee/aa")));
    assert!(build_into(Some("een")).contains("0 gemaakt, 3 ongewijzigd"), "the same site in another place");

    assert!(build_into(None).contains("3 gemaakt"));
    let before = tree(&fleet.join("bee/public"));
    let village = fleet.join("bee");
    let village = village.to_str().expect("a path");
    let ran = run(&["bouw", village, "--webadres", "https://proef.example", "--vandaag", TODAY]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert_ne!(tree(&fleet.join("bee/public")), before, "that site is for another address");
    assert!(build_into(None).contains("1 gemaakt, 2 ongewijzigd"));
    assert_eq!(tree(&fleet.join("bee/public")), before);
}

/// At the same moment it may already be tomorrow elsewhere.
#[test]
fn a_village_is_rebuilt_when_a_new_day_begins_in_its_time_zone() {
    let fleet = fleet();
    fleet.write("bee/site.yaml", "naam: bee\nomschrijving: Een dorp.\ntijdzone: Pacific/Auckland\n");
    let villages = find(fleet.path()).expect("a fleet");
    let run_on_fleet = |moment: &str| {
        let job = FleetJob {
            shipped: &shipped(),
            today: Today::At(moment.parse().expect("a moment")),
            version: String::new(),
            output: None,
            only_changed: true,
            is_check: false,
            gathers: false,
            clock: &|| 0.0,
        };
        let made = run_fleet(&villages, &job, |_| {});
        made.iter().map(|it| matches!(it.state, State::Published(_))).collect::<Vec<_>>()
    };
    assert_eq!(run_on_fleet("2026-11-23T10:00:00Z"), [true, true, true]);
    assert_eq!(run_on_fleet("2026-11-23T12:00:00Z"), [false, true, false], "in Auckland it is tomorrow");
    assert_eq!(run_on_fleet("2026-11-23T22:00:00Z"), [false, false, false]);
    assert_eq!(
        run_on_fleet("2026-11-23T23:00:00Z"),
        [true, false, true],
        "and now a new day begins here too"
    );
}

#[test]
fn the_outcome_can_be_read_by_programs() {
    let fleet = fleet();
    break_village(&fleet, "bee");
    let ran = run_on_fleet(&fleet, &["controleer", "--vorm", "json"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((told["good"].as_u64(), told["wrong"].as_u64()), (Some(2), Some(1)));
    let states: Vec<_> =
        told["villages"].as_array().expect("villages").iter().map(|it| it["state"].as_str()).collect();
    assert_eq!(states, [Some("sound"), Some("wrong"), Some("sound")]);
    assert_eq!(told["villages"][1]["told"][0]["file"], "agenda/koffie.md");
    assert!(!fleet.join("aa/public").exists(), "a check builds nothing");
}

#[test]
fn machines_share_the_work_and_nothing_is_built_twice() {
    let fleet = fleet();
    let output = Folder::new();
    let out = output.path().to_str().expect("a path");
    let mut made = Vec::new();
    for shard in ["1/2", "2/2"] {
        let ran = run_on_fleet(&fleet, &["bouw", "--deel", shard, "--uitvoer", out, "--vorm", "json"]);
        assert_eq!(ran.code, 0, "{}", ran.said());
        let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        made.extend(
            told["villages"].as_array().expect("villages").iter().map(|it| it["village"].to_string()),
        );
    }
    made.sort();
    assert_eq!(made, ["\"aa\"", "\"bee\"", "\"cee\""]);
    for name in ["aa", "bee", "cee"] {
        assert!(output.join(&format!("{name}/index.html")).exists(), "{name}");
        assert!(!fleet.join(&format!("{name}/public")).exists());
    }
    for wrong in ["0/2", "3/2", "2", "a/b", "1/0"] {
        let ran = run_on_fleet(&fleet, &["bouw", "--deel", wrong]);
        assert!(ran.code == 64 && ran.said().contains("schrijf bijvoorbeeld 2/8"), "{wrong}: {}", ran.said());
    }
}
