//! What is said about files and folders that lie where nobody looks for them, in Dutch and English.

use crate::ground::{Both, Code, Diagnostic, Place, both};

pub(super) fn misnamed_folder(place: Place, folder: &str, near: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MisnamedFolder,
        place,
        both(
            format!("de map '{folder}' wordt niet gelezen; wat erin staat, komt niet op de site"),
            format!("the folder '{folder}' is not read; what is in it is not on the site"),
        ),
    )
    .hint(both(
        format!("bedoel je '{near}'? Geef de map dan die naam"),
        format!("did you mean '{near}'? Then give the folder that name"),
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
        "texts belong in events, news, venues, organisations or pages; photos in media",
    ))
}

/// How to see and change an ending that Windows does not show.
fn hidden_ending() -> Both {
    both(
        "Windows verbergt het eind van zulke namen: kies in Verkenner Beeld, Weergeven, Bestandsnaamextensies, en haal .txt weg",
        "Windows hides the end of such names: in Explorer choose View, Show, File name extensions, and take .txt away",
    )
}

/// A file that Notepad saved with `.txt` behind its name.
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
    .hint(both("geef het bestand de naam site.yaml", "name the file site.yaml"))
}

/// `site - kopie.yaml` beside `site.yaml`.
pub(super) fn copy_of_site(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MisnamedSiteFile,
        place,
        both(
            format!("'{name}' heet als een kopie van 'site.yaml', en wordt niet gelezen"),
            format!("'{name}' is called as a copy of 'site.yaml', and is not read"),
        ),
    )
    .hint(both(
        "staat hierin wat je veranderde? Zet dat dan in site.yaml, en haal de kopie weg",
        "is what you changed in here? Then put that into site.yaml, and take the copy away",
    ))
}

/// `schoolvakanties (1).json`; `is_there` when one has the name already.
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
            format!("there is a '{meant}' as well; is this the newer one? Then take the other away, and give this file its name"),
        ));
    }
    remark.hint(both(format!("geef het de naam {meant}"), format!("name it {meant}")))
}

pub(super) fn stray_text(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::StrayText,
        place,
        both(
            format!("'{name}' staat los in de dorpsmap en komt niet op de site"),
            format!("'{name}' lies loose in the village folder and is not on the site"),
        ),
    )
    .hint(both(
        "zet het in agenda/, nieuws/, locaties/, organisaties/ of paginas/",
        "put it in events/, news/, venues/, organisations/ or pages/",
    ))
}

pub(super) fn file_among_texts(place: Place, name: &str, folder: &str) -> Diagnostic {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let hint = match ending.to_lowercase().as_str() {
        "txt" => {
            let meant =
                if stem.to_lowercase().ends_with(".md") { stem.to_owned() } else { format!("{stem}.md") };
            return ends_in_txt(place, name, &meant, Code::FileAmongTexts);
        }
        "docx" | "doc" | "odt" | "rtf" => both(
            "kopieer de tekst uit Word naar een bestand dat op .md eindigt",
            "copy the text out of Word into a file that ends in .md",
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
            format!("'{name}' in the folder {folder} is not used: only texts belong here"),
        ),
    )
    .hint(hint)
}

pub(super) fn text_among_files(place: Place, name: &str, folder: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TextAmongFiles,
        place,
        both(
            format!("'{name}' in de map {folder} wordt niet gelezen: hier horen foto's of documenten"),
            format!("'{name}' in the folder {folder} is not read: photos or documents belong here"),
        ),
    )
    .hint(both("zet teksten in nieuws/ of paginas/", "put texts in news/ or pages/"))
}

/// A file that is held whole, as those of themes are.
pub(super) fn held_too_big(place: Place) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::FileTooBig,
        place,
        both(
            format!("'{file}' is te groot: hier is een bestand hooguit 8 MB"),
            format!("'{file}' is too big: here a file is at most 8 MB"),
        ),
    )
    .hint(both("maak het kleiner, of haal het weg", "make it smaller, or take it away"))
}

/// Two folders for the same.
pub(super) fn two_folders(one: &str, other: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TwoThemeFolders,
        Place::whole(other),
        both(
            format!("er is een map '{one}' en ook een map '{other}', en die zijn voor hetzelfde"),
            format!("there is a folder '{one}' and a folder '{other}' as well, and they are for the same"),
        ),
    )
    .hint(both(
        "zet alles in een van de twee, en haal de andere weg",
        "put everything into one of them, and take the other away",
    ))
}
