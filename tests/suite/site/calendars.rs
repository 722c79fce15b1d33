//! Calendars are stable: the same on another day, an event keeps its UID, and a newer version says so.

use std::path::Path;

use crate::support::calendar::{COFFEE, calendar, values, village_of};
use crate::support::git::git;
use crate::support::{Folder, Ran, TODAY, VILLAGE, copy_tree, program, run, tree};

#[test]
fn a_calendar_does_not_change_with_the_day() {
    let site = Folder::with(VILLAGE);
    site.write(
        "agenda/gym.md",
        "---\ntitel: Gym\nherhaling: elke maandag\nbegin: 9.00\nbehalve: feestdagen\n---\n",
    );
    site.write("agenda/thee.md", format!("---\n{COFFEE}\norganisator: dorpsraad\nlocatie: dorpshuis\n---\n"));
    site.write(
        "agenda/oud.md",
        "---\ntitel: Oud\nherhaling: elke dag\nvanaf: 2025-01-01\ntot: 2025-02-01\n---\n",
    );
    site.write(
        "agenda/zelden.md",
        "---\ntitel: Zelden\nherhaling: elke 3 jaar op 15 mei\nvanaf: 2026-05-15\n---\n",
    );
    site.write("agenda/lang-geleden.md", "---\ntitel: Lang geleden\ndatum: 2024-05-15\n---\n");
    let made = |today: &str| {
        let output = site.join(today);
        let (site, out) = (site.path().to_str().expect("a path"), output.to_str().expect("a path"));
        let ran = run(&["build", site, "--output", out, "--today", today]);
        assert_eq!(ran.code, 0, "{}", ran.said());
        let mut files = tree(&output);
        files.retain(|name, _| name.ends_with(".ics"));
        files
    };
    let (early, late) = (made(TODAY), made("2026-12-20"));
    let both: Vec<&String> = early.keys().filter(|name| late.contains_key(*name)).collect();
    assert!(both.len() >= 8, "{both:?}");
    let differ: Vec<&&String> = both.iter().filter(|name| early[**name] != late[**name]).collect();
    assert!(differ.is_empty(), "{differ:?}");
    assert_eq!(early.keys().collect::<Vec<_>>(), late.keys().collect::<Vec<_>>());
}

#[test]
fn an_event_keeps_its_uid() {
    let coffee = "titel: Koffie\nherhaling: elke dinsdag\nbegin: 10.00";
    let before = village_of(&[("koffie", coffee)]);
    let name = values(&calendar(&before, "koffie"), "UID");
    assert_eq!(name, ["koffie.testdorp@dorpsplein"]);
    // Another title, and another file before it in the folder.
    let renamed = village_of(&[
        ("aardappels", "titel: Aardappels\ndatum: 2026-12-01"),
        ("koffie", "titel: Soep\nherhaling: elke dinsdag\nbegin: 10.00"),
    ]);
    assert_eq!(values(&calendar(&renamed, "koffie"), "UID"), name);
    // Another file, which gives the former address.
    let moved = village_of(&[("soep", &format!("{coffee}\naliases: koffie"))]);
    assert_eq!(values(&calendar(&moved, "soep"), "UID"), name);
}

#[test]
fn two_occurrences_on_one_day_have_two_uids() {
    let twice = "titel: Toneel\nbegin: 20.00\nextra:\n  - 18 december 2026\n  - datum: 19 december 2026\n    begin: 14.00\n  - 19 december 2026";
    let by_day = "titel: Sport\nherhaling: FREQ=YEARLY;BYDAY=20MO\nbegin: 9.00\nbehalve: januari\nextra:\n  - datum: 17 mei 2027\n    begin: 14.00";
    let site = village_of(&[("toneel", twice), ("sport", by_day)]);
    for name in ["toneel", "sport"] {
        let uids = values(&calendar(&site, name), "UID");
        let different: std::collections::BTreeSet<&String> = uids.iter().collect();
        assert!(uids.len() > 2, "{uids:?}");
        assert_eq!(different.len(), uids.len(), "{uids:?}");
    }
    let uids = values(&calendar(&site, "toneel"), "UID");
    assert!(uids.contains(&"toneel-2026-12-19.testdorp@dorpsplein".to_owned()), "{uids:?}");
    assert!(uids.contains(&"toneel-2026-12-19-2000.testdorp@dorpsplein".to_owned()), "{uids:?}");
}

