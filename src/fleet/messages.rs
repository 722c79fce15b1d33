//! What is said of a fleet, in Dutch and English.

use std::path::Path;

use super::shown::shown;
use crate::ground::{Both, Code, Diagnostic, Place, as_argument, both};
use crate::pipeline::SiteHead;
use crate::read::SITE_FILE;

pub(super) fn no_villages(place: &Path) -> Both {
    let place = shown(&place.display().to_string());
    both(
        format!("in '{place}' is geen dorp gevonden: geen enkele map daarin heeft een site.yaml"),
        format!("no village was found in '{place}': no folder in it has a site.yaml"),
    )
}

pub(super) fn no_place(place: &Path) -> Both {
    let place = shown(&place.display().to_string());
    both(
        format!("'{place}' is er niet, of is niet te lezen"),
        format!("'{place}' is not there, or cannot be read"),
    )
}

/// A village where a fleet was asked for.
pub(super) fn one_village(folder: &Path) -> Both {
    let folder = folder.display().to_string();
    let (name, typed) = (shown(&folder), as_argument(&folder));
    both(
        format!(
            "'{name}' is zelf een dorp, en geen map of lijst met dorpen\nmaak dit ene dorp met: dorpsplein bouw {typed}"
        ),
        format!(
            "'{name}' is a village itself, and no folder or list of villages\nmake this one village with: dorpsplein build {typed}"
        ),
    )
}

pub(super) fn no_look(name: &str) -> Both {
    let name = shown(name);
    both(
        format!("de map '{name}' is niet te lezen: de computer geeft geen toestemming"),
        format!("the folder '{name}' cannot be read: the computer does not allow it"),
    )
}

pub(super) fn misnamed(name: &str, file: &str) -> Both {
    let (name, file) = (shown(name), shown(file));
    both(
        format!("in de map '{name}' moet '{file}' 'site.yaml' heten"),
        format!("in the folder '{name}', '{file}' must be called 'site.yaml'"),
    )
}

/// A folder that was a village, or looks like one.
pub(super) fn settings_gone(name: &str) -> Both {
    let name = shown(name);
    both(
        format!(
            "in de map '{name}' staat geen site.yaml, en toch lijkt het een dorp; zet het bestand terug, of haal de map weg"
        ),
        format!(
            "there is no site.yaml in the folder '{name}', which looks like a village all the same; put the file back, or take the folder away"
        ),
    )
}

/// Villages that say they stand at one address.
pub(super) fn one_address(address: &str, villages: &str) -> Both {
    let address = shown(address);
    both(
        format!(
            "let op: deze dorpen hebben in hun site.yaml hetzelfde webadres ({address}): {villages}\ngeef elk dorp zijn eigen 'webadres'; een portaal laat er anders maar één zien"
        ),
        format!(
            "note: these villages have one web address in their site.yaml ({address}): {villages}\ngive every village a 'base_url' of its own; a portal shows only one of them otherwise"
        ),
    )
}

/// Sites of villages that are no longer there.
pub(super) fn left_over(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "let op: in '{output}' staan sites van dorpen die er niet meer zijn: {sites}\nhaal die mappen weg, of laat dat doen met --opruimen"
        ),
        format!(
            "note: in '{output}' are sites of villages that are gone: {sites}\ntake those folders away, or let it be done with --prune"
        ),
    )
}

/// What is kept of the sites that were made before cannot be read.
pub(super) fn list_of_sites_unread(list: &Path) -> Both {
    let list = shown(&list.display().to_string());
    both(
        format!(
            "let op: '{list}' is niet te lezen, dus van dorpen die er niet meer zijn, wordt de site nu niet gevonden\nis het bestand beschadigd, haal het dan weg: het komt vanzelf terug"
        ),
        format!(
            "note: '{list}' cannot be read, so sites of villages that are gone are not found now\nif the file is damaged, take it away: it comes back by itself"
        ),
    )
}

/// A folder that was a village, and of which the site is still there.
pub(super) fn no_village_any_more(name: &str) -> Both {
    let name = shown(name);
    both(
        format!(
            "let op: in de map '{name}' staat geen dorp meer; de site ervan blijft staan zolang die map er is"
        ),
        format!(
            "note: the folder '{name}' holds no village any more; its site stays for as long as that folder is there"
        ),
    )
}

