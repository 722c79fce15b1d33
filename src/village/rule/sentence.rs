//! Reads a rule in words: first how often, then on which days, then in which months.

use super::model::{DayOfRule, Frequency, Rule};
use super::tokens::{Token, Unit, tokens};
use crate::ground::{WORKDAYS, Weekday};

/// Why words are not a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SentenceError {
    /// This word is unknown.
    UnknownWord(String),
    /// The words are known, but not in this order.
    Order,
}

/// In bytes. No real rule is longer.
const LONGEST: usize = 500;

/// Reads a rule as people write it.
pub(super) fn parse(text: &str) -> Result<Rule, SentenceError> {
    if text.len() > LONGEST {
        return Err(SentenceError::Order);
    }
    let tokens = tokens(text).map_err(SentenceError::UnknownWord)?;
    let (body, months) = split_months(&tokens)?;
    let mut rule = rule_of(body).ok_or(SentenceError::Order)?;
    if rule.by_month.is_empty() {
        rule.by_month = months;
    } else if !months.is_empty() {
        return Err(SentenceError::Order);
    }
    if rule.frequency == Frequency::Yearly {
        check_yearly(rule).ok_or(SentenceError::Order)
    } else {
        Ok(rule)
    }
}

/// Checks a yearly rule. A day number needs a month, or it would mean every month. Calendars count workdays
/// only within months.
fn check_yearly(mut rule: Rule) -> Option<Rule> {
    if !rule.by_set_pos.is_empty() && rule.interval == 1 {
        rule.frequency = Frequency::Monthly;
    }
    let counts_in_year = rule.by_set_pos.is_empty() || rule.frequency == Frequency::Monthly;
    let lacks_month =
        rule.by_month.is_empty() && (!rule.by_month_day.is_empty() || !rule.by_set_pos.is_empty());
    let has_both = !rule.by_month_day.is_empty() && !rule.by_day.is_empty();
    // No month has a sixth Monday.
    let fits = |nth: i8| rule.by_month.is_empty() || (-5..=5).contains(&nth);
    let exceeds_ordinals = !rule.by_day.iter().filter_map(|day| day.nth).all(fits);
    (counts_in_year && !lacks_month && !has_both && !exceeds_ordinals).then_some(rule)
}

/// Reads months in words: `november t/m maart`, `juli en augustus`; `None` for anything else.
pub fn months_of(text: &str) -> Option<Vec<i8>> {
    let tokens = tokens(text).ok()?;
    let tokens = tokens.strip_prefix(&[Token::In]).unwrap_or(&tokens);
    months_in(tokens).filter(|months| !months.is_empty())
}

/// Splits `in april t/m oktober` off the end.
fn split_months(tokens: &[Token]) -> Result<(&[Token], Vec<i8>), SentenceError> {
    let starts = |index: usize| {
        matches!((tokens.get(index), tokens.get(index + 1)), (Some(Token::In), Some(Token::Month(_))))
    };
    // In `op 27 april` the month belongs to the day.
    match (0..tokens.len()).find(|index| starts(*index)) {
        Some(index) => {
            let months = months_in(&tokens[index + 1..]).ok_or(SentenceError::Order)?;
            Ok((&tokens[..index], months))
        }
        None => Ok((tokens, Vec::new())),
    }
}

/// Returns the months, if the words name nothing else.
fn months_in(tokens: &[Token]) -> Option<Vec<i8>> {
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
        // How often, optionally followed by days.
        [Token::EveryUnit(unit), rest @ ..] | [Token::Every, Token::Unit(unit), rest @ ..] => {
            on_days(every(*unit, 1)?, rest)
        }
        [Token::Other, Token::Unit(unit), rest @ ..] => on_days(every(*unit, 2)?, rest),
        [Token::Every | Token::Other, Token::Number(number), Token::Unit(unit), rest @ ..] => {
            on_days(every(*unit, *number)?, rest)
        }
        [Token::Other, rest @ ..] => on_days(every(Unit::Week, 2)?, rest),
        [Token::Unit(unit @ (Unit::Workday | Unit::Weekend))] => every(*unit, 1),
        [Token::Every, days @ ..] | days if without_of_year(days).is_some() => {
            on_days(every(Unit::Year, 1)?, days)
        }
        // The days imply how often: the nth of a month, or every week.
        [Token::Every, rest @ ..] | rest => by_days(rest),
    }
}

/// Returns the rule for every day, week, month or year, or every so many of them.
fn every(unit: Unit, interval: u16) -> Option<Rule> {
    let mut rule = Rule::every(match unit {
        Unit::Day => Frequency::Daily,
        Unit::Workday | Unit::Weekend | Unit::Week => Frequency::Weekly,
        Unit::Month | Unit::Quarter => Frequency::Monthly,
        Unit::Year => Frequency::Yearly,
    });
    rule.interval = if unit == Unit::Quarter { interval.checked_mul(3)? } else { interval };
    match unit {
        Unit::Workday => rule.by_day = without_ordinals(&WORKDAYS),
        Unit::Weekend => rule.by_day = without_ordinals(&[Weekday::Saturday, Weekday::Sunday]),
        _ => {}
    }
    (rule.interval > 0).then_some(rule)
}

/// Returns days of the week without a number.
fn without_ordinals(days: &[Weekday]) -> Vec<DayOfRule> {
    days.iter().map(|weekday| DayOfRule { nth: None, weekday: *weekday }).collect()
}

