//! Meetings in figures: what a village shows its municipality when the budget is discussed. People who meet
//! others need less help later; that takes a place, and somebody who organises it.

mod rows;
mod charts;
mod csv;

use std::cmp::Ordering;

use self::charts::{bars, cells, columns};
use self::csv::csv;
use self::rows::{Line, Rows, lists, months, part_name};
use crate::almanac::{Cost, Figures, Tally};
use crate::ground::{Address, Date, DayPart};
use crate::render::addresses::{Section, figures_address, section_address};
use crate::render::edition::Edition;
use crate::render::numbers::{Numbers, percent};
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::none_or;
use crate::village::Kind;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let years = edition.almanac.years_in_figures();
    if years.is_empty() {
        return;
    }
    let this = edition.almanac.today.year();
    for year in years.iter().copied().chain([this].into_iter().filter(|this| !years.contains(this))) {
        planner.add(page_address(edition, year), &title(edition, year), move |edition| make(edition, year));
    }
    for year in years {
        let address = file_address(edition, year);
        planner.add(address.clone(), address.as_str(), move |edition| {
            Ok(csv(edition, figures_of(edition, year)))
        });
    }
}

/// Returns the figures of a year, counted once for its page and its table.
fn figures_of(edition: &Edition, year: i16) -> &Figures {
    // The almanac has no years other than these.
    let [last, this, next] = &edition.memo.lists.figures;
    let figures = match year.cmp(&edition.almanac.today.year()) {
        Ordering::Less => last,
        Ordering::Equal => this,
        Ordering::Greater => next,
    };
    figures.get_or_init(|| {
        // The years are those of the almanac, so these days exist.
        let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
        Figures::of(&edition.village, &edition.almanac, first, first.last_of_year())
    })
}

/// Returns `/ontmoeting/` for this year, `/ontmoeting/2025/` for another.
fn page_address(edition: &Edition, year: i16) -> Address {
    let own = figures_address(edition).unwrap_or_else(Address::home);
    let is_this = year == edition.almanac.today.year();
    let folder = own.as_str().trim_matches('/').to_owned();
    Address::page([folder].into_iter().chain((!is_this).then(|| year.to_string())))
}

/// Returns `/ontmoeting/2026.csv`.
fn file_address(edition: &Edition, year: i16) -> Address {
    let own = figures_address(edition).unwrap_or_else(Address::home);
    Address::file(&format!("{}/{year}.csv", own.as_str().trim_matches('/')))
}

fn title(edition: &Edition, year: i16) -> String {
    match year == edition.almanac.today.year() {
        true => edition.words().text("figures.title").to_owned(),
        false => edition.words().filled("figures.title_of_year", &[("year", &year.to_string())]),
    }
}

fn make(edition: &Edition, year: i16) -> Rendered {
    let figures = figures_of(edition, year);
    let section = Section::Of(Kind::Event);
    let mut page = Page::new("figures.html", page_address(edition, year), title(edition, year), section);
    page.crumbs.push((section.title(edition), section_address(edition, section)));
    let this = edition.almanac.today.year();
    if year != this {
        page.crumbs.push((title(edition, this), page_address(edition, this)));
    }
    let opening = opening(edition, figures);
    page.description = Some(opening.clone());
    let has_figures = figures.total.meetings > 0;
    let lists = lists(edition, figures);
    let months = months(edition, figures);
    let file = has_figures.then(|| Value::from(file_address(edition, year).to_string()));
    page.with("opening", opening)
        .with("about", about(edition, year))
        .with("year", year.to_string())
        .with("years", years(edition, year))
        .with("has_figures", has_figures)
        .with("numbers", numbers(edition, figures))
        .with("week", week(edition, figures))
        .with("months", with_chart(edition, &months, columns(edition, figures)))
        .with(
            "lists",
            lists.iter().map(|rows| with_chart(edition, rows, bars(edition, rows))).collect::<Vec<_>>(),
        )
        .with("rules", rules(edition))
        .with("file", none_or(file))
        .make(edition)
}

