//! Villages whose history is kept: when a file was last kept shows in its calendar, each village alone or many in one.

use crate::fleet::fleet;
use crate::support::git::git;
use crate::support::{Folder, Ran, TODAY, VILLAGE, tree};

/// Calendars tell when a file was last kept, which does not change the file.
#[test]
fn a_village_is_made_anew_when_its_history_changed() {
    let fleet = fleet();
    let keep = |at: &str, what: &str| {
        git(fleet.path(), at, &["add", what])?;
        git(fleet.path(), at, &["commit", "--quiet", "--message", "Bijgewerkt"])
    };
    if git(fleet.path(), "2026-03-01T12:00:00Z", &["init", "--quiet"]).is_none() {
        return;
    }
    fleet.write(".gitignore", "public/\n.dorpsplein/\n");
    let place = fleet.path().to_str().expect("a path").to_owned();
    let made = || {
        let mut sailing = crate::support::program();
        sailing.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        sailing.args(["dorpen", "bouw", &place, "--alleen-veranderd", "--vandaag", TODAY]);
        Ran::of(sailing.output().expect("it runs")).said()
    };
    keep("2026-03-01T12:00:00Z", ".").expect("kept");
    assert!(made().contains("3 gemaakt"));
    assert!(made().contains("3 ongewijzigd"));
    fleet.write("bee/agenda/koffie.md", fleet.read("bee/agenda/koffie.md").replace("Kom ", "Kom gerust "));
    assert!(made().contains("1 gemaakt, 2 ongewijzigd"));
    keep("2026-04-01T12:00:00Z", "bee").expect("kept");
    assert!(made().contains("1 gemaakt, 2 ongewijzigd"), "its calendar tells another day");
    assert!(fleet.read("bee/public/agenda/koffie/agenda.ics").contains("20260401"), "that of the change");
    assert!(made().contains("3 ongewijzigd"));
}

/// Git is asked once for all of them; a village with a history of its own keeps that.
#[test]
fn villages_that_are_kept_together_have_the_days_that_each_has_alone() {
    let fleet = fleet();
    let keep = |folder: &str, at: &str| {
        git(&fleet.join(folder), at, &["add", "."])?;
        git(&fleet.join(folder), at, &["commit", "--quiet", "--message", "Bijgewerkt"])
    };
    if git(fleet.path(), "2026-03-01T12:00:00Z", &["init", "--quiet"]).is_none() {
        return;
    }
    fleet.write(".gitignore", "public/\n.dorpsplein/\neigen/\n");
    for name in ["aa-2", "eigen"] {
        for (path, text) in VILLAGE {
            fleet.write(&format!("{name}/{path}"), text);
        }
    }
    keep("", "2026-03-01T12:00:00Z").expect("kept");
    git(&fleet.join("eigen"), "2026-02-01T12:00:00Z", &["init", "--quiet"]).expect("a history of its own");
    keep("eigen", "2026-02-01T12:00:00Z").expect("kept");
    for (name, at) in [("aa", "2026-04-01T12:00:00Z"), ("aa-2", "2026-05-01T12:00:00Z")] {
        fleet.write(
            &format!("{name}/agenda/koffie.md"),
            fleet.read(&format!("{name}/agenda/koffie.md")) + "\nKom.\n",
        );
        keep(name, at).expect("kept");
    }
    let with_git = |arguments: &[&str]| -> String {
        let mut sailing = crate::support::program();
        sailing.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        sailing.args(arguments).args(["--vandaag", TODAY]);
        let ran = Ran::of(sailing.output().expect("it runs"));
        assert_eq!(ran.code, 0, "{}", ran.said());
        ran.out
    };
    let text = |path: std::path::PathBuf| path.to_str().expect("a path").to_owned();
    with_git(&["dorpen", "bouw", &text(fleet.path().to_owned())]);
    for (name, day) in [("aa", "20260401"), ("aa-2", "20260501"), ("bee", "20260301"), ("eigen", "20260201")]
    {
        let calendar = fleet.read(&format!("{name}/public/agenda/koffie/agenda.ics"));
        assert!(calendar.contains(&format!("LAST-MODIFIED:{day}T120000Z")), "{name}: {calendar}");
        let alone = Folder::new();
        with_git(&["bouw", &text(fleet.join(name)), "--uitvoer", &text(alone.join("public"))]);
        assert_eq!(tree(&fleet.join(&format!("{name}/public"))), tree(&alone.join("public")), "{name}");
    }
    let changed = || with_git(&["dorpen", "bouw", &text(fleet.path().to_owned()), "--alleen-veranderd"]);
    assert!(changed().contains("0 gemaakt, 5 ongewijzigd"));
    fleet.write("eigen/agenda/koffie.md", fleet.read("eigen/agenda/koffie.md") + "\nKom.\n");
    assert!(changed().contains("1 gemaakt, 4 ongewijzigd"));
    keep("eigen", "2026-06-01T12:00:00Z").expect("kept");
    assert!(changed().contains("1 gemaakt, 4 ongewijzigd"), "its own history tells another day");
    assert!(fleet.read("eigen/public/agenda/koffie/agenda.ics").contains("LAST-MODIFIED:20260601T120000Z"));
    assert!(changed().contains("0 gemaakt, 5 ongewijzigd"));
}
