//! Finds news dated far ahead: it would stay above all other news until then.

use super::derive::Almanac;
use super::far_years::YEARS_AHEAD;
use crate::ground::{Code, Date, Diagnostic, Place, both, date_in_words, days_later};
use crate::read::{Source, Span};
use crate::village::{News, Village};

/// News about the coming weeks may well be published ahead.
const DAYS_AHEAD: i64 = 31;

/// Reports the news that is shown now and dated far ahead.
pub(super) fn remarks(village: &Village, almanac: &Almanac, source: &Source) -> Vec<Diagnostic> {
    let today = almanac.today;
    let mut remarks = Vec::new();
    for (entry, news) in village.all::<News>().filter(|(entry, _)| almanac.is_shown(entry.id)) {
        let (Some(file), Some(day)) = (source.text(&entry.path), &news.date) else { continue };
        // A year that is probably wrong has its own diagnostic.
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
            format!("this news is dated {}, and stays above all other news until then", words.en),
        ),
    );
    let remark = remark.hint(both(
        format!(
            "klopt het jaar? Moet het pas later op de site, zet er dan bij: publiceren_vanaf: {}",
            words.nl
        ),
        format!(
            "is the year right? If it should not be on the site until later, add: publish_from: {}",
            words.en
        ),
    ));
    // The same day of the last year in which it is past, when the year is visible in what was typed.
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
