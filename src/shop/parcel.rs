//! Fetches a package and checks its signature.

use super::location::Location;
use super::messages;
use super::offers::check_contract;
use crate::ground::{Both, Remarks};
use crate::outside::{Downloads, FetchError};
use crate::package::{Key, LARGEST_KEY_FILE, LARGEST_PACKAGE, LockedTheme, Offer, Package, open, verify};
use crate::theme::{Contract, Layer, read_manifest};

/// A fetched package whose signature was checked.
#[derive(Debug)]
pub(super) struct Parcel {
    pub(super) package: Package,
    pub(super) bytes: Vec<u8>,
    /// Where newer versions will be.
    pub(super) from: String,
    /// Whether it was fetched separately, and not through a list.
    pub(super) is_single: bool,
    /// The key it was signed with; `None` if it was not signed.
    pub(super) key: Option<Key>,
}

/// Where a package is, and what is known about it before it is fetched.
pub(super) struct Order<'o> {
    pub(super) at: Location,
    /// The entry in a list.
    pub(super) offer: Option<&'o Offer>,
    /// Where its signature is; `None` if the list says that it is not signed.
    pub(super) signature: Option<Location>,
    /// The key given by the publisher or the user.
    pub(super) key: Option<Key>,
    pub(super) from: String,
}

impl Order<'_> {
    /// Fetches the package and checks everything that can be checked on its own. `known` returns what the
    /// lock records about the theme of this name.
    pub(super) fn fetch<'l>(
        self,
        known: impl FnOnce(&str) -> Option<&'l LockedTheme>,
        contract: &Contract,
        downloads: &Downloads,
    ) -> Result<Parcel, Both> {
        let message = |absent: FetchError| absent.message().clone();
        let bytes = self.at.bytes(LARGEST_PACKAGE, downloads).map_err(message)?;
        let (received, size) = (bytes.len() as u64, self.offer.map_or(0, |offer| offer.size));
        if received < size {
            return Err(messages::package_incomplete(&self.at.shown(), (received, size)));
        }
        let package = open(&bytes).map_err(|unfit| unfit.message())?;
        if self.offer.is_some_and(|offer| offer.hash != package.hash || offer.head != package.head) {
            return Err(messages::not_as_listed(&self.at.shown()));
        }
        check_contract(&package.head, contract)?;
        check_manifest(&package)?;
        let signature = match &self.signature {
            None => None,
            Some(place) => match place.bytes(LARGEST_KEY_FILE, downloads) {
                Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
                // Only if it certainly does not exist; any other failure might conceal one.
                Err(FetchError::Missing(_)) if self.offer.is_none() => None,
                Err(absent) => return Err(message(absent)),
            },
        };
        let key = trusted_key(&bytes, &package, signature.as_deref(), self.key, known(&package.head.name))?;
        Ok(Parcel { package, bytes, from: self.from, is_single: self.offer.is_none(), key })
    }
}

/// Returns the key that a package was signed with, after verifying the signature.
fn trusted_key(
    bytes: &[u8],
    package: &Package,
    signature: Option<&str>,
    given: Option<Key>,
    known: Option<&LockedTheme>,
) -> Result<Option<Key>, Both> {
    let name = &package.head.name;
    let remembered = known.and_then(|added| added.key.clone());
    if let (Some(known), Some(given)) = (&remembered, &given)
        && known != given
    {
        return Err(messages::other_key(name, known, given));
    }
    match (remembered.or(given), signature) {
        (Some(key), Some(signature)) => match verify(bytes, signature, &key) {
            Ok(()) => Ok(Some(key)),
            Err(_) => Err(messages::signature_wrong(name, &key)),
        },
        (Some(key), None) => Err(messages::signature_missing(name, &key)),
        (None, Some(_)) => Err(messages::key_unknown(name)),
        (None, None) => Ok(None),
    }
}

/// Checks that the head of a package agrees with the manifest of its theme.
fn check_manifest(package: &Package) -> Result<(), Both> {
    let head = &package.head;
    let layer = Layer::new(head.name.clone(), head.name.clone(), package.files.iter().cloned());
    let manifest = read_manifest(&layer, &mut Remarks::default());
    let is_same = manifest.is_some_and(|manifest| {
        (&manifest.name, manifest.version, manifest.api, &manifest.extends)
            == (&head.name, head.version, head.api, &head.extends)
    });
    if is_same { Ok(()) } else { Err(messages::manifest_differs(&head.name)) }
}

/// Reads the key in a file; `None` if the file does not exist.
pub(super) fn key_at(place: &Location, downloads: &Downloads) -> Result<Option<Key>, Both> {
    match place.bytes(LARGEST_KEY_FILE, downloads) {
        Ok(bytes) => {
            let key = Key::parse(&String::from_utf8_lossy(&bytes));
            key.map(Some).ok_or_else(|| messages::key_unreadable(&place.shown()))
        }
        Err(FetchError::Missing(_)) => Ok(None),
        Err(absent) => Err(absent.message().clone()),
    }
}
