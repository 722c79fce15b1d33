//! What is said about the names of files, in Dutch and English.

use super::slugs::MisreadDay;
use crate::ground::{Code, Date, Diagnostic, Place, SitePath, both, date_in_words};

/// The day is missing because the one in the name of the file is none, or is written otherwise.
pub(super) fn day_in_name(said: Diagnostic, path: &SitePath, day: &MisreadDay<'_>, key: &str) -> Diagnostic {
    said.hint(match day {
        MisreadDay::NoSuchDay(typed) => both(
            format!("de datum '{typed}' in de naam van het bestand bestaat niet; verbeter de naam, of zet erbij: {key}: 28 oktober 2026"),
            format!("the date '{typed}' in the name of the file does not exist; mend the name, or add: {key}: 28 October 2026"),
        ),
        MisreadDay::Otherwise { date, rest } => {
            let (name, day) = (new_name(path, *date, rest), date_in_words(*date));
            both(
                format!("in de naam van een bestand begint een datum met het jaar: noem het bestand {name}, of zet erbij: {key}: {}", day.nl),
                format!("in the name of a file a date begins with the year: call the file {name}, or add: {key}: {}", day.en),
            )
        }
    })
}

/// A text with nothing above it: what belongs in front of a text is not known by who never saw it.
pub(super) fn day_without_block(said: Diagnostic, key: &str) -> Diagnostic {
    let line = format!("---\n{key}: 2026-10-28\n---\n\n{}", said.place.excerpt);
    said.hint(both(
        format!("boven een tekst staat een blok tussen twee regels met drie streepjes, met daarin minstens '{key}'"),
        format!("above a text stands a block between two lines of three dashes, with at least '{key}' in it"),
    ))
    .correction(line)
}

fn new_name(path: &SitePath, date: Date, rest: &str) -> String {
    let ending = path.name().rsplit_once('.').map_or("md", |(_, ending)| ending);
    let rest = rest.trim_start_matches(['-', '_', ' ']);
    if rest.is_empty() { format!("{date}.{ending}") } else { format!("{date}-{rest}.{ending}") }
}

pub(super) fn missing_file(place: Place, typed: &str, near: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(
        Code::MissingFile,
        place,
        both(format!("het bestand '{typed}' is er niet"), format!("there is no file '{typed}'")),
    );
    match near {
        Some(_) => said.suggest(near),
        None => said.hint(both(
            "zet foto's in de map media en documenten in de map documenten",
            "put photos in the folder media and documents in the folder documents",
        )),
    }
}

pub(super) fn backslash_in_path(place: Place, written: &str, near: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(
        Code::MissingFile,
        place,
        both(
            format!(
                "het bestand '{written}' is er niet: in een pad staat een schuine streep naar rechts (/)"
            ),
            format!("there is no file '{written}': a path has forward slashes (/)"),
        ),
    );
    match near {
        Some(_) => said.suggest(near),
        None => said.hint(both("schrijf bijvoorbeeld: media/foto.jpg", "write for example: media/photo.jpg")),
    }
}

/// A room of the village, but which venue it is in was not said.
pub(super) fn room_without_venue(place: Place, room: &str, venues: &[&str]) -> Diagnostic {
    let key = place.excerpt.trim_start_matches([' ', '-']).split(':').next().unwrap_or("").trim_end();
    let has_key = place.excerpt.contains(':');
    let key = if matches!(key, "room" | "rooms") { "venue" } else { "locatie" };
    let line = venues.first().filter(|_| venues.len() == 1 && has_key).map(|venue| {
        let indent = " ".repeat(place.front().len());
        format!("{}\n{indent}{key}: {venue}", place.excerpt)
    });
    let list = venues.iter().map(|venue| format!("'{venue}'")).collect::<Vec<_>>();
    let said = Diagnostic::new(
        Code::RoomWithoutVenue,
        place,
        both(
            format!("'{room}' is een zaal van {}, en er staat geen 'locatie' bij", list.join(" en ")),
            format!("'{room}' is a room of {}, and no 'venue' is named", list.join(" and ")),
        ),
    )
    .hint(both("zet erbij bij welke locatie de zaal hoort", "add to which venue the room belongs"));
    match line {
        Some(line) => said.correction(line),
        None => said,
    }
}

/// Two venues on one line.
pub(super) fn two_venues(place: Place, first: &str, second: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownReference,
        place,
        both(
            format!("hier staan twee locaties: {first} en {second}"),
            format!("there are two venues here: {first} and {second}"),
        ),
    )
    .hint(both(
        "noem de ene waar het begint, en vertel in de tekst van de andere",
        "name the one where it begins, and tell of the other in the text",
    ))
}

/// An address of which the name is nearly that of a venue of the village.
pub(super) fn nearly_venue(place: Place, typed: &str, near: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NearlyVenue,
        place,
        both(
            format!("'{typed}' lijkt op de locatie '{near}' van het dorp, en wordt nu een andere plek"),
            format!("'{typed}' resembles the venue '{near}' of the village, and is another place now"),
        ),
    )
    .suggest(Some(near))
}
