//! Days on which something is off or different: dates, date ranges, months, public and school holidays.

use super::partial_days::report_partial_days;
use crate::field::{
    Choices, Day, Fact, FieldReader, FieldValue, Shape, choices, describe, last_day_first, reversed_period,
};
use crate::ground::{
    Code, Date, DateProblem, Diagnostic, MeantYear, OpenDay, Pair, PartialDay, both, closest, date_in_words,
    fold, parse_date, spoken_day, weekday_from_word,
};
use crate::read::{Node, Value};
use crate::village::rule::{months_of, until_or_through};

choices! {
    /// A day that the whole country observes.
    pub enum Holiday {
        /// 1 January.
        NewYear = "nieuwjaarsdag" | "New Year's Day" ("nieuwjaar", "new year");
        /// The Friday before Easter.
        GoodFriday = "Goede Vrijdag" | "Good Friday";
        /// Easter Sunday.
        Easter = "eerste paasdag" | "Easter Sunday" ("1e paasdag", "easter");
        /// The day after Easter.
        EasterMonday = "tweede paasdag" | "Easter Monday" ("2e paasdag");
        /// 27 April, or 26 when the 27th is a Sunday.
        KingsDay = "Koningsdag" | "King's Day";
        /// 5 May.
        LiberationDay = "Bevrijdingsdag" | "Liberation Day" ("5 mei");
        /// Thirty-nine days after Easter.
        Ascension = "Hemelvaartsdag" | "Ascension Day" ("hemelvaart");
        /// Forty-nine days after Easter.
        Whitsun = "eerste pinksterdag" | "Whit Sunday" ("1e pinksterdag", "whitsun");
        /// The day after Whitsun.
        WhitMonday = "tweede pinksterdag" | "Whit Monday" ("2e pinksterdag");
        /// 24 December.
        ChristmasEve = "kerstavond" | "Christmas Eve";
        /// 25 December.
        Christmas = "eerste kerstdag" | "Christmas Day" ("1e kerstdag");
        /// 26 December.
        SecondChristmasDay = "tweede kerstdag" | "Boxing Day" ("2e kerstdag");
        /// 31 December.
        NewYearsEve = "oudejaarsdag" | "New Year's Eve" ("oudejaarsavond", "oudejaar", "oudjaarsavond", "oudjaarsdag", "oudjaar");
    }
}

impl Holiday {
    /// The days that "public holidays" stands for. Good Friday, Christmas Eve and New Year's Eve are legally
    /// working days, and can be named separately.
    pub const PUBLIC: [Self; 10] = [
        Self::NewYear,
        Self::Easter,
        Self::EasterMonday,
        Self::KingsDay,
        Self::LiberationDay,
        Self::Ascension,
        Self::Whitsun,
        Self::WhitMonday,
        Self::Christmas,
        Self::SecondChristmasDay,
    ];
}

/// A day, or a group of days with one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exception {
    /// One day.
    Day(Date),
    /// From one day up to and including another.
    Days(Date, Date),
    /// These months of every year, 1 to 12.
    Months(Vec<i8>),
    /// This holiday, every year.
    Holiday(Holiday),
    /// Two holidays with one name: Easter, Whitsun, Christmas or the turn of the year.
    Both(Holiday, Holiday),
    /// Every public holiday.
    PublicHolidays,
    /// The school holidays: all of them, or the one with this name.
    SchoolHolidays(Option<&'static str>),
}

/// The names of the school holidays in the national list, folded.
pub const SCHOOL_HOLIDAYS: [&str; 5] =
    ["herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie"];

const PUBLIC: Pair = Pair::new("feestdagen", "public holidays");
const SCHOOL: Pair = Pair::new("schoolvakanties", "school holidays");

impl FieldValue for Exception {
    const SHAPE: Shape = Shape::Except;

    fn several_of(line: &str) -> Option<Vec<&str>> {
        let is_day = |piece: &str| matches!(parse_date(piece), Ok(_) | Err(DateProblem::YearMissing { .. }));
        let is_single = |piece: &str| Self::in_words(piece).is_some() || is_day(piece);
        // `juli en augustus` and `24 en 31 december 2026` each are one piece.
        if is_single(line) || !matches!(parse_date(line), Err(DateProblem::Unreadable)) {
            return None;
        }
        let pieces: Vec<&str> =
            line.split(',').flat_map(|piece| pieces_of(piece.trim(), &is_single)).collect();
        (pieces.len() > 1 && pieces.iter().all(|piece| is_single(piece))).then_some(pieces)
    }

