//! The messages, in Dutch and English, about what the metadata of files reveals.

use super::super::format::Format;
use super::made_by::Maker;
use crate::ground::{Both, Code, Diagnostic, Place, SitePath, both};

/// With more files than this, only the first are named.
const MOST_NAMED: usize = 5;

/// How many files are named then.
const NAMED: usize = 3;

/// Reports photos that reveal where they were taken: one diagnostic for each, or a single one when there are
/// many.
pub(super) fn places(photos: &[&str]) -> Vec<Diagnostic> {
    let remarks = remarks_on_files(Code::PhotoTellsPlace, photos, photo_place, in_quotes, |names, count| {
        both(
            format!("in {count} foto's staat waar ze zijn genomen: {}", names.nl),
            format!("{count} photos reveal where they were taken: {}", names.en),
        )
    });
    with_advice(remarks, &photo_advice())
}

fn photo_place(photo: &str) -> Both {
    both(
        format!("in de foto '{photo}' staat waar hij is genomen"),
        format!("the photo '{photo}' reveals where it was taken"),
    )
}

fn photo_advice() -> Both {
    both(
        "op de site komt dat niet, maar wie bij de bestanden van je dorp kan, ziet het wel; 'dorpsplein schoon' haalt het eruit, en wat erop te zien is, blijft hetzelfde",
        "this is not published on the site, but anyone with access to your village's files can see it; 'dorpsplein clean-photos' removes it, and the photo keeps looking the same",
    )
}

/// Reports a photo with the name of something else.
pub(super) fn unnamed(path: &SitePath, format: Option<Format>) -> Diagnostic {
    let called = format.filter(|format| !matches!(format, Format::Tiff | Format::Bitmap)).map(Format::name);
    let message = match called {
        Some(name) => both(
            format!("'{path}' is een foto ({name}), en heet niet zo"),
            format!("'{path}' is a photo ({name}), but its name does not say so"),
        ),
        None => both(
            format!("'{path}' is een foto die een browser niet laat zien"),
            format!("'{path}' is a photo that browsers do not show"),
        ),
    };
    let remark = Diagnostic::new(Code::PictureNotShown, Place::of_file(path.shared()), message);
    let reason = both(
        "zo zou alles meegaan wat de camera erbij schreef, ook waar hij is genomen",
        "otherwise everything the camera recorded would be published too, including where the photo was taken",
    );
    let Both { nl, en } = match called {
        Some(name) => {
            let ending = if name == "JPEG" { "jpg".to_owned() } else { name.to_lowercase() };
            both(
                format!("laat de naam eindigen op .{ending}, hier en in de tekst"),
                format!("give it a name that ends in .{ending}, here and in the text"),
            )
        }
        None => both(
            "bewaar hem als .jpg, en noem die naam in de tekst",
            "save it as .jpg, and use that name in the text",
        ),
    };
    remark.hint(both(format!("{nl}; {}", reason.nl), format!("{en}; {}", reason.en)))
}

/// Reports documents with photos that reveal where they were taken.
pub(super) fn places_in_documents(documents: &[&str]) -> Vec<Diagnostic> {
    let of_one = |document: &str| {
        both(
            format!("in '{document}' staat waar een foto is genomen"),
            format!("'{document}' reveals where a photo in it was taken"),
        )
    };
    let remarks = remarks_on_files(Code::DocumentTellsPlace, documents, of_one, in_quotes, |names, count| {
        both(
            format!("in {count} documenten staat waar een foto is genomen: {}", names.nl),
            format!("{count} documents reveal where a photo in them was taken: {}", names.en),
        )
    });
    let advice = both(
        "dat gaat mee naar de site; maak de foto's eerst schoon met 'dorpsplein schoon', zet ze opnieuw in het document en maak de pdf opnieuw",
        "this is published with the site; first clean the photos with 'dorpsplein clean-photos', put them in the document again and create the PDF again",
    );
    with_advice(remarks, &advice)
}

/// Reports documents that name their makers.
pub(super) fn makers(documents: &[(&str, &str)]) -> Vec<Diagnostic> {
    let files: Vec<&str> = documents.iter().map(|(file, _)| *file).collect();
    let maker =
        |file: &str| documents.iter().find(|(other, _)| *other == file).map_or("", |(_, maker)| *maker);
    let of_one = |file: &str| {
        both(
            format!("in '{file}' staat als maker: {}", maker(file)),
            format!("'{file}' names its maker: {}", maker(file)),
        )
    };
    let label = |file: &str| format!("'{file}' ({})", maker(file));
    let remarks = remarks_on_files(Code::DocumentTellsMaker, &files, of_one, label, |names, count| {
        both(
            format!("in {count} documenten staat wie ze maakte: {}", names.nl),
            format!("{count} documents name their makers: {}", names.en),
        )
    });
    let advice = both(
        "dat gaat mee naar de site; wil je dat niet, haal het dan uit het document en maak de pdf opnieuw (Word: Bestand > Info > Controleren op problemen > Document controleren; LibreOffice: Bestand > Eigenschappen)",
        "this is published with the site; if you do not want that, remove it from the document and create the PDF again (Word: File > Info > Check for Issues > Inspect Document; LibreOffice: File > Properties)",
    );
    with_advice(remarks, &advice)
}

