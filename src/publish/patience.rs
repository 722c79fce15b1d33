//! On Windows a virus scanner, OneDrive or an editor has what was just written open for a moment, and nothing can be
//! moved meanwhile: who asks again after a moment gets it.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How long to wait before asking again: first shortly, then each time twice as long; a second and a quarter in all.
const WAITS: [Duration; 7] = [
    Duration::from_millis(10),
    Duration::from_millis(20),
    Duration::from_millis(40),
    Duration::from_millis(80),
    Duration::from_millis(160),
    Duration::from_millis(320),
    Duration::from_millis(640),
];

/// Moves a file or folder, as soon as nobody has it open.
///
/// # Errors
/// When the machine goes on refusing.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))
}

/// Asks until the machine grants it, or refuses for a reason that does not pass.
///
/// # Errors
/// What the machine said last.
pub(super) fn patiently<T>(ask: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    asked(ask, passes, thread::sleep)
}

fn asked<T>(
    mut ask: impl FnMut() -> io::Result<T>,
    passes: impl Fn(&io::Error) -> bool,
    mut wait: impl FnMut(Duration),
) -> io::Result<T> {
    for moment in WAITS {
        match ask() {
            Err(error) if passes(&error) => wait(moment),
            outcome => return outcome,
        }
    }
    ask()
}

/// Whether it may be otherwise in a moment: another program has the file open, or a part of it
/// (`ERROR_SHARING_VIOLATION`, `ERROR_LOCK_VIOLATION`); it is just being deleted, or something in the folder is open
/// (`ERROR_ACCESS_DENIED`, which is said of what may never be done as well).
#[cfg(windows)]
fn passes(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Elsewhere what is open can be moved.
#[cfg(not(windows))]
fn passes(_: &io::Error) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Asks for what is refused so many times, and tells what came of it, after how many questions and how long.
    fn after(refusals: usize, passes: bool) -> (io::Result<()>, usize, Duration) {
        let (asked_for, waited) = (Cell::new(0), Cell::new(Duration::ZERO));
        let ask = || {
            asked_for.set(asked_for.get() + 1);
            if asked_for.get() <= refusals { Err(io::Error::other("open")) } else { Ok(()) }
        };
        let outcome = asked(ask, |_| passes, |moment| waited.set(waited.get() + moment));
        (outcome, asked_for.get(), waited.get())
    }

    #[test]
    fn what_passes_is_waited_for_and_nothing_else() {
        assert!(matches!(after(0, true), (Ok(()), 1, Duration::ZERO)));
        assert!(matches!(after(3, true), (Ok(()), 4, _)));
        assert!(matches!(after(1, false), (Err(_), 1, Duration::ZERO)));
        let (outcome, times, waited) = after(usize::MAX, true);
        assert!(
            outcome.is_err() && times == WAITS.len() + 1 && waited < Duration::from_secs(2),
            "{waited:?}"
        );
    }

    /// What a scanner holds open, on the system that this is about.
    #[cfg(windows)]
    #[test]
    fn a_file_that_somebody_has_open_moves_when_it_is_closed() {
        let place = std::env::temp_dir().join(format!("dorpsplein-patience-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(place.join("nieuw")).expect("a folder");
        fs::write(place.join("nieuw/a.html"), "a").expect("a file");
        let mut options = fs::File::options();
        std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 1);
        let held = options.read(true).open(place.join("nieuw/a.html")).expect("it is there");
        assert!(fs::rename(place.join("nieuw/a.html"), place.join("nieuw/b.html")).is_err(), "it is held");
        let scanner = thread::spawn(move || {
            thread::sleep(Duration::from_millis(200));
            drop(held);
        });
        rename(&place.join("nieuw/a.html"), &place.join("nieuw/b.html")).expect("it is waited for");
        scanner.join().expect("it ended");
        fs::remove_dir_all(&place).expect("our own");
    }
}
