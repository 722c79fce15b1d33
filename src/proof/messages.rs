//! What is said of a theme that is tried, in Dutch and English.

use super::contrast::{LEAST, Pale};
use crate::ground::{Both, Code, Diagnostic, Language, Place, Severity, both};
use crate::theme::{MissingWord, Setting};

/// The page on which something was seen, for it lies on no disk.
pub(super) struct OnPage<'p> {
    /// Its address.
    pub(super) address: &'p str,
    /// What the village is called in the report.
    pub(super) village: &'p Both,
}

impl OnPage<'_> {
    fn told(&self) -> Both {
        let (address, village) = (self.address, self.village);
        both(
            format!("gezien op de pagina {address} van {}", village.nl),
            format!("seen on the page {address} of {}", village.en),
        )
    }
}

pub(super) fn nesting(place: Place, detail: &str, page: &OnPage<'_>) -> Diagnostic {
    let page = page.told();
    // The reader of HTML names an element as it keeps it: Atom('main' type=inline).
    let detail = detail.replace("Atom('", "<");
    let detail = ["inline", "static", "dynamic"]
        .iter()
        .fold(detail, |detail, kind| detail.replace(&format!("' type={kind})"), ">"));
    Diagnostic::new(
        Code::ProofNesting,
        place,
        both(
            "op deze pagina sluiten de HTML-blokken niet goed in elkaar",
            "on this page the blocks of HTML do not nest",
        ),
    )
    .hint(both(
        format!("wat HTML leest, zegt in het Engels: {detail}; {}", page.nl),
        format!("what reads HTML says: {detail}; {}", page.en),
    ))
}

pub(super) fn request(place: Place, address: &str, page: Option<&OnPage<'_>>) -> Diagnostic {
    let page = page.map_or_else(
        || both("", ""),
        |page| {
            let Both { nl, en } = page.told();
            both(format!("; {nl}"), format!("; {en}"))
        },
    );
    Diagnostic::new(
        Code::ProofRequest,
        place,
        both(
            format!("wie dit ziet, haalt ongemerkt iets op bij een ander: '{address}'"),
            format!("whoever sees this fetches something elsewhere without knowing: '{address}'"),
        ),
    )
    .hint(both(
        format!(
            "zet het bestand in de map assets van het thema; op een dorpssite kijkt niemand mee{}",
            page.nl
        ),
        format!(
            "put the file into the folder assets of the theme; nobody is watched on a village site{}",
            page.en
        ),
    ))
}

pub(super) fn pale(place: Place, pale: &Pale, colour: &str) -> Diagnostic {
    let Pale { letters, behind, .. } = pale;
    let mut when = if pale.in_dark { both(", in het donker", ", in the dark") } else { both("", "") };
    if let Some(only) = &pale.only {
        when = both(format!("{}, bij {only}", when.nl), format!("{}, with {only}", when.en));
    }
    let message = match pale.ratio {
        Some((ratio, least)) => both(
            format!(
                "{letters} op {behind} heeft een contrast van {ratio:.1}, minstens {least} is nodig (dorpskleur {colour}{})",
                when.nl
            ),
            format!(
                "{letters} on {behind} has a contrast of {ratio:.1}, at least {least} is needed (village colour {colour}{})",
                when.en
            ),
        ),
        None => both(
            format!("of {letters} op {behind} te lezen is, valt niet uit te rekenen{}", when.nl),
            format!("whether {letters} on {behind} can be read cannot be worked out{}", when.en),
        ),
    };
    let mut said = Diagnostic::new(Code::ProofContrast, place, message);
    // What cannot be worked out may well be right.
    if pale.ratio.is_none() {
        said.severity = Severity::Warning;
    }
    said.hint(both(
        "geef in de stijl een kleur als #1a7f5a, of laat de kleur aan het dorp",
        "give a colour such as #1a7f5a in the style, or leave the colour to the village",
    ))
}

/// A rule writes both colours, and the letters cannot be read.
pub(super) fn pale_rule(place: Place, ratio: f64) -> Diagnostic {
    Diagnostic::new(
        Code::ProofContrast,
        place,
        both(
            format!("deze letters hebben op hun achtergrond een contrast van {ratio:.1}, minstens {LEAST} is nodig"),
            format!("these letters have a contrast of {ratio:.1} on what stands behind them, at least {LEAST} is needed"),
        ),
    )
    .hint(both(
        "maak de letters donkerder of lichter; zijn ze groot en vet, dan is 3 genoeg",
        "make the letters darker or lighter; when they are large and bold, 3 is enough",
    ))
}

pub(super) fn no_help(place: Place, setting: &Setting, language: &Both) -> Diagnostic {
    let key = &setting.key;
    Diagnostic::new(
        Code::ProofMissingWord,
        place,
        both(
            format!("de instelling '{key}' heeft geen uitleg in het {}", language.nl),
            format!("the setting '{key}' has no help in {}", language.en),
        ),
    )
    .hint(both(
        "zet eronder: 'uitleg:', met 'nl:' en 'en:' en elk één zin",
        "put below it: 'help:', with 'nl:' and 'en:' and one sentence each",
    ))
}

pub(super) fn missing_word(place: Place, word: &MissingWord) -> Diagnostic {
    let key = &word.key;
    let message = match &word.instead {
        Some((language, instead)) => {
            let Both { nl, en } = adjective(*language);
            both(
                format!("'{key}' ontbreekt; er staat dan het {nl} '{instead}'"),
                format!("'{key}' is missing; the {en} '{instead}' stands there instead"),
            )
        }
        None => both(
            format!("'{key}' ontbreekt; er staat dan '{key}'"),
            format!("'{key}' is missing; '{key}' stands there instead"),
        ),
    };
    Diagnostic::new(Code::ProofMissingWord, place, message)
}

/// `Nederlandse`
fn adjective(language: Language) -> Both {
    let nl = match language {
        Language::Dutch => "Nederlandse",
        Language::Frisian => "Friese",
        Language::LowSaxon => "Nedersaksische",
        Language::English => "Engelse",
        Language::German => "Duitse",
    };
    both(nl, language.name().en)
}
