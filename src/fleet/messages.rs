//! Messages about a fleet, in Dutch and English.

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
        format!("'{place}' does not exist or cannot be read"),
    )
}

/// A village was given instead of a fleet.
pub(super) fn one_village(folder: &Path) -> Both {
    let folder = folder.display().to_string();
    let (name, typed) = (shown(&folder), as_argument(&folder));
    both(
        format!(
            "'{name}' is zelf een dorp, en geen map of lijst met dorpen\nmaak dit ene dorp met: dorpsplein bouw {typed}"
        ),
        format!(
            "'{name}' is itself a village, not a folder or list of villages\nbuild this one village with: dorpsplein build {typed}"
        ),
    )
}

pub(super) fn no_look(name: &str) -> Both {
    let name = shown(name);
    both(
        format!("de map '{name}' is niet te lezen: de computer geeft geen toestemming"),
        format!("the folder '{name}' cannot be read: you do not have permission"),
    )
}

pub(super) fn misnamed(name: &str, file: &str) -> Both {
    let (name, file) = (shown(name), shown(file));
    both(
        format!("in de map '{name}' moet '{file}' 'site.yaml' heten"),
        format!("in the folder '{name}', the file '{file}' must be called 'site.yaml'"),
    )
}

/// A folder was a village, or looks like one, but has no settings.
pub(super) fn settings_gone(name: &str) -> Both {
    let name = shown(name);
    both(
        format!(
            "in de map '{name}' staat geen site.yaml, en toch lijkt het een dorp; zet het bestand terug, of haal de map weg"
        ),
        format!(
            "there is no site.yaml in the folder '{name}', although it looks like a village; put the file back, or delete the folder"
        ),
    )
}

/// A link leads to a folder that does not exist, such as one on a disk that is not connected.
pub(super) fn link_to_nothing(name: &str) -> Both {
    let name = shown(name);
    both(
        format!(
            "'{name}' is een verwijzing naar een map die er niet is; sluit de schijf aan, of haal de verwijzing weg"
        ),
        format!("'{name}' is a link to a folder that does not exist; connect the disk, or remove the link"),
    )
}

/// Several villages have the same web address.
pub(super) fn one_address(address: &str, villages: &str) -> Both {
    let address = shown(address);
    both(
        format!(
            "let op: deze dorpen hebben in hun site.yaml hetzelfde webadres ({address}): {villages}\ngeef elk dorp zijn eigen 'webadres'; een portaal laat er anders maar één zien"
        ),
        format!(
            "note: these villages have the same web address in their site.yaml ({address}): {villages}\ngive every village its own 'base_url'; otherwise a portal shows only one of them"
        ),
    )
}

/// Sites of villages that no longer exist.
pub(super) fn left_over(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "let op: in '{output}' staan sites van dorpen die er niet meer zijn: {sites}\nhaal die mappen weg, of laat dat doen met --opruimen"
        ),
        format!(
            "note: '{output}' contains sites of villages that no longer exist: {sites}\ndelete those folders, or have it done with --prune"
        ),
    )
}

/// The record of previously built sites cannot be read.
pub(super) fn list_of_sites_unread(list: &Path) -> Both {
    let list = shown(&list.display().to_string());
    both(
        format!(
            "let op: '{list}' is niet te lezen, dus van dorpen die er niet meer zijn, wordt de site nu niet gevonden\nis het bestand beschadigd, haal het dan weg: het komt vanzelf terug"
        ),
        format!(
            "note: '{list}' cannot be read, so sites of villages that no longer exist are not found now\nif the file is damaged, delete it: Dorpsplein makes it again"
        ),
    )
}

/// A folder is no longer a village, but its site still exists.
pub(super) fn no_longer_a_village(name: &str) -> Both {
    let name = shown(name);
    both(
        format!(
            "let op: in de map '{name}' staat geen dorp meer; de site ervan blijft staan zolang die map er is"
        ),
        format!(
            "note: the folder '{name}' is no longer a village; its site stays as long as that folder exists"
        ),
    )
}

/// The place for the site of a village holds the site of another.
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
            "'{output}' already contains the site of another village{named}, which stays there; give the folder of this village another name, or choose another place with --output; if it is this village after all, delete the folder '{output}' first"
        ),
    )
}

