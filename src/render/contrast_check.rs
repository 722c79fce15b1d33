//! Checks the contrast between text and background, from the custom properties that a style ends up with.

use std::collections::BTreeMap;

use super::fitting::contrast;
use crate::field::colour_of_code;

/// Text colour, background colour, least contrast (WCAG 2.2, 1.4.3 for text, 1.4.11 for what is not text).
const PAIRS: &[(&str, &str, f64)] = &[
    ("--dp-document-color", "--dp-document-background-color", 4.5),
    ("--dp-document-color", "--dp-card-background-color", 4.5),
    ("--dp-document-color", "--dp-band-background-color", 4.5),
    ("--dp-document-subtle-color", "--dp-document-background-color", 4.5),
    ("--dp-document-subtle-color", "--dp-card-background-color", 4.5),
    ("--dp-document-subtle-color", "--dp-band-background-color", 4.5),
    ("--dp-link-color", "--dp-document-background-color", 4.5),
    ("--dp-link-color", "--dp-card-background-color", 4.5),
    ("--dp-link-color", "--dp-band-background-color", 4.5),
    ("--dp-button-color", "--dp-button-background-color", 4.5),
    ("--dp-form-control-border-color", "--dp-document-background-color", 3.0),
    ("--dp-focus-outline-color", "--dp-document-background-color", 3.0),
];

/// Two colours with too little contrast, or whose contrast cannot be worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct LowContrast {
    /// The property with the text colour.
    pub foreground: &'static str,
    /// The property with the colour behind the text.
    pub background: &'static str,
    /// The contrast and the least it should be; `None` when a colour is in a notation that is not understood.
    pub ratio: Option<(f64, f64)>,
    /// Whether this is in dark mode.
    pub in_dark: bool,
    /// The media condition under which this holds, when not on all screens: `@media (min-width: 40rem)`.
    pub only: Option<String>,
}

/// A rule of a style that sets literal colours for text and background, with too little contrast.
#[derive(Clone, Debug, PartialEq)]
pub struct LowContrastRule {
    /// The byte offset of the text colour's declaration.
    pub at: usize,
    /// The contrast.
    pub ratio: f64,
}

/// The contrast that text needs (WCAG 2.2, 1.4.3).
pub const LEAST: f64 = 4.5;

/// The rules of a style that set both colours literally, with too little contrast between them.
pub fn low_contrast_rules(style: &str) -> Vec<LowContrastRule> {
    // Comments become blanks, so that offsets stay the same.
    let plain = with_blanked_comments(style);
    let mut found = Vec::new();
    for (open, _) in plain.match_indices('{') {
        let Some(inner) = plain.get(open + 1..).and_then(|rest| rest.split(['{', '}']).next()) else {
            continue;
        };
        let (mut foreground, mut background, mut at) = (None, None, open + 1);
        for declaration in inner.split(';') {
            if let Some((name, value)) = declaration.split_once(':') {
                let start = at + (declaration.len() - declaration.trim_start().len());
                let colour = plain_colour(value.trim());
                match name.trim() {
                    "color" => foreground = colour.map(|colour| (colour, start)),
                    "background" | "background-color" => background = colour,
                    _ => {}
                }
            }
            at += declaration.len() + 1;
        }
        if let (Some((foreground, at)), Some(background)) = (foreground, background) {
            let ratio = contrast(foreground, background);
            found.extend(Some(LowContrastRule { at, ratio }).filter(|rule| rule.ratio < LEAST));
        }
    }
    found
}

/// The style with its comments replaced by blanks of the same length.
fn with_blanked_comments(style: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(style.len()), style);
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        let length = comment.find("*/").map_or(comment.len(), |end| end + 2);
        plain.extend(std::iter::repeat_n(' ', length + 2));
        rest = &comment[length..];
    }
    plain + rest
}

/// The custom properties of `:root` in a style that contrast too little, in light and dark mode.
pub fn low_contrasts(style: &str) -> Vec<LowContrast> {
    let style = without_comments(style);
    let mut found: Vec<LowContrast> = Vec::new();
    for only in [None].into_iter().chain(conditions(&style).into_iter().map(Some)) {
        let light = properties(&style, false, only.as_deref());
        let mut dark = light.clone();
        dark.extend(properties(&style, true, only.as_deref()));
        for (properties, in_dark) in [(&light, false), (&dark, true)] {
            for (foreground, background, least) in PAIRS {
                let colours = colour_of(properties, foreground).zip(colour_of(properties, background));
                let ratio = colours.map(|(one, other)| (contrast(one, other), *least));
                // A pair that fails on all screens is reported once.
                let is_known = |known: &LowContrast| {
                    (known.foreground, known.background, known.in_dark) == (*foreground, *background, in_dark)
                };
                if ratio.is_none_or(|(ratio, least)| ratio < least) && !found.iter().any(is_known) {
                    found.push(LowContrast { foreground, background, ratio, in_dark, only: only.clone() });
                }
            }
        }
    }
    found
}

