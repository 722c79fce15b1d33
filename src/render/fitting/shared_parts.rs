//! Caches rendered parts of pages, by what the parts know about the place of their page on the site.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::ground::MemoTable;
use crate::render::templates::Value;

/// The parts rendered so far.
#[derive(Default)]
pub(in crate::render) struct SharedParts {
    pub(in crate::render) filled: MemoTable<Spot, Value>,
    /// Every address in the `site` value.
    site_addresses: OnceLock<HashSet<String>>,
}

/// What parts know about their page: enough to mark in the menu where the visitor is.
#[derive(PartialEq, Eq, Hash)]
pub(in crate::render) struct Spot {
    /// The main page it belongs to, by name in templates.
    pub(in crate::render) section: &'static str,
    /// Only for a page that parts can link to; for all others the parts are the same.
    pub(in crate::render) href: Option<String>,
}

impl SharedParts {
    /// Whether an address occurs in the `site` value.
    pub(in crate::render) fn is_named_by_site(&self, address: &str, site: impl FnOnce() -> Value) -> bool {
        let gathered = || {
            let mut addresses = HashSet::new();
            gather_addresses(&site(), &mut addresses);
            addresses
        };
        self.site_addresses.get_or_init(gathered).contains(address)
    }
}

/// Collects the addresses in a value.
fn gather_addresses(value: &Value, addresses: &mut HashSet<String>) {
    if let Some(text) = value.as_str().filter(|text| text.starts_with('/')) {
        addresses.insert(text.to_owned());
    }
    value.as_array().unwrap_or_default().iter().for_each(|item| gather_addresses(item, addresses));
    value.as_map().into_iter().flatten().for_each(|(_, item)| gather_addresses(item, addresses));
}
