//! The lists and maps that a tag makes: by a loop, `[x for x in y]`, or written out, `[x, y]`.

use super::tags::{Tag, past_quoted};

/// A piece of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// A name or a word of the language.
    Word(&'t str),
    /// A name after a dot: it belongs to what is before it.
    Part,
    /// A bracket, a comma or another mark of one byte.
    Mark(u8),
    /// A number or a text.
    Literal,
}

/// Returns the bytes of the template that say what each list of a tag runs through.
pub(super) fn lists_in(tag: &Tag<'_>) -> Vec<(usize, usize)> {
    let pieces = pieces(tag.inner);
    let words: Vec<Piece<'_>> = pieces.iter().map(|(_, _, piece)| *piece).collect();
    // The first word of a loop does not make a list.
    let first = usize::from(tag.word() == "for");
    let found = (first..words.len()).filter_map(|at| {
        let length = match words.get(at..)? {
            [Piece::Word("for"), Piece::Word(_), Piece::Word("in"), ..] => 3,
            [
                Piece::Word("for"),
                Piece::Word(_),
                Piece::Mark(b','),
                Piece::Word(_),
                Piece::Word("in"),
                ..,
            ] => 5,
            _ => return None,
        };
        let (_, start, _) = pieces.get(at + length - 1)?;
        let end = end_of_list(pieces.get(at + length..)?)?;
        Some((tag.start + start, tag.start + end))
    });
    found.collect()
}

/// Words after which something new begins.
const KEYWORDS: [&str; 7] = ["in", "is", "not", "and", "or", "if", "else"];

/// Returns how many lists and maps a tag makes: `[a]` and `{"a": b}`, but not `a[0]`.
pub(super) fn made_count(tag: &Tag<'_>) -> usize {
    let pieces = pieces(tag.inner);
    let is_value = |piece: &Piece<'_>| match piece {
        Piece::Word(word) => !KEYWORDS.contains(word),
        Piece::Part | Piece::Literal | Piece::Mark(b')' | b']' | b'}' | b'?') => true,
        Piece::Mark(_) => false,
    };
    let made = (0..pieces.len()).filter(|at| match pieces.get(*at) {
        Some((_, _, Piece::Mark(b'{'))) => true,
        Some((_, _, Piece::Mark(b'['))) => {
            let before = at.checked_sub(1).and_then(|before| pieces.get(before));
            !before.is_some_and(|(_, _, piece)| is_value(piece))
        }
        _ => false,
    });
    made.count()
}

/// Returns where such a list ends: at the bracket that closes it, or at its condition.
fn end_of_list(pieces: &[(usize, usize, Piece<'_>)]) -> Option<usize> {
    let mut depth = 0_usize;
    for (start, _, piece) in pieces {
        match piece {
            Piece::Mark(b'(' | b'[' | b'{') => depth += 1,
            Piece::Mark(b')' | b']' | b'}') if depth == 0 => return Some(*start),
            Piece::Mark(b')' | b']' | b'}') => depth -= 1,
            Piece::Word("if") if depth == 0 => return Some(*start),
            _ => {}
        }
    }
    None
}

/// Splits a tag into pieces, with their positions, as the engine does: `2for` is a number and a word.
pub(super) fn pieces(inner: &str) -> Vec<(usize, usize, Piece<'_>)> {
    let bytes = inner.as_bytes();
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let long = |is: fn(&u8) -> bool| rest.iter().take_while(|byte| is(byte)).count();
        let (length, piece) = match rest[0] {
            b'"' | b'\'' | b'`' => (past_quoted(rest).unwrap_or(rest.len()), Piece::Literal),
            byte if byte.is_ascii_digit() => (number_length(rest), Piece::Literal),
            byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                let length = long(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
                let is_part = matches!(pieces.last(), Some((_, _, Piece::Mark(b'.'))));
                let word = inner.get(at..at + length).unwrap_or_default();
                (length, if is_part { Piece::Part } else { Piece::Word(word) })
            }
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            byte => (1, Piece::Mark(byte)),
        };
        pieces.push((at, at + length, piece));
        at += length;
    }
    pieces
}

/// Returns the length of a number: digits with at most one dot.
fn number_length(bytes: &[u8]) -> usize {
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(0);
    if bytes.get(whole) == Some(&b'.') { whole + 1 + digits(whole + 1) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    #[test]
    fn created_lists_are_distinguished_from_lookups() {
        for (text, made) in [
            ("{% set a = [a] %}", 1),
            ("{% set a = [[a], {'b': a}] %}", 3),
            ("{% set a = b if c else[a] %}", 1),
            ("{% set a = b[0].c[d]?[1] ~ '[{' %}", 0),
            ("{% set a = [b][0][1] %}", 1),
        ] {
            assert_eq!(tags(text).iter().map(made_count).sum::<usize>(), made, "{text}");
        }
    }

    #[test]
    fn every_list_is_found_with_what_it_iterates_over() {
        for (text, through) in [
            ("{{ [x for x in y] }}", vec![" y"]),
            ("{{ [x for x in range(end=20000)]for }}", vec![" range(end=20000)"]),
            (
                "{{ [[x for x in range(end=20000)]for y in range(end=20000)] }}",
                vec![" range(end=20000)", " range(end=20000)"],
            ),
            ("{{ [1for x in [y][0] if x] }}", vec![" [y][0] "]),
            ("{{ [1.for x in y] }}", vec![" y"]),
            ("{% for a in [k~'for x in' for k, v in it.if] %}", vec![" it.if"]),
            ("{% for a in b %}", vec![]),
            ("{{ 'for x in y]' ~ it.for ~ [1] }}", vec![]),
        ] {
            let tags = tags(text);
            let found: Vec<&str> =
                tags.iter().flat_map(lists_in).map(|(start, end)| &text[start..end]).collect();
            assert_eq!(found, through, "{text}");
        }
    }
}
