//! Why a theme is not added, updated, rolled back or removed, in Dutch and English.

use crate::ground::{Both, as_argument, both};
use crate::package::Key;

pub(super) fn no_file(path: &str) -> Both {
    both(
        format!("'{path}' is er niet\nkijk of de naam klopt en of je in de goede map staat"),
        format!("'{path}' does not exist\ncheck that the name is right and that you are in the right folder"),
    )
}

pub(super) fn not_packed(path: &str) -> Both {
    let typed = as_argument(path);
    both(
        format!(
            "'{path}' is de map van een thema, en geen pakket\nmaak er eerst een pakket van: dorpsplein thema pak {typed}; voeg dat dan toe"
        ),
        format!(
            "'{path}' is the folder of a theme, not a package\nmake a package of it first: dorpsplein theme pack {typed}; then add the package"
        ),
    )
}

pub(super) fn no_scheme(typed: &str) -> Both {
    both(
        format!(
            "'{typed}' is er niet op deze computer; is het een webadres, zet er dan https:// voor: https://{typed}"
        ),
        format!(
            "'{typed}' is not on this computer; if it is a web address, put https:// in front: https://{typed}"
        ),
    )
}

pub(super) fn package_incomplete(file: &str, (some, all): (u64, u64)) -> Both {
    both(
        format!(
            "'{file}' is niet volledig binnengekomen ({some} van {all} bytes); er is niets veranderd\nprobeer het nog eens; blijft het zo, vertel het dan de maker"
        ),
        format!(
            "'{file}' was not downloaded completely ({some} of {all} bytes); nothing was changed\ntry again; if it keeps happening, tell the maker"
        ),
    )
}

pub(super) fn file_too_large(path: &str) -> Both {
    both(
        format!("'{path}' is te groot voor een pakket van een thema\nkijk of dit het goede bestand is"),
        format!("'{path}' is too large for a theme package\ncheck that this is the right file"),
    )
}

pub(super) fn file_unreadable(path: &str) -> Both {
    both(
        format!("'{path}' kan niet worden gelezen\nkijk of het een bestand is en of je het mag openen"),
        format!("'{path}' cannot be read\ncheck that it is a file and that you are allowed to open it"),
    )
}

pub(super) fn no_site(path: &str) -> Both {
    both(
        format!(
            "in '{path}' is geen site.yaml die te lezen is\nga naar de map van je dorp, of noem die map achter de opdracht"
        ),
        format!(
            "'{path}' has no site.yaml that can be read\ngo to the folder of your village, or give that folder after the command"
        ),
    )
}

pub(super) fn lock_unreadable() -> Both {
    both(
        "themes.lock kan niet worden gelezen; er is niets veranderd\nzet het bestand terug zoals het was, bijvoorbeeld met git, en probeer het opnieuw",
        "themes.lock cannot be read; nothing was changed\nrestore the file, with git for instance, and try again",
    )
}

/// `site.yaml` cannot be edited safely: shows the lines for the user to put there.
pub(super) fn site_file_not_changed(lines: &str) -> Both {
    both(
        format!(
            "site.yaml is zo geschreven dat Dorpsplein er niets veilig in kan veranderen; er is niets veranderd\nzet daarin op de plaats van het thema deze regels, en probeer het opnieuw:\n{lines}"
        ),
        format!(
            "site.yaml is written in such a way that Dorpsplein cannot safely change it; nothing was changed\nput these lines where the theme is set, and try again:\n{lines}"
        ),
    )
}

pub(super) fn site_file_keeps_theme() -> Both {
    both(
        "site.yaml is zo geschreven dat Dorpsplein er niets veilig uit kan halen; er is niets veranderd\nhaal er zelf de regels van het thema uit, en probeer het opnieuw",
        "site.yaml is written in such a way that Dorpsplein cannot safely remove anything from it; nothing was changed\nremove the lines of the theme yourself, and try again",
    )
}

