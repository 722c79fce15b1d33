//! Normal forms of text: composed, folded, as a slug, and as the key for sorting a Dutch index.

use std::borrow::Cow;

use deunicode::deunicode;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Converts a text to composed Unicode (NFC): macOS gives file names in decomposed form.
pub fn compose(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// Returns the form in which texts are compared: plain lower-case letters and digits with single spaces,
/// so that `Café  'De Kroon'` equals `cafe de kroon`.
pub fn fold(text: &str) -> String {
    words_of(text, ' ')
}

/// Turns a title or file name into the last part of an address: lower-case ASCII letters, digits and single
/// hyphens. Empty when nothing in the text can be written that way.
pub fn slug(text: &str) -> String {
    words_of(text, '-')
}

/// Like [`slug`], but no longer than `most` bytes: it is cut between two words, or within a single long word.
pub fn slug_within(text: &str, most: usize) -> String {
    let mut slug = slug(text);
    let Some(kept) = slug.get(..=most) else { return slug };
    // `kept` holds one byte more than fits: when that byte is a hyphen, the last word is whole.
    let end = kept.rfind('-').unwrap_or(most);
    slug.truncate(end);
    slug
}

/// Returns the words of a text in lower-case ASCII letters and digits, with `between` between them.
fn words_of(text: &str, between: char) -> String {
    if text.is_ascii() {
        return plain_words_of(text, between);
    }
    plain_words_of(&deunicode(&compose(text).replace(['’', '‘', 'ʼ', '`'], "'")), between)
}

/// Like [`words_of`], for ASCII, byte by byte: every name in a village passes through here several times.
fn plain_words_of(text: &str, between: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(between);
            }
            gap = false;
            out.push(char::from(byte.to_ascii_lowercase()));
        } else if byte != b'\'' {
            // An apostrophe joins letters (`foto's`); every other character separates words.
            gap = true;
        }
    }
    out
}

/// Returns lower-case letters without marks, in any script. The search script in the browser, which has no
/// [`fold`], can do the same.
pub fn letters(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let is_small = !text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if is_small { Cow::Borrowed(text) } else { Cow::Owned(text.to_ascii_lowercase()) };
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            letter => out.push(letter),
        }
    }
    Cow::Owned(out)
}

/// Returns the key by which names are sorted in a list: without a leading article or `'t`/`'s-`, with accents
/// folded, and with numbers in numerical order: `Zaal 2` comes before `Zaal 10`.
pub fn sort_key(name: &str) -> String {
    let folded = with_wide_numbers(fold(name));
    let starts_with_apostrophe = name.trim_start().starts_with(['\'', '’', '‘']);
    let articles: &[&str] =
        if starts_with_apostrophe { &["t ", "s "] } else { &["de ", "het ", "een ", "the "] };
    for article in articles {
        if let Some(rest) = folded.strip_prefix(article)
            && !rest.is_empty()
        {
            return rest.to_owned();
        }
    }
    folded
}

/// In digits. Longer numbers are sorted digit by digit.
const WIDEST_NUMBER: usize = 9;

/// Pads every number with zeros, so that sorting letter by letter puts numbers in numerical order.
fn with_wide_numbers(words: String) -> String {
    if !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return words;
    }
    let mut wide = String::with_capacity(words.len() + WIDEST_NUMBER);
    let mut rest = words.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, number) = rest.split_at(start);
        let end = number.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        wide.push_str(before);
        wide.extend(std::iter::repeat_n('0', WIDEST_NUMBER.saturating_sub(number.len())));
        wide.push_str(number);
        rest = after;
    }
    wide.push_str(rest);
    wide
}

/// Capitalises the first letter; in Dutch `ij` is one letter: `IJsbaan`.
pub fn capital(words: &str) -> String {
    if let Some(rest) = words.strip_prefix("ij") {
        return format!("IJ{rest}");
    }
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_replaces_one_letter_and_ij_counts_as_one() {
        assert_eq!(capital("ijsbaan"), "IJsbaan");
        assert_eq!(capital("école"), "École");
        assert_eq!(capital("intocht"), "Intocht");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Koffie & gebak: iedere dinsdag!"), "koffie-gebak-iedere-dinsdag");
        assert_eq!(slug("'t Zandt"), "t-zandt");
        assert_eq!(slug("’s-Heer Arendskerke"), "s-heer-arendskerke");
        assert_eq!(slug("Wâlterswâld"), "walterswald");
        assert_eq!(slug("2e Exloërmond"), "2e-exloermond");
        assert_eq!(slug("foto's"), "fotos");
        assert_eq!(slug("e\u{301}e\u{301}n"), "een");
        assert_eq!(slug("--"), "");
    }

    #[test]
    fn comparing_ignores_accents_case_and_punctuation() {
        assert_eq!(fold("Café  'De Kroon'"), fold("cafe de kroon"));
    }

    #[test]
    fn letters_lose_their_accents_and_keep_their_script() {
        assert_eq!(letters("Wâlterswâld, FOTO’S"), "walterswald, foto’s");
        assert_eq!(letters("Ǿ Straße Привіт"), "o strasse привіт");
        assert_eq!(letters("ĳsbaan"), "ijsbaan");
    }

    #[test]
    fn names_are_sorted_without_their_article() {
        assert_eq!(sort_key("'t Zandt"), "zandt");
        assert_eq!(sort_key("De Schakel"), "schakel");
        assert_eq!(sort_key("De"), "de");
        assert_eq!(sort_key("Ee"), "ee");
        assert_eq!(sort_key("Destijds"), "destijds");
        assert!(sort_key("Zaal 2") < sort_key("Zaal 10") && sort_key("Zaal 10") < sort_key("Zaal 10a"));
        assert!(sort_key("Zaal 2, boven") < sort_key("Zaal 02b"), "a leading zero does not count");
    }
}
