//! The fields shared by all kinds of entries.

use crate::field::{AliasAddress, Day, Line, Many, Markdown, Picture, SlugText, YesNo, describe};

describe! {
    /// The fields that any entry may have besides those of its own kind.
    pub struct Head {
        optional slug / slug ("id"): SlugText,
            "Het laatste stuk van het webadres; anders telt de naam van het bestand."
            | "The last part of the web address; if left out, it follows from the file name.";
        optional aliases / voorheen ("redirect_from", "oude_adressen"): Many<AliasAddress>,
            "Adressen die dit onderdeel eerder had; wie daar komt, wordt doorgestuurd."
            | "Earlier addresses of this entry; visitors are redirected from there.";
        optional summary / samenvatting ("omschrijving", "description", "intro", "inleiding"): Line,
            "Eén of twee zinnen voor in lijsten." | "One or two sentences for lists.";
        optional image / afbeelding ("foto", "photo", "picture"): Picture,
            "Een foto uit media, met wat erop te zien is." | "A photo from media, with a description of what is in it.";
        optional text / tekst ("body", "inhoud"): Markdown,
            "De tekst zelf, als het bestand geen ruimte onder de streepjes heeft (.yaml)."
            | "The text itself, if the file has no text below the dashes (.yaml).";
        optional publish_from / publiceren_vanaf ("vanaf_wanneer_zichtbaar"): Day,
            "Vanaf welke dag dit op de site staat." | "The first day on which this is on the site.";
        optional publish_until / publiceren_tot ("zichtbaar_tot"): Day,
            "Tot en met welke dag dit op de site staat." | "The last day on which this is on the site.";
        optional draft / concept: YesNo,
            "Ja zolang het nog niet op de site mag." | "Yes, as long as it should not be on the site.";
        optional meant_public / bewust_openbaar ("private_meant"): Many<Line>,
            "Wat privé lijkt en hier met opzet staat, zoals een mobiel nummer." | "What looks private but is here on purpose, such as a mobile number.";
        optional modified / gewijzigd ("updated", "bijgewerkt", "lastmod"): Day,
            "Wanneer dit voor het laatst is gewijzigd." | "When this was last changed.";
    }
}
