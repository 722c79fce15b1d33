//! Messages about rules, in Dutch and English.

use super::embedded_fields::{EmbeddedField, doubtful_start, split_off_fields};
use super::how_often::missing_days_hint;
use super::intent::{Intent, every_other_week, intent_of, start_in_week};
use super::lacking::MissingDay;
use super::rrule::RRuleError;
use super::sentence::SentenceError;
use super::tokens::known_words;
use crate::ground::{
    Both, Code, Date, Diagnostic, Locale, MeantYear, OpenDay, Pair, PartialDay, Place, Weekday, both,
    closest, date_in_words, parse_date, parse_time, quoted, weekday_from_word,
};

fn examples() -> Both {
    both(
        "schrijf bijvoorbeeld: elke dinsdag, om de week op donderdag, of: elke laatste vrijdag van de maand",
        "write for example: every Tuesday, every other Thursday, or: every last Friday of the month",
    )
}

/// The context of a rule: the language of the keys, which keys are given, and what was typed for them.
pub(super) struct RuleContext<'a> {
    pub(super) locale: Locale,
    pub(super) is_given: &'a dyn Fn(&str) -> bool,
    pub(super) sibling_value: &'a dyn Fn(&str) -> Option<&'a str>,
}

pub(super) fn bad_rule(
    place: Place,
    typed: &str,
    why: &SentenceError,
    context: &RuleContext<'_>,
) -> Diagnostic {
    let quote = quoted(typed);
    let remark = Diagnostic::new(
        Code::BadRule,
        place,
        both(
            format!("{quote} is geen herhaling die ik begrijp"),
            format!("{quote} is not a repeat rule I understand"),
        ),
    );
    if let Ok(day) = parse_date(typed) {
        return one_day(remark, day.time.is_some(), context);
    }
    if let Some((rule, own_fields)) = split_off_fields(typed) {
        if let Some(time) = doubtful_start(typed, &own_fields) {
            let later = time.half_a_day_later().unwrap_or(time);
            return remark.hint(both(
                format!("de tijd heeft een eigen regel: begin: {} of {}?", later.dotted(), time.padded()),
                format!("the time has a line of its own: start: {} or {}?", later.iso(), time.iso()),
            ));
        }
        return with_own_lines(remark, &rule, &own_fields, context);
    }
    if let Some(intent) = intent_of(typed) {
        return with_intent(remark, intent, context);
    }
    if names_a_time(typed) {
        if has_two_days_with_times(typed) {
            return remark.hint(both(
                "twee dagen met elk een eigen tijd: maak er twee activiteiten van",
                "two days, each with a time of its own: split it into two events",
            ));
        }
        return remark.hint(own_time_field_hint());
    }
    if let Some(hint) = missing_days_hint(typed) {
        return remark.hint(hint);
    }
    let SentenceError::UnknownWord(word) = why else { return remark.hint(examples()) };
    if let Some(own_line) = own_line_hint(word) {
        return remark.hint(own_line);
    }
    match closest(word, known_words()) {
        Some(near) => remark.hint(both(
            format!("'{word}': bedoel je '{near}'?"),
            format!("'{word}': did you mean '{near}'?"),
        )),
        None => remark.hint(examples()),
    }
}

/// For `herhaling: 1-12-2026`: a single day, and not how it repeats.
fn one_day(remark: Diagnostic, has_time: bool, context: &RuleContext<'_>) -> Diagnostic {
    let remark = remark.hint(both(
        "dat is één dag: die hoort bij 'datum', en meer dagen horen bij 'extra', met een komma ertussen",
        "that is one day: it belongs in 'date', and more days go in 'extra', with commas between them",
    ));
    let place = &remark.place;
    let has_key = place.column as usize > place.prefix().chars().count() + 1;
    if (context.is_given)("date") || has_time || !has_key {
        return remark;
    }
    let key = if context.locale == Locale::English { "date" } else { "datum" };
    let line = format!("{}{key}: {}", place.prefix(), place.marked());
    remark.correction(line)
}

