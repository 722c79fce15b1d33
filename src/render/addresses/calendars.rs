//! The addresses of calendars, and the link through which each calendar program subscribes to one.

use crate::ground::{Address, Pair};
use crate::render::edition::Edition;
use crate::render::templates::{Value, map};
use crate::village::Kind;

/// The file name of every calendar, in the folder of the page that shows the same events.
pub(in crate::render) const CALENDAR: &str = "agenda.ics";

/// The calendar of a single event.
pub(in crate::render) fn event_calendar(page: &Address) -> Address {
    page.sibling(CALENDAR)
}

/// `/agenda/abonneren/`
pub(in crate::render) fn subscribe_address(edition: &Edition) -> Address {
    let part = Pair::new("abonneren", "subscribe").in_locale(edition.locale());
    Address::page(Kind::Event.address(edition.locale()).into_iter().chain([part]))
}

/// The links through which people's calendar programs subscribe to a calendar. While the site's own address
/// is unknown, only the file itself can be linked.
pub(in crate::render) fn calendar_ways(edition: &Edition, name: &str, file: &Address) -> Value {
    let url = edition.base.absolute(file);
    let bare = url.as_deref().and_then(|url| url.split_once("://")).map(|(_, rest)| rest.to_owned());
    let webcal = bare.map(|bare| format!("webcal://{bare}"));
    let google = webcal
        .as_deref()
        .map(|webcal| format!("https://calendar.google.com/calendar/r?cid={}", encoded(webcal)));
    let outlook = url.as_deref().map(|url| {
        format!("https://outlook.live.com/calendar/0/addfromweb?url={}&name={}", encoded(url), encoded(name))
    });
    map([
        ("name", name.into()),
        ("href", file.as_str().into()),
        ("url", url.into()),
        ("webcal", webcal.into()),
        ("google", google.into()),
        ("outlook", outlook.into()),
    ])
}

/// Encodes text as a value in the query of an address (RFC 3986 §2.3: all but the unreserved characters).
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            encoded.push('%');
            encoded.extend([byte >> 4, byte & 15].map(|digit| char::from(HEX[usize::from(digit)])));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_can_be_embedded_in_another() {
        assert_eq!(encoded("webcal://dorp.nl/a b.ics"), "webcal%3A%2F%2Fdorp.nl%2Fa%20b.ics");
    }
}
