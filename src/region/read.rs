//! Reads one `dorp.json` into a village: plain, bounded, linking only to itself; the rest is counted.

use std::borrow::Cow;
use std::sync::Arc;

use super::bounds;
use super::form::{HasFormat, List, Maybe, expected, text_of};
use super::keys::{EmergencyForm, EventForm, Form, NewsForm, OccurrenceForm, VenueForm, VillageForm};
use super::messages::{self, LeftOut, What, Why};
use super::odd::{At, OddValues, Seen};
use super::remote::{
    Point, RemoteChange, RemoteEmergency, RemoteEvent, RemoteNews, RemoteOccurrence, RemoteStatus,
    RemoteVenue, RemoteVillage,
};
use super::remote_slug::remote_slug;
use super::remote_time::{dutch_moment, end_after, number_occurrences};
use super::values::{
    IdIndex, address, cost, date, emergency, id, moment, municipality, note_id, point, province_of,
    read_text, read_value, text, timestamp, whereabouts, word,
};
use crate::ground::{Diagnostic, Place, SitePath, TimeZone, WebAddress, parse_json_as, plain_line};
use crate::read::plain_text_of;

/// A document as it was received.
#[derive(Clone, Debug)]
pub struct Document<'d> {
    /// Its content.
    pub bytes: &'d [u8],
    /// Where it came from, as shown to people: an address, or a file.
    pub from: &'d str,
    /// What the webmaster of the portal calls this village, when that is something else.
    pub name: Option<&'d str>,
    /// The line that names this source.
    pub place: Place,
}

/// The result of reading a document.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The village as it describes itself, when that can be used.
    pub village: Option<RemoteVillage>,
    /// Where it came from, as shown to people.
    pub from: Box<str>,
    /// Whether its source no longer has it: it then gives way to any other source of the same village.
    pub is_gone: bool,
    /// Whether it came from the site it describes: from its own folder, as many sites may share a host.
    pub is_from_home: bool,
    /// The folder in which it was found, when a folder is the source.
    pub folder: Option<Box<str>>,
    /// Whether it was found there among others, without being listed itself.
    pub is_unnamed: bool,
    /// The line that names this source.
    pub place: Place,
    /// The diagnostics about it.
    pub remarks: Vec<Diagnostic>,
}

impl Reading {
    /// Creates the result for a document without a village, or not read yet.
    pub fn without_village(from: &str, place: Place, remarks: Vec<Diagnostic>) -> Self {
        let from = from.into();
        let (is_gone, is_from_home, is_unnamed) = (false, false, false);
        Self { village: None, from, is_gone, is_from_home, folder: None, is_unnamed, place, remarks }
    }
}

/// Reads a document, which need not be trusted.
pub fn read(document: &Document<'_>) -> Reading {
    let mut reading = Reading::without_village(document.from, document.place.clone(), Vec::new());
    match read_village(document) {
        Ok((village, left_out)) => {
            let from = WebAddress::new(document.from);
            let home = WebAddress::new(&village.home);
            reading.is_from_home = from.zip(home).is_some_and(|(from, home)| {
                from.is_of_same_site(&home) && from.path().starts_with(home.path())
            });
            reading.remarks.extend(left_out.remark(&village.name, document.from, &document.place));
            reading.village = Some(village);
        }
        Err(remark) => reading.remarks.push(*remark),
    }
    reading
}

