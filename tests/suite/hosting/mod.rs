//! Hosts: what each one accepts, and which files are written for it.

mod host_files;
mod hosts;
