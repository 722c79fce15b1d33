//! News from the village council (dorpsraad) and others.

use super::content::Content;
use crate::field::{Day, Field, KindInfo, Line, Many, OpenWord, Reference, describe, vocabulary};
use crate::ground::Pair;
use crate::village::parts::Attachment;
use crate::village::referred::{ToEvent, ToOrganisation, ToVenue};

vocabulary! {
    /// What a news item is about.
    pub list Subject {
        "dorpsraad" | "village council";
        "zorg" | "care";
        "verkeer" | "traffic";
        "natuur" | "nature";
        "wonen" | "housing";
        "energie" | "energy";
        "jeugd" | "youth";
        "cultuur" | "culture";
        "sport" | "sports";
        "veiligheid" | "safety";
        "vrijwilligers" | "volunteers";
    }
}

describe! {
    /// A news item.
    pub struct News {
        required title / titel ("naam", "name", "kop"): Line,
            "De kop van het bericht." | "The headline.";
        required date / datum ("dag", "day"): Day,
            "De dag van het bericht." | "The date of the news item.";
        optional author / auteur ("schrijver", "door"): Line,
            "Wie het schreef." | "Who wrote it.";
        optional subjects / onderwerpen ("onderwerp", "tags", "trefwoorden", "labels", "categorie", "subject"): Many<OpenWord<Subject>>,
            "Waar het over gaat." | "What it is about.";
        optional event / activiteit ("agenda"): Reference<ToEvent>,
            "De activiteit waar het bij hoort." | "The event it belongs to.";
        optional organisation / organisatie: Reference<ToOrganisation>,
            "De organisatie waar het over gaat." | "The organisation it is about.";
        optional venue / locatie: Reference<ToVenue>,
            "De locatie waar het over gaat." | "The venue it is about.";
        optional attachments / bijlagen ("documenten"): Many<Attachment>,
            "Documenten die erbij horen." | "Documents that belong to it.";
    }
}

impl Content for News {
    const INFO: &'static KindInfo = &KindInfo {
        id: "news",
        folder: Pair::new("nieuws", "news"),
        one: Pair::new("het bericht", "the news item"),
        many: Pair::new("berichten", "news items"),
        address: Pair::new("nieuws", "news"),
    };

    fn name(&self) -> &Field<Line> {
        &self.title
    }

    fn attachments(&self) -> Option<&Many<Attachment>> {
        self.attachments.as_ref().map(|list| &list.value)
    }
}
