//! A remark in the language of the file it is about.

use crate::ground::{
    Diagnostic, Locale, Pair, RemarkCounts, Remarks, Severity, joined_list, position_in_file, without_logins,
};

/// A remark as it is shown: one language, every place in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRemark {
    /// The file, from the village folder.
    pub file: String,
    /// Line from 1; 0 for the file as a whole.
    pub line: u32,
    /// Column from 1, in characters.
    pub column: u32,
    /// How many characters are marked.
    pub length: u32,
    /// How much it weighs.
    pub severity: Severity,
    /// The name of its kind.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What was expected, or what to do.
    pub hint: Option<String>,
    /// The line as it should be written.
    pub correction: Option<String>,
    /// The line as it is; of a very long one the part around the marked words.
    pub excerpt: String,
    /// How many characters of the line stand before that part.
    pub skipped: u32,
    /// How many remarks it is: more than one when it tells of those that are not told one by one.
    pub many: usize,
    /// Those of which it tells, when they are kept for who reads all of them.
    pub others: Vec<ShownRemark>,
    /// The language it is told in.
    pub locale: Locale,
}

/// All remarks, sorted by place, each in the language of its file; none of them tells with what somebody logs in.
pub fn told(remarks: &Remarks) -> Vec<ShownRemark> {
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
    /// The remark itself, or in its place those of which it tells, when all of them are there.
    pub fn in_full(&self) -> &[Self] {
        if self.others.len() == self.many { &self.others } else { std::slice::from_ref(self) }
    }

    /// Where it stands: the file, and in it the line and the column, when it is not about the file as a whole.
    pub fn place(&self) -> String {
        position_in_file(&self.file, self.line, self.column)
    }

    /// The word in front of the message.
    pub fn severity_word(&self) -> &'static str {
        let word = match self.severity {
            Severity::Error => Pair::new("fout", "error"),
            Severity::Warning => Pair::new("waarschuwing", "warning"),
            Severity::Note => Pair::new("opmerking", "note"),
        };
        word.in_locale(self.locale)
    }

    /// The word in front of the corrected line.
    pub fn correction_word(&self) -> &'static str {
        Pair::new("schrijf", "write").in_locale(self.locale)
    }
}

/// How many remarks there are, in one line; nothing when there are none.
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
