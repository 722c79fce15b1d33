//! The messages, in Dutch and English, about pictures that cannot be shown.

use super::format::Format;
use super::hostile::Danger;
use super::trouble::Trouble;
use crate::ground::{Both, Code, Diagnostic, OWN_FOLDER, Place, both};

/// Reports a picture that cannot be shown; `used_in` is the text that uses it.
pub(super) fn trouble(file: &str, trouble: Trouble, used_in: &str) -> Vec<Diagnostic> {
    if let Trouble::Hostile(found) = trouble {
        return found
            .into_iter()
            .map(|(danger, place)| hostile(file, danger, place, Some(used_in)))
            .collect();
    }
    let (code, nl, en) = words(&trouble);
    let message = both(
        format!("de foto '{file}' {nl} (gevraagd in {used_in})"),
        format!("the photo '{file}' {en} (used in {used_in})"),
    );
    vec![Diagnostic::new(code, Place::of_file(file), message).hint(advice(&trouble))]
}

/// Reports a drawing in a theme that cannot be shown.
pub(super) fn drawing_of_theme(file: &str, trouble: Trouble) -> Vec<Diagnostic> {
    if let Trouble::Hostile(found) = trouble {
        return found.into_iter().map(|(danger, place)| hostile(file, danger, place, None)).collect();
    }
    let (code, nl, en) = words(&trouble);
    let message = both(format!("de tekening '{file}' {nl}"), format!("the drawing '{file}' {en}"));
    vec![Diagnostic::new(code, Place::of_file(file), message).hint(advice(&trouble))]
}

/// Returns why a file cannot become a picture, as the end of a line that names the file.
pub fn why(trouble: &Trouble) -> Both {
    let (_, nl, en) = words(trouble);
    both(nl, en)
}

fn words(trouble: &Trouble) -> (Code, String, String) {
    match trouble {
        Trouble::Hostile(_) => (
            Code::DrawingUnsafe,
            "bevat meer dan een tekening".to_owned(),
            "contains more than a drawing".to_owned(),
        ),
        Trouble::Empty => (Code::PictureEmpty, "is leeg".to_owned(), "is empty".to_owned()),
        Trouble::Truncated => (
            Code::PictureTruncated,
            "is niet compleet: het eind van de foto ontbreekt".to_owned(),
            "is incomplete: the end of the photo is missing".to_owned(),
        ),
        Trouble::NotShown(format) => not_shown(*format),
        Trouble::DrawingTooLarge => (
            Code::PictureTooLarge,
            "is te groot: een tekening van meer dan 4 MB".to_owned(),
            "is too large: a drawing of more than 4 MB".to_owned(),
        ),
        Trouble::DoesNotMove => {
            (Code::PictureDoesNotMove, "beweegt niet".to_owned(), "does not move".to_owned())
        }
        Trouble::MovesTooLong { seconds } => (
            Code::PictureMovesTooLong,
            format!("beweegt te lang: {seconds} seconden"),
            format!("moves for too long: {seconds} seconds"),
        ),
        Trouble::TooLarge { width, height } => (
            Code::PictureTooLarge,
            format!("is te groot: {width} bij {height} pixels"),
            format!("is too large: {width} by {height} pixels"),
        ),
        Trouble::TooManyFrames { width, height } => (
            Code::PictureTooLarge,
            format!("heeft te veel beelden van {width} bij {height} pixels"),
            format!("has too many frames of {width} by {height} pixels"),
        ),
        Trouble::TooManyBytes => (
            Code::PictureTooLarge,
            "is te groot: meer dan 100 MB".to_owned(),
            "is too large: more than 100 MB".to_owned(),
        ),
        Trouble::Damaged(format) => (
            Code::PictureDamaged,
            format!("is beschadigd: het begint als {}, maar is niet te lezen", format.name()),
            format!("is damaged: it begins as {}, but cannot be read", format.name()),
        ),
        Trouble::Gone => (
            Code::FileGone,
            "verdween terwijl het werd gelezen".to_owned(),
            "disappeared while it was being read".to_owned(),
        ),
        Trouble::Unreadable => (
            Code::UnreadableFile,
            "kan niet worden gelezen: de computer geeft geen toestemming".to_owned(),
            "cannot be read: the computer does not allow it".to_owned(),
        ),
    }
}