/// Suggests the rule alone on its line, with the other fields below it, unless those are already there.
fn with_own_lines(
    remark: Diagnostic,
    rule: &str,
    own_fields: &[EmbeddedField],
    context: &RuleContext<'_>,
) -> Diagnostic {
    let names_of_fields = |name: fn(&EmbeddedField) -> &str, and: &str| {
        let names: Vec<String> = own_fields.iter().map(|field| format!("'{}'", name(field))).collect();
        match names.as_slice() {
            [prefix @ .., last] if !prefix.is_empty() => format!("{} {and} {last}", prefix.join(", ")),
            names => names.concat(),
        }
    };
    let (nl, en) = (names_of_fields(|field| field.nl, "en"), names_of_fields(|field| field.en, "and"));
    let has = if own_fields.len() == 1 {
        ("heeft", "has a line of its own")
    } else {
        ("hebben", "have lines of their own")
    };
    let remark = remark.hint(both(format!("{nl} {} een eigen regel", has.0), format!("{en} {}", has.1)));
    let line = remark.place.with(rule);
    let prefix = remark.place.prefix();
    // `- elke dinsdag vanaf …` in a list has no key, so no fields can go below it.
    let has_key = line.get(prefix.len()..).is_some_and(|rest| !rest.starts_with(rule));
    if !has_key {
        return remark;
    }
    // The value that is already there may be different: only the user knows which of the two is right.
    if let Some(twice) = own_fields.iter().find(|field| (context.is_given)(field.en)) {
        let (nl, en, value) = (twice.nl, twice.en, &twice.value);
        return remark.hint(both(
            format!("'{nl}' staat er al: geldt dat, of geldt {value}? Zet het daar goed, en haal het hier weg"),
            format!("'{en}' is already there: is that right, or is it {value}? Correct it there, and remove it here"),
        ));
    }
    let indent = " ".repeat(prefix.len());
    let lines = own_fields.iter().fold(line, |lines, field| {
        let key = if context.locale == Locale::English { field.en } else { field.nl };
        format!("{lines}\n{indent}{key}: {}", field.value)
    });
    remark.correction(lines)
}

/// Explains how to write what was meant.
fn with_intent(remark: Diagnostic, intent: Intent, context: &RuleContext<'_>) -> Diagnostic {
    match intent {
        Intent::Once => remark.hint(both(
            "komt het niet terug? Haal deze regel dan weg",
            "does it not repeat? Then remove this line",
        )),
        Intent::VaryingDay => remark.hint(both(
            "dat is elk jaar op een andere dag: haal deze regel weg en noem de dagen bij 'extra', met een komma ertussen",
            "that is a different day every year: remove this line and list the days in 'extra', with commas between them",
        )),
        Intent::Rule(rule) => remark.suggest(Some(&rule)),
        Intent::EveryOtherWeek { days, is_even } => {
            let is_english = context.locale == Locale::English;
            let rule = every_other_week(&days, is_english);
            let given = ["from", "date"].into_iter().find_map(|key| {
                Some((key, parse_date((context.sibling_value)(key)?).ok()?.date))
            });
            let wrong = given.and_then(|(key, day)| Some((key, day, start_in_week(day, &days, is_even)?)));
            if let Some((key, day, start)) = wrong {
                return from_another_day(remark, &rule, key, (day, start), context.locale);
            }
            let weekday = days.first().copied().unwrap_or(Weekday::Monday);
            let hint = both(
                "schrijf 'om de week', en bij 'vanaf' een dag waarop het is: vandaar tellen de weken. Na een jaar met 53 weken, zoals 2026, worden even weken oneven: zet dan een nieuwe dag bij 'vanaf'",
                "write 'every other week', and in 'from' a day on which it takes place: the weeks are counted from there. After a year of 53 weeks, such as 2026, even weeks become odd: then put a new day in 'from'",
            );
            // The exact day depends on today.
            let open = OpenDay {
                typed: FIRST_DAY.to_owned(),
                known: PartialDay::InWeek { weekday, is_even, locale: context.locale },
                is_question: false,
                year: MeantYear::default(),
            };
            let first = EmbeddedField { nl: "vanaf", en: "from", value: FIRST_DAY.to_owned() };
            let has_start = (context.is_given)("from") || (context.is_given)("date");
            let own_fields = if has_start { Vec::new() } else { vec![first] };
            let remark = with_own_lines(remark, &rule, &own_fields, context).hint(hint);
            if remark.correction.is_some() && !has_start { remark.with_open_day(open) } else { remark }
        }
    }
}

