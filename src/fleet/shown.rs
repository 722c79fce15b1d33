//! Makes names safe to show on a terminal: characters that move the cursor or reverse text are drawn instead.

/// The most names that are listed.
const NAMED: usize = 5;

/// Returns the first of some names, and whether there are more.
pub(super) fn short_name_list(names: &[String]) -> String {
    let more = if names.len() > NAMED { ", …" } else { "" };
    names.iter().take(NAMED).map(|name| shown(name)).collect::<Vec<_>>().join(", ") + more
}

/// Returns the text without characters that control a terminal.
pub(super) fn shown(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// Does the same for each line of a text.
pub(super) fn shown_lines(text: &str) -> String {
    text.lines().map(shown).collect::<Vec<_>>().join("\n")
}

fn visible(letter: char) -> char {
    match letter {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            '\u{fffd}'
        }
        other => other,
    }
}
