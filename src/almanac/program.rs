//! What a list of the agenda shows, day by day: everything that happens and, on the day from which something
//! moved, where it moved to, so that a regular visitor finds a notice on that day and not a gap.

use std::collections::BTreeMap;

use super::occurrence::Occurrence;
use crate::ground::{Date, DateSpan, TimeOfDay};

/// One line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgramLine {
    /// The day it is listed under.
    pub day: Date,
    /// The last day it is relevant.
    pub last_day: Date,
    /// The last day it touches: also the night after its last day, while it is not over.
    pub continues_until: Date,
    /// The time it is sorted by.
    pub start: Option<TimeOfDay>,
    /// The number of the occurrence.
    pub number: usize,
    /// Whether this line only says that it moved to another day.
    pub is_away: bool,
}

/// The most days on which something is listed; an exhibition of half a year is listed on its first days only.
const MOST_DAYS: usize = 62;

/// Returns the numbers of the lines for each day.
pub(super) fn by_day(program: &[ProgramLine]) -> BTreeMap<Date, Vec<usize>> {
    let mut days: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (number, line) in program.iter().enumerate() {
        if line.day == line.last_day {
            // Nearly always: no days need to be counted.
            days.entry(line.day).or_default().push(number);
            continue;
        }
        let own = line.day.series(DateSpan::new().days(1)).take_while(|day| *day <= line.last_day);
        for day in own.take(MOST_DAYS) {
            days.entry(day).or_default().push(number);
        }
    }
    days
}

/// Returns every line of these occurrences, which are numbered, in chronological order.
pub(super) fn program<'o>(occurrences: impl Iterator<Item = &'o Occurrence>) -> Vec<ProgramLine> {
    let mut all: Vec<ProgramLine> = Vec::new();
    for it in occurrences {
        all.push(ProgramLine {
            day: it.first_day,
            last_day: it.last_day,
            continues_until: it.continues_until(),
            start: it.start,
            number: it.number,
            is_away: false,
        });
        if let (Some(_), Some(was)) = (it.moved_from(), it.announced) {
            let (day, start) = (was.day, was.start);
            all.push(ProgramLine {
                day,
                last_day: day,
                continues_until: day,
                start,
                number: it.number,
                is_away: true,
            });
        }
    }
    all.sort_by_key(|it| (it.day, it.start, it.number));
    all
}
