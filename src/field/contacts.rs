//! Contact details, and the registration numbers of organisations, all kept as text.

use super::contact_messages as messages;
use super::fact::{Fact, Visitor};
use super::field_value::FieldValue;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::closest;
use crate::read::{Node, Span};

/// A telephone number as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(pub String);

impl FieldValue for Phone {
    const SHAPE: Shape = Shape::Phone;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let digits = digits_in(typed);
        if is_of_a_phone(typed) && (3..=15).contains(&digits) {
            if let Some(usual) = usual_digits(typed).filter(|usual| *usual != digits) {
                reader.report(messages::odd_phone(reader.place(node.span), typed, digits, usual));
            } else if lacks_zero(typed) {
                reader.report(messages::phone_without_zero(reader.place(node.span), typed));
            }
            return Some(Self(typed.to_owned()));
        }
        let phones = phones_in(typed);
        let first = phones.first().copied();
        // The second number keeps what follows it: whose it is, or when to call.
        let second = first.filter(|_| phones.len() > 1).and_then(|first| text_after(typed, first));
        reader.report(messages::bad_phone(reader.place(node.span), typed, first, second));
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Phone(&self.0)
    }
}

fn digits_in(typed: &str) -> usize {
    typed.chars().filter(char::is_ascii_digit).count()
}

/// Whether only the zero in front is missing, which spreadsheets remove: `529 123456`.
fn lacks_zero(typed: &str) -> bool {
    digits_in(typed) == 9 && typed.starts_with(['1', '2', '3', '4', '5', '6', '7', '8'])
}

/// Whether a value has only characters that occur in a telephone number.
fn is_of_a_phone(typed: &str) -> bool {
    typed.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')' | '.' | '/'))
}

/// Returns the numbers that are valid by themselves: `0591-123456 / 06-12345678`, or separated by a space.
pub(crate) fn phones_in(typed: &str) -> Vec<&str> {
    let is_phone = |part: &str| is_of_a_phone(part) && usual_digits(part) == Some(digits_in(part));
    let words: Vec<&str> = parts_of(typed).map(str::trim).filter(|part| *part != typed).collect();
    let phones: Vec<&str> = words.into_iter().filter(|part| is_phone(part)).collect();
    if !phones.is_empty() {
        return phones;
    }
    let pair = typed.match_indices(' ').map(|(at, _)| (typed[..at].trim(), typed[at..].trim()));
    let pair = pair.filter(|(one, other)| is_phone(one) && is_phone(other));
    pair.take(1).flat_map(|(one, other)| [one, other]).collect()
}

/// Returns what follows a number, without the separator.
fn text_after<'t>(typed: &'t str, number: &str) -> Option<&'t str> {
    let (_, rest) = typed.split_once(number)?;
    let rest = rest.trim_start_matches([' ', ',', ';', '/', '&', '|']);
    let words = ["of ", "en ", "or ", "and "];
    Some(words.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest))
}

/// Splits a line that holds more than one thing into its parts.
fn parts_of(typed: &str) -> impl Iterator<Item = &str> {
    let words = [" of ", " en ", " or ", " and "];
    let parts =
        words.iter().find_map(|word| typed.split_once(word)).map_or([typed, ""], |(one, more)| [one, more]);
    parts.into_iter().flat_map(|part| part.split([',', ';', '/', '&', '|', '(', ')']))
}

/// Returns the first part of `0591-123456 of 06-12345678` or `jan@dorp.nl (of bel)` that is usable by itself.
fn first_of_more(typed: &str, is_usable: impl Fn(&str) -> bool) -> Option<&str> {
    parts_of(typed).map(str::trim).find(|part| *part != typed && is_usable(part))
}

/// Returns how many digits a Dutch number with this beginning has (Nummerplan telefoon- en ISDN-diensten), or
/// `None` for numbers that may have any length.
fn usual_digits(typed: &str) -> Option<usize> {
    let digits: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    if typed.contains("(0)") {
        return digits.starts_with("+31").then_some(12);
    }
    let is_free_length = ["00", "080", "090", "097"].iter().any(|start| digits.starts_with(start));
    match digits.as_bytes() {
        [b'+', b'3', b'1', ..] => Some(11),
        [b'0', ..] if !is_free_length => Some(10),
        _ => None,
    }
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(pub String);

impl FieldValue for Email {
    const SHAPE: Shape = Shape::Email;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?.trim_start_matches("mailto:");
        let is_valid = is_email(typed);
        if is_valid {
            return Some(Self(typed.to_owned()));
        }
        let first = first_of_more(typed, is_email);
        reader.report(messages::bad_email(reader.place(node.span), typed, meant_email(typed), first));
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Email(&self.0)
    }
}

