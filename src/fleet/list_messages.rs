//! What is said of a `fleet.yaml`, in Dutch and English.

use std::path::Path;

use super::shown::{shown, shown_lines};
use crate::ground::{Both, Code, Diagnostic, Locale, Place, both, position_in_file};

/// A list that names no village.
pub(super) fn empty_list(list: &Path) -> Both {
    let list = shown(&list.display().to_string());
    both(
        format!(
            "in '{list}' staat nog geen dorp\nzet onder 'dorpen:' elke map op een eigen regel, achter een streepje: - dorp1"
        ),
        format!(
            "'{list}' names no village yet\nput every folder on a line of its own below 'villages:', behind a dash: - village1"
        ),
    )
}

/// What is to be said of a list of villages that can be used all the same.
pub(super) fn doubtful(remark: &Diagnostic) -> Both {
    let place = position_in_file(&remark.place.file, remark.place.line, remark.place.column);
    let remark_line = |locale: Locale, note: &str| {
        let hint = remark.hint.as_ref().map(|hint| format!("\n{}", hint.in_locale(locale)));
        shown_lines(&format!("{note}: {place}: {}{}", remark.message_in(locale), hint.unwrap_or_default()))
    };
    both(remark_line(Locale::Dutch, "let op"), remark_line(Locale::English, "note"))
}

pub(super) fn no_fleet_file(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "'{file}' is geen lijst van dorpen die Dorpsplein kent\nnoem de map waarin de dorpen staan, of een bestand dat op .yaml eindigt, met daarin: dorpen: [map1, map2]"
        ),
        format!(
            "'{file}' is no list of villages that Dorpsplein knows\nname the folder that the villages are in, or a file that ends in .yaml, with in it: villages: [folder1, folder2]"
        ),
    )
}

/// A list of villages that nobody would read.
pub(super) fn misnamed_list(folder: &Path, file: &str) -> Both {
    let (folder, file) = (shown(&folder.display().to_string()), shown(file));
    both(
        format!(
            "in '{folder}' staat '{file}', en een lijst van dorpen moet 'fleet.yaml' heten\ngeef het bestand die naam, of een heel andere"
        ),
        format!(
            "'{folder}' holds '{file}', and a list of villages must be called 'fleet.yaml'\ngive the file that name, or quite another one"
        ),
    )
}

/// A folder that is named and is no village; `meant` are those that it may stand for.
pub(super) fn no_village(name: &str, meant: &[String], place: &Place) -> Both {
    let (name, list, line) = (shown(name), shown(&place.file), place.line);
    let quoted: Vec<_> = meant.iter().map(|name| format!("'- {}'", shown(name))).collect();
    let (nl, en) = match meant {
        [] => Default::default(),
        [one] => (format!("; bedoel je '{}'?", shown(one)), format!("; did you mean '{}'?", shown(one))),
        _ => (
            format!("; zet elk dorp op een eigen regel: {}", quoted.join(", ")),
            format!("; put every village on a line of its own: {}", quoted.join(", ")),
        ),
    };
    both(
        format!("'{name}' is geen map met een site.yaml ({list}, regel {line}){nl}"),
        format!("'{name}' is no folder with a site.yaml ({list}, line {line}){en}"),
    )
}

/// A list of villages without the word that says what it is a list of.
pub(super) fn bare_list(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::EntryWithoutKeys,
        place,
        both(
            "hier staat niet bij dat dit de lijst met dorpen is",
            "nothing says that this is the list of villages",
        ),
    )
    .hint(both(
        "zet boven de lijst een regel met 'dorpen:', en elk dorp op een eigen regel achter een streepje",
        "put a line with 'villages:' above the list, and every village on a line of its own behind a dash",
    ))
}

pub(super) fn same_name(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::AddressTaken,
        place,
        both(
            format!("er is al een ander dorp dat '{name}' heet; hun sites zouden in één map komen"),
            format!("another village is called '{name}' already; their sites would be put into one folder"),
        ),
    )
    .hint(both("geef één van de mappen een andere naam", "give one of the folders another name"))
}

/// One village lies in the folder of another: `[outer, inner]`.
pub(super) fn inside(place: Place, [outer, inner]: [&str; 2]) -> Diagnostic {
    Diagnostic::new(
        Code::AddressTaken,
        place,
        both(
            format!("het dorp '{inner}' ligt in de map van het dorp '{outer}'; de ene site zou in de andere komen"),
            format!("the village '{inner}' lies in the folder of the village '{outer}'; one site would be put into the other"),
        ),
    )
    .hint(both("zet de mappen van dorpen naast elkaar", "put the folders of villages side by side"))
}
