//! Messages about a `fleet.yaml`, in Dutch and English.

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
            "'{list}' does not name a village yet\nput every folder on its own line under 'villages:', after a dash: - village1"
        ),
    )
}

/// A remark about a list of villages that can still be used.
pub(super) fn list_warning(remark: &Diagnostic) -> Both {
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
            "'{file}' is not a list of villages that Dorpsplein can read\ngive the folder that the villages are in, or a file whose name ends in .yaml, containing: villages: [folder1, folder2]"
        ),
    )
}

/// A list of villages under a name that is not read.
pub(super) fn misnamed_list(folder: &Path, file: &str) -> Both {
    let (folder, file) = (shown(&folder.display().to_string()), shown(file));
    both(
        format!(
            "in '{folder}' staat '{file}', en een lijst van dorpen moet 'fleet.yaml' heten\ngeef het bestand die naam, of een heel andere"
        ),
        format!(
            "'{folder}' contains '{file}', but a list of villages must be called 'fleet.yaml'\ngive the file that name, or a completely different one"
        ),
    )
}

/// The list names something that is not a village; `suggestions` are the villages it may mean.
pub(super) fn no_village(name: &str, suggestions: &[String], place: &Place) -> Both {
    let (name, list, line) = (shown(name), shown(&place.file), place.line);
    let quoted: Vec<_> = suggestions.iter().map(|name| format!("'- {}'", shown(name))).collect();
    let (nl, en) = match suggestions {
        [] => Default::default(),
        [one] => (format!("; bedoel je '{}'?", shown(one)), format!("; did you mean '{}'?", shown(one))),
        _ => (
            format!("; zet elk dorp op een eigen regel: {}", quoted.join(", ")),
            format!("; put every village on its own line: {}", quoted.join(", ")),
        ),
    };
    both(
        format!("'{name}' is geen map met een site.yaml ({list}, regel {line}){nl}"),
        format!("'{name}' is not a folder with a site.yaml ({list}, line {line}){en}"),
    )
}

/// Sites of villages that a list no longer names.
pub(super) fn left_the_list(output: &Path, sites: &str, list: &Path) -> Both {
    let [output, list] = [output, list].map(|path| shown(&path.display().to_string()));
    both(
        format!(
            "let op: in '{output}' staan sites van dorpen die niet meer in '{list}' staan: {sites}\nhaal die mappen weg, of laat dat doen met --opruimen"
        ),
        format!(
            "note: '{output}' contains sites of villages that are no longer in '{list}': {sites}\ndelete those folders, or have it done with --prune"
        ),
    )
}

/// Sites that were deleted because a list no longer names their villages.
pub(super) fn pruned_by_list(output: &Path, sites: &str, list: &Path) -> Both {
    let [output, list] = [output, list].map(|path| shown(&path.display().to_string()));
    both(
        format!("opgeruimd in '{output}', want die dorpen staan niet meer in '{list}': {sites}"),
        format!("deleted from '{output}', because those villages are no longer in '{list}': {sites}"),
    )
}

/// Another list in the folder cannot be read, so nobody can tell whose sites are left over.
pub(super) fn other_list_unread(list: &Path) -> Both {
    let list = shown(&list.display().to_string());
    both(
        format!(
            "let op: in '{list}' is iets mis, en dat is ook een lijst met dorpen; daarom wordt nu niet gezocht naar sites van dorpen die er niet meer zijn"
        ),
        format!(
            "note: there is something wrong in '{list}', which is a list of villages too; therefore sites of villages that no longer exist are not looked for now"
        ),
    )
}

/// A list of villages without the key that says what it lists.
pub(super) fn bare_list(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::EntryWithoutKeys,
        place,
        both(
            "hier staat niet bij dat dit de lijst met dorpen is",
            "nothing here says that this is the list of villages",
        ),
    )
    .hint(both(
        "zet boven de lijst een regel met 'dorpen:', en elk dorp op een eigen regel achter een streepje",
        "put a line with 'villages:' above the list, and every village on its own line after a dash",
    ))
}

pub(super) fn same_name(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::AddressTaken,
        place,
        both(
            format!("er is al een ander dorp dat '{name}' heet; hun sites zouden in één map komen"),
            format!("another village is already called '{name}'; their sites would be put into one folder"),
        ),
    )
    .hint(both("geef één van de mappen een andere naam", "give one of the folders another name"))
}

/// One village is inside the folder of another: `[outer, inner]`.
pub(super) fn inside(place: Place, [outer, inner]: [&str; 2]) -> Diagnostic {
    Diagnostic::new(
        Code::AddressTaken,
        place,
        both(
            format!("het dorp '{inner}' ligt in de map van het dorp '{outer}'; de ene site zou in de andere komen"),
            format!("the village '{inner}' is inside the folder of the village '{outer}'; one site would be put into the other"),
        ),
    )
    .hint(both("zet de mappen van dorpen naast elkaar", "put the folders of villages side by side"))
}
