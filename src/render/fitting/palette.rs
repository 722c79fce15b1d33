//! Derives a palette from one colour in OKLCH (Ottosson 2020; CSS Color 4 §9.3): it keeps hue and chroma, and
//! chooses lightness so that contrast suffices in light and dark mode (WCAG 2.2, 1.4.3 and 1.4.11).

/// Moss green: the colour of a village that chose none.
const DEFAULT: [u8; 3] = [0x2f, 0x6b, 0x4f];

/// A colour in OKLCH: lightness 0–1, chroma, hue in radians.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Oklch {
    l: f64,
    c: f64,
    h: f64,
}

/// The custom properties of a site's palette, for light and dark mode, as a style sheet.
pub(super) fn palette_style(accent: Option<[u8; 3]>) -> String {
    let base = to_oklch(accent.unwrap_or(DEFAULT));
    let light = declarations(&light(base));
    let dark = declarations(&dark(base));
    format!(":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}")
}

/// The tone that a site uses in place of a colour on which white text is unreadable (WCAG 2.2, 1.4.3); `None`
/// when white text is readable on it.
pub(in crate::render) fn readable_tone(accent: [u8; 3]) -> Option<[u8; 3]> {
    if contrast(accent, [255; 3]) >= READABLE {
        return None;
    }
    light(to_oklch(accent)).into_iter().find(|(name, _)| *name == "accent").map(|(_, rgb)| rgb)
}

/// White or black, whichever is more readable on a colour (WCAG 2.2, 1.4.3: one of them always passes).
pub(super) fn readable_on(colour: [u8; 3]) -> [u8; 3] {
    let (white, black) = ([255; 3], [0; 3]);
    if contrast(colour, white) >= contrast(colour, black) { white } else { black }
}

/// The contrast that text needs (WCAG 2.2, 1.4.3, level AA).
const READABLE: f64 = 4.5;

type Palette = Vec<(&'static str, [u8; 3])>;

fn light(base: Oklch) -> Palette {
    let chroma = base.c.min(0.15);
    let tone = |l: f64, share: f64| to_rgb(Oklch { l, c: chroma * share, h: base.h });
    let paper = tone(0.985, 0.06);
    let sunken = tone(0.955, 0.14);
    // White text must be readable on the accent, and the accent readable on every background.
    let accent = nearest_passing(
        base.h,
        chroma,
        |rgb| contrast(rgb, [255; 3]) >= 5.2 && contrast(rgb, sunken) >= 4.6,
        base.l.min(0.62),
        false,
    );
    vec![
        ("paper", paper),
        ("surface", [255; 3]),
        ("sunken", sunken),
        ("line", tone(0.885, 0.18)),
        ("control", nearest_passing(base.h, chroma * 0.3, |rgb| contrast(rgb, paper) >= 3.2, 0.7, false)),
        ("ink", tone(0.235, 0.22)),
        ("quiet", nearest_passing(base.h, chroma * 0.22, |rgb| contrast(rgb, sunken) >= 5.0, 0.6, false)),
        ("accent", accent),
        (
            "accent-deep",
            nearest_passing(base.h, chroma * 0.85, |rgb| contrast(rgb, [255; 3]) >= 9.0, 0.42, false),
        ),
        ("on-accent", [255; 3]),
        ("accent-soft", tone(0.925, 0.36)),
    ]
}

fn dark(base: Oklch) -> Palette {
    let chroma = base.c.min(0.13);
    let tone = |l: f64, share: f64| to_rgb(Oklch { l, c: chroma * share, h: base.h });
    let paper = tone(0.185, 0.16);
    let surface = tone(0.23, 0.18);
    let accent =
        nearest_passing(base.h, chroma * 0.85, |rgb| contrast(rgb, surface) >= 6.0, base.l.max(0.72), true);
    vec![
        ("paper", paper),
        ("surface", surface),
        ("sunken", tone(0.155, 0.16)),
        ("line", tone(0.33, 0.2)),
        ("control", nearest_passing(base.h, chroma * 0.3, |rgb| contrast(rgb, surface) >= 3.4, 0.5, true)),
        ("ink", tone(0.945, 0.05)),
        ("quiet", nearest_passing(base.h, chroma * 0.14, |rgb| contrast(rgb, surface) >= 6.0, 0.7, true)),
        ("accent", accent),
        ("accent-deep", tone(0.27, 0.45)),
        ("on-accent", tone(0.17, 0.2)),
        ("accent-soft", tone(0.31, 0.36)),
    ]
}

/// Writes the colours as the tokens of styles: component, then property, as NL Design System names them.
fn declarations(palette: &Palette) -> String {
    let tokens = palette.iter().map(|(name, rgb)| format!("--dp-{}:{};", token(name), hex(*rgb)));
    tokens.collect()
}

/// `#1a7f5a`
pub(in crate::render) fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn token(name: &str) -> &str {
    match name {
        "paper" => "document-background-color",
        "ink" => "document-color",
        "quiet" => "document-subtle-color",
        "surface" => "card-background-color",
        "sunken" => "band-background-color",
        "line" => "separator-color",
        "control" => "form-control-border-color",
        "accent" => "action-color",
        "on-accent" => "action-contrast-color",
        "accent-deep" => "footer-background-color",
        "accent-soft" => "highlight-background-color",
        other => other,
    }
}

/// The tone nearest to `from` that passes, found by lowering or raising lightness step by step.
fn nearest_passing(
    hue: f64,
    chroma: f64,
    passes: impl Fn([u8; 3]) -> bool,
    from: f64,
    upwards: bool,
) -> [u8; 3] {
    let mut l = from;
    loop {
        let rgb = to_rgb(Oklch { l, c: chroma, h: hue });
        if passes(rgb) || !(0.02..=0.98).contains(&l) {
            return rgb;
        }
        l += if upwards { 0.01 } else { -0.01 };
    }
}

/// The contrast between two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn gamma(part: f64) -> f64 {
    if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 }
}

