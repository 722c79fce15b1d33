//! Reports several days on one line where only the last is written in full: `8, 15 en 22 december 2026`.

use crate::field::{FieldReader, meant_year};
use crate::ground::{
    Code, Date, DateProblem, Diagnostic, OpenDay, PartialDay, Place, both, date_in_words, parse_date, quoted,
};
use crate::read::Node;

/// A day; its month or year may be given only with a later one.
type Part = (i8, Option<i8>, Option<i16>);

/// Reports such days, with each written out in full. Returns whether there was anything to report.
pub(super) fn report_partial_days(code: Code, line: &str, node: &Node, reader: &mut FieldReader<'_>) -> bool {
    let remark = partial_days(code, line, reader.place(node.span), reader);
    let is_reported = remark.is_some();
    remark.into_iter().for_each(|remark| reader.report(remark));
    is_reported
}

/// Returns the diagnostic about such days, with each written out; `None` if the line has anything else.
fn partial_days(code: Code, line: &str, place: Place, reader: &FieldReader<'_>) -> Option<Diagnostic> {
    let is_single_day = matches!(parse_date(line), Ok(_) | Err(DateProblem::TwoDays(..)));
    let parts = parts_of(line).filter(|_| !is_single_day)?;
    let locale = reader.locale().unwrap_or_default();
    let (quote, count) = (quoted(line), parts.len());
    let mut remark = Diagnostic::new(
        code,
        place,
        both(format!("{quote} zijn {count} dagen"), format!("{quote} names {count} days")),
    )
    .hint(both(
        "schrijf elke dag voluit, met een komma ertussen",
        "write each day in full, with commas between them",
    ));
    let mut days = Vec::new();
    for part in &parts {
        match *part {
            (day, Some(month), Some(year)) => {
                let words = date_in_words(Date::new(year, month, day).ok()?);
                days.push(words.in_locale(locale).to_owned());
            }
            (day, Some(month), None) => {
                // The year depends on today.
                let typed = format!("‹{day}-{month}›");
                let (known, year) = (PartialDay::InFull { day, month, locale }, meant_year(reader));
                days.push(typed.clone());
                remark = remark.with_open_day(OpenDay { typed, known, is_question: false, year });
            }
            _ => return None,
        }
    }
    Some(remark.correction_with(Some(&days.join(", "))))
}

/// Splits a line whose days are not all written in full; each takes its month and year from a later one.
fn parts_of(line: &str) -> Option<Vec<Part>> {
    let apart = line.replace(" en ", ",").replace(" and ", ",").replace(['&', ';'], ",");
    let pieces =
        apart.split(',').map(|piece| piece.trim().trim_end_matches('.')).filter(|piece| !piece.is_empty());
    let mut parts = pieces.map(part_of).collect::<Option<Vec<Part>>>()?;
    // Between days that are written in full, only a semicolon is wrong.
    if parts.iter().all(|(_, _, year)| year.is_some()) && !line.contains(';') {
        return None;
    }
    let mut later: Option<Part> = None;
    for part in parts.iter_mut().rev() {
        if let Some((day, month, year)) = later {
            // `28, 4 januari` spans two months, and does not say which the first one is.
            if part.1.is_none() && part.0 >= day {
                return None;
            }
            let is_year_before = part.1.is_some() && part.1 > month;
            part.1 = part.1.or(month);
            part.2 = part.2.or(year.map(|year| if is_year_before { year - 1 } else { year }));
        }
        later = Some(*part);
    }
    (parts.len() > 1).then_some(parts)
}

fn part_of(piece: &str) -> Option<Part> {
    match parse_date(piece) {
        Ok(found) if found.time.is_none() => {
            Some((found.date.day(), Some(found.date.month()), Some(found.date.year())))
        }
        Err(DateProblem::YearMissing { day, month }) => Some((day, Some(month), None)),
        _ => piece.parse().ok().filter(|day| (1..=31).contains(day)).map(|day| (day, None, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_month_or_year_is_taken_from_a_later_day() {
        let (december, january) = (Some(12), Some(1));
        assert_eq!(
            parts_of("8, 15 en 22 december 2026"),
            Some(vec![(8, december, Some(2026)), (15, december, Some(2026)), (22, december, Some(2026))])
        );
        assert_eq!(
            parts_of("22 dec, 29 dec en 5 jan 2027"),
            Some(vec![(22, december, Some(2026)), (29, december, Some(2026)), (5, january, Some(2027))])
        );
        assert_eq!(
            parts_of("29 december 2026; 5 januari 2027"),
            Some(vec![(29, december, Some(2026)), (5, january, Some(2027))])
        );
        assert_eq!(parts_of("8 dec, 15 dec"), Some(vec![(8, december, None), (15, december, None)]));
        for line in [
            "28, 4 januari 2027",
            "feestdagen, 8 december",
            "8 december 2026",
            "8 december 2026, 9 december 2026",
            "juli en augustus",
        ] {
            assert_eq!(parts_of(line), None, "{line}");
        }
    }
}
