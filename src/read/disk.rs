//! The only room that looks at a disk: folders listed in a fixed order, files read whole and within bounds.

#![expect(clippy::disallowed_methods, reason = "this is the one place where the disk is read")]

mod listing;
mod patience;

use std::fmt;
use std::fs;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::svg;
use crate::ground::{Fingerprint, Fingerprinting};
pub use listing::{files_named, list_folder};
pub use patience::{is_held, patiently};

/// What the machine refused: the end of the way, not a mistake in what somebody wrote.
#[derive(Debug)]
pub struct Refusal {
    /// The file or folder it was about.
    pub path: PathBuf,
    /// What the machine said.
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
    /// Something that is neither, or cannot be looked at.
    Odd(Trouble),
}

/// By what a file is known to be the same as at the last look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its size.
    pub bytes: u64,
    modified: Option<SystemTime>,
    node: u64,
}

impl Stamp {
    /// When the file was last written, in nanoseconds since 1970; negative before. `None` where disks do not tell.
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

/// The stamp of a file, if it is there.
pub fn stamp(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|data| Stamp::of(&data))
}

/// Why something that was found in a folder is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A symbolic link to somewhere outside the folder.
    LinkOutside,
    /// A symbolic link to itself or to one of the folders it is in.
    LinkLoop,
    /// A symbolic link to something that is not there.
    LinkBroken,
    /// A symbolic link to something else in the folder.
    LinkInside,
    /// A device, socket or pipe.
    NotAFile,
    /// The machine does not let us look.
    Unreadable,
    /// More bytes than a text has.
    TooBig,
    /// A folder in more folders than are looked into.
    TooDeep,
    /// It was there a moment ago.
    Gone,
}

/// Why a file cannot be read.
#[derive(Debug)]
pub enum Unread {
    /// It is not there.
    Gone,
    /// A folder, device, socket or pipe.
    NotAFile,
    /// It has more bytes than whoever reads it takes.
    TooBig,
    /// What the machine said.
    Refused(io::Error),
}

impl From<Unread> for Trouble {
    fn from(why: Unread) -> Self {
        match why {
            Unread::Gone => Self::Gone,
            Unread::NotAFile => Self::NotAFile,
            Unread::TooBig => Self::TooBig,
            Unread::Refused(_) => Self::Unreadable,
        }
    }
}

/// The bytes of a file, at most `limit` of them.
///
/// # Errors
/// Says why the file cannot be had.
pub fn bytes_of(path: &Path, limit: u64) -> Result<Vec<u8>, Unread> {
    if is_odd(path) { Err(Unread::NotAFile) } else { bytes_of_found(path, limit) }
}

/// The bytes of a file, however many.
///
/// # Errors
/// Says why the file cannot be had.
pub fn all_bytes_of(path: &Path) -> Result<Vec<u8>, Unread> {
    bytes_of(path, u64::MAX)
}

/// Whether something else than a file stands here. Whoever opens a pipe waits until somebody writes to it, for ever if
/// need be.
fn is_odd(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| !data.is_file())
}

/// The same of a file that was found in a folder, where it was seen that it is one; and of what somebody names at the
/// terminal, who may well mean a pipe.
///
/// # Errors
/// Says why the file cannot be had.
pub fn bytes_of_found(path: &Path, limit: u64) -> Result<Vec<u8>, Unread> {
    let unread = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Unread::Gone,
        _ => Unread::Refused(error),
    };
    let file = patience::open(path).map_err(unread)?;
    let size = file.metadata().map_err(unread)?.len();
    if size > limit {
        return Err(Unread::TooBig);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // The file may grow while it is read: one byte past the limit tells.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > limit { Err(Unread::TooBig) } else { Ok(bytes) }
}

/// The first bytes of a file, as many as there are up to `length`; nothing when it cannot be read.
pub fn start_of(path: &Path, length: u64) -> Option<Vec<u8>> {
    if is_odd(path) {
        return None;
    }
    let mut start = Vec::new();
    patience::open(path).ok()?.take(length).read_to_end(&mut start).ok()?;
    Some(start)
}

/// A file to look into here and there; nothing when it cannot be read.
pub fn opened(path: &Path) -> Option<io::BufReader<fs::File>> {
    // Of what lies between the places that are looked at, little is read.
    patience::open(path).ok().map(|file| io::BufReader::with_capacity(1024, file))
}

/// The fingerprint of a file, of which no more is held than a piece; nothing when it cannot be read.
pub(super) fn fingerprint_of(path: &Path) -> Option<Fingerprint> {
    let mut file = patience::open(path).ok()?;
    let mut pieces = Fingerprinting::default();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).ok()? {
            0 => return Some(pieces.finish()),
            length => pieces.add(&piece[..length]),
        }
    }
}

/// How much of a file is held at once, in bytes.
const PIECE: usize = 128 * 1024;

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// How far into a file a drawing says its size, in bytes; some programs put long notes before it.
const SVG_START: u64 = 16 * 1024;

/// The size of a picture from the first bytes of its file.
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

/// Whether there is a folder here.
pub fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| data.is_dir())
}

/// Which folder stands at a path: stays the same until another is put in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderMark {
    /// The numbers of its disk and of itself, where folders have one. A number is soon given to another…
    number: Option<(u64, u64)>,
    /// … which then was made at another moment.
    created: Option<SystemTime>,
}

/// The mark of the folder here, if there is one.
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

/// Whether there is anything at this path below `folder`.
pub(super) fn holds(folder: &Path, name: &str) -> bool {
    fs::symlink_metadata(folder.join(name)).is_ok()
}

/// As many links after each other as a system follows; more of them is a ring.
const MOST_LINKS: usize = 40;

/// The path without links, dots and doubled slashes. Of a path that does not exist yet, the part that does is made real and
/// the rest follows; a link to what does not exist yet leads there.
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

/// A real path as people and other programs write it: on Windows without the `\\?\` in front, where it can do without. Two
/// such paths cannot be compared: one of them may need it.
pub fn plain_path(real: &Path) -> &Path {
    dunce::simplified(real)
}

/// Whether `inner` is `outer` or lies below it, after links are followed.
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
    fn a_real_path_follows_links_also_to_what_is_not_there() {
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