    fn reports_line(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> bool {
        report_partial_days(Code::BadException, line, node, reader)
    }

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if let Value::Map(_) = node.value {
            let days = DayRange::take(node, reader)?;
            let (first, last) = (days.from?.date, days.until?.date);
            if last < first {
                let place = reader.place(node.span);
                reader.report(last_day_first(Code::EndBeforeStart, place, None, (first, last)));
                return None;
            }
            return Some(Self::Days(first, last));
        }
        let typed = reader.line(node)?;
        if let Some(named) = Self::in_words(typed) {
            if let Some(remark) = until_or_through(|| reader.place(node.span), typed) {
                reader.report(remark);
            }
            return Some(named);
        }
        match parse_date(typed) {
            Ok(_) => {
                let before = reader.remark_count();
                let day = Day::take(node, reader)?;
                // One message about a doubtful day is enough.
                (reader.remark_count() == before).then_some(Self::Day(day.date))
            }
            Err(DateProblem::LooseDays(days)) => {
                reader.report(loose_days(reader, node, typed, &days));
                None
            }
            // For a day that is nearly right, `Day::take` has the better message.
            Err(problem) if looks_like_a_day(&problem) => {
                Day::take(node, reader).map(|day| Self::Day(day.date))
            }
            Err(_) => {
                if let Some(days) = reversed_period(typed) {
                    let place = reader.place(node.span);
                    reader.report(last_day_first(Code::EndBeforeStart, place, Some(typed), days));
                    return None;
                }
                reader.report(bad_exception(reader, node, typed));
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        let word = |pair: Pair| Fact::Word { id: pair.en, known: Some(pair), typed: pair.nl };
        match self {
            Self::Day(day) => Fact::Day(*day),
            Self::Days(first, last) => {
                Fact::Group(vec![("from", Some(Fact::Day(*first))), ("until", Some(Fact::Day(*last)))])
            }
            Self::Months(months) => {
                Fact::List(months.iter().map(|month| Fact::WholeNumber((*month).into())).collect())
            }
            Self::Holiday(holiday) => word(holiday.word().label),
            Self::Both(first, second) => {
                Fact::List(vec![word(first.word().label), word(second.word().label)])
            }
            Self::PublicHolidays => word(PUBLIC),
            Self::SchoolHolidays(None) => word(SCHOOL),
            Self::SchoolHolidays(Some(name)) => Fact::Words(name),
        }
    }
}

impl Exception {
    /// Reads named days, months or a date range, as people write them; `None` for anything else.
    pub fn in_words(typed: &str) -> Option<Self> {
        let folded = fold(&typed.replace('&', " en "));
        let folded = without_leading_words(&folded);
        match folded.as_str() {
            "feestdagen" | "feestdag" | "public holidays" | "holidays" | "bank holidays" => {
                return Some(Self::PublicHolidays);
            }
            "schoolvakanties" | "schoolvakantie" | "vakantie" | "vakanties" | "school holidays" => {
                return Some(Self::SchoolHolidays(None));
            }
            "pasen" | "easter" => return Some(Self::Both(Holiday::Easter, Holiday::EasterMonday)),
            "pinksteren" | "whitsun" | "pentecost" => {
                return Some(Self::Both(Holiday::Whitsun, Holiday::WhitMonday));
            }
            "kerst" | "kerstmis" | "christmas" => {
                return Some(Self::Both(Holiday::Christmas, Holiday::SecondChristmasDay));
            }
            "oud en nieuw" | "jaarwisseling" => {
                return Some(Self::Both(Holiday::NewYearsEve, Holiday::NewYear));
            }
            _ => {}
        }
        if let Some(name) = SCHOOL_HOLIDAYS.iter().find(|name| **name == folded) {
            return Some(Self::SchoolHolidays(Some(name)));
        }
        let is_named = |holiday: &&Holiday| holiday.word().spellings().any(|word| fold(word) == folded);
        if let Some(holiday) = Holiday::ALL.iter().find(is_named) {
            return Some(Self::Holiday(*holiday));
        }
        match parse_date(typed) {
            Err(DateProblem::TwoDays(first, last)) => Some(Self::Days(first, last)),
            Ok(_) => None,
            Err(_) => months_of(typed).map(Self::Months),
        }
    }
}

/// Drops words at the front that carry no meaning here: `in de zomervakantie`, `met Pasen`.
fn without_leading_words(folded: &str) -> String {
    const LEADING_WORDS: [&str; 13] =
        ["tijdens", "gedurende", "met", "in", "op", "de", "het", "alle", "during", "at", "on", "the", "all"];
    let words: Vec<&str> = folded.split_whitespace().collect();
    let from = words.iter().position(|word| !LEADING_WORDS.contains(word)).unwrap_or(0);
    words[from..].join(" ")
}

/// Splits a piece at the words that join its parts, unless it is one exception as a whole.
fn pieces_of<'l>(piece: &'l str, is_single: &dyn Fn(&str) -> bool) -> Vec<&'l str> {
    if is_single(piece) {
        return vec![piece];
    }
    let joins = [" en ", " and ", " & "];
    let halves = joins.iter().flat_map(|join| {
        piece.match_indices(join).map(|(at, _)| (piece[..at].trim(), piece[at + join.len()..].trim()))
    });
    // `oud en nieuw en kerst`: the first part must be an exception on its own.
    match halves.into_iter().find(|(first, _)| is_single(first)) {
        Some((first, rest)) => [first].into_iter().chain(pieces_of(rest, is_single)).collect(),
        None => vec![piece],
    }
}

