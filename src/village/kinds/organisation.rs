//! Organisations: the village council (dorpsraad), clubs, cooperatives. Their legal form is a separate field.

use super::content::Content;
use crate::field::{
    Choice, Digits, Field, KindInfo, Line, Many, OpenWord, Reference, Referenceable, Web, YesNo, choices,
    describe, vocabulary,
};
use crate::village::parts::{Attachment, BoardMember, Contact, PlaceAddress};
use crate::village::referred::{ToOrganisation, ToVenue};

vocabulary! {
    /// What kind of organisation it is.
    pub list OrganisationKind {
        "dorpsraad" | "village council";
        "dorpsbelang" | "village association" ("dorpsbelangen", "plaatselijk belang");
        "wijkplatform" | "neighbourhood platform";
        "dorpsoverleg" | "village meeting" ("kernraad");
        "dorpscoöperatie" | "village cooperative";
        "zorgcoöperatie" | "care cooperative";
        "energiecoöperatie" | "energy cooperative";
        "vitaliteitscoöperatie" | "vitality cooperative";
        "oranjevereniging" | "Orange association";
        "sportvereniging" | "sports club" ("sport", "sports");
        "muziekvereniging" | "music society" ("muziek", "music", "koor", "fanfare");
        "toneelvereniging" | "theatre group" ("toneel", "theatre");
        "ouderenbond" | "senior citizens' association" ("ouderen");
        "ijsvereniging" | "skating club" ("ijsclub");
        "historische vereniging" | "historical society";
        "kerk" | "church";
        "school" | "school";
        "ondernemers" | "business association" ("ondernemersvereniging");
        "AED-werkgroep" | "AED group";
        "buurtpreventie" | "neighbourhood watch";
        "stichting dorpshuis" | "village hall foundation" ("dorpshuis");
        "werkgroep" | "working group";
    }
}

choices! {
    /// The legal form.
    pub enum LegalForm {
        /// An association with members.
        Association = "vereniging" | "association" ("ver.");
        /// A foundation.
        Foundation = "stichting" | "foundation";
        /// A cooperative.
        Cooperative = "coöperatie" | "cooperative";
        /// A private company.
        Company = "bv" | "private company" ("besloten vennootschap", "b.v.");
        /// A church community with legal personality.
        Church = "kerkgenootschap" | "church community";
        /// None: people who organise something together.
        Informal = "informeel" | "informal" ("geen", "none", "werkgroep");
        /// Part of the government.
        Government = "overheid" | "government" ("gemeente");
    }
}

describe! {
    /// An organisation in the village.
    pub struct Organisation {
        required name / naam ("titel", "title"): Line,
            "Hoe de organisatie heet." | "What the organisation is called.";
        optional kind / soort: OpenWord<OrganisationKind>,
            "Wat voor organisatie het is: dorpsraad, sportvereniging, koor." | "What kind of organisation it is: village council, sports club, choir.";
        optional legal_form / rechtsvorm: Choice<LegalForm>,
            "De rechtsvorm: vereniging, stichting, coöperatie, bv, informeel of overheid."
            | "The legal form: association, foundation, cooperative, private company, informal or government.";
        optional kvk / kvk ("kvk_nummer"): Digits<8>,
            "Het nummer bij de Kamer van Koophandel, acht cijfers." | "The Chamber of Commerce (KvK) number, eight digits.";
        optional rsin / rsin: Digits<9>,
            "Het RSIN, negen cijfers." | "The RSIN, nine digits.";
        optional anbi / anbi: YesNo,
            "Of de organisatie een ANBI is." | "Whether the organisation has ANBI status.";
        optional founded / opgericht ("sinds"): Line,
            "Sinds wanneer de organisatie bestaat." | "When the organisation was founded.";
        optional board / bestuur: Many<BoardMember>,
            "Wie er in het bestuur zitten, en als wat." | "Who is on the board, and in what role.";
        optional contact / contact: Contact,
            "Hoe je de organisatie bereikt." | "How to reach the organisation.";
        optional website / website: Web,
            "De eigen website." | "The organisation's own website.";
        optional address / adres ("postadres"): PlaceAddress,
            "Het adres." | "The address.";
        optional venue / locatie ("thuisbasis"): Reference<ToVenue>,
            "De locatie waar de organisatie thuis is." | "The venue where the organisation is based.";
        optional documents / documenten ("stukken"): Many<Attachment>,
            "Statuten, jaarverslagen, notulen." | "Statutes, annual reports, minutes.";
    }
}

impl Content for Organisation {
    const INFO: &'static KindInfo = <ToOrganisation as Referenceable>::INFO;

    fn name(&self) -> &Field<Line> {
        &self.name
    }

    fn attachments(&self) -> Option<&Many<Attachment>> {
        self.documents.as_ref().map(|list| &list.value)
    }
}
