//! Finds table rows with bars between their cells that lack the line of dashes below the first: `Tijd | Wat`.

use std::ops::Range;

/// Returns the rows of a table among the lines of a paragraph, as indexes. Lines with bars in front certainly
/// are rows. Other lines count if there are more than two, or one of them is part of a programme.
pub(super) fn rows(
    text: &str,
    lines: &[Range<usize>],
    is_of_program: impl Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let row = |line: &Range<usize>| text[line.clone()].trim();
    let is_row = |line: &Range<usize>| row(line).contains('|') && !row(line).contains("[[");
    let mut first = 0;
    while first < lines.len() {
        let count = lines[first..].iter().take_while(|line| is_row(line)).count();
        let rows = &lines[first..first + count];
        let opens = rows.iter().all(|line| row(line).starts_with('|'));
        let is_alike = || {
            let columns = rows.first().map_or(0, |line| cells(row(line)).len());
            columns > 1 && rows.iter().all(|line| cells(row(line)).len() == columns)
        };
        let is_sure = opens || is_alike() && (count > 2 || rows.iter().any(|line| is_of_program(row(line))));
        if count > 1 && is_sure {
            return Some(first..first + count);
        }
        first += count.max(1);
    }
    None
}

/// Returns the cells of a row as typed.
pub(super) fn cells(row: &str) -> Vec<&str> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|row| !row.ends_with('\\')).unwrap_or(row);
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\')) {
        cells.push(row[start..at].trim());
        start = at + 1;
    }
    cells.push(row[start..].trim());
    cells
}

/// Whether a row is the line of dashes of a table, with any number of cells.
pub(super) fn is_dashes(row: &str) -> bool {
    row.contains('-') && row.chars().all(|sign| matches!(sign, '-' | '–' | '—' | ':' | '|' | '+' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<Range<usize>> {
        let mut at = 0;
        let lines: Vec<Range<usize>> = text
            .split_inclusive('\n')
            .map(|line| {
                at += line.len();
                at - line.len()..at - line.len() + line.trim_end().len()
            })
            .collect();
        rows(text, &lines, |line| line.starts_with("19.30"))
    }

    #[test]
    fn table_rows_are_distinguished_from_words_with_a_bar() {
        for (text, rows) in [
            ("Tijd | Wat\n19.30 | inloop", 0..2),
            ("Programma:\n| Tijd | Wat |\n| 20.00 | start |", 1..3),
            ("a | b\nc | d\ne | f\nEn verder.", 0..3),
            ("| Tijd | Wat |\n| --- |\n| 20.00 | start |", 0..3),
        ] {
            assert_eq!(found(text), Some(rows), "{text}");
        }
        for text in [
            "06 123 | jan@dorp.nl\nDorpsstraat 1 | Dorp",
            "[[a|b]]\n[[c|d]]\n[[e|f]]",
            "| Tijd | Wat |",
            "a | b\nc\nd | e",
            "a | b\nc | d | e\nf | g",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn rows_are_split_into_cells() {
        assert_eq!(cells(r"| ma \| di | 10 uur |"), [r"ma \| di", "10 uur"]);
        assert_eq!(cells("a | b"), ["a", "b"]);
        assert_eq!(cells("| ma |"), ["ma"]);
        assert!(is_dashes("| --- | :-: |") && !is_dashes("| - | a |"));
    }
}
