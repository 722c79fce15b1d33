//! Measures converting 100 photos of 12 megapixels to three WebP widths, as a multiple of `vipsthumbnail` (libvips,
//! which must be installed) for the same widths and quality on as many cores; the peak memory; and what the photos
//! cost in the next build, when nothing has changed.
//!
//! `cargo bench --bench pictures [-- NUMBER]`

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
use std::time::Instant;

use dorpsplein::ground::in_parallel;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use support::child::{child, only_build, text};
use support::{Scratch, arguments, median, village};

const RUNS: usize = 3;
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// The number of different photos; the others are copies with a different comment inside, so different files.
const DIFFERENT: usize = 4;

fn main() {
    match arguments().iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["only-build", site, output] => only_build(Path::new(site), Path::new(output)),
        [number] => measure(number.parse().expect("a number")),
        _ => measure(100),
    }
}

fn measure(number: usize) {
    let scratch = Scratch::new("pictures");
    let (site, output, plain) = (scratch.join("site"), scratch.join("uit"), scratch.join("kaal"));
    village::write(&site, 200);
    village::write(&plain, 200);
    let photos = lay_out(&site, number);
    for first in (0..number).step_by(20) {
        let page = format!("---\ntitel: Foto's vanaf {first}\n---\n\n{}", "Geen foto.\n\n".repeat(20));
        fs::write(plain.join(format!("paginas/fotos-{first}.md")), page).expect("a page");
    }
    let (mut ratios, mut ours, mut theirs, mut peak) = (Vec::new(), Vec::new(), Vec::new(), 0.0f64);
    let (mut again, mut without) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let _ = fs::remove_dir_all(&output);
        let _ = fs::remove_dir_all(site.join(".dorpsplein"));
        let (first, memory) = child(&["only-build", text(&site), text(&output)]);
        peak = peak.max(memory);
        let vips = vips(&photos, &scratch.join("vips"));
        let bare_output = scratch.join("kaal-uit");
        let again_without = || child(&["only-build", text(&plain), text(&bare_output)]).0;
        again_without();
        // Both are built over the existing site, in turns.
        let turns = (0..5).map(|_| (child(&["only-build", text(&site), text(&output)]).0, again_without()));
        let (second, bare): (Vec<f64>, Vec<f64>) = turns.unzip();
        let (second, bare) = (median(second), median(bare));
        ratios.push(first / vips);
        ours.push(first);
        theirs.push(vips);
        again.push(second / bare);
        without.push(bare);
    }
    println!("photos   first build s   vips s   ratio   peak MB   second build / without photos   without s");
    println!(
        "{number:>6}{:>16.2}{:>9.2}{:>8.2}{peak:>10.0}{:>32.2}{:>12.3}",
        median(ours),
        median(theirs),
        median(ratios),
        median(again),
        median(without),
    );
}

/// Writes the photos, and pages that show twenty of them each.
fn lay_out(site: &Path, number: usize) -> Vec<PathBuf> {
    let different: Vec<usize> = (0..DIFFERENT).collect();
    let photos = in_parallel(&different, |seed| photo(*seed));
    let folder = site.join("media");
    fs::create_dir_all(&folder).expect("a folder");
    let paths: Vec<PathBuf> = (0..number).map(|photo| folder.join(format!("foto-{photo}.jpg"))).collect();
    for (at, path) in paths.iter().enumerate() {
        let bytes = &photos[at % DIFFERENT];
        let remark = [&[0xff, 0xfe, 0, 10][..], format!("{at:08}").as_bytes()].concat();
        fs::write(path, [&bytes[..2], &remark, &bytes[2..]].concat()).expect("a photo");
    }
    for first in (0..number).step_by(20) {
        let shown = (first..number.min(first + 20))
            .map(|photo| format!("![Een foto](../media/foto-{photo}.jpg)\n\n"));
        let page = format!("---\ntitel: Foto's vanaf {first}\n---\n\n{}", shown.collect::<String>());
        fs::write(site.join(format!("paginas/fotos-{first}.md")), page).expect("a page");
    }
    paths
}

/// Returns 4000 × 3000 pixels with what photos have: a sky, edges, leaves, the noise of a sensor.
fn photo(seed: usize) -> Vec<u8> {
    let mut dice = village::Dice::new(seed as u64 + 1);
    let blobs: Vec<(f64, f64, f64, [f64; 3])> = (0..60)
        .map(|_| {
            let mut part = |bound: usize| dice.below(bound) as f64;
            (part(4000), part(3000), 40.0 + part(500), [part(255), part(255), part(255)])
        })
        .collect();
    let picture = RgbImage::from_fn(4000, 3000, |x, y| {
        let (x, y) = (f64::from(x), f64::from(y));
        let mut colour = [120.0 + y / 25.0, 150.0 + y / 40.0, 235.0 - y / 30.0];
        for (left, top, size, own) in &blobs {
            if (x - left).powi(2) + (y - top).powi(2) < size * size {
                let leaf = ((x / 3.0).sin() * (y / 5.0).cos()) * 24.0;
                colour = own.map(|part| part * 0.7 + leaf + 30.0);
            }
        }
        let noise = dice.below(13) as f64 - 6.0;
        Rgb(colour.map(|part| (part + noise).clamp(0.0, 255.0) as u8))
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&picture).expect("a JPEG");
    bytes
}

/// Converts the photos with libvips, in two processes side by side, one core each; returns the seconds.
fn vips(photos: &[PathBuf], output: &Path) -> f64 {
    let _ = fs::remove_dir_all(output);
    fs::create_dir_all(output).expect("a folder");
    let half = photos.len().div_ceil(2);
    let halves: Vec<&[PathBuf]> = photos.chunks(half.max(1)).collect();
    let started = Instant::now();
    in_parallel(&halves, |photos| {
        for width in WIDTHS {
            let to = output.join(format!("%s-{width}.webp[Q=76,strip]"));
            let status = Command::new("vipsthumbnail")
                .env("VIPS_CONCURRENCY", "1")
                .args(["--size", &format!("{width}x"), "-o"])
                .arg(to)
                .args(*photos)
                .status()
                .expect("vipsthumbnail runs: install libvips-tools");
            assert!(status.success());
        }
    });
    let seconds = started.elapsed().as_secs_f64();
    assert_eq!(fs::read_dir(output).expect("its pictures").count(), photos.len() * WIDTHS.len());
    seconds
}
