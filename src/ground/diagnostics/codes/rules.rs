//! The kinds of remarks on how something comes back: rules, exceptions and changes.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_rules {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// Words that are no rule.
            Error BadRule = "bad-rule";
            /// A part of a calendar's rule that we do not know.
            Error RuleUnsupported = "rule-unsupported";
            /// The 31st, or the fifth: perhaps the last is meant.
            Warning RuleMaybeLast = "rule-maybe-last";
            /// A rule that never happens.
            Error RuleNeverHappens = "rule-never-happens";
            /// A rule that happens far too often.
            Error RuleTooOften = "rule-too-often";
            /// Every other week, but counted from when?
            Error RuleNeedsStart = "rule-needs-start";
            /// An end before its beginning.
            Error UntilBeforeFrom = "until-before-from";
            /// Keys that say different things about the same.
            Error ContradictoryKeys = "contradictory-keys";
            /// A key that only means something with a repetition.
            Error OnlyWithRepeats = "only-with-repeats";
            /// A change that names no day.
            Error BadChange = "bad-change";
            /// An exception that is no day.
            Error BadException = "bad-exception";
            /// An exception on a day without an occurrence.
            Warning ExceptionMatchesNothing = "exception-matches-nothing";
            /// A change to a day without an occurrence.
            Error ChangeMatchesNothing = "change-matches-nothing";
            /// A change that moves a time to one that is there already.
            Warning MovedOnto = "moved-onto";
            /// An extra day that is one already.
            Warning ExtraAlreadyThere = "extra-already-there";
            /// A month with other times twice.
            Warning MonthTwice = "month-twice";
            /// School holidays without the file that lists them, or without a region.
            Warning NoSchoolHolidays = "no-school-holidays";
            /// A file with school holidays that cannot be read.
            Error BadSchoolHolidays = "bad-school-holidays";
            /// Two things at the same time in the same room.
            Warning RoomClash = "room-clash";
            /// A working day by a rule that is a public holiday.
            Note WorkingDayOff = "working-day-off";
            /// A former day of something that was not moved, or comes back.
            Error PreviousDate = "previous-date";
            /// `juni tot september`: September counts, which may not be meant.
            Warning UntilOrThrough = "until-or-through";
            /// Something that moved, and where from or where to is not said.
            Note MovedUntold = "moved-untold";
            /// How it stands is said of everything that comes back, and not of one day.
            Note EveryTimeOff = "every-time-off";
        }
    };
}

pub(super) use codes_of_rules;
