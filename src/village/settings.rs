//! `site.yaml`: what the village is called, what its site looks like, and what is in the menu.

use super::hosting::Host;
use super::parts::Contact;
use super::portal::{RegionSource, SiteKind};
use super::referred::ToOrganisation;
use super::school_holidays::SchoolRegion;
use crate::field::{
    AliasAddress, At, Choice, Colour, Day, Fact, Field, FieldReader, FieldValue, Free, Line, Many, Markdown,
    Picture, Reference, Shape, Web, WholeNumber, choices, describe, messages,
};
use crate::ground::{Address, Code, Diagnostic, Language, Locale, TimeZone, both, closest, dutch_zone};
use crate::read::Node;

choices! {
    /// The language that the pages of a site are written in.
    pub enum SiteLanguage {
        /// Dutch.
        Dutch = "nl" | "nl" ("nederlands", "dutch");
        /// West Frisian.
        Frisian = "fy" | "fy" ("fries", "frysk", "frisian");
        /// Low Saxon.
        LowSaxon = "nds" | "nds" ("nedersaksisch", "drents", "gronings", "twents", "low saxon");
        /// English.
        English = "en" | "en" ("engels", "english");
        /// German.
        German = "de" | "de" ("duits", "deutsch", "german");
    }
}

impl From<SiteLanguage> for Language {
    fn from(language: SiteLanguage) -> Self {
        match language {
            SiteLanguage::Dutch => Self::Dutch,
            SiteLanguage::Frisian => Self::Frisian,
            SiteLanguage::LowSaxon => Self::LowSaxon,
            SiteLanguage::English => Self::English,
            SiteLanguage::German => Self::German,
        }
    }
}

choices! {
    /// The twelve provinces.
    pub enum Province {
        /// Drenthe.
        Drenthe = "Drenthe" | "Drenthe";
        /// Flevoland.
        Flevoland = "Flevoland" | "Flevoland";
        /// Friesland.
        Friesland = "Friesland" | "Friesland" ("Fryslân");
        /// Gelderland.
        Gelderland = "Gelderland" | "Gelderland";
        /// Groningen.
        Groningen = "Groningen" | "Groningen";
        /// Limburg.
        Limburg = "Limburg" | "Limburg";
        /// Noord-Brabant.
        NoordBrabant = "Noord-Brabant" | "North Brabant" ("Brabant");
        /// Noord-Holland.
        NoordHolland = "Noord-Holland" | "North Holland";
        /// Overijssel.
        Overijssel = "Overijssel" | "Overijssel";
        /// Utrecht.
        Utrecht = "Utrecht" | "Utrecht";
        /// Zeeland.
        Zeeland = "Zeeland" | "Zeeland";
        /// Zuid-Holland.
        ZuidHolland = "Zuid-Holland" | "South Holland";
    }
}

