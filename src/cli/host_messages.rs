//! Messages about choosing a host, in Dutch and English.

use std::path::Path;

use super::refusals::village_above;
use crate::ground::{Both, Pair, both};
use crate::publish::Sealed;
use crate::village::{Choices, Host};

/// Returns the everyday name of a host.
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
                "'{folder}' is a folder inside a village, not the village itself\ngive the folder of the village: {village}"
            ),
        );
    }
    if folder == Path::new(".") {
        return both(
            "in deze map staat geen site.yaml die gelezen kan worden\ngeef de map van het dorp erbij, of begin er een met: dorpsplein nieuw MAP",
            "there is no readable site.yaml in this folder\ngive the folder of the village, or start one with: dorpsplein new DIR",
        );
    }
    let folder = folder.display();
    both(
        format!(
            "in '{folder}' staat geen site.yaml die gelezen kan worden\nnoem de map van het dorp, of begin er een met: dorpsplein nieuw MAP"
        ),
        format!(
            "there is no readable site.yaml in '{folder}'\ngive the folder of the village, or start one with: dorpsplein new DIR"
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
            "'{file}' is written in such a way that no line can be added; nothing was changed\nmake sure yourself that it contains this line once, and try again: host: {}",
            label.en
        ),
    )
}

pub(super) fn outcome(path: &str, outcome: Sealed) -> Both {
    match outcome {
        Sealed::New => both(format!("gemaakt: {path}"), format!("created: {path}")),
        Sealed::Updated => both(format!("vernieuwd: {path}"), format!("updated: {path}")),
        Sealed::Same => both(format!("was al goed: {path}"), format!("was already right: {path}")),
        Sealed::Kept => both(
            format!(
                "niet veranderd: {path}; daar heeft iemand zelf in geschreven\nmet --toch vervang je het; wat er nu in staat, ben je dan kwijt"
            ),
            format!(
                "not changed: {path}; somebody has edited it\nuse --anyway to replace it; its present contents are then lost"
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
            "delete {path}: it belongs to the previous host, and as long as it exists, the site may still be updated there too"
        ),
    )
}

/// The same, for a file that somebody has edited.
pub(super) fn left_over_changed(path: &str) -> Both {
    both(
        format!(
            "let op: {path} is nog van de vorige plek, en daar heeft iemand zelf in geschreven; Dorpsplein laat het staan\nzet wat je nog nodig hebt ergens anders neer en gooi het dan weg; zolang het er staat, kan de site ook daar nog worden bijgewerkt"
        ),
        format!(
            "note: {path} belongs to the previous host, and somebody has edited it; Dorpsplein leaves it there\nsave what you still need somewhere else and then delete it; as long as it exists, the site may still be updated there too"
        ),
    )
}

/// Nothing was done: one edited file stops the whole change.
pub(super) fn nothing_set(host: Host) -> Both {
    let name = host_name(host);
    both(
        format!(
            "er is niets veranderd; hoe het bij {} gaat, lees je met: dorpsplein host uitleg {}",
            name.nl,
            host.word().label.nl
        ),
        format!(
            "nothing was changed; to read how {} works, run: dorpsplein host explain {}",
            name.en,
            host.word().label.en
        ),
    )
}

/// A host only looks in the top folder of a repository.
pub(super) fn below_repository(folder: &Path, repository: &Path) -> Both {
    let (folder, repository) = (folder.display(), repository.display());
    both(
        format!(
            "let op: '{folder}' ligt in '{repository}', dat als geheel met git wordt bewaard; een host kijkt alleen in de bovenste map daarvan, en ziet niet wat hier is gemaakt\ngeef het dorp een eigen map buiten '{repository}'"
        ),
        format!(
            "note: '{folder}' is inside '{repository}', which is one git repository; a host only looks in its top folder, and does not see what was created here\ngive the village its own folder outside '{repository}'"
        ),
    )
}

/// GitHub only looks in the top folder of a repository for the file that spreads the work.
pub(super) fn fleet_below_repository(folder: &Path, repository: &Path) -> Both {
    let (folder, workflows) = (folder.display(), repository.join(".github").join("workflows"));
    let (repository, workflows) = (repository.display(), workflows.display());
    both(
        format!(
            "let op: '{folder}' ligt in '{repository}', dat als geheel met git wordt bewaard; GitHub kijkt alleen in '{workflows}', en doet niets met wat hier is gemaakt\ngeef de dorpen samen een eigen map buiten '{repository}', of zet ze in de bovenste map daarvan; doe dit daar dan opnieuw"
        ),
        format!(
            "note: '{folder}' is inside '{repository}', which is one git repository; GitHub only looks in '{workflows}', and does nothing with what was created here\ngive the villages their own folder outside '{repository}', or put them into its top folder; then run this again there"
        ),
    )
}

/// A portal that looks for its villages in a folder that its host does not have.
pub(super) fn source_away(source: &str, root: &Path, host: Host) -> Both {
    let (root, name) = (root.display(), host_name(host));
    both(
        format!(
            "let op: dit portaal zoekt bij '{source}', en dat ligt niet in '{root}'; bij {} is het er dus niet\nnoem die dorpen met hun webadres",
            name.nl
        ),
        format!(
            "note: this portal looks in '{source}', which is not inside '{root}', so {} does not have it\nlist those villages by their web addresses",
            name.en
        ),
    )
}

/// A portal at a host that keeps nothing between builds.
pub(super) fn nothing_kept(host: Host) -> Both {
    let name = host_name(host);
    both(
        format!(
            "let op: {} bewaart niets van de vorige keer; is de site van een dorp even niet te bereiken, dan staat dat dorp zolang niet op het portaal\nbij GitHub blijft het dan staan",
            name.nl
        ),
        format!(
            "note: {} keeps nothing of the previous build; while the site of a village cannot be reached, that village is not on the portal\nat GitHub it stays",
            name.en
        ),
    )
}

pub(super) fn program_unknown() -> Both {
    both(
        "let op: dit programma is niet van een uitgave, en weet daarom het controlegetal niet van het programma dat de host moet ophalen\nde host stopt daarop; doe dit opnieuw met een uitgave van Dorpsplein, of geef het getal met --controlegetal",
        "note: this program is not from a release, so it does not know the checksum of the program that the host must download\nwithout it, the host stops; run this again with a release of Dorpsplein, or give the checksum with --checksum",
    )
}

pub(super) fn address_missing() -> Both {
    both(
        "zet ook het webadres in site.yaml, zodra je het weet: webadres: https://…",
        "also put the web address in site.yaml, once you know it: base_url: https://…",
    )
}

pub(super) fn what_next(host: Host, guide: &str) -> Both {
    let name = host_name(host);
    both(
        format!("de site gaat naar {}; wat je nu moet doen, staat stap voor stap in {guide}", name.nl),
        format!("the site goes to {}; what to do now is explained step by step in {guide}", name.en),
    )
}
