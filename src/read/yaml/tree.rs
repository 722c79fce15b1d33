//! The tree that a YAML text is read into. Scalars keep the characters that stand in the file.

/// A piece of a file's text: byte positions from the start of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span of byte positions. Texts are far smaller than 4 GB; beyond that a place is merely imprecise.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The positions as they index a text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// What stands behind a key. What a scalar *is* (a time, a phone number, yes or no) is for its field to say.
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

/// Keys with values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// The keys and what stands behind them.
    pub entries: Vec<(Key, Node)>,
}

/// The word before a colon.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The word as it was typed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}
