//! Corrects opening hours without a colon after the day (`ma 9.00-12.00`), or with dashes in front.

use std::ops::Range;

use super::hour_words::{are_hours, days_of, range_of};
use crate::field::FieldReader;
use crate::ground::{Code, Diagnostic, Locale, both, fold, weekday_from_word};
use crate::read::{Node, Value};

/// Days and hours as typed: `ma t/m vr` and `9.00-17.00 uur`.
type Pair = (String, String);

/// Words that introduce days, besides the names of days.
const DAYS: [&str; 11] = [
    "elke",
    "iedere",
    "alle",
    "dagelijks",
    "werkdagen",
    "doordeweeks",
    "weekend",
    "every",
    "all",
    "daily",
    "weekdays",
];

/// Whether a word is the name of a day, or of the first of several: `ma-vr`.
fn starts_with_day(word: &str) -> bool {
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let first = bare.split(['-', '–', '/']).next().unwrap_or_default();
    weekday_from_word(first).is_some() || DAYS.contains(&fold(first).as_str())
}

fn starts_with_hours(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
        || ["gesloten", "dicht", "closed", "van", "from"].contains(&fold(word).as_str())
}

/// Splits a line into days with their hours; `None` if it has anything more or less than that.
fn days_with_hours(line: &str) -> Option<Vec<Pair>> {
    let mut pairs: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for word in line.split_whitespace() {
        match pairs.last_mut() {
            Some((days, hours)) if hours.is_empty() && !starts_with_hours(word) => days.push(word),
            Some((_, hours)) if !starts_with_day(word) => hours.push(word),
            _ => pairs.push((vec![word], Vec::new())),
        }
    }
    let pairs = pairs.into_iter().map(|(days, mut hours)| {
        while hours.last().is_some_and(|word| matches!(*word, "en" | "and" | "-" | "&")) {
            hours.pop();
        }
        let (days, hours) = (days.join(" "), hours.join(" "));
        let days = days.trim_end_matches([',', ':', ';', ' ']).to_owned();
        let hours = hours.trim_end_matches([',', ';', '.', ' ']).to_owned();
        (days_of(&days).is_some() && !hours.is_empty()).then_some((days, hours))
    });
    pairs.collect::<Option<Vec<Pair>>>().filter(|pairs| !pairs.is_empty())
}

/// Whether a text names days of the week and times.
fn names_hours(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_clock = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        bare.split_once(['.', ':']).is_some_and(|(hour, minute)| {
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            hour.len() < 3 && digits(hour) && minute.get(..2).is_some_and(digits)
        })
    };
    let has_hours = words.iter().any(|word| is_clock(word) || range_of(word).is_some())
        || words.windows(3).any(|three| range_of(&three.join(" ")).is_some());
    has_hours && words.iter().any(|word| starts_with_day(word))
}

/// Returns the diagnostic about hours that are given as one text; `None` if the text does not name any hours.
pub(super) fn hours_as_text(node: &Node, text: &str, reader: &FieldReader<'_>) -> Option<Diagnostic> {
    if !names_hours(text) {
        return None;
    }
    let place = reader.place(node.span);
    let below = lines_below(node.span.range(), reader);
    let lines = match &below {
        Some((indent, lines)) => rewritten_lines(indent, lines, reader).map(|lines| lines.join("\n")),
        None => {
            let prefix = place.prefix().to_owned();
            let key =
                place.excerpt.get(prefix.len()..).and_then(|rest| rest.split_once(':')).map(|(key, _)| key);
            let indent = " ".repeat(prefix.len() + 2);
            key.zip(rewritten_lines(&indent, &[text], reader))
                .map(|(key, lines)| format!("{prefix}{key}:\n{}", lines.join("\n")))
        }
    };
    let remark = Diagnostic::new(
        Code::BadHours,
        place,
        both(
            "achter een dag hoort een dubbele punt: zo weet de site niet wanneer het open is",
            "a day needs a colon after it: without it the site cannot tell when it is open",
        ),
    );
    let hint = ("zet elke dag op een eigen regel", "put each day on a line of its own");
    let typed_lines = below.map_or_else(|| vec![text], |(_, lines)| lines);
    let hours = typed_lines.iter().filter_map(|line| days_with_hours(line)).flatten().map(|(_, hours)| hours);
    let odd = hours.into_iter().find(|hours| !are_hours(hours));
    Some(match (lines, odd) {
        (Some(lines), None) => remark.hint(both(hint.0, hint.1)).correction(lines),
        (_, Some(odd)) => remark.hint(both(
            format!("{}, zoals 'maandag: 9.00-12.00', en kijk naar de tijden: '{odd}' kan niet", hint.0),
            format!("{}, such as 'monday: 9:00-12:00', and check the times: '{odd}' is not possible", hint.1),
        )),
        (None, None) => remark.hint(both(
            format!("{}, zoals 'maandag: 9.00-12.00', en zet wat geen tijd is achter 'toelichting:'", hint.0),
            format!(
                "{}, such as 'monday: 9:00-12:00', and put anything that is not a time after 'note:'",
                hint.1
            ),
        )),
    })
}

