//! Meetings in figures: the meetings in all villages in the coming year, by province and by municipality.

use super::figures_file::{csv, file_address};
use super::places::short_name;
use super::words::{number_value, province_name};
use crate::almanac::{Figures, Totals};
use crate::ground::days_later;
use crate::render::addresses::{Section, figures_address, municipality_address};
use crate::render::edition::Edition;
use crate::render::numbers::Numbers;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::none_or;
use crate::render::wording::DateWords;
use crate::village::Kind;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if let Some(address) = figures_address(edition) {
        planner.add(address, edition.words().text("figures.title"), make);
    }
    if let Some(file) = file_address(edition) {
        planner.add(file.clone(), file.as_str(), |edition| Ok(csv(edition)));
    }
}

/// Returns `12 keer` and `18 uur`.
fn in_words(edition: &Edition, totals: Totals) -> (String, String) {
    let numbers = Numbers::of(edition.language());
    let phrase = |key: &str, shown: &str| {
        let form = if shown == "1" { "one" } else { "other" };
        edition.words().filled(&format!("figures.{key}.{form}"), &[("n", shown)])
    };
    let times = phrase("times", &numbers.whole(totals.tally.meetings));
    (times, phrase("hours_in_words", &numbers.about_hours(totals.tally.minutes)))
}

/// Returns the meetings in one municipality, in a sentence; nothing when there are none.
pub(super) fn in_a_sentence(edition: &Edition, totals: Totals) -> Option<String> {
    let (times, hours) = in_words(edition, totals);
    let words = [("times", times.as_str()), ("hours", hours.as_str())];
    (totals.tally.meetings > 0).then(|| edition.words().filled("region.figures.own", &words))
}

/// One line of a table.
struct Row {
    name: String,
    href: Option<String>,
    villages: usize,
    totals: Totals,
}

fn sum_of(totals: impl Iterator<Item = Totals>) -> Totals {
    totals.fold(Totals::default(), |mut all, one| {
        all.add(one);
        all
    })
}

fn make(edition: &Edition) -> Rendered {
    let words = edition.words();
    let dates = DateWords::new(words);
    let today = edition.almanac.today;
    let all = sum_of(edition.region.totals.iter().copied());
    let (times, hours) = in_words(edition, all);
    let region = edition.village.settings.village_name();
    let opening =
        words.filled("region.figures.opening", &[("region", region), ("times", &times), ("hours", &hours)]);
    let day = dates.plain(today);
    let about = words.filled(
        "region.figures.about",
        &[("from", &day), ("until", &dates.plain(days_later(today, 365))), ("date", &day)],
    );
    let address = figures_address(edition).unwrap_or_else(crate::ground::Address::home);
    let title = words.text("figures.title").to_owned();
    let mut page = Page::new("region-figures.html", address, title, Section::Of(Kind::Event))
        .with("opening", opening.as_str())
        .with("about", about)
        .with("numbers", numbers(edition, all))
        .with("lists", vec![provinces(edition), municipalities(edition)])
        .with("file", none_or(file_address(edition).map(|file| file.as_str().into())))
        .with("rules", rules(edition));
    page.description = Some(opening);
    page.make(edition)
}

/// Returns the large numbers at the top.
fn numbers(edition: &Edition, all: Totals) -> Value {
    let numbers = Numbers::of(edition.language());
    let whole = |number: usize| numbers.whole(u64::try_from(number).unwrap_or(u64::MAX));
    let list = vec![
        number_value(edition, "figures.numbers.hours", numbers.about_hours(all.tally.minutes)),
        number_value(edition, "figures.numbers.meetings", numbers.whole(all.tally.meetings)),
        number_value(edition, "figures.numbers.places", whole(all.places)),
        number_value(edition, "region.numbers.villages", whole(edition.region.region.villages.len())),
    ];
    list.into()
}

fn provinces(edition: &Edition) -> Value {
    let region = &edition.region;
    let rows = region.provinces.iter().map(|province| Row {
        name: match province.name {
            Some(name) => province_name(edition, name).to_owned(),
            None => edition.words().text("region.without_province").to_owned(),
        },
        href: None,
        villages: province.villages,
        totals: province.totals,
    });
    table(edition, "provinces", "province", rows.collect())
}

fn municipalities(edition: &Edition) -> Value {
    let rows = edition.region.municipalities.iter().map(|municipality| Row {
        name: short_name(edition, municipality),
        href: municipality_address(edition, municipality).map(|address| address.to_string()),
        villages: municipality.villages.len(),
        totals: municipality.totals,
    });
    table(edition, "municipalities", "municipality", rows.collect())
}

fn table(edition: &Edition, id: &'static str, column: &str, rows: Vec<Row>) -> Value {
    let numbers = Numbers::of(edition.language());
    let whole = |number: usize| numbers.whole(u64::try_from(number).unwrap_or(u64::MAX));
    let all = sum_of(rows.iter().map(|row| row.totals));
    let villages: usize = rows.iter().map(|row| row.villages).sum();
    let rows = rows.into_iter().map(|row| {
        map([
            ("name", row.name.into()),
            ("href", row.href.into()),
            ("villages", whole(row.villages).into()),
            ("hours", numbers.hours(row.totals.tally.minutes).into()),
            ("meetings", numbers.whole(row.totals.tally.meetings).into()),
        ])
    });
    let word = |key: &str| Value::from(edition.words().text(&format!("region.figures.{key}")).to_owned());
    map([
        ("id", id.into()),
        ("title", word(id)),
        ("caption", word(&format!("{id}_caption"))),
        ("column", word(column)),
        ("rows", rows.collect::<Vec<_>>().into()),
        ("villages", whole(villages).into()),
        ("hours", numbers.hours(all.tally.minutes).into()),
        ("meetings", numbers.whole(all.tally.meetings).into()),
    ])
}

/// Returns how the counting was done: the way a village does it.
fn rules(edition: &Edition) -> Vec<String> {
    let numbers = Numbers::of(edition.language());
    let rule = |id: &str, place: &str, minutes: u64| {
        edition.words().filled(&format!("figures.rules.{id}"), &[(place, &numbers.about_hours(minutes))])
    };
    vec![
        edition.words().text("region.figures.villages").to_owned(),
        rule("end", "without_end", Figures::WITHOUT_END),
        rule("whole_day", "whole_day", Figures::WHOLE_DAY),
        rule("most", "most", Figures::MOST_OF_A_DAY),
        edition.words().text("figures.rules.rounded").to_owned(),
        edition.words().text("figures.rules.people").to_owned(),
    ]
}
