//! Reduces text from outside to plain text on one line, of limited length, to show on a page.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// No script puts more combining marks than this on one letter.
const MOST_MARKS: usize = 4;

/// Returns the text without tags, control characters, invisible characters and characters that change the
/// writing direction, with single spaces, cut after `most` characters. `None` when nothing readable is left.
pub fn plain_line(text: &str, most: usize) -> Option<String> {
    // Much of the text may be left out below, so take more than is kept; the rest is not even looked at.
    let bounded = text.chars().take(most.saturating_mul(8));
    // Leaving out a character joins its neighbours, and NFC changes some letters (the kelvin sign becomes a
    // K): only after that is it clear what is a tag.
    let seen: String = bounded.filter(|letter| !is_invisible(*letter)).nfc().collect();
    let mut out = String::new();
    let (mut length, mut marks, mut gap) = (0, 0, false);
    for letter in without_tags(&seen).chars() {
        if letter.is_whitespace() {
            gap = true;
            continue;
        }
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        // A mark without a letter of its own would land on whatever precedes this text on the page.
        if marks > MOST_MARKS || marks > 0 && (out.is_empty() || gap) {
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
            length += 1;
        }
        gap = false;
        if length >= most {
            out.truncate(out.trim_end().len());
            out.push('…');
            break;
        }
        out.push(letter);
        length += 1;
    }
    out.chars().any(char::is_alphanumeric).then_some(out)
}

/// Whether a character is left out: control characters other than whitespace, direction changes, zero-width
/// characters and breaks, and code points for private use or without a character.
fn is_invisible(letter: char) -> bool {
    letter.is_control() && !letter.is_whitespace()
        || matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{ffff}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
        || (letter as u32) & 0xfffe == 0xfffe
}

/// Removes tags: `Feest <b>nu</b>` becomes `Feest nu`. What only looks like a tag stays, as in `3 < 4`.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let is_tag =
            tag[1..].starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'));
        let end = if is_tag { tag.find('>').map_or(tag.len(), |end| end + 1) } else { 1 };
        out.push_str(if is_tag { " " } else { "<" });
        rest = &tag[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Option<String> {
        plain_line(text, 20)
    }

    #[test]
    fn foreign_text_becomes_plain_text_on_one_line() {
        assert_eq!(plain("  Koffie\r\n in\u{7} de zaal ").as_deref(), Some("Koffie in de zaal"));
        assert_eq!(plain("Feest <b onclick='x()'>nu</b>!").as_deref(), Some("Feest nu !"));
        assert_eq!(plain("<script>kwaad()").as_deref(), Some("kwaad()"));
        assert_eq!(plain("<img src=x onerror=kwaad()"), None);
        assert_eq!(plain("3 < 4 > 2").as_deref(), Some("3 < 4 > 2"));
        assert_eq!(plain("\u{202e}tseef\u{202c}\u{200b}").as_deref(), Some("tseef"));
        assert_eq!(plain("e\u{301}e\u{301}n").as_deref(), Some("één"));
        for nothing in ["", " \u{a0} ", "\u{200b}\u{feff}", "---", "<b></b>"] {
            assert_eq!(plain(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn removing_characters_never_creates_a_tag() {
        let begins =
            |after: &str| after.starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next));
        for letter in (char::MIN..'\u{30000}').chain('\u{e0000}'..='\u{e01ff}') {
            for next in ["img src=x onerror=kwaad()>Feest", "/b>Feest", "!-->Feest"] {
                let shown = plain_line(&format!("Dit <{letter}{next}"), 80).unwrap_or_default();
                assert!(!shown.split('<').skip(1).any(begins), "{letter:?}: {shown}");
            }
        }
        assert_eq!(plain("<\u{200b}img src=x onerror=kwaad()>Feest").as_deref(), Some("Feest"));
        assert_eq!(plain("<\u{7}b>Feest<\u{ad}\u{200b}/b>").as_deref(), Some("Feest"));
    }

    #[test]
    fn length_and_combining_marks_are_bounded() {
        assert_eq!(plain(&"a".repeat(20)), Some("a".repeat(20)));
        assert_eq!(plain(&"a".repeat(2000)), Some(format!("{}…", "a".repeat(20))));
        let heap = format!("z{}", "\u{335}".repeat(500));
        assert_eq!(plain(&heap).map(|text| text.chars().count()), Some(1 + MOST_MARKS));
        assert_eq!(plain(&format!("{}zaal", "\u{301}".repeat(3))).as_deref(), Some("zaal"));
    }
}
