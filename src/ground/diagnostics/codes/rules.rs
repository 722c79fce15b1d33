//! Codes of diagnostics about recurrence: rules, exceptions and changes.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_rules {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// Words that are not a rule.
            Error BadRule = "bad-rule";
            /// A part of a calendar rule (RRULE) that we do not support.
            Error RuleUnsupported = "rule-unsupported";
            /// A rule for the 31st or the fifth, which may mean the last.
            Warning RuleMaybeLast = "rule-maybe-last";
            /// A rule that never happens.
            Error RuleNeverHappens = "rule-never-happens";
            /// A rule that happens far too often.
            Error RuleTooOften = "rule-too-often";
            /// A rule for every other week without a start to count from.
            Error RuleNeedsStart = "rule-needs-start";
            /// A rule that ends before it begins.
            Error UntilBeforeFrom = "until-before-from";
            /// Keys that contradict each other.
            Error ContradictoryKeys = "contradictory-keys";
            /// A key that only has meaning for something that recurs.
            Error OnlyWithRepeats = "only-with-repeats";
            /// A change without a day.
            Error BadChange = "bad-change";
            /// An exception that is not a day.
            Error BadException = "bad-exception";
            /// An exception on a day without an occurrence.
            Warning ExceptionMatchesNothing = "exception-matches-nothing";
            /// A change to a day without an occurrence.
            Error ChangeMatchesNothing = "change-matches-nothing";
            /// A change that moves an occurrence onto an existing one.
            Warning MovedOnto = "moved-onto";
            /// An extra day that already has an occurrence.
            Warning ExtraAlreadyThere = "extra-already-there";
            /// A month that is given other times twice.
            Warning MonthTwice = "month-twice";
            /// School holidays without the file that lists them, or without a region.
            Warning NoSchoolHolidays = "no-school-holidays";
            /// A file with school holidays that cannot be read.
            Error BadSchoolHolidays = "bad-school-holidays";
            /// Two things at the same time in the same room.
            Warning RoomClash = "room-clash";
            /// A working day by a rule that is a public holiday.
            Note WorkingDayOff = "working-day-off";
            /// A former date of something that was not moved, or that recurs.
            Error PreviousDate = "previous-date";
            /// `juni tot september`, which includes September although that may not be meant.
            Warning UntilOrThrough = "until-or-through";
            /// Something that was moved, without where from or where to.
            Note MovedUntold = "moved-untold";
            /// A status that applies to every occurrence, and not to one day.
            Note EveryTimeOff = "every-time-off";
        }
    };
}

pub(super) use codes_of_rules;
