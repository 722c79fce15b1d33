//! What is said of a fleet, in Dutch and English.

use std::path::Path;

use crate::ground::{Both, Code, Diagnostic, Place, both};

pub(super) fn no_villages(place: &Path) -> Both {
    let place = place.display();
    both(
        format!("in '{place}' is geen dorp gevonden: geen enkele map daarin heeft een site.yaml"),
        format!("no village was found in '{place}': no folder in it has a site.yaml"),
    )
}

pub(super) fn no_place(place: &Path) -> Both {
    let place = place.display();
    both(
        format!("'{place}' is er niet, of is niet te lezen"),
        format!("'{place}' is not there, or cannot be read"),
    )
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

pub(super) fn no_look(name: &str) -> Both {
    both(
        format!("de map '{name}' is niet te lezen en doet niet mee: de computer geeft geen toestemming"),
        format!("the folder '{name}' cannot be read and is left out: the computer does not allow it"),
    )
}

pub(super) fn misnamed(name: &str, file: &str) -> Both {
    both(
        format!("de map '{name}' doet niet mee: '{file}' moet 'site.yaml' heten"),
        format!("the folder '{name}' is left out: '{file}' must be called 'site.yaml'"),
    )
}

pub(super) fn no_village(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NoSite,
        place,
        both(
            format!("'{name}' is geen map met een site.yaml"),
            format!("'{name}' is no folder with a site.yaml"),
        ),
    )
    .hint(both(
        "schrijf de map zoals je die vanaf dit bestand ziet",
        "write the folder as it is seen from this file",
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

/// The folder for all sites lies in that of one village.
pub(super) fn among_files(output: &Path, village: &str) -> Both {
    let output = output.display();
    both(
        format!(
            "de sites zouden in '{output}' komen, en dat ligt in de map van het dorp '{village}'; kies met --uitvoer een map naast de dorpen"
        ),
        format!(
            "the sites would be put into '{output}', which lies in the folder of the village '{village}'; choose a folder beside the villages with --output"
        ),
    )
}

/// A portal of which no machine has all villages.
pub(super) fn leaning(portal: &str, source: &str) -> Both {
    both(
        format!(
            "let op: het portaal '{portal}' heeft zijn dorpen uit deze map ('{source}'), en elke machine maakt maar een deel daarvan; wat andere machines maken, staat niet op het portaal\nlaat elke machine alleen haar dorpen maken met --zonder-portalen, en als alle sites er staan de portalen met --alleen-portalen"
        ),
        format!(
            "note: the portal '{portal}' has its villages from this folder ('{source}'), and every machine makes only a part of those; what other machines make is not on the portal\nlet every machine make its villages only, with --no-portals, and the portals with --only-portals when all sites are there"
        ),
    )
}

/// A portal that has a village from its own folder, where its site does not come: it comes to `site`, in the folder that
/// the portal calls `all`.
pub(super) fn looks_elsewhere(portal: &str, source: &str, village: &str, [site, all]: [&str; 2]) -> Both {
    both(
        format!(
            "let op: het portaal '{portal}' zoekt bij '{source}', maar de site van '{village}' komt zo in '{site}'\nnoem in de site.yaml van het portaal bij 'bronnen' de map '{all}': dan staan alle dorpen erop"
        ),
        format!(
            "note: the portal '{portal}' looks at '{source}', but the site of '{village}' is put into '{site}' this way\nname the folder '{all}' under 'sources' in the site.yaml of the portal: then all villages are on it"
        ),
    )
}

pub(super) fn unexpected() -> Both {
    both(
        "er ging iets mis dat niemand had voorzien; aan wat er stond, is niets veranderd",
        "something went wrong that nobody foresaw; what was there is as it was",
    )
}
