//! A file that is looked into here and there, without reading all of it.

use std::io::{Read, Seek, SeekFrom};

/// How much is read at once when a byte is sought.
const BLOCK: u64 = 64 * 1024;

/// Bytes that are read where they are asked for; whatever lies past the end is not there.
pub(super) struct ByteReader<R> {
    reader: R,
    length: u64,
}

impl<R: Read + Seek> ByteReader<R> {
    pub(super) fn of(mut reader: R) -> Option<Self> {
        let length = reader.seek(SeekFrom::End(0)).ok()?;
        Some(Self { reader, length })
    }

    /// How many bytes there are.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The bytes at a place, as many as the caller has room for.
    pub(super) fn array<const N: usize>(&mut self, at: u64) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        self.reader.seek(SeekFrom::Start(at)).ok()?;
        self.reader.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// The bytes from a place on, as many as there are up to `length`.
    pub(super) fn some(&mut self, at: u64, length: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader.seek(SeekFrom::Start(at)).ok()?;
        self.reader.by_ref().take(length).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Where the first two bytes in a row stand, from a place on, that are what is sought.
    pub(super) fn find_pair(&mut self, from: u64, is_sought: impl Fn(u8, u8) -> bool) -> Option<u64> {
        let mut at = from;
        while at < self.length {
            let block = self.some(at, BLOCK)?;
            if let Some(found) = block.windows(2).position(|pair| is_sought(pair[0], pair[1])) {
                return Some(at + found as u64);
            }
            // The last byte may be the first of a pair.
            at += (block.len() as u64).saturating_sub(1).max(1);
        }
        None
    }
}
