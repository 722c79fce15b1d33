//! Handles quotation marks around a value, and apostrophes, which look the same.

/// Whether a value begins with a shortened Dutch word (`'t Zandt`, `'s-Heer`, `'n keer`) and is not quoted.
pub(super) fn begins_with_apostrophe_word(value: &str) -> bool {
    is_apostrophe_word(value) && !value.ends_with('\'')
}

fn is_apostrophe_word(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('\'') else { return false };
    let mut letters = rest.chars();
    let is_shortened =
        matches!(letters.next(), Some('t' | 's' | 'n' | 'k' | 'm' | 'r' | 'T' | 'S' | 'N' | 'K' | 'M'));
    is_shortened && matches!(letters.next(), Some(' ' | '-'))
}

/// Quotes a value so that YAML reads it back: double quotes, or single ones where those avoid backslashes.
pub fn in_quotes(value: &str) -> String {
    if value.contains(['"', '\\']) && !value.contains('\'') {
        return format!("'{value}'");
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns a value as it can be written after a colon: quoted if YAML would read it as something else.
pub fn fit_for_value(value: &str) -> String {
    if value.starts_with(['"', '\'']) && !begins_with_apostrophe_word(value) {
        return match end_of_quoted(value) {
            Some(end) if end == value.len() => value.to_owned(),
            Some(_) => in_quotes(without_outer_marks(value)),
            None => in_quotes(&value[1..]),
        };
    }
    let is_list = value.starts_with('[') && value.ends_with(']');
    let signs = ['@', '`', '%', '*', '&', '!', '|', '>', '{', '}', '[', ']', ',', '#'];
    let is_odd = value.starts_with(signs)
        || value.starts_with("- ")
        || value == "-"
        || value.contains(": ")
        || value.contains(" #")
        || value.ends_with(':');
    if is_odd && !is_list { in_quotes(value) } else { value.to_owned() }
}

/// Removes quotation marks around the whole value, from Word or YAML. Marks that belong to a word in it stay.
pub(super) fn without_outer_marks(value: &str) -> &str {
    let mut letters = value.chars();
    match (letters.next(), letters.next_back()) {
        (Some('“' | '„' | '”'), Some('”' | '“')) if !letters.as_str().contains(['“', '„', '”']) => {
            letters.as_str()
        }
        (Some(quote @ ('"' | '\'')), Some(last))
            if quote == last && !is_apostrophe_word(value) && is_even(letters.as_str(), quote) =>
        {
            letters.as_str()
        }
        _ => value,
    }
}

/// Whether the marks in a text are apostrophes, or balanced pairs around words.
fn is_even(text: &str, quote: char) -> bool {
    let mut is_open = false;
    for (at, _) in text.match_indices(quote) {
        let (before, after) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        if quote == '\'' && (is_letter(before) && is_letter(after) || is_apostrophe_word(&text[at..])) {
            continue;
        }
        let opens = !before.is_some_and(|letter| !letter.is_whitespace() && letter != '(');
        if opens == is_open {
            return false;
        }
        is_open = opens;
    }
    !is_open
}

/// Returns the end of a quoted value on this line, right after its closing quote.
pub(super) fn end_of_quoted(value: &str) -> Option<usize> {
    let quote = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    closing(&value[1..], quote).map(|end| end + 1)
}

/// Returns the position after the quote that closes a quoted text.
pub(super) fn closing(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if quote == '"' => {
                letters.next();
            }
            _ if letter == quote => {
                let is_doubled = quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'');
                if !is_doubled {
                    return Some(at + 1);
                }
                letters.next();
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_apostrophes_are_not_quotes() {
        assert!(begins_with_apostrophe_word("'t Zandt"));
        assert!(begins_with_apostrophe_word("'s-Heer Arendskerke"));
        assert!(!begins_with_apostrophe_word("'t Zandt'"));
        assert!(!begins_with_apostrophe_word("'tekst'"));
    }

    #[test]
    fn a_quoted_value_is_read_back_unchanged() {
        for (typed, quoted) in [
            ("Bingo", r#""Bingo""#),
            (r#"Avond "Bingo""#, r#"'Avond "Bingo"'"#),
            (r"C:\foto", r"'C:\foto'"),
            (r#"'s "avonds""#, r#""'s \"avonds\"""#),
            (r"'s C:\foto", r#""'s C:\\foto""#),
        ] {
            assert_eq!(in_quotes(typed), quoted);
            assert_eq!(serde_yaml::from_str::<String>(quoted).expect("YAML"), typed);
        }
    }

    #[test]
    fn only_quotes_around_the_whole_value_are_removed() {
        for (typed, bare) in [
            ("\"Bingo\"", "Bingo"),
            ("'foto's'", "foto's"),
            ("\"Avond \"Bingo\" en meer\"", "Avond \"Bingo\" en meer"),
            ("''t Hoekje'", "'t Hoekje"),
            ("“Bingo”", "Bingo"),
        ] {
            assert_eq!(without_outer_marks(typed), bare);
        }
        for typed in [
            "\"Bingo\" en \"Kienen\"",
            "'s-Heer 'aan zee'",
            "'Hans' fiets'",
            "“Bingo” en “Kienen”",
            "\"",
            "'",
        ] {
            assert_eq!(without_outer_marks(typed), typed);
        }
    }

    #[test]
    fn the_end_of_a_quoted_value_is_found() {
        assert_eq!(end_of_quoted("\"een\" twee"), Some(5));
        assert_eq!(end_of_quoted("'it''s'"), Some(7));
        assert_eq!(end_of_quoted("\"een \\\" twee"), None);
        assert_eq!(end_of_quoted("een"), None);
    }
}
