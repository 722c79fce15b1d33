//! The diagnostics of this floor, mostly about repeating events, in Dutch and English.

use crate::ground::{
    Both, Code, Date, DateTime, Diagnostic, Pair, Place, both, date_in_words, day_in_words as day,
};

/// Reports a rule that never happens, or only after its end.
pub(super) fn never_happens(place: Place, typed: &str, until: Option<Date>) -> Diagnostic {
    if let Some(until) = until.map(day) {
        let message = both(
            format!("'{typed}' komt tot en met {} geen enkele keer voor", until.nl),
            format!("'{typed}' does not happen even once up to {}", until.en),
        );
        let hint = both("kijk of 'vanaf' en 'tot' kloppen", "check whether 'from' and 'until' are right");
        return Diagnostic::new(Code::RuleNeverHappens, place, message).hint(hint);
    }
    Diagnostic::new(
        Code::RuleNeverHappens,
        place,
        both(format!("'{typed}' komt nooit voor"), format!("'{typed}' never happens")),
    )
    .hint(both("kijk of die dag in die maand bestaat", "check whether that month has such a day"))
}

/// Reports `status: afgelast` on a repeating event, which applies to every occurrence.
pub(super) fn every_time(place: Place, word: Pair, times: usize, days: (Date, Date)) -> Diagnostic {
    let (next, until) = (date_in_words(days.0), date_in_words(days.1));
    Diagnostic::new(
        Code::EveryTimeOff,
        place,
        both(
            format!("'{}' geldt hier voor alle keren: {times} keer tot en met {}", word.nl, until.nl),
            format!("'{}' applies to every time here: {times} times up to {}", word.en, until.en),
        ),
    )
    .hint(both(
        format!(
            "is het maar één keer, zet het dan bij 'wijzigingen', met de dag ervoor: {}: {}",
            next.nl, word.nl
        ),
        format!(
            "if it is for one time only, put it under 'changes', with the day in front: {}: {}",
            next.en, word.en
        ),
    ))
}

pub(super) fn no_days_left(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::RuleNeverHappens,
        place,
        both("met deze uitzonderingen blijft er geen dag over", "these exceptions leave no day at all"),
    )
    .hint(both("laat een van de uitzonderingen weg", "remove one of the exceptions"))
}

pub(super) fn too_often(place: Place, typed: &str, most: usize) -> Diagnostic {
    Diagnostic::new(
        Code::RuleTooOften,
        place,
        both(
            format!("'{typed}' zou meer dan {most} keer zijn"),
            format!("'{typed}' would take place more than {most} times"),
        ),
    )
    .hint(both(
        "gaat het gewoon door? Laat dan het einde weg",
        "does it just continue? Then leave out its end",
    ))
}

pub(super) fn first_day_not_in_rule(place: Place, on: Date, typed: &str) -> Diagnostic {
    let words = day(on);
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            format!("'datum' is de eerste keer, maar {} hoort niet bij '{typed}'", words.nl),
            format!("'date' is the first time, but {} does not fit '{typed}'", words.en),
        ),
    )
    .hint(both(
        "bedoel je: vanaf die dag? Schrijf dan 'vanaf' in plaats van 'datum'",
        "do you mean from that day on? Then write 'from' instead of 'date'",
    ))
}

/// Reports an event that takes so many days that the next time begins before it is over.
pub(super) fn lasts_past_the_next(place: Place, last: Date, next: Date, is_ended: bool) -> Diagnostic {
    let (last, next) = (day(last), day(next));
    let is_english = place.excerpt.trim_start_matches([' ', '-']).starts_with("end");
    let line = format!("{}{}: {}", place.prefix(), if is_english { "until" } else { "tot" }, place.marked());
    let remark = Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            format!("de eerste keer duurt tot en met {}, en de volgende is al op {}", last.nl, next.nl),
            format!(
                "the first time lasts up to and including {}, but the next one is already on {}",
                last.en, next.en
            ),
        ),
    )
    .hint(both(
        "bedoel je tot wanneer het terugkomt? Schrijf dan 'tot' in plaats van 'einddatum'",
        "do you mean until when it repeats? Then write 'until' instead of 'end_date'",
    ));
    if is_ended { remark } else { remark.correction(line) }
}

/// Reports `status: verplaatst` without saying from or to where.
pub(super) fn moved_without_details(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::MovedUntold,
        place,
        both("verplaatst, maar vanwaar of waarheen?", "moved, but from where or to where?"),
    )
    .hint(both(
        "zet bij 'datum', 'begin' of 'locatie' hoe het nu is, en de oude dag bij 'eerst_op'; was het eerst ergens anders, zeg dat dan in de samenvatting",
        "put the new details in 'date', 'start' or 'venue', and the old day in 'previous_date'; if it was elsewhere first, say so in the summary",
    ))
}

