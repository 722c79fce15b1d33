//! What each host accepts, rejects and reads: one table, with the source and certainty of every fact.
//!
//! What is not in the table is unknown, and never reported. No `.nojekyll` is written: GitHub needs it only
//! when it serves a branch, and then only for names that start with `_`, which a site there does not have.

use super::host::Host;

/// How certain a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Stated in the host's own documentation or source code.
    Documented,
    /// Stated there too, but the host sometimes allows more.
    Negotiable,
    /// Reported by others.
    Reported,
}

/// A fact, with its source and the day on which it was checked.
#[derive(Clone, Copy, Debug)]
pub struct Sourced<T> {
    /// The fact itself.
    pub value: T,
    /// How certain it is.
    pub certainty: Certainty,
    /// Where it was found.
    pub source: &'static str,
    /// The day on which it was checked.
    pub checked: &'static str,
}

/// How a host handles a `_headers` file.
#[derive(Clone, Copy, Debug)]
pub struct HeaderRules {
    /// The maximum number of rules, if there is one.
    pub most: Option<usize>,
    /// Whether `*` may precede an extension, as in `/*.ics`.
    pub supports_extension_wildcards: bool,
}

/// How a host handles a `_redirects` file.
#[derive(Clone, Copy, Debug)]
pub struct RedirectRules {
    /// The maximum number of rules.
    pub most: usize,
    /// The maximum size of the file, if there is one.
    pub largest: Option<usize>,
    /// The status code that stands for a permanent redirect.
    pub permanent_code: &'static str,
    /// Whether every address starts with the folder that the site is in.
    pub with_folder: bool,
}

/// The facts about a host.
#[derive(Clone, Copy, Debug)]
pub struct HostFacts {
    /// What it calls itself.
    pub name: &'static str,
    /// The maximum size of a file, in bytes.
    pub largest_file: Option<Sourced<u64>>,
    /// The maximum size of a site, in bytes.
    pub largest_site: Option<Sourced<u64>>,
    /// The maximum number of files.
    pub most_files: Option<Sourced<usize>>,
    /// The file that it serves for an address that does not exist.
    pub not_found: Option<Sourced<&'static str>>,
    /// How it handles `_headers`; `None` if it does not read that file.
    pub headers: Option<Sourced<HeaderRules>>,
    /// How it handles `_redirects`; `None` if it does not read that file.
    pub redirects: Option<Sourced<RedirectRules>>,
    /// Whether a site may be in a folder: `https://name.host/folder/`.
    pub allows_subpath: Option<Sourced<bool>>,
    /// The file extensions that it accepts; without a list it accepts all.
    pub endings: Option<Sourced<&'static [&'static str]>>,
    /// Whether it leaves out names that start with `_`.
    pub hides_underscore: Option<Sourced<bool>>,
    /// The ending of the free addresses that it gives out.
    pub address_ending: Option<&'static str>,
    /// Whether it tells a build what the address of the site will be.
    pub provides_address: bool,
    /// How many days old a site there may be before its pages say so. Where it is rebuilt every night, one
    /// night may be missed; elsewhere it is a week, because the home page looks a week ahead and is empty
    /// after that.
    pub days_between_builds: i64,
}

/// The day on which the table was last checked.
const CHECKED: &str = "2026-11-26";

const fn documented<T: Copy>(value: T, source: &'static str) -> Option<Sourced<T>> {
    Some(Sourced { value, certainty: Certainty::Documented, source, checked: CHECKED })
}

const fn negotiable<T: Copy>(value: T, source: &'static str) -> Option<Sourced<T>> {
    Some(Sourced { value, certainty: Certainty::Negotiable, source, checked: CHECKED })
}

const fn reported<T: Copy>(value: T, source: &'static str) -> Option<Sourced<T>> {
    Some(Sourced { value, certainty: Certainty::Reported, source, checked: CHECKED })
}

const KIB: usize = 1024;
const MIB: u64 = 1024 * 1024;
const GIB: u64 = 1024 * MIB;

/// The defaults, for facts that are unknown.
const UNKNOWN: HostFacts = HostFacts {
    name: "",
    largest_file: None,
    largest_site: None,
    most_files: None,
    not_found: None,
    headers: None,
    redirects: None,
    allows_subpath: None,
    endings: None,
    hides_underscore: None,
    address_ending: None,
    provides_address: false,
    days_between_builds: 7,
};

