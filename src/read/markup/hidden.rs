//! Finds the ends of comments and of elements that hold only text, in which browsers see no elements
//! (HTML, 13.2.5 "Tokenization").

/// Elements in which everything is text, up to the closing tag.
const OF_TEXT: [&str; 10] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"];

/// Returns the length of a comment without its `<!--`, or `None` if it does not end. It also ends at `--!>`,
/// and immediately in `<!-->` or `<!--->`.
pub(super) fn comment_length(after: &str) -> Option<usize> {
    let at_once = [">", "->"].into_iter().find(|end| after.starts_with(end));
    // Goes from one `>` to the next: searching for each kind of end would scan the whole text every time.
    let is_end = |at: &usize| ["--", "--!"].iter().any(|dashes| after[..*at].ends_with(dashes));
    let later = || after.match_indices('>').map(|(at, _)| at).find(is_end).map(|at| at + 1);
    at_once.map(str::len).or_else(later)
}

/// Returns the length of the text after the opening tag of this element, or `None` if it is not closed.
pub(super) fn text_length(element: &str, after: &str) -> Option<usize> {
    if !OF_TEXT.contains(&element) {
        return Some(0);
    }
    let is_end = |at: &usize| {
        let name = after.get(at + 2..at + 2 + element.len());
        name.is_some_and(|name| name.eq_ignore_ascii_case(element))
    };
    after.match_indices("</").map(|(at, _)| at).find(is_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_ends_where_a_browser_ends_it() {
        assert_eq!(comment_length(" a --> b"), Some(6));
        assert_eq!(comment_length(" a --!> b -->"), Some(7));
        assert_eq!(comment_length("> b -->"), Some(1));
        assert_eq!(comment_length("-> b -->"), Some(2));
        assert_eq!(comment_length("--> b"), Some(3));
        assert_eq!(comment_length(" a -- > b"), None);
    }

    #[test]
    fn a_text_only_element_ends_at_its_own_end_tag() {
        assert_eq!(text_length("noscript", r#"<p title="</NOSCRIPT>">"#), Some(10));
        assert_eq!(text_length("textarea", "<img></text></textarea>"), Some(12));
        assert_eq!(text_length("script", "<é"), None);
        assert_eq!(text_length("p", "<img>"), Some(0));
    }
}
