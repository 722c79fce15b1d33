//! Checks whether a JPEG is whole. Decoders are lenient: when the end of a photo is missing, they fill it
//! with grey.

/// Whether the end marker follows the picture itself; thumbnails before it have end markers of their own
/// (ITU-T T.81, B.1.1.3).
pub(super) fn is_complete(bytes: &[u8]) -> bool {
    let Some(scan) = first_scan(bytes) else { return false };
    // In the data of a scan the byte FF is always followed by 00 or by a marker.
    bytes.get(scan..).is_some_and(|scan| scan.windows(2).any(|pair| pair == [0xff, 0xd9]))
}

/// Where the first scan begins.
fn first_scan(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0xda => return Some(at),
            0x01 | 0xd0..=0xd8 => at += 2,
            0xd9 => return None,
            _ => at += 2 + usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_complete;

    #[test]
    fn the_end_of_a_thumbnail_is_not_the_end_of_the_photo() {
        let whole = b"\xff\xd8\xff\xe1\0\x06\xff\xd8\xff\xd9\xff\xda\0\x02data\xff\xd9";
        assert!(is_complete(whole));
        assert!(!is_complete(&whole[..whole.len() - 2]));
        for broken in
            [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\xff\xd8tekst", b"\xff\xd8\xff\xd9"]
        {
            assert!(!is_complete(broken), "{broken:?}");
        }
    }
}
