//! Messages about a folder without a site, with where the site may be.

use crate::ground::{Code, Diagnostic, Place, as_argument, both};

pub(super) fn no_site(place: Place, is_empty: bool) -> Diagnostic {
    let remark = without_site(place);
    if is_empty {
        remark.hint(both(
            "sta je in de goede map? Een nieuw dorp begin je met: dorpsplein nieuw MAP",
            "are you in the right folder? Start a new village with: dorpsplein new FOLDER",
        ))
    } else {
        remark.hint(both(
            "maak site.yaml met daarin minstens: naam: Ons Dorp",
            "create site.yaml with at least: name: Our Village",
        ))
    }
}

fn without_site(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::NoSite,
        place,
        both(
            "dit is geen dorpsmap: het bestand site.yaml ontbreekt",
            "this is not a village folder: the file site.yaml is missing",
        ),
    )
}

/// For settings in a file with the wrong name.
pub(super) fn site_is_misnamed(place: Place, file: &str) -> Diagnostic {
    without_site(place)
        .hint(both(format!("geef '{file}' de naam site.yaml"), format!("rename '{file}' to site.yaml")))
}

/// For a `site.yaml` in folders below this one.
pub(super) fn site_in_subfolder(place: Place, folders: &[String]) -> Diagnostic {
    let first = folders.first().map(|folder| as_argument(folder)).unwrap_or_default();
    without_site(place).hint(match folders.len() {
        1 => both(
            format!("er staat wel een in de map {first}; zet die naam achter de opdracht, of ga naar die map"),
            format!("there is one in the folder {first}; add that name after the command, or go to that folder"),
        ),
        more => both(
            format!("{more} mappen hierin hebben er wel een, zoals {first}; zet de naam van de goede achter de opdracht, of maak ze allemaal met: dorpsplein dorpen bouw"),
            format!("{more} folders in here have one, such as {first}; add the name of the right one after the command, or build them all with: dorpsplein fleet build"),
        ),
    })
}

/// For a `site.yaml` that many folders up.
pub(super) fn site_in_parent(place: Place, folders: usize) -> Diagnostic {
    let (nl, en) = match folders {
        1 => ("één map hoger".to_owned(), "one folder up".to_owned()),
        more => (format!("{more} mappen hoger"), format!("{more} folders up")),
    };
    Diagnostic::new(
        Code::NoSite,
        place,
        both(
            format!("dit is een map in een dorpsmap: site.yaml staat {nl}"),
            format!("this is a folder inside a village folder: site.yaml is {en}"),
        ),
    )
    .hint(both(
        "ga naar de map waarin site.yaml staat, of noem die map in de opdracht",
        "go to the folder with site.yaml, or name that folder in the command",
    ))
}
