//! Events: what happens in the village.

use super::content::{Checking, Content};
use crate::ground::{Code, Diagnostic, TimeOfDay, both, typeset};
use crate::read::{Node, Value};
use crate::village::field::{
    At, Choice, Clock, Day, Fact, Field, FieldReader, KindInfo, Line, Many, Open, Price, Referable,
    Reference, Shape, Takes, Visitor, choices, describe, vocabulary,
};
use crate::village::parts::{Attachment, Contact, PlaceAddress, Signup};
use crate::village::referred::{ToEvent, ToOrganisation, ToVenue};

vocabulary! {
    /// What kind of event it is.
    pub list EventKind {
        "open inloop" | "drop-in" ("inloop");
        "koffieochtend" | "coffee morning" ("koffie", "koffie-inloop");
        "eetpunt" | "shared meal" ("samen eten", "eettafel");
        "spreekuur" | "consultation hour";
        "digitale hulp" | "digital help" ("digitaal spreekuur", "informatiepunt digitale overheid");
        "taalcafé" | "language café" ("taalcafe");
        "mantelzorgsalon" | "carers' meeting" ("mantelzorg");
        "alzheimercafé" | "Alzheimer café" ("alzheimercafe");
        "repaircafé" | "repair café" ("repair cafe", "repaircafe");
        "ruilbieb" | "swap library";
        "beweeggroep" | "exercise group" ("bewegen", "gym");
        "sport" | "sports" ("wedstrijd");
        "jeugdsoos" | "youth club" ("jeugd");
        "klussen" | "volunteering" ("nldoet", "klusdag");
        "dorpsfeest" | "village fair" ("feest");
        "Koningsdag" | "King's Day";
        "herdenking" | "remembrance" ("4 mei", "dodenherdenking");
        "paasvuur" | "Easter bonfire";
        "Sint-Maarten" | "St Martin's Day";
        "sinterklaas" | "St Nicholas";
        "kerstmarkt" | "Christmas market" ("kerst");
        "rommelmarkt" | "flea market" ("markt");
        "muziek" | "music" ("concert");
        "toneel" | "theatre" ("voorstelling");
        "lezing" | "talk";
        "vergadering" | "meeting" ("dorpsraadsvergadering", "ALV", "ledenvergadering");
        "bewonersavond" | "residents' evening" ("informatieavond");
        "oud papier" | "paper collection";
        "cursus" | "course" ("workshop", "reanimatie");
        "kerkdienst" | "church service" ("viering");
        "wandeling" | "walk" ("wandelen");
        "kinderactiviteit" | "children's activity" ("kinderen");
        "spelavond" | "games night" ("bingo", "kaarten", "klaverjassen");
        "creatief" | "crafts" ("handwerken");
    }
}

choices! {
    /// How an event stands.
    pub enum EventStatus {
        /// It takes place.
        Scheduled = "gaat door" | "scheduled" ("door", "gepland");
        /// It does not take place.
        Cancelled = "afgelast" | "cancelled" ("vervallen", "geannuleerd", "gaat niet door", "canceled", "vervalt");
        /// It takes place at another time or place than was announced.
        Moved = "verplaatst" | "moved" ("verzet");
        /// No more places.
        Full = "vol" | "full" ("uitverkocht", "volgeboekt", "sold out");
        /// Not certain yet.
        Tentative = "onder voorbehoud" | "tentative" ("voorbehoud");
    }
}

describe! {
    /// Something that happens.
    pub struct Event {
        required title / titel ("naam", "name"): Line,
            "Hoe de activiteit heet." | "What the event is called.";
        required date / datum ("dag", "day", "wanneer"): Day,
            "Op welke dag het is." | "On which day it is.";
        optional end_date / einddatum ("tot_en_met", "laatste_dag"): Day,
            "De laatste dag, als het meer dagen duurt." | "The last day, when it takes several days.";
        optional start / begin ("aanvang", "tijd", "time", "begintijd", "van"): Clock,
            "Hoe laat het begint; zonder tijd duurt het de hele dag." | "At what time it begins; without a time it takes the whole day.";
        optional end / einde ("eind", "eindtijd"): Clock,
            "Hoe laat het eindigt." | "At what time it ends.";
        optional venue / locatie ("plaats", "waar", "location"): VenueRef,
            "De locatie, of een ander adres met een komma erin." | "The venue, or another address with a comma in it.";
        optional room / zaal ("ruimte", "zalen", "rooms"): Many<Line>,
            "In welke zaal van de locatie; meer zalen als lijst met streepjes." | "In which room of the venue; several as a list with dashes.";
        optional organiser / organisator ("organisatie", "organizer", "door"): OrganiserRef,
            "Welke organisatie het houdt; een ander van buiten het dorp als 'naam: …' op een eigen regel."
            | "Which organisation holds it; somebody from outside as 'name: …' on a line of its own.";
        optional kind / soort ("type", "categorie", "category"): Open<EventKind>,
            "Wat voor activiteit het is: open inloop, eetpunt, muziek." | "What kind of event it is: drop-in, shared meal, music.";
        optional cost / kosten ("prijs", "price", "toegang", "entree"): Price,
            "Wat het kost: gratis, 3,50, of een paar woorden." | "What it costs: free, 3.50, or a few words.";
        optional signup / aanmelden ("aanmelding", "opgave", "opgeven"): Signup,
            "Of en hoe men zich aanmeldt." | "Whether and how to sign up.";
        optional audience / doelgroep ("voor_wie", "voor"): Many<Line>,
            "Voor wie het is." | "Whom it is for.";
        optional status / status: Choice<EventStatus>,
            "Of het doorgaat: gaat door, afgelast, verplaatst, vol of onder voorbehoud."
            | "Whether it takes place: scheduled, cancelled, moved, full or tentative.";
        optional attachments / bijlagen ("documenten"): Many<Attachment>,
            "Documenten die erbij horen." | "Documents that belong to it.";
        optional minutes / notulen ("verslag"): Attachment,
            "De notulen, als het een vergadering was." | "The minutes, if it was a meeting.";
    }
}

