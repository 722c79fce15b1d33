//! News of a day that is far ahead: it would stand above all other news until then.

use super::derive::Almanac;
use super::far_years::YEARS_AHEAD;
use crate::ground::{Code, Date, Diagnostic, Place, both, date_in_words, days_later};
use crate::read::{Source, Span};
use crate::village::{News, Village};

/// Of the next weeks somebody may well tell beforehand.
const DAYS_AHEAD: i64 = 31;

/// The news that is shown now and is of a day that is far ahead.
pub(super) fn remarks(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let today = almanac.today;
    let mut remarks = Vec::new();
    for (entry, news) in village.all::<News>().filter(|(entry, _)| almanac.is_shown(entry.id)) {
        let (Some(file), Some(day)) = (source.text(&entry.path), &news.date) else { continue };
        // A year that is hardly right was told as that.
        let is_told = day.date.year() > today.year().saturating_add(YEARS_AHEAD);
        if day.date > days_later(today, DAYS_AHEAD) && !is_told {
            let in_name = day.span == Span::default();
            remarks.push(ahead_remark(file.place(day.span), day.date, today, in_name));
        }
    }
    remarks
}

fn ahead_remark(place: Place, day: Date, today: Date, in_name: bool) -> Diagnostic {
    let words = date_in_words(day);
    let remark = Diagnostic::new(
        Code::NewsAhead,
        place,
        both(
            format!("dit bericht is van {}, en staat tot dan boven al het andere nieuws", words.nl),
            format!("this news is of {}, and stands above all other news until then", words.en),
        ),
    );
    let remark = remark.hint(both(
        format!(
            "klopt het jaar? Moet het pas later op de site, zet er dan bij: publiceren_vanaf: {}",
            words.nl
        ),
        format!("is the year right? If it is to be on the site only later, add: publish_from: {}", words.en),
    ));
    // The same day of the last year in which it was, when the year can be seen in what was typed.
    let typed = remark.place.marked();
    let year = day.year().to_string();
    let meant = (0..=1)
        .map(|ago| today.year() - ago)
        .find(|year| day.with().year(*year).build().is_ok_and(|meant| meant <= today));
    match meant.filter(|_| !in_name && typed.matches(&year).count() == 1) {
        Some(meant) => {
            let whole = typed.replacen(&year, &meant.to_string(), 1);
            remark.correction_with(Some(&whole))
        }
        None => remark,
    }
}
