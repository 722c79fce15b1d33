//! The kinds of remarks on what may not be for everybody.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_privacy {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A picture of people who do not want to be on it.
            Error ConsentRefused = "consent-refused";
            /// A picture of people of whom it is not said that they agree.
            Error ConsentDoubtful = "consent-doubtful";
            /// A picture that may be on the site for some days more.
            Note PictureEnds = "picture-ends";
            /// A picture that may not be on the site any more.
            Warning PictureOver = "picture-over";
            /// The e-mail address of a person.
            Note PrivateEmail = "private-email";
            /// A mobile number.
            Note PrivatePhone = "private-phone";
            /// A number of a bank account.
            Note PrivateIban = "private-iban";
            /// The number by which the state knows somebody.
            Note PrivateBsn = "private-bsn";
            /// A day of birth.
            Note PrivateBirthDate = "private-birth-date";
        }
    };
}

pub(super) use codes_of_privacy;
