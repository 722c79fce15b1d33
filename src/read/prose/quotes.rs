//! Restores apostrophes that the Markdown parser turned into opening quotes, before a shortened Dutch word
//! (`'s avonds`, `'t Zandt`) or a year (`'80`).

use std::borrow::Cow;

use crate::ground::begins_with_shortened_word;

/// Replaces opening quotes that should be apostrophes.
pub(super) fn with_apostrophes(text: &str) -> Cow<'_, str> {
    if !text.contains('‘') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (index, piece) in text.split('‘').enumerate() {
        if index > 0 {
            out.push(if begins_with_shortened_word(piece) { '’' } else { '‘' });
        }
        out.push_str(piece);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_curl_the_right_way() {
        assert_eq!(with_apostrophes("‘s Avonds in ‘t Zandt"), "’s Avonds in ’t Zandt");
        assert_eq!(with_apostrophes("de jaren ‘80"), "de jaren ’80");
        assert_eq!(with_apostrophes("‘Kom binnen’, en de letter ‘n’"), "‘Kom binnen’, en de letter ‘n’");
    }
}
