//! Prepares pages for the browser: those of the site with one script element added, and the preview's own
//! pages.

use super::locate::PREVIEW_PREFIX;
use super::preview::State;
use super::words::{self, PageWords};
use crate::ground::{
    Diagnostic, Fingerprint, Locale, escape_html, find_words, fingerprint, position_in_file,
};

/// What distinguishes one version of a page from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageVersion {
    /// The fingerprint of all its bytes.
    pub(super) whole: Fingerprint,
    /// The fingerprint of its bytes without the addresses of its style sheets.
    pub(super) bare: Fingerprint,
    /// The addresses of its style sheets, as they are written in it.
    pub(super) styles: Vec<String>,
}

impl PageVersion {
    pub(super) fn of(html: &[u8]) -> Self {
        let spans = style_addresses(html);
        let mut bare = Vec::with_capacity(html.len());
        let mut copied = 0;
        for &(start, end) in &spans {
            bare.extend_from_slice(&html[copied..start]);
            copied = end;
        }
        bare.extend_from_slice(&html[copied..]);
        let styles = spans
            .iter()
            .map(|&(start, end)| String::from_utf8_lossy(&html[start..end]).into_owned())
            .collect();
        Self { whole: fingerprint(html), bare: fingerprint(&bare), styles }
    }
}

/// Returns where the addresses of the style sheets are in a page.
fn style_addresses(html: &[u8]) -> Vec<(usize, usize)> {
    const HREF: &[u8] = b"href=\"";
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(start) = find_words(&html[at..], b"<link ").map(|found| at + found) {
        let end = find_words(&html[start..], b">").map_or(html.len(), |found| start + found);
        at = end;
        let tag = &html[start..end];
        if find_words(tag, b"rel=\"stylesheet\"").is_none() {
            continue;
        }
        if let Some(from) = find_words(tag, HREF).map(|found| start + found + HREF.len()) {
            spans.push((from, find_words(&html[from..end], b"\"").map_or(end, |found| from + found)));
        }
    }
    spans
}

/// Adds the preview's script to the end of a page; none of its other bytes change.
pub(super) fn with_script(html: &[u8], state: &State) -> Vec<u8> {
    let end =
        html.windows(7).rposition(|window| window.eq_ignore_ascii_case(b"</body>")).unwrap_or(html.len());
    let script = script(html, state);
    let mut page = Vec::with_capacity(html.len() + script.len());
    page.extend_from_slice(&html[..end]);
    page.extend_from_slice(script.as_bytes());
    page.extend_from_slice(&html[end..]);
    page
}

/// The element with the preview's script, and what the script must know about the page.
fn script(html: &[u8], state: &State) -> String {
    let PageVersion { whole, bare, .. } = PageVersion::of(html);
    format!(
        "<script src=\"{own}preview.js\" data-own=\"{own}\" data-state=\"{number}\" data-page=\"{whole}\" \
         data-bare=\"{bare}\" data-lang=\"{lang}\" data-words=\"{words}\" defer></script>",
        own = escape_html(&format!("{}{PREVIEW_PREFIX}", state.base())),
        number = state.number,
        lang = state.locale.tag(),
        words = escape_html(&words::script_words(state.locale)),
    )
}

/// The page shown when there is no site yet.
pub(super) fn waiting(state: &State) -> Vec<u8> {
    let page_words = match (state.number, state.remarks.is_empty()) {
        (0, _) => words::site_in_progress(state.locale),
        (_, false) => words::no_site_yet(state.locale),
        (_, true) => words::nothing_here(state.locale),
    };
    let remarks = match state.remarks.as_str() {
        "" => String::new(),
        remarks => format!("<div class=\"dpp dpp-list\" data-remarks>{remarks}</div>\n"),
    };
    preview_page(state, &page_words, &remarks)
}

/// The page shown instead of one that cannot be rendered.
pub(super) fn failed(state: &State, diagnostic: Option<(&Diagnostic, Locale)>) -> Vec<u8> {
    let Some((diagnostic, locale)) = diagnostic else {
        return preview_page(state, &words::page_failed(state.locale), &home_link(state));
    };
    let place = &diagnostic.place;
    let place = position_in_file(place.file.as_ref(), place.line, place.column);
    let hint = diagnostic.hint.as_ref().map_or_else(String::new, |hint| {
        format!("<p class=\"dpp-hint\">{}</p>\n", escape_html(hint.in_locale(locale)))
    });
    let more = format!(
        "<div class=\"dpp dpp-list\"><section class=\"dpp-remark dpp-error\" lang=\"{lang}\">\n\
         <p class=\"dpp-message\">{message}</p>\n\
         <p><button type=\"button\" class=\"dpp-place\" data-place=\"{place}\">{place}</button></p>\n\
         {hint}</section></div>\n{home}",
        lang = locale.tag(),
        message = escape_html(diagnostic.message_in(locale)),
        place = escape_html(&place),
        home = home_link(state),
    );
    preview_page(state, &words::page_failed(state.locale), &more)
}

/// A page of the preview's own with a link to the home page.
pub(super) fn with_home_link(state: &State, page_words: &PageWords) -> Vec<u8> {
    preview_page(state, page_words, &home_link(state))
}

fn home_link(state: &State) -> String {
    format!("<p><a href=\"{}/\">{}</a></p>\n", escape_html(state.base()), words::home_link_text(state.locale))
}

fn preview_page(state: &State, page_words: &PageWords, more: &str) -> Vec<u8> {
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" class=\"dpp-own\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{base}{PREVIEW_PREFIX}preview.css\">\n</head>\n<body>\n<main class=\"dpp-main\">\n\
         <h1>{title}</h1>\n<p>{text}</p>\n{more}</main>\n</body>\n</html>\n",
        lang = state.locale.tag(),
        title = escape_html(page_words.title),
        base = escape_html(state.base()),
        text = escape_html(page_words.text),
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_stylesheet_does_not_make_a_new_page() {
        let page = |style: &str, text: &str| {
            format!("<link rel=\"icon\" href=\"i\"><link rel=\"stylesheet\" href=\"{style}\"><p>{text}")
        };
        let version = |style: &str, text: &str| PageVersion::of(page(style, text).as_bytes());
        let (old, style, text) = (version("a.1.css", "x"), version("a.2.css", "x"), version("a.1.css", "y"));
        assert_ne!(old.whole, style.whole);
        assert_eq!(old.bare, style.bare);
        assert_eq!(style.styles, ["a.2.css"]);
        assert_ne!(old.bare, text.bare);
    }

    #[test]
    fn the_script_comes_before_the_end_of_the_body() {
        let state = State::default();
        let page = String::from_utf8(with_script(b"<body>x</BODY></html>", &state)).expect("text");
        assert!(page.starts_with("<body>x<script src=\"/.dorpsplein/preview.js\""), "{page}");
        assert!(page.ends_with(" defer></script></BODY></html>"), "{page}");
        assert!(with_script(b"<p>", &state).ends_with(b"</script>"));
    }
}
