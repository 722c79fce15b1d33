//! The status of an event or one of its occurrences, in the words of the theme.

use crate::render::edition::Edition;
use crate::render::templates::{Value, map};
use crate::village::{Choices, EventStatus};

/// The status of an event, unless it takes place as planned.
pub(super) fn status(edition: &Edition, status: EventStatus) -> Option<Value> {
    if status == EventStatus::Scheduled {
        return None;
    }
    let label = status.word().label;
    Some(map([
        ("id", label.en.into()),
        ("label", edition.words().text(&format!("status.{}", label.en)).into()),
    ]))
}

/// The status of an occurrence, by its id among the words of the theme; also takes `other_time` and
/// `other_place`, which are not statuses of events.
pub(in crate::render) fn status_by_id(edition: &Edition, id: &str) -> Value {
    map([("id", id.into()), ("label", edition.words().text(&format!("status.{id}")).into())])
}
