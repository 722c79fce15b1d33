//! Retries file operations on Windows, where virus scanners, OneDrive and editors briefly lock new files.

use std::fs::File;
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How long to wait before each retry: twice as long every time, a second and a quarter in all.
const WAITS: [Duration; 7] = [
    Duration::from_millis(10),
    Duration::from_millis(20),
    Duration::from_millis(40),
    Duration::from_millis(80),
    Duration::from_millis(160),
    Duration::from_millis(320),
    Duration::from_millis(640),
];

/// Retries a move, creation or deletion until it succeeds, or fails for a reason that will not pass.
///
/// # Errors
/// Returns the last error the system gave.
pub fn with_retries<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    retry_until_granted(attempt, |error| is_held(error) || may_be_open(error), thread::sleep)
}

/// Opens a file for reading, as soon as no other program locks it.
pub(super) fn open(path: &Path) -> io::Result<File> {
    retry_until_granted(|| File::open(path), is_held, thread::sleep)
}

/// Retries `attempt` after each of the waits, as long as it fails with an error that `passes`.
fn retry_until_granted<T>(
    mut attempt: impl FnMut() -> io::Result<T>,
    passes: impl Fn(&io::Error) -> bool,
    mut wait: impl FnMut(Duration),
) -> io::Result<T> {
    for moment in WAITS {
        match attempt() {
            Err(error) if passes(&error) => wait(moment),
            outcome => return outcome,
        }
    }
    attempt()
}

/// Whether another program has locked the file or part of it (`ERROR_SHARING_VIOLATION`,
/// `ERROR_LOCK_VIOLATION`). Other systems than Windows let open files be read and moved.
pub fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// Whether the file may be in the middle of being deleted, or something in the folder may be open
/// (`ERROR_ACCESS_DENIED`, which Windows also gives for what is never permitted).
fn may_be_open(error: &io::Error) -> bool {
    cfg!(windows) && error.raw_os_error() == Some(5)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Asks for what is refused `refusals` times. Returns the outcome, the number of attempts and the wait.
    fn after_refusals(refusals: usize, passes: bool) -> (io::Result<()>, usize, Duration) {
        let (attempts, waited) = (Cell::new(0), Cell::new(Duration::ZERO));
        let attempt = || {
            attempts.set(attempts.get() + 1);
            if attempts.get() <= refusals { Err(io::Error::other("open")) } else { Ok(()) }
        };
        let outcome = retry_until_granted(attempt, |_| passes, |moment| waited.set(waited.get() + moment));
        (outcome, attempts.get(), waited.get())
    }

    #[test]
    fn only_a_temporary_refusal_is_waited_for() {
        assert!(matches!(after_refusals(0, true), (Ok(()), 1, Duration::ZERO)));
        assert!(matches!(after_refusals(3, true), (Ok(()), 4, _)));
        assert!(matches!(after_refusals(1, false), (Err(_), 1, Duration::ZERO)));
        let (outcome, times, waited) = after_refusals(usize::MAX, true);
        assert!(
            outcome.is_err() && times == WAITS.len() + 1 && waited < Duration::from_secs(2),
            "{waited:?}"
        );
    }

    /// A file that a scanner holds open, on the system concerned.
    #[cfg(windows)]
    #[test]
    fn a_file_held_open_is_read_and_moved_once_it_is_closed() {
        let place = std::env::temp_dir().join(format!("dorpsplein-patience-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&place);
        std::fs::create_dir_all(&place).expect("a folder");
        let (one, other) = (place.join("a.html"), place.join("b.html"));
        std::fs::write(&one, "a").expect("a file");
        let hold = || {
            let mut options = File::options();
            std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 0);
            let held = options.read(true).open(&one).expect("it is there");
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(200));
                drop(held);
            })
        };
        let reader = hold();
        assert!(File::open(&one).is_err(), "it is held");
        open(&one).expect("it is waited for");
        reader.join().expect("it ended");
        let scanner = hold();
        assert!(std::fs::rename(&one, &other).is_err(), "it is held");
        with_retries(|| std::fs::rename(&one, &other)).expect("it is waited for");
        scanner.join().expect("it ended");
        std::fs::remove_dir_all(&place).expect("our own");
    }
}
