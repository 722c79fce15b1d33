//! Cleans the drawings of a theme with the same allow-list as those of a village.

use super::drawing::cleaned;
use super::messages;
use crate::ground::Diagnostic;

/// Returns a drawing that is safe to show: with nothing in it but drawing.
///
/// # Errors
/// When it contains what no picture needs, or is not a drawing; each diagnostic with its place.
pub fn safe_drawing(file: &str, bytes: &[u8]) -> Result<Vec<u8>, Vec<Diagnostic>> {
    cleaned(file, bytes)
        .map(|drawing| drawing.bytes)
        .map_err(|trouble| messages::drawing_of_theme(file, trouble))
}