const GITHUB: HostFacts = HostFacts {
    name: "GitHub Pages",
    // The limit of the repository with the photos, not of the site.
    largest_file: reported(
        100 * MIB,
        "https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github",
    ),
    largest_site: negotiable(
        GIB,
        "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
    ),
    not_found: reported(
        "404.html",
        "https://docs.github.com/en/pages/getting-started-with-github-pages/creating-a-custom-404-page-for-your-github-pages-site",
    ),
    allows_subpath: reported(
        true,
        "https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages",
    ),
    // Only if a branch is served, through Jekyll.
    hides_underscore: reported(true, "https://jekyllrb.com/docs/structure/"),
    address_ending: Some(".github.io"),
    provides_address: true,
    days_between_builds: 2,
    ..UNKNOWN
};

const GITLAB: HostFacts = HostFacts {
    name: "GitLab Pages",
    largest_site: documented(GIB, "https://docs.gitlab.com/user/gitlab_com/#gitlab-pages"),
    most_files: documented(200_000, "https://gitlab.com/gitlab-org/gitlab/-/issues/500273"),
    not_found: documented(
        "404.html",
        "https://docs.gitlab.com/user/project/pages/introduction/#custom-error-codes-pages",
    ),
    // A file takes precedence over a rule, and unlike Netlify it has no way to force a rule: as long as the
    // small page for an old address exists, that is what it serves.
    redirects: documented(
        RedirectRules { most: 1_000, largest: Some(64 * KIB), permanent_code: "301", with_folder: true },
        "https://docs.gitlab.com/user/project/pages/redirects/",
    ),
    allows_subpath: reported(true, "https://docs.gitlab.com/user/project/pages/getting_started_part_one/"),
    address_ending: Some(".gitlab.io"),
    provides_address: true,
    days_between_builds: 2,
    ..UNKNOWN
};

/// In 2026 Codeberg changed the software behind its pages, and the sources disagree: whether it reads
/// `_headers` and `_redirects`, and what its limits are, is unknown.
const CODEBERG: HostFacts = HostFacts {
    name: "Codeberg Pages",
    not_found: reported("404.html", "https://docs.codeberg.org/codeberg-pages/"),
    allows_subpath: reported(true, "https://docs.codeberg.org/codeberg-pages/"),
    address_ending: Some(".codeberg.page"),
    provides_address: true,
    days_between_builds: 2,
    ..UNKNOWN
};

const CLOUDFLARE: HostFacts = HostFacts {
    name: "Cloudflare Pages",
    largest_file: documented(25 * MIB, "https://developers.cloudflare.com/pages/platform/limits/#file-size"),
    most_files: documented(20_000, "https://developers.cloudflare.com/pages/platform/limits/#files"),
    // Without this file it answers every address with the home page.
    not_found: documented("404.html", "https://developers.cloudflare.com/pages/configuration/serving-pages/"),
    headers: documented(
        HeaderRules { most: Some(100), supports_extension_wildcards: true },
        "https://developers.cloudflare.com/pages/configuration/headers/",
    ),
    // A rule takes precedence over a file.
    redirects: documented(
        RedirectRules { most: 2_000, largest: None, permanent_code: "301", with_folder: false },
        "https://developers.cloudflare.com/pages/configuration/redirects/",
    ),
    allows_subpath: reported(false, "https://developers.cloudflare.com/pages/configuration/custom-domains/"),
    address_ending: Some(".pages.dev"),
    days_between_builds: 2,
    ..UNKNOWN
};

/// Its free plan counts every deploy; a site that is rebuilt each night reportedly uses that up
/// (<https://www.netlify.com/pricing/>).
const NETLIFY: HostFacts = HostFacts {
    name: "Netlify",
    not_found: reported("404.html", "https://docs.netlify.com/manage/routing/redirects/redirect-options/"),
    // The sources disagree on whether `*` may precede an extension, so it is not used.
    headers: documented(
        HeaderRules { most: None, supports_extension_wildcards: false },
        "https://docs.netlify.com/manage/routing/headers/",
    ),
    // A file takes precedence over a rule, unless the rule has an exclamation mark. A deploy may fail with
    // more rules than this.
    redirects: documented(
        RedirectRules { most: 10_000, largest: None, permanent_code: "301!", with_folder: false },
        "https://docs.netlify.com/manage/routing/redirects/overview/",
    ),
    allows_subpath: reported(false, "https://docs.netlify.com/manage/domains/get-started-with-domains/"),
    address_ending: Some(".netlify.app"),
    provides_address: true,
    ..UNKNOWN
};

