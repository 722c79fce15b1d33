//! Writes rules in the words of the theme: "elke eerste en derde woensdag van de maand". The program also
//! reads these phrases: what a page says is what a writer may type.

mod plain;
mod series;

use self::plain::simplified;
use crate::ground::{Date, WORKDAYS, Weekday, joined_list, weekday_number};
use crate::theme::Words;
use crate::village::{DayOfRule, Frequency, Rule};

const WEEKEND: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];

/// Writes rules in one language.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) struct RuleWords<'w> {
    words: &'w Words,
}

impl<'w> RuleWords<'w> {
    pub(in crate::render) fn new(words: &'w Words) -> Self {
        Self { words }
    }

    /// `om de week op donderdag`. A rule that names no day uses that of `start`.
    pub(in crate::render) fn rule(&self, rule: &Rule, start: Option<Date>) -> String {
        let rule = &simplified(rule, start);
        let in_months = |words: String| match self.months(&rule.by_month) {
            Some(months) => self.words.filled("rule.in_months", &[("rule", &words), ("months", &months)]),
            None => words,
        };
        match rule.frequency {
            Frequency::Daily => self.daily(rule, in_months(self.often(rule))),
            Frequency::Weekly => in_months(self.weekly(rule)),
            Frequency::Monthly if is_day_and_number(rule) => in_months(self.day_and_number(rule)),
            Frequency::Monthly => self.if_day(in_months(self.monthly(rule)), days_of_numbers(rule)),
            Frequency::Yearly => {
                let words = self.yearly(rule);
                let whole = if names_its_months(rule) { words } else { in_months(words) };
                self.if_day(whole, days_of_numbers(rule))
            }
        }
    }

    /// `elke week`, `om de week`, `elke 3 weken`
    fn often(&self, rule: &Rule) -> String {
        let unit = match rule.frequency {
            Frequency::Daily => "day",
            Frequency::Weekly => "week",
            Frequency::Monthly => "month",
            Frequency::Yearly => "year",
        };
        match rule.interval {
            0 | 1 => self.words.text(&format!("rule.every.{unit}")).to_owned(),
            2 => self.words.text(&format!("rule.every_other.{unit}")).to_owned(),
            n => self.words.filled(&format!("rule.every_so_many.{unit}"), &[("n", &n.to_string())]),
        }
    }

    /// Every third day, perhaps only when that is a Monday, or the first of a month.
    fn daily(&self, rule: &Rule, words: String) -> String {
        let words = self.if_day(words, &rule.by_day);
        if rule.by_month_day.is_empty() {
            return words;
        }
        let days = rule.by_month_day.iter().map(|day| self.filled("rule.the", &[("day", self.day(*day))]));
        self.filled("rule.if_number", &[("rule", words), ("days", self.or(days))])
    }

    fn weekly(&self, rule: &Rule) -> String {
        let days: Vec<Weekday> = rule.by_day.iter().map(|day| day.weekday).collect();
        match days.as_slice() {
            [] => self.often(rule),
            days if rule.interval < 2 => self.each_weekday(days),
            days => self.on(rule, &self.weekdays(days)),
        }
    }

    /// `elke dinsdag en vrijdag`, `elke werkdag`, `elk weekend`
    fn each_weekday(&self, days: &[Weekday]) -> String {
        if days == WORKDAYS {
            self.words.text("rule.every_workday").to_owned()
        } else if days == WEEKEND {
            self.words.text("rule.every_weekend").to_owned()
        } else {
            self.each(&self.weekdays(days))
        }
    }

    /// `dinsdag en vrijdag`, `maandag tot en met donderdag`
    fn weekdays(&self, days: &[Weekday]) -> String {
        match days {
            [first, _, .., last] if first.until(*last) + 1 == i8::try_from(days.len()).unwrap_or(0) => {
                let (from, until) = (self.weekday(*first), self.weekday(*last));
                self.words.filled("rule.through", &[("from", from), ("until", until)])
            }
            days => self.and(days.iter().map(|day| self.weekday(*day).to_owned())),
        }
    }

    fn monthly(&self, rule: &Rule) -> String {
        if !rule.by_set_pos.is_empty() {
            return self.set(rule);
        }
        match (rule.by_month_day.as_slice(), rule.by_day.as_slice()) {
            ([], []) => self.often(rule),
            ([day], _) if *day < 0 && rule.interval < 2 => self.each(&self.of_month(&self.day(*day))),
            ([], days) if days.iter().any(|day| day.nth.is_none()) => self.on_each(rule, days),
            ([], days) if rule.interval < 2 => self.each(&self.of_month(&self.and(self.nth_weekdays(days)))),
            _ => self.on(rule, &self.the_days(rule)),
        }
    }

