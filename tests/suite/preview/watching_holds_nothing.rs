//! Who watches for a long time holds no more open at the end than at the beginning: no file, no thread.

use std::fs;
use std::thread;
use std::time::Duration;

use dorpsplein::watch::{Pace, Reason, Watch};

use crate::preview::watching::{PACE, PATIENCE, assert_quiet, looks, village};

/// What this process holds open and how many threads it has.
fn holdings() -> (usize, usize) {
    let count = |path| fs::read_dir(path).expect("a list").count();
    (count("/proc/self/fd"), count("/proc/self/task"))
}

/// Other tests open files as well: these two run in a process of their own.
fn alone(test: &str) {
    let program = std::env::current_exe().expect("the tests");
    let (_, here) = module_path!().split_once("::").expect("behind the name of the suite");
    let name = format!("{here}::{test}");
    let ran = std::process::Command::new(program)
        .args(["--exact", &name, "--ignored", "--test-threads", "1"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn nothing_is_left_open() {
    alone("a_thousand_edits");
    alone("many_watches");
}

#[test]
#[ignore = "counts what its process holds: `nothing_is_left_open` runs it alone"]
fn a_thousand_edits() {
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
            after_a_hundred = holdings();
        }
    }
    assert_eq!(holdings(), after_a_hundred);
    assert_quiet(&mut watch);
    for number in 0..1000 {
        fs::write(folder.join("nieuws/a.md"), format!("weer {number}\n")).expect("a file");
    }
    let (times, seen) = looks(&mut watch, &folder);
    assert_eq!(seen["nieuws/a.md"], b"weer 999\n");
    assert!(times <= 10, "{times} looks");
    assert_eq!(holdings(), after_a_hundred);
}

#[test]
#[ignore = "counts what its process holds: `nothing_is_left_open` runs it alone"]
fn many_watches() {
    let home = village();
    let before = holdings();
    let pace = Pace { without_events: Duration::from_millis(10), ..PACE };
    for _ in 0..40 {
        let mut watch = Watch::start(&home.join("dorp"), pace);
        fs::write(home.join("dorp/nieuws/a.md"), "nieuw\n").expect("a file");
        watch.wait().expect("nobody stopped it");
        // The watch of the machine is let go and taken anew.
        watch.found_changes(Reason::Poll);
        watch.wait().expect("nobody stopped it");
    }
    // A thread is counted until the system has cleared it away, a moment after it has ended.
    let gone = (0..PATIENCE).any(|_| {
        thread::sleep(Duration::from_millis(20));
        holdings() == before
    });
    assert!(gone, "before {before:?}, after {:?}", holdings());
}
