//! Files that lie loose in the village folder, beside the folders that mean something.

use super::stray_messages as messages;
use crate::ground::{Code, Diagnostic, Place, SitePath, closest, fold};

/// A file that lies loose in the village folder. Read-me files and settings of other programs may.
pub(super) fn stray_file(path: &SitePath) -> Option<Diagnostic> {
    let place = Place::whole(path.shared());
    match path.extension().as_str() {
        "yaml" | "yml" if closest(path.stem(), ["site"]).is_some() || path.stem() == "config" => {
            Some(messages::misnamed_site_file(place, path.name()))
        }
        "txt" if matches!(path.stem(), "site.yaml" | "site.yml" | "site") => {
            Some(messages::ends_in_txt(place, path.name(), "site.yaml", Code::MisnamedSiteFile))
        }
        "md" | "markdown" if !is_for_people(path.stem()) => Some(messages::stray_text(place, path.name())),
        "yaml" | "yml" => Some(messages::stray_text(place, path.name())),
        _ => None,
    }
}

fn is_for_people(stem: &str) -> bool {
    matches!(
        fold(stem).as_str(),
        "readme"
            | "leesmij"
            | "lees mij"
            | "license"
            | "licence"
            | "licentie"
            | "changelog"
            | "overdracht"
            | "handover"
            | "handboek"
            | "handbook"
            | "contributing"
            | "publiceren"
            | "publishing"
    )
}
