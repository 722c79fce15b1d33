//! Venues: places where people meet.

use super::content::{CheckContext, Content};
use crate::field::{
    Field, KindInfo, Line, Many, OpenWord, Reference, Referenceable, Web, describe, vocabulary,
};
use crate::ground::{Code, Diagnostic, Place, both};
use crate::village::parts::{
    Accessibility, Attachment, Contact, Coordinates, EmergencyPoint, Facility, OpeningHours, PlaceAddress,
    Room,
};
use crate::village::referred::{ToOrganisation, ToVenue};

vocabulary! {
    /// What kind of place it is.
    pub list VenueKind {
        "dorpshuis" | "village hall";
        "buurthuis" | "community centre" ("gemeenschapshuis");
        "MFA" | "multifunctional centre" ("multifunctionele accommodatie");
        "kulturhus" | "cultural centre";
        "sportkantine" | "sports canteen" ("kantine");
        "sporthal" | "sports hall" ("gymzaal");
        "kerk" | "church";
        "school" | "school" ("basisschool");
        "bibliotheek" | "library";
        "dorpswinkel" | "village shop" ("winkel");
        "café" | "pub" ("cafe");
        "zorgpost" | "care centre";
        "speeltuin" | "playground";
        "ijsbaan" | "ice rink";
        "plein" | "square" ("brink", "dorpsplein");
        "jeugdsoos" | "youth club" ("soos");
        "dorpstuin" | "village garden" ("moestuin");
        "museum" | "museum";
        "begraafplaats" | "cemetery";
    }
}

describe! {
    /// A place to meet.
    pub struct Venue {
        required name / naam ("titel", "title"): Line,
            "Hoe de locatie heet." | "What the venue is called.";
        optional kind / soort: OpenWord<VenueKind>,
            "Wat voor plek het is: dorpshuis, sportkantine, kerk." | "What kind of place it is: village hall, sports canteen, church.";
        optional address / adres: PlaceAddress,
            "Straat, postcode en plaats." | "Street, postcode and town.";
        optional location / coordinaten ("coordinates", "kaart"): Coordinates,
            "De plek op de kaart." | "The place on the map.";
        optional opening_hours / openingstijden ("open", "geopend"): OpeningHours,
            "Wanneer de locatie open is, per dag van de week." | "When the venue is open, for each day of the week.";
        optional rooms / zalen ("ruimtes", "zaal"): Many<Room>,
            "Zalen die te huur zijn." | "Rooms for hire.";
        optional facilities / voorzieningen ("faciliteiten"): Many<OpenWord<Facility>>,
            "Wat er te vinden is: keuken, bar, podium, AED." | "What there is: kitchen, bar, stage, AED.";
        optional accessibility / toegankelijkheid: Accessibility,
            "Voor wie de locatie toegankelijk is." | "Who the venue is accessible to.";
        optional emergency_point / noodsteunpunt: EmergencyPoint,
            "Als hier een noodsteunpunt is: wat er dan is." | "If there is a noodsteunpunt (emergency support point) here: what it offers.";
        optional manager / beheerder: Reference<ToOrganisation>,
            "De organisatie die de locatie beheert." | "The organisation that runs the venue.";
        optional contact / contact ("verhuur"): Contact,
            "Wie je belt of mailt, ook om te huren." | "Who to call or e-mail, also for hiring.";
        optional website / website: Web,
            "De eigen website." | "The venue's own website.";
        optional house_rules / huisregels: Many<Line>,
            "Wat bezoekers moeten weten over het gebruik." | "What visitors need to know about using the venue.";
        optional attachments / bijlagen: Many<Attachment>,
            "Documenten, zoals een huurreglement." | "Documents, such as conditions of hire.";
    }
}

impl Content for Venue {
    const INFO: &'static KindInfo = <ToVenue as Referenceable>::INFO;

    fn name(&self) -> &Field<Line> {
        &self.name
    }

    fn attachments(&self) -> Option<&Many<Attachment>> {
        self.attachments.as_ref().map(|list| &list.value)
    }

    fn check(&self, context: &mut CheckContext<'_>) {
        if let Some(point) = &self.emergency_point {
            check_functions(&point.value, context);
        }
        let Some(location) = &self.location else { return };
        let (Some(lat), Some(lon)) = (&location.lat, &location.lon) else { return };
        let in_netherlands = |lat: f64, lon: f64| (50.5..=53.8).contains(&lat) && (3.0..=7.4).contains(&lon);
        if in_netherlands(lat.value.0, lon.value.0) {
            return;
        }
        let swapped = in_netherlands(lon.value.0, lat.value.0);
        context.report(lat.span, |place| {
            let remark = Diagnostic::new(
                Code::OffTheMap,
                place,
                both("deze plek ligt niet in Nederland", "this place is not in the Netherlands"),
            );
            if swapped {
                remark.hint(both("breedte en lengte zijn verwisseld", "latitude and longitude are swapped"))
            } else {
                remark.hint(both(
                    "de breedte ligt tussen 50 en 54, de lengte tussen 3 en 8",
                    "the latitude is between 50 and 54, the longitude between 3 and 8",
                ))
            }
        });
    }
}

/// Reports functions that a noodsteunpunt both offers and explicitly does not offer.
fn check_functions(point: &EmergencyPoint, context: &mut CheckContext<'_>) {
    let (has, has_not) = (point.functions.iter(), point.not_offered.iter());
    let has_not: Vec<_> = has_not.flat_map(|list| list.iter()).collect();
    for function in has.flat_map(|list| list.iter()) {
        let Some(denied) = has_not.iter().find(|denied| denied.value.id() == function.value.id()) else {
            continue;
        };
        let second = if denied.span.start > function.span.start { *denied } else { function };
        context.report(second.span, |place| offered_and_not_offered(place, &second.value.typed));
    }
}

fn offered_and_not_offered(place: Place, function: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ContradictoryKeys,
        place,
        both(
            format!("'{function}' staat bij 'functies' en ook bij 'niet_aanwezig'"),
            format!("'{function}' is in 'functions' and also in 'not_offered'"),
        ),
    )
    .hint(both("is het er wel of niet? Laat er één staan", "is it available or not? Keep only one"))
}

impl Venue {
    /// Returns the room with this name, ignoring case and accents.
    pub fn room(&self, typed: &str) -> Option<&Room> {
        let wanted = crate::ground::fold(typed);
        let rooms = self.rooms.as_ref()?;
        rooms
            .iter()
            .map(|room| &room.value)
            .find(|room| room.name.as_ref().is_some_and(|name| crate::ground::fold(name.as_str()) == wanted))
    }

    /// Whether it has the facility with this id: `aed`.
    pub fn has_facility(&self, id: &str) -> bool {
        self.facilities.iter().flat_map(|list| list.iter()).any(|facility| facility.value.id() == id)
    }

    /// Returns the names of the rooms.
    pub fn room_names(&self) -> impl Iterator<Item = &str> {
        let rooms = self.rooms.iter().flat_map(|rooms| rooms.iter());
        rooms.filter_map(|room| room.value.name.as_ref().map(|name| name.as_str()))
    }
}