/// Suggests the rule with a different first day, because the given one falls in the other weeks.
fn from_another_day(
    remark: Diagnostic,
    rule: &str,
    key: &str,
    (day, start): (Date, Date),
    locale: Locale,
) -> Diagnostic {
    let (day, start) = (date_in_words(day), date_in_words(start));
    let nl = if key == "date" { "datum" } else { "vanaf" };
    let remark = remark.hint(both(
        format!("van {} af telt het de andere weken: zet deze twee regels in plaats van die met 'herhaling' en '{nl}'", day.nl),
        format!("counting from {} gives the other weeks: replace the lines with 'repeats' and '{key}' by these two", day.en),
    ));
    let (line, indent) = (remark.place.with(rule), " ".repeat(remark.place.prefix().len()));
    let key = Pair::new(nl, if key == "date" { "date" } else { "from" }).in_locale(locale);
    remark.correction(format!("{line}\n{indent}{key}: {}", start.in_locale(locale)))
}

/// A placeholder for the first day of every other week, until that day is known.
const FIRST_DAY: &str = "‹dag›";

/// Returns the hint for a word that belongs on a line of its own.
fn own_line_hint(word: &str) -> Option<Both> {
    let (nl, en) = match word {
        "behalve" | "uitgezonderd" | "niet" | "except" | "not" => (
            "wanneer het niet is, heeft een eigen regel, bijvoorbeeld: behalve: feestdagen, of: behalve: juli en augustus",
            "when it does not take place has a line of its own, for example: except: public holidays, or: except: July and August",
        ),
        "vanaf" | "sinds" | "since" | "starting" => (
            "vanaf wanneer heeft een eigen regel, met de hele datum, zoals: vanaf: 1 september 2027",
            "the first day has a line of its own, with the full date, such as: from: 1 September 2027",
        ),
        "until" | "till" | "tm" => (
            "tot wanneer heeft een eigen regel: tot: 30 juni 2027",
            "the last day has a line of its own: until: 30 June 2027",
        ),
        _ => return None,
    };
    Some(both(nl, en))
}

fn own_time_field_hint() -> Both {
    both("de tijd heeft een eigen regel: begin: 10.00", "the time has a line of its own: start: 10:00")
}

/// Whether there is a time among the words of a rule: `om 10.00`, `10:00-11:30`, `10u`.
fn names_a_time(typed: &str) -> bool {
    let lower = typed.to_lowercase();
    let mut words = lower.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '–' | ','));
    words.any(|word| {
        let is_more_than_a_number = word.chars().any(|letter| !letter.is_ascii_digit());
        let introduces_time = matches!(word, "om" | "at" | "uur") && !lower.contains("om de ");
        introduces_time || (is_more_than_a_number && parse_time(word).is_ok())
    })
}

/// Whether the words are like `elke dinsdag 10.00 en donderdag 14.00`.
fn has_two_days_with_times(typed: &str) -> bool {
    let words: Vec<&str> = typed.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let days = words.iter().filter(|word| weekday_from_word(word).is_some()).count();
    let times = words.iter().filter(|word| word.contains(['.', ':']) && parse_time(word).is_ok()).count();
    days > 1 && times > 1
}

/// The parts of a rule that Dorpsplein supports.
const KNOWN: [&str; 9] =
    ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST"];

/// The parts that RFC 5545 allows and Dorpsplein does not support, or only in some rules.
const UNSUPPORTED: [&str; 6] = ["BYWEEKNO", "BYYEARDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS"];

fn supported_rules_hint() -> Both {
    both(
        "wat wel kan: DAILY, WEEKLY, MONTHLY, YEARLY met INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS (per maand), COUNT, UNTIL, WKST",
        "you can use: DAILY, WEEKLY, MONTHLY, YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS (with MONTHLY), COUNT, UNTIL, WKST",
    )
}

