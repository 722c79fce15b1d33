//! Messages about times that may be twelve hours off, in Dutch and English.

use crate::ground::{Both, Code, Date, Diagnostic, Pair, Place, TimeOfDay, both, date_in_words, parse_time};

/// For `begin: 7.30` on every Tuesday evening; `later` is the same time in that part of the day.
pub(super) fn outside_day_part(
    place: Place,
    time: TimeOfDay,
    Pair { nl, en }: Pair,
    later: Option<TimeOfDay>,
) -> Diagnostic {
    let is_alone = parse_time(&place.marked()).is_ok();
    let remark = Diagnostic::new(
        Code::BadTime,
        place,
        both(
            format!("de herhaling zegt '{nl}', en {} uur valt daarbuiten", time.dotted()),
            format!("the repeat says '{en}', and {} is outside that", time.iso()),
        ),
    );
    match later {
        Some(later) => remark
            .hint(both(
                format!("bedoel je {}? Haal anders '{nl}' weg uit de herhaling", later.dotted()),
                format!("did you mean {}? If not, remove '{en}' from 'repeats'", later.iso()),
            ))
            .correction_with(is_alone.then(|| later.dotted()).as_deref()),
        None => remark.hint(both(
            format!("kijk naar de tijd, of haal '{nl}' weg uit de herhaling"),
            format!("check the time, or remove '{en}' from 'repeats'"),
        )),
    }
}

/// For `begin: 2` and `begin: 8 uur`.
pub(super) fn which_half_of_day(place: Place, time: TimeOfDay) -> Diagnostic {
    let at_night = time.hour() < 6;
    let later = time.half_a_day_later().unwrap_or(time);
    let early = if at_night { both("'s nachts", "at night") } else { both("'s ochtends", "in the morning") };
    // A spelling of the same time that leaves no doubt.
    let padded = if at_night {
        both(time.padded(), format!("0{}", time.iso().trim_start_matches('0')))
    } else {
        both(time.dotted(), format!("{}:{:02}", time.hour(), time.minute()))
    };
    let at = if time.minute() == 0 { time.hour().to_string() } else { time.dotted() };
    Diagnostic::new(
        Code::BadTime,
        place,
        both(
            format!("{at} uur: is dat {}, of twaalf uur later?", early.nl),
            format!("{at}: is that {}, or twelve hours later?", early.en),
        ),
    )
    .hint(both(format!("{} of {}?", later.dotted(), padded.nl), format!("{} or {}?", later.iso(), padded.en)))
}

/// For `begin: 14.00`, `einde: 4`: `later` is twelve hours later, `after` is that many hours after the start.
pub(super) fn ambiguous_end(
    place: Place,
    end: TimeOfDay,
    later: Option<TimeOfDay>,
    after: Option<TimeOfDay>,
) -> Diagnostic {
    let mut meant: Vec<TimeOfDay> = later.into_iter().chain(after).collect();
    meant.dedup();
    let intended_times = |written: fn(TimeOfDay) -> String, or: &str| {
        meant.iter().map(|time| written(*time)).collect::<Vec<_>>().join(or)
    };
    Diagnostic::new(
        Code::BadTime,
        place,
        both(
            format!("hier staat dat het pas 's nachts om {} uur eindigt", end.dotted()),
            format!("this says that it does not end until {} at night", end.iso()),
        ),
    )
    .hint(both(
        format!("bedoel je {}? Schrijf anders {}", intended_times(TimeOfDay::dotted, " of "), end.padded()),
        format!("did you mean {}? If not, write {}", intended_times(TimeOfDay::iso, " or "), end.iso()),
    ))
}

/// For an end before the start that would fit twelve hours later.
pub(super) fn end_of_the_evening(
    place: Place,
    message: Both,
    start: TimeOfDay,
    meant: TimeOfDay,
) -> Diagnostic {
    let is_alone = parse_time(&place.marked()).is_ok();
    let next_day = start.hour() >= 18;
    let remark = Diagnostic::new(Code::EndBeforeStart, place, message);
    let hint = match next_day {
        true => both(
            format!(
                "bedoel je {}? Eindigt het pas de volgende ochtend, zet er dan de laatste dag bij, achter 'einddatum:'",
                meant.dotted()
            ),
            format!(
                "did you mean {}? If it ends the next morning, add the last day, after 'end_date:'",
                meant.iso()
            ),
        ),
        false => both(
            format!("bedoel je {}? Kijk anders naar de uren", meant.dotted()),
            format!("did you mean {}? If not, check the times", meant.iso()),
        ),
    };
    remark.hint(hint).correction_with(is_alone.then(|| meant.dotted()).as_deref())
}

/// For a start at 24.00.
pub(super) fn at_midnight(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BadTime,
        place,
        both(
            "24.00 uur is al de dag erna, dus op welke dag is dit?",
            "24:00 is already the next day, so on which day is this?",
        ),
    )
}

/// For a single event that starts at 24.00.
pub(super) fn single_event_at_midnight(place: Place, day: Date) -> Diagnostic {
    let next = date_in_words(day.tomorrow().unwrap_or(day));
    let day = date_in_words(day);
    at_midnight(place).hint(both(
        format!("schrijf 'begin: 0.00', met 'datum: {}' als het in de nacht na {} is", next.nl, day.nl),
        format!("write 'start: 0:00', with 'date: {}' if it is in the night following {}", next.en, day.en),
    ))
}

/// For a change of the start alone that makes it much shorter or longer; `shifted_end` is the end if its length
/// stays the same.
pub(super) fn changed_length(
    place: Place,
    start: TimeOfDay,
    end: TimeOfDay,
    shifted_end: Option<TimeOfDay>,
) -> Diagnostic {
    let (begins, ends) = (start.dotted(), end.dotted());
    let remark = Diagnostic::new(
        Code::BadChange,
        place,
        both(
            format!("het begint dan om {begins} uur; eindigt het ook dan om {ends} uur?"),
            format!("it starts at {} then; does it still end at {}?", start.iso(), end.iso()),
        ),
    );
    remark.hint(match shifted_end {
        Some(shifted_end) => both(
            format!(
                "zet erbij tot hoe laat: van {begins} tot {}, of van {begins} tot {ends}",
                shifted_end.dotted()
            ),
            format!(
                "add the end as well: {} to {}, or {} to {}",
                start.iso(),
                shifted_end.iso(),
                start.iso(),
                end.iso()
            ),
        ),
        None => both(
            format!("zet erbij tot hoe laat: van {begins} tot {ends}"),
            format!("add the end as well: {} to {}", start.iso(), end.iso()),
        ),
    })
}
