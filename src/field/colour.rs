//! Colours, by name or by code.

use super::fact::Fact;
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::{Code, Diagnostic, both, closest, fold};
use crate::read::Node;

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
}

/// The colours that have a name: calm, and dark enough for white letters.
const COLOURS: &[(&str, &str, [u8; 3])] = &[
    ("groen", "green", [0x1a, 0x7a, 0x55]),
    ("donkergroen", "dark green", [0x1f, 0x5c, 0x3d]),
    ("blauw", "blue", [0x1f, 0x5f, 0xa8]),
    ("donkerblauw", "dark blue", [0x1c, 0x3f, 0x75]),
    ("rood", "red", [0xb3, 0x2d, 0x2a]),
    ("oranje", "orange", [0xb4, 0x53, 0x09]),
    ("geel", "yellow", [0x8a, 0x6a, 0x00]),
    ("paars", "purple", [0x6b, 0x3f, 0xa0]),
    ("roze", "pink", [0xa8, 0x2d, 0x6a]),
    ("bruin", "brown", [0x7a, 0x4a, 0x21]),
    ("turquoise", "turquoise", [0x0f, 0x76, 0x7a]),
    ("grijs", "grey", [0x4a, 0x55, 0x60]),
];

impl FieldValue for Colour {
    const SHAPE: Shape = Shape::Colour;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let folded = fold(typed);
        let by_name = COLOURS.iter().find(|(nl, en, _)| folded == *nl || folded == *en).map(|(.., rgb)| *rgb);
        if let Some(rgb) = by_name.or_else(|| colour_of_code(typed.trim_start_matches('#'))) {
            return Some(Self { rgb });
        }
        let near = closest(typed, COLOURS.iter().flat_map(|(nl, en, _)| [*nl, *en]));
        let remark = Diagnostic::new(
            Code::BadColour,
            reader.place(node.span),
            both(format!("'{typed}' is geen kleur"), format!("'{typed}' is not a colour")),
        );
        reader.report(if near.is_some() {
            remark.suggest(near)
        } else {
            remark.hint(both(
                "schrijf een kleur als groen, blauw of oranje, of een code als \"#1a7f5a\"",
                "write a colour such as green, blue or orange, or a code such as \"#1a7f5a\"",
            ))
        });
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::List(self.rgb.iter().map(|part| Fact::WholeNumber(i64::from(*part))).collect())
    }
}

/// Returns the colour of a code without its `#`: `1a7f5a` or `fff`.
pub fn colour_of_code(digits: &str) -> Option<[u8; 3]> {
    let byte = |text: &str| u8::from_str_radix(text, 16).ok();
    match (digits.len(), digits.is_ascii()) {
        (6, true) => Some([byte(&digits[..2])?, byte(&digits[2..4])?, byte(&digits[4..])?]),
        (3, true) => {
            let double = |text: &str| byte(text).map(|half| half * 17);
            Some([double(&digits[..1])?, double(&digits[1..2])?, double(&digits[2..])?])
        }
        _ => None,
    }
}
