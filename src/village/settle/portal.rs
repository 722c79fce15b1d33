//! Checks the sources of a portal, and tells which folders of the site are such sources.

use std::collections::BTreeSet;

use crate::ground::{Code, Diagnostic, Place, SitePath, both, without_login};
use crate::read::{Gathered, TextFile};
use crate::village::settings::Settings;

/// Returns the diagnostics about a site that is only half a portal, or that names a source twice.
pub(super) fn settings_diagnostics(settings: &Settings, file: &TextFile) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    let is_empty = settings.sources.as_ref().is_none_or(|sources| sources.0.is_empty());
    match (&settings.kind, &settings.sources) {
        (_, Some(sources)) if !settings.is_portal() => remarks.push(without_portal(file.place(sources.span))),
        (Some(kind), _) if settings.is_portal() && is_empty => {
            remarks.push(without_sources(file.place(kind.span)));
        }
        _ => {}
    }
    let mut addresses = BTreeSet::new();
    for address in settings.addresses_of_sources() {
        if !addresses.insert(address.as_str()) {
            remarks.push(duplicate_source(
                file.place(address.span).without_login(),
                &without_login(address.as_str()),
            ));
        }
    }
    remarks
}

/// Returns the folders of the site that are sources of this portal: those named in its settings, and those
/// named in a list from which something was gathered. They are not part of the portal's own contents.
pub(super) fn folders_of_sources(settings: &Settings, gathered: Option<&Gathered>) -> BTreeSet<String> {
    let named = settings.addresses_of_sources().filter_map(|address| SitePath::new(address.as_str()));
    // Paths in a list are relative to the folder of that list.
    let listed = gathered.iter().flat_map(|gathered| &gathered.sources).flat_map(|source| {
        let list = SitePath::new(&source.typed);
        source.documents.iter().filter_map(move |document| list.as_ref()?.resolve(&document.from))
    });
    named.chain(listed).map(|path| path.as_str().split('/').next().unwrap_or_default().to_owned()).collect()
}

/// Whether a diagnostic is about one of these folders and does not apply to a portal.
pub(super) fn is_of_source(remark: &Diagnostic, folders: &BTreeSet<String>) -> bool {
    matches!(remark.code, Code::UnknownFolder | Code::MisnamedFolder) && folders.contains(&*remark.place.file)
}

fn without_portal(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::SourcesWithoutPortal,
        place,
        both(
            "hier staan bronnen, maar dit is de site van één dorp",
            "sources are listed here, but this is the site of a single village",
        ),
    )
    .hint(both(
        "is dit een portaal van veel dorpen, schrijf dan: soort: portaal; haal anders de bronnen weg",
        "if this is a portal for many villages, write: kind: portal; otherwise remove the sources",
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
        "put the web address of each village under 'sources', such as: - https://village.nl",
    ))
}

fn duplicate_source(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::SourceTwice,
        place,
        both(
            format!("de bron '{typed}' staat er twee keer"),
            format!("the source '{typed}' is listed twice"),
        ),
    )
    .hint(both("haal een van de twee weg", "remove one of the two"))
}
