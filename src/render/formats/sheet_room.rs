//! How much fits on a sheet for the notice board: the heights of its days and lines, as the standard theme prints
//! them on A4 and on A3. Lengths are in hundredths of the type size, unless said otherwise.

use crate::render::templates::Value;

/// A type size: its class, in hundredths of the unit of the sheet, and in how many columns the days are.
struct Size {
    name: &'static str,
    kind: u32,
    columns: usize,
    /// How many letters fit on a line beside the time.
    letters: usize,
}

/// The sizes, on A4: 14, 12, 10 and 8 points.
const SIZES: [Size; 4] = [
    Size { name: "large", kind: 260, columns: 1, letters: 52 },
    Size { name: "medium", kind: 215, columns: 1, letters: 66 },
    Size { name: "small", kind: 185, columns: 2, letters: 29 },
    Size { name: "tiny", kind: 150, columns: 2, letters: 40 },
];

/// The room for days between the head and the foot, and what one more line of the head takes of it: the name of
/// the village, and the heading. In hundredths of the unit of the sheet.
const ROOM: u32 = 11_600;
const LINE_OF_NAME: u32 = 297;
const LINE_OF_HEADING: u32 = 484;

/// The heading of a day with the space around it; one line of text; the space around an event.
const DAY: u32 = 252;
const TEXT: u32 = 135;
const SPACE: u32 = 24;

/// The most lines that the text of an event takes: the style cuts the rest.
const MOST: u32 = 3;

/// How many letters fit on a line with a time, of the name of the village, and of the heading.
const LETTERS_OF_TIME: usize = 15;
const LETTERS_OF_NAME: usize = 64;
const LETTERS_OF_HEADING: usize = 36;

/// What fits on a sheet.
pub(super) struct Fit {
    /// The class of the type size.
    pub size: &'static str,
    /// How many lines of each day fit: only the end is missing.
    pub shown: Vec<usize>,
}

/// Chooses the largest type in which everything fits; in the smallest, the end is left out.
pub(super) fn fit(days: &[&[Value]], village: &str, heading: &str) -> Fit {
    let head = LINE_OF_NAME * (lines_of(village, LETTERS_OF_NAME) - 1)
        + LINE_OF_HEADING * (lines_of(heading, LETTERS_OF_HEADING) - 1);
    let mut fit = Fit { size: SIZES[0].name, shown: Vec::new() };
    for size in &SIZES {
        let column = ROOM.saturating_sub(head) * 100 / size.kind;
        let heights: Vec<Vec<u32>> = days
            .iter()
            .map(|lines| lines.iter().map(|line| height_of(line, size.letters)).collect())
            .collect();
        fit = Fit { size: size.name, shown: fill(&heights, column, size.columns) };
        if fit.shown.iter().zip(days).all(|(shown, lines)| *shown == lines.len()) {
            break;
        }
    }
    fit
}

/// Fills columns with days, and returns how many lines of each fit. A day is in one column, unless it is longer.
fn fill(days: &[Vec<u32>], column: u32, mut columns: usize) -> Vec<usize> {
    let mut room = column;
    let mut shown = Vec::with_capacity(days.len());
    for lines in days {
        let height = DAY + lines.iter().sum::<u32>();
        if height > room && columns > 1 && room < column && height <= column {
            columns -= 1;
            room = column;
        }
        if height <= room {
            room -= height;
            shown.push(lines.len());
            continue;
        }
        // The last day: here, or in the columns that are left; at the end of each a part of an event may not fit.
        let rest = u32::try_from(columns - 1).unwrap_or(0) * column.saturating_sub(SPACE + MOST * TEXT);
        let most = if room == column { room + rest } else { room.max(rest) };
        shown.push(lines_within(lines, most));
        break;
    }
    shown.resize(days.len(), 0);
    shown
}

/// Returns how many lines of a day fit in a height.
fn lines_within(lines: &[u32], most: u32) -> usize {
    let mut height = DAY;
    let fits = |line: &&u32| {
        height += **line;
        height <= most
    };
    lines.iter().take_while(fits).count()
}

/// Returns the height of one event.
fn height_of(line: &Value, letters: usize) -> u32 {
    let words = |path: &'static str| line.get_from_path(path).and_then(Value::as_str).unwrap_or_default();
    let mut text = String::new();
    for (path, sign) in
        [("status.label", "_ "), ("title", " "), ("was_short", "__ "), ("venue.name", " · "), ("room", " ")]
    {
        if !words(path).is_empty() {
            text.push_str(words(path));
            text.push_str(sign);
        }
    }
    let days = |path| lines_of(words(path), LETTERS_OF_TIME);
    let time = match words("when.several_days.from") {
        "" => 1,
        // The first and the last day are each on lines of their own, and so are the times of every day.
        _ => {
            days("when.several_days.from")
                + days("when.several_days.until")
                + u32::from(!words("when.several_days.hours").is_empty())
        }
    };
    SPACE + TEXT * lines_of(&text, letters).min(MOST).max(time)
}

/// Returns how many lines a text takes, when broken between words. Letters of other scripts and emoji are wider.
fn lines_of(text: &str, letters: usize) -> u32 {
    let width =
        |word: &str| word.chars().map(|letter| if letter > '\u{2fff}' { 2 } else { 1 }).sum::<usize>();
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let wide = width(word);
        if used > 0 && used + 1 + wide > letters {
            lines += 1;
            used = 0;
        }
        used += wide + usize::from(used > 0);
        while used > letters {
            lines += 1;
            used -= letters;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_breaks_between_words() {
        assert_eq!(lines_of("", 10), 1);
        assert_eq!(lines_of("een twee", 8), 1);
        assert_eq!(lines_of("een twee drie", 8), 2);
        assert_eq!(lines_of("dorpshuisbestuur", 8), 2);
    }

    #[test]
    fn a_day_is_in_one_column_and_only_the_end_is_left_out() {
        let event = SPACE + TEXT;
        let day = |events: usize| vec![event; events];
        // Two columns of ten events below one heading.
        let column = DAY + 10 * event;
        assert_eq!(fill(&[day(6), day(6)], column, 2), [6, 6]);
        assert_eq!(fill(&[day(6), day(6), day(2)], column, 2), [6, 6, 2]);
        assert_eq!(fill(&[day(6), day(6), day(6), day(1)], column, 2), [6, 6, 2, 0]);
        assert_eq!(fill(&[day(6), day(6)], column, 1), [6, 2]);
        // One that is longer than a column goes on in the next.
        assert_eq!(fill(&[day(17)], column, 2), [17]);
        assert_eq!(fill(&[day(30), day(1)], column, 2), [18, 0]);
    }
}
