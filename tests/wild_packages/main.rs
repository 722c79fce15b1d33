//! Fuzzes themes, packages, lists, locks and signatures: spoilt files go through the same code as any other.
//!
//! Nothing may panic, take longer than twenty seconds, or use more than 512 MB: whatever does is saved and ends
//! the hunt. Whatever is accepted must be sound. `cargo test` tries ten thousand files, always the same ones
//! except for a freshly generated key; `cargo test --release --test wild_packages -- 600` tries others, for
//! as many seconds as you say. Earlier finds are kept in `tests/wild_packages/found/` and tried first.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "stops at the first failure"
)]

#[path = "../wild/shared.rs"]
mod shared;
mod themes;

use std::path::Path;

use dorpsplein::package::{
    Key, make_keys, needs_password, open, pack, read_index, read_lock, sign, verify, write_index, write_lock,
};

use shared::{Hunt, files};
use themes::{is_manifest, is_template};

fn main() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wild_packages");
    let mut seeds = files(&home.join("seeds"));
    seeds.push(("own.key".to_owned(), make_keys(None).expect("keys").secret.into_bytes()));
    let with = |ending: &str| {
        let found = seeds.iter().find(|(name, _)| name.ends_with(ending));
        found.map(|(_, bytes)| bytes.clone()).expect("a seed")
    };
    let desk = Desk { package: with(".zip"), key: with(".pub") };
    let attempt = |name: &str, bytes: &[u8]| is_accepted(&desk, name, bytes);
    Hunt { what: "packages", good: "taken", folder: home, tries: 10_000, attempt }.run(&seeds);
}

/// A sound package and the public key of its maker.
struct Desk {
    package: Vec<u8>,
    key: Vec<u8>,
}

/// Passes a file to the reader for its kind of name; returns whether it was accepted.
fn is_accepted(desk: &Desk, name: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match name.rsplit('.').next() {
        Some("zip") => match open(bytes) {
            Ok(package) => {
                let again = pack(&package.files, &package.head).expect("an accepted package can be packed");
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
        // A key with a password is not tried: it is slow by design.
        _ => needs_password(&text) == Some(false) && sign(&text, None, b"thema", "hei 1.0.0").is_some(),
    }
}
