//! Measures a portal of very many villages, from their documents in a folder to a site: the time, the peak memory, and
//! the compressed size of the first page of its agenda.
//!
//! `cargo bench --bench portal` builds 4,000 villages with 25 occurrences each in the coming year; `-- 400` another
//! number. Each measurement is a separate process.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise, and writes its own test data"
)]

mod support;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use dorpsplein::ground::{Date, days_later};
use dorpsplein::outside::{Gathering, gather};
use dorpsplein::pipeline::{Circumstances, Request, Today, build};
use dorpsplein::theme::shipped;
use support::child::{child, text};
use support::village::Dice;
use support::{Scratch, arguments, median, peak_memory_mb, put};

const OCCURRENCES: usize = 25;
const RUNS: usize = 3;

/// The day of the build.
const TODAY: Date = Date::constant(2026, 11, 23);

fn main() {
    match arguments().iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["only-portal", site, output] => only_portal(Path::new(site), Path::new(output)),
        [] => measure(4_000),
        [number, ..] => measure(number.parse().expect("a number of villages")),
    }
}

fn measure(villages: usize) {
    let scratch = Scratch::new("portal");
    let (site, output) = (scratch.join("portaal"), scratch.join("uit"));
    write_portal(&site, villages);
    let (mut seconds, mut peak) = (Vec::new(), 0.0f64);
    for _ in 0..RUNS {
        let _ = fs::remove_dir_all(&output);
        let _ = fs::remove_dir_all(site.join(".dorpsplein"));
        let (took, memory) = child(&["only-portal", text(&site), text(&output)]);
        seconds.push(took);
        peak = peak.max(memory);
    }
    let page = packed_kb(&output.join("agenda/index.html"));
    println!(
        "a portal of {villages} villages with {} occurrences: {:.2} s, at most {peak:.0} MB; the first page of its agenda is {page}",
        villages * OCCURRENCES,
        median(seconds),
    );
}

fn only_portal(site: &Path, output: &Path) {
    let started = Instant::now();
    let today = Today::Fixed(TODAY);
    let clock = || started.elapsed();
    gather(site, &Gathering::new(today, &clock, &|_| {})).expect("a store");
    let request = Request { site: site.to_owned(), today, base_url: None, host_address: None };
    let built = build(&request, &shipped(), output, &Circumstances::default()).expect("a site");
    let seconds = started.elapsed().as_secs_f64();
    assert_eq!(built.remarks.counts(), dorpsplein::ground::RemarkCounts::default(), "no village has errors");
    assert!(built.published.is_some());
    println!("{seconds} {}", peak_memory_mb().unwrap_or(0.0));
}

/// Returns the compressed size of a page, if there is a gzip to measure it.
fn packed_kb(page: &Path) -> String {
    let Ok(bytes) = fs::read(page) else { return "missing".to_owned() };
    let gzip = Command::new("gzip").arg("-9").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut gzip) = gzip else { return "unknown: there is no gzip".to_owned() };
    let mut stdin = gzip.stdin.take().expect("its input");
    let packed = std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(&bytes).expect("it listens"));
        gzip.wait_with_output().expect("it ends").stdout.len()
    });
    format!("{:.1} KB compressed", packed as f64 / 1024.0)
}

/// Writes a portal with the documents of this many villages in a folder.
fn write_portal(site: &Path, villages: usize) {
    let settings = "naam: Dorpen van Nederland\nomschrijving: Alle dorpen bij elkaar.\nwebadres: https://dorpen.example\nsoort: portaal\nbronnen: dorpen\n";
    put(&site.join("site.yaml"), settings);
    for number in 0..villages {
        put(&site.join(format!("dorpen/{:02}/dorp-{number:04}/dorp.json", number % 40)), document(number));
    }
}

const PROVINCES: [&str; 6] = ["Drenthe", "Friesland", "Gelderland", "Groningen", "Limburg", "Overijssel"];
const KINDS: [(&str, &str); 6] = [
    ("koffieochtend", "coffee morning"),
    ("eetpunt", "shared meal"),
    ("vergadering", "meeting"),
    ("muziek", "music"),
    ("spreekuur", "consultation hour"),
    ("wandeling", "walk"),
];

/// Returns the document of one village: two venues, perhaps with a noodsteunpunt, six events, and their occurrences.
fn document(number: usize) -> String {
    let mut dice = Dice::new(number as u64 + 1);
    let home = format!("https://dorp-{number:04}.example/");
    let (municipality, province) = (number / 12, PROVINCES[number / 12 % PROVINCES.len()]);
    let (lat, lon) = (51.0 + dice.below(2_500) as f64 / 1000.0, 5.0 + dice.below(1_800) as f64 / 1000.0);
    let emergency = if number.is_multiple_of(3) {
        r#","emergency_point":{"status":{"id":"pilot","nl":"pilot","en":"pilot"},"within_hours":4,"functions":[{"id":"informatie","nl":"informatie","en":"information"},{"id":"warmte","nl":"warmte","en":"warmth"}]}"#
    } else {
        ""
    };
    let mut out = format!(
        r#"{{"dorp":1,"updated":"2026-11-23","village":{{"name":"Dorp {number}","municipality":"Gemeente {municipality}","province":"{province}","url":"{home}"}},"venues":[{{"id":"dorpshuis","url":"{home}locaties/dorpshuis/","name":"Dorpshuis {number}","summary":"Het dorpshuis aan de brink, met drie zalen en een keuken.","kind":{{"id":"dorpshuis","nl":"dorpshuis","en":"village hall"}},"address":{{"street":"Brink {number}","postcode":"7799 AB","place":"Dorp {number}"}},"location":{{"lat":{lat},"lon":{lon}}}{emergency}}},{{"id":"kerk","url":"{home}locaties/kerk/","name":"Kerk","kind":{{"id":"kerk","nl":"kerk","en":"church"}}}}],"events":["#
    );
    for (at, (nl, en)) in KINDS.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            out,
            r#"{comma}{{"id":"a{at}","url":"{home}agenda/a{at}/","title":"Activiteit {at} van dorp {number}","summary":"Iedereen is welkom, ook wie nog nooit kwam.","kind":{{"id":"{nl}","nl":"{nl}","en":"{en}"}},"venue":{{"kind":"venue","id":"dorpshuis"}},"cost":{{"cents":{}}}}}"#,
            dice.below(3) * 250
        );
    }
    out.push_str(r#"],"news":[{"title":"Nieuwe stoelen in het dorpshuis","date":"2026-11-20","summary":"Ze zitten goed."}],"occurrences":["#);
    for at in 0..OCCURRENCES {
        let day = days_later(TODAY, dice.below(365) as i64);
        let (event, hour) = (dice.below(KINDS.len()), 9 + dice.below(12));
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            out,
            r#"{comma}{{"event":"a{event}","start":"{day}T{hour:02}:00","end":"{day}T{:02}:30","status":"scheduled"}}"#,
            hour + 1
        );
    }
    out.push_str("]}\n");
    out
}
