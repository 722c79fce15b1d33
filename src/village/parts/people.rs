//! People and papers: contacts, board members, how to sign up, and attachments.

use crate::field::{
    At, Day, Described, Email, FieldInfo, FieldReader, FieldValue, Line, Paper, Phone, Web, YesNo,
    another_number, describe, link_parts, phones_in,
};
use crate::ground::{Code, Diagnostic, Locale, Place, both};
use crate::read::Node;

describe! {
    /// How to reach a person or organisation.
    pub struct Contact short contact_from_line = "info@dorpshuis.nl" {
        optional name / naam ("persoon", "person"): Line,
            "Wie het is." | "Who it is.";
        optional phone / telefoon ("tel", "telefoonnummer", "mobiel", "mobile"): Phone,
            "Het telefoonnummer." | "The telephone number.";
        optional email / email ("mail", "e_mail", "emailadres", "mailadres"): Email,
            "Het e-mailadres." | "The e-mail address.";
        optional website / website ("site", "web", "url"): Web,
            "De website." | "The website.";
    }
}

/// Reads a telephone number, an e-mail address, a website or a name on one line.
fn contact_from_line(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<Contact> {
    if let Some((parts, extra_number)) = parts_on_line(line) {
        let locale = reader.locale().unwrap_or_default();
        reader.report(separate_parts(reader.place(node.span), &parts, extra_number, locale));
        return None;
    }
    let mut contact = Contact::default();
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let lower = line.to_lowercase();
    if line.contains('@') || lower.contains("[at]") || lower.contains("(at)") {
        contact.email = Some(At { value: Email::take(node, reader)?, span: node.span });
    } else if line.starts_with("http") || line.starts_with("www.") {
        contact.website = Some(At { value: Web::take(node, reader)?, span: node.span });
    } else if digits >= 8 {
        contact.phone = Some(At { value: Phone::take(node, reader)?, span: node.span });
    } else {
        contact.name = Some(At { value: Line::take(node, reader)?, span: node.span });
    }
    Some(contact)
}

/// A field of a contact, with what was typed for it.
type Part<'t> = (&'static FieldInfo, &'t str);

/// Splits `Jan de Vries, 06-12345678, mail jan@dorp.nl` into its fields, and a second number for which there
/// is no field; `None` if there is only one part.
fn parts_on_line(line: &str) -> Option<(Vec<Part<'_>>, Option<&str>)> {
    if let Some((words, target)) = link_parts(line) {
        let parts = [parts_of(words)?, parts_of(target)?].concat();
        let is_same = parts.len() == 2 && parts[0].0.en == parts[1].0.en;
        return Some((if is_same { parts[1..].to_vec() } else { parts }, None));
    }
    let pieces = line.split([',', ';', '|']).map(str::trim).filter(|piece| !piece.is_empty());
    let mut parts: Vec<Part<'_>> = pieces.map(parts_of).collect::<Option<Vec<_>>>()?.concat();
    let mut phones = parts.iter().enumerate().filter(|(_, (field, _))| field.en == "phone").skip(1);
    let second = phones.next().map(|(at, _)| at);
    let extra_number = second.map(|at| parts.remove(at).1);
    let is_duplicate = |at: usize| parts[..at].iter().any(|(field, _)| field.en == parts[at].0.en);
    (parts.len() > 1 && !(0..parts.len()).any(is_duplicate)).then_some((parts, extra_number))
}

/// Splits a piece between two commas, which may still have several parts: `Jan de Vries (0591-123456)`.
fn parts_of(piece: &str) -> Option<Vec<Part<'_>>> {
    let field = |name: &str| Contact::FIELDS.iter().find(|field| field.en == name);
    let piece = without_label(piece);
    let digits = piece.chars().filter(char::is_ascii_digit).count();
    if piece.is_empty() {
        return Some(Vec::new());
    }
    if piece.starts_with("http") || piece.starts_with("www.") {
        return Some(vec![(field("website")?, piece)]);
    }
    if let Some(address) = piece.split([' ', '(', ')', '<', '>']).find(|word| is_address(word)) {
        let (before, after) = piece.split_once(address)?;
        let around = |words| parts_of(trim_punctuation(words));
        return Some([around(before)?, vec![(field("email")?, address)], around(after)?].concat());
    }
    if piece.contains('@') || (1..8).contains(&digits) {
        return None;
    }
    if digits == 0 {
        return Some(vec![(field("name")?, piece)]);
    }
    let at = piece.find(|letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '('))?;
    let (name, number) = piece.split_at(at);
    let bare = number.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let number = bare.filter(|bare| !bare.contains(')')).unwrap_or(number);
    if let [first, second] = *phones_in(number) {
        let phone = field("phone")?;
        return Some([parts_of(trim_punctuation(name))?, vec![(phone, first), (phone, second)]].concat());
    }
    // `0591-123456 en Piet 06-12345678` is more than one number.
    if number.contains(char::is_alphabetic) {
        return None;
    }
    Some([parts_of(trim_punctuation(name))?, vec![(field("phone")?, number)]].concat())
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

