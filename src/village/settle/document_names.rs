//! Reads the date, kind and organisation of a document from its name and its folders.

use crate::field::{Vocabulary, Word, choice_of};
use crate::ground::{Date, capital, fold, parse_date, typeset};
use crate::read::MediaFile;
use crate::village::document::{DocumentKind, DocumentStatus, Precision};
use crate::village::followed::EntryId;

/// What a name says about a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NameDetails {
    pub(super) title: String,
    pub(super) date: Option<(Date, Precision)>,
    pub(super) kind: Option<&'static Word>,
    pub(super) status: Option<DocumentStatus>,
    pub(super) organisation: Option<EntryId>,
    /// The words that are not a kind, status or organisation: they distinguish one document from another.
    pub(super) rest: String,
}

/// Reads `documenten/dorpsraad/2026-10-12-notulen.pdf`. `organisation` finds one by its folded words.
pub(super) fn details_from_name(
    file: &MediaFile,
    organisation: impl Fn(&str) -> Option<EntryId>,
) -> NameDetails {
    let (date, rest) = leading_day(file.path.stem());
    let mut words = Words::of(rest);
    let date = date.or_else(|| Some((words.take_day()?, Precision::Day)));
    let mut details = NameDetails { date, status: words.take_status(), ..NameDetails::default() };
    details.title = words.title();
    details.kind = words.take_kind();
    details.status = details.status.or_else(|| words.take_status());
    details.organisation = words.take_run(&organisation);
    for folder in file.path.parent().split('/').skip(1).collect::<Vec<_>>().into_iter().rev() {
        details.add_folder(folder, &organisation);
    }
    if details.title.is_empty() {
        details.title = capital(details.kind.map_or(file.path.stem(), |kind| kind.label.nl));
    }
    details.rest = words.as_compared();
    details
}

impl NameDetails {
    /// Adds what a folder named after an organisation, kind or year says, if the file name does not say it.
    fn add_folder(&mut self, folder: &str, organisation: impl Fn(&str) -> Option<EntryId>) {
        let mut words = Words::of(folder);
        if let (Some(owner), None) = (organisation(&fold(folder)), self.organisation) {
            self.organisation = Some(owner);
            // "Notulen" says little in a list with the documents of all organisations.
            let title = typeset(words.as_written().trim());
            self.title =
                if self.title.is_empty() { capital(&title) } else { format!("{} {title}", self.title) };
        } else if let (None, Some(kind)) = (self.kind, words.take_kind().filter(|_| words.0.is_empty())) {
            self.kind = Some(kind);
        } else if let (None, (Some((day, Precision::Year)), "")) = (self.date, leading_day(folder)) {
            self.date = Some((day, Precision::Year));
        }
    }
}

/// The words of a name, as written and as compared.
struct Words<'n>(Vec<(&'n str, String)>);

impl<'n> Words<'n> {
    fn of(name: &'n str) -> Self {
        let words = name.split(['-', '_', ' ']).filter(|word| !word.is_empty());
        Self(words.map(|word| (word, fold(word))).collect())
    }

    /// Returns the words as written, separated by spaces.
    fn as_written(&self) -> String {
        self.0.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
    }

    fn title(&self) -> String {
        typeset(&capital(&self.as_written()))
    }

    /// Returns the words as compared.
    fn as_compared(&self) -> String {
        folded_words(&self.0)
    }

    /// Removes a whole day from any place: `5-10-2026`, `20261005`, `12 nov 2026`.
    fn take_day(&mut self) -> Option<Date> {
        let (start, length, day) = (0..self.0.len()).find_map(|start| {
            let of_words = |length: usize| {
                let parts: Vec<&str> =
                    self.0.get(start..start + length)?.iter().map(|(word, _)| *word).collect();
                Some((start, length, whole_day(&parts)?))
            };
            of_words(3).or_else(|| of_words(1))
        })?;
        self.0.drain(start..start + length);
        Some(day)
    }

    /// Removes "concept" or "vastgesteld" from the front or the end, unless it is the only word.
    fn take_status(&mut self) -> Option<DocumentStatus> {
        let last = self.0.len().checked_sub(1).filter(|last| *last > 0)?;
        [0, last].into_iter().find_map(|at| {
            let status = choice_of(&self.0[at].1)?;
            self.0.remove(at);
            Some(status)
        })
    }

