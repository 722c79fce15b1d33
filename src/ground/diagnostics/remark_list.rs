//! Keeps the first hundred diagnostics of each kind in a file, and counts the rest: pasting a whole website
//! into a field makes the same mistake a hundred thousand times, and nobody reads that.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::codes::Code;
use super::diagnostic::Diagnostic;
use super::place::Place;
use super::severity::Severity;
use crate::ground::words::{Both, both};

/// Diagnostics in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct RemarkList {
    list: Vec<Diagnostic>,
    kinds: BTreeMap<(Arc<str>, Code), KindCount>,
}

/// What was reported of one kind in one file.
#[derive(Clone, Debug, Default)]
struct KindCount {
    reported_count: usize,
    /// A hash of every diagnostic, to recognise duplicates: the same one is often added more than once.
    marks: BTreeSet<u64>,
    /// The index in the list of the diagnostic that says how many more there are.
    rest: Option<usize>,
}

impl RemarkList {
    /// How many of one kind in one file are reported one by one.
    pub const MOST: usize = 100;

    /// Adds one diagnostic, or only counts it.
    pub fn add(&mut self, mut remark: Diagnostic) {
        let also = std::mem::take(&mut remark.also);
        let represented_count = remark.rest;
        remark.rest = remark.rest.saturating_sub(also.len());
        also.into_iter().for_each(|also| self.add(also));
        if represented_count > 0 && remark.rest == 0 {
            return;
        }
        let kind = self.kinds.entry((Arc::clone(&remark.place.file), remark.code)).or_default();
        if !kind.marks.insert(mark_of(&remark)) {
            return;
        }
        if remark.rest == 0 && kind.reported_count < Self::MOST {
            kind.reported_count += 1;
            self.list.push(remark);
            return;
        }
        let more = remark.rest.max(1);
        let kept = (remark.rest == 0 && is_kept(remark.code)).then(|| remark.clone());
        if let Some(rest) = kind.rest.and_then(|index| self.list.get_mut(index)) {
            rest.set_rest(rest.rest + more);
            rest.also.extend(kept);
            return;
        }
        kind.rest = Some(self.list.len());
        let mut rest = remark;
        rest.set_rest(more);
        rest.also.extend(kept);
        self.list.push(rest);
    }

    /// Returns all diagnostics in the list.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }

    /// Returns all diagnostics in the list, to change what they say.
    pub(super) fn as_mut_slice(&mut self) -> &mut [Diagnostic] {
        &mut self.list
    }

    /// Returns all diagnostics, to be added to another list.
    pub fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}

impl Extend<Diagnostic> for RemarkList {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, remarks: I) {
        remarks.into_iter().for_each(|remark| self.add(remark));
    }
}

impl FromIterator<Diagnostic> for RemarkList {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(remarks: I) -> Self {
        let mut list = Self::default();
        list.extend(remarks);
        list
    }
}

/// Whether all diagnostics of a kind are kept, for whoever reads them with a program. A portal has thousands
/// of villages, and its webmaster contacts the makers of each; there are at most as many as it has sources.
fn is_kept(code: Code) -> bool {
    matches!(
        code,
        Code::SourceNotGathered
            | Code::SourceNoVillage
            | Code::SourceTooNew
            | Code::SourceLeftOut
            | Code::SourceTwice
            | Code::SourceNameUnused
            | Code::SourceOwnSite
            | Code::SourceElsewhere
            | Code::SourceSameName
            | Code::SourceOtherProvince
    )
}

/// Returns a hash that is the same for the same words at the same place.
fn mark_of(remark: &Diagnostic) -> u64 {
    let mut mark = DefaultHasher::new();
    let Place { line, column, length, .. } = remark.place;
    let hint = remark.hint.as_ref().map(|hint| &hint.nl);
    (line, column, length, remark.rest, &remark.message.nl, hint, &remark.correction).hash(&mut mark);
    mark.finish()
}

impl Diagnostic {
    /// Creates the diagnostic that says how many more of a kind there are from this place on, when those were
    /// counted but not examined.
    pub fn rest_of(code: Code, place: Place, count: usize) -> Self {
        let mut rest = Self::new(code, place, both("", ""));
        rest.set_rest(count);
        rest
    }

    /// Turns it into the one that says how many more of its kind there are from here on.
    fn set_rest(&mut self, count: usize) {
        self.rest = count;
        self.message = rest_message(self.severity, self.place.line == 0, count);
        self.hint = match self.severity {
            _ if is_kept(self.code) => {
                Some(both("je leest ze allemaal met --vorm json", "to read all of them, add --format json"))
            }
            // After a note nothing needs to be fixed.
            Severity::Note => None,
            Severity::Error | Severity::Warning => Some(both(
                "verbeter eerst de andere; daarna lees je ook wat hier mis is",
                "fix the others first; then you will see what is wrong here too",
            )),
        };
        self.correction = None;
        self.open_days.clear();
    }
}

