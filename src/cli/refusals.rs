//! Messages for when a village folder cannot be read.

use std::path::Path;

use crate::ground::{Both, as_argument, both};
use crate::read::{Refusal, SITE_FILE, stamp};

/// Returns the village folder that contains a path, as an argument to type.
pub(super) fn village_above(path: &Path) -> Option<String> {
    let village = path.ancestors().skip(1).find(|folder| stamp(&folder.join(SITE_FILE)).is_some())?;
    let typed = village.display().to_string();
    Some(as_argument(if typed.is_empty() { "." } else { &typed }))
}

/// Explains why the folder cannot be read, and what to check.
pub(super) fn no_folder(refusal: &Refusal) -> Both {
    let path = refusal.path.display();
    match refusal.cause.kind() {
        std::io::ErrorKind::NotFound => both(
            format!("de map '{path}' is er niet\nkijk of de naam klopt en of je in de goede map staat"),
            format!(
                "there is no folder '{path}'\ncheck that the name is right and that you are in the right folder"
            ),
        ),
        std::io::ErrorKind::NotADirectory => match village_above(&refusal.path) {
            Some(village) => both(
                format!("'{path}' is een bestand en geen map\nnoem de map van het dorp: {village}"),
                format!("'{path}' is a file, not a folder\ngive the folder of the village: {village}"),
            ),
            None => both(
                format!("'{path}' is een bestand en geen map\nnoem de map waarin het staat"),
                format!("'{path}' is a file, not a folder\ngive the folder that it is in"),
            ),
        },
        std::io::ErrorKind::PermissionDenied => both(
            format!("de map '{path}' kan niet worden gelezen: de computer geeft geen toestemming"),
            format!("the folder '{path}' cannot be read: you do not have permission"),
        ),
        _ => both(
            format!("de map '{path}' kan niet worden gelezen ({})", refusal.cause),
            format!("the folder '{path}' cannot be read ({})", refusal.cause),
        ),
    }
}
