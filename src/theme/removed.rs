//! What a theme had in a former version and no longer has: the theme lists it, so that a village hears that
//! it is gone, and not that it never existed.

use super::manifest::{Manifest, VersionText};
use crate::field::{At, Described, FieldReader, FieldSet, Free, Line, describe, is_squeezed, squeezed};
use crate::ground::{Code, Diagnostic, Place, Remarks, TimeZone, Version, both};
use crate::read::{Key, Node, Value};

describe! {
    /// What is gone from a theme, by its kind.
    pub struct RemovedFields {
        optional settings / instellingen: Free,
            "Instellingen die er niet meer zijn." | "Settings that no longer exist.";
        optional words / woorden: Free,
            "Woorden die er niet meer zijn." | "Words that no longer exist.";
        optional blocks / blokken: Free,
            "Blokken van sjablonen die er niet meer zijn." | "Blocks of templates that no longer exist.";
    }
}

describe! {
    /// What a theme says about something that is gone.
    pub struct GoneFields {
        optional since / sinds ("vanaf"): VersionText,
            "Sinds welke versie van het thema het er niet meer is." | "The version of the theme since which it no longer exists.";
        optional instead / nu ("in_plaats_daarvan", "now"): Line,
            "Hoe het nu heet, of wat er nu voor is." | "What it is called now, or what replaces it.";
    }
}

/// The kind of thing that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoneKind {
    /// A setting.
    Setting,
    /// A word.
    Word,
    /// A block of a template.
    Block,
}

/// Something that a theme had and no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// What it was.
    pub kind: GoneKind,
    /// What it was called.
    pub name: String,
    /// The version since which it is gone.
    since: Option<Version>,
    /// What replaces it, and where the theme says so.
    instead: Option<(String, Place)>,
    /// The theme, as people call it.
    theme: String,
}

/// Returns everything that the themes of a site list as gone.
pub(super) fn removed(manifests: &[Manifest], remarks: &mut Remarks) -> Vec<Gone> {
    let mut all = Vec::new();
    for manifest in manifests {
        let Some(Node { value: Value::Map(group), span }) = &manifest.removed else { continue };
        let utc = TimeZone::UTC;
        let mut reader = FieldReader::new(&manifest.file, &utc);
        let given = FieldSet::new(&[RemovedFields::FIELDS]).sort(group, *span, false, &mut reader);
        let RemovedFields { settings, words, blocks } = RemovedFields::read(&given, &mut reader);
        for (kind, list) in
            [(GoneKind::Setting, settings), (GoneKind::Word, words), (GoneKind::Block, blocks)]
        {
            let Some(At { value: Free(Node { value: Value::Map(list), .. }), .. }) = list else { continue };
            for (key, node) in &list.entries {
                all.push(read_gone(kind, key, node, &manifest.title, &mut reader));
            }
        }
        remarks.extend(reader.into_remarks());
    }
    all
}

/// Reads what the theme says about something that is gone.
fn read_gone(kind: GoneKind, key: &Key, node: &Node, theme: &str, reader: &mut FieldReader<'_>) -> Gone {
    let (name, theme) = (key.text.clone(), theme.to_owned());
    let gone = Gone { kind, name, since: None, instead: None, theme };
    match &node.value {
        Value::Map(group) => {
            let given = FieldSet::new(&[GoneFields::FIELDS]).sort(group, node.span, false, reader);
            let GoneFields { since, instead } = GoneFields::read(&given, reader);
            let instead = instead.map(|line| (line.as_str().to_owned(), reader.place(line.span)));
            Gone { since: since.map(|since| since.value.0), instead, ..gone }
        }
        // The short form: only what replaces it.
        Value::Scalar(instead) => {
            Gone { instead: Some((instead.trim().to_owned(), reader.place(node.span))), ..gone }
        }
        Value::List(_) | Value::Absent => gone,
    }
}

/// Returns something of this kind and name, if it is gone.
pub fn gone<'g>(all: &'g [Gone], kind: GoneKind, name: &str) -> Option<&'g Gone> {
    let typed = squeezed(name);
    all.iter().rev().find(|it| it.kind == kind && is_squeezed(&it.name, &typed))
}

impl Gone {
    /// Returns what replaces it, and where the theme says so.
    pub(super) fn instead(&self) -> Option<(&str, &Place)> {
        self.instead.as_ref().map(|(name, place)| (name.as_str(), place))
    }

    /// Reports that something gone is still used.
    pub fn remark(&self, place: Place) -> Diagnostic {
        let (name, theme) = (&self.name, &self.theme);
        let what = match self.kind {
            GoneKind::Setting => both("de instelling", "the setting"),
            GoneKind::Word => both("het woord", "the word"),
            GoneKind::Block => both("het blok", "the block"),
        };
        let message = match self.since {
            Some(since) => both(
                format!("{} '{name}' is sinds versie {since} van het thema '{theme}' vervallen", what.nl),
                format!("{} '{name}' was removed in version {since} of the theme '{theme}'", what.en),
            ),
            None => both(
                format!("{} '{name}' is vervallen in het thema '{theme}'", what.nl),
                format!("{} '{name}' was removed from the theme '{theme}'", what.en),
            ),
        };
        let remark = Diagnostic::new(Code::GoneFromTheme, place, message);
        match &self.instead {
            Some((instead, _)) => {
                remark.hint(both(format!("gebruik nu: {instead}"), format!("use instead: {instead}")))
            }
            None => remark.hint(both("haal het hier weg", "remove it here")),
        }
    }
}
