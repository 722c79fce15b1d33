//! What a village chose in `site.yaml` meets what its theme declares.

use super::declared::Setting;
use super::values::{SettingValue, value_of};
use crate::field::{FieldReader, messages};
use crate::ground::{Remarks, TimeZone, closest, fold};
use crate::read::{Mapping, Node, TextFile, Value};

/// A setting with what it is on this site; nothing when nobody said and the theme has no default.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Its name in templates.
    pub key: String,
    /// What it is.
    pub value: Option<SettingValue>,
}

/// What every setting of a theme is on this site. `group` is what stands in `site.yaml` below `settings`.
pub fn chosen(
    settings: &[Setting],
    group: Option<(&TextFile, &Node)>,
    zone: &TimeZone,
    remarks: &mut Remarks,
) -> Vec<Chosen> {
    let mut given: Vec<(usize, SettingValue)> = Vec::new();
    if let Some((file, Node { value: Value::Map(group), .. })) = group {
        let mut reader = FieldReader::new(file, zone);
        given = read(settings, group, &mut reader);
        remarks.extend(reader.into_remarks());
    }
    let all = settings.iter().enumerate().map(|(number, setting)| {
        let own = given.iter().position(|(at, _)| *at == number).map(|at| given.swap_remove(at).1);
        Chosen { key: setting.key.clone(), value: own.or_else(|| setting.default.clone()) }
    });
    all.collect()
}

fn read(settings: &[Setting], group: &Mapping, reader: &mut FieldReader<'_>) -> Vec<(usize, SettingValue)> {
    let mut seen: Vec<(usize, &str)> = Vec::new();
    let mut given = Vec::new();
    for (key, node) in &group.entries {
        let folded = fold(&key.text);
        let found = settings.iter().position(|one| one.names().iter().any(|name| fold(name) == folded));
        let Some((number, setting)) = found.and_then(|at| Some((at, settings.get(at)?))) else {
            let near = closest(&key.text, settings.iter().flat_map(Setting::names));
            reader.say(messages::unknown_key(reader.place(key.span), &key.text, near));
            continue;
        };
        if let Some((_, first)) = seen.iter().find(|(other, _)| *other == number) {
            reader.say(messages::doubled_key(reader.place(key.span), &key.text, first));
            continue;
        }
        seen.push((number, &key.text));
        if node.value != Value::Absent {
            given.extend(value_of(&setting.takes, node, reader).map(|value| (number, value)));
        }
    }
    given
}
