//! Codes of diagnostics about the keys in a file and their values.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_fields {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A key that matches no field.
            Error UnknownKey = "unknown-key";
            /// A field that is given twice.
            Error DoubledKey = "doubled-key";
            /// A required field that is missing.
            Error MissingField = "missing-field";
            /// A value where keys were expected.
            Error GroupExpected = "group-expected";
            /// Keys or a list where a value was expected.
            Error LineExpected = "line-expected";
            /// A value that is too long for its field.
            Error LineTooLong = "line-too-long";
            /// A slug with characters that an address cannot have.
            Error BadSlug = "bad-slug";
            /// A former address that cannot exist on any site.
            Error BadAlias = "bad-alias";
            /// A value that is not a date.
            Error BadDate = "bad-date";
            /// A weekday that does not match its date.
            Error WrongWeekday = "wrong-weekday";
            /// A value that is not a time.
            Error BadTime = "bad-time";
            /// A value that is not a number.
            Error BadNumber = "bad-number";
            /// A number that is too small or too large.
            Error NumberOutOfBounds = "number-out-of-bounds";
            /// A value that is not a telephone number.
            Error BadPhone = "bad-phone";
            /// A value that is not an e-mail address.
            Error BadEmail = "bad-email";
            /// A value that is not a web address.
            Error BadWeb = "bad-web";
            /// A value that is not a postcode.
            Error BadPostcode = "bad-postcode";
            /// Too few or too many digits.
            Error BadDigits = "bad-digits";
            /// A value that is neither yes nor no.
            Error BadYesNo = "bad-yes-no";
            /// A word that is not one of the allowed choices.
            Error UnknownChoice = "unknown-choice";
            /// A word such as "none" or "yes" that would appear on the site as the value itself.
            Error NoAnswer = "no-answer";
            /// A value that is not opening hours.
            Error BadHours = "bad-hours";
            /// A value that is not a day of the week.
            Error UnknownDay = "unknown-day";
            /// A time zone that does not exist.
            Error UnknownTimeZone = "unknown-time-zone";
            /// A translation file that holds a list of entries.
            Error TranslationAsList = "translation-as-list";
            /// A translation of something that does not exist.
            Error NothingToTranslate = "nothing-to-translate";
            /// A translation into a language that the site does not have.
            Warning LanguageNotListed = "language-not-listed";
            /// A value that is not a colour.
            Error BadColour = "bad-colour";
            /// A colour that makes text unreadable, so that the site uses another shade of it.
            Note ColourMended = "colour-mended";
            /// A place outside the Netherlands.
            Warning OffTheMap = "off-the-map";
            /// A picture without a description of what it shows.
            Error MissingAlt = "missing-alt";
            /// A year so far away that another one may be meant.
            Warning FarYear = "far-year";
            /// Facts about a noodsteunpunt with a check date in the future.
            Warning CheckedAhead = "checked-ahead";
        }
    };
}

pub(super) use codes_of_fields;
