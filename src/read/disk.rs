//! The only file that looks at a disk: folders listed in a fixed order, files read whole and within bounds.

#![expect(clippy::disallowed_methods, reason = "this is the one place where the disk is read")]

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

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

impl std::error::Error for Refusal {}

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
    fn of(data: &fs::Metadata) -> Self {
        #[cfg(unix)]
        let node = std::os::unix::fs::MetadataExt::ino(data);
        #[cfg(not(unix))]
        let node = 0;
        Self { bytes: data.len(), modified: data.modified().ok(), node }
    }
}

/// The stamp of a file, if it is there.
pub(super) fn stamp(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|data| Stamp::of(&data))
}

/// Why a file is passed over.
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
    /// It was there a moment ago.
    Gone,
}

/// Everything below `root`, folders before what is in them, in the order of the names' bytes. Folders for
/// which `enter` says no are named but not entered. Names are given relative to `root`.
///
/// # Errors
/// When `root` itself cannot be listed.
pub fn list_folder(root: &Path, enter: impl Fn(&Path) -> bool) -> Result<Vec<(PathBuf, Found)>, Refusal> {
    let refuse = |cause| Refusal { path: root.to_owned(), cause };
    fs::read_dir(root).map_err(refuse)?;
    let real_root = fs::canonicalize(root).map_err(refuse)?;
    let mut found = Vec::new();
    let mut walk = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    while let Some(step) = walk.next() {
        let (path, what) = match step {
            Ok(entry) => {
                let kind = entry.file_type();
                let what = if kind.is_dir() {
                    Found::Folder
                } else if kind.is_file() {
                    entry.metadata().map_or(Found::Odd(Trouble::Gone), |data| Found::File(Stamp::of(&data)))
                } else if kind.is_symlink() {
                    Found::Odd(link_trouble(entry.path(), &real_root))
                } else {
                    Found::Odd(Trouble::NotAFile)
                };
                (entry.into_path(), what)
            }
            Err(error) => match error.path() {
                Some(path) => (path.to_owned(), Found::Odd(Trouble::Unreadable)),
                None => continue,
            },
        };
        let Ok(relative) = path.strip_prefix(root) else { continue };
        if what == Found::Folder && !enter(relative) {
            walk.skip_current_dir();
        }
        found.push((relative.to_owned(), what));
    }
    Ok(found)
}

fn link_trouble(link: &Path, real_root: &Path) -> Trouble {
    match fs::canonicalize(link) {
        Ok(target)
            if link
                .parent()
                .and_then(|folder| fs::canonicalize(folder).ok())
                .is_some_and(|folder| folder.starts_with(&target)) =>
        {
            Trouble::LinkLoop
        }
        Ok(target) if target.starts_with(real_root) => Trouble::LinkInside,
        Ok(_) => Trouble::LinkOutside,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Trouble::LinkBroken,
        Err(_) => Trouble::LinkLoop,
    }
}

/// The bytes of a file, at most `limit` of them.
///
/// # Errors
/// Says why the file cannot be had.
pub fn bytes_of(path: &Path, limit: u64) -> Result<Vec<u8>, Trouble> {
    let trouble = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Trouble::Gone,
        _ => Trouble::Unreadable,
    };
    let file = fs::File::open(path).map_err(trouble)?;
    let size = file.metadata().map_err(trouble)?.len();
    if size > limit {
        return Err(Trouble::TooBig);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // The file may grow while it is read: one byte past the limit tells.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(trouble)?;
    if bytes.len() as u64 > limit { Err(Trouble::TooBig) } else { Ok(bytes) }
}

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// The size of a picture from the first bytes of its file.
pub(super) fn picture_size(path: &Path) -> Option<PictureSize> {
    let file = fs::File::open(path).ok()?;
    let size = imagesize::reader_size(io::BufReader::new(file)).ok()?;
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
    made: Option<SystemTime>,
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
    Some(FolderMark { number, made: data.created().ok() })
}

/// Whether there is anything at this path below `folder`.
pub(super) fn holds(folder: &Path, name: &str) -> bool {
    fs::symlink_metadata(folder.join(name)).is_ok()
}

/// The path without links, dots and doubled slashes. Of a path that does not exist yet, the part that does
/// is made real and the rest follows.
pub fn real_path(path: &Path) -> PathBuf {
    let mut rest = Vec::new();
    let mut start = path;
    loop {
        if let Ok(real) = fs::canonicalize(if start.as_os_str().is_empty() { Path::new(".") } else { start })
        {
            return rest.iter().rev().fold(real, |whole, part| whole.join(part));
        }
        match (start.parent(), start.file_name()) {
            (Some(parent), Some(name)) => {
                rest.push(name);
                start = parent;
            }
            _ => return path.to_owned(),
        }
    }
}

/// Whether `inner` is `outer` or lies below it, after links are followed.
pub fn is_inside(inner: &Path, outer: &Path) -> bool {
    real_path(inner).starts_with(real_path(outer))
}
