//! `dorpsplein theme contract`: shows which data templates receive.

use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::render::CONTRACT_DOCUMENT;

/// The contract as a page; the tests generate it from the program and keep the two in step.
const PAGE: &str = include_str!("../../../../themes/CONTRACT.md");

/// Shows the contract, as a page or as JSON.
pub(super) fn show(as_json: bool, screen: &Screen) -> ExitStatus {
    screen.print(if as_json { CONTRACT_DOCUMENT } else { PAGE });
    ExitStatus::Done
}