/// Whether this can be an e-mail address.
pub(crate) fn is_email(typed: &str) -> bool {
    typed.split_once('@').is_some_and(|(name, host)| {
        let is_plain = |text: &str| {
            !text.is_empty() && !text.contains(['@', ' ', ',', ';', '<', '>', '"', '(', ')', '[', ']', '\\'])
        };
        let has_valid_dots =
            |text: &str| !text.starts_with('.') && !text.ends_with('.') && !text.contains("..");
        is_plain(name) && is_plain(host) && host.contains('.') && has_valid_dots(name) && has_valid_dots(host)
    })
}

/// Splits a link as it is written in a text, `[Jan](mailto:jan@dorp.nl)`, into its words and its target.
pub(crate) fn link_parts(typed: &str) -> Option<(&str, &str)> {
    let (words, target) = typed.trim().strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    let target = target.trim_start_matches("mailto:").trim_start_matches("tel:");
    Some((words.trim(), target.trim()))
}

/// Guesses the address meant by something close to one: `info @dorp.nl`, `info@dorp,nl`, `info[at]dorp.nl`,
/// or an address as mail programs copy it: `Jan de Vries <jan@dorp.nl>`.
pub(crate) fn meant_email(typed: &str) -> Option<String> {
    if let Some((_, target)) = link_parts(typed).filter(|(_, target)| is_email(target)) {
        return Some(target.to_owned());
    }
    let in_brackets =
        typed.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')).map(|(_, in_brackets)| in_brackets);
    if let Some(copied) = in_brackets.map(|address| address.trim_start_matches("mailto:"))
        && is_email(copied)
        && typed.matches('@').count() == 1
    {
        return Some(copied.to_owned());
    }
    let mut meant: String = typed.split_whitespace().collect();
    for slip in ["[at]", "(at)", "{at}", "<at>", "@@", ".@", "@."] {
        meant = meant.replace(slip, "@");
    }
    let meant = with_single_dots(&meant);
    let meant = meant.trim_matches(['.', ',', ';', '<', '>', '(', ')', '"', '\'']).replace(',', ".");
    // Several words with an address among them are more than an address.
    let words = typed.split_whitespace().count();
    (words <= 3 && meant != typed && is_email(&meant)).then_some(meant)
}

/// An address on the web, with `https://` in front even if that was left out, and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Web(pub String, pub Span);

impl FieldValue for Web {
    const SHAPE: Shape = Shape::Web;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        if let Some(address) = web_address(typed) {
            return Some(Self(address, node.span));
        }
        reader.report(messages::bad_web(reader.place(node.span), typed, meant_web(typed)));
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Web(&self.0)
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.web(self);
    }
}

/// Returns an address with `https://` in front, or `None` if it is not an address.
fn web_address(typed: &str) -> Option<String> {
    let address = match typed.split_once("://") {
        Some(("http" | "https", _)) => typed.to_owned(),
        Some(_) => return None,
        None => format!("https://{typed}"),
    };
    let host = address.split("://").nth(1)?.split(['/', '?', '#']).next().unwrap_or("");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_label = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_valid = (name.contains('.') || name == "localhost") && name.split('.').all(is_label);
    let is_plain = !address.contains(char::is_whitespace) && !address.contains(['"', '<', '>']);
    (is_valid && is_plain).then_some(address)
}

