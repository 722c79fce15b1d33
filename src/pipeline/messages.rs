//! What is said on the way of what no floor below can tell by itself, in Dutch and English.

use std::path::Path;

use crate::ground::{Both, Code, Date, Diagnostic, Place, both, day_in_words, with_slashes};
use crate::read::{Refused, SITE_FILE};

/// The list of what was published the last time is none.
pub(super) fn no_last_list(list: &Path) -> Diagnostic {
    let list = with_slashes(list).into_owned();
    let message = both(
        format!("'{list}' is geen lijst van wat er de vorige keer op de site stond"),
        format!("'{list}' is no list of what was on the site the last time"),
    );
    Diagnostic::new(Code::LastListUnreadable, Place::whole(list), message).hint(both(
        "of er adressen zijn verdwenen, is nu niet nagekeken; de rest wel",
        "whether addresses are gone was not looked at now; everything else was",
    ))
}

/// No source of a portal gave a village.
pub(super) fn portal_emptied() -> Diagnostic {
    let message = both(
        "geen enkele bron gaf een dorp: het portaal zou leeg zijn",
        "no source gave a village: the portal would be empty",
    );
    Diagnostic::new(Code::PortalEmptied, Place::whole(SITE_FILE), message).hint(both(
        "er wordt niets gemaakt, dus de vorige site blijft staan; bij de bronnen staat wat er mis is",
        "nothing is made, so the last site stays; what is wrong is told of the sources",
    ))
}

/// Nothing was ever gathered of a source.
pub(super) fn not_gathered_yet(place: Place, typed: &str) -> Diagnostic {
    let message = both(
        format!("van de bron '{typed}' is nog niets opgehaald"),
        format!("nothing was gathered of the source '{typed}' yet"),
    );
    Diagnostic::new(Code::SourceNotGathered, place, message).hint(both(
        "maak de site met internet erbij, zonder --zonder-ophalen; tot dan staan deze dorpen er niet bij",
        "make the site with the internet at hand, without --no-gathering; until then these villages are left out",
    ))
}

/// What came is no document of a village, and nothing of it was kept: as it was said when it came.
pub(super) fn refused(place: Place, why: &Refused) -> Diagnostic {
    let code = if why.is_too_new { Code::SourceTooNew } else { Code::SourceNoVillage };
    let remark = Diagnostic::new(code, place, why.message.clone());
    match &why.hint {
        Some(hint) => remark.hint(hint.clone()),
        None => remark,
    }
}

/// A name for one village, of a source that gives so many.
pub(super) fn name_of_many(place: Place, name: &str, typed: &str, many: usize) -> Diagnostic {
    let message = both(
        format!("'{typed}' geeft {many} dorpen, dus geen daarvan heet hier '{name}'"),
        format!("'{typed}' gives {many} villages, so none of those is called '{name}' here"),
    );
    Diagnostic::new(Code::SourceNameUnused, place, message).hint(both(
        "een naam is die van één dorp: haal deze regel weg, of noem dat ene dorp als bron en zet de naam daarbij",
        "a name is that of one village: take this line away, or name that one village as a source and put the name there",
    ))
}

/// The copy in the store is gone or is not what it was: the next time that is gathered, it comes anew.
pub(super) fn damaged(place: Place, from: &str) -> Diagnostic {
    let message = both(
        format!("wat van '{from}' bewaard was, is weg of beschadigd"),
        format!("what was kept of '{from}' is gone or damaged"),
    );
    Diagnostic::new(Code::SourceNotGathered, place, message).hint(both(
        "maak de site zonder --zonder-ophalen, dan komt het opnieuw; tot dan staat dit dorp er niet bij",
        "make the site without --no-gathering, and it comes anew; until then this village is left out",
    ))
}

/// Why nothing new came, and of which day is what stands there instead.
pub(super) fn not_renewed(place: Place, trouble: &Both, day: Option<Date>) -> Diagnostic {
    let (nl, nl_hint) = trouble.nl.split_once('\n').unwrap_or((&trouble.nl, ""));
    let (en, en_hint) = trouble.en.split_once('\n').unwrap_or((&trouble.en, ""));
    let instead = match day {
        Some(day) => {
            let day = day_in_words(day);
            both(format!("wat er staat, is van {}", day.nl), format!("what is there, is of {}", day.en))
        }
        None => {
            both("tot dan staat er niets van op het portaal", "until then nothing of it is on the portal")
        }
    };
    let hint = |hint: &str, instead: &str| {
        if hint.is_empty() { instead.to_owned() } else { format!("{hint}; {instead}") }
    };
    Diagnostic::new(Code::SourceNotGathered, place, both(nl, en))
        .hint(both(hint(nl_hint, &instead.nl), hint(en_hint, &instead.en)))
}
