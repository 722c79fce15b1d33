//! Measures the time from the start of the program to the first file of the example site, with its photos already
//! resized: how long somebody waits who changed a word.
//!
//! `cargo bench --bench start` checks for a file every tenth of a millisecond.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise, and writes its own test data"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use support::child::text;
use support::{Scratch, median};

const RUNS: usize = 15;

fn main() {
    let scratch = Scratch::new("start");
    let (site, place) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site"), scratch.join("plek"));
    // The first run resizes the photos.
    measure(&site, &place);
    let runs: Vec<(f64, f64)> = (0..RUNS).map(|_| measure(&site, &place)).collect();
    let middle = |of: fn(&(f64, f64)) -> f64| median(runs.iter().map(of).collect()) * 1e3;
    println!("first file after {:.1} ms, the site after {:.1} ms", middle(|run| run.0), middle(|run| run.1));
}

/// Returns the seconds to the first file and to the end.
fn measure(site: &Path, place: &Path) -> (f64, f64) {
    let _ = fs::remove_dir_all(place);
    fs::create_dir_all(place).expect("a folder");
    let started = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_dorpsplein"))
        .args(["build", text(site), "--output", text(&place.join("uit")), "--today", "2026-11-23"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    while !has_a_file(place) {
        sleep(Duration::from_micros(100));
    }
    let first = started.elapsed().as_secs_f64();
    assert!(program.wait().expect("our child").success(), "the example has no errors");
    (first, started.elapsed().as_secs_f64())
}

/// Whether there is a non-empty file below a folder, which may be changing. The lock file of a build is empty.
fn has_a_file(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    let (folders, files): (Vec<_>, Vec<_>) =
        entries.flatten().map(|entry| entry.path()).partition(|path| path.is_dir());
    let is_written = |file: &PathBuf| fs::metadata(file).is_ok_and(|data| data.len() > 0);
    files.iter().any(is_written) || folders.iter().any(|folder| has_a_file(folder))
}
