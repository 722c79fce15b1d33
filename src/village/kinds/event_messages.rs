//! Messages about the fields of an event, in Dutch and English.

use super::event_clock_messages::{at_midnight, end_of_the_evening};
use crate::ground::{
    Code, Date, Diagnostic, Place, TimeOfDay, both, date_in_words, day_in_words, days_later, month_in_words,
};
use crate::village::rule::{DayOfRule, MOST_RULES, Rule, rule_of};

/// For a repeating event that starts at 24.00.
pub(super) fn series_at_midnight(place: Place) -> Diagnostic {
    at_midnight(place).hint(both(
        "schrijf 'begin: 0.00', en noem bij 'herhaling' de dag waarop het dan is",
        "write 'start: 0:00', and change 'repeats' to the day it then falls on",
    ))
}

pub(super) fn end_without_start(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::EndWithoutStart,
        place,
        both("er is een eindtijd, maar geen begintijd", "there is an end time, but no start time"),
    )
    .hint(both("zet erbij hoe laat het begint: begin: 19.30", "add what time it starts: start: 19:30"))
}

/// In minutes. Anything that would last longer than this on one day must be some other mistake.
const MOST_OF_A_DAY: u16 = 10 * 60;

pub(super) fn end_before_start(place: Place, start: TimeOfDay, end: TimeOfDay) -> Diagnostic {
    if start == end {
        return Diagnostic::new(
            Code::EndBeforeStart,
            place,
            both(
                format!("het einde is hetzelfde als het begin ({})", start.dotted()),
                format!("the end is the same as the start ({})", start.iso()),
            ),
        )
        .hint(both(
            "schrijf hoe laat het eindigt, of laat deze regel weg",
            "write what time it ends, or leave out this line",
        ));
    }
    let into_the_morning = start.hour() >= 18 && end.hour() < 12;
    let message = both(
        format!("het einde ligt vóór het begin ({} – {})", start.dotted(), end.dotted()),
        format!("the end is before the start ({} – {})", start.iso(), end.iso()),
    );
    // `20.00` until `10.30` on a twelve-hour clock.
    let is_near = |later: &TimeOfDay| start < *later && later.minutes() - start.minutes() <= MOST_OF_A_DAY;
    let later = end.half_a_day_later().filter(is_near);
    if let Some(meant) = later.filter(|_| end.may_mean_afternoon(&place.marked())) {
        return end_of_the_evening(place, message, start, meant);
    }
    Diagnostic::new(Code::EndBeforeStart, place, message).hint(if into_the_morning {
        both(
            "eindigt het pas de volgende ochtend? Zet er dan de laatste dag bij, achter 'einddatum:'; wissel anders de twee om",
            "does it end the next morning? Then add the last day, after 'end_date:'; otherwise swap the two",
        )
    } else {
        both("wissel de twee om, of kijk naar de uren", "swap the two, or check the times")
    })
}

pub(super) fn only_with_repeats(place: Place, nl: &str, en: &str) -> Diagnostic {
    Diagnostic::new(
        Code::OnlyWithRepeats,
        place,
        both(
            format!("'{nl}' hoort bij iets dat terugkomt, en dat staat er niet bij"),
            format!("'{en}' is only for something that repeats, and this does not say that it does"),
        ),
    )
    .hint(both(
        format!("zet erbij hoe het terugkomt, bijvoorbeeld: herhaling: elke dinsdag, of haal '{nl}' weg"),
        format!("add how it repeats, for example: repeats: every Tuesday, or remove '{en}'"),
    ))
}

/// For `datum` with `tot`, meant as a last day.
pub(super) fn until_of_a_single_event(place: Place) -> Diagnostic {
    let remark = only_with_repeats(place, "tot", "until").hint(both(
        "duurt het meer dagen? Dan heet de laatste dag 'einddatum'; komt het terug, zet er dan bij hoe: herhaling: elke dinsdag",
        "does it last several days? Then the last one is called 'end_date'; if it repeats, add how: repeats: every Tuesday",
    ));
    let key = if remark.place.excerpt.contains("until") { "end_date" } else { "einddatum" };
    let line = format!("{}{key}: {}", remark.place.prefix(), remark.place.marked());
    remark.correction(line)
}

