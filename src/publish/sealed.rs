//! Writes files of the program's own into a village folder, but never over changes that people made in them.
//!
//! The last line of such a file is a mark with the fingerprint of everything above it. As long as the two
//! agree, the file is as the program wrote it and may be replaced.

use std::path::Path;

use super::atomic::write_atomically;
use super::failure::{Failure, failure_at, unread};
use super::undo::{DoneStep, make_folder, undo_all};
use crate::ground::{Fingerprint, fingerprint};
use crate::read::{ReadFailure, bytes_of, is_inside, stamp};

/// Far larger than any file of ours.
const LARGEST: u64 = 4 * 1024 * 1024;

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sealed {
    /// It did not exist yet.
    New,
    /// It was ours, and has been replaced.
    Updated,
    /// It already existed, with the same text.
    Same,
    /// Someone changed it, so it is left alone.
    Kept,
}

/// Returns a text with its mark, as a comment in the syntax of the file's extension.
pub fn seal(path: &str, text: &str) -> String {
    let mark = format!("dorpsplein {}", fingerprint(text.as_bytes()));
    if path.ends_with(".md") { format!("{text}<!-- {mark} -->\n") } else { format!("{text}# {mark}\n") }
}

/// Whether a text is still as the program wrote it. Line endings make no difference: git changes them on
/// Windows.
fn is_untouched(path: &str, text: &str) -> bool {
    let text = text.replace('\r', "");
    let Some(body) = text.trim_end_matches('\n').rfind('\n').map(|newline| &text[..=newline]) else {
        return false;
    };
    seal(path, body) == text
}

/// Whether a text has a mark of ours on a line of its own, whatever else has been written around it.
fn has_mark(text: &str) -> bool {
    let is_mark = |line: &str| {
        let line = line.trim();
        let inner = line.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        let inner = inner.or_else(|| line.strip_prefix('#')).map(str::trim);
        inner
            .and_then(|mark| mark.strip_prefix("dorpsplein "))
            .is_some_and(|sum| Fingerprint::from_hex(sum).is_some())
    };
    text.lines().any(is_mark)
}

/// The state of a file that the program may have written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealState {
    /// It is as it was written.
    Untouched,
    /// Someone changed it.
    Changed,
    /// A file exists, and nothing shows that the program wrote it.
    Unmarked,
}

/// Returns the state of the file at a path in a folder, where the program may once have written one; `None`
/// when there is no file.
pub fn seal_state(folder: &Path, path: &str) -> Option<SealState> {
    stamp(&folder.join(path))?;
    Some(match text_of(&folder.join(path)) {
        Some(text) if is_untouched(path, &text) => SealState::Untouched,
        Some(text) if has_mark(&text) => SealState::Changed,
        _ => SealState::Unmarked,
    })
}

fn text_of(path: &Path) -> Option<String> {
    bytes_of(path, LARGEST).ok().and_then(|bytes| String::from_utf8(bytes).ok())
}

/// Writes files with their marks into a folder, all of them or none: when someone has changed one of them,
/// none is written, unless `overwrites_changes`. `also` goes with them: new bytes for a file of the village
/// itself.
///
/// # Errors
/// When an I/O operation fails, or when a path leads out of the folder; then everything is as it was.
pub fn write_sealed(
    folder: &Path,
    files: &[(String, String)],
    also: Option<(&str, &[u8])>,
    overwrites_changes: bool,
) -> Result<Vec<(String, Sealed)>, Failure> {
    let outcome = |(path, text): &(String, String)| {
        let file = folder.join(path);
        let outcome = match text_of(&file) {
            Some(old) if old.replace('\r', "") == seal(path, text) => Sealed::Same,
            Some(old) if overwrites_changes || is_untouched(path, &old) => Sealed::Updated,
            Some(_) => Sealed::Kept,
            None if file.try_exists().map_err(failure_at(&file))? && !overwrites_changes => Sealed::Kept,
            None => Sealed::New,
        };
        Ok((path.clone(), outcome))
    };
    let outcomes = files.iter().map(outcome).collect::<Result<Vec<_>, Failure>>()?;
    if outcomes.iter().any(|(_, outcome)| *outcome == Sealed::Kept) {
        return Ok(outcomes);
    }
    let changed = files.iter().zip(&outcomes).filter(|(_, (_, outcome))| *outcome != Sealed::Same);
    let sealed = changed.map(|((path, text), _)| (path.as_str(), seal(path, text).into_bytes()));
    let also = also.map(|(path, bytes)| (path, bytes.to_vec()));
    let mut done = Vec::new();
    let written = sealed.chain(also).try_for_each(|(path, bytes)| put(folder, path, &bytes, &mut done));
    written.map_err(|failure| undo_all(done, failure))?;
    Ok(outcomes)
}