/// Where the site of a village would be put stands that of another.
pub(super) fn of_another(output: &Path, other: &SiteHead) -> Both {
    let output = shown(&output.display().to_string());
    let known = [&other.name, &other.municipality, &other.web_address];
    let names: Vec<String> = known.into_iter().flatten().map(|text| shown(text)).collect();
    let named = match &*names {
        [] => String::new(),
        [name] => format!(": '{name}'"),
        [name, rest @ ..] => format!(": '{name}' ({})", rest.join(", ")),
    };
    both(
        format!(
            "in '{output}' staat al de site van een ander dorp{named}; die blijft staan; geef de map van dit dorp een andere naam, of kies met --uitvoer een andere plek; is het wel dit dorp, haal de map '{output}' dan eerst weg"
        ),
        format!(
            "'{output}' holds the site of another village{named}, which stays there; give the folder of this village another name, or choose another place with --output; if it is this village after all, take the folder '{output}' away first"
        ),
    )
}

/// Sites of villages that are gone, in the place of which somebody else put new ones.
pub(super) fn made_by_another(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "let op: in '{output}' zijn sites van dorpen die er niet meer zijn, later door een ander opnieuw gemaakt: {sites}\nze blijven staan; zijn ze van niemand meer, haal die mappen dan zelf weg"
        ),
        format!(
            "note: in '{output}' sites of villages that are gone were made anew by somebody else: {sites}\nthey stay; if they are nobody's any more, take those folders away yourself"
        ),
    )
}

/// Sites of which nobody knows whether this fleet made them.
pub(super) fn made_by_nobody_known(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "let op: van deze sites in '{output}' is niet bekend of ze bij deze dorpen horen: {sites}\nze blijven staan; zijn ze van dorpen die er niet meer zijn, haal die mappen dan zelf weg"
        ),
        format!(
            "note: it is not known whether these sites in '{output}' are of this fleet: {sites}\nthey stay; if they are of villages that are gone, take those folders away yourself"
        ),
    )
}

/// Sites that were taken away, because their villages are gone.
pub(super) fn pruned(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!("opgeruimd in '{output}', want die dorpen zijn er niet meer: {sites}"),
        format!("taken away from '{output}', as those villages are gone: {sites}"),
    )
}

/// The list of sites could not be written; why is told as it is.
pub(super) fn sites_not_remembered(why: &Both) -> Both {
    both(
        format!("let op: onthouden welke sites van deze dorpen zijn, lukt niet: {}", why.nl),
        format!("note: which sites are of these villages cannot be remembered: {}", why.en),
    )
}

/// The site of a village that has another folder now, of which none could be made.
pub(super) fn former_stays(site: &Path, village: &str) -> Both {
    let (site, village) = (shown(&site.display().to_string()), shown(village));
    both(
        format!(
            "let op: '{site}' is de site van een dorp dat nu in de map '{village}' staat; ze blijft staan tot daarvan een nieuwe is gemaakt"
        ),
        format!(
            "note: '{site}' is the site of a village that is in the folder '{village}' now; it stays until a new one is made of that"
        ),
    )
}

/// A site that was to be taken away, and is there still.
pub(super) fn not_pruned(site: &Path) -> Both {
    let site = shown(&site.display().to_string());
    both(
        format!("let op: in '{site}' is niet alles van Dorpsplein; wat van een ander is, is gebleven"),
        format!("note: not all in '{site}' is Dorpsplein's; what is somebody else's has stayed"),
    )
}

/// The folder for the site of a village is a link to somewhere else.
pub(super) fn leads_elsewhere(output: &Path) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!("'{output}' leidt naar een plek buiten de map van dit dorp; haal die link weg"),
        format!("'{output}' leads to a place outside the folder of this village; take that link away"),
    )
}

