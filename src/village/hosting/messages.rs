//! Messages about a site and its host, in Dutch and English.

use super::facts::HostFacts;
use super::host::Host;
use crate::field::Choices;
use crate::ground::{Both, Code, Diagnostic, Locale, Place, both};
use crate::read::PictureKind;

/// Groups the digits of a number: `20.000` in Dutch, `20,000` in English.
fn grouped_digits(number: usize, locale: Locale) -> String {
    let digits = number.to_string();
    let mark = if locale == Locale::Dutch { '.' } else { ',' };
    let mut grouped = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// Formats a size, `25,1 MB`, rounded up to tenths, so that a size over a limit never looks equal to it.
fn size(bytes: u64, locale: Locale) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")];
    let (unit, name) = UNITS.into_iter().find(|(unit, _)| bytes >= *unit).unwrap_or((1 << 10, "kB"));
    // Whole units first: the tenths of a very large number may overflow.
    let (whole, rest) = (bytes / unit, bytes % unit);
    let tenths = (rest * 10).div_ceil(unit);
    let (whole, tenths) = if tenths == 10 { (whole + 1, 0) } else { (whole, tenths) };
    let mark = if locale == Locale::Dutch { ',' } else { '.' };
    if tenths == 0 { format!("{whole} {name}") } else { format!("{whole}{mark}{tenths} {name}") }
}

/// Returns what to do, and which other host would accept the site, if there is one.
fn with_alternative(nl: &str, en: &str, other: Option<Host>) -> Both {
    match other {
        None => both(nl, en),
        Some(other) => {
            let (name, word) = (other.facts().name, other.word().label);
            both(
                format!("{nl}; of kies een host die dit wel aankan, zoals {name}: host: {}", word.nl),
                format!("{en}; or choose a host that can handle this, such as {name}: host: {}", word.en),
            )
        }
    }
}

pub(super) fn too_many_files(
    place: Place,
    facts: &HostFacts,
    files: usize,
    most: usize,
    other: Option<Host>,
) -> Diagnostic {
    let (name, nl, en) = (facts.name, Locale::Dutch, Locale::English);
    Diagnostic::new(
        Code::HostTooManyFiles,
        place,
        both(
            format!(
                "de site heeft {} bestanden, en {name} neemt er hoogstens {} aan",
                grouped_digits(files, nl),
                grouped_digits(most, nl)
            ),
            format!(
                "the site has {} files, but {name} accepts at most {}",
                grouped_digits(files, en),
                grouped_digits(most, en)
            ),
        ),
    )
    .hint(with_alternative(
        "haal documenten, foto's en oude berichten weg die niemand meer zoekt",
        "remove documents, photos and old news that nobody looks for any more",
        other,
    ))
}

pub(super) fn site_too_large(
    place: Place,
    facts: &HostFacts,
    (bytes, most): (u64, u64),
    largest_files: &[(&str, u64)],
    other: Option<Host>,
) -> Diagnostic {
    let name = facts.name;
    let list_largest = |locale| {
        let files = largest_files.iter().map(|(path, bytes)| format!("{path} ({})", size(*bytes, locale)));
        files.collect::<Vec<_>>().join(", ")
    };
    let (nl, en) = (Locale::Dutch, Locale::English);
    Diagnostic::new(
        Code::HostSiteTooLarge,
        place,
        both(
            format!("de site is {} groot, en {name} neemt hoogstens {} aan", size(bytes, nl), size(most, nl)),
            format!("the site is {}, but {name} accepts at most {}", size(bytes, en), size(most, en)),
        ),
    )
    .hint(with_alternative(
        &format!("maak kleiner wat het zwaarst weegt: {}", list_largest(nl)),
        &format!("reduce the size of the largest files: {}", list_largest(en)),
        other,
    ))
}

pub(super) fn file_too_large(
    place: Place,
    facts: &HostFacts,
    (path, bytes): (&str, u64),
    most: u64,
    other: Option<Host>,
) -> Diagnostic {
    let (name, nl, en) = (facts.name, Locale::Dutch, Locale::English);
    let (do_nl, do_en) = match kind_of(path) {
        File::Photo => (
            "maak de foto kleiner: 2.000 pixels breed is genoeg",
            "make the photo smaller: 2,000 pixels wide is enough",
        ),
        File::Film => {
            ("zet de film ergens anders en link ernaar", "put the film somewhere else and link to it")
        }
        File::Paper => (
            "bewaar het opnieuw, met kleinere foto's erin, of knip het in delen",
            "save it again with smaller photos in it, or split it into parts",
        ),
        File::Other => ("maak het bestand kleiner", "make the file smaller"),
    };
    Diagnostic::new(
        Code::HostFileTooLarge,
        place,
        both(
            format!(
                "'{path}' is {} groot, en {name} neemt geen bestanden boven {} aan",
                size(bytes, nl),
                size(most, nl)
            ),
            format!(
                "'{path}' is {}, but {name} does not accept files larger than {}",
                size(bytes, en),
                size(most, en)
            ),
        ),
    )
    .hint(with_alternative(do_nl, do_en, other))
}

