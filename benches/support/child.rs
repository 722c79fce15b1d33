//! Runs one measurement in a separate process, so that the memory is that of a single build.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use dorpsplein::ground::{Date, in_parallel};
use dorpsplein::pipeline::{Circumstances, Request, Today, build};
use dorpsplein::theme::shipped;

use super::{peak_memory_mb, tree};

/// Returns a path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in ASCII")
}

/// Runs this program for one measurement; returns seconds and megabytes.
pub fn child(arguments: &[&str]) -> (f64, f64) {
    let program = std::env::current_exe().expect("our own path");
    let output = Command::new(program).args(arguments).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match numbers.as_slice() {
        [seconds, memory] => (*seconds, *memory),
        _ => panic!("{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr)),
    }
}

/// Builds a village, and prints what [`child`] reads.
pub fn only_build(site: &Path, output: &Path) {
    let today = Today::Fixed(Date::new(2026, 11, 23).expect("a day"));
    let request = Request { site: site.to_owned(), today, base_url: None, host_address: None };
    let started = Instant::now();
    let built = build(&request, &shipped(), output, &Circumstances::default());
    let seconds = started.elapsed().as_secs_f64();
    let published = built.ok().and_then(|built| built.published);
    assert!(published.is_some(), "the village has no errors");
    println!("{seconds} {}", peak_memory_mb().unwrap_or(0.0));
}

/// Reads the sources and writes the bytes of their build into as many files, and prints what [`child`] reads.
pub fn only_floor(site: &Path, made: &Path, output: &Path) {
    let sources: Vec<PathBuf> = tree(site).into_keys().map(|path| site.join(path)).collect();
    let outputs: Vec<(PathBuf, Vec<u8>)> =
        tree(made).into_iter().map(|(path, bytes)| (output.join(path), bytes)).collect();
    let started = Instant::now();
    let read: usize =
        in_parallel(&sources, |path| fs::read(path).map_or(0, |bytes| bytes.len())).into_iter().sum();
    let mut folders: Vec<&Path> = outputs.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.sort();
    folders.dedup();
    folders.into_iter().for_each(|folder| fs::create_dir_all(folder).expect("a folder"));
    in_parallel(&outputs, |(path, bytes)| fs::write(path, bytes).expect("a file"));
    let seconds = started.elapsed().as_secs_f64();
    assert!(read > 0);
    println!("{seconds} {}", peak_memory_mb().unwrap_or(0.0));
}
