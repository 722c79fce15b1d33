//! `theme.yaml`: the name of a theme, the contract it keeps, and the theme it builds on.

use std::sync::Arc;

use super::layer::Layer;
use super::messages;
use super::names::is_theme_name;
use crate::field::{
    Described, Fact, FieldReader, FieldSet, FieldValue, Free, Line, Shape, WholeNumber, describe,
};
use crate::ground::{
    Code, Diagnostic, Place, Remarks, SitePath, TimeZone, Version, both, is_device_name, slug,
};
use crate::read::{Node, Span, TextFile, text_of};

/// The file that makes a folder a theme.
pub const THEME_FILE: &str = "theme.yaml";

describe! {
    /// The fields of `theme.yaml`.
    pub struct ThemeFields {
        required name / naam: ThemeName,
            "Hoe het thema heet, in kleine letters: overijssel." | "What the theme is called, in lower-case letters: overijssel.";
        optional title / titel: Line,
            "De naam zoals mensen die zeggen." | "The name as people say it.";
        required version / versie: VersionText,
            "De versie, zoals 1.4.0." | "The version, such as 1.4.0.";
        required api / api ("afspraak", "contract"): WholeNumber<1, 9999>,
            "Het nummer van de afspraak tussen Dorpsplein en het thema." | "The number of the contract between Dorpsplein and the theme.";
        optional extends / bouwt_op ("op", "parent", "basis"): ThemeName,
            "Het thema waar dit overheen ligt, zoals lvkk." | "The theme that this one builds on, such as lvkk.";
        optional licence / licentie ("license"): Line,
            "Wat anderen met het thema mogen." | "What others may do with the theme.";
        optional maker / maker ("auteur", "author"): Line,
            "Wie het thema maakt." | "Who makes the theme.";
        optional settings / instellingen: Free,
            "Wat een dorp aan het thema kan instellen." | "What a village can set in the theme.";
        optional removed / vervallen ("weg", "gone"): Free,
            "Wat in een vorige versie stond en er nu niet meer is." | "What a former version had and this one no longer has.";
    }
}

/// The name of a theme, which its folder and its package share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeName(pub String);

impl FieldValue for ThemeName {
    const SHAPE: Shape = Shape::Slug;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let meant = slug(typed);
        if is_theme_name(typed) {
            return Some(Self(typed.to_owned()));
        }
        reader.report(
            Diagnostic::new(
                Code::BadThemeName,
                reader.place(node.span),
                both(
                    format!("'{typed}' kan niet de naam van een thema zijn"),
                    format!("'{typed}' cannot be the name of a theme"),
                ),
            )
            .hint(match is_device_name(typed) {
                true => both(
                    "Windows houdt deze naam voor zichzelf; kies een andere",
                    "Windows reserves this name; choose another",
                ),
                false => both(
                    "gebruik alleen kleine letters, cijfers en streepjes",
                    "use only lower-case letters, digits and hyphens",
                ),
            })
            .correction_with(Some(meant.as_str()).filter(|meant| is_theme_name(meant))),
        );
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words(&self.0)
    }
}

/// A version as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionText(pub Version);

impl FieldValue for VersionText {
    const SHAPE: Shape = Shape::Line;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let read = Version::parse(typed).map(Self);
        if read.is_none() {
            reader.report(
                Diagnostic::new(
                    Code::BadVersion,
                    reader.place(node.span),
                    both(format!("'{typed}' is geen versie"), format!("'{typed}' is not a version")),
                )
                .hint(both(
                    "schrijf twee of drie getallen met punten ertussen, zoals 1.4.0",
                    "write two or three numbers with dots in between, such as 1.4.0",
                )),
            );
        }
        read
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words("")
    }
}

/// What a theme says about itself.
#[derive(Debug)]
pub struct Manifest {
    /// What it is called.
    pub name: String,
    /// Its name as people say it.
    pub title: String,
    /// Its version.
    pub version: Version,
    /// The number of the contract it keeps; 0 if it does not say.
    pub api: u16,
    /// The theme on which it builds.
    pub extends: Option<String>,
    /// What others may do with it.
    pub licence: Option<String>,
    /// The file itself.
    pub(super) file: Arc<TextFile>,
    /// What a village can set, as written there.
    pub(super) settings: Option<Node>,
    /// What it had in a former version, as written there.
    pub(super) removed: Option<Node>,
    /// Where its version is.
    pub(super) version_place: Place,
    /// Where the number of the contract is.
    pub(super) api_place: Place,
    /// Where the theme below is named.
    pub(super) extends_place: Place,
}

impl Manifest {
    /// Returns the key of its version as written there: `versie`.
    pub fn version_key(&self) -> &str {
        let key = self.version_place.excerpt.split(':').next().unwrap_or_default().trim();
        Some(key).filter(|key| *key == "versie").unwrap_or("version")
    }
}

/// Reads the `theme.yaml` of a layer, and reports all that is wrong. `None` if it is missing or not text.
pub fn read_manifest(layer: &Layer, remarks: &mut Remarks) -> Option<Manifest> {
    let path = SitePath::new(THEME_FILE)?;
    let shown = layer.shown(&path);
    let Some(bytes) = layer.files.get(&path) else {
        remarks.add(messages::no_manifest(Place::of_file(shown.shared()), &layer.name));
        return None;
    };
    let file = match text_of(shown, bytes) {
        Ok(file) => file,
        Err(remark) => {
            remarks.add(*remark);
            return None;
        }
    };
    remarks.extend(file.remarks.iter().cloned());
    let fields = read_fields(&file, remarks)?;
    let place = |span| file.place(span);
    // What is missing or wrong was reported; the rest is read all the same.
    let name = fields.name.map_or_else(|| layer.name.clone(), |name| name.value.0);
    let api_span = fields.api.as_ref().map_or_else(Span::default, |api| api.span);
    Some(Manifest {
        title: fields.title.map_or_else(|| name.clone(), |title| title.as_str().to_owned()),
        version_place: place(fields.version.as_ref().map_or(api_span, |version| version.span)),
        version: fields.version.map(|version| version.value.0).unwrap_or_default(),
        api: fields.api.map_or(0, |api| u16::try_from(api.value.0).unwrap_or(u16::MAX)),
        api_place: place(api_span),
        extends_place: place(fields.extends.as_ref().map_or(api_span, |extends| extends.span)),
        extends: fields.extends.map(|extends| extends.value.0),
        licence: fields.licence.map(|licence| licence.as_str().to_owned()),
        settings: fields.settings.map(|settings| settings.value.0),
        removed: fields.removed.map(|removed| removed.value.0),
        file: Arc::new(file),
        name,
    })
}

fn read_fields(file: &TextFile, remarks: &mut Remarks) -> Option<ThemeFields> {
    let raw = file.entries.first()?;
    let utc = TimeZone::UTC;
    let mut reader = FieldReader::new(file, &utc);
    let given = FieldSet::new(&[ThemeFields::FIELDS]).sort(&raw.fields, raw.span, raw.damaged, &mut reader);
    let fields = ThemeFields::read(&given, &mut reader);
    remarks.set_language_of(file.path.as_shared(), reader.locale().unwrap_or_else(|| remarks.locale()));
    remarks.extend(reader.into_remarks());
    Some(fields)
}
