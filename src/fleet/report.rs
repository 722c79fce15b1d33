//! Reports the outcome of a fleet run: a table for people, JSON for programs.

use std::collections::BTreeMap;

use super::run::{Outcome, SiteState, State};
use super::shown::{short_name_list, shown};
use crate::ground::{Json, Locale, Pair, RemarkCounts, Severity, as_argument, both, json, pretty_json};
use crate::report::ShownRemark;

/// The version of the JSON format.
const FORMAT_VERSION: u64 = 1;

/// The largest number of villages with identical mistakes that are all listed with them. When a shared theme
/// is broken, there are thousands.
const ALIKE: usize = 5;

/// Returns the table: each village with a problem, with its errors, and then a line with the totals, which
/// differ for a check. Villages without problems have no line.
pub fn fleet_table(outcomes: &[Outcome], is_check: bool, locale: Locale) -> String {
    // What a line leaves out is the same too.
    let key =
        |outcome: &Outcome| (state_words(&outcome.state, locale), outcome.counts.errors, errors_of(outcome));
    let mut alike: BTreeMap<(String, usize, Vec<String>), Vec<&Outcome>> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| matches!(outcome.state, State::Invalid(_))) {
        alike.entry(key(outcome)).or_default().push(outcome);
    }
    alike.retain(|_, villages| villages.len() > ALIKE);
    let mut table = String::new();
    let width = outcomes.iter().map(|outcome| shown(&outcome.village.name).chars().count()).max();
    let width = width.unwrap_or(0);
    for outcome in outcomes.iter().filter(|outcome| !outcome.is_good()) {
        let key = key(outcome);
        let others = alike.get(&key).and_then(|villages| villages.split_first());
        if others.is_some_and(|(first, _)| !std::ptr::eq(*first, outcome)) {
            continue;
        }
        table.push_str(&outcome_line(outcome, width, locale));
        let (_, _, errors) = key;
        errors.iter().for_each(|error| table.push_str(&format!("    {error}\n")));
        if let Some(more) = outcome.counts.errors.checked_sub(errors.len()).filter(|more| *more > 0) {
            let rest = both(format!("en nog {more}"), format!("and {more} more"));
            table.push_str(&format!("    {}\n", rest.in_locale(locale)));
        }
        if let Some((_, others)) = others {
            let names: Vec<String> = others.iter().map(|other| other.village.name.clone()).collect();
            let (count, names) = (names.len(), short_name_list(&names));
            let alike_line = both(
                format!(
                    "dezelfde fouten staan in nog {count} dorpen: {names}; met --vorm json lees je alle namen"
                ),
                format!(
                    "{count} more villages have the same mistakes: {names}; --format json lists all names"
                ),
            );
            table.push_str(&format!("    {}\n", alike_line.in_locale(locale)));
        }
    }
    table + &sums_line(outcomes, is_check, locale) + &warnings_line(outcomes, locale)
}

/// Returns the errors shown for a village, one per line.
fn errors_of(outcome: &Outcome) -> Vec<String> {
    let errors = outcome.shown_remarks.iter().filter(|remark| remark.severity == Severity::Error);
    let line = |error: &ShownRemark| {
        format!("{} {}", shown(&error.place()), shown(&error.message.replace('\n', " ")))
    };
    errors.map(line).collect()
}

/// Returns the line that reports the outcome for one village.
fn outcome_line(outcome: &Outcome, width: usize, locale: Locale) -> String {
    let name = shown(&outcome.village.name);
    let fill = " ".repeat(width.saturating_sub(name.chars().count()));
    let RemarkCounts { errors, warnings, notes } = outcome.counts;
    let counted = [
        counted(errors, Pair::new("fout", "error"), Pair::new("fouten", "errors"), locale),
        counted(
            warnings,
            Pair::new("waarschuwing", "warning"),
            Pair::new("waarschuwingen", "warnings"),
            locale,
        ),
        counted(notes, Pair::new("opmerking", "note"), Pair::new("opmerkingen", "notes"), locale),
    ];
    let (state, remarks) = (state_words(&outcome.state, locale), counted.join(", "));
    format!("{name}{fill}  {state}  {remarks}  {:.2} s\n", outcome.seconds)
}

/// Returns a line that says which villages have warnings and how to read them; empty if none has.
fn warnings_line(outcomes: &[Outcome], locale: Locale) -> String {
    let warned: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.counts.warnings > 0).collect();
    let Some(first) = warned.first() else { return String::new() };
    let names: Vec<String> = warned.iter().map(|outcome| outcome.village.name.clone()).collect();
    let (names, count) = (short_name_list(&names), warned.len());
    let folder = shown(&as_argument(&first.village.folder.display().to_string()));
    let line = both(
        format!("waarschuwingen in {count}: {names}; lees ze met: dorpsplein controleer {folder}\n"),
        format!("warnings in {count}: {names}; read them with: dorpsplein check {folder}\n"),
    );
    line.in_locale(locale).to_owned()
}

