//! Codes of diagnostics about personal data that may not be meant for everybody.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_privacy {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A picture of people who do not want it to be published.
            Error ConsentRefused = "consent-refused";
            /// A picture of people without a note that they agree.
            Error ConsentDoubtful = "consent-doubtful";
            /// A picture that may stay on the site for only a few more days.
            Note PictureEnds = "picture-ends";
            /// A picture that may no longer be on the site.
            Warning PictureOver = "picture-over";
            /// The e-mail address of a person.
            Note PrivateEmail = "private-email";
            /// A mobile number.
            Note PrivatePhone = "private-phone";
            /// A bank account number.
            Note PrivateIban = "private-iban";
            /// A citizen service number (BSN).
            Note PrivateBsn = "private-bsn";
            /// A date of birth.
            Note PrivateBirthDate = "private-birth-date";
        }
    };
}

pub(super) use codes_of_privacy;