    fn yearly(&self, rule: &Rule) -> String {
        match (rule.by_month.as_slice(), rule.by_month_day.as_slice(), rule.by_day.as_slice()) {
            (_, [], []) => self.often(rule),
            ([month], [day], _) if *day > 0 => {
                let (number, month) = (day.to_string(), self.month(*month));
                self.on(rule, &self.words.filled("dates.day_month", &[("day", &number), ("month", month)]))
            }
            (_, [], days) if days.iter().any(|day| day.nth.is_none()) => self.on_each(rule, days),
            ([month], ..) => {
                let values = [("days", self.the_days(rule)), ("month", self.month(*month).to_owned())];
                self.on(rule, &self.filled("rule.of_one_month", &values))
            }
            ([], [], _) => self.on(rule, &self.filled("rule.of_year", &[("days", self.the_days(rule))])),
            ([], ..) => self.on(rule, &self.filled("rule.of_every_month", &[("days", self.the_days(rule))])),
            _ => self.on(rule, &self.the_days(rule)),
        }
    }

    /// A selection from a set of days by position: the first workday, the last of these days.
    fn set(&self, rule: &Rule) -> String {
        let nths = || self.and(rule.by_set_pos.iter().map(|position| self.nth(*position)));
        let days: Vec<Weekday> = rule.by_day.iter().map(|day| day.weekday).collect();
        if !rule.by_month_day.is_empty() || rule.by_day.iter().any(|day| day.nth.is_some()) {
            let values = [("often", self.often(rule)), ("nth", nths()), ("days", self.the_days(rule))];
            return self.filled("rule.of_these", &values);
        }
        let nth_day = if days == WORKDAYS {
            self.filled("rule.nth_workday", &[("nth", nths())])
        } else {
            let weekday = self.or(days.iter().map(|day| self.weekday(*day).to_owned()));
            self.filled("rule.nth_weekday", &[("nth", nths()), ("weekday", weekday)])
        };
        if rule.interval < 2 {
            self.each(&self.of_month(&nth_day))
        } else {
            self.on(rule, &self.filled("rule.the", &[("day", nth_day)]))
        }
    }

    /// `elke vrijdag de 13e`
    fn day_and_number(&self, rule: &Rule) -> String {
        let weekday = rule.by_day.iter().map(|day| self.weekday(day.weekday).to_owned()).collect();
        let nth = rule.by_month_day.iter().map(|day| self.number(i16::from(*day))).collect();
        let day = self.filled("rule.weekday_the_nth", &[("weekday", weekday), ("nth", nth)]);
        if rule.interval < 2 { self.each(&day) } else { self.on(rule, &day) }
    }

    /// `de 1e en de 15e`, `de eerste en derde woensdag`
    fn the_days(&self, rule: &Rule) -> String {
        let days: Vec<String> = if rule.by_month_day.is_empty() {
            self.nth_weekdays(&rule.by_day)
        } else {
            rule.by_month_day.iter().map(|day| self.day(*day)).collect()
        };
        self.and(days.into_iter().map(|day| self.filled("rule.the", &[("day", day)])))
    }

    /// `eerste en derde woensdag`, for each day of the week.
    fn nth_weekdays(&self, days: &[DayOfRule]) -> Vec<String> {
        let same_weekday = days.chunk_by(|one, other| one.weekday == other.weekday);
        let named = same_weekday.filter_map(|group| {
            let nths = group.iter().filter_map(|day| day.nth).map(|nth| self.nth(nth.into()));
            let weekday = self.weekday(group.first()?.weekday).to_owned();
            Some(self.filled("rule.nth_weekday", &[("nth", self.and(nths)), ("weekday", weekday)]))
        });
        named.collect()
    }

    fn each_of(&self, days: &[DayOfRule]) -> String {
        self.each_weekday(&days.iter().map(|day| day.weekday).collect::<Vec<_>>())
    }

    /// `15e`, `laatste dag`: a day of a month.
    fn day(&self, day: i8) -> String {
        if day > 0 {
            self.number(day.into())
        } else {
            self.filled("rule.nth_day", &[("nth", self.nth(day.into()))])
        }
    }

