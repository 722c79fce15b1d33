//! The preview: what it shows, how it hears of changes, and that it is what a build would make.

mod evening;
mod same_as_build;
mod serving;
mod watching;
#[cfg(target_os = "linux")]
mod watching_holds_nothing;
