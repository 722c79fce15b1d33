//! `dorp.json`: everything public of this village in one document, for regional portals and whoever wants to
//! build on it. Its form has a number.

use crate::ground::{Address, Json, JsonMap, compact_json, json};
use crate::render::dates::iso;
use crate::render::edition::Edition;
use crate::render::pictures::file_address;
use crate::render::plan::{Made, Planner};
use crate::render::withdrawn::is_withdrawn;
use crate::village::{At, Described, Entry, Fact, Facts, Kind};

/// The number of the form. A field may be added under the same number; one that changes or goes gets a new one.
pub(super) const VERSION: u32 = 1;

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    planner.add(Address::file("dorp.json"), "dorp.json", make);
}

fn make(edition: &Edition) -> Made {
    let head = json!({
        "dorp": VERSION,
        "generator": concat!("Dorpsplein ", env!("CARGO_PKG_VERSION")),
        "updated": edition.almanac.today.to_string(),
        "time_zone": edition.zone.iana_name().unwrap_or("UTC"),
        "language": edition.language().tag(),
        "village": village(edition),
    });
    let mut text = compact_json(&head);
    // One by one, so that a large village does not stand in memory twice.
    text.pop();
    for kind in Kind::ALL {
        let shown = edition.village.of_kind(*kind).iter().filter(|entry| edition.almanac.is_shown(entry.id));
        add_list(&mut text, kind.info().folder.en, shown.map(|entry| one(edition, entry)));
    }
    add_list(&mut text, "occurrences", occurrences(edition));
    text.push_str("}\n");
    Ok(text.into_bytes())
}

/// Adds a list to an object that is not closed yet.
fn add_list(text: &mut String, key: &str, items: impl Iterator<Item = Json>) {
    text.push_str(",\"");
    text.push_str(key);
    text.push_str("\":[");
    for (number, item) in items.enumerate() {
        if number > 0 {
            text.push(',');
        }
        text.push_str(&compact_json(&item));
    }
    text.push(']');
}

fn village(edition: &Edition) -> Json {
    let settings = &edition.village.settings;
    let mut village = JsonMap::new();
    put(&mut village, "name", Some(settings.village_name().into()));
    let line = |field: &crate::village::Field<crate::village::Line>| {
        field.as_ref().map(|line| Json::from(line.as_str()))
    };
    put(&mut village, "tagline", line(&settings.tagline));
    put(&mut village, "description", line(&settings.description));
    put(&mut village, "municipality", line(&settings.municipality));
    let province = settings.province.as_ref().map(|it| crate::village::Choices::word(it.value.0).label.nl);
    put(&mut village, "province", province.map(Json::from));
    put(&mut village, "url", edition.base.absolute(&Address::home()).map(Json::from));
    let publisher = edition.village.publisher.filter(|id| edition.almanac.is_shown(*id));
    put(
        &mut village,
        "organisation",
        publisher.map(|id| Json::from(edition.village.entry(id).slug.as_str())),
    );
    put(
        &mut village,
        "contact",
        settings.contact.as_ref().map(|contact: &At<_>| group(edition, None, contact.value.facts())),
    );
    Json::Object(village)
}

/// One entry: what is common to all, then its own fields by their English key.
fn one(edition: &Edition, entry: &Entry) -> Json {
    let mut object = JsonMap::new();
    put(&mut object, "id", Some(entry.slug.as_str().into()));
    put(&mut object, "path", Some(entry.address.as_str().into()));
    put(&mut object, "url", edition.base.absolute(&entry.address).map(Json::from));
    let summary = entry.head.summary.as_ref().map(|line| line.as_str());
    let summary = summary.or(Some(entry.prose.lead.as_str()).filter(|lead| !lead.is_empty()));
    put(&mut object, "summary", summary.map(Json::from));
    put(&mut object, "modified", entry.head.modified.as_ref().map(|day| day.date.to_string().into()));
    let image = entry
        .head
        .image
        .as_ref()
        .and_then(|image| json_of(edition, Some(entry), &Fact::Picture(&image.value)));
    put(&mut object, "image", image);
    for (key, fact) in entry.details.facts() {
        put(&mut object, key, fact.and_then(|fact| json_of(edition, Some(entry), &fact)));
    }
    Json::Object(object)
}

