//! Hashes of bytes: short ones to name assets and recognise published files, whole ones to verify packages.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The first 64 bits of a BLAKE3 hash, shown as 16 hexadecimal digits: enough to tell files apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 8]);

/// Returns the fingerprint of these bytes.
pub fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Fingerprint::of(blake3::hash(bytes))
}

/// Computes a fingerprint piece by piece, so that a large file need not be held in memory.
#[derive(Debug, Default)]
pub struct Fingerprinter(blake3::Hasher);

impl Fingerprinter {
    /// Adds the next piece.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Returns the fingerprint of all pieces together.
    pub fn finish(&self) -> Fingerprint {
        Fingerprint::of(self.0.finalize())
    }
}

impl Fingerprint {
    fn of(hash: blake3::Hash) -> Self {
        let mut start = [0; 8];
        start.copy_from_slice(&hash.as_bytes()[..8]);
        Self(start)
    }

    /// Returns the fingerprint as bytes.
    pub fn bytes(self) -> [u8; 8] {
        self.0
    }

    /// Reads a fingerprint from 16 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 16 || !text.is_ascii() {
            return None;
        }
        let mut bytes = [0; 8];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex(&self.0))
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_hex(&text).ok_or_else(|| D::Error::custom("not a fingerprint"))
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// A whole BLAKE3 hash, shown as 64 hexadecimal digits: nobody can craft other bytes with the same hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Checksum([u8; 32]);

/// Returns the checksum of these bytes.
pub fn checksum(bytes: &[u8]) -> Checksum {
    Checksum(*blake3::hash(bytes).as_bytes())
}

impl Checksum {
    /// Reads a checksum from 64 hexadecimal digits in lower case.
    pub fn from_hex(text: &str) -> Option<Self> {
        let is_small = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let hash = blake3::Hash::from_hex(text).ok().filter(|_| is_small)?;
        Some(Self(*hash.as_bytes()))
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_have_the_fingerprint_of_the_whole() {
        let mut pieces = Fingerprinter::default();
        pieces.add(b"dorps");
        pieces.add(b"plein");
        assert_eq!(pieces.finish(), fingerprint(b"dorpsplein"));
    }

    #[test]
    fn a_checksum_is_read_back_as_it_is_shown() {
        let sum = checksum(b"dorpsplein");
        assert_eq!(Checksum::from_hex(&sum.to_string()), Some(sum));
        assert_eq!(Checksum::from_hex(&sum.to_string().to_uppercase()), None);
        assert_eq!(Checksum::from_hex("12ab"), None);
    }
}
