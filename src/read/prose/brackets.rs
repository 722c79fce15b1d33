//! Finds links with brackets in the wrong order or missing: `(words)[address]`, `[words]address`, `[[page]]`.

use std::ops::Range;

use crate::ground::slug;

/// Text that is not a link, and the link that was meant.
#[derive(Debug, PartialEq)]
pub(super) struct OddLink {
    pub(super) range: Range<usize>,
    pub(super) meant: String,
}

/// The maximum length of the words or the address of a link, in bytes.
const LONGEST: usize = 300;

/// Whether words are the name of a photo, by how they end.
pub(super) fn is_picture_file(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".gif", ".webp"].iter().any(|ending| lower.ends_with(ending))
}

/// Returns all such links in a piece of text.
pub(super) fn odd_links(text: &str) -> Vec<OddLink> {
    let mut odd_links: Vec<OddLink> = Vec::new();
    for (close, _) in text.match_indices(']') {
        let odd = photo_by_name(text, close)
            .or_else(|| wiki_link(text, close))
            .or_else(|| reversed_link(text, close))
            .or_else(|| bare_link(text, close));
        if let Some(odd) =
            odd.filter(|odd| odd_links.last().is_none_or(|last| last.range.end <= odd.range.start))
        {
            odd_links.push(odd);
        }
    }
    odd_links
}

/// Returns the last position of a character before `at`, no further away than a link is long.
fn last_before(text: &str, at: usize, sign: char) -> Option<usize> {
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST));
    text[from..at].rfind(sign).map(|found| from + found)
}

/// `[[contact]]`, as in a wiki.
fn wiki_link(text: &str, close: usize) -> Option<OddLink> {
    let open = last_before(text, close, '[')?;
    let is_doubled = text[..open].ends_with('[') && text[close + 1..].starts_with(']');
    let words = text[open + 1..close].trim();
    if !is_doubled || words.is_empty() {
        return None;
    }
    let (page, words) = words.split_once('|').unwrap_or((words, words));
    let page = page.trim();
    let address = if is_address(page) { page.to_owned() } else { slug(page) };
    Some(OddLink { range: open - 1..close + 2, meant: format!("[{}]({address})", words.trim()) })
}

/// `(words)[address]` and `!(media/ijs.jpg)[words]`.
fn reversed_link(text: &str, close: usize) -> Option<OddLink> {
    let open = last_before(text, close, '[').filter(|open| text[..*open].ends_with(')'))?;
    let words_open = last_before(text, open, '(')?;
    let (first, second) = (&text[words_open + 1..open - 1], &text[open + 1..close]);
    let is_picture = text[..words_open].ends_with('!');
    let (words, address) = if is_address(second) { (first, second) } else { (second, first) };
    let is_odd = is_address(address) && !address.contains(' ') && !words.is_empty();
    let start = words_open - usize::from(is_picture);
    let mark = if is_picture { "!" } else { "" };
    is_odd.then(|| OddLink { range: start..close + 1, meant: format!("{mark}[{words}]({address})") })
}

/// `[afbeelding: brink.jpg]` and `[brink.jpg]`.
fn photo_by_name(text: &str, close: usize) -> Option<OddLink> {
    let open = last_before(text, close, '[')?;
    let inside = text[open + 1..close].trim();
    let (word, name) = inside.split_once(':').unwrap_or(("foto", inside));
    let is_word = ["afbeelding", "foto", "plaatje", "image", "photo", "picture"]
        .iter()
        .any(|known| word.trim().eq_ignore_ascii_case(known));
    let name = name.trim();
    let is_photo = is_picture_file(name);
    let is_alone =
        !text[close + 1..].starts_with(['(', '[', ':']) && !text[..open].ends_with([')', ']', '[']);
    let is_english = word.starts_with(['i', 'I', 'p', 'P']) && !word.eq_ignore_ascii_case("plaatje");
    let alt = if is_english { "what is on it" } else { "wat er te zien is" };
    (is_word && is_photo && is_alone && !name.contains(' '))
        .then(|| OddLink { range: open..close + 1, meant: format!("![{alt}]({name})") })
}

/// `[words]contact.md` and `[contact.md]`.
fn bare_link(text: &str, close: usize) -> Option<OddLink> {
    let open = last_before(text, close, '[').filter(|open| open + 1 < close)?;
    let words = &text[open + 1..close];
    let after = text[close + 1..].split([' ', '\n', ',', ';', ')', '[', '(']).next().unwrap_or_default();
    let after = after.trim_end_matches(['.', '!', '?']);
    let (end, address) = match after.is_empty() {
        true if !text[close + 1..].starts_with(['(', '[']) => (close + 1, words),
        false => (close + 1 + after.len(), after),
        true => return None,
    };
    let is_page =
        address.ends_with(".md") || address.starts_with("https://") || address.starts_with("http://");
    let is_odd = is_page && !address.contains(' ');
    is_odd.then(|| OddLink { range: open..end, meant: format!("[{words}]({address})") })
}

/// Whether words are a web address or the path of a file.
pub(super) fn is_address(words: &str) -> bool {
    let starts = [
        "https://",
        "http://",
        "www.",
        "mailto:",
        "tel:",
        "../",
        "./",
        "/",
        "media/",
        "documenten/",
        "documents/",
    ];
    let ending = words.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file = (2..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_file || starts.iter().any(|start| words.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Vec<String> {
        odd_links(text).into_iter().map(|odd| odd.meant).collect()
    }

    #[test]
    fn links_with_misplaced_brackets_are_corrected_as_meant() {
        for (text, link) in [
            ("zie [[contact]] en kom", "[contact](contact)"),
            ("zie [[Ons dorp]]", "[Ons dorp](ons-dorp)"),
            ("zie [[contact.md|bel ons]]", "[bel ons](contact.md)"),
            ("(contact)[contact.md]", "[contact](contact.md)"),
            ("!(media/ijs.png)[het ijs]", "![het ijs](media/ijs.png)"),
            ("[a]contact.md.", "[a](contact.md)"),
            ("zie [contact.md].", "[contact.md](contact.md)"),
            ("[de site]https://dorp.nl/x", "[de site](https://dorp.nl/x)"),
        ] {
            assert_eq!(meant(text), [link], "{text}");
        }
    }

    #[test]
    fn intended_brackets_are_left_alone() {
        for text in
            ["[gratis]", "koffie [en thee] erbij", "f(x)[0]", "(zie boven)[1]", "[a] (b)", "]", "[]", "[x]."]
        {
            assert!(meant(text).is_empty(), "{text}: {:?}", meant(text));
        }
    }
}
