//! The files per host: they build and publish the site on every change, on demand and every night.

use super::guides;
use super::release;
use super::template::fill;
use crate::ground::{Locale, slug};
use crate::village::{Choices, Host};

/// What the files of a host depend on.
#[derive(Clone, Debug, Default)]
pub struct Publishing {
    /// The language of their explanations.
    pub locale: Locale,
    /// The name of the village.
    pub village: String,
    /// The web address of the site, if given.
    pub web_address: Option<String>,
    /// The SHA-256 of the program that a host downloads, when it is not that of the release.
    pub checksum: Option<String>,
}

impl Publishing {
    /// Whether the checksum of the program is known. Without it a host stops before it runs anything.
    pub fn has_release_checksum(&self) -> bool {
        self.checksum.is_some() || release::checksum().is_some()
    }

    /// The site's own domain; empty if it has none.
    fn own_domain(&self) -> &str {
        let address = self.web_address.as_deref().unwrap_or("");
        let host = address.split_once("://").map_or("", |(_, rest)| rest);
        let host = host.split(['/', ':', '?', '#']).next().unwrap_or("");
        let is_plain = host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        let mut given = Host::ALL.iter().filter_map(|host| host.facts().address_ending);
        if !is_plain || given.any(|ending| host.ends_with(ending)) { "" } else { host }
    }
}

const ACTIONS: &str = ".github/workflows/dorpsplein.yml";
const GITLAB: &str = ".gitlab-ci.yml";
const CODEBERG: &str = ".forgejo/workflows/dorpsplein.yml";
const NETLIFY: &str = "netlify.toml";

/// Pieces that templates share; a piece may include those listed after it.
pub(super) const PIECES: &[(&str, &str)] = &[
    ("head", include_str!("templates/head.yml")),
    ("build", include_str!("templates/build.yml")),
    ("awake", include_str!("templates/awake.yml")),
    ("send", include_str!("templates/neocities.sh")),
    ("fetch", include_str!("templates/fetch.sh")),
    ("told", include_str!("templates/told.sh")),
];

fn templates(host: Host) -> &'static [(&'static str, &'static str)] {
    match host {
        Host::GitHub => &[(ACTIONS, include_str!("templates/github.yml"))],
        Host::GitLab => &[(GITLAB, include_str!("templates/gitlab.yml"))],
        Host::Codeberg => &[(CODEBERG, include_str!("templates/codeberg.yml"))],
        Host::Cloudflare => &[(ACTIONS, include_str!("templates/cloudflare.yml"))],
        Host::Netlify => &[
            (NETLIFY, include_str!("templates/netlify.toml")),
            (ACTIONS, include_str!("templates/netlify.yml")),
        ],
        Host::Neocities => &[(ACTIONS, include_str!("templates/neocities.yml"))],
        Host::Folder => &[],
    }
}

/// Returns the files that a host needs, with their paths in the village folder, including the guide for
/// people.
pub fn files(host: Host, publishing: &Publishing) -> Vec<(String, String)> {
    let locale = publishing.locale;
    let archive = release::archive();
    let unknown = if locale == Locale::Dutch { "onbekend" } else { "unknown" };
    let checksum = publishing.checksum.as_deref().or(release::checksum()).unwrap_or(unknown);
    let project = Some(slug(&publishing.village)).filter(|name| !name.is_empty());
    let project = project.unwrap_or_else(|| "dorp".to_owned());
    let values = [
        ("archive", archive.as_str()),
        ("checksum", checksum),
        ("project", project.as_str()),
        ("domain", publishing.own_domain()),
    ];
    let filled =
        templates(host).iter().map(|(path, text)| ((*path).to_owned(), fill(text, PIECES, &values, locale)));
    filled.chain([(guides::guide_path(locale).to_owned(), guides::explanation(host, locale))]).collect()
}

/// Returns the paths of the files that only this host reads.
pub fn paths_of(host: Host) -> Vec<&'static str> {
    templates(host).iter().map(|(path, _)| *path).collect()
}

/// Returns every path at which a file for some host may be.
pub fn all_paths() -> Vec<&'static str> {
    let of_hosts = Host::ALL.iter().flat_map(|host| paths_of(*host));
    let guides = [Locale::Dutch, Locale::English].into_iter().map(guides::guide_path);
    let mut paths: Vec<&str> = of_hosts.chain(guides).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}