/// Reports a year that is probably not the intended one.
pub(super) fn far_year(place: Place, on: Date, today: Date) -> Diagnostic {
    let words = day(on);
    let years = i32::from(on.year()) - i32::from(today.year());
    let (nl, en) = if years > 0 {
        (format!("is pas over {years} jaar"), format!("is {years} years ahead"))
    } else {
        (format!("is {} jaar geleden", -years), format!("was {} years ago", -years))
    };
    Diagnostic::new(Code::FarYear, place, both(format!("{} {nl}", words.nl), format!("{} {en}", words.en)))
        .hint(both("klopt het jaar?", "is the year right?"))
}

pub(super) fn exception_matches_nothing(place: Place, first: Date, last: Date) -> Diagnostic {
    let message = if first == last {
        let words = day(first);
        both(
            format!("op {} was het toch al niet", words.nl),
            format!("it does not take place on {} anyway", words.en),
        )
    } else {
        let (from, until) = (day(first), day(last));
        both(
            format!("van {} tot en met {} was het toch al niet", from.nl, until.nl),
            format!("it does not take place on any day from {} to {} anyway", from.en, until.en),
        )
    };
    Diagnostic::new(Code::ExceptionMatchesNothing, place, message).hint(both(
        "deze uitzondering doet niets; kijk of de datum klopt",
        "this exception has no effect; check whether the date is right",
    ))
}

pub(super) fn change_matches_nothing(place: Place, on: Date, near: Option<Date>, is_off: bool) -> Diagnostic {
    let words = day(on);
    let remark = Diagnostic::new(
        Code::ChangeMatchesNothing,
        place,
        both(
            format!("op {} is het niet, dus valt er niets te wijzigen", words.nl),
            format!("it does not take place on {}, so there is nothing to change", words.en),
        ),
    );
    match near {
        _ if is_off => remark.hint(both(
            "die dag valt al weg door 'behalve': haal deze wijziging weg, of zet de dag ook bij 'extra' als het dan toch doorgaat",
            "'except' already removes that day: remove this change, or put the day under 'extra' too if it takes place after all",
        )),
        Some(near) => {
            let near = day(near);
            remark.hint(both(format!("bedoel je {}?", near.nl), format!("did you mean {}?", near.en)))
        }
        None => remark.hint(both("kijk of de datum klopt", "check whether the date is right")),
    }
}

pub(super) fn extra_already_there(place: Place, on: Date) -> Diagnostic {
    let words = day(on);
    Diagnostic::new(
        Code::ExtraAlreadyThere,
        place,
        both(
            format!("op {} stond het al in de agenda", words.nl),
            format!("on {} it is already in the agenda", words.en),
        ),
    )
    .hint(both(
        "haal deze dag weg bij 'extra', of geef hem een eigen begintijd",
        "remove this day from 'extra', or give it a start time of its own",
    ))
}

pub(super) fn moved_onto(place: Place, to: Date) -> Diagnostic {
    let words = day(to);
    Diagnostic::new(
        Code::MovedOnto,
        place,
        both(
            format!("op {} stond het al in de agenda, op dezelfde tijd", words.nl),
            format!("on {} it is already in the agenda, at the same time", words.en),
        ),
    )
    .hint(both(
        "schrijf 'afgelast' als deze keer vervalt, of geef hem op die dag een eigen begintijd",
        "write 'cancelled' if it does not take place, or give it a start time of its own on that day",
    ))
}

pub(super) fn no_school_holidays(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::NoSchoolHolidays,
        place,
        both(
            "de schoolvakanties zijn niet bekend: het bestand schoolvakanties.json ontbreekt",
            "the school holidays are unknown: the file school-holidays.json is missing",
        ),
    )
    .hint(both(
        "bewaar de lijst van de Rijksoverheid onder die naam naast site.yaml; je haalt die op van https://opendata.rijksoverheid.nl/v1/sources/rijksoverheid/infotypes/schoolholidays?output=json",
        "save the national list under that name beside site.yaml; download it from https://opendata.rijksoverheid.nl/v1/sources/rijksoverheid/infotypes/schoolholidays?output=json",
    ))
}

pub(super) fn no_region(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::NoSchoolHolidays,
        place,
        both(
            "de schoolvakanties verschillen per regio, en in site.yaml staat geen regio",
            "school holidays differ by region, and site.yaml names no region",
        ),
    )
    .hint(both(
        "zet in site.yaml: vakantieregio: noord, midden of zuid",
        "add to site.yaml: school_region: north, middle or south",
    ))
}

pub(super) fn school_holidays_end(place: Place, known: Option<Date>, needed: Date) -> Diagnostic {
    let needed = day(needed);
    let message = match known.map(day) {
        Some(known) => both(
            format!(
                "de schoolvakanties zijn bekend tot en met {}, en de agenda loopt tot {}",
                known.nl, needed.nl
            ),
            format!("the school holidays are known up to {}, but the agenda runs to {}", known.en, needed.en),
        ),
        None => both(
            "in de lijst met schoolvakanties staat niets voor deze regio",
            "the list of school holidays has nothing for this region",
        ),
    };
    Diagnostic::new(Code::NoSchoolHolidays, place, message).hint(both(
        "haal de nieuwste lijst op: https://opendata.rijksoverheid.nl/v1/sources/rijksoverheid/infotypes/schoolholidays?output=json",
        "download the latest list: https://opendata.rijksoverheid.nl/v1/sources/rijksoverheid/infotypes/schoolholidays?output=json",
    ))
}

