//! The lock of a village, `themes.lock`: what it knows about the themes beside its site. The program writes
//! it.

use std::collections::BTreeMap;

use super::head::{FORMAT_VERSION, api_of, check_format, extends_of, version_of};
use super::signature::Key;
use crate::ground::{Checksum, Json, JsonMap, SitePath, Version, json, parse_json, pretty_json, without_bom};
use crate::theme::is_theme_name;

/// Far larger than any lock, in bytes.
const LONGEST: usize = 4 * 1024 * 1024;

/// A theme that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedTheme {
    /// The version.
    pub version: Version,
    /// The checksum of its package.
    pub hash: Checksum,
    /// The version of the contract with the program that it follows.
    pub api: u16,
    /// The theme that it extends.
    pub extends: Option<String>,
    /// The checksum of its `package.json`, which lists all its files.
    pub list: Checksum,
    /// Where it came from: an address, or a path from the village folder.
    pub from: Option<String>,
    /// The public key of its publisher; `None` when it was not signed.
    pub key: Option<Key>,
    /// The version that was here before the last change.
    pub former: Option<FormerVersion>,
    /// The theme that the site had before this one.
    pub replaced: Option<String>,
}

/// A version that was here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormerVersion {
    /// The version.
    pub version: Version,
    /// The checksum of its package.
    pub hash: Checksum,
}

/// A theme's file of which the village has its own version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The theme that it was copied from.
    pub layer: String,
    /// The version of that theme at the time.
    pub version: Version,
    /// The checksum of the file at the time.
    pub hash: Checksum,
}

/// The contents of a lock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The added themes, by name.
    pub themes: BTreeMap<String, LockedTheme>,
    /// The adopted files, by their path in a theme.
    pub adopted: BTreeMap<String, Adopted>,
}

/// Returns the text of a lock.
pub fn write_lock(lock: &Lock) -> String {
    let theme = |added: &LockedTheme| {
        let former = added
            .former
            .map(|former| json!({ "version": former.version.to_string(), "hash": former.hash.to_string() }));
        json!({
            "version": added.version.to_string(),
            "hash": added.hash.to_string(),
            "api": added.api,
            "extends": added.extends,
            "list": added.list.to_string(),
            "from": added.from,
            "key": added.key.as_ref().map(Key::to_string),
            "former": former,
            "replaced": added.replaced,
        })
    };
    let file = |adopted: &Adopted| {
        json!({
            "layer": adopted.layer,
            "version": adopted.version.to_string(),
            "hash": adopted.hash.to_string(),
        })
    };
    let themes: JsonMap<String, Json> =
        lock.themes.iter().map(|(name, added)| (name.clone(), theme(added))).collect();
    let adopted: JsonMap<String, Json> =
        lock.adopted.iter().map(|(path, adopted)| (path.clone(), file(adopted))).collect();
    pretty_json(&json!({ "form": FORMAT_VERSION, "themes": themes, "adopted": adopted }))
}

/// Reads a lock; `None` when it is not one.
pub fn read_lock(bytes: &[u8]) -> Option<Lock> {
    let document = Some(bytes)
        .filter(|bytes| bytes.len() <= LONGEST)
        .and_then(|bytes| parse_json(without_bom(bytes)))?;
    check_format(&document).ok()?;
    let mut lock = Lock::default();
    for (name, about) in document.get("themes")?.as_object()? {
        lock.themes.insert(name.clone(), added_of(about).filter(|_| is_theme_name(name))?);
    }
    for (path, about) in document.get("adopted").and_then(Json::as_object).into_iter().flatten() {
        let is_path = SitePath::is_canonical(path);
        lock.adopted.insert(path.clone(), adopted_of(about).filter(|_| is_path)?);
    }
    Some(lock)
}

fn added_of(about: &Json) -> Option<LockedTheme> {
    let key = match about.get("key") {
        None | Some(Json::Null) => None,
        Some(key) => Some(Key::parse(key.as_str()?)?),
    };
    let former = match about.get("former") {
        None | Some(Json::Null) => None,
        Some(former) => Some(FormerVersion { version: version_of(former)?, hash: sum_of(former, "hash")? }),
    };
    let from = match about.get("from") {
        None | Some(Json::Null) => None,
        Some(from) => Some(from.as_str()?.to_owned()),
    };
    let replaced = match about.get("replaced") {
        None | Some(Json::Null) => None,
        Some(name) => Some(name.as_str().filter(|name| is_theme_name(name))?.to_owned()),
    };
    Some(LockedTheme {
        version: version_of(about)?,
        hash: sum_of(about, "hash")?,
        api: api_of(about)?,
        extends: extends_of(about)?,
        list: sum_of(about, "list")?,
        from,
        key,
        former,
        replaced,
    })
}

fn adopted_of(about: &Json) -> Option<Adopted> {
    let layer = about.get("layer")?.as_str().filter(|layer| is_theme_name(layer))?.to_owned();
    Some(Adopted { layer, version: version_of(about)?, hash: sum_of(about, "hash")? })
}

fn sum_of(about: &Json, key: &str) -> Option<Checksum> {
    Checksum::from_hex(about.get(key)?.as_str()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::checksum;

    #[test]
    fn a_lock_file_reads_back_as_it_was_written() {
        let version = Version { major: 1, minor: 2, patch: 0 };
        let hash = checksum(b"pakket");
        let added = LockedTheme {
            version,
            hash,
            api: 1,
            extends: Some("lvkk".to_owned()),
            list: checksum(b"lijst"),
            from: Some("https://provincie.example/themes.json".to_owned()),
            key: None,
            former: Some(FormerVersion { version, hash }),
            replaced: Some("drenthe".to_owned()),
        };
        let mut lock = Lock::default();
        lock.themes.insert("overijssel".to_owned(), added);
        let adopted = Adopted { layer: "lvkk".to_owned(), version, hash };
        lock.adopted.insert("templates/home.html".to_owned(), adopted);
        let text = write_lock(&lock);
        assert_eq!(read_lock(text.as_bytes()), Some(lock));
        assert_eq!(read_lock(text.replace("\"form\": 1", "\"form\": 2").as_bytes()), None);
        assert_eq!(read_lock(text.replace("overijssel", "../overijssel").as_bytes()), None);
        assert_eq!(read_lock(text.replace("templates/home", "C:/home").as_bytes()), None);
        assert_eq!(read_lock(b"<<<<<<< HEAD\n"), None);
    }
}
