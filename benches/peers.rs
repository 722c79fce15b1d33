//! Compares Dorpsplein with other site generators on the same generated village, each as a program from start to
//! exit: wall-clock time, processor time and memory, beside each one's own floor (reading the same sources and
//! writing the same bytes into as many files).
//!
//! `cargo bench --bench peers` builds villages of 2,000 and 10,000 entries; `-- 500` another size; `-- fleet 400`
//! this many villages of 40 entries: one process of Dorpsplein, against one process of the other for each village,
//! as many at a time as there are cores. Zola and Hugo must be on the path, or `ZOLA` and `HUGO` say where they
//! are; `--disk` works on a disk.
//!
//! Their input is in `support/peers/`. Every entry gets a page with its facts, links to its venue and organiser,
//! metadata and JSON-LD of about as many bytes as ours; news and events are listed by twenty, and on a page for each
//! subject, kind and month; venues and organisations list their events; there is a feed and a sitemap. The others
//! do less work: no calendar file for each event, venue, organisation and kind, no pages for weeks and days, no
//! search index, no data files; nothing is checked or cleaned but what they check themselves; they do not work out
//! what is past; and descriptions are in their front matter, while Dorpsplein takes them from the text.

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
use std::process::Command;

use support::child::{child, only_floor, text};
use support::cost::{Cost, cost, peak};
use support::peers::{Peer, translate};
use support::{Scratch, arguments, median, tree, village};

/// How often each builds a village; a large one needs fewer runs.
const RUNS: usize = 5;
const FEW_RUNS: usize = 3;

/// The entries of a village in a fleet.
const ENTRIES: usize = 40;

fn main() {
    match arguments().iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["only-floor", site, made, output] => {
            only_floor(Path::new(site), Path::new(made), Path::new(output));
        }
        ["fleet", number] => {
            let villages = number.parse().expect("a number of villages");
            let makers = makers();
            println!("{villages} villages of {ENTRIES} entries");
            compare(&makers, villages, ENTRIES, true);
        }
        sizes => {
            let sizes: Vec<usize> = sizes.iter().filter_map(|size| size.parse().ok()).collect();
            let makers = makers();
            for entries in if sizes.is_empty() { vec![2_000, 10_000] } else { sizes } {
                println!("{entries} entries");
                compare(&makers, 1, entries, false);
            }
        }
    }
}

/// A program that builds a village.
enum Maker {
    Ours,
    Other(Peer, PathBuf),
}

impl Maker {
    fn name(&self) -> &'static str {
        match self {
            Self::Ours => "dorpsplein",
            Self::Other(peer, _) => peer.name(),
        }
    }

    /// Returns the processes that build all villages in a folder, or the single village that the folder is.
    fn commands(&self, sites: &Path, output: &Path, is_fleet: bool) -> Vec<Command> {
        let run = |program: &Path, arguments: &[&str]| {
            let mut command = Command::new(program);
            command.args(arguments);
            command
        };
        match self {
            Self::Ours => {
                let verbs: &[&str] = if is_fleet { &["fleet", "build"] } else { &["build"] };
                let rest = [text(sites), "--output", text(output), "--today", "2026-11-23"];
                vec![run(Path::new(env!("CARGO_BIN_EXE_dorpsplein")), &[verbs, &rest].concat())]
            }
            Self::Other(peer, program) if is_fleet => villages_of(sites)
                .into_iter()
                .map(|site| {
                    let output = output.join(site.file_name().expect("a name"));
                    run(program, &peer.builds(text(&site), text(&output)))
                })
                .collect(),
            Self::Other(peer, program) => vec![run(program, &peer.builds(text(sites), text(output)))],
        }
    }
}

fn villages_of(sites: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(sites).expect("a folder");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    folders
}

