//! What is said about keys and values, in Dutch and English.

use super::shape::{FieldInfo, Word};
use crate::ground::{
    Both, Code, Date, DateProblem, Diagnostic, Place, Speech, TimeProblem, Weekday, both, closest,
};

pub(crate) fn unknown_key(place: Place, key: &str, near: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(
        Code::UnknownKey,
        place,
        both(
            format!("'{key}' is hier geen bekend woord"),
            format!("'{key}' is not a word that is known here"),
        ),
    );
    match near {
        Some(_) => said.suggest(near),
        None => said.hint(both(
            "haal de regel weg, of zet wat je wilt vertellen in de tekst",
            "take the line out, or put what you want to tell in the text",
        )),
    }
}

pub(crate) fn doubled_key(place: Place, key: &str, first: &str) -> Diagnostic {
    let message = if key == first {
        both(format!("'{key}' staat er twee keer"), format!("'{key}' is there twice"))
    } else {
        both(
            format!("'{key}' en '{first}' zijn hetzelfde veld"),
            format!("'{key}' and '{first}' are the same field"),
        )
    };
    Diagnostic::new(Code::DoubledKey, place, message).hint(both("laat er één staan", "leave only one"))
}

pub(crate) fn missing_field(place: Place, field: &FieldInfo, speech: Speech) -> Diagnostic {
    let key = field.name(speech);
    Diagnostic::new(
        Code::MissingField,
        place,
        both(format!("'{key}' ontbreekt"), format!("'{key}' is missing")),
    )
    .hint(Both::from(field.help))
}

pub(crate) fn group_expected(place: Place, fields: &[FieldInfo]) -> Diagnostic {
    let example = fields.first();
    let key = |speech| example.map_or("", |field: &FieldInfo| field.name(speech));
    let (nl, en) = (key(Speech::Dutch), key(Speech::English));
    Diagnostic::new(
        Code::GroupExpected,
        place,
        both(
            "hier horen woorden met een waarde te staan, elk op een eigen regel",
            "keys with values are expected here, each on a line of its own",
        ),
    )
    .hint(both(
        format!("begin op de volgende regel, twee spaties naar rechts, met '{nl}: …'"),
        format!("begin on the next line, indented by two blanks, with '{en}: …'"),
    ))
}

pub(crate) fn line_expected(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::LineExpected,
        place,
        both(
            "hier hoort één waarde te staan, geen lijst of blok",
            "a single value is expected here, not a list or a block",
        ),
    )
    .hint(both("zet de waarde achter de dubbele punt", "put the value behind the colon"))
}

pub(crate) fn bad_slug(place: Place, typed: &str, meant: &str) -> Diagnostic {
    let said = Diagnostic::new(
        Code::BadSlug,
        place,
        both(
            format!("'{typed}' kan geen deel van een webadres zijn"),
            format!("'{typed}' cannot be part of a web address"),
        ),
    );
    if meant.is_empty() {
        said.hint(both(
            "gebruik kleine letters, cijfers en streepjes",
            "use small letters, digits and hyphens",
        ))
    } else {
        said.suggest(Some(meant))
    }
}

pub(crate) fn bad_alias(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadAlias,
        place,
        both(
            format!("'{typed}' is geen adres dat op deze site kan staan"),
            format!("'{typed}' is not an address that this site can have"),
        ),
    )
    .hint(both("schrijf bijvoorbeeld: /nieuws/oude-naam/", "write for example: /news/old-name/"))
}