/// Writes each line with its colon; a line without days and times becomes the note.
fn rewritten_lines(indent: &str, lines: &[&str], reader: &FieldReader<'_>) -> Option<Vec<String>> {
    let note = if reader.locale() == Some(Locale::English) { "note" } else { "toelichting" };
    let (mut written, mut notes) = (Vec::new(), 0);
    for line in lines {
        let bare = line.trim();
        let bare = bare.strip_prefix("- ").unwrap_or(bare).trim();
        if bare.contains(": ") || bare.ends_with(':') {
            written.push(format!("{indent}{bare}"));
        } else if let Some(pairs) = days_with_hours(bare) {
            written.extend(pairs.into_iter().map(|(days, hours)| format!("{indent}{days}: {hours}")));
        } else if !names_hours(bare) && !bare.starts_with(['[', '{', '-', '"', '\'']) {
            notes += 1;
            written.push(format!("{indent}{note}: {bare}"));
        } else {
            return None;
        }
    }
    (notes < 2).then_some(written)
}

/// Returns the lines of a value that starts below its key, and the indentation that they need.
fn lines_below<'r>(span: Range<usize>, reader: &FieldReader<'r>) -> Option<(String, Vec<&'r str>)> {
    let text = &reader.file().text;
    let line = text.get(..span.start)?.rfind('\n').map_or(0, |end| end + 1);
    let prefix = text.get(line..span.start)?;
    if !prefix.trim_matches(['-', ' ', '\t']).is_empty() {
        return None;
    }
    let width = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let spaces = prefix.len() - prefix.trim_start_matches(' ').len();
    let above = text.get(..line)?.lines().rev().find(|line| !line.trim().is_empty()).map_or(0, width);
    let indent = " ".repeat(if spaces > above { spaces } else { above + 2 });
    let lines = text.get(line..span.end)?.lines().filter(|line| !line.trim().is_empty()).collect();
    Some((indent, lines))
}

/// Returns the end of the last item inside a value.
fn end_of(node: &Node) -> usize {
    let own = node.span.range().end;
    match &node.value {
        Value::List(items) => items.iter().map(end_of).max().unwrap_or(own),
        Value::Map(days) => days.entries.iter().map(|(_, node)| end_of(node)).max().unwrap_or(own),
        _ => own,
    }
}

/// For hours with a dash in front of every day.
pub(super) fn hours_as_list(node: &Node, reader: &FieldReader<'_>) -> Diagnostic {
    let place = reader.place(node.span);
    let is_plain = |item: &Node| match &item.value {
        Value::Scalar(line) => days_with_hours(line).is_some(),
        Value::Map(days) => days.entries.len() == 1,
        _ => false,
    };
    let is_known = matches!(&node.value, Value::List(items) if items.iter().all(is_plain));
    let lines = lines_below(node.span.range().start..end_of(node), reader).filter(|_| is_known);
    let lines = lines.and_then(|(indent, lines)| rewritten_lines(&indent, &lines, reader));
    let remark = Diagnostic::new(
        Code::BadHours,
        place,
        both("openingstijden hebben geen streepjes vooraan", "opening hours do not start with dashes"),
    )
    .hint(both(
        "haal de streepjes van alle regels weg, laat de spaties ervoor staan, en zet achter elke dag een dubbele punt",
        "remove the dashes from all lines, keep the spaces before them, and put a colon after every day",
    ));
    match lines {
        Some(lines) => remark.correction(lines.join("\n")),
        None => remark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours_on_one_line_are_split() {
        let split = |line: &str| {
            let with_colon = |(days, hours): Pair| format!("{days}: {hours}");
            days_with_hours(line)
                .map(|pairs| pairs.into_iter().map(with_colon).collect::<Vec<_>>().join(" | "))
        };
        for (line, expected) in [
            ("ma 9.00-12.00", "ma: 9.00-12.00"),
            ("ma t/m vr 25.00 - 17.00 uur", "ma t/m vr: 25.00 - 17.00 uur"),
            ("ma-vr 9-17, za en zo 10-16", "ma-vr: 9-17 | za en zo: 10-16"),
            ("di 9.00-12.00 en 13.00-17.00, wo gesloten", "di: 9.00-12.00 en 13.00-17.00 | wo: gesloten"),
            ("elke dag van 9.00 tot 17.00 uur", "elke dag: van 9.00 tot 17.00 uur"),
            ("maandag 9 - 12 en dinsdag 10 - 12", "maandag: 9 - 12 | dinsdag: 10 - 12"),
        ] {
            assert_eq!(split(line).as_deref(), Some(expected), "{line}");
        }
        for line in ["op afspraak", "op dinsdag 9.00-12.00", "dinsdag", "bel 0521 123456"] {
            assert_eq!(split(line), None, "{line}");
        }
    }

    #[test]
    fn a_text_names_hours_when_it_has_days_and_times() {
        for text in ["ma 9.00-12.00 di 9.00-12.00", "open op za 10-12", "meestal wo 9 tot 12 uur"] {
            assert!(names_hours(text), "{text}");
        }
        for text in [
            "op afspraak",
            "Alleen bij ijs. Bel de ijstelefoon.",
            "bel 0521-123456",
            "elke dag",
            "za en zo",
            "ma 9.aé",
        ] {
            assert!(!names_hours(text), "{text}");
        }
    }
}
