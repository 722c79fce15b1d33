//! How settings are declared: what each takes, what it is when nobody says, one sentence of help.

use super::takes::SettingTakes;
use super::values::{SettingValue, value_of};
use crate::field::{
    Anything, At, Choice, Described, Field, FieldReader, Line, SetOfFields, Whole, choices, describe,
};
use crate::ground::{Both, Code, Diagnostic, Remarks, TimeZone, both, slug};
use crate::read::{Key, Node, TextFile, Value};
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
            "Wat het is als een dorp niets kiest." | "What it is when a village chooses nothing.";
        optional choices / keuzes ("opties", "options"): Anything,
            "De woorden waaruit een dorp kiest, ook als 'rond: round'." | "The words to choose from, also as 'rond: round'.";
        optional least / minimum ("min"): Whole<-1_000_000, 1_000_000>,
            "Het kleinste getal." | "The smallest number.";
        optional most / maximum ("max"): Whole<-1_000_000, 1_000_000>,
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
    pub takes: SettingTakes,
    /// What it is when nobody says.
    pub default: Option<SettingValue>,
    /// One sentence of help.
    pub help: Option<Both>,
    /// The theme that declared it first.
    pub theme: String,
}

impl Setting {
    /// Every word that stands for this setting.
    pub fn names(&self) -> [&str; 2] {
        [&self.dutch, &self.key]
    }
}

/// The settings of themes that lie over each other, the lowest first: one above may give another default, another
/// help or more choices to a setting of one below.
pub fn declared(manifests: &[Manifest], remarks: &mut Remarks) -> Vec<Setting> {
    let mut settings: Vec<Setting> = Vec::new();
    for manifest in manifests {
        let Some(Node { value: Value::Map(group), .. }) = &manifest.settings else { continue };
        let utc = TimeZone::UTC;
        let mut reader = FieldReader::new(&manifest.file, &utc);
        for (key, node) in &group.entries {
            let below = settings.iter().position(|setting| setting.key == key.text);
            let read = one(key, node, below.and_then(|at| settings.get(at)), &manifest.name, &mut reader);
            match (read, below.and_then(|at| settings.get_mut(at))) {
                (Some(read), Some(place)) => *place = read,
                (Some(read), None) => settings.push(read),
                (None, _) => {}
            }
        }
        remarks.extend(reader.into_remarks());
    }
    settings
}

fn one(
    key: &Key,
    node: &Node,
    below: Option<&Setting>,
    theme: &str,
    reader: &mut FieldReader<'_>,
) -> Option<Setting> {
    if slug(&key.text).replace('-', "_") != key.text {
        reader.say(bad_key(reader, key));
        return None;
    }
    let Value::Map(group) = &node.value else {
        reader.say(no_kind(reader.file(), key));
        return None;
    };
    let said = reader.said();
    let given = SetOfFields::new(&[SettingFields::FIELDS]).sort(group, node.span, false, reader);
    let fields = SettingFields::read(&given, reader);
    let takes = match (&fields.kind, below) {
        (Some(kind), _) => takes_of(kind, &fields, reader)?,
        (None, Some(below)) => below.takes.clone(),
        // A kind that is none was told already.
        (None, None) if reader.said() > said => return None,
        (None, None) => {
            reader.say(no_kind(reader.file(), key));
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
    if let Some(default) = &fields.default {
        setting.default = value_of(&setting.takes, &default.value.0, reader);
    }
    Some(setting)
}

fn takes_of(
    kind: &At<Choice<SettingKind>>,
    fields: &SettingFields,
    reader: &mut FieldReader<'_>,
) -> Option<SettingTakes> {
    Some(match kind.value.0 {
        SettingKind::Colour => SettingTakes::Colour,
        SettingKind::Text => SettingTakes::Text,
        SettingKind::Number => SettingTakes::Number {
            least: fields.least.as_ref().map_or(0, |least| least.0),
            most: fields.most.as_ref().map_or(1_000_000, |most| most.0),
        },
        SettingKind::YesNo => SettingTakes::YesNo,
        SettingKind::Picture => SettingTakes::Picture,
        SettingKind::Choice => {
            let words = fields.choices.as_ref().map_or_else(Vec::new, |words| words_of(&words.value.0));
            if words.len() < 2 {
                reader.say(too_few_choices(reader, kind));
                return None;
            }
            SettingTakes::Choice(words)
        }
    })
}

/// `rond, recht`, a list, or `rond: round` on lines of their own.
fn words_of(node: &Node) -> Vec<Both> {
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

fn bad_key(reader: &FieldReader<'_>, key: &Key) -> Diagnostic {
    let meant = slug(&key.text).replace('-', "_");
    Diagnostic::new(
        Code::BadSetting,
        reader.place(key.span),
        both(
            format!("'{}' kan niet de naam van een instelling zijn", key.text),
            format!("'{}' cannot be the name of a setting", key.text),
        ),
    )
    .hint(both(
        "gebruik alleen kleine letters, cijfers en liggende streepjes",
        "use only small letters, digits and underscores",
    ))
    .correction_with(Some(meant.as_str()).filter(|meant| !meant.is_empty()))
}

fn no_kind(file: &TextFile, key: &Key) -> Diagnostic {
    Diagnostic::new(
        Code::BadSetting,
        file.place(key.span),
        both(
            format!("wat voor instelling '{}' is, staat er niet", key.text),
            format!("it is not said what kind of setting '{}' is", key.text),
        ),
    )
    .hint(both(
        "zet eronder, twee spaties naar rechts: 'soort: kleur' (of tekst, getal, ja/nee, keuze, afbeelding)",
        "put below it, indented by two blanks: 'kind: colour' (or text, number, yes/no, choice, picture)",
    ))
}

fn too_few_choices(reader: &FieldReader<'_>, kind: &At<Choice<SettingKind>>) -> Diagnostic {
    Diagnostic::new(
        Code::BadSetting,
        reader.place(kind.span),
        both("bij een keuze horen minstens twee keuzes", "a choice needs at least two choices"),
    )
    .hint(both("schrijf eronder: 'keuzes: rond, recht'", "write below it: 'choices: round, square'"))
}
