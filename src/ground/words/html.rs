//! Escaping text for HTML.

/// Escapes a text for use in HTML, including attributes in double quotes. Single quotes stay as they are, so
/// never put the result in an attribute in single quotes.
pub fn escape_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_html_into(&mut html, text);
    html
}

/// Like [`escape_html`], but appends to existing HTML.
pub fn escape_html_into(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        let (plain, sign) = rest.split_at(at);
        html.push_str(plain);
        html.push_str(match sign.as_bytes() {
            [b'&', ..] => "&amp;",
            [b'<', ..] => "&lt;",
            [b'>', ..] => "&gt;",
            _ => "&quot;",
        });
        rest = &sign[1..];
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_taken_for_html() {
        assert_eq!(escape_html("Bach & \"zonen\" <1750>"), "Bach &amp; &quot;zonen&quot; &lt;1750&gt;");
        assert_eq!(escape_html("’s avonds, é"), "’s avonds, é");
        assert_eq!(escape_html("&amp;"), "&amp;amp;");
        assert_eq!(escape_html(""), "");
    }
}