/// Guesses the address meant by `htps://dorp.nl`, `http:/dorp.nl`, `https:// dorp.nl` or `www,dorp.nl`.
pub(crate) fn meant_web(typed: &str) -> Option<String> {
    if let Some((_, target)) = link_parts(typed) {
        return web_address(target).map(|_| target.to_owned());
    }
    let is_dotted = |piece: &&str| piece.trim_matches('.').contains('.');
    if typed.split([' ', ',', ';']).filter(is_dotted).count() > 1 {
        return None;
    }
    let words: Vec<&str> = typed.split_whitespace().collect();
    let plain = match words.as_slice() {
        // A space where a dot belongs: `www dorp.nl`, `www.dorp nl`.
        ["www" | "WWW", rest] => format!("www.{rest}"),
        [stem, last] if ENDINGS.contains(&last.trim_matches('.')) => format!("{stem}.{last}"),
        _ => words.concat(),
    };
    let plain = plain.trim_matches(['<', '>', '"', '\'', '.', ',', ';', '“', '”']);
    // A comma may occur after the first slash, but never before it.
    let host = plain.split_once("://").map_or(plain, |(_, rest)| rest);
    let host = host.split('/').next().unwrap_or(host);
    let plain = plain.replacen(host, &with_single_dots(&host.replace(',', ".")), 1);
    let scheme = plain.find([':', ';', '/']).map(|at| plain.split_at(at));
    let corrected = scheme.and_then(|(scheme, rest)| {
        let meant = closest(scheme, ["https", "http"])?;
        let rest = rest.trim_start_matches([':', ';', '/', '\\']);
        let rest = ["https://", "http://"].iter().find_map(|again| rest.strip_prefix(again)).unwrap_or(rest);
        Some(format!("{meant}://{rest}"))
    });
    let meant = corrected.unwrap_or(plain);
    (words.len() <= 2 && meant != typed && web_address(&meant).is_some()).then_some(meant)
}

/// The most common endings of addresses.
const ENDINGS: [&str; 8] = ["nl", "com", "org", "net", "eu", "frl", "info", "be"];

/// Replaces a run of dots with one dot.
fn with_single_dots(text: &str) -> String {
    let parts: Vec<&str> = text.split('.').collect();
    let last = parts.len().saturating_sub(1);
    let kept =
        parts.iter().enumerate().filter(|(index, part)| !part.is_empty() || *index == 0 || *index == last);
    kept.map(|(_, part)| *part).collect::<Vec<_>>().join(".")
}

/// A number of exactly `LENGTH` digits, kept with its leading zeros: KvK has 8, RSIN 9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits<const LENGTH: usize>(pub String);

impl<const LENGTH: usize> FieldValue for Digits<LENGTH> {
    const SHAPE: Shape = Shape::Digits(LENGTH);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let plain: String = typed.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
        if plain.len() == LENGTH && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self(plain));
        }
        reader.report(messages::bad_digits(reader.place(node.span), typed, LENGTH));
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_on_one_line_are_split() {
        for typed in [
            "0591-123456 / 06-12345678",
            "0591-123456/06-12345678",
            "0591-123456 of 06-12345678 (na zes uur)",
            "0591-123456 06-12345678",
            "0591-123456, 06-12345678",
        ] {
            assert_eq!(phones_in(typed), ["0591-123456", "06-12345678"], "{typed}");
        }
        assert_eq!(phones_in("0591 12 34 56 06 12 34 56 78"), ["0591 12 34 56", "06 12 34 56 78"]);
        assert!(phones_in("0591-123456").is_empty() && phones_in("12 34").is_empty());
    }

    #[test]
    fn mistyped_addresses_are_understood() {
        for typed in [
            "info@dorp,nl",
            "info @dorp.nl",
            "info@@dorp.nl",
            "info[at]dorp.nl",
            "info (at) dorp.nl",
            "info@dorp.nl.",
            "info@dorp..nl",
            "info.@dorp.nl",
            "Bestuur van het dorpshuis <info@dorp.nl>",
            "<mailto:info@dorp.nl>",
        ] {
            assert_eq!(meant_email(typed).as_deref(), Some("info@dorp.nl"), "{typed}");
        }
        for typed in ["jan", "Jan de Vries, jan@dorp.nl", "jan@dorp", "Jan <jan@dorp.nl>; An <an@dorp.nl>"] {
            assert_eq!(meant_email(typed), None, "{typed}");
        }
        for typed in
            ["htps://dorp.nl", "https:/dorp.nl", "https:// dorp.nl", "https//dorp.nl", "https;//dorp.nl"]
        {
            assert_eq!(meant_web(typed).as_deref(), Some("https://dorp.nl"), "{typed}");
        }
        for typed in
            ["www,dorp.nl", "www dorp.nl", "www.dorp nl", "www.dorp,nl", "www.dorp.nl.", "www.dorp..nl"]
        {
            assert_eq!(meant_web(typed).as_deref(), Some("www.dorp.nl"), "{typed}");
        }
        assert_eq!(meant_web("http://https://dorp.nl").as_deref(), Some("http://dorp.nl"));
        for typed in ["kijk op de site", "ftp://dorp.nl", "geen", "a.nl, b.nl", "http://a.nl,http://b.nl"] {
            assert_eq!(meant_web(typed), None, "{typed}");
        }
    }
}
