//! Tests that every way to save, by an editor, a sync program or git, leads to an update; reading does not.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::Duration;

use dorpsplein::watch::{Pace, Reason, Watch};

use crate::support::{Folder, tree};

/// How long a wait without an event lasts. After [`PATIENCE`] of them the machine is not busy but deaf.
const POLL: Duration = Duration::from_millis(400);
pub const PATIENCE: usize = 50;

pub const PACE: Pace = Pace {
    quiet: Duration::from_millis(15),
    most: Duration::from_millis(50),
    with_events: POLL,
    without_events: POLL,
};

pub type Tree = BTreeMap<String, Vec<u8>>;

/// Reads the folder after every event until it is quiet; returns how often it did, and what it saw last.
pub fn read_until_quiet(watch: &mut Watch, folder: &Path) -> (usize, Tree) {
    let mut seen = (0, Tree::new());
    for _ in 0..PATIENCE {
        match watch.wait().expect("nobody stopped it") {
            Reason::Event => seen = (seen.0 + 1, if folder.exists() { tree(folder) } else { Tree::new() }),
            Reason::Poll if seen.0 > 0 => return seen,
            Reason::Poll => {}
        }
    }
    panic!("still not quiet after {} updates", seen.0);
}

pub fn assert_quiet(watch: &mut Watch) {
    for _ in 0..2 {
        assert_eq!(watch.wait(), Some(Reason::Poll), "nothing has changed");
    }
}

/// Returns a village with an article, in a folder with room beside it for moves in and out.
pub fn village() -> Folder {
    Folder::with(&[
        ("dorp/site.yaml", "naam: Testdorp\n"),
        ("dorp/nieuws/a.md", "oud\n"),
        ("dorp/nieuws/b.md", "blijft\n"),
        ("buiten/map/c.md", "van buiten\n"),
    ])
}

/// Checks that `change` leads to updates, the last of which sees everything; returns how many there were.
fn assert_seen(change: impl FnOnce(&Path)) -> usize {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, PACE);
    assert!(watch.receives_events(), "this machine reports changes");
    change(&folder);
    let (times, seen) = read_until_quiet(&mut watch, &folder);
    assert_eq!(seen, tree(&folder), "what the last update saw");
    assert!(!watch.found_changes(Reason::Event));
    assert!(watch.receives_events());
    times
}

fn write_and_sync(path: &Path, text: &str) {
    let mut file = File::create(path).expect("a file");
    file.write_all(text.as_bytes()).expect("written");
    file.sync_all().expect("synced");
}

#[test]
fn an_overwrite_as_in_notepad_is_noticed() {
    assert_seen(|dorp| fs::write(dorp.join("nieuws/a.md"), "nieuw\n").expect("a file"));
}

#[test]
fn a_save_with_a_backup_as_in_vim_is_noticed() {
    assert_seen(|dorp| {
        let (file, backup) = (dorp.join("nieuws/a.md"), dorp.join("nieuws/a.md~"));
        write_and_sync(&dorp.join("nieuws/4913"), "");
        fs::remove_file(dorp.join("nieuws/4913")).expect("removed");
        fs::rename(&file, &backup).expect("renamed");
        write_and_sync(&file, "nieuw\n");
        fs::remove_file(&backup).expect("removed");
    });
}

#[test]
fn a_save_through_a_temporary_file_as_in_vs_code_is_noticed() {
    for temporary in ["nieuws/a.md.tmp", "nieuws/.a.md.swp", "nieuws/a-1234.md"] {
        assert_seen(|dorp| {
            write_and_sync(&dorp.join(temporary), "nieuw\n");
            fs::rename(dorp.join(temporary), dorp.join("nieuws/a.md")).expect("renamed");
        });
    }
}

#[test]
fn a_save_with_a_lock_as_in_libreoffice_is_noticed() {
    assert_seen(|dorp| {
        write_and_sync(&dorp.join("nieuws/.~lock.a.md#"), "anna");
        write_and_sync(&dorp.join("nieuws/lu1234.tmp"), "nieuw\n");
        fs::rename(dorp.join("nieuws/lu1234.tmp"), dorp.join("nieuws/a.md")).expect("renamed");
        fs::remove_file(dorp.join("nieuws/.~lock.a.md#")).expect("removed");
    });
}

#[test]
fn a_sync_as_by_onedrive_is_noticed() {
    assert_seen(|dorp| {
        let path = dorp.join("nieuws/a.md");
        fs::remove_file(&path).expect("removed");
        let mut file = File::create(&path).expect("a file");
        file.write_all(b"nieuw\n").expect("written");
        file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000)).expect("a time");
    });
}

#[test]
fn a_touch_without_a_change_is_noticed() {
    assert_seen(|dorp| {
        let file = File::options().append(true).open(dorp.join("nieuws/a.md")).expect("a file");
        file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000)).expect("a time");
    });
}

