//! The kinds of remarks on the keys of a file and the values behind them.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_fields {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A key that no field has.
            Error UnknownKey = "unknown-key";
            /// A field that is given twice.
            Error DoubledKey = "doubled-key";
            /// A field that must be there and is not.
            Error MissingField = "missing-field";
            /// A value where keys were expected.
            Error GroupExpected = "group-expected";
            /// Keys or a list where a value was expected.
            Error LineExpected = "line-expected";
            /// More words behind a key than fit there.
            Error LineTooLong = "line-too-long";
            /// A slug with characters that an address cannot have.
            Error BadSlug = "bad-slug";
            /// A former address that no site can have.
            Error BadAlias = "bad-alias";
            /// No day.
            Error BadDate = "bad-date";
            /// A weekday that is not the one of its date.
            Error WrongWeekday = "wrong-weekday";
            /// No time.
            Error BadTime = "bad-time";
            /// No number.
            Error BadNumber = "bad-number";
            /// A number that is too small or too large.
            Error NumberOutOfBounds = "number-out-of-bounds";
            /// No telephone number.
            Error BadPhone = "bad-phone";
            /// No e-mail address.
            Error BadEmail = "bad-email";
            /// No address on the web.
            Error BadWeb = "bad-web";
            /// No postcode.
            Error BadPostcode = "bad-postcode";
            /// Too few or too many digits.
            Error BadDigits = "bad-digits";
            /// Neither yes nor no.
            Error BadYesNo = "bad-yes-no";
            /// A word that a closed list does not have.
            Error UnknownChoice = "unknown-choice";
            /// No opening hours.
            Error BadHours = "bad-hours";
            /// No day of the week.
            Error UnknownDay = "unknown-day";
            /// A time zone that does not exist.
            Error UnknownTimeZone = "unknown-time-zone";
            /// A file with a translation that holds a list of entries.
            Error TranslationAsList = "translation-as-list";
            /// A translation of something that is not there.
            Error NothingToTranslate = "nothing-to-translate";
            /// A translation into a language that the site does not have.
            Warning LanguageNotListed = "language-not-listed";
            /// No colour.
            Error BadColour = "bad-colour";
            /// A colour on which, and in which, letters cannot be read: the site takes another tone of it.
            Note ColourMended = "colour-mended";
            /// A place outside the Netherlands.
            Warning OffTheMap = "off-the-map";
            /// A picture without a word on what it shows.
            Error MissingAlt = "missing-alt";
            /// A year that lies far off: was another one meant?
            Warning FarYear = "far-year";
            /// Facts of an emergency point that were checked on a day that has not come yet.
            Warning CheckedAhead = "checked-ahead";
        }
    };
}

pub(super) use codes_of_fields;
