//! The parts of pages that were filled before, by the spot on the site that they know of.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::templates::Value;

/// The parts that were filled.
#[derive(Default)]
pub(super) struct SharedParts {
    filled: Mutex<HashMap<Spot, Value>>,
    /// Every address that is told of the site itself.
    told: OnceLock<HashSet<String>>,
}

/// What parts know of the page they stand on: enough to say in the menu where the visitor is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Spot {
    /// The main page it belongs to, by its name in templates.
    pub(super) section: &'static str,
    /// Only of a page that parts can lead to; on all others they are the same.
    pub(super) href: Option<String>,
}

impl SharedParts {
    /// Whether an address is among those that `site` tells.
    pub(super) fn is_told(&self, address: &str, site: impl FnOnce() -> Value) -> bool {
        let gathered = || {
            let mut told = HashSet::new();
            gather(&site(), &mut told);
            told
        };
        self.told.get_or_init(gathered).contains(address)
    }

    /// The parts for a spot; what cannot be filled is not kept.
    pub(super) fn get_or_fill<E>(
        &self,
        spot: Spot,
        fill: impl FnOnce(&Spot) -> Result<Value, E>,
    ) -> Result<Value, E> {
        let known = || self.filled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = known().get(&spot) {
            return Ok(value.clone());
        }
        // Two threads may fill the same: nobody waits while templates are filled.
        let value = fill(&spot)?;
        known().insert(spot, value.clone());
        Ok(value)
    }
}

/// The addresses in a value.
fn gather(value: &Value, told: &mut HashSet<String>) {
    if let Some(text) = value.as_str().filter(|text| text.starts_with('/')) {
        told.insert(text.to_owned());
    }
    value.as_array().unwrap_or_default().iter().for_each(|item| gather(item, told));
    value.as_map().into_iter().flatten().for_each(|(_, item)| gather(item, told));
}
