//! Links of a finished page: written from the root of the site by templates, relative in what is published, so
//! that a site works at any address.

use std::borrow::Cow;
use std::ops::Range;

use crate::ground::Address;

/// Attributes that hold an address.
const LINKING: &[&str] =
    &["href", "src", "action", "poster", "srcset", "imagesrcset", "data-href", "cite", "formaction"];

/// Where links of a page lead from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Standpoint<'a> {
    /// The page itself; in another language than the site, other pages are meant as they are in its folder.
    Page {
        /// Where it stands.
        page: &'a Address,
        /// The folder of its language, `de`.
        folder: Option<&'static str>,
    },
    /// Anywhere: this stands in front of every link. `/dorp` for a page that may be shown at any depth,
    /// `https://dorp.nl` for a text that is read elsewhere.
    Front(&'a str),
}

/// The same HTML with every link from the root made into one that works from there.
pub(super) fn relink(html: &str, from: Standpoint<'_>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut copied = 0;
    let mut at = 0;
    // A single character is what the standard library finds fastest.
    while let Some(found) = html[at..].find('=') {
        let value = at + found + 2;
        at += found + 1;
        if !html[at..].starts_with("\"/") {
            continue;
        }
        let name = attribute_before(html, value - 2);
        if !LINKING.contains(&name) {
            continue;
        }
        let end = html[value..].find('"').map_or(html.len(), |quote| value + quote);
        out.push_str(&html[copied..value]);
        out.push_str(&relinked(name, &html[value..end], from));
        copied = end;
        at = end;
    }
    out.push_str(&html[copied..]);
    out
}

fn relinked<'v>(attribute: &str, value: &'v str, from: Standpoint<'_>) -> Cow<'v, str> {
    if attribute.ends_with("srcset") {
        let parts = value.split(", ").map(|part| one(part, from));
        return Cow::Owned(parts.collect::<Vec<_>>().join(", "));
    }
    one(value, from)
}

fn one<'v>(link: &'v str, from: Standpoint<'_>) -> Cow<'v, str> {
    if !link.starts_with('/') || link.starts_with("//") {
        return Cow::Borrowed(link);
    }
    match from {
        Standpoint::Page { page, folder: Some(folder) } if leads_to_page(link) => {
            Cow::Owned(Address::relative_link(&format!("/{folder}{link}"), page))
        }
        Standpoint::Page { page, .. } => Cow::Owned(Address::relative_link(link, page)),
        Standpoint::Front("") => Cow::Borrowed(link),
        Standpoint::Front(front) => Cow::Owned(format!("{front}{link}")),
    }
}

/// Files are the same in every language.
fn leads_to_page(link: &str) -> bool {
    link.split(['?', '#']).next().is_some_and(|path| path.ends_with('/'))
}

/// Whether an attribute holds an address.
pub(super) fn is_linking(name: &str) -> bool {
    LINKING.contains(&name)
}

/// Every attribute of a finished page with its value, but for what stands in scripts and styles.
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

/// What stands between the tags of scripts and styles, in the order of the page.
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
    let front = &html[..end];
    let start = front.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-').map_or(0, |at| at + 1);
    &front[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_scripts_is_no_attribute() {
        let html = r#"<a href="/a/" id="b"><script src="c.js">x.href="/d/"</script><style>a[href="e"]{}</style><p title="f">"#;
        let found: Vec<_> = attributes(html).collect();
        assert_eq!(found, [("href", "/a/"), ("id", "b"), ("src", "c.js"), ("title", "f")]);
    }

    #[test]
    fn links_lead_from_the_page() {
        let page = Address::page(["agenda", "koffie"]);
        let html = r#"<a href="/">H</a><img src="/media/a.jpg" srcset="/a.webp 1x, /b.webp 2x" alt="/x"><a href="//cdn">"#;
        assert_eq!(
            relink(html, Standpoint::Page { page: &page, folder: None }),
            r#"<a href="../../">H</a><img src="../../media/a.jpg" srcset="../../a.webp 1x, ../../b.webp 2x" alt="/x"><a href="//cdn">"#
        );
        let german = Standpoint::Page { page: &Address::page(["de", "agenda"]), folder: Some("de") };
        assert_eq!(
            relink(r##"<a href="/nieuws/#x"><img src="/media/a.jpg"><a href="../../agenda/">"##, german),
            r##"<a href="../nieuws/#x"><img src="../../media/a.jpg"><a href="../../agenda/">"##
        );
        assert_eq!(relink(r#"<a href="/x/">"#, Standpoint::Front("/dorp")), r#"<a href="/dorp/x/">"#);
    }
}
