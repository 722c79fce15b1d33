//! The promises of Dorpsplein, in folders by subject: a small site goes in, a site or a message comes out.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tests stop at the first surprise, and create what they need on disk"
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
