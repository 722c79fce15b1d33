//! A diagnostic: what is wrong, where, what was expected, and how it should be written.

use super::codes::Code;
use super::open_day::OpenDay;
use super::place::Place;
use super::severity::Severity;
use crate::ground::days::Date;
use crate::ground::words::{Both, Locale, both};

/// In bytes: many times the length of any line or group of lines in a real village.
const LONGEST_CORRECTION: usize = 16_000;

/// One diagnostic, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The place that it is about.
    pub place: Place,
    /// How serious it is.
    pub severity: Severity,
    /// What kind of diagnostic it is: the same for every place and language.
    pub code: Code,
    /// What is wrong, in one breath, quoting the writer's own words.
    pub message: Both,
    /// What was expected, or what to do.
    pub hint: Option<Both>,
    /// The line as it should be written.
    pub correction: Option<String>,
    /// The days that are meant, as far as they depend on today.
    pub open_days: Vec<OpenDay>,
    /// How many more of its kind this one stands for, which are not reported one by one; nearly always 0.
    pub rest: usize,
    /// Other diagnostics found at the same time, or those that this one stands for, when they are kept.
    pub also: Vec<Diagnostic>,
}

impl Diagnostic {
    /// Creates a diagnostic at a place; its severity follows from its code.
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

    /// Adds the line as it should be written, unless it is too long for anybody to read.
    #[must_use]
    pub fn correction(mut self, line: impl Into<String>) -> Self {
        self.correction = Some(line.into()).filter(|line| line.len() <= LONGEST_CORRECTION);
        self
    }

    /// Adds the line with the marked words replaced, when there is a replacement.
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

    /// Leaves open which day is meant until today's date is known.
    #[must_use]
    pub fn with_open_day(mut self, day: OpenDay) -> Self {
        self.open_days.push(day);
        self
    }

    /// Fills in the days that are meant, given today's date.
    pub fn complete(&mut self, today: Date) {
        for open_day in std::mem::take(&mut self.open_days) {
            let Some(meant) = open_day.meant(today) else {
                // A placeholder for a day is never shown.
                self.correction.take_if(|lines| open_day.is_sign() && lines.contains(&open_day.typed));
                continue;
            };
            let written = open_day.written(meant);
            let filled_in = |line: &str| line.replace(&open_day.typed, &written);
            self.correction = Some(match &self.correction {
                Some(lines) => filled_in(lines),
                None => self.place.with(&filled_in(&self.place.marked())),
            });
            if open_day.is_question {
                self.hint =
                    Some(both(format!("bedoel je '{written}'?"), format!("did you mean '{written}'?")));
            }
        }
    }

    /// Adds "did you mean", with the corrected line, when there is a suggestion.
    #[must_use]
    pub fn suggest(self, suggestion: Option<&str>) -> Self {
        let Some(suggestion) = suggestion else { return self };
        self.hint(both(format!("bedoel je '{suggestion}'?"), format!("did you mean '{suggestion}'?")))
            .correction_with(Some(suggestion))
    }

    /// Returns this diagnostic, followed by those found at the same time.
    pub fn each(mut self) -> impl Iterator<Item = Self> {
        let also = std::mem::take(&mut self.also);
        [self].into_iter().chain(also)
    }

    /// Returns the message in one language.
    pub fn message_in(&self, locale: Locale) -> &str {
        self.message.in_locale(locale)
    }
}
