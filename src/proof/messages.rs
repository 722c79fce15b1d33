//! The messages, in Dutch and English, about a theme that is being tried.

use crate::ground::{Both, Code, Diagnostic, Language, Place, both};
use crate::theme::{MissingWord, Setting};

/// The page on which something was seen, which exists only in memory.
pub(super) struct OnPage<'p> {
    /// Its address.
    pub(super) address: &'p str,
    /// The name of the village in the report.
    pub(super) village: &'p Both,
}

impl OnPage<'_> {
    fn seen_on(&self) -> Both {
        let (address, village) = (self.address, self.village);
        both(
            format!("gezien op de pagina {address} van {}", village.nl),
            format!("seen on the page {address} of {}", village.en),
        )
    }
}

pub(super) fn nesting(place: Place, detail: &str, page: &OnPage<'_>) -> Diagnostic {
    let page = page.seen_on();
    // The HTML parser shows elements in its own notation: Atom('main' type=inline).
    let detail = detail.replace("Atom('", "<");
    let detail = ["inline", "static", "dynamic"]
        .iter()
        .fold(detail, |detail, kind| detail.replace(&format!("' type={kind})"), ">"));
    Diagnostic::new(
        Code::ProofNesting,
        place,
        both(
            "op deze pagina sluiten de HTML-blokken niet goed in elkaar",
            "on this page the HTML elements are not nested correctly",
        ),
    )
    .hint(both(
        format!("de HTML-lezer meldt in het Engels: {detail}; {}", page.nl),
        format!("the HTML parser says: {detail}; {}", page.en),
    ))
}

pub(super) fn request(place: Place, address: &str, page: Option<&OnPage<'_>>) -> Diagnostic {
    let page = page.map_or_else(
        || both("", ""),
        |page| {
            let Both { nl, en } = page.seen_on();
            both(format!("; {nl}"), format!("; {en}"))
        },
    );
    Diagnostic::new(
        Code::ProofRequest,
        place,
        both(
            format!("wie dit ziet, haalt ongemerkt iets op bij een ander: '{address}'"),
            format!(
                "visitors to this page fetch something from another site without knowing it: '{address}'"
            ),
        ),
    )
    .hint(both(
        format!(
            "zet het bestand in de map assets van het thema; op een dorpssite kijkt niemand mee{}",
            page.nl
        ),
        format!("put the file in the theme's assets folder; nobody is tracked on a village site{}", page.en),
    ))
}

pub(super) fn no_help(place: Place, setting: &Setting, language: &Both) -> Diagnostic {
    let key = &setting.key;
    Diagnostic::new(
        Code::ProofMissingWord,
        place,
        both(
            format!("de instelling '{key}' heeft geen uitleg in het {}", language.nl),
            format!("the setting '{key}' has no help text in {}", language.en),
        ),
    )
    .hint(both(
        "zet eronder: 'uitleg:', met 'nl:' en 'en:' en elk één zin",
        "add below it: 'help:', with 'nl:' and 'en:' and one sentence each",
    ))
}

pub(super) fn missing_word(place: Place, word: &MissingWord) -> Diagnostic {
    let key = &word.key;
    let message = match &word.instead {
        Some((language, instead)) => {
            let Both { nl, en } = adjective(*language);
            both(
                format!("'{key}' ontbreekt; er staat dan het {nl} '{instead}'"),
                format!("'{key}' is missing; the {en} '{instead}' is shown instead"),
            )
        }
        None => both(
            format!("'{key}' ontbreekt; er staat dan '{key}'"),
            format!("'{key}' is missing; '{key}' is shown instead"),
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
