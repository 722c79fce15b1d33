//! A text becomes HTML: its open places filled with links that work, pictures with their size, and words.

use super::edition::Edition;
use super::links::href;
use crate::ground::SitePath;
use crate::read::{Part, Picture, Prose};
use crate::village::{Entry, Followed};

/// The text of an entry.
pub(super) fn entry_html(edition: &Edition, entry: &Entry) -> String {
    let mut html = String::new();
    if entry.shows_title
        && let Some(title) = &entry.prose.title
    {
        html = format!("<h2 id=\"{}\">{}</h2>\n", title.id, title.html);
    }
    html.push_str(&prose_html(edition, &entry.path, &entry.prose));
    html
}

/// A text that stands in the file `from`.
pub(super) fn prose_html(edition: &Edition, from: &SitePath, prose: &Prose) -> String {
    let mut html = String::new();
    for part in prose.parts() {
        match part {
            Part::Html(piece) => html.push_str(piece),
            Part::Word(key) => html.push_str(&escape(edition.words.text(&format!("text.{key}")))),
            Part::Link(number) => {
                if let Some(link) = prose.links.get(number) {
                    html.push_str(&escape(&href(edition, from, &link.target)));
                }
            }
            Part::Picture(number) => {
                if let Some(picture) = prose.pictures.get(number) {
                    push_picture(&mut html, edition, from, picture);
                }
            }
        }
    }
    html
}

fn push_picture(html: &mut String, edition: &Edition, from: &SitePath, picture: &Picture) {
    let number = match edition.village.follow(from, &picture.target) {
        Ok(Followed::File(number)) => Some(number),
        _ => edition.village.find_file(from, &picture.target).ok(),
    };
    let Some(number) = number else { return };
    let (file, address) = (&edition.village.files[number], &edition.file_addresses[number]);
    let size = file
        .size
        .map_or_else(String::new, |size| format!(" width=\"{}\" height=\"{}\"", size.width, size.height));
    let alt = escape(picture.alt.trim());
    let img = format!("<img src=\"{address}\" alt=\"{alt}\"{size} loading=\"lazy\" decoding=\"async\">");
    if !picture.alone {
        return html.push_str(&img);
    }
    let caption = picture
        .caption
        .as_deref()
        .map_or_else(String::new, |words| format!("<figcaption>{}</figcaption>", escape(words)));
    html.push_str(&format!("<figure class=\"dp-figure\">{img}{caption}</figure>"));
}

/// Text as it stands in HTML, also between double quotes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
