//! Messages about names, in Dutch and English: file names without a day, and names of files, rooms, venues
//! and organisations that do not exist.

use super::mentioned_day::MentionedDay;
use super::messages::list_some;
use super::posters::is_document_or_film;
use super::slugs::MisreadDay;
use crate::field::{
    KindInfo, is_not_known_yet, is_nothing, is_yes, left_out_until_known, to_be_filled_in, with_nothing_there,
};
use crate::ground::{Both, Code, Date, Diagnostic, Place, SitePath, both, date_in_words, slug};
use crate::village::entry::Entry;

/// For a missing day, because the one in the file name does not exist or is written differently.
pub(super) fn day_in_name(
    remark: Diagnostic,
    path: &SitePath,
    day: &MisreadDay<'_>,
    key: &str,
) -> Diagnostic {
    remark.hint(match day {
        MisreadDay::NoSuchDay(typed) => both(
            format!("de datum '{typed}' in de naam van het bestand bestaat niet; verbeter de naam, of zet erbij: {key}: 28 oktober 2026"),
            format!("the date '{typed}' in the file name does not exist; correct the name, or add: {key}: 28 October 2026"),
        ),
        MisreadDay::WrittenDifferently { date, rest } => {
            let (name, day) = (new_name(path, *date, rest), date_in_words(*date));
            both(
                format!("in de naam van een bestand begint een datum met het jaar: noem het bestand {name}, of zet erbij: {key}: {}", day.nl),
                format!("a date in a file name starts with the year: rename the file to {name}, or add: {key}: {}", day.en),
            )
        }
    })
}

/// For a text without a block: a new user may not know that one is needed. If the text mentions no day, the
/// day is left open: a day filled in as an example might get published.
pub(super) fn day_without_block(
    remark: Diagnostic,
    key: &str,
    mentioned: Option<MentionedDay>,
) -> Diagnostic {
    let day = mentioned.as_ref().map_or("…", |mentioned| &mentioned.words);
    let line = format!("---\n{key}: {day}\n---\n\n{}", remark.place.excerpt);
    let hint = match &mentioned {
        Some(_) => both(
            format!(
                "boven een tekst staat een blok tussen twee regels met drie streepjes, met daarin minstens '{key}'"
            ),
            format!(
                "a text needs a block above it, between two lines of three dashes, with at least '{key}' in it"
            ),
        ),
        None => both(
            format!(
                "boven een tekst staat een blok tussen twee regels met drie streepjes, met achter '{key}' de dag, zoals 28 oktober 2026"
            ),
            format!(
                "a text needs a block above it, between two lines of three dashes, with the day after '{key}', such as 28 October 2026"
            ),
        ),
    };
    with_open_year(remark.hint(hint).correction(line), mentioned)
}

/// For a day that is in the text of the entry, but not in a field.
pub(super) fn day_in_text(remark: Diagnostic, key: &str, mentioned: MentionedDay) -> Diagnostic {
    let day = &mentioned.words;
    let hint = both(
        format!(
            "is het op {day}, zoals in de tekst? Zet die dag dan achter '{key}'; komt het terug, schrijf dan bijvoorbeeld: herhaling: elke dinsdag"
        ),
        format!(
            "is it on {day}, as in the text? Then put that day after '{key}'; if it repeats, write for example: repeats: every Tuesday"
        ),
    );
    let first = remark.place.excerpt.trim_end().to_owned();
    let line = format!("{first}\n{key}: {day}");
    let remark = remark.hint(hint);
    // The lines below a key without a value belong to that key, so the day cannot go there.
    let is_whole = first.split_once(": ").is_some_and(|(_, value)| !value.starts_with(['|', '>', '[', '{']));
    if is_whole { with_open_year(remark.correction(line), Some(mentioned)) } else { remark }
}