    /// Removes the words for a kind from the front, or else from the end; of several matches the longest.
    fn take_kind(&mut self) -> Option<&'static Word> {
        let spellings = || {
            DocumentKind::WORDS
                .iter()
                .flat_map(|word| word.spellings().map(move |spelling| (word, fold(spelling))))
        };
        let is_at = |front: bool, spelling: &str| {
            let count = spelling.split(' ').count();
            let word_count = self.0.len();
            count <= word_count
                && folded_words(if front { &self.0[..count] } else { &self.0[word_count - count..] })
                    == spelling
        };
        let (front, (word, spelling)) = [true, false].into_iter().find_map(|front| {
            let found = spellings().filter(|(_, spelling)| is_at(front, spelling));
            found.max_by_key(|(_, spelling)| spelling.len()).map(|found| (front, found))
        })?;
        let count = spelling.split(' ').count();
        let start = if front { 0 } else { self.0.len() - count };
        self.0.drain(start..start + count);
        Some(word)
    }

    /// Removes the longest run of words at the front, or else at the end, that has a meaning.
    fn take_run<T>(&mut self, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let word_count = self.0.len();
        let fronts = (1..=word_count).rev().map(|count| 0..count);
        let ends = (1..=word_count).rev().map(|count| word_count - count..word_count);
        let (run, found) = fronts
            .chain(ends)
            .find_map(|run| meaning(&folded_words(&self.0[run.clone()])).map(|found| (run, found)))?;
        self.0.drain(run);
        Some(found)
    }
}

/// Reads `5 10 2026`, `5 oktober 2026`, `2026 10 05`, `20261005` or `05.10.2026` as a day.
fn whole_day(parts: &[&str]) -> Option<Date> {
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let written = match *parts {
        [year, month, day] if is_year(year) => format!("{year}-{month}-{day}"),
        [day, month, year] if is_year(year) && month.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{day}-{month}-{year}")
        }
        [day, month, year] if is_year(year) => format!("{day} {month} {year}"),
        [packed] if packed.len() == 8 && packed.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{}-{}-{}", packed.get(..4)?, packed.get(4..6)?, packed.get(6..)?)
        }
        [dotted] if dotted.contains('.') => dotted.to_owned(),
        _ => return None,
    };
    let found = parse_date(&written).ok().filter(|found| found.time.is_none() && found.weekday.is_none())?;
    (1900..=2100).contains(&found.date.year()).then_some(found.date)
}

