//! Finds the web address of a site in the environment of the host that builds it.

use crate::pipeline::HostAddress;
use crate::village::Host;

/// Returns the address that the host gives; `None` if the program runs on none of the known hosts.
pub(super) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<HostAddress> {
    let get = |name: &str| variable(name).filter(|value| !value.is_empty());
    let is_set = |name: &str| get(name).is_some_and(|value| !matches!(value.as_str(), "false" | "0"));
    let (host, url) = if is_set("NETLIFY") {
        (Host::Netlify, netlify(&get)?)
    } else if is_set("CF_PAGES") {
        (Host::Cloudflare, cloudflare(&get)?)
    } else if is_set("GITLAB_CI") {
        (Host::GitLab, get("CI_PAGES_URL")?)
    } else if is_set("FORGEJO_ACTIONS") || is_set("GITHUB_ACTIONS") {
        // Forgejo also claims to be GitHub, but does not claim to be at github.com.
        match get("GITHUB_SERVER_URL")?.trim_end_matches('/') {
            "https://github.com" => (Host::GitHub, github(&get("GITHUB_REPOSITORY")?)?),
            "https://codeberg.org" => (Host::Codeberg, codeberg(&get("GITHUB_REPOSITORY")?)?),
            _ => return None,
        }
    } else {
        return None;
    };
    let is_address = url.starts_with("https://") || url.starts_with("http://");
    is_address.then(|| HostAddress { host, url: format!("{}/", url.trim_end_matches('/')) })
}

/// Returns the address: `owner/owner.github.io` is the owner's address, and `owner/repo` is below it.
fn github(repository: &str) -> Option<String> {
    let (owner, name) = repository.split_once('/')?;
    let site = format!("{}.github.io", owner.to_lowercase());
    Some(if name.eq_ignore_ascii_case(&site) {
        format!("https://{site}")
    } else {
        format!("https://{site}/{name}")
    })
}

/// Returns the address: `owner/pages` is the owner's address, and `owner/repo` is below it.
fn codeberg(repository: &str) -> Option<String> {
    let (owner, name) = repository.split_once('/')?;
    let site = format!("https://{}.codeberg.page", owner.to_lowercase());
    Some(if name == "pages" { site } else { format!("{site}/{name}") })
}

/// Returns the site's address; a preview of a change has its own.
fn netlify(get: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let is_preview = get("CONTEXT").is_some_and(|context| context != "production");
    if is_preview { get("DEPLOY_PRIME_URL").or_else(|| get("URL")) } else { get("URL") }
}

/// Returns the site's address. Cloudflare gives only that of this one build,
/// `https://abc123.village.pages.dev`; on the main branch, the site is one level higher.
fn cloudflare(get: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let url = get("CF_PAGES_URL")?;
    let is_main = get("CF_PAGES_BRANCH").is_some_and(|branch| matches!(branch.as_str(), "main" | "master"));
    let name = url.strip_prefix("https://")?;
    match name.split_once('.') {
        Some((_, site)) if is_main && site.trim_end_matches('/').strip_suffix(".pages.dev").is_some() => {
            Some(format!("https://{site}"))
        }
        _ => Some(url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(variables: &[(&str, &str)]) -> Option<(Host, String)> {
        let variable = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        of_environment(variable).map(|found| (found.host, found.url))
    }

    fn on(host: Host, url: &str) -> Option<(Host, String)> {
        Some((host, url.to_owned()))
    }

    #[test]
    fn outside_a_host_there_is_no_address() {
        assert_eq!(detected(&[]), None);
        let elsewhere =
            [("URL", "https://x.nl"), ("CI_PAGES_URL", "https://x.nl"), ("GITHUB_REPOSITORY", "a/b")];
        assert_eq!(detected(&elsewhere), None, "names that mean something only on a host");
    }

    #[test]
    fn github_gives_an_address_below_the_owner() {
        let server = ("GITHUB_SERVER_URL", "https://github.com");
        let github = |name| detected(&[("GITHUB_ACTIONS", "true"), server, ("GITHUB_REPOSITORY", name)]);
        assert_eq!(github("Lutterwolde/site"), on(Host::GitHub, "https://lutterwolde.github.io/site/"));
        assert_eq!(
            github("Lutterwolde/lutterwolde.github.io"),
            on(Host::GitHub, "https://lutterwolde.github.io/")
        );
        assert_eq!(github("geen-streep"), None);
        let firm = [
            ("GITHUB_ACTIONS", "true"),
            ("GITHUB_SERVER_URL", "https://git.firma.nl"),
            ("GITHUB_REPOSITORY", "a/b"),
        ];
        assert_eq!(detected(&firm), None);
    }

    #[test]
    fn codeberg_is_not_mistaken_for_github() {
        let codeberg = |name| {
            detected(&[
                ("GITHUB_ACTIONS", "true"),
                ("FORGEJO_ACTIONS", "true"),
                ("GITHUB_SERVER_URL", "https://codeberg.org"),
                ("GITHUB_REPOSITORY", name),
            ])
        };
        assert_eq!(codeberg("Dorp/site"), on(Host::Codeberg, "https://dorp.codeberg.page/site/"));
        assert_eq!(codeberg("Dorp/pages"), on(Host::Codeberg, "https://dorp.codeberg.page/"));
    }

    #[test]
    fn gitlab_states_its_own_address() {
        let gitlab = [("GITLAB_CI", "true"), ("CI_PAGES_URL", "https://dorp.gitlab.io/site")];
        assert_eq!(detected(&gitlab), on(Host::GitLab, "https://dorp.gitlab.io/site/"));
    }

    #[test]
    fn a_preview_has_its_own_address() {
        let netlify = |context| {
            detected(&[
                ("NETLIFY", "true"),
                ("URL", "https://dorp.nl"),
                ("DEPLOY_PRIME_URL", "https://deploy-preview-3--dorp.netlify.app"),
                ("CONTEXT", context),
            ])
        };
        assert_eq!(netlify("production"), on(Host::Netlify, "https://dorp.nl/"));
        let preview = on(Host::Netlify, "https://deploy-preview-3--dorp.netlify.app/");
        assert_eq!(netlify("deploy-preview"), preview);
        let cloudflare = |branch| {
            detected(&[
                ("CF_PAGES", "1"),
                ("CF_PAGES_URL", "https://abc123.dorp.pages.dev"),
                ("CF_PAGES_BRANCH", branch),
            ])
        };
        assert_eq!(cloudflare("main"), on(Host::Cloudflare, "https://dorp.pages.dev/"));
        assert_eq!(cloudflare("probeersel"), on(Host::Cloudflare, "https://abc123.dorp.pages.dev/"));
    }
}
