//! What is told of a change, so that people see what they are about to have.

use crate::ground::{Both, both};
use crate::package::Key;

/// A theme that is new here, and by which key its publisher is known from now on.
pub(super) fn added(name: &str, version: &str, key: Option<&Key>) -> Both {
    match key {
        Some(key) => both(
            format!(
                "toegevoegd: {name} {version}\nde maker ondertekent met de sleutel {key}; vanaf nu neemt Dorpsplein van '{name}' alleen aan wat daarmee is ondertekend"
            ),
            format!(
                "added: {name} {version}\nits maker signs with the key {key}; from now on Dorpsplein takes of '{name}' only what is signed with it"
            ),
        ),
        None => both(
            format!(
                "toegevoegd: {name} {version}\nlet op: dit pakket is niet ondertekend, dus niemand kan nagaan van wie het komt; weet je het niet zeker, vraag het dan na bij de maker"
            ),
            format!(
                "added: {name} {version}\nmind: this package is not signed, so nobody can tell who it is from; when you are not sure, ask its maker"
            ),
        ),
    }
}

/// A theme of which another version lies here now.
pub(super) fn updated(name: &str, from: &str, to: &str) -> Both {
    both(format!("bijgewerkt: {name} van {from} naar {to}"), format!("updated: {name} from {from} to {to}"))
}

/// The same version lies here again, as it came.
pub(super) fn same(name: &str, version: &str) -> Both {
    both(format!("{name} {version} was er al"), format!("{name} {version} was here already"))
}

/// A theme that was not signed before is now.
pub(super) fn signed_now(name: &str, key: &Key) -> Both {
    both(
        format!("'{name}' was niet ondertekend en is dat nu wel, met de sleutel {key}"),
        format!("'{name}' was not signed and is now, with the key {key}"),
    )
}

/// One package came by itself; the next versions come from the list of before.
pub(super) fn list_stays(name: &str, list: &str) -> Both {
    both(
        format!("nieuwe versies van '{name}' blijven komen van {list}"),
        format!("new versions of '{name}' still come from {list}"),
    )
}

/// A theme of the program itself lies here in an older version now.
pub(super) fn older_than_ours(name: &str, version: &str, ours: &str) -> Both {
    both(
        format!(
            "let op: '{name}' {version} is ouder dan versie {ours}, die in Dorpsplein zelf zit; de site gebruikt nu de oudere\nwil je de nieuwere, haal deze dan weer weg met: dorpsplein thema verwijder {name}"
        ),
        format!(
            "mind: '{name}' {version} is older than version {ours}, which is inside Dorpsplein; the site uses the older one now\nfor the newer one take this one away again with: dorpsplein theme remove {name}"
        ),
    )
}

/// Of a theme it was not known any more who signed it.
pub(super) fn key_known_again(name: &str, key: &Key) -> Both {
    both(
        format!(
            "van wie '{name}' kwam, was niet meer bekend; dit pakket is ondertekend met de sleutel {key}, en vanaf nu kent Dorpsplein de maker daaraan\nweet je niet zeker of dat zijn sleutel is, vraag het dan aan de maker"
        ),
        format!(
            "who '{name}' came from was not known any more; this package is signed with the key {key}, and from now on Dorpsplein knows its maker by it\nwhen you are not sure whether that is their key, ask the maker"
        ),
    )
}

/// What was known of the themes is written down again.
pub(super) fn lock_was_rebuilt() -> Both {
    both(
        "hersteld: themes.lock was weg en is er weer; van wie het thema kwam, stond alleen daarin\nvoeg het nog een keer toe met het adres van de maker, dan weet Dorpsplein ook dat weer: dorpsplein thema voeg-toe",
        "mended: themes.lock was gone and is back; who the theme came from stood nowhere else\nadd it once more with the address of its maker, then Dorpsplein knows that again as well: dorpsplein theme add",
    )
}

/// How to go back.
pub(super) fn way_back() -> Both {
    both(
        "bekijk de site; bevalt het niet, dan ga je terug met: dorpsplein thema terug",
        "look at the site; if you do not like it, go back with: dorpsplein theme rollback",
    )
}

/// With what somebody logs in stays out of the lock, which others can read.
pub(super) fn login_not_kept() -> Both {
    both(
        "de naam en het wachtwoord in het adres zijn niet bewaard, want anderen kunnen themes.lock lezen; een nieuwe versie voeg je toe met het hele adres: dorpsplein thema voeg-toe",
        "the name and password in the address were not kept, for others can read themes.lock; a new version is added with the whole address: dorpsplein theme add",
    )
}

/// Nothing newer is offered.
pub(super) fn newest(name: &str, version: &str) -> Both {
    both(
        format!("{name} {version}: je hebt de nieuwste versie"),
        format!("{name} {version}: you have the newest version"),
    )
}

/// Something newer is offered.
pub(super) fn is_new(name: &str, from: &str, to: &str) -> Both {
    both(
        format!("{name}: versie {to} is er; je hebt {from}"),
        format!("{name}: version {to} is there; you have {from}"),
    )
}

/// How to have what is new.
pub(super) fn how_to_update() -> Both {
    both("haal die met: dorpsplein thema werk-bij", "get it with: dorpsplein theme update")
}