/// Returns whether a year is before, in or after the current one, as the theme texts name it.
fn tense(edition: &Edition, year: i16) -> &'static str {
    match year.cmp(&edition.almanac.today.year()) {
        Ordering::Less => "past",
        Ordering::Equal => "now",
        Ordering::Greater => "next",
    }
}

/// Returns an opening that a councillor can quote.
fn opening(edition: &Edition, figures: &Figures) -> String {
    let (words, numbers) = (edition.words(), Numbers::of(edition.language()));
    let year = figures.first.year();
    let Tally { minutes, meetings } = figures.total;
    let (year_in_words, tense) = (year.to_string(), tense(edition, year));
    if meetings == 0 {
        return words.filled("figures.nothing", &[("year", &year_in_words)]);
    }
    // Based on the number as shown: one and a half is plural.
    let counted = |key: &str, shown: &str| {
        let form = if shown == "1" { "one" } else { "other" };
        words.filled(&format!("figures.{key}.{form}"), &[("n", shown)])
    };
    let week = figures.minutes_of_a_week();
    let opening = if is_weekly(figures) { "opening" } else { "seldom" };
    let mut sentences = vec![words.filled(
        &format!("figures.{opening}.{tense}"),
        &[
            ("year", &year_in_words),
            ("village", edition.village.settings.village_name()),
            ("times", &counted("times", &numbers.whole(meetings))),
            ("hours", &counted("hours_in_words", &numbers.about_hours(minutes))),
            ("weekly", &counted("hours_in_words", &numbers.about_hours(week))),
        ],
    )];
    if !knows_costs(figures) {
        return sentences.concat();
    }
    let share = |cost: Cost| percent(figures.costs[cost as usize].minutes, minutes);
    let (free, unsaid) = (share(Cost::Free), share(Cost::Unset));
    match free {
        0 => {}
        100 => sentences.push(words.text("figures.all_free").to_owned()),
        share => sentences.push(words.filled("figures.partly_free", &[("share", &share.to_string())])),
    }
    if unsaid > 0 {
        sentences.push(words.filled("figures.unsaid", &[("share", &unsaid.to_string())]));
    }
    sentences.join(" ")
}

/// Whether there is at least an hour a week: below that, the average means nothing.
fn is_weekly(figures: &Figures) -> bool {
    figures.minutes_of_a_week() >= 60
}

/// Whether the cost is known for most hours; if not, a share that is free would be a guess.
fn knows_costs(figures: &Figures) -> bool {
    figures.costs[Cost::Unset as usize].minutes * 2 <= figures.total.minutes
}

/// Returns which days these figures cover, and how certain they are.
fn about(edition: &Edition, year: i16) -> String {
    let today = edition.dates().plain(edition.almanac.today);
    let key = format!("figures.about.{}", tense(edition, year));
    edition.words().filled(&key, &[("year", &year.to_string()), ("date", &today)])
}

/// Returns last year, this year and next year, as far as there are figures for them.
fn years(edition: &Edition, current: i16) -> Value {
    let mut years = edition.almanac.years_in_figures();
    years.insert(edition.almanac.today.year());
    let links = years.into_iter().map(|year| {
        map([
            ("title", year.to_string().into()),
            ("href", page_address(edition, year).to_string().into()),
            ("is_current", (year == current).into()),
        ])
    });
    links.collect::<Vec<_>>().into()
}

/// Returns the large numbers at the top.
fn numbers(edition: &Edition, figures: &Figures) -> Value {
    let numbers = Numbers::of(edition.language());
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let number_value = |id: &str, shown: String| {
        let form = if matches!(shown.as_str(), "1" | "1%") { "one" } else { "other" };
        let label = edition.words().text(&format!("figures.numbers.{id}.{form}")).to_owned();
        map([("number", shown.into()), ("label", label.into())])
    };
    let Tally { minutes, meetings } = figures.total;
    let free = percent(figures.costs[Cost::Free as usize].minutes, minutes);
    let mut all = vec![number_value("hours", numbers.about_hours(minutes))];
    if is_weekly(figures) {
        all.push(number_value("weekly", numbers.about_hours(figures.minutes_of_a_week())));
    }
    all.push(number_value("meetings", numbers.whole(meetings)));
    if knows_costs(figures) {
        all.push(number_value("free", format!("{free}%")));
    }
    for (id, number) in
        [("places", figures.places()), ("organisers", figures.organisers()), ("series", figures.series)]
    {
        if number > 0 {
            all.push(number_value(id, numbers.whole(count(number))));
        }
    }
    all.into()
}

