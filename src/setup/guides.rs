//! The guides for webmasters, step by step, for each host.

use crate::ground::{Locale, Pair};
use crate::village::Host;

/// Returns the name of the guide in a village folder.
pub fn guide_path(locale: Locale) -> &'static str {
    Pair::new("PUBLICEREN.md", "PUBLISHING.md").in_locale(locale)
}

macro_rules! guide {
    ($name:literal) => {
        Pair::new(
            include_str!(concat!("guides/", $name, ".nl.md")),
            include_str!(concat!("guides/", $name, ".en.md")),
        )
    };
}

/// Returns the guide to publishing on a host, in numbered steps.
pub fn explanation(host: Host, locale: Locale) -> String {
    let repository = guide!("repository").in_locale(locale);
    let text = match host {
        Host::GitHub => guide!("github"),
        Host::GitLab => guide!("gitlab"),
        Host::Codeberg => guide!("codeberg"),
        Host::Cloudflare => guide!("cloudflare"),
        Host::Netlify => guide!("netlify"),
        Host::Neocities => guide!("neocities"),
        Host::Folder => guide!("folder"),
    };
    text.in_locale(locale).replace("{repository}\n", repository)
}