/// Returns a count with its word: `1 dorp`, `3 dorpen`.
fn counted(count: usize, one: Pair, more: Pair, locale: Locale) -> String {
    format!("{count} {}", if count == 1 { one } else { more }.in_locale(locale))
}

fn state_words(state: &State, locale: Locale) -> String {
    let words = match state {
        State::Published(files) => {
            both(format!("gemaakt, {files} bestanden"), format!("built, {files} files"))
        }
        State::Unchanged => both("ongewijzigd", "unchanged"),
        State::Valid => both("in orde", "no mistakes"),
        State::Invalid(SiteState::PreviousSite) => {
            both("FOUT: de vorige site staat er nog", "ERROR: the previous site is still there")
        }
        State::Invalid(SiteState::NoSite) => both("FOUT: er is nog geen site", "ERROR: there is no site yet"),
        State::Invalid(SiteState::NotRequested) => both("FOUT", "ERROR"),
        State::Refused(why) => both(format!("LUKT NIET: {}", why.nl), format!("FAILED: {}", why.en)),
    };
    shown(words.in_locale(locale).lines().next().unwrap_or_default())
}

fn sums_line(outcomes: &[Outcome], is_check: bool, locale: Locale) -> String {
    let count = |is: fn(&State) -> bool| outcomes.iter().filter(|outcome| is(&outcome.state)).count();
    let built = count(|state| matches!(state, State::Published(_)));
    let same = count(|state| matches!(state, State::Unchanged));
    let valid = count(|state| matches!(state, State::Valid));
    let invalid = count(|state| matches!(state, State::Invalid(_) | State::Refused(_)));
    let all = counted(outcomes.len(), Pair::new("dorp", "village"), Pair::new("dorpen", "villages"), locale);
    match (locale, is_check) {
        (Locale::Dutch, false) => {
            format!("{all}: {built} gemaakt, {same} ongewijzigd, {invalid} waar iets mis is\n")
        }
        (Locale::English, false) => {
            format!("{all}: {built} built, {same} unchanged, {invalid} with problems\n")
        }
        (Locale::Dutch, true) => format!("{all}: {valid} in orde, {invalid} waar iets mis is\n"),
        (Locale::English, true) => format!("{all}: {valid} without mistakes, {invalid} with problems\n"),
    }
}

/// Returns the report as JSON, for programs.
pub fn fleet_json(outcomes: &[Outcome], locale: Locale) -> String {
    let villages: Vec<Json> = outcomes.iter().map(|outcome| village_json(outcome, locale)).collect();
    let good = outcomes.iter().filter(|outcome| outcome.is_good()).count();
    pretty_json(&json!({
        "form": FORMAT_VERSION,
        "villages": villages,
        "good": good,
        "wrong": outcomes.len() - good,
    }))
}

fn village_json(outcome: &Outcome, locale: Locale) -> Json {
    let RemarkCounts { errors, warnings, notes } = outcome.counts;
    let (state, files) = match &outcome.state {
        State::Published(files) => ("published", Some(*files)),
        State::Unchanged => ("unchanged", None),
        State::Valid => ("sound", None),
        State::Invalid(_) => ("wrong", None),
        State::Refused(_) => ("refused", None),
    };
    let shown_remarks: Vec<Json> = outcome
        .shown_remarks
        .iter()
        .flat_map(ShownRemark::in_full)
        .map(|error| {
            json!({
                "severity": error.severity.name(),
                "file": error.file,
                "line": error.line,
                "column": error.column,
                "code": error.code,
                "message": error.message,
                "hint": error.hint,
                "correction": error.correction,
            })
        })
        .collect();
    let told: usize = outcome.shown_remarks.iter().map(|remark| remark.many).sum();
    let previous_site = match &outcome.state {
        State::Invalid(SiteState::PreviousSite) => Some(true),
        State::Invalid(SiteState::NoSite) => Some(false),
        _ => None,
    };
    json!({
        "village": outcome.village.name,
        "state": state,
        "why": outcome.why_refused().map(|why| why.in_locale(locale)),
        "previous_site": previous_site,
        "files": files,
        "errors": errors,
        "warnings": warnings,
        "notes": notes,
        "seconds": (outcome.seconds * 1000.0).round() / 1000.0,
        "told": shown_remarks,
        "not_told": (errors + warnings).saturating_sub(told),
    })
}
