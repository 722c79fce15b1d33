//! The message for an unexpected failure, whatever the program was doing.

use crate::ground::{Both, both};

/// Returns the message for an unexpected failure.
pub fn unexpected() -> Both {
    both(
        "er ging iets mis dat niemand had voorzien; aan wat er stond, is niets veranderd",
        "something unexpected went wrong; what was already there has not changed",
    )
}
