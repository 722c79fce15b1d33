//! Shared by the wild tests: spoils sound files at random, and guards the time and memory of each attempt.

use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::BuildHasher;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use dorpsplein::ground::fingerprint;

/// Makes a few mistakes of the kinds that disks, mail programs and attackers make.
fn spoilt(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(4) {
        if bytes.is_empty() {
            break;
        }
        // Most of what a decoder trusts is at the start.
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

/// The limit in kilobytes, for everything tried so far.
const MOST_MEMORY: u64 = 512 * 1024;

/// The limit for one file, on a slow machine that does three other things.
const LONGEST: Duration = Duration::from_secs(20);

/// A hunt for failures among spoilt files.
pub struct Hunt<'h, A: Fn(&str, &[u8]) -> bool> {
    /// What is spoilt, for the summary line: `pictures`.
    pub what: &'h str,
    /// The word for a file that passes as sound: `shown`.
    pub good: &'h str,
    /// The folder of the hunt; its subfolder `found` keeps all earlier finds, which are tried first.
    pub folder: PathBuf,
    /// How many files are tried when no seconds are given: always the same ones, so that green stays green.
    pub tries: u64,
    /// Tries one file by its name; returns whether it passed as sound.
    pub attempt: A,
}

impl<A: Fn(&str, &[u8]) -> bool> Hunt<'_, A> {
    /// Tries the sound files, which must pass, and then spoils them: for as many seconds as the command line says,
    /// or else each time in the same ways.
    pub fn run(&self, seeds: &[(String, Vec<u8>)]) {
        let seconds: Option<u64> = std::env::args().skip(1).find_map(|word| word.parse().ok());
        notice_panics();
        let found = self.folder.join("found");
        if !found.is_dir() {
            println!("wild {}: no earlier finds to try first: there is no {}", self.what, found.display());
        }
        let guard = Guard::over(found.clone());
        for (name, bytes) in files(&found) {
            self.try_one(&guard, &name, &bytes);
        }
        for (name, bytes) in seeds {
            assert!(self.try_one(&guard, name, bytes), "{name} is sound, but did not pass");
        }
        let mut dice = if seconds.is_some() { Dice::different_every_time() } else { Dice::same_every_time() };
        let (start, mut tried, mut good) = (Instant::now(), 0_u64, 0_u64);
        let goes_on = |tried| match seconds {
            Some(seconds) => start.elapsed() < Duration::from_secs(seconds),
            None => tried < self.tries,
        };
        while goes_on(tried) {
            let (name, seed) = &seeds[dice.below(seeds.len())];
            let (_, other) = &seeds[dice.below(seeds.len())];
            let bytes = spoilt(seed, other, &mut dice);
            tried += 1;
            good += u64::from(self.try_one(&guard, name, &bytes));
        }
        let held = peak_memory_kb()
            .map_or("memory not measured".to_owned(), |held| format!("peak memory {} MB", held / 1024));
        println!(
            "wild {}: {tried} tried in {} s, {good} {}, {held}",
            self.what,
            start.elapsed().as_secs(),
            self.good
        );
        assert!(good > 0 && good < tried, "some files must pass and some must not");
    }

    /// Tries one file, and saves it if it panics, takes too long or uses too much memory.
    fn try_one(&self, guard: &Guard, name: &str, bytes: &[u8]) -> bool {
        guard.begin(name, bytes);
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.attempt)(name, bytes)));
        let trial = guard.end();
        let too_much = trial.too_much();
        match outcome {
            Ok(is_good) if too_much.is_none() && !PANICKED.load(Ordering::Relaxed) => is_good,
            _ => panic!("{} {}", trial.keep(&guard.found), too_much.unwrap_or("panicked".to_owned())),
        }
    }
}

/// Whether anything panicked since the hunt began, even where the program caught it and reported it.
static PANICKED: AtomicBool = AtomicBool::new(false);

fn notice_panics() {
    let told = take_hook();
    set_hook(Box::new(move |panic| {
        PANICKED.store(true, Ordering::Relaxed);
        told(panic);
    }));
}

/// One attempt on one file.
struct Trial {
    since: Instant,
    name: String,
    bytes: Vec<u8>,
}

impl Trial {
    /// Returns which limit is exceeded by now, if any.
    fn too_much(&self) -> Option<String> {
        let took = self.since.elapsed();
        if took > LONGEST {
            return Some(format!("takes longer than {} seconds", LONGEST.as_secs()));
        }
        let held = peak_memory_kb().filter(|held| *held > MOST_MEMORY)?;
        Some(format!("takes {} MB", held / 1024))
    }

    /// Saves the file and returns where; an earlier find is already there.
    fn keep(&self, found: &Path) -> String {
        let own = found.join(&self.name);
        if fs::read(&own).is_ok_and(|bytes| bytes == self.bytes) {
            return own.display().to_string();
        }
        let ending = self.name.rsplit('.').next().unwrap_or("bin");
        let kept = found.join(format!("{}.{ending}", fingerprint(&self.bytes)));
        let _ = fs::create_dir_all(found);
        fs::write(&kept, &self.bytes).expect("the find is saved");
        kept.display().to_string()
    }
}

/// Watches the attempts. One that never ends cannot report itself, and one that uses all memory may fail to.
struct Guard {
    trial: Arc<Mutex<Option<Trial>>>,
    found: PathBuf,
}

impl Guard {
    /// Watches from its own thread, and aborts the process when an attempt exceeds a limit.
    fn over(found: PathBuf) -> Self {
        let guard = Self { trial: Arc::default(), found };
        let (trial, found) = (Arc::clone(&guard.trial), guard.found.clone());
        thread::spawn(move || {
            loop {
                thread::sleep(Duration::from_millis(100));
                let trial = held(&trial);
                if let Some((trial, why)) = trial.as_ref().and_then(|trial| Some((trial, trial.too_much()?)))
                {
                    println!("{} {why}", trial.keep(&found));
                    std::process::abort();
                }
            }
        });
        guard
    }

    fn begin(&self, name: &str, bytes: &[u8]) {
        let trial = Trial { since: Instant::now(), name: name.to_owned(), bytes: bytes.to_vec() };
        *held(&self.trial) = Some(trial);
    }

    fn end(&self) -> Trial {
        held(&self.trial).take().expect("an attempt was begun")
    }
}

fn held(trial: &Mutex<Option<Trial>>) -> MutexGuard<'_, Option<Trial>> {
    trial.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the files of a folder in order of name; none if the folder does not exist.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(String, Vec<u8>)> = entries
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, fs::read(entry.path()).ok()?)))
        .collect();
    files.sort();
    files
}

/// Returns the peak memory of this process, where the system reports it.
fn peak_memory_kb() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// A generator of pseudo-random numbers (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    fn same_every_time() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    fn different_every_time() -> Self {
        let Self(same) = Self::same_every_time();
        Self(same ^ RandomState::new().hash_one(std::process::id()))
    }

    /// Returns a number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % bound.max(1)
    }
}
