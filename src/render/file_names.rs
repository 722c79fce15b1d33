//! What the files of a village are called on its site.

use crate::ground::{Address, fingerprint, is_device_name, slug, slug_within};
use crate::read::MediaFile;

/// Small letters, digits and hyphens only: the one kind of name that every host and disk treats the same.
pub(super) fn published_address(file: &MediaFile) -> Address {
    let folder = file.path.parent().split('/').map(plain).collect::<Vec<_>>().join("/");
    let (name, extension) = (plain(file.path.stem()), file.path.extension());
    let name = if extension.is_empty() { name } else { format!("{name}.{extension}") };
    Address::file(&format!("{folder}/{name}"))
}

/// A name has no more bytes than this, for what is made of a photo has more behind it (255 are possible). Some letters are
/// told by many of ours.
const LONGEST_NAME: usize = 220;

/// So much is kept of a longer one, with the fingerprint of all of it behind.
const KEPT_OF_NAME: usize = 200;

/// What Windows takes for a device gets something behind it.
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