/// Returns days of the week by parts of the day: the chart, and the table with the totals of every day and
/// part.
fn week(edition: &Edition, figures: &Figures) -> Value {
    let (dates, numbers) = (edition.dates(), Numbers::of(edition.language()));
    let hours = |minutes: u64| Value::from(numbers.hours_among(minutes, figures.total.minutes));
    let rows = (0..7).map(|weekday| {
        let minutes: Vec<u64> = figures.grid.iter().map(|part| part[weekday].minutes).collect();
        map([
            ("name", dates.weekday_of_index(weekday).into()),
            ("short", dates.short_weekday_of_index(weekday).into()),
            ("cells", minutes.iter().map(|minutes| hours(*minutes)).collect::<Vec<_>>().into()),
            ("total", hours(minutes.iter().sum())),
        ])
    });
    let totals = figures.grid.iter().map(|part| hours(part.iter().map(|tally| tally.minutes).sum()));
    let parts = DayPart::ALL.into_iter().map(|part| part_name(edition, part).into());
    map([
        ("chart", cells(edition, figures)),
        ("parts", parts.collect::<Vec<Value>>().into()),
        ("rows", rows.collect::<Vec<_>>().into()),
        ("totals", totals.collect::<Vec<_>>().into()),
        ("total", hours(figures.total.minutes)),
    ])
}

/// Combines rows with their chart.
fn with_chart(edition: &Edition, rows: &Rows, chart: Value) -> Value {
    let numbers = Numbers::of(edition.language());
    let mut total = Tally::default();
    rows.lines.iter().for_each(|line| total.add(line.tally));
    let value = |line: &Line| {
        map([
            ("name", line.name.as_str().into()),
            ("href", line.href.clone().into()),
            ("hours", numbers.hours_among(line.tally.minutes, total.minutes).into()),
            ("meetings", numbers.whole(line.tally.meetings).into()),
        ])
    };
    map([
        ("id", rows.id.into()),
        ("chart", chart),
        ("rows", rows.lines.iter().map(value).collect::<Vec<_>>().into()),
        ("hours", numbers.hours_among(total.minutes, total.minutes).into()),
        ("meetings", numbers.whole(total.meetings).into()),
    ])
}

/// Returns how the counting was done, in words, with the numbers that the counting itself uses.
fn rules(edition: &Edition) -> Value {
    let numbers = Numbers::of(edition.language());
    let hours = |minutes: u64| numbers.hundredths(minutes * 100 / 60);
    let parts = DayPart::ALL.into_iter().map(|part| {
        let (from, until) = part.hours();
        edition.words().filled(
            "figures.day_part",
            &[("part", part_name(edition, part)), ("from", &from.to_string()), ("until", &until.to_string())],
        )
    });
    let values = [
        ("without_end", hours(Figures::WITHOUT_END)),
        ("whole_day", hours(Figures::WHOLE_DAY)),
        ("most", hours(Figures::MOST_OF_A_DAY)),
        ("weeks", numbers.hundredths(Figures::WEEKS_OF_A_YEAR)),
        ("parts", parts.collect::<Vec<_>>().join(", ")),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let rules = [
        "agenda",
        "end",
        "whole_day",
        "most",
        "begins",
        "days",
        "rounded",
        "weeks",
        "series",
        "costs",
        "people",
    ];
    let texts =
        rules.map(|rule| Value::from(edition.words().filled(&format!("figures.rules.{rule}"), &values)));
    texts.to_vec().into()
}
