//! Splits a rule in words into tokens, in Dutch and English.

use crate::ground::{Weekday, fold, month_from_word, weekday_from_word};

/// A word in a rule, with its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `elke`, `iedere`, `every`.
    Every,
    /// `om de`: every other.
    Other,
    /// `3`, `drie`.
    Number(u16),
    /// `eerste`, `15e`, `laatste` (-1), `voorlaatste` (-2).
    Nth(i8),
    /// `dinsdag`.
    Day(Weekday),
    /// `april`.
    Month(i8),
    /// `dag`, `weken`.
    Unit(Unit),
    /// `dagelijks`, `wekelijks`.
    EveryUnit(Unit),
    /// `en`, a comma.
    And,
    /// `t/m`.
    Through,
    /// `in`, `van`: months may follow.
    In,
}

/// A unit of time that rules count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Workday,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
}

/// Words that carry no meaning here.
const FILLERS: &[&str] =
    &["op", "de", "het", "the", "on", "iedere keer", "telkens", "steeds", "keer", "a", "an"];

const NUMBERS: &[&[&str]] = &[
    &["een", "one"],
    &["twee", "two"],
    &["drie", "three"],
    &["vier", "four"],
    &["vijf", "five"],
    &["zes", "six"],
    &["zeven", "seven"],
    &["acht", "eight"],
    &["negen", "nine"],
    &["tien", "ten"],
    &["elf", "eleven"],
    &["twaalf", "twelve"],
];

const NTHS: &[(&str, i8)] = &[
    ("eerste", 1),
    ("first", 1),
    ("tweede", 2),
    ("second", 2),
    ("derde", 3),
    ("third", 3),
    ("vierde", 4),
    ("fourth", 4),
    ("vijfde", 5),
    ("fifth", 5),
    ("zesde", 6),
    ("sixth", 6),
    ("zevende", 7),
    ("seventh", 7),
    ("achtste", 8),
    ("eighth", 8),
    ("negende", 9),
    ("ninth", 9),
    ("tiende", 10),
    ("tenth", 10),
    ("laatste", -1),
    ("last", -1),
    ("voorlaatste", -2),
    ("penultimate", -2),
];

/// Phrases and their shorter equivalents, in the order in which they are replaced.
const REPLACEMENTS: &[(&str, &str)] = &[
    ("é", "e"),
    ("een na laatste", "voorlaatste"),
    ("een-na-laatste", "voorlaatste"),
    ("last but one", "voorlaatste"),
    ("second to last", "voorlaatste"),
    ("second-to-last", "voorlaatste"),
    ("eenmaal per ", "elke "),
    ("een keer per ", "elke "),
    ("1 keer per ", "elke "),
    ("1x per ", "elke "),
    ("1 x per ", "elke "),
    ("eens per ", "elke "),
    ("eens in de ", "elke "),
    ("een keer in de ", "elke "),
    ("1x in de ", "elke "),
    ("once a ", "every "),
    ("once every ", "every "),
    ("v/d", " van de "),
    ("v.d.", " van de "),
    (" vd ", " van de "),
    ("t/m", " tm "),
    ("tot en met", " tm "),
    (" tot ", " tm "),
    (" through ", " tm "),
    (" to ", " tm "),
    ("–", " tm "),
    ("-", " tm "),
    ("&", " en "),
    ("+", " en "),
    (",", " en "),
    (" en  ", " en "),
    (" en elke ", " en "),
    (" en iedere ", " en "),
    (" and every ", " and "),
];

/// Phrases that stand for one or more tokens.
const PHRASES: &[(&[&str], &[Token])] = &[
    (&["om", "de", "andere"], &[Token::Other]),
    (&["om", "de"], &[Token::Other]),
    (&["elke", "andere"], &[Token::Other]),
    (&["iedere", "andere"], &[Token::Other]),
    (&["every", "other"], &[Token::Other]),
    (&["every", "alternate"], &[Token::Other]),
    (&["tweewekelijks"], &[Token::Other, Token::Unit(Unit::Week)]),
    (&["veertiendaags"], &[Token::Other, Token::Unit(Unit::Week)]),
    (&["fortnightly"], &[Token::Other, Token::Unit(Unit::Week)]),
    (&["driewekelijks"], &[Token::Every, Token::Number(3), Token::Unit(Unit::Week)]),
    (&["vierwekelijks"], &[Token::Every, Token::Number(4), Token::Unit(Unit::Week)]),
    (&["tweemaandelijks"], &[Token::Other, Token::Unit(Unit::Month)]),
];