describe! {
    /// The settings of a site.
    pub struct Settings {
        required name / naam ("titel", "title", "dorp", "village"): Line,
            "Hoe het dorp heet." | "What the village is called.";
        optional tagline / ondertitel ("motto", "subtitle"): Line,
            "Een paar woorden onder de naam." | "A few words below the name.";
        optional description / omschrijving ("beschrijving", "samenvatting"): Line,
            "Eén zin over het dorp, voor zoekmachines." | "One sentence about the village, for search engines.";
        optional language / taal: Choice<SiteLanguage>,
            "De taal van de site: nl, fy, nds, en of de." | "The language of the site: nl, fy, nds, en or de.";
        optional other_languages / andere_talen ("ook_in", "also_in", "talen", "languages"): Many<Choice<SiteLanguage>>,
            "In welke talen de site er ook is; een vertaling heet koffie.de.md en staat naast koffie.md."
            | "The other languages of the site; a translation is called koffie.de.md and goes next to koffie.md.";
        optional base_url / webadres ("adres", "url", "site_url", "domein", "domain", "address"): Web,
            "Waar de site te vinden is, met https://." | "The web address of the site, with https://.";
        optional host / host ("hosting", "hostingprovider", "provider"): Choice<Host>,
            "Waar de site wordt neergezet: github, gitlab, codeberg, cloudflare, netlify, neocities of map."
            | "Where the site is hosted: github, gitlab, codeberg, cloudflare, netlify, neocities or folder.";
        optional rebuilt_every / bijgewerkt_elke ("dagen_vers", "ververst_elke", "updated_every"): WholeNumber<1, 366>,
            "Om de hoeveel dagen de site vanzelf opnieuw wordt gemaakt; is de site ouder, dan zegt elke pagina hoe oud."
            | "After how many days the site is rebuilt automatically; if it is older than that, every page says how old it is.";
        optional gone / vervallen ("vervallen_adressen", "gone_addresses", "verwijderd", "removed"): Many<AliasAddress>,
            "Adressen die er met opzet niet meer zijn, met alles wat eronder stond; dan waarschuwt Dorpsplein er niet voor."
            | "Addresses that were removed on purpose, with everything below them; Dorpsplein does not warn about these.";
        optional time_zone / tijdzone ("timezone"): ZoneName,
            "De tijdzone; anders Europe/Amsterdam." | "The time zone; Europe/Amsterdam if left out.";
        optional colour / kleur ("color", "accentkleur"): Colour,
            "De kleur van het dorp, zoals \"#1a7f5a\" of groen." | "The colour of the village, such as \"#1a7f5a\" or green.";
        optional theme / thema ("design", "vormgeving"): ThemeChoice,
            "Het thema: hoe de site eruitziet, met de instellingen ervan."
            | "The theme: what the site looks like, with its settings.";
        optional crest / wapen ("logo"): Picture,
            "Het dorpswapen of logo, uit media." | "The crest or logo, from media.";
        optional image / afbeelding ("foto", "photo"): Picture,
            "De grote foto op de voorpagina, uit media." | "The large photo on the home page, from media.";
        optional navigation / navigatie ("menu"): Many<MenuItem>,
            "Wat er in het menu staat; anders maakt Dorpsplein het zelf." | "What is in the menu; if left out, Dorpsplein makes it.";
        optional organisation / organisatie ("dorpsraad", "uitgever", "publisher"): Reference<ToOrganisation>,
            "De organisatie van wie deze site is." | "The organisation this site belongs to.";
        optional contact / contact: Contact,
            "Hoe je de makers van de site bereikt." | "How to reach the people who make the site.";
        optional municipality / gemeente: Line,
            "De gemeente." | "The municipality.";
        optional province / provincie: Choice<Province>,
            "De provincie." | "The province.";
        optional school_region / vakantieregio ("schoolregio", "regio"): Choice<SchoolRegion>,
            "De regio van de schoolvakanties: noord, midden of zuid." | "The region for the school holidays: north, middle or south.";
        optional notice / mededeling ("melding"): Notice,
            "Een dringende mededeling bovenaan elke pagina, met een einddatum." | "An urgent notice at the top of every page, with an end date.";
        optional meant_public / bewust_openbaar ("private_meant"): Many<Line>,
            "Wat privé lijkt en met opzet op de site staat, zoals een mobiel nummer of een bankrekening."
            | "What looks private but is on the site on purpose, such as a mobile number or a bank account.";
        optional kind / soort: Choice<SiteKind>,
            "Wat voor site het is: van een dorp, of een portaal van veel dorpen." | "What kind of site it is: a village, or a portal for many villages.";
        optional sources / bronnen ("dorpen", "villages"): Many<RegionSource>,
            "Voor een portaal: waar de dorpen staan, met hun webadres, of een map of bestand met veel dorpen."
            | "For a portal: where the villages are, as web addresses, or as a folder or file with many villages.";
        optional welcome / welkom ("welkomsttekst"): Markdown,
            "Een korte tekst op de voorpagina." | "A short text on the home page.";
    }
}

describe! {
    /// An item in the menu.
    pub struct MenuItem short only_target = "agenda" {
        optional title / titel ("naam", "name", "tekst", "label"): Line,
            "De woorden in het menu." | "The words in the menu.";
        required to / naar ("pagina", "page", "link", "url", "adres"): Line,
            "Waar het heen gaat: een pagina, /agenda/ of een webadres." | "Where it leads: a page, /events/ or a web address.";
    }
}

