//! Themes, their packages, lists, locks and signatures that somebody made wrong on purpose: millions of ways, through the same
//! doors as any other. Nothing may panic, take longer than a few seconds, or more than 512 MB; and what is taken is sound.
//!
//! Four seconds with `cargo test`; as long as you like, in seconds, with
//! `cargo test --release --test wild_packages -- 600`. What was found once is kept in `tests/wild_packages/found/` and
//! tried first.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "stops at the first surprise"
)]

#[path = "../wild/shared.rs"]
mod shared;
mod themes;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dorpsplein::ground::fingerprint;
use dorpsplein::package::{
    Key, make_keys, needs_password, open, pack, read_index, read_lock, sign, verify, write_index, write_lock,
};

use shared::{Dice, files, peak_memory_kb, spoilt};
use themes::{is_manifest, is_template};

/// In kilobytes.
const MOST_MEMORY: u64 = 512 * 1024;

/// One file; on a slow machine that does three other things.
const LONGEST: Duration = Duration::from_secs(20);

fn main() {
    let seconds = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(4);
    let mut seeds = files(&of_project("seeds"));
    seeds.push(("own.key".to_owned(), make_keys(None).expect("keys").secret.into_bytes()));
    let with = |ending: &str| {
        let found = seeds.iter().find(|(name, _)| name.ends_with(ending));
        found.map(|(_, bytes)| bytes.clone()).expect("a seed")
    };
    let desk = Desk { package: with(".zip"), key: with(".pub") };
    for (name, bytes) in files(&of_project("found")) {
        attempt(&desk, &name, &bytes);
    }
    for (name, bytes) in &seeds {
        assert!(attempt(&desk, name, bytes), "{name} is sound");
    }
    let mut dice = Dice::new();
    let (start, mut tried, mut taken) = (Instant::now(), 0_u64, 0_u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let (name, seed) = &seeds[dice.below(seeds.len())];
        let (_, other) = &seeds[dice.below(seeds.len())];
        let bytes = spoilt(seed, other, &mut dice);
        tried += 1;
        taken += u64::from(attempt(&desk, name, &bytes));
    }
    let memory = peak_memory_kb();
    println!(
        "wild packages: {tried} tried in {seconds} s, {taken} taken, at most {} MB",
        memory.unwrap_or(0) / 1024
    );
    assert!(taken > 0 && taken < tried, "some are spoilt and some are not");
    assert!(memory.is_none_or(|memory| memory <= MOST_MEMORY), "too much memory");
}

/// A sound package and the key that it was signed with.
struct Desk {
    package: Vec<u8>,
    key: Vec<u8>,
}

/// Shows a file to the door that its name asks for; whether it was taken. What goes wrong is written down.
fn attempt(desk: &Desk, name: &str, bytes: &[u8]) -> bool {
    let start = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| is_taken(desk, name, bytes)));
    let took = start.elapsed();
    match outcome {
        Ok(is_taken) if took < LONGEST => is_taken,
        other => {
            let ending = name.rsplit('.').next().unwrap_or("bin");
            let kept = of_project("found").join(format!("{}.{ending}", fingerprint(bytes)));
            let _ = fs::create_dir_all(of_project("found"));
            fs::write(&kept, bytes).expect("what was found");
            panic!("{} took {took:?}, panicked: {}", kept.display(), other.is_err());
        }
    }
}

fn is_taken(desk: &Desk, name: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match name.rsplit('.').next() {
        Some("zip") => match open(bytes) {
            Ok(package) => {
                let again = pack(&package.files, &package.head).expect("what was taken can be packed");
                assert_eq!(open(&again).map(|again| again.files), Ok(package.files));
                true
            }
            Err(unfit) => {
                assert!(!unfit.message().nl.is_empty(), "refused without a word");
                false
            }
        },
        Some("json") => match read_index(bytes) {
            Ok(index) => {
                assert_eq!(read_index(write_index(&index).as_bytes()), Ok(index));
                true
            }
            Err(message) => {
                assert!(!message.nl.is_empty(), "refused without a word");
                false
            }
        },
        Some("lock") => read_lock(bytes)
            .inspect(|lock| assert_eq!(read_lock(write_lock(lock).as_bytes()).as_ref(), Some(lock)))
            .is_some(),
        Some("minisig") => {
            let key = Key::parse(&String::from_utf8_lossy(&desk.key)).expect("a key");
            verify(&desk.package, &text, &key).is_ok()
        }
        Some("pub") => Key::parse(&text).is_some(),
        Some("yaml") => is_manifest(bytes),
        Some("html") => is_template(bytes),
        // A key with a password is not tried: it is slow by nature.
        _ => needs_password(&text) == Some(false) && sign(&text, None, b"thema", "hei 1.0.0").is_some(),
    }
}

fn of_project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wild_packages").join(name)
}
