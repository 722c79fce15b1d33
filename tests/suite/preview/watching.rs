//! Whatever way an editor, a sync program or git saves: it leads to a look, and reading does not.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::Duration;

use dorpsplein::watch::{Pace, Reason, Watch};

use crate::support::{Folder, tree};

/// Without an event a wait ends after this. So many of them and the machine is not busy but deaf.
const POLL: Duration = Duration::from_millis(400);
pub const PATIENCE: usize = 50;

pub const PACE: Pace = Pace {
    quiet: Duration::from_millis(15),
    most: Duration::from_millis(50),
    beside_events: POLL,
    without_events: POLL,
};

pub type Tree = BTreeMap<String, Vec<u8>>;

/// Waits for an event and looks, until it is quiet. How often it looked, and what it saw last.
pub fn looks(watch: &mut Watch, folder: &Path) -> (usize, Tree) {
    let mut seen = (0, Tree::new());
    for _ in 0..PATIENCE {
        match watch.wait().expect("nobody stopped it") {
            Reason::Event => seen = (seen.0 + 1, if folder.exists() { tree(folder) } else { Tree::new() }),
            Reason::Poll if seen.0 > 0 => return seen,
            Reason::Poll => {}
        }
    }
    panic!("after {} looks there is no rest", seen.0);
}

pub fn assert_quiet(watch: &mut Watch) {
    for _ in 0..2 {
        assert_eq!(watch.wait(), Some(Reason::Poll), "nothing happened");
    }
}

/// A village with an article, in a folder with room beside it for moves in and out.
pub fn village() -> Folder {
    Folder::with(&[
        ("dorp/site.yaml", "naam: Testdorp\n"),
        ("dorp/nieuws/a.md", "oud\n"),
        ("dorp/nieuws/b.md", "blijft\n"),
        ("buiten/map/c.md", "van buiten\n"),
    ])
}

/// What `change` does leads to looks, the last of which sees everything, until a poll tells that it is quiet.
fn assert_seen(change: impl FnOnce(&Path)) -> usize {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, PACE);
    assert!(watch.hears_events(), "this machine tells of changes");
    change(&folder);
    let (times, seen) = looks(&mut watch, &folder);
    assert_eq!(seen, tree(&folder), "what the last look saw");
    assert!(!watch.found_changes(Reason::Event));
    assert!(watch.hears_events());
    times
}

fn write_through(path: &Path, text: &str) {
    let mut file = File::create(path).expect("a file");
    file.write_all(text.as_bytes()).expect("written");
    file.sync_all().expect("synced");
}

#[test]
fn an_overwrite_as_notepad_does() {
    assert_seen(|dorp| fs::write(dorp.join("nieuws/a.md"), "nieuw\n").expect("a file"));
}

#[test]
fn a_save_with_a_backup_as_vim_does() {
    assert_seen(|dorp| {
        let (file, backup) = (dorp.join("nieuws/a.md"), dorp.join("nieuws/a.md~"));
        write_through(&dorp.join("nieuws/4913"), "");
        fs::remove_file(dorp.join("nieuws/4913")).expect("removed");
        fs::rename(&file, &backup).expect("renamed");
        write_through(&file, "nieuw\n");
        fs::remove_file(&backup).expect("removed");
    });
}

#[test]
fn a_save_through_a_temporary_file_as_vs_code_does() {
    for temporary in ["nieuws/a.md.tmp", "nieuws/.a.md.swp", "nieuws/a-1234.md"] {
        assert_seen(|dorp| {
            write_through(&dorp.join(temporary), "nieuw\n");
            fs::rename(dorp.join(temporary), dorp.join("nieuws/a.md")).expect("renamed");
        });
    }
}

#[test]
fn a_save_with_a_lock_as_libreoffice_does() {
    assert_seen(|dorp| {
        write_through(&dorp.join("nieuws/.~lock.a.md#"), "anna");
        write_through(&dorp.join("nieuws/lu1234.tmp"), "nieuw\n");
        fs::rename(dorp.join("nieuws/lu1234.tmp"), dorp.join("nieuws/a.md")).expect("renamed");
        fs::remove_file(dorp.join("nieuws/.~lock.a.md#")).expect("removed");
    });
}

#[test]
fn a_sync_as_onedrive_does() {
    assert_seen(|dorp| {
        let path = dorp.join("nieuws/a.md");
        fs::remove_file(&path).expect("removed");
        let mut file = File::create(&path).expect("a file");
        file.write_all(b"nieuw\n").expect("written");
        file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000)).expect("a time");
    });
}

