//! Checks what is around a find, so that part of something longer is not taken for the whole.

/// Whether there is a letter or digit right before a position.
pub(super) fn is_in_word(text: &str, start: usize) -> bool {
    text[..start].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Whether something that starts here is separate, and not part of an address, a path or another number.
pub(super) fn starts_separately(text: &str, start: usize) -> bool {
    text[..start].chars().next_back().is_none_or(|before| {
        before.is_whitespace()
            || matches!(
                before,
                '(' | '[' | '<' | '"' | '\'' | '‘' | '“' | ':' | '*' | '_' | '|' | '>' | ',' | ';'
            )
    })
}

/// Whether something really ends here: no letter or digit follows, nor a sign with more digits after it.
pub(super) fn ends_separately(text: &str, end: usize) -> bool {
    let mut following = text[end..].chars();
    match following.next() {
        None => true,
        Some(next) if next.is_alphanumeric() || matches!(next, '/' | '@' | '=' | '%' | '€') => false,
        Some('.' | ',' | '-' | ':' | '–') => !following.next().is_some_and(|next| next.is_ascii_digit()),
        Some(_) => true,
    }
}
