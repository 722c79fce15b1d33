//! A text becomes HTML: its open places filled with links that work, pictures with their size, and words.

use super::edition::Edition;
use super::links::href;
use super::pictures::{Shown, shown};
use super::withdrawn::is_withdrawn;
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
    let Some(number) = number.filter(|number| !is_withdrawn(edition, *number)) else { return };
    let img = img(&shown(edition, number), picture.alt.trim());
    if !picture.alone {
        return html.push_str(&img);
    }
    let caption = picture
        .caption
        .as_deref()
        .map_or_else(String::new, |words| format!("<figcaption>{}</figcaption>", escape(words)));
    html.push_str(&format!("<figure class=\"dp-figure\">{img}{caption}</figure>"));
}

/// How wide a picture in a text is: as the text, or as a small screen without its margins.
const SIZES: &str = "(min-width: 46rem) 42rem, calc(100vw - 2rem)";

fn img(shown: &Shown, alt: &str) -> String {
    let Shown { src, srcset, size, colour } = shown;
    let said = |name: &str, value: &str| format!(" {name}=\"{value}\"");
    let colour = colour.as_deref().map_or_else(String::new, |colour| said("class", colour));
    let srcset =
        srcset.as_deref().map_or_else(String::new, |set| said("srcset", set) + &said("sizes", SIZES));
    let size = size.map_or_else(String::new, |(width, height)| {
        said("width", &width.to_string()) + &said("height", &height.to_string())
    });
    let alt = escape(alt);
    format!("<img{colour} src=\"{src}\"{srcset} alt=\"{alt}\"{size} loading=\"lazy\" decoding=\"async\">")
}

/// Text as it stands in HTML, also between double quotes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
