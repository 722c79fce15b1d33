//! What a webmaster does, step by step, for each host.

use crate::ground::{Pair, Speech};
use crate::village::Host;

/// The name of the explanation in a village folder.
pub fn guide_path(speech: Speech) -> &'static str {
    Pair::new("PUBLICEREN.md", "PUBLISHING.md").in_speech(speech)
}

macro_rules! guide {
    ($name:literal) => {
        Pair::new(
            include_str!(concat!("guides/", $name, ".nl.md")),
            include_str!(concat!("guides/", $name, ".en.md")),
        )
    };
}

/// How a site gets onto a host, in numbered steps.
pub fn explanation(host: Host, speech: Speech) -> String {
    let repository = guide!("repository").in_speech(speech);
    let text = match host {
        Host::GitHub => guide!("github"),
        Host::GitLab => guide!("gitlab"),
        Host::Codeberg => guide!("codeberg"),
        Host::Cloudflare => guide!("cloudflare"),
        Host::Netlify => guide!("netlify"),
        Host::Neocities => guide!("neocities"),
        Host::Folder => guide!("folder"),
    };
    text.in_speech(speech).replace("{repository}\n", repository)
}
