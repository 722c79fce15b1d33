//! Where an event is and who organises it: a venue or organisation of the village, or one from elsewhere.

use super::people::{Contact, report_parts};
use super::place::PlaceAddress;
use crate::field::{
    At, Fact, FieldReader, FieldValue, Line, Reference, Shape, Visitor, describe, lines_as_written,
};
use crate::ground::typeset;
use crate::read::{Node, Value};
use crate::village::referred::{ToOrganisation, ToVenue};

/// Where an event is: a venue of the village, or somewhere else.
#[derive(Clone, Debug, PartialEq)]
pub enum VenueRef {
    /// A venue with a page of its own.
    Venue(Reference<ToVenue>),
    /// Another address. Few events have one: boxing it keeps the others small.
    Elsewhere(Box<Elsewhere>),
}

describe! {
    /// An address that is not a venue of the village.
    pub struct Elsewhere {
        optional name / naam: Line,
            "Hoe de plek heet." | "What the place is called.";
        optional address / adres: PlaceAddress,
            "Het adres." | "The address.";
    }
}

/// Who organises an event: an organisation of the village, or somebody else.
#[derive(Clone, Debug, PartialEq)]
pub enum OrganiserRef {
    /// An organisation with a page of its own.
    Organisation(Reference<ToOrganisation>),
    /// Somebody else, boxed for the same reason.
    Other(Box<Contact>),
}

impl FieldValue for OrganiserRef {
    const SHAPE: Shape = Shape::Either(&<Reference<ToOrganisation> as FieldValue>::SHAPE, &Contact::SHAPE);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => Contact::take(node, reader).map(Box::new).map(Self::Other),
            Value::Scalar(line) if report_parts(line, node, reader) => None,
            _ => Reference::take(node, reader).map(Self::Organisation),
        }
    }

    fn fact(&self) -> Fact<'_> {
        match self {
            Self::Organisation(reference) => reference.fact(),
            Self::Other(contact) => contact.fact(),
        }
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match self {
            Self::Organisation(reference) => reference.visit(visitor),
            Self::Other(contact) => contact.visit(visitor),
        }
    }
}

impl FieldValue for VenueRef {
    const SHAPE: Shape = Shape::Either(&<Reference<ToVenue> as FieldValue>::SHAPE, &Elsewhere::SHAPE);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => Elsewhere::take(node, reader).map(Box::new).map(Self::Elsewhere),
            Value::Scalar(line) => {
                // An address on the lines below a name is like one after a comma.
                let lines = lines_as_written(line, node, reader).map(|lines| lines.join(", "));
                let Some((name, address)) = lines.as_deref().unwrap_or(line).split_once(',') else {
                    return Reference::take(node, reader).map(Self::Venue);
                };
                let address = Node { value: Value::Scalar(address.trim().to_owned()), span: node.span };
                let address = PlaceAddress::take(&address, reader)?;
                Some(Self::Elsewhere(Box::new(Elsewhere {
                    name: Some(At { value: Line(typeset(name.trim())), span: node.span }),
                    address: Some(At { value: address, span: node.span }),
                })))
            }
            _ => Reference::take(node, reader).map(Self::Venue),
        }
    }

    fn fact(&self) -> Fact<'_> {
        match self {
            Self::Venue(reference) => reference.fact(),
            Self::Elsewhere(place) => place.fact(),
        }
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match self {
            Self::Venue(reference) => reference.visit(visitor),
            Self::Elsewhere(place) => place.visit(visitor),
        }
    }
}
