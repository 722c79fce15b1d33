//! `_redirects`: old addresses once more, for hosts that send visitors on themselves. The small pages stay: they also
//! work on a host that knows no rules, and from a USB stick.

use super::redirects::old_addresses;
use crate::ground::{Address, REDIRECTS_FILE};
use crate::render::edition::Edition;
use crate::render::plan::Planner;
use crate::village::{Host, RedirectRules};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let host = edition.village.settings.host();
    let Some(rules) = host.and_then(|host| host.facts().redirects) else { return };
    let lines = lines(edition, rules.value);
    if !lines.is_empty() {
        planner.add(Address::file(REDIRECTS_FILE), REDIRECTS_FILE, move |_| Ok(lines.concat().into_bytes()));
    }
}

/// How many old addresses there are, and for how many a host gets a rule; nothing when it reads none.
pub(in crate::render) fn counted(edition: &Edition, host: Host) -> Option<(usize, usize)> {
    let rules = host.facts().redirects?;
    Some((old_addresses(edition).count(), lines(edition, rules.value).len()))
}

/// A line for each old address, as many as the host reads.
fn lines(edition: &Edition, rules: RedirectRules) -> Vec<String> {
    let folder = if rules.with_folder { edition.base.path.as_str() } else { "" };
    let mut lines: Vec<String> = old_addresses(edition)
        .map(|former| {
            let to = &edition.village.entry(former.entry).address;
            format!("{folder}{} {folder}{to} {}\n", former.address, rules.for_good)
        })
        .collect();
    lines.sort();
    let mut size = 0;
    let fits = lines.iter().take(rules.most).take_while(|line| {
        size += line.len();
        rules.largest.is_none_or(|largest| size <= largest)
    });
    let fits = fits.count();
    lines.truncate(fits);
    lines
}
