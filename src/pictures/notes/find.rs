//! Where words stand among bytes.

use memchr::memmem;

/// Every place where these words stand, without overlaps.
pub(super) fn all<'b>(bytes: &'b [u8], words: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    memmem::find_iter(bytes, words)
}

/// What follows the first of these words.
pub(super) fn after<'b>(bytes: &'b [u8], words: &[u8]) -> Option<&'b [u8]> {
    let at = memmem::find(bytes, words)?;
    bytes.get(at + words.len()..)
}