fn with_open_year(remark: Diagnostic, mentioned: Option<MentionedDay>) -> Diagnostic {
    match mentioned.and_then(|mentioned| mentioned.open) {
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
        both(format!("het bestand '{typed}' is er niet"), format!("the file '{typed}' does not exist")),
    );
    match near {
        Some(_) => remark.suggest(near),
        None if is_not_known_yet(typed) => left_out_until_known(remark),
        None if is_nothing(typed) => with_nothing_there(remark),
        None => remark.hint(both(
            "zet foto's in de map media en documenten in de map documenten",
            "put photos in the folder media and documents in the folder documents",
        )),
    }
}

/// For a file on the user's own disk; `copied` is the file with the same name in the village.
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
            format!("the file '{written}' does not exist: use forward slashes (/) in a path"),
        ),
    );
    match near {
        Some(_) => remark.suggest(near),
        None => {
            remark.hint(both("schrijf bijvoorbeeld: media/foto.jpg", "write for example: media/photo.jpg"))
        }
    }
}

/// For a room of a venue of the village, when no venue is named.
pub(super) fn room_without_venue(place: Place, room: &str, venues: &[&str]) -> Diagnostic {
    let key = place.excerpt.trim_start_matches([' ', '-']).split(':').next().unwrap_or("").trim_end();
    let has_key = place.excerpt.contains(':');
    let key = if matches!(key, "room" | "rooms") { "venue" } else { "locatie" };
    let line = venues.first().filter(|_| venues.len() == 1 && has_key).map(|venue| {
        let indent = " ".repeat(place.prefix().len());
        format!("{}\n{indent}{key}: {venue}", place.excerpt)
    });
    let list = venues.iter().map(|venue| format!("'{venue}'")).collect::<Vec<_>>();
    let remark = Diagnostic::new(
        Code::RoomWithoutVenue,
        place,
        both(
            format!("'{room}' is een zaal van {}, en er staat geen 'locatie' bij", list.join(" en ")),
            format!("'{room}' is a room of {}, but there is no 'venue'", list.join(" and ")),
        ),
    )
    .hint(both("zet erbij bij welke locatie de zaal hoort", "add the venue that the room belongs to"));
    match line {
        Some(line) => remark.correction(line),
        None => remark,
    }
}

/// For a file that cannot be shown as a picture, such as a poster that is a PDF or a text.
pub(super) fn not_a_picture(place: Place, path: &SitePath) -> Diagnostic {
    let name = path.name();
    let message = both(format!("'{name}' is geen foto"), format!("'{name}' is not a photo"));
    let remark = Diagnostic::new(Code::PictureNotShown, place, message);
    if !is_document_or_film(path) {
        return remark.hint(both(
            "noem hier een foto (JPEG, PNG, WebP of GIF) of een tekening (SVG)",
            "name a photo (JPEG, PNG, WebP or GIF) or a drawing (SVG) here",
        ));
    }
    remark.hint(both(
        format!("bewaar het als JPEG of PNG, en zet die hier; of maak er in de tekst een link van: [{name}]({path})"),
        format!("save it as JPEG or PNG, and put that here; or make it a link in the text: [{name}]({path})"),
    ))
}

/// For the name of an entry followed by more words, which only the user can decide to drop.
pub(super) fn name_with_extra_words(
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
        format!("did you mean '{name}'? Then put '{left}' in the text, because it cannot go here"),
    ))
}

/// For two entries of a kind on one line, where one fits.
pub(super) fn two_names(place: Place, (first, second): (&str, &str)) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownReference,
        place,
        both(
            format!("hier staan twee namen, '{first}' en '{second}', en er past er één"),
            format!("there are two names here, '{first}' and '{second}', and only one fits"),
        ),
    )
    .hint(both(
        "zet hier degene bij wie mensen terechtkunnen, en noem de andere in de tekst",
        "put here the one that people can contact, and mention the other in the text",
    ))
}

/// For two venues on one line.
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
        "name the one where it starts, and mention the other in the text",
    ))
}

