//! The words that people put before a colon, used to tell a line that lost its colon from the rest of a
//! sentence. What a field *is*, its kind says; `tests/suite/house/colons.rs` checks that all are listed here.

use crate::ground::{closest, fold};

/// Fields with one value.
const SINGLE: &str = "title titel name naam date datum dag wanneer start begin aanvang tijd end einde eindtijd end_date \
    einddatum venue locatie plaats waar organiser organisator organisation organisatie kind soort type cost \
    kosten prijs entree summary samenvatting omschrijving beschrijving description image afbeelding foto \
    photo text tekst status slug draft concept publish_from publiceren_vanaf publish_until publiceren_tot \
    address adres street straat postcode place location coordinaten contact email phone telefoon website link \
    author auteur modified gewijzigd manager beheerder directions route emergency_point noodsteunpunt \
    accessibility toegankelijkheid opening_hours openingstijden signup aanmelden minutes notulen area \
    oppervlakte legal_form rechtsvorm kvk rsin anbi founded opgericht from vanaf until tot times aantal event \
    activiteit notice mededeling base_url webadres language taal colour kleur crest wapen welcome welkom \
    tagline ondertitel municipality gemeente province provincie time_zone tijdzone school_region \
    vakantieregio safety_region veiligheidsregio theme thema host settings instellingen role rol capacity \
    capaciteit file bestand folder map alt caption bijschrift credit fotograaf duration duur previous_date eerst_op";

/// Fields that take several values.
const SEVERAL: &str = "repeats herhaling except behalve extra changes wijzigingen room zaal rooms zalen audience doelgroep \
    attachments bijlagen documents documenten subjects onderwerpen facilities voorzieningen house_rules \
    huisregels other_times andere_tijden rates tarieven board bestuur aliases voorheen gone vervallen \
    navigation navigatie other_languages andere_talen sources bronnen bring meenemen photos fotos \
    meant_public bewust_openbaar functions functies opens_at opent_bij not_offered niet_aanwezig";

/// Fields that are also very common words in sentences. They count as fields only with a sign after them.
const SENTENCE_WORDS: &[&str] =
    &["en", "of", "and", "or", "from", "until", "tot", "extra", "times", "gone", "host", "type"];

/// Fields that hold sentences.
const PROSE: &str = "summary samenvatting omschrijving beschrijving description text tekst welcome welkom notice mededeling \
    notes toelichting directions route alt caption bijschrift";

/// Whether a word is a field, or nearly one.
pub(super) fn is_field(word: &str) -> bool {
    closest(word, SINGLE.split(' ').chain(SEVERAL.split(' '))).is_some()
}

/// Whether a word begins a line that lacks only its colon.
pub(super) fn begins_field(word: &str) -> bool {
    /// In letters. Many short words of a sentence are near the name of a field, as `vol` is near `rol`.
    const SHORT: usize = 4;
    let lower = word.to_lowercase();
    let is_exact = || SINGLE.split(' ').chain(SEVERAL.split(' ')).any(|field| field == lower);
    let is_field = if word.len() > SHORT { is_field(word) } else { is_exact() };
    is_field && !SENTENCE_WORDS.contains(&lower.as_str())
}

/// Whether a field takes the address of a person, a page or a photo, so that a link there can be read.
pub(super) fn takes_link(word: &str) -> bool {
    const ADDRESSES: [&str; 14] = [
        "contact",
        "website",
        "site",
        "link",
        "url",
        "email",
        "e mail",
        "mail",
        "afbeelding",
        "foto",
        "image",
        "photo",
        "bestand",
        "file",
    ];
    ADDRESSES.contains(&fold(word).as_str())
}

/// Whether a word is the field that names an item of a list.
pub(super) fn is_name(word: &str) -> bool {
    matches!(fold(word).as_str(), "naam" | "name" | "titel" | "title")
}

/// Whether a field holds sentences, so that a colon below it may be part of them.
pub(super) fn is_prose(word: &str) -> bool {
    let word = fold(word);
    PROSE.split(' ').any(|known| fold(known) == word)
}

/// Whether a field takes only one value, so that a dash does not start a list.
pub(super) fn is_single_value_field(word: &str) -> bool {
    let word = fold(word);
    let is_in = |list: &str| list.split(' ').any(|known| fold(known) == word);
    is_in(SINGLE) && !is_in(SEVERAL)
}
