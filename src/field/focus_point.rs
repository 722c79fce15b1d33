//! The point of a photo that must stay visible when the photo is cropped, in words or in percentages.

use super::fact::Fact;
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::{Code, Diagnostic, Focus, both, closest, fold};
use crate::read::Node;

/// The point of a photo that must stay visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocusPoint(pub Focus);

/// Points in words. A word for an edge means a point slightly inside it: few people want a face cut in half.
const WORDS: &[(&str, &str, u8, u8)] = &[
    ("midden", "middle", 50, 50),
    ("boven", "top", 50, 15),
    ("onder", "bottom", 50, 85),
    ("links", "left", 15, 50),
    ("rechts", "right", 85, 50),
    ("linksboven", "top left", 15, 15),
    ("rechtsboven", "top right", 85, 15),
    ("linksonder", "bottom left", 15, 85),
    ("rechtsonder", "bottom right", 85, 85),
];

impl FieldValue for FocusPoint {
    const SHAPE: Shape = Shape::Focus;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        if let Some(focus) = in_words(typed).or_else(|| in_hundredths(typed)) {
            return Some(Self(focus));
        }
        let near = closest(typed, WORDS.iter().flat_map(|(nl, en, ..)| [*nl, *en]));
        let remark = Diagnostic::new(
            Code::BadFocus,
            reader.place(node.span),
            both(
                format!("'{typed}' is geen punt van een foto"),
                format!("'{typed}' is not a point in a photo"),
            ),
        );
        reader.report(if near.is_some() {
            remark.suggest(near)
        } else {
            remark.hint(both(
                "schrijf een woord als boven of linksonder, of zoiets als 30% 20%: van links en van boven",
                "write a word such as top or bottom left, or something like 30% 20%: how far from the left and from the top",
            ))
        });
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::List(vec![
            Fact::WholeNumber(i64::from(self.0.across)),
            Fact::WholeNumber(i64::from(self.0.down)),
        ])
    }
}

fn in_words(typed: &str) -> Option<Focus> {
    let squeeze = |text: &str| fold(text).replace([' ', '-'], "");
    let typed = squeeze(typed);
    let is_named = |(nl, en, ..): &&(&str, &str, u8, u8)| typed == squeeze(nl) || typed == squeeze(en);
    WORDS.iter().find(is_named).map(|(.., across, down)| Focus { across: *across, down: *down })
}

/// Reads `30% 20%`, `30 20` or `30, 20`. Rounds to fives: nobody sees it, and the style stays short.
fn in_hundredths(typed: &str) -> Option<Focus> {
    let mut parts = typed.split([' ', ',', ';']).filter(|part| !part.is_empty()).map(|part| {
        let part: u8 = part.trim_end_matches('%').parse().ok()?;
        (part <= 100).then_some((part + 2) / 5 * 5)
    });
    let (across, down) = (parts.next()??, parts.next()??);
    parts.next().is_none().then_some(Focus { across, down })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_focus_point_is_understood_in_words_and_numbers() {
        assert_eq!(in_words("Links boven"), Some(Focus { across: 15, down: 15 }));
        assert_eq!(in_words("top-left"), Some(Focus { across: 15, down: 15 }));
        assert_eq!(in_hundredths("30% 20%"), Some(Focus { across: 30, down: 20 }));
        assert_eq!(in_hundredths("33,98"), Some(Focus { across: 35, down: 100 }));
        for wrong in ["30", "30 101", "a b", "1 2 3", ""] {
            assert_eq!(in_hundredths(wrong), None, "{wrong}");
        }
    }
}