/// Two villages of which the sites would be put into one folder.
pub(super) fn one_place(output: &Path, other: &str) -> Both {
    let (output, other) = (shown(&output.display().to_string()), shown(other));
    both(
        format!(
            "'{output}' is ook de plek voor de site van '{other}'; geef een van de mappen een andere naam"
        ),
        format!(
            "'{output}' is the place for the site of '{other}' as well; give one of the folders another name"
        ),
    )
}

/// The folder for all sites lies in that of one village.
pub(super) fn among_files(output: &Path, village: &str) -> Both {
    let (output, village) = (shown(&output.display().to_string()), shown(village));
    both(
        format!(
            "de sites zouden in '{output}' komen, en dat ligt in de map van het dorp '{village}'; kies met --uitvoer een map naast de dorpen"
        ),
        format!(
            "the sites would be put into '{output}', which lies in the folder of the village '{village}'; choose a folder beside the villages with --output"
        ),
    )
}

/// A file stands where the folder for all sites would be.
pub(super) fn no_folder(output: &Path) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "'{output}' is een bestand, en de sites komen in een map; kies met --uitvoer een andere naam"
        ),
        format!("'{output}' is a file, and sites are put into a folder; choose another name with --output"),
    )
}

/// A web address stands where the folder for all sites would be.
pub(super) fn no_address(output: &Path) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!("'{output}' is een webadres, en de sites komen in een map op deze computer; kies een map"),
        format!(
            "'{output}' is a web address, and sites are put into a folder on this computer; choose a folder"
        ),
    )
}

/// Who asks to take sites away that go with the folders of their villages.
pub(super) fn nothing_to_prune() -> Both {
    both(
        "let op: --opruimen is er voor één map met alle sites (--uitvoer); hier staat elke site in de map van haar dorp, en gaat met die map weg",
        "note: --prune is for one folder with all sites (--output); here every site is in the folder of its village, and goes with that",
    )
}

/// A portal of which no machine has all villages.
pub(super) fn leaning(portal: &str, source: &str) -> Both {
    let (portal, source) = (shown(portal), shown(source));
    both(
        format!(
            "let op: het portaal '{portal}' heeft zijn dorpen uit deze map ('{source}'), en elke machine maakt maar een deel daarvan; wat andere machines maken, staat niet op het portaal\nlaat elke machine alleen haar dorpen maken met --zonder-portalen, en als alle sites er staan de portalen met --alleen-portalen"
        ),
        format!(
            "note: the portal '{portal}' has its villages from this folder ('{source}'), and every machine makes only a part of those; what other machines make is not on the portal\nlet every machine make its villages only, with --no-portals, and the portals with --only-portals when all sites are there"
        ),
    )
}

/// A portal that has its villages from where their sites are not put: that of `village`, or of any, comes to `site`, and
/// the portal must name the folder `all`.
pub(super) fn looks_elsewhere(
    portal: &str,
    source: &str,
    village: Option<&str>,
    [site, all]: [&str; 2],
) -> Both {
    let [portal, source, site, all] = [portal, source, site, all].map(shown);
    let (whose_nl, whose_en) = match village.map(shown) {
        Some(village) => (format!("de site van '{village}' komt"), format!("the site of '{village}' is")),
        None => ("de sites van de dorpen komen".to_owned(), "the sites of the villages are".to_owned()),
    };
    both(
        format!(
            "let op: het portaal '{portal}' zoekt bij '{source}', maar {whose_nl} zo in '{site}'\nnoem in de site.yaml van het portaal bij 'bronnen' de map '{all}': dan staan alle dorpen erop"
        ),
        format!(
            "note: the portal '{portal}' looks at '{source}', but {whose_en} put into '{site}' this way\nname the folder '{all}' under 'sources' in the site.yaml of the portal: then all villages are on it"
        ),
    )
}

/// What villages tell a portal cannot be kept, and why.
pub(super) fn not_kept(why: &Both) -> Diagnostic {
    let message = both(
        "wat dorpen vertellen, kan hier niet worden bewaard; wat er al was, is gebruikt",
        "what villages tell cannot be kept here; what was there already was used",
    );
    Diagnostic::new(Code::SourceNotGathered, Place::whole(SITE_FILE), message).hint(why.clone())
}
