//! The parts of pages that were filled before, by the spot on the site that they know of.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::ground::MemoTable;
use crate::render::templates::Value;

/// The parts that were filled.
#[derive(Default)]
pub(in crate::render) struct SharedParts {
    pub(in crate::render) filled: MemoTable<Spot, Value>,
    /// Every address that is told of the site itself.
    site_addresses: OnceLock<HashSet<String>>,
}

/// What parts know of the page they stand on: enough to say in the menu where the visitor is.
#[derive(PartialEq, Eq, Hash)]
pub(in crate::render) struct Spot {
    /// The main page it belongs to, by its name in templates.
    pub(in crate::render) section: &'static str,
    /// Only of a page that parts can lead to; on all others they are the same.
    pub(in crate::render) href: Option<String>,
}

impl SharedParts {
    /// Whether an address is among those that `site` tells.
    pub(in crate::render) fn is_named_by_site(&self, address: &str, site: impl FnOnce() -> Value) -> bool {
        let gathered = || {
            let mut addresses = HashSet::new();
            gather_addresses(&site(), &mut addresses);
            addresses
        };
        self.site_addresses.get_or_init(gathered).contains(address)
    }
}

/// The addresses in a value.
fn gather_addresses(value: &Value, addresses: &mut HashSet<String>) {
    if let Some(text) = value.as_str().filter(|text| text.starts_with('/')) {
        addresses.insert(text.to_owned());
    }
    value.as_array().unwrap_or_default().iter().for_each(|item| gather_addresses(item, addresses));
    value.as_map().into_iter().flatten().for_each(|(_, item)| gather_addresses(item, addresses));
}
