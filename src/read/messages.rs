//! The messages about files that cannot be read as they are, in Dutch and English.

use super::disk::Trouble;
use crate::ground::{Both, Code, Diagnostic, Place, both};

/// A file or folder that cannot be read from disk.
pub(super) fn trouble(place: Place, trouble: Trouble) -> Diagnostic {
    let file = place.file.clone();
    let (code, nl, en) = match trouble {
        Trouble::LinkOutside => (
            Code::LinkOnDisk,
            format!("'{file}' is een snelkoppeling naar een plek buiten de dorpsmap"),
            format!("'{file}' is a symbolic link to a place outside the village folder"),
        ),
        Trouble::LinkLoop => (
            Code::LinkOnDisk,
            format!("'{file}' is een snelkoppeling die in een kring loopt"),
            format!("'{file}' is a symbolic link that goes round in circles"),
        ),
        Trouble::LinkBroken => (
            Code::LinkOnDisk,
            format!("'{file}' is een snelkoppeling naar iets wat er niet is"),
            format!("'{file}' is a symbolic link to something that does not exist"),
        ),
        Trouble::LinkInside => (
            Code::LinkOnDisk,
            format!("'{file}' is een snelkoppeling naar iets anders in de dorpsmap"),
            format!("'{file}' is a symbolic link to something else in the village folder"),
        ),
        Trouble::NotAFile => (
            Code::NotAFile,
            format!("'{file}' is geen gewoon bestand"),
            format!("'{file}' is not an ordinary file"),
        ),
        Trouble::Unreadable => (
            Code::UnreadableFile,
            format!("'{file}' kan niet worden gelezen: de computer geeft geen toestemming"),
            format!("'{file}' cannot be read: the computer does not allow it"),
        ),
        Trouble::TooBig => (
            Code::FileTooBig,
            format!("'{file}' is te groot: een tekst is hooguit 1 MB, zo lang als een dik boek"),
            format!("'{file}' is too big: a text can be at most 1 MB, the length of a thick book"),
        ),
        Trouble::TooDeep => (
            Code::UnreadableFile,
            format!("'{file}' is niet gelezen: deze map ligt in te veel andere mappen"),
            format!("'{file}' was not read: this folder is nested too deeply"),
        ),
        Trouble::Gone => (
            Code::FileGone,
            format!("'{file}' verdween terwijl het werd gelezen"),
            format!("'{file}' disappeared while it was being read"),
        ),
    };
    Diagnostic::new(code, place, both(nl, en)).hint(trouble_hint(trouble))
}

fn trouble_hint(trouble: Trouble) -> Both {
    match trouble {
        Trouble::LinkOutside | Trouble::LinkLoop | Trouble::LinkBroken | Trouble::LinkInside => both(
            "zet het bestand zelf in de map, in plaats van een snelkoppeling",
            "put the file itself in the folder, instead of a link",
        ),
        Trouble::NotAFile => both("haal het weg uit de dorpsmap", "remove it from the village folder"),
        Trouble::Unreadable => both(
            "is het nog open in een ander programma? Kijk ook naar de eigenschappen: mag je het wel openen?",
            "is it still open in another program? Also check its properties: are you allowed to open it?",
        ),
        Trouble::TooBig => both(
            "is dit wel een tekst? Foto's horen in de map media, andere grote bestanden in documenten; verdeel een lange tekst over meer bestanden",
            "is this really a text? Photos go in the folder media, other large files in documents; split a long text into several files",
        ),
        Trouble::TooDeep => {
            both("zet wat erin staat in een map hogerop", "move its contents to a folder higher up")
        }
        Trouble::Gone => both(
            "wordt de map net bijgewerkt? Probeer het nog een keer",
            "is the folder being updated right now? Try again",
        ),
    }
}

pub(super) fn name_unreadable(place: Place) -> Diagnostic {
    let name = place.file.clone();
    Diagnostic::new(
        Code::UnreadableName,
        place,
        both(
            format!("de naam '{name}' bevat tekens die niet te lezen zijn"),
            format!("the name '{name}' contains characters that cannot be read"),
        ),
    )
    .hint(both("geef het bestand een naam met gewone letters", "give the file a name with ordinary letters"))
}

pub(super) fn not_a_text(place: Place) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::NotAText,
        place,
        both(
            format!("'{file}' is geen tekst, al heet het wel zo"),
            format!("'{file}' is not a text, despite its name"),
        ),
    )
    .hint(both(
        "het lijkt een foto, een Word-bestand of iets anders; hernoem het of haal het weg",
        "it seems to be a photo, a Word file or something else; rename or delete it",
    ))
}

