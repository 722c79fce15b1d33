//! A picture in HTML, and the words below it.

use super::shown::Shown;
use crate::ground::escape_html;

/// How wide a picture stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Wide {
    /// As wide as the text.
    AsText,
    /// As one of several beside each other.
    AsOneOfMany,
}

impl Wide {
    /// The same for browsers (HTML, 4.8.4.2.2): on large screens the width of the text, on small ones that of the
    /// screen without its margins.
    fn sizes(self) -> &'static str {
        match self {
            Self::AsText => "(min-width: 46rem) 42rem, calc(100vw - 2rem)",
            Self::AsOneOfMany => "(min-width: 46rem) 14rem, calc(50vw - 1.25rem)",
        }
    }
}

/// When a browser asks for a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Loading {
    /// At once and before others: most likely it is the first thing that is seen.
    First,
    /// When somebody comes near.
    WhenNear,
}

/// A picture with what is on it.
pub(in crate::render) fn img(shown: &Shown, alt: &str, wide: Wide, loading: Loading) -> String {
    let Shown { src, srcset, size, classes } = shown;
    let attribute = |name: &str, value: &str| format!(" {name}=\"{value}\"");
    let classes = classes.as_deref().map_or_else(String::new, |classes| attribute("class", classes));
    let srcset = srcset
        .as_deref()
        .map_or_else(String::new, |set| attribute("srcset", set) + &attribute("sizes", wide.sizes()));
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

/// The words below a picture: what it shows, who took it. Nothing when there are none.
pub(in crate::render) fn figcaption<'w>(words: impl IntoIterator<Item = Option<&'w str>>) -> String {
    let words = beside_each_other(words);
    if words.is_empty() { words } else { format!("<figcaption>{words}</figcaption>") }
}

/// Short words on one line of HTML, with a dot between them.
pub(in crate::render) fn beside_each_other<'w>(words: impl IntoIterator<Item = Option<&'w str>>) -> String {
    words.into_iter().flatten().map(escape_html).collect::<Vec<_>>().join(" · ")
}