/// Returns Dorpsplein and the other programs that are installed, and prints which ones are not.
fn makers() -> Vec<Maker> {
    let mut makers = vec![Maker::Ours];
    for peer in Peer::ALL {
        match program(peer) {
            Some(path) => {
                let told = Command::new(&path).arg(peer.tells_version()).output().expect("it runs");
                let told = String::from_utf8_lossy(&told.stdout).into_owned();
                println!("{}", told.split('-').next().unwrap_or_default().trim());
                makers.push(Maker::Other(peer, path));
            }
            None => {
                println!(
                    "{} is missing: it is not on the path, and {} is not set",
                    peer.name(),
                    peer.variable()
                )
            }
        }
    }
    makers
}

fn program(peer: Peer) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(peer.variable()) {
        return Some(path.into());
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(peer.name())).find(|path| path.is_file())
}

/// The input and output of one of them, and the cost of each run.
struct Work<'m> {
    maker: &'m Maker,
    sites: PathBuf,
    output: PathBuf,
    floor: PathBuf,
    peak: f64,
    costs: Vec<Cost>,
    floors: Vec<f64>,
}

fn compare(makers: &[Maker], villages: usize, entries: usize, is_fleet: bool) {
    let scratch = Scratch::new("peers");
    let mut works: Vec<Work<'_>> = makers.iter().map(|maker| work(&scratch, maker)).collect();
    for number in 0..villages {
        let place =
            |sites: &Path| if is_fleet { sites.join(format!("dorp-{number:04}")) } else { sites.to_owned() };
        let ours = place(&works[0].sites);
        village::write(&ours, entries);
        for work in &works[1..] {
            if let Maker::Other(peer, _) = work.maker {
                translate(&ours, &place(&work.sites), *peer);
            }
        }
    }
    for work in &mut works {
        // The first run also loads the program into memory, so its time does not count.
        let commands = work.maker.commands(&work.sites, &work.output, is_fleet);
        work.peak = peak(commands.into_iter().next().expect("a process"));
    }
    for _ in 0..if villages * entries > 5_000 { FEW_RUNS } else { RUNS } {
        for work in &mut works {
            let _ = fs::remove_dir_all(&work.output);
            work.costs.push(cost(work.maker.commands(&work.sites, &work.output, is_fleet)));
        }
        for work in &mut works {
            let _ = fs::remove_dir_all(&work.floor);
            let floor = ["only-floor", text(&work.sites), text(&work.output), text(&work.floor)];
            work.floors.push(child(&floor).0);
        }
    }
    tell(&works);
}

fn work<'m>(scratch: &Scratch, maker: &'m Maker) -> Work<'m> {
    let folder = |what: &str| scratch.join(&format!("{}-{what}", maker.name()));
    Work {
        maker,
        sites: folder("site"),
        output: folder("uit"),
        floor: folder("bodem"),
        peak: 0.0,
        costs: Vec::new(),
        floors: Vec::new(),
    }
}

fn tell(works: &[Work<'_>]) {
    println!(
        "              files   pages   MB out   wall s    cpu s  floor s  x floor  peak MB  x our wall  x our cpu"
    );
    for work in works {
        let made = tree(&work.output);
        let pages = made.keys().filter(|path| path.extension().is_some_and(|kind| kind == "html")).count();
        let bytes: usize = made.values().map(Vec::len).sum();
        let ours = &works[0].costs;
        let middle = |of: fn(&Cost) -> f64| median(work.costs.iter().map(of).collect());
        let beside_ours = |of: fn(&Cost) -> f64| {
            median(work.costs.iter().zip(ours).map(|(theirs, ours)| of(theirs) / of(ours)).collect())
        };
        let above_floor =
            work.costs.iter().zip(&work.floors).map(|(cost, floor)| cost.wall / floor).collect();
        println!(
            "{:<11}{:>8}{pages:>8}{:>9.1}{:>9.3}{:>9.2}{:>9.3}{:>9.2}{:>9.0}{:>12.2}{:>11.2}",
            work.maker.name(),
            made.len(),
            bytes as f64 / 1e6,
            middle(|cost| cost.wall),
            middle(|cost| cost.cpu),
            median(work.floors.clone()),
            median(above_floor),
            work.peak,
            beside_ours(|cost| cost.wall),
            beside_ours(|cost| cost.cpu),
        );
    }
}
