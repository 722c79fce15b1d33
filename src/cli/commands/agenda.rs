//! `dorpsplein agenda`: shows what is on and when, so that a webmaster can check the dates of a recurrence.

use crate::almanac::Window;
use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::cli::typed::OutputFormat;
use crate::ground::{Date, DateSpan, Locale, Pair, both, closest, day_in_words, fold};
use crate::pipeline::Planned;
use crate::render::{agenda_as_json, agenda_as_text};
use crate::village::Kind;

/// How many days ahead are shown by default.
const DAYS_AHEAD: i64 = 27;

/// Prints the agenda of a village.
pub(super) fn print(
    planned: &Planned,
    from: Option<Date>,
    until: Option<Date>,
    event: Option<&str>,
    format: OutputFormat,
    screen: &Screen,
) -> ExitStatus {
    let almanac = &planned.edition.almanac;
    let from = from.unwrap_or(almanac.today);
    let ahead = if event.is_some() { DateSpan::new().months(13) } else { DateSpan::new().days(DAYS_AHEAD) };
    let until = until.or_else(|| from.checked_add(ahead).ok()).unwrap_or(from);
    let event = match event.map(|typed| slug_of(planned, typed).ok_or(typed)).transpose() {
        Ok(slug) => slug,
        Err(typed) => return unknown_event(planned, typed, screen),
    };
    if until < from {
        return reversed_range(from, until, screen);
    }
    let window = Window { from, until };
    if format == OutputFormat::Json {
        screen.print(&agenda_as_json(&planned.edition, window, event));
    } else {
        let text = agenda_as_text(&planned.edition, window, event);
        screen.print(&if text.is_empty() {
            empty_agenda(planned, window, event, screen.locale())
        } else {
            text
        });
    }
    if planned.remarks.is_publishable() { ExitStatus::Done } else { ExitStatus::ContentErrors }
}

/// Reports that the last day is before the first.
fn reversed_range(from: Date, until: Date, screen: &Screen) -> ExitStatus {
    let (from, until) = (day_in_words(from), day_in_words(until));
    let message = both(
        format!(
            "de laatste dag ({}) ligt vóór de eerste ({})\nwissel --vanaf en --tot om, of kijk naar het jaar",
            until.nl, from.nl
        ),
        format!(
            "the last day ({}) is before the first ({})\nswap --from and --until, or check the year",
            until.en, from.en
        ),
    );
    screen.say(message.in_locale(screen.locale()));
    ExitStatus::UsageError
}

/// Says that there is nothing; for a single event, also when it is next, or was last.
fn empty_agenda(planned: &Planned, window: Window, event: Option<&str>, locale: Locale) -> String {
    let none_now =
        Pair::new("in deze dagen staat er niets in de agenda", "there is nothing on during these days");
    let almanac = &planned.edition.almanac;
    let events = planned.edition.village.of_kind(Kind::Event);
    let entry = events.iter().find(|entry| event == Some(entry.slug.as_str()));
    let days: Vec<Date> =
        entry.iter().flat_map(|entry| almanac.of_event(entry.id)).map(|it| it.first_day).collect();
    let next = days
        .iter()
        .find(|day| **day > window.until)
        .map(|day| (*day, Pair::new("de volgende keer:", "the next time:")));
    let last = || days.last().map(|day| (*day, Pair::new("de laatste keer:", "the last time:")));
    let Some((day, which)) = next.or_else(last) else { return format!("{}\n", none_now.in_locale(locale)) };
    let agenda = agenda_as_text(&planned.edition, Window { from: day, until: day }, event);
    format!("{}; {}\n{agenda}", none_now.in_locale(locale), which.in_locale(locale))
}

/// Returns the slug of the event that is meant, by its slug, title or file name.
fn slug_of<'p>(planned: &'p Planned, typed: &str) -> Option<&'p str> {
    let file = typed.rsplit(['/', '\\']).next().unwrap_or(typed);
    let wanted = fold([".md", ".yaml"].iter().find_map(|ending| file.strip_suffix(ending)).unwrap_or(file));
    let events = planned.edition.village.of_kind(Kind::Event);
    let is_meant = |names: [&str; 3]| names.iter().any(|name| fold(name) == wanted);
    let by_slug = events.iter().find(|entry| entry.slug == typed);
    let found = by_slug
        .or_else(|| events.iter().find(|entry| is_meant([&entry.slug, &entry.name, entry.path.stem()])));
    found.map(|entry| entry.slug.as_str())
}

fn unknown_event(planned: &Planned, typed: &str, screen: &Screen) -> ExitStatus {
    let events = planned.edition.village.of_kind(Kind::Event);
    let near = closest(typed, events.iter().flat_map(|entry| [entry.slug.as_str(), entry.name.as_str()]));
    // `koffie` is not similar to `koffieochtend`, but it is part of it.
    let within = || events.iter().map(|entry| entry.slug.as_str()).find(|slug| slug.contains(&fold(typed)));
    let near = near.or_else(within);
    let hint = near.map_or_else(
        || both("", ""),
        |near| both(format!("\nbedoel je '{near}'?"), format!("\ndid you mean '{near}'?")),
    );
    let message = both(
        format!("de activiteit '{typed}' bestaat niet{}", hint.nl),
        format!("there is no event '{typed}'{}", hint.en),
    );
    screen.say(message.in_locale(screen.locale()));
    ExitStatus::UsageError
}
