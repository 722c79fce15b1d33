//! What other machines do not have of a fleet: they get one repository, and put their own folders into it.

use std::path::Path;

use super::find::Fleet;
use super::messages::{not_in_repository, reserved_name, source_not_in_repository};
use super::shown::short_name_list;
use crate::ground::Both;
use crate::outside::source_outside;
use crate::read::real_path;

impl Fleet {
    /// Returns messages about what does not work on machines that have only the folder `root`, and in it use
    /// the folders `reserved` themselves.
    pub fn elsewhere_messages(&self, root: &Path, reserved: &[&str]) -> Vec<Both> {
        let root_real = real_path(root);
        let mut messages = Vec::new();
        for village in &self.villages {
            let top = village.name.split('/').next().unwrap_or_default().to_lowercase();
            messages.extend(reserved.iter().find(|name| **name == top).map(|_| reserved_name(&village.name)));
        }
        let is_away = |folder: &Path| !real_path(folder).starts_with(&root_real);
        let away = self.villages.iter().filter(|village| is_away(&village.folder));
        let away: Vec<String> = away.map(|village| village.name.clone()).collect();
        messages.extend((!away.is_empty()).then(|| not_in_repository(root, &short_name_list(&away))));
        for portal in self.villages.iter().filter(|village| village.head.is_portal) {
            let source = source_outside(&portal.folder, &root_real);
            messages.extend(source.map(|source| source_not_in_repository(&portal.name, &source, root)));
        }
        messages
    }
}
