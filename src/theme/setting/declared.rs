//! The declarations of settings: what each takes, its default, and one sentence of help.

use std::collections::BTreeSet;

use super::setting_messages;
use super::takes::SettingType;
use super::values::{SettingValue, value_of};
use crate::field::{
    Anything, At, Choice, Described, Field, FieldReader, FieldSet, Line, WholeNumber, choices, describe,
    is_squeezed, messages, squeezed,
};
use crate::ground::{Both, Place, Remarks, TimeZone, both, slug};
use crate::read::{Key, Node, Value};
use crate::theme::manifest::Manifest;

choices! {
    /// What a setting can be.
    pub enum SettingKind {
        /// A colour, by its name or its code.
        Colour = "kleur" | "colour" ("color");
        /// Words on one line.
        Text = "tekst" | "text" ("regel", "line");
        /// A whole number.
        Number = "getal" | "number" ("nummer", "aantal");
        /// Yes or no.
        YesNo = "ja/nee" | "yes/no" ("ja_nee", "yes_no", "ja of nee", "yes or no", "boolean");
        /// One of a list.
        Choice = "keuze" | "choice" ("keuzelijst", "list");
        /// A picture of the village.
        Picture = "afbeelding" | "picture" ("foto", "photo", "image");
    }
}

describe! {
    /// The fields of a setting.
    pub struct SettingFields {
        optional kind / soort ("type"): Choice<SettingKind>,
            "Wat het is: kleur, tekst, getal, ja/nee, keuze of afbeelding." | "What it is: colour, text, number, yes/no, choice or picture.";
        optional name / naam ("nl", "nederlands", "dutch"): Line,
            "Hoe de instelling in het Nederlands heet." | "What the setting is called in Dutch.";
        optional default / standaard ("anders"): Anything,
            "Wat het is als een dorp niets kiest." | "Its value if a village chooses nothing.";
        optional choices / keuzes ("opties", "options"): Anything,
            "De woorden waaruit een dorp kiest, ook als 'rond: round'." | "The words to choose from, or pairs such as 'rond: round'.";
        optional least / minimum ("min"): WholeNumber<-1_000_000, 1_000_000>,
            "Het kleinste getal." | "The smallest number.";
        optional most / maximum ("max"): WholeNumber<-1_000_000, 1_000_000>,
            "Het grootste getal." | "The largest number.";
        optional help / uitleg ("omschrijving", "description"): HelpFields,
            "Eén zin uitleg, in het Nederlands en het Engels." | "One sentence of help, in Dutch and English.";
    }
}

describe! {
    /// One sentence in two languages.
    pub struct HelpFields {
        optional nl / nl ("nederlands", "dutch"): Line, "In het Nederlands." | "In Dutch.";
        optional en / en ("engels", "english"): Line, "In het Engels." | "In English.";
    }
}

/// A setting of a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Its name in templates, and in English.
    pub key: String,
    /// Its name in Dutch.
    pub dutch: String,
    /// What it takes.
    pub takes: SettingType,
    /// Its value if nobody chooses one.
    pub default: Option<SettingValue>,
    /// One sentence of help.
    pub help: Option<Both>,
    /// The theme that declared it first.
    pub theme: String,
}

impl Setting {
    /// Returns every word that stands for this setting.
    pub fn names(&self) -> [&str; 2] {
        [&self.dutch, &self.key]
    }
}

/// Returns the settings of themes that lie over each other, lowest first: a theme may give another default,
/// another help text or more choices to a setting of one below.
pub fn declared(manifests: &[Manifest], remarks: &mut Remarks) -> Vec<Setting> {
    let mut settings: Vec<Setting> = Vec::new();
    for manifest in manifests {
        let Some(Node { value: Value::Map(group), .. }) = &manifest.settings else { continue };
        let utc = TimeZone::UTC;
        let mut reader = FieldReader::new(&manifest.file, &utc);
        let mut seen = BTreeSet::new();
        for (key, node) in &group.entries {
            if !seen.insert(&key.text) {
                reader.report(messages::doubled_key(reader.place(key.span), &key.text, &key.text));
                continue;
            }
            let below = settings.iter().position(|setting| setting.key == key.text);
            let setting =
                read_setting(key, node, below.and_then(|at| settings.get(at)), &manifest.name, &mut reader);
            if let Some((setting, place)) = &setting {
                let others = settings.iter().enumerate().filter(|(at, _)| Some(*at) != below);
                report_same_name(setting, place, others.map(|(_, other)| other), &mut reader);
            }
            match (setting.map(|(setting, _)| setting), below.and_then(|at| settings.get_mut(at))) {
                (Some(setting), Some(below_setting)) => *below_setting = setting,
                (Some(setting), None) => settings.push(setting),
                (None, _) => {}
            }
        }
        remarks.extend(reader.into_remarks());
    }
    settings
}

