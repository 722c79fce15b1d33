//! Single values from other villages: days, words, places and prices, each bounded and in plain text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bounds;
use super::form::{Checked, Maybe, expected};
use super::keys::{AddressForm, CostForm, EmergencyForm, PointForm, WhereForm, WordForm, Words};
use super::odd::{At, OddValues, Seen};
use super::remote::{
    Point, RemoteAddress, RemoteCost, RemoteEmergency, RemoteMoment, RemoteWord, Whereabouts,
};
use super::remote_slug::remote_slug;
use crate::ground::{Date, DateTime, TimeZone, Timestamp, fold, plain_line, slug};

/// The index of every entry with an id, by that id.
pub(super) type IdIndex = BTreeMap<String, u32>;

/// Reads a value, if there is one. A value that cannot be used is counted as odd.
pub(super) fn read_value<T, U>(
    value: Maybe<T>,
    (at, odd): (At<'_>, &mut OddValues),
    read: impl FnOnce(&T) -> Option<U>,
    show: impl FnOnce(&T) -> String,
) -> Option<U> {
    let value = expected(value)?;
    let read = read(&value);
    if read.is_none() {
        odd.add(at, || Seen::of(&show(&value)));
    }
    read
}

/// Reads a text value in the same way; an empty text counts as absent.
pub(super) fn read_text<U>(
    value: Maybe<String>,
    odd: (At<'_>, &mut OddValues),
    read: impl FnOnce(&str) -> Option<U>,
) -> Option<U> {
    let value = expected(value).filter(|text| !text.is_empty()).map(Checked::Expected);
    read_value(value, odd, |text| read(text), String::clone)
}

/// Parses a day, or a time on it without a zone, in a year that is accepted.
pub(super) fn moment(text: &str) -> Option<RemoteMoment> {
    match text.len() {
        10 => date(text).map(RemoteMoment::Day),
        16 | 19 => {
            let moment: DateTime = text.parse().ok()?;
            bounds::YEARS.contains(&moment.year()).then_some(RemoteMoment::Time(moment))
        }
        _ => None,
    }
}

/// Parses a day such as `2026-11-23`, in a year that is accepted.
pub(super) fn date(text: &str) -> Option<Date> {
    let date: Date = Some(text).filter(|text| text.len() == 10)?.parse().ok()?;
    bounds::YEARS.contains(&date.year()).then_some(date)
}

/// Parses a moment with its offset, such as `2026-11-23T19:30:00Z`.
pub(super) fn timestamp(text: &str) -> Option<Timestamp> {
    let moment: Timestamp = Some(text).filter(|text| text.len() <= bounds::LINE)?.parse().ok()?;
    let year = moment.to_zoned_datetime(TimeZone::UTC).year();
    bounds::YEARS.contains(&year).then_some(moment)
}

/// Reads plain text of at most this many characters; nothing when none is left.
pub(super) fn text(value: Maybe<String>, most: usize) -> Option<Box<str>> {
    plain_line(&expected(value)?, most).map(String::into_boxed_str)
}

/// Reads the name of a municipality, in the form that other villages use.
pub(super) fn municipality(value: Maybe<String>) -> Option<Arc<str>> {
    text(value, bounds::NAME).map(|name| without_kind(&name).into())
}

/// Removes the word for its kind: `Gemeente Coevorden` is the Coevorden of the other villages.
fn without_kind(name: &str) -> &str {
    match name.split_once(' ') {
        Some((kind, bare)) if fold(kind) == "gemeente" && !bare.trim().is_empty() => bare.trim(),
        _ => name,
    }
}

/// Reads an id, which is only compared.
pub(super) fn id(value: Maybe<String>) -> Box<str> {
    expected(value).filter(|id| id.len() <= bounds::ID).unwrap_or_default().into()
}

/// Records the id of an entry, and returns whether that is new; of two with the same id, the first is meant.
pub(super) fn note_id(index_by_id: &mut IdIndex, id: &str, at: usize) -> bool {
    let (false, Ok(at)) = (id.is_empty(), u32::try_from(at)) else { return true };
    *index_by_id.entry(id.to_owned()).or_insert(at) == at
}

/// Reads a word from a list of choices, with an id derived from it when none is given.
pub(super) fn word(value: Maybe<WordForm>) -> Option<RemoteWord> {
    let form = expected(value)?;
    let nl = text(form.nl, bounds::LINE)?;
    let id = expected(form.id).filter(|id| id.len() <= bounds::ID).map(|id| remote_slug(&id));
    let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| remote_slug(&nl));
    let en = text(form.en, bounds::LINE).map(Arc::from);
    (!id.is_empty()).then(|| RemoteWord { id: id.into(), nl: nl.into(), en })
}

/// Reads the usable words of a list.
pub(super) fn words(list: Words) -> Box<[RemoteWord]> {
    list.values.into_iter().filter_map(|form| word(Some(Checked::Expected(form)))).collect()
}

/// Reads a postal address, as far as it is given.
pub(super) fn address(value: Maybe<AddressForm>) -> RemoteAddress {
    let Some(form) = expected(value) else { return RemoteAddress::default() };
    RemoteAddress {
        street: text(form.street, bounds::LINE),
        postcode: text(form.postcode, 10),
        place: text(form.place, bounds::LINE),
    }
}

/// Reads a location in or near the Netherlands.
pub(super) fn point(value: Maybe<PointForm>, odd: (At<'_>, &mut OddValues)) -> Option<Point> {
    read_value(value, odd, point_nearby, |form| {
        let degrees =
            |value: &Maybe<f64>| expected_number(value).map_or_else(|| "?".to_owned(), |it| it.to_string());
        format!("lat {}, lon {}", degrees(&form.lat), degrees(&form.lon))
    })
}

fn expected_number(value: &Maybe<f64>) -> Option<f64> {
    value.as_ref().and_then(Checked::as_expected).copied()
}

fn point_nearby(form: &PointForm) -> Option<Point> {
    let (lat, lon) = (expected_number(&form.lat)?, expected_number(&form.lon)?);
    let is_near = (50.0..=54.0).contains(&lat) && (3.0..=8.0).contains(&lon);
    is_near.then_some(Point { lat, lon })
}

/// Reads a venue of the village, or else another place; `Unset` when there is neither.
pub(super) fn whereabouts(value: Maybe<WhereForm>, venues: &IdIndex) -> Whereabouts {
    let Some(form) = expected(value) else { return Whereabouts::Unset };
    let venue = venues.get(&*id(form.id));
    let (name, address) = (text(form.name, bounds::TITLE), address(form.address));
    match venue {
        Some(venue) => Whereabouts::Venue(*venue),
        None if name.is_none() && address == RemoteAddress::default() => Whereabouts::Unset,
        None => Whereabouts::Elsewhere { name, address: Box::new(address) },
    }
}

/// Reads what something costs; an amount that is too high is counted as odd.
pub(super) fn cost(value: Maybe<CostForm>, (at, odd): (At<'_>, &mut OddValues)) -> RemoteCost {
    match expected(value) {
        Some(CostForm::Cents { cents: 0 }) => RemoteCost::Free,
        Some(CostForm::Cents { cents }) if cents <= bounds::CENTS => RemoteCost::Cents(cents),
        Some(CostForm::Words(words)) => plain_line(&words, bounds::LINE)
            .map_or(RemoteCost::Unset, |words| RemoteCost::Words(words.into())),
        Some(CostForm::Cents { cents }) => {
            odd.add(at, || Seen::of(&format!("cents {cents}")));
            RemoteCost::Unset
        }
        None => RemoteCost::Unset,
    }
}

/// Reads what a venue promises as a noodsteunpunt, as far as it can be used.
pub(super) fn emergency(form: EmergencyForm, venue: &str, odd: &mut OddValues) -> RemoteEmergency {
    let hours = |hours: &u8| (*hours <= 72).then_some(*hours);
    let bring = form.bring.values.into_iter();
    RemoteEmergency {
        status: word(form.status),
        safety_region: text(form.safety_region, bounds::LINE),
        opens_at: words(form.opens_at),
        within_hours: read_value(
            form.within_hours,
            (At::of(venue, "within_hours"), odd),
            hours,
            u8::to_string,
        ),
        functions: words(form.functions),
        not_offered: words(form.not_offered),
        bring: bring.filter_map(|line| plain_line(&line, bounds::LINE).map(String::into_boxed_str)).collect(),
        checked_on: read_text(form.checked_on, (At::of(venue, "checked_on"), odd), date),
        notes: text(form.notes, bounds::SUMMARY),
    }
}

/// Returns one of the twelve provinces by its name in `dorp.json`, or by another that a village may write.
/// The settings of a village have the same list; a test keeps the two equal.
pub(super) fn province_of(text: &str) -> Option<&'static str> {
    const PROVINCES: [&str; 12] = [
        "Drenthe",
        "Flevoland",
        "Friesland",
        "Gelderland",
        "Groningen",
        "Limburg",
        "Noord-Brabant",
        "Noord-Holland",
        "Overijssel",
        "Utrecht",
        "Zeeland",
        "Zuid-Holland",
    ];
    let wanted = slug(text);
    let wanted = if wanted == "fryslan" { "friesland" } else { &wanted };
    PROVINCES.into_iter().find(|name| slug(name) == wanted)
}

#[cfg(test)]
mod tests {
    use super::{province_of, without_kind};
    use crate::ground::Place;
    use crate::region::{Document, RemoteStatus, read};
    use crate::village::{Choices, Province};

    /// Reads a village with these parts, and returns the diagnostic about it.
    fn remark(village: &str, parts: &str) -> (Option<RemoteStatus>, Option<String>) {
        let text = format!(
            r#"{{"dorp":1,"village":{{"name":"Testdorp","url":"https://testdorp.example/"{village}}}{parts}}}"#
        );
        let (from, place) = ("testdorp/dorp.json", Place::of_file("site.yaml"));
        let reading = read(&Document { bytes: text.as_bytes(), from, name: None, place });
        let village = reading.village.expect("a village");
        let status = village.occurrences.first().map(|one| one.status);
        (status, reading.remarks.first().map(|remark| remark.message.nl.clone()))
    }

    #[test]
    fn a_municipality_is_named_without_the_word_gemeente() {
        assert_eq!(without_kind("Gemeente Coevorden"), "Coevorden");
        assert_eq!(without_kind("gemeente  Hollands Kroon"), "Hollands Kroon");
        assert_eq!(without_kind("Gemeente"), "Gemeente");
        assert_eq!(without_kind("Land van Cuijk"), "Land van Cuijk");
    }

    #[test]
    fn every_province_that_a_village_can_choose_is_known() {
        for word in Province::WORDS {
            assert_eq!(province_of(word.label.nl), Some(word.label.nl));
        }
    }

    #[test]
    fn every_unusable_value_is_counted_and_reported() {
        let venue = |inner: &str| format!(r#","venues":[{{"name":"Kerk",{inner}}}]"#);
        let event = |inner: &str| format!(r#","events":[{{"id":"a","title":"A",{inner}}}]"#);
        let time = |inner: &str| {
            let event = event(r#""cost":0"#).replace(r#","cost":0"#, "");
            format!(r#"{event},"occurrences":[{{"event":"a","start":"2026-12-01T10:00",{inner}}}]"#)
        };
        for (village, parts) in [
            (r#","province":"Atlantis""#, String::new()),
            ("", r#","updated":"gisteren""#.to_owned()),
            ("", venue(r#""location":{"lat":6.3,"lon":52.6}"#)),
            ("", venue(r#""location":{"lat":52.6}"#)),
            ("", venue(r#""emergency_point":{"within_hours":100}"#)),
            ("", venue(r#""emergency_point":{"checked_on":"gisteren"}"#)),
            ("", event(r#""cost":{"cents":2000000}"#)),
            ("", event(r#""revised":"gisteren""#)),
            ("", time(r#""end":"onzin""#)),
            ("", time(r#""end":"2026-12-01T09:00""#)),
            ("", time(r#""end":"2028-12-01T09:00""#)),
            ("", time(r#""announced":"onzin""#)),
            ("", time(r#""status":"misschien""#)),
        ] {
            let (_, remark) = remark(village, &parts);
            let is_reported =
                remark.is_some_and(|remark| remark.ends_with(": 1 gegeven in een vorm die niet klopt"));
            assert!(is_reported, "{village}{parts}");
        }
        for (village, parts) in [
            (r#","province":"""#, String::new()),
            (r#","province":"Fryslân""#, r#","updated":"""#.to_owned()),
            ("", time(r#""end":"","announced":"","status":"scheduled""#)),
        ] {
            assert_eq!(remark(village, &parts).1, None, "{village}{parts}");
        }
    }

    #[test]
    fn unusable_values_are_listed_with_the_entries_they_belong_to() {
        let hint = |village: &str, parts: &str| {
            let text = format!(
                r#"{{"dorp":1,"village":{{"name":"Ee","url":"https://ee.example/"{village}}}{parts}}}"#
            );
            let (from, place) = ("ee/dorp.json", Place::of_file("site.yaml"));
            let reading = read(&Document { bytes: text.as_bytes(), from, name: None, place });
            reading.remarks.first().and_then(|remark| remark.hint.as_ref()).map(|hint| hint.nl.clone())
        };
        let hint_about = |values: &str| {
            let rest = "dat is weggelaten en de rest staat er; vraag de makers van die site ernaar te kijken";
            Some(format!("het gaat om {values}; {rest}"))
        };
        assert_eq!(hint(r#","province":"Atlantis""#, ""), hint_about("province 'Atlantis'"));
        assert_eq!(
            hint("", r#","venues":[{"name":"Kerk","location":{"lat":6.3,"lon":52.6},"summary":["x"]}]"#),
            hint_about("summary '[…]' bij 'Kerk', location 'lat 6.3, lon 52.6' bij 'Kerk'")
        );
        assert_eq!(
            hint(
                "",
                r#","events":[{"id":"a","title":"Koffie","url":"https://jan:geheim@elders.example/"}],
                "occurrences":[{"event":"a","start":"morgen"},{"event":"a","start":"2026-12-01","end":"laat"},
                {"event":"a","start":"2026-12-01","end":"later"},{"event":"a","start":"2026-12-01","end":"laatst"}],
                "news":[{"title":"Feest","date":"<b>gisteren</b>"}]"#
            ),
            hint_about(
                "url 'https://••••••••••@elders.example/' bij 'Koffie', start 'morgen' bij 'a', end 'laat' bij 'a' en nog 3"
            )
        );
        assert_eq!(hint("", r#","events":[5]"#).map(|hint| hint.starts_with("dat is")), Some(true));
    }

    #[test]
    fn an_unknown_status_counts_as_tentative() {
        for (word, status) in [
            ("Cancelled", RemoteStatus::Cancelled),
            ("canceled", RemoteStatus::Cancelled),
            ("afgelast", RemoteStatus::Tentative),
            ("", RemoteStatus::Tentative),
        ] {
            let parts = format!(
                r#","events":[{{"id":"a","title":"A"}}],"occurrences":[{{"event":"a","start":"2026-12-01","status":"{word}"}}]"#
            );
            assert_eq!(remark("", &parts).0, Some(status), "{word}");
        }
    }
}
