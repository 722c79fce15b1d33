//! Measures a clean build as a multiple of the floor: reading the same sources and writing the same bytes into as many
//! files, with the same threads, in the same run.
//!
//! `cargo bench --bench build` measures villages of 200, 2,000, 10,000 and 50,000 entries, prints how the time per
//! entry grows, and plots that in `benches/growth.svg`. `-- 10000` measures another size, `-- 10000 --disk` on a disk.
//! Each measurement is a separate process, so that the memory is that of a single build.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark stops at the first surprise, and writes its own test data"
)]

mod support;

use std::fs;
use std::path::Path;

use support::child::{child, only_build, only_floor, text};
use support::plot::growth;
use support::{Scratch, arguments, median, tree, village};

/// How often the smaller villages are built; the largest take long enough to need fewer runs.
const RUNS: usize = 7;
const FEW_RUNS: usize = 3;

fn main() {
    match arguments().iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["only-build", site, output] => only_build(Path::new(site), Path::new(output)),
        ["only-floor", site, made, output] => only_floor(Path::new(site), Path::new(made), Path::new(output)),
        sizes => {
            let sizes: Vec<usize> = sizes.iter().filter_map(|size| size.parse().ok()).collect();
            let is_whole = sizes.is_empty();
            let sizes = if is_whole { vec![200, 2_000, 10_000, 50_000] } else { sizes };
            println!("entries   files   MB out   build s   floor s   ratio   again   µs/entry   peak MB");
            let points: Vec<(usize, f64, f64)> = sizes.into_iter().map(measure).collect();
            if is_whole {
                tell_growth(&points);
            }
        }
    }
}

/// Prints how the time per entry differs from that of 10,000 entries, and writes the plot.
fn tell_growth(points: &[(usize, f64, f64)]) {
    let (_, usual, _) = points.iter().find(|point| point.0 == 10_000).expect("it was measured");
    for (entries, time, _) in points {
        println!("{entries} entries: {:.2} x the time per entry of 10,000", time / usual);
    }
    let plot = growth(points, "Time per entry, clean build on two cores");
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/growth.svg"), plot).expect("a file");
}

/// Returns the size, and the microseconds per entry of a build and of the floor.
fn measure(entries: usize) -> (usize, f64, f64) {
    let scratch = Scratch::new("build");
    let (site, output, floor) = (scratch.join("site"), scratch.join("uit"), scratch.join("bodem"));
    village::write(&site, entries);
    let (mut builds, mut floors, mut again, mut peak) = (Vec::new(), Vec::new(), Vec::new(), 0.0f64);
    for _ in 0..if entries > 10_000 { FEW_RUNS } else { RUNS } {
        let _ = fs::remove_dir_all(&output);
        let (seconds, memory) = child(&["only-build", text(&site), text(&output)]);
        builds.push(seconds);
        peak = peak.max(memory);
        let _ = fs::remove_dir_all(&floor);
        floors.push(child(&["only-floor", text(&site), text(&output), text(&floor)]).0);
        // One entry changes, and the build goes over the existing site.
        fs::write(
            site.join("agenda/activiteit-0.md"),
            village::event(0, 1, 1).replace("Activiteit 0", "Veranderd"),
        )
        .expect("a file");
        again.push(child(&["only-build", text(&site), text(&output)]).0);
        fs::write(site.join("agenda/activiteit-0.md"), village::event(0, 1, 1)).expect("a file");
    }
    let made = tree(&output);
    let bytes: usize = made.values().map(Vec::len).sum();
    let ratios = builds.iter().zip(&floors).map(|(build, floor)| build / floor).collect();
    let again_ratios = again.iter().zip(&builds).map(|(again, build)| again / build).collect();
    let (build, floor) = (median(builds), median(floors));
    println!(
        "{entries:>7}{:>8}{:>9.1}{build:>10.3}{floor:>10.3}{:>8.2}{:>8.2}{:>11.1}{peak:>10.0}",
        made.len(),
        bytes as f64 / 1e6,
        median(ratios),
        median(again_ratios),
        build * 1e6 / entries as f64,
    );
    (entries, build * 1e6 / entries as f64, floor * 1e6 / entries as f64)
}
