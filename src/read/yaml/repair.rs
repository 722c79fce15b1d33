//! What is said of a wrong line, and how it is made readable.

use std::ops::Range;

use crate::ground::Diagnostic;

/// What a line is made into, so that reading can go on. It keeps as many bytes as it has.
pub(super) enum Repair {
    /// These bytes of the line become a harmless letter.
    Letters(Vec<usize>),
    /// The line is indented as far as this.
    Indent(usize),
    /// The line becomes another one, when that is as long.
    Line(String),
    /// The line is passed over.
    Skip,
    /// Everything from this line on is passed over.
    SkipRest,
}

/// The line that is wrong, what is said of it, and how it is made readable.
pub(super) type Explained = (Range<usize>, Diagnostic, Repair);
