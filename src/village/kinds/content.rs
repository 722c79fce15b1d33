//! The trait that every kind of entry implements, and the context in which an entry is checked.

use crate::field::{Described, Field, KindInfo, Line, Many};
use crate::ground::{Diagnostic, Place};
use crate::read::Span;
use crate::village::parts::Attachment;

/// A kind of entry: its fields, its names, and the rules that hold between its fields.
pub trait Content: Described {
    /// What the kind is called and where its files live.
    const INFO: &'static KindInfo;

    /// Returns the field with the name of an entry of this kind.
    fn name(&self) -> &Field<Line>;

    /// Returns the documents attached to it.
    fn attachments(&self) -> Option<&Many<Attachment>> {
        None
    }

    /// Reports contradictions within one entry.
    fn check(&self, _checking: &mut CheckContext<'_>) {}
}

/// What a kind needs to check an entry and report what it finds.
pub struct CheckContext<'c> {
    /// Turns a span into a place in the entry's file.
    pub place: &'c dyn Fn(Span) -> Place,
    /// The span of the first heading: an event may get its name from it.
    pub heading: Option<Span>,
    /// Whether anything was typed for the field with this English key, readable or not.
    pub is_typed: &'c dyn Fn(&str) -> bool,
    /// The diagnostics so far.
    pub remarks: &'c mut Vec<Diagnostic>,
}

impl CheckContext<'_> {
    /// Adds a diagnostic about a span.
    pub fn report(&mut self, span: Span, remark: impl FnOnce(Place) -> Diagnostic) {
        let place = (self.place)(span);
        self.remarks.push(remark(place));
    }
}
