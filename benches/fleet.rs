//! Measures a fleet of villages in one process, as a multiple of the floor: reading the same sources and writing the
//! same bytes into as many files, with the same threads, in the same run. Also measures peak memory, and a second run
//! in which nothing changed. One village in a hundred is broken, in different ways: all others must be published, and
//! exactly the broken ones reported. Finally the build of the next day is killed halfway: every village must then be
//! wholly old or wholly new, and the next run builds the rest.
//!
//! `cargo bench --bench fleet` builds 400 villages of 40 entries; `-- 4000` another number, `-- 400 --disk` on a disk.
//! Each measurement is a separate process.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise, and writes its own test data"
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use dorpsplein::fleet::{FleetJob, State, find, run};
use dorpsplein::ground::{Date, in_parallel};
use dorpsplein::pipeline::Today;
use dorpsplein::theme::shipped;
use support::child::{child, only_floor, text};
use support::whole::whole;
use support::{Scratch, arguments, median, peak_memory_mb, put, village};

const ENTRIES: usize = 40;

/// Days of November 2026.
const TODAY: &str = "23";
const NEXT_DAY: &str = "24";

/// How often a fleet is built; thousands of villages take long enough to be built once.
const RUNS: usize = 3;

/// One in this many villages is broken.
const BROKEN: usize = 100;

/// Ways to break a village: a file, and its new text.
const WAYS: &[(&str, &str)] = &[
    ("agenda/activiteit-0.md", "---\ntitel: Koffie\ndatum: 31 februari 2027\n---\n"),
    ("agenda/activiteit-1.md", "---\ntitel: Koffie\ndatum: 2027-02-01\nlocatie: nergens\n---\n"),
    ("agenda/activiteit-2.md", "---\ntitel: \"Koffie\ndatum: 2027-02-01\n---\n"),
    ("site.yaml", "omschrijving: Een dorp zonder naam.\n"),
    ("site.yaml", "naam: Dorp\nthema: bestaat-niet\n"),
    (
        "thema/templates/home.html",
        "{% extends \"base.html\" %}{% block content %}{{ nergens.iets }}{% endblock %}",
    ),
    ("nieuws/foto.md", "---\ntitel: Foto\ndatum: 2026-11-01\nafbeelding: /media/weg.jpg\n---\n"),
    ("paginas/dubbel.md", "---\ntitel: Dubbel\ntitel: Dubbel\n---\n"),
];

fn main() {
    match arguments().iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["only-fleet", sites, output, day] => {
            only_fleet(Path::new(sites), Path::new(output), day.parse().expect("a day of November"));
        }
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
        let place = sites.join(name(number));
        village::write(&place, ENTRIES);
        if is_broken(number) {
            let (file, text) = WAYS[number / BROKEN % WAYS.len()];
            put(&place.join(file), text);
        }
    }
    let (mut first, mut again, mut floors, mut peak) = (Vec::new(), Vec::new(), Vec::new(), 0.0f64);
    for _ in 0..if villages > 1_000 { 1 } else { RUNS } {
        let _ = fs::remove_dir_all(&output);
        let (seconds, memory) = child(&["only-fleet", text(&sites), text(&output), TODAY]);
        first.push(seconds);
        peak = peak.max(memory);
        again.push(child(&["only-fleet", text(&sites), text(&output), TODAY]).0);
        let _ = fs::remove_dir_all(&floor);
        floors.push(child(&["only-floor", text(&sites), text(&output), text(&floor)]).0);
    }
    let _ = fs::remove_dir_all(&floor);
    let (first, again, floor) = (median(first), median(again), median(floors));
    let broken = (0..villages).filter(|number| is_broken(*number)).count();
    println!(
        "{villages} villages of {ENTRIES} entries, {broken} of them broken: {first:.2} s ({:.1} ms each), {:.2} x the floor of {floor:.2} s, at most {peak:.0} MB; again without changes {:.3} x",
        first * 1e3 / villages as f64,
        first / floor,
        again / first,
    );
    kill(&sites, &output, villages, Duration::from_secs_f64(first / 2.0));
}

/// Builds the fleet of the next day, kills that after a while, and checks what is left of every village.
fn kill(sites: &Path, output: &Path, villages: usize, after: Duration) {
    let numbers: Vec<usize> = (0..villages).filter(|number| !is_broken(*number)).collect();
    let lists = || in_parallel(&numbers, |number| whole(&output.join(name(*number))));
    let before = lists();
    let program = std::env::current_exe().expect("our own path");
    let mut sailing = Command::new(program)
        .args(["only-fleet", text(sites), text(output), NEXT_DAY])
        .stdout(Stdio::null())
        .spawn()
        .expect("it runs");
    sleep(after);
    sailing.kill().expect("it is killed");
    let ended = sailing.wait().expect("it is gone");
    assert!(!ended.success(), "it was still running");
    let left = lists();
    child(&["only-fleet", text(sites), text(output), NEXT_DAY]);
    let done = lists();
    let is_new = |at: usize| left[at] == done[at];
    assert!((0..numbers.len()).all(|at| before[at] != done[at] && (left[at] == before[at] || is_new(at))));
    let strays = fs::read_dir(output).expect("a folder").count() - numbers.len();
    assert_eq!(strays, 0, "nothing is left of the interrupted build");
    let new = (0..numbers.len()).filter(|at| is_new(*at)).count();
    println!(
        "killed after {:.1} s: {new} villages wholly new, {} wholly old",
        after.as_secs_f64(),
        numbers.len() - new
    );
}

fn name(number: usize) -> String {
    format!("dorp-{number:04}")
}

fn is_broken(number: usize) -> bool {
    number % BROKEN == BROKEN / 2
}

fn only_fleet(sites: &Path, output: &Path, day: i8) {
    let started = Instant::now();
    let clock = || started.elapsed().as_secs_f64();
    let job = FleetJob {
        shipped: &shipped(),
        today: Today::Fixed(Date::new(2026, 11, day).expect("a day")),
        version: format!("bench {day}"),
        output: Some(output),
        only_changed: true,
        is_check: false,
        gathers: false,
        clock: &clock,
    };
    let fleet = find(sites).expect("a fleet");
    let outcomes = run(&fleet, &job, |_| {});
    let seconds = clock();
    for (number, outcome) in outcomes.iter().enumerate() {
        let is_good = matches!(outcome.state, State::Published(_) | State::Unchanged);
        assert_eq!(is_good, !is_broken(number), "village {number}: {:?}", outcome.shown_remarks);
    }
    println!("{seconds} {}", peak_memory_mb().unwrap_or(0.0));
}
