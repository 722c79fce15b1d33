//! `_headers`: the HTTP headers a host sends with each file, for hosts that let a site choose them.
//!
//! Pages get no caching rule: the hosts that read this file make browsers revalidate each time, and where two
//! rules set the same header differently, some hosts send both.

use crate::ground::{Address, HEADERS_FILE};
use crate::render::edition::Edition;
use crate::render::plan::Planner;
use crate::village::HeaderRules;

/// What a file may load. Each page declares the same policy; the header also covers documents, which a
/// browser may show in its own viewer (`object-src`). Who may frame a page can only be set here (CSP 3,
/// 6.4.2).
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let host = edition.village.settings.host();
    let Some(rules) = host.and_then(|host| host.facts().headers) else { return };
    let text = text(rules.value, planner.addresses());
    planner.add(Address::file(HEADERS_FILE), HEADERS_FILE, move |_| Ok(text.clone().into_bytes()));
}

/// Returns all rules, the general ones first, up to the number the host reads.
fn text<'a>(rules: HeaderRules, addresses: impl Iterator<Item = &'a Address>) -> String {
    let general = [
        ("/*", "Content-Security-Policy", POLICY),
        ("/*", "X-Content-Type-Options", "nosniff"),
        ("/*", "Referrer-Policy", "strict-origin-when-cross-origin"),
        // The name changes with the content.
        ("/assets/*", "Cache-Control", "public, max-age=31536000, immutable"),
        ("/offline.js", "Cache-Control", "no-cache"),
        ("/manifest.webmanifest", "Content-Type", "application/manifest+json"),
    ];
    let mut out = String::new();
    let (mut number, mut last) = (0, "");
    for (path, name, value) in general {
        if path != last {
            (number, last) = (number + 1, path);
            out.push_str(&format!("{path}\n"));
        }
        out.push_str(&format!("  {name}: {value}\n"));
    }
    let mut calendars: Vec<&str> = match rules.supports_extension_wildcards {
        true => vec!["/*.ics"],
        false => addresses.map(Address::as_str).filter(|address| address.ends_with(".ics")).collect(),
    };
    calendars.sort_unstable();
    calendars.truncate(rules.most.map_or(usize::MAX, |most| most.saturating_sub(number)));
    for path in calendars {
        out.push_str(&format!("{path}\n  Content-Type: text/calendar; charset=utf-8\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(most: Option<usize>, supports_extension_wildcards: bool) -> String {
        let addresses: Vec<Address> =
            (0..200).map(|number| Address::file(&format!("agenda/{number}.ics"))).collect();
        text(HeaderRules { most, supports_extension_wildcards }, addresses.iter())
    }

    fn count(text: &str) -> usize {
        text.lines().filter(|line| line.starts_with('/')).count()
    }

    #[test]
    fn no_more_rules_are_written_than_the_host_reads() {
        assert_eq!(count(&rules(None, false)), 204);
        assert_eq!(count(&rules(Some(100), false)), 100);
        assert_eq!(count(&rules(Some(100), true)), 5);
    }
}