/// The media rules of a style, other than those for light and dark mode and for print.
fn conditions(style: &str) -> Vec<String> {
    let rules = style.match_indices("@media").filter_map(|(at, _)| style[at..].split('{').next());
    let rules = rules.filter(|rule| !rule.contains("prefers-color-scheme") && !rule.contains("print"));
    let mut conditions: Vec<String> = rules.map(|rule| rule.trim().to_owned()).collect();
    conditions.sort();
    conditions.dedup();
    conditions
}

fn without_comments(style: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(style.len()), style);
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain + rest
}

/// The custom properties of `:root`, at the top of a style or inside its rules for dark mode and for the
/// given media condition. Later ones win.
fn properties(style: &str, in_dark: bool, only: Option<&str>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    // The rules around the current position, outermost first.
    let mut around: Vec<String> = Vec::new();
    let mut words = String::new();
    for c in style.chars() {
        match c {
            '{' => around.push(std::mem::take(&mut words).trim().to_owned()),
            '}' | ';' => {
                let is_dark =
                    around.iter().any(|rule| rule.contains("prefers-color-scheme") && rule.contains("dark"));
                let always = ["@layer", "@supports"];
                let is_other = around.iter().any(|rule| {
                    rule.starts_with('@')
                        && !rule.contains("prefers-color-scheme")
                        && !always.iter().any(|word| rule.starts_with(word))
                        && Some(rule.as_str()) != only
                });
                let is_root =
                    around.last().is_some_and(|rule| rule.split(',').any(|one| one.trim() == ":root"));
                if is_root
                    && is_dark == in_dark
                    && !is_other
                    && let Some((name, value)) = words.split_once(':')
                    && name.trim().starts_with("--")
                {
                    found.insert(name.trim().to_owned(), value.trim().to_owned());
                }
                words.clear();
                if c == '}' {
                    around.pop();
                }
            }
            c => words.push(c),
        }
    }
    found
}

/// The colour of a property, following the properties that it refers to.
fn colour_of(properties: &BTreeMap<String, String>, name: &str) -> Option<[u8; 3]> {
    let mut name = name.to_owned();
    for _ in 0..8 {
        let value = properties.get(&name)?;
        let Some(inner) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) else {
            return plain_colour(value);
        };
        name = inner.split(',').next().unwrap_or(inner).trim().to_owned();
    }
    None
}

/// `#1a7f5a`, `#fff`, `white`, `black`.
fn plain_colour(value: &str) -> Option<[u8; 3]> {
    match value {
        "white" => Some([255; 3]),
        "black" => Some([0; 3]),
        value => colour_of_code(value.strip_prefix('#')?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_checked_in_light_and_in_dark_mode() {
        let base: String = PAIRS
            .iter()
            .flat_map(|(foreground, background, _)| {
                [format!("{foreground}:#000;"), format!("{background}:#fff;")]
            })
            .collect();
        let style = format!(
            ":root{{{base}}} .x {{ --dp-document-color: #fff }} :root {{ /* }} */ --dp-link-color: var(--dp-b); --dp-b: #999 }} \
             @media (prefers-color-scheme: dark) {{ :root {{ --dp-button-color: #eee; --dp-document-color: color-mix(in srgb, red, blue); }} }} \
             @media print {{ :root {{ --dp-button-color: #fff; }} }}"
        );
        let found = low_contrasts(&style);
        let pairs: Vec<_> =
            found.iter().map(|pale| (pale.foreground, pale.background, pale.in_dark)).collect();
        assert!(pairs.contains(&("--dp-link-color", "--dp-document-background-color", false)));
        assert!(pairs.contains(&("--dp-button-color", "--dp-button-background-color", true)));
        assert!(!pairs.contains(&("--dp-button-color", "--dp-button-background-color", false)));
        let unknown = found.iter().filter(|pale| pale.ratio.is_none()).count();
        assert_eq!(unknown, 3, "a colour that is not understood is reported as such: {found:?}");
        assert!((contrast([255; 3], [0; 3]) - 21.0).abs() < 1e-9);
        let wide = format!(
            ":root{{{base}}} @media (min-width: 40rem) {{ :root {{ --dp-button-color: #eee; }} }} @media print {{ :root {{ --dp-link-color: #eee; }} }}"
        );
        let found = low_contrasts(&wide);
        assert!(found.iter().all(|pale| pale.foreground == "--dp-button-color"), "{found:?}");
        assert_eq!(found[0].only.as_deref(), Some("@media (min-width: 40rem)"));
    }

    #[test]
    fn rules_that_set_both_colours_are_checked() {
        let style = ".a{color:#000;background:#fff}/* } */.b { background: #fff; color: #bbb; }.c{color:#bbb}\n@media print{.d{color:white;background-color:#ddd}}";
        let found: Vec<&str> =
            low_contrast_rules(style).iter().map(|rule| &style[rule.at..rule.at + 7]).collect();
        assert_eq!(found, ["color: ", "color:w"]);
    }
}
