//! Messages about cleaning photos, in Dutch and English.

use crate::ground::{Both, both};

/// A photo was cleaned, or would be.
pub(super) fn cleaned(file: &str, is_trial: bool) -> Both {
    if is_trial {
        both(format!("kan schoner: {file}"), format!("can be cleaned: {file}"))
    } else {
        both(format!("schoongemaakt: {file}"), format!("cleaned: {file}"))
    }
}

/// A photo was left as it is.
pub(super) fn left(file: &str, why: &Both) -> Both {
    both(format!("gelaten zoals het was: {file} {}", why.nl), format!("left as it was: {file} {}", why.en))
}

/// The totals.
pub(super) fn counted(now: usize, already: usize, left: usize, is_trial: bool) -> Both {
    if now + already + left == 0 {
        return both("er zijn hier geen foto's", "there are no photos here");
    }
    let photos =
        |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let (nl, en) = if is_trial {
        ("kunnen schoner worden gemaakt", "can be cleaned")
    } else {
        ("schoongemaakt", "cleaned")
    };
    let nl_now = if is_trial && now == 1 { "kan schoner worden gemaakt" } else { nl };
    let mut message = both(
        format!("{} {nl_now}, {already} al schoon", photos(now, "foto", "foto's")),
        format!("{} {en}, {already} already clean", photos(now, "photo", "photos")),
    );
    if left > 0 {
        message.nl.push_str(&format!(", {left} gelaten zoals {} was", if left == 1 { "die" } else { "het" }));
        message.en.push_str(&format!(", {left} left as {}", if left == 1 { "it was" } else { "they were" }));
    }
    message
}

/// Cleaning does not reach the history in git.
pub(super) fn history() -> Both {
    both(
        "bewaar je het dorp met git, bijvoorbeeld op GitHub, leg dit dan vast; in de geschiedenis blijven de oude foto's te vinden",
        "if you keep the village in git, for example on GitHub, commit this now; the old photos can still be found in the history",
    )
}
