//! Renders the blocks in a text as HTML: a photo, an album, a card for a film.

use crate::ground::{Focus, escape_html};
use crate::pictures::Cut;
use crate::render::edition::Edition;
use crate::render::pictures::{
    DisplayWidth, Loading, figcaption, file_address, img, shown_picture, side_by_side, versions_of_cut,
};
use crate::render::withdrawn::is_withdrawn;
use crate::village::{Album, Entry, Field, Film, Insert, Line, Picture, alt_from_name};

/// Renders a block; empty when the file that it shows is missing.
pub(super) fn insert_html(edition: &Edition, entry: &Entry, insert: &Insert) -> String {
    match insert {
        Insert::Photo(picture) => photo_html(edition, entry, picture).unwrap_or_default(),
        Insert::Album(album) => album_html(edition, entry, album),
        Insert::Film(film) => film_html(edition, entry, film).unwrap_or_default(),
    }
}

fn text_of(line: &Field<Line>) -> Option<&str> {
    line.as_ref().map(|line| line.as_str())
}

/// The file number of a picture, as long as it may be shown.
fn file_number(edition: &Edition, entry: &Entry, picture: &Picture) -> Option<usize> {
    edition.village.file_of_picture(Some(entry), picture).filter(|number| !is_withdrawn(edition, *number))
}

fn photo_html(edition: &Edition, entry: &Entry, picture: &Picture) -> Option<String> {
    let number = file_number(edition, entry, picture)?;
    let still = img(
        &shown_picture(edition, number, picture.focus()),
        picture.alt(),
        DisplayWidth::AsText,
        Loading::WhenNear,
    );
    let moving = picture.moves().then(|| versions_of_cut(edition, number, Cut::Moving).next()).flatten();
    let img = moving.map_or(still.clone(), |(address, _)| {
        let loading = "media=\"(prefers-reduced-motion: no-preference)\" type=\"image/webp\"";
        format!("<picture><source srcset=\"{address}\" {loading}>{still}</picture>")
    });
    let caption = figcaption([text_of(&picture.0.caption), text_of(&picture.0.credit)]);
    Some(format!("<figure class=\"dp-figure\">{img}{caption}</figure>"))
}

/// Shows described photos in their order, then the others by name; each links to its own large version.
fn album_html(edition: &Edition, entry: &Entry, album: &Album) -> String {
    let (mut photos, mut count) = (String::new(), 0);
    let mut add_photo = |number: usize, focus: Focus, alt: &str, below: &str| {
        count += 1;
        // A link needs a name, even when nobody described the photo.
        let counted = || edition.words().filled("text.photo", &[("n", &count.to_string())]);
        let alt = if alt.is_empty() { counted() } else { alt.to_owned() };
        let large = file_address(edition, number);
        let img =
            img(&shown_picture(edition, number, focus), &alt, DisplayWidth::AsOneOfMany, Loading::WhenNear);
        let below = if below.is_empty() { String::new() } else { format!("<span>{below}</span>") };
        photos.push_str(&format!("<li><a href=\"{large}\">{img}</a>{below}</li>"));
    };
    for picture in album.described() {
        if let Some(number) = file_number(edition, entry, picture) {
            let below = side_by_side([text_of(&picture.0.caption), text_of(&picture.0.credit)]);
            add_photo(number, picture.focus(), picture.alt(), &below);
        }
    }
    let others = album.0.folder.iter().flat_map(|folder| entry.folder(folder.value.0.span));
    for number in others.filter(|number| !is_withdrawn(edition, *number)) {
        let stem = edition.village.files[number].path.stem();
        add_photo(number, Focus::default(), &alt_from_name(stem).unwrap_or_default(), "");
    }
    let caption = figcaption([text_of(&album.0.caption), text_of(&album.0.credit)]);
    format!("<figure class=\"dp-album\"><ul>{photos}</ul>{caption}</figure>")
}

/// Renders a card that links to the film. Nothing is requested from the other site until someone clicks.
fn film_html(edition: &Edition, entry: &Entry, film: &Film) -> Option<String> {
    let address = &film.address.as_ref()?.value.0;
    let still = film.image.as_ref().and_then(|image| {
        let number = file_number(edition, entry, &image.value)?;
        Some(img(
            &shown_picture(edition, number, image.value.focus()),
            image.value.alt(),
            DisplayWidth::AsText,
            Loading::WhenNear,
        ))
    });
    let site = site_of(address);
    let watch = edition.words().filled("text.watch_on", &[("site", site)]);
    Some(format!(
        "<figure class=\"dp-film\"><a href=\"{}\">{}<span class=\"dp-film-title\">{}</span> \
         <span class=\"dp-film-about\">{}</span></a></figure>",
        escape_html(address),
        still.unwrap_or_default(),
        escape_html(text_of(&film.title)?),
        side_by_side([Some(&*watch), text_of(&film.duration)]),
    ))
}

/// Sites whose name differs from their address.
const SITES: &[(&str, &str)] = &[
    ("youtube.com", "YouTube"),
    ("youtu.be", "YouTube"),
    ("youtube-nocookie.com", "YouTube"),
    ("vimeo.com", "Vimeo"),
    ("npo.nl", "NPO"),
    ("npostart.nl", "NPO"),
];

/// The name of the site that hosts a film.
fn site_of(address: &str) -> &str {
    let after_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = after_scheme.split(['/', '?', '#', ':']).next().unwrap_or(after_scheme);
    let host = ["www.", "m."].iter().find_map(|front| host.strip_prefix(front)).unwrap_or(host);
    SITES.iter().find(|(known, _)| host.eq_ignore_ascii_case(known)).map_or(host, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_film_names_the_site_it_is_on() {
        assert_eq!(site_of("https://www.youtube.com/watch?v=x"), "YouTube");
        assert_eq!(site_of("https://youtu.be/x"), "YouTube");
        assert_eq!(site_of("https://tube.dorp.nl:443/w/x"), "tube.dorp.nl");
    }
}
