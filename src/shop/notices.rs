//! Messages that describe a change of themes, so that users see what they are getting.

use crate::ground::{Both, both};
use crate::package::Key;

/// A new theme, and the key that identifies its publisher from now on.
pub(super) fn added(name: &str, version: &str, key: Option<&Key>) -> Both {
    match key {
        Some(key) => both(
            format!(
                "toegevoegd: {name} {version}\nde maker ondertekent met de sleutel {key}; vanaf nu neemt Dorpsplein van '{name}' alleen aan wat daarmee is ondertekend"
            ),
            format!(
                "added: {name} {version}\nits maker signs with the key {key}; from now on Dorpsplein only accepts versions of '{name}' that are signed with it"
            ),
        ),
        None => both(
            format!(
                "toegevoegd: {name} {version}\nlet op: dit pakket is niet ondertekend, dus niemand kan nagaan van wie het komt; weet je het niet zeker, vraag het dan na bij de maker"
            ),
            format!(
                "added: {name} {version}\nnote: this package is not signed, so nobody can check who made it; if you are not sure, ask its maker"
            ),
        ),
    }
}

/// A theme was changed to another version.
pub(super) fn updated(name: &str, from: &str, to: &str) -> Both {
    both(format!("bijgewerkt: {name} van {from} naar {to}"), format!("updated: {name} from {from} to {to}"))
}

/// The same version was installed again.
pub(super) fn same(name: &str, version: &str) -> Both {
    both(format!("{name} {version} was er al"), format!("{name} {version} was already installed"))
}

/// A theme that was unsigned is now signed.
pub(super) fn signed_now(name: &str, key: &Key) -> Both {
    both(
        format!("'{name}' was niet ondertekend en is dat nu wel, met de sleutel {key}"),
        format!("'{name}' was not signed before and now is, with the key {key}"),
    )
}

/// A single package was added; newer versions still come from the list.
pub(super) fn list_retained(name: &str, list: &str) -> Both {
    both(
        format!("nieuwe versies van '{name}' blijven komen van {list}"),
        format!("new versions of '{name}' still come from {list}"),
    )
}

/// A built-in theme was replaced by an older version of it.
pub(super) fn older_than_shipped(name: &str, version: &str, ours: &str) -> Both {
    both(
        format!(
            "let op: '{name}' {version} is ouder dan versie {ours}, die in Dorpsplein zelf zit; de site gebruikt nu de oudere\nwil je de nieuwere, haal deze dan weer weg met: dorpsplein thema verwijder {name}"
        ),
        format!(
            "note: '{name}' {version} is older than version {ours}, which is built into Dorpsplein; the site now uses the older one\nto use the newer one, remove this one again with: dorpsplein theme remove {name}"
        ),
    )
}

/// It was no longer known who signed a theme, and now it is.
pub(super) fn key_restored(name: &str, key: &Key) -> Both {
    both(
        format!(
            "van wie '{name}' kwam, was niet meer bekend; dit pakket is ondertekend met de sleutel {key}, en vanaf nu kent Dorpsplein de maker daaraan\nweet je niet zeker of dat zijn sleutel is, vraag het dan aan de maker"
        ),
        format!(
            "it was no longer known who made '{name}'; this package is signed with the key {key}, and from now on Dorpsplein recognises its maker by that key\nif you are not sure whether it is their key, ask the maker"
        ),
    )
}

/// The lost record of the themes was rebuilt.
pub(super) fn lock_was_rebuilt() -> Both {
    both(
        "hersteld: themes.lock was weg en is er weer; van wie het thema kwam, stond alleen daarin\nvoeg het nog een keer toe met het adres van de maker, dan weet Dorpsplein ook dat weer: dorpsplein thema voeg-toe",
        "repaired: themes.lock was gone and is back; who made the theme was recorded only there\nadd the theme again from its maker's address, so that Dorpsplein knows its maker again: dorpsplein theme add",
    )
}

/// How to return to the previous state.
pub(super) fn rollback_option() -> Both {
    both(
        "bekijk de site; bevalt het niet, dan ga je terug met: dorpsplein thema terug",
        "look at the site; if you do not like it, go back with: dorpsplein theme rollback",
    )
}

/// A login is not stored in the lock, which others can read.
pub(super) fn login_not_kept() -> Both {
    both(
        "de naam en het wachtwoord in het adres zijn niet bewaard, want anderen kunnen themes.lock lezen; een nieuwe versie voeg je toe met het hele adres: dorpsplein thema voeg-toe",
        "the name and password in the address were not stored, because others can read themes.lock; to add a new version, give the whole address again: dorpsplein theme add",
    )
}

/// No newer version is offered.
pub(super) fn newest(name: &str, version: &str) -> Both {
    both(
        format!("{name} {version}: je hebt de nieuwste versie"),
        format!("{name} {version}: you have the newest version"),
    )
}

/// A newer version is offered.
pub(super) fn is_new(name: &str, from: &str, to: &str) -> Both {
    both(
        format!("{name}: versie {to} is er; je hebt {from}"),
        format!("{name}: version {to} is available; you have {from}"),
    )
}

/// How to get the newer version.
pub(super) fn how_to_update() -> Both {
    both("haal die met: dorpsplein thema werk-bij", "get it with: dorpsplein theme update")
}