fn folded_words(words: &[(&str, String)]) -> String {
    words.iter().map(|(_, folded)| folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// Returns the part of a name that looks like a full date but is not: `2026-13-40`, `31-02-2026`.
pub(super) fn impossible_day(stem: &str) -> Option<&str> {
    const LENGTH: usize = 10;
    let is_digit = |at: usize| stem.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut parts = (0..stem.len()).filter_map(|at| Some((at, stem.get(at..at + LENGTH)?)));
    let found = parts.find(|(at, part)| {
        let is_separate = (*at == 0 || !is_digit(at - 1)) && !is_digit(at + LENGTH);
        let shape: String = part.chars().map(|sign| if sign.is_ascii_digit() { '0' } else { sign }).collect();
        let year = if shape == "0000-00-00" { part.get(..4) } else { part.get(6..) };
        let is_day = matches!(shape.as_str(), "0000-00-00" | "00-00-0000");
        let is_plausible_year = year.is_some_and(|year| year.starts_with("19") || year.starts_with("20"));
        is_separate && is_day && is_plausible_year && parse_date(part).is_err()
    });
    found.map(|(_, part)| part)
}

/// Splits `2026-03-12-notulen`, `2026-03 begroting` and `2026 jaarverslag` into the date and the rest.
fn leading_day(stem: &str) -> (Option<(Date, Precision)>, &str) {
    let lengths = [(10, "", Precision::Day), (7, "-01", Precision::Month), (4, "-01-01", Precision::Year)];
    for (length, filling, precision) in lengths {
        let Some((front, rest)) = stem.split_at_checked(length) else { continue };
        let ends = rest.is_empty() || rest.starts_with(['-', '_', ' ']);
        let shape =
            front.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && front.starts_with(['1', '2']);
        if shape
            && ends
            && let Ok(found) = parse_date(&format!("{front}{filling}"))
        {
            return (Some((found.date, precision)), rest.trim_start_matches(['-', '_', ' ']));
        }
    }
    (None, stem)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::ground::SitePath;
    use crate::read::stamp;

    fn read_name(path: &str) -> NameDetails {
        let path = SitePath::new(path).expect("a path");
        let stamp = stamp(&std::env::temp_dir()).expect("a stamp");
        let file = MediaFile { path, on_disk: PathBuf::new(), bytes: 1, size: None, stamp, twin_mark: None };
        details_from_name(&file, |words| match words {
            "dorpsraad" | "dorpsraad lutterwolde" => Some(EntryId(1)),
            "school" => Some(EntryId(2)),
            _ => None,
        })
    }

    fn summary(path: &str) -> String {
        let facts = read_name(path);
        let date = facts.date.map_or_else(String::new, |(day, precision)| format!("{day} {precision:?}"));
        let kind = facts.kind.map_or("", |kind| kind.label.nl);
        let organisation = facts.organisation.map_or(0, |id| id.0);
        let status = facts.status.map_or_else(String::new, |status| format!("{status:?}"));
        format!("{}|{date}|{kind}|{organisation}|{status}", facts.title)
    }

    #[test]
    fn a_file_name_gives_day_kind_and_organisation() {
        for (path, expected) in [
            ("documenten/2026-03-12-notulen.pdf", "Notulen|2026-03-12 Day|notulen|0|"),
            ("documenten/2026-03-12-notulen_dorpsraad.pdf", "Notulen dorpsraad|2026-03-12 Day|notulen|1|"),
            ("documenten/2026-03-12-dorpsraad-notulen.pdf", "Dorpsraad notulen|2026-03-12 Day|notulen|1|"),
            ("documenten/2026-03 begroting.pdf", "Begroting|2026-03-01 Month|begroting|0|"),
            ("documenten/2025-jaarverslag.pdf", "Jaarverslag|2025-01-01 Year|jaarverslag|0|"),
            ("documenten/statuten.pdf", "Statuten||statuten|0|"),
            ("documenten/20260312.pdf", "20260312|2026-03-12 Day||0|"),
            ("documenten/Notulen vergadering 5-10-2026.pdf", "Notulen vergadering|2026-10-05 Day|notulen|0|"),
            ("documenten/05-10-2026 verslag.pdf", "Verslag|2026-10-05 Day||0|"),
            ("documenten/20261005_agenda.pdf", "Agenda|2026-10-05 Day|agenda|0|"),
            ("documenten/12 nov 2026 notulen.pdf", "Notulen|2026-11-12 Day|notulen|0|"),
            ("documenten/concept notulen 2026-10-07.pdf", "Notulen|2026-10-07 Day|notulen|0|Draft"),
            ("documenten/Verslag 05.10.2026.pdf", "Verslag|2026-10-05 Day||0|"),
            ("documenten/begroting 2026 en 2027.pdf", "Begroting 2026 en 2027||begroting|0|"),
            (
                "documenten/2026-04-20-jaarverslag-2025-dorpsraad.pdf",
                "Jaarverslag 2025 dorpsraad|2026-04-20 Day|jaarverslag|1|",
            ),
            (
                "documents/2026-03-12 minutes Dorpsraad Lutterwolde.pdf",
                "Minutes Dorpsraad Lutterwolde|2026-03-12 Day|notulen|1|",
            ),
            (
                "documenten/2026-03-12-notulen-concept-dorpsraad.pdf",
                "Notulen concept dorpsraad|2026-03-12 Day|notulen|1|Draft",
            ),
            (
                "documenten/2026-03-12-notulen-dorpsraad-vastgesteld.pdf",
                "Notulen dorpsraad|2026-03-12 Day|notulen|1|Adopted",
            ),
            ("documenten/huishoudelijk-reglement.pdf", "Huishoudelijk reglement||huishoudelijk reglement|0|"),
            ("documenten/2026-10-29-verslag-bewonersavond.pdf", "Verslag bewonersavond|2026-10-29 Day||0|"),
        ] {
            assert_eq!(summary(path), expected, "{path}");
        }
    }

    #[test]
    fn an_impossible_day_is_noticed_anywhere_in_the_name() {
        for (stem, day) in [
            ("notulen-2026-13-40", Some("2026-13-40")),
            ("2026-02-30-notulen", Some("2026-02-30")),
            ("notulen_31-02-2026 (2)", Some("31-02-2026")),
            ("2026-02-28-notulen", None),
            ("kaart-8426-13-40", None),
            ("2026-13-400", None),
            ("seizoen 2026-27", None),
            ("café 2026-1", None),
        ] {
            assert_eq!(impossible_day(stem), day, "{stem}");
        }
    }

    #[test]
    fn folders_add_what_the_name_lacks() {
        for (path, expected) in [
            ("documenten/dorpsraad/2026/notulen.pdf", "Notulen dorpsraad|2026-01-01 Year|notulen|1|"),
            (
                "documenten/dorpsraad/2025/2026-03-12-notulen.pdf",
                "Notulen dorpsraad|2026-03-12 Day|notulen|1|",
            ),
            ("documenten/dorpsraad/notulen-school.pdf", "Notulen school||notulen|2|"),
            ("documenten/notulen/2026-03-12.pdf", "Notulen|2026-03-12 Day|notulen|0|"),
            ("documenten/archief/oud.pdf", "Oud|||0|"),
        ] {
            assert_eq!(summary(path), expected, "{path}");
        }
    }
}
