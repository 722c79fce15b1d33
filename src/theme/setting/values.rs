//! The value chosen for a setting, read as what the setting takes.

use super::takes::SettingType;
use crate::field::{Colour, FieldReader, FieldValue, Line, Picture, YesNo, messages, whole_number_within};
use crate::ground::{Both, both, closest, fold};
use crate::read::Node;

/// The value of a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingValue {
    /// A colour: red, green and blue, 0 to 255.
    Colour([u8; 3]),
    /// Words on one line.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    YesNo(bool),
    /// One of a list, as its English word.
    Choice(String),
    /// A picture of the village.
    Picture(Picture),
}

/// Reads a value. Reports anything else, and returns `None`.
pub(super) fn value_of(
    takes: &SettingType,
    node: &Node,
    reader: &mut FieldReader<'_>,
) -> Option<SettingValue> {
    Some(match takes {
        SettingType::Colour => SettingValue::Colour(Colour::take(node, reader)?.rgb),
        SettingType::Text => SettingValue::Text(Line::take(node, reader)?.as_str().to_owned()),
        SettingType::YesNo => SettingValue::YesNo(YesNo::take(node, reader)?.0),
        SettingType::Picture => SettingValue::Picture(Picture::take(node, reader)?),
        SettingType::Number { least, most } => {
            SettingValue::Number(whole_number_within(node, *least, *most, reader)?)
        }
        SettingType::Choice(words) => SettingValue::Choice(chosen_word(node, words, reader)?),
    })
}

fn chosen_word(node: &Node, words: &[Both], reader: &mut FieldReader<'_>) -> Option<String> {
    let typed = reader.line(node)?;
    let folded = fold(typed);
    let found = words.iter().find(|word| fold(&word.nl) == folded || fold(&word.en) == folded);
    if found.is_none() {
        let near = closest(typed, words.iter().flat_map(|word| [word.nl.as_str(), word.en.as_str()]));
        let list = |locale: fn(&Both) -> &str| words.iter().map(locale).collect::<Vec<_>>().join(", ");
        let all = both(list(|word| &word.nl), list(|word| &word.en));
        reader.report(messages::unknown_choice_among(reader.place(node.span), typed, near, &all));
    }
    found.map(|word| word.en.clone())
}
