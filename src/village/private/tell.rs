//! Reports private data, once per file, unless the user says that it is public on purpose.

use super::messages::{self, WhereToSay};
use super::places::Find;
use super::scan::What;
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

    fn has(&self, find: &Find) -> bool {
        let words = compared(&find.words);
        self.0.iter().any(|meant| {
            // For a date of birth, the date is enough, without the words before it.
            *meant == words || find.what == What::Birth && words.ends_with(meant.as_str())
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
pub(in crate::village) fn remarks_on<'f>(
    file: &TextFile,
    found: impl IntoIterator<Item = &'f Find>,
    everywhere: &MeantPublic,
    own: Option<&MeantPublic>,
) -> Vec<Diagnostic> {
    let mut told_words: Vec<String> = Vec::new();
    let mut remarks = Vec::new();
    for find in found {
        if everywhere.has(find) || own.is_some_and(|own| own.has(find)) {
            continue;
        }
        let words = compared(&find.words);
        if !told_words.contains(&words) {
            let where_to_say = match own {
                Some(own) if own.0.is_empty() => WhereToSay::Here,
                Some(_) => WhereToSay::WithOthers,
                None => WhereToSay::InSettings,
            };
            remarks.push(messages::private_remark(
                file.place(find.span),
                find.what,
                &find.words,
                where_to_say,
            ));
            told_words.push(words);
        }
    }
    remarks
}
