//! Pictures: the file, what it shows, and whether the people in it agree.

use super::choices::YesNo;
use super::consent::Consent;
use super::describe::describe;
use super::fact::{Fact, Visitor};
use super::field_value::{Described, FieldValue};
use super::files::FileRef;
use super::focus_point::FocusPoint;
use super::moments::Day;
use super::no_answer::reports_no_answer;
use super::picture_lines::{file_and_alt, file_with_alt};
use super::reader::{At, FieldReader};
use super::shape::Shape;
use super::words::Line;
use crate::ground::{Date, Focus, Pair};
use crate::read::{Node, is_meaningless_alt, meaningless_alt};

describe! {
    /// The fields of a picture.
    pub struct PictureFields short one_path = "media/feest.jpg" {
        required file / bestand ("src", "pad", "path"): FileRef,
            "Het bestand in de map media." | "The file in the media folder.";
        optional alt / beschrijving ("alttekst", "alt_text"): Line,
            "Wat er op de foto te zien is, voor wie hem niet kan zien." | "What the photo shows, for those who cannot see it.";
        optional decorative / decoratief: YesNo,
            "Ja als de foto alleen versiering is en niets vertelt." | "Yes if the photo is only decoration and tells nothing.";
        optional caption / bijschrift: Line,
            "Wat er onder de foto staat." | "The text below the photo.";
        optional credit / fotograaf ("credits", "bron", "foto", "maker"): Line,
            "Wie de foto maakte." | "Who took the photo.";
        optional focus / focuspunt ("middelpunt", "uitsnede", "crop"): FocusPoint,
            "Wat in beeld blijft als er een stuk van de foto afgaat, zoals boven of 30% 20%."
            | "What stays visible when the photo is cropped, such as top or 30% 20%.";
        optional animated / bewegend ("animatie", "animation"): YesNo,
            "Ja als een GIF mag bewegen; anders staat hij stil." | "Yes if a GIF may move; otherwise it stands still.";
        optional consent / toestemming ("akkoord", "permission"): Consent,
            "Of wie erop staan het goed vinden: ja, of wie het wanneer zei; dit komt nergens op de site."
            | "Whether the people in it agree: yes, or who said so and when; this is never shown on the site.";
        optional remove_after / verwijderen_na ("weghalen_na", "tonen_tot", "verwijderen", "tot", "until"): Day,
            "Tot en met welke dag de foto op de site mag staan." | "The last day on which the photo may be on the site.";
        optional children / kinderen: YesNo,
            "Ja als er kinderen op staan: dan gaat de foto niet mee als iemand de pagina deelt."
            | "Yes if there are children in it: then the photo is left out when somebody shares the page.";
    }
}

fn one_path(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<PictureFields> {
    if reports_no_answer(line, node, reader) {
        return None;
    }
    if let Some(parts) = file_and_alt(line) {
        let locale = reader.locale().unwrap_or_default();
        reader.report(file_with_alt(reader.place(node.span), parts, locale));
        return None;
    }
    let file = FileRef::take(node, reader)?;
    Some(PictureFields { file: Some(At { value: file, span: node.span }), ..PictureFields::default() })
}

/// What the advice shows where a description belongs. Whoever copied it has not described anything yet.
pub const ALT_PLACEHOLDER: Pair = Pair::new("wat er te zien is", "what is on it");

/// Whether a description is still the one from the advice.
pub fn is_alt_placeholder(alt: &str) -> bool {
    [ALT_PLACEHOLDER.nl, ALT_PLACEHOLDER.en].iter().any(|advice| alt.trim().eq_ignore_ascii_case(advice))
}

/// A picture with the information about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture(pub Box<PictureFields>);

impl FieldValue for Picture {
    const SHAPE: Shape = PictureFields::SHAPE;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let fields = PictureFields::take(node, reader)?;
        if let Some(alt) = fields.alt.as_ref().filter(|alt| is_meaningless_alt(alt.as_str())) {
            reader.report(meaningless_alt(reader.place(alt.span), alt.as_str()));
        }
        Some(Self(Box::new(fields)))
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Picture(self)
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.visit_fields(visitor);
        visitor.picture(self);
    }
}

impl Picture {
    /// Returns what it shows, for those who cannot see it; empty if it is decoration.
    pub fn alt(&self) -> &str {
        self.0.alt.as_ref().map_or("", |alt| alt.as_str())
    }

    /// Returns the point that stays visible when it is cropped.
    pub fn focus(&self) -> Focus {
        self.0.focus.as_ref().map_or_else(Focus::default, |point| point.value.0)
    }

    /// Whether it may move.
    pub fn moves(&self) -> bool {
        self.0.animated.as_ref().is_some_and(|animated| animated.value.0)
    }

    /// Whether it may appear where somebody shares the page: with children in it, it stays on the site.
    pub fn may_be_shared(&self) -> bool {
        !self.0.children.as_ref().is_some_and(|children| children.0)
    }

    /// Whether it may no longer be on the site.
    pub fn is_over(&self, today: Date) -> bool {
        self.0.remove_after.as_ref().is_some_and(|last| last.date < today)
    }

    /// Whether it has a description, or is said to be decoration. A missing file is reported on its own.
    pub fn is_described(&self) -> bool {
        self.0.file.is_none()
            || self.0.alt.as_ref().is_some_and(|alt| !is_alt_placeholder(alt.as_str()))
            || self.0.decorative.as_ref().is_some_and(|decorative| decorative.0)
    }
}