pub(super) fn old_encoding(place: Place) -> Diagnostic {
    let letter = place.marked();
    Diagnostic::new(
        Code::OldEncoding,
        place,
        both(
            format!("de letter '{letter}' is opgeslagen op een oude manier (ANSI) die niet meer te lezen is"),
            format!("the letter '{letter}' was saved in an old encoding (ANSI) that can no longer be read"),
        ),
    )
    .hint(both(
        "kies in Kladblok: Opslaan als, en daar bij Codering: UTF-8",
        "in Notepad, choose Save as, and under Encoding choose UTF-8",
    ))
}

/// A text file without content, whose page would be just as empty.
pub(super) fn empty_file(place: Place) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::EmptyFile,
        place,
        both(format!("in '{file}' staat niets"), format!("there is nothing in '{file}'")),
    )
    .hint(both(
        "schrijf er iets in en bewaar het, of haal het bestand weg",
        "write something in it and save it, or delete the file",
    ))
}

pub(super) fn block_not_closed(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BlockNotClosed,
        place,
        both(
            "het blok tussen de streepjes wordt niet afgesloten",
            "the block between the dashes is not closed",
        ),
    )
    .hint(both(
        "zet na de laatste regel van het blok nog een regel met drie streepjes: ---",
        "after the last line of the block, add another line with three dashes: ---",
    ))
}

pub(super) fn block_not_opened(place: Place) -> Diagnostic {
    let line = format!("---\n{}", place.excerpt);
    Diagnostic::new(
        Code::BlockNotOpened,
        place,
        both(
            "boven het blok ontbreekt de regel met drie streepjes",
            "the line with three dashes above the block is missing",
        ),
    )
    .hint(both("begin het bestand met een regel: ---", "begin the file with a line: ---"))
    .correction(line)
}

pub(super) fn block_without_dashes(place: Place) -> Diagnostic {
    let line = format!("---\n{}", place.excerpt);
    Diagnostic::new(
        Code::BlockNotOpened,
        place,
        both(
            "boven en onder dit blok ontbreekt een regel met drie streepjes",
            "the lines with three dashes above and below this block are missing",
        ),
    )
    .hint(both(
        "zet ook onder de laatste regel van het blok een regel: ---",
        "also put this line below the last line of the block: ---",
    ))
    .correction(line)
}

pub(super) fn odd_dashes(place: Place) -> Diagnostic {
    let typed = place.marked();
    Diagnostic::new(
        Code::BlockNotClosed,
        place,
        both(
            format!("'{typed}' is geen regel met drie streepjes"),
            format!("'{typed}' is not a line with three dashes"),
        ),
    )
    .correction("---")
}

pub(super) fn indented_dashes(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BlockNotClosed,
        place,
        both(
            "er staat een spatie voor de drie streepjes die het blok afsluiten",
            "there is a space in front of the three dashes that close the block",
        ),
    )
    .hint(both("zet ze helemaal vooraan", "put them at the very start of the line"))
    .correction("---")
}

pub(super) fn words_after_dashes(place: Place) -> Diagnostic {
    let words = place.marked();
    let words = words.trim_start_matches('-').trim().to_owned();
    Diagnostic::new(
        Code::BlockNotClosed,
        place,
        both(
            format!("achter de drie streepjes staat nog iets: '{words}'"),
            format!("there is something after the three dashes: '{words}'"),
        ),
    )
    .hint(both(
        "zet op deze regel alleen de drie streepjes, en de rest op een eigen regel",
        "leave only the three dashes on this line, and put the rest on a line of its own",
    ))
    .correction(format!("---\n{words}"))
}

/// Another block below the text of a Markdown file.
pub(super) fn second_block(place: Place) -> Diagnostic {
    let words = place.marked();
    Diagnostic::new(
        Code::YamlSecondDocument,
        place,
        both(
            format!("in een .md-bestand staat één blok; dit tweede wordt niet gelezen: '{words}'"),
            format!("a .md file holds one block; this second one is not read: '{words}'"),
        ),
    )
    .hint(both(
        "zet dit blok, met de streepjes en de tekst eronder, in een eigen bestand",
        "put this block, with its dashes and the text below it, in a file of its own",
    ))
}