pub(crate) fn bad_day(place: Place, typed: &str, problem: &DateProblem) -> Diagnostic {
    let message = match problem {
        DateProblem::TwoDays(..) => {
            both(format!("'{typed}' zijn twee dagen"), format!("'{typed}' are two days"))
        }
        DateProblem::Unreadable => {
            both(format!("'{typed}' is geen datum"), format!("'{typed}' is not a date"))
        }
        DateProblem::NoSuchDay { .. } => {
            both(format!("de datum '{typed}' bestaat niet"), format!("the date '{typed}' does not exist"))
        }
        DateProblem::YearMissing { .. } => both(
            format!("in de datum '{typed}' ontbreekt het jaar"),
            format!("the year is missing in the date '{typed}'"),
        ),
        DateProblem::ShortYear { .. } => both(
            format!("in de datum '{typed}' is het jaar te kort"),
            format!("the year is too short in the date '{typed}'"),
        ),
    };
    let said = Diagnostic::new(Code::BadDate, place, message);
    match problem {
        DateProblem::TwoDays(first, last) => {
            let lines = with_second_line(
                &said.place,
                ("einddatum", "end_date"),
                &first.to_string(),
                &last.to_string(),
            );
            said.hint(both("de laatste dag heeft een eigen regel", "the last day has a line of its own"))
                .correction(lines)
        }
        DateProblem::NoSuchDay { last_of_month: Some(last) } => said.hint(both(
            format!("die maand heeft {} dagen", last.day()),
            format!("that month has {} days", last.day()),
        )),
        DateProblem::ShortYear { meant } => said.suggest(Some(&meant.to_string())),
        DateProblem::YearMissing { .. } => {
            said.hint(both("zet het jaar erachter, met vier cijfers", "add the year, with four digits"))
        }
        _ => said.hint(both(
            "schrijf bijvoorbeeld: 28 oktober 2026, of 28-10-2026",
            "write for example: 28 October 2026, or 2026-10-28",
        )),
    }
}

/// The line with the first value, and one below it with the second. The second key is in the language of the
/// first.
fn with_second_line(place: &Place, second: (&str, &str), first_value: &str, second_value: &str) -> String {
    let line = place.with(first_value);
    let (indent, key) = {
        let start = place.excerpt.len() - place.excerpt.trim_start_matches([' ', '-']).len();
        (" ".repeat(start), place.excerpt[start..].split(':').next().unwrap_or(""))
    };
    let second = if matches!(key, "date" | "start" | "time" | "day") { second.1 } else { second.0 };
    format!("{line}\n{indent}{second}: {second_value}")
}

pub(crate) fn wrong_weekday(place: Place, date: Date, typed: Weekday) -> Diagnostic {
    let (real, wrong) = (weekday(date.weekday()), weekday(typed));
    let day = date.day();
    let month = MONTHS[usize::try_from(date.month() - 1).unwrap_or(0).min(11)];
    let year = date.year();
    Diagnostic::new(
        Code::WrongWeekday,
        place,
        both(
            format!("{day} {} {year} is een {}, geen {}", month.nl, real.nl, wrong.nl),
            format!("{day} {} {year} is a {}, not a {}", month.en, real.en, wrong.en),
        ),
    )
    .hint(both(
        "klopt de datum of klopt de dag? Laat de naam van de dag anders weg",
        "is it the date that is right or the day? Or leave out the name of the day",
    ))
}

const MONTHS: [crate::ground::Pair; 12] = {
    use crate::ground::Pair;
    [
        Pair::new("januari", "January"),
        Pair::new("februari", "February"),
        Pair::new("maart", "March"),
        Pair::new("april", "April"),
        Pair::new("mei", "May"),
        Pair::new("juni", "June"),
        Pair::new("juli", "July"),
        Pair::new("augustus", "August"),
        Pair::new("september", "September"),
        Pair::new("oktober", "October"),
        Pair::new("november", "November"),
        Pair::new("december", "December"),
    ]
};

fn weekday(weekday: Weekday) -> Both {
    let (nl, en) = match weekday {
        Weekday::Monday => ("maandag", "Monday"),
        Weekday::Tuesday => ("dinsdag", "Tuesday"),
        Weekday::Wednesday => ("woensdag", "Wednesday"),
        Weekday::Thursday => ("donderdag", "Thursday"),
        Weekday::Friday => ("vrijdag", "Friday"),
        Weekday::Saturday => ("zaterdag", "Saturday"),
        Weekday::Sunday => ("zondag", "Sunday"),
    };
    both(nl, en)
}

pub(crate) fn bad_time(place: Place, typed: &str, problem: TimeProblem) -> Diagnostic {
    let message = match problem {
        TimeProblem::Unreadable => {
            both(format!("'{typed}' is geen tijd"), format!("'{typed}' is not a time"))
        }
        TimeProblem::NoSuchTime => {
            both(format!("de tijd '{typed}' bestaat niet"), format!("the time '{typed}' does not exist"))
        }
        TimeProblem::TwoTimes(from, until) => {
            let said = both(format!("'{typed}' zijn twee tijden"), format!("'{typed}' are two times"));
            let lines = with_second_line(&place, ("einde", "end"), &from.dotted(), &until.dotted());
            return Diagnostic::new(Code::BadTime, place, said)
                .hint(both("het einde heeft een eigen regel", "the end has a line of its own"))
                .correction(lines);
        }
        TimeProblem::Spoken(morning, evening) => {
            let said = both(format!("schrijf '{typed}' in cijfers"), format!("write '{typed}' in figures"));
            return Diagnostic::new(Code::BadTime, place, said).hint(both(
                format!("{} of {}?", evening.dotted(), morning.dotted()),
                format!("{} or {}?", evening.iso(), morning.iso()),
            ));
        }
    };
    Diagnostic::new(Code::BadTime, place, message)
        .hint(both("schrijf bijvoorbeeld: 19.30", "write for example: 19:30"))
}