/// Sites of villages that no longer exist, replaced since by something other than this fleet.
pub(super) fn rebuilt_by_another(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "let op: in '{output}' zijn sites van dorpen die er niet meer zijn, later door een ander opnieuw gemaakt: {sites}\nze blijven staan; zijn ze van niemand meer, haal die mappen dan zelf weg"
        ),
        format!(
            "note: in '{output}', sites of villages that no longer exist were later rebuilt by somebody else: {sites}\nthey stay; if nobody needs them any more, delete those folders yourself"
        ),
    )
}

/// Sites that this fleet may or may not have built.
pub(super) fn unlisted_sites_found(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "let op: van deze sites in '{output}' is niet bekend of ze bij deze dorpen horen: {sites}\nze blijven staan; zijn ze van dorpen die er niet meer zijn, haal die mappen dan zelf weg"
        ),
        format!(
            "note: it is unknown whether these sites in '{output}' belong to these villages: {sites}\nthey stay; if their villages no longer exist, delete those folders yourself"
        ),
    )
}

/// Sites that were deleted because their villages no longer exist.
pub(super) fn pruned(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!("opgeruimd in '{output}', want die dorpen zijn er niet meer: {sites}"),
        format!("deleted from '{output}', because those villages no longer exist: {sites}"),
    )
}

/// What interrupted builds had left of sites whose villages no longer exist.
pub(super) fn cleared(output: &Path, sites: &str) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "opgeruimd in '{output}': wat er nog lag van een keer dat het maken van deze sites is afgebroken: {sites}"
        ),
        format!("deleted from '{output}': what was left when building these sites was interrupted: {sites}"),
    )
}

/// The list of sites could not be written; the reason is shown unchanged.
pub(super) fn sites_not_remembered(why: &Both) -> Both {
    both(
        format!("let op: onthouden welke sites van deze dorpen zijn, lukt niet: {}", why.nl),
        format!("note: Dorpsplein cannot record which sites belong to these villages: {}", why.en),
    )
}

/// The site of a village whose folder was renamed, while the new site could not be built.
pub(super) fn former_stays(site: &Path, village: &str) -> Both {
    let (site, village) = (shown(&site.display().to_string()), shown(village));
    both(
        format!(
            "let op: '{site}' is de site van een dorp dat nu in de map '{village}' staat; ze blijft staan tot daarvan een nieuwe is gemaakt"
        ),
        format!(
            "note: '{site}' is the site of a village that is now in the folder '{village}'; it stays until a new site has been built from that folder"
        ),
    )
}

/// A site that could not be deleted completely.
pub(super) fn not_pruned(site: &Path) -> Both {
    let site = shown(&site.display().to_string());
    both(
        format!("let op: in '{site}' is niet alles van Dorpsplein; wat van een ander is, is gebleven"),
        format!("note: '{site}' also contains files that Dorpsplein did not make; those were kept"),
    )
}

/// The folder for a village's site is a link to somewhere else.
pub(super) fn leads_elsewhere(output: &Path) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!("'{output}' leidt naar een plek buiten de map van dit dorp; haal die link weg"),
        format!("'{output}' leads to a place outside the folder of this village; delete that link"),
    )
}

/// The sites of two villages would be put into one folder.
pub(super) fn one_place(output: &Path, other: &str) -> Both {
    let (output, other) = (shown(&output.display().to_string()), shown(other));
    both(
        format!(
            "'{output}' is ook de plek voor de site van '{other}'; geef een van de mappen een andere naam"
        ),
        format!(
            "'{output}' is also the place for the site of '{other}'; give one of the folders another name"
        ),
    )
}

/// The folder for all sites is inside the folder of a village.
pub(super) fn among_files(output: &Path, village: &str) -> Both {
    let (output, village) = (shown(&output.display().to_string()), shown(village));
    both(
        format!(
            "de sites zouden in '{output}' komen, en dat ligt in de map van het dorp '{village}'; kies met --uitvoer een map naast de dorpen"
        ),
        format!(
            "the sites would be put into '{output}', which is inside the folder of the village '{village}'; choose a folder beside the villages with --output"
        ),
    )
}

/// There is a file where the folder for all sites would be.
pub(super) fn no_folder(output: &Path) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!(
            "'{output}' is een bestand, en de sites komen in een map; kies met --uitvoer een andere naam"
        ),
        format!("'{output}' is a file, but the sites need a folder; choose another name with --output"),
    )
}

/// A web address was given as the folder for all sites.
pub(super) fn no_address(output: &Path) -> Both {
    let output = shown(&output.display().to_string());
    both(
        format!("'{output}' is een webadres, en de sites komen in een map op deze computer; kies een map"),
        format!("'{output}' is a web address, but the sites need a folder on this computer; choose a folder"),
    )
}

