//! Reads the size of an SVG from the start of its file, so that a page can reserve space for it.

/// Returns the width and height of an SVG: from its attributes, or else from its `viewBox`.
pub(super) fn size(start: &str) -> Option<(u32, u32)> {
    let tag = start.split_once("<svg")?.1.split_once('>')?.0;
    let stated = (attribute(tag, "width").and_then(pixels), attribute(tag, "height").and_then(pixels));
    let shown_part = || {
        let mut view = attribute(tag, "viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        Some((pixels(view.next()?)?, pixels(view.next()?)?))
    };
    if let (Some(width), Some(height)) = stated { Some((width, height)) } else { shown_part() }
}

/// Returns the value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.match_indices(name).find_map(|(start, _)| {
        let value = tag[start + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        let is_word = tag[..start].ends_with(char::is_whitespace);
        value[1..].split_once(quote).filter(|_| is_word).map(|(value, _)| value.trim())
    })
}

/// Returns a length in whole pixels. Other units depend on where the drawing is used.
fn pixels(length: &str) -> Option<u32> {
    let number: f64 = length.strip_suffix("px").unwrap_or(length).parse().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range check ensures that it fits"
    )]
    (0.5..=65_535.0).contains(&number).then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn the_size_of_a_drawing_is_read() {
        assert_eq!(
            size("<?xml version='1.0'?>\n<svg\n width = '4' height='2.6px' viewBox='0 0 9 9'/>"),
            Some((4, 3))
        );
        assert_eq!(size("<svg viewBox=\"-5 -5 240.2,300\" width='100%'>"), Some((240, 300)));
        assert_eq!(size("<svg stroke-width='8' height='3' viewBox='0 0 10 20'>"), Some((10, 20)));
    }

    #[test]
    fn a_size_that_is_not_stated_is_unknown() {
        for start in [
            "",
            "<svg>",
            "<svg",
            "<svg width='5cm' height='2cm'>",
            "<svg viewBox='0 0 0 10'>",
            "<svg width='é>",
        ] {
            assert_eq!(size(start), None, "{start}");
        }
    }
}
