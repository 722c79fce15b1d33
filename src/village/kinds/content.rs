//! What every kind of entry can do.

use crate::field::{Described, Field, KindInfo, Line, Many};
use crate::ground::{Diagnostic, Place};
use crate::read::Span;
use crate::village::parts::Attachment;

/// A kind of entry: its fields, what it is called, and what must hold between its fields.
pub trait Content: Described {
    /// What it is called and where it lives.
    const INFO: &'static KindInfo;

    /// The field that tells what an entry of this kind is called.
    fn name(&self) -> &Field<Line>;

    /// The documents that belong to it.
    fn attachments(&self) -> Option<&Many<Attachment>> {
        None
    }

    /// Says what does not fit together within one entry.
    fn check(&self, _checking: &mut Checking<'_>) {}
}

/// Where a kind tells what it found.
pub struct Checking<'c> {
    /// The place of a span in the entry's file.
    pub place: &'c dyn Fn(Span) -> Place,
    /// Where the words of the first heading stand: an event may be called by those.
    pub heading: Option<Span>,
    /// Whether something was typed for the field with this English key, readable or not.
    pub is_typed: &'c dyn Fn(&str) -> bool,
    /// What was found.
    pub remarks: &'c mut Vec<Diagnostic>,
}

impl Checking<'_> {
    /// Adds a remark about a span.
    pub fn say(&mut self, span: Span, remark: impl FnOnce(Place) -> Diagnostic) {
        let place = (self.place)(span);
        self.remarks.push(remark(place));
    }
}
