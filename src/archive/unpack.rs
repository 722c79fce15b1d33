//! A zip from somebody we do not know: only plain files, one behind the other, and no more than there is room for.

use std::io::{Cursor, Read, Seek};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// How much is taken.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// How many files.
    pub files: usize,
    /// How many bytes one file may have when it is unpacked.
    pub each: u64,
    /// How many bytes all of them may have.
    pub all: u64,
}

/// A file in a zip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path, as it stands there.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a zip is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It is no zip, or broken.
    Broken,
    /// Something stands in front of it, behind it or between its files.
    Loose,
    /// It holds more files than are taken.
    TooMany(usize),
    /// Unpacked, this file is larger than is taken.
    FileTooLarge(String),
    /// Unpacked, all files together are larger than is taken.
    AllTooLarge,
    /// This is no plain file: a link, a folder or a device.
    NotAFile(String),
    /// This file is encrypted, or packed in a way that is not read here.
    Sealed(String),
    /// This file cannot be unpacked to its end.
    Damaged(String),
    /// A name that is no text.
    BadName,
}

/// What the end of a zip begins with, and how long it is when no remark stands behind it (APPNOTE 4.3.16).
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;

/// Where the number of files stands in it, the length of the list of them, and the place where it begins.
const COUNT: usize = 10;
const LIST_LENGTH: usize = 12;
const LIST_START: usize = 16;

/// How long a file's line in that list is, without its name (APPNOTE 4.3.12).
const LINE_LENGTH: u64 = 46;

/// The kind of a file in its mode (`S_IFMT`), and that of a plain one (`S_IFREG`).
const KIND: u32 = 0o170_000;
const PLAIN: u32 = 0o100_000;

/// The files of a zip in the order in which they stand there.
///
/// # Errors
/// When there is anything about it that a zip of ours would not have.
pub fn entries_of(bytes: &[u8], bounds: Bounds) -> Result<Vec<Entry>, Unsound> {
    let End { count, list, length } = end_of(bytes)?;
    if count > bounds.files {
        return Err(Unsound::TooMany(count));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unsound::Broken)?;
    // Of two files with one name the library keeps the last: then there are fewer than the end says.
    if archive.len() != count || archive.offset() != 0 || archive.central_directory_start() != list {
        return Err(Unsound::Loose);
    }
    let (mut entries, mut left) = (Vec::with_capacity(count), bounds.all);
    let (mut next, mut listed) = (0, 0);
    for index in 0..count {
        let name = archive.name_for_index(index).unwrap_or_default().to_owned();
        let mut file = archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
                Unsound::Sealed(name)
            }
            _ => Unsound::Broken,
        })?;
        let path = path_of(&file)?;
        check_kind(&file, &path)?;
        let start = file.data_start().ok_or(Unsound::Broken)?;
        if file.header_start() != next || start < next {
            return Err(Unsound::Loose);
        }
        next = start.checked_add(file.compressed_size()).ok_or(Unsound::Broken)?;
        let inside = unpacked(&mut file, &path, bounds.each, left)?;
        listed += LINE_LENGTH + path.len() as u64;
        left = left.saturating_sub(inside.len() as u64);
        entries.push(Entry { path, bytes: inside });
    }
    if next != list || listed != length { Err(Unsound::Loose) } else { Ok(entries) }
}

/// What the line before a file in a zip begins with, and where its name stands in it (APPNOTE 4.3.7).
const LOCAL: &[u8] = b"PK\x03\x04";
const FIRST_NAME: usize = 30;

/// How many bytes of a file tell whether it is a zip that begins with a file of this name.
pub const fn length_to_name(name: &str) -> u64 {
    (FIRST_NAME + name.len()) as u64
}

/// Whether a file with this start is a zip that begins with a file of this name.
pub fn begins_with(start: &[u8], name: &str) -> bool {
    start.starts_with(LOCAL)
        && start.get(FIRST_NAME..).is_some_and(|behind| behind.starts_with(name.as_bytes()))
}

/// The first file of a zip of ours, when it has this name and no more bytes than these; of the others nothing is read.
pub fn first_of<R: Read + Seek>(zip: R, name: &str, most: u64) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(zip).ok()?;
    let mut first = archive.by_index(0).ok().filter(|file| file.name_raw() == name.as_bytes())?;
    unpacked(&mut first, name, most, most).ok()
}

/// What the end of a zip tells.
struct End {
    /// How many files there are.
    count: usize,
    /// Where the list of files begins, and how long it is.
    list: u64,
    length: u64,
}

/// What the end of a zip tells; it must be the very end, right behind the list.
fn end_of(bytes: &[u8]) -> Result<End, Unsound> {
    let end_at = bytes.len().checked_sub(END_LENGTH);
    let end = end_at.and_then(|from| bytes.get(from..)).filter(|end| end.starts_with(END));
    let (Some(at), Some(end), true) = (end_at, end, bytes.starts_with(b"PK")) else {
        let is_somewhere = bytes.windows(END.len()).any(|four| four == END);
        return Err(if is_somewhere { Unsound::Loose } else { Unsound::Broken });
    };
    let number = |at: usize, length: usize| {
        let digits = end.iter().skip(at).take(length).rev();
        digits.fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
    };
    let (list, length) = (number(LIST_START, 4), number(LIST_LENGTH, 4));
    let count = usize::try_from(number(COUNT, 2)).unwrap_or(usize::MAX);
    if list + length == at as u64 { Ok(End { count, list, length }) } else { Err(Unsound::Loose) }
}

fn path_of<R: Read>(file: &ZipFile<'_, R>) -> Result<String, Unsound> {
    std::str::from_utf8(file.name_raw()).map(str::to_owned).map_err(|_| Unsound::BadName)
}

fn check_kind<R: Read>(file: &ZipFile<'_, R>, path: &str) -> Result<(), Unsound> {
    let kind = file.unix_mode().unwrap_or(0) & KIND;
    if file.is_dir() || file.is_symlink() || !matches!(kind, 0 | PLAIN) {
        return Err(Unsound::NotAFile(path.to_owned()));
    }
    let is_known = matches!(file.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
    if file.encrypted() || !is_known { Err(Unsound::Sealed(path.to_owned())) } else { Ok(()) }
}

/// What is in a file. What really comes out is counted, whatever the zip says of it.
fn unpacked<R: Read>(
    file: &mut ZipFile<'_, R>,
    path: &str,
    each: u64,
    left: u64,
) -> Result<Vec<u8>, Unsound> {
    let mut bytes = Vec::new();
    let most = each.min(left);
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| Unsound::Damaged(path.to_owned()))?;
    if bytes.len() as u64 <= most {
        return Ok(bytes);
    }
    Err(if most == each { Unsound::FileTooLarge(path.to_owned()) } else { Unsound::AllTooLarge })
}