/// Builds with git available, and returns what the calendar of the coffee says about its last change.
fn last_modified(site: &Path) -> Vec<String> {
    let output = Folder::new();
    let mut command = program();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
        .args(["build", site.to_str().expect("a path"), "--today", TODAY, "--output"])
        .arg(output.join("uit"));
    let ran = Ran::of(command.output().expect("the program runs"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let calendar = output.read("uit/agenda/koffie/agenda.ics").replace("\r\n", "\n");
    let of = |property| values(&calendar, property).into_iter().next().expect("a value");
    vec![of("DTSTAMP"), of("LAST-MODIFIED"), of("SEQUENCE")]
}

/// The values when the age is unknown.
const UNKNOWN_AGE: [&str; 3] = ["20260101T000000Z", "20260101T000000Z", "0"];

#[test]
fn a_calendar_gives_the_last_commit_of_its_file() {
    let site = village_of(&[("koffie", "titel: Koffie\ndatum: 2026-12-01")]);
    assert_eq!(last_modified(site.path()), UNKNOWN_AGE, "without git the age is unknown");
    if git(site.path(), "2026-03-01T12:00:00Z", &["init", "--quiet"]).is_none() {
        return;
    }
    let commit = |at: &str| {
        git(site.path(), at, &["add", "."]);
        git(site.path(), at, &["commit", "--quiet", "--message", "Bijgewerkt"]);
    };
    assert_eq!(last_modified(site.path()), UNKNOWN_AGE, "without a commit the age is unknown");
    commit("2026-03-01T12:00:00Z");
    assert_eq!(last_modified(site.path())[..2], ["20260301T120000Z", "20260301T120000Z"]);
    site.write("agenda/thee.md", "---\ntitel: Thee\ndatum: 2026-12-02\n---\n");
    commit("2026-04-01T12:00:00Z");
    let before = last_modified(site.path());
    assert_eq!(before[..2], ["20260301T120000Z", "20260301T120000Z"], "only another file was changed");
    site.write("agenda/koffie.md", "---\ntitel: Koffie\ndatum: 2026-12-08\n---\n");
    commit("2026-05-01T12:00:00Z");
    let after = last_modified(site.path());
    assert_eq!(after[..2], ["20260501T120000Z", "20260501T120000Z"]);
    let number = |age: &[String]| age[2].parse::<i64>().expect("a number");
    assert!(
        number(&after) > number(&before),
        "a calendar app only takes what is newer: {before:?} {after:?}"
    );
    // A village may also be a folder inside the repository.
    let whole = Folder::new();
    copy_tree(site.path(), &whole.join("dorp"));
    std::fs::rename(whole.join("dorp/.git"), whole.join(".git")).expect("moved");
    git(whole.path(), "2026-06-01T12:00:00Z", &["add", "."]);
    git(whole.path(), "2026-06-01T12:00:00Z", &["commit", "--quiet", "--message", "Verhuisd"]);
    assert_eq!(last_modified(&whole.join("dorp"))[1], "20260601T120000Z");
}

#[test]
fn a_shallow_history_is_not_trusted() {
    let site = village_of(&[("koffie", "titel: Koffie\ndatum: 2026-12-01")]);
    if git(site.path(), "2026-03-01T12:00:00Z", &["init", "--quiet"]).is_none() {
        return;
    }
    for at in ["2026-03-01T12:00:00Z", "2026-04-01T12:00:00Z"] {
        site.write(
            "agenda/thee.md",
            format!("---\ntitel: Thee\ndatum: 2026-12-02\nsamenvatting: {at}\n---\n"),
        );
        git(site.path(), at, &["add", "."]);
        git(site.path(), at, &["commit", "--quiet", "--message", "Bijgewerkt"]);
    }
    let clone = Folder::new();
    let from = format!("file://{}", site.path().display());
    git(clone.path(), "2026-05-01T12:00:00Z", &["clone", "--quiet", "--depth", "1", &from, "ondiep"]);
    git(clone.path(), "2026-05-01T12:00:00Z", &["clone", "--quiet", &from, "heel"]);
    assert_eq!(last_modified(&clone.join("heel"))[1], "20260301T120000Z");
    assert_eq!(last_modified(&clone.join("ondiep")), UNKNOWN_AGE);
}

#[test]
fn a_check_of_dates_lists_what_changed_and_runs_nothing_that_the_folder_configures() {
    let event = |title: &str| format!("---\ntitel: {title}\nherhaling: elke dinsdag\n---\n");
    let site = village_of(&[("koffie", ""), ("thee", "")]);
    site.write("agenda/koffie.md", event("Koffie"));
    site.write("agenda/thee.md", event("Thee"));
    let at = "2026-03-01T12:00:00Z";
    if git(site.path(), at, &["init", "--quiet"]).is_none() {
        return;
    }
    git(site.path(), at, &["add", "."]);
    git(site.path(), at, &["commit", "--quiet", "--message", "Begin"]);
    site.write("agenda/koffie.md", event("Koffie met koek"));
    site.write("agenda/soep.md", event("Soep"));
    let dates = || {
        let mut command = program();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.args(["check", site.path().to_str().expect("a path"), "--today", TODAY, "--dates"]);
        let ran = Ran::of(command.output().expect("the program runs"));
        assert_eq!(ran.code, 0, "{}", ran.said());
        ran.said()
    };
    let said = dates();
    assert!(said.contains("agenda/koffie.md: Koffie met koek"), "{said}");
    assert!(said.contains("agenda/soep.md: Soep"), "{said}");
    assert!(!said.contains("agenda/thee.md"), "{said}");

    let trap = Folder::new();
    let filter = format!("sh -c 'touch {}; cat'", trap.join("gelopen").display());
    git(site.path(), at, &["config", "filter.x.clean", &filter]);
    site.write(".git/info/attributes", "* filter=x\n");
    let said = dates();
    assert!(said.contains("agenda/koffie.md: Koffie met koek"), "{said}");
    assert!(!trap.join("gelopen").exists(), "a program that the folder configures ran");
}
