//! The messages about YAML that cannot be read as it is, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};
use crate::read::bullet_signs::Bullet;

pub(super) fn too_deep(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::YamlTooDeep,
        place,
        both(
            "hier zitten lijsten en blokken veel te diep in elkaar",
            "lists and blocks are nested far too deeply here",
        ),
    )
    .hint(both(
        "maak het eenvoudiger, of kijk of het wel een bestand voor deze site is",
        "simplify it, or check that this file really belongs to this site",
    ))
}

pub(super) fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::YamlSecondDocument,
        place,
        both(
            "in een .yaml-bestand staat één blok; een tweede na '---' wordt niet gelezen",
            "a .yaml file holds one block; a second one after '---' is not read",
        ),
    )
    .hint(both(
        "maak er een lijst van: begin elk onderdeel met een streepje en een spatie",
        "make it a list: start every entry with a dash and a space",
    ))
}

pub(super) fn colon_in_value(place: Place, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlColon,
        place,
        both("er staat nog een dubbele punt in deze regel", "there is a second colon in this line"),
    )
    .hint(both("zet de hele waarde tussen aanhalingstekens", "put quotation marks around the whole value"))
    .correction(meant)
}

pub(super) fn missing_colon(place: Place, meant: Option<String>) -> Diagnostic {
    let words = place.marked();
    let remark = Diagnostic::new(
        Code::YamlMissingColon,
        place,
        both(format!("in '{words}' ontbreekt de dubbele punt"), format!("the colon is missing in '{words}'")),
    )
    .hint(both(
        "schrijf een woord, een dubbele punt, een spatie en dan de waarde",
        "write a word, a colon, a space and then the value",
    ));
    match meant {
        Some(meant) => remark.correction(meant),
        None => remark,
    }
}

pub(super) fn no_space_after_colon(place: Place, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlNoBlank,
        place,
        both("achter de dubbele punt hoort een spatie", "there should be a space after the colon"),
    )
    .correction(meant)
}

pub(super) fn special_start(place: Place, meant: String) -> Diagnostic {
    let sign = place.marked();
    Diagnostic::new(
        Code::YamlSpecialStart,
        place,
        both(
            format!("een waarde kan niet zomaar met {sign} beginnen"),
            format!("a value that starts with {sign} needs quotation marks"),
        ),
    )
    .hint(both("zet de hele waarde tussen aanhalingstekens", "put quotation marks around the whole value"))
    .correction(meant)
}

/// `begin: ?`: still to be filled in.
pub(super) fn only_signs(place: Place) -> Diagnostic {
    let signs = place.marked();
    Diagnostic::new(
        Code::YamlSpecialStart,
        place,
        both(format!("hier staat alleen '{signs}'"), format!("there is only '{signs}' here")),
    )
    .hint(both(
        "vul in wat hier hoort, of haal de regel weg als het nog niet bekend is",
        "fill in the value, or remove the line if it is not known yet",
    ))
}

pub(super) fn unclosed_quote(place: Place, meant: Option<String>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::YamlUnclosedQuote,
        place,
        both("dit aanhalingsteken wordt niet gesloten", "this quotation mark is not closed"),
    )
    .hint(both("zet er ook een aan het eind van de waarde", "add another one at the end of the value"));
    match meant {
        Some(meant) => remark.correction(meant),
        None => remark,
    }
}

pub(super) fn text_after_quote(place: Place, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlTextAfterQuote,
        place,
        both(
            "hier staan aanhalingstekens die niet om de hele waarde heen staan",
            "the quotation marks here do not enclose the whole value",
        ),
    )
    .hint(both("zet aanhalingstekens om de hele waarde", "put quotation marks around the whole value"))
    .correction(meant)
}

pub(super) fn backslash(place: Place, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlBackslash,
        place,
        both("een schuine streep naar achteren (\\) kan hier niet", "a backslash (\\) is not allowed here"),
    )
    .hint(both("gebruik een gewone schuine streep", "use a forward slash instead"))
    .correction(meant)
}

pub(super) fn unclosed_bracket(place: Place, close: &str, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlUnclosedBracket,
        place,
        both(
            format!("dit haakje wordt niet gesloten met {close}"),
            format!("this bracket is not closed with {close}"),
        ),
    )
    .hint(both(
        "sluit het, of zet de waarde tussen aanhalingstekens",
        "close it, or put quotation marks around the value",
    ))
    .correction(meant)
}

pub(super) fn list_on_one_line(place: Place, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlListOnOneLine,
        place,
        both("een lijst met streepjes begint op een nieuwe regel", "a list with dashes starts on a new line"),
    )
    .correction(meant)
}

pub(super) fn tab(place: Place, indent: usize, meant: String) -> Diagnostic {
    let hint = match indent {
        0 => both("haal de tab vooraan weg", "remove the tab at the start of the line"),
        1 => both("gebruik één spatie", "use one space"),
        2 => both("gebruik twee spaties", "use two spaces"),
        many => both(format!("gebruik {many} spaties"), format!("use {many} spaces")),
    };
    Diagnostic::new(
        Code::YamlTab,
        place,
        both("hier staat een tab; inspringen gaat met spaties", "there is a tab here; use spaces to indent"),
    )
    .hint(hint)
    .correction(meant)
}

/// How far a line should be indented, and the lines that show it.
pub(super) struct MeantIndent {
    pub(super) indent: usize,
    pub(super) than: ComparedWith,
}

pub(super) enum ComparedWith {
    /// The line above has a value, so nothing can belong to it.
    Above,
    /// The lines below begin further to the left.
    Below,
    /// No line above has the same indentation.
    Around,
}

