//! The noodsteunpunt: where people find help when power, water or telephones fail. A page never promises more
//! than what is filled in here.

use crate::field::{
    Choice, Day, Line, Many, OpenWord, Reference, WholeNumber, choices, describe, vocabulary,
};
use crate::village::referred::ToOrganisation;

choices! {
    /// How official it is.
    pub enum EmergencyStatus {
        /// Part of the plans of the municipality and the safety region (veiligheidsregio).
        Official = "officieel" | "official";
        /// In the national pilot.
        Pilot = "proef" | "pilot";
        /// Not ready yet.
        Preparing = "in voorbereiding" | "in preparation" ("voorbereiding");
        /// Set up by the village itself.
        Own = "eigen initiatief" | "own initiative" ("particulier", "initiatief");
    }
}

vocabulary! {
    /// The emergencies in which it opens.
    pub list Emergency {
        "stroomuitval" | "power cut" ("stroomstoring");
        "telefoonstoring" | "telephone failure" ("telefonie-uitval", "telefoonuitval");
        "wateruitval" | "water failure";
        "evacuatie" | "evacuation";
        "extreem weer" | "extreme weather" ("noodweer", "storm", "hitte");
    }
}

vocabulary! {
    /// What it offers.
    pub list EmergencyFunction {
        "informatie" | "information";
        "hulpvraag melden" | "asking for help" ("hulp melden", "112 melden");
        "EHBO" | "first aid" ("eerste hulp");
        "noodstroom" | "emergency power" ("stroom");
        "drinkwater" | "drinking water" ("water");
        "warmte" | "warmth" ("verwarming");
        "verkoeling" | "a cool place" ("koelte");
        "maaltijd" | "a meal" ("eten");
        "toilet" | "toilet";
        "overnachting" | "a place to sleep" ("slapen");
        "telefoon opladen" | "charging telephones" ("opladen");
    }
}

describe! {
    /// The noodsteunpunt of a village.
    pub struct EmergencyPoint {
        required status / status: Choice<EmergencyStatus>,
            "Hoe officieel het is: officieel, proef, in voorbereiding of eigen initiatief."
            | "How official it is: official, pilot, in preparation or own initiative.";
        optional organiser / organisator: Reference<ToOrganisation>,
            "Wie het noodsteunpunt verzorgt." | "Who runs the noodsteunpunt.";
        optional safety_region / veiligheidsregio: Line,
            "De veiligheidsregio." | "The safety region (veiligheidsregio).";
        optional opens_at / opent_bij ("open_bij"): Many<OpenWord<Emergency>>,
            "Bij welke noodsituaties het opengaat." | "In which emergencies it opens.";
        optional within_hours / binnen_uren ("binnen"): WholeNumber<0, 72>,
            "Binnen hoeveel uur het open is." | "Within how many hours it opens.";
        optional functions / functies ("biedt", "aanbod"): Many<OpenWord<EmergencyFunction>>,
            "Wat er wel is." | "What it offers.";
        optional not_offered / niet_aanwezig ("niet"): Many<OpenWord<EmergencyFunction>>,
            "Wat er uitdrukkelijk niet is." | "What it explicitly does not offer.";
        optional staffing / bemensing ("bezetting"): Line,
            "Wie er dan zijn." | "Who will be there.";
        optional bring / meenemen: Many<Line>,
            "Wat bezoekers zelf meebrengen." | "What visitors should bring themselves.";
        optional checked_on / gecontroleerd_op ("gecontroleerd"): Day,
            "Wanneer deze gegevens het laatst zijn nagekeken." | "When these facts were last checked.";
        optional source / bron: Line,
            "Waar deze gegevens vandaan komen." | "Where these facts come from.";
        optional notes / toelichting: Line,
            "Wat mensen verder moeten weten." | "What else people should know.";
    }
}