fn to_oklch(rgb: [u8; 3]) -> Oklch {
    let [r, g, b] = rgb.map(linear);
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
    let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
    Oklch { l: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s, c: a.hypot(b), h: b.atan2(a) }
}

/// The nearest colour that a screen can show: lowers chroma until all components are in range.
fn to_rgb(colour: Oklch) -> [u8; 3] {
    let mut chroma = colour.c;
    loop {
        let parts = linear_parts(Oklch { c: chroma, ..colour });
        let fits = parts.iter().all(|part| (-0.0005..=1.0005).contains(part));
        if fits || chroma < 0.001 {
            return parts.map(|part| to_byte(gamma(part.clamp(0.0, 1.0))));
        }
        chroma *= 0.97;
    }
}

fn linear_parts(Oklch { l, c, h }: Oklch) -> [f64; 3] {
    let (a, b) = (c * h.cos(), c * h.sin());
    let l_ = (l + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m_ = (l - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s_ = (l - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l_ - 3.307_711_591_3 * m_ + 0.230_969_929_2 * s_,
        -1.268_438_004_6 * l_ + 2.609_757_401_1 * m_ - 0.341_319_396_5 * s_,
        -0.004_196_086_3 * l_ - 0.703_418_614_7 * m_ + 1.707_614_701_0 * s_,
    ]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–255 first")]
fn to_byte(part: f64) -> u8 {
    (part * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(palette: &Palette, name: &str) -> [u8; 3] {
        palette
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, rgb)| *rgb)
            .expect("a colour of the palette")
    }

    #[test]
    fn a_colour_survives_a_round_trip_through_oklch() {
        for rgb in [[0x1a, 0x7f, 0x5a], [255, 255, 255], [0, 0, 0], [200, 30, 90]] {
            assert_eq!(to_rgb(to_oklch(rgb)), rgb);
        }
    }

    /// The contrast computed independently of the code above: in percentages, with the older bound of WCAG
    /// 2.0 (0.03928) and powers by logarithm.
    fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
        let weight = |rgb: [u8; 3]| {
            let part = |byte: u8| match f64::from(byte) / 255.0 {
                low if low <= 0.03928 => low / 12.92,
                high => f64::exp(2.4 * f64::ln((high + 0.055) / 1.055)),
            };
            21.26 * part(rgb[0]) + 71.52 * part(rgb[1]) + 7.22 * part(rgb[2]) + 5.0
        };
        let (one, other) = (weight(one), weight(other));
        if one > other { one / other } else { other / one }
    }

    #[test]
    fn a_colour_that_is_too_light_gets_a_readable_tone() {
        assert_eq!(readable_tone([0x1a, 0x7a, 0x55]), None);
        let yellow = readable_tone([0xff, 0xe0, 0x30]).expect("another tone");
        assert!(ratio(yellow, [255; 3]) >= 4.5);
    }

    #[test]
    fn every_colour_gives_a_readable_palette() {
        for seed in 0u32..512 {
            let mixed = seed.wrapping_mul(2_654_435_761);
            let [r, g, b, _] = mixed.to_le_bytes();
            let base = to_oklch([r, g, b]);
            for palette in [light(base), dark(base)] {
                let of = |text, background| ratio(named(&palette, text), named(&palette, background));
                let describe = |text: &str, background: &str, ratio: f64| {
                    format!("{text} on {background}: {ratio:.2} in the palette of #{r:02x}{g:02x}{b:02x}")
                };
                // Text on everything behind it, and the outline of the focused element.
                let texts = [
                    ("ink", "paper"),
                    ("ink", "surface"),
                    ("ink", "sunken"),
                    ("ink", "accent-soft"),
                    ("quiet", "paper"),
                    ("quiet", "surface"),
                    ("quiet", "sunken"),
                    ("accent", "paper"),
                    ("accent", "surface"),
                    ("on-accent", "accent"),
                    ("paper", "ink"),
                ];
                for (text, background) in texts {
                    let ratio = of(text, background);
                    assert!(ratio >= 4.5, "{}", describe(text, background, ratio));
                }
                for (line, background) in [("control", "paper"), ("control", "surface"), ("accent", "sunken")]
                {
                    let ratio = of(line, background);
                    assert!(ratio >= 3.0, "{}", describe(line, background, ratio));
                }
                // The footer of every page has white text.
                assert!(ratio([255; 3], named(&palette, "accent-deep")) >= 4.5);
            }
        }
    }
}
