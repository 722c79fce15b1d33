//! What is said of Markdown that was nearly written right, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// A word behind a fence that is nearly one that is known.
pub(super) fn unknown_insert(place: Place, word: &str, near: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownInsert,
        place,
        both(
            format!("een blok '{word}' is niet bekend; het staat nu als programmatekst op de site"),
            format!("a block '{word}' is not known; it is on the site as program text now"),
        ),
    )
    .hint(both(format!("bedoel je '{near}'?"), format!("do you mean '{near}'?")))
}

/// `line` begins with so many `#`, and right behind them a word.
pub(super) fn heading_without_blank(place: Place, line: &str, marks: usize) -> Diagnostic {
    let (signs, words) = line.split_at(marks);
    Diagnostic::new(
        Code::HeadingWithoutBlank,
        place,
        both(
            format!("dit is nog geen kop: de '{signs}' staat nu gewoon op de site"),
            format!("this is no heading yet: the '{signs}' is on the site as it is"),
        ),
    )
    .hint(both(format!("zet een spatie achter '{signs}'"), format!("put a blank behind '{signs}'")))
    .correction_with(Some(&format!("{signs} {words}")))
}

/// `[words] (target)`.
pub(super) fn link_with_blank(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen link: de haken staan nu gewoon op de site",
            "this is no link yet: the brackets are on the site as they are",
        ),
    )
    .hint(both("haal de spatie tussen '] (' weg", "take away the blank in '] ('"))
    .correction_with(Some(&typed.replacen("] (", "](", 1)))
}

/// `[words](an address.pdf)`: an address ends at a blank.
pub(super) fn blank_in_address(place: Place, typed: &str, address: &str) -> Diagnostic {
    let is_number = address.starts_with("tel:") || address.starts_with("mailto:");
    let is_on_web = ["http://", "https://", "www."].iter().any(|start| address.starts_with(start));
    let (right, hint) = if is_number {
        (
            address.replace(' ', ""),
            both("haal de spaties in het adres weg", "take the blanks in the address away"),
        )
    } else if is_on_web || address.contains(['<', '>']) {
        let hint = both("schrijf %20 in plaats van een spatie", "write %20 instead of a blank");
        (address.replace(' ', "%20"), hint)
    } else {
        (format!("<{address}>"), both("zet < en > om het adres", "put < and > around the address"))
    };
    let message = if typed.starts_with('!') {
        both(
            format!("deze foto komt zo niet op de site: in '{address}' staat een spatie"),
            format!("this picture does not get on the site: there is a blank in '{address}'"),
        )
    } else {
        both(
            format!("dit is nog geen link: in '{address}' staat een spatie"),
            format!("this is no link yet: there is a blank in '{address}'"),
        )
    };
    let correction = typed.replacen(address, &right, 1);
    Diagnostic::new(Code::LinkWithBlank, place, message).hint(hint).correction_with(Some(&correction))
}

/// `[words](address` without its end.
pub(super) fn link_not_closed(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen link: het haakje achter het adres ontbreekt",
            "this is no link yet: the bracket behind the address is missing",
        ),
    )
    .hint(both("zet een ) achter het adres", "put a ) behind the address"))
    .correction_with(Some(&format!("{typed})")))
}

/// `<!--` without `-->`. A text inside YAML has no lines of its own to correct.
pub(super) fn comment_not_closed(place: Place, has_own_lines: bool) -> Diagnostic {
    let line = format!("{} -->", place.excerpt.trim_end());
    let diagnostic = Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            "deze notitie (<!--) houdt nergens op: alles wat erna komt, is weggelaten",
            "this note (<!--) ends nowhere: everything behind it was left out",
        ),
    )
    .hint(both("zet --> aan het eind van de notitie", "put --> at the end of the note"));
    if has_own_lines { diagnostic.correction(line) } else { diagnostic }
}
