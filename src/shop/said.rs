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

/// How to go back.
pub(super) fn way_back() -> Both {
    both(
        "bekijk de site; bevalt het niet, dan ga je terug met: dorpsplein thema terug",
        "look at the site; if you do not like it, go back with: dorpsplein theme rollback",
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

/// A theme that is gone.
pub(super) fn removed(name: &str) -> Both {
    both(format!("verwijderd: {name}"), format!("removed: {name}"))
}

/// A site without a theme of its own.
pub(super) fn standard_again() -> Both {
    both(
        "de site heeft nu weer het standaardthema; instellingen van een thema in site.yaml blijven staan",
        "the site has the standard theme again; settings of a theme in site.yaml stay there",
    )
}