    /// `eerste`, `laatste`, `15e`
    fn nth(&self, nth: i16) -> String {
        let index = usize::from(nth.unsigned_abs()).saturating_sub(1);
        match nth {
            1..=5 => self.words.nth("rule.nths", index).to_owned(),
            -2..=-1 => self.words.nth("rule.lasts", index).to_owned(),
            ..=-3 => {
                let values = [("n", index.to_string()), ("nth", self.number(nth.saturating_neg()))];
                self.filled("rule.before_last", &values)
            }
            nth => self.number(nth),
        }
    }

    /// `15e`
    fn number(&self, number: i16) -> String {
        let index = usize::from(number.unsigned_abs()).saturating_sub(1);
        match self.words.nth("rule.numbers", index) {
            // Beyond the list; no day of a month and no week of a year gets there.
            "rule.numbers" => number.to_string(),
            word => word.to_owned(),
        }
    }

    /// `…, als dat een vrijdag is`
    fn if_day(&self, rule: String, days: &[DayOfRule]) -> String {
        if days.is_empty() {
            return rule;
        }
        let days = self.or(days.iter().map(|day| self.weekday(day.weekday).to_owned()));
        self.filled("rule.if_day", &[("rule", rule), ("days", days)])
    }

    /// `in juli en augustus`, `van november tot en met februari`; `None` when there are no months.
    fn months(&self, months: &[i8]) -> Option<String> {
        let wrapped = |month: i8| (month - 1).rem_euclid(12) + 1;
        let begins = |month: &&i8| !months.contains(&wrapped(**month - 1));
        // All twelve have no start of their own, so they begin in January.
        let starts: Vec<i8> = months.iter().filter(begins).copied().collect();
        let first = starts.first().or(months.first())?;
        let length = i8::try_from(months.len()).unwrap_or(12);
        if starts.len() > 1 || length < 3 {
            let run: Vec<i8> = if starts.len() > 1 {
                months.to_vec()
            } else {
                (0..length).map(|step| wrapped(first + step)).collect()
            };
            let names = self.and(run.iter().map(|month| self.month(*month).to_owned()));
            return Some(self.filled("rule.months", &[("months", names)]));
        }
        let (from, until) = (self.month(*first), self.month(wrapped(first + length - 1)));
        Some(self.words.filled("rule.months_through", &[("from", from), ("until", until)]))
    }

    fn each(&self, days: &str) -> String {
        self.words.filled("rule.each", &[("days", days)])
    }

    fn on(&self, rule: &Rule, days: &str) -> String {
        self.words.filled("rule.on", &[("often", &self.often(rule)), ("days", days)])
    }

    /// `elke 2 maanden op elke dinsdag`. A language where `rule.on` does not fit "each" has its own phrase.
    fn on_each(&self, rule: &Rule, days: &[DayOfRule]) -> String {
        let key = if self.words.get("rule.on_each").is_some() { "rule.on_each" } else { "rule.on" };
        self.filled(key, &[("often", self.often(rule)), ("days", self.each_of(days))])
    }

    fn of_month(&self, days: &str) -> String {
        self.words.filled("rule.of_month", &[("days", days)])
    }

    fn weekday(&self, weekday: Weekday) -> &'w str {
        self.words.nth("dates.weekdays", weekday_number(weekday))
    }

    fn month(&self, month: i8) -> &'w str {
        self.words.nth("dates.months", usize::try_from(month - 1).unwrap_or(0))
    }

    fn filled(&self, key: &str, values: &[(&str, String)]) -> String {
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.filled(key, &values)
    }

    fn and(&self, items: impl IntoIterator<Item = String>) -> String {
        joined_list(&items.into_iter().collect::<Vec<_>>(), self.words.text("and"))
    }

    fn or(&self, items: impl IntoIterator<Item = String>) -> String {
        joined_list(&items.into_iter().collect::<Vec<_>>(), self.words.text("rule.or"))
    }
}

/// Whether a rule is one weekday with one day number, as in Friday the 13th.
fn is_day_and_number(rule: &Rule) -> bool {
    let one_each = rule.by_day.len() == 1 && matches!(rule.by_month_day.as_slice(), [day] if *day > 0);
    one_each && rule.by_set_pos.is_empty()
}

/// The weekdays that a numbered day must fall on; none when the rule has no numbered days.
fn days_of_numbers(rule: &Rule) -> &[DayOfRule] {
    if rule.by_month_day.is_empty() { &[] } else { &rule.by_day }
}

/// Whether the day of a yearly rule is written together with its month: `27 april`.
fn names_its_months(rule: &Rule) -> bool {
    let has_days = !rule.by_month_day.is_empty() || rule.by_day.iter().any(|day| day.nth.is_some());
    rule.by_month.len() == 1 && has_days
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod properties;

#[cfg(test)]
mod neighbours;
