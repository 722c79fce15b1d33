//! One measurement in a process of its own, so that its memory is that of one build.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use dorpsplein::ground::Date;
use dorpsplein::pipeline::{Besides, Request, Today, build};
use dorpsplein::theme::shipped;

use super::peak_memory_mb;

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in ASCII")
}

/// Runs this program for one measurement: seconds and megabytes.
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

/// Builds a village and prints what [`child`] reads.
pub fn only_build(site: &Path, output: &Path) {
    let today = Today::Fixed(Date::new(2026, 11, 23).expect("a day"));
    let request = Request { site: site.to_owned(), today, base_url: None, told_by_host: None };
    let started = Instant::now();
    let built = build(&request, &shipped(), output, &Besides::default());
    let seconds = started.elapsed().as_secs_f64();
    let published = built.ok().and_then(|built| built.published);
    assert!(published.is_some(), "the village is sound");
    println!("{seconds} {}", peak_memory_mb().unwrap_or(0.0));
}
