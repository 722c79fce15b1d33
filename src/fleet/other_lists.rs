//! Villages in other lists beside that of a fleet: the sites that were built for those are not left over.

use std::collections::BTreeSet;
use std::path::Path;

use super::find::{Fleet, names_villages, read_fleet_file};
use super::list_messages;
use crate::ground::Both;
use crate::read::list_folder;

/// Returns the names, in lowercase, of the villages in the other lists in the folder of a fleet; an error if
/// one of those cannot be read.
pub(super) fn names_in_other_lists(fleet: &Fleet) -> Result<BTreeSet<String>, Both> {
    let own = fleet.list.as_deref().and_then(Path::file_name);
    let here = if fleet.folder.as_os_str().is_empty() { Path::new(".") } else { &fleet.folder };
    let mut names = BTreeSet::new();
    for (name, _) in list_folder(here, |_| false).unwrap_or_default() {
        let file = here.join(&name);
        let is_yaml = name.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        if !is_yaml || own == Some(name.as_os_str()) || !names_villages(&file) {
            continue;
        }
        let other = read_fleet_file(&file).map_err(|_| list_messages::other_list_unread(&file))?;
        names.extend(other.villages.iter().map(|village| village.name.to_lowercase()));
    }
    Ok(names)
}
