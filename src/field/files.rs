//! Files to which an entry refers, and texts that can take the place of a file.

use std::ops::Deref;

use super::fact::{Fact, Visitor};
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::read::{Node, Span};

/// The path of a file, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef {
    /// `media/feest.jpg`, `/media/feest.jpg` or just `feest.jpg`.
    pub typed: String,
    /// Where it was written; this identifies it among the files of its entry.
    pub span: Span,
}

impl FieldValue for FileRef {
    const SHAPE: Shape = Shape::File;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        Some(Self { typed: reader.line(node)?.to_owned(), span: node.span })
    }

    fn fact(&self) -> Fact<'_> {
        Fact::File(self)
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.file(self);
    }
}

/// Something to read that belongs to an entry: a file, or a text of the village itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper(pub FileRef);

impl Deref for Paper {
    type Target = FileRef;

    fn deref(&self) -> &FileRef {
        &self.0
    }
}

impl FieldValue for Paper {
    const SHAPE: Shape = Shape::File;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        FileRef::take(node, reader).map(Self)
    }

    fn fact(&self) -> Fact<'_> {
        self.0.fact()
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.paper(&self.0);
    }
}