/// For `datum` with `wijzigingen` that cancel that one day.
pub(super) fn cancelled_single_event(place: Place) -> Diagnostic {
    only_with_repeats(place, "wijzigingen", "changes").hint(both(
        "het is maar één keer: haal 'wijzigingen' weg, en schrijf: status: afgelast",
        "it takes place only once: remove 'changes', and write: status: cancelled",
    ))
}

pub(super) fn contradiction(place: Place, nl: &str, en: &str, other_nl: &str, other_en: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            format!("'{nl}' en '{other_nl}' spreken elkaar tegen"),
            format!("'{en}' and '{other_en}' contradict each other"),
        ),
    )
    .hint(both("kies een van de twee", "keep one of the two"))
}

pub(super) fn end_date_of_series(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            "'einddatum' zegt hoelang één keer duurt, en daar hoort een 'datum' bij",
            "'end_date' is the last day of a single event, and that needs a 'date'",
        ),
    )
    .hint(both(
        "bedoel je tot wanneer het terugkomt? Schrijf dan 'tot' in plaats van 'einddatum'",
        "do you mean until when it repeats? Then write 'until' instead of 'end_date'",
    ))
}

pub(super) fn too_many_rules(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::RuleTooOften,
        place,
        both(
            format!("er zijn meer dan {MOST_RULES} regels voor wanneer dit terugkomt"),
            format!("there are more than {MOST_RULES} rules for when this repeats"),
        ),
    )
    .hint(both("maak er een paar activiteiten van", "split it into several events"))
}

pub(super) fn needs_start(place: Place, typed: &str) -> Diagnostic {
    let first = rule_of(typed).and_then(|rule| day_that_fits(&rule)).or_else(|| Date::new(2027, 1, 7).ok());
    let first = first.map_or(both("…", "…"), date_in_words);
    Diagnostic::new(
        Code::RuleNeedsStart,
        place,
        both(
            format!("'{typed}': maar geteld vanaf welke dag?"),
            format!("'{typed}': counted from which day?"),
        ),
    )
    .hint(both(
        format!("zet erbij wanneer het de eerste keer is, bijvoorbeeld: vanaf: {}", first.nl),
        format!("add when the first time is, for example: from: {}", first.en),
    ))
}

/// Returns a day that fits the rule, early in a year, as an example.
fn day_that_fits(rule: &Rule) -> Option<Date> {
    let first = Date::new(2027, rule.by_month.first().copied().unwrap_or(1), 1).ok()?;
    let fits = |day: &Date| {
        let (number, left) = ((day.day() - 1) / 7 + 1, (day.last_of_month().day() - day.day()) / 7 + 1);
        let on_day = |of: &DayOfRule| {
            let is_nth = of.nth.is_none_or(|nth| nth == number || nth == -left);
            of.weekday == day.weekday() && is_nth
        };
        (rule.by_day.is_empty() || rule.by_day.iter().any(on_day))
            && (rule.by_month_day.is_empty() || rule.by_month_day.contains(&day.day()))
    };
    (0..31).map(|later| days_later(first, later)).find(fits)
}

pub(super) fn duplicate_change(place: Place, day: Date) -> Diagnostic {
    let day = day_in_words(day);
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            format!("voor {} staat er al een wijziging", day.nl),
            format!("there is already a change for {}", day.en),
        ),
    )
    .hint(both("zet alles over die dag bij elkaar", "put everything about that day in one place"))
}

pub(super) fn duplicate_month(place: Place, month: i8) -> Diagnostic {
    let name = month_in_words(month);
    Diagnostic::new(
        Code::MonthTwice,
        place,
        both(
            format!("{} heeft al andere tijden; wat hier staat, geldt dan niet", name.nl),
            format!("{} already has other times, so these do not apply to it", name.en),
        ),
    )
    .hint(both("noem elke maand maar één keer", "name every month only once"))
}

