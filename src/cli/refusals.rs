//! What is said when the machine refuses to read a village folder.

use std::path::Path;

use crate::ground::{Both, as_argument, both};
use crate::read::{Refusal, SITE_FILE, stamp};

/// The folder of a village in which something stands, as it is typed.
pub(super) fn village_above(path: &Path) -> Option<String> {
    let village = path.ancestors().skip(1).find(|folder| stamp(&folder.join(SITE_FILE)).is_some())?;
    let typed = village.display().to_string();
    Some(as_argument(if typed.is_empty() { "." } else { &typed }))
}

/// Why the folder cannot be read, and what to look at.
pub(super) fn no_folder(refusal: &Refusal) -> Both {
    let path = refusal.path.display();
    match refusal.cause.kind() {
        std::io::ErrorKind::NotFound => both(
            format!("de map '{path}' is er niet\nkijk of de naam klopt en of je in de goede map staat"),
            format!(
                "there is no folder '{path}'\nsee whether the name is right and whether you are in the right folder"
            ),
        ),
        std::io::ErrorKind::NotADirectory => match village_above(&refusal.path) {
            Some(village) => both(
                format!("'{path}' is een bestand en geen map\nnoem de map van het dorp: {village}"),
                format!("'{path}' is a file and not a folder\nname the folder of the village: {village}"),
            ),
            None => both(
                format!("'{path}' is een bestand en geen map\nnoem de map waarin het staat"),
                format!("'{path}' is a file and not a folder\nname the folder it is in"),
            ),
        },
        std::io::ErrorKind::PermissionDenied => both(
            format!("de map '{path}' kan niet worden gelezen: de computer geeft geen toestemming"),
            format!("the folder '{path}' cannot be read: the computer does not allow it"),
        ),
        _ => both(
            format!("de map '{path}' kan niet worden gelezen ({})", refusal.cause),
            format!("the folder '{path}' cannot be read ({})", refusal.cause),
        ),
    }
}
