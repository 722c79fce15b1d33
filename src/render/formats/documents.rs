//! The list of documents, by year.

use crate::ground::Date;
use crate::render::dates::DateWords;
use crate::render::edition::Edition;
use crate::render::page::Page;
use crate::render::plan::{Made, Planner};
use crate::render::sections::{Section, section_address};
use crate::render::templates::{Value, map};
use crate::render::values::{file_value, none_or};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if !edition.village.documents.is_empty() {
        let section = Section::Documents;
        planner.add(section_address(edition, section), &section.title(edition), make);
    }
}

fn make(edition: &Edition) -> Made {
    let dates = DateWords::new(&edition.words);
    let mut years: Vec<(Option<i16>, Vec<Value>)> = Vec::new();
    for document in &edition.village.documents {
        let year = document.date.map(Date::year);
        let value = map([
            ("file", file_value(edition, document.file, Some(&document.title))),
            ("date", none_or(document.date.map(|date| dates.day(date)))),
        ]);
        match years.last_mut() {
            Some((last, values)) if *last == year => values.push(value),
            _ => years.push((year, vec![value])),
        }
    }
    let years: Vec<Value> = years
        .into_iter()
        .map(|(year, documents)| map([("year", year.into()), ("documents", documents.into())]))
        .collect();
    let section = Section::Documents;
    Page::new("documents.html", section_address(edition, section), section.title(edition), section)
        .with("years", years)
        .make(edition)
}
