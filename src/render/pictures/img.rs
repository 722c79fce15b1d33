//! A picture in HTML, with its caption.

use super::shown::Shown;
use crate::ground::escape_html;

/// How wide a picture is in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum DisplayWidth {
    /// As wide as the text.
    AsText,
    /// As wide as one of several side by side.
    AsOneOfMany,
}

impl DisplayWidth {
    /// The value of the `sizes` attribute (HTML, 4.8.4.2.2): on large screens the width of the text, on small
    /// ones that of the screen without its margins.
    fn sizes(self) -> &'static str {
        match self {
            Self::AsText => "(min-width: 46rem) 42rem, calc(100vw - 2rem)",
            Self::AsOneOfMany => "(min-width: 46rem) 14rem, calc(50vw - 1.25rem)",
        }
    }
}

/// When a browser requests a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Loading {
    /// At once and before others: it is most likely the first thing that visitors see.
    First,
    /// When the visitor scrolls near it.
    WhenNear,
}

/// Renders a picture with its alternative text.
pub(in crate::render) fn img(
    shown: &Shown,
    alt: &str,
    display_width: DisplayWidth,
    loading: Loading,
) -> String {
    let Shown { src, srcset, size, classes } = shown;
    let attribute = |name: &str, value: &str| format!(" {name}=\"{value}\"");
    let classes = classes.as_deref().map_or_else(String::new, |classes| attribute("class", classes));
    let srcset = srcset.as_deref().map_or_else(String::new, |set| {
        attribute("srcset", set) + &attribute("sizes", display_width.sizes())
    });
    let size = size.map_or_else(String::new, |(width, height)| {
        attribute("width", &width.to_string()) + &attribute("height", &height.to_string())
    });
    let alt = escape_html(alt);
    let loading = match loading {
        Loading::First => attribute("fetchpriority", "high"),
        Loading::WhenNear => attribute("loading", "lazy"),
    };
    format!("<img{classes} src=\"{src}\"{srcset} alt=\"{alt}\"{size}{loading} decoding=\"async\">")
}

/// Renders the caption of a picture: what it shows, who took it. Empty when there are no words.
pub(in crate::render) fn figcaption<'w>(words: impl IntoIterator<Item = Option<&'w str>>) -> String {
    let words = side_by_side(words);
    if words.is_empty() { words } else { format!("<figcaption>{words}</figcaption>") }
}

/// Joins short words on one line of HTML, with a dot between them.
pub(in crate::render) fn side_by_side<'w>(words: impl IntoIterator<Item = Option<&'w str>>) -> String {
    words.into_iter().flatten().map(escape_html).collect::<Vec<_>>().join(" · ")
}
