//! Messages about the words for one day that cannot be taken as they are, in Dutch and English.

use super::cancellation_words::{is_conditional, mentions_cancellation};
use crate::field::{FieldReader, meant_year};
use crate::ground::{Code, DateProblem, Diagnostic, Locale, OpenDay, PartialDay, both, fold, parse_date};
use crate::read::{Node, Span};

/// For `geen koffie`: it may be cancelled, or just without coffee.
pub(super) fn doubtful_change(reader: &FieldReader<'_>, what: &Node) -> Diagnostic {
    let typed = reader.file().text.get(what.span.range()).unwrap_or_default().trim_matches(['"', '\'']);
    let is_english = reader.locale() == Some(Locale::English);
    let status = match (is_conditional(typed), is_english) {
        (true, true) => "tentative",
        (true, false) => "onder voorbehoud",
        (false, true) => "cancelled",
        (false, false) => "afgelast",
    };
    let is_bare_negation = matches!(fold(typed).as_str(), "niet" | "nee" | "geen" | "not" | "no" | "none");
    // `niet, want kerst`: the reason, without the doubtful word.
    let lower = typed.to_lowercase();
    let why = ["niet,", "nee,", "niet want", "not,", "no,"].iter().find(|prefix| lower.starts_with(**prefix));
    let why =
        why.and_then(|prefix| typed.get(prefix.trim_end_matches("want").len()..)).unwrap_or(typed).trim();
    let corrected = if is_bare_negation { status.to_owned() } else { format!("{status} ({why})") };
    let is_known = is_conditional(typed) || !mentions_cancellation(typed);
    Diagnostic::new(
        Code::BadChange,
        reader.place(what.span),
        both(format!("'{typed}' zegt niet of het doorgaat"), format!("'{typed}' does not say whether it takes place")),
    )
    .hint(both(
        "gaat het niet door, schrijf dan 'afgelast'; moeten mensen alleen iets weten, zet dat dan op een regel eronder, achter 'tekst:'",
        "if it does not take place, write 'cancelled'; if it is only something people should know, put it on a line below, after 'text:'",
    ))
    .correction_with(is_known.then_some(&*corrected))
}

/// For `een week later`: the new day or time is not given.
pub(super) fn unknown_target(reader: &FieldReader<'_>, what: &Node) -> Diagnostic {
    let typed = reader.file().text.get(what.span.range()).unwrap_or_default().trim_matches(['"', '\'']);
    Diagnostic::new(
        Code::BadChange,
        reader.place(what.span),
        both(
            format!("'{typed}' zegt niet naar welke dag of welke tijd het gaat"),
            format!("'{typed}' does not say which day or time it moves to"),
        ),
    )
    .hint(both(
        "schrijf bijvoorbeeld: naar 23 december 2026, of: 19.30; is dat nog niet bekend, schrijf dan 'afgelast'; moeten mensen alleen iets weten, zet dat dan op een regel eronder, achter 'tekst:'",
        "write for example: to 23 December 2026, or: 19:30; if that is not known yet, write 'cancelled'; if it is only something people should know, put it on a line below, after 'text:'",
    ))
}

pub(super) fn bad_change(reader: &FieldReader<'_>, span: Span, typed: &str) -> Diagnostic {
    if let Some(remark) = without_colon(reader, span, typed) {
        return remark;
    }
    Diagnostic::new(
        Code::BadChange,
        reader.place(span),
        both(format!("'{typed}' is geen wijziging die ik begrijp"), format!("'{typed}' is not a change I understand")),
    )
    .hint(both(
        "schrijf de dag, een dubbele punt en wat er anders is: 24 december 2026: afgelast, of: 24 december 2026: naar 23 december 2026",
        "write the day, a colon and what is different: 24 December 2026: cancelled, or: 24 December 2026: to 23 December 2026",
    ))
}

/// For `8 december vervalt`: a day and a change, without a colon between them.
fn without_colon(reader: &FieldReader<'_>, span: Span, typed: &str) -> Option<Diagnostic> {
    let ends = typed.match_indices(' ').map(|(at, _)| at);
    let (day, rest) = ends.rev().map(|at| typed.split_at(at)).find(|(day, _)| {
        matches!(parse_date(day), Ok(found) if found.time.is_none())
            || matches!(parse_date(day), Err(DateProblem::YearMissing { .. }))
    })?;
    let (day, rest) = (day.trim(), rest.trim());
    let remark = Diagnostic::new(
        Code::BadChange,
        reader.place(span),
        both(
            format!("achter de dag '{day}' ontbreekt de dubbele punt"),
            format!("the colon is missing after the day '{day}'"),
        ),
    );
    let prefix = remark.place.prefix().to_owned();
    // A day on the same line as the name of the field needs a line of its own.
    let line = |day: &str| match remark.place.excerpt.split_once(':').filter(|_| !prefix.ends_with("- ")) {
        Some((field, _)) => format!("{field}:\n{prefix}  {day}: {rest}"),
        None => remark.place.with(&format!("{day}: {rest}")),
    };
    Some(match parse_date(day) {
        Err(DateProblem::YearMissing { day, month }) => {
            let open = format!("‹{day}-{month}›");
            let known = PartialDay::InFull { day, month, locale: reader.locale().unwrap_or_default() };
            let lines = line(&open);
            let year = meant_year(reader);
            remark.with_open_day(OpenDay { typed: open, known, is_question: false, year }).correction(lines)
        }
        _ => {
            let lines = line(day);
            remark.correction(lines)
        }
    })
}
