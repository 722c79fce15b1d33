//! The fields of an entry for templates, whatever its kind.

use super::basics::{euros, none_or, paper_value, picture_value, tel_href};
use super::card::card;
use super::hours::week_value;
use crate::render::edition::Edition;
use crate::render::templates::{Value, map, safe};
use crate::render::text::prose_html;
use crate::village::{Entry, Fact, Facts};

/// Every field by its English key; none where nothing was filled in. Settings have no entry.
pub(super) fn fields_value(edition: &Edition, entry: Option<&Entry>, facts: Facts<'_>) -> Value {
    map(facts
        .into_iter()
        .map(|(key, fact)| (key, none_or(fact.map(|fact| field_value(edition, entry, &fact))))))
}

/// The value of one field. Settings have no entry, so references to entries and texts stay empty there.
fn field_value(edition: &Edition, entry: Option<&Entry>, fact: &Fact<'_>) -> Value {
    let dates = edition.dates();
    match fact {
        Fact::Words(words) => (*words).into(),
        Fact::Text(prose) => none_or(entry.map(|entry| safe(&prose_html(edition, &entry.path, prose)))),
        Fact::Day(day) => dates.day(*day),
        Fact::Time(time) => dates.time(*time).into(),
        Fact::YesNo(yes) => (*yes).into(),
        Fact::WholeNumber(number) => (*number).into(),
        Fact::Decimal(number) => (*number).into(),
        Fact::Cents(0) => edition.words().text("free").into(),
        Fact::Cents(cents) => euros(*cents, edition.language()).into(),
        Fact::Word { id, known, typed } => {
            let label = known.map_or(*typed, |pair| edition.label(pair));
            map([("id", (*id).into()), ("label", label.into())])
        }
        Fact::Reference(span) => {
            let target = entry.and_then(|entry| entry.target(*span)).and_then(|id| edition.shown(id));
            none_or(target.map(|target| card(edition, target.id)))
        }
        Fact::Phone(number) => link_value(number, &tel_href(number)),
        Fact::Email(address) => link_value(address, &format!("mailto:{address}")),
        Fact::Web(address) => link_value(display_address(address), address),
        Fact::File(file) => none_or(entry.and_then(|entry| paper_value(edition, entry, file.span, None))),
        Fact::Picture(picture) => none_or(picture_value(edition, entry, picture)),
        Fact::Hours(week, _) => week_value(&dates, week),
        Fact::List(items) => {
            items.iter().map(|item| field_value(edition, entry, item)).collect::<Vec<_>>().into()
        }
        Fact::Group(facts) => fields_value(edition, entry, facts.clone()),
    }
}

/// A text, and where it links to.
fn link_value(text: &str, href: &str) -> Value {
    map([("text", text.into()), ("href", href.into())])
}

/// A web address as people say it: `dorp.nl`.
fn display_address(address: &str) -> &str {
    let bare = address.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").trim_end_matches('/')
}
