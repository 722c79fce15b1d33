//! Fills templates of files with pieces, which keep the indentation, words in two languages, and values.
//!
//! `{nl:Maken|en:Make}` is a text in both languages, side by side; a line that consists of `{name}` alone is
//! a piece of several lines; `{name}` elsewhere is a value.

use crate::ground::Locale;

/// Fills in a template.
pub(super) fn fill(
    template: &str,
    pieces: &[(&str, &str)],
    values: &[(&str, &str)],
    locale: Locale,
) -> String {
    let mut text = with_pieces(template, pieces);
    // Values come first, because a text may contain one.
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    in_locale(&text, locale)
}

/// Replaces the lines that name pieces; a piece may include others that are listed later.
fn with_pieces(template: &str, pieces: &[(&str, &str)]) -> String {
    let mut text = template.to_owned();
    for (name, piece) in pieces {
        let mark = format!("{{{name}}}");
        let lines = text.lines().flat_map(|line| {
            let indent = &line[..line.len() - line.trim_start().len()];
            if line.trim() == mark {
                piece.lines().map(|inner| format!("{indent}{inner}").trim_end().to_owned()).collect()
            } else {
                vec![line.to_owned()]
            }
        });
        text = lines.collect::<Vec<_>>().join("\n") + "\n";
    }
    text
}

/// Keeps the texts of one language.
fn in_locale(text: &str, locale: Locale) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{nl:") {
        let Some(((dutch, english), further)) = after
            .split_once('}')
            .and_then(|(words, further)| words.split_once("|en:").map(|words| (words, further)))
        else {
            break;
        };
        out.push_str(before);
        out.push_str(if locale == Locale::Dutch { dutch } else { english });
        rest = further;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_the_indentation_of_their_line() {
        let filled =
            fill("a:\n  {piece}\nb: {x}\n", &[("piece", "one\n\n  two\n")], &[("x", "1")], Locale::Dutch);
        assert_eq!(filled, "a:\n  one\n\n    two\nb: 1\n");
    }

    #[test]
    fn words_are_in_one_language() {
        let words = "# {nl:Maak|en:Make} ${{ x }} {nl:het|en:it}";
        assert_eq!(in_locale(words, Locale::Dutch), "# Maak ${{ x }} het");
        assert_eq!(in_locale(words, Locale::English), "# Make ${{ x }} it");
    }
}
