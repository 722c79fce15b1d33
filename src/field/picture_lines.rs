//! Reads a photo and its description from one line, and shows them as a block.

use super::messages::words_expected;
use super::pairs::is_picture_file;
use crate::ground::{Code, Diagnostic, Locale, Place, both};
use crate::read::fit_for_value;

/// Splits `brink.jpg, de brink in de herfst` and the Markdown of a photo, `![de brink](brink.jpg)`.
pub(super) fn file_and_alt(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    if let Some(inside) = line.strip_prefix('!').unwrap_or(line).strip_prefix('[') {
        let (alt, file) = inside.split_once("](")?;
        return Some((file.trim_end_matches(')').trim(), alt.trim()));
    }
    let halves = [", ", " - ", " – ", " (", "; "].into_iter().find_map(|sign| line.split_once(sign));
    let (file, alt) = halves.filter(|(file, alt)| is_picture_file(file) && !is_picture_file(alt))?;
    Some((file.trim(), alt.trim_end_matches(')').trim()))
}

/// Reports a photo and its description on one line.
pub(super) fn file_with_alt(place: Place, (file, alt): (&str, &str), locale: Locale) -> Diagnostic {
    let [file_key, alt_key] = match locale {
        Locale::Dutch => ["bestand", "beschrijving"],
        Locale::English => ["file", "alt"],
    };
    let prefix = place.prefix().to_owned();
    let key = place.excerpt.get(prefix.len()..).and_then(|rest| rest.split_once(':')).map(|(key, _)| key);
    let has_key = place.column as usize > prefix.chars().count() + 1;
    let block = key.filter(|_| has_key).map(|key| {
        let indent = " ".repeat(prefix.len() + 2);
        let alt = if alt.is_empty() {
            String::new()
        } else {
            format!("\n{indent}{alt_key}: {}", fit_for_value(alt))
        };
        format!("{prefix}{key}:\n{indent}{file_key}: {file}{alt}")
    });
    let remark = Diagnostic::new(Code::GroupExpected, place, words_expected()).hint(both(
        "het bestand en wat er op de foto te zien is hebben elk een eigen regel",
        "the file and what is in the photo each have a line of their own",
    ));
    match block {
        Some(block) => remark.correction(block),
        None => remark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_and_its_description_are_split() {
        for (line, parts) in [
            ("![de brink](media/brink.jpg)", Some(("media/brink.jpg", "de brink"))),
            ("[de brink](brink.jpg)", Some(("brink.jpg", "de brink"))),
            ("brink.jpg, de brink, in de herfst", Some(("brink.jpg", "de brink, in de herfst"))),
            ("brink.jpg (de brink)", Some(("brink.jpg", "de brink"))),
            ("media/brink.jpg", None),
            ("foto - de brink.jpg", None),
            ("a.jpg, b.jpg", None),
        ] {
            assert_eq!(file_and_alt(line), parts, "{line}");
        }
    }
}
