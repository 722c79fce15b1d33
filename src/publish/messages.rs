//! The messages, in Dutch and English, for a site that cannot be published.

use std::io;
use std::path::Path;

use crate::ground::{Both, MANIFEST, both};
use crate::read::{ReadFailure, is_held};

pub(super) fn inside_source(output: &Path, source: &Path) -> Both {
    both(
        format!(
            "de site kan niet in '{}' komen: daar staan de bronbestanden ({})\nkies een andere plek met --uitvoer",
            output.display(),
            source.display()
        ),
        format!(
            "the site cannot be put in '{}': the source files are there ({})\nchoose another place with --output",
            output.display(),
            source.display()
        ),
    )
}

pub(super) fn disk_root(output: &Path) -> Both {
    let (disk, folder) = (output.display(), output.join("site"));
    both(
        format!("de site kan niet los op '{disk}' komen\nnoem een map, zoals '{}'", folder.display()),
        format!("the site cannot be put directly on '{disk}'\nname a folder, such as '{}'", folder.display()),
    )
}

pub(super) fn foreign_files(output: &Path, files: &[String]) -> Both {
    both(
        format!(
            "in '{}' staan bestanden die niet van Dorpsplein zijn: {}\ner is niets veranderd; haal ze weg of kies een andere map met --uitvoer",
            output.display(),
            files.join(", ")
        ),
        format!(
            "'{}' contains files that do not belong to Dorpsplein: {}\nnothing was changed; remove them or choose another folder with --output",
            output.display(),
            files.join(", ")
        ),
    )
}

pub(super) fn damaged_manifest(output: &Path, files: &[String]) -> Both {
    let (folder, list, files) = (output.display(), output.join(MANIFEST), files.join(", "));
    let list = list.display();
    both(
        format!(
            "de lijst '{list}' is beschadigd, dus niemand weet welke bestanden in '{folder}' van Dorpsplein zijn: {files}\ner is niets veranderd; staat er niets van jezelf in '{folder}', haal dan de hele map weg en maak de site opnieuw"
        ),
        format!(
            "the list '{list}' is damaged, so it is unclear which files in '{folder}' belong to Dorpsplein: {files}\nnothing was changed; if '{folder}' contains nothing of your own, delete the whole folder and build the site again"
        ),
    )
}

pub(super) fn unreadable_manifest(file: &Path, cause: &io::Error) -> Both {
    let (file, why) = (file.display(), refused(cause));
    both(
        format!(
            "de lijst van de bestanden van de site kan niet gelezen worden ('{file}'): {}\ner is niets veranderd; los dat op en probeer het nog een keer",
            why.nl
        ),
        format!(
            "the list of the site's files cannot be read ('{file}'): {}\nnothing was changed; fix that and try again",
            why.en
        ),
    )
}

pub(super) fn unreadable_plan(file: &Path, why: &ReadFailure) -> Both {
    let (why, path, keep) = (unread_reason(why), file.display(), keep_all(file));
    both(
        format!(
            "een verandering aan de thema's is afgebroken, en hoe die afgemaakt moet worden is niet te lezen ('{path}'): {}\ner is niets veranderd; los dat op en geef de opdracht nog een keer\nlukt dat niet, zet dan {}",
            why.nl, keep.nl
        ),
        format!(
            "a change to the themes was interrupted, and the file that says how to finish it cannot be read ('{path}'): {}\nnothing was changed; fix that and run the command again\nif that is not possible, move {}",
            why.en, keep.en
        ),
    )
}

pub(super) fn newer_plan(file: &Path) -> Both {
    let (path, keep) = (file.display(), keep_all(file));
    both(
        format!(
            "een verandering aan de thema's is afgebroken, en die is begonnen met een nieuwere Dorpsplein ('{path}')\ner is niets veranderd; geef de opdracht met die nieuwere Dorpsplein, dan wordt ze afgemaakt\nlukt dat niet, zet dan {}",
            keep.nl
        ),
        format!(
            "a change to the themes was interrupted, and it was started with a newer version of Dorpsplein ('{path}')\nnothing was changed; run the command with that newer version to finish it\nif that is not possible, move {}",
            keep.en
        ),
    )
}

