//! Keys that are described elsewhere, held as written until that description is known.

use super::fact::Fact;
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::{Code, Diagnostic, both};
use crate::read::{Node, Value};

/// A group of keys as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Free(pub Node);

impl FieldValue for Free {
    const SHAPE: Shape = Shape::Free;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if let Value::Map(_) = &node.value {
            return Some(Self(node.clone()));
        }
        reader.report(
            Diagnostic::new(
                Code::GroupExpected,
                reader.place(node.span),
                both(
                    "hier horen woorden met een waarde te staan, elk op een eigen regel",
                    "keys with values are expected here, each on a line of its own",
                ),
            )
            .hint(both(
                "begin op de volgende regel, twee spaties naar rechts",
                "begin on the next line, indented by two spaces",
            )),
        );
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words("")
    }
}

/// Whatever was written after a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Anything(pub Node);

impl FieldValue for Anything {
    const SHAPE: Shape = Shape::Line;

    fn take(node: &Node, _: &mut FieldReader<'_>) -> Option<Self> {
        Some(Self(node.clone()))
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words("")
    }
}
