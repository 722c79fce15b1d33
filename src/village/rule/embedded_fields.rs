//! Splits a rule that contains more than a rule can say: the rest belongs on lines of its own.

use super::sentence::{months_of, parse};
use crate::ground::{
    BEFORE_LAST, DateProblem, TimeOfDay, TimeProblem, date_in_words, fold, parse_date, parse_time,
};

/// A field that was found among the words of a rule, with its Dutch and English name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct EmbeddedField {
    pub(super) nl: &'static str,
    pub(super) en: &'static str,
    pub(super) value: String,
}

const FROM: [&str; 8] =
    ["met ingang van ", "vanaf ", "sinds ", "ingaande ", "van ", "starting ", "since ", "from "];
/// Words before a last day, in rules only: elsewhere they precede the day that something moves to.
const THROUGH: [&str; 2] = ["through ", "to "];
const EXCEPT: [&str; 8] = [
    "met uitzondering van ",
    "behalve ",
    "uitgezonderd ",
    "maar niet ",
    "niet ",
    "m.u.v. ",
    "except ",
    "not ",
];
const AT: [&str; 6] = ["om ", "van ", "vanaf ", "at ", "from ", ""];

/// Names for groups of days that `behalve` accepts.
const DAYS_BY_NAME: [&str; 9] = [
    "feestdagen",
    "schoolvakanties",
    "herfstvakantie",
    "kerstvakantie",
    "voorjaarsvakantie",
    "meivakantie",
    "zomervakantie",
    "public holidays",
    "school holidays",
];

/// Splits a text into the rule alone and the fields after it: `elke dinsdag van 10.00 tot 12.00 uur` gives
/// `elke dinsdag` with a start and an end.
pub(super) fn split_off_fields(typed: &str) -> Option<(String, Vec<EmbeddedField>)> {
    let mut rule = typed.trim().to_owned();
    let mut own_fields = Vec::new();
    while own_fields.len() < 6 {
        if parse(&rule).is_ok() {
            return (!own_fields.is_empty()).then(|| in_part_of_day(rule, own_fields));
        }
        let (at, mut found) = rule.match_indices(' ').find_map(|(at, _)| {
            Some((at, fields_of_clause(rule.get(at + 1..)?.trim_end_matches(['.', ',', ';', ')']))?))
        })?;
        found.append(&mut own_fields);
        own_fields = found;
        rule = rule[..at].trim_end_matches([' ', ',', ';', ':', '(']).to_owned();
    }
    None
}

/// Moves times to the part of the day that the rule names: `elke dinsdagavond om 8 uur` is at 20.00.
fn in_part_of_day(rule: String, mut own_fields: Vec<EmbeddedField>) -> (String, Vec<EmbeddedField>) {
    let folded = fold(&rule);
    let names_part = |words: [&str; 2]| words.iter().any(|part| folded.contains(part));
    let until = if names_part(["avond", "evening"]) {
        12
    } else if names_part(["middag", "afternoon"]) {
        8
    } else {
        0
    };
    for field in own_fields.iter_mut().filter(|field| matches!(field.en, "start" | "end")) {
        let later = parse_time(&field.value).ok().filter(|time| (1..until).contains(&time.hour()));
        if let Some(later) = later.and_then(TimeOfDay::half_a_day_later) {
            field.value = later.dotted();
        }
    }
    (rule, own_fields)
}

/// Returns the start among these fields if it may just as well be twelve hours later:
/// `elke dinsdag van 2 tot 4 uur`.
pub(super) fn doubtful_start(typed: &str, own_fields: &[EmbeddedField]) -> Option<TimeOfDay> {
    let start = own_fields.iter().find(|field| field.en == "start")?;
    let time = parse_time(&start.value).ok().filter(|time| time.may_mean_afternoon(typed))?;
    let hour = time.hour();
    let whole =
        [format!("{hour} uur"), format!("{hour}u"), format!("van {hour} tot"), format!("from {hour} to")];
    let is_spoken = (7..9).contains(&time.hour()) && whole.iter().any(|words| typed.contains(words.as_str()));
    (time.hour() < 6 || is_spoken).then_some(time)
}

