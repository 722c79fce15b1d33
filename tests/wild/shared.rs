//! What wild tests share: seeds that are spoilt by chance, and how much memory that took.

use std::fs;
use std::path::Path;

/// A few mistakes of the kinds that disks, mail programs and ill will make.
pub fn spoilt(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(4) {
        if bytes.is_empty() {
            break;
        }
        // Most of what a decoder trusts stands in front.
        let bound = if dice.below(2) == 0 { bytes.len() } else { bytes.len().min(96) };
        let at = dice.below(bound);
        let until = (at + 1 + dice.below(16)).min(bytes.len());
        match dice.below(8) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][dice.below(5)],
            2 => bytes[at..until].fill(0xff),
            3 => bytes.truncate(at),
            4 => drop(bytes.drain(at..until)),
            5 => {
                let again = bytes[at..until].to_vec();
                bytes.splice(at..at, again);
            }
            6 => {
                let from = dice.below(other.len());
                let piece = other[from..(from + 1 + dice.below(64)).min(other.len())].to_vec();
                bytes.splice(at..until, piece);
            }
            _ => {
                let digits = b"0123456789";
                bytes[at..until].iter_mut().for_each(|byte| *byte = digits[dice.below(10)]);
            }
        }
    }
    bytes
}

/// The files of a folder in the order of their names; none when it is not there.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(String, Vec<u8>)> = entries
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, fs::read(entry.path()).ok()?)))
        .collect();
    files.sort();
    files
}

/// The most that this process has held, where the system tells.
pub fn peak_memory_kb() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Numbers that look random (xorshift64*, Vigna 2016); every run tries others.
pub struct Dice(u64);

impl Dice {
    /// Other numbers in every run.
    pub fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15 ^ u64::from(std::process::id()))
    }

    /// A number below this one.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % bound.max(1)
    }
}
