//! Words that people write for a field that is called otherwise.

/// Words that people write for a field that is called otherwise, with the fields that may be meant, the likeliest first.
pub(super) const MEANT: [(&[&str], &[&str]); 17] = [
    (&["vervalt", "vervallen", "afgelast op", "niet"], &["except"]),
    (&["data", "datums", "dagen", "dates", "days"], &["date"]),
    (
        &[
            "starttijd",
            "tijdstip",
            "uur",
            "hoe laat",
            "aanvangstijd",
            "start time",
            "starttime",
            "starts",
            "van",
            "vanaf",
            "from",
        ],
        &["start", "publish_from"],
    ),
    (&["duur", "duration"], &["end"]),
    (UNTIL, &["end", "publish_until"]),
    (&["frequentie", "hoe vaak", "frequency"], &["repeats"]),
    (&["contact", "contactpersoon", "contactgegevens", "contact person"], &["contact", "signup"]),
    (&["telefoon", "tel", "mobiel", "phone", "email", "e-mail", "mail"], &["signup"]),
    (&["prijzen", "tarief", "tarieven", "bijdrage", "toegangsprijs", "prices"], &["cost"]),
    (&["plek", "adres", "gebouw", "place", "address"], &["venue"]),
    (&["gps", "latlon", "lat lon", "google maps", "plattegrond"], &["location"]),
    (&["toegankelijk", "accessible"], &["accessibility"]),
    (&["wie", "door", "door wie", "organisatoren", "who", "by"], &["organiser"]),
    (BOARD, &["board"]),
    (SHOWN_FROM, &["publish_from"]),
    (SHOWN_UNTIL, &["publish_until"]),
    (
        &["klad", "verborgen", "verberg", "prive", "niet publiceren", "hidden", "private", "unpublished"],
        &["draft"],
    ),
];

/// Words for when something ends. None of them is `to`, the day to which something goes.
pub(super) const UNTIL: &[&str] = &["tot", "tot en met", "t/m", "tot hoe laat", "ends", "until", "till"];

/// Words for those who lead something.
const BOARD: &[&str] = &[
    "voorzitter",
    "secretaris",
    "penningmeester",
    "bestuurslid",
    "bestuursleden",
    "chair",
    "secretary",
    "treasurer",
];

/// Words for the day on which something appears. Who takes such a line away shows it at once.
const SHOWN_FROM: &[&str] = &[
    "publiceren",
    "publiceren op",
    "publicatiedatum",
    "publicatie",
    "gepubliceerd",
    "plaatsen",
    "plaatsen op",
    "plaatsingsdatum",
    "online vanaf",
    "zichtbaar",
    "zichtbaar vanaf",
    "tonen vanaf",
    "publish",
    "publish on",
    "publish date",
    "published",
    "visible from",
];

/// Words for the day on which something disappears. Who takes such a line away leaves it there for ever.
const SHOWN_UNTIL: &[&str] = &[
    "verwijderen",
    "verwijderen op",
    "verwijderen na",
    "weghalen",
    "weghalen op",
    "weghalen na",
    "verloopt",
    "verloopdatum",
    "vervaldatum",
    "online tot",
    "tonen tot",
    "expires",
    "expiry date",
    "visible until",
];
