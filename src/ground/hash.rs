//! The fingerprint of bytes, for names of assets and for knowing what was published.

use std::fmt;

/// A BLAKE3 hash of bytes, shown as 16 hexadecimal digits (64 bits: enough to tell files apart).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 8]);

/// The fingerprint of these bytes.
pub fn fingerprint(bytes: &[u8]) -> Fingerprint {
    let hash = blake3::hash(bytes);
    let mut start = [0; 8];
    start.copy_from_slice(&hash.as_bytes()[..8]);
    Fingerprint(start)
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
