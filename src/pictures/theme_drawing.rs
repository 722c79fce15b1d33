//! Drawings that a theme brings: through the same list of what is allowed as those of a village.

use super::drawing::cleaned;
use super::messages;
use crate::ground::Diagnostic;

/// A drawing as it may be shown: with nothing in it but drawing.
///
/// # Errors
/// When it holds what no picture needs, or is none; each place where.
pub fn safe_drawing(file: &str, bytes: &[u8]) -> Result<Vec<u8>, Vec<Diagnostic>> {
    cleaned(file, bytes)
        .map(|drawing| drawing.bytes)
        .map_err(|trouble| messages::drawing_of_theme(file, trouble))
}