fn not_shown(format: Format) -> (Code, String, String) {
    match format {
        Format::WebPage => (
            Code::PictureNotShown,
            "is een webpagina en geen foto".to_owned(),
            "is a web page, not a photo".to_owned(),
        ),
        Format::Unknown => (Code::PictureNotShown, "is geen foto".to_owned(), "is not a photo".to_owned()),
        other => (
            Code::PictureNotShown,
            format!("is {} en geen JPEG, PNG, WebP of GIF", other.name()),
            format!("is {}, not JPEG, PNG, WebP or GIF", other.name()),
        ),
    }
}

fn advice(trouble: &Trouble) -> Both {
    match trouble {
        Trouble::NotShown(Format::Heic) => both(
            "zet de iPhone op Instellingen > Camera > Structuren > Meest compatibel, of stuur de foto naar jezelf per mail: dan wordt het een JPEG",
            "set the iPhone to Settings > Camera > Formats > Most Compatible, or mail the photo to yourself: that turns it into a JPEG",
        ),
        Trouble::NotShown(Format::WebPage) => both(
            "klik op de foto zelf met de rechtermuisknop en kies 'Afbeelding opslaan als'",
            "right-click the photo itself and choose 'Save image as'",
        ),
        Trouble::NotShown(Format::Pdf) => both(
            "zet een PDF in de map documenten en maak er een link naar",
            "put a PDF in the documents folder and link to it",
        ),
        Trouble::NotShown(Format::Unknown) => {
            both("zet de foto er opnieuw neer", "put the photo there again")
        }
        Trouble::NotShown(_) => both(
            "open het in een fotoprogramma en bewaar het als JPEG",
            "open it in a photo program and save it as JPEG",
        ),
        Trouble::DoesNotMove => both(
            "alleen een GIF met meer beelden kan bewegen; laat 'bewegend' weg",
            "only a GIF with several images can move; leave out 'animated'",
        ),
        Trouble::MovesTooLong { .. } => both(
            "langer dan 5 seconden leidt af van de tekst; maak er een korter stukje van, of laat 'bewegend' weg",
            "more than 5 seconds distracts from the text; make a shorter clip, or leave out 'animated'",
        ),
        Trouble::TooManyFrames { .. } => both(
            "maak er een korter of kleiner stukje van, of laat 'bewegend' weg",
            "make a shorter or smaller clip, or leave out 'animated'",
        ),
        Trouble::DrawingTooLarge => both(
            "maak er een foto van (PNG of JPEG), of teken met minder punten",
            "save it as a photo (PNG or JPEG), or draw it with fewer points",
        ),
        Trouble::TooLarge { .. } | Trouble::TooManyBytes => both(
            "maak de foto kleiner in een fotoprogramma; 4.000 pixels breed is ruim genoeg",
            "make the photo smaller in a photo program; 4,000 pixels wide is more than enough",
        ),
        Trouble::Unreadable => both(
            "kijk of het bestand nog open staat in een ander programma, en wie het mag lezen",
            "check whether the file is still open in another program, and who may read it",
        ),
        Trouble::Empty | Trouble::Truncated | Trouble::Damaged(_) | Trouble::Gone | Trouble::Hostile(_) => {
            both("zet de foto er opnieuw neer", "put the photo there again")
        }
    }
}

/// Reports a picture whose name says that it is something else.
pub(super) fn mislabelled(file: &str, format: Format) -> Diagnostic {
    let name = format.name();
    Diagnostic::new(
        Code::PictureMislabelled,
        Place::of_file(file),
        both(
            format!("de foto '{file}' heet anders dan hij is: het is een {name}"),
            format!("the name of the photo '{file}' does not match its contents: it is a {name}"),
        ),
    )
    .hint(both(
        "dat geeft niet: op de site komt hij goed te staan",
        "that does no harm: the site will show it correctly",
    ))
}

