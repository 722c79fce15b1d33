//! Writes days and times in the words of the theme: "woensdag 28 oktober 2026, 19.30–21.30 uur".

use std::fmt::{Display, Write};

use crate::almanac::{Occurrence, all_along};
use crate::ground::{Date, DateTime, MemoTable, TimeOfDay, weekday_number};
use crate::render::templates::{Value, map};
use crate::theme::{Words, fill_by};
use crate::village::Precision;

/// Caches written days and times: a site may have thousands of entries, but they fall on the same days at the
/// same hours.
#[derive(Debug, Default)]
pub(in crate::render) struct DateMemo {
    days: MemoTable<Date, Value>,
    times: MemoTable<TimeSpan, Value>,
}

/// When something takes place: first day, last day, start and end.
type TimeSpan = (Date, Date, Option<TimeOfDay>, Option<TimeOfDay>);

/// The days and times of something that takes several days, for a narrow column.
pub(in crate::render) struct SeveralDays {
    /// `vr 11 dec`, or `vr 11 dec 18.00` when it goes on until the end.
    pub(in crate::render) from: String,
    /// `zo 13 dec`, or `zo 13 dec 14.00`.
    pub(in crate::render) until: String,
    /// `10.00–17.00 uur`, unless the times are with the days.
    pub(in crate::render) hours: Option<String>,
}

impl SeveralDays {
    /// `vr 11 dec – zo 13 dec, 10.00–17.00 uur`
    pub(in crate::render) fn words(&self) -> String {
        let hours = self.hours.as_ref().map_or_else(String::new, |hours| format!(", {hours}"));
        format!("{} – {}{hours}", self.from, self.until)
    }

    /// The form that templates use.
    pub(in crate::render) fn into_value(self) -> Value {
        map([("from", self.from.into()), ("until", self.until.into()), ("hours", self.hours.into())])
    }
}

/// Writes days and times in one language.
#[derive(Clone, Copy)]
pub(in crate::render) struct DateWords<'w> {
    words: &'w Words,
    /// What was already written.
    memo: Option<&'w DateMemo>,
}

impl<'w> DateWords<'w> {
    pub(in crate::render) fn new(words: &'w Words) -> Self {
        Self { words, memo: None }
    }

    /// The same, reusing what was already written.
    pub(in crate::render) fn with_memo(words: &'w Words, memo: &'w DateMemo) -> Self {
        Self { memo: Some(memo), ..Self::new(words) }
    }

