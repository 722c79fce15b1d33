//! How long a fleet of villages takes in one process, as a multiple of the floor: reading the same sources and writing
//! the same bytes into as many files, with the same threads, in the same run; how much memory at most; and how long the
//! second run takes when nothing changed.
//!
//! `cargo bench --bench fleet` takes 400 villages of 40 entries; `-- 4000` another number. Each measurement is a process
//! of its own.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "stops at the first surprise, and makes what it needs on a disk"
)]

mod support;

use std::fs;
use std::path::Path;
use std::time::Instant;

use dorpsplein::fleet::{Errand, State, find, run};
use dorpsplein::ground::Date;
use dorpsplein::pipeline::Today;
use dorpsplein::theme::shipped;
use support::child::{child, only_floor, text};
use support::{Scratch, median, peak_memory_mb, village};

const ENTRIES: usize = 40;
const RUNS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["only-fleet", sites, output] => only_fleet(Path::new(sites), Path::new(output)),
        ["only-floor", sites, made, output] => {
            only_floor(Path::new(sites), Path::new(made), Path::new(output));
        }
        [] => measure(400),
        [number, ..] => measure(number.parse().expect("a number of villages")),
    }
}

fn measure(villages: usize) {
    let scratch = Scratch::new("fleet");
    let (sites, output, floor) = (scratch.join("dorpen"), scratch.join("uit"), scratch.join("bodem"));
    for number in 0..villages {
        village::write(&sites.join(format!("dorp-{number:04}")), ENTRIES);
    }
    let (mut first, mut again, mut floors, mut peak) = (Vec::new(), Vec::new(), Vec::new(), 0.0f64);
    for _ in 0..RUNS {
        let _ = fs::remove_dir_all(&output);
        let (seconds, memory) = child(&["only-fleet", text(&sites), text(&output)]);
        first.push(seconds);
        peak = peak.max(memory);
        again.push(child(&["only-fleet", text(&sites), text(&output)]).0);
        let _ = fs::remove_dir_all(&floor);
        floors.push(child(&["only-floor", text(&sites), text(&output), text(&floor)]).0);
    }
    let (first, again, floor) = (median(first), median(again), median(floors));
    println!(
        "{villages} villages of {ENTRIES} entries: {first:.2} s, {:.2} x the floor of {floor:.2} s, at most {peak:.0} MB; again with nothing changed {:.2} x",
        first / floor,
        again / first,
    );
}

fn only_fleet(sites: &Path, output: &Path) {
    let started = Instant::now();
    let clock = || started.elapsed().as_secs_f64();
    let errand = Errand {
        shipped: &shipped(),
        today: Today::Fixed(Date::new(2026, 11, 23).expect("a day")),
        besides: "bench".to_owned(),
        output: Some(output),
        only_changed: true,
        is_check: false,
        gathers: false,
        clock: &clock,
    };
    let fleet = find(sites).expect("a fleet");
    let outcomes = run(&fleet, &errand, |_| {});
    let seconds = clock();
    let is_good = |state: &State| matches!(state, State::Published(_) | State::Unchanged);
    assert!(outcomes.iter().all(|outcome| is_good(&outcome.state)), "every village is sound");
    println!("{seconds} {}", peak_memory_mb().unwrap_or(0.0));
}