/// Replaces the bytes of one file in a folder, and records the step.
fn put(folder: &Path, path: &str, bytes: &[u8], done: &mut Vec<DoneStep>) -> Result<(), Failure> {
    let file = folder.join(path);
    let parent = file.parent().unwrap_or(folder);
    if !is_inside(parent, folder) {
        return Err(Failure::LinkInTheWay { link: parent.to_owned() });
    }
    let before = match bytes_of(&file, LARGEST) {
        Ok(before) => Some(before),
        Err(ReadFailure::Gone) => None,
        // It could not be restored.
        Err(why) => return Err(unread(&file)(why)),
    };
    make_folder(parent, done)?;
    replace(&file, bytes)?;
    done.push(DoneStep::Wrote { file, before, new: None });
    Ok(())
}

/// Replaces the bytes of a file: the old or the new are there, never half of them.
///
/// # Errors
/// When an I/O operation fails.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_atomically(file, bytes).map_err(failure_at(file))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_mark_shows_whether_a_file_was_changed() {
        for path in ["a.yml", "a.md"] {
            let sealed = seal(path, "# een\ntwee\n");
            assert!(is_untouched(path, &sealed));
            assert!(is_untouched(path, &sealed.replace('\n', "\r\n")));
            assert!(!is_untouched(path, &sealed.replace("twee", "drie")));
            assert!(!is_untouched(path, &format!("{sealed}drie\n")));
            assert!(!is_untouched(path, "# een\ntwee\n"));
            assert!(!is_untouched(path, ""));
            assert!(has_mark(&sealed.replace("twee", "drie")) && has_mark(&format!("{sealed}drie\n")));
            assert!(!has_mark("# dorpsplein maakt de site\ntwee\n"));
        }
    }

    #[test]
    fn when_one_file_cannot_be_written_all_are_restored() {
        let place = std::env::temp_dir().join(format!("dorpsplein-sealed-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        // A folder is in the place where the last of them is to be written.
        fs::create_dir_all(place.join("c.md/vol")).expect("a folder");
        fs::write(place.join("a.yml"), "van iemand").expect("a file");
        fs::write(place.join("site.yaml"), "naam: Ee\n").expect("a file");
        let files = ["a.yml", ".ci/b.yml", "c.md"].map(|path| (path.to_owned(), "nieuw\n".to_owned()));
        let also: Option<(&str, &[u8])> = Some(("site.yaml", b"naam: Oe\n"));
        let failure = write_sealed(&place, &files, also, true).expect_err("a folder is in the way");
        assert!(matches!(failure, Failure::ReadFailure { why: ReadFailure::NotAFile, .. }), "{failure:?}");
        assert_eq!(fs::read(place.join("a.yml")).expect("it is there"), b"van iemand");
        assert_eq!(fs::read(place.join("site.yaml")).expect("it is there"), b"naam: Ee\n");
        assert!(!place.join(".ci").exists(), "a created folder is left behind");
        fs::remove_dir_all(place.join("c.md")).expect("it is ours");
        assert!(write_sealed(&place, &files, also, true).is_ok() && place.join(".ci/b.yml").exists());
        assert_eq!(fs::read(place.join("site.yaml")).expect("it is there"), b"naam: Oe\n");
        fs::remove_dir_all(&place).expect("it is ours");
    }
}