/// Everything that happens from today on, in the order of time.
fn occurrences(edition: &Edition) -> impl Iterator<Item = Json> {
    edition.almanac.upcoming().map(|it| {
        let mut object = JsonMap::new();
        put(&mut object, "event", Some(edition.village.entry(it.event).slug.as_str().into()));
        let all_day = it.is_all_day();
        let form = |moment| iso(all_day, moment);
        put(&mut object, "start", Some(form(it.starts()).into()));
        let last = it.takes_days().then(|| it.last_day.to_string());
        put(&mut object, "end", it.ends().map(form).or(last).map(Json::from));
        put(&mut object, "status", Some(crate::village::Choices::word(it.status).label.en.into()));
        Json::Object(object)
    })
}

fn group(edition: &Edition, entry: Option<&Entry>, facts: Facts<'_>) -> Json {
    let mut object = JsonMap::new();
    for (key, fact) in facts {
        put(&mut object, key, fact.and_then(|fact| json_of(edition, entry, &fact)));
    }
    Json::Object(object)
}

fn put(object: &mut JsonMap<String, Json>, key: &str, value: Option<Json>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), value);
    }
}

fn json_of(edition: &Edition, entry: Option<&Entry>, fact: &Fact<'_>) -> Option<Json> {
    let file = |span| {
        let number = entry?.file(span)?;
        let address = &file_address(edition, number);
        Some(Json::from(edition.base.absolute(address).unwrap_or_else(|| address.to_string())))
    };
    let text = |span| {
        let address = &edition.shown(entry?.target(span)?)?.address;
        Some(Json::from(edition.base.absolute(address).unwrap_or_else(|| address.to_string())))
    };
    Some(match fact {
        Fact::Words(words) => (*words).into(),
        Fact::Text(prose) => prose.lead.as_str().into(),
        Fact::Day(day) => day.to_string().into(),
        Fact::Time(time) => time.iso().into(),
        Fact::YesNo(yes) => (*yes).into(),
        Fact::Whole(number) => (*number).into(),
        Fact::Decimal(number) => (*number).into(),
        Fact::Cents(cents) => json!({"cents": cents}),
        Fact::Word { id, known, typed } => match known {
            Some(pair) => json!({"id": id, "nl": pair.nl, "en": pair.en}),
            None => json!({"id": id, "nl": typed}),
        },
        Fact::Reference(span) => {
            let target = edition.shown(entry?.target(*span)?)?;
            json!({"kind": target.kind().info().id, "id": target.slug})
        }
        Fact::Phone(text) | Fact::Email(text) | Fact::Web(text) => (*text).into(),
        Fact::File(reference) => file(reference.span).or_else(|| text(reference.span))?,
        // Whoever takes over what stands here shares it.
        Fact::Picture(picture) => {
            let span = picture.0.file.as_ref().filter(|_| picture.may_be_shared())?.value.span;
            entry?.file(span).filter(|number| !is_withdrawn(edition, *number))?;
            json!({"url": file(span)?, "alt": picture.alt()})
        }
        Fact::Hours(week) => {
            const DAYS: [&str; 7] =
                ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
            let days = DAYS.iter().zip(week.iter()).map(|(day, times)| {
                let times: Vec<Json> =
                    times.iter().map(|(from, until)| json!([from.iso(), until.iso()])).collect();
                ((*day).to_owned(), Json::from(times))
            });
            Json::Object(days.collect())
        }
        Fact::List(items) => items.iter().filter_map(|item| json_of(edition, entry, item)).collect(),
        Fact::Group(facts) => group(edition, entry, facts.clone()),
    })
}
