//! The sheet itself: a text in the language of the site, filled in with what the program knows.

use super::hosts;
use super::signing::{OwnSigning, own_signing, signed_by_maker};
use crate::ground::{Both, Locale, Pair, Timestamp, both, day_in_words};
use crate::read::Surroundings;
use crate::render::Edition;
use crate::theme::fill;
use crate::village::{Contact, Host, Kind, Settings};

/// A blank for people to fill in.
const OPEN: &str = "`____`";

const TEXTS: Pair = Pair::new(include_str!("nl.md"), include_str!("en.md"));

/// Returns how every sheet begins, in the language of the site; a sheet is recognised by it.
pub fn mark(edition: &Edition) -> &'static str {
    let text = TEXTS.in_locale(edition.locale());
    text.split_once('{').map_or(text, |(start, _)| start)
}

/// Returns the sheet of a village, in Markdown. `lock` is the content of its `themes.lock`, if it has one.
pub fn handover(edition: &Edition, around: &Surroundings, lock: Option<&[u8]>) -> String {
    let locale = edition.locale();
    let settings = &edition.village.settings;
    let host = hosts::notes_for(settings.host(), !around.workflows.is_empty());
    let say = |words: Both| words.in_locale(locale).to_owned();
    let address = edition.base.url.as_deref();
    let publisher = edition.village.publisher.map(|id| edition.village.entry(id).name.clone());
    let contact = settings.contact.as_ref().map(|contact| contact_line(&contact.value));
    let OwnSigning { row, part } = own_signing(around);
    let values: [(&str, String); 19] = [
        ("signing_row", say(row)),
        ("signing", say(part)),
        ("name", settings.village_name().to_owned()),
        ("today", say(day_in_words(edition.almanac.today))),
        ("address", address.unwrap_or(OPEN).to_owned()),
        ("address_or_site", address.map_or_else(|| say(both("je site", "your site")), str::to_owned)),
        ("host", say(host.place)),
        ("repository", around.repository.clone().unwrap_or_else(|| OPEN.to_owned())),
        ("contact", contact.filter(|it| !it.is_empty()).unwrap_or_else(|| OPEN.to_owned())),
        ("publisher", publisher.unwrap_or_else(|| OPEN.to_owned())),
        ("theme", say(theme(settings, around, lock))),
        ("keys", say(keys(around))),
        ("counts", counts(edition, locale)),
        ("last_change", around.last_commit.map_or_else(String::new, |moment| say(changed(edition, moment)))),
        (
            "last_built",
            around.last_built.map_or_else(String::new, |day| {
                let day = day_in_words(day);
                say(both(
                    format!("De site in de map `public` is gemaakt op {}.", day.nl),
                    format!("The site in the folder `public` was built on {}.", day.en),
                ))
            }),
        ),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("night", night(settings.host(), around, host.beware).in_locale(locale).to_owned()),
        ("fetch", say(fetch(around))),
        ("publish", say(host.publish)),
    ];
    let undo = say(undo(around));
    let mut values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    values.push(("undo", &undo));
    tidied(&fill(TEXTS.in_locale(locale), &values))
}

/// Removes the spaces that are left where a value is empty.
fn tidied(text: &str) -> String {
    let mut tidy: String = text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    while tidy.contains(".  ") {
        tidy = tidy.replace(".  ", ". ");
    }
    tidy
}

/// Returns the contact on one line: `Lotte, site@dorp.example, 0529 01 20 20`.
fn contact_line(contact: &Contact) -> String {
    let name = contact.name.as_ref().map(|name| name.as_str().to_owned());
    let email = contact.email.as_ref().map(|email| email.value.0.clone());
    let phone = contact.phone.as_ref().map(|phone| phone.value.0.clone());
    let parts: Vec<String> = [name, email, phone].into_iter().flatten().collect();
    // A vertical bar would end the cell of the table.
    parts.join(", ").replace('|', "/")
}

fn theme(settings: &Settings, around: &Surroundings, lock: Option<&[u8]>) -> Both {
    let named = settings.theme.as_ref().and_then(|theme| theme.name.as_ref()).map(|name| name.as_str());
    let base = match named {
        Some(name) => both(
            format!("`{name}` (bijwerken met `dorpsplein thema werk-bij`)"),
            format!("`{name}` (update it with `dorpsplein theme update`)"),
        ),
        None => both("het standaardthema, kleur in `site.yaml`", "the default theme, colour in `site.yaml`"),
    };
    let base = match around.own_theme {
        Some(folder) => both(
            format!("{}, met eigen aanpassingen in de map `{folder}`", base.nl),
            format!("{}, with your own changes in the folder `{folder}`", base.en),
        ),
        None => base,
    };
    match named.and_then(|name| signed_by_maker(name, lock)) {
        Some(signed) => both(format!("{}{}", base.nl, signed.nl), format!("{}{}", base.en, signed.en)),
        None => base,
    }
}

