//! Shared helpers for the benchmarks: a generated village, scratch folders, medians, memory.

// Each benchmark uses a different part of this.
#![allow(dead_code)]

pub mod child;
pub mod cost;
pub mod peers;
pub mod plot;
pub mod village;
pub mod whole;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The allocator of the program itself, so that the benchmarks measure what villages run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A folder in memory if the system has one, so that the disk does not affect the ratios; with `--disk`, one on the
/// disk of the project. It is removed when dropped.
pub struct Scratch(PathBuf);

/// Returns the arguments, without those for [`Scratch`] and for `cargo`.
pub fn arguments() -> Vec<String> {
    std::env::args().skip(1).filter(|argument| argument != "--bench" && argument != DISK).collect()
}

const DISK: &str = "--disk";

impl Scratch {
    pub fn new(name: &str) -> Self {
        let shm = Path::new("/dev/shm");
        let is_on_disk = std::env::args().any(|argument| argument == DISK);
        let base = match is_on_disk {
            true => Path::new(env!("CARGO_MANIFEST_DIR")).join("target"),
            false if shm.is_dir() => shm.to_owned(),
            false => std::env::temp_dir(),
        };
        let path = base.join(format!("dorpsplein-bench-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a scratch folder");
        Self(path)
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Returns every file below a folder with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(
                    path.strip_prefix(folder).expect("inside").to_owned(),
                    fs::read(&path).expect("a file"),
                );
            }
        }
    }
    files
}

/// Writes a file, and creates the folders that contain it.
pub fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// Returns the median.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Returns the peak memory of this process in MB, if the system reports it.
pub fn peak_memory_mb() -> Option<f64> {
    status_mb("self", "VmHWM:")
}

/// Returns the memory that this process uses now in MB, if the system reports it.
pub fn memory_mb() -> Option<f64> {
    status_mb("self", "VmRSS:")
}

/// Returns a field of the status of a process, in MB.
fn status_mb(process: &str, name: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().trim_end_matches(" kB").trim().parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}