/// A dash in front of a key of a block.
pub(super) fn dash_before_key(place: Place, correction: String) -> Diagnostic {
    Diagnostic::new(
        Code::BlockWithoutKeys,
        place,
        both(
            "in het blok tussen de streepjes hoort geen streepje voor een veld",
            "there should be no dash in front of a key in the block between the dashes",
        ),
    )
    .hint(both("haal het streepje weg", "remove the dash"))
    .correction(correction)
}

/// A list of entries in the block of a Markdown file.
pub(super) fn list_in_markdown(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BlockWithoutKeys,
        place,
        both(
            "hier begint een lijst, maar een .md-bestand vertelt over één ding",
            "a list starts here, but a .md file describes one thing",
        ),
    )
    .hint(both(
        "geef elk onderdeel een eigen .md-bestand, of zet de lijst zonder de regels --- in een .yaml-bestand",
        "give every entry its own .md file, or put the list in a .yaml file, without the --- lines",
    ))
}

pub(super) fn block_with_pluses(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BlockWithPluses,
        place,
        both(
            "een blok tussen plussen (+++) kan Dorpsplein niet lezen",
            "Dorpsplein cannot read a block between pluses (+++)",
        ),
    )
    .hint(both(
        "zet er drie streepjes voor in de plaats, en schrijf 'veld: waarde' in plaats van 'veld = waarde'",
        "use three dashes instead, and write 'key: value' instead of 'key = value'",
    ))
    .correction("---")
}

pub(super) fn block_without_keys(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BlockWithoutKeys,
        place,
        both(
            "in het blok tussen de streepjes staat geen enkel woord met een dubbele punt erachter",
            "the block between the dashes has no word followed by a colon",
        ),
    )
    .hint(both(
        "schrijf bijvoorbeeld: titel: Koffie in het dorpshuis",
        "write, for example: title: Coffee in the village hall",
    ))
}

pub(super) fn entry_without_keys(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::EntryWithoutKeys,
        place,
        both(
            "hier hoort een onderdeel met woorden en waarden te staan, zoals 'titel: Koffie'",
            "an entry with keys and values is expected here, such as 'title: Coffee'",
        ),
    )
}

pub(super) fn html_too_deep(place: Place, element: &str) -> Diagnostic {
    Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            format!("<{element}> staat in te veel andere stukken HTML; vanaf hier is de HTML weggelaten"),
            format!("<{element}> is nested too deeply in other HTML; the HTML from here on was left out"),
        ),
    )
    .hint(both(
        "sluit wat je opent, of schrijf het zonder HTML",
        "close what you open, or write it without HTML",
    ))
}

pub(super) fn html_element_left_out(place: Place, element: &str) -> Diagnostic {
    let hint = match element {
        "iframe" | "embed" | "object" => both(
            "zet er een gewone link voor in de plaats; voor een film is er het blok ```film, met titel en adres",
            "use an ordinary link instead; for a film there is the ```film block, with a title and an address",
        ),
        "video" | "source" => both(
            "zet er een blok ```film voor in de plaats, met titel en adres",
            "use a ```film block instead, with a title and an address",
        ),
        "audio" => both("zet er een gewone link voor in de plaats", "use an ordinary link instead"),
        "font" | "center" | "style" => both("de opmaak komt van het thema", "styling comes from the theme"),
        _ => both("schrijf het zonder HTML", "write it without HTML"),
    };
    Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            format!("<{element}> mag niet in een tekst en is weggelaten"),
            format!("<{element}> is not allowed in a text and was left out"),
        ),
    )
    .hint(hint)
}

pub(super) fn html_attribute_left_out(place: Place, attribute: &str) -> Diagnostic {
    Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            format!("'{attribute}' mag niet in HTML in een tekst en is weggelaten"),
            format!("'{attribute}' is not allowed in HTML in a text and was left out"),
        ),
    )
    .hint(both("haal het weg", "remove it"))
}

/// An insert in a text that is not the body of a Markdown file.
pub(super) fn insert_in_field(place: Place, word: &str) -> Diagnostic {
    Diagnostic::new(
        Code::InsertInField,
        place,
        both(
            format!("een blok '{word}' kan niet in een tekst die achter een veld staat"),
            format!("a '{word}' block cannot be used in the text of a key"),
        ),
    )
    .hint(both(
        "zet het in de tekst onder de streepjes van een .md-bestand",
        "put it in the text below the dashes in a .md file",
    ))
}
