//! Documents: what a file in `documents/` is, as described by its name or by the `.yaml` beside it.

use super::followed::EntryId;
use super::referred::ToOrganisation;
use crate::field::{Choice, Day, Line, OpenWord, Reference, choices, describe, vocabulary};
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
    /// Whether a document is a draft or final.
    pub enum DocumentStatus {
        /// It may still change.
        Draft = "concept" | "draft" ("voorlopig", "provisional");
        /// It is final.
        Adopted = "vastgesteld" | "adopted" ("definitief", "final", "approved", "goedgekeurd");
    }
}

describe! {
    /// The fields of the `.yaml` beside a document.
    pub struct DocumentFields {
        optional title / titel ("naam", "name"): Line,
            "Hoe het document heet." | "What the document is called.";
        optional kind / soort ("type"): OpenWord<DocumentKind>,
            "Wat het is: agenda, notulen, begroting, jaarverslag, statuten." | "What it is: agenda, minutes, budget, annual report, statutes.";
        optional date / datum ("dag", "day", "van"): Day,
            "Van welke dag het is; bij notulen de dag van de vergadering." | "The date of the document; for minutes, the day of the meeting.";
        optional organisation / organisatie ("vereniging", "organiser", "van_wie"): Reference<ToOrganisation>,
            "Van welke organisatie het is." | "The organisation it belongs to.";
        optional status / status ("stand"): Choice<DocumentStatus>,
            "Of het een concept is, of vastgesteld." | "Whether it is a draft or adopted.";
        optional summary / samenvatting ("omschrijving", "description"): Line,
            "Eén of twee zinnen voor in de lijst." | "One or two sentences for the list.";
    }
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Only the year; the day is its first.
    Year,
    /// The year and month; the day is the first of that month.
    Month,
    /// The exact day.
    Day,
}

/// A file in `documents/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The index of its file among the files of the village.
    pub file: usize,
    /// What it is called.
    pub title: String,
    /// Its date, and how precisely that is known.
    pub date: Option<(Date, Precision)>,
    /// What kind of document it is.
    pub kind: Option<OpenWord<DocumentKind>>,
    /// The organisation it belongs to.
    pub organisation: Option<EntryId>,
    /// Whether it is a draft or final.
    pub status: Option<DocumentStatus>,
    /// A one-sentence summary.
    pub summary: Option<String>,
    /// The words of its name that distinguish it from others of its kind.
    pub(super) rest: String,
}

impl Document {
    /// Returns its date, or the first day of its year or month when no more is known.
    pub fn day(&self) -> Option<Date> {
        self.date.map(|(day, _)| day)
    }

    /// Whether it is of the built-in kind with this Dutch name.
    pub fn is_of_kind(&self, word: &str) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.id() == word)
    }
}
