//! `dorpsplein theme contract`: what templates are given.

use crate::cli::Ending;
use crate::cli::show::Screen;
use crate::render::CONTRACT_DOCUMENT;

/// Made by the tests from what the program does, and held to it by them.
const PAGE: &str = include_str!("../../../../themes/CONTRACT.md");

/// Shows the contract, as a page or for programs.
pub(super) fn show(as_json: bool, screen: &Screen) -> Ending {
    screen.print(if as_json { CONTRACT_DOCUMENT } else { PAGE });
    Ending::Done
}
