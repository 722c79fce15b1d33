//! What is said of names that do not tell what they should, in Dutch and English: a file's name without its day, and
//! names of files, rooms, venues and organisations that are not there.

use super::day_told::DayTold;
use super::messages::some_of;
use super::slugs::MisreadDay;
use crate::field::KindInfo;
use crate::ground::{Both, Code, Date, Diagnostic, Place, SitePath, both, date_in_words, slug};

/// The day is missing because the one in the name of the file is none, or is written otherwise.
pub(super) fn day_in_name(
    remark: Diagnostic,
    path: &SitePath,
    day: &MisreadDay<'_>,
    key: &str,
) -> Diagnostic {
    remark.hint(match day {
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

/// A text with nothing above it: what belongs in front of a text is not known by who never saw it. Without a day of its own
/// the place of the day stays open: an example would be published.
pub(super) fn day_without_block(remark: Diagnostic, key: &str, told: Option<DayTold>) -> Diagnostic {
    let day = told.as_ref().map_or("…", |told| &told.words);
    let line = format!("---\n{key}: {day}\n---\n\n{}", remark.place.excerpt);
    let hint = match &told {
        Some(_) => both(
            format!(
                "boven een tekst staat een blok tussen twee regels met drie streepjes, met daarin minstens '{key}'"
            ),
            format!(
                "above a text stands a block between two lines of three dashes, with at least '{key}' in it"
            ),
        ),
        None => both(
            format!(
                "boven een tekst staat een blok tussen twee regels met drie streepjes, met achter '{key}' de dag, zoals 28 oktober 2026"
            ),
            format!(
                "above a text stands a block between two lines of three dashes, with the day behind '{key}', such as 28 October 2026"
            ),
        ),
    };
    with_open(remark.hint(hint).correction(line), told)
}

/// The day stands in the words of the entry, and in no field.
pub(super) fn day_in_words(remark: Diagnostic, key: &str, told: DayTold) -> Diagnostic {
    let day = &told.words;
    let hint = both(
        format!(
            "is het op {day}, zoals in de tekst? Zet die dag dan achter '{key}'; komt het terug, schrijf dan bijvoorbeeld: herhaling: elke dinsdag"
        ),
        format!(
            "is it on {day}, as in the text? Then put that day behind '{key}'; when it comes back, write for example: repeats: every tuesday"
        ),
    );
    let first = remark.place.excerpt.trim_end().to_owned();
    let line = format!("{first}\n{key}: {day}");
    let remark = remark.hint(hint);
    // Below a key with nothing behind it stands what belongs to it.
    let is_whole = first.split_once(": ").is_some_and(|(_, value)| !value.starts_with(['|', '>', '[', '{']));
    if is_whole { with_open(remark.correction(line), Some(told)) } else { remark }
}

fn with_open(remark: Diagnostic, told: Option<DayTold>) -> Diagnostic {
    match told.and_then(|told| told.open) {
        Some(open) => remark.with_open_day(open),
        None => remark,
    }
}

fn new_name(path: &SitePath, date: Date, rest: &str) -> String {
    let ending = path.name().rsplit_once('.').map_or("md", |(_, ending)| ending);
    let rest = rest.trim_start_matches(['-', '_', ' ']);
    if rest.is_empty() { format!("{date}.{ending}") } else { format!("{date}-{rest}.{ending}") }
}

pub(super) fn missing_file(place: Place, typed: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::MissingFile,
        place,
        both(format!("het bestand '{typed}' is er niet"), format!("there is no file '{typed}'")),
    );
    match near {
        Some(_) => remark.suggest(near),
        None => remark.hint(both(
            "zet foto's in de map media en documenten in de map documenten",
            "put photos in the folder media and documents in the folder documents",
        )),
    }
}

/// A file on a disk that only the writer has; `copied` is the one of that name in the village.
pub(super) fn on_own_computer(place: Place, typed: &str, copied: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::OwnComputer,
        place,
        both(
            format!("'{typed}' staat op je eigen computer; niemand anders kan erbij"),
            format!("'{typed}' is on your own computer; nobody else can reach it"),
        ),
    );
    if copied.is_some() {
        return remark.suggest(copied);
    }
    let name = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    remark.hint(both(
        format!("kopieer het bestand naar de map media of documenten, en schrijf bijvoorbeeld: media/{name}"),
        format!("copy the file to the folder media or documents, and write for example: media/{name}"),
    ))
}

pub(super) fn backslash_in_path(place: Place, written: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
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
        Some(_) => remark.suggest(near),
        None => {
            remark.hint(both("schrijf bijvoorbeeld: media/foto.jpg", "write for example: media/photo.jpg"))
        }
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
    let remark = Diagnostic::new(
        Code::RoomWithoutVenue,
        place,
        both(
            format!("'{room}' is een zaal van {}, en er staat geen 'locatie' bij", list.join(" en ")),
            format!("'{room}' is a room of {}, and no 'venue' is named", list.join(" and ")),
        ),
    )
    .hint(both("zet erbij bij welke locatie de zaal hoort", "add to which venue the room belongs"));
    match line {
        Some(line) => remark.correction(line),
        None => remark,
    }
}

/// The name of an entry with more behind it, which no other entry is and which nobody may throw away for the writer.
pub(super) fn more_than_a_name(
    place: Place,
    typed: &str,
    kind: &KindInfo,
    name: &str,
    left: &str,
) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownReference,
        place,
        both(
            format!("{} '{typed}' bestaat niet", kind.one.nl),
            format!("{} '{typed}' does not exist", kind.one.en),
        ),
    )
    .hint(both(
        format!("bedoel je '{name}'? Zet '{left}' dan in de tekst, want dat kan hier niet bij"),
        format!("did you mean '{name}'? Then put '{left}' in the text, for there is no room for it here"),
    ))
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

