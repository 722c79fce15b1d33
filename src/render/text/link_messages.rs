//! Messages about links that lead outside the site, or to nothing there, in Dutch and English.

use crate::field::{is_email, meant_email, meant_web};
use crate::ground::{Code, Diagnostic, Place, both};
use crate::render::messages::suggesting;

/// `near` is the file in the village with the same name, if there is one.
pub(super) fn own_computer(place: Place, target: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::OwnComputer,
        place,
        both(
            format!("'{target}' staat op je eigen computer; niemand anders kan erbij"),
            format!("'{target}' is on your own computer; nobody else can reach it"),
        ),
    );
    if let Some(near) = near {
        return suggesting(remark, target, near);
    }
    remark.hint(both(
        "kopieer het bestand naar media/ of documenten/ en link daarheen",
        "copy the file to media/ or documents/ and link to it there",
    ))
}

/// Reports an address copied from the browser while it showed the preview.
pub(super) fn own_preview(place: Place, target: &str, path: &str) -> Diagnostic {
    Diagnostic::new(
        Code::OwnPreview,
        place,
        both(
            format!(
                "'{target}' is het adres van de voorvertoning op je eigen computer; niemand anders kan erbij"
            ),
            format!(
                "'{target}' is the address of the preview on your own computer; nobody else can reach it"
            ),
        ),
    )
    .suggest(Some(path))
}

pub(super) fn unknown_scheme(place: Place, target: &str) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::UnknownScheme,
        place,
        both(
            format!("naar '{target}' kan een pagina niet linken"),
            format!("a page cannot link to '{target}'"),
        ),
    )
    .hint(both("gebruik https://, mailto: of tel:", "use https://, mailto: or tel:"));
    match meant_web(target) {
        Some(meant) => suggesting(remark, target, &meant),
        None => remark,
    }
}

/// Reports an address outside the site that nobody can have: `mailto:jan@dorp..nl`.
pub(super) fn invalid_outside_link(place: impl FnOnce() -> Place, target: &str) -> Option<Diagnostic> {
    let with_message = |message| Diagnostic::new(Code::UnknownScheme, place(), message);
    if let Some(typed) = target.strip_prefix("mailto:") {
        let typed = typed.split('?').next().unwrap_or(typed);
        let address = typed
            .split(',')
            .map(str::trim)
            .find(|one| !one.is_empty() && !is_email(one) && !one.contains('%'))?;
        let message = both(
            format!("'{address}' is geen e-mailadres, dus deze link werkt niet"),
            format!("'{address}' is not an e-mail address, so this link does not work"),
        );
        let remark = with_message(message);
        return Some(match meant_email(address) {
            Some(meant) => suggesting(remark, target, &target.replacen(address, &meant, 1)),
            None => remark.hint(both(
                "schrijf bijvoorbeeld: mailto:info@dorpshuis.nl",
                "write for example: mailto:info@dorpshuis.nl",
            )),
        });
    }
    let host = target.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    if !(host.starts_with('.') || host.ends_with('.') || host.contains("..")) {
        return None;
    }
    let message = both(
        format!("in het adres '{host}' staat een punt te veel, dus deze link werkt niet"),
        format!("the address '{host}' has one dot too many, so this link does not work"),
    );
    let host_meant = meant_web(host).or_else(|| meant_web(&format!("{host}.")));
    Some(match host_meant {
        Some(meant) => suggesting(with_message(message), target, &target.replacen(host, &meant, 1)),
        None => with_message(message),
    })
}