/// Parts of the day, which are ignored after a day of the week; the time has a field of its own.
const DAY_PARTS: &[&str] = &[
    "ochtenden",
    "ochtends",
    "ochtend",
    "morgens",
    "morgen",
    "middagen",
    "middags",
    "middag",
    "avonden",
    "avonds",
    "avond",
    "nachten",
    "nachts",
    "nacht",
    "mornings",
    "morning",
    "afternoons",
    "afternoon",
    "evenings",
    "evening",
    "nights",
    "night",
];

/// Splits a rule into tokens; `Err` is the first unknown word.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let lower = text.to_lowercase();
    let joined = REPLACEMENTS.iter().fold(lower, |text, (from, to)| text.replace(from, to));
    let folded = fold(&joined);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((phrase, meant)) = PHRASES.iter().find(|(phrase, _)| words[at..].starts_with(phrase)) {
            tokens.extend_from_slice(meant);
            at += phrase.len();
            continue;
        }
        let follows_day = matches!(tokens.last(), Some(Token::Day(_)));
        // `dinsdag 's avonds` is folded to a separate `s`, followed by the part of the day.
        let skipped = follows_day && (DAY_PARTS.contains(word) || *word == "s");
        if !skipped && !FILLERS.contains(word) {
            tokens.push(token_of(word).ok_or_else(|| (*word).to_owned())?);
        }
        at += 1;
    }
    Ok(tokens)
}

fn token_of(word: &str) -> Option<Token> {
    Some(match word {
        "elke" | "elk" | "iedere" | "ieder" | "every" | "each" | "alle" | "all" => Token::Every,
        "en" | "and" => Token::And,
        "tm" => Token::Through,
        "in" | "van" | "of" | "from" | "during" | "tijdens" => Token::In,
        "dag" | "dagen" | "day" | "days" => Token::Unit(Unit::Day),
        "werkdag" | "werkdagen" | "weekday" | "weekdays" | "workday" | "workdays" | "doordeweeks" => {
            Token::Unit(Unit::Workday)
        }
        "weekend" | "weekenden" | "weekends" | "weekeinde" => Token::Unit(Unit::Weekend),
        "week" | "weken" | "weeks" => Token::Unit(Unit::Week),
        "maand" | "maanden" | "month" | "months" => Token::Unit(Unit::Month),
        "kwartaal" | "quarter" => Token::Unit(Unit::Quarter),
        "jaar" | "jaren" | "year" | "years" => Token::Unit(Unit::Year),
        "dagelijks" | "daily" => Token::EveryUnit(Unit::Day),
        "wekelijks" | "weekly" => Token::EveryUnit(Unit::Week),
        "maandelijks" | "monthly" => Token::EveryUnit(Unit::Month),
        "jaarlijks" | "yearly" | "annually" => Token::EveryUnit(Unit::Year),
        _ => return number_token(word).or_else(|| nth_token(word)).or_else(|| calendar_token(word)),
    })
}

fn number_token(word: &str) -> Option<Token> {
    let spelled = NUMBERS
        .iter()
        .position(|names| names.contains(&word))
        .and_then(|index| u16::try_from(index + 1).ok());
    spelled.or_else(|| word.parse().ok()).map(Token::Number)
}

fn nth_token(word: &str) -> Option<Token> {
    let spelled = NTHS.iter().find(|(name, _)| *name == word).map(|(_, nth)| *nth);
    let digits = word.trim_end_matches(char::is_alphabetic);
    let ending = &word[digits.len()..];
    let written = matches!(ending, "e" | "de" | "ste" | "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten();
    spelled.or(written).map(Token::Nth)
}

/// Reads months and days of the week, including `dinsdags`, `dinsdagen` and `dinsdagavond`.
fn calendar_token(word: &str) -> Option<Token> {
    let whole = DAY_PARTS.iter().find_map(|part| word.strip_suffix(part)).filter(|day| !day.is_empty());
    let word = whole.unwrap_or(word);
    let day = [word, word.trim_end_matches("en"), word.trim_end_matches('s')]
        .into_iter()
        .find_map(weekday_from_word);
    day.map(Token::Day).or_else(|| month_from_word(word).map(Token::Month))
}

/// Returns the words that an unknown word may have been meant as.
pub(super) fn known_words() -> impl Iterator<Item = &'static str> {
    let fixed = [
        "elke",
        "iedere",
        "om de week",
        "dag",
        "werkdag",
        "week",
        "weken",
        "maand",
        "jaar",
        "dagelijks",
        "wekelijks",
        "maandelijks",
        "jaarlijks",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "every",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    fixed.into_iter().chain(NTHS.iter().map(|(name, _)| *name))
}
