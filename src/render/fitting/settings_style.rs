//! The settings of a theme as custom properties for its styles.

use super::palette::{hex, readable_on};
use crate::theme::{ChosenSetting, SettingValue};

/// Writes colours and numbers: `--dp-setting-second-colour: #1a7f5a`, each colour with a text colour readable
/// on it. Other settings are for templates.
pub(super) fn settings_style(settings: &[ChosenSetting]) -> String {
    let properties = settings.iter().filter_map(|setting| {
        let key = setting.key.replace('_', "-");
        match setting.value.as_ref()? {
            SettingValue::Colour(rgb) => Some(format!(
                "--dp-setting-{key}:{};--dp-setting-{key}-contrast:{};",
                hex(*rgb),
                hex(readable_on(*rgb))
            )),
            SettingValue::Number(number) => Some(format!("--dp-setting-{key}:{number};")),
            _ => None,
        }
    });
    let properties: String = properties.collect();
    if properties.is_empty() { properties } else { format!(":root{{{properties}}}") }
}
