//! Words that users write for a field that has a different name.

/// Words that users write for a field with a different name, and which fields may be meant, likeliest first.
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

/// Words for when something ends. `to` is not among them: that is the day to which something moves.
pub(super) const UNTIL: &[&str] = &["tot", "tot en met", "t/m", "tot hoe laat", "ends", "until", "till"];

/// Words for the people who lead something.
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

/// Words for the day on which something appears. Deleting such a line shows it at once.
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

/// Words for the day on which something disappears. Deleting such a line leaves it there for ever.
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
