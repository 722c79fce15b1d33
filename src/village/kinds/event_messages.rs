//! What is said about the fields of an event, in Dutch and English.

use super::event_clock_messages::{at_midnight, end_of_the_evening};
use crate::ground::{
    Code, Date, Diagnostic, Place, TimeOfDay, both, date_in_words, day_in_words, days_later, month_in_words,
};
use crate::village::rule::{DayOfRule, MOST_RULES, Rule, rule_of};

/// Something that comes back, and begins when its day is over.
pub(super) fn begins_at_midnight(place: Place) -> Diagnostic {
    at_midnight(place).hint(both(
        "schrijf 'begin: 0.00', en noem bij 'herhaling' de dag waarop het dan is",
        "write 'start: 0:00', and name in 'repeats' the day on which it is then",
    ))
}

pub(super) fn end_without_start(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::EndWithoutStart,
        place,
        both("er is een eindtijd, maar geen begintijd", "there is an end, but no start"),
    )
    .hint(both("zet erbij hoe laat het begint: begin: 19.30", "add at what time it begins: start: 19:30"))
}

/// In minutes: what would take longer than this on one day has a slip in it of another kind.
const MOST_OF_A_DAY: u16 = 10 * 60;

pub(super) fn end_before_start(place: Place, start: TimeOfDay, end: TimeOfDay) -> Diagnostic {
    if start == end {
        let at = start.dotted();
        return Diagnostic::new(
            Code::EndBeforeStart,
            place,
            both(
                format!("het einde is hetzelfde als het begin ({at})"),
                format!("the end is the same as the start ({at})"),
            ),
        )
        .hint(both(
            "schrijf hoe laat het eindigt, of laat deze regel weg",
            "write at what time it ends, or leave this line out",
        ));
    }
    let times = format!("{} – {}", start.dotted(), end.dotted());
    let into_the_morning = start.hour() >= 18 && end.hour() < 12;
    let message = both(
        format!("het einde ligt vóór het begin ({times})"),
        format!("the end is before the start ({times})"),
    );
    // `20.00` until `10.30` on a clock of twelve hours.
    let is_near = |later: &TimeOfDay| start < *later && later.minutes() - start.minutes() <= MOST_OF_A_DAY;
    let later = end.half_a_day_later().filter(is_near);
    if let Some(meant) = later.filter(|_| end.may_be_later(&place.marked())) {
        return end_of_the_evening(place, message, start, meant);
    }
    Diagnostic::new(Code::EndBeforeStart, place, message).hint(if into_the_morning {
        both(
            "eindigt het pas de volgende ochtend? Zet er dan de laatste dag bij, achter 'einddatum:'; wissel anders de twee om",
            "does it end in the morning after? Then add the last day, behind 'end_date:'; otherwise swap the two",
        )
    } else {
        both("wissel de twee om, of kijk naar de uren", "swap the two, or look at the hours")
    })
}

pub(super) fn only_with_repeats(place: Place, nl: &str, en: &str) -> Diagnostic {
    Diagnostic::new(
        Code::OnlyWithRepeats,
        place,
        both(
            format!("'{nl}' hoort bij iets dat terugkomt, en dat staat er niet bij"),
            format!("'{en}' belongs to something that comes back, and that is not said"),
        ),
    )
    .hint(both(
        format!("zet erbij hoe het terugkomt, bijvoorbeeld: herhaling: elke dinsdag, of haal '{nl}' weg"),
        format!("add how it comes back, for example: repeats: every tuesday, or take '{en}' away"),
    ))
}

/// `datum` and `tot`: from one day to another.
pub(super) fn until_of_a_single_event(place: Place) -> Diagnostic {
    let remark = only_with_repeats(place, "tot", "until").hint(both(
        "duurt het meer dagen? Dan heet de laatste dag 'einddatum'; komt het terug, zet er dan bij hoe: herhaling: elke dinsdag",
        "does it take several days? Then the last one is called 'end_date'; when it comes back, add how: repeats: every tuesday",
    ));
    let key = if remark.place.excerpt.contains("until") { "end_date" } else { "einddatum" };
    let line = format!("{}{key}: {}", remark.place.front(), remark.place.marked());
    remark.correction(line)
}

/// `datum` and `wijzigingen`: that one day does not take place.
pub(super) fn single_event_is_off(place: Place) -> Diagnostic {
    only_with_repeats(place, "wijzigingen", "changes").hint(both(
        "het is maar één keer: haal 'wijzigingen' weg, en schrijf: status: afgelast",
        "it is only once: take 'changes' away, and write: status: cancelled",
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
            "'end_date' says how long one time takes, and that needs a 'date'",
        ),
    )
    .hint(both(
        "bedoel je tot wanneer het terugkomt? schrijf dan 'tot' in plaats van 'einddatum'",
        "do you mean until when it comes back? then write 'until' instead of 'end_date'",
    ))
}

pub(super) fn too_many_rules(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::RuleTooOften,
        place,
        both(
            format!("er zijn meer dan {MOST_RULES} regels voor wanneer dit terugkomt"),
            format!("there are more than {MOST_RULES} rules for when this comes back"),
        ),
    )
    .hint(both("maak er een paar activiteiten van", "make several events of it"))
}

