//! Tests that watching for a long time leaks nothing: no open file and no thread.

use std::fs;
use std::thread;
use std::time::Duration;

use dorpsplein::watch::{Pace, Reason, Watch};

use crate::preview::watching::{PACE, PATIENCE, assert_quiet, read_until_quiet, village};

/// Counts the open files and the threads of this process.
fn open_files_and_threads() -> (usize, usize) {
    let count = |path| fs::read_dir(path).expect("a list").count();
    (count("/proc/self/fd"), count("/proc/self/task"))
}

/// Runs a test in a process of its own, because other tests open files too.
fn run_alone(test: &str) {
    let program = std::env::current_exe().expect("the tests");
    let (_, here) = module_path!().split_once("::").expect("a module of the suite");
    let name = format!("{here}::{test}");
    let ran = std::process::Command::new(program)
        .args(["--exact", &name, "--ignored", "--test-threads", "1"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn watching_leaks_no_files_or_threads() {
    run_alone("a_thousand_edits_leak_nothing");
    run_alone("many_watches_leak_nothing");
}

#[test]
#[ignore = "counts what its process holds open: `watching_leaks_no_files_or_threads` runs it alone"]
fn a_thousand_edits_leak_nothing() {
    let home = village();
    let folder = home.join("dorp");
    let mut watch = Watch::start(&folder, Pace { quiet: Duration::from_millis(3), ..PACE });
    let mut after_a_hundred = (0, 0);
    for number in 1..=1000 {
        fs::write(folder.join("nieuws/a.md"), format!("{number}\n")).expect("a file");
        assert_eq!(
            (0..PATIENCE).find_map(|_| watch.wait().filter(|reason| *reason == Reason::Event)),
            Some(Reason::Event)
        );
        if number == 100 {
            after_a_hundred = open_files_and_threads();
        }
    }
    assert_eq!(open_files_and_threads(), after_a_hundred);
    assert_quiet(&mut watch);
    for number in 0..1000 {
        fs::write(folder.join("nieuws/a.md"), format!("weer {number}\n")).expect("a file");
    }
    let (times, seen) = read_until_quiet(&mut watch, &folder);
    assert_eq!(seen["nieuws/a.md"], b"weer 999\n");
    assert!(times <= 10, "{times} updates");
    assert_eq!(open_files_and_threads(), after_a_hundred);
}

#[test]
#[ignore = "counts what its process holds open: `watching_leaks_no_files_or_threads` runs it alone"]
fn many_watches_leak_nothing() {
    let home = village();
    let before = open_files_and_threads();
    let pace = Pace { without_events: Duration::from_millis(10), ..PACE };
    for _ in 0..40 {
        let mut watch = Watch::start(&home.join("dorp"), pace);
        fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
        watch.wait().expect("nobody stopped it");
        // The system's watch is dropped and set up again.
        watch.found_changes(Reason::Poll);
        watch.wait().expect("nobody stopped it");
    }
    // A thread is counted until the system has cleaned it up, a moment after it has ended.
    let gone = (0..PATIENCE).any(|_| {
        thread::sleep(Duration::from_millis(20));
        open_files_and_threads() == before
    });
    assert!(gone, "before {before:?}, after {:?}", open_files_and_threads());
}
