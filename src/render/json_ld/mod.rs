//! What a page tells search engines of what is on it (schema.org, JSON-LD).

mod schedule;
mod hours;
mod objects;

pub(super) use objects::{breadcrumbs, entry, scripts, website};
