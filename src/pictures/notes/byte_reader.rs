//! Reads parts of a file, without reading all of it.

use std::io::{Read, Seek, SeekFrom};

/// How much is read at once when searching for bytes.
const BLOCK: u64 = 64 * 1024;

/// How much is read at once when few bytes are requested: a file may have millions of pieces of two bytes.
const SMALL_BLOCK: u64 = 4 * 1024;

/// A file that is read on demand; nothing exists past its end.
pub(super) struct ByteReader<R> {
    reader: R,
    length: u64,
    /// The last small block that was read, and its position.
    block: (u64, Vec<u8>),
}

impl<R: Read + Seek> ByteReader<R> {
    pub(super) fn of(mut reader: R) -> Option<Self> {
        let length = reader.seek(SeekFrom::End(0)).ok()?;
        Some(Self { reader, length, block: (0, Vec::new()) })
    }

    /// The length of the file, in bytes.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Returns `N` bytes at a position.
    pub(super) fn array<const N: usize>(&mut self, at: u64) -> Option<[u8; N]> {
        if self.held::<N>(at).is_none() {
            self.block = (at, self.read(at, SMALL_BLOCK.max(N as u64))?);
        }
        self.held(at)
    }

    /// Returns the bytes at a position, if they are in the last block.
    fn held<const N: usize>(&self, at: u64) -> Option<[u8; N]> {
        let (from, block) = &self.block;
        let at = usize::try_from(at.checked_sub(*from)?).ok()?;
        block.get(at..at.checked_add(N)?)?.try_into().ok()
    }

    /// Returns the bytes from a position on, at most `length` of them.
    pub(super) fn some(&mut self, at: u64, length: u64) -> Option<Vec<u8>> {
        let (from, block) = &self.block;
        let held = at.checked_sub(*from).and_then(|at| usize::try_from(at).ok());
        let held = held.zip(usize::try_from(length).ok());
        if let Some(bytes) = held.and_then(|(at, length)| block.get(at..at.checked_add(length)?)) {
            return Some(bytes.to_vec());
        }
        self.read(at, length)
    }

    fn read(&mut self, at: u64, length: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader.seek(SeekFrom::Start(at)).ok()?;
        self.reader.by_ref().take(length).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Returns the position of the first two consecutive bytes, from a position on, for which `is_sought`
    /// holds.
    pub(super) fn find_pair(&mut self, from: u64, is_sought: impl Fn(u8, u8) -> bool) -> Option<u64> {
        let mut at = from;
        while at < self.length {
            let block = self.some(at, BLOCK)?;
            if let Some(found) = block.windows(2).position(|pair| is_sought(pair[0], pair[1])) {
                return Some(at + found as u64);
            }
            // The last byte of a block may be the first of a pair.
            at += (block.len() as u64).saturating_sub(1).max(1);
        }
        None
    }
}