/// Returns the data of a village and what could not be used of it, or why none of it can be used.
fn read_village(document: &Document<'_>) -> Result<(RemoteVillage, LeftOut), Box<Diagnostic>> {
    let (from, place) = (document.from, || document.place.clone());
    let form: Form = parse_json_as(&without_bom(document.bytes))
        .map_err(|trouble| Box::new(messages::not_json(place(), from, &trouble)))?;
    let mut odd = OddValues::default();
    form.odd_values(At::default(), &mut odd);
    match expected(form.dorp) {
        Some(bounds::VERSION) => {}
        Some(newer) if newer > bounds::VERSION => {
            return Err(Box::new(messages::too_new(place(), from, newer)));
        }
        Some(_) | None => return Err(Box::new(messages::no_village(place(), from))),
    }
    let about = expected(form.village).ok_or_else(|| Box::new(messages::no_village(place(), from)))?;
    let name = document.name.and_then(|name| plain_line(name, bounds::NAME));
    let name = name.map(String::into_boxed_str).or_else(|| text(about.name, bounds::NAME));
    let name = name.ok_or_else(|| Box::new(messages::no_name(place(), from)))?;
    let home = home(about.url, from).ok_or_else(|| Box::new(messages::no_home(place(), &name, from)))?;
    let about = VillageForm { name: None, url: None, ..about };
    let at = |key| At { entry: None, key };
    let zone = |name: &String| TimeZone::get(name).ok();
    let zone = read_value(form.time_zone, (at("time_zone"), &mut odd), zone, String::clone);
    let mut reader = Reader { home, zone, odd, left_out: LeftOut::default() };
    let (venues, venue_ids) = reader.venues(form.venues);
    let (events, event_ids) = reader.events(form.events, &venue_ids);
    let occurrences = reader.occurrences(form.occurrences, &event_ids, &venue_ids);
    let news = reader.news(form.news);
    let province = read_text(about.province, (at("province"), &mut reader.odd), province_of);
    let updated = read_text(form.updated, (at("updated"), &mut reader.odd), date);
    let village = RemoteVillage {
        slug: remote_slug(&name).into(),
        name,
        apart: None,
        tagline: text(about.tagline, bounds::SUMMARY),
        municipality: municipality(about.municipality),
        province,
        home: Arc::from(reader.home.as_str()),
        updated,
        point: middle(&venues),
        venues: venues.into(),
        events: events.into(),
        occurrences,
        news,
    };
    reader.left_out.add(What::Value, Why::Odd, reader.odd.count);
    reader.left_out.show(reader.odd);
    Ok((village, reader.left_out))
}

