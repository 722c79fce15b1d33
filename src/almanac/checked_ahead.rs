//! An emergency point whose facts were checked on a day that has not come yet: that would stand on the sheet on the wall.

use super::derive::Almanac;
use crate::ground::{Code, Date, Diagnostic, Place, both, date_in_words, days_from};
use crate::read::Source;
use crate::village::{Venue, Village};

/// In days. Next year may be a slip for this one; a year that is further ahead is another slip.
const A_YEAR: i64 = 366;

/// The emergency points that were checked later than today.
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
        both(format!("{} moet nog komen", words.nl), format!("{} is still to come", words.en)),
    )
    .hint(both(
        "zet hier de dag waarop deze gegevens voor het laatst zijn nagekeken",
        "put the day here on which these facts were last checked",
    ));
    // The same day of the year before, when that is past and its year can be seen in what was typed.
    let typed = remark.place.marked();
    let (year, before) = (day.year().to_string(), day.year() - 1);
    let is_past = day.with().year(before).build().is_ok_and(|meant| meant <= today);
    let is_slip = is_past && days_from(today, day) <= A_YEAR && typed.matches(&year).count() == 1;
    let whole = typed.replacen(&year, &before.to_string(), 1);
    remark.correction_with(is_slip.then_some(&*whole))
}
