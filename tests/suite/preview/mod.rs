//! Tests the preview: what it shows, how it notices changes, and that it equals what a build would write.

mod evening;
mod same_as_build;
mod serving;
mod watching;
#[cfg(target_os = "linux")]
mod watching_holds_nothing;
