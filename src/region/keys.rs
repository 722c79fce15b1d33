//! The keys of `dorp.json` that a portal reads, with a description of each.

use super::bounds;
use super::form::{HasFormat, List, Maybe, object, text_of};
use super::odd::{At, OddValues};
use crate::ground::{Json, JsonMap, json, json_schema};

/// Returns the format of `dorp.json` as JSON Schema (draft 2020-12), for anyone who writes one with another
/// program. A portal skips keys that it does not know, so a file may have more.
pub fn dorp_schema() -> Json {
    let mut schema = json_schema("Dorpsplein: dorp.json", Form::schema());
    schema["properties"]["dorp"]["const"] = bounds::VERSION.into();
    schema
}

object! {
    /// The whole document.
    Form needs [dorp village] {
        #[serde(default)]
        dorp: Maybe<u64>, "Het nummer van deze vorm: 1." | "The version of this format: 1.";
        #[serde(default)]
        updated: Maybe<String>, "De dag waarop dit is gemaakt, zoals 2026-11-23." | "The day on which this was generated, such as 2026-11-23.";
        #[serde(default)]
        time_zone: Maybe<String>, "De tijdzone van alle tijden, zoals Europe/Amsterdam: die is het als er niets staat." | "The time zone of all times, such as Europe/Amsterdam, which is the default.";
        #[serde(default)]
        village: Maybe<VillageForm>, "Het dorp zelf." | "The village itself.";
        #[serde(default)]
        venues: List<VenueForm, { bounds::VENUES }>, "De plekken waar mensen elkaar ontmoeten." | "The places where people meet.";
        #[serde(default)]
        events: List<EventForm, { bounds::EVENTS }>, "De activiteiten, elk één keer." | "The events, each listed once.";
        #[serde(default)]
        news: List<NewsForm, { bounds::NEWS }>, "Het nieuws." | "The news.";
        #[serde(default)]
        occurrences: List<OccurrenceForm, { bounds::OCCURRENCES }>, "Wanneer de activiteiten zijn: elke keer apart." | "When the events take place: each time separately.";
    }
}

object! {
    VillageForm needs [name] {
        name: Maybe<String>, "Hoe het dorp heet." | "What the village is called.";
        tagline: Maybe<String>, "Het dorp in een paar woorden." | "The village in a few words.";
        municipality: Maybe<String>, "De gemeente." | "The municipality.";
        province: Maybe<String>, "De provincie." | "The province.";
        url: Maybe<String>, "Het webadres van de site van het dorp; anders dat van dit bestand." | "The web address of the village's site; by default, that of this file.";
    }
}

object! {
    VenueForm needs [name] called name {
        id: Maybe<String>, "Waarmee activiteiten naar deze plek verwijzen." | "The id by which events refer to this venue.";
        name: Maybe<String>, "Hoe de plek heet." | "What the venue is called.";
        url: Maybe<String>, "De pagina ervan op de eigen site; anders de voorpagina." | "Its page on the same site; by default, the home page.";
        summary: Maybe<String>, "Waar het om gaat, in een of twee zinnen." | "What it is about, in a sentence or two.";
        kind: Maybe<WordForm>, "Wat voor plek het is, zoals dorpshuis." | "What kind of place it is, such as a village hall.";
        address: Maybe<AddressForm>, "Het adres." | "The address.";
        location: Maybe<PointForm>, "De plek op de kaart." | "The place on the map.";
        accessibility: Maybe<AccessForm>, "Voor wie de plek toegankelijk is." | "Who the venue is accessible to.";
        emergency_point: Maybe<EmergencyForm>, "Wat de plek is als noodsteunpunt." | "What the venue offers in an emergency.";
    }
}

object! {
    /// A word from a list of choices.
    WordForm needs [nl] {
        id: Maybe<String>, "Hetzelfde woord voor programma's, dat nooit verandert." | "The same word for programs; it never changes.";
        nl: Maybe<String>, "Het woord in het Nederlands." | "The word in Dutch.";
        en: Maybe<String>, "Het woord in het Engels." | "The word in English.";
    }
}

object! {
    AddressForm needs [] {
        street: Maybe<String>, "Straat en huisnummer." | "Street and number.";
        postcode: Maybe<String>, "De postcode, zoals 7948 AB." | "The postcode, such as 7948 AB.";
        place: Maybe<String>, "De plaatsnaam." | "The name of the town.";
    }
}

object! {
    PointForm needs [lat lon] {
        lat: Maybe<f64>, "De breedtegraad (WGS 84), van 50 tot 54." | "The latitude (WGS 84), from 50 to 54.";
        lon: Maybe<f64>, "De lengtegraad (WGS 84), van 3 tot 8." | "The longitude (WGS 84), from 3 to 8.";
    }
}

object! {
    AccessForm needs [] {
        wheelchair: Maybe<WordForm>, "Of je er met een rolstoel in kunt." | "Whether you can get in with a wheelchair.";
    }
}

/// Words from a list of choices.
pub(super) type Words = List<WordForm, { bounds::WORDS }>;

