//! Blocks in a text: a photo with its details, an album of a folder, a card for a film.

use image::{ImageFormat, Rgb, RgbImage};

use crate::support::{Folder, build, check};

fn photo() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    RgbImage::from_pixel(600, 400, Rgb([200, 20, 20])).write_to(&mut bytes, ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

/// Returns a village with photos of a feast and one page with this text.
fn village(text: &str) -> Folder {
    let folder = Folder::with(&[
        ("dorp/site.yaml", "naam: Testdorp\nomschrijving: Een dorp.\n"),
        ("dorp/paginas/feest.md", &format!("---\ntitel: Feest\n---\n\nHet was mooi.\n\n{text}\n")),
    ]);
    for name in
        ["feest/kinderen-op-de-brink.png", "feest/de-optocht-in-de-straat.png", "feest/IMG_1.png", "los.png"]
    {
        folder.write(&format!("dorp/media/{name}"), photo());
    }
    folder
}

fn page(text: &str) -> String {
    let folder = village(text);
    let ran = build(&folder.join("dorp"), &folder.join("uit"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    folder.read("uit/feest/index.html")
}

#[test]
fn a_photo_says_what_it_shows_and_who_took_it() {
    let html = page(
        "```foto\nbestand: media/los.png\nbeschrijving: De brink in de zon\nbijschrift: Zo \"mooi\" was het\nfotograaf: Riet Bos\nfocuspunt: boven\n```",
    );
    let figure = html.split("<figure class=\"dp-figure\">").nth(1).expect("a figure");
    let figure = figure.split("</figure>").next().expect("its end");
    for words in [
        "alt=\"De brink in de zon\"",
        "srcset=",
        "width=\"600\" height=\"400\"",
        "dp-at-50-15",
        "<figcaption>Zo",
    ] {
        assert!(figure.contains(words), "{words}: {figure}");
    }
    assert!(figure.contains(" · Riet Bos</figcaption>") && !figure.contains("\"mooi\""), "{figure}");
    assert!(!html.contains("<pre>"), "it is not shown as code");
}

#[test]
fn an_album_shows_every_photo_of_its_folder_once_with_its_description() {
    let html = page(
        "```fotoalbum\nmap: media/feest\nfotograaf: Riet Bos\nfotos:\n  - bestand: IMG_1.png\n    beschrijving: Een hond\n    bijschrift: Fikkie\n```",
    );
    let album = html.split("<figure class=\"dp-album\">").nth(1).expect("an album");
    let album = album.split("</figure>").next().expect("its end");
    let descriptions: Vec<&str> =
        album.split("alt=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(descriptions, ["Een hond", "De optocht in de straat", "Kinderen op de brink"]);
    assert!(album.contains("<span>Fikkie</span>") && album.contains("<figcaption>Riet Bos</figcaption>"));
    assert_eq!(album.matches("<a href=\"../media/feest/").count(), 3, "each links to its own file: {album}");
}

#[test]
fn a_short_album_is_one_line_and_works_in_a_list() {
    let html = page(
        "- Dit album:\n\n  ```album\n  map: feest\n  fotos:\n    - bestand: img_1.png\n      decoratief: ja\n  ```",
    );
    assert_eq!(html.matches("<li><a href=\"../media/feest/").count(), 3);
    assert!(html.contains("alt=\"Foto 1\""), "a link needs a name: {html}");
}

#[test]
fn a_film_is_a_card_that_requests_nothing_from_another_site() {
    let html = page(
        "```video\ntitel: Het <feest>\nadres: https://www.youtube.com/watch?v=abc&t=1\nduur: 4 minuten\n```",
    );
    let card = html.split("<figure class=\"dp-film\">").nth(1).expect("a card");
    let card = card.split("</figure>").next().expect("its end");
    for words in [
        "href=\"https://www.youtube.com/watch?v=abc&amp;t=1\"",
        "Het &lt;feest&gt;",
        "Bekijk de film op YouTube · 4 minuten",
    ] {
        assert!(card.contains(words), "{words}: {card}");
    }
    for request in ["<iframe", "<script", "<img", "preconnect"] {
        assert!(!card.contains(request), "{request}: {card}");
    }
}

#[test]
fn mistakes_in_a_block_are_reported_at_their_place() {
    let folder = village(
        "```foto\nbestnad: media/los.png\nbeschrijving: Een hond\n```\n\n```film\nadres: geen adres\n```",
    );
    let said = check(&folder.join("dorp")).said();
    for words in ["feest.md:8:1", "bestnad", "bestand", "feest.md:13:8", "titel"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let silent = village("```foto\nmedia/los.png\n```\n\n```album\nmap: media/feest\n```");
    let said = check(&silent.join("dorp")).said();
    assert!(said.contains("IMG_1.png") && !said.contains("kinderen-op-de-brink"), "{said}");
    assert_eq!(said.matches("er staat niet bij wat er op").count(), 2, "the photo and the album: {said}");
}
