//! One line of YAML as a person sees it: `key: value`, perhaps after a dash.

/// The parts of a line, as byte positions in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineParts {
    /// Where the text of the line begins, after spaces.
    pub(super) indent: usize,
    /// The key, if the line has one.
    pub(super) key: Option<(usize, usize)>,
    /// The value: after the colon, after the dash, or the whole text of the line.
    pub(super) value: (usize, usize),
}

/// Splits a line into spaces, a dash, the key up to its colon, and the value.
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
            let after = &text[colon + 1..];
            let value = start + colon + 1 + (after.len() - after.trim_start().len());
            LineParts { indent, key: Some((start, start + colon)), value: (value.min(end), end) }
        }
        None => LineParts { indent, key: None, value: (start, end) },
    }
}

/// Returns the first colon that ends a key: one followed by a space or the end of the line.
fn colon_of(text: &str) -> Option<usize> {
    text.match_indices(':')
        .map(|(at, _)| at)
        .find(|at| matches!(text.as_bytes().get(at + 1), None | Some(b' ' | b'\t')))
}

/// A line without `: ` in which a key and its value can be recognised all the same.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NearlyKey<'t> {
    /// The key, without asterisks around it.
    pub(super) key: &'t str,
    /// The character in place of the colon and its position in the line, or `None` if there is only a space.
    pub(super) sign: Option<(char, usize)>,
    /// Whether there are asterisks around the key.
    pub(super) has_stars: bool,
    /// The value.
    pub(super) value: &'t str,
}

/// Recognises `titel; Koffie`, `titel:Koffie`, `**titel:** Koffie` and `titel Koffie`.
pub(super) fn nearly_key<'t>(text: &'t str) -> Option<NearlyKey<'t>> {
    let start = text.len() - text.trim_start_matches('*').len();
    let is_of_key = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    let end = text[start..].find(|letter| !is_of_key(letter)).map_or(text.len(), |length| start + length);
    let key = text[start..end].trim_end_matches('-');
    key.chars().next().filter(|first| first.is_alphabetic())?;
    let has_stars = start > 0;
    let stars = &text[..start];
    let undecorated = |text: &'t str| text.strip_prefix(stars).unwrap_or(text).trim_start();
    let after = text.len() - undecorated(&text[end..]).len();
    let is_dash = text[after..].starts_with(['-', '–', '—']) && after > end;
    let is_sign = |sign: &char| is_dash || matches!(sign, ':' | ';' | '=' | '：');
    let sign = text[after..].chars().next().filter(is_sign);
    let value = undecorated(&text[after + sign.map_or(0, char::len_utf8)..]).trim_end();
    let is_address = sign == Some(':') && value.starts_with("//");
    let is_known = sign.is_some() || (!has_stars && after > end && !value.is_empty());
    (is_known && !is_address).then_some(NearlyKey {
        key,
        sign: sign.map(|sign| (sign, after)),
        has_stars,
        value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> (&str, &str) {
        let parts = parts_of(line);
        (parts.key.map_or("", |(start, end)| &line[start..end]), &line[parts.value.0..parts.value.1])
    }

    #[test]
    fn a_line_is_split_into_a_key_and_a_value() {
        assert_eq!(split("titel: Koffie: met gebak"), ("titel", "Koffie: met gebak"));
        assert_eq!(split("  - naam:  Grote zaal "), ("naam", "Grote zaal"));
        assert_eq!(split("- 't Hoekje"), ("", "'t Hoekje"));
        assert_eq!(split("titel:"), ("titel", ""));
        assert_eq!(split("om 12:00"), ("", "om 12:00"));
        assert_eq!(split(""), ("", ""));
    }

    #[test]
    fn a_key_without_its_colon_is_recognised() {
        let seen = |text| nearly_key(text).map(|it| (it.key, it.sign.map(|(sign, _)| sign), it.value));
        assert_eq!(seen("titel Koffie in het dorp"), Some(("titel", None, "Koffie in het dorp")));
        assert_eq!(seen("titel; Koffie"), Some(("titel", Some(';'), "Koffie")));
        assert_eq!(seen("datum= 3 mei"), Some(("datum", Some('='), "3 mei")));
        assert_eq!(seen("datum：3 mei"), Some(("datum", Some('：'), "3 mei")));
        assert_eq!(seen("begin – 20.00"), Some(("begin", Some('–'), "20.00")));
        assert_eq!(seen("titel:Koffie"), Some(("titel", Some(':'), "Koffie")));
        assert_eq!(seen("**datum:** 3 mei"), Some(("datum", Some(':'), "3 mei")));
        assert_eq!(seen("**datum**: *3 mei*"), Some(("datum", Some(':'), "*3 mei*")));
        for other in ["titel", "https://dorp.nl", "**Let op** kom", "20.00 uur", "", "*"] {
            assert_eq!(seen(other), None, "{other}");
        }
    }
}
