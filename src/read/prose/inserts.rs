//! Inserts: blocks in a text that hold something to show instead of words, with keys of their own:
//!
//! ````text
//! ```foto
//! bestand: media/koor.jpg beschrijving: Het koor zingt onder de eik
//! ```
//! ````
//!
//! It is a fenced code block (CommonMark 4.5) with a word after the fence, so that editors leave it alone.

use std::ops::Range;

use crate::ground::{Code, Diagnostic, FileText, closest, fold};
use crate::read::yaml::{Node, Span, Value, parse_yaml, stray_lines};

/// What an insert shows in the middle of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsertKind {
    /// One photo, with everything that can be said about it.
    Photo,
    /// All photos in a folder.
    Album,
    /// A film on another site.
    Film,
}

/// The words that may follow a fence.
const WORDS: &[(&str, InsertKind)] = &[
    ("foto", InsertKind::Photo),
    ("photo", InsertKind::Photo),
    ("figuur", InsertKind::Photo),
    ("figure", InsertKind::Photo),
    ("afbeelding", InsertKind::Photo),
    ("fotoalbum", InsertKind::Album),
    ("album", InsertKind::Album),
    ("gallery", InsertKind::Album),
    ("galerij", InsertKind::Album),
    ("film", InsertKind::Film),
    ("filmpje", InsertKind::Film),
    ("video", InsertKind::Film),
];

/// Words that people write after a fence when they mean one of those.
const MEANT: &[(&[&str], &str)] = &[
    (&["fotos", "foto s", "afbeeldingen", "plaatjes", "diashow", "galerie", "slideshow", "photos"], "album"),
    (&["plaatje", "image", "picture"], "foto"),
    (&["youtube", "vimeo", "filmpjes", "films", "movie"], "film"),
];

/// Words for parts of the site that have their own page or do not exist.
const OF_SITE: &[&str] = &[
    "agenda",
    "nieuws",
    "kaart",
    "knop",
    "formulier",
    "documenten",
    "locaties",
    "organisaties",
    "contact",
    "menu",
    "activiteiten",
    "events",
    "news",
    "map",
    "button",
    "form",
];

impl InsertKind {
    /// Returns the kind that a word after a fence stands for.
    pub(super) fn of(word: &str) -> Option<Self> {
        let word = fold(word.trim());
        WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    /// Returns the word that may have been meant, if the contents look like keys or like something to show.
    pub(super) fn nearly(word: &str, inside: &str) -> Option<&'static str> {
        let first = inside.lines().next().unwrap_or_default();
        let is_shown =
            first.contains(": ") || ["media/", "https://", "www."].iter().any(|sign| first.contains(sign));
        let folded = fold(word.trim());
        let meant = MEANT.iter().find(|(words, _)| words.contains(&folded.as_str())).map(|(_, meant)| *meant);
        meant.or_else(|| closest(word.trim(), WORDS.iter().map(|(known, _)| *known)).filter(|_| is_shown))
    }

    /// Whether a word after a fence stands for a part of the site that no block can show.
    pub(super) fn is_of_site(word: &str) -> bool {
        OF_SITE.contains(&fold(word.trim()).as_str())
    }
}

/// A block in a text, not yet interpreted.
#[derive(Clone, Debug, PartialEq)]
pub struct Insert {
    /// What it shows.
    pub kind: InsertKind,
    /// Its keys, as far as they could be read.
    pub keys: Option<Node>,
    /// Its position.
    pub span: Span,
}

impl Insert {
    /// Reads the keys at `inside` of a file's text.
    pub(super) fn read(
        kind: InsertKind,
        text: &FileText,
        (span, inside): (Span, Range<usize>),
    ) -> (Self, Vec<Diagnostic>) {
        // In a list, the first line is indented like the others.
        let line_start =
            text.get(..inside.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let is_indent = text.get(line_start..inside.start).is_some_and(|before| before.trim().is_empty());
        let start = if is_indent { line_start } else { inside.start };
        let (mut keys, mut remarks) = parse_yaml(text, start..inside.end);
        // Words alone name a file; words that begin with a field lack a colon.
        let words = match &keys {
            Some(Node { value: Value::Scalar(words), .. }) => words.as_str(),
            _ => "",
        };
        if words.split(' ').next().is_some_and(|first| !first.is_empty() && InsertKind::of(first).is_none()) {
            let stray = stray_lines(text, start..inside.end, false);
            remarks.extend(stray);
        }
        // A key in a line that could not be read is not missing.
        let is_lost = |remark: &Diagnostic| {
            matches!(remark.code, Code::YamlMissingColon | Code::YamlNoBlank | Code::YamlUnreadable)
        };
        if remarks.iter().any(is_lost) {
            keys = None;
        }
        (Self { kind, keys, span }, remarks)
    }

    /// Reads a block that is not closed, so that words of the text may be among its keys. Those that cannot
    /// be read are not reported.
    pub(super) fn read_unclosed(
        kind: InsertKind,
        text: &FileText,
        (span, inside): (Span, Range<usize>),
    ) -> Self {
        let (insert, remarks) = Self::read(kind, text, (span, inside));
        let has_something = |node: &Node| matches!(node.value, Value::Map(_) | Value::Scalar(_));
        let keys = insert.keys.filter(|keys| remarks.is_empty() && has_something(keys));
        Self { keys, ..insert }
    }
}