pub(super) fn several_themes(names: &[String]) -> Both {
    let list = names.join(", ");
    both(
        format!("hier zijn meer thema's: {list}\nzet de naam achter het adres, zoals #{}", names[0]),
        format!(
            "there are several themes here: {list}\nput the name after the address, for example #{}",
            names[0]
        ),
    )
}

pub(super) fn no_themes(place: &str) -> Both {
    both(
        format!("in '{place}' is geen enkel thema te vinden\nkijk of het adres of de map klopt"),
        format!("there is no theme in '{place}'\ncheck that the address or the folder is right"),
    )
}

pub(super) fn not_offered(name: &str, place: &str, near: Option<&str>) -> Both {
    let (nl, en) = match near {
        Some(near) => (format!("bedoel je '{near}'?"), format!("did you mean '{near}'?")),
        None => ("kijk of de naam klopt".to_owned(), "check that the name is right".to_owned()),
    };
    both(
        format!("'{place}' heeft geen thema '{name}'\n{nl}"),
        format!("'{place}' has no theme '{name}'\n{en}"),
    )
}

pub(super) fn too_new(name: &str, version: &str) -> Both {
    both(
        format!(
            "{name} {version} is gemaakt voor een nieuwere Dorpsplein; er is niets veranderd\nhaal eerst de nieuwste versie van Dorpsplein"
        ),
        format!(
            "{name} {version} was made for a newer Dorpsplein; nothing was changed\nget the newest version of Dorpsplein first"
        ),
    )
}

pub(super) fn too_old(name: &str, version: &str) -> Both {
    both(
        format!(
            "{name} {version} is gemaakt voor een Dorpsplein van lang geleden; er is niets veranderd\nvraag de maker om een nieuwe versie van het thema"
        ),
        format!(
            "{name} {version} was made for a very old Dorpsplein; nothing was changed\nask the maker for a new version of the theme"
        ),
    )
}

pub(super) fn downgrade(name: &str, version: &str, here: &str) -> Both {
    both(
        format!(
            "{name} {version} is ouder dan versie {here}, die je al hebt; er is niets veranderd\nwil je terug naar de vorige versie, gebruik dan: dorpsplein thema terug"
        ),
        format!(
            "{name} {version} is older than version {here}, which you already have; nothing was changed\nto go back to the previous version, use: dorpsplein theme rollback"
        ),
    )
}

pub(super) fn other_contents(name: &str, version: &str) -> Both {
    both(
        format!(
            "dit pakket zegt dat het {name} {version} is, maar er zit iets anders in dan in de {version} die je hebt; er is niets veranderd\nvraag de maker ernaar: een nieuwe inhoud hoort een nieuw nummer te krijgen"
        ),
        format!(
            "this package says that it is {name} {version}, but its contents differ from the {version} that you have; nothing was changed\nask its maker about it: new contents should have a new number"
        ),
    )
}

pub(super) fn other_key(name: &str, known: &Key, given: &Key) -> Both {
    both(
        format!(
            "'{name}' zou nu met een andere sleutel ondertekend zijn: {given}; je kent de maker van {known}; er is niets veranderd\nvraag de maker of dat klopt; zo ja, dan verwijder je het thema en voeg je het opnieuw toe"
        ),
        format!(
            "'{name}' would now be signed with another key: {given}; you know its maker by {known}; nothing was changed\nask the maker whether that is correct; if so, remove the theme and add it again"
        ),
    )
}

pub(super) fn signature_missing(name: &str, key: &Key) -> Both {
    both(
        format!(
            "dit pakket van '{name}' is niet ondertekend, en het hoort ondertekend te zijn met de sleutel {key}; er is niets veranderd\ngebruik het niet; vraag de maker om het pakket met de handtekening (.minisig)"
        ),
        format!(
            "this package of '{name}' is not signed, and it should be signed with the key {key}; nothing was changed\ndo not use it; ask the maker for the package with its signature (.minisig)"
        ),
    )
}