#[test]
fn a_file_written_at_once_in_a_new_folder_is_noticed() {
    assert_seen(|dorp| {
        fs::create_dir_all(dorp.join("fotos/2026/mei")).expect("folders");
        fs::write(dorp.join("fotos/2026/mei/a.txt"), "foto").expect("a file");
    });
}

#[test]
fn folders_that_move_or_disappear_are_noticed() {
    assert_seen(|dorp| fs::rename(dorp.join("../buiten/map"), dorp.join("agenda")).expect("moved in"));
    assert_seen(|dorp| fs::rename(dorp.join("nieuws"), dorp.join("../buiten/nieuws")).expect("moved out"));
    assert_seen(|dorp| fs::rename(dorp.join("nieuws"), dorp.join("berichten")).expect("renamed"));
    assert_seen(|dorp| fs::remove_dir_all(dorp.join("nieuws")).expect("deleted"));
    assert_seen(|dorp| {
        fs::remove_dir_all(dorp.join("nieuws")).expect("deleted");
        fs::create_dir(dorp.join("nieuws")).expect("created again");
        fs::write(dorp.join("nieuws/a.md"), "nieuw\n").expect("a file");
    });
}

#[test]
fn a_folder_that_appears_later_is_watched_too() {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, PACE);
    fs::rename(home.join("buiten/map"), folder.join("agenda")).expect("moved in");
    read_until_quiet(&mut watch, &folder);
    fs::create_dir_all(folder.join("fotos/2026")).expect("folders");
    read_until_quiet(&mut watch, &folder);
    for path in ["agenda/c.md", "fotos/2026/d.txt"] {
        fs::write(folder.join(path), "nieuw\n").expect("a file");
        assert_eq!(read_until_quiet(&mut watch, &folder).1, tree(&folder), "{path}");
    }
    // Another folder in the same place.
    fs::rename(folder.join("agenda"), home.join("buiten/agenda")).expect("moved out");
    fs::create_dir(folder.join("agenda")).expect("created again");
    read_until_quiet(&mut watch, &folder);
    fs::write(home.join("buiten/agenda/c.md"), "van een ander\n").expect("a file");
    assert_quiet(&mut watch);
    fs::write(folder.join("agenda/e.md"), "nieuw\n").expect("a file");
    assert_eq!(read_until_quiet(&mut watch, &folder).1, tree(&folder));
}

#[test]
fn two_hundred_files_at_once_are_a_few_updates() {
    let times = assert_seen(|dorp| {
        for number in 0..200 {
            let path = dorp.join(format!("nieuws/{number}.md"));
            let _ = fs::remove_file(&path);
            fs::write(&path, "van een andere tak\n").expect("a file");
        }
    });
    assert!(times <= 10, "{times} updates");
}

#[test]
fn an_edit_during_an_update_is_noticed() {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, PACE);
    let path = folder.join("nieuws/a.md");
    let writer = thread::spawn(move || {
        for number in 0..100 {
            fs::write(&path, format!("{number}\n")).expect("a file");
            thread::sleep(Duration::from_millis(7));
        }
    });
    // On a busy machine the writer may pause for longer than a poll: then there is more to come.
    while read_until_quiet(&mut watch, &folder).1["nieuws/a.md"] != b"99\n" {}
    writer.join().expect("no panic");
    assert_quiet(&mut watch);
}

#[test]
fn reading_and_ignored_files_cause_no_update() {
    let home = village();
    let folder = home.join("dorp");
    fs::create_dir_all(folder.join(".git/refs")).expect("a folder");
    fs::create_dir_all(folder.join("node_modules/x")).expect("a folder");
    let mut watch = Watch::start(&folder, PACE);
    for _ in 0..3 {
        tree(&folder);
    }
    for path in [".git/index", ".git/refs/a", "node_modules/x/a.js", "nieuws/.a.md.swp", "nieuws/a.md~"] {
        fs::write(folder.join(path), "x").expect("a file");
    }
    fs::create_dir_all(folder.join("public/nieuws")).expect("a folder");
    fs::write(folder.join("public/nieuws/index.html"), "x").expect("a file");
    fs::rename(folder.join("public"), folder.join(".oud")).expect("renamed");
    assert_quiet(&mut watch);
    fs::write(folder.join("nieuws/a.md"), "nieuw\n").expect("a file");
    read_until_quiet(&mut watch, &folder);
}

