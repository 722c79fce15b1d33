//! What is said when the machine refuses to read a village folder.

use crate::ground::{Both, both};
use crate::read::Refusal;

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
        std::io::ErrorKind::NotADirectory => both(
            format!("'{path}' is een bestand en geen map\nnoem de map waarin het staat"),
            format!("'{path}' is a file and not a folder\nname the folder it is in"),
        ),
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
