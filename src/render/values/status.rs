//! How an event or one of its times stands, in the words of the theme.

use crate::render::edition::Edition;
use crate::render::templates::{Value, map};
use crate::village::{Choices, EventStatus};

/// How an event stands, unless it simply takes place.
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

/// How one time stands, by the id among the words of the theme: also `other_time` and `other_place`, for which nobody has a
/// word of its own.
pub(in crate::render) fn status_by_id(edition: &Edition, id: &str) -> Value {
    map([("id", id.into()), ("label", edition.words().text(&format!("status.{id}")).into())])
}
