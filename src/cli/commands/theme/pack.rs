//! `dorpsplein theme pack`: packs a theme into one file.

use std::path::{Path, PathBuf};

use super::folder::{ThemeFolder, theme_in};
use super::messages;
use crate::cli::ExitStatus;
use crate::cli::refusals::no_folder;
use crate::cli::show::Screen;
use crate::cli::typed::OutputFormat;
use crate::ground::{Both, Remarks, with_ending};
use crate::package::{LARGEST_PACKAGE, PackageHead, SIGNATURE_ENDING, open, pack as packed};
use crate::publish::{Failure, write_bytes};
use crate::read::{bytes_of, stamp};
use crate::shop::is_package;
use crate::theme::Manifest;

/// Packs the theme in a folder.
pub(super) fn pack(folder: &Path, output: Option<PathBuf>, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    let mut remarks = Remarks::default();
    remarks.set_site_language(locale);
    let ThemeFolder { files, manifest, left_out } = match theme_in(folder, &mut remarks) {
        Ok(found) => found,
        Err(refusal) => return screen.refused(&no_folder(&refusal), locale),
    };
    screen.remarks(&remarks, OutputFormat::Human, folder);
    let Some(manifest) = manifest.filter(|_| remarks.is_publishable()) else {
        return ExitStatus::ContentErrors;
    };
    let head = head_of(&manifest);
    let bytes = match packed(&files, &head) {
        Ok(bytes) => bytes,
        Err(unfit) => return screen.refused(&unfit.message_for_author(), locale),
    };
    let file = output.unwrap_or_else(|| head.file_name().into());
    if stamp(&file).is_some() && !is_package(&file) {
        return screen.refused(&Failure::ForeignFile { file }.message(), locale);
    }
    if let Some(message) = signed_before(&file, &bytes, &head, manifest.version_key()) {
        return screen.refused(&message, locale);
    }
    if let Err(failure) = write_bytes(&file, &bytes) {
        return screen.refused(&failure.message(), locale);
    }
    if !left_out.is_empty() {
        screen.say(messages::left_out(&left_out).in_locale(locale));
    }
    screen.say(messages::packed(&file, files.len(), bytes.len()).in_locale(locale));
    ExitStatus::Done
}

/// Returns the head of a package, from the manifest of its theme.
pub(super) fn head_of(manifest: &Manifest) -> PackageHead {
    let Manifest { name, version, api, extends, .. } = manifest;
    PackageHead { name: name.clone(), version: *version, api: *api, extends: extends.clone() }
}

/// Returns why an existing package is not overwritten: others may have it, and its signature would be wrong.
fn signed_before(file: &Path, bytes: &[u8], head: &PackageHead, key: &str) -> Option<Both> {
    stamp(&with_ending(file, SIGNATURE_ENDING))?;
    let before = bytes_of(file, LARGEST_PACKAGE).ok().filter(|before| before != bytes)?;
    let is_same = open(&before)
        .is_ok_and(|package| (&package.head.name, package.head.version) == (&head.name, head.version));
    Some(messages::signed_already(file, Some(key).filter(|_| is_same)))
}
