//! Documents: what a file in `documents/` is, of whom and from when, by its name or by what is told beside it.

use super::followed::EntryId;
use super::referred::ToOrganisation;
use crate::field::{Choice, Day, Line, Open, Reference, choices, describe, vocabulary};
use crate::ground::Date;

vocabulary! {
    /// What kind of document it is.
    pub list DocumentKind {
        "agenda" | "agenda";
        "notulen" | "minutes" ("verslag vergadering");
        "besluitenlijst" | "decisions" ("besluiten", "decision list");
        "actielijst" | "action list" ("actiepunten", "actions");
        "dorpsvisie" | "village vision" ("visie", "vision");
        "jaarverslag" | "annual report";
        "begroting" | "budget";
        "jaarrekening" | "accounts" ("annual accounts");
        "statuten" | "statutes";
        "huishoudelijk reglement" | "bylaws" ("hr");
        "beleidsplan" | "policy plan";
        "dorpskrant" | "village paper" ("dorpsblad", "village newspaper");
    }
}

choices! {
    /// How far a document is.
    pub enum DocumentStatus {
        /// It may still change.
        Draft = "concept" | "draft" ("voorlopig", "provisional");
        /// It is as it will stay.
        Adopted = "vastgesteld" | "adopted" ("definitief", "final", "approved", "goedgekeurd");
    }
}

describe! {
    /// What is told of a document in the `.yaml` beside it.
    pub struct DocumentFields {
        optional title / titel ("naam", "name"): Line,
            "Hoe het document heet." | "What the document is called.";
        optional kind / soort ("type"): Open<DocumentKind>,
            "Wat het is: agenda, notulen, begroting, jaarverslag, statuten." | "What it is: agenda, minutes, budget, annual report, statutes.";
        optional date / datum ("dag", "day", "van"): Day,
            "Van welke dag het is; bij notulen de dag van de vergadering." | "From which day it is; of minutes the day of the meeting.";
        optional organisation / organisatie ("vereniging", "organiser", "van_wie"): Reference<ToOrganisation>,
            "Van welke organisatie het is." | "Of which organisation it is.";
        optional status / status ("stand"): Choice<DocumentStatus>,
            "Of het een concept is, of vastgesteld." | "Whether it is a draft, or adopted.";
        optional summary / samenvatting ("omschrijving", "description"): Line,
            "Eén of twee zinnen voor in de lijst." | "One or two sentences for the list.";
    }
}

/// How much of a day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// The year; the day is its first.
    Year,
    /// The month; the day is its first.
    Month,
    /// The day.
    Day,
}

/// A file in `documents/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its number among the files of the village.
    pub file: usize,
    /// What it is called.
    pub title: String,
    /// From when it is.
    pub date: Option<(Date, Precision)>,
    /// What kind of document it is.
    pub kind: Option<Open<DocumentKind>>,
    /// Of which organisation it is.
    pub organisation: Option<EntryId>,
    /// How far it is.
    pub status: Option<DocumentStatus>,
    /// What it is about, in a sentence.
    pub summary: Option<String>,
    /// The words of its name that tell it from others of its kind.
    pub(super) rest: String,
}

impl Document {
    /// The day from which it is, or the first of the year or month that is known.
    pub fn day(&self) -> Option<Date> {
        self.date.map(|(day, _)| day)
    }

    /// Whether it is of the known kind with this Dutch word.
    pub fn is_of_kind(&self, word: &str) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.id() == word)
    }
}
