//! Decodes percent-encoding in addresses: `%20` stands for a space (RFC 3986, section 2.1).

/// Decodes a text once. `None` when a percent sign encodes nothing, or when the result is not UTF-8.
pub fn percent_decoded(text: &str) -> Option<String> {
    decoded(text, false)
}

/// Decodes a text that the user wrote, in which a percent sign may be just that, as in `100%.pdf`.
pub fn percent_decoded_or_kept(text: &str) -> String {
    decoded(text, true).unwrap_or_else(|| text.to_owned())
}

fn decoded(text: &str, keeps_stray_signs: bool) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = after.split_first_chunk().filter(|_| first == b'%');
        match escaped.and_then(|(digits, tail)| Some((byte_of(*digits)?, tail))) {
            Some((byte, tail)) => {
                bytes.push(byte);
                rest = tail;
            }
            None if first == b'%' && !keeps_stray_signs => return None,
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

fn byte_of([high, low]: [u8; 2]) -> Option<u8> {
    let digit = |letter: u8| char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(high)? * 16 + digit(low)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_decoded() {
        for (text, is) in [
            ("agenda", "agenda"),
            ("de%20zaal%2Fklein", "de zaal/klein"),
            ("caf%C3%A9", "café"),
            ("café", "café"),
            ("%252e", "%2e"),
        ] {
            assert_eq!((percent_decoded(text).as_deref(), &*percent_decoded_or_kept(text)), (Some(is), is));
        }
    }

    #[test]
    fn invalid_percent_encoding_is_refused_or_kept() {
        for text in ["100%", "100%.pdf", "%zz", "%f", "%+1", "% 1", "%é", "%ff"] {
            assert_eq!((percent_decoded(text), &*percent_decoded_or_kept(text)), (None, text));
        }
        assert_eq!(percent_decoded_or_kept("100%%20korting"), "100% korting");
    }
}