/// Where it is: a venue of the village, or somewhere else.
#[derive(Clone, Debug, PartialEq)]
pub enum VenueRef {
    /// A venue with a page of its own.
    Venue(Reference<ToVenue>),
    /// Another address.
    Elsewhere(Elsewhere),
}

describe! {
    /// An address that is no venue of the village.
    pub struct Elsewhere {
        optional name / naam: Line,
            "Hoe de plek heet." | "What the place is called.";
        optional address / adres: PlaceAddress,
            "Het adres." | "The address.";
    }
}

/// Who holds it: an organisation of the village, or somebody else.
#[derive(Clone, Debug, PartialEq)]
pub enum OrganiserRef {
    /// An organisation with a page of its own.
    Organisation(Reference<ToOrganisation>),
    /// Somebody else.
    Other(Contact),
}

impl Takes for OrganiserRef {
    const SHAPE: Shape = Shape::Either(&<Reference<ToOrganisation> as Takes>::SHAPE, &Contact::SHAPE);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => Contact::take(node, reader).map(Self::Other),
            _ => Reference::take(node, reader).map(Self::Organisation),
        }
    }

    fn fact(&self) -> Fact<'_> {
        match self {
            Self::Organisation(reference) => reference.fact(),
            Self::Other(contact) => contact.fact(),
        }
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if let Self::Organisation(reference) = self {
            reference.visit(visitor);
        }
    }
}

impl Takes for VenueRef {
    const SHAPE: Shape = Shape::Either(&<Reference<ToVenue> as Takes>::SHAPE, &Elsewhere::SHAPE);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => Elsewhere::take(node, reader).map(Self::Elsewhere),
            Value::Scalar(line) if line.contains(',') => {
                let (name, address) = line.split_once(',').unwrap_or((line, ""));
                let address = Node { value: Value::Scalar(address.trim().to_owned()), span: node.span };
                let address = PlaceAddress::take(&address, reader)?;
                Some(Self::Elsewhere(Elsewhere {
                    name: Some(At { value: Line(typeset(name.trim())), span: node.span }),
                    address: Some(At { value: address, span: node.span }),
                }))
            }
            _ => Reference::take(node, reader).map(Self::Venue),
        }
    }

    fn fact(&self) -> Fact<'_> {
        match self {
            Self::Venue(reference) => reference.fact(),
            Self::Elsewhere(place) => place.fact(),
        }
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if let Self::Venue(reference) = self {
            reference.visit(visitor);
        }
    }
}

impl Content for Event {
    const INFO: &'static KindInfo = <ToEvent as Referable>::INFO;

    fn name(&self) -> &Field<Line> {
        &self.title
    }

    fn attachments(&self) -> Option<&Many<Attachment>> {
        self.attachments.as_ref().map(|list| &list.value)
    }

    fn check(&self, checking: &mut Checking<'_>) {
        if let (Some(first), Some(last)) = (&self.date, &self.end_date)
            && last.date < first.date
        {
            checking.say(last.span, |place| {
                Diagnostic::new(
                    Code::EndBeforeStart,
                    place,
                    both("de laatste dag ligt vóór de eerste", "the last day is before the first"),
                )
                .hint(both("wissel de twee om, of kijk naar het jaar", "swap the two, or look at the year"))
            });
        }
        let Some(end) = &self.end else { return };
        match self.starts_at() {
            None => checking.say(end.span, |place| {
                Diagnostic::new(
                    Code::EndWithoutStart,
                    place,
                    both("er is een eindtijd, maar geen begintijd", "there is an end, but no start"),
                )
                .hint(both(
                    "zet erbij hoe laat het begint: begin: 19.30",
                    "add at what time it begins: start: 19:30",
                ))
            }),
            Some(start) if self.end_date.is_none() && end.0 <= start && !ends_in_the_night(start, end.0) => {
                checking.say(end.span, |place| {
                    let times = format!("{} – {}", start.dotted(), end.0.dotted());
                    Diagnostic::new(
                        Code::EndBeforeStart,
                        place,
                        both(
                            format!("het einde ligt vóór het begin ({times})"),
                            format!("the end is before the start ({times})"),
                        ),
                    )
                    .hint(both(
                        "wissel de twee om, of kijk naar de uren",
                        "swap the two, or look at the hours",
                    ))
                });
            }
            Some(_) => {}
        }
    }
}

/// From the afternoon or evening until at most six in the morning: past midnight.
fn ends_in_the_night(start: TimeOfDay, end: TimeOfDay) -> bool {
    start.hour() >= 12 && end.hour() < 6 || (start.hour() >= 12 && end.minutes() == 6 * 60)
}

impl Event {
    /// When it begins: the time that was given, or the one behind the date.
    pub fn starts_at(&self) -> Option<TimeOfDay> {
        let given = self.start.as_ref().map(|start| start.value.0);
        given.or_else(|| self.date.as_ref().and_then(|date| date.time))
    }

    /// How it stands; it takes place unless said otherwise.
    pub fn stands(&self) -> EventStatus {
        self.status.as_ref().map_or(EventStatus::Scheduled, |status| status.value.0)
    }
}