/// Returns the document in UTF-8 without a byte order mark: an editor may have saved it with one, or in
/// UTF-16.
fn without_bom(bytes: &[u8]) -> Cow<'_, [u8]> {
    let is_marked = matches!(bytes, [0xEF, 0xBB, 0xBF, ..] | [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let path = SitePath::new("dorp.json").filter(|_| is_marked);
    let text = path.and_then(|path| plain_text_of(&path, bytes).ok());
    text.map_or(Cow::Borrowed(bytes), |text| Cow::Owned(text.into_bytes()))
}

/// Returns where a village says its own site is, or else where its document came from.
fn home(url: Maybe<String>, from: &str) -> Option<WebAddress> {
    let folder_of = |url: &str| public_address(url)?.join(".").filter(is_public);
    let own = |url: &str| match public_address(url)? {
        // `https://dorpen.nl/dorp` means that folder, and not the one around it.
        address if is_folder(address.path()) => Some(address.with_slash()).filter(is_public),
        _ => folder_of(url),
    };
    expected(url).and_then(|url| own(&url)).or_else(|| folder_of(from))
}

/// Whether a path is that of a folder without the final slash, and not of a page in one.
fn is_folder(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    !path.ends_with('/')
        && ![".html", ".htm", ".php", ".aspx", ".json"].iter().any(|ending| path.ends_with(ending))
}

/// Returns an address that anyone can open.
fn public_address(url: &str) -> Option<WebAddress> {
    Some(url).filter(|url| url.len() <= bounds::ADDRESS).and_then(WebAddress::new).filter(is_public)
}

fn is_public(address: &WebAddress) -> bool {
    address.as_str().len() <= bounds::ADDRESS && !address.has_login() && address.is_public_name()
}

/// Returns the middle of the locations of its venues.
fn middle(venues: &[RemoteVenue]) -> Option<Point> {
    let points: Vec<Point> = venues.iter().filter_map(|venue| venue.point).collect();
    let count = f64::from(u32::try_from(points.len()).ok().filter(|count| *count > 0)?);
    let sum = |of: fn(&Point) -> f64| points.iter().map(of).sum::<f64>() / count;
    Some(Point { lat: sum(|point| point.lat), lon: sum(|point| point.lon) })
}

struct Reader {
    home: WebAddress,
    /// The zone of its times, when it names one.
    zone: Option<TimeZone>,
    /// The values that cannot be used.
    odd: OddValues,
    left_out: LeftOut,
}

impl Reader {
    /// Returns the usable items of a list; the rest is counted.
    fn counted_values<T, const MOST: usize>(&mut self, what: What, list: List<T, MOST>) -> Vec<T> {
        self.left_out.add(what, Why::Odd, list.odd);
        self.left_out.add(what, Why::NotList, usize::from(list.is_no_list));
        self.left_out.add(what, Why::OverLimit, list.over_limit);
        list.values
    }

    fn venues(&mut self, list: List<VenueForm, { bounds::VENUES }>) -> (Vec<RemoteVenue>, IdIndex) {
        let mut venues: Vec<RemoteVenue> = Vec::new();
        let mut index_by_id = IdIndex::new();
        let mut points = 0;
        for mut venue in self.counted_values(What::Venue, list) {
            let Some(name) = text(venue.name.take(), bounds::TITLE) else {
                self.left_out.add(What::Venue, Why::Nameless, 1);
                continue;
            };
            let id = id(venue.id);
            note_id(&mut index_by_id, &id, venues.len());
            let point = point(venue.location, (At::of(&name, "location"), &mut self.odd));
            let emergency = expected(venue.emergency_point);
            venues.push(RemoteVenue {
                id,
                kind: word(venue.kind),
                summary: text(venue.summary, bounds::SUMMARY),
                address: address(venue.address),
                point,
                wheelchair: expected(venue.accessibility).and_then(|access| word(access.wheelchair)),
                emergency: emergency.and_then(|point| self.emergency(point, &name, &mut points)),
                url: self.page_url(venue.url, &name),
                name,
            });
        }
        (venues, index_by_id)
    }

    /// Reads what a venue offers in an emergency, unless the village lists so many that nobody would find the
    /// right one.
    fn emergency(
        &mut self,
        form: EmergencyForm,
        venue: &str,
        points: &mut usize,
    ) -> Option<Box<RemoteEmergency>> {
        *points += 1;
        let is_beyond = *points > bounds::EMERGENCY_POINTS;
        self.left_out.add(What::EmergencyPoint, Why::OverLimit, usize::from(is_beyond));
        if is_beyond {
            return None;
        }
        for words in [&form.opens_at, &form.functions, &form.not_offered] {
            self.count_detail(words);
        }
        self.count_detail(&form.bring);
        Some(Box::new(emergency(form, venue, &mut self.odd)))
    }

    /// Counts the unusable items of a list in an emergency point.
    fn count_detail<T>(&mut self, list: &List<T, { bounds::WORDS }>) {
        self.left_out.add(What::Detail, Why::Odd, list.odd + usize::from(list.is_no_list));
        self.left_out.add(What::Detail, Why::OverLimit, list.over_limit);
    }

    fn events(
        &mut self,
        list: List<EventForm, { bounds::EVENTS }>,
        venues: &IdIndex,
    ) -> (Vec<RemoteEvent>, IdIndex) {
        let mut events: Vec<RemoteEvent> = Vec::new();
        let mut index_by_id = IdIndex::new();
        for mut event in self.counted_values(What::Event, list) {
            let Some(title) = text(event.title.take(), bounds::TITLE) else {
                self.left_out.add(What::Event, Why::Nameless, 1);
                continue;
            };
            let id = id(event.id);
            if !note_id(&mut index_by_id, &id, events.len()) {
                self.left_out.add(What::Event, Why::SameId, 1);
                self.odd.show(At::of(&title, "id"), || Seen::of(&id));
                continue;
            }
            events.push(RemoteEvent {
                id,
                kind: word(event.kind),
                summary: text(event.summary, bounds::SUMMARY),
                whereabouts: whereabouts(event.venue, venues),
                cost: cost(event.cost, (At::of(&title, "cost"), &mut self.odd)),
                revised: read_text(event.revised, (At::of(&title, "revised"), &mut self.odd), timestamp),
                url: self.page_url(event.url, &title),
                title,
            });
        }
        (events, index_by_id)
    }

    fn occurrences(
        &mut self,
        list: List<OccurrenceForm, { bounds::OCCURRENCES }>,
        events: &IdIndex,
        venues: &IdIndex,
    ) -> Box<[RemoteOccurrence]> {
        let mut occurrences = Vec::with_capacity(list.values.len());
        for mut form in self.counted_values(What::Occurrence, list) {
            let change = self.change(&mut form, venues);
            match self.occurrence(form, change, events) {
                Ok(occurrence) => occurrences.push(occurrence),
                Err(why) => self.left_out.add(What::Occurrence, why, 1),
            }
        }
        occurrences.sort_by_key(|occurrence: &RemoteOccurrence| (occurrence.start.from(), occurrence.event));
        number_occurrences(&mut occurrences);
        occurrences.into()
    }

    /// Reads what differs about one occurrence, if anything does.
    fn change(&mut self, form: &mut OccurrenceForm, venues: &IdIndex) -> RemoteChange {
        let rooms = std::mem::take(&mut form.room);
        self.left_out.add(What::Room, Why::Odd, rooms.odd + usize::from(rooms.is_no_list));
        self.left_out.add(What::Room, Why::OverLimit, rooms.over_limit);
        let rooms = rooms.values.iter().filter_map(|room| plain_line(room, bounds::LINE));
        let at = At::of(text_of(&form.event).unwrap_or_default(), "announced");
        let announced = read_text(form.announced.take(), (at, &mut self.odd), moment);
        RemoteChange {
            announced: announced.map(|announced| dutch_moment(announced, self.zone.as_ref())),
            title: text(form.title.take(), bounds::TITLE),
            whereabouts: whereabouts(form.venue.take(), venues),
            rooms: rooms.map(String::into_boxed_str).collect(),
            note: text(form.text.take(), bounds::SUMMARY),
        }
    }

    /// Reads one occurrence, when its event and start are known.
    fn occurrence(
        &mut self,
        form: OccurrenceForm,
        mut change: RemoteChange,
        events: &IdIndex,
    ) -> Result<RemoteOccurrence, Why> {
        let id = id(form.event);
        let at = |key| At::of(&id, key);
        let event = *events.get(&*id).ok_or(Why::UnknownEvent)?;
        let zone = self.zone.as_ref();
        let moment = |text: &str| moment(text).map(|moment| dutch_moment(moment, zone));
        let Some(start) = text_of(&form.start).and_then(moment) else {
            text_of(&form.start).into_iter().for_each(|text| self.odd.show(at("start"), || Seen::of(text)));
            return Err(Why::Dateless);
        };
        let end = |end: &str| moment(end).and_then(|end| end_after(start, end));
        let end = read_text(form.end, (at("end"), &mut self.odd), end);
        // When it is uncertain whether an event takes place, visitors should know that.
        let status = match form.status {
            None => RemoteStatus::Scheduled,
            given => {
                let status = |word: &String| status_of(word);
                let known = read_value(given, (at("status"), &mut self.odd), status, String::clone);
                known.unwrap_or(RemoteStatus::Tentative)
            }
        };
        change.announced = change.announced.filter(|announced| *announced != start);
        let change = Some(change).filter(|change| *change != RemoteChange::default()).map(Box::new);
        Ok(RemoteOccurrence { event, start, end, status, nth: 0, change })
    }

    fn news(&mut self, list: List<NewsForm, { bounds::NEWS }>) -> Box<[RemoteNews]> {
        let mut news = Vec::new();
        for mut form in self.counted_values(What::News, list) {
            let Some(title) = text(form.title.take(), bounds::TITLE) else {
                self.left_out.add(What::News, Why::Nameless, 1);
                continue;
            };
            let Some(date) = text_of(&form.date).and_then(date) else {
                self.left_out.add(What::News, Why::Dateless, 1);
                let at = At::of(&title, "date");
                text_of(&form.date).into_iter().for_each(|text| self.odd.show(at, || Seen::of(text)));
                continue;
            };
            let (summary, url) = (text(form.summary, bounds::SUMMARY), self.page_url(form.url, &title));
            news.push(RemoteNews { title, date, summary, url });
        }
        news.sort_by_key(|item: &RemoteNews| std::cmp::Reverse(item.date));
        news.into()
    }

    /// Returns a page on the village's own site; an address elsewhere is replaced by its home page.
    fn page_url(&mut self, url: Maybe<String>, entry: &str) -> Arc<str> {
        let url = expected(url);
        let page = url.as_deref().and_then(public_address);
        match page.filter(|page| page.is_of_same_site(&self.home)) {
            Some(page) => page.as_str().into(),
            None => {
                self.left_out.add(What::Link, Why::Elsewhere, usize::from(url.is_some()));
                url.into_iter().for_each(|url| self.odd.show(At::of(entry, "url"), || Seen::of(&url)));
                self.home.as_str().into()
            }
        }
    }
}

/// Returns the status for its word in `dorp.json`, also in American spelling.
fn status_of(word: &str) -> Option<RemoteStatus> {
    Some(match &*word.to_ascii_lowercase() {
        "scheduled" => RemoteStatus::Scheduled,
        "cancelled" | "canceled" => RemoteStatus::Cancelled,
        "moved" => RemoteStatus::Moved,
        "full" => RemoteStatus::Full,
        "tentative" => RemoteStatus::Tentative,
        _ => return None,
    })
}
