//! The interface to the QR library: an address as a code that a telephone can scan, to be printed on paper.

use qrcode::{Color, QrCode};

use super::templates::{Value, safe};
use crate::ground::escape_html;

/// The white margin on all sides, in modules (ISO/IEC 18004 §6.3.8 requires four).
const QUIET: usize = 4;

/// Draws the code as SVG, with a name for people who cannot see it; `None` for a text that is too long
/// (ISO/IEC 18004: 2,331 bytes at this level of correction).
pub(super) fn qr(text: &str, name: &str) -> Option<Value> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                path.push_str(&format!("M{left} {top}h{length}v1h-{length}z"));
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET;
    let name = escape_html(name);
    Some(safe(&format!(
        "<svg class=\"dp-qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{name}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    )))
}
