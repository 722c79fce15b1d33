//! What is said about words on one day that cannot be taken as they are, in Dutch and English.

use super::change_denials::{is_conditional, names_off};
use crate::field::FieldReader;
use crate::ground::{Code, Diagnostic, Locale, both, fold};
use crate::read::{Node, Span};

/// "geen koffie": nobody can tell whether it is off, or only without coffee.
pub(super) fn doubtful_change(reader: &FieldReader<'_>, what: &Node) -> Diagnostic {
    let typed = reader.file().text.get(what.span.range()).unwrap_or_default().trim_matches(['"', '\'']);
    let is_english = reader.locale() == Some(Locale::English);
    let stands = match (is_conditional(typed), is_english) {
        (true, true) => "tentative",
        (true, false) => "onder voorbehoud",
        (false, true) => "cancelled",
        (false, false) => "afgelast",
    };
    let says_no_more = matches!(fold(typed).as_str(), "niet" | "nee" | "geen" | "not" | "no" | "none");
    // `niet, want kerst`: why, without the word that is doubted.
    let lower = typed.to_lowercase();
    let why = ["niet,", "nee,", "niet want", "not,", "no,"].iter().find(|front| lower.starts_with(**front));
    let why = why.and_then(|front| typed.get(front.trim_end_matches("want").len()..)).unwrap_or(typed).trim();
    let better = if says_no_more { stands.to_owned() } else { format!("{stands} ({why})") };
    let is_known = is_conditional(typed) || !names_off(typed);
    Diagnostic::new(
        Code::BadChange,
        reader.place(what.span),
        both(format!("'{typed}' zegt niet of het doorgaat"), format!("'{typed}' does not say whether it takes place")),
    )
    .hint(both(
        "gaat het niet door, schrijf dan 'afgelast'; moeten mensen alleen iets weten, zet dat dan op een regel eronder, achter 'tekst:'",
        "if it does not take place, write 'cancelled'; if people only have to know something, put that on a line below, behind 'text:'",
    ))
    .correction_with(is_known.then_some(&*better))
}

/// `een week later`: nobody can tell to which day or time it goes.
pub(super) fn where_to(reader: &FieldReader<'_>, what: &Node) -> Diagnostic {
    let typed = reader.file().text.get(what.span.range()).unwrap_or_default().trim_matches(['"', '\'']);
    Diagnostic::new(
        Code::BadChange,
        reader.place(what.span),
        both(
            format!("'{typed}' zegt niet naar welke dag of welke tijd het gaat"),
            format!("'{typed}' does not say to which day or time it goes"),
        ),
    )
    .hint(both(
        "schrijf bijvoorbeeld: naar 23 december 2026, of: 19.30; is dat nog niet bekend, schrijf dan 'afgelast'; moeten mensen alleen iets weten, zet dat dan op een regel eronder, achter 'tekst:'",
        "write for example: to 23 December 2026, or: 19:30; when that is not known yet, write 'cancelled'; if people only have to know something, put that on a line below, behind 'text:'",
    ))
}

pub(super) fn bad_change(reader: &FieldReader<'_>, span: Span, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadChange,
        reader.place(span),
        both(format!("'{typed}' is geen wijziging die ik begrijp"), format!("'{typed}' is not a change that I understand")),
    )
    .hint(both(
        "schrijf de dag, een dubbele punt en wat er anders is: 24 december 2026: afgelast, of: 24 december 2026: naar 23 december 2026",
        "write the day, a colon and what is different: 24 December 2026: cancelled, or: 24 December 2026: to 23 December 2026",
    ))
}