/// Adds the days after "every month", "every second week", "every year".
fn on_days(mut rule: Rule, rest: &[Token]) -> Option<Rule> {
    let rest = rest.strip_prefix(&[Token::And]).unwrap_or(rest);
    if rest.is_empty() {
        return Some(rule);
    }
    match rule.frequency {
        // `om de 14 dagen op donderdag`
        Frequency::Daily if rule.interval.is_multiple_of(7) => {
            on_days(every(Unit::Week, rule.interval / 7)?, rest)
        }
        Frequency::Daily => None,
        Frequency::Weekly => {
            rule.by_day = without_ordinals(&weekdays_in(rest)?);
            Some(rule)
        }
        Frequency::Monthly => {
            let days = by_days(rest)?;
            (days.frequency == Frequency::Monthly).then_some(Rule { interval: rule.interval, ..days })
        }
        Frequency::Yearly => {
            let days = match without_of_year(rest) {
                Some(days) => nth_days(days, 53)?,
                None => day_and_month(rest).or_else(|| nth_days(rest, 5))?,
            };
            Some(Rule { frequency: Frequency::Yearly, interval: rule.interval, ..days })
        }
    }
}

/// Reads `27 april`, `27e april`, `april 27`.
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
    ((-2..=31).contains(&day) && day != 0).then_some(rule)
}

/// Returns the tokens without `van het jaar` at the end; `None` if that is not there.
fn without_of_year(tokens: &[Token]) -> Option<&[Token]> {
    tokens.strip_suffix(&[Token::In, Token::Unit(Unit::Year)])
}

/// Reads days that imply how often: `dinsdag en vrijdag`, or those of a month.
fn by_days(tokens: &[Token]) -> Option<Rule> {
    match tokens {
        [Token::Unit(unit @ (Unit::Workday | Unit::Weekend | Unit::Day))] => every(*unit, 1),
        tokens => nth_days(tokens, 5).or_else(|| {
            let mut rule = Rule::every(Frequency::Weekly);
            rule.by_day = without_ordinals(&weekdays_in(tokens)?);
            Some(rule)
        }),
    }
}

/// Reads days of a month: `eerste en derde woensdag van de maand`, `eerste maandag en laatste vrijdag`,
/// `15e`, `laatste dag van de maand`, `laatste werkdag`, `vrijdag de 13e`. Days of the week are counted up to
/// `most`.
fn nth_days(tokens: &[Token], most: i8) -> Option<Rule> {
    let mut rest = match tokens {
        [front @ .., Token::In, Token::Every, Token::Unit(Unit::Month)]
        | [front @ .., Token::In | Token::Every, Token::Unit(Unit::Month)] => front,
        tokens => tokens,
    };
    let mut rule = Rule::every(Frequency::Monthly);
    if let [Token::Day(weekday), Token::Nth(day)] = rest {
        rule.by_day = without_ordinals(&[*weekday]);
        rule.by_month_day = vec![*day];
        return (1..=31).contains(day).then_some(rule);
    }
    while !rest.is_empty() {
        let (nths, tail) = leading_nths(rest);
        let next =
            tail.windows(2).position(|pair| matches!(pair, [Token::And, Token::Nth(_) | Token::Every]));
        let (days, tail) = tail.split_at(next.unwrap_or(tail.len()));
        rest = tail.strip_prefix(&[Token::And]).unwrap_or(tail);
        rest = rest.strip_prefix(&[Token::Every]).unwrap_or(rest);
        add_nths(&mut rule, &nths, days, most)?;
    }
    rule.by_day.sort_by_key(|day| (day.weekday.to_monday_zero_offset(), ordinal_order(day.nth.unwrap_or(0))));
    rule.by_day.dedup();
    rule.by_month_day.sort_by_key(|day| ordinal_order(*day));
    rule.by_month_day.dedup();
    rule.by_set_pos.sort_by_key(|position| (*position < 0, *position));
    rule.by_set_pos.dedup();
    // Do not combine day numbers and days of the week: a calendar only takes days that match both.
    (rule.by_day.is_empty() != rule.by_month_day.is_empty()).then_some(rule)
}

/// Adds ordinals such as `eerste en derde` of weekdays, of the days of a month, or of its workdays.
fn add_nths(rule: &mut Rule, nths: &[i8], days: &[Token], most: i8) -> Option<()> {
    if nths.is_empty() || nths.contains(&0) || !rule.by_set_pos.is_empty() {
        return None;
    }
    match days {
        [] | [Token::Unit(Unit::Day)] => {
            rule.by_month_day.extend(nths);
            nths.iter().all(|day| (-2..=31).contains(day)).then_some(())
        }
        [Token::Unit(Unit::Workday)] => {
            let alone = rule.by_day.is_empty();
            rule.by_day = without_ordinals(&WORKDAYS);
            rule.by_set_pos = nths.iter().map(|nth| i16::from(*nth)).collect();
            alone.then_some(())
        }
        days => {
            let days = weekdays_in(days)?;
            let counted_days = nths
                .iter()
                .flat_map(|nth| days.iter().map(|weekday| DayOfRule { nth: Some(*nth), weekday: *weekday }));
            rule.by_day.extend(counted_days);
            nths.iter().all(|nth| (-2..=most).contains(nth)).then_some(())
        }
    }
}

/// The sort key that puts ordinals in order from the start of a month to its end.
fn ordinal_order(nth: i8) -> (bool, i8) {
    (nth < 0, nth)
}

/// Splits off the ordinals at the front: `eerste en derde`, `1e, 3e`.
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

/// Reads `dinsdag en vrijdag`, `maandag t/m vrijdag`.
fn weekdays_in(tokens: &[Token]) -> Option<Vec<Weekday>> {
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
mod tests;
