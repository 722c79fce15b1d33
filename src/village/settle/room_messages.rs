//! Messages about rooms of a venue that has none yet, in Dutch and English.

use crate::ground::{Both, Code, Diagnostic, Place, both, capital};
use crate::village::entry::Entry;

/// For `zaal: grote zaal` at a venue without rooms.
pub(super) fn no_rooms_yet(place: Place, room: &str, venue: &Entry) -> Diagnostic {
    let name = &venue.name;
    let lines = lines_for(room, venue);
    Diagnostic::new(
        Code::UnknownRoom,
        place,
        both(format!("{name} heeft nog geen zalen"), format!("{name} has no rooms yet")),
    )
    .hint(both(
        format!("{}; of haal deze regel weg en noem de zaal in de tekst", lines.nl),
        format!("{}; or remove this line and name the room in the text", lines.en),
    ))
}

/// For `locatie: dorpshuis, grote zaal` when that venue has no rooms.
pub(super) fn words_after_venue_without_rooms(place: Place, words: &str, venue: &Entry) -> Diagnostic {
    let name = &venue.name;
    let lines = lines_for(words, venue);
    Diagnostic::new(
        Code::RoomBehindComma,
        place,
        both(
            format!("{name} is een locatie van het dorp, zonder zalen; '{words}' hoort in de tekst"),
            format!("{name} is a venue of the village, without rooms; '{words}' belongs in the text"),
        ),
    )
    .hint(both(
        format!(
            "is het een zaal? {}; schrijf dan hier op een eigen regel: zaal: {words}",
            capital(&lines.nl)
        ),
        format!("is it a room? {}; then write here on a line of its own: room: {words}", capital(&lines.en)),
    ))
    .correction_with(Some(name))
}

/// Says which lines to add to the file of a venue.
fn lines_for(room: &str, venue: &Entry) -> Both {
    let path = &venue.path;
    both(
        format!("zet in {path} een regel 'zalen:', met daaronder de regel '  - naam: {room}'"),
        format!("add to {path} a line 'rooms:', and below it the line '  - name: {room}'"),
    )
}