pub(super) fn needs_start(place: Place, typed: &str) -> Diagnostic {
    let first = rule_of(typed).and_then(|rule| day_that_fits(&rule)).or_else(|| Date::new(2027, 1, 7).ok());
    let first = first.map_or(both("…", "…"), date_in_words);
    Diagnostic::new(
        Code::RuleNeedsStart,
        place,
        both(
            format!("'{typed}': maar geteld vanaf welke dag?"),
            format!("'{typed}': but counted from which day?"),
        ),
    )
    .hint(both(
        format!("zet erbij wanneer het de eerste keer is, bijvoorbeeld: vanaf: {}", first.nl),
        format!("add when it is for the first time, for example: from: {}", first.en),
    ))
}

/// A day that fits a rule, in the first weeks of a year.
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

pub(super) fn changed_twice(place: Place, day: Date) -> Diagnostic {
    let day = day_in_words(day);
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            format!("voor {} staat er al een wijziging", day.nl),
            format!("there is a change for {} already", day.en),
        ),
    )
    .hint(both("zet alles over die dag bij elkaar", "put everything about that day together"))
}

pub(super) fn month_twice(place: Place, month: i8) -> Diagnostic {
    let name = month_in_words(month);
    Diagnostic::new(
        Code::MonthTwice,
        place,
        both(
            format!("{} heeft al andere tijden; wat hier staat, geldt dan niet", name.nl),
            format!("{} has other times already; what stands here does not hold then", name.en),
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
            "what is cancelled cannot move to another day as well",
        ),
    )
    .hint(both("kies een van de twee", "keep one of the two"))
}

pub(super) fn moved_nowhere(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BadChange,
        place,
        both("verplaatst, maar waarheen?", "moved, but where to?"),
    )
    .hint(both(
        "schrijf erachter naar welke dag: naar 23 december 2026, of noem onder die dag een andere tijd of plek",
        "write behind it to which day: to 23 December 2026, or name another time or place below that day",
    ))
}

/// `status: verplaatst` of everything at once, where a day of its own tells what moves and to where.
pub(super) fn series_moved(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BadChange,
        place,
        both("verplaatst, maar welke keer, en waarheen?", "moved, but which time, and where to?"),
    )
    .hint(both(
        "zet het bij 'wijzigingen', met de dag ervoor: 22 december 2026: naar 23 december 2026; geldt het voor alle keren, pas dan 'herhaling', 'begin' of 'locatie' aan en haal deze regel weg",
        "put it under 'changes', with the day in front: 22 December 2026: to 23 December 2026; if it holds for every time, change 'repeats', 'start' or 'venue' and take this line out",
    ))
}

/// `eerst_op` beside a rule: which of its times was moved, it does not say.
pub(super) fn series_moved_from(place: Place) -> Diagnostic {
    let day = place.marked();
    Diagnostic::new(
        Code::PreviousDate,
        place,
        both(
            "dit komt terug: van welke keer is dit de oude dag?",
            "this comes back: of which time is this the former day?",
        ),
    )
    .hint(both(
        format!("zet het bij 'wijzigingen', met deze dag ervoor, en daarachter de nieuwe dag: {day}: naar …"),
        format!("put it under 'changes', with this day in front, and the new day behind it: {day}: to …"),
    ))
}

pub(super) fn moved_without_status(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PreviousDate,
        place,
        both(
            "dit is de oude dag, maar er staat niet bij dat het verplaatst is",
            "this is the former day, but it is not said that it was moved",
        ),
    )
    .hint(both(
        "zet erbij: status: verplaatst, of haal deze regel weg",
        "add: status: moved, or take this line out",
    ))
}

pub(super) fn moved_to_same_day(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PreviousDate,
        place,
        both("eerst was het op dezelfde dag als nu", "it was on the same day at first as it is now"),
    )
    .hint(both(
        "zet de nieuwe dag bij 'datum', en hier de oude; is alleen de tijd anders, zet dan de oude tijd erachter",
        "put the new day in 'date', and the former one here; if only the time is different, put the former time behind it",
    ))
}

pub(super) fn end_missing(place: Place, start: TimeOfDay, end: TimeOfDay) -> Diagnostic {
    let key = place.excerpt.trim_start_matches([' ', '-']).split(':').next().unwrap_or("").trim_end();
    let has_own_line = matches!(key, "begin" | "start" | "aanvang" | "tijd" | "time");
    let (start, end) = (start.dotted(), end.dotted());
    let remark = Diagnostic::new(
        Code::EndBeforeStart,
        place,
        both(
            format!("het begint dan om {start} uur, en eindigt anders om {end} uur"),
            format!("it begins at {start} then, and ends at {end} otherwise"),
        ),
    );
    remark.hint(if has_own_line {
        both("zet er ook bij hoe laat het dan eindigt", "add at what time it ends then")
    } else {
        both(
            format!("zet er ook bij hoe laat het dan eindigt: van {start} tot …"),
            format!("add at what time it ends then: {start} to …"),
        )
    })
}