#[test]
fn a_touch_without_a_change() {
    assert_seen(|dorp| {
        let file = File::options().append(true).open(dorp.join("nieuws/a.md")).expect("a file");
        file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000)).expect("a time");
    });
}

#[test]
fn a_file_in_a_new_folder_at_once() {
    assert_seen(|dorp| {
        fs::create_dir_all(dorp.join("fotos/2026/mei")).expect("folders");
        fs::write(dorp.join("fotos/2026/mei/a.txt"), "foto").expect("a file");
    });
}

#[test]
fn folders_that_move() {
    assert_seen(|dorp| fs::rename(dorp.join("../buiten/map"), dorp.join("agenda")).expect("moved in"));
    assert_seen(|dorp| fs::rename(dorp.join("nieuws"), dorp.join("../buiten/nieuws")).expect("moved out"));
    assert_seen(|dorp| fs::rename(dorp.join("nieuws"), dorp.join("berichten")).expect("renamed"));
    assert_seen(|dorp| fs::remove_dir_all(dorp.join("nieuws")).expect("deleted"));
    assert_seen(|dorp| {
        fs::remove_dir_all(dorp.join("nieuws")).expect("deleted");
        fs::create_dir(dorp.join("nieuws")).expect("made anew");
        fs::write(dorp.join("nieuws/a.md"), "nieuw\n").expect("a file");
    });
}

#[test]
fn a_folder_that_came_later_is_watched_too() {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, PACE);
    fs::rename(home.join("buiten/map"), folder.join("agenda")).expect("moved in");
    looks(&mut watch, &folder);
    fs::create_dir_all(folder.join("fotos/2026")).expect("folders");
    looks(&mut watch, &folder);
    for path in ["agenda/c.md", "fotos/2026/d.txt"] {
        fs::write(folder.join(path), "nieuw\n").expect("a file");
        assert_eq!(looks(&mut watch, &folder).1, tree(&folder), "{path}");
    }
    // The same place, another folder.
    fs::rename(folder.join("agenda"), home.join("buiten/agenda")).expect("moved out");
    fs::create_dir(folder.join("agenda")).expect("made anew");
    looks(&mut watch, &folder);
    fs::write(home.join("buiten/agenda/c.md"), "van een ander\n").expect("a file");
    assert_quiet(&mut watch);
    fs::write(folder.join("agenda/e.md"), "nieuw\n").expect("a file");
    assert_eq!(looks(&mut watch, &folder).1, tree(&folder));
}

#[test]
fn two_hundred_files_at_once_are_a_few_looks() {
    let times = assert_seen(|dorp| {
        for number in 0..200 {
            let path = dorp.join(format!("nieuws/{number}.md"));
            let _ = fs::remove_file(&path);
            fs::write(&path, "van een andere tak\n").expect("a file");
        }
    });
    assert!(times <= 10, "{times} looks");
}

#[test]
fn an_edit_while_another_is_gathered_or_looked_at() {
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
    while looks(&mut watch, &folder).1["nieuws/a.md"] != b"99\n" {}
    writer.join().expect("no panic");
    assert_quiet(&mut watch);
}

#[test]
fn reading_and_what_is_passed_over_lead_to_nothing() {
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
    looks(&mut watch, &folder);
}

#[test]
fn the_folder_itself_goes_and_comes_back() {
    let home = village();
    let (folder, away) = (home.join("dorp"), home.join("weg"));
    let mut watch = Watch::start(&folder, PACE);
    let edit = |watch: &mut Watch, text: &str| {
        fs::write(folder.join("nieuws/a.md"), text).expect("a file");
        assert_eq!(looks(watch, &folder).1, tree(&folder), "{text}");
        assert!(watch.hears_events(), "{text}");
        assert_quiet(watch);
    };
    fs::rename(&folder, &away).expect("renamed");
    looks(&mut watch, &folder);
    assert!(!watch.hears_events(), "there is nothing to hear of");
    assert!(!watch.found_changes(Reason::Poll), "that it is away is no fault of the machine");
    fs::create_dir(away.join("fotos")).expect("a folder");
    fs::rename(&away, &folder).expect("renamed back");
    looks(&mut watch, &folder);
    edit(&mut watch, "weg en terug");
    fs::write(folder.join("fotos/a.txt"), "in wat er toen kwam").expect("a file");
    looks(&mut watch, &folder);

    fs::remove_dir_all(&folder).expect("deleted");
    looks(&mut watch, &folder);
    fs::create_dir_all(folder.join("nieuws")).expect("made anew");
    looks(&mut watch, &folder);
    edit(&mut watch, "nieuw gemaakt");

    // Before anybody had time to look.
    fs::rename(&folder, &away).expect("renamed");
    fs::create_dir_all(folder.join("nieuws")).expect("made anew");
    looks(&mut watch, &folder);
    edit(&mut watch, "een ander");
    fs::write(away.join("nieuws/a.md"), "de oude").expect("a file");
    assert_quiet(&mut watch);
}