pub(super) fn broken_plan(file: &Path) -> Both {
    let (path, keep) = (file.display(), keep_all(file));
    both(
        format!(
            "een verandering aan de thema's is afgebroken, en het bestand waarin staat hoe die afgemaakt moet worden, is beschadigd ('{path}')\ner is niets veranderd\nzet {}",
            keep.nl
        ),
        format!(
            "a change to the themes was interrupted, and the file that says how to finish it is damaged ('{path}')\nnothing was changed\nmove {}",
            keep.en
        ),
    )
}

/// What to move away when a change to the themes cannot be finished, and why to keep it.
fn keep_all(plan: &Path) -> Both {
    let folder = plan.parent().unwrap_or(plan).display();
    both(
        format!(
            "de map '{folder}' ergens anders neer en bewaar die: wat er van het oude en het nieuwe thema is, staat daarin"
        ),
        format!(
            "the folder '{folder}' somewhere else and keep it: it contains what is left of the old and the new theme"
        ),
    )
}

pub(super) fn changed_meanwhile(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "'{file}' is intussen door een ander veranderd; er is niets gedaan\ngeef de opdracht nog een keer"
        ),
        format!(
            "'{file}' was changed by someone else in the meantime; nothing was done\nrun the command again"
        ),
    )
}

pub(super) fn foreign_file(file: &Path) -> Both {
    both(
        format!(
            "er staat al een '{}' en die is niet van Dorpsplein; er is niets veranderd\nhaal het weg of kies een andere naam met --uitvoer",
            file.display()
        ),
        format!(
            "'{}' already exists, and it was not made by Dorpsplein; nothing was changed\nremove it or choose another name with --output",
            file.display()
        ),
    )
}

pub(super) fn inside_site(file: &Path, site: &Path) -> Both {
    both(
        format!(
            "'{}' kan niet in '{}' komen: in die map staat alleen de gemaakte site\nkies een andere plek met --uitvoer",
            file.display(),
            site.display()
        ),
        format!(
            "'{}' cannot be put in '{}': that folder is only for the finished site\nchoose another place with --output",
            file.display(),
            site.display()
        ),
    )
}

pub(super) fn edited_by_hand(file: &Path) -> Both {
    both(
        format!(
            "in '{}' heeft iemand iets ingevuld of veranderd; het blijft zoals het is\nkies een andere naam met --uitvoer, en neem over wat erin staat",
            file.display()
        ),
        format!(
            "someone filled in or changed something in '{}'; it is left as it is\nchoose another name with --output, and copy over what it contains",
            file.display()
        ),
    )
}

pub(super) fn not_empty(folder: &Path, found: &str) -> Both {
    both(
        format!(
            "de map '{}' is niet leeg: '{found}' staat er al; er is niets veranderd\nkies een nieuwe naam",
            folder.display()
        ),
        format!(
            "the folder '{}' is not empty: it already contains '{found}'; nothing was changed\nchoose a new name",
            folder.display()
        ),
    )
}

pub(super) fn io_error(path: &Path, cause: &io::Error) -> Both {
    with_path(path, &reason(cause))
}

/// A folder that may not be listed: nothing had been written yet.
pub(super) fn unreadable_folder(folder: &Path) -> Both {
    let folder = folder.display();
    both(
        format!(
            "je mag de map '{folder}' niet openen\ner is niets veranderd; kijk in de eigenschappen van de map wie erin mag"
        ),
        format!(
            "you are not allowed to open the folder '{folder}'\nnothing was changed; check the permissions of the folder"
        ),
    )
}

fn with_path(path: &Path, why: &Both) -> Both {
    let (Both { nl, en }, path) = (why, path.display());
    both(
        format!("{nl} ('{path}')\ner is niets veranderd; wat er stond, staat er nog"),
        format!("{en} ('{path}')\nnothing was changed; what was there is still there"),
    )
}

