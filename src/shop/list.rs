//! Lists the themes beside a site, with their condition.

use super::installed::InstalledThemes;
use crate::package::LockedTheme;

/// A theme beside a site.
#[derive(Debug)]
pub struct InstalledTheme<'s> {
    /// Its name.
    pub name: &'s str,
    /// What the lock records about it; `None` if it was not added by the program.
    pub added: Option<&'s LockedTheme>,
    /// Whether the site uses it.
    pub is_named: bool,
    /// Whether its folder exists.
    pub is_there: bool,
    /// Its files that were changed by hand.
    pub changed: Vec<String>,
    /// Files in its folder that did not come with it.
    pub unexpected: Vec<String>,
    /// Files that came with it and are missing.
    pub missing: Vec<String>,
}

/// Returns the themes beside a site, in the order of their names.
pub fn list(installed: &InstalledThemes) -> Vec<InstalledTheme<'_>> {
    let present = installed.theme_names();
    let mut names = present.clone();
    names.extend(installed.lock.themes.keys().map(String::as_str));
    let of_name = |name| {
        let added = installed.lock.themes.get(name);
        let condition = added.map(|added| installed.condition(name, added)).unwrap_or_default();
        let is_named = installed.named.as_deref() == Some(name);
        InstalledTheme {
            name,
            added,
            is_named,
            is_there: present.contains(name),
            changed: condition.changed,
            unexpected: condition.unexpected,
            missing: condition.missing,
        }
    };
    names.into_iter().map(of_name).collect()
}