/// Reads words that are not part of a rule as fields; `None` unless all of them fit.
fn fields_of_clause(words: &str) -> Option<Vec<EmbeddedField>> {
    let words = words.trim_start_matches('(');
    let after_lead = |leads: &'static [&'static str]| {
        let lower = words.to_lowercase();
        leads.iter().filter(move |lead| lower.starts_with(**lead)).filter_map(|lead| words.get(lead.len()..))
    };
    let from = || after_lead(&FROM).find_map(days_from);
    let until = || {
        after_lead(&BEFORE_LAST).chain(after_lead(&THROUGH)).find_map(|value| match parse_time(value) {
            Ok(time) if value.contains(['.', ':', 'u']) => Some(vec![end_field(time)]),
            _ => parse_date(value).is_ok().then(|| vec![field("tot", "until", value)]),
        })
    };
    let except =
        || after_lead(&EXCEPT).find_map(|value| Some(vec![field("behalve", "except", &days_of(value)?)]));
    let hours = || after_lead(&["van ", "from "]).find_map(bare_hours);
    let at = || after_lead(&AT).find_map(times_in).or_else(hours);
    from().or_else(until).or_else(except).or_else(at)
}

fn days_from(value: &str) -> Option<Vec<EmbeddedField>> {
    match parse_date(value) {
        Ok(found) => {
            // A time after the day has a line of its own.
            let day = if found.time.is_some() { date_in_words(found.date).nl } else { value.to_owned() };
            Some([field("vanaf", "from", &day)].into_iter().chain(found.time.map(start_field)).collect())
        }
        Err(DateProblem::TwoDays(first, last)) => Some(vec![
            field("vanaf", "from", &date_in_words(first).nl),
            field("tot", "until", &date_in_words(last).nl),
        ]),
        Err(_) => None,
    }
}

/// Reads clock times that are more than a bare hour: `10.00 uur`, `10.00-12.00`.
fn times_in(value: &str) -> Option<Vec<EmbeddedField>> {
    if !value.starts_with(|letter: char| letter.is_ascii_digit()) || !value.contains(['.', ':', 'u']) {
        return None;
    }
    match parse_time(value) {
        Ok(time) => Some(vec![start_field(time)]),
        Err(TimeProblem::TwoTimes(from, until)) => Some(vec![start_field(from), end_field(until)]),
        Err(_) => None,
    }
}

/// Reads `10 tot 12`: two hours, the later one last. With another separator they may be a day and a month.
fn bare_hours(value: &str) -> Option<Vec<EmbeddedField>> {
    let bare = [" uur", " u"].iter().find_map(|unit| value.strip_suffix(unit)).unwrap_or(value);
    let (from, until) = [" tot ", " to ", " till "].iter().find_map(|until| bare.split_once(until))?;
    let hour = |words: &str| {
        let is_hour = matches!(words.len(), 1 | 2) && words.bytes().all(|digit| digit.is_ascii_digit());
        parse_time(&format!("{words}.00")).ok().filter(|_| is_hour)
    };
    let (from, until) = (hour(from.trim())?, hour(until.trim())?);
    (from < until).then(|| vec![start_field(from), end_field(until)])
}

