//! The hosts of sites: what they take, and what is written for them.

mod host_files;
mod hosts;
