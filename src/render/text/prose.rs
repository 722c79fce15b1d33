//! Renders a text as HTML: fills its placeholders with working links, pictures with their size, and words.

use super::inserts::insert_html;
use super::links::href;
use crate::ground::{Focus, SitePath, escape_html};
use crate::read::{Part, Picture, Prose};
use crate::render::edition::Edition;
use crate::render::pictures::{DisplayWidth, Loading, figcaption, img, shown_picture};
use crate::render::withdrawn::is_withdrawn;
use crate::village::{Entry, LinkTarget};

/// Renders the text of an entry.
pub(in crate::render) fn entry_html(edition: &Edition, entry: &Entry) -> String {
    let mut html = String::new();
    if entry.shows_title
        && let Some(title) = &entry.prose.title
    {
        html = format!("<h2 id=\"{}\">{}</h2>\n", title.id, title.html);
    }
    html.push_str(&filled(edition, &entry.path, &entry.prose, Some(entry)));
    html
}

/// Renders a text in a field of the file `from`.
pub(in crate::render) fn prose_html(edition: &Edition, from: &SitePath, prose: &Prose) -> String {
    filled(edition, from, prose, None)
}

/// Fills the placeholders of a text; what its blocks show belongs to the entry.
fn filled(edition: &Edition, from: &SitePath, prose: &Prose, entry: Option<&Entry>) -> String {
    let mut html = String::new();
    for part in prose.parts() {
        match part {
            Part::Html(piece) => html.push_str(piece),
            Part::Word(key) => html.push_str(&escape_html(edition.words().text(&format!("text.{key}")))),
            Part::Link(number) => {
                if let Some(link) = prose.links.get(number) {
                    html.push_str(&escape_html(&href(edition, from, &link.target)));
                }
            }
            Part::Insert(number) => {
                if let Some((entry, Some(insert))) = entry.zip(entry.and_then(|it| it.inserts.get(number))) {
                    html.push_str(&insert_html(edition, entry, insert));
                }
            }
            Part::Picture(number) => {
                if let Some(picture) = prose.pictures.get(number) {
                    // The lead picture precedes the text; without one, its first picture comes first.
                    let is_first = number == 0 && entry.is_some_and(|entry| entry.head.image.is_none());
                    let loading = if is_first { Loading::First } else { Loading::WhenNear };
                    push_picture(&mut html, edition, from, (picture, loading));
                }
            }
        }
    }
    html
}

fn push_picture(
    html: &mut String,
    edition: &Edition,
    from: &SitePath,
    (picture, loading): (&Picture, Loading),
) {
    let number = match edition.village.follow(from, &picture.target) {
        Ok(LinkTarget::File(number)) => Some(number),
        _ => edition.village.find_file(from, &picture.target).ok(),
    };
    let Some(number) = number.filter(|number| !is_withdrawn(edition, *number)) else { return };
    let img = img(
        &shown_picture(edition, number, Focus::default()),
        picture.alt.trim(),
        DisplayWidth::AsText,
        loading,
    );
    if !picture.alone {
        return html.push_str(&img);
    }
    let caption = figcaption([picture.caption.as_deref()]);
    html.push_str(&format!("<figure class=\"dp-figure\">{img}{caption}</figure>"));
}
