//! `dorp.json`: all public data of this village in one document, for regional portals and anyone who wants to
//! build on it. Its format has a version number.

use crate::almanac::Occurrence;
use crate::ground::{Address, DORP_FILE, compact_json};
use crate::render::edition::Edition;
use crate::render::ical::known_revision;
use crate::render::listing::venue_name;
use crate::render::object::{JsonValue, Number, Object};
use crate::render::pictures::file_address;
use crate::render::plan::{Planner, Rendered};
use crate::render::withdrawn::{is_withdrawn, may_be_shared};
use crate::render::wording::iso;
use crate::village::{At, ChangeFields, Described, Entry, Event, Fact, Facts, Kind};

/// The version of the format. A new field keeps the number; changing or removing one raises it.
pub(super) const VERSION: u32 = 1;

/// Roughly how many bytes an entry takes, its occurrences included.
const USUAL: usize = 1024;

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    planner.add_slow(Address::file(DORP_FILE), DORP_FILE, make);
}

fn make(edition: &Edition) -> Rendered {
    let head = Object::default()
        .with("dorp", Number(VERSION))
        .with("generator", concat!("Dorpsplein ", env!("CARGO_PKG_VERSION")))
        .with("updated", edition.almanac.today.to_string())
        .with("time_zone", edition.zone_name())
        .with("language", edition.language().tag())
        .with("village", village_object(edition));
    let mut text = compact_json(&head);
    // One by one, so that a large village is not in memory twice.
    text.pop();
    text.reserve(edition.village.entries.len() * USUAL);
    for kind in Kind::ALL {
        let shown = edition.village.of_kind(*kind).iter().filter(|entry| edition.almanac.is_shown(entry.id));
        add_list(&mut text, kind.info().folder.en, shown.map(|entry| entry_object(edition, entry)));
    }
    add_list(&mut text, "occurrences", occurrences(edition));
    text.push_str("}\n");
    Ok(text.into_bytes())
}

/// Adds a list to an object that is not closed yet.
fn add_list<'a>(text: &mut String, key: &str, items: impl Iterator<Item = Object<'a>>) {
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

/// Returns the village itself, from its settings.
fn village_object(edition: &Edition) -> Object<'_> {
    let settings = &edition.village.settings;
    let mut village = Object::default().with("name", settings.village_name());
    for (key, field) in [
        ("tagline", &settings.tagline),
        ("description", &settings.description),
        ("municipality", &settings.municipality),
    ] {
        village.put(key, field.as_ref().map(|line| line.as_str()));
    }
    let province = settings.province.as_ref().map(|it| crate::village::Choices::word(it.value.0).label.nl);
    village.put("province", province);
    village.put("url", edition.base.absolute(&Address::home()));
    let publisher = edition.village.publisher.filter(|id| edition.almanac.is_shown(*id));
    village.put("organisation", publisher.map(|id| edition.village.entry(id).slug.as_str()));
    let contact = settings.contact.as_ref();
    village
        .put("contact", contact.map(|contact: &At<_>| fields_object(edition, None, contact.value.facts())));
    village
}

/// Returns one entry: first the fields that all kinds share, then its own fields by their English key.
fn entry_object<'e>(edition: &'e Edition, entry: &'e Entry) -> Object<'e> {
    let mut object = Object::default().with("id", entry.slug.as_str()).with("path", entry.address.as_str());
    object.put("url", edition.base.absolute(&entry.address));
    let summary = entry.head.summary.as_ref().map(|line| line.as_str());
    object.put("summary", summary.or(Some(entry.prose.lead.as_str()).filter(|lead| !lead.is_empty())));
    object.put("modified", entry.head.modified.as_ref().map(|day| day.date.to_string()));
    let image = entry.head.image.as_ref();
    object
        .put("image", image.and_then(|image| field_value(edition, Some(entry), Fact::Picture(&image.value))));
    for (key, fact) in entry.details.facts() {
        object.put(key, fact.and_then(|fact| field_value(edition, Some(entry), fact)));
    }
    if entry.kind() == Kind::Event {
        object.put("revised", known_revision(edition, entry).map(|moment| moment.to_string()));
    }
    object
}

