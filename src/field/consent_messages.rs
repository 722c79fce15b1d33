//! Messages about pictures of people who do not agree or may not agree, in Dutch and English.

use super::shape::FieldInfo;
use crate::ground::{Code, Diagnostic, Locale, Pair, Place, both};

pub(super) fn consent_refused(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ConsentRefused,
        place,
        both(
            "wie op deze foto staat, vindt het niet goed: dan mag de foto niet op de site",
            "somebody in this photo does not agree, so the photo may not be on the site",
        ),
    )
    .hint(both(
        "haal de foto hier weg, en het bestand ook uit de map media",
        "remove the photo here, and delete its file from the media folder",
    ))
}

/// Reports `nog vragen`, `Jan wel, Piet niet`: nobody may be on the site until consent is certain.
pub(super) fn consent_doubtful(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ConsentDoubtful,
        place,
        both(
            format!("'{typed}' is nog geen toestemming van iedereen die op deze foto staat"),
            format!("'{typed}' is not yet the consent of everybody in this photo"),
        ),
    )
    .hint(both(
        "vindt iedereen het goed, begin dan met 'ja', zoals: ja, gevraagd op 5 september 2026; haal de foto hier anders weg tot je het weet",
        "if everybody agrees, begin with 'yes', for example: yes, asked on 5 September 2026; otherwise remove the photo here until you know",
    ))
}

/// Reports `tot 1 december 2026`: how long the picture may stay has a field of its own, `last`.
pub(super) fn consent_until(
    place: Place,
    (typed, day): (&str, &str),
    last: &FieldInfo,
    locale: Locale,
) -> Diagnostic {
    let yes = Pair::new("ja", "yes").in_locale(locale);
    let lines = format!("{}\n{}{}: {day}", place.with(yes), place.prefix(), last.name(locale));
    let is_line = place.excerpt.trim_end().ends_with(typed);
    let remark = Diagnostic::new(
        Code::ConsentDoubtful,
        place,
        both(
            format!("'{typed}' zegt hoe lang de foto mag blijven staan, en dat is een ander veld"),
            format!("'{typed}' says how long the photo may stay, and that is another field"),
        ),
    )
    .hint(both(format!("dat hoort bij '{}'", last.nl), format!("that belongs in '{}'", last.en)));
    if is_line { remark.correction(lines) } else { remark }
}
