//! Where something stands in many bytes, many times as fast as byte by byte.

use memchr::{memchr, memchr_iter, memmem, memrchr};

/// Where a byte stands first in a text.
pub fn find_byte(text: &str, byte: u8) -> Option<usize> {
    memchr(byte, text.as_bytes())
}

/// Where a byte stands last in a text.
pub fn find_last_byte(text: &str, byte: u8) -> Option<usize> {
    memrchr(byte, text.as_bytes())
}

/// How often a byte stands in a text.
pub fn count_byte(text: &str, byte: u8) -> usize {
    memchr_iter(byte, text.as_bytes()).count()
}

/// Where these words stand first.
pub fn find_words(bytes: &[u8], words: &[u8]) -> Option<usize> {
    memmem::find(bytes, words)
}

/// Every place where these words stand, without overlaps.
pub fn find_all<'b>(bytes: &'b [u8], words: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    memmem::find_iter(bytes, words)
}
