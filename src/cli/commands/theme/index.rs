//! `dorpsplein theme index`: writes the list that villages choose from, beside the packages.

use std::path::Path;

use super::messages;
use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::ground::Both;
use crate::package::{
    INDEX_FILE, Index, Key, LARGEST_INDEX, LARGEST_KEY_FILE, LARGEST_PACKAGE, Offer, make_index, read_index,
    verify, write_index,
};
use crate::publish::replace;
use crate::read::{ReadFailure, bytes_of, is_folder};
use crate::shop::packages_in;

/// Writes a list of the packages in a folder.
pub(super) fn write(folder: &Path, key: Option<&Path>, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    match listed(folder, key) {
        Ok((index, others)) => {
            let file = folder.join(INDEX_FILE);
            if let Err(failure) = replace(&file, write_index(&index).as_bytes()) {
                return screen.refused(&failure.message(), locale);
            }
            let packages = index.themes.values().map(Vec::len).sum();
            screen.say(messages::listed(&file, packages, index.key.is_some()).in_locale(locale));
            if !others.is_empty() {
                screen.say(messages::skipped(&others).in_locale(locale));
            }
            ExitStatus::Done
        }
        Err(message) => screen.refused(&message, locale),
    }
}

/// Returns the list, and the other zip files in the folder.
fn listed(folder: &Path, key: Option<&Path>) -> Result<(Index, Vec<String>), Both> {
    if !is_folder(folder) {
        return Err(messages::no_packages(folder));
    }
    let text =
        |file: &Path| bytes_of(file, LARGEST_KEY_FILE).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let before = previous_index(folder)?;
    let key = match key {
        Some(file) => {
            let key = text(file).and_then(|text| Key::parse(&text));
            Some(key.ok_or_else(|| messages::no_public_key(file))?)
        }
        // A key that was published stays published.
        None => before.and_then(|index| index.key),
    };
    let packages = packages_in(folder);
    if let Some((file, unfit)) = packages.unfit.first() {
        return Err(messages::unfit_among(file, &unfit.message()));
    }
    if packages.offers.is_empty() {
        return Err(messages::no_packages(folder));
    }
    for offer in &packages.offers {
        check_signature(folder, offer, key.as_ref())?;
    }
    let index = make_index(packages.offers, key);
    for offers in index.themes.values() {
        let twice = offers.windows(2).find(|pair| pair[0].head.version == pair[1].head.version);
        if let Some([one, other]) = twice {
            return Err(messages::same_version(&one.file, &other.file));
        }
    }
    Ok((index, packages.others))
}

/// Returns the existing list. A different file of that name is never overwritten.
fn previous_index(folder: &Path) -> Result<Option<Index>, Both> {
    let file = folder.join(INDEX_FILE);
    match bytes_of(&file, LARGEST_INDEX) {
        Ok(bytes) => read_index(&bytes).map(Some).map_err(|_| messages::not_our_index(&file)),
        Err(ReadFailure::Gone) => Ok(None),
        Err(_) => Err(messages::not_our_index(&file)),
    }
}

/// Checks that villages that know the key would accept the package.
fn check_signature(folder: &Path, offer: &Offer, key: Option<&Key>) -> Result<(), Both> {
    let Some(key) = key else { return Ok(()) };
    let bytes = bytes_of(&folder.join(&offer.file), LARGEST_PACKAGE);
    let signature =
        offer.signature.as_ref().and_then(|file| bytes_of(&folder.join(file), LARGEST_KEY_FILE).ok());
    let is_signed = match (bytes, signature) {
        (Ok(bytes), Some(signature)) => verify(&bytes, &String::from_utf8_lossy(&signature), key).is_ok(),
        _ => false,
    };
    if is_signed { Ok(()) } else { Err(messages::not_signed(&offer.file)) }
}
