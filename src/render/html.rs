//! Rewrites the links of a rendered page: templates write them from the root of the site, and published pages
//! have relative ones, so that a site works at any address.

use std::ops::Range;

use crate::ground::{Address, find_all, find_byte};

/// Attributes that hold an address.
const LINKING: &[&str] =
    &["href", "src", "action", "poster", "srcset", "imagesrcset", "data-href", "cite", "formaction"];

/// What the links of a page are rewritten against.
#[derive(Clone, Copy, Debug)]
pub(super) enum LinkBase<'a> {
    /// The page itself; in another language than the site's, links to pages stay in that language's folder.
    Page {
        /// Its address.
        page: &'a Address,
        /// The folder of its language, `de`.
        folder: Option<&'static str>,
    },
    /// Any place: this prefix goes before every link. `/dorp` for a page that may be shown at any depth,
    /// `https://dorp.nl` for a text that is read elsewhere.
    Prefix(&'a str),
}

/// Returns the HTML with every link from the root rewritten for this base.
pub(super) fn relink(html: &str, from: LinkBase<'_>) -> String {
    let mut relinked = String::with_capacity(html.len());
    let mut copied = 0;
    for at in find_all(html.as_bytes(), b"=\"/") {
        let name = attribute_before(html, at);
        if !LINKING.contains(&name) {
            continue;
        }
        let value = at + 2;
        let end = find_byte(&html[value..], b'"').map_or(html.len(), |quote| value + quote);
        relinked.push_str(&html[copied..value]);
        push_relinked(&mut relinked, name, &html[value..end], from);
        copied = end;
    }
    relinked.push_str(&html[copied..]);
    relinked
}

fn push_relinked(out: &mut String, attribute: &str, value: &str, from: LinkBase<'_>) {
    if !attribute.ends_with("srcset") {
        return push_one_link(out, value, from);
    }
    for (number, part) in value.split(", ").enumerate() {
        if number > 0 {
            out.push_str(", ");
        }
        push_one_link(out, part, from);
    }
}

fn push_one_link(out: &mut String, link: &str, from: LinkBase<'_>) {
    if !link.starts_with('/') || link.starts_with("//") {
        return out.push_str(link);
    }
    match from {
        LinkBase::Page { page, folder: Some(folder) } if leads_to_page(link) => {
            Address::push_link(out, &format!("/{folder}{link}"), page);
        }
        LinkBase::Page { page, .. } => Address::push_link(out, link, page),
        LinkBase::Prefix(prefix) => {
            out.push_str(prefix);
            out.push_str(link);
        }
    }
}

/// Whether a link leads to a page; files are the same in every language.
fn leads_to_page(link: &str) -> bool {
    link.split(['?', '#']).next().is_some_and(|path| path.ends_with('/'))
}

/// Whether an attribute holds an address.
pub(super) fn is_linking(name: &str) -> bool {
    LINKING.contains(&name)
}

/// Every attribute of a rendered page with its value, except those in scripts and styles.
pub(super) fn attributes(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut scripts = scripts(html).into_iter().peekable();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let found = at + html[at..].find("=\"")?;
            while scripts.next_if(|script| script.end <= found).is_some() {}
            if let Some(script) = scripts.next_if(|script| script.contains(&found)) {
                at = script.end;
                continue;
            }
            let value = found + 2;
            let end = value + html[value..].find('"')?;
            at = end + 1;
            return Some((attribute_before(html, found), &html[value..end]));
        }
    })
}

/// The contents of scripts and styles, in page order.
fn scripts(html: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for tag in ["script", "style"] {
        let (opening, closing) = (format!("<{tag}"), format!("</{tag}>"));
        for (at, _) in html.match_indices(&opening) {
            let Some(start) = html[at..].find('>').map(|end| at + end) else { break };
            let end = html[start..].find(&closing).map_or(html.len(), |length| start + length);
            found.push(start..end);
        }
    }
    found.sort_by_key(|script| script.start);
    found
}

/// The name of the attribute that ends at this position.
fn attribute_before(html: &str, end: usize) -> &str {
    let prefix = &html.as_bytes()[..end];
    let start = prefix.iter().rposition(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-');
    // Whatever precedes a name of ASCII letters is a whole character, or the end of one.
    &html[start.map_or(0, |at| at + 1)..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_scripts_and_styles_is_not_an_attribute() {
        let html = r#"<a href="/a/" id="b"><script src="c.js">x.href="/d/"</script><style>a[href="e"]{}</style><p title="f">"#;
        let found: Vec<_> = attributes(html).collect();
        assert_eq!(found, [("href", "/a/"), ("id", "b"), ("src", "c.js"), ("title", "f")]);
    }

    #[test]
    fn links_are_rewritten_relative_to_the_page() {
        let page = Address::page(["agenda", "koffie"]);
        let html = r#"<a href="/">H</a><img src="/media/a.jpg" srcset="/a.webp 1x, /b.webp 2x" alt="/x"><a href="//cdn">"#;
        assert_eq!(
            relink(html, LinkBase::Page { page: &page, folder: None }),
            r#"<a href="../../">H</a><img src="../../media/a.jpg" srcset="../../a.webp 1x, ../../b.webp 2x" alt="/x"><a href="//cdn">"#
        );
        let german = LinkBase::Page { page: &Address::page(["de", "agenda"]), folder: Some("de") };
        assert_eq!(
            relink(r##"<a href="/nieuws/#x"><img src="/media/a.jpg"><a href="../../agenda/">"##, german),
            r##"<a href="../nieuws/#x"><img src="../../media/a.jpg"><a href="../../agenda/">"##
        );
        assert_eq!(relink(r#"<a href="/x/">"#, LinkBase::Prefix("/dorp")), r#"<a href="/dorp/x/">"#);
    }
}
