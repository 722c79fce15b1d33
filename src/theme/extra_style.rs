//! What layers add to the style of a theme, and a copy of such an addition that replaces the original.

use crate::ground::{Both, Locale, both};

/// The style that every layer may add to the style of the theme, instead of replacing that.
pub const EXTRA_STYLE: &str = "extra.css";

/// Returns the words of a comment on top of an extra style that say which theme's extra style it replaces.
fn replacement_words() -> Both {
    both("komt in de plaats van", "comes in the place of")
}

/// Returns an extra style that replaces a theme's instead of following it: rules deleted from it are gone.
pub fn as_replacement_of(theme: &str, style: &str, locale: Locale) -> String {
    let words = replacement_words();
    format!("/* {} {theme}/assets/{EXTRA_STYLE} */\n{style}", words.in_locale(locale))
}

/// Returns the theme whose extra style this one replaces, according to the comment at the top.
pub fn replaced_theme(style: &str) -> Option<&str> {
    let top = style.trim_start_matches('\u{feff}').trim_start();
    let comment = top.strip_prefix("/*")?.split_once("*/")?.0.trim();
    let words = replacement_words();
    let file = [&words.nl, &words.en].into_iter().find_map(|words| comment.strip_prefix(words.as_str()))?;
    file.trim().split('/').next().filter(|theme| !theme.is_empty())
}

/// Joins what all layers add, lowest first; each addition comes with the name of its layer.
pub(super) fn joined_styles(extra: Vec<(&str, Vec<u8>)>) -> Vec<u8> {
    let mut counting: Vec<(&str, Vec<u8>)> = Vec::new();
    for (layer, style) in extra {
        let text = String::from_utf8_lossy(&style);
        if let Some(other) = replaced_theme(&text) {
            counting.retain(|(layer, _)| *layer != other);
        }
        counting.push((layer, style));
    }
    counting.into_iter().flat_map(|(_, style)| [vec![b'\n'], style].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_stylesheet_replaces_only_its_original() {
        let copy = as_replacement_of("hei", "b{}", Locale::Dutch);
        assert_eq!(replaced_theme(&format!("\u{feff}\r\n{copy}")), Some("hei"));
        assert_eq!(replaced_theme("/* comes in the place of zuid */"), Some("zuid"));
        for other in
            ["", "p{}", "/* van ons */", "/* komt in de plaats van */", "p{} /* komt in de plaats van hei */"]
        {
            assert_eq!(replaced_theme(other), None, "{other}");
        }
        let layers = vec![
            ("lvkk", b"l{}".to_vec()),
            ("hei", b"a{}".to_vec()),
            ("~village", copy.clone().into_bytes()),
        ];
        assert_eq!(String::from_utf8_lossy(&joined_styles(layers)), format!("\nl{{}}\n{copy}"));
    }
}
