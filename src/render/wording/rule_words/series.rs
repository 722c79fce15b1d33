//! Describes in words how an event recurs: "elke dinsdag, 10.00–12.00 uur, niet in de schoolvakanties".

use super::RuleWords;
use crate::ground::{Date, Locale};
use crate::render::wording::dates::DateWords;
use crate::village::{Choices, Event, Exception, Holiday, OtherTimes};

/// The maximum number of single days in a sentence.
const MOST_DAYS: usize = 4;

/// How an event recurs, in parts and in one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::render) struct SeriesWords {
    /// `elke dinsdag en elke eerste zaterdag van de maand`
    pub rule: String,
    /// `10.00–12.00 uur`
    pub time: Option<String>,
    /// `vanaf 7 januari 2027 tot en met 30 juni 2027`, `10 keer`
    pub bounds: Option<String>,
    /// `niet op feestdagen en in de schoolvakanties`
    pub except: Option<String>,
    /// `van november tot en met maart: 14.00–16.00 uur`
    pub other_times: Vec<String>,
    /// All of it in one sentence.
    pub full_text: String,
}

impl RuleWords<'_> {
    /// How an event recurs, as seen on `today`; `None` when it has no rule.
    pub(in crate::render) fn series(
        &self,
        event: &Event,
        today: Date,
        locale: Locale,
    ) -> Option<SeriesWords> {
        let dates = DateWords::new(self.words);
        let start = event.first_allowed();
        let rules = event.repeats.iter().flat_map(|rules| rules.value.iter());
        let rule = self.and(rules.map(|rule| self.rule(&rule.value.rule, start)));
        if rule.is_empty() {
            return None;
        }
        let end = event.ends_at();
        let time = event.starts_at().map(|start| dates.times(start, end));
        let bounds = self.bounds(event, today);
        let except = self.except(event, today, locale);
        let seasons = event.other_times.iter().flat_map(|times| times.value.iter());
        let other_times: Vec<String> =
            seasons.filter_map(|season| self.other_times(event, &season.value)).collect();
        let parts = [Some(&rule), time.as_ref(), bounds.as_ref(), except.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let full_text = [parts.join(", ")].into_iter().chain(other_times.iter().cloned());
        let full_text = full_text.collect::<Vec<_>>().join("; ");
        Some(SeriesWords { rule, time, bounds, except, other_times, full_text })
    }

    /// From when, until when, and how many times.
    fn bounds(&self, event: &Event, today: Date) -> Option<String> {
        let dates = DateWords::new(self.words);
        // With a single rule, an end inside the rule is that of the event.
        let rules = event.repeats.as_ref().map_or(&[][..], |rules| rules.value.0.as_slice());
        let only = if let [rule] = rules { Some(&rule.value.rule) } else { None };
        let own = only.and_then(|rule| rule.last_day(event.starts_at()));
        let until = event.until.as_ref().map(|day| day.date).or(own);
        let times = event.times.as_ref().map(|times| times.value.0.to_string());
        let times = times.or(only.and_then(|rule| rule.count).map(|count| count.to_string()));
        let from = event.first_allowed().filter(|from| *from > today).map(|from| dates.plain(from));
        let days = match (from, until.map(|until| dates.plain(until))) {
            (Some(from), Some(until)) => {
                Some(self.filled("rule.from_until", &[("from", from), ("until", until)]))
            }
            (Some(from), None) => Some(self.filled("rule.from", &[("from", from)])),
            (None, Some(until)) => Some(self.filled("rule.until", &[("until", until)])),
            (None, None) => None,
        };
        let times = times.map(|n| {
            let key = if n == "1" { "rule.times.one" } else { "rule.times.more" };
            self.filled(key, &[("n", n)])
        });
        let parts: Vec<String> = days.into_iter().chain(times).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// When it does not take place: named days first, then periods and days that are still to come.
    fn except(&self, event: &Event, today: Date, locale: Locale) -> Option<String> {
        let dates = DateWords::new(self.words);
        let exceptions = || event.except.iter().flat_map(|list| list.value.iter().map(|item| &item.value));
        let mut phrases = Vec::new();
        if exceptions().any(|it| *it == Exception::PublicHolidays) {
            phrases.push(self.words.text("rule.on_public_holidays").to_owned());
        }
        if exceptions().any(|it| *it == Exception::SchoolHolidays(None)) {
            phrases.push(self.words.text("rule.in_school_holidays").to_owned());
        } else {
            let named = exceptions().filter_map(|it| match it {
                Exception::SchoolHolidays(Some(name)) => {
                    let name = self.school_holiday(name);
                    Some(self.filled("rule.the", &[("day", name)]))
                }
                _ => None,
            });
            phrases.extend(self.phrase("rule.in_holiday", named));
        }
        let months = || {
            exceptions().filter_map(|it| if let Exception::Months(months) = it { Some(months) } else { None })
        };
        // One or two months are listed among others; a longer run becomes a phrase of its own.
        let mut named: Vec<i8> = months().filter(|months| months.len() < 3).flatten().copied().collect();
        named.sort_unstable();
        named.dedup();
        phrases.extend(self.months(&named));
        phrases.extend(months().filter(|months| months.len() >= 3).filter_map(|months| self.months(months)));
        let holidays = exceptions().flat_map(|it| match it {
            Exception::Holiday(holiday) => vec![*holiday],
            Exception::Both(first, second) => vec![*first, *second],
            _ => Vec::new(),
        });
        let holidays = holidays.map(|holiday| self.words.label(holiday.word().label, locale).to_owned());
        phrases.extend(self.phrase("rule.on_days", holidays));
        phrases.extend(exceptions().filter_map(|it| match it {
            Exception::Days(first, last) if *last >= today => {
                let values = [("from", dates.plain(*first)), ("until", dates.plain(*last))];
                Some(self.filled("rule.days_through", &values))
            }
            _ => None,
        }));
        let mut days: Vec<Date> = exceptions()
            .filter_map(|it| if let Exception::Day(day) = it { Some(*day) } else { None })
            .filter(|day| *day >= today)
            .collect();
        days.sort();
        days.dedup();
        if days.len() <= MOST_DAYS {
            phrases.extend(self.phrase("rule.on_days", days.into_iter().map(|day| dates.plain(day))));
        }
        (!phrases.is_empty()).then(|| self.filled("rule.not", &[("when", self.and(phrases))]))
    }

    /// One exception by itself: `in juli en augustus`, `in de zomervakantie`, `tweede kerstdag`.
    pub(in crate::render) fn days(&self, days: &Exception, locale: Locale) -> String {
        let dates = DateWords::new(self.words);
        let holiday = |holiday: &Holiday| self.words.label(holiday.word().label, locale).to_owned();
        match days {
            Exception::Day(day) => dates.plain(*day),
            Exception::Days(first, last) => self
                .filled("rule.days_through", &[("from", dates.plain(*first)), ("until", dates.plain(*last))]),
            Exception::Months(months) => self.months(months).unwrap_or_default(),
            Exception::Holiday(day) => holiday(day),
            Exception::Both(first, second) => self.and([first, second].map(holiday)),
            Exception::PublicHolidays => self.words.text("rule.on_public_holidays").to_owned(),
            Exception::SchoolHolidays(None) => self.words.text("rule.in_school_holidays").to_owned(),
            Exception::SchoolHolidays(Some(name)) => {
                let name = self.filled("rule.the", &[("day", self.school_holiday(name))]);
                self.filled("rule.in_holiday", &[("days", name)])
            }
        }
    }

    /// Joins names after one word: `op eerste kerstdag en tweede kerstdag`; `None` without names.
    fn phrase(&self, key: &str, names: impl Iterator<Item = String>) -> Option<String> {
        let names = self.and(names);
        (!names.is_empty()).then(|| self.filled(key, &[("days", names)]))
    }

    /// The theme's word for a school holiday, or else its name.
    fn school_holiday(&self, name: &str) -> String {
        let key = format!("rule.school_holidays.{name}");
        match self.words.text(&key) {
            text if text == key => name.to_owned(),
            text => text.to_owned(),
        }
    }

    /// Other times in a part of the year; times that are left out are the usual ones.
    fn other_times(&self, event: &Event, season: &OtherTimes) -> Option<String> {
        let months = self.months(&season.months.as_ref()?.value.0)?;
        let start = season.start.as_ref().map(|start| start.value.0).or(event.starts_at())?;
        let end = season.end.as_ref().map(|end| end.value.0).or(event.ends_at());
        // The usual end before the new start may mean the next morning, if the event runs past midnight; else
        // it belongs to the usual start.
        let at_night = event.starts_at().zip(event.ends_at()).is_some_and(|(start, end)| end < start);
        let end = end.filter(|end| *end > start || season.end.is_some() || at_night);
        let time = DateWords::new(self.words).times(start, end);
        Some(self.filled("rule.season", &[("months", months), ("time", time)]))
    }
}