pub(super) fn link_in_the_way(link: &Path) -> Both {
    let link = link.display();
    both(
        format!(
            "'{link}' is een snelkoppeling naar een andere plek, en daar schrijft Dorpsplein niet\ner is niets veranderd; haal de snelkoppeling weg, of zet er een gewone map of een gewoon bestand neer"
        ),
        format!(
            "'{link}' is a link to another place, and Dorpsplein does not write there\nnothing was changed; remove the link, or put an ordinary folder or file there"
        ),
    )
}

pub(super) fn unreadable(file: &Path, why: &ReadFailure) -> Both {
    with_path(file, &unread_reason(why))
}

fn unread_reason(why: &ReadFailure) -> Both {
    match why {
        ReadFailure::Gone => both("dit bestand is er niet (meer)", "this file does not exist (any more)"),
        ReadFailure::NotAFile => both("hier staat iets anders dan een bestand", "this is not a file"),
        ReadFailure::TooBig => both("dit bestand is te groot", "this file is too large"),
        ReadFailure::Refused(cause) => refused(cause),
    }
}

/// What the operating system reported about a file that was to be read.
fn refused(cause: &io::Error) -> Both {
    match cause.kind() {
        io::ErrorKind::PermissionDenied => both(
            "je mag dit bestand niet lezen, of een ander programma heeft het open",
            "you are not allowed to read this file, or another program has it open",
        ),
        _ => reason(cause),
    }
}

/// Replaces the assurance that nothing was changed, when a part of the change remains.
pub(super) fn not_undone(because: &Both) -> Both {
    let why = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    both(
        format!(
            "{}\neen deel is al veranderd; geef dezelfde opdracht nog een keer, dan komt de rest",
            why(&because.nl)
        ),
        format!(
            "{}\npart of it has already been changed; run the same command again for the rest",
            why(&because.en)
        ),
    )
}

pub(super) fn put_aside(output: &Path, aside: &Path, cause: &io::Error) -> Both {
    let (why, output, aside) = (reason(cause), output.display(), aside.display());
    both(
        format!(
            "{} ('{output}')\nde oude site staat nu in '{aside}'; maak de site nog een keer, dan komt hij terug",
            why.nl
        ),
        format!("{} ('{output}')\nthe old site is now in '{aside}'; build again to restore it", why.en),
    )
}

/// What the operating system reported, in plain words for the cases we know.
pub(super) fn reason(cause: &io::Error) -> Both {
    match cause.kind() {
        _ if is_held(cause) => both(
            "een ander programma heeft hier iets open; sluit dat en probeer het nog een keer",
            "another program has something open here; close it and try again",
        ),
        // Windows says the same about a folder in which a file is open.
        io::ErrorKind::PermissionDenied if cfg!(windows) => both(
            "je mag hier niet schrijven, of een ander programma heeft hier nog iets open",
            "you are not allowed to write here, or another program still has something open here",
        ),
        io::ErrorKind::PermissionDenied => {
            both("je mag hier niet schrijven", "you are not allowed to write here")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            both("de schijf is vol", "the disk is full")
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            both("deze schijf kan alleen gelezen worden", "this disk can only be read")
        }
        io::ErrorKind::NotFound => {
            both("dit bestand of deze map is er niet (meer)", "this file or folder does not exist (any more)")
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            both("hier staat al een bestand met die naam", "there is already a file with that name here")
        }
        io::ErrorKind::InvalidFilename => both(
            "deze naam is te lang of kan op deze schijf niet",
            "this name is too long, or not allowed on this disk",
        ),
        io::ErrorKind::ResourceBusy => both(
            "deze map is in gebruik door een ander programma",
            "this folder is in use by another program",
        ),
        _ => both(format!("de computer weigert: {cause}"), format!("the computer refuses: {cause}")),
    }
}