/// Reports that the cache cannot be written.
pub(super) fn not_cached(file: &str, cause: &Both) -> Diagnostic {
    Diagnostic::new(
        Code::PicturesNotKept,
        Place::of_file(OWN_FOLDER),
        both(
            format!("de verkleinde foto '{file}' kon niet bewaard worden: {}", cause.nl),
            format!("the smaller versions of the photo '{file}' could not be saved: {}", cause.en),
        ),
    )
    .hint(both(
        "de site wordt wel goed; alleen kost elke foto de volgende keer weer tijd",
        "the site is fine, but resizing every photo will take time again at the next build",
    ))
}

/// Reports a drawing that contains what no picture needs.
fn hostile(file: &str, danger: Danger, place: Place, used_in: Option<&str>) -> Diagnostic {
    let (what, advice) = match danger {
        Danger::Script => (
            both("voert een programma uit", "runs a script"),
            both(
                "haal dat stuk eruit, of bewaar de tekening in Inkscape als 'Eenvoudige SVG'",
                "remove that part, or save the drawing in Inkscape as 'Plain SVG'",
            ),
        ),
        Danger::ExternalRequest => (
            both("vraagt iets op van buiten de tekening", "requests something from outside the drawing"),
            both(
                "zet het erin: kies in Inkscape 'Uitbreidingen > Afbeeldingen > Afbeeldingen insluiten', of haal het weg",
                "embed it: choose 'Extensions > Images > Embed Images' in Inkscape, or remove it",
            ),
        ),
        Danger::WebPage => (
            both("bevat een stukje webpagina", "contains a piece of a web page"),
            both(
                "bewaar de tekening met gewone letters; in draw.io: zet 'Opgemaakte tekst' uit",
                "save the drawing with plain text; in draw.io: turn off 'Formatted Text'",
            ),
        ),
        Danger::PhotoWithMetadata => (
            both(
                "bevat een foto die vertelt waarmee, wanneer of waar hij is gemaakt",
                "contains a photo that reveals when, where or with which camera it was taken",
            ),
            both(
                "gebruik de foto zelf, of bewaar die eerst als PNG, en zet die PNG in de tekening",
                "use the photo itself, or save it as PNG first and put that in the drawing",
            ),
        ),
        Danger::Endless => (
            both("groeit uit tot meer dan een browser kan tekenen", "grows to more than a browser can draw"),
            both("teken het opnieuw, met minder", "redraw it with fewer elements"),
        ),
    };
    let asked = used_in.map_or_else(
        || both("", ""),
        |used_in| both(format!(" (gevraagd in {used_in})"), format!(" (used in {used_in})")),
    );
    let message = both(
        format!("de tekening '{file}' {}{}", what.nl, asked.nl),
        format!("the drawing '{file}' {}{}", what.en, asked.en),
    );
    Diagnostic::new(Code::DrawingUnsafe, place, message).hint(advice)
}

/// Reports a crest with letters: icons are rendered without fonts, so that they look the same everywhere.
pub(super) fn letters_in_crest(file: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LettersInCrest,
        Place::of_file(file),
        both(
            format!(
                "in de tekening '{file}' staan letters; in de kleine pictogrammen van de site vallen die weg"
            ),
            format!("the drawing '{file}' contains letters; they are left out of the site's small icons"),
        ),
    )
    .hint(both(
        "maak er vormen van: kies in Inkscape 'Pad > Object naar pad'",
        "convert them to shapes: choose 'Path > Object to Path' in Inkscape",
    ))
}

pub(super) fn photo_in_crest(file: &str) -> Diagnostic {
    Diagnostic::new(
        Code::PhotoInCrest,
        Place::of_file(file),
        both(
            format!(
                "in de tekening '{file}' zit een foto; in de kleine pictogrammen van de site valt die weg"
            ),
            format!("the drawing '{file}' contains a photo; it is left out of the site's small icons"),
        ),
    )
    .hint(both(
        "is het hele wapen een foto? Bewaar het dan als PNG; is het een tekening, laat de foto er dan uit",
        "is the whole crest a photo? Then save it as PNG; if it is a drawing, remove the photo from it",
    ))
}
