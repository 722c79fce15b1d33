//! A rule in words becomes a rule: first how often, then on which days, then in which months.

use super::model::{DayOfRule, Frequency, Rule};
use super::speech::{Token, Unit, tokens};
use crate::ground::Weekday;

/// Why words are no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoRule {
    /// This word means nothing here.
    Word(String),
    /// The words are known, but not in this order.
    Order,
}

const WORKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

/// Reads a rule as people say it.
pub(super) fn parse(text: &str) -> Result<Rule, NoRule> {
    let tokens = tokens(text).map_err(NoRule::Word)?;
    let (body, months) = split_months(&tokens)?;
    let mut rule = rule_of(body).ok_or(NoRule::Order)?;
    if rule.by_month.is_empty() {
        rule.by_month = months;
    } else if !months.is_empty() {
        return Err(NoRule::Order);
    }
    Ok(rule)
}

/// Months named in words: `november t/m maart`, `juli en augustus`; nothing when it is something else.
pub fn months_of(text: &str) -> Option<Vec<i8>> {
    let tokens = tokens(text).ok()?;
    let tokens = tokens.strip_prefix(&[Token::In]).unwrap_or(&tokens);
    months(tokens).filter(|months| !months.is_empty())
}

/// Takes `in april t/m oktober` off the end.
fn split_months(tokens: &[Token]) -> Result<(&[Token], Vec<i8>), NoRule> {
    let starts = |index: usize| {
        matches!((tokens.get(index), tokens.get(index + 1)), (Some(Token::In), Some(Token::Month(_))))
    };
    // `op 27 april` names a day of one month: its month belongs to the day.
    match (0..tokens.len()).find(|index| starts(*index)) {
        Some(index) => {
            let months = months(&tokens[index + 1..]).ok_or(NoRule::Order)?;
            Ok((&tokens[..index], months))
        }
        None => Ok((tokens, Vec::new())),
    }
}

fn months(tokens: &[Token]) -> Option<Vec<i8>> {
    let mut months = Vec::new();
    let mut rest = tokens;
    while let [Token::Month(month), tail @ ..] = rest {
        rest = tail;
        match rest {
            [Token::Through, Token::Month(last), tail @ ..] => {
                let length = (*last - *month).rem_euclid(12);
                months.extend((0..=length).map(|step| (*month + step - 1) % 12 + 1));
                rest = tail;
            }
            _ => months.push(*month),
        }
        if let [Token::And, tail @ ..] = rest {
            rest = tail;
        }
    }
    months.sort_unstable();
    months.dedup();
    rest.is_empty().then_some(months)
}

fn rule_of(tokens: &[Token]) -> Option<Rule> {
    match tokens {
        // How often, and then perhaps on which days.
        [Token::EveryUnit(unit), rest @ ..] | [Token::Every, Token::Unit(unit), rest @ ..] => {
            on_days(every(*unit, 1)?, rest)
        }
        [Token::Other, Token::Unit(unit), rest @ ..] => on_days(every(*unit, 2)?, rest),
        [Token::Every | Token::Other, Token::Number(number), Token::Unit(unit), rest @ ..] => {
            on_days(every(*unit, *number)?, rest)
        }
        [Token::Other, rest @ ..] => on_days(every(Unit::Week, 2)?, rest),
        [Token::Unit(unit @ (Unit::Workday | Unit::Weekend))] => every(*unit, 1),
        // The days tell how often: the nth of a month, or every week.
        [Token::Every, rest @ ..] | rest => by_days(rest),
    }
}

fn every(unit: Unit, interval: u16) -> Option<Rule> {
    let mut rule = Rule::every(match unit {
        Unit::Day => Frequency::Daily,
        Unit::Workday | Unit::Weekend | Unit::Week => Frequency::Weekly,
        Unit::Month | Unit::Quarter => Frequency::Monthly,
        Unit::Year => Frequency::Yearly,
    });
    rule.interval = if unit == Unit::Quarter { interval.checked_mul(3)? } else { interval };
    match unit {
        Unit::Workday => rule.by_day = plain(&WORKDAYS),
        Unit::Weekend => rule.by_day = plain(&[Weekday::Saturday, Weekday::Sunday]),
        _ => {}
    }
    (rule.interval > 0).then_some(rule)
}

fn plain(days: &[Weekday]) -> Vec<DayOfRule> {
    days.iter().map(|weekday| DayOfRule { nth: None, weekday: *weekday }).collect()
}

/// The days behind "every month", "every second week", "every year".
fn on_days(mut rule: Rule, rest: &[Token]) -> Option<Rule> {
    if rest.is_empty() {
        return Some(rule);
    }
    match rule.frequency {
        Frequency::Daily => None,
        Frequency::Weekly => {
            rule.by_day = plain(&weekdays(rest)?);
            Some(rule)
        }
        Frequency::Monthly => {
            let days = by_days(rest)?;
            (days.frequency == Frequency::Monthly).then_some(Rule { interval: rule.interval, ..days })
        }
        Frequency::Yearly => {
            let days = day_and_month(rest).or_else(|| by_days(rest))?;
            Some(Rule { frequency: Frequency::Yearly, interval: rule.interval, ..days })
        }
    }
}