fn trim_punctuation(words: &str) -> &str {
    words.trim_matches([' ', '(', ')', '<', '>', '-', '–', '.'])
}

/// Drops a first or last word that is only a label: `tel.`, `e-mail:`.
fn without_label(words: &str) -> &str {
    const LABELS: [&str; 12] = [
        "tel",
        "telefoon",
        "telefoonnummer",
        "mobiel",
        "phone",
        "mail",
        "e-mail",
        "email",
        "e-mailadres",
        "mailadres",
        "via",
        "of",
    ];
    let is_label = |word: &str| {
        let bare = word.trim_end_matches([':', '.']).to_lowercase();
        LABELS.contains(&bare.as_str())
    };
    let words = words.trim();
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let words = if is_label(first) { rest.trim() } else { words };
    match words.rsplit_once(' ') {
        Some((rest, last)) if is_label(last) => rest.trim(),
        _ => words,
    }
}

/// Reports a line with more than one part, if there is a number or an e-mail address among them. Returns
/// whether it did.
pub(super) fn report_parts(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> bool {
    let is_phone_or_email = |(field, _): &Part<'_>| matches!(field.en, "phone" | "email");
    let Some((parts, extra_number)) =
        parts_on_line(line).filter(|(parts, _)| parts.iter().any(is_phone_or_email))
    else {
        return false;
    };
    reader.report(separate_parts(
        reader.place(node.span),
        &parts,
        extra_number,
        reader.locale().unwrap_or_default(),
    ));
    true
}

fn separate_parts(
    place: Place,
    parts: &[Part<'_>],
    extra_number: Option<&str>,
    locale: Locale,
) -> Diagnostic {
    let prefix = place.prefix();
    // What begins below its key has the indentation of its fields already.
    let is_below = place.column as usize == prefix.chars().count() + 1 && !prefix.contains('-');
    let key = place.excerpt.get(prefix.len()..).and_then(|rest| rest.split_once(':')).map(|(key, _)| key);
    let indent = if is_below { prefix.to_owned() } else { " ".repeat(prefix.len() + 2) };
    let fields = parts.iter().map(|(field, words)| format!("{indent}{}: {words}", field.name(locale)));
    let fields = fields.collect::<Vec<_>>().join("\n");
    let lines = match key {
        _ if is_below => Some(fields),
        key => key.map(|key| format!("{prefix}{key}:\n{fields}")),
    };
    let more = extra_number.map(|number| another_number(&place, number));
    let remark = Diagnostic::new(
        Code::GroupExpected,
        place,
        both(
            "hier staat meer dan één gegeven, en elk heeft een eigen regel",
            "this is more than one piece of information, and each needs a line of its own",
        ),
    );
    match (lines, more) {
        (Some(lines), Some((nl, en))) => remark
            .hint(both(
                format!("hier past één nummer; {nl}"),
                format!("there is room for one number here; {en}"),
            ))
            .correction(lines),
        (Some(lines), None) => remark.correction(lines),
        (None, _) => remark.hint(both(
            "begin elke regel met naam:, telefoon: of email:",
            "begin each line with name:, phone: or email:",
        )),
    }
}

describe! {
    /// A member of a board.
    pub struct BoardMember short only_name = "Jan de Vries" {
        required name / naam: Line,
            "Hoe iemand heet." | "The name of the person.";
        optional role / rol ("functie"): Line,
            "Wat iemand doet: voorzitter, secretaris, penningmeester." | "The role of the person: chair, secretary, treasurer.";
        optional email / email: Email,
            "Het e-mailadres van de functie, liever niet dat van thuis." | "The e-mail address for the role, preferably not a private one.";
    }
}

fn only_name(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<BoardMember> {
    let value = Line::take(node, reader)?;
    Some(BoardMember { name: Some(At { value, span: node.span }), ..BoardMember::default() })
}

describe! {
    /// How to sign up.
    pub struct Signup short signup_from_line = "bij Anja, 0521 12 34 56" {
        optional needed / nodig ("verplicht"): YesNo,
            "Of aanmelden moet." | "Whether signing up is required.";
        optional how / hoe ("tekst"): Line,
            "Hoe mensen zich aanmelden." | "How to sign up.";
        optional before / voor ("uiterlijk", "tot"): Day,
            "Tot welke dag aanmelden kan." | "The last day to sign up.";
        optional phone / telefoon ("tel"): Phone,
            "Het telefoonnummer om aan te melden." | "The telephone number for signing up.";
        optional email / email ("mail"): Email,
            "Het e-mailadres om aan te melden." | "The e-mail address for signing up.";
        optional link / link ("website", "url", "formulier"): Web,
            "De pagina om aan te melden." | "The page for signing up.";
    }
}

/// Reads whether signing up is required, or how to do it, on one line.
fn signup_from_line(line: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<Signup> {
    let mut signup = Signup::default();
    if let Ok(needed) = match line.to_lowercase().as_str() {
        "ja" | "yes" | "verplicht" | "nodig" => Ok(true),
        "nee" | "no" | "niet nodig" | "niet" | "geen" => Ok(false),
        _ => Err(()),
    } {
        signup.needed = Some(At { value: YesNo(needed), span: node.span });
    } else if line.starts_with("http") {
        signup.link = Some(At { value: Web::take(node, reader)?, span: node.span });
    } else if line.chars().filter(char::is_ascii_digit).count() >= 8 && !line.contains(char::is_alphabetic) {
        signup.phone = Some(At { value: Phone::take(node, reader)?, span: node.span });
    } else if line.contains('@') && !line.contains(' ') {
        signup.email = Some(At { value: Email::take(node, reader)?, span: node.span });
    } else {
        signup.how = Some(At { value: Line::take(node, reader)?, span: node.span });
    }
    Some(signup)
}

describe! {
    /// A document with its title.
    pub struct Attachment short only_file = "documenten/notulen.pdf" {
        required file / bestand ("pad", "path"): Paper,
            "Het bestand in de map documenten of media, of een tekst van de site (.md)."
            | "A file in the folder documents or media, or a text of the site (.md).";
        optional title / titel ("naam", "name"): Line,
            "Hoe het document heet." | "What the document is called.";
    }
}

fn only_file(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<Attachment> {
    let value = Paper::take(node, reader)?;
    Some(Attachment { file: Some(At { value, span: node.span }), title: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_details_on_one_line_are_split() {
        for (line, parts) in [
            (
                "Jan de Vries, 06-12345678, jan@dorp.nl",
                "name: Jan de Vries|phone: 06-12345678|email: jan@dorp.nl",
            ),
            (
                "Jan de Vries, tel. 0591-123456, mail jan@dorp.nl",
                "name: Jan de Vries|phone: 0591-123456|email: jan@dorp.nl",
            ),
            ("Jan de Vries (0591-123456)", "name: Jan de Vries|phone: 0591-123456"),
            ("Jan de Vries <jan@dorp.nl>", "name: Jan de Vries|email: jan@dorp.nl"),
            ("Jan tel: (0591) 12 34 56", "name: Jan|phone: (0591) 12 34 56"),
            (
                "Jan, e-mail: jan@dorp.nl of tel. 0591-123456",
                "name: Jan|email: jan@dorp.nl|phone: 0591-123456",
            ),
        ] {
            let (found, left) = parts_on_line(line).expect(line);
            assert_eq!(left, None, "{line}");
            let found = found.iter().map(|(field, words)| format!("{}: {words}", field.en));
            assert_eq!(found.collect::<Vec<_>>().join("|"), parts);
        }
        for line in [
            "Jan, 0591-123456 / 06-12345678",
            "Jan, 0591-123456, 06-12345678",
            "Jan 0591-123456 of 06-12345678",
        ] {
            let (found, left) = parts_on_line(line).expect(line);
            let found: Vec<&str> = found.iter().map(|(_, words)| *words).collect();
            assert_eq!(
                (found.as_slice(), left),
                (&["Jan", "0591-123456"][..], Some("06-12345678")),
                "{line}"
            );
        }
        for line in ["Jan de Vries", "Jan, Piet", "jan@dorp.nl", "tel. 0591-123456", "Zaal 3, Brink 4", ""] {
            assert!(parts_on_line(line).is_none(), "{line}");
        }
    }
}
