//! All remarks on one site: gathered from every floor, sorted by place, told in the language of each file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::codes::Code;
use super::diagnostic::Diagnostic;
use super::remark_list::RemarkList;
use super::severity::Severity;
use crate::ground::days::Date;
use crate::ground::words::Locale;

/// How many remarks of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RemarkCounts {
    /// What keeps a site from being made.
    pub errors: usize,
    /// What somebody should look at.
    pub warnings: usize,
    /// What is good to know.
    pub notes: usize,
}

/// What was found so far. Every floor adds to it; none is stopped by it.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    list: RemarkList,
    locale_of_file: BTreeMap<Arc<str>, Locale>,
    locale: Locale,
}

impl Remarks {
    /// Adds one remark.
    pub fn add(&mut self, remark: Diagnostic) {
        self.list.add(remark);
    }

    /// Adds several.
    pub fn extend(&mut self, remarks: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(remarks);
    }

    /// Adds what could not be known before it was known which day it is.
    pub fn complete(&mut self, today: Date) {
        self.list.as_mut_slice().iter_mut().for_each(|remark| remark.complete(today));
    }

    /// An empty list for the same site, for what is looked at beside this.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self { locale: self.locale, ..Self::default() }
    }

    /// Adds those of another list, with the languages of the files that it heard of.
    pub fn join(&mut self, other: &Self) {
        self.list.extend(other.list.as_slice().iter().cloned());
        other.locale_of_file.iter().for_each(|(file, locale)| self.file_speaks(file, *locale));
    }

    /// Remarks on this file are told in this language from now on; that of the site is to be told before.
    pub fn file_speaks(&mut self, file: &Arc<str>, locale: Locale) {
        // Most files speak as their site does, and nothing is kept of those.
        if locale == self.locale {
            self.locale_of_file.remove(file);
        } else {
            self.locale_of_file.insert(Arc::clone(file), locale);
        }
    }

    /// Remarks on files that tell nothing of their language are told in this one.
    pub fn site_speaks(&mut self, locale: Locale) {
        self.locale = locale;
    }

    /// The language in which a remark is told.
    pub fn locale_for(&self, remark: &Diagnostic) -> Locale {
        self.locale_of_file.get(&remark.place.file).copied().unwrap_or(self.locale)
    }

    /// The language of the site as a whole.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The files of which one of these was said.
    pub fn files_with(&self, codes: &[Code]) -> BTreeSet<Arc<str>> {
        let matching = self.list.as_slice().iter().filter(|remark| codes.contains(&remark.code));
        matching.map(|remark| Arc::clone(&remark.place.file)).collect()
    }

    /// Whether nothing stands in the way of publishing.
    pub fn publishable(&self) -> bool {
        self.list.as_slice().iter().all(|remark| remark.severity != Severity::Error)
    }

    /// All remarks in order: see [`in_order`].
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        in_order(self.list.as_slice())
    }

    /// How many errors, warnings and notes there are, each place counted once.
    pub fn counts(&self) -> RemarkCounts {
        let sorted = self.sorted();
        let of_severity = |severity| sorted.iter().filter(move |remark| remark.severity == severity);
        let count = |severity| of_severity(severity).map(|remark| remark.rest.max(1)).sum();
        RemarkCounts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }
}

/// Remarks sorted by file, line and column; the same remark at the same place only once.
pub fn in_order(remarks: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = remarks.iter().collect();
    sorted.sort_by_key(|&one| order(one));
    sorted.dedup_by(|one, other| one == other);
    sorted
}

/// By place, and at one place by what was said.
fn order(remark: &Diagnostic) -> impl Ord {
    let Diagnostic { place, severity, code, message, .. } = remark;
    (&place.file, place.line, place.column, severity, code, &message.nl)
}