/// `27 april`, `27e april`, `april 27`.
fn day_and_month(tokens: &[Token]) -> Option<Rule> {
    let (day, month) = match tokens {
        [Token::Number(day), Token::Month(month)] | [Token::Month(month), Token::Number(day)] => {
            (i8::try_from(*day).ok()?, *month)
        }
        [Token::Nth(day), Token::Month(month)] | [Token::Nth(day), Token::In, Token::Month(month)] => {
            (*day, *month)
        }
        [Token::Month(month), Token::Nth(day)] => (*day, *month),
        _ => return None,
    };
    let mut rule = Rule::every(Frequency::Yearly);
    rule.by_month = vec![month];
    rule.by_month_day = vec![day];
    ((-1..=31).contains(&day) && day != 0).then_some(rule)
}

/// Days that tell themselves how often: `dinsdag en vrijdag`, `eerste en derde woensdag van de maand`, `15e`,
/// `laatste dag van de maand`, `laatste werkdag`.
fn by_days(tokens: &[Token]) -> Option<Rule> {
    let tokens = match tokens {
        [front @ .., Token::In, Token::Every, Token::Unit(Unit::Month)]
        | [front @ .., Token::In | Token::Every, Token::Unit(Unit::Month)] => front,
        tokens => tokens,
    };
    let (nths, rest) = leading_nths(tokens);
    let mut monthly = Rule::every(Frequency::Monthly);
    match (nths.as_slice(), rest) {
        ([], [Token::Unit(unit @ (Unit::Workday | Unit::Weekend))]) => every(*unit, 1),
        ([], [Token::Unit(Unit::Day)]) => every(Unit::Day, 1),
        ([], days) => {
            let mut rule = Rule::every(Frequency::Weekly);
            rule.by_day = plain(&weekdays(days)?);
            Some(rule)
        }
        (nths, [] | [Token::Unit(Unit::Day)]) => {
            monthly.by_month_day = nths.to_vec();
            nths.iter().all(|day| (-1..=31).contains(day)).then_some(monthly)
        }
        (nths, [Token::Unit(Unit::Workday)]) => {
            monthly.by_day = plain(&WORKDAYS);
            monthly.by_set_pos = nths.iter().map(|nth| i16::from(*nth)).collect();
            Some(monthly)
        }
        (nths, days) => {
            let days = weekdays(days)?;
            let all = nths
                .iter()
                .flat_map(|nth| days.iter().map(|weekday| DayOfRule { nth: Some(*nth), weekday: *weekday }));
            monthly.by_day = all.collect();
            nths.iter().all(|nth| (-2..=5).contains(nth)).then_some(monthly)
        }
    }
}

/// `eerste en derde`, `1e, 3e`.
fn leading_nths(tokens: &[Token]) -> (Vec<i8>, &[Token]) {
    let mut nths = Vec::new();
    let mut rest = tokens;
    loop {
        match rest {
            [Token::Nth(nth), tail @ ..] => {
                nths.push(*nth);
                rest = tail;
            }
            [Token::And, tail @ ..] if !nths.is_empty() && matches!(tail, [Token::Nth(_), ..]) => rest = tail,
            _ => return (nths, rest),
        }
    }
}

