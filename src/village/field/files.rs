//! Files that an entry points at: photos with what is on them, documents with their title.

use std::ops::Deref;

use super::choices::YesNo;
use super::describe::describe;
use super::fact::{Fact, Visitor};
use super::reader::{At, FieldReader};
use super::shape::Shape;
use super::takes::{Described, Takes};
use super::words::Line;
use crate::read::{Node, Span};

/// The path of a file, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef {
    /// `media/feest.jpg`, `/media/feest.jpg` or only `feest.jpg`.
    pub typed: String,
    /// Where it was written: what names it among the files of its entry.
    pub span: Span,
}

impl Takes for FileRef {
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

impl Takes for Paper {
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

describe! {
    /// The fields of a picture.
    pub struct PictureFields short one_path = "media/feest.jpg" {
        required file / bestand ("src", "pad", "path"): FileRef,
            "Het bestand in de map media." | "The file in the folder media.";
        optional alt / beschrijving ("alttekst", "alt_text"): Line,
            "Wat er op de foto te zien is, voor wie hem niet kan zien." | "What is on the photo, for those who cannot see it.";
        optional decorative / decoratief: YesNo,
            "Ja als de foto alleen versiering is en niets vertelt." | "Yes if the photo is mere decoration and tells nothing.";
        optional caption / bijschrift: Line,
            "Wat er onder de foto staat." | "What stands below the photo.";
        optional credit / fotograaf ("credits", "bron", "foto"): Line,
            "Wie de foto maakte." | "Who took the photo.";
    }
}

fn one_path(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<PictureFields> {
    let file = FileRef::take(node, reader)?;
    Some(PictureFields { file: Some(At { value: file, span: node.span }), ..PictureFields::default() })
}

/// A picture with what must be known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture(pub PictureFields);

impl Takes for Picture {
    const SHAPE: Shape = PictureFields::SHAPE;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        PictureFields::take(node, reader).map(Self)
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Picture(self)
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.visit_fields(visitor);
        visitor.picture(self);
    }
}

impl Picture {
    /// What is on it, for those who cannot see it; empty when it is decoration.
    pub fn alt(&self) -> &str {
        self.0.alt.as_ref().map_or("", |alt| alt.as_str())
    }

    /// Whether it is said what is on it, or that it tells nothing.
    pub fn is_described(&self) -> bool {
        self.0.alt.is_some() || self.0.decorative.as_ref().is_some_and(|decorative| decorative.0)
    }
}