/// For `24 en 31 december 2026`: more than one day, and each must be written in full.
fn loose_days(reader: &FieldReader<'_>, node: &Node, typed: &str, days: &[Date]) -> Diagnostic {
    let days = days.iter().map(|day| date_in_words(*day));
    let is_english = typed.contains(" and ");
    let in_full: Vec<String> = days.map(|day| if is_english { day.en } else { day.nl }).collect();
    let count = in_full.len();
    Diagnostic::new(
        Code::BadException,
        reader.place(node.span),
        both(format!("'{typed}' zijn {count} dagen"), format!("'{typed}' names {count} days")),
    )
    .hint(both(
        "schrijf elke dag voluit, met een komma ertussen",
        "write each day in full, with commas between them",
    ))
    .correction_with(Some(&in_full.join(", ")))
}

fn looks_like_a_day(problem: &DateProblem) -> bool {
    !matches!(problem, DateProblem::Unreadable)
}

fn bad_exception(reader: &FieldReader<'_>, node: &Node, typed: &str) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadException,
        reader.place(node.span),
        both(
            format!("'{typed}' is geen dag of vakantie die ik ken"),
            format!("'{typed}' is not a day or holiday I know"),
        ),
    );
    // `maandag` on its own may mean every Monday.
    if let Some((day, words)) = spoken_day(typed).filter(|(_, words)| weekday_from_word(words).is_none()) {
        let known = PartialDay::Spoken { day, locale: reader.locale().unwrap_or_default() };
        let year = MeantYear::default();
        return remark.with_open_day(OpenDay { typed: words.to_owned(), known, is_question: true, year });
    }
    let fixed = ["feestdagen", "schoolvakanties", "public holidays", "school holidays"];
    let named = Holiday::WORDS.iter().flat_map(crate::field::Word::spellings);
    match closest(typed, fixed.into_iter().chain(SCHOOL_HOLIDAYS).chain(named)) {
        Some(near) => remark.suggest(Some(near)),
        None if is_vague_about_days(typed) => remark.hint(both(
            "noem de eerste en de laatste dag, zoals: 24 december 2026 t/m 1 januari 2027",
            "name the first and the last day, such as: 24 December 2026 to 1 January 2027",
        )),
        None if names_weekday(typed) => remark.hint(both(
            "is het één keer, schrijf dan de hele datum; is het elke week, noem dan bij 'herhaling' alleen de dagen waarop het wel is",
            "if it is just once, write the full date; if it is every week, put only the days on which it does take place in 'repeats'",
        )),
        None if is_summer(typed) => remark.hint(both(
            "schrijf de maanden, zoals: juli en augustus; of: zomervakantie",
            "write the months, such as: July and August; or: zomervakantie",
        )),
        None => remark.hint(both(
            "schrijf een datum, '21 december 2026 t/m 3 januari 2027', 'juli en augustus', feestdagen of schoolvakanties",
            "write a date, '21 December 2026 to 3 January 2027', 'July and August', public holidays or school holidays",
        )),
    }
}

/// Whether the words name a day of the week: `maandag`, `de maandagen`.
fn names_weekday(typed: &str) -> bool {
    let folded = fold(typed);
    let bare =
        |word: &str| weekday_from_word(word.strip_suffix("en").or(word.strip_suffix('s')).unwrap_or(word));
    folded.split(' ').any(|word| weekday_from_word(word).or_else(|| bare(word)).is_some())
}

fn is_summer(typed: &str) -> bool {
    const SUMMER: [&str; 5] = ["zomer", "zomermaanden", "zomerperiode", "summer", "summer months"];
    SUMMER.contains(&without_leading_words(&fold(typed)).as_str())
}

/// Whether the words are vague about the days: `rond kerst`, `eind december`.
fn is_vague_about_days(typed: &str) -> bool {
    const AROUND: [&str; 14] = [
        "rond",
        "rondom",
        "tussen",
        "eind",
        "begin",
        "half",
        "week",
        "weken",
        "kerstweek",
        "carnaval",
        "around",
        "between",
        "end",
        "beginning",
    ];
    fold(typed).split(' ').any(|word| AROUND.contains(&word))
}

describe! {
    /// From one day up to and including another.
    pub struct DayRange {
        required from / van ("vanaf"): Day,
            "De eerste dag." | "The first day.";
        required until / tot ("tot_en_met"): Day,
            "De laatste dag." | "The last day.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_turn_of_the_year_is_two_days_however_it_is_written() {
        let both = Some(Exception::Both(Holiday::NewYearsEve, Holiday::NewYear));
        for typed in ["oud en nieuw", "Oud & Nieuw", "oud&nieuw", "Jaarwisseling"] {
            assert_eq!(Exception::in_words(typed), both, "{typed}");
        }
        assert_eq!(
            Exception::several_of("Oud & Nieuw en in juli/augustus"),
            Some(vec!["Oud & Nieuw", "in juli/augustus"])
        );
    }
}
