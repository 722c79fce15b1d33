//! The messages, in Dutch and English, about problems that no lower floor can detect by itself.

use std::path::Path;

use crate::ground::{Both, Code, Date, Diagnostic, Place, both, day_in_words, with_slashes};
use crate::read::{Refused, SITE_FILE};

/// Reports that the list of what was last published is not a valid list.
pub(super) fn previous_list_missing(list: &Path) -> Diagnostic {
    let list = with_slashes(list).into_owned();
    let message = both(
        format!("'{list}' is geen lijst van wat er de vorige keer op de site stond"),
        format!("'{list}' is not a list of what was on the site last time"),
    );
    Diagnostic::new(Code::LastListUnreadable, Place::of_file(list), message).hint(both(
        "of er adressen zijn verdwenen, is nu niet nagekeken; de rest wel",
        "whether any addresses have disappeared was not checked this time; everything else was",
    ))
}

/// Reports that none of a portal's sources gave a village.
pub(super) fn portal_emptied() -> Diagnostic {
    let message = both(
        "geen enkele bron gaf een dorp: het portaal zou leeg zijn",
        "no source gave a village: the portal would be empty",
    );
    Diagnostic::new(Code::PortalEmptied, Place::of_file(SITE_FILE), message).hint(both(
        "er wordt niets gemaakt, dus de vorige site blijft staan; bij de bronnen staat wat er mis is",
        "nothing is built, so the previous site stays; see the messages about the sources for what is wrong",
    ))
}

/// Reports a source from which nothing was ever gathered.
pub(super) fn not_gathered_yet(place: Place, typed: &str) -> Diagnostic {
    let message = both(
        format!("van de bron '{typed}' is nog niets opgehaald"),
        format!("nothing has been gathered from the source '{typed}' yet"),
    );
    Diagnostic::new(Code::SourceNotGathered, place, message).hint(both(
        "maak de site met internet erbij, zonder --zonder-ophalen; tot dan staan deze dorpen er niet bij",
        "build the site with an internet connection, without --no-gathering; until then these villages are left out",
    ))
}

/// Reports that the response was not the document of a village and nothing was kept, in the words recorded
/// when it arrived.
pub(super) fn refused(place: Place, why: &Refused) -> Diagnostic {
    let code = if why.is_too_new { Code::SourceTooNew } else { Code::SourceNoVillage };
    let remark = Diagnostic::new(code, place, why.message.clone());
    match &why.hint {
        Some(hint) => remark.hint(hint.clone()),
        None => remark,
    }
}

/// Reports a name for a single village, on a source that gives several.
pub(super) fn name_for_several(place: Place, name: &str, typed: &str, many: usize) -> Diagnostic {
    let message = both(
        format!("'{typed}' geeft {many} dorpen, dus geen daarvan heet hier '{name}'"),
        format!("'{typed}' gives {many} villages, so none of them is called '{name}' here"),
    );
    Diagnostic::new(Code::SourceNameUnused, place, message).hint(both(
        "een naam is die van één dorp: haal deze regel weg, of noem dat ene dorp als bron en zet de naam daarbij",
        "a name belongs to one village: remove this line, or list that one village as a source and put the name there",
    ))
}

/// Reports that the copy in the store is missing or damaged: the next run that gathers fetches it again.
pub(super) fn damaged(place: Place, from: &str) -> Diagnostic {
    let message = both(
        format!("wat van '{from}' bewaard was, is weg of beschadigd"),
        format!("the stored copy of '{from}' is missing or damaged"),
    );
    Diagnostic::new(Code::SourceNotGathered, place, message).hint(both(
        "maak de site zonder --zonder-ophalen, dan komt het opnieuw; tot dan staat dit dorp er niet bij",
        "build the site without --no-gathering to fetch it again; until then this village is left out",
    ))
}

/// Reports why there is nothing newer, and from which day the current contents are.
pub(super) fn not_refreshed(place: Place, trouble: &Both, day: Option<Date>) -> Diagnostic {
    let (nl, nl_hint) = trouble.nl.split_once('\n').unwrap_or((&trouble.nl, ""));
    let (en, en_hint) = trouble.en.split_once('\n').unwrap_or((&trouble.en, ""));
    let instead = match day {
        Some(day) => {
            let day = day_in_words(day);
            both(
                format!("wat er staat, is van {}", day.nl),
                format!("the current contents are from {}", day.en),
            )
        }
        None => {
            both("tot dan staat er niets van op het portaal", "until then the portal shows nothing from it")
        }
    };
    let hint = |hint: &str, instead: &str| {
        if hint.is_empty() { instead.to_owned() } else { format!("{hint}; {instead}") }
    };
    Diagnostic::new(Code::SourceNotGathered, place, both(nl, en))
        .hint(both(hint(nl_hint, &instead.nl), hint(en_hint, &instead.en)))
}
