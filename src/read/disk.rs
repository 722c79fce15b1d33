//! The only module that reads the disk: lists folders in a fixed order, and reads files up to a size limit.

#![expect(clippy::disallowed_methods, reason = "the disk is read here and nowhere else")]

mod listing;
mod patience;

use std::fmt;
use std::fs;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::svg;
use crate::ground::{Fingerprint, Fingerprinter};
pub use listing::{files_named, list_folder};
pub use patience::{is_held, with_retries};

/// An operation that the system refused. It ends the run; it is not a mistake in what the user wrote.
#[derive(Debug)]
pub struct Refusal {
    /// The file or folder concerned.
    pub path: PathBuf,
    /// The error the system gave.
    pub cause: io::Error,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for Refusal {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// Something found in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A plain file.
    File(Stamp),
    /// A folder.
    Folder,
    /// Something that is neither, or that cannot be inspected.
    Unusable(Trouble),
}

/// Tells whether a file is still the same as at the last read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The size of the file.
    pub bytes: u64,
    modified: Option<SystemTime>,
    node: u64,
}

impl Stamp {
    /// Returns when the file was last written, in nanoseconds since 1970 (negative before), or `None` where
    /// the file system does not record it.
    pub fn modified(&self) -> Option<i128> {
        self.modified.map(nanoseconds)
    }

    fn of(data: &fs::Metadata) -> Self {
        #[cfg(unix)]
        let node = std::os::unix::fs::MetadataExt::ino(data);
        #[cfg(not(unix))]
        let node = 0;
        Self { bytes: data.len(), modified: data.modified().ok(), node }
    }
}

fn nanoseconds(time: SystemTime) -> i128 {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => i128::try_from(after.as_nanos()).unwrap_or(i128::MAX),
        Err(before) => -i128::try_from(before.duration().as_nanos()).unwrap_or(i128::MAX),
    }
}

/// Returns the stamp of a file, if it exists.
pub fn stamp(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|data| Stamp::of(&data))
}

/// Why something that was found in a folder is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A symbolic link to somewhere outside the folder.
    LinkOutside,
    /// A symbolic link to itself or to one of the folders it is in.
    LinkLoop,
    /// A symbolic link to something that does not exist.
    LinkBroken,
    /// A symbolic link to something else in the folder.
    LinkInside,
    /// A device, socket or pipe.
    NotAFile,
    /// The system denies access.
    Unreadable,
    /// The file is larger than a text may be.
    TooBig,
    /// A folder nested deeper than is searched.
    TooDeep,
    /// It existed a moment ago.
    Gone,
}

/// Why a file cannot be read.
#[derive(Debug)]
pub enum ReadFailure {
    /// It does not exist.
    Gone,
    /// A folder, device, socket or pipe.
    NotAFile,
    /// It is larger than the caller accepts.
    TooBig,
    /// The error the system gave.
    Refused(io::Error),
}

impl From<ReadFailure> for Trouble {
    fn from(why: ReadFailure) -> Self {
        match why {
            ReadFailure::Gone => Self::Gone,
            ReadFailure::NotAFile => Self::NotAFile,
            ReadFailure::TooBig => Self::TooBig,
            ReadFailure::Refused(_) => Self::Unreadable,
        }
    }
}

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// Returns why the file cannot be read.
pub fn bytes_of(path: &Path, limit: u64) -> Result<Vec<u8>, ReadFailure> {
    if is_special_file(path) { Err(ReadFailure::NotAFile) } else { bytes_of_found(path, limit) }
}

/// Reads a file of any size.
///
/// # Errors
/// Returns why the file cannot be read.
pub fn all_bytes_of(path: &Path) -> Result<Vec<u8>, ReadFailure> {
    bytes_of(path, u64::MAX)
}

/// Whether something other than a file is at this path. Opening a pipe may block for ever.
fn is_special_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| !data.is_file())
}

/// Like [`bytes_of`], without the check that it is a file: for what a folder listing has shown to be one, and
/// for paths given on the command line, where a pipe may be intended.
///
/// # Errors
/// Returns why the file cannot be read.
pub fn bytes_of_found(path: &Path, limit: u64) -> Result<Vec<u8>, ReadFailure> {
    let unread = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ReadFailure::Gone,
        _ => ReadFailure::Refused(error),
    };
    let file = patience::open(path).map_err(unread)?;
    let size = file.metadata().map_err(unread)?.len();
    if size > limit {
        return Err(ReadFailure::TooBig);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // The file may grow while it is read, so read one byte past the limit to detect it.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > limit { Err(ReadFailure::TooBig) } else { Ok(bytes) }
}

/// Returns the first bytes of a file, up to `length`, or `None` if it cannot be read.
pub fn start_of(path: &Path, length: u64) -> Option<Vec<u8>> {
    if is_special_file(path) {
        return None;
    }
    let mut start = Vec::new();
    patience::open(path).ok()?.take(length).read_to_end(&mut start).ok()?;
    Some(start)
}

