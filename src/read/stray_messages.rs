//! The messages about misplaced files and folders, in Dutch and English.

use crate::ground::{Both, Code, Diagnostic, Place, both};

pub(super) fn misnamed_folder(place: Place, folder: &str, near: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MisnamedFolder,
        place,
        both(
            format!("de map '{folder}' wordt niet gelezen; wat erin staat, komt niet op de site"),
            format!("the folder '{folder}' is not read; nothing in it appears on the site"),
        ),
    )
    .hint(both(
        format!("bedoel je '{near}'? Geef de map dan die naam"),
        format!("did you mean '{near}'? Then rename the folder"),
    ))
}

pub(super) fn unknown_folder(place: Place, folder: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownFolder,
        place,
        both(format!("de map '{folder}' wordt niet gebruikt"), format!("the folder '{folder}' is not used")),
    )
    .hint(both(
        "teksten horen in agenda, nieuws, locaties, organisaties of paginas; foto's in media",
        "texts go in events, news, venues, organisations or pages; photos in media",
    ))
}

/// Explains how to see and remove a file extension that Windows hides.
fn hidden_ending() -> Both {
    both(
        "Windows verbergt het eind van zulke namen: kies in Verkenner Beeld, Weergeven, Bestandsnaamextensies, en haal .txt weg",
        "Windows hides the end of such names: in Explorer choose View, Show, File name extensions, and remove .txt",
    )
}

/// A file that Notepad saved with `.txt` after its name.
pub(super) fn ends_in_txt(place: Place, name: &str, meant: &str, code: Code) -> Diagnostic {
    Diagnostic::new(
        code,
        place,
        both(
            format!("'{name}' wordt niet gelezen: het bestand moet '{meant}' heten"),
            format!("'{name}' is not read: the file must be called '{meant}'"),
        ),
    )
    .hint(hidden_ending())
}

pub(super) fn misnamed_site_file(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MisnamedSiteFile,
        place,
        both(
            format!("'{name}' wordt niet gelezen: de instellingen staan in 'site.yaml'"),
            format!("'{name}' is not read: the settings are in 'site.yaml'"),
        ),
    )
    .hint(both("geef het bestand de naam site.yaml", "rename the file to site.yaml"))
}

/// `site - kopie.yaml` next to `site.yaml`.
pub(super) fn copy_of_site(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MisnamedSiteFile,
        place,
        both(
            format!("'{name}' lijkt een kopie van 'site.yaml' en wordt niet gelezen"),
            format!("'{name}' looks like a copy of 'site.yaml' and is not read"),
        ),
    )
    .hint(both(
        "staat hierin wat je veranderde? Zet dat dan in site.yaml, en haal de kopie weg",
        "are your changes in this file? Then put them in site.yaml and delete the copy",
    ))
}

/// `schoolvakanties (1).json`. `is_there` says that a file with the right name exists as well.
pub(super) fn misnamed_data(place: Place, name: &str, meant: &str, is_there: bool) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::MisnamedDataFile,
        place,
        both(
            format!("'{name}' wordt niet gelezen: het bestand moet '{meant}' heten"),
            format!("'{name}' is not read: the file must be called '{meant}'"),
        ),
    );
    if is_there {
        return remark.hint(both(
            format!("'{meant}' is er ook; is dit de nieuwste? Haal de andere dan weg, en geef dit bestand die naam"),
            format!("there is also a '{meant}'; is this one newer? Then delete the other and give this file its name"),
        ));
    }
    remark.hint(both(format!("geef het de naam {meant}"), format!("rename it to {meant}")))
}

pub(super) fn stray_text(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::StrayText,
        place,
        both(
            format!("'{name}' staat los in de dorpsmap en komt niet op de site"),
            format!("'{name}' is not in one of the folders for texts and does not appear on the site"),
        ),
    )
    .hint(both(
        "zet het in agenda/, nieuws/, locaties/, organisaties/ of paginas/",
        "put it in events/, news/, venues/, organisations/ or pages/",
    ))
}

pub(super) fn file_among_texts(place: Place, name: &str, folder: &str) -> Diagnostic {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if !name.contains('.') {
        return without_ending(place, name);
    }
    let hint = match ending.to_lowercase().as_str() {
        "txt" => {
            let meant =
                if stem.to_lowercase().ends_with(".md") { stem.to_owned() } else { format!("{stem}.md") };
            return ends_in_txt(place, name, &meant, Code::FileAmongTexts);
        }
        "docx" | "doc" | "odt" | "rtf" => both(
            "kopieer de tekst uit Word naar een bestand dat op .md eindigt",
            "copy the text from Word into a file whose name ends in .md",
        ),
        _ => both(
            "zet foto's in media/ en pdf's in documenten/",
            "put photos in media/ and PDFs in documents/",
        ),
    };
    Diagnostic::new(
        Code::FileAmongTexts,
        place,
        both(
            format!("'{name}' in de map {folder} wordt niet gebruikt: hier horen alleen teksten"),
            format!("'{name}' in the folder {folder} is not used: this folder is for texts only"),
        ),
    )
    .hint(hint)
}

/// A file without an extension among the texts: `paginas/contact`.
fn without_ending(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::FileAmongTexts,
        place,
        both(
            format!("'{name}' wordt niet gelezen: de naam van een tekst eindigt op .md"),
            format!("'{name}' is not read: the name of a text ends in .md"),
        ),
    )
    .hint(both(
        format!("is het een tekst, noem het bestand dan {name}.md"),
        format!("if it is a text, rename it to {name}.md"),
    ))
}

/// A document or a photo that is in none of the folders.
pub(super) fn stray_file(place: Place, name: &str) -> Diagnostic {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let hint = match ending.as_str() {
        "txt" | "docx" | "doc" | "odt" | "rtf" => both(
            "kopieer de tekst naar een bestand dat op .md eindigt, in agenda/, nieuws/, locaties/, organisaties/ of paginas/",
            "copy the text into a file whose name ends in .md, in events/, news/, venues/, organisations/ or pages/",
        ),
        "pdf" => both("zet het in documenten/", "put it in documents/"),
        _ => both("zet het in media/", "put it in media/"),
    };
    stray_text(place, name).hint(hint)
}

pub(super) fn text_among_files(place: Place, name: &str, folder: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TextAmongFiles,
        place,
        both(
            format!("'{name}' in de map {folder} wordt niet gelezen: hier horen foto's of documenten"),
            format!("'{name}' in the folder {folder} is not read: this folder is for photos or documents"),
        ),
    )
    .hint(both("zet teksten in nieuws/ of paginas/", "put texts in news/ or pages/"))
}

/// A file that is held in memory whole, such as a theme's.
pub(super) fn theme_file_too_big(place: Place) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::FileTooBig,
        place,
        both(
            format!("'{file}' is te groot: hier is een bestand hooguit 8 MB"),
            format!("'{file}' is too big: the limit here is 8 MB"),
        ),
    )
    .hint(both("maak het kleiner, of haal het weg", "make it smaller, or delete it"))
}

/// Two folders for the same thing.
pub(super) fn two_folders(one: &str, other: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TwoThemeFolders,
        Place::of_file(other),
        both(
            format!("er is een map '{one}' en ook een map '{other}', en die zijn voor hetzelfde"),
            format!("there is both a folder '{one}' and a folder '{other}', and they serve the same purpose"),
        ),
    )
    .hint(both(
        "zet alles in een van de twee, en haal de andere weg",
        "put everything into one of them and delete the other",
    ))
}