/// Says how many more there are: about a file as a whole, or from a place in it on.
fn rest_message(severity: Severity, is_whole_file: bool, count: usize) -> Both {
    let (one, more, one_en, more_en) = match severity {
        Severity::Error => ("fout", "fouten", "error", "errors"),
        Severity::Warning => ("waarschuwing", "waarschuwingen", "warning", "warnings"),
        Severity::Note => ("opmerking", "opmerkingen", "note", "notes"),
    };
    let (nl, en) = match count {
        1 => (format!("nog één {one} van deze soort"), format!("one more {one_en} of this kind")),
        count => (
            format!("nog {} {more} van deze soort", in_groups(count, '.')),
            format!("{} more {more_en} of this kind", in_groups(count, ',')),
        ),
    };
    let (file, file_en) = match (is_whole_file, count) {
        (true, _) => ("", ""),
        (false, 1) => (" in dit bestand", " in this file"),
        (false, _) => (" in dit bestand; hier staat de eerste", " in this file; the first one is here"),
    };
    both(format!("{nl}{file}"), format!("{en}{file_en}"))
}

/// Writes a number in groups of three digits: `1234567` as `1.234.567`.
fn in_groups(number: usize, sign: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(sign);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(file: &str, line: u32) -> Diagnostic {
        let place = Place { line, column: 1, ..Place::of_file(file) };
        Diagnostic::new(Code::BrokenLink, place, both(format!("regel {line}"), format!("line {line}")))
    }

    #[test]
    fn a_hundred_of_a_kind_are_listed_and_the_rest_are_counted() {
        let list: RemarkList = (1..=1_334).map(|line| remark("a.md", line)).collect();
        assert_eq!(list.as_slice().len(), RemarkList::MOST + 1);
        let rest = &list.as_slice()[RemarkList::MOST];
        assert_eq!((rest.place.line, rest.rest), (101, 1_234));
        assert_eq!(rest.message.nl, "nog 1.234 fouten van deze soort in dit bestand; hier staat de eerste");
        assert_eq!(rest.message.en, "1,234 more errors of this kind in this file; the first one is here");
        let list: RemarkList = (1..=101).map(|line| remark("a.md", line)).collect();
        assert_eq!(
            list.as_slice()[RemarkList::MOST].message.nl,
            "nog één fout van deze soort in dit bestand"
        );
    }

    #[test]
    fn a_hundred_are_listed_for_each_file() {
        let two = |line| [remark("a.md", line), remark("b.md", line)];
        let list: RemarkList = (1..=100).flat_map(two).collect();
        assert!(list.as_slice().len() == 200 && list.as_slice().iter().all(|remark| remark.rest == 0));
    }

    #[test]
    fn merged_lists_add_up_their_counts() {
        let one: RemarkList = (1..=150).map(|line| remark("a.md", line)).collect();
        let other: RemarkList = (151..=300).map(|line| remark("a.md", line)).collect();
        let mut both = RemarkList::default();
        both.extend(one.into_list());
        both.extend(other.into_list());
        assert_eq!((both.as_slice().len(), both.as_slice()[RemarkList::MOST].rest), (101, 200));
    }

    #[test]
    fn the_same_diagnostic_counts_once() {
        let thrice = (1..=120).cycle().take(360);
        let list: RemarkList = thrice.map(|line| remark("a.md", line)).collect();
        assert_eq!((list.as_slice().len(), list.as_slice()[RemarkList::MOST].rest), (101, 20));
    }

    #[test]
    fn every_source_of_a_portal_is_listed_and_none_only_counted() {
        let source = |line| Diagnostic { code: Code::SourceNotGathered, ..remark("bronnen.txt", line) };
        let one: RemarkList = (1..=150).map(source).collect();
        let other: RemarkList = (141..=300).map(source).collect();
        let mut both = RemarkList::default();
        both.extend(one.into_list());
        both.extend(other.into_list());
        let rest = &both.as_slice()[RemarkList::MOST];
        assert_eq!((both.as_slice().len(), rest.rest, rest.also.len()), (101, 200, 200));
        let lines: BTreeSet<u32> =
            both.as_slice()[..RemarkList::MOST].iter().chain(&rest.also).map(|it| it.place.line).collect();
        assert_eq!(lines, (1..=300).collect());
        assert!(rest.hint.as_ref().is_some_and(|hint| hint.nl.contains("--vorm json")), "{rest:?}");
    }

    #[test]
    fn a_rest_that_was_not_examined_is_counted() {
        let mut list: RemarkList = (1..=3).map(|line| remark("a.md", line)).collect();
        list.add(Diagnostic::rest_of(Code::BrokenLink, remark("a.md", 4).place, 2));
        assert_eq!(
            list.as_slice()[3].message.nl,
            "nog 2 fouten van deze soort in dit bestand; hier staat de eerste"
        );
    }
}
