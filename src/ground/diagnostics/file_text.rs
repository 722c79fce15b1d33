//! The text of a file that may get many diagnostics: it remembers where its lines are, so that every place is
//! found at once, even in a line of millions of letters.

use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

use super::place::{Milestone, Place, floor_boundary};

/// The number of bytes between two milestones: about as many as are scanned to find one place.
const BETWEEN: usize = 4_096;

/// The text of a file, with the name of the file.
#[derive(Clone, Debug)]
pub struct FileText(Arc<FileTextInner>);

#[derive(Debug)]
struct FileTextInner {
    name: Arc<str>,
    text: Box<str>,
    /// Computed for the first diagnostic: most files have none.
    milestones: OnceLock<Vec<Milestone>>,
}

impl FileText {
    /// Creates the text of the file with this name.
    pub fn new(name: Arc<str>, text: &str) -> Self {
        Self(Arc::new(FileTextInner { name, text: text.into(), milestones: OnceLock::new() }))
    }

    /// Returns the name of the file.
    pub fn name(&self) -> &Arc<str> {
        &self.0.name
    }

    /// Returns the place of these bytes.
    pub fn place(&self, bytes: Range<usize>) -> Place {
        let milestones = self.0.milestones.get_or_init(|| milestones(self));
        let start = floor_boundary(self, bytes.start);
        let passed = milestones.partition_point(|milestone| milestone.at <= start);
        let known = passed.checked_sub(1).and_then(|last| milestones.get(last)).copied().unwrap_or_default();
        Place::from_milestone(Arc::clone(self.name()), self, known, bytes)
    }
}

impl Deref for FileText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.text
    }
}

fn milestones(text: &str) -> Vec<Milestone> {
    let mut last = Milestone::default();
    let mut milestones = vec![last];
    while last.at + BETWEEN < text.len() {
        last = last.further(text, floor_boundary(text, last.at + BETWEEN));
        milestones.push(last);
    }
    milestones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milestones_give_the_same_place_as_counting() {
        for text in [
            String::new(),
            "é".repeat(9_000),
            format!("{}\n", "een regel\n\nen één\n".repeat(1_000)),
            format!("kort\n{}\n{}", "€ ".repeat(5_000), "b".repeat(4_091)),
        ] {
            let file = FileText::new("a.md".into(), &text);
            for start in (0..text.len() + 2).step_by(97) {
                for length in [0, 1, 40, 3_000] {
                    let counted = Place::in_text("a.md".into(), &text, start, start + length);
                    assert_eq!(file.place(start..start + length), counted, "{start}");
                }
            }
        }
    }
}
