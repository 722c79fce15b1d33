//! Turns the path of a request into an address of the site. The result is only ever looked up in a plan.

use crate::ground::{Address, percent_decoded};

/// The folder of the preview's own script, style and events.
pub(super) const PREVIEW_PREFIX: &str = "/.dorpsplein/";

/// A resource of the preview itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PreviewAddress {
    Script,
    Style,
    Events,
    Remarks,
}

/// What the path of a request refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RequestTarget {
    /// An address of the site, if the site has it.
    Site(Address),
    /// The home page of a site that is in a folder.
    SiteRoot,
    /// Nothing that can be on a site.
    Nothing,
}

/// Returns the resource of the preview itself at a path. It may be below any folder, because the site's
/// folder may change while older pages are still open.
pub(super) fn preview_address(path: &str) -> Option<PreviewAddress> {
    let (_, name) = path.rsplit_once(PREVIEW_PREFIX)?;
    match name {
        "preview.js" => Some(PreviewAddress::Script),
        "preview.css" => Some(PreviewAddress::Style),
        "events" => Some(PreviewAddress::Events),
        "remarks" => Some(PreviewAddress::Remarks),
        _ => None,
    }
}

/// Returns what a path in a request refers to, on a site below `base`.
pub(super) fn target_of(path: &str, base: &str) -> RequestTarget {
    let (Some(path), Some(base)) = (percent_decoded(path), percent_decoded(base)) else {
        return RequestTarget::Nothing;
    };
    if !base.is_empty() && (path == "/" || path == base) {
        return RequestTarget::SiteRoot;
    }
    let Some(below) = path.strip_prefix(base.as_str()) else { return RequestTarget::Nothing };
    let plain = below.strip_prefix('/').is_some_and(|rest| {
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        below == "/" || rest.split('/').all(|part| !matches!(part, "" | "." | ".."))
    });
    if plain && !below.contains(|c: char| c == '\\' || c.is_control()) {
        RequestTarget::Site(Address::file(below))
    } else {
        RequestTarget::Nothing
    }
}

/// Encodes a path for use in a header.
pub(super) fn percent_encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Whether a `Host` is this machine. Otherwise a page elsewhere could point its own name at this machine, and
/// read along.
pub(super) fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => {
            if !port.bytes().all(|byte| byte.is_ascii_digit()) {
                return false;
            }
            name
        }
        _ => host,
    };
    name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1" || name == "[::1]"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(path: &str) -> RequestTarget {
        RequestTarget::Site(Address::file(path))
    }

    #[test]
    fn paths_are_addresses_below_the_base() {
        assert_eq!(target_of("/", ""), site("/"));
        assert_eq!(target_of("/agenda/koffie/", ""), site("/agenda/koffie/"));
        assert_eq!(target_of("/dorp/agenda%2Ehtml", "/dorp"), site("/agenda.html"));
        assert_eq!(target_of("/dorp/", "/dorp"), site("/"));
        assert_eq!(target_of("/", "/dorp"), RequestTarget::SiteRoot);
        assert_eq!(target_of("/dorp", "/dorp"), RequestTarget::SiteRoot);
        assert_eq!(target_of("/dorpsplein/", "/dorp"), RequestTarget::Nothing);
        assert_eq!(target_of("/agenda/", "/dorp"), RequestTarget::Nothing);
    }

    #[test]
    fn paths_that_lead_outside_find_nothing() {
        for path in [
            "/../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/..%2fetc/passwd",
            "/a/..",
            "/.",
            "//etc/passwd",
            "/a//b",
            "/%5c..%5cetc",
            "/a%00b",
            "/%zz",
            "/%f",
            "/%ff",
            "/%+1",
            "etc",
            "*",
            "",
        ] {
            assert_eq!(target_of(path, ""), RequestTarget::Nothing, "{path}");
        }
        // Paths are decoded only once.
        assert_eq!(target_of("/%252e%252e/x", ""), site("/%2e%2e/x"));
    }

    #[test]
    fn only_names_of_this_machine_are_accepted() {
        for host in ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]", "[::1]:80"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in ["", "dorp.nl", "127.0.0.1.dorp.nl", "localhost:x", "localhost.", "::1", "127.0.0.1@x:1"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
