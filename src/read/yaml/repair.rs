//! The diagnostic for a wrong line, and how the line is made readable.

use std::ops::Range;

use crate::ground::Diagnostic;

/// How a line is changed so that reading can continue. Its length in bytes stays the same.
pub(super) enum Repair {
    /// Replace these bytes of the line with a harmless letter.
    Letters(Vec<usize>),
    /// Indent the line this far.
    Indent(usize),
    /// Replace the line with another one of the same length.
    Line(String),
    /// Skip the line.
    Skip,
    /// Skip everything from this line on.
    SkipRest,
}

/// The wrong line, the diagnostic for it, and how it is made readable.
pub(super) type Explained = (Range<usize>, Diagnostic, Repair);