/// For a venue of the village with an address that is not the one in its own file.
pub(super) fn address_of_venue(place: Place, venue: &Entry, address: &str) -> Diagnostic {
    let (name, path) = (&venue.name, &venue.path);
    Diagnostic::new(
        Code::RoomBehindComma,
        place,
        both(
            format!("{name} is een locatie van het dorp, en '{address}' is niet het adres dat daarbij staat"),
            format!("{name} is a venue of the village, and '{address}' is not the address given there"),
        ),
    )
    .hint(both(
        format!("noem hier alleen de locatie; klopt haar adres niet, verbeter het dan in {path}"),
        format!("name only the venue here; if its address is not right, correct it in {path}"),
    ))
    .correction_with(Some(name))
}

/// For an address with nearly the same name as a venue of the village.
pub(super) fn near_venue(place: Place, typed: &str, near: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NearlyVenue,
        place,
        both(
            format!("'{typed}' lijkt op de locatie '{near}' van het dorp, en wordt nu een andere plek"),
            format!(
                "'{typed}' looks like the venue '{near}' of the village, but now counts as another place"
            ),
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
    let without_page_hint = without_page_hint(&place, kind);
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
    if is_not_known_yet(typed) {
        return left_out_until_known(remark);
    }
    if is_nothing(typed) {
        return with_nothing_there(remark);
    }
    if is_yes(typed) {
        return to_be_filled_in(remark);
    }
    let file = slug(typed);
    let make = both(
        format!("maak het bestand {}/{file}.md", kind.folder.nl),
        format!("create the file {}/{file}.md", kind.folder.en),
    );
    let remark = match contact_by_name(&remark.place, kind) {
        Some(lines) => remark.correction(lines),
        None => remark,
    };
    if known.is_empty() {
        remark.hint(both(
            format!("{}{}", make.nl, without_page_hint.nl),
            format!("{}{}", make.en, without_page_hint.en),
        ))
    } else {
        let list = list_some(known);
        remark.hint(both(
            format!("wel bekend: {}; of {}{}", list.nl, make.nl, without_page_hint.nl),
            format!("you can use: {}; or {}{}", list.en, make.en, without_page_hint.en),
        ))
    }
}

/// Suggests `organisator: Jan de Vries` on lines of its own, as a person without a page.
fn contact_by_name(place: &Place, kind: &KindInfo) -> Option<String> {
    if kind.id != "organisation" || !is_in_agenda(place) {
        return None;
    }
    let (prefix, marked) = (place.prefix(), place.marked());
    let (key, value) = place.excerpt.get(prefix.len()..)?.split_once(':')?;
    let is_alone =
        value.trim() == marked && key.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let name = if key.starts_with("organiser") || key == "organizer" { "name" } else { "naam" };
    let indent = " ".repeat(prefix.len() + 2);
    is_alone.then(|| format!("{prefix}{key}:\n{indent}{name}: {marked}"))
}

fn is_in_agenda(place: &Place) -> bool {
    let folder = place.file.split('/').next().unwrap_or_default().to_lowercase();
    matches!(folder.as_str(), "agenda" | "events")
}

/// Explains how to name a person or place without a page in the village, for fields that allow it.
fn without_page_hint(place: &Place, kind: &KindInfo) -> Both {
    let folder = place.file.split('/').next().unwrap_or_default().to_lowercase();
    match (kind.id, folder.as_str()) {
        ("venue", _) => both(
            "; een ander adres schrijf je met een komma, zoals 'Molen, Molenweg 3'",
            "; write another address with a comma, such as 'Mill, Molenweg 3'",
        ),
        ("organisation", "agenda" | "events") => both(
            "; wie geen eigen pagina heeft, schrijf je op een eigen regel eronder, achter 'naam:'",
            "; someone without a page goes on a separate line below, after 'name:'",
        ),
        // The manager of a venue must be an organisation of the village; a person can only be a contact.
        ("organisation", "locaties" | "venues") => both(
            "; is het iemand en geen organisatie? Haal de regel dan weg en zet onder 'contact': naam: …",
            "; is it a person and not an organisation? Then remove this line and put below 'contact': name: …",
        ),
        _ => both("", ""),
    }
}
