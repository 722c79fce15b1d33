//! Two values on one line, or several items without their dashes, where each value has a field of its own.

use super::messages::{self, Instead};
use super::shape::FieldInfo;
use crate::ground::{Diagnostic, Locale, Place, both, fold, slug};
use crate::read::{Key, Mapping, Node, Value};

/// A field with its value.
pub(super) type Filled<'t> = (&'static FieldInfo, &'t str);

/// Returns a key and its value as two values, each with its field.
pub(super) fn pair_of<'t>(
    key: &'t str,
    line: &'t str,
    lists: &[&'static [FieldInfo]],
) -> Option<[Filled<'t>; 2]> {
    let field_called = |name: &str| lists.iter().flat_map(|list| list.iter()).find(|field| field.en == name);
    if let Some((name, role)) = field_called("name").zip(field_called("role")) {
        return Some([(name, line), (role, key)]);
    }
    if let Some((file, alt)) = field_called("file").zip(field_called("alt")) {
        return is_picture_file(key).then_some([(file, key), (alt, line)]);
    }
    if let Some((title, to)) = field_called("title").zip(field_called("to")) {
        let is_reversed = is_destination(key) && !is_destination(line);
        return Some(if is_reversed { [(title, line), (to, key)] } else { [(title, key), (to, line)] });
    }
    if let Some((name, capacity)) = field_called("name").zip(field_called("capacity")) {
        let digit = line.find(|letter: char| letter.is_ascii_digit())?;
        let number = line[digit..].split(|letter: char| !letter.is_ascii_digit()).next()?;
        let is_only_one = !line[digit + number.len()..].contains(|letter: char| letter.is_ascii_digit());
        return is_only_one.then_some([(name, key), (capacity, number)]);
    }
    let (tenant, day_part, price) =
        (field_called("tenant")?, field_called("day_part")?, field_called("price")?);
    let is_price = line.contains(|letter: char| letter.is_ascii_digit())
        || matches!(fold(line).as_str(), "gratis" | "free");
    let bare = key.trim().strip_prefix("per ").unwrap_or(key).trim();
    let tenant_or_part = if is_day_part(bare) { (day_part, bare) } else { (tenant, key) };
    is_price.then_some([tenant_or_part, (price, line)])
}

/// Words for the period for which a room is hired.
const DAY_PARTS: [&str; 21] = [
    "uur",
    "dagdeel",
    "dag",
    "ochtend",
    "middag",
    "avond",
    "nacht",
    "week",
    "weekend",
    "maand",
    "jaar",
    "keer",
    "hele dag",
    "hour",
    "day",
    "morning",
    "afternoon",
    "evening",
    "month",
    "year",
    "time",
];

fn is_day_part(words: &str) -> bool {
    DAY_PARTS.contains(&fold(words).as_str())
}

/// Reports `bestuur:` with `voorzitter: Jan` and `secretaris: Piet` below it: several items of two values
/// each, without their dashes.
pub(super) fn dashless_items(
    place: Place,
    mapping: &Mapping,
    fields: &'static [FieldInfo],
    locale: Option<Locale>,
) -> Option<Diagnostic> {
    let lists = [fields];
    // One item alone is recognised by the fields below its name.
    let is_line = |node: &Node| matches!(node.value, Value::Scalar(_));
    let (first, _) =
        mapping.entries.first().filter(|(_, node)| mapping.entries.len() > 1 || !is_line(node))?;
    let is_known = |key: &Key| fields.iter().any(|field| field.is_named(&key.text));
    let (strange, _) = mapping.entries.iter().find(|(key, _)| !is_known(key))?;
    let prefix = place.prefix().to_owned();
    if !prefix.trim().is_empty() || !place.excerpt.trim_start().starts_with(first.text.as_str()) {
        return None;
    }
    let mut lines = Vec::new();
    for (key, node) in &mapping.entries {
        let line = match &node.value {
            Value::Scalar(line) => line,
            below => {
                lines.push(named_item(key, below, &prefix, fields, locale)?);
                continue;
            }
        };
        if is_known(key) && !is_day_part(&key.text) {
            return None;
        }
        let [one, other] = pair_of(&key.text, line.trim(), &lists)?;
        let key_for = |field: &FieldInfo| field.name(locale.unwrap_or_default());
        lines.push(format!(
            "{prefix}- {}: {}\n{prefix}  {}: {}",
            key_for(one.0),
            one.1,
            key_for(other.0),
            other.1
        ));
    }
    let remark = messages::unknown_key(place, &strange.text, None, Instead::Text);
    let hint = both(
        "zet voor elk onderdeel een streepje; elke waarde heeft een eigen regel",
        "put a dash in front of every item, and each value on a line of its own",
    );
    Some(remark.hint(hint).correction(lines.join("\n")))
}

/// Writes `Grote zaal:` with its fields below it as an item that is named by the key.
fn named_item(
    key: &Key,
    below: &Value,
    prefix: &str,
    fields: &[FieldInfo],
    locale: Option<Locale>,
) -> Option<String> {
    let name = fields.first().filter(|first| first.is_name())?.name(locale.unwrap_or_default());
    let mut lines = format!("{prefix}- {name}: {}", key.text);
    let inside = match below {
        Value::Map(inside) => inside.entries.as_slice(),
        Value::Absent => &[],
        _ => return None,
    };
    for (key, node) in inside {
        let Value::Scalar(line) = &node.value else { return None };
        lines.push_str(&format!("\n{prefix}  {}: {}", key.text, line.trim()));
    }
    Some(lines)
}

/// Whether words look like the target of a link: an address, or the last part of one.
fn is_destination(words: &str) -> bool {
    words.contains('/') || words.starts_with("www.") || slug(words) == words
}

/// Whether words are the name of a picture file, and nothing more: `media/brink.jpg`.
pub(super) fn is_picture_file(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"].iter().any(|ending| lower.ends_with(ending))
        && !lower.contains(',')
}