/// Another run is putting its sites into the same folder.
pub(super) fn another_run(folder: &Path) -> Both {
    let folder = match folder.as_os_str().is_empty() {
        true => ".".to_owned(),
        false => shown(&folder.display().to_string()),
    };
    both(
        format!(
            "in '{folder}' maakt een ander Dorpsplein nu ook sites; twee tegelijk zouden elkaars werk overschrijven\nwacht tot het andere klaar is, en doe dit dan opnieuw; er is niets veranderd"
        ),
        format!(
            "another Dorpsplein is building sites in '{folder}' now; two at once would overwrite each other's work\nwait until the other has finished, then run this again; nothing was changed"
        ),
    )
}

/// `--prune` was given while every site is in the folder of its own village.
pub(super) fn nothing_to_prune() -> Both {
    both(
        "let op: --opruimen is er voor één map met alle sites (--uitvoer); hier staat elke site in de map van haar dorp, en gaat met die map weg",
        "note: --prune is for one folder with all sites (--output); here every site is in the folder of its village, and is deleted with it",
    )
}

/// A portal for which no single machine has all villages.
pub(super) fn internal_portals(portal: &str, source: &str) -> Both {
    let (portal, source) = (shown(portal), shown(source));
    both(
        format!(
            "let op: het portaal '{portal}' heeft zijn dorpen uit deze map ('{source}'), en elke machine maakt maar een deel daarvan; wat andere machines maken, staat niet op het portaal\nlaat elke machine alleen haar dorpen maken met --zonder-portalen, en als alle sites er staan de portalen met --alleen-portalen"
        ),
        format!(
            "note: the portal '{portal}' gets its villages from this folder ('{source}'), and every machine builds only some of them; what other machines build is not on the portal\nlet every machine build only its villages with --no-portals, and build the portals with --only-portals once all sites are there"
        ),
    )
}

/// A portal that looks for its villages where their sites are not put: the site of `village`, or of any, goes
/// to `site`, and the portal must name the folder `all`.
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
            "note: the portal '{portal}' looks in '{source}', but here {whose_en} put into '{site}'\nunder 'sources' in the site.yaml of the portal, name the folder '{all}': then it shows all villages"
        ),
    )
}

/// A village has the name of a folder that the machines at GitHub use themselves.
pub(super) fn reserved_name(village: &str) -> Both {
    let village = shown(village);
    both(
        format!(
            "let op: bij GitHub zetten de machines hun eigen werk in een map die ook zo heet als de map van het dorp '{village}'; dat gaat mis\ngeef de map van dat dorp een andere naam"
        ),
        format!(
            "note: at GitHub the machines put their own work into a folder with the same name as the folder of the village '{village}', which goes wrong\ngive the folder of that village another name"
        ),
    )
}

/// Villages outside the folder that GitHub has.
pub(super) fn not_in_repository(root: &Path, villages: &str) -> Both {
    let root = shown(&root.display().to_string());
    both(
        format!(
            "let op: deze dorpen liggen niet in '{root}', en zijn er bij GitHub dus niet: {villages}\nzet hun mappen in '{root}'"
        ),
        format!(
            "note: these villages are not inside '{root}', so GitHub does not have them: {villages}\nput their folders into '{root}'"
        ),
    )
}

/// A portal that looks for its villages outside the folder that GitHub has.
pub(super) fn source_not_in_repository(portal: &str, source: &str, root: &Path) -> Both {
    let [portal, source, root] = [portal, source, &root.display().to_string()].map(shown);
    both(
        format!(
            "let op: het portaal '{portal}' zoekt bij '{source}', en dat ligt niet in '{root}'; bij GitHub is het er dus niet\nnoem die dorpen met hun webadres"
        ),
        format!(
            "note: the portal '{portal}' looks in '{source}', which is not inside '{root}', so GitHub does not have it\nlist those villages by their web addresses"
        ),
    )
}

/// What a portal gathered from villages cannot be stored, and why.
pub(super) fn not_kept(why: &Both) -> Diagnostic {
    let message = both(
        "wat dorpen vertellen, kan hier niet worden bewaard; wat er al was, is gebruikt",
        "what was gathered from the villages cannot be stored here; what was stored earlier was used",
    );
    Diagnostic::new(Code::SourceNotGathered, Place::of_file(SITE_FILE), message).hint(why.clone())
}
