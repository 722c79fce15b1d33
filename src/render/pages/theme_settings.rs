//! The settings of a theme in the form that templates see.

use crate::render::edition::Edition;
use crate::render::fitting::hex;
use crate::render::templates::Value;
use crate::render::values::{none_or, picture_value};
use crate::theme::{ChosenSetting, SettingValue};

/// The settings by key; none where nobody chose a value and the theme has no default.
pub(super) fn settings_value(edition: &Edition) -> Value {
    let value = |setting: &ChosenSetting| match setting.value.as_ref()? {
        SettingValue::Colour(rgb) => Some(hex(*rgb).into()),
        SettingValue::Text(text) => Some(text.as_str().into()),
        SettingValue::Number(number) => Some((*number).into()),
        SettingValue::YesNo(yes) => Some((*yes).into()),
        SettingValue::Choice(word) => Some(word.as_str().into()),
        SettingValue::Picture(picture) => picture_value(edition, None, picture),
    };
    let make = || {
        let by_key =
            edition.look.settings.iter().map(|setting| (setting.key.clone(), none_or(value(setting))));
        by_key.collect::<std::collections::BTreeMap<String, Value>>().into()
    };
    edition.memo.everywhere.settings.get_or_init(make).clone()
}
