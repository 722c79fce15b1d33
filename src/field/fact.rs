//! What an entry says, in a form that every output can walk through without knowing the kind.

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
    Whole(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// An amount in euro cents.
    Cents(u32),
    /// A word of a list: known in both languages, or the writer's own.
    Word {
        /// What names it in machine-readable output.
        id: &'a str,
        /// The word in both languages, when it is a known one.
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
    /// Opening hours: for each day of the week, Monday first, from when to when; and whether that is known.
    Hours(&'a [Vec<(TimeOfDay, TimeOfDay)>; 7], bool),
    /// Several.
    List(Vec<Fact<'a>>),
    /// Keys and values, by the English key; nothing where nothing was filled in.
    Group(Facts<'a>),
}

/// What a set of fields says, in the order of the description.
pub type Facts<'a> = Vec<(&'static str, Option<Fact<'a>>)>;

/// A reference, whatever kind it is to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// What was written.
    pub typed: &'a str,
    /// The same as names are compared.
    pub folded: &'a str,
    /// Where it was written.
    pub span: Span,
    /// The kind it must be.
    pub kind: &'static KindInfo,
}

/// Looks at everything in an entry that points outside it.
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
    /// A text of its own.
    fn text(&mut self, prose: &'a Prose);
    /// A folder of which all photos are shown, and those of which something is said.
    fn folder(&mut self, _folder: &'a FileRef, _described: Vec<&'a Picture>) {}
    /// An address on the web.
    fn web(&mut self, _web: &'a Web) {}
}