/// Something newer is offered that this program cannot use.
pub(super) fn needs_newer_program(name: &str, version: &str) -> Both {
    both(
        format!("{name}: versie {version} is er ook, maar daarvoor heb je een nieuwere Dorpsplein nodig"),
        format!("{name}: version {version} is there as well, but it needs a newer Dorpsplein"),
    )
}

/// A theme of which nobody knows where it is offered.
pub(super) fn no_origin(name: &str) -> Both {
    both(
        format!("{name}: Dorpsplein weet niet waar dit thema vandaan komt; voeg een nieuwe versie zelf toe"),
        format!("{name}: Dorpsplein does not know where this theme came from; add a new version yourself"),
    )
}

/// A theme that came from another machine on the network; nobody asked to go there now.
pub(super) fn on_another_machine(name: &str, from: &str) -> Both {
    both(
        format!(
            "{name}: dit thema kwam van een andere computer, '{from}', en daar kijkt Dorpsplein niet vanzelf\nvertrouw je die plek, voeg het thema dan opnieuw toe: dorpsplein thema voeg-toe"
        ),
        format!(
            "{name}: this theme came from another computer, '{from}', where Dorpsplein does not look by itself\nif you trust that place, add the theme again: dorpsplein theme add"
        ),
    )
}

/// A theme that is as it was before the last change.
pub(super) fn went_back(name: &str, from: &str, to: &str) -> Both {
    both(format!("teruggezet: {name} van {from} naar {to}"), format!("put back: {name} from {from} to {to}"))
}

/// How to undo going back.
pub(super) fn way_forward() -> Both {
    both(
        "met nog een keer 'thema terug' heb je weer wat je had",
        "with 'theme rollback' once more you have again what you had",
    )
}

/// The site has another theme than before.
pub(super) fn instead_of(name: &str, before: &str) -> Both {
    both(
        format!("het thema van deze site was '{before}' en is nu '{name}'; '{before}' blijft staan"),
        format!("the theme of this site was '{before}' and is '{name}' now; '{before}' stays here"),
    )
}

/// The site has another theme than before, which somebody put there by hand.
pub(super) fn instead_of_own(name: &str, before: &str) -> Both {
    both(
        format!(
            "het thema van deze site was '{before}' en is nu '{name}'; wil je terug, zet dan in site.yaml: thema: {before}"
        ),
        format!(
            "the theme of this site was '{before}' and is '{name}' now; to go back, put in site.yaml: theme: {before}"
        ),
    )
}

/// What was added lies below the theme of the site.
pub(super) fn lies_below(name: &str, named: &str) -> Both {
    both(
        format!("het thema van deze site blijft '{named}', dat op '{name}' bouwt"),
        format!("the theme of this site stays '{named}', which builds on '{name}'"),
    )
}

/// The theme that the site had before is its theme again, and the other still lies here.
pub(super) fn other_theme_again(name: &str, before: &str) -> Both {
    both(
        format!("het thema van deze site is weer '{name}'; '{before}' blijft staan"),
        format!("the theme of this site is '{name}' again; '{before}' stays here"),
    )
}

/// The theme that the site had before is its theme again.
pub(super) fn this_theme_again(name: &str) -> Both {
    both(
        format!("het thema van deze site is weer '{name}'"),
        format!("the theme of this site is '{name}' again"),
    )
}

/// A folder that lacked something is as it came.
pub(super) fn restored(name: &str, version: &str, gone: &[String]) -> Both {
    let list = named(gone);
    if gone.is_empty() {
        return both(
            format!("hersteld: in de map van {name} {version} ontbrak iets; die is weer zoals hij kwam"),
            format!("mended: the folder of {name} {version} lacked something; it is as it came again"),
        );
    }
    both(
        format!(
            "hersteld: de map van {name} {version} is weer zoals hij kwam; dit was weg en is er weer: {}",
            list.nl
        ),
        format!(
            "mended: the folder of {name} {version} is as it came again; this was gone and is back: {}",
            list.en
        ),
    )
}

/// Files on one line: not more than can be read.
fn named(files: &[String]) -> Both {
    const MOST: usize = 5;
    let list = files.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    match files.len().saturating_sub(MOST) {
        0 => both(list.clone(), list),
        more => both(format!("{list} en nog {more}"), format!("{list} and {more} more")),
    }
}

/// `site.yaml` said another version than the one that lies here.
pub(super) fn site_says_again() -> Both {
    both(
        "hersteld: site.yaml noemde een andere versie van het thema dan er staat; dat klopt nu weer",
        "mended: site.yaml named another version of the theme than the one that is here; that is right again",
    )
}

/// A theme that is gone.
pub(super) fn removed(name: &str) -> Both {
    both(format!("verwijderd: {name}"), format!("removed: {name}"))
}

/// A site without a theme of its own.
pub(super) fn standard_again() -> Both {
    both(
        "de site heeft nu weer het standaardthema; staan er in site.yaml nog instellingen van dit thema, haal die dan weg, want daarmee wordt de site niet gemaakt",
        "the site has the standard theme again; when settings of this theme are still in site.yaml, take them away, for with those the site is not made",
    )
}
