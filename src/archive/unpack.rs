//! Reads a zip file from a stranger: only plain files, one directly after the other, within limits on size.

use std::io::{Cursor, Read, Seek};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// The limits on a zip file.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The most files.
    pub files: usize,
    /// The most bytes in one file, unpacked.
    pub each: u64,
    /// The most bytes in all files together, unpacked.
    pub all: u64,
}

/// A file in a zip file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path, as written in the zip file.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a zip file is not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// It is not a zip file, or it is broken.
    Broken,
    /// There is something before it, after it or between its files.
    StrayBytes,
    /// It holds more files than are accepted.
    TooMany(usize),
    /// Unpacked, this file is larger than is accepted.
    FileTooLarge(String),
    /// Unpacked, all files together are larger than is accepted.
    AllTooLarge,
    /// This is not a plain file but a link, a folder or a device.
    NotAFile(String),
    /// This file is encrypted, or compressed in a way that is not supported.
    Unsupported(String),
    /// This file cannot be unpacked completely.
    Damaged(String),
    /// The name of a file is not valid UTF-8.
    BadName,
}

/// The signature of the end record of a zip file, and its length without a comment (APPNOTE 4.3.16).
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;

/// The offsets in it of the number of files, and of the length and the start of the list of files.
const COUNT: usize = 10;
const LIST_LENGTH: usize = 12;
const LIST_START: usize = 16;

/// The length of a file's header in that list, without its name (APPNOTE 4.3.12).
const LINE_LENGTH: u64 = 46;

/// The bits of a mode that hold the kind of file (`S_IFMT`), and those of a plain file (`S_IFREG`).
const KIND: u32 = 0o170_000;
const PLAIN: u32 = 0o100_000;

/// Returns the files of a zip file, in their order in it.
///
/// # Errors
/// Fails when it has anything that a zip file of ours would not have.
pub fn entries_of(bytes: &[u8], bounds: Bounds) -> Result<Vec<Entry>, UnpackError> {
    let End { count, list, length } = end_of(bytes)?;
    if count > bounds.files {
        return Err(UnpackError::TooMany(count));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnpackError::Broken)?;
    // Of two files with the same name the library keeps the last: then it has fewer than the end record says.
    if archive.len() != count || archive.offset() != 0 || archive.central_directory_start() != list {
        return Err(UnpackError::StrayBytes);
    }
    let (mut entries, mut left) = (Vec::with_capacity(count), bounds.all);
    let (mut next, mut listed) = (0, 0);
    for index in 0..count {
        let name = archive.name_for_index(index).unwrap_or_default().to_owned();
        let mut file = archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
                UnpackError::Unsupported(name)
            }
            _ => UnpackError::Broken,
        })?;
        let path = path_of(&file)?;
        check_kind(&file, &path)?;
        let start = file.data_start().ok_or(UnpackError::Broken)?;
        if file.header_start() != next || start < next {
            return Err(UnpackError::StrayBytes);
        }
        next = start.checked_add(file.compressed_size()).ok_or(UnpackError::Broken)?;
        let inside = unpacked(&mut file, &path, bounds.each, left)?;
        listed += LINE_LENGTH + path.len() as u64;
        left = left.saturating_sub(inside.len() as u64);
        entries.push(Entry { path, bytes: inside });
    }
    if next != list || listed != length { Err(UnpackError::StrayBytes) } else { Ok(entries) }
}

/// The signature of the header in front of a file, and the offset in it of the file's name (APPNOTE 4.3.7).
const LOCAL: &[u8] = b"PK\x03\x04";
const FIRST_NAME: usize = 30;

/// Returns how many bytes [`begins_with`] needs to recognise a zip file whose first file has this name.
pub const fn length_to_name(name: &str) -> u64 {
    (FIRST_NAME + name.len()) as u64
}

/// Whether a file that starts with these bytes is a zip file whose first file has this name.
pub fn begins_with(start: &[u8], name: &str) -> bool {
    start.starts_with(LOCAL)
        && start.get(FIRST_NAME..).is_some_and(|after| after.starts_with(name.as_bytes()))
}

/// Returns the first file of a zip file of ours, without reading the others, if it has this name and at most
/// `most` bytes.
pub fn first_of<R: Read + Seek>(zip: R, name: &str, most: u64) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(zip).ok()?;
    let mut first = archive.by_index(0).ok().filter(|file| file.name_raw() == name.as_bytes())?;
    unpacked(&mut first, name, most, most).ok()
}

/// What the end record of a zip file says.
struct End {
    /// The number of files.
    count: usize,
    /// Where the list of files begins, and its length.
    list: u64,
    length: u64,
}

/// Reads the end record of a zip file, which must be at the very end, directly after the list.
fn end_of(bytes: &[u8]) -> Result<End, UnpackError> {
    let end_at = bytes.len().checked_sub(END_LENGTH);
    let end = end_at.and_then(|from| bytes.get(from..)).filter(|end| end.starts_with(END));
    let (Some(at), Some(end), true) = (end_at, end, bytes.starts_with(b"PK")) else {
        let is_somewhere = bytes.windows(END.len()).any(|four| four == END);
        return Err(if is_somewhere { UnpackError::StrayBytes } else { UnpackError::Broken });
    };
    let number = |at: usize, length: usize| {
        let digits = end.iter().skip(at).take(length).rev();
        digits.fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
    };
    let (list, length) = (number(LIST_START, 4), number(LIST_LENGTH, 4));
    let count = usize::try_from(number(COUNT, 2)).unwrap_or(usize::MAX);
    if list + length == at as u64 { Ok(End { count, list, length }) } else { Err(UnpackError::StrayBytes) }
}

fn path_of<R: Read>(file: &ZipFile<'_, R>) -> Result<String, UnpackError> {
    std::str::from_utf8(file.name_raw()).map(str::to_owned).map_err(|_| UnpackError::BadName)
}

fn check_kind<R: Read>(file: &ZipFile<'_, R>, path: &str) -> Result<(), UnpackError> {
    let kind = file.unix_mode().unwrap_or(0) & KIND;
    if file.is_dir() || file.is_symlink() || !matches!(kind, 0 | PLAIN) {
        return Err(UnpackError::NotAFile(path.to_owned()));
    }
    let is_known = matches!(file.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
    if file.encrypted() || !is_known { Err(UnpackError::Unsupported(path.to_owned())) } else { Ok(()) }
}

/// Unpacks a file. It counts the bytes that really come out, whatever size the zip file gives.
fn unpacked<R: Read>(
    file: &mut ZipFile<'_, R>,
    path: &str,
    each: u64,
    left: u64,
) -> Result<Vec<u8>, UnpackError> {
    let mut bytes = Vec::new();
    let most = each.min(left);
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| UnpackError::Damaged(path.to_owned()))?;
    if bytes.len() as u64 <= most {
        return Ok(bytes);
    }
    Err(if most == each { UnpackError::FileTooLarge(path.to_owned()) } else { UnpackError::AllTooLarge })
}