/// On Windows nobody can move a folder above one that is watched.
#[cfg(not(windows))]
#[test]
fn a_folder_above_it_goes_and_comes_back() {
    let home = Folder::with(&[("boven/dorp/site.yaml", "naam: Testdorp\n")]);
    let folder = home.join("boven/dorp");
    let mut watch = Watch::start(&folder, PACE);
    fs::rename(home.join("boven"), home.join("elders")).expect("renamed");
    looks(&mut watch, &folder);
    fs::rename(home.join("elders"), home.join("boven")).expect("renamed back");
    looks(&mut watch, &folder);
    fs::write(folder.join("site.yaml"), "naam: Nieuwdorp\n").expect("a file");
    assert_eq!(looks(&mut watch, &folder).1, tree(&folder));
}

#[test]
fn a_folder_that_is_not_there_yet() {
    let home = Folder::new();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, PACE);
    assert_eq!(watch.wait(), Some(Reason::Poll));
    fs::create_dir(&folder).expect("a folder");
    assert_eq!(looks(&mut watch, &folder).1, Tree::new());
    fs::write(folder.join("site.yaml"), "naam: Testdorp\n").expect("a file");
    assert_eq!(looks(&mut watch, &folder).1, tree(&folder));
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link() {
    let home = village();
    std::os::unix::fs::symlink(home.join("dorp"), home.join("link")).expect("a link");
    let link = home.join("link");
    let mut watch = Watch::start(&link, PACE);
    fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
    assert_eq!(looks(&mut watch, &link).1, tree(&link));
    fs::write(home.join("dorp/.verborgen"), "x").expect("a file");
    assert_quiet(&mut watch);
}

#[test]
fn without_events_the_poll_takes_over() {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start_polling(&folder, PACE);
    assert!(!watch.hears_events());
    fs::write(folder.join("nieuws/a.md"), "nieuw\n").expect("a file");
    assert_eq!(watch.wait(), Some(Reason::Poll));
    assert!(watch.found_changes(Reason::Poll), "worth saying");
    assert_eq!(watch.wait(), Some(Reason::Poll));
    assert!(!watch.found_changes(Reason::Poll), "once");
}

#[test]
fn a_poll_that_found_what_no_event_told_makes_it_poll_faster() {
    let home = village();
    let pace = Pace { without_events: POLL / 4, ..PACE };
    let mut watch = Watch::start(&home.join("dorp"), pace);
    assert!(watch.found_changes(Reason::Poll));
    assert!(!watch.found_changes(Reason::Poll));
    assert!(!watch.hears_events());
    assert_eq!(watch.wait(), Some(Reason::Poll));
    // The machine was asked anew: what it tells is still heard.
    fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
    looks(&mut watch, &home.join("dorp"));
}

#[test]
fn an_event_that_is_later_than_the_poll_is_no_reason_to_worry() {
    let home = village();
    let mut watch = Watch::start(&home.join("dorp"), Pace { most: Duration::from_secs(10), ..PACE });
    assert_eq!(watch.wait(), Some(Reason::Poll));
    fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
    assert!(!watch.found_changes(Reason::Poll));
    assert!(watch.hears_events());
    assert_eq!(watch.wait(), Some(Reason::Event));
}

#[test]
fn it_stops_from_another_thread() {
    let home = village();
    let hour = Duration::from_secs(3600);
    let mut watch =
        Watch::start(&home.join("dorp"), Pace { beside_events: hour, without_events: hour, ..PACE });
    let stopper = watch.stopper();
    let other = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        stopper.clone().stop();
    });
    assert_eq!(watch.wait(), None);
    assert_eq!(watch.wait(), None);
    other.join().expect("no panic");
}
