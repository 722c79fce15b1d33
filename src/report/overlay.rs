//! Diagnostics for a browser: the words of the terminal as HTML, with every place on a button that copies it.

use super::shown::ShownRemark;
use crate::ground::{Severity, escape_html};

/// Returns the diagnostics as an HTML list, fully escaped; empty when there are none.
pub fn overlay(remarks: &[ShownRemark]) -> String {
    if remarks.is_empty() {
        return String::new();
    }
    let items: String = remarks.iter().map(remark_html).collect();
    format!("<ol class=\"dpp-remarks\">\n{items}</ol>\n")
}

/// Returns a message on its own, when there is no file to point at.
pub fn paragraph(words: &str) -> String {
    format!("<p class=\"dpp-message\">{}</p>\n", escaped(words))
}

fn remark_html(remark: &ShownRemark) -> String {
    let mut html = format!(
        "<li class=\"dpp-remark dpp-{kind}\" lang=\"{lang}\">\n\
         <p class=\"dpp-message\"><strong class=\"dpp-severity\">{word}</strong> {message}</p>\n\
         <p><button type=\"button\" class=\"dpp-place\" data-place=\"{place}\">{place}</button></p>\n",
        kind = kind(remark.severity),
        lang = remark.locale.tag(),
        word = remark.severity_word(),
        message = escaped(&remark.message),
        place = escaped(&remark.place()),
    );
    if remark.line > 0 {
        html.push_str(&format!("<pre class=\"dpp-line\"><code>{}</code></pre>\n", marked(remark)));
    }
    if let Some(hint) = &remark.hint {
        html.push_str(&format!("<p class=\"dpp-hint\">{}</p>\n", escaped(hint)));
    }
    if let Some(correction) = &remark.correction {
        html.push_str(&format!(
            "<p class=\"dpp-correction\">{}:</p>\n<pre class=\"dpp-line\"><code>{}</code></pre>\n",
            remark.correction_word(),
            escaped(correction)
        ));
    }
    html.push_str("</li>\n");
    html
}

/// Returns the line as it is, with the words that the diagnostic is about marked.
fn marked(remark: &ShownRemark) -> String {
    let start = remark.column.saturating_sub(1).saturating_sub(remark.skipped) as usize;
    let part =
        |from: usize, many: usize| -> String { remark.excerpt.chars().skip(from).take(many).collect() };
    let length = remark.length as usize;
    let (before, words, after) = (part(0, start), part(start, length), part(start + length, usize::MAX));
    format!("{}<mark>{}</mark>{}", escaped(&before), escaped(&words), escaped(&after))
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Escapes a text for HTML. Control characters become spaces, as on a terminal.
fn escaped(text: &str) -> String {
    escape_html(&text.replace(|c: char| c.is_control() && c != '\n', " "))
}

#[cfg(test)]
mod tests {
    use super::super::human::{Paint, human};
    use super::*;
    use crate::ground::Locale;

    fn remark() -> ShownRemark {
        ShownRemark {
            file: "agenda/koffie & thee.md".to_owned(),
            line: 5,
            column: 8,
            length: 10,
            severity: Severity::Error,
            code: "date",
            message: "'<b>13-13</b>' is geen dag".to_owned(),
            hint: Some("schrijf een dag als 2026-12-01".to_owned()),
            correction: Some("datum: 2026-12-01".to_owned()),
            excerpt: "datum: 2026-13-13 # é".to_owned(),
            skipped: 0,
            many: 1,
            others: Vec::new(),
            locale: Locale::Dutch,
        }
    }

    /// Returns the text that a person reads, without tags.
    fn words(html: &str) -> String {
        let text: String =
            html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .iter()
            .fold(text, |text, (from, to)| text.replace(from, to))
    }

    #[test]
    fn the_overlay_says_what_the_terminal_says() {
        let whole =
            ShownRemark { line: 0, severity: Severity::Warning, hint: Some("kijk ".repeat(20)), ..remark() };
        for shown in
            [remark(), whole, ShownRemark { locale: Locale::English, severity: Severity::Note, ..remark() }]
        {
            let list = [shown.clone()];
            let (terminal, browser) = (human(&list, Paint::Plain), words(&overlay(&list)));
            let mut pieces =
                vec![shown.severity_word(), shown.correction_word(), &shown.message, &shown.file];
            pieces.extend(shown.hint.as_deref().map(str::trim));
            pieces.extend(shown.correction.as_deref());
            if shown.line > 0 {
                pieces.push(&shown.excerpt);
            }
            for piece in pieces {
                assert!(terminal.contains(piece), "terminal, {piece}:\n{terminal}");
                assert!(browser.contains(piece), "browser, {piece}:\n{browser}");
            }
        }
    }

    #[test]
    fn text_from_a_user_is_always_escaped() {
        let html = overlay(&[ShownRemark { file: "a\"><script>.md".to_owned(), ..remark() }]);
        assert!(!html.contains("<script>") && !html.contains("<b>"), "{html}");
        assert!(html.contains("data-place=\"a&quot;&gt;&lt;script&gt;.md:5:8\""), "{html}");
        assert!(html.contains("datum: <mark>2026-13-13</mark> # é"), "{html}");
        assert_eq!(overlay(&[]), "");
    }
}
