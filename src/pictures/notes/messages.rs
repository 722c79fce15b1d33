//! What is said about what files tell beside what is to be seen, in Dutch and English.

use super::super::format::Format;
use super::made_by::Maker;
use crate::ground::{Both, Code, Diagnostic, Place, SitePath, both};

/// Of more files than this, only the first are named.
const MOST_NAMED: usize = 5;

/// How many are named then.
const NAMED: usize = 3;

/// Photos that tell where they were taken: one remark each, or one for very many.
pub(super) fn places(photos: &[&str]) -> Vec<Diagnostic> {
    let remarks = remarks_on_files(Code::PhotoTellsPlace, photos, photo_place, in_quotes, |names, count| {
        both(
            format!("in {count} foto's staat waar ze zijn genomen: {}", names.nl),
            format!("{count} photos tell where they were taken: {}", names.en),
        )
    });
    with_advice(remarks, &photo_advice())
}

fn photo_place(photo: &str) -> Both {
    both(
        format!("in de foto '{photo}' staat waar hij is genomen"),
        format!("the photo '{photo}' tells where it was taken"),
    )
}

fn photo_advice() -> Both {
    both(
        "op de site komt dat niet, maar wie bij de bestanden van je dorp kan, ziet het wel; 'dorpsplein schoon' haalt het eruit, en wat erop te zien is, blijft hetzelfde",
        "that does not go onto the site, but whoever can reach the files of your village can see it; 'dorpsplein clean-photos' takes it out, and what is to be seen stays the same",
    )
}

/// A photo under the name of something else.
pub(super) fn unnamed(path: &SitePath, format: Option<Format>) -> Diagnostic {
    let called = format.filter(|format| !matches!(format, Format::Tiff | Format::Bitmap)).map(Format::name);
    let message = match called {
        Some(name) => both(
            format!("'{path}' is een foto ({name}), en heet niet zo"),
            format!("'{path}' is a photo ({name}), and is not called one"),
        ),
        None => both(
            format!("'{path}' is een foto die een browser niet laat zien"),
            format!("'{path}' is a photo that browsers do not show"),
        ),
    };
    let remark = Diagnostic::new(Code::PictureNotShown, Place::whole(path.shared()), message);
    let reason = both(
        "zo zou alles meegaan wat de camera erbij schreef, ook waar hij is genomen",
        "all that the camera noted would go along, also where it was taken",
    );
    let Both { nl, en } = match called {
        Some(name) => {
            let ending = if name == "JPEG" { "jpg".to_owned() } else { name.to_lowercase() };
            both(
                format!("laat de naam eindigen op .{ending}, hier en in de tekst"),
                format!("let its name end in .{ending}, here and in the text"),
            )
        }
        None => both(
            "bewaar hem als .jpg, en noem die naam in de tekst",
            "save it as .jpg, and name that in the text",
        ),
    };
    remark.hint(both(format!("{nl}; {}", reason.nl), format!("{en}; {}", reason.en)))
}

/// Documents with photos in them that tell where they were taken.
pub(super) fn places_in_documents(documents: &[&str]) -> Vec<Diagnostic> {
    let of_one = |document: &str| {
        both(
            format!("in '{document}' staat waar een foto is genomen"),
            format!("'{document}' tells where a photo in it was taken"),
        )
    };
    let remarks = remarks_on_files(Code::DocumentTellsPlace, documents, of_one, in_quotes, |names, count| {
        both(
            format!("in {count} documenten staat waar een foto is genomen: {}", names.nl),
            format!("{count} documents tell where a photo in them was taken: {}", names.en),
        )
    });
    let advice = both(
        "dat gaat mee naar de site; maak de foto's eerst schoon met 'dorpsplein schoon', zet ze opnieuw in het document en maak de pdf opnieuw",
        "that goes onto the site; clean the photos first with 'dorpsplein clean-photos', put them into the document again and make the PDF once more",
    );
    with_advice(remarks, &advice)
}