/// Opens a file for reading at scattered places, or returns `None` if it cannot be read.
pub fn opened(path: &Path) -> Option<io::BufReader<fs::File>> {
    // A small buffer, so that little is read of what lies between those places.
    patience::open(path).ok().map(|file| io::BufReader::with_capacity(1024, file))
}

/// Fingerprints a file without holding more than one piece of it in memory; `None` if it cannot be read.
pub(super) fn fingerprint_of(path: &Path) -> Option<Fingerprint> {
    let mut file = patience::open(path).ok()?;
    let mut pieces = Fingerprinter::default();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).ok()? {
            0 => return Some(pieces.finish()),
            length => pieces.add(&piece[..length]),
        }
    }
}

/// How much of a file is held in memory at once, in bytes.
const PIECE: usize = 128 * 1024;

/// The size of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// The width.
    pub width: u32,
    /// The height.
    pub height: u32,
}

/// How far into an SVG file its size is looked for, in bytes. Some programs put long comments before it.
const SVG_START: u64 = 16 * 1024;

/// Returns the size of a picture, read from the first bytes of its file.
pub(super) fn picture_size(path: &Path) -> Option<PictureSize> {
    let mut file = patience::open(path).ok()?;
    let Ok(size) = imagesize::reader_size(io::BufReader::new(&file)) else {
        let mut start = Vec::new();
        file.rewind().ok()?;
        file.take(SVG_START).read_to_end(&mut start).ok()?;
        let (width, height) = svg::size(&String::from_utf8_lossy(&start))?;
        return Some(PictureSize { width, height });
    };
    Some(PictureSize { width: u32::try_from(size.width).ok()?, height: u32::try_from(size.height).ok()? })
}

/// Whether there is a folder at this path.
pub fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| data.is_dir())
}

/// Identifies the folder at a path. It stays the same until another folder takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderMark {
    /// The device and inode numbers, where the system has them. An inode number is soon reused…
    number: Option<(u64, u64)>,
    /// … but then the creation time differs.
    created: Option<SystemTime>,
}

/// Returns the mark of the folder at this path, if there is one.
pub fn folder_mark(path: &Path) -> Option<FolderMark> {
    let data = fs::metadata(path).ok().filter(fs::Metadata::is_dir)?;
    #[cfg(unix)]
    let number = {
        use std::os::unix::fs::MetadataExt;
        Some((data.dev(), data.ino()))
    };
    #[cfg(not(unix))]
    let number = None;
    Some(FolderMark { number, created: data.created().ok() })
}

/// Whether anything with this name exists in `folder`.
pub(super) fn contains_name(folder: &Path, name: &str) -> bool {
    fs::symlink_metadata(folder.join(name)).is_ok()
}

/// How many links in a row a system follows. A longer chain is a loop.
const MOST_LINKS: usize = 40;

/// Resolves a path: no links, dots or doubled slashes remain. Of a path that does not exist yet, the existing
/// part is resolved and the rest is appended. A link to what does not exist yet resolves to its target.
pub fn real_path(path: &Path) -> PathBuf {
    let mut rest = Vec::new();
    let mut start = path.to_owned();
    let mut links = 0;
    loop {
        let here = if start.as_os_str().is_empty() { Path::new(".") } else { &start };
        if let Ok(real) = fs::canonicalize(here) {
            return rest.iter().rev().fold(real, |whole, part| whole.join(part));
        }
        let target = fs::read_link(here).ok().filter(|_| links < MOST_LINKS);
        start = match (target, start.parent(), start.file_name()) {
            (Some(target), Some(parent), _) => {
                links += 1;
                parent.join(target)
            }
            (None, Some(parent), Some(name)) => {
                rest.push(name.to_owned());
                parent.to_owned()
            }
            _ => return path.to_owned(),
        };
    }
}

/// Returns a real path as people and other programs write it: on Windows without the `\\?\` prefix, where it
/// is not needed. Do not compare such paths with each other: one of them may need the prefix.
pub fn plain_path(real: &Path) -> &Path {
    dunce::simplified(real)
}

/// Whether `inner` is `outer` or lies below it, after resolving links.
pub fn is_inside(inner: &Path, outer: &Path) -> bool {
    real_path(inner).starts_with(real_path(outer))
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use std::os::unix::fs::symlink;

    #[cfg(unix)]
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_real_path_follows_links_even_to_missing_targets() {
        let folder = std::env::temp_dir().join(format!("dorpsplein-real-path-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("www")).expect("a folder");
        let real = fs::canonicalize(&folder).expect("it is there");
        symlink("../versies/een", folder.join("www/site")).expect("a link");
        symlink("site", folder.join("www/ook")).expect("a link");
        symlink("ring", folder.join("www/ring")).expect("a link");
        assert_eq!(real_path(&folder.join("www/ook")), real.join("versies/een"));
        fs::create_dir_all(folder.join("versies")).expect("a folder");
        assert_eq!(real_path(&folder.join("www/ook")), real.join("versies/een"));
        assert_eq!(real_path(&folder.join("www/ook/a/b")), real.join("versies/een/a/b"));
        assert_eq!(real_path(&folder.join("www/ring")), real.join("www/ring"));
        fs::remove_dir_all(&folder).expect("our own");
    }
}