pub(crate) fn bad_number(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadNumber,
        place,
        both(format!("'{typed}' is geen getal"), format!("'{typed}' is not a number")),
    )
    .hint(both("schrijf alleen cijfers, zoals 120", "write only digits, such as 120"))
}

pub(crate) fn number_out_of_bounds(place: Place, typed: &str, least: i64, most: i64) -> Diagnostic {
    Diagnostic::new(
        Code::NumberOutOfBounds,
        place,
        both(
            format!("{typed} kan niet: het ligt tussen {least} en {most}"),
            format!("{typed} is not possible: it is between {least} and {most}"),
        ),
    )
}

pub(crate) fn bad_phone(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadPhone,
        place,
        both(format!("'{typed}' is geen telefoonnummer"), format!("'{typed}' is not a telephone number")),
    )
    .hint(both("schrijf bijvoorbeeld: 0521 12 34 56", "write for example: 0521 12 34 56"))
}

pub(crate) fn bad_email(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadEmail,
        place,
        both(format!("'{typed}' is geen e-mailadres"), format!("'{typed}' is not an e-mail address")),
    )
    .hint(both("schrijf bijvoorbeeld: info@dorpshuis.nl", "write for example: info@dorpshuis.nl"))
}

pub(crate) fn bad_web(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadWeb,
        place,
        both(format!("'{typed}' is geen webadres"), format!("'{typed}' is not a web address")),
    )
    .hint(both(
        "schrijf bijvoorbeeld: https://www.dorpshuis.nl",
        "write for example: https://www.dorpshuis.nl",
    ))
}

pub(crate) fn bad_postcode(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadPostcode,
        place,
        both(format!("'{typed}' is geen postcode"), format!("'{typed}' is not a postcode")),
    )
    .hint(both("schrijf vier cijfers en twee letters: 7948 AB", "write four digits and two letters: 7948 AB"))
}

pub(crate) fn bad_digits(place: Place, typed: &str, length: usize) -> Diagnostic {
    Diagnostic::new(
        Code::BadDigits,
        place,
        both(
            format!("'{typed}' moet uit precies {length} cijfers bestaan"),
            format!("'{typed}' must have exactly {length} digits"),
        ),
    )
    .hint(both("nullen vooraan horen erbij", "leading zeros count"))
}

pub(crate) fn bad_yes_no(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadYesNo,
        place,
        both(format!("'{typed}' is geen ja of nee"), format!("'{typed}' is neither yes nor no")),
    )
    .hint(both("schrijf ja of nee", "write yes or no"))
}

pub(crate) fn unknown_choice(place: Place, typed: &str, words: &'static [Word]) -> Diagnostic {
    let near = closest(typed, words.iter().flat_map(Word::spellings));
    let list = |speech| words.iter().map(|word| word.label.in_speech(speech)).collect::<Vec<_>>().join(", ");
    no_choice(place, typed, near, &both(list(Speech::Dutch), list(Speech::English)))
}

/// The same for a list that is not part of the program: the nearest of its words, or else all of them.
pub(crate) fn no_choice(place: Place, typed: &str, near: Option<&str>, list: &Both) -> Diagnostic {
    let said = Diagnostic::new(
        Code::UnknownChoice,
        place,
        both(format!("'{typed}' is hier geen keuze"), format!("'{typed}' is not a choice here")),
    );
    if near.is_some() {
        return said.suggest(near);
    }
    said.hint(both(format!("kies uit: {}", list.nl), format!("choose from: {}", list.en)))
}

pub(crate) fn consent_refused(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ConsentRefused,
        place,
        both(
            "wie op deze foto staat, vindt het niet goed: dan mag de foto niet op de site",
            "whoever is on this photo does not agree: then the photo may not be on the site",
        ),
    )
    .hint(both(
        "haal de foto hier weg, en het bestand ook uit de map media",
        "take the photo away here, and its file out of the folder media as well",
    ))
}
