//! Messages about entries and how they relate, in Dutch and English.

use crate::field::{ALT_PLACEHOLDER, Described, KindInfo, Picture, PictureFields};
use crate::ground::{Both, Code, Diagnostic, Language, Locale, Pair, Place, SitePath, both, fold};
use crate::read::{Span, TextFile};
use crate::village::kinds::Kind;

pub(super) fn settings_as_list(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::SettingsAsList,
        place,
        both(
            "in site.yaml staat een lijst, maar er is maar één site",
            "site.yaml contains a list, but there is only one site",
        ),
    )
    .hint(both("haal de streepjes vooraan de regels weg", "remove the dashes in front of the lines"))
}

pub(super) fn never_published(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::NeverPublished,
        place,
        both(
            "dit komt nooit op de site: de laatste dag ligt vóór de eerste",
            "this will never be on the site: the last day is before the first",
        ),
    )
    .hint(both("wissel de twee om, of kijk naar het jaar", "swap the two, or check the year"))
}

pub(super) fn two_texts(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::TwoTexts,
        place,
        both(
            "er zijn twee teksten: in dit veld en onder de streepjes",
            "there are two texts: in this field and below the dashes",
        ),
    )
    .hint(both("zet alles onder de streepjes", "put everything below the dashes"))
}

pub(super) fn translation_as_list(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::TranslationAsList,
        place,
        both(
            "een vertaling is van één onderdeel, niet van een lijst",
            "a translation is for one entry, not for a list",
        ),
    )
    .hint(both(
        "geef elk onderdeel dat vertaald is een eigen bestand",
        "put the translation of each entry in a file of its own",
    ))
}

pub(super) fn nothing_to_translate(place: Place, path: &SitePath, language: Language) -> Diagnostic {
    let base = path.stem().rsplit_once('.').map_or("", |(base, _)| base);
    let original = format!("{}/{base}.md", path.parent());
    let tag = language.tag();
    Diagnostic::new(
        Code::NothingToTranslate,
        place,
        both(
            format!("dit is een vertaling (.{tag}), maar {original} is er niet"),
            format!("this is a translation (.{tag}), but {original} does not exist"),
        ),
    )
    .hint(both(
        format!("noem het bestand zoals dat wat het vertaalt, of haal .{tag} uit de naam"),
        format!("name the file after the one it translates, or remove .{tag} from its name"),
    ))
}

pub(super) fn language_not_listed(place: Place, language: Language) -> Diagnostic {
    let (tag, Pair { nl, en }) = (language.tag(), language.name());
    Diagnostic::new(
        Code::LanguageNotListed,
        place,
        both(
            format!("deze vertaling staat nergens op de site: de site is er niet in het {nl}"),
            format!("this translation is not used: {en} is not a language of the site"),
        ),
    )
    .hint(both(
        format!("zet in site.yaml: andere_talen: {tag}"),
        format!("add to site.yaml: other_languages: {tag}"),
    ))
}

pub(super) fn missing_alt(place: Place, locale: Locale) -> Diagnostic {
    let corrected = with_alt(&place, locale);
    Diagnostic::new(
        Code::MissingAlt,
        place,
        both(
            "er staat niet bij wat er op deze foto te zien is",
            "this photo has no description of what is in it",
        ),
    )
    .hint(both(
        "vertel het voor wie de foto niet kan zien, of schrijf 'decoratief: ja'",
        "describe the photo for people who cannot see it, or write 'decorative: yes'",
    ))
    .correction(corrected)
}

/// Returns the line with the file, and below it a line for the description. If the file comes right after the
/// key of the picture, or alone in a block, it first gets a key of its own.
fn with_alt(place: &Place, locale: Locale) -> String {
    let (file, key) = match locale {
        Locale::Dutch => ("bestand", "beschrijving"),
        Locale::English => ("file", "alt"),
    };
    let alt = format!("{key}: {}", ALT_PLACEHOLDER.in_locale(locale));
    let (typed, line) = (place.marked(), place.excerpt.trim_end());
    let prefix = place.prefix();
    let key = line.strip_prefix(prefix).and_then(|rest| rest.split_once(": ")).map(|(key, _)| key.trim());
    let is_file = |key: &str| PictureFields::FIELDS[0].names().any(|name| name == key);
    let indent = " ".repeat(prefix.len());
    match key {
        Some(key) if is_file(key) => format!("{line}\n{indent}{alt}"),
        Some(key) => format!("{prefix}{key}:\n{indent}  {file}: {typed}\n{indent}  {alt}"),
        None => format!("{prefix}{file}: {typed}\n{indent}{alt}"),
    }
}

