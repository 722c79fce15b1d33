//! The themes offered at a place: by a list, or by a folder with packages.

use std::path::Path;

use super::location::Location;
use super::messages;
use crate::archive::{begins_with, length_to_name};
use crate::ground::{Both, closest};
use crate::outside::Downloads;
use crate::package::{
    INDEX_FILE, Index, Key, LARGEST_INDEX, LARGEST_PACKAGE, LIST_FILE, Offer, PackageHead, SIGNATURE_ENDING,
    Unfit, is_file_name, make_index, open, read_index,
};
use crate::read::{Found, bytes_of, is_folder, list_folder, stamp, start_of};
use crate::theme::{Contract, ContractStatus};

/// The packages in a folder.
#[derive(Debug, Default)]
pub struct PackageFolder {
    /// The valid ones.
    pub offers: Vec<Offer>,
    /// The invalid ones, and why.
    pub unfit: Vec<(String, Unfit)>,
    /// Other zip files.
    pub others: Vec<String>,
}

/// Reads the packages in a folder. Other zip files are only named.
pub fn packages_in(folder: &Path) -> PackageFolder {
    let mut packages = PackageFolder::default();
    for (path, what) in list_folder(folder, |_| false).unwrap_or_default() {
        let name = path.to_string_lossy().into_owned();
        let is_zip = name.to_ascii_lowercase().ends_with(".zip") && matches!(what, Found::File(_));
        let on_disk = folder.join(&path);
        if !is_zip || !is_file_name(&name) || !is_package(&on_disk) {
            packages.others.extend(Some(name).filter(|_| is_zip));
            continue;
        }
        match bytes_of(&on_disk, LARGEST_PACKAGE).map_err(|_| Unfit::FileTooLarge) {
            Ok(bytes) => match open(&bytes) {
                Ok(package) => {
                    let signature = format!("{name}{SIGNATURE_ENDING}");
                    let is_signed = stamp(&folder.join(&signature)).is_some();
                    packages.offers.push(Offer {
                        head: package.head,
                        file: name,
                        hash: package.hash,
                        size: bytes.len() as u64,
                        signature: is_signed.then_some(signature),
                    });
                }
                Err(unfit) => packages.unfit.push((name, unfit)),
            },
            Err(unfit) => packages.unfit.push((name, unfit)),
        }
    }
    packages
}

/// Whether a file looks like a package of a theme.
pub fn is_package(path: &Path) -> bool {
    start_of(path, length_to_name(LIST_FILE)).is_some_and(|start| begins_with(&start, LIST_FILE))
}

/// What is offered at a place, and where that is.
#[derive(Debug)]
pub(super) struct Offers {
    pub(super) index: Index,
    pub(super) at: Location,
}

impl Offers {
    /// Reads what is offered at a place: a list, or a folder with or without one.
    pub(super) fn at(location: &Location, downloads: &Downloads) -> Result<Self, Both> {
        let listed = match location {
            Location::Disk(folder) if is_folder(folder) => {
                let listed = folder.join(INDEX_FILE);
                if stamp(&listed).is_none() {
                    let index = make_index(packages_in(folder).offers, None);
                    return Ok(Self { index, at: location.clone() });
                }
                Location::Disk(listed)
            }
            other => other.clone(),
        };
        let bytes = listed.bytes(LARGEST_INDEX, downloads).map_err(|absent| absent.message().clone())?;
        Ok(Self { index: read_index(&bytes)?, at: listed })
    }

    /// Returns the key that identifies the publisher.
    pub(super) fn key(&self) -> Option<&Key> {
        self.index.key.as_ref()
    }

    /// Returns the theme that is meant: the one named, or the only one there is.
    pub(super) fn requested_theme(&self, name: Option<String>) -> Result<String, Both> {
        let names: Vec<String> = self.index.themes.keys().cloned().collect();
        match (name, names.as_slice()) {
            (Some(name), _) if names.contains(&name) => Ok(name),
            (Some(name), _) => {
                let near = closest(&name, names.iter().map(String::as_str));
                Err(messages::not_offered(&name, &self.at.shown(), near))
            }
            (None, []) => Err(messages::no_themes(&self.at.shown())),
            (None, [only]) => Ok(only.clone()),
            (None, _) => Err(messages::several_themes(&names)),
        }
    }

    /// Returns the newest version of a theme that this program can use.
    pub(super) fn newest(&self, name: &str, contract: &Contract) -> Result<&Offer, Both> {
        if let Some(offer) = self.index.newest(name, |api| is_kept(contract, api)) {
            return Ok(offer);
        }
        match self.index.newest(name, |_| true) {
            Some(offer) => Err(check_contract(&offer.head, contract)
                .err()
                .unwrap_or_else(|| messages::not_offered(name, &self.at.shown(), None))),
            None => Err(messages::not_offered(name, &self.at.shown(), None)),
        }
    }
}

fn is_kept(contract: &Contract, api: u16) -> bool {
    matches!(contract.status_of(api), ContractStatus::Same | ContractStatus::Former(_))
}

/// Checks that this program supports the contract that a theme was made for.
pub(super) fn check_contract(head: &PackageHead, contract: &Contract) -> Result<(), Both> {
    let (name, version) = (&head.name, head.version.to_string());
    match contract.status_of(head.api) {
        ContractStatus::Same | ContractStatus::Former(_) => Ok(()),
        ContractStatus::TooNew => Err(messages::too_new(name, &version)),
        ContractStatus::TooOld => Err(messages::too_old(name, &version)),
    }
}
