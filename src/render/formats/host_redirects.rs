//! `_redirects`: the old addresses again, for hosts that redirect visitors themselves. The small redirect
//! pages stay: they also work on a host without such rules, and from a USB stick.

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

/// Returns how many old addresses there are, and how many of them the host gets a rule for; `None` when it
/// reads no rules.
pub(in crate::render) fn counted(edition: &Edition, host: Host) -> Option<(usize, usize)> {
    let rules = host.facts().redirects?;
    Some((old_addresses(edition).count(), lines(edition, rules.value).len()))
}

/// Returns one line for each old address, up to the number and size the host reads.
fn lines(edition: &Edition, rules: RedirectRules) -> Vec<String> {
    let folder = if rules.with_folder { edition.base.path.as_str() } else { "" };
    let mut lines: Vec<String> = old_addresses(edition)
        .map(|former| {
            let to = &edition.village.entry(former.entry).address;
            format!("{folder}{} {folder}{to} {}\n", former.address, rules.permanent_code)
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