/// Reads days that `behalve` accepts: a date, months, a name.
fn days_of(value: &str) -> Option<String> {
    const LEADS: [&str; 10] = [
        "in de ",
        "in het ",
        "in ",
        "op de ",
        "op ",
        "tijdens de ",
        "tijdens ",
        "during the ",
        "during ",
        "on ",
    ];
    let lower = value.to_lowercase();
    let bare = LEADS.iter().find(|lead| lower.starts_with(**lead)).and_then(|lead| value.get(lead.len()..));
    let value = bare.unwrap_or(value);
    match parse_date(value) {
        Ok(_) | Err(DateProblem::TwoDays(..)) => return Some(value.to_owned()),
        Err(DateProblem::LooseDays(days)) => {
            return Some(days.into_iter().map(|day| date_in_words(day).nl).collect::<Vec<_>>().join(", "));
        }
        Err(_) => {}
    }
    if months_of(value).is_some() {
        return Some(value.to_owned());
    }
    let names = value.replace(" en ", ",").replace(" and ", ",");
    let by_name = |name: &str| match fold(name).as_str() {
        "vakantie" | "vakanties" | "schoolvakantie" => Some("schoolvakanties"),
        "feestdag" => Some("feestdagen"),
        folded => DAYS_BY_NAME.iter().copied().find(|known| *known == folded),
    };
    let names: Option<Vec<&str>> = names.split(',').map(by_name).collect();
    names.map(|names| names.join(", "))
}

/// Returns a field with this value.
fn field(nl: &'static str, en: &'static str, value: &str) -> EmbeddedField {
    EmbeddedField { nl, en, value: value.trim().to_owned() }
}

fn start_field(time: TimeOfDay) -> EmbeddedField {
    field("begin", "start", &time.dotted())
}

fn end_field(time: TimeOfDay) -> EmbeddedField {
    field("einde", "end", &time.dotted())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_a_rule_gets_its_own_lines() {
        for (typed, lines) in [
            ("elke dinsdag vanaf 5 januari 2027", "elke dinsdag|vanaf: 5 januari 2027"),
            ("elke dinsdag tot 5 januari 2027", "elke dinsdag|tot: 5 januari 2027"),
            ("elke dinsdag van 10.00 tot 12.00 uur", "elke dinsdag|begin: 10.00|einde: 12.00"),
            ("elke dinsdag 10.00 - 12.00 uur", "elke dinsdag|begin: 10.00|einde: 12.00"),
            ("elke dinsdag van 10 tot 12", "elke dinsdag|begin: 10.00|einde: 12.00"),
            ("elke dinsdag van 10 tot 12 uur", "elke dinsdag|begin: 10.00|einde: 12.00"),
            ("elke dinsdag om 10u", "elke dinsdag|begin: 10.00"),
            ("elke dinsdagavond om 8 uur", "elke dinsdagavond|begin: 20.00"),
            ("elke dinsdagavond van 7.30 tot 9.30", "elke dinsdagavond|begin: 19.30|einde: 21.30"),
            ("elke woensdagmiddag van 2.00 tot 4.00", "elke woensdagmiddag|begin: 14.00|einde: 16.00"),
            ("elke dinsdag behalve in juli", "elke dinsdag|behalve: juli"),
            ("elke week, niet in de zomervakantie", "elke week|behalve: zomervakantie"),
            ("elke dinsdag (behalve vakantie)", "elke dinsdag|behalve: schoolvakanties"),
            ("elke dinsdag, behalve in de vakantie", "elke dinsdag|behalve: schoolvakanties"),
            (
                "elke maandag t/m vrijdag vanaf 5 januari 2027 t/m 1 juni 2027, behalve op feestdagen en schoolvakanties",
                "elke maandag t/m vrijdag|vanaf: 5 januari 2027|tot: 1 juni 2027|behalve: feestdagen, schoolvakanties",
            ),
            (
                "elke dinsdag vanaf 5 januari 2027 om 10.00 uur",
                "elke dinsdag|vanaf: 5 januari 2027|begin: 10.00",
            ),
        ] {
            let (rule, own) = split_off_fields(typed).expect(typed);
            let own = own.iter().map(|own| format!("|{}: {}", own.nl, own.value));
            assert_eq!(own.fold(rule, |lines, line| lines + &line), lines, "{typed}");
        }
        for typed in [
            "elke dinsdag",
            "elke tweede",
            "af en toe om 10.00",
            "elke dinsdag behalve soms",
            "elke dinsdag van 10 tot 2",
        ] {
            assert_eq!(split_off_fields(typed), None, "{typed}");
        }
    }
}
