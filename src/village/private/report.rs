//! Reports private data, once per file, unless the user says that it is public on purpose.

use super::messages::{self, WhereToAllow};
use super::places::PrivateData;
use super::scan::PrivateKind;
use crate::field::{At, Field, Line, Many};
use crate::ground::Diagnostic;
use crate::read::TextFile;

/// The words that are public on purpose, in the form in which they are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::village) struct MeantPublic(Vec<String>);

impl MeantPublic {
    /// Adds the words of a field.
    pub(in crate::village) fn add(&mut self, field: &Field<Many<Line>>) {
        let words = field.iter().flat_map(|list: &At<Many<Line>>| list.iter());
        self.0.extend(words.map(|line| compared(line.as_str())).filter(|words| !words.is_empty()));
    }

    fn has(&self, find: &PrivateData) -> bool {
        let words = compared(&find.words);
        self.0.iter().any(|meant| {
            // For a date of birth, the date is enough, without the words before it.
            *meant == words || find.what == PrivateKind::Birth && words.ends_with(meant.as_str())
        })
    }
}

/// Returns the form in which words are compared: without spaces, dashes and other signs, and a telephone
/// number without its country code.
fn compared(words: &str) -> String {
    let plain: String = words
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, '@' | '+'))
        .flat_map(char::to_lowercase)
        .collect();
    match plain.strip_prefix("+31").or_else(|| plain.strip_prefix("0031")) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => plain,
    }
}

/// Returns the diagnostics about what was found in a file, one for each different text. `own` has what the
/// file itself says is public on purpose; `None` if the file has no place to say so.
pub(in crate::village) fn private_remarks<'f>(
    file: &TextFile,
    found: impl IntoIterator<Item = &'f PrivateData>,
    everywhere: &MeantPublic,
    own: Option<&MeantPublic>,
) -> Vec<Diagnostic> {
    let mut reported_words: Vec<String> = Vec::new();
    let mut earlier: Vec<&str> = Vec::new();
    let mut remarks = Vec::new();
    for find in found {
        if everywhere.has(find) || own.is_some_and(|own| own.has(find)) {
            continue;
        }
        let words = compared(&find.words);
        if !reported_words.contains(&words) {
            let where_to_allow = match own {
                Some(own) if own.0.is_empty() => WhereToAllow::Here,
                Some(_) => WhereToAllow::ExistingLine,
                None => WhereToAllow::InSettings,
            };
            remarks.push(messages::private_remark(
                file.place(find.span),
                find.what,
                &find.words,
                where_to_allow,
                &earlier,
            ));
            reported_words.push(words);
            earlier.push(&find.words);
        }
    }
    remarks
}