fn keys(around: &Surroundings) -> Both {
    if around.workflows.is_empty() {
        both(OPEN, OPEN)
    } else {
        both(
            "als ze er zijn: bij de instellingen van de map op internet, nooit in de map zelf",
            "if there are any: in the settings of the online folder, never in the folder itself",
        )
    }
}

/// Counts the entries of every kind: `3 locaties, 12 activiteiten`.
fn counts(edition: &Edition, locale: Locale) -> String {
    let counted = Kind::ALL.iter().filter_map(|kind| {
        let number = edition.village.of_kind(*kind).len();
        let (one, many) = (kind.info().one.in_locale(locale), kind.info().many.in_locale(locale));
        // The name of a single one includes its article: "de locatie".
        let one = one.split_once(' ').map_or(one, |(_, one)| one);
        (number > 0).then(|| format!("{number} {}", if number == 1 { one } else { many }))
    });
    let counted: Vec<String> = counted.collect();
    if counted.is_empty() {
        Pair::new("Nog niets", "Nothing yet").in_locale(locale).to_owned()
    } else {
        counted.join(", ")
    }
}

fn changed(edition: &Edition, moment: Timestamp) -> Both {
    let zone = edition.village.settings.zone();
    let day = day_in_words(moment.to_zoned_datetime(zone).date());
    both(
        format!("Er is voor het laatst iets veranderd op {}.", day.nl),
        format!("The last change was on {}.", day.en),
    )
}

/// Says what happens automatically, based only on what is in the folder.
fn night(host: Option<Host>, around: &Surroundings, beware: Option<Both>) -> Both {
    let mut words = if around.workflows.is_empty() || host == Some(Host::Folder) {
        both(
            "Er gebeurt 's nachts niets vanzelf, voor zover het programma dat kan zien. Maak de site dus minstens elke maand opnieuw, ook als er niets veranderd is: dan loopt de agenda weer een jaar vooruit. Gebeurt het toch ergens anders vanzelf? Dan is dat hier: `____`",
            "Nothing happens automatically at night, as far as the program can see. So build the site again at least every month, even if nothing has changed: then the agenda reaches a year ahead again. Does it happen automatically somewhere else after all? Then that is here: `____`",
        )
    } else {
        let files: Vec<String> = around.workflows.iter().map(|file| format!("`{file}`")).collect();
        let files = files.join(", ");
        both(
            format!(
                "In de map op internet staat wat er vanzelf gebeurt: {files}. Daarmee wordt de site gemaakt na elke wijziging, en als het daar zo staat ook elke nacht of elke week. Dan klopt wat er vandaag te doen is, ook als niemand iets verandert. Gaat het mis, dan blijft de site van gisteren staan en komt er een mail bij: `____`"
            ),
            format!(
                "The online folder says what happens automatically: {files}. The site is built after every change and, if that is set there, also every night or every week. Then it shows the right events for today, even if nobody changes anything. If something goes wrong, yesterday's site stays online and an e-mail goes to: `____`"
            ),
        )
    };
    if let Some(beware) = beware {
        words = both(format!("{} {}", words.nl, beware.nl), format!("{} {}", words.en, beware.en));
    }
    words
}

fn fetch(around: &Surroundings) -> Both {
    match &around.repository {
        Some(address) => both(
            format!(
                "Met git is dat `git clone {address}`; op de pagina van de map kun je hem ook als zip ophalen."
            ),
            format!(
                "With git that is `git clone {address}`; you can also download it as a zip file from the page of the folder."
            ),
        ),
        None => both(
            "Kopieer de hele map, bijvoorbeeld met een usb-stick. Bewaar ook een kopie bij iemand anders.",
            "Copy the whole folder, for instance with a USB stick. Also keep a copy with somebody else.",
        ),
    }
}

fn undo(around: &Surroundings) -> Both {
    match around.last_commit {
        Some(_) => both(
            "Alle vorige versies van de teksten zijn bewaard, dus elke wijziging kan terug.",
            "All earlier versions of the texts are kept, so every change can be undone.",
        ),
        None => both(
            "Bewaar elke maand een kopie van de map; dan kun je altijd terug.",
            "Keep a copy of the folder every month; then you can always go back.",
        ),
    }
}
