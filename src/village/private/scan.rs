//! Scans a text once for private data; a single character decides where it is worth looking closer.

use std::ops::Range;

use super::{account, birth, bsn, email, mobile};

/// The kind of private data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrivateKind {
    /// A personal e-mail address.
    Email,
    /// A mobile number.
    Mobile,
    /// A bank account number.
    Iban,
    /// A citizen service number.
    Bsn,
    /// A date of birth.
    Birth,
}

/// Returns all private data in a text, in order.
pub(super) fn scan(text: &str) -> Vec<(PrivateKind, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    if !may_contain_any(bytes) {
        return found;
    }
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let private_range = match byte {
            b'@' => email::range_at(text, at).map(|range| (PrivateKind::Email, range)),
            b'+' => mobile::range_at(text, at).map(|range| (PrivateKind::Mobile, range)),
            b'0'..=b'9' => number_at(text, at),
            b'A'..=b'Z' | b'a'..=b'z' => words_at(text, at),
            _ => None,
        };
        at = private_range.as_ref().map_or(at + 1, |(_, range)| range.end.max(at + 1));
        found.extend(private_range);
        // Private data starts at the beginning of a word: skip the rest of this one.
        if byte.is_ascii_alphabetic() {
            at += length_of(&bytes[at.min(bytes.len())..], u8::is_ascii_alphabetic);
        }
        // The rest of a number is not a number of its own.
        if byte.is_ascii_digit() {
            at += length_of(&bytes[at.min(bytes.len())..], u8::is_ascii_digit);
        }
    }
    found
}

/// Whether a text may contain private data, which always has a digit or an `@`. Checks all bytes without
/// stopping early, because many at a time is faster than one by one.
fn may_contain_any(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit() | (*byte == b'@'))
}

/// Returns the number of bytes of a kind at the front.
fn length_of(bytes: &[u8], is_of_kind: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().position(|byte| !is_of_kind(byte)).unwrap_or(bytes.len())
}

fn number_at(text: &str, at: usize) -> Option<(PrivateKind, Range<usize>)> {
    let found = mobile::range_at(text, at).map(|range| (PrivateKind::Mobile, range));
    found.or_else(|| bsn::range_at(text, at).map(|range| (PrivateKind::Bsn, range)))
}

fn words_at(text: &str, at: usize) -> Option<(PrivateKind, Range<usize>)> {
    let bytes = text.as_bytes();
    if at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
        return None;
    }
    let is_account = bytes.get(at + 2).is_some_and(u8::is_ascii_digit);
    let found =
        is_account.then(|| account::range_at(text, at)).flatten().map(|range| (PrivateKind::Iban, range));
    let is_birth = matches!(bytes[at], b'g' | b'G' | b'b' | b'B' | b'd' | b'D');
    found.or_else(|| {
        is_birth.then(|| birth::range_at(text, at)).flatten().map(|range| (PrivateKind::Birth, range))
    })
}