pub(super) fn unknown_reference(
    place: Place,
    typed: &str,
    kind: &KindInfo,
    near: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    let or_elsewhere = or_elsewhere(&place, kind);
    let remark = Diagnostic::new(
        Code::UnknownReference,
        place,
        both(
            format!("{} '{typed}' bestaat niet", kind.one.nl),
            format!("{} '{typed}' does not exist", kind.one.en),
        ),
    );
    if near.is_some() {
        return remark.suggest(near);
    }
    let file = slug(typed);
    let make = both(
        format!("maak het bestand {}/{file}.md", kind.folder.nl),
        format!("make the file {}/{file}.md", kind.folder.en),
    );
    let remark = match contact_by_name(&remark.place, kind) {
        Some(lines) => remark.correction(lines),
        None => remark,
    };
    if known.is_empty() {
        remark
            .hint(both(format!("{}{}", make.nl, or_elsewhere.nl), format!("{}{}", make.en, or_elsewhere.en)))
    } else {
        let list = some_of(known);
        remark.hint(both(
            format!("wel bekend: {}; of {}{}", list.nl, make.nl, or_elsewhere.nl),
            format!("known: {}; or {}{}", list.en, make.en, or_elsewhere.en),
        ))
    }
}

/// `organisator: Jan de Vries` as somebody without a page, on lines of its own.
fn contact_by_name(place: &Place, kind: &KindInfo) -> Option<String> {
    if kind.id != "organisation" || !is_in_agenda(place) {
        return None;
    }
    let (front, marked) = (place.front(), place.marked());
    let (key, value) = place.excerpt.get(front.len()..)?.split_once(':')?;
    let is_alone =
        value.trim() == marked && key.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let name = if key.starts_with("organiser") || key == "organizer" { "name" } else { "naam" };
    let indent = " ".repeat(front.len() + 2);
    is_alone.then(|| format!("{front}{key}:\n{indent}{name}: {marked}"))
}

fn is_in_agenda(place: &Place) -> bool {
    let folder = place.file.split('/').next().unwrap_or_default().to_lowercase();
    matches!(folder.as_str(), "agenda" | "events")
}

/// How somebody or something is named that has no page in the village, where that can be.
fn or_elsewhere(place: &Place, kind: &KindInfo) -> Both {
    let folder = place.file.split('/').next().unwrap_or_default().to_lowercase();
    match (kind.id, folder.as_str()) {
        ("venue", _) => both(
            "; een ander adres schrijf je met een komma, zoals 'Molen, Molenweg 3'",
            "; write another address with a comma, such as 'Mill, Molenweg 3'",
        ),
        ("organisation", "agenda" | "events") => both(
            "; wie geen eigen pagina heeft, schrijf je op een eigen regel eronder, achter 'naam:'",
            "; somebody without a page is written on a line of its own below, behind 'name:'",
        ),
        // Who manages a place is an organisation of the village; somebody can only be called or written to.
        ("organisation", "locaties" | "venues") => both(
            "; is het iemand en geen organisatie? Haal de regel dan weg en zet onder 'contact': naam: …",
            "; is it somebody and no organisation? Then take the line away and put below 'contact': name: …",
        ),
        _ => both("", ""),
    }
}
