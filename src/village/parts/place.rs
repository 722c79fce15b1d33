//! Places: their address, coordinates, rooms, accessibility and facilities.

use crate::field::{
    At, Choice, Decimal, FieldReader, FieldValue, Line, Many, Postcode, Price, WholeNumber, bad_postcode,
    choices, describe, lines_as_written, nearly_postcode, reports_no_answer, vocabulary,
};
use crate::ground::{Code, Diagnostic, Place, both, typeset};
use crate::read::{Node, Span};

describe! {
    /// A postal address.
    pub struct PlaceAddress short address_from_line = "Dorpsstraat 1, 7948 AB Nijeveen" {
        optional street / straat ("straatnaam"): Line,
            "Straat en huisnummer." | "Street and number.";
        optional postcode / postcode ("postal_code", "zip"): Postcode,
            "Vier cijfers en twee letters." | "Four digits and two letters.";
        optional place / plaats ("woonplaats", "city", "town"): Line,
            "De plaatsnaam." | "The town or village.";
        optional directions / route ("bereikbaarheid", "routebeschrijving"): Line,
            "Hoe je er komt, in één zin." | "How to get there, in one sentence.";
    }
}

/// Reads `Dorpsstraat 1, 7948 AB Nijeveen`, on one line or on several: the street comes before the postcode,
/// the town after it.
fn address_from_line(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<PlaceAddress> {
    if reports_no_answer(line, node, reader) {
        return None;
    }
    let joined = lines_as_written(line, node, reader).map(|lines| lines.join(", "));
    let line = joined.as_deref().unwrap_or(line);
    let line_of =
        |value: String| (!value.is_empty()).then(|| At { value: Line(typeset(&value)), span: node.span });
    // The separators do not belong to the parts.
    let part_of = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        words.trim_matches(BETWEEN_PARTS).to_owned()
    };
    let words = words_with_place(line);
    for (index, (start, word)) in words.iter().enumerate() {
        let next = words.get(index + 1).filter(|_| word.len() == 4);
        let alone = Postcode::read(word).filter(|_| word.len() == 6).map(|code| (code, start + word.len()));
        let separated = || {
            let (next_start, next) = next?;
            Some((Postcode::read(&format!("{word} {next}"))?, next_start + next.len()))
        };
        let Some((postcode, end)) = alone.or_else(separated) else { continue };
        return Some(PlaceAddress {
            street: line_of(part_of(&line[..*start])),
            postcode: Some(At { value: postcode, span: node.span }),
            place: line_of(part_of(&line[end..])),
            directions: None,
        });
    }
    if let Some(wrong) = nearly_postcode(line).and_then(|wrong| line.get(wrong)) {
        let typed = reader.file().text.get(node.span.range()).unwrap_or_default();
        let start = typed.find(wrong).map(|at| node.span.start as usize + at);
        let span = start.map_or(node.span, |start| Span::new(start, start + wrong.len()));
        reader.report(bad_postcode(reader.place(span), wrong));
    }
    let (street, place) = street_and_place(line);
    Some(PlaceAddress {
        street: line_of(street.trim().to_owned()),
        place: line_of(place.trim().to_owned()),
        ..PlaceAddress::default()
    })
}

/// Returns the words of a line, each with where it begins.
fn words_with_place(line: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    let words = line.split([' ', ',']).map(|word| {
        let at = start;
        start += word.len() + 1;
        (at, word)
    });
    words.filter(|(_, word)| !word.is_empty()).collect()
}

/// Signs that people put between the parts of an address.
const BETWEEN_PARTS: [char; 8] = [' ', ',', ';', '-', '–', '|', '/', '•'];

/// Splits `Brink 4, Nijeveen` and `Brink 4 - Nijeveen`, but not `Brink 4 - 6`, which is all street.
fn street_and_place(line: &str) -> (&str, &str) {
    let is_place = |place: &str| place.trim().starts_with(char::is_alphabetic);
    let separated = |sign| line.rsplit_once(sign).filter(|(_, place)| sign == "," || is_place(place));
    [",", " - ", " – ", ";", "|", "•"].into_iter().find_map(separated).unwrap_or((line, ""))
}

