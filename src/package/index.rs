//! The index of a publisher: which themes it offers, and in which versions. It is `themes.json`, beside the
//! packages.

use std::collections::BTreeMap;

use super::head::{FORMAT_VERSION, PackageHead, api_of, check_format, extends_of, version_of};
use super::messages;
use super::names::is_file_name;
use super::signature::Key;
use super::unpack::LARGEST_PACKAGE;
use crate::ground::{Both, Checksum, Json, JsonMap, json, parse_json, pretty_json, without_bom};
use crate::theme::is_theme_name;

/// The file name of an index.
pub const INDEX_FILE: &str = "themes.json";

/// The largest index that is read, in bytes.
pub const LARGEST_INDEX: u64 = 1024 * 1024;

/// More themes, and versions of each, than any publisher has.
const MOST_THEMES: usize = 500;
const MOST_VERSIONS: usize = 500;

/// One version of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The theme.
    pub head: PackageHead,
    /// The package, beside the index.
    pub file: String,
    /// The checksum of the package.
    pub hash: Checksum,
    /// How large it is, in bytes.
    pub size: u64,
    /// The signature of the package, beside it.
    pub signature: Option<String>,
}

/// What a publisher offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The public key of the publisher.
    pub key: Option<Key>,
    /// The versions of each theme, the newest first.
    pub themes: BTreeMap<String, Vec<Offer>>,
}

impl Index {
    /// Returns the newest version of a theme for which `suits` says that this program can use it.
    pub fn newest(&self, name: &str, suits: impl Fn(u16) -> bool) -> Option<&Offer> {
        self.themes.get(name)?.iter().find(|offer| suits(offer.head.api))
    }
}

/// Creates an index of these packages.
pub fn make_index(offers: Vec<Offer>, key: Option<Key>) -> Index {
    let mut themes: BTreeMap<String, Vec<Offer>> = BTreeMap::new();
    for offer in offers {
        themes.entry(offer.head.name.clone()).or_default().push(offer);
    }
    themes.values_mut().for_each(|offers| newest_first(offers));
    Index { key, themes }
}

fn newest_first(offers: &mut [Offer]) {
    offers.sort_by(|one, other| {
        other.head.version.cmp(&one.head.version).then_with(|| one.file.cmp(&other.file))
    });
}

/// Returns the text of an index.
pub fn write_index(index: &Index) -> String {
    let offer_json = |offer: &Offer| {
        json!({
            "version": offer.head.version.to_string(),
            "api": offer.head.api,
            "extends": offer.head.extends,
            "file": offer.file,
            "hash": offer.hash.to_string(),
            "size": offer.size,
            "signature": offer.signature,
        })
    };
    let themes: JsonMap<String, Json> = index
        .themes
        .iter()
        .map(|(name, offers)| (name.clone(), Json::Array(offers.iter().map(offer_json).collect())))
        .collect();
    let key = index.key.as_ref().map(Key::to_string);
    pretty_json(&json!({ "form": FORMAT_VERSION, "key": key, "themes": themes }))
}

/// Reads an index.
///
/// # Errors
/// When it is not an index; says why.
pub fn read_index(bytes: &[u8]) -> Result<Index, Both> {
    let is_small = bytes.len() as u64 <= LARGEST_INDEX;
    let document = Some(bytes).filter(|_| is_small).and_then(|bytes| parse_json(without_bom(bytes)));
    let document = document.ok_or_else(messages::no_index)?;
    check_format(&document).map_err(messages::no_index_because)?;
    index_of(&document).ok_or_else(messages::no_index)
}

fn index_of(document: &Json) -> Option<Index> {
    let key = match document.get("key") {
        None | Some(Json::Null) => None,
        Some(key) => Some(Key::parse(key.as_str()?)?),
    };
    let listed = document.get("themes")?.as_object().filter(|themes| themes.len() <= MOST_THEMES)?;
    let mut themes = BTreeMap::new();
    for (name, offers) in listed {
        let offers = offers.as_array().filter(|offers| offers.len() <= MOST_VERSIONS)?;
        let offers: Option<Vec<Offer>> = offers.iter().map(|offer| offer_of(name, offer)).collect();
        let mut offers = offers.filter(|_| is_theme_name(name))?;
        newest_first(&mut offers);
        themes.insert(name.clone(), offers);
    }
    Some(Index { key, themes })
}

fn offer_of(name: &str, about: &Json) -> Option<Offer> {
    let file = |key: &str| about.get(key)?.as_str().filter(|file| is_file_name(file)).map(str::to_owned);
    let signature = match about.get("signature") {
        None | Some(Json::Null) => None,
        Some(_) => Some(file("signature")?),
    };
    let (version, api, extends) = (version_of(about)?, api_of(about)?, extends_of(about)?);
    Some(Offer {
        head: PackageHead { name: name.to_owned(), version, api, extends },
        file: file("file")?,
        hash: Checksum::from_hex(about.get("hash")?.as_str()?)?,
        size: about.get("size")?.as_u64().filter(|size| *size <= LARGEST_PACKAGE)?,
        signature,
    })
}
