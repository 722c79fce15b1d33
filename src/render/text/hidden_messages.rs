//! Messages about links to something that is not on the site today, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

pub(super) fn link_to_hidden(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToHidden,
        place,
        both(
            format!("'{name}' staat nu niet op de site; de link gaat naar de lijst"),
            format!("'{name}' is not on the site now; the link goes to the list"),
        ),
    )
}

pub(super) fn link_to_withdrawn(place: Place, target: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToHidden,
        place,
        both(
            format!("'{target}' mag niet meer op de site staan; de link gaat naar de voorpagina"),
            format!("'{target}' may no longer be on the site; the link goes to the home page"),
        ),
    )
    .hint(both("haal de link weg", "remove the link"))
}

pub(super) fn named_but_hidden(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToHidden,
        place,
        both(
            format!("'{name}' staat nog niet op de site; hier staat alleen de naam"),
            format!("'{name}' is not on the site yet; only its name appears here"),
        ),
    )
}

pub(super) fn hidden_in_menu(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToHidden,
        place,
        both(
            format!("'{name}' staat nu niet op de site, en dus ook niet in het menu"),
            format!("'{name}' is not on the site now, so it is not in the menu either"),
        ),
    )
}