/// Documents that tell who made them, each with its maker.
pub(super) fn makers(documents: &[(&str, &str)]) -> Vec<Diagnostic> {
    let files: Vec<&str> = documents.iter().map(|(file, _)| *file).collect();
    let maker =
        |file: &str| documents.iter().find(|(other, _)| *other == file).map_or("", |(_, maker)| *maker);
    let of_one = |file: &str| {
        both(
            format!("in '{file}' staat als maker: {}", maker(file)),
            format!("'{file}' names as its maker: {}", maker(file)),
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
        "that goes onto the site; if you do not want that, take it out of the document and make the PDF once more (Word: File > Info > Check for Issues > Inspect Document; LibreOffice: File > Properties)",
    );
    with_advice(remarks, &advice)
}

/// The same advice behind each.
fn with_advice(remarks: Vec<Diagnostic>, advice: &Both) -> Vec<Diagnostic> {
    remarks.into_iter().map(|remark| remark.hint(advice.clone())).collect()
}

/// One remark for each file, or of very many one that names the first.
fn remarks_on_files(
    code: Code,
    files: &[&str],
    of_one: impl Fn(&str) -> Both,
    label: impl Fn(&str) -> String,
    of_many: impl Fn(Both, usize) -> Both,
) -> Vec<Diagnostic> {
    if files.len() <= MOST_NAMED {
        return files.iter().map(|file| Diagnostic::new(code, Place::whole(*file), of_one(file))).collect();
    }
    let names: Vec<String> = files.iter().take(NAMED).map(|file| label(file)).collect();
    let (names, rest) = (names.join(", "), files.len().saturating_sub(NAMED));
    let names = both(format!("{names} en nog {rest}"), format!("{names} and {rest} more"));
    let folder = files.first().and_then(|first| first.split('/').next()).unwrap_or_default();
    vec![Diagnostic::new(code, Place::whole(folder), of_many(names, files.len()))]
}

fn in_quotes(file: &str) -> String {
    format!("'{file}'")
}

/// A document without anything in it.
pub(super) fn is_empty(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentEmpty,
        Place::whole(path.shared()),
        both(format!("'{path}' is leeg: er staat niets in"), format!("'{path}' is empty: nothing is in it")),
    )
    .hint(both(
        "zet het bestand er opnieuw neer, of haal het weg",
        "put the file there once more, or take it away",
    ))
}

pub(super) fn is_program(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentIsProgram,
        Place::whole(path.shared()),
        both(
            format!("'{path}' is een programma, en dat hoort niet op de site van een dorp"),
            format!("'{path}' is a program, and does not belong on the site of a village"),
        ),
    )
    .hint(both(
        "haal het weg; wat mensen moeten lezen, zet je er als pdf neer",
        "take it away; what people are to read goes there as a pdf",
    ))
}

pub(super) fn is_page(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentIsPage,
        Place::whole(path.shared()),
        both(
            format!("'{path}' is een webpagina, en geen document"),
            format!("'{path}' is a web page, and no document"),
        ),
    )
    .hint(both(
        "bewaar het als pdf, of zet de tekst in een eigen pagina in de map paginas",
        "keep it as a pdf, or put the text into a page of your own in the folder pages",
    ))
}

/// What was saved from a browser, and called a PDF.
pub(super) fn is_page_inside(path: &SitePath) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentIsPage,
        Place::whole(path.shared()),
        both(
            format!("'{path}' heet een pdf, maar is een webpagina"),
            format!("'{path}' is called a pdf, but is a web page"),
        ),
    )
    .hint(both(
        "dat gaat vaak mis bij het downloaden; open het stuk in de browser, en kies dan 'Afdrukken' en 'Opslaan als pdf'",
        "that often goes wrong with a download; open it in the browser, and choose 'Print' and 'Save as PDF' there",
    ))
}

/// What another program made, and is called a PDF.
pub(super) fn is_no_pdf(path: &SitePath, maker: Maker) -> Diagnostic {
    let ((nl, en), hint) = match maker {
        Maker::Office => (
            ("een bestand van Word, Excel of PowerPoint", "a file of Word, Excel or PowerPoint"),
            both(
                "een andere naam maakt er geen pdf van: open het in dat programma, en kies 'Opslaan als' en 'PDF'",
                "another name does not make it a pdf: open it in that program, and choose 'Save as' and 'PDF'",
            ),
        ),
        Maker::LibreOffice => (
            ("een bestand van LibreOffice", "a file of LibreOffice"),
            both(
                "een andere naam maakt er geen pdf van: open het in LibreOffice, en kies 'Exporteren als PDF'",
                "another name does not make it a pdf: open it in LibreOffice, and choose 'Export as PDF'",
            ),
        ),
        Maker::Zip => (
            ("een zip-bestand", "a zip file"),
            both(
                "pak het uit, en zet de pdf die erin zit hier neer",
                "unpack it, and put the pdf that is in it here",
            ),
        ),
    };
    Diagnostic::new(
        Code::DocumentMislabelled,
        Place::whole(path.shared()),
        both(
            format!("'{path}' heet een pdf, maar is {nl}; wie het opent, krijgt een foutmelding"),
            format!("'{path}' is called a pdf, but is {en}; who opens it gets an error"),
        ),
    )
    .hint(hint)
}

/// A PDF that is called a text.
pub(super) fn is_pdf(path: &SitePath) -> Diagnostic {
    let name = format!("{}.pdf", path.stem());
    Diagnostic::new(
        Code::DocumentMislabelled,
        Place::whole(path.shared()),
        both(
            format!("'{path}' is een pdf, en heet niet zo; wie het opent, krijgt een foutmelding"),
            format!("'{path}' is a pdf, and is not called one; who opens it gets an error"),
        ),
    )
    .hint(both(
        format!("geef het de naam {name}, hier en in de tekst"),
        format!("give it the name {name}, here and in the text"),
    ))
}