/// Reports a name that two settings share: by that name, a village could only set the first.
fn report_same_name<'s>(
    read: &Setting,
    place: &Place,
    mut others: impl Iterator<Item = &'s Setting>,
    reader: &mut FieldReader<'_>,
) {
    let is_same = |one: &str, other: &str| is_squeezed(one, &squeezed(other));
    let shared = others.find_map(|other| {
        let name =
            read.names().into_iter().find(|name| other.names().iter().any(|known| is_same(known, name)))?;
        Some((name.to_owned(), other))
    });
    if let Some((name, other)) = shared {
        reader.report(setting_messages::same_name(place.clone(), &name, &other.key, &other.theme));
    }
}

/// Reads a setting, and returns it with the place of its name.
fn read_setting(
    key: &Key,
    node: &Node,
    below: Option<&Setting>,
    theme: &str,
    reader: &mut FieldReader<'_>,
) -> Option<(Setting, Place)> {
    if slug(&key.text).replace('-', "_") != key.text {
        reader.report(setting_messages::bad_key(reader, key));
        return None;
    }
    let Value::Map(group) = &node.value else {
        reader.report(setting_messages::no_kind(reader.file(), key));
        return None;
    };
    let reported_before = reader.remark_count();
    let given = FieldSet::new(&[SettingFields::FIELDS]).sort(group, node.span, false, reader);
    let fields = SettingFields::read(&given, reader);
    let takes = match (&fields.kind, below) {
        (Some(kind), _) => takes_of(kind, &fields, reader)?,
        (None, Some(below)) => below.takes.clone(),
        // A kind that does not exist was reported already.
        (None, None) if reader.remark_count() > reported_before => return None,
        (None, None) => {
            reader.report(setting_messages::no_kind(reader.file(), key));
            return None;
        }
    };
    let mut setting = Setting {
        key: key.text.clone(),
        dutch: fields.name.as_ref().map_or_else(
            || below.map_or_else(|| key.text.clone(), |below| below.dutch.clone()),
            |name| name.as_str().to_owned(),
        ),
        takes,
        default: below.and_then(|below| below.default.clone()),
        help: help_of(&fields.help).or_else(|| below?.help.clone()),
        theme: below.map_or_else(|| theme.to_owned(), |below| below.theme.clone()),
    };
    if let Some(other) = below.filter(|below| !is_same_kind(&below.takes, &setting.takes)) {
        reader.report(setting_messages::other_kind(reader.file().place(key.span), &key.text, &other.theme));
        return None;
    }
    if let (SettingType::Number { least, most }, Some(SettingValue::Number(default))) =
        (&setting.takes, &setting.default)
        && !(*least..=*most).contains(default)
    {
        // The default from below no longer fits; a village that chooses nothing has none.
        setting.default = None;
    }
    match &fields.default {
        // A theme cannot know which of the village's pictures it would be.
        Some(default) if setting.takes == SettingType::Picture => {
            reader.report(setting_messages::picture_by_itself(reader.place(default.span)));
        }
        Some(default) => setting.default = value_of(&setting.takes, &default.value.0, reader),
        None => {}
    }
    let named = fields.name.as_ref().map_or(key.span, |name| name.span);
    Some((setting, reader.place(named)))
}

fn is_same_kind(one: &SettingType, other: &SettingType) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn takes_of(
    kind: &At<Choice<SettingKind>>,
    fields: &SettingFields,
    reader: &mut FieldReader<'_>,
) -> Option<SettingType> {
    Some(match kind.value.0 {
        SettingKind::Colour => SettingType::Colour,
        SettingKind::Text => SettingType::Text,
        SettingKind::Number => {
            let least = fields.least.as_ref().map_or(0, |least| least.0);
            let most = fields.most.as_ref().map_or(1_000_000, |most| most.0);
            if least > most {
                let span = fields.least.as_ref().map_or(kind.span, |least| least.span);
                reader.report(setting_messages::no_number_fits(reader.place(span), least, most));
                return None;
            }
            SettingType::Number { least, most }
        }
        SettingKind::YesNo => SettingType::YesNo,
        SettingKind::Picture => SettingType::Picture,
        SettingKind::Choice => {
            let words = fields.choices.as_ref().map_or_else(Vec::new, |words| choices_of(&words.value.0));
            if words.len() < 2 {
                reader.report(setting_messages::too_few_choices(reader.place(kind.span)));
                return None;
            }
            SettingType::Choice(words)
        }
    })
}

/// Reads `rond, recht`, a list, or `rond: round` on lines of their own.
fn choices_of(node: &Node) -> Vec<Both> {
    let word = |word: &str| both(word.trim(), word.trim());
    match &node.value {
        Value::Scalar(line) => line.split(',').map(word).collect(),
        Value::List(items) => {
            let words = items.iter().filter_map(|item| match &item.value {
                Value::Scalar(line) => Some(word(line)),
                _ => None,
            });
            words.collect()
        }
        Value::Map(map) => {
            let pairs = map.entries.iter().map(|(key, node)| match &node.value {
                Value::Scalar(english) => both(key.text.clone(), english.trim()),
                _ => word(&key.text),
            });
            pairs.collect()
        }
        Value::Absent => Vec::new(),
    }
}

fn help_of(help: &Field<HelpFields>) -> Option<Both> {
    let help = help.as_ref()?;
    let line = |line: &Field<Line>| line.as_ref().map_or_else(String::new, |line| line.as_str().to_owned());
    Some(both(line(&help.nl), line(&help.en)))
}