pub(super) fn ending_refused(
    place: Place,
    facts: &HostFacts,
    path: &str,
    ending: &str,
    other: Option<Host>,
) -> Diagnostic {
    let name = facts.name;
    let (do_nl, do_en) = match kind_of(path) {
        File::Photo => ("bewaar de foto als jpg", "save the photo as a jpg"),
        File::Film => (
            "zet de film of het geluid ergens anders en link ernaar",
            "put the film or audio somewhere else and link to it",
        ),
        File::Paper => ("bewaar het als pdf", "save it as a pdf"),
        File::Other => {
            ("bewaar het als pdf of als tekst, of laat het weg", "save it as a pdf or text, or leave it out")
        }
    };
    Diagnostic::new(
        Code::HostEndingRefused,
        place,
        both(
            format!(
                "'{path}': een gratis site bij {name} mag geen bestanden hebben die op .{ending} eindigen"
            ),
            format!("'{path}': a free site at {name} cannot have files that end in .{ending}"),
        ),
    )
    .hint(with_alternative(do_nl, do_en, other))
}

/// What a file is to people, judging by its extension.
enum File {
    Photo,
    Film,
    Paper,
    Other,
}

fn kind_of(path: &str) -> File {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        _ if PictureKind::of_ending(ending).is_some_and(|kind| kind != PictureKind::Drawing) => File::Photo,
        "mp4" | "m4v" | "mov" | "webm" | "avi" | "mp3" | "m4a" | "wav" | "ogg" => File::Film,
        "pdf" | "doc" | "docx" | "odt" | "rtf" | "xls" | "xlsx" | "ods" | "ppt" | "pptx" | "odp"
        | "pages" => File::Paper,
        _ => File::Other,
    }
}

pub(super) fn no_not_found_page(place: Place, facts: &HostFacts, file: &str) -> Diagnostic {
    let name = facts.name;
    Diagnostic::new(
        Code::HostNoNotFoundPage,
        place,
        both(
            format!("{name} zoekt {file} voor wie verdwaalt, en dat bestand is er niet"),
            format!("{name} shows {file} for addresses that do not exist, but that file is missing"),
        ),
    )
    .hint(both(
        "haal weg wat je zelf op dat adres hebt gezet",
        "remove what you put at that address yourself",
    ))
}

pub(super) fn device_name(place: Place, path: &str, part: &str) -> Diagnostic {
    Diagnostic::new(
        Code::HostNameRefused,
        place,
        both(
            format!("'{path}': op Windows kan niets '{part}' heten, en dan kan niemand de site daar bewaren"),
            format!("'{path}': Windows does not allow the name '{part}', so the site cannot be stored there"),
        ),
    )
    .hint(both("geef het een andere naam", "give it a different name"))
}

pub(super) fn hidden_name(place: Place, facts: &HostFacts, path: &str) -> Diagnostic {
    let name = facts.name;
    Diagnostic::new(
        Code::HostNameRefused,
        place,
        both(
            format!("'{path}': {name} kan weglaten wat met een _ begint"),
            format!("'{path}': {name} may leave out anything that starts with _"),
        ),
    )
    .hint(both("geef het een naam zonder _ vooraan", "give it a name that does not start with _"))
}

pub(super) fn redirects_left_out(place: Place, facts: &HostFacts, all: usize, read: usize) -> Diagnostic {
    let (name, nl, en) = (facts.name, Locale::Dutch, Locale::English);
    Diagnostic::new(
        Code::HostTooManyRedirects,
        place,
        both(
            format!(
                "van {} oude adressen stuurt {name} er zelf {} door",
                grouped_digits(all, nl),
                grouped_digits(read, nl)
            ),
            format!(
                "of {} old addresses, {name} itself redirects {}",
                grouped_digits(all, en),
                grouped_digits(read, en)
            ),
        ),
    )
    .hint(both(
        "de andere gaan via een kleine pagina; dat werkt ook, alleen iets minder snel",
        "the others use a small redirect page; that works too, but is a little slower",
    ))
}

pub(super) fn no_folder(place: Place, facts: &HostFacts, folder: &str) -> Diagnostic {
    let name = facts.name;
    Diagnostic::new(
        Code::HostNoFolder,
        place,
        both(
            format!("het webadres heeft een map, {folder}, en bij {name} staat een site nooit in een map"),
            format!("the web address contains a folder, {folder}, but a site at {name} is never in a folder"),
        ),
    )
    .hint(both(
        "zet in site.yaml het webadres zonder map, zoals https://ons-dorp.nl",
        "put the web address without a folder in site.yaml, such as https://our-village.nl",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up() {
        let dutch = |bytes| size(bytes, Locale::Dutch);
        assert_eq!(dutch(25 << 20), "25 MB");
        assert_eq!(dutch((25 << 20) + 1), "25,1 MB");
        assert_eq!(dutch((26 << 20) - 1), "26 MB");
        assert_eq!(dutch(1 << 30), "1 GB");
        assert_eq!(dutch(0), "0 kB");
        assert_eq!(size(u64::MAX, Locale::English), "17179869184 GB");
        assert_eq!(
            (grouped_digits(20_000, Locale::Dutch), grouped_digits(999, Locale::Dutch)),
            ("20.000".into(), "999".into())
        );
        assert_eq!(grouped_digits(1_234_567, Locale::English), "1,234,567");
    }
}
