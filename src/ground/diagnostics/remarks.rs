//! All diagnostics about one site: collected on every floor, sorted by place, in the language of each file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::codes::Code;
use super::diagnostic::Diagnostic;
use super::remark_list::RemarkList;
use super::severity::Severity;
use crate::ground::days::Date;
use crate::ground::words::Locale;

/// How many diagnostics of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RemarkCounts {
    /// Those that keep a site from being published.
    pub errors: usize,
    /// Those that somebody should look at.
    pub warnings: usize,
    /// Those that are good to know.
    pub notes: usize,
}

/// The diagnostics so far. Every floor adds to them; none stops because of them.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    list: RemarkList,
    locale_of_file: BTreeMap<Arc<str>, Locale>,
    locale: Locale,
}

impl Remarks {
    /// Adds one diagnostic.
    pub fn add(&mut self, remark: Diagnostic) {
        self.list.add(remark);
    }

    /// Adds several diagnostics.
    pub fn extend(&mut self, remarks: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(remarks);
    }

    /// Fills in what depends on today's date.
    pub fn complete(&mut self, today: Date) {
        self.list.as_mut_slice().iter_mut().for_each(|remark| remark.complete(today));
    }

    /// Returns an empty list for the same site, for a separate check.
    #[must_use]
    pub fn with_same_locale(&self) -> Self {
        Self { locale: self.locale, ..Self::default() }
    }

    /// Adds the diagnostics of another list, with the languages of its files.
    pub fn join(&mut self, other: &Self) {
        self.list.extend(other.list.as_slice().iter().cloned());
        other.locale_of_file.iter().for_each(|(file, locale)| self.set_language_of(file, *locale));
    }

    /// Sets the language of diagnostics about this file. Set the language of the site first.
    pub fn set_language_of(&mut self, file: &Arc<str>, locale: Locale) {
        // Most files are in the language of their site, and need no entry.
        if locale == self.locale {
            self.locale_of_file.remove(file);
        } else {
            self.locale_of_file.insert(Arc::clone(file), locale);
        }
    }

    /// Sets the language of diagnostics about files without a language of their own.
    pub fn set_site_language(&mut self, locale: Locale) {
        self.locale = locale;
    }

    /// Returns the language in which a diagnostic is shown.
    pub fn locale_for(&self, remark: &Diagnostic) -> Locale {
        self.locale_of_file.get(&remark.place.file).copied().unwrap_or(self.locale)
    }

    /// Returns the language of the site as a whole.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Returns the files with a diagnostic of one of these kinds.
    pub fn files_with(&self, codes: &[Code]) -> BTreeSet<Arc<str>> {
        let matching = self.list.as_slice().iter().filter(|remark| codes.contains(&remark.code));
        matching.map(|remark| Arc::clone(&remark.place.file)).collect()
    }

    /// Whether the site may be published: there are no errors.
    pub fn is_publishable(&self) -> bool {
        self.list.as_slice().iter().all(|remark| remark.severity != Severity::Error)
    }

    /// Returns all diagnostics in order: see [`in_order`].
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        in_order(self.list.as_slice())
    }

    /// Counts the errors, warnings and notes; the same diagnostic at the same place counts once.
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

/// Sorts diagnostics by file, line and column, and drops duplicates at the same place.
pub fn in_order(remarks: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = remarks.iter().collect();
    sorted.sort_by_key(|&one| order(one));
    sorted.dedup_by(|one, other| one == other);
    sorted
}

/// Returns the sort key: first the place, then severity, kind and message.
fn order(remark: &Diagnostic) -> impl Ord {
    let Diagnostic { place, severity, code, message, .. } = remark;
    (&place.file, place.line, place.column, severity, code, &message.nl)
}
