//! Generates the workflow that divides the villages of an association among several machines.

use super::flows::PIECES;
use super::release;
use super::template::fill;
use crate::ground::{Locale, Pair};

/// How many machines may share the work: a host does not provide more than this at once.
pub const MACHINES: std::ops::RangeInclusive<usize> = 1..=64;

/// The folder, beside the villages, for the sites.
pub const SITES: &str = "sites";

/// The folders, beside the villages, that the machines use themselves.
pub const OWN_FOLDERS: [&str; 3] = [SITES, "sites-of-portals", "parts"];

const TEMPLATE: &str = include_str!("templates/villages.yml");

/// Returns the path and the text of the file that lets GitHub build every village below a folder on this many
/// machines. `checksum` is the SHA-256 of a program other than that of the release.
pub fn spread(machines: usize, checksum: Option<&str>, locale: Locale) -> (String, String) {
    let parts: Vec<String> = (1..=machines).map(|part| part.to_string()).collect();
    let unknown = Pair::new("onbekend", "unknown").in_locale(locale);
    let values = [
        ("archive", release::archive()),
        ("checksum", checksum.or(release::checksum()).unwrap_or(unknown).to_owned()),
        ("machines", machines.to_string()),
        ("parts", parts.join(", ")),
        ("sites", SITES.to_owned()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let name = Pair::new("dorpen", "villages").in_locale(locale);
    (format!(".github/workflows/{name}.yml"), fill(TEMPLATE, PIECES, &values, locale))
}

/// Whether the checksum of the program is known; without it a host stops before it runs anything.
pub fn has_release_checksum(checksum: Option<&str>) -> bool {
    checksum.or(release::checksum()).is_some()
}