/// Returns everything that happens from today on, in chronological order.
fn occurrences(edition: &Edition) -> impl Iterator<Item = Object<'_>> {
    edition.almanac.upcoming().map(|it| {
        let all_day = it.is_all_day();
        let form = |moment| iso(all_day, moment);
        let last = it.spans_days().then(|| it.last_day.to_string());
        let mut object = Object::default()
            .with("event", edition.village.entry(it.event).slug.as_str())
            .with("start", form(it.starts()));
        object.put("end", it.ends().map(form).or(last));
        object.put("status", Some(crate::village::Choices::word(it.status).label.en));
        let was = it.announced.filter(|was| was.starts() != it.starts() || was.start.is_none() != all_day);
        object.put("announced", was.map(|was| iso(was.start.is_none(), was.starts())));
        put_change(edition, &mut object, it);
        object
    })
}

/// Adds the changes to one occurrence, under the keys that its event uses for them.
fn put_change<'e>(edition: &'e Edition, object: &mut Object<'e>, it: &Occurrence) {
    let entry = edition.village.entry(it.event);
    let event = <&Event>::try_from(&entry.details).ok();
    let Some(change) = event.and_then(|event| it.changed(event)) else { return };
    for (key, fact) in change.facts() {
        if ["title", "venue", "room", "text"].contains(&key) {
            let value = fact.and_then(|fact| field_value(edition, Some(entry), fact));
            object
                .put(key, value.or_else(|| name_of_venue(edition, entry, change).filter(|_| key == "venue")));
        }
    }
}

/// Returns the name of a venue without a page, so that nobody assumes the usual venue.
fn name_of_venue<'e>(
    edition: &'e Edition,
    entry: &'e Entry,
    change: &'e ChangeFields,
) -> Option<JsonValue<'e>> {
    let name = venue_name(edition, entry, change.venue.as_ref()?)?;
    Some(Object::default().with("name", name).into())
}

/// Returns fields by their English key, without the empty ones.
fn fields_object<'e>(edition: &'e Edition, entry: Option<&'e Entry>, facts: Facts<'e>) -> Object<'e> {
    let mut object = Object::default();
    for (key, fact) in facts {
        object.put(key, fact.and_then(|fact| field_value(edition, entry, fact)));
    }
    object
}

/// Returns the value of one field, or nothing when what it refers to is not on the site.
fn field_value<'e>(edition: &'e Edition, entry: Option<&'e Entry>, fact: Fact<'e>) -> Option<JsonValue<'e>> {
    let absolute = |address: &Address| edition.base.absolute(address).unwrap_or_else(|| address.to_string());
    let file = |span| Some(absolute(&file_address(edition, entry?.file(span)?)));
    let text = |span| Some(absolute(&edition.shown(entry?.target(span)?)?.address));
    Some(match fact {
        Fact::Words(words) => words.into(),
        Fact::Text(prose) => prose.lead.as_str().into(),
        Fact::Day(day) => day.to_string().into(),
        Fact::Time(time) => time.iso().into(),
        Fact::YesNo(yes) => yes.into(),
        Fact::WholeNumber(number) => Number(number).into(),
        Fact::Decimal(number) => number.into(),
        Fact::Cents(cents) => Object::default().with("cents", Number(cents)).into(),
        Fact::Word { id, known, typed } => {
            let word = Object::default().with("id", id);
            match known {
                Some(pair) => word.with("nl", pair.nl).with("en", pair.en).into(),
                None => word.with("nl", typed).into(),
            }
        }
        Fact::Reference(span) => {
            let target = edition.shown(entry?.target(span)?)?;
            Object::default().with("kind", target.kind().info().id).with("id", target.slug.as_str()).into()
        }
        Fact::Phone(text) | Fact::Email(text) | Fact::Web(text) => text.into(),
        Fact::File(reference) => file(reference.span).or_else(|| text(reference.span))?.into(),
        // Anyone who reuses this file republishes its pictures.
        Fact::Picture(picture) => {
            let span = picture.0.file.as_ref().filter(|_| may_be_shared(edition, entry, picture))?.value.span;
            entry?.file(span).filter(|number| !is_withdrawn(edition, *number))?;
            Object::default().with("url", file(span)?).with("alt", picture.alt()).into()
        }
        // Seven empty days would mean that it is never open.
        Fact::Hours(_, false) => return None,
        Fact::Hours(week, true) => {
            const DAYS: [&str; 7] =
                ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
            let days = DAYS.iter().zip(week.iter()).fold(Object::default(), |days, (day, times)| {
                let times = times.iter().map(|(from, until)| vec![from.iso(), until.iso()]);
                days.with(day, times.collect::<Vec<_>>())
            });
            days.into()
        }
        Fact::List(items) => {
            let items = items.into_iter().filter_map(|item| field_value(edition, entry, item));
            JsonValue::List(items.collect())
        }
        Fact::Group(facts) => fields_object(edition, entry, facts).into(),
    })
}
