//! Structured data that describes the content of a page to search engines (schema.org, JSON-LD).

mod schedule;
mod hours;
mod objects;

pub(super) use objects::{breadcrumbs, entry, scripts, website};
