//! What is to be said of a site that is half a portal.

use std::collections::BTreeSet;

use crate::ground::{Code, Diagnostic, Place, both, without_login};
use crate::read::TextFile;
use crate::village::settings::Settings;

/// What is to be said when a site is half a portal, or names a source twice.
pub(super) fn doubts(settings: &Settings, file: &TextFile) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let is_empty = settings.sources.as_ref().is_none_or(|sources| sources.0.is_empty());
    match (&settings.kind, &settings.sources) {
        (_, Some(sources)) if !settings.is_portal() => said.push(without_portal(file.place(sources.span))),
        (Some(kind), _) if settings.is_portal() && is_empty => {
            said.push(without_sources(file.place(kind.span)));
        }
        _ => {}
    }
    let mut seen = BTreeSet::new();
    for address in settings.sources_of_portal().filter_map(|source| source.value.address.as_ref()) {
        if !seen.insert(address.as_str()) {
            said.push(twice(file.place(address.span).without_login(), &without_login(address.as_str())));
        }
    }
    said
}

/// Whether something is said of a folder that means nothing to a village, but is a source of this portal.
pub(super) fn is_source(said: &Diagnostic, settings: &Settings) -> bool {
    let is_of_folder = matches!(said.code, Code::UnknownFolder | Code::MisnamedFolder);
    let mut addresses = settings.sources_of_portal().filter_map(|source| source.value.address.as_ref());
    is_of_folder
        && addresses.any(|address| {
            let inner = address.as_str().trim_start_matches("./");
            inner.split('/').next() == Some(&*said.place.file)
        })
}

fn without_portal(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::SourcesWithoutPortal,
        place,
        both(
            "hier staan bronnen, maar dit is de site van één dorp",
            "here are sources, but this is the site of one village",
        ),
    )
    .hint(both(
        "is dit een portaal van veel dorpen, schrijf dan: soort: portaal; haal anders de bronnen weg",
        "if this is a portal of many villages, write: kind: portal; else take the sources away",
    ))
}

fn without_sources(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PortalWithoutSources,
        place,
        both("dit portaal heeft nog geen dorpen", "this portal has no villages yet"),
    )
    .hint(both(
        "zet onder 'bronnen' het webadres van elk dorp, zoals: - https://dorp.nl",
        "put the web address of every village under 'sources', such as: - https://village.nl",
    ))
}

fn twice(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::SourceTwice,
        place,
        both(format!("de bron '{typed}' staat er twee keer"), format!("the source '{typed}' is here twice")),
    )
    .hint(both("haal een van beide weg", "take one of both away"))
}
