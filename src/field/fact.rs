//! The content of an entry, in a form that every output can walk through without knowing the kind.

use super::shape::KindInfo;
use super::{FileRef, Picture, Web};
use crate::ground::{Date, Pair, TimeOfDay};
use crate::read::{Prose, Span};

/// One value, borrowed from its entry.
#[derive(Clone, Debug)]
pub enum Fact<'a> {
    /// Words on one line.
    Words(&'a str),
    /// A text.
    Text(&'a Prose),
    /// A day.
    Day(Date),
    /// A time of the day.
    Time(TimeOfDay),
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    WholeNumber(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// An amount in euro cents.
    Cents(u32),
    /// A word from a list: known in both languages, or the writer's own.
    Word {
        /// What identifies it in machine-readable output.
        id: &'a str,
        /// The word in both languages, if it is a known one.
        known: Option<Pair>,
        /// What was written.
        typed: &'a str,
    },
    /// Another entry.
    Reference(Span),
    /// A telephone number.
    Phone(&'a str),
    /// An e-mail address.
    Email(&'a str),
    /// An address on the web.
    Web(&'a str),
    /// A file, or a text that stands for one.
    File(&'a FileRef),
    /// A picture.
    Picture(&'a Picture),
    /// Opening hours: the periods of each day of the week, Monday first, and whether they are known.
    Hours(&'a [Vec<(TimeOfDay, TimeOfDay)>; 7], bool),
    /// Several values.
    List(Vec<Fact<'a>>),
    /// Values by their English keys; `None` where nothing was filled in.
    Group(Facts<'a>),
}

/// The content of a set of fields, in the order of the description.
pub type Facts<'a> = Vec<(&'static str, Option<Fact<'a>>)>;

/// A reference to an entry of any kind.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// What was written.
    pub typed: &'a str,
    /// The same, folded for comparison with names.
    pub folded: &'a str,
    /// Where it was written.
    pub span: Span,
    /// The kind of entry it must refer to.
    pub kind: &'static KindInfo,
}

/// Visits everything in an entry that may point outside it.
pub trait Visitor<'a> {
    /// The slug or name of another entry.
    fn reference(&mut self, reference: Target<'a>);
    /// A file in `media/` or `documents/`.
    fn file(&mut self, file: &'a FileRef);
    /// A file, or a text of the village itself.
    fn paper(&mut self, paper: &'a FileRef) {
        self.file(paper);
    }
    /// A picture.
    fn picture(&mut self, picture: &'a Picture);
    /// A text.
    fn text(&mut self, prose: &'a Prose);
    /// A folder of which all photos are shown, and the photos in it that have a description.
    fn folder(&mut self, _folder: &'a FileRef, _described: Vec<&'a Picture>) {}
    /// An address on the web.
    fn web(&mut self, _web: &'a Web) {}
}