impl PlaceAddress {
    /// Returns the address on one line: street, postcode and town.
    pub fn one_line(&self) -> String {
        let town = [
            self.postcode.as_ref().map(|code| code.as_str().to_owned()),
            self.place.as_ref().map(|place| place.as_str().to_owned()),
        ];
        let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let street = self.street.as_ref().map(|street| street.as_str().to_owned());
        street.into_iter().chain(Some(town)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

describe! {
    /// A location on the map.
    pub struct Coordinates short coordinates_from_line = "52.731, 6.168" {
        required lat / lat ("latitude", "breedtegraad", "breedte"): Decimal,
            "De breedtegraad, in Nederland tussen 50 en 54." | "The latitude, in the Netherlands between 50 and 54.";
        required lon / lon ("lng", "longitude", "lengtegraad", "lengte"): Decimal,
            "De lengtegraad, in Nederland tussen 3 en 8." | "The longitude, in the Netherlands between 3 and 8.";
    }
}

fn coordinates_from_line(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<Coordinates> {
    let numbers: Vec<f64> = line.split([',', ';', ' ']).filter_map(|part| part.trim().parse().ok()).collect();
    match numbers.as_slice() {
        [lat, lon] => {
            let decimal = |number| Some(At { value: Decimal(number), span: node.span });
            Some(Coordinates { lat: decimal(*lat), lon: decimal(*lon) })
        }
        _ => {
            reader.report(bad_coordinates(reader.place(node.span), line));
            None
        }
    }
}

fn bad_coordinates(place: Place, typed: &str) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadNumber,
        place,
        both(
            "hier horen twee getallen: de breedte- en de lengtegraad",
            "two numbers belong here: the latitude and the longitude",
        ),
    );
    match meant_pair(typed) {
        Some(pair) => remark.suggest(Some(&pair)),
        None => remark.hint(both(
            "klik op een kaart op internet met de rechtermuisknop op de plek, en neem de getallen over: 52.731, 6.168",
            "right-click the place in an online map, and copy the numbers: 52.731, 6.168",
        )),
    }
}

/// Returns the pair that was meant: `53,27 6,69` with points, or the pair in the address of an online map.
fn meant_pair(typed: &str) -> Option<String> {
    let number = |words: &str| {
        let is_number =
            words.contains('.') && words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        words.parse::<f64>().ok().filter(|_| is_number).map(|_| words.to_owned())
    };
    let numbers: Vec<String> = if typed.contains("://") || typed.starts_with("www.") {
        // The place itself follows `!3d` and `!4d`; what follows `@` is the centre of the map.
        let start = typed.find("!3d").or_else(|| typed.find('@')).or_else(|| typed.find("map=")).unwrap_or(0);
        typed[start..].split(['@', ',', '/', '!', '=', '&', 'd', ' ', '#']).filter_map(number).collect()
    } else {
        let words = typed.split([' ', ';']).map(|word| word.trim_end_matches(',').replace(',', "."));
        words.filter_map(|word| number(&word)).collect()
    };
    match numbers.as_slice() {
        [lat, lon, ..] if !lat.is_empty() => Some(format!("{lat}, {lon}")),
        _ => None,
    }
}

describe! {
    /// A room for hire.
    pub struct Room {
        required name / naam: Line,
            "Hoe de zaal heet." | "What the room is called.";
        optional area / oppervlakte ("m2"): WholeNumber<1, 100_000>,
            "Hoe groot de zaal is, in vierkante meters." | "How large the room is, in square metres.";
        optional capacity / capaciteit ("personen"): Capacity,
            "Hoeveel mensen erin passen." | "How many people fit in.";
        optional rates / tarieven ("huurprijs", "prijzen"): Many<Rate>,
            "Wat huren kost." | "What it costs to hire.";
        optional description / omschrijving: Line,
            "Waar de zaal geschikt voor is." | "What the room is suitable for.";
    }
}

describe! {
    /// How many people fit into a room.
    pub struct Capacity short one_number = "80" {
        optional theatre / theater ("stoelen", "seated", "zittend"): WholeNumber<1, 100_000>,
            "Op stoelen in rijen." | "On chairs in rows.";
        optional reception / borrel ("staand", "standing", "receptie"): WholeNumber<1, 100_000>,
            "Staand, bij een borrel." | "Standing, at a reception.";
        optional tables / tafels ("diner"): WholeNumber<1, 100_000>,
            "Aan tafels." | "At tables.";
    }
}

fn one_number(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<Capacity> {
    let value = WholeNumber::take(node, reader)?;
    Some(Capacity { theatre: Some(At { value, span: node.span }), ..Capacity::default() })
}

describe! {
    /// What hiring a room costs.
    pub struct Rate short only_price = "€ 25" {
        optional tenant / huurder ("voor", "for_whom", "soort"): Line,
            "Voor wie: verenigingen, particulieren, bedrijven." | "For whom: clubs, individuals, companies.";
        optional day_part / dagdeel ("per"): Line,
            "Voor hoelang: dagdeel, dag, uur." | "For how long: part of the day, day, hour.";
        required price / prijs ("tarief", "bedrag"): Price,
            "Wat het kost." | "What it costs.";
    }
}

fn only_price(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<Rate> {
    let value = Price::take(node, reader)?;
    Some(Rate { price: Some(At { value, span: node.span }), ..Rate::default() })
}

choices! {
    /// How far a place is accessible.
    pub enum Access {
        /// Everywhere.
        Yes = "ja" | "yes" ("helemaal", "volledig", "true", "fully");
        /// In part.
        Partly = "deels" | "partly" ("gedeeltelijk", "beperkt", "limited");
        /// Not at all.
        No = "nee" | "no" ("niet", "false");
    }
}

describe! {
    /// Whom a place is accessible to.
    pub struct Accessibility {
        optional wheelchair / rolstoel ("rolstoeltoegankelijk", "rolstoelvriendelijk"): Choice<Access>,
            "Of iemand in een rolstoel naar binnen kan: ja, deels of nee." | "Whether someone in a wheelchair can get in: yes, partly or no.";
        optional step_free / drempelvrij: Choice<Access>,
            "Of er geen drempels zijn." | "Whether it is step-free.";
        optional automatic_door / automatische_deur: Choice<Access>,
            "Of de deur vanzelf opengaat." | "Whether the door opens by itself.";
        optional lift / lift ("elevator"): Choice<Access>,
            "Of er een lift is." | "Whether there is a lift.";
        optional accessible_toilet / invalidentoilet ("toegankelijk_toilet", "mindervalidentoilet"): Choice<Access>,
            "Of er een toilet is waar een rolstoel in kan." | "Whether there is a toilet with room for a wheelchair.";
        optional accessible_parking / gehandicaptenparkeerplaats: Choice<Access>,
            "Of er een gehandicaptenparkeerplaats is." | "Whether there is a disabled parking space.";
        optional hearing_loop / ringleiding: Choice<Access>,
            "Of er een ringleiding voor hoortoestellen is." | "Whether there is a hearing loop.";
        optional low_stimulus / prikkelarm: Choice<Access>,
            "Of het er rustig is voor wie veel prikkels slecht verdraagt." | "Whether it is calm enough for people who are sensitive to noise and bustle.";
        optional assistance_dog / hulphond ("hulphond_welkom"): Choice<Access>,
            "Of een hulphond welkom is." | "Whether assistance dogs are welcome.";
        optional changing_table / verschoontafel: Choice<Access>,
            "Of er een verschoontafel is." | "Whether there is a changing table.";
        optional notes / toelichting: Line,
            "Wat een bezoeker verder moet weten." | "What else a visitor should know.";
    }
}

vocabulary! {
    /// What a place offers.
    pub list Facility {
        "keuken" | "kitchen";
        "bar" | "bar";
        "podium" | "stage";
        "beamer" | "projector" ("projectie");
        "geluidsinstallatie" | "sound system" ("geluid", "sound");
        "wifi" | "wifi" ("internet", "draadloos internet");
        "parkeren" | "parking" ("parkeerplaats", "parkeerplaatsen");
        "fietsenstalling" | "bicycle stands" ("fietsenrek");
        "laadpaal" | "charging point";
        "AED" | "AED" ("defibrillator");
        "kleedkamers" | "changing rooms";
        "douches" | "showers";
        "terras" | "terrace";
        "speeltuin" | "playground";
        "lift" | "lift";
        "toilet" | "toilet" ("toiletten", "toilets");
        "kopieerapparaat" | "copier" ("printer");
        "piano" | "piano";
        "biljart" | "billiards";
        "bibliotheekpunt" | "library point" ("minibieb");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_found_in_what_people_paste() {
        for typed in [
            "53,27 6,69",
            "53,27, 6,69",
            "53,27; 6,69",
            "https://www.google.com/maps/@53.27,6.69,15z",
            "https://www.google.nl/maps/place/Kerk/@53.28,6.70,17z/data=!3m1!3d53.27!4d6.69",
            "https://www.google.com/maps?q=53.27,6.69",
            "https://www.openstreetmap.org/#map=15/53.27/6.69",
        ] {
            assert_eq!(meant_pair(typed).as_deref(), Some("53.27, 6.69"), "{typed}");
        }
        for typed in ["bij de kerk", "https://maps.app.goo.gl/abc", "53,27"] {
            assert_eq!(meant_pair(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_parts_of_an_address_are_separated_by_more_than_commas() {
        for line in ["Brink 4, Meetdorp", "Brink 4 - Meetdorp", "Brink 4 | Meetdorp"] {
            let (street, place) = street_and_place(line);
            assert_eq!((street.trim(), place.trim()), ("Brink 4", "Meetdorp"), "{line}");
        }
        assert_eq!(street_and_place("Brink 4 - 6"), ("Brink 4 - 6", ""));
    }
}
