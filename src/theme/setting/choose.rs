//! Matches what a village chose in `site.yaml` with what its theme declares.

use super::declared::Setting;
use super::values::{SettingValue, value_of};
use crate::field::{FieldReader, each_once, is_squeezed, known_keys, messages, squeezed};
use crate::ground::{Remarks, TimeZone, both, closest};
use crate::read::{Key, Mapping, Node, TextFile, Value};
use crate::theme::removed::{Gone, GoneKind, gone};

/// A setting with its value on this site, or `None` if nobody chose one and the theme has no default.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenSetting {
    /// Its name in templates.
    pub key: String,
    /// Its value.
    pub value: Option<SettingValue>,
}

/// Returns the value of every setting on this site. `group` is what `site.yaml` has below `settings`. A name that
/// is not among the settings is reported only if all of them are known: `is_complete`.
pub fn chosen(
    (settings, removed, is_complete): (&[Setting], &[Gone], bool),
    group: Option<(&TextFile, &Node)>,
    zone: &TimeZone,
    remarks: &mut Remarks,
) -> Vec<ChosenSetting> {
    let mut given: Vec<(usize, SettingValue)> = Vec::new();
    if let Some((file, Node { value: Value::Map(group), .. })) = group {
        let mut reader = FieldReader::new(file, zone);
        let known = Mapping {
            entries: group
                .entries
                .iter()
                .filter(|(key, _)| find(settings, &key.text).is_some())
                .cloned()
                .collect(),
        };
        given = read_given((settings, removed), if is_complete { group } else { &known }, &mut reader);
        remarks.extend(reader.into_remarks());
    }
    let all = settings.iter().enumerate().map(|(number, setting)| {
        let own = given.iter().position(|(other, _)| *other == number).map(|at| given.swap_remove(at).1);
        ChosenSetting { key: setting.key.clone(), value: own.or_else(|| setting.default.clone()) }
    });
    all.collect()
}

/// Returns the number of the setting with this name.
fn find(settings: &[Setting], key: &str) -> Option<usize> {
    let typed = squeezed(key);
    settings.iter().position(|setting| setting.names().iter().any(|name| is_squeezed(name, &typed)))
}

/// Returns what `site.yaml` sets, by the numbers of the settings, each once.
fn read_given(
    (settings, removed): (&[Setting], &[Gone]),
    group: &Mapping,
    reader: &mut FieldReader<'_>,
) -> Vec<(usize, SettingValue)> {
    let unknown = |key: &Key, _: &Node, reader: &FieldReader<'_>| {
        if let Some(gone) = gone(removed, GoneKind::Setting, &key.text) {
            return gone.remark(reader.place(key.span));
        }
        let near = closest(&key.text, settings.iter().flat_map(Setting::names));
        let keys = settings.iter().filter_map(|setting| setting.names().first().copied()).collect::<Vec<_>>();
        let keys = keys.join(", ");
        let instead = messages::Instead::Known(both(keys.clone(), keys));
        messages::unknown_key(reader.place(key.span), &key.text, near, instead)
    };
    let known = known_keys(group, |key| find(settings, key), unknown, reader);
    let doubled = |number: usize, reader: &FieldReader<'_>| {
        let (meant, key, _) = known[number];
        let (_, first, _) = known.iter().find(|(other, ..)| *other == meant)?;
        Some(messages::doubled_key(reader.place(key.span), &key.text, &first.text))
    };
    let given = each_once(&known, |one, other| one == other, doubled, reader).into_iter();
    let values = given.filter_map(|(number, node)| {
        value_of(&settings.get(number)?.takes, node, reader).map(|value| (number, value))
    });
    values.collect()
}
