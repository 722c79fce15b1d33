//! What is said while a host is chosen, in Dutch and English.

use std::path::Path;

use super::refusals::village_above;
use crate::ground::{Both, Pair, both};
use crate::publish::Sealed;
use crate::village::{Choices, Host};

/// What people call a host.
pub(super) fn host_name(host: Host) -> Pair {
    let same = |name| Pair::new(name, name);
    match host {
        Host::GitHub => same("GitHub"),
        Host::GitLab => same("GitLab"),
        Host::Codeberg => same("Codeberg"),
        Host::Cloudflare => same("Cloudflare"),
        Host::Netlify => same("Netlify"),
        Host::Neocities => same("Neocities"),
        Host::Folder => Pair::new("een eigen map", "a folder of your own"),
    }
}

pub(super) fn no_site_file(folder: &Path) -> Both {
    if let Some(village) = village_above(folder) {
        let folder = folder.display();
        return both(
            format!(
                "'{folder}' is een map van een dorp, en niet het dorp zelf\nnoem de map van het dorp: {village}"
            ),
            format!(
                "'{folder}' is a folder of a village, and not the village itself\nname the folder of the village: {village}"
            ),
        );
    }
    if folder == Path::new(".") {
        return both(
            "in deze map staat geen site.yaml die gelezen kan worden\ngeef de map van het dorp erbij, of begin er een met: dorpsplein nieuw MAP",
            "there is no site.yaml in this folder that can be read\nadd the folder of the village, or begin one with: dorpsplein new DIR",
        );
    }
    let folder = folder.display();
    both(
        format!(
            "in '{folder}' staat geen site.yaml die gelezen kan worden\nnoem de map van het dorp, of begin er een met: dorpsplein nieuw MAP"
        ),
        format!(
            "there is no site.yaml in '{folder}' that can be read\nname the folder of the village, or begin one with: dorpsplein new DIR"
        ),
    )
}

pub(super) fn site_file_not_changed(file: &Path, host: Host) -> Both {
    let (file, label) = (file.display(), host.word().label);
    both(
        format!(
            "'{file}' is zo geschreven dat er geen regel bij kan; er is niets veranderd\nzorg zelf dat deze regel er één keer in staat, en probeer het opnieuw: host: {}",
            label.nl
        ),
        format!(
            "'{file}' is written in such a way that no line can be added; nothing was changed\nsee to it yourself that this line is in it once, and try again: host: {}",
            label.en
        ),
    )
}

pub(super) fn outcome(path: &str, outcome: Sealed) -> Both {
    match outcome {
        Sealed::New => both(format!("gemaakt: {path}"), format!("made: {path}")),
        Sealed::Renewed => both(format!("vernieuwd: {path}"), format!("renewed: {path}")),
        Sealed::Same => both(format!("was al goed: {path}"), format!("was right already: {path}")),
        Sealed::Kept => both(
            format!(
                "niet veranderd: {path}; daar heeft iemand zelf in geschreven\nmet --toch vervang je het; wat er nu in staat, ben je dan kwijt"
            ),
            format!(
                "not changed: {path}; somebody wrote in it\nwith --anyway you replace it; what it holds now is then lost"
            ),
        ),
    }
}

pub(super) fn left_over(path: &str) -> Both {
    both(
        format!(
            "gooi {path} weg: het is van de vorige plek, en zolang het er staat kan de site ook daar nog worden bijgewerkt"
        ),
        format!(
            "throw {path} away: it is of the former place, and as long as it is there the site may go on being made there as well"
        ),
    )
}

/// The same, of a file that somebody wrote in.
pub(super) fn left_over_changed(path: &str) -> Both {
    both(
        format!(
            "let op: {path} is nog van de vorige plek, en daar heeft iemand zelf in geschreven; Dorpsplein laat het staan\nzet wat je nog nodig hebt ergens anders neer en gooi het dan weg; zolang het er staat, kan de site ook daar nog worden bijgewerkt"
        ),
        format!(
            "mind: {path} is still of the former place, and somebody wrote in it; Dorpsplein leaves it there\nput what you still need somewhere else and then throw it away; as long as it is there, the site may go on being made there as well"
        ),
    )
}

/// Nothing is done by halves: what somebody wrote in stands in the way of all.
pub(super) fn nothing_set(host: Host) -> Both {
    let name = host_name(host);
    both(
        format!(
            "er is niets veranderd; hoe het bij {} gaat, lees je met: dorpsplein host uitleg {}",
            name.nl,
            host.word().label.nl
        ),
        format!(
            "nothing was changed; how it goes with {} you read with: dorpsplein host explain {}",
            name.en,
            host.word().label.en
        ),
    )
}

/// A host looks in the top folder of what git keeps, and nowhere else.
pub(super) fn below_repository(folder: &Path, repository: &Path) -> Both {
    let (folder, repository) = (folder.display(), repository.display());
    both(
        format!(
            "let op: '{folder}' ligt in '{repository}', dat als geheel met git wordt bewaard; een host kijkt alleen in de bovenste map daarvan, en ziet niet wat hier is gemaakt\ngeef het dorp een eigen map buiten '{repository}'"
        ),
        format!(
            "note: '{folder}' lies in '{repository}', which git keeps as a whole; a host only looks in the top folder of that, and does not see what was made here\ngive the village a folder of its own outside '{repository}'"
        ),
    )
}

pub(super) fn program_unknown() -> Both {
    both(
        "let op: dit programma is niet van een uitgave, en weet daarom het controlegetal niet van het programma dat de host moet ophalen\nde host stopt daarop; doe dit opnieuw met een uitgave van Dorpsplein, of geef het getal met --controlegetal",
        "note: this program is not from a release, and so does not know the checksum of the program that the host must fetch\nthe host stops at that; do this again with a release of Dorpsplein, or give the sum with --checksum",
    )
}

pub(super) fn address_missing() -> Both {
    both(
        "zet ook het webadres in site.yaml, zodra je het weet: webadres: https://…",
        "put the web address in site.yaml as well, once you know it: base_url: https://…",
    )
}

pub(super) fn what_next(host: Host, guide: &str) -> Both {
    let name = host_name(host);
    both(
        format!("de site gaat naar {}; wat je nu moet doen, staat stap voor stap in {guide}", name.nl),
        format!("the site goes to {}; what to do now stands step by step in {guide}", name.en),
    )
}