/// For a picture in a field without a description.
pub(super) fn undescribed(file: &TextFile, picture: &Picture, around: Span, locale: Locale) -> Diagnostic {
    match &picture.0.alt {
        Some(alt) => alt_of_example(file.place(alt.span)),
        None => {
            let at = picture.0.file.as_ref().map_or(around, |path| path.span);
            missing_alt(file.place(at), locale)
        }
    }
}

/// For a description that is still the one from the example.
fn alt_of_example(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::MissingAlt,
        place,
        both("dit is nog de tekst van het voorbeeld", "this is still the example text"),
    )
    .hint(both(
        "schrijf hier wat er op deze foto te zien is, zoals: kinderen op het ijs van de Brink",
        "write what is in this photo, such as: children skating on the green",
    ))
}

/// For a file that is named like a copy of another, but has different contents.
pub(super) fn named_as_copy(place: Place, original: &str) -> Diagnostic {
    let file = place.file.to_string();
    Diagnostic::new(
        Code::NamedAsCopy,
        place,
        both(
            format!("'{file}' lijkt een kopie van '{original}', maar er staat iets anders in"),
            format!("'{file}' is named like a copy of '{original}', but has different contents"),
        ),
    )
    .hint(both(
        "op de site staan ze nu allebei; kijk welke de goede is en haal de andere weg, of geef hem een eigen naam",
        "the site now has both; check which is the right one and delete the other, or give it a different name",
    ))
}

pub(super) fn same_text(place: Place, other: &str) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::SameBytes,
        place,
        both(
            format!("'{file}' is precies dezelfde tekst als '{other}'"),
            format!("'{file}' is exactly the same text as '{other}'"),
        ),
    )
    .hint(both(
        "is het een kopie? Haal er één weg, anders staat het twee keer op de site",
        "is it a copy? Delete one, or it will be on the site twice",
    ))
}

pub(super) fn reserved_name(place: Place, name: &str) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::ReservedName,
        place,
        both(format!("de naam '{name}' kan hier niet"), format!("the name '{name}' cannot be used here")),
    );
    if name == "index" {
        remark.hint(both(
            "index hoort alleen in de map paginas: dat is de tekst van de voorpagina",
            "index only belongs in the folder pages: it is the text of the home page",
        ))
    } else {
        remark.hint(both(
            format!("Windows houdt '{name}' voor zichzelf; geef het bestand een andere naam, of zet erin: slug: {name}-dorp"),
            format!("Windows reserves the name '{name}'; rename the file, or add: slug: {name}-village"),
        ))
    }
}

pub(super) fn no_slug(place: Place, from: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NoSlug,
        place,
        both(
            format!("van '{from}' is geen webadres te maken: er staat geen letter of cijfer in"),
            format!("'{from}' cannot be turned into a web address: it has no letter or digit"),
        ),
    )
    .hint(both(
        "geef het bestand een naam met letters, of zet erin: slug: een-naam",
        "give the file a name with letters in it, or add: slug: a-name",
    ))
}

pub(super) fn duplicate_slug(
    place: Place,
    kind: Kind,
    slug: &str,
    other: &SitePath,
    line: u32,
) -> Diagnostic {
    let file = place.file.clone();
    let many = kind.info().many;
    let remark = Diagnostic::new(
        Code::DoubledSlug,
        place,
        both(
            format!("twee {} krijgen hetzelfde adres: '{slug}' is er al ({other}:{line})", many.nl),
            format!("two {} get the same address: '{slug}' is already taken ({other}:{line})", many.en),
        ),
    );
    if *file == *other.as_str() {
        remark.hint(both(
            format!("geef een van de twee een eigen adres: slug: {slug}-2"),
            format!("give one of them an address of its own: slug: {slug}-2"),
        ))
    } else {
        remark.hint(both("geef een van de twee bestanden een andere naam", "rename one of the two files"))
    }
}

/// Lists the first of many names, and how many more there are.
pub(super) fn list_some(known: &[&str]) -> Both {
    // Naming the seventh takes no more room than saying that there is one more.
    let shown = if known.len() <= 7 { known.len() } else { 6 };
    let (list, more) = (known[..shown].join(", "), known.len() - shown);
    if more == 0 {
        return both(list.clone(), list);
    }
    both(format!("{list} en nog {more} andere"), format!("{list} and {more} more"))
}

