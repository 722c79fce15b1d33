//! Fuzzes pictures: files spoilt on purpose or by a failing disk go through the same code as any photo.
//!
//! Nothing may panic, take longer than twenty seconds, or use more than 512 MB. Whatever does is saved and ends
//! the hunt, even when it would never finish. `cargo test` tries two hundred files, always the same ones;
//! `cargo test --release --test wild -- 600` tries others, for as many seconds as you say. Earlier finds are kept
//! in `tests/wild/found/` and tried first.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "stops at the first failure, and writes the files it needs to disk"
)]

mod shared;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dorpsplein::ground::{Both, Focus, SitePath, both};
use dorpsplein::pictures::{Cut, Photo, PhotoCache, PhotoMark, Wanted, develop_all};
use dorpsplein::read::{MediaFile, stamp};
use image::codecs::gif::GifEncoder;
use image::{Frame, Rgba, RgbaImage};

use shared::{Hunt, files};

fn main() {
    let folder = std::env::temp_dir().join(format!("dorpsplein-wild-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wild");
    let mut seeds = files(&home.join("seeds"));
    seeds.push(("moving.gif".to_owned(), moving()));
    let attempt = |name: &str, bytes: &[u8]| is_shown(&folder, name, bytes);
    Hunt { what: "pictures", good: "shown", folder: home, tries: 200, attempt }.run(&seeds);
    fs::remove_dir_all(&folder).expect("our own folder");
}

/// Develops a picture in every way; returns whether it could be shown.
fn is_shown(folder: &Path, name: &str, bytes: &[u8]) -> bool {
    let on_disk = folder.join(name);
    fs::write(&on_disk, bytes).expect("a file");
    let stamp = stamp(&on_disk).expect("it is there");
    let path = SitePath::new(&format!("media/{name}")).expect("a path");
    let file = MediaFile { path, on_disk, bytes: bytes.len() as u64, size: None, stamp, twin_mark: None };
    let cuts = vec![Cut::Widths, Cut::Sharing(Focus { across: 0, down: 100 }), Cut::Icons];
    let moving = vec![Cut::Moving];
    let wanted = |cuts| Wanted { file: &file, used_in: "paginas/wild.md", cuts };
    let _ = develop_all(&[wanted(moving)], &NoCache);
    let made = develop_all(&[wanted(cuts)], &NoCache).remove(0);
    let is_shown = !made.photos.is_empty();
    assert!(
        is_shown || made.remarks.iter().any(|said| !said.message.nl.is_empty()),
        "refused without a message"
    );
    is_shown
}

fn moving() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for number in 0..3 {
        let picture = RgbaImage::from_pixel(24, 16, Rgba([number * 80, 20, 200, 255]));
        encoder.encode_frame(Frame::new(picture)).expect("a frame");
    }
    drop(encoder);
    bytes
}

/// A cache that stores nothing.
struct NoCache;

impl PhotoCache for NoCache {
    fn mark_of(&self, _: &MediaFile) -> Option<PhotoMark> {
        None
    }

    fn find(&self, _: PhotoMark, _: Cut) -> Option<Arc<Photo>> {
        None
    }

    fn keep(&self, _: PhotoMark, _: Cut, _: &str, _: &[u8]) -> Result<PathBuf, Both> {
        Err(both("er is geen cache", "there is no cache"))
    }

    fn remember(&self, _: PhotoMark, _: Cut, _: &Arc<Photo>) {}

    fn remember_mark(&self, _: &MediaFile, _: PhotoMark) {}
}
