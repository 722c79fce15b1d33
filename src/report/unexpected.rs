//! What is told when something happens that nobody thought of, whatever was under way.

use crate::ground::{Both, both};

/// The words for it.
pub fn unexpected() -> Both {
    both(
        "er ging iets mis dat niemand had voorzien; aan wat er stond, is niets veranderd",
        "something went wrong that nobody foresaw; what was there is as it was",
    )
}