pub(super) fn indented(place: Place, meant: &MeantIndent, correction: String) -> Diagnostic {
    let message = match meant.than {
        ComparedWith::Above => both(
            "deze regel springt in, maar de regel erboven heeft al een waarde",
            "this line is indented, but the line above already has a value",
        ),
        ComparedWith::Below => both(
            "deze regel springt in, maar de regels eronder niet",
            "this line is indented, but the lines below are not",
        ),
        ComparedWith::Around => both(
            "deze regel springt anders in dan de regels erboven",
            "this line is indented differently from the lines above",
        ),
    };
    let hint = match meant.indent {
        0 => both("haal de spaties vooraan weg", "remove the spaces at the start of the line"),
        1 => both("zet er precies één spatie voor", "put exactly one space in front of it"),
        2 => both("zet er precies twee spaties voor", "put exactly two spaces in front of it"),
        many => both(
            format!("zet er precies {many} spaties voor"),
            format!("put exactly {many} spaces in front of it"),
        ),
    };
    Diagnostic::new(Code::YamlIndented, place, message).hint(hint).correction(correction)
}

/// A line that belongs to the value of a key above it and is not indented.
pub(super) fn belongs_above(place: Place, key: &str, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlMissingColon,
        place,
        both(
            "deze regel begint niet met een veld en een dubbele punt",
            "this line does not start with a key and a colon",
        ),
    )
    .hint(both(
        format!("hoort hij bij '{key}' hierboven? Zet er dan twee spaties voor"),
        format!("does it belong to '{key}' above? Then put two spaces in front of it"),
    ))
    .correction(meant)
}

/// A value that spans several lines, with a colon in one of them.
pub(super) fn colon_in_long_value(place: Place, words: &str, meant: Option<String>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::YamlColon,
        place,
        both(
            format!(
                "deze waarde loopt door op de volgende regel, en daar staat nog een dubbele punt: '{words}'"
            ),
            format!("this value continues on the next line, where there is another colon: '{words}'"),
        ),
    )
    .hint(both(
        "zet een > achter de eerste dubbele punt, en begin de tekst op de regel eronder",
        "put a > after the first colon, and start the text on the line below",
    ));
    match meant {
        Some(meant) => remark.correction(meant),
        None => remark,
    }
}

/// `titel; Koffie`, `datum= 3 mei`, or the wide colon of another keyboard layout.
pub(super) fn other_sign(place: Place, key: &str, sign: char, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlMissingColon,
        place,
        both(
            format!("achter '{key}' hoort een gewone dubbele punt, geen {sign}"),
            format!("'{key}' should be followed by an ordinary colon, not {sign}"),
        ),
    )
    .correction(meant)
}

/// `**titel:** Koffie`.
pub(super) fn stars_around_key(place: Place, key: &str, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlSpecialStart,
        place,
        both(
            format!("om '{key}' horen geen sterretjes"),
            format!("there should be no asterisks around '{key}'"),
        ),
    )
    .correction(meant)
}

/// A list item that does not start with a dash and a space.
pub(super) fn odd_bullet(place: Place, bullet: Bullet, meant: Option<String>) -> Diagnostic {
    let message = match bullet {
        Bullet::Sign(sign) => both(
            format!("een lijst begint met een streepje en een spatie, en niet met '{sign}'"),
            format!("a list item starts with a dash and a space, not with '{sign}'"),
        ),
        Bullet::Tight => both("achter het streepje hoort een spatie", "the dash needs a space after it"),
        Bullet::NonBreaking => both(
            "achter het streepje staat een vaste spatie, zoals Word die maakt; typ daar een gewone spatie",
            "the dash is followed by a non-breaking space, as inserted by Word; type an ordinary space there",
        ),
    };
    let remark = Diagnostic::new(Code::YamlSpecialStart, place, message);
    match meant {
        Some(lines) => remark.correction(lines),
        None => remark,
    }
}

/// `- begin: 20.00`, in a block without a list.
pub(super) fn stray_dash(place: Place, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlUnreadable,
        place,
        both("voor een veld hoort geen streepje", "there should be no dash in front of a key"),
    )
    .hint(both("haal het streepje weg", "remove the dash"))
    .correction(meant)
}

/// `kosten: -`.
pub(super) fn lone_dash(place: Place, key: &str, meant: String) -> Diagnostic {
    Diagnostic::new(
        Code::YamlListOnOneLine,
        place,
        both(
            format!("achter '{key}' staat alleen een streepje"),
            format!("there is only a dash after '{key}'"),
        ),
    )
    .hint(both("is er niets te vertellen? Laat het dan leeg", "nothing to fill in? Then leave it empty"))
    .correction(meant)
}

pub(super) fn hash_cuts(place: Place, meant: String) -> Diagnostic {
    let words = place.marked();
    Diagnostic::new(
        Code::YamlHash,
        place,
        both(
            format!("'{words}' telt niet mee: wat achter een # staat, wordt niet gelezen"),
            format!("'{words}' is ignored: anything after a # is not read"),
        ),
    )
    .hint(both(
        "hoort het erbij? Zet de hele waarde tussen aanhalingstekens",
        "is it part of the value? Put quotation marks around the whole value",
    ))
    .correction(meant)
}

pub(super) fn unreadable_line(place: Place) -> Diagnostic {
    let words = place.marked();
    Diagnostic::new(
        Code::YamlUnreadable,
        place,
        both(format!("deze regel is niet te lezen: {words}"), format!("this line cannot be read: {words}")),
    )
    .hint(both(
        "schrijf een woord, een dubbele punt, een spatie en dan de waarde tussen aanhalingstekens",
        "write a word, a colon, a space and then the value in quotation marks",
    ))
}