pub(super) fn bad_rrule(place: Place, why: &RRuleError) -> Diagnostic {
    let mut hint = supported_rules_hint();
    let (nl, en) = match why {
        RRuleError::Frequency(value) if value.is_empty() => {
            ("in deze regel ontbreekt FREQ".to_owned(), "FREQ is missing from this rule".to_owned())
        }
        RRuleError::Frequency(value) => (
            format!("FREQ={value} kan niet: een dorp telt in dagen, weken, maanden of jaren"),
            format!("FREQ={value} is not supported: an event repeats by day, week, month or year"),
        ),
        RRuleError::Part(part) if matches!(part.as_str(), "BYHOUR" | "BYMINUTE" | "BYSECOND") => {
            hint = own_time_field_hint();
            (format!("{part} kan niet in een herhaling"), format!("{part} is not supported in 'repeats'"))
        }
        RRuleError::Part(part) if UNSUPPORTED.contains(&part.as_str()) => (
            format!("{part} kan Dorpsplein hier niet: agenda's zijn het er niet over eens"),
            format!("{part} is not supported here: calendar programs do not agree on what it means"),
        ),
        RRuleError::Part(part) => {
            if let Some(near) = closest(part, KNOWN) {
                hint = both(format!("bedoel je {near}?"), format!("did you mean {near}?"));
            }
            (format!("{part} is geen deel van een herhaling"), format!("{part} is not part of a repeat rule"))
        }
        RRuleError::Combination(nl, en) => (
            format!("{nl} kan Dorpsplein niet: agenda's zijn het er niet over eens"),
            format!("{en} is not supported: calendar programs do not agree on what it means"),
        ),
        RRuleError::TwoEnds => {
            hint = both(
                "kies een van de twee: COUNT zegt hoe vaak, UNTIL tot wanneer",
                "keep one of the two: COUNT is the number of times, UNTIL the last day",
            );
            (
                "COUNT en UNTIL kunnen niet samen in één regel".to_owned(),
                "COUNT and UNTIL cannot be in the same rule".to_owned(),
            )
        }
        RRuleError::Duplicate(part) => {
            hint = match part.as_str() {
                "BYDAY" | "BYMONTHDAY" | "BYMONTH" | "BYSETPOS" => both(
                    format!("zet alles achter één {part}=, met een komma ertussen"),
                    format!("put everything after a single {part}=, with commas between"),
                ),
                _ => both("laat er één staan", "keep only one"),
            };
            (format!("{part} staat er twee keer in"), format!("{part} is in this rule twice"))
        }
        RRuleError::Value(part, value) => {
            if let Some(day) = parse_date(value).ok().filter(|_| part == "UNTIL") {
                let end = format!("UNTIL={}", day.date.to_string().replace('-', ""));
                hint = both(format!("bedoel je {end}?"), format!("did you mean {end}?"));
            }
            (format!("{part}={value} kan niet"), format!("{part}={value} is not valid"))
        }
    };
    Diagnostic::new(Code::RuleUnsupported, place, both(nl, en)).hint(hint)
}

/// For a rule that skips some months or years.
pub(in crate::village) fn skipping_rule(place: Place, lacking: MissingDay) -> Diagnostic {
    let (message, hint) = match lacking {
        MissingDay::Day(day) => (
            both(
                format!("niet elke maand heeft een {day}e; een maand zonder wordt overgeslagen"),
                format!("not every month has a day {day}; a month without it is skipped"),
            ),
            both("bedoel je 'laatste dag van de maand'?", "did you mean 'last day of the month'?"),
        ),
        MissingDay::Fifth => (
            both(
                "de meeste maanden hebben geen vijfde; dan wordt die maand overgeslagen",
                "most months do not have a fifth; such a month is skipped",
            ),
            both("bedoel je de laatste van de maand?", "did you mean the last one of the month?"),
        ),
        MissingDay::LeapDay => (
            both(
                "29 februari is er alleen in een schrikkeljaar; andere jaren worden overgeslagen",
                "29 February only exists in leap years; other years are skipped",
            ),
            both("bedoel je 28 februari of 1 maart?", "did you mean 28 February or 1 March?"),
        ),
    };
    Diagnostic::new(Code::RuleMaybeLast, place, message).hint(hint)
}
