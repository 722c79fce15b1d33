//! Recognises photo descriptions that describe nothing: a file name from a camera, or just "foto".

use super::picture_kind::PictureKind;
use crate::ground::{Code, Diagnostic, Place, both, fold, quoted};

/// The words, besides a number, in the file names that cameras, phones and programs give to pictures.
const CAMERA_WORDS: [&str; 33] = [
    "img",
    "dsc",
    "dscn",
    "dscf",
    "dscx",
    "imgp",
    "mvimg",
    "pxl",
    "cimg",
    "sam",
    "gopr",
    "dji",
    "p",
    "wa",
    "whatsapp",
    "image",
    "images",
    "at",
    "screenshot",
    "schermafbeelding",
    "schermopname",
    "scan",
    "foto",
    "photo",
    "picture",
    "afbeelding",
    "plaatje",
    "kopie",
    "copy",
    "hdr",
    "edited",
    "bewerkt",
    "naamloos",
];

/// Words that say only that it is a picture.
const WORDS_FOR_PICTURE: [&str; 8] =
    ["foto", "photo", "picture", "image", "afbeelding", "plaatje", "img", "naamloos"];

/// Whether a description says nothing about what there is to see.
pub fn is_meaningless_alt(alt: &str) -> bool {
    let lower = alt.trim().to_lowercase();
    if lower.is_empty() {
        return false;
    }
    let with_ending = lower.rsplit_once('.').filter(|(_, ending)| PictureKind::of_ending(ending).is_some());
    let stem = with_ending.map_or(&*lower, |(stem, _)| stem);
    // Several words do say something, even with a file extension at the end.
    let is_one_word = !lower.contains(char::is_whitespace);
    (is_one_word && (stem != lower || stem.contains('_')))
        || WORDS_FOR_PICTURE.contains(&fold(stem).as_str())
        || is_of_a_camera(stem)
}

/// Whether a name has only a number and words that cameras put before one: `IMG 2041`, `20261205 140312`.
fn is_of_a_camera(name: &str) -> bool {
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let parts = name.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    let mut has_word = false;
    for word in parts {
        if !CAMERA_WORDS.contains(&word) {
            return false;
        }
        has_word = true;
    }
    if has_word { digits > 0 } else { digits >= 6 }
}

/// Reports such a description.
pub fn meaningless_alt(place: Place, alt: &str) -> Diagnostic {
    let quote = quoted(alt.trim());
    Diagnostic::new(
        Code::AltTellsNothing,
        place,
        both(
            format!("{quote} zegt niet wat er op deze foto te zien is, en wordt wel voorgelezen"),
            format!("{quote} does not say what this photo shows, but screen readers do read it out"),
        ),
    )
    .hint(both(
        "vertel het voor wie de foto niet kan zien, zoals: kinderen op het ijs van de Brink",
        "describe it for people who cannot see the photo, for example: children on the ice on the village green",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_distinguished_from_descriptions() {
        for alt in [
            "IMG_1234.jpg",
            "IMG_1234",
            "DSC00012",
            "P1010123",
            "image001",
            "foto 3",
            "foto",
            "20261205_140312",
            "20261205 140312",
            "WhatsApp Image 2026-11-01 at 12.00.31",
            "WhatsApp Image 2026-11-01 at 12.00.31.jpeg",
            "logo_v2_def",
            "kerk.png",
            "Afbeelding 1 (kopie)",
        ] {
            assert!(is_meaningless_alt(alt), "{alt}");
        }
        for alt in [
            "",
            "de kerk",
            "Kerk",
            "1953",
            "Optocht van 1953",
            "Foto van 1953",
            "Elftal 2",
            "De vijver bij dorpshuis De Esrand, nr. 12",
            "P. Jansen",
            "Een foto van de brink.jpg",
            "wat er te zien is",
            "…",
        ] {
            assert!(!is_meaningless_alt(alt), "{alt}");
        }
    }
}