fn only_target(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<MenuItem> {
    let place = reader.place(node.span);
    // `- agenda, nieuws` is already a list item.
    if line.contains(',') && !place.excerpt.trim_start().starts_with('-') {
        reader.report(messages::list_expected(place, line, None));
        return None;
    }
    let value = Line::take(node, reader)?;
    Some(MenuItem { to: Some(At { value, span: node.span }), title: None })
}

describe! {
    /// An urgent notice.
    pub struct Notice short only_text = "De brug is dicht" {
        required text / tekst ("bericht"): Line,
            "De mededeling zelf, in één of twee zinnen." | "The notice itself, in one or two sentences.";
        optional until / tot ("tot_en_met", "einddatum"): Day,
            "Tot en met welke dag de mededeling er staat." | "The last day on which the notice is shown.";
        optional from / vanaf: Day,
            "Vanaf welke dag de mededeling er staat." | "The first day on which the notice is shown.";
        optional link / link ("naar", "to"): Line,
            "Een pagina met meer informatie: een bestand, een adres als /nieuws/, of een webadres."
            | "A page with more information: a file, an address such as /news/, or a web address.";
    }
}

fn only_text(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<Notice> {
    let value = Line::take(node, reader)?;
    Some(Notice { text: Some(At { value, span: node.span }), ..Notice::default() })
}

describe! {
    /// The theme of a site.
    pub struct ThemeChoice short only_name = "overijssel" {
        optional name / naam ("thema", "theme"): Line,
            "Hoe het thema heet; anders het standaardthema." | "What the theme is called; if left out, the standard theme.";
        optional version / versie: Line,
            "Welke versie ervan; Dorpsplein schrijft dit zelf." | "Which version of it; Dorpsplein fills this in itself.";
        optional hash / controlegetal ("vingerafdruk", "checksum"): Line,
            "Waaraan het pakket te herkennen is; Dorpsplein schrijft dit zelf."
            | "The checksum of the package; Dorpsplein fills this in itself.";
        optional settings / instellingen ("opties", "options"): Free,
            "De instellingen die het thema zelf heeft." | "The theme's own settings.";
    }
}

fn only_name(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<ThemeChoice> {
    let value = Line::take(node, reader)?;
    Some(ThemeChoice { name: Some(At { value, span: node.span }), ..ThemeChoice::default() })
}

/// A time zone from the IANA database.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneName {
    /// Its name.
    pub name: String,
    /// Its rules.
    pub zone: TimeZone,
}

impl FieldValue for ZoneName {
    const SHAPE: Shape = Shape::TimeZone;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let name = reader.line(node)?;
        match TimeZone::get(name) {
            Ok(zone) => Some(Self { name: zone.iana_name().unwrap_or(name).to_owned(), zone }),
            Err(_) => {
                let known = ["Europe/Amsterdam", "Europe/Brussels", "Europe/Berlin", "Europe/London", "UTC"];
                let remark = Diagnostic::new(
                    Code::UnknownTimeZone,
                    reader.place(node.span),
                    both(
                        format!("de tijdzone '{name}' bestaat niet"),
                        format!("there is no time zone '{name}'"),
                    ),
                );
                let near = closest(name, known).unwrap_or("Europe/Amsterdam");
                reader.report(remark.suggest(Some(near)));
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words(&self.name)
    }
}

impl Settings {
    /// Returns the language of the pages; Dutch by default.
    pub fn page_language(&self) -> Language {
        self.language.as_ref().map_or(Language::Dutch, |language| language.value.0.into())
    }

    /// Returns the other languages of the site, each once.
    pub fn other_languages(&self) -> Vec<Language> {
        let mut others: Vec<Language> = Vec::new();
        for language in self.other_languages.iter().flat_map(|list| list.iter()) {
            let language = Language::from(language.value.0);
            if language != self.page_language() && !others.contains(&language) {
                others.push(language);
            }
        }
        others
    }

    /// Returns the language of addresses, and of messages that are not about a particular file.
    pub fn locale(&self) -> Locale {
        self.page_language().locale()
    }

    /// Returns the host of the site, if given.
    pub fn host(&self) -> Option<Host> {
        self.host.as_ref().map(|host| host.value.0)
    }

    /// Returns how many days old the site may be before its pages say so.
    pub fn days_between_builds(&self) -> i64 {
        let by_host = self.host().unwrap_or(Host::Folder).facts().days_between_builds;
        self.rebuilt_every.as_ref().map_or(by_host, |days| days.value.0)
    }

    /// Whether an address was removed on purpose.
    pub fn is_gone(&self, address: &Address) -> bool {
        let mut gone = self.gone.iter().flat_map(|list| list.iter());
        gone.any(|gone| match &gone.value {
            AliasAddress::Slug(slug) => address.is_at_or_below(&Address::page([slug])),
            AliasAddress::Path(parts) => address.is_at_or_below(&Address::page(parts)),
        })
    }

    /// Returns the time zone of the village.
    pub fn zone(&self) -> TimeZone {
        let given = self.time_zone.as_ref().map(|zone| zone.zone.clone());
        given.unwrap_or_else(dutch_zone)
    }

    /// Returns the region for the school holidays, if given.
    pub fn region(&self) -> Option<SchoolRegion> {
        self.school_region.as_ref().map(|region| region.value.0)
    }

    /// Whether it is a portal: a site of many villages.
    pub fn is_portal(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.value.0 == SiteKind::Portal)
    }

    /// Returns the sources of a portal; a village has none.
    pub fn sources_of_portal(&self) -> impl Iterator<Item = &At<RegionSource>> {
        self.sources.iter().filter(|_| self.is_portal()).flat_map(|sources| sources.iter())
    }

    /// Returns the addresses and paths of those sources, as written.
    pub fn addresses_of_sources(&self) -> impl Iterator<Item = &At<Line>> {
        self.sources_of_portal().filter_map(|source| source.value.address.as_ref())
    }

    /// Returns the name of the village.
    pub fn village_name(&self) -> &str {
        self.name.as_ref().map_or("", |name| name.as_str())
    }

    /// Returns the web address of the site, if given.
    pub fn web_address(&self) -> Option<&str> {
        let web: &Field<Web> = &self.base_url;
        web.as_ref().map(|web| web.value.0.as_str())
    }
}