object! {
    EmergencyForm needs [] {
        status: Maybe<WordForm>, "Of het punt er is, of pas gepland." | "Whether the point exists, or is only planned.";
        safety_region: Maybe<String>, "De veiligheidsregio." | "The safety region.";
        #[serde(default)]
        opens_at: Words, "Waarbij het opengaat, zoals stroomuitval." | "When it opens, such as during a power cut.";
        within_hours: Maybe<u8>, "Binnen hoeveel uur het opengaat, ten hoogste 72." | "Within how many hours it opens, at most 72.";
        #[serde(default)]
        functions: Words, "Wat er dan is, zoals warmte of informatie." | "What it offers then, such as warmth or information.";
        #[serde(default)]
        not_offered: Words, "Wat er niet is, zoals opvang." | "What it does not offer, such as shelter.";
        #[serde(default)]
        bring: List<String, { bounds::WORDS }>, "Wat mensen zelf meenemen." | "What people should bring themselves.";
        checked_on: Maybe<String>, "De dag waarop dit is nagekeken, zoals 2026-11-23." | "The day on which this was checked, such as 2026-11-23.";
        notes: Maybe<String>, "Wat er verder van te zeggen is." | "Anything else to know about it.";
    }
}

object! {
    EventForm needs [title] called title {
        id: Maybe<String>, "Waarmee keren naar deze activiteit verwijzen." | "The id by which occurrences refer to this event.";
        title: Maybe<String>, "Hoe de activiteit heet." | "What the event is called.";
        url: Maybe<String>, "De pagina ervan op de eigen site; anders de voorpagina." | "Its page on the same site; by default, the home page.";
        summary: Maybe<String>, "Waar het om gaat, in een of twee zinnen." | "What it is about, in a sentence or two.";
        kind: Maybe<WordForm>, "Wat voor activiteit het is, zoals koffieochtend." | "What kind of event it is, such as a coffee morning.";
        venue: Maybe<WhereForm>, "Waar het is." | "Where it is.";
        cost: Maybe<CostForm>, "Wat het kost: in centen, of in woorden." | "What it costs: in cents, or in words.";
        revised: Maybe<String>, "Wanneer er voor het laatst iets aan is gewijzigd, zoals 2026-11-23T19:30:00Z: agenda's op een telefoon kijken alleen naar wat nieuwer is." | "When something about it was last changed, such as 2026-11-23T19:30:00Z: calendars on a telephone only pick up what is newer.";
    }
}

object! {
    /// A venue of the village by its id, or another place.
    WhereForm needs [] {
        id: Maybe<String>, "Een van de plekken hierboven." | "One of the venues above.";
        name: Maybe<String>, "Of hoe een andere plek heet." | "Or what another place is called.";
        address: Maybe<AddressForm>, "En het adres daarvan." | "And the address of that place.";
    }
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
pub(super) enum CostForm {
    Cents { cents: u32 },
    Words(String),
}

impl HasFormat for CostForm {
    fn odd_values(&self, _: At<'_>, _: &mut OddValues) {}

    fn schema() -> Json {
        let cents = json!({ "type": "integer", "minimum": 0, "maximum": bounds::CENTS });
        json!({ "anyOf": [
            { "type": "object", "properties": { "cents": cents }, "required": ["cents"] },
            { "type": "string" },
        ] })
    }
}

object! {
    NewsForm needs [title date] called title {
        title: Maybe<String>, "De kop." | "The headline.";
        date: Maybe<String>, "De dag, zoals 2026-11-23." | "The day, such as 2026-11-23.";
        url: Maybe<String>, "De pagina ervan op de eigen site; anders de voorpagina." | "Its page on the same site; by default, the home page.";
        summary: Maybe<String>, "Waar het om gaat, in een of twee zinnen." | "What it is about, in a sentence or two.";
    }
}

object! {
    OccurrenceForm needs [event start] called event {
        event: Maybe<String>, "Van welke activiteit: de id daarvan." | "The id of the event.";
        start: Maybe<String>, "Wanneer het begint: 2026-12-01T19:30, of 2026-12-01 als het de hele dag is." | "When it begins: 2026-12-01T19:30, or 2026-12-01 when it takes all day.";
        end: Maybe<String>, "Wanneer het eindigt; van hele dagen de laatste." | "When it ends; for whole days, the last day.";
        status: Maybe<String>, "Of het doorgaat: scheduled, tentative, full, moved of cancelled." | "Whether it takes place: scheduled, tentative, full, moved or cancelled.";
        announced: Maybe<String>, "Wanneer het eerst zou beginnen, als dat een andere dag of tijd was." | "When it was first due to begin, if that was another day or time.";
        title: Maybe<String>, "Hoe het die keer heet, als dat anders is." | "What it is called that time, if that is different.";
        venue: Maybe<WhereForm>, "Waar het die keer is, als dat ergens anders is." | "Where it is that time, if that is somewhere else.";
        #[serde(default)]
        room: List<String, { bounds::ROOMS }>, "In welke zaal het die keer is, als dat een andere is." | "Which room it is in that time, if that is another.";
        text: Maybe<String>, "Wat je over die keer moet weten." | "What visitors must know about that time.";
    }
}
