//! The names of a village's files on its site.

use crate::ground::{Address, fingerprint, is_device_name, slug, slug_within};
use crate::read::MediaFile;

/// Uses only lower-case letters, digits and hyphens: names that every host and disk treats the same.
pub(super) fn published_address(file: &MediaFile) -> Address {
    let folder = file.path.parent().split('/').map(plain).collect::<Vec<_>>().join("/");
    let (name, extension) = (plain(file.path.stem()), file.path.extension());
    let name = if extension.is_empty() { name } else { format!("{name}.{extension}") };
    Address::file(&format!("{folder}/{name}"))
}

/// The limit on a name in bytes, which leaves room for the suffixes of pictures made from a photo (255 bytes
/// are possible). Some letters are transliterated to several, so the limit counts the result.
const LONGEST_NAME: usize = 220;

/// How many bytes of a longer name are kept, before the fingerprint of the whole name.
const KEPT_OF_NAME: usize = 200;

/// The name in plain characters. A name that Windows reserves for a device gets a suffix.
fn plain(name: &str) -> String {
    let plain = slug(name);
    match plain.as_str() {
        "" => "bestand".to_owned(),
        device if is_device_name(device) => format!("{plain}-bestand"),
        long if long.len() > LONGEST_NAME => {
            let print = fingerprint(name.as_bytes()).to_string();
            format!("{}-{}", slug_within(name, KEPT_OF_NAME), print.get(..8).unwrap_or_default())
        }
        _ => plain,
    }
}
