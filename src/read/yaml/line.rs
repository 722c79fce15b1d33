//! One line of YAML as a person sees it: `key: value`, perhaps behind a dash.

/// The parts of a line, as byte positions in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineParts {
    /// Where the text of the line begins, after blanks.
    pub(super) indent: usize,
    /// The key, when the line has one.
    pub(super) key: Option<(usize, usize)>,
    /// The value: behind the colon, behind the dash, or the whole text of the line.
    pub(super) value: (usize, usize),
}

/// Takes a line apart: blanks, a dash, the key up to its colon, the value.
pub(super) fn parts_of(line: &str) -> LineParts {
    let indent = line.len() - line.trim_start().len();
    let end = line.trim_end().len().max(indent);
    let mut start = indent;
    while line[start..end].starts_with("- ") {
        start += line[start..end].len() - line[start + 1..end].trim_start().len();
    }
    let text = &line[start..end];
    let colon = if text.starts_with(['"', '\'']) { None } else { colon_of(text) };
    match colon {
        Some(colon) => {
            let behind = &text[colon + 1..];
            let value = start + colon + 1 + (behind.len() - behind.trim_start().len());
            LineParts { indent, key: Some((start, start + colon)), value: (value.min(end), end) }
        }
        None => LineParts { indent, key: None, value: (start, end) },
    }
}

/// The first colon that ends a key: a blank or the end of the line follows.
fn colon_of(text: &str) -> Option<usize> {
    text.match_indices(':')
        .map(|(at, _)| at)
        .find(|at| matches!(text.as_bytes().get(at + 1), None | Some(b' ' | b'\t')))
}

/// A value that begins with a shortened Dutch word: `'t Zandt`, `'s-Heer`, `'n keer`, and not a quoted text.
pub(super) fn begins_with_apostrophe_word(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('\'') else { return false };
    let mut letters = rest.chars();
    let short =
        matches!(letters.next(), Some('t' | 's' | 'n' | 'k' | 'm' | 'r' | 'T' | 'S' | 'N' | 'K' | 'M'));
    short && matches!(letters.next(), Some(' ' | '-')) && !rest.ends_with('\'')
}

/// A value between quotes, as YAML reads it back: double ones, or single ones where it has double ones of its own.
pub(super) fn in_quotes(value: &str) -> String {
    if value.contains('"') && !value.contains(['\'', '\\']) {
        return format!("'{value}'");
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> (&str, &str) {
        let parts = parts_of(line);
        (parts.key.map_or("", |(start, end)| &line[start..end]), &line[parts.value.0..parts.value.1])
    }

    #[test]
    fn a_line_has_a_key_and_a_value() {
        assert_eq!(split("titel: Koffie: met gebak"), ("titel", "Koffie: met gebak"));
        assert_eq!(split("  - naam:  Grote zaal "), ("naam", "Grote zaal"));
        assert_eq!(split("- 't Hoekje"), ("", "'t Hoekje"));
        assert_eq!(split("titel:"), ("titel", ""));
        assert_eq!(split("om 12:00"), ("", "om 12:00"));
        assert_eq!(split(""), ("", ""));
    }

    #[test]
    fn dutch_apostrophes_are_no_quotes() {
        assert!(begins_with_apostrophe_word("'t Zandt"));
        assert!(begins_with_apostrophe_word("'s-Heer Arendskerke"));
        assert!(!begins_with_apostrophe_word("'t Zandt'"));
        assert!(!begins_with_apostrophe_word("'tekst'"));
    }
}
