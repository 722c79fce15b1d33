//! Tests villages in git: the date of a file's last commit is in its calendar, for one village and for many.

use crate::fleet::fleet;
use crate::support::git::git;
use crate::support::{Folder, Ran, TODAY, VILLAGE, tree};

/// Calendars carry the date of the last commit, and a commit does not change the file.
#[test]
fn a_village_is_rebuilt_when_its_history_changes() {
    let fleet = fleet();
    let commit = |at: &str, what: &str| {
        git(fleet.path(), at, &["add", what])?;
        git(fleet.path(), at, &["commit", "--quiet", "--message", "Bijgewerkt"])
    };
    if git(fleet.path(), "2026-03-01T12:00:00Z", &["init", "--quiet"]).is_none() {
        return;
    }
    fleet.write(".gitignore", "public/\n.dorpsplein/\n");
    let place = fleet.path().to_str().expect("a path").to_owned();
    let build_changed = || {
        let mut command = crate::support::program();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.args(["dorpen", "bouw", &place, "--alleen-veranderd", "--vandaag", TODAY]);
        Ran::of(command.output().expect("it runs")).said()
    };
    commit("2026-03-01T12:00:00Z", ".").expect("committed");
    assert!(build_changed().contains("3 gemaakt"));
    assert!(build_changed().contains("3 ongewijzigd"));
    fleet.write("bee/agenda/koffie.md", fleet.read("bee/agenda/koffie.md").replace("Kom ", "Kom gerust "));
    assert!(build_changed().contains("1 gemaakt, 2 ongewijzigd"));
    commit("2026-04-01T12:00:00Z", "bee").expect("committed");
    assert!(build_changed().contains("1 gemaakt, 2 ongewijzigd"), "its calendar has another date");
    assert!(fleet.read("bee/public/agenda/koffie/agenda.ics").contains("20260401"), "the date of the commit");
    assert!(build_changed().contains("3 ongewijzigd"));
}

/// Git is asked once for all of them; a village with its own repository keeps its own dates.
#[test]
fn villages_in_one_repository_get_the_dates_that_each_gets_alone() {
    let fleet = fleet();
    let commit = |folder: &str, at: &str| {
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
    commit("", "2026-03-01T12:00:00Z").expect("committed");
    git(&fleet.join("eigen"), "2026-02-01T12:00:00Z", &["init", "--quiet"]).expect("a history of its own");
    commit("eigen", "2026-02-01T12:00:00Z").expect("committed");
    for (name, at) in [("aa", "2026-04-01T12:00:00Z"), ("aa-2", "2026-05-01T12:00:00Z")] {
        fleet.write(
            &format!("{name}/agenda/koffie.md"),
            fleet.read(&format!("{name}/agenda/koffie.md")) + "\nKom.\n",
        );
        commit(name, at).expect("committed");
    }
    let with_git = |arguments: &[&str]| -> String {
        let mut command = crate::support::program();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.args(arguments).args(["--vandaag", TODAY]);
        let ran = Ran::of(command.output().expect("it runs"));
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
    let build_changed =
        || with_git(&["dorpen", "bouw", &text(fleet.path().to_owned()), "--alleen-veranderd"]);
    assert!(build_changed().contains("0 gemaakt, 5 ongewijzigd"));
    fleet.write("eigen/agenda/koffie.md", fleet.read("eigen/agenda/koffie.md") + "\nKom.\n");
    assert!(build_changed().contains("1 gemaakt, 4 ongewijzigd"));
    commit("eigen", "2026-06-01T12:00:00Z").expect("committed");
    assert!(build_changed().contains("1 gemaakt, 4 ongewijzigd"), "its own repository has another date");
    assert!(fleet.read("eigen/public/agenda/koffie/agenda.ics").contains("LAST-MODIFIED:20260601T120000Z"));
    assert!(build_changed().contains("0 gemaakt, 5 ongewijzigd"));
}