/// `dinsdag en vrijdag`, `maandag t/m vrijdag`.
fn weekdays(tokens: &[Token]) -> Option<Vec<Weekday>> {
    let mut days: Vec<Weekday> = Vec::new();
    let mut rest = tokens;
    while let [Token::Day(day), tail @ ..] = rest {
        rest = tail;
        match rest {
            [Token::Through, Token::Day(last), tail @ ..] => {
                let length = (last.to_monday_zero_offset() - day.to_monday_zero_offset()).rem_euclid(7);
                days.extend((0..=length).map(|step| day.wrapping_add(step)));
                rest = tail;
            }
            _ => days.push(*day),
        }
        if let [Token::And, tail @ ..] = rest {
            rest = tail;
        }
    }
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    (rest.is_empty() && !days.is_empty()).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every phrase that a village may use, and the rule that calendars know it by.
    const PHRASES: &[(&[&str], &str)] = &[
        (
            &[
                "elke dinsdag",
                "iedere dinsdag",
                "dinsdags",
                "elke week op dinsdag",
                "wekelijks op dinsdag",
                "every Tuesday",
                "weekly on Tuesday",
            ],
            "FREQ=WEEKLY;BYDAY=TU",
        ),
        (&["elke dag", "iedere dag", "dagelijks", "every day", "daily"], "FREQ=DAILY"),
        (
            &["elke werkdag", "doordeweeks", "op werkdagen", "elke maandag t/m vrijdag", "every weekday"],
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        ),
        (&["elk weekend", "every weekend", "elke zaterdag en zondag"], "FREQ=WEEKLY;BYDAY=SA,SU"),
        (
            &[
                "om de week op donderdag",
                "om de twee weken op donderdag",
                "elke 2 weken op donderdag",
                "om de donderdag",
                "every other Thursday",
                "every 2 weeks on Thursday",
            ],
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        ),
        (
            &[
                "elke 3 weken op maandag",
                "elke drie weken op maandag",
                "om de drie weken op maandag",
                "every three weeks on Monday",
            ],
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO",
        ),
        (&["om de dag", "elke 2 dagen", "every other day"], "FREQ=DAILY;INTERVAL=2"),
        (
            &[
                "elke eerste en derde woensdag van de maand",
                "elke 1e en 3e woensdag",
                "eerste en derde woensdag van de maand",
                "elke maand op de eerste en derde woensdag",
                "every first and third Wednesday of the month",
            ],
            "FREQ=MONTHLY;BYDAY=1WE,3WE",
        ),
        (
            &[
                "elke laatste vrijdag van de maand",
                "laatste vrijdag van elke maand",
                "every last Friday of the month",
                "the last Friday of every month",
            ],
            "FREQ=MONTHLY;BYDAY=-1FR",
        ),
        (
            &["elke voorlaatste zondag van de maand", "de een-na-laatste zondag van de maand"],
            "FREQ=MONTHLY;BYDAY=-2SU",
        ),
        (
            &[
                "elke maand op de 15e",
                "de 15e van de maand",
                "elke 15e van de maand",
                "maandelijks op de 15e",
                "every month on the 15th",
                "the 15th of every month",
            ],
            "FREQ=MONTHLY;BYMONTHDAY=15",
        ),
        (&["elke maand op de 1e en 15e"], "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        (
            &[
                "laatste dag van de maand",
                "elke laatste dag van de maand",
                "elke maand op de laatste dag",
                "the last day of the month",
            ],
            "FREQ=MONTHLY;BYMONTHDAY=-1",
        ),
        (
            &["eerste werkdag van de maand", "the first weekday of the month"],
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        ),
        (
            &[
                "elk jaar op 27 april",
                "jaarlijks op 27 april",
                "elk jaar op de 27e april",
                "every year on 27 April",
                "every year on April 27",
            ],
            "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=27",
        ),
        (
            &[
                "elk jaar op de eerste zaterdag van september",
                "every year on the first Saturday of September",
            ],
            "FREQ=YEARLY;BYMONTH=9;BYDAY=1SA",
        ),
        (
            &["elke dinsdag en vrijdag", "elke dinsdag, vrijdag", "every Tuesday and Friday"],
            "FREQ=WEEKLY;BYDAY=TU,FR",
        ),
        (
            &[
                "elke zaterdag in april t/m oktober",
                "elke zaterdag van april tot en met oktober",
                "every Saturday in April through October",
            ],
            "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9,10;BYDAY=SA",
        ),
        (&["elke zondag in november t/m februari"], "FREQ=WEEKLY;BYMONTH=1,2,11,12;BYDAY=SU"),
        (&["elke dag in juli en augustus"], "FREQ=DAILY;BYMONTH=7,8"),
        (
            &["elke twee maanden op de eerste maandag", "om de maand op de eerste maandag"],
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
        ),
        (&["elk kwartaal op de laatste donderdag"], "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH"),
        (&["Elke Dinsdag", " elke  dinsdag ", "elke di"], "FREQ=WEEKLY;BYDAY=TU"),
    ];

    #[test]
    fn phrases_of_villages() {
        for (phrases, expected) in PHRASES {
            for phrase in *phrases {
                assert_eq!(parse(phrase).map(|rule| rule.to_rrule()), Ok((*expected).to_owned()), "{phrase}");
            }
        }
    }

    #[test]
    fn what_is_no_rule() {
        for (text, word) in
            [("elke dinsdg", "dinsdg"), ("als het regent", "als"), ("elke dinsdag om 10 uur", "om")]
        {
            assert_eq!(parse(text), Err(NoRule::Word(word.to_owned())), "{text}");
        }
        for text in [
            "",
            "elke",
            "elke april",
            "elke 0 weken",
            "dinsdag elke",
            "elke 40e van de maand",
            "elke zesde dinsdag van de maand",
        ] {
            assert_eq!(parse(text), Err(NoRule::Order), "{text}");
        }
    }

    #[test]
    fn months_in_words() {
        assert_eq!(months_of("november t/m maart"), Some(vec![1, 2, 3, 11, 12]));
        assert_eq!(months_of("in juli en augustus"), Some(vec![7, 8]));
        assert_eq!(months_of("dinsdag"), None);
    }
}