pub(super) fn signature_wrong(name: &str, key: &Key) -> Both {
    both(
        format!(
            "de handtekening bij '{name}' klopt niet: dit pakket komt niet van wie de sleutel {key} heeft; er is niets veranderd\ngebruik het niet, en vertel het de maker"
        ),
        format!(
            "the signature of '{name}' is wrong: this package does not come from the holder of the key {key}; nothing was changed\ndo not use it, and tell the maker"
        ),
    )
}

pub(super) fn key_unknown(name: &str) -> Both {
    both(
        format!(
            "'{name}' is ondertekend, maar de sleutel van de maker is er niet bij; er is niets veranderd\nvraag de maker om het bestand .pub en noem het met --sleutel"
        ),
        format!(
            "'{name}' is signed, but the key of its maker did not come with it; nothing was changed\nask the maker for the .pub file and give it with --key"
        ),
    )
}

pub(super) fn key_unreadable(place: &str) -> Both {
    both(
        format!(
            "in '{place}' staat geen sleutel die Dorpsplein kan lezen\nhet moet het bestand zijn dat op .pub eindigt"
        ),
        format!("'{place}' has no key that Dorpsplein can read\ngive the file whose name ends in .pub"),
    )
}

pub(super) fn not_as_listed(file: &str) -> Both {
    both(
        format!(
            "'{file}' is een ander pakket dan de lijst van thema's zegt; er is niets veranderd\nprobeer het later nog eens; blijft het zo, vertel het dan de maker"
        ),
        format!(
            "'{file}' is not the package that the list of themes describes; nothing was changed\ntry again later; if it keeps happening, tell the maker"
        ),
    )
}

pub(super) fn manifest_differs(name: &str) -> Both {
    both(
        format!(
            "het pakket van '{name}' spreekt zichzelf tegen: package.json en theme.yaml zeggen niet hetzelfde; er is niets veranderd\nvraag de maker om een nieuw pakket, gemaakt met 'dorpsplein thema pak'"
        ),
        format!(
            "the package of '{name}' contradicts itself: package.json and theme.yaml do not agree; nothing was changed\nask the maker for a new package, made with 'dorpsplein theme pack'"
        ),
    )
}

pub(super) fn parent_missing(name: &str, parent: &str) -> Both {
    both(
        format!(
            "'{name}' bouwt op het thema '{parent}', en dat is er niet; er is niets veranderd\nvoeg dat eerst toe: dorpsplein thema voeg-toe {parent}.zip (vraag de maker van '{name}' waar je het vindt)"
        ),
        format!(
            "'{name}' builds on the theme '{parent}', which is missing; nothing was changed\nadd that theme first: dorpsplein theme add {parent}.zip (ask the maker of '{name}' where to find it)"
        ),
    )
}

pub(super) fn extends_loop(name: &str) -> Both {
    both(
        format!(
            "'{name}' bouwt uiteindelijk op zichzelf; er is niets veranderd\nvraag de maker om een nieuwe versie"
        ),
        format!("'{name}' ultimately builds on itself; nothing was changed\nask the maker for a new version"),
    )
}

pub(super) fn site_not_utf8() -> Both {
    both(
        "site.yaml is niet als UTF-8 bewaard, en kan dus niet veilig worden veranderd; er is niets veranderd\nopen het in je tekstprogramma, bewaar het opnieuw als UTF-8, en probeer het nog eens",
        "site.yaml was not saved as UTF-8, so it cannot be changed safely; nothing was changed\nopen it in your editor, save it again as UTF-8, and try again",
    )
}

pub(super) fn site_invalid() -> Both {
    both(
        "in site.yaml staat een fout, en dus kan er niets veilig in worden veranderd; er is niets veranderd\nwat er mis is, vertelt: dorpsplein controleer",
        "site.yaml has a mistake in it, so it cannot be changed safely; nothing was changed\nto see what is wrong, run: dorpsplein check",
    )
}

