//! Values that say that something is not known yet, or when it is without naming a day, and the messages about
//! them in Dutch and English.

use super::shape::FieldInfo;
use crate::ground::{Code, Diagnostic, Locale, Pair, Place, both, fold, month_from_word, quoted};

/// What people write for something that is not known yet, folded.
const NOT_KNOWN: [&str; 16] = [
    "onbekend",
    "ntb",
    "n t b",
    "nnb",
    "n n b",
    "nader te bepalen",
    "volgt",
    "datum volgt",
    "tijd volgt",
    "locatie volgt",
    "unknown",
    "tba",
    "tbd",
    "tbc",
    "to be announced",
    "to be confirmed",
];

/// Words that say the same in a longer phrase: `nog niet bekend`, `wordt nog bepaald`.
const NOT_KNOWN_WITHIN: [&str; 10] = [
    "nog niet bekend",
    "nog onbekend",
    "nog te bepalen",
    "nog bepaald",
    "nog bekend",
    "volgt nog",
    "volgt later",
    "not yet known",
    "not known yet",
    "yet to be",
];

/// Whether a value says that what belongs there is not known yet.
pub(crate) fn is_not_known_yet(typed: &str) -> bool {
    let folded = fold(typed);
    NOT_KNOWN.contains(&folded.as_str())
        || NOT_KNOWN_WITHIN.iter().any(|words| folded.starts_with(words) || folded.ends_with(words))
}

/// Whether a value says that, and nothing else: `volgt nog`, but not `de spreker volgt nog`.
pub(super) fn is_only_not_known(typed: &str) -> bool {
    let folded = fold(typed);
    NOT_KNOWN.contains(&folded.as_str()) || NOT_KNOWN_WITHIN.contains(&folded.as_str())
}

/// Whether a value tells roughly when something is, and names no day: `begin december`, `week 50`, `voorjaar
/// 2027`.
pub(super) fn is_rough_period(typed: &str) -> bool {
    const PERIODS: [&str; 20] = [
        "week", "weken", "weekend", "maand", "kwartaal", "jaar", "voorjaar", "lente", "zomer", "najaar",
        "herfst", "winter", "month", "quarter", "year", "spring", "summer", "autumn", "rond", "around",
    ];
    const ROUGHLY: [&str; 14] = [
        "begin", "medio", "half", "midden", "eind", "einde", "in", "van", "het", "early", "mid", "late",
        "of", "the",
    ];
    let folded = fold(typed);
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.parse::<u16>().is_ok();
    let words: Vec<&str> = folded.split(' ').filter(|word| !ROUGHLY.contains(word)).collect();
    match words.as_slice() {
        [only] if is_year(only) => true,
        [month] => month_from_word(month).is_some() || PERIODS.contains(month),
        [month, year] if month_from_word(month).is_some() => is_year(year),
        several => several.iter().any(|word| PERIODS.contains(word)),
    }
}

/// Reports a day that is not known yet; `draft` is the field that keeps the entry off the site, if it is still
/// empty.
pub(super) fn day_not_known(
    place: Place,
    typed: &str,
    draft: Option<&FieldInfo>,
    locale: Locale,
) -> Diagnostic {
    let remark = not_a_day(place, typed);
    let Some(draft) = draft else {
        return remark.hint(both(
            "laat deze regel weg zolang de dag niet bekend is",
            "leave this line out as long as the day is not known",
        ));
    };
    let line = draft_line(&remark.place, draft, locale);
    remark
        .hint(both(
            format!(
                "in plaats van deze regel: met '{}: ja' blijft dit van de site tot je de dag weet",
                draft.nl
            ),
            format!(
                "instead of this line: '{}: yes' keeps this off the site until you know the day",
                draft.en
            ),
        ))
        .correction(line)
}

/// Returns the line that makes an entry a draft, in the place of another.
pub(super) fn draft_line(place: &Place, draft: &FieldInfo, locale: Locale) -> String {
    let yes = Pair::new("ja", "yes").in_locale(locale);
    format!("{}{}: {yes}", place.prefix(), draft.name(locale))
}

/// Reports a period where one day belongs; `draft` as above.
pub(super) fn rough_period(place: Place, typed: &str, draft: Option<&FieldInfo>) -> Diagnostic {
    let hint = match draft {
        Some(draft) => both(
            format!(
                "noem de dag, zoals: 28 oktober 2026; weet je die nog niet, schrijf dan in plaats van deze regel '{}: ja'",
                draft.nl
            ),
            format!(
                "name the day, such as: 28 October 2026; if you do not know it yet, write '{}: yes' instead of this line",
                draft.en
            ),
        ),
        None => both(
            "noem de dag, zoals: 28 oktober 2026, of laat deze regel weg zolang je die niet weet",
            "name the day, such as: 28 October 2026, or leave this line out as long as you do not know it",
        ),
    };
    not_a_day(place, typed).hint(hint)
}

fn not_a_day(place: Place, typed: &str) -> Diagnostic {
    let quote = quoted(typed);
    let message = both(
        format!("hier hoort één dag, en die staat niet in {quote}"),
        format!("one day belongs here, and {quote} does not name one"),
    );
    Diagnostic::new(Code::BadDate, place, message)
}

/// Advises to leave out an optional value that is not known yet.
pub(crate) fn left_out_until_known(remark: Diagnostic) -> Diagnostic {
    let hint = both(
        "laat deze regel weg zolang het niet bekend is",
        "leave this line out as long as it is not known",
    );
    Diagnostic { correction: None, ..remark.hint(hint) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_yet_is_recognised() {
        for typed in [
            "onbekend",
            "n.t.b.",
            "NTB",
            "nog niet bekend",
            "Volgt nog",
            "datum volgt",
            "TBA",
            "wordt nog bepaald",
        ] {
            assert!(is_not_known_yet(typed), "{typed}");
        }
        for typed in ["Onbekendstraat 3", "Café Het Onbekende", "volgt de route", "28 oktober", "19.30"] {
            assert!(!is_not_known_yet(typed), "{typed}");
        }
    }

    #[test]
    fn a_rough_period_is_told_from_a_day() {
        for typed in [
            "week 50",
            "volgende week",
            "begin december",
            "eind mei 2027",
            "december 2026",
            "2027",
            "voorjaar 2027",
            "in het najaar",
            "volgende maand",
            "early December",
        ] {
            assert!(is_rough_period(typed), "{typed}");
        }
        for typed in ["5 december", "op afspraak", "maandag", "3 decmber 2026", "in"] {
            assert!(!is_rough_period(typed), "{typed}");
        }
    }
}
