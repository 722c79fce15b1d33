//! Finds personal e-mail addresses. The address of a role (`secretaris@…`) is meant to be public.

use std::ops::Range;

/// Hosts where anyone can get an address: those addresses are personal.
const FREE: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.nl",
    "outlook.com",
    "outlook.nl",
    "live.nl",
    "live.com",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "yahoo.com",
    "yahoo.nl",
    "ziggo.nl",
    "home.nl",
    "upcmail.nl",
    "casema.nl",
    "chello.nl",
    "quicknet.nl",
    "kpnmail.nl",
    "kpnplanet.nl",
    "planet.nl",
    "hetnet.nl",
    "xs4all.nl",
    "telfort.nl",
    "tele2.nl",
    "online.nl",
    "solcon.nl",
    "caiway.nl",
    "zeelandnet.nl",
    "delta.nl",
    "freeler.nl",
    "wxs.nl",
    "zonnet.nl",
    "versatel.nl",
    "proton.me",
    "protonmail.com",
    "gmx.net",
    "gmx.de",
    "web.de",
    "t-online.de",
];

/// Words for a role or a group: such an address does not belong to one person.
const OFFICES: &[&str] = &[
    "aanmelden",
    "aanmelding",
    "activiteiten",
    "administratie",
    "aed",
    "agenda",
    "algemeen",
    "beheer",
    "beheerder",
    "bestuur",
    "bewoners",
    "bhv",
    "boeken",
    "board",
    "booking",
    "bus",
    "chair",
    "club",
    "commissie",
    "contact",
    "cooperatie",
    "coordinator",
    "dorp",
    "dorpsbelang",
    "dorpsbelangen",
    "dorpshuis",
    "dorpskrant",
    "dorpsraad",
    "dorpsteam",
    "energie",
    "feest",
    "feestcommissie",
    "gemeente",
    "hall",
    "hallo",
    "hello",
    "help",
    "huur",
    "ijsbaan",
    "ijsclub",
    "info",
    "informatie",
    "inschrijven",
    "jeugd",
    "kantine",
    "kerk",
    "kassa",
    "koor",
    "krant",
    "ledenadministratie",
    "leden",
    "mail",
    "meldpunt",
    "museum",
    "muziek",
    "nieuws",
    "news",
    "noreply",
    "office",
    "olv",
    "oranje",
    "ouderen",
    "pastorie",
    "penningmeester",
    "platform",
    "post",
    "postbus",
    "pr",
    "predikant",
    "privacy",
    "raad",
    "redactie",
    "rental",
    "reserveren",
    "reservering",
    "school",
    "scriba",
    "secretariaat",
    "secretaris",
    "secretary",
    "site",
    "sport",
    "stichting",
    "support",
    "team",
    "toneel",
    "treasurer",
    "vereniging",
    "verhuur",
    "vervoer",
    "voorzitter",
    "vrijwilligers",
    "vv",
    "webmaster",
    "website",
    "welkom",
    "welzijn",
    "werkgroep",
    "wijk",
    "wonen",
    "zaal",
    "zaalverhuur",
    "zorg",
];

/// Words of at least this many letters also count inside a longer word: `dorpsraadlutterwolde`.
const LONG: usize = 5;

/// Returns the address around the `@` at this byte, if it is personal.
pub(super) fn range_at(text: &str, sign: usize) -> Option<Range<usize>> {
    let is_local =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-');
    let is_host = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let bytes = text.as_bytes();
    let start = sign - bytes[..sign].iter().rev().take_while(|byte| is_local(byte)).count();
    let end = sign + 1 + bytes[sign + 1..].iter().take_while(|byte| is_host(byte)).count();
    let local = text[start..sign].trim_start_matches(['.', '-', '_']);
    let host = text[sign + 1..end].trim_end_matches(['.', '-']);
    let is_address = !local.is_empty() && host.contains('.') && !host.starts_with('.');
    (is_address && is_personal(local, host)).then(|| sign - local.len()..sign + 1 + host.len())
}

fn is_personal(local: &str, host: &str) -> bool {
    let (local, host) = (local.to_ascii_lowercase(), host.to_ascii_lowercase());
    let parts: Vec<&str> = local.split(['.', '_', '-', '+']).filter(|part| !part.is_empty()).collect();
    let is_office = |part: &&str| {
        let word = part.trim_end_matches(|c: char| c.is_ascii_digit());
        OFFICES.iter().any(|office| word == *office || office.len() >= LONG && word.contains(office))
    };
    if parts.iter().any(is_office) {
        return false;
    }
    let is_name = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let has_surname = parts.iter().any(|part| part.len() > 2);
    let first_and_last = local.contains('.') && parts.len() >= 2 && parts.iter().all(is_name) && has_surname;
    first_and_last || FREE.contains(&host.as_str())
}