pub(super) fn no_theme_added() -> Both {
    both(
        "deze site heeft geen thema dat is toegevoegd\nvoeg er een toe met: dorpsplein thema voeg-toe",
        "no theme has been added to this site\nadd one with: dorpsplein theme add",
    )
}

pub(super) fn not_installed(name: &str, near: Option<&str>) -> Both {
    let (nl, en) = match near {
        Some(near) => (format!("bedoel je '{near}'?"), format!("did you mean '{near}'?")),
        None => (
            "kijk welke er zijn met: dorpsplein thema lijst".to_owned(),
            "see which themes there are with: dorpsplein theme list".to_owned(),
        ),
    };
    both(
        format!("het thema '{name}' is niet toegevoegd\n{nl}"),
        format!("the theme '{name}' has not been added\n{en}"),
    )
}

pub(super) fn others_build_on(name: &str, other: &str) -> Both {
    both(
        format!("het thema '{other}' bouwt op '{name}'; er is niets veranderd\nverwijder eerst '{other}'"),
        format!("the theme '{other}' builds on '{name}'; nothing was changed\nremove '{other}' first"),
    )
}

pub(super) fn nothing_former() -> Both {
    both(
        "er is geen vorige versie om naar terug te gaan; er is niets veranderd",
        "there is no previous version to go back to; nothing was changed",
    )
}

pub(super) fn former_missing(file: &str) -> Both {
    both(
        format!(
            "de vorige versie is er niet meer zoals hij was ('{file}'); er is niets veranderd\nvraag de maker om het pakket van die versie"
        ),
        format!(
            "the previous version is missing or was changed ('{file}'); nothing was changed\nask the maker for the package of that version"
        ),
    )
}

pub(super) fn themes_invalid() -> Both {
    both(
        "de thema's van dit dorp kloppen niet; wat er mis is, vertelt: dorpsplein controleer",
        "the themes of this village have mistakes; to see what is wrong, run: dorpsplein check",
    )
}

pub(super) fn no_such_file(typed: &str, near: Option<&str>) -> Both {
    let said = both(
        format!("geen enkel thema van dit dorp heeft een bestand '{typed}'"),
        format!("none of this village's themes has a file '{typed}'"),
    );
    match near {
        Some(near) => {
            both(format!("{}\nbedoel je: {near}?", said.nl), format!("{}\ndid you mean: {near}?", said.en))
        }
        None => said,
    }
}

pub(super) fn only_own(path: &str) -> Both {
    both(
        format!("'{path}' is van het dorp zelf; er is geen thema om het van over te nemen"),
        format!("'{path}' is the village's own file; there is no theme to adopt it from"),
    )
}

pub(super) fn not_in_theme(folder: &str, inner: &str, near: Option<&str>) -> Both {
    let (nl, en) = match near {
        Some(near) => (format!("bedoel je: {near}?"), format!("did you mean: {near}?")),
        None => (
            format!("welk thema het wel heeft, toont: dorpsplein thema waar {inner}"),
            format!("to see which theme has it, run: dorpsplein theme where {inner}"),
        ),
    };
    both(
        format!("in '{folder}' is geen bestand '{inner}'\n{nl}"),
        format!("there is no file '{inner}' in '{folder}'\n{en}"),
    )
}

pub(super) fn theme_metadata_file(path: &str) -> Both {
    both(
        format!(
            "'{path}' vertelt iets over het thema zelf; een eigen '{path}' van het dorp wordt niet gelezen; er is niets veranderd\ninstellingen van het thema zet je in site.yaml, onder 'thema: instellingen:'"
        ),
        format!(
            "'{path}' describes the theme itself, and a copy in the village is not read; nothing was changed\nput settings of the theme in site.yaml, under 'theme: settings:'"
        ),
    )
}
