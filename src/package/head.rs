//! What a package says about itself in its first file, `package.json`, with a list of all its other files.

use std::collections::BTreeMap;

use crate::ground::{Checksum, Json, JsonMap, Version, json, parse_json, pretty_json};
use crate::theme::is_theme_name;

/// The first file of a package.
pub const LIST_FILE: &str = "package.json";

/// The version of the format of packages, their index and the lock.
pub(super) const FORMAT_VERSION: u64 = 1;

/// Far larger than any list, in bytes; more is not read.
const LONGEST_LIST: usize = 1024 * 1024;

/// The identity of a packaged theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageHead {
    /// Its name: lower-case letters, digits and hyphens.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// The version of the contract with the program that it follows.
    pub api: u16,
    /// The theme that it extends.
    pub extends: Option<String>,
}

impl PackageHead {
    /// Returns the file name of this theme's package: `overijssel-1.2.0.zip`.
    pub fn file_name(&self) -> String {
        format!("{}-{}.zip", self.name, self.version)
    }
}

/// The list in a package: the theme and its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) head: PackageHead,
    pub(super) files: BTreeMap<String, Checksum>,
}

/// Why a list is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoList {
    Unreadable,
    OtherFormat(u64),
}

/// Returns the text of `package.json`.
pub(super) fn write_list(list: &List) -> String {
    let PackageHead { name, version, api, extends } = &list.head;
    let files: JsonMap<String, Json> =
        list.files.iter().map(|(path, sum)| (path.clone(), Json::String(sum.to_string()))).collect();
    pretty_json(&json!({
        "form": FORMAT_VERSION,
        "name": name,
        "version": version.to_string(),
        "api": api,
        "extends": extends,
        "files": files,
    }))
}

/// Reads `package.json`.
pub(super) fn read_list(bytes: &[u8]) -> Result<List, NoList> {
    let document = Some(bytes).filter(|bytes| bytes.len() <= LONGEST_LIST).and_then(parse_json);
    let document = document.ok_or(NoList::Unreadable)?;
    check_format(&document)?;
    let head = head_of(&document).ok_or(NoList::Unreadable)?;
    let listed = document.get("files").and_then(Json::as_object).ok_or(NoList::Unreadable)?;
    let sum = |(path, sum): (&String, &Json)| Some((path.clone(), Checksum::from_hex(sum.as_str()?)?));
    let files: Option<BTreeMap<_, _>> = listed.iter().map(sum).collect();
    Ok(List { head, files: files.ok_or(NoList::Unreadable)? })
}

/// Checks that a document has the format that is read here.
pub(super) fn check_format(document: &Json) -> Result<(), NoList> {
    match document.get("form").and_then(Json::as_u64) {
        Some(FORMAT_VERSION) => Ok(()),
        Some(other) => Err(NoList::OtherFormat(other)),
        None => Err(NoList::Unreadable),
    }
}

fn head_of(document: &Json) -> Option<PackageHead> {
    let name = document.get("name")?.as_str().filter(|name| is_theme_name(name))?;
    Some(PackageHead {
        name: name.to_owned(),
        version: version_of(document)?,
        api: api_of(document)?,
        extends: extends_of(document)?,
    })
}

/// Returns the value of `version`; `None` when it is not a version.
pub(super) fn version_of(about: &Json) -> Option<Version> {
    about.get("version")?.as_str().and_then(Version::parse)
}

pub(super) fn api_of(about: &Json) -> Option<u16> {
    about.get("api")?.as_u64().and_then(|api| u16::try_from(api).ok())
}

/// Returns the name in `extends`, or `Some(None)` when there is none; `None` when it is not a name.
#[expect(clippy::option_option, reason = "a name that is wrong is not a name that is missing")]
pub(super) fn extends_of(about: &Json) -> Option<Option<String>> {
    match about.get("extends") {
        None | Some(Json::Null) => Some(None),
        Some(Json::String(name)) if is_theme_name(name) => Some(Some(name.clone())),
        Some(_) => None,
    }
}
