//! Keys that something else describes: held as they were written, until that description is known.

use super::fact::Fact;
use super::messages;
use super::reader::FieldReader;
use super::shape::Shape;
use super::takes::Takes;
use crate::read::{Node, Value};

/// A group of keys as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Free(pub Node);

impl Takes for Free {
    const SHAPE: Shape = Shape::Free;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if let Value::Map(_) = &node.value {
            return Some(Self(node.clone()));
        }
        reader.say(messages::group_expected(reader.place(node.span), &[]));
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words("")
    }
}
