//! Measures the time from a saved file to the new bytes of a page: what the preview does after every save, apart from
//! the wait that collects a batch of changes.
//!
//! `cargo bench --bench preview` measures villages of 200, 2,000 and 10,000 entries; `-- 50000` another size. Each gets
//! a thousand saves, of an event and a template in turn, during which memory must not grow.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise, and writes its own test data"
)]

mod support;

use std::path::Path;
use std::time::Instant;

use dorpsplein::ground::{Address, Date};
use dorpsplein::pipeline::{BuildCache, Planned, Request, Today, read_and_plan_cached};
use dorpsplein::render::Make;
use dorpsplein::theme::shipped;
use support::{Scratch, median, memory_mb, peak_memory_mb, put, village};

/// How many times each of the two is saved.
const RUNS: usize = 500;

/// After this many saves the memory use has settled.
const WARM: usize = 50;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![200, 2_000, 10_000] } else { sizes };
    println!("entries   first ms   one event ms   a template ms   MB after 100   after 1,000   peak MB");
    sizes.into_iter().for_each(measure);
}

fn measure(entries: usize) {
    let scratch = Scratch::new("preview");
    let site = scratch.join("site");
    village::write(&site, entries);
    let today = Today::Fixed(Date::new(2026, 11, 23).expect("a day"));
    let request = Request { site: site.clone(), today, base_url: None, host_address: None };
    let mut memory = BuildCache::default();
    let started = Instant::now();
    let (mut shown, _) = read_and_plan_cached(&request, &shipped(), &mut memory).expect("a village");
    let first = started.elapsed().as_secs_f64() * 1e3;
    let address = Address::page(["agenda", "activiteit-0"]);
    let mut events = Vec::new();
    let mut templates = Vec::new();
    let mut memory_when_warm = None;
    for run in 0..RUNS {
        let text = village::event(0, 1, 1).replace("Activiteit 0", &format!("Veranderd {run}"));
        events.push(save(
            &site.join("agenda/activiteit-0.md"),
            &text,
            &request,
            &mut memory,
            &mut shown,
            &address,
        ));
        let text = format!(
            "{{% extends \"base.html\" %}}{{% block content %}}<p>{run} {{{{ page.title }}}}</p>{{% endblock %}}"
        );
        templates.push(save(
            &site.join("thema/templates/event.html"),
            &text,
            &request,
            &mut memory,
            &mut shown,
            &address,
        ));
        if run + 1 == WARM {
            memory_when_warm = memory_mb();
        }
    }
    println!(
        "{entries:>7}{first:>11.1}{:>15.1}{:>16.1}{:>15.0}{:>14.0}{:>10.0}",
        median(events),
        median(templates),
        memory_when_warm.unwrap_or(0.0),
        memory_mb().unwrap_or(0.0),
        peak_memory_mb().unwrap_or(0.0)
    );
}

/// Saves a file and renders the open page; returns the milliseconds from the last byte saved to the new bytes.
fn save(
    path: &Path,
    text: &str,
    request: &Request,
    memory: &mut BuildCache,
    shown: &mut Planned,
    address: &Address,
) -> f64 {
    put(path, text);
    let started = Instant::now();
    let (planned, changed) = read_and_plan_cached(request, &shipped(), memory).expect("a village");
    let before = std::mem::replace(shown, planned);
    let output = shown.plan.find(address).expect("the page");
    let Make::Page(make) = &output.make else { panic!("a page") };
    let bytes = make(&shown.edition).expect("bytes");
    let took = started.elapsed().as_secs_f64() * 1e3;
    assert!(changed.len() == 1 && !bytes.is_empty(), "{changed:?}");
    drop(before);
    took
}
