//! One remark on what somebody wrote: where, what, what was expected, and how it is written right.

use super::codes::Code;
use super::open_day::OpenDay;
use super::place::Place;
use super::severity::Severity;
use crate::ground::days::Date;
use crate::ground::words::{Both, Locale, both};

/// In bytes: many times what a line or a group of lines of a village has.
const LONGEST_CORRECTION: usize = 16_000;

/// One remark, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// How much it weighs.
    pub severity: Severity,
    /// What kind of remark it is: the same for every place and language.
    pub code: Code,
    /// What is wrong, in one breath, quoting the writer's own words.
    pub message: Both,
    /// What was expected, or what to do.
    pub hint: Option<Both>,
    /// The line as it should be written.
    pub correction: Option<String>,
    /// The days that are meant, when that depends on which day it is today.
    pub open_days: Vec<OpenDay>,
    /// How many of its kind this one tells of that are not told one by one; nearly always none.
    pub rest: usize,
    /// What was found at the same time; told as remarks of their own. Of one that tells how many more there are: those, when
    /// they are kept.
    pub also: Vec<Diagnostic>,
}

impl Diagnostic {
    /// A remark at a place; how much it weighs follows from its code.
    pub fn new(code: Code, place: Place, message: Both) -> Self {
        Self {
            place,
            severity: code.severity(),
            code,
            message,
            hint: None,
            correction: None,
            open_days: Vec::new(),
            rest: 0,
            also: Vec::new(),
        }
    }

    /// Adds what was expected or what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Both>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the line as it should be written, unless it is longer than anybody reads.
    #[must_use]
    pub fn correction(mut self, line: impl Into<String>) -> Self {
        self.correction = Some(line.into()).filter(|line| line.len() <= LONGEST_CORRECTION);
        self
    }

    /// Adds the line with the marked words replaced, when there is something to replace them with.
    #[must_use]
    pub fn correction_with(self, replacement: Option<&str>) -> Self {
        match replacement {
            Some(replacement) => {
                let line = self.place.with(replacement);
                self.correction(line)
            }
            None => self,
        }
    }

    /// Leaves open which day is meant, until it is known which day it is today.
    #[must_use]
    pub fn with_open_day(mut self, day: OpenDay) -> Self {
        self.open_days.push(day);
        self
    }

    /// Adds the days that are meant, seen from today.
    pub fn complete(&mut self, today: Date) {
        for open_day in std::mem::take(&mut self.open_days) {
            let Some(meant) = open_day.meant(today) else {
                // What stands for a day is never shown.
                self.correction.take_if(|lines| open_day.is_sign() && lines.contains(&open_day.typed));
                continue;
            };
            let written = open_day.written(meant);
            let filled_in = |line: &str| line.replace(&open_day.typed, &written);
            self.correction = Some(match &self.correction {
                Some(lines) => filled_in(lines),
                None => self.place.with(&filled_in(&self.place.marked())),
            });
            if open_day.asks {
                self.hint =
                    Some(both(format!("bedoel je '{written}'?"), format!("did you mean '{written}'?")));
            }
        }
    }

    /// Adds "did you mean", with the corrected line, when there is something to suggest.
    #[must_use]
    pub fn suggest(self, suggestion: Option<&str>) -> Self {
        let Some(suggestion) = suggestion else { return self };
        self.hint(both(format!("bedoel je '{suggestion}'?"), format!("did you mean '{suggestion}'?")))
            .correction_with(Some(suggestion))
    }

    /// This one, and what was found at the same time.
    pub fn each(mut self) -> impl Iterator<Item = Self> {
        let also = std::mem::take(&mut self.also);
        [self].into_iter().chain(also)
    }

    /// The message in one language.
    pub fn message_in(&self, locale: Locale) -> &str {
        self.message.in_locale(locale)
    }
}
