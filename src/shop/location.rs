//! Where something is offered: an address on the web, or a path on this machine.

use std::path::{Path, PathBuf};

use super::messages;
use crate::ground::{
    Both, bare_of_login, relative_path, sibling_address, with_ending, with_slashes, without_login,
};
use crate::outside::{Downloads, FetchError};
use crate::package::INDEX_FILE;
use crate::read::{ReadFailure, bytes_of, is_folder, plain_path, real_path, stamp};
use crate::theme::THEME_FILE;

/// Where something is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// An address on the web.
    Web(String),
    /// A file or folder.
    Disk(PathBuf),
}

impl Location {
    /// Reads what was typed, or what a lock records: an address, or a path relative to this folder. Also
    /// returns the name of a theme after a hash sign.
    pub fn read(typed: &str, base: &Path) -> (Self, Option<String>) {
        let typed = with_lowercase_scheme(typed);
        let is_web = typed.starts_with("https://") || typed.starts_with("http://");
        // A folder name may contain a hash sign.
        let is_named = |place: &str| {
            is_web
                || place.ends_with(".json")
                || is_folder(&base.join(place)) && !is_there(&base.join(&typed))
        };
        let (place, name) = match typed.rsplit_once('#') {
            Some((place, name)) if is_named(place) => (place, Some(name.to_owned())),
            _ => (typed.as_str(), None),
        };
        let location = match is_web {
            true if place.ends_with('/') => Self::Web(format!("{place}{INDEX_FILE}")),
            true => Self::Web(place.to_owned()),
            false => Self::Disk(base.join(place)),
        };
        (location, name.filter(|name| !name.is_empty()))
    }

    /// Whether the address contains a login.
    pub(super) fn has_login(&self) -> bool {
        matches!(self, Self::Web(address) if bare_of_login(address) != *address)
    }

    /// Returns a message when nothing can be at this place as it was typed: an address without its scheme, or
    /// the folder of a theme that was not packed.
    pub(super) fn misuse_message(&self, typed: &str) -> Option<Both> {
        let Self::Disk(path) = self else { return None };
        if is_folder(path) {
            let is_theme = is_there(&path.join(THEME_FILE)) && !is_there(&path.join(INDEX_FILE));
            return is_theme.then(|| messages::not_packed(&path.display().to_string()));
        }
        let host = typed.split(['/', '#', '?']).next().unwrap_or(typed);
        let host = host.rsplit('@').next().unwrap_or(host);
        let (name, ending) = host.rsplit_once('.')?;
        let is_host = !name.is_empty()
            && ending.len() >= 2
            && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (typed.contains('/') || !["zip", "json", "yaml", "pub", "html"].contains(&ending));
        (is_host && !is_there(path)).then(|| messages::no_scheme(&without_login(typed)))
    }

    /// Whether it is a single package, and not a list or a folder with several.
    pub(super) fn is_package(&self) -> bool {
        let is_zip = |name: &str| name.to_ascii_lowercase().ends_with(".zip");
        match self {
            Self::Web(address) => is_zip(address.split('?').next().unwrap_or(address)),
            Self::Disk(path) => !is_folder(path) && is_zip(&path.to_string_lossy()),
        }
    }

    /// Returns the location of a file beside this one.
    pub(super) fn sibling_address(&self, file: &str) -> Option<Self> {
        match self {
            Self::Web(address) => sibling_address(address, file).map(Self::Web),
            Self::Disk(path) if is_folder(path) => Some(Self::Disk(path.join(file))),
            Self::Disk(path) => Some(Self::Disk(path.with_file_name(file))),
        }
    }

    /// Returns the location with a suffix appended to its name.
    pub(super) fn with(&self, ending: &str) -> Self {
        match self {
            Self::Web(address) => Self::Web(format!("{address}{ending}")),
            Self::Disk(path) => Self::Disk(with_ending(path, ending)),
        }
    }

    /// Returns how a village records it: an address, or a path relative to the village folder.
    pub(super) fn written(&self, village: &Path) -> String {
        match self {
            // Others can read the file in which it is recorded.
            Self::Web(address) => bare_of_login(address),
            Self::Disk(path) => relative(&real_path(path), &real_path(village)),
        }
    }

    /// Returns how it is shown to users.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Web(address) => without_login(address),
            Self::Disk(path) => path.display().to_string(),
        }
    }

    /// Returns the bytes at this place, at most `limit` of them.
    pub(super) fn bytes(&self, limit: u64, downloads: &Downloads) -> Result<Vec<u8>, FetchError> {
        match self {
            Self::Web(address) => downloads.fetch(address, limit),
            Self::Disk(path) => bytes_of(path, limit).map_err(|trouble| match trouble {
                ReadFailure::Gone => FetchError::Missing(messages::no_file(&self.shown())),
                ReadFailure::TooBig => FetchError::Refused(messages::file_too_large(&self.shown())),
                _ => FetchError::Refused(messages::file_unreadable(&self.shown())),
            }),
        }
    }
}

/// Lowercases the scheme: `HTTPS://` becomes `https://`.
fn with_lowercase_scheme(typed: &str) -> String {
    match typed.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_ascii_lowercase()),
        None => typed.to_owned(),
    }
}

fn is_there(path: &Path) -> bool {
    stamp(path).is_some()
}

/// Returns the path from one real folder to a real path, with forward slashes, or else the path itself.
fn relative(to: &Path, from: &Path) -> String {
    match relative_path(from, to) {
        Some(path) if path.as_os_str().is_empty() => ".".to_owned(),
        Some(path) => with_slashes(&path).into_owned(),
        None => with_slashes(plain_path(to)).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_relative_to_the_village() {
        let path = |to: &str, from: &str| relative(Path::new(to), Path::new(from));
        assert_eq!(path("/werk/winkel", "/werk/dorpen/ee"), "../../winkel");
        assert_eq!(path("/werk/ee/pakketten", "/werk/ee"), "pakketten");
        assert_eq!(path("/werk/ee", "/werk/ee"), ".");
        assert_eq!(path("/usb/winkel", "/werk/ee"), "/usb/winkel");
    }

    #[test]
    fn a_name_follows_the_hash_sign() {
        let web = "https://lvkk.example/themas/";
        let (location, name) = Location::read(&format!("{web}#drenthe"), Path::new("."));
        assert_eq!(location, Location::Web(format!("{web}themes.json")));
        assert_eq!(name.as_deref(), Some("drenthe"));
        let (location, name) = Location::read("map/#1.zip", Path::new("/ee"));
        assert_eq!((location, name), (Location::Disk("/ee/map/#1.zip".into()), None));
        let (location, _) = Location::read("HTTPS://lvkk.example/a.zip", Path::new("."));
        assert_eq!(location, Location::Web("https://lvkk.example/a.zip".to_owned()));
    }

    #[test]
    fn an_unusable_location_is_explained() {
        let reason = |typed: &str| Location::read(typed, Path::new("/ee")).0.misuse_message(typed);
        assert!(reason("lvkk.example/themes.json").is_some_and(|it| it.nl.contains("https://lvkk.example")));
        assert!(reason("lvkk.example").is_some());
        assert_eq!((reason("zuid.zip"), reason("winkel/zuid.zip"), reason("../winkel")), (None, None, None));
    }

    #[test]
    fn login_details_are_not_written_down() {
        let (location, _) = Location::read("https://jan:geheim@lvkk.example/a.zip", Path::new("."));
        assert!(location.has_login() && !location.shown().contains("geheim"));
        assert_eq!(location.written(Path::new(".")), "https://lvkk.example/a.zip");
    }
}