pub(super) fn other_kind(place: Place, typed: &str, wanted: &KindInfo, found: &KindInfo) -> Diagnostic {
    let bare = |name: &'static str| name.split_once(' ').map_or(name, |(_, bare)| bare);
    Diagnostic::new(
        Code::OtherKind,
        place,
        both(
            format!(
                "'{typed}' staat bij de {}, en hier hoort {}",
                found.many.nl,
                wanted.one.nl.replacen("de ", "een ", 1).replacen("het ", "een ", 1)
            ),
            format!(
                "'{typed}' is one of the {}, not the {} this field needs",
                found.many.en,
                bare(wanted.one.en)
            ),
        ),
    )
    .hint(both(
        format!("noem iets uit de map {}", wanted.folder.in_locale(Locale::Dutch)),
        format!("use a name from the folder {}", wanted.folder.in_locale(Locale::English)),
    ))
}

pub(super) fn ambiguous_reference(place: Place, typed: &str, slugs: &[&str]) -> Diagnostic {
    let list = slugs.join(", ");
    Diagnostic::new(
        Code::SeveralMeant,
        place,
        both(
            format!("'{typed}' kan meer dan één ding betekenen: {list}"),
            format!("'{typed}' can mean more than one thing: {list}"),
        ),
    )
    .hint(both("schrijf een van deze namen", "write one of these names"))
    .correction_with(slugs.first().copied())
}

pub(super) fn room_after_comma(place: Place, venue: &str, following: &str) -> Diagnostic {
    let (prefix, line) = (place.prefix(), place.excerpt.trim_start_matches([' ', '-']));
    let (prefix, indent) = (prefix.to_owned(), " ".repeat(prefix.len()));
    let key = line.split(':').next().unwrap_or("locatie").trim().to_owned();
    let hint = match place.marked().contains(',') {
        true => both(
            "een komma is voor een adres dat geen locatie van het dorp is",
            "use a comma only for an address that is not a venue of the village",
        ),
        false => both(
            "de locatie en de zaal hebben elk een eigen regel",
            "the venue and the room each have a line of their own",
        ),
    };
    let room = if key.is_ascii() && matches!(key.as_str(), "venue" | "location") { "room" } else { "zaal" };
    Diagnostic::new(
        Code::RoomBehindComma,
        place,
        both(
            format!("{venue} is een locatie van het dorp; '{following}' hoort op een eigen regel"),
            format!("{venue} is a venue of the village; '{following}' belongs on a line of its own"),
        ),
    )
    .hint(hint)
    .correction(format!("{prefix}{key}: {venue}\n{indent}{room}: {following}"))
}

/// For a venue of the village that is followed by a comma and its address.
pub(super) fn venue_with_address(place: Place, venue: &str) -> Diagnostic {
    Diagnostic::new(
        Code::RoomBehindComma,
        place,
        both(
            format!("{venue} is een locatie van het dorp; het adres staat daar al bij"),
            format!("{venue} is a venue of the village, so its address is already known"),
        ),
    )
    .suggest(Some(venue))
}

pub(super) fn unknown_room(
    place: Place,
    room: &str,
    venue: &str,
    near: Option<&str>,
    names: &[&str],
) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::UnknownRoom,
        place,
        both(format!("{venue} heeft geen zaal '{room}'"), format!("{venue} has no room '{room}'")),
    );
    if let Some(rooms) = rooms_on_one_line(room, names) {
        return list_of_rooms(remark, &rooms);
    }
    if near.is_some() {
        return remark.suggest(near);
    }
    let list = names.join(", ");
    remark.hint(both(format!("er zijn: {list}"), format!("it has: {list}")))
}

/// Returns the rooms of `Grote zaal en Kleine zaal`, if each is one of the venue.
fn rooms_on_one_line<'r>(typed: &'r str, names: &[&str]) -> Option<Vec<&'r str>> {
    let is_room = |room: &&str| names.iter().any(|name| fold(name) == fold(room));
    let rooms_between = |sign| typed.split(sign).map(str::trim).collect::<Vec<&str>>();
    let several = [", ", " en ", " and ", " & ", " + ", "/"].into_iter().map(rooms_between);
    several.into_iter().find(|rooms| rooms.len() > 1 && rooms.iter().all(is_room))
}

/// Suggests a list for several rooms on one line.
fn list_of_rooms(remark: Diagnostic, rooms: &[&str]) -> Diagnostic {
    let prefix = remark.place.prefix().to_owned();
    let remark = remark.hint(both(
        "zet elke zaal op een eigen regel, met een streepje ervoor",
        "put each room on a line of its own, after a dash",
    ));
    // In a list that is there already, the line has no key.
    let Some((key, _)) = remark.place.excerpt.get(prefix.len()..).and_then(|rest| rest.split_once(':'))
    else {
        return remark;
    };
    let items = rooms.iter().map(|room| format!("\n{}  - {room}", " ".repeat(prefix.len())));
    let lines = items.fold(format!("{prefix}{key}:"), |lines, item| lines + &item);
    remark.correction(lines)
}