/// Adds the same hint to each.
fn with_advice(remarks: Vec<Diagnostic>, advice: &Both) -> Vec<Diagnostic> {
    remarks.into_iter().map(|remark| remark.hint(advice.clone())).collect()
}

/// Returns one diagnostic for each file, or, when there are many, a single one that names the first.
fn remarks_on_files(
    code: Code,
    files: &[&str],
    of_one: impl Fn(&str) -> Both,
    label: impl Fn(&str) -> String,
    of_many: impl Fn(Both, usize) -> Both,
) -> Vec<Diagnostic> {
    if files.len() <= MOST_NAMED {
        return files.iter().map(|file| Diagnostic::new(code, Place::of_file(*file), of_one(file))).collect();
    }
    let names: Vec<String> = files.iter().take(NAMED).map(|file| label(file)).collect();
    let (names, rest) = (names.join(", "), files.len().saturating_sub(NAMED));
    let names = both(format!("{names} en nog {rest}"), format!("{names} and {rest} more"));
    let folder = files.first().and_then(|first| first.split('/').next()).unwrap_or_default();
    vec![Diagnostic::new(code, Place::of_file(folder), of_many(names, files.len()))]
}

fn in_quotes(file: &str) -> String {
    format!("'{file}'")
}

/// Reports an empty document.
pub(super) fn is_empty(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentEmpty,
        Place::of_file(path.shared()),
        both(
            format!("'{path}' is leeg: er staat niets in"),
            format!("'{path}' is empty: there is nothing in it"),
        ),
    )
    .hint(both("zet het bestand er opnieuw neer, of haal het weg", "put the file there again, or delete it"))
}

pub(super) fn is_program(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentIsProgram,
        Place::of_file(path.shared()),
        both(
            format!("'{path}' is een programma, en dat hoort niet op de site van een dorp"),
            format!("'{path}' is a program, which does not belong on the site of a village"),
        ),
    )
    .hint(both(
        "haal het weg; wat mensen moeten lezen, zet je er als pdf neer",
        "delete it; publish what people should read as a PDF",
    ))
}

pub(super) fn is_page(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentIsPage,
        Place::of_file(path.shared()),
        both(
            format!("'{path}' is een webpagina, en geen document"),
            format!("'{path}' is a web page, not a document"),
        ),
    )
    .hint(both(
        "bewaar het als pdf, of zet de tekst in een eigen pagina in de map paginas",
        "save it as a PDF, or put the text on a page of its own in the pages folder",
    ))
}

/// Reports a web page that was saved under the name of a PDF.
pub(super) fn is_page_inside(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentIsPage,
        Place::of_file(path.shared()),
        both(
            format!("'{path}' heet een pdf, maar is een webpagina"),
            format!("'{path}' has the name of a PDF, but is a web page"),
        ),
    )
    .hint(both(
        "dat gaat vaak mis bij het downloaden; open het stuk in de browser, en kies dan 'Afdrukken' en 'Opslaan als pdf'",
        "this often happens with downloads; open the document in the browser, then choose 'Print' and 'Save as PDF'",
    ))
}

/// Reports the file of another program that has the name of a PDF.
pub(super) fn is_no_pdf(path: &SitePath, maker: Maker) -> Diagnostic {
    let ((nl, en), hint) = match maker {
        Maker::Office => (
            ("een bestand van Word, Excel of PowerPoint", "a Word, Excel or PowerPoint file"),
            both(
                "een andere naam maakt er geen pdf van: open het in dat programma, en kies 'Opslaan als' en 'PDF'",
                "renaming it does not make it a PDF: open it in that program, and choose 'Save as' and 'PDF'",
            ),
        ),
        Maker::LibreOffice => (
            ("een bestand van LibreOffice", "a LibreOffice file"),
            both(
                "een andere naam maakt er geen pdf van: open het in LibreOffice, en kies 'Exporteren als PDF'",
                "renaming it does not make it a PDF: open it in LibreOffice, and choose 'Export as PDF'",
            ),
        ),
        Maker::Zip => (
            ("een zip-bestand", "a zip file"),
            both(
                "pak het uit, en zet de pdf die erin zit hier neer",
                "unzip it, and put the PDF from it here",
            ),
        ),
    };
    Diagnostic::new(
        Code::DocumentMislabelled,
        Place::of_file(path.shared()),
        both(
            format!("'{path}' heet een pdf, maar is {nl}; wie het opent, krijgt een foutmelding"),
            format!("'{path}' has the name of a PDF, but is {en}; anyone who opens it gets an error"),
        ),
    )
    .hint(hint)
}

/// Reports a PDF that has the name of a text document.
pub(super) fn is_pdf(path: &SitePath) -> Diagnostic {
    let name = format!("{}.pdf", path.stem());
    Diagnostic::new(
        Code::DocumentMislabelled,
        Place::of_file(path.shared()),
        both(
            format!("'{path}' is een pdf, en heet niet zo; wie het opent, krijgt een foutmelding"),
            format!("'{path}' is a PDF, but its name does not say so; anyone who opens it gets an error"),
        ),
    )
    .hint(both(
        format!("geef het de naam {name}, hier en in de tekst"),
        format!("rename it to {name}, here and in the text"),
    ))
}
