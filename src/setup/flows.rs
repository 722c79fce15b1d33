//! The files per host: they build and publish the site on every change, on demand and every night.

use super::guides;
use super::release;
use super::template::fill;
use crate::ground::{Locale, WebAddress, slug};
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

    /// The site's own domain, as hosts know it: accents are encoded. Empty if it has none.
    fn own_domain(&self) -> String {
        let address = self.web_address.as_deref().and_then(WebAddress::new);
        let host = address.filter(WebAddress::is_public_name).map(|address| address.host().to_owned());
        let mut given = Host::ALL.iter().filter_map(|host| host.facts().address_ending);
        host.filter(|host| !given.any(|ending| host.ends_with(ending))).unwrap_or_default()
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
    let domain = publishing.own_domain();
    let values = [
        ("archive", archive.as_str()),
        ("checksum", checksum),
        ("project", project.as_str()),
        ("domain", domain.as_str()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_of_its_own_is_given_as_hosts_know_it() {
        for (web_address, domain) in [
            ("https://www.Dorp.example/site/", "www.dorp.example"),
            ("https://súdbeets.example", "xn--sdbeets-61a.example"),
            ("https://dorp.example:8443", "dorp.example"),
            ("https://dorp.codeberg.page/site/", ""),
            ("https://192.0.2.1", ""),
            ("http://localhost:8000", ""),
            ("dorp", ""),
        ] {
            let publishing =
                Publishing { web_address: Some(web_address.to_owned()), ..Publishing::default() };
            assert_eq!(publishing.own_domain(), domain, "{web_address}");
        }
    }
}
