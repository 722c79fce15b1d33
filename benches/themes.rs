//! Measures what one hundred villages with the same theme save by compiling its templates once: planning all of them
//! with a shared cache, as a share of the time that it takes with a cache for each.
//!
//! `cargo bench --bench themes`

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise, and writes its own test data"
)]

mod support;

use std::path::PathBuf;
use std::time::Instant;

use dorpsplein::ground::Date;
use dorpsplein::pipeline::{BuildCache, Request, Today, read_and_plan_cached};
use dorpsplein::render::ThemeCache;
use dorpsplein::theme::{Shipped, shipped};
use support::{Scratch, median, put};

const VILLAGES: usize = 100;
const RUNS: usize = 7;

fn main() {
    let scratch = Scratch::new("themes");
    let sites: Vec<PathBuf> = (0..VILLAGES).map(|number| village(&scratch, number)).collect();
    let shipped = shipped();
    let (mut shared, mut alone) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let theme_cache = ThemeCache::default();
        shared.push(time(&sites, &shipped, || BuildCache::sharing(&theme_cache)));
        assert_eq!(theme_cache.make_count(), 1, "one hundred villages compile their theme once");
        alone.push(time(&sites, &shipped, BuildCache::default));
    }
    let (shared, alone) = (median(shared), median(alone));
    println!(
        "{VILLAGES} villages planned: {:.0} ms with one compiled theme, {:.0} ms with one for each: {:.2} x",
        shared * 1e3,
        alone * 1e3,
        shared / alone
    );
}

fn time(sites: &[PathBuf], shipped: &Shipped, memory: impl Fn() -> BuildCache) -> f64 {
    let started = Instant::now();
    for site in sites {
        let today = Today::Fixed(Date::new(2026, 11, 23).expect("a day"));
        let request = Request { site: site.clone(), today, base_url: None, host_address: None };
        let (planned, _) = read_and_plan_cached(&request, shipped, &mut memory()).expect("a village");
        assert!(planned.remarks.is_publishable());
    }
    started.elapsed().as_secs_f64()
}

/// Writes a small village with the theme of its province.
fn village(scratch: &Scratch, number: usize) -> PathBuf {
    let site = scratch.join(&format!("dorp-{number}"));
    let write = |path: &str, text: &str| put(&site.join(path), text);
    write("site.yaml", &format!("naam: Dorp {number}\nomschrijving: Een dorp.\nthema: oost\n"));
    write("themas/oost/theme.yaml", "name: oost\nversion: 1.0.0\napi: 1\nextends: lvkk\n");
    write(
        "themas/oost/templates/base.html",
        "{% extends \"base.html\" %}\n{% block footer_end %}Oost{% endblock %}\n",
    );
    write("agenda/koffie.md", "---\ntitel: Koffie\nherhaling: elke dinsdag\nvanaf: 1 september 2026\n---\n");
    site
}
