//! What is said about how to reach somebody, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both, fold};

/// Whether it is said that there is nothing to tell: `website: geen`.
pub(super) fn is_nothing(typed: &str) -> bool {
    matches!(
        fold(typed).as_str(),
        "geen" | "nee" | "niet" | "nvt" | "n v t" | "onbekend" | "none" | "no" | "n a" | "unknown"
    )
}

/// `website: geen`: what is not there need not be said.
pub(super) fn nothing_there(said: Diagnostic) -> Diagnostic {
    let line = said.place.with("").trim_end().to_owned();
    said.hint(both(
        "is er niets te vertellen? Laat het dan leeg",
        "is there nothing to tell? Then leave it empty",
    ))
    .correction(line)
}

/// Of more than fits here, one that would do.
fn one_fits(said: Diagnostic, one: &str, (nl, en): (&str, &str)) -> Diagnostic {
    said.hint(both(
        format!("hier past één {nl}; zet wat er nog bij hoort in de tekst eronder"),
        format!("one {en} fits here; put what else belongs to it in the text below"),
    ))
    .correction_with(Some(one))
}

/// `one` is a number in it that would do by itself, and `other` the next of those.
pub(super) fn bad_phone(place: Place, typed: &str, one: Option<&str>, other: Option<&str>) -> Diagnostic {
    if let (Some(one), Some(other)) = (one, other) {
        return two_phones(place, typed, one, other);
    }
    let said = Diagnostic::new(
        Code::BadPhone,
        place,
        both(format!("'{typed}' is geen telefoonnummer"), format!("'{typed}' is not a telephone number")),
    );
    if is_nothing(typed) {
        return nothing_there(said);
    }
    if let Some(one) = one {
        return one_fits(said, one, ("nummer", "number"));
    }
    said.hint(both("schrijf bijvoorbeeld: 0521 12 34 56", "write for example: 0521 12 34 56"))
}

/// Two numbers where there is room for one.
fn two_phones(place: Place, typed: &str, one: &str, other: &str) -> Diagnostic {
    let (nl, en) = another_number(&place, other);
    Diagnostic::new(
        Code::BadPhone,
        place,
        both(
            format!("'{typed}' is meer dan één telefoonnummer, en hier past er één"),
            format!("'{typed}' is more than one telephone number, and one fits here"),
        ),
    )
    .hint(both(nl, en))
    .correction_with(Some(one))
}

/// Where another number can be told: a list of settings has no text.
pub(crate) fn another_number(place: &Place, other: &str) -> (String, String) {
    if &*place.file == "site.yaml" {
        return (format!("zet '{other}' op een pagina"), format!("put '{other}' on a page"));
    }
    (format!("zet '{other}' in de tekst"), format!("put '{other}' in the text"))
}

/// A number that is as long as no Dutch one; it may be one from across the border, so it stays.
pub(super) fn odd_phone(place: Place, typed: &str, digits: usize, usual: usize) -> Diagnostic {
    let (nl, en) = if digits < usual { ("te weinig", "too few") } else { ("te veel", "too many") };
    let wrong = digits.abs_diff(usual);
    let (nl_unit, en_unit) = if wrong == 1 { ("cijfer", "digit") } else { ("cijfers", "digits") };
    Diagnostic::new(
        Code::OddPhone,
        place,
        both(
            format!("'{typed}' heeft {wrong} {nl_unit} {nl} voor een Nederlands nummer"),
            format!("'{typed}' has {wrong} {en_unit} {en} for a Dutch number"),
        ),
    )
    .hint(both(
        "tel de cijfers na; schrijf een buitenlands nummer met + en het landnummer ervoor",
        "count the digits; write a foreign number with + and the number of its country in front",
    ))
}

pub(super) fn bad_email(place: Place, typed: &str, meant: Option<String>, one: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(
        Code::BadEmail,
        place,
        both(format!("'{typed}' is geen e-mailadres"), format!("'{typed}' is not an e-mail address")),
    );
    if meant.is_some() {
        return said.suggest(meant.as_deref());
    }
    if is_nothing(typed) {
        return nothing_there(said);
    }
    if let Some(one) = one {
        return one_fits(said, one, ("adres", "address"));
    }
    said.hint(both("schrijf bijvoorbeeld: info@dorpshuis.nl", "write for example: info@dorpshuis.nl"))
}

pub(super) fn bad_web(place: Place, typed: &str, meant: Option<String>) -> Diagnostic {
    let said = Diagnostic::new(
        Code::BadWeb,
        place,
        both(format!("'{typed}' is geen webadres"), format!("'{typed}' is not a web address")),
    );
    if meant.is_some() {
        return said.suggest(meant.as_deref());
    }
    if is_nothing(typed) {
        return nothing_there(said);
    }
    let addresses = typed.split([' ', ',', ';']).filter(|word| word.contains('.'));
    if addresses.count() > 1 {
        return said.hint(both(
            "hier past één adres; zet het andere in de tekst",
            "one address fits here; put the other in the text",
        ));
    }
    said.hint(both(
        "schrijf bijvoorbeeld: https://www.dorpshuis.nl",
        "write for example: https://www.dorpshuis.nl",
    ))
}

pub(super) fn bad_postcode(place: Place, typed: &str, meant: Option<&str>) -> Diagnostic {
    let said = Diagnostic::new(
        Code::BadPostcode,
        place,
        both(format!("'{typed}' is geen postcode"), format!("'{typed}' is not a postcode")),
    );
    let hint =
        both("schrijf vier cijfers en twee letters: 7948 AB", "write four digits and two letters: 7948 AB");
    if meant.is_some() { said.suggest(meant) } else { said.hint(hint) }
}

pub(super) fn bad_digits(place: Place, typed: &str, length: usize) -> Diagnostic {
    Diagnostic::new(
        Code::BadDigits,
        place,
        both(
            format!("'{typed}' moet uit precies {length} cijfers bestaan"),
            format!("'{typed}' must have exactly {length} digits"),
        ),
    )
    .hint(both("nullen vooraan horen erbij", "leading zeros count"))
}