/// A newer version is offered, but this program cannot use it.
pub(super) fn needs_newer_program(name: &str, version: &str) -> Both {
    both(
        format!("{name}: versie {version} is er ook, maar daarvoor heb je een nieuwere Dorpsplein nodig"),
        format!("{name}: version {version} is also available, but it needs a newer Dorpsplein"),
    )
}

/// It is unknown where a theme is offered.
pub(super) fn no_origin(name: &str) -> Both {
    both(
        format!("{name}: Dorpsplein weet niet waar dit thema vandaan komt; voeg een nieuwe versie zelf toe"),
        format!("{name}: Dorpsplein does not know where this theme came from; add a new version yourself"),
    )
}

/// A theme came from another machine on the network, which is not contacted unless the user asks.
pub(super) fn on_another_machine(name: &str, from: &str) -> Both {
    both(
        format!(
            "{name}: dit thema kwam van een andere computer, '{from}', en daar kijkt Dorpsplein niet vanzelf\nvertrouw je die plek, voeg het thema dan opnieuw toe: dorpsplein thema voeg-toe"
        ),
        format!(
            "{name}: this theme came from another computer, '{from}', where Dorpsplein does not look automatically\nif you trust that place, add the theme again: dorpsplein theme add"
        ),
    )
}

/// A theme is back at its previous version.
pub(super) fn rolled_back(name: &str, from: &str, to: &str) -> Both {
    both(
        format!("teruggezet: {name} van {from} naar {to}"),
        format!("rolled back: {name} from {from} to {to}"),
    )
}

/// How to undo a rollback.
pub(super) fn redo_option() -> Both {
    both("met nog een keer 'thema terug' heb je weer wat je had", "to undo this, run 'theme rollback' again")
}

/// The site has switched to another theme.
pub(super) fn instead_of(name: &str, before: &str) -> Both {
    both(
        format!("het thema van deze site was '{before}' en is nu '{name}'; '{before}' blijft staan"),
        format!("the theme of this site was '{before}' and is now '{name}'; '{before}' is kept"),
    )
}

/// The site has switched from a theme that was not added by the program.
pub(super) fn instead_of_own(name: &str, before: &str) -> Both {
    both(
        format!(
            "het thema van deze site was '{before}' en is nu '{name}'; wil je terug, zet dan in site.yaml: thema: {before}"
        ),
        format!(
            "the theme of this site was '{before}' and is now '{name}'; to go back, put this in site.yaml: theme: {before}"
        ),
    )
}

/// The added theme is one that the site's theme builds on.
pub(super) fn is_inherited(name: &str, named: &str) -> Both {
    both(
        format!("het thema van deze site blijft '{named}', dat op '{name}' bouwt"),
        format!("the theme of this site is still '{named}', which builds on '{name}'"),
    )
}

/// The site uses its previous theme again, and the other one is kept.
pub(super) fn previous_theme_restored(name: &str, before: &str) -> Both {
    both(
        format!("het thema van deze site is weer '{name}'; '{before}' blijft staan"),
        format!("the theme of this site is '{name}' again; '{before}' is kept"),
    )
}

/// The site uses its previous theme again.
pub(super) fn theme_restored(name: &str) -> Both {
    both(
        format!("het thema van deze site is weer '{name}'"),
        format!("the theme of this site is '{name}' again"),
    )
}

/// An incomplete theme folder was restored.
pub(super) fn restored(name: &str, version: &str, missing: &[String]) -> Both {
    let list = named(missing);
    if missing.is_empty() {
        return both(
            format!("hersteld: in de map van {name} {version} ontbrak iets; die is weer zoals hij kwam"),
            format!(
                "repaired: something was missing from the folder of {name} {version}; it is complete again"
            ),
        );
    }
    both(
        format!(
            "hersteld: de map van {name} {version} is weer zoals hij kwam; dit was weg en is er weer: {}",
            list.nl
        ),
        format!(
            "repaired: the folder of {name} {version} is complete again; this was gone and is back: {}",
            list.en
        ),
    )
}

/// Lists files on one line, up to a readable number.
fn named(files: &[String]) -> Both {
    const MOST: usize = 5;
    let list = files.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    match files.len().saturating_sub(MOST) {
        0 => both(list.clone(), list),
        more => both(format!("{list} en nog {more}"), format!("{list} and {more} more")),
    }
}

/// `site.yaml` named another version than the installed one.
pub(super) fn site_file_restored() -> Both {
    both(
        "hersteld: site.yaml noemde een andere versie van het thema dan er staat; dat klopt nu weer",
        "repaired: site.yaml named another version of the theme than the one that is installed; it is right again",
    )
}

/// A theme was removed.
pub(super) fn removed(name: &str) -> Both {
    both(format!("verwijderd: {name}"), format!("removed: {name}"))
}

/// The site uses the standard theme again.
pub(super) fn standard_restored() -> Both {
    both(
        "de site heeft nu weer het standaardthema; staan er in site.yaml nog instellingen van dit thema, haal die dan weg, want daarmee wordt de site niet gemaakt",
        "the site has the standard theme again; if site.yaml still has settings of the removed theme, delete them, because the site cannot be built with them",
    )
}
