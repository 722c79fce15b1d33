//! Detects posters: words in a picture do not reach people who cannot see it, are too small to read on a
//! telephone, and are not found by search engines (WCAG 2.2, 1.4.5). They belong on the page as well.

use crate::ground::{Code, Diagnostic, Place, SitePath, both, slug};
use crate::read::{MediaFile, PictureKind, Prose};

/// Words in a file name that show that it is a poster.
const NAMES: &[&str] =
    &["poster", "affiche", "flyer", "uitnodiging", "aankondiging", "programma", "programmaboekje", "folder"];

/// The ratio of height to width of paper: the square root of two (ISO 216), with some room for cropping.
/// Cameras and telephones take photos of 3 : 2, 4 : 3 and 16 : 9.
const PAPER: std::ops::Range<f64> = 1.395..1.435;

/// In bytes of HTML: three or four sentences, or a short list. That much text covers what the poster says.
const ENOUGH: usize = 400;

/// Whether no page can show a file as a picture, judging by its name: a document, a film, a text. Photos with the
/// name of another kind of file, and those of cameras, are reported where they are read.
pub(super) fn is_no_picture(path: &SitePath) -> bool {
    const OTHERS: &[&str] =
        &["txt", "md", "csv", "htm", "html", "json", "yaml", "yml", "ics", "ico", "zip", "mp3", "wav"];
    is_document_or_film(path) || path.ends_in(OTHERS)
}

/// Whether a file is a document or a film, to which a text can make a link.
pub(super) fn is_document_or_film(path: &SitePath) -> bool {
    const DOCUMENTS: &[&str] = &["pdf", "doc", "docx", "odt", "rtf", "ppt", "pptx", "xls", "xlsx"];
    const FILMS: &[&str] = &["mp4", "m4v", "mov", "avi", "webm", "mkv", "mpg", "mpeg", "wmv"];
    path.ends_in(DOCUMENTS) || path.ends_in(FILMS)
}

/// Whether a file looks like a poster, by its name or its shape.
pub(super) fn looks_like_poster(file: &MediaFile) -> bool {
    if !PictureKind::of(&file.path).is_some_and(PictureKind::is_photo) {
        return false;
    }
    let is_named = slug(file.path.stem()).split('-').any(|word| NAMES.contains(&word));
    let is_paper = file.size.is_some_and(|size| {
        size.width >= 300 && PAPER.contains(&(f64::from(size.height) / f64::from(size.width.max(1))))
    });
    is_named || is_paper
}

/// Whether a text is too short to say what is on a poster.
pub(super) fn has_little_text(prose: &Prose) -> bool {
    prose
        .parts()
        .map(|part| if let crate::read::Part::Html(html) = part { html.len() } else { 0 })
        .sum::<usize>()
        < ENOUGH
}

/// For a poster on a page with hardly any text.
pub(super) fn poster_without_text(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::PosterWithoutText,
        place,
        both(
            format!("'{name}' lijkt een affiche, en op de pagina zelf staat weinig tekst"),
            format!("'{name}' looks like a poster, and there is little text on the page itself"),
        ),
    )
    .hint(both(
        "schrijf ook in de tekst wat erop staat: wie het niet kan zien of lezen, weet het dan ook, en zoeken vindt het",
        "write in the text what it says too: then people who cannot see or read it also know, and search engines find it",
    ))
}
