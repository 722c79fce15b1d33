//! Reports files at the top of the village folder that belong in one of its folders or have the wrong name.

use std::collections::BTreeSet;
use std::path::Path;

use super::copy_names::copied_from;
use super::disk::{Trouble, bytes_of, contains_name};
use super::stray_messages as messages;
use crate::ground::{Code, Diagnostic, Place, SitePath, closest, fold};

/// Reports a stray file at the top of the village folder. Read-me files and settings of other programs are
/// allowed. `data` holds the names of data files.
pub(super) fn stray_file(root: &Path, path: &SitePath, data: &[&'static str]) -> Option<Diagnostic> {
    let place = Place::of_file(path.shared());
    match path.extension().as_str() {
        "yaml" | "yml" if copied_from(path.stem()) == Some("site") && contains_name(root, "site.yaml") => {
            Some(messages::copy_of_site(place, path.name()))
        }
        "json" => {
            let meant = meant_data(path.stem(), data)?;
            Some(messages::misnamed_data(place, path.name(), meant, contains_name(root, meant)))
        }
        "txt" if path.stem().ends_with(".json") => {
            let meant = meant_data(path.stem().strip_suffix(".json")?, data)?;
            Some(messages::ends_in_txt(place, path.name(), meant, Code::MisnamedDataFile))
        }
        "yaml" | "yml" if closest(path.stem(), ["site"]).is_some() || path.stem() == "config" => {
            Some(messages::misnamed_site_file(place, path.name()))
        }
        "txt" if matches!(path.stem(), "site.yaml" | "site.yml" | "site") => {
            Some(messages::ends_in_txt(place, path.name(), "site.yaml", Code::MisnamedSiteFile))
        }
        "md" | "markdown" if !is_for_people(path.stem()) && !is_program_file(root, path) => {
            Some(messages::stray_text(place, path.name()))
        }
        "yaml" | "yml" => Some(messages::stray_text(place, path.name())),
        "txt" | "docx" | "doc" | "odt" | "rtf" | "pdf" | "jpg" | "jpeg" | "png" | "gif" | "webp" | "heic"
            if !is_for_people(path.stem())
                && !is_for_machines(path.stem())
                && !is_in_settings(root, path.name()) =>
        {
            Some(messages::stray_file(place, path.name()))
        }
        _ => None,
    }
}

/// Returns the data file meant by a name without extension: `schoolvakanties (1)`, `Schoolvakanties 2026`.
fn meant_data(stem: &str, data: &[&'static str]) -> Option<&'static str> {
    let letters_of =
        |name: &str| name.chars().filter(|sign| sign.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let typed_letters: String = letters_of(stem);
    let stem_of = |name: &'static str| name.strip_suffix(".json").unwrap_or(name);
    let begins_alike = |name: &&'static str| {
        let name_letters: String = letters_of(stem_of(name));
        typed_letters.starts_with(name_letters.trim_end_matches('s'))
    };
    let nearest = || {
        let nearest = closest(stem, data.iter().map(|name| stem_of(name)))?;
        data.iter().find(|name| stem_of(name) == nearest)
    };
    data.iter().find(|name| begins_alike(name)).or_else(nearest).copied()
}

/// Whether the program wrote the file for people and not for the site, even if they have since filled it in.
fn is_program_file(root: &Path, path: &SitePath) -> bool {
    const LARGEST: u64 = 64 * 1024;
    let bytes = bytes_of(&root.join(path.as_str()), LARGEST).unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().any(|line| line.starts_with("<!-- dorpsplein "))
}

/// Reports two folders with the same purpose, only one of which would count.
pub(super) fn duplicate_folder<'p>(files: impl Iterator<Item = &'p SitePath>) -> Option<Diagnostic> {
    let tops: BTreeSet<&str> = files.filter_map(SitePath::top).collect();
    let mut tops = tops.into_iter();
    Some(messages::two_folders(tops.next()?, tops.next()?))
}

/// Reports a file that cannot be held in memory.
pub(super) fn not_held_remark(path: &SitePath, trouble: Trouble) -> Diagnostic {
    let place = Place::of_file(path.shared());
    match trouble {
        Trouble::TooBig => messages::theme_file_too_big(place),
        other => super::messages::trouble(place, other),
    }
}

/// Whether the settings name the file, as a portal does with a list of its villages.
fn is_in_settings(root: &Path, name: &str) -> bool {
    let bytes = bytes_of(&root.join("site.yaml"), 1024 * 1024).unwrap_or_default();
    String::from_utf8_lossy(&bytes).contains(name)
}

/// Whether a file is one that hosts and other programs look for: `robots.txt`.
fn is_for_machines(stem: &str) -> bool {
    matches!(
        fold(stem).as_str(),
        "robots"
            | "humans"
            | "security"
            | "ads"
            | "requirements"
            | "runtime"
            | "favicon"
            | "apple touch icon"
    )
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
