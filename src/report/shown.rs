//! A diagnostic in the language of the file that it is about.

use crate::ground::{
    Diagnostic, Locale, Pair, RemarkCounts, Remarks, Severity, joined_list, position_in_file, without_logins,
};

/// A diagnostic as it is shown: in one language, with its place in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRemark {
    /// The file, relative to the village folder.
    pub file: String,
    /// Line from 1; 0 for the file as a whole.
    pub line: u32,
    /// Column from 1, in characters.
    pub column: u32,
    /// How many characters are marked.
    pub length: u32,
    /// How serious it is.
    pub severity: Severity,
    /// The name of its code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What was expected, or what to do.
    pub hint: Option<String>,
    /// The line as it should be written.
    pub correction: Option<String>,
    /// The line as it is; for a very long line, the part around the marked words.
    pub excerpt: String,
    /// How many characters of the line come before that part.
    pub skipped: u32,
    /// How many diagnostics it counts for: more than one when it stands for those not reported one by one.
    pub many: usize,
    /// The ones that it stands for, when they are kept for whoever reads all of them.
    pub others: Vec<ShownRemark>,
    /// The language that it is in.
    pub locale: Locale,
}

/// Returns all diagnostics, sorted by place, each in the language of its file, with names and passwords in
/// addresses hidden.
pub fn shown_remarks(remarks: &Remarks) -> Vec<ShownRemark> {
    remarks
        .sorted()
        .into_iter()
        .map(|diagnostic| shown_remark(diagnostic, remarks.locale_for(diagnostic)))
        .collect()
}

fn shown_remark(diagnostic: &Diagnostic, locale: Locale) -> ShownRemark {
    let place = &diagnostic.place;
    ShownRemark {
        file: place.file.to_string(),
        line: place.line,
        column: place.column,
        length: place.length,
        severity: diagnostic.severity,
        code: diagnostic.code.name(),
        message: without_logins(diagnostic.message_in(locale)),
        hint: diagnostic.hint.as_ref().map(|hint| without_logins(hint.in_locale(locale))),
        correction: diagnostic.correction.as_deref().map(without_logins),
        excerpt: without_logins(&place.excerpt),
        skipped: place.skipped,
        many: diagnostic.rest.max(1),
        others: diagnostic.also.iter().map(|other| shown_remark(other, locale)).collect(),
        locale,
    }
}

impl ShownRemark {
    /// Returns the diagnostic itself, or the ones that it stands for if all of them are kept.
    pub fn in_full(&self) -> &[Self] {
        if self.others.len() == self.many { &self.others } else { std::slice::from_ref(self) }
    }

    /// Returns its place: the file, with the line and column unless it is about the file as a whole.
    pub fn place(&self) -> String {
        position_in_file(&self.file, self.line, self.column)
    }

    /// Returns the word in front of the message.
    pub fn severity_word(&self) -> &'static str {
        let word = match self.severity {
            Severity::Error => Pair::new("fout", "error"),
            Severity::Warning => Pair::new("waarschuwing", "warning"),
            Severity::Note => Pair::new("opmerking", "note"),
        };
        word.in_locale(self.locale)
    }

    /// Returns the word in front of the corrected line.
    pub fn correction_word(&self) -> &'static str {
        Pair::new("schrijf", "write").in_locale(self.locale)
    }
}

/// Says in one line how many diagnostics there are; `None` when there are none.
pub fn summary(remarks: &Remarks) -> Option<String> {
    let RemarkCounts { errors, warnings, notes } = remarks.counts();
    let locale = remarks.locale();
    let part = |number: usize, one: Pair, more: Pair| match number {
        0 => None,
        1 => Some(format!("1 {}", one.in_locale(locale))),
        number => Some(format!("{number} {}", more.in_locale(locale))),
    };
    let parts = [
        part(errors, Pair::new("fout", "error"), Pair::new("fouten", "errors")),
        part(warnings, Pair::new("waarschuwing", "warning"), Pair::new("waarschuwingen", "warnings")),
        part(notes, Pair::new("opmerking", "note"), Pair::new("opmerkingen", "notes")),
    ];
    let and = Pair::new("en", "and").in_locale(locale);
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| joined_list(&parts, and))
}
