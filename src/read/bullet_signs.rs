//! Recognises what people and Word put in front of list items: `•`, `–`, `*`, an `o` with a tab, or a dash
//! without a space after it.

/// Characters used as bullets.
const SIGNS: [char; 9] = ['•', '·', '–', '—', '‣', '◦', '●', '▪', '*'];

/// What a list item has instead of a dash and a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bullet {
    /// A character other than a dash.
    Sign(char),
    /// A dash without a space after it.
    Tight,
    /// A dash followed by a non-breaking space, as word processors insert it.
    NonBreaking,
}

/// Returns the bullet at the start of a line whose indentation has been removed.
pub(super) fn bullet_of(words: &str) -> Option<Bullet> {
    let mut letters = words.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    match first {
        '-' if is_non_breaking_space(second) => Some(Bullet::NonBreaking),
        '-' => second.is_alphanumeric().then_some(Bullet::Tight),
        // Word uses this for nested lists.
        'o' => (second == '\t').then_some(Bullet::Sign(first)),
        // `*words*` and a long dash in front of a number mean something else.
        '*' | '–' | '—' | '·' => second.is_whitespace().then_some(Bullet::Sign(first)),
        _ if is_of_symbols(first) => second.is_whitespace().then_some(Bullet::Sign('•')),
        _ => SIGNS.contains(&first).then_some(Bullet::Sign(first)),
    }
}

/// Whether a character looks like a space but is none to Markdown and YAML.
pub(super) fn is_non_breaking_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii_whitespace()
}

/// Returns the words of such a line.
pub(super) fn without_bullet(words: &str) -> &str {
    let words = words.trim();
    let is_sign = |letter| SIGNS.contains(&letter) || letter == '-' || is_of_symbols(letter);
    words.strip_prefix("o\t").unwrap_or_else(|| words.trim_start_matches(is_sign)).trim_start()
}

/// Splits a line that begins with a bullet at its bullets: `• 8 december • 15 december`. Dashes and asterisks
/// have too many other meanings for that.
pub fn between_bullets(line: &str) -> Option<Vec<&str>> {
    let line = line.trim();
    let sign = line.chars().next().filter(|first| !matches!(first, '-' | 'o' | '*' | '–' | '—'))?;
    bullet_of(line)?;
    Some(line.split(sign).map(str::trim).filter(|words| !words.is_empty()).collect())
}

/// Whether a character is from Word's symbol font for bullets and arrows, which no other program can read.
pub(super) fn is_of_symbols(letter: char) -> bool {
    matches!(letter, '\u{F000}'..='\u{F0FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_between_bullets_on_one_line_are_split() {
        assert_eq!(between_bullets("• 8 december •15 december"), Some(vec!["8 december", "15 december"]));
        assert_eq!(between_bullets("\u{F0B7} ouderen"), Some(vec!["ouderen"]));
        for line in ["8 december • 15 december", "– ouderen", "-ouderen", "*ouderen", "ouderen", ""] {
            assert_eq!(between_bullets(line), None, "{line}");
        }
    }

    #[test]
    fn bullets_are_distinguished_from_words() {
        for (line, bullet, words) in [
            ("• koffie", Bullet::Sign('•'), "koffie"),
            ("•koffie", Bullet::Sign('•'), "koffie"),
            ("–\tkoffie", Bullet::Sign('–'), "koffie"),
            ("o\tkoffie", Bullet::Sign('o'), "koffie"),
            ("\u{F0B7} koffie", Bullet::Sign('•'), "koffie"),
            ("-koffie", Bullet::Tight, "koffie"),
            ("-\u{a0}koffie", Bullet::NonBreaking, "koffie"),
            ("-\u{202f} koffie", Bullet::NonBreaking, "koffie"),
        ] {
            assert_eq!((bullet_of(line), without_bullet(line)), (Some(bullet), words), "{line}");
        }
        for line in ["- koffie", "*koffie*", "–5 graden", "o ja", "koffie", "•", ""] {
            assert_eq!(bullet_of(line), None, "{line}");
        }
    }
}
