//! The tree that a YAML text is parsed into. Scalars keep their characters as typed in the file.

/// A piece of a file's text: byte positions from the start of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Creates a span of byte positions. Texts are far smaller than 4 GB; beyond that, a place is imprecise.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    /// Returns the positions as a range that indexes a text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its position.
    pub span: Span,
}

/// The value of a key. What a scalar *is* (a time, a phone number, yes or no) is up to its field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing: left empty, `~`, `null`, `""`, `[]` or `{}`.
    Absent,
    /// A word, number, date or text: the characters as they were typed, without quotes.
    Scalar(String),
    /// Several values.
    List(Vec<Node>),
    /// Keys with values.
    Map(Mapping),
}

/// Keys with values, in file order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// The keys and their values.
    pub entries: Vec<(Key, Node)>,
}

/// The word before a colon.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The word as it was typed.
    pub text: String,
    /// Its position.
    pub span: Span,
}
