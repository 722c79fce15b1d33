//! Messages about a title that contains the status of its event, in Dutch and English.

use super::title_words::{StatusInTitle, TitleStatus};
use crate::field::Choices;
use crate::ground::{Both, Code, Diagnostic, Locale, Place, both};
use crate::read::fit_for_value;
use crate::village::parts::EventStatus;

/// The other facts about the event that the message depends on.
#[derive(Clone, Copy)]
pub(super) struct TitleContext {
    pub(super) is_recurring: bool,
    pub(super) has_changes: bool,
    pub(super) has_previous_date: bool,
}

/// For `titel: "AFGELAST: Koffie"`.
pub(super) fn status_in_title(place: Place, found: &StatusInTitle<'_>, context: TitleContext) -> Diagnostic {
    let word = found.word;
    let message = match found.status {
        TitleStatus::Known(EventStatus::Cancelled) | TitleStatus::Postponed => both(
            format!("'{word}' staat alleen in de titel; in lijsten en agenda's gaat dit gewoon door"),
            format!("'{word}' is only in the title; lists and calendars still show this as taking place"),
        ),
        TitleStatus::Known(_) => both(
            format!("'{word}' staat alleen in de titel; lijsten en agenda's weten het zo niet"),
            format!("'{word}' is only in the title; lists and calendars do not pick it up there"),
        ),
    };
    let lines = lines(&place, found, context);
    let hint = match (context.is_recurring, &lines) {
        (true, _) => series_hint(found.status),
        (false, Some(_)) => status_hint(found.status, context),
        (false, None) => hint_without_lines(found.status),
    };
    let hint = if found.has_reason {
        both(
            format!("{}; waarom, kan in de tekst", hint.nl),
            format!("{}; the reason can go in the text", hint.en),
        )
    } else {
        hint
    };
    let remark = Diagnostic::new(Code::StatusInTitle, place, message).hint(hint);
    match lines {
        Some(lines) => remark.correction(lines),
        None => remark,
    }
}

/// Returns the value for the field. A postponed event does not take place on this day.
fn status_of(status: TitleStatus) -> EventStatus {
    match status {
        TitleStatus::Known(status) => status,
        TitleStatus::Postponed => EventStatus::Cancelled,
    }
}

fn status_hint(status: TitleStatus, context: TitleContext) -> Both {
    match status {
        TitleStatus::Postponed => both(
            "weet je de nieuwe dag al? Schrijf dan 'status: verplaatst', zet de nieuwe dag bij 'datum' en de oude bij 'eerst_op'",
            "do you already know the new day? Then write 'status: moved', put the new day in 'date' and the original one in 'previous_date'",
        ),
        TitleStatus::Known(EventStatus::Moved) if !context.has_previous_date => both(
            "zet de nieuwe dag bij 'datum', en de oude bij 'eerst_op'",
            "put the new day in 'date', and the original one in 'previous_date'",
        ),
        TitleStatus::Known(_) => both(
            "hoe het staat, schrijf je bij 'status'; hoort het toch bij de naam? Schrijf dan: status: gaat door",
            "this belongs in 'status'; is it part of the name after all? Then write: status: scheduled",
        ),
    }
}

/// For a title that does not follow its key, such as a heading.
fn hint_without_lines(status: TitleStatus) -> Both {
    let word = status_of(status).word().label;
    both(
        format!("haal het weg uit de titel, en zet bij de velden van deze activiteit: status: {}", word.nl),
        format!("remove it from the title, and add to the fields of this event: status: {}", word.en),
    )
}

fn series_hint(status: TitleStatus) -> Both {
    let word = status_of(status).word().label;
    match status {
        TitleStatus::Known(EventStatus::Moved) => both(
            "zet bij 'wijzigingen' welke keer het is, met de nieuwe dag erachter: 22 december 2026: naar 23 december 2026",
            "put the old day under 'changes', followed by the new day: 22 December 2026: to 23 December 2026",
        ),
        _ => both(
            format!(
                "is het één keer? Zet die dag dan bij 'wijzigingen': 22 december 2026: {0}; geldt het voor alle keren? Schrijf dan: status: {0}",
                word.nl
            ),
            format!(
                "is it just one day? Then put that day under 'changes': 22 December 2026: {0}; is it all of them? Then write: status: {0}",
                word.en
            ),
        ),
    }
}

/// Returns the title without the word, with the field for it below. In a series the day is left open: a day
/// filled in as an example might get published.
fn lines(place: &Place, found: &StatusInTitle<'_>, context: TitleContext) -> Option<String> {
    let prefix = place.prefix();
    let line = place.excerpt.get(prefix.len()..)?;
    let (key, value) = line.split_once(':')?;
    let is_plain = value.trim_start().starts_with(&place.marked()) && !key.starts_with('{');
    if !is_plain || context.is_recurring && context.has_changes {
        return None;
    }
    let locale = if matches!(key.trim(), "title" | "name") { Locale::English } else { Locale::Dutch };
    let either = |nl: &'static str, en: &'static str| if locale == Locale::Dutch { nl } else { en };
    let word = status_of(found.status).word().label.in_locale(locale);
    let indent = " ".repeat(prefix.len());
    let title = place.with(&fit_for_value(&found.rest));
    Some(match found.status {
        _ if !context.is_recurring => format!("{title}\n{indent}status: {word}"),
        TitleStatus::Known(EventStatus::Moved) => {
            format!(
                "{title}\n{indent}{}:\n{indent}  …: {}",
                either("wijzigingen", "changes"),
                either("naar …", "to …")
            )
        }
        _ => format!("{title}\n{indent}{}:\n{indent}  …: {word}", either("wijzigingen", "changes")),
    })
}