#[test]
fn a_watch_survives_its_folder_going_and_coming_back() {
    let home = village();
    let (folder, away) = (home.join("dorp"), home.join("weg"));
    let mut watch = Watch::start(&folder, PACE);
    let edit = |watch: &mut Watch, text: &str| {
        fs::write(folder.join("nieuws/a.md"), text).expect("a file");
        assert_eq!(read_until_quiet(watch, &folder).1, tree(&folder), "{text}");
        assert!(watch.receives_events(), "{text}");
        assert_quiet(watch);
    };
    fs::rename(&folder, &away).expect("renamed");
    read_until_quiet(&mut watch, &folder);
    assert!(!watch.receives_events(), "there is nothing to watch");
    assert!(!watch.found_changes(Reason::Poll), "a missing folder is no sign of missed events");
    fs::create_dir(away.join("fotos")).expect("a folder");
    fs::rename(&away, &folder).expect("renamed back");
    read_until_quiet(&mut watch, &folder);
    edit(&mut watch, "weg en terug");
    fs::write(folder.join("fotos/a.txt"), "in wat er toen kwam").expect("a file");
    read_until_quiet(&mut watch, &folder);

    fs::remove_dir_all(&folder).expect("deleted");
    read_until_quiet(&mut watch, &folder);
    fs::create_dir_all(folder.join("nieuws")).expect("created again");
    read_until_quiet(&mut watch, &folder);
    edit(&mut watch, "nieuw gemaakt");

    // Before the watch had time to look.
    fs::rename(&folder, &away).expect("renamed");
    fs::create_dir_all(folder.join("nieuws")).expect("created again");
    read_until_quiet(&mut watch, &folder);
    edit(&mut watch, "een ander");
    fs::write(away.join("nieuws/a.md"), "de oude").expect("a file");
    assert_quiet(&mut watch);
}

/// Windows does not let anyone move a folder above one that is watched.
#[cfg(not(windows))]
#[test]
fn a_watch_survives_a_parent_folder_going_and_coming_back() {
    let home = Folder::with(&[("boven/dorp/site.yaml", "naam: Testdorp\n")]);
    let folder = home.join("boven/dorp");
    let mut watch = Watch::start(&folder, PACE);
    fs::rename(home.join("boven"), home.join("elders")).expect("renamed");
    read_until_quiet(&mut watch, &folder);
    fs::rename(home.join("elders"), home.join("boven")).expect("renamed back");
    read_until_quiet(&mut watch, &folder);
    fs::write(folder.join("site.yaml"), "naam: Nieuwdorp\n").expect("a file");
    assert_eq!(read_until_quiet(&mut watch, &folder).1, tree(&folder));
}

#[test]
fn a_folder_that_does_not_exist_yet_is_watched() {
    let home = Folder::new();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, PACE);
    assert_eq!(watch.wait(), Some(Reason::Poll));
    fs::create_dir(&folder).expect("a folder");
    assert_eq!(read_until_quiet(&mut watch, &folder).1, Tree::new());
    fs::write(folder.join("site.yaml"), "naam: Testdorp\n").expect("a file");
    assert_eq!(read_until_quiet(&mut watch, &folder).1, tree(&folder));
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_is_watched() {
    let home = village();
    std::os::unix::fs::symlink(home.join("dorp"), home.join("link")).expect("a link");
    let link = home.join("link");
    let mut watch = Watch::start(&link, PACE);
    fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
    assert_eq!(read_until_quiet(&mut watch, &link).1, tree(&link));
    fs::write(home.join("dorp/.verborgen"), "x").expect("a file");
    assert_quiet(&mut watch);
}

#[test]
fn polling_takes_over_without_events() {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start_polling(&folder, PACE);
    assert!(!watch.receives_events());
    fs::write(folder.join("nieuws/a.md"), "nieuw\n").expect("a file");
    assert_eq!(watch.wait(), Some(Reason::Poll));
    assert!(watch.found_changes(Reason::Poll), "worth reporting");
    assert_eq!(watch.wait(), Some(Reason::Poll));
    assert!(!watch.found_changes(Reason::Poll), "reported only once");
}

#[test]
fn a_poll_that_finds_a_missed_change_makes_polling_faster() {
    let home = village();
    let pace = Pace { without_events: POLL / 4, ..PACE };
    let mut watch = Watch::start(&home.join("dorp"), pace);
    assert!(watch.found_changes(Reason::Poll));
    assert!(!watch.found_changes(Reason::Poll));
    assert!(!watch.receives_events());
    assert_eq!(watch.wait(), Some(Reason::Poll));
    // The folder was watched afresh: events still arrive.
    fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
    read_until_quiet(&mut watch, &home.join("dorp"));
}

#[test]
fn an_event_later_than_the_poll_does_not_count_as_missed() {
    let home = village();
    let mut watch = Watch::start(&home.join("dorp"), Pace { most: Duration::from_secs(10), ..PACE });
    assert_eq!(watch.wait(), Some(Reason::Poll));
    fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
    assert!(!watch.found_changes(Reason::Poll));
    assert!(watch.receives_events());
    assert_eq!(watch.wait(), Some(Reason::Event));
}

#[test]
fn a_watch_can_be_stopped_from_another_thread() {
    let home = village();
    let hour = Duration::from_secs(3600);
    let mut watch =
        Watch::start(&home.join("dorp"), Pace { with_events: hour, without_events: hour, ..PACE });
    let stopper = watch.stopper();
    let other = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        stopper.clone().stop();
    });
    assert_eq!(watch.wait(), None);
    assert_eq!(watch.wait(), None);
    other.join().expect("no panic");
}
