//! Blocks in a text that are not words but something to show, with keys of their own:
//!
//! ````text
//! ```foto
//! bestand: media/koor.jpg
//! beschrijving: Het koor zingt onder de eik
//! ```
//! ````
//!
//! It is a fenced code block (CommonMark 4.5) with a word behind the fence, so that any editor leaves it in peace.

use std::ops::Range;

use crate::ground::{Code, Diagnostic, FileText, closest, fold};
use crate::read::yaml::{Node, Span, Value, loose_lines, parse_yaml};

/// What is shown in the middle of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsertKind {
    /// One photo, with everything that can be said of it.
    Photo,
    /// All photos of a folder.
    Album,
    /// A film that stands on another site.
    Film,
}

/// The words behind a fence.
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

/// Words that people write behind a fence for one of those.
const MEANT: &[(&[&str], &str)] = &[
    (&["fotos", "foto s", "afbeeldingen", "plaatjes", "diashow", "galerie", "slideshow", "photos"], "album"),
    (&["plaatje", "image", "picture"], "foto"),
    (&["youtube", "vimeo", "filmpjes", "films", "movie"], "film"),
];

/// Words for what has a page of its own, or none.
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
    /// The kind that a word behind a fence stands for.
    pub(super) fn of(word: &str) -> Option<Self> {
        let word = fold(word.trim());
        WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    /// The word that may have been meant, when what is inside looks like keys or like something to show.
    pub(super) fn nearly(word: &str, inside: &str) -> Option<&'static str> {
        let first = inside.lines().next().unwrap_or_default();
        let is_shown =
            first.contains(": ") || ["media/", "https://", "www."].iter().any(|sign| first.contains(sign));
        let folded = fold(word.trim());
        let meant = MEANT.iter().find(|(words, _)| words.contains(&folded.as_str())).map(|(_, meant)| *meant);
        meant.or_else(|| closest(word.trim(), WORDS.iter().map(|(known, _)| *known)).filter(|_| is_shown))
    }

    /// Whether a word behind a fence is one for a part of the site that no block shows.
    pub(super) fn is_of_site(word: &str) -> bool {
        OF_SITE.contains(&fold(word.trim()).as_str())
    }
}

/// A block in a text, not yet understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Insert {
    /// What it shows.
    pub kind: InsertKind,
    /// Its keys, as far as they could be read.
    pub keys: Option<Node>,
    /// Where it stands.
    pub span: Span,
}

impl Insert {
    /// Reads the keys at `inside` of a file's text.
    pub(super) fn read(
        kind: InsertKind,
        text: &FileText,
        (span, inside): (Span, Range<usize>),
    ) -> (Self, Vec<Diagnostic>) {
        // In a list, the first line is indented as the others are.
        let line_start =
            text.get(..inside.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let is_indent = text.get(line_start..inside.start).is_some_and(|before| before.trim().is_empty());
        let start = if is_indent { line_start } else { inside.start };
        let (mut keys, mut remarks) = parse_yaml(text, start..inside.end);
        // Words alone are a file; what begins with a field lost its colon.
        let words = match &keys {
            Some(Node { value: Value::Scalar(words), .. }) => words.as_str(),
            _ => "",
        };
        if words.split(' ').next().is_some_and(|first| !first.is_empty() && InsertKind::of(first).is_none()) {
            let loose = loose_lines(text, start..inside.end, false);
            remarks.extend(loose);
        }
        // What stands in a line that was lost is not missing.
        let is_lost = |remark: &Diagnostic| {
            matches!(remark.code, Code::YamlMissingColon | Code::YamlNoBlank | Code::YamlUnreadable)
        };
        if remarks.iter().any(is_lost) {
            keys = None;
        }
        (Self { kind, keys, span }, remarks)
    }

    /// Reads a block that is not closed, so that perhaps words of the text stand among its keys. Of those that cannot be
    /// read nothing is told.
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