/// Two events that need the same room.
pub(super) struct Meeting<'m> {
    pub(super) room: &'m str,
    pub(super) venue: &'m str,
    /// The names of the two, in the order in which they were written.
    pub(super) names: [&'m str; 2],
    /// The file and line of the first one.
    pub(super) other_file: String,
    /// The first time that they clash.
    pub(super) first: DateTime,
    /// Whether both take whole days, so that there is no time to mention.
    pub(super) all_day: bool,
    /// How many times they clash.
    pub(super) times: usize,
    /// Whether the two are one event, twice at the same time.
    pub(super) is_one: bool,
    /// The name of the one without an end, when that matters.
    pub(super) without_end: Option<&'m str>,
}

pub(super) fn room_clash(place: Place, meeting: &Meeting<'_>) -> Diagnostic {
    let Meeting { room, venue, names: [one, other], other_file, first, all_day, times, is_one, without_end } =
        meeting;
    let on = day(first.date());
    let (at_nl, at_en) = if *all_day {
        (String::new(), String::new())
    } else {
        (format!(" om {} uur", first.strftime("%-H.%M")), format!(" at {}", first.strftime("%H:%M")))
    };
    let (more_nl, more_en) = match times - 1 {
        0 => (String::new(), String::new()),
        1 => (" (en nog één keer)".to_owned(), " (and once more)".to_owned()),
        more => (format!(" (en nog {more} keer)"), format!(" (and {more} more times)")),
    };
    if *is_one {
        return Diagnostic::new(
            Code::RoomClash,
            place,
            both(
                format!("'{one}' is op {}{at_nl} twee keer tegelijk in {room} van {venue}{more_nl}", on.nl),
                format!(
                    "'{one}' is twice at the same time in {room} at {venue} on {}{at_en}{more_en}",
                    on.en
                ),
            ),
        )
        .hint(both(
            "kijk of de dagen en tijden kloppen, of geef één van de twee een andere zaal",
            "check whether the days and times are right, or give one of the two another room",
        ));
    }
    let remark = Diagnostic::new(
        Code::RoomClash,
        place,
        both(
            format!(
                "{room} van {venue} is dubbel bezet op {}{at_nl}{more_nl}: door '{one}' ({other_file}) en '{other}'",
                on.nl
            ),
            format!(
                "{room} at {venue} is double-booked on {}{at_en}{more_en}: by '{one}' ({other_file}) and '{other}'",
                on.en
            ),
        ),
    );
    remark.hint(clash_hint(*without_end))
}

fn clash_hint(without_end: Option<&str>) -> Both {
    match without_end {
        Some(name) => both(
            format!(
                "bij '{name}' staat niet hoe laat het eindigt, en dan telt Dorpsplein een uur; zet het eind erbij, of kies een andere zaal of een andere tijd"
            ),
            format!(
                "'{name}' has no end time, so Dorpsplein assumes one hour; add the end, or choose another room or another time"
            ),
        ),
        None => both("kies een andere zaal of een andere tijd", "choose another room or another time"),
    }
}

pub(super) fn minutes_missing(place: Place, name: &str, held: Date, organisation: &str) -> Diagnostic {
    let words = day(held);
    Diagnostic::new(
        Code::MinutesMissing,
        place,
        both(
            format!("van '{name}' op {} zijn er nog geen notulen", words.nl),
            format!("there are no minutes yet for '{name}' on {}", words.en),
        ),
    )
    .hint(both(
        format!("zet ze in de map documenten, als {held}-notulen-{organisation}.pdf"),
        format!("put them in the documents folder, as {held}-minutes-{organisation}.pdf"),
    ))
}

pub(super) fn picture_expired(place: Place, name: &str, last: Date) -> Diagnostic {
    let words = day(last);
    Diagnostic::new(
        Code::PictureOver,
        place,
        both(
            format!("'{name}' mocht tot en met {} op de site staan, en staat er nu niet meer op", words.nl),
            format!(
                "'{name}' was allowed on the site up to and including {}, and is no longer shown",
                words.en
            ),
        ),
    )
    .hint(both(
        "haal de foto weg, hier en uit de map media; of vraag of hij langer mag blijven",
        "remove the photo, here and from the media folder; or ask whether it may stay longer",
    ))
}

pub(super) fn picture_expires(place: Place, name: &str, last: Date) -> Diagnostic {
    let words = day(last);
    Diagnostic::new(
        Code::PictureEnds,
        place,
        both(
            format!("'{name}' mag tot en met {} op de site staan", words.nl),
            format!("'{name}' is allowed on the site up to and including {}", words.en),
        ),
    )
    .hint(both(
        "daarna laat Dorpsplein hem weg; kies intussen een andere foto, of vraag of hij langer mag blijven",
        "after that, Dorpsplein leaves it out; choose another photo in time, or ask whether it may stay longer",
    ))
}