    pub(in crate::render) fn weekday(&self, day: Date) -> &'w str {
        self.weekday_of_index(weekday_number(day.weekday()))
    }

    pub(in crate::render) fn weekday_of_index(&self, index: usize) -> &'w str {
        self.words.nth("dates.weekdays", index)
    }

    pub(in crate::render) fn short_weekday_of_index(&self, index: usize) -> &'w str {
        self.words.nth("dates.weekdays_short", index)
    }

    pub(in crate::render) fn month(&self, month: i8) -> &'w str {
        self.words.nth("dates.months", month_index(month))
    }

    fn short_month(&self, month: i8) -> &'w str {
        self.words.nth("dates.months_short", month_index(month))
    }

    /// Fills a pattern of the theme: `{weekday} {day} {month} {year}`, and the short `{wd}` and `{mon}`.
    fn in_pattern(&self, pattern: &str, day: Date) -> String {
        fill_by(self.words.text(pattern), |name, out| {
            match name {
                "weekday" => out.push_str(self.weekday(day)),
                "wd" => out.push_str(self.short_weekday_of_index(weekday_number(day.weekday()))),
                "day" => push_number(out, day.day()),
                "month" => out.push_str(self.month(day.month())),
                "mon" => out.push_str(self.short_month(day.month())),
                "year" => push_number(out, day.year()),
                _ => return false,
            }
            true
        })
    }

    /// `woensdag 28 oktober 2026`
    pub(in crate::render) fn long(&self, day: Date) -> String {
        self.in_pattern("dates.long", day)
    }

    /// `28`, as it appears before "tot en met"
    pub(in crate::render) fn day_only(&self, day: Date) -> String {
        self.in_pattern("dates.day_only", day)
    }

    /// `28 oktober`
    pub(in crate::render) fn day_month(&self, day: Date) -> String {
        self.in_pattern("dates.day_month", day)
    }

    /// `28 oktober 2026`
    pub(in crate::render) fn plain(&self, day: Date) -> String {
        self.in_pattern("dates.plain", day)
    }

    /// `wo 28 okt`
    pub(in crate::render) fn short(&self, day: Date) -> String {
        self.in_pattern("dates.short", day)
    }

    /// `oktober 2026`
    pub(in crate::render) fn month_year(&self, day: Date) -> String {
        self.in_pattern("dates.month_year", day)
    }

    /// `28 oktober 2026`, `oktober 2026` or `2026`, as precisely as the date is known.
    pub(in crate::render) fn as_known(&self, day: Date, precision: Precision) -> String {
        match precision {
            Precision::Day => self.plain(day),
            Precision::Month => self.month_year(day),
            Precision::Year => day.year().to_string(),
        }
    }

    /// `19.30`
    pub(in crate::render) fn time(&self, time: TimeOfDay) -> String {
        fill_by(self.words.text("dates.time"), |name, out| {
            match name {
                "hour" => push_number(out, time.hour()),
                "hh" => push_two_digits(out, time.hour()),
                "minute" => push_two_digits(out, time.minute()),
                _ => return false,
            }
            true
        })
    }

    /// `19.30–21.30 uur`, or `19.30 uur` when the end is unknown.
    pub(in crate::render) fn times(&self, start: TimeOfDay, end: Option<TimeOfDay>) -> String {
        let from = self.time(start);
        match end {
            Some(end) => self.words.filled("dates.times", &[("from", &from), ("until", &self.time(end))]),
            None => self.words.filled("dates.at", &[("from", &from)]),
        }
    }

    /// Something of several days in short. What goes on all along has its times with its days; otherwise they
    /// may be those of every day.
    pub(in crate::render) fn several_days(
        &self,
        days: [Date; 2],
        start: Option<TimeOfDay>,
        end: Option<TimeOfDay>,
    ) -> SeveralDays {
        let [from, until] = days.map(|day| self.short(day));
        match all_along(start, end) {
            Some((start, end)) => SeveralDays {
                from: format!("{from} {}", self.time(start)),
                until: format!("{until} {}", self.time(end)),
                hours: None,
            },
            None => SeveralDays { from, until, hours: start.map(|start| self.times(start, end)) },
        }
    }

    /// A day in all the forms that templates may need.
    pub(in crate::render) fn day(&self, day: Date) -> Value {
        match self.memo {
            Some(memo) => memo.days.get_or_make(day, |_| self.make_day(day)),
            None => self.make_day(day),
        }
    }

    fn make_day(&self, day: Date) -> Value {
        map([
            ("iso", day.to_string().into()),
            ("long", self.long(day).into()),
            ("short", self.short(day).into()),
            ("plain", self.plain(day).into()),
            ("day_month", self.in_pattern("dates.day_month", day).into()),
            ("weekday_day", self.in_pattern("dates.weekday_day", day).into()),
            ("month_year", self.month_year(day).into()),
            ("weekday", self.weekday(day).into()),
            ("wd", self.short_weekday_of_index(weekday_number(day.weekday())).into()),
            ("day", day.day().into()),
            ("mon", self.short_month(day.month()).into()),
            ("month", day.month().into()),
            ("year", day.year().into()),
        ])
    }

    /// When something takes place: days, times, and both in words.
    pub(in crate::render) fn when(&self, it: &Occurrence) -> Value {
        match self.memo {
            Some(memo) => {
                let taking = (it.first_day, it.last_day, it.start, it.end);
                memo.times.get_or_make(taking, |_| self.make_when(it))
            }
            None => self.make_when(it),
        }
    }

    fn make_when(&self, it: &Occurrence) -> Value {
        let times = it.start.map(|start| self.times(start, it.end));
        let days = if it.spans_days() {
            self.between("dates.days", self.long(it.first_day), self.long(it.last_day))
        } else {
            self.long(it.first_day)
        };
        let words = match (&times, it.goes_on_all_along()) {
            (_, Some((start, end))) => {
                // A line does not break within a time.
                let at = |time| self.times(time, None).replace(' ', "\u{a0}");
                let from = self.day_and_time(&self.long(it.first_day), &at(start));
                let until = self.day_and_time(&self.long(it.last_day), &at(end));
                self.between("dates.through", from, until)
            }
            (Some(times), None) => self.day_and_time(&days, times),
            (None, None) => days.clone(),
        };
        // The part before the time, so that a line can break between the two and nowhere else.
        let day_part = times.as_deref().and_then(|times| words.strip_suffix(times)).map(str::trim_end);
        let day_part = day_part.map(str::to_owned);
        let several =
            it.spans_days().then(|| self.several_days([it.first_day, it.last_day], it.start, it.end));
        map([
            ("first_day", self.day(it.first_day)),
            ("last_day", self.day(it.last_day)),
            ("takes_days", it.spans_days().into()),
            ("several_days", several.map_or_else(Value::none, SeveralDays::into_value)),
            ("start", it.start.map(|start| self.time(start)).into()),
            ("end", it.end.map(|end| self.time(end)).into()),
            ("time", times.into()),
            ("days", days.into()),
            ("day_part", day_part.into()),
            ("words", words.into()),
            ("starts_iso", iso(it.is_all_day(), it.starts()).into()),
        ])
    }

    fn between(&self, pattern: &str, from: String, until: String) -> String {
        self.words.filled(pattern, &[("from", &from), ("until", &until)])
    }

    fn day_and_time(&self, day: &str, time: &str) -> String {
        self.words.filled("dates.day_and_time", &[("day", day), ("time", time)])
    }
}

fn push_number(out: &mut String, number: impl Display) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{number}");
}

fn push_two_digits(out: &mut String, number: impl Display) {
    let _ = write!(out, "{number:02}");
}

/// For `<time datetime>` and `dorp.json`: a local time, which the HTML standard allows.
pub(in crate::render) fn iso(all_day: bool, moment: DateTime) -> String {
    let day = moment.date();
    if all_day { day.to_string() } else { format!("{day}T{:02}:{:02}", moment.hour(), moment.minute()) }
}

fn month_index(month: i8) -> usize {
    usize::try_from(month - 1).unwrap_or(0)
}