pub(super) fn changes_nothing(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both("deze wijziging zegt niet wat er verandert", "this change does not say what changes"),
    )
    .hint(both(
        "zet erbij wat er anders is: status: afgelast, naar: een andere dag, begin, locatie of tekst",
        "add what is different: status: cancelled, to: another day, start, venue or text",
    ))
}

pub(super) fn cancelled_and_moved(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            "wat is afgelast, kan niet ook naar een andere dag gaan",
            "a cancelled event cannot also move to another day",
        ),
    )
    .hint(both("kies een van de twee", "keep one of the two"))
}

pub(super) fn moved_without_destination(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BadChange,
        place,
        both("verplaatst, maar waarheen?", "moved, but to when or where?"),
    )
    .hint(both(
        "schrijf erachter naar welke dag: naar 23 december 2026, of noem onder die dag een andere tijd of plek",
        "write the new day after it: to 23 December 2026, or name another time or place below that day",
    ))
}

/// For `status: verplaatst` on a whole series, where only a change of one day can say what moves and to when.
pub(super) fn series_moved(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BadChange,
        place,
        both("verplaatst, maar welke keer, en waarheen?", "moved, but which day, and to when?"),
    )
    .hint(both(
        "zet het bij 'wijzigingen', met de dag ervoor: 22 december 2026: naar 23 december 2026; geldt het voor alle keren, pas dan 'herhaling', 'begin' of 'locatie' aan en haal deze regel weg",
        "put it under 'changes', after the old day: 22 December 2026: to 23 December 2026; if all of them move, change 'repeats', 'start' or 'venue' and remove this line",
    ))
}

/// For `eerst_op` on a repeating event: it does not say which occurrence was moved.
pub(super) fn series_moved_from(place: Place) -> Diagnostic {
    let day = place.marked();
    Diagnostic::new(
        Code::PreviousDate,
        place,
        both(
            "dit komt terug: van welke keer is dit de oude dag?",
            "this repeats: which occurrence was first on this day?",
        ),
    )
    .hint(both(
        format!("zet het bij 'wijzigingen', met deze dag ervoor, en daarachter de nieuwe dag: {day}: naar …"),
        format!("put it under 'changes', with this day first and then the new day: {day}: to …"),
    ))
}

pub(super) fn moved_without_status(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PreviousDate,
        place,
        both(
            "dit is de oude dag, maar er staat niet bij dat het verplaatst is",
            "this is the original day, but nothing says that the event was moved",
        ),
    )
    .hint(both(
        "zet erbij: status: verplaatst, of haal deze regel weg",
        "add: status: moved, or remove this line",
    ))
}

pub(super) fn moved_to_same_day(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PreviousDate,
        place,
        both("eerst was het op dezelfde dag als nu", "the original day is the same as the new one"),
    )
    .hint(both(
        "zet de nieuwe dag bij 'datum', en hier de oude; is alleen de tijd anders, zet dan de oude tijd erachter",
        "put the new day in 'date', and the original one here; if only the time changed, put the original time after it",
    ))
}

pub(super) fn end_missing(place: Place, start: TimeOfDay, end: TimeOfDay) -> Diagnostic {
    let key = place.excerpt.trim_start_matches([' ', '-']).split(':').next().unwrap_or("").trim_end();
    let has_own_line = matches!(key, "begin" | "start" | "aanvang" | "tijd" | "time");
    let remark = Diagnostic::new(
        Code::EndBeforeStart,
        place,
        both(
            format!("het begint dan om {} uur, en eindigt anders om {} uur", start.dotted(), end.dotted()),
            format!("it starts at {} then, but usually ends at {}", start.iso(), end.iso()),
        ),
    );
    remark.hint(if has_own_line {
        both("zet er ook bij hoe laat het dan eindigt", "add what time it ends then")
    } else {
        both(
            format!("zet er ook bij hoe laat het dan eindigt: van {} tot …", start.dotted()),
            format!("add what time it ends then: {} to …", start.iso()),
        )
    })
}
