//! Finds photos that may only be on the site until some day: reported ahead, and once that day has passed.

use super::messages;
use crate::ground::{Date, Diagnostic, days_from};
use crate::read::Source;
use crate::village::Village;

/// How many days ahead it is reported.
const DAYS_AHEAD: i64 = 30;

/// Reports the photos whose time is over, and those whose time will be over soon.
pub(super) fn ending(village: &Village, today: Date, source: &Source) -> Vec<Diagnostic> {
    let remarks = village.expiring_pictures().into_iter().filter_map(|(entry, picture, number)| {
        let last = picture.0.remove_after.as_ref()?;
        let text = match entry {
            Some(entry) => source.text(&entry.path),
            None => source.site.as_deref(),
        };
        let name = village.files[number].path.as_str();
        match days_from(today, last.date) {
            ..0 => Some(messages::picture_expired(text?.place(last.span), name, last.date)),
            0..=DAYS_AHEAD => Some(messages::picture_expires(text?.place(last.span), name, last.date)),
            _ => None,
        }
    });
    remarks.collect()
}
