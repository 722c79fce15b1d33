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

/// How one time stands when nobody said so in a word of its own, by the id among the words of the theme: `other_time`,
/// `other_place`.
pub(super) fn status_by_id(edition: &Edition, id: &str) -> Value {
    map([("id", id.into()), ("label", edition.words().text(&format!("status.{id}")).into())])
}
