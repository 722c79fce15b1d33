//! What is said about what points to something that is not on the site today, in Dutch and English.

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
            format!("'{target}' may not be on the site any more; the link goes to the home page"),
        ),
    )
    .hint(both("haal de link weg", "take the link away"))
}

pub(super) fn named_but_hidden(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToHidden,
        place,
        both(
            format!("'{name}' staat nog niet op de site; hier staat alleen de naam"),
            format!("'{name}' is not on the site yet; here is only its name"),
        ),
    )
}

pub(super) fn hidden_in_menu(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToHidden,
        place,
        both(
            format!("'{name}' staat nu niet op de site, en dus ook niet in het menu"),
            format!("'{name}' is not on the site now, and so not in the menu either"),
        ),
    )
}
