//! Events: what happens in the village.

use crate::field::{Choice, Clock, Day, Line, Many, OpenWord, Price, WholeNumber, describe, vocabulary};
use crate::ground::{Date, TimeOfDay};
use crate::village::parts::{
    Attachment, Changes, EventStatus, Exception, Extra, OrganiserRef, OtherTimes, Signup, VenueRef,
};
use crate::village::rule::RuleText;

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
        "vergadering" | "meeting" ("dorpsraadsvergadering", "ALV", "ledenvergadering", "jaarvergadering");
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

describe! {
    /// Something that happens.
    pub struct Event {
        required title / titel ("naam", "name"): Line,
            "Hoe de activiteit heet." | "What the event is called.";
        unless_repeats date / datum ("dag", "day", "wanneer"): Day,
            "Op welke dag het is." | "The day of the event.";
        optional end_date / einddatum ("laatste_dag"): Day,
            "De laatste dag, als het meer dagen duurt." | "The last day, if it lasts several days.";
        optional start / begin ("aanvang", "tijd", "time", "begintijd", "van"): Clock,
            "Hoe laat het begint; zonder tijd duurt het de hele dag." | "What time it starts; without a time it lasts the whole day.";
        optional end / einde ("eind", "eindtijd"): Clock,
            "Hoe laat het eindigt." | "What time it ends.";
        optional repeats / herhaling ("herhaal", "herhalen", "repeat", "recurrence", "rrule", "terugkerend"): Many<RuleText>,
            "Hoe het terugkomt: elke dinsdag, om de week op donderdag, elke laatste vrijdag van de maand."
            | "How it repeats: every Tuesday, every other Thursday, every last Friday of the month.";
        optional from / vanaf ("startdatum", "eerste_keer", "start_date"): Day,
            "Vanaf welke dag het zich herhaalt." | "The day from which it repeats.";
        optional until / tot ("tot_en_met", "laatste_keer"): Day,
            "Tot en met welke dag het zich herhaalt." | "The last day on which it may repeat.";
        optional times / aantal ("keren", "aantal_keer", "count"): WholeNumber<1, 5000>,
            "Hoe vaak het terugkomt." | "How many times it takes place.";
        optional except / behalve ("niet_op", "uitgezonderd", "uitzonderingen", "exceptions", "vervalt_op"): Many<Exception>,
            "Wanneer het niet is: datums, feestdagen, schoolvakanties, juli en augustus."
            | "When it does not take place: dates, public holidays, school holidays, July and August.";
        optional changes / wijzigingen ("wijziging", "change"): Changes,
            "Eén keer anders: een andere dag, tijd of plaats, of afgelast. Is het die dag vaker dan één keer, zet dan de tijd achter de dag: 11 december 2026 14.00."
            | "When it is different just once: another day, time or place, or cancelled. If it takes place more than once that day, put the time after the day: 11 December 2026 14:00.";
        optional extra / extra ("extra_datums", "ook_op", "also_on"): Many<Extra>,
            "Dagen waarop het er ook is." | "Extra days on which it takes place.";
        optional other_times / andere_tijden ("seizoenen", "seasons"): Many<OtherTimes>,
            "Andere tijden in een deel van het jaar." | "Different times in part of the year.";
        optional venue / locatie ("plaats", "waar", "location"): VenueRef,
            "De locatie, of een ander adres met een komma erin." | "The venue, or another address (with a comma in it).";
        optional room / zaal ("ruimte", "zalen", "rooms"): Many<Line>,
            "In welke zaal van de locatie; meer zalen als lijst met streepjes." | "Which room of the venue; for several, use a list with dashes.";
        optional organiser / organisator ("organisatie", "organizer", "door"): OrganiserRef,
            "Welke organisatie het organiseert; iemand van buiten het dorp als 'naam: …' op een eigen regel."
            | "Which organisation runs it; for someone from outside the village, 'name: …' on a line of its own.";
        optional kind / soort ("type", "categorie", "category"): OpenWord<EventKind>,
            "Wat voor activiteit het is: open inloop, eetpunt, muziek." | "What kind of event it is: drop-in, shared meal, music.";
        optional cost / kosten ("prijs", "price", "toegang", "entree"): Price,
            "Wat het kost: gratis, 3,50, of een paar woorden." | "What it costs: free, 3.50, or a few words.";
        optional signup / aanmelden ("aanmelding", "opgave", "opgeven"): Box<Signup>,
            "Of en hoe mensen zich aanmelden." | "Whether and how to sign up.";
        optional audience / doelgroep ("voor_wie", "voor"): Many<Line>,
            "Voor wie het is." | "Who it is for.";
        optional status / status: Choice<EventStatus>,
            "Of het doorgaat: gaat door, afgelast, verplaatst, vol of onder voorbehoud."
            | "Whether it takes place: scheduled, cancelled, moved, full or tentative.";
        optional previous_date / eerst_op ("oude_datum", "oorspronkelijke_datum", "verplaatst_van", "former_date", "moved_from"): Day,
            "De dag waarop het eerst zou zijn, als het verplaatst is." | "The original day, if it was moved.";
        optional attachments / bijlagen ("documenten"): Many<Attachment>,
            "Documenten die erbij horen." | "Documents that belong to it.";
        optional minutes / notulen ("verslag"): Box<Attachment>,
            "De notulen, als het een vergadering was." | "The minutes, if it was a meeting.";
    }
}

impl Event {
    /// Returns when it starts: the time in its own field, or else the one after the date.
    pub fn starts_at(&self) -> Option<TimeOfDay> {
        let in_field = self.start.as_ref().map(|start| start.value.0);
        in_field.or_else(|| self.date.as_ref().and_then(|date| date.time))
    }

    /// Returns when it ends: the time in its own field, or else the one after its last day.
    pub fn ends_at(&self) -> Option<TimeOfDay> {
        let in_field = self.end.as_ref().map(|end| end.value.0);
        in_field.or_else(|| self.end_date.as_ref().and_then(|date| date.time))
    }

    /// Whether it ends on another day than the one on which it starts.
    pub fn spans_days(&self) -> bool {
        let first = self.date.as_ref().map(|date| date.date);
        self.end_date.as_ref().is_some_and(|last| Some(last.date) != first)
    }

    /// Whether it repeats, by a rule or on extra days.
    pub fn is_recurring(&self) -> bool {
        self.repeats.is_some() || self.extra.is_some()
    }

    /// Returns the first day on which it may take place, if given.
    pub fn first_allowed(&self) -> Option<Date> {
        self.date.as_ref().or(self.from.as_ref()).map(|day| day.date)
    }

    /// Returns the original day of a single event that was moved, with its time if given.
    pub fn moved_from(&self) -> Option<&Day> {
        let is_moved = self.current_status() == EventStatus::Moved && !self.is_recurring();
        self.previous_date.as_ref().filter(|_| is_moved).map(|day| &day.value)
    }

    /// Returns its status; it takes place unless the user says otherwise.
    pub fn current_status(&self) -> EventStatus {
        self.status.as_ref().map_or(EventStatus::Scheduled, |status| status.value.0)
    }
}
