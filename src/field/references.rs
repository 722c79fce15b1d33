//! References to another entry, by its slug or its name.

use std::marker::PhantomData;

use super::fact::{Fact, Target, Visitor};
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::{KindInfo, Shape};
use crate::ground::fold;
use crate::read::{Node, Span};

/// A kind that can be referred to.
pub trait Referenceable {
    /// What it is called and where it lives.
    const INFO: &'static KindInfo;
}

/// The slug or name of an entry of the kind `K`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<K> {
    /// What was written.
    pub typed: String,
    /// The same, folded for comparison with names.
    folded: String,
    /// Where it was written; this identifies it among the references of its entry.
    pub span: Span,
    kind: PhantomData<K>,
}

impl<K: Referenceable> FieldValue for Reference<K> {
    const SHAPE: Shape = Shape::Reference(K::INFO);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?.to_owned();
        Some(Self { folded: fold(&typed), typed, span: node.span, kind: PhantomData })
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Reference(self.span)
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.reference(Target {
            typed: &self.typed,
            folded: &self.folded,
            span: self.span,
            kind: K::INFO,
        });
    }
}