/// The free plan.
const NEOCITIES: HostFacts = HostFacts {
    name: "Neocities",
    largest_file: documented(100_000_000, NEOCITIES_SOURCE),
    largest_site: documented(1_000_000_000, NEOCITIES_SOURCE),
    most_files: documented(15_000, NEOCITIES_SOURCE),
    not_found: documented("not_found.html", NEOCITIES_SOURCE),
    allows_subpath: reported(false, "https://neocities.org/"),
    endings: documented(NEOCITIES_ENDINGS, NEOCITIES_SOURCE),
    address_ending: Some(".neocities.org"),
    ..UNKNOWN
};

const NEOCITIES_SOURCE: &str = "https://github.com/neocities/neocities/blob/master/models/site.rb";

/// The list, followed by extensions that are not on it but are accepted because they are text: calendars,
/// routes and contacts.
const NEOCITIES_ENDINGS: &[&str] = &[
    "html",
    "htm",
    "txt",
    "text",
    "css",
    "js",
    "jpg",
    "jpeg",
    "png",
    "apng",
    "gif",
    "svg",
    "md",
    "markdown",
    "eot",
    "ttf",
    "woff",
    "woff2",
    "json",
    "geojson",
    "csv",
    "tsv",
    "mf",
    "ico",
    "pdf",
    "asc",
    "key",
    "pgp",
    "xml",
    "mid",
    "midi",
    "manifest",
    "otf",
    "webapp",
    "less",
    "sass",
    "rss",
    "kml",
    "dae",
    "obj",
    "mtl",
    "scss",
    "webp",
    "avif",
    "xcf",
    "epub",
    "gltf",
    "bin",
    "webmanifest",
    "knowl",
    "atom",
    "opml",
    "rdf",
    "map",
    "gpg",
    "pls",
    "yaml",
    "yml",
    "toml",
    "osdx",
    "ics",
    "gpx",
    "vcf",
];

/// A folder accepts everything; no file is served for an address that does not exist.
const FOLDER: HostFacts = HostFacts { name: "een map", ..UNKNOWN };

impl Host {
    /// Returns the facts about the host.
    pub fn facts(self) -> &'static HostFacts {
        match self {
            Self::GitHub => &GITHUB,
            Self::GitLab => &GITLAB,
            Self::Codeberg => &CODEBERG,
            Self::Cloudflare => &CLOUDFLARE,
            Self::Netlify => &NETLIFY,
            Self::Neocities => &NEOCITIES,
            Self::Folder => &FOLDER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Choices;

    fn cited<T>(fact: &Option<Sourced<T>>) -> bool {
        fact.as_ref().is_none_or(|known| {
            let day: Result<crate::ground::Date, _> = known.checked.parse();
            known.source.starts_with("https://") && day.is_ok()
        })
    }

    #[test]
    fn every_fact_has_a_source_and_a_date() {
        for host in Host::ALL {
            let facts = host.facts();
            assert!(!facts.name.is_empty());
            assert!(cited(&facts.largest_file) && cited(&facts.largest_site) && cited(&facts.most_files));
            assert!(cited(&facts.not_found) && cited(&facts.headers) && cited(&facts.redirects));
            assert!(cited(&facts.allows_subpath) && cited(&facts.endings) && cited(&facts.hides_underscore));
        }
    }

    #[test]
    fn free_neocities_accepts_every_file_type_of_a_site() {
        let accepted = Host::Neocities.facts().endings.expect("a list").value;
        for ending in
            ["html", "css", "js", "svg", "ics", "xml", "json", "webmanifest", "txt", "csv", "jpg", "pdf"]
        {
            assert!(accepted.contains(&ending), "{ending}");
        }
        for ending in ["docx", "mp4", "zip", "wasm"] {
            assert!(!accepted.contains(&ending), "{ending}");
        }
    }
}
