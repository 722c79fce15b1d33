//! The promises of Dorpsplein, one module each, in folders by subject: a small site in, a site or a message out.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "stops at the first surprise, and makes what it needs on a disk"
)]

mod support;

mod fleet;
mod hosting;
mod house;
mod mistakes;
mod portal;
mod preview;
mod privacy;
mod program;
mod site;
mod themes;
