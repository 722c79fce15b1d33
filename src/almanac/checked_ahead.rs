//! Finds emergency points that were supposedly checked on a future day: that day would be on the sheet on the
//! wall.

use super::derive::Almanac;
use crate::ground::{Code, Date, Diagnostic, Place, both, date_in_words, days_from};
use crate::read::Source;
use crate::village::{Venue, Village};

/// In days: next year may be a slip for this year; a year further ahead is some other mistake.
const A_YEAR: i64 = 366;

/// Reports the emergency points whose check is dated after today.
pub(super) fn remarks(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    for (entry, venue) in village.all::<Venue>() {
        let checked = venue.emergency_point.as_ref().and_then(|point| point.value.checked_on.as_ref());
        let (Some(day), Some(file)) = (checked, source.text(&entry.path)) else { continue };
        if day.date > almanac.today {
            remarks.push(ahead_remark(file.place(day.span), day.date, almanac.today));
        }
    }
    remarks
}

fn ahead_remark(place: Place, day: Date, today: Date) -> Diagnostic {
    let words = date_in_words(day);
    let remark = Diagnostic::new(
        Code::CheckedAhead,
        place,
        both(format!("{} moet nog komen", words.nl), format!("{} is in the future", words.en)),
    )
    .hint(both(
        "zet hier de dag waarop deze gegevens voor het laatst zijn nagekeken",
        "put here the day on which these details were last checked",
    ));
    // The same day one year earlier, when that is past and the year is visible in what was typed.
    let typed = remark.place.marked();
    let (year, before) = (day.year().to_string(), day.year() - 1);
    let is_past = day.with().year(before).build().is_ok_and(|meant| meant <= today);
    let is_slip = is_past && days_from(today, day) <= A_YEAR && typed.matches(&year).count() == 1;
    let whole = typed.replacen(&year, &before.to_string(), 1);
    remark.correction_with(is_slip.then_some(&*whole))
}
