//! Messages about text that cannot be read on its background, in Dutch and English.

use super::contrast_check::{LEAST, LowContrast};
use crate::ground::{Code, Diagnostic, Place, Severity, both};

/// Reports that two colours of a style have too little contrast, or that their contrast cannot be worked out;
/// `colour` is the colour that the village chose, if any.
pub fn low_contrast(place: Place, found: &LowContrast, colour: Option<&str>) -> Diagnostic {
    let LowContrast { foreground, background, .. } = found;
    let mut when = if found.in_dark { both(", in het donker", ", in dark mode") } else { both("", "") };
    if let Some(only) = &found.only {
        when = both(format!("{}, bij {only}", when.nl), format!("{}, for {only}", when.en));
    }
    let colour = colour.map_or_else(
        || both("zonder eigen dorpskleur", "without a village colour of its own"),
        |colour| both(format!("dorpskleur {colour}"), format!("village colour {colour}")),
    );
    let message = match found.ratio {
        Some((ratio, least)) => both(
            format!(
                "{foreground} op {background} heeft een contrast van {}, minstens {} is nodig ({}{})",
                with_comma(ratio),
                with_comma(least),
                colour.nl,
                when.nl
            ),
            format!(
                "{foreground} on {background} has a contrast of {ratio:.1}, but at least {least} is needed ({}{})",
                colour.en, when.en
            ),
        ),
        None => both(
            format!("of {foreground} op {background} te lezen is, valt niet uit te rekenen{}", when.nl),
            format!("cannot work out whether {foreground} is readable on {background}{}", when.en),
        ),
    };
    let mut remark = Diagnostic::new(Code::ProofContrast, place, message);
    // Colours that cannot be worked out may well be fine.
    if found.ratio.is_none() {
        remark.severity = Severity::Warning;
    }
    remark.hint(both(
        "geef in de stijl een kleur als #1a7f5a, of laat de kleur aan het dorp",
        "write a colour such as #1a7f5a in the style, or leave the colour to the village",
    ))
}

/// Reports a rule that sets both colours literally, with too little contrast between them.
pub fn low_contrast_rule(place: Place, ratio: f64) -> Diagnostic {
    Diagnostic::new(
        Code::ProofContrast,
        place,
        both(
            format!(
                "deze letters hebben op hun achtergrond een contrast van {}, minstens {} is nodig",
                with_comma(ratio),
                with_comma(LEAST)
            ),
            format!(
                "this text has a contrast of {ratio:.1} on its background, but at least {LEAST} is needed"
            ),
        ),
    )
    .hint(both(
        "maak de letters donkerder of lichter; zijn ze groot en vet, dan is 3 genoeg",
        "make the text darker or lighter; for large bold text, 3 is enough",
    ))
}

/// `4,5` and `3`, as Dutch writes numbers.
fn with_comma(number: f64) -> String {
    let tenths = format!("{number:.1}");
    tenths.strip_suffix(".0").map_or_else(|| tenths.replace('.', ","), str::to_owned)
}
