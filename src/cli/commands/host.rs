//! `dorpsplein host`: sets where a site is hosted, and explains how.

use std::path::Path;

use crate::cli::ExitStatus;
use crate::cli::host_messages as messages;
use crate::cli::refusals::no_folder;
use crate::cli::show::Screen;
use crate::cli::typed::ChosenHost;
use crate::outside::{source_addresses, source_outside};
use crate::publish::{SealState, Sealed, seal_state, write_sealed};
use crate::read::{LONGEST_TEXT, SITE_FILE, bytes_of, collect, plain_path, real_path, repository_above};
use crate::setup::{Publishing, all_paths, explanation, files, guide_path, paths_of, with_host};
use crate::village::{Host, layout, settings_in};

/// Writes the files of a host to a village folder, and its name to `site.yaml`.
pub(super) fn set(folder: &Path, chosen: &ChosenHost, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    let source = match collect(folder, &layout()) {
        Ok(source) => source,
        Err(refusal) => return screen.refused(&no_folder(&refusal), locale),
    };
    let file = folder.join(SITE_FILE);
    let text = bytes_of(&file, LONGEST_TEXT).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(text) = text else { return screen.refused(&messages::no_site_file(folder), locale) };
    let settings = settings_in(&source);
    let publishing = Publishing {
        locale: settings.locale(),
        village: settings.village_name().to_owned(),
        web_address: settings.web_address().map(str::to_owned),
        checksum: chosen.checksum.clone(),
    };
    let Some(with_host) = with_host(&text, chosen.host, publishing.locale) else {
        return screen.refused(&messages::site_file_not_changed(&file, chosen.host), locale);
    };
    let host_files = files(chosen.host, &publishing);
    let site = (with_host != text).then_some((SITE_FILE, with_host.as_bytes()));
    let written = match write_sealed(folder, &host_files, site, chosen.anyway) {
        Ok(written) => written,
        Err(failure) => return screen.refused(&failure.message(), locale),
    };
    let blocking: Vec<&(String, Sealed)> =
        written.iter().filter(|(_, outcome)| *outcome == Sealed::Kept).collect();
    if !blocking.is_empty() {
        for (path, outcome) in blocking {
            screen.say(messages::outcome(path, *outcome).in_locale(locale));
        }
        screen.say(messages::nothing_set(chosen.host).in_locale(locale));
        return ExitStatus::ContentErrors;
    }
    for (path, outcome) in &written {
        screen.say(messages::outcome(path, *outcome).in_locale(locale));
    }
    for (path, left) in left_over_files(folder, &host_files, settings.host()) {
        let message = match left {
            SealState::Untouched => messages::left_over(path),
            SealState::Changed | SealState::Unmarked => messages::left_over_changed(path),
        };
        screen.say(message.in_locale(locale));
    }
    conclude(folder, chosen, &publishing, screen);
    ExitStatus::Done
}

/// Returns files of a previous host, which have no use any more. They are reported, not deleted.
///
/// A file without our mark may belong to somebody who uses the same host for something else, so it is
/// reported only if the site was at that host until now.
fn left_over_files(
    folder: &Path,
    host_files: &[(String, String)],
    former: Option<Host>,
) -> Vec<(&'static str, SealState)> {
    let of_former = former.map(paths_of).unwrap_or_default();
    let others = all_paths().into_iter().filter(|path| !host_files.iter().any(|(new, _)| new == path));
    let left = others.filter_map(|path| Some((path, seal_state(folder, path)?)));
    left.filter(|(path, left)| *left != SealState::Unmarked || of_former.contains(path)).collect()
}

/// Tells the user what else to know and to do.
pub(super) fn conclude(folder: &Path, chosen: &ChosenHost, publishing: &Publishing, screen: &Screen) {
    let locale = screen.locale();
    let needs_program = chosen.host != Host::Folder;
    if needs_program && !publishing.has_release_checksum() {
        screen.say(messages::program_unknown().in_locale(locale));
    }
    if needs_program && let Some(repository) = repository_above(folder) {
        screen.say(messages::below_repository(folder, &repository).in_locale(locale));
    }
    if needs_program {
        about_portal(folder, chosen.host, screen);
    }
    if !chosen.host.facts().provides_address && publishing.web_address.is_none() {
        screen.say(messages::address_missing().in_locale(locale));
    }
    screen.say(messages::what_next(chosen.host, guide_path(publishing.locale)).in_locale(locale));
}

/// Tells the maker of a portal which villages its host cannot find or keep.
fn about_portal(folder: &Path, host: Host, screen: &Screen) {
    let locale = screen.locale();
    let root = repository_above(folder).unwrap_or_else(|| real_path(folder));
    if let Some(source) = source_outside(folder, &root) {
        screen.say(messages::source_away(&source, plain_path(&root), host).in_locale(locale));
    }
    if host == Host::Netlify && !source_addresses(folder).is_empty() {
        screen.say(messages::nothing_kept(host).in_locale(locale));
    }
}

/// Prints how to get a site onto a host.
pub(super) fn explain(host: Host, screen: &Screen) -> ExitStatus {
    screen.print(&explanation(host, screen.locale()));
    ExitStatus::Done
}
