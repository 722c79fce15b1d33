//! Messages about contact details, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both, fold};

/// Whether a value says that there is nothing to give: `website: geen`.
pub(crate) fn is_nothing(typed: &str) -> bool {
    matches!(
        fold(typed).as_str(),
        "geen" | "nee" | "niet" | "nvt" | "n v t" | "onbekend" | "none" | "no" | "n a" | "unknown"
    )
}

/// Suggests an empty line for `website: geen`: what does not exist need not be mentioned.
pub(crate) fn with_nothing_there(remark: Diagnostic) -> Diagnostic {
    let line = remark.place.with("").trim_end().to_owned();
    // Of an item in a list, only the dash would be left.
    if line.trim() == "-" {
        return remark.hint(both("haal deze regel weg", "remove this line"));
    }
    remark
        .hint(both(
            "is er niets te vertellen? Laat het dan leeg",
            "is there nothing to fill in? Then leave it empty",
        ))
        .correction(line)
}

/// Suggests the one value that fits, out of more than fits here.
fn with_one_that_fits(remark: Diagnostic, fitting: &str, (nl, en): (&str, &str)) -> Diagnostic {
    remark
        .hint(both(
            format!("hier past één {nl}; zet wat er nog bij hoort in de tekst eronder"),
            format!("only one {en} fits here; put the rest in the text below"),
        ))
        .correction_with(Some(fitting))
}

/// `first` is a number in the value that is valid by itself, and `second` what follows it.
pub(super) fn bad_phone(place: Place, typed: &str, first: Option<&str>, second: Option<&str>) -> Diagnostic {
    if let (Some(first), Some(second)) = (first, second) {
        return two_phones(place, typed, first, second);
    }
    let remark = Diagnostic::new(
        Code::BadPhone,
        place,
        both(format!("'{typed}' is geen telefoonnummer"), format!("'{typed}' is not a telephone number")),
    );
    if is_nothing(typed) {
        return with_nothing_there(remark);
    }
    if let Some(first) = first {
        return with_one_that_fits(remark, first, ("nummer", "number"));
    }
    remark.hint(both("schrijf bijvoorbeeld: 0521 12 34 56", "write, for example: 0521 12 34 56"))
}

/// Reports two numbers where only one fits.
fn two_phones(place: Place, typed: &str, first: &str, second: &str) -> Diagnostic {
    let (nl, en) = another_number(&place, second);
    Diagnostic::new(
        Code::BadPhone,
        place,
        both(
            format!("'{typed}' is meer dan één telefoonnummer, en hier past er één"),
            format!("'{typed}' is more than one telephone number, and only one fits here"),
        ),
    )
    .hint(both(nl, en))
    .correction_with(Some(first))
}

/// Says where another number can go: `site.yaml` holds settings, and has no text.
pub(crate) fn another_number(place: &Place, other: &str) -> (String, String) {
    if &*place.file == "site.yaml" {
        return (format!("zet '{other}' op een pagina"), format!("put '{other}' on a page"));
    }
    (format!("zet '{other}' in de tekst"), format!("put '{other}' in the text"))
}

/// Warns about a number of a length that no Dutch number has. It may be a foreign one, so it stays.
pub(super) fn odd_phone(place: Place, typed: &str, digits: usize, usual: usize) -> Diagnostic {
    let (nl, en) = if digits < usual { ("te weinig", "too few") } else { ("te veel", "too many") };
    let difference = digits.abs_diff(usual);
    let (nl_unit, en_unit) = if difference == 1 { ("cijfer", "digit") } else { ("cijfers", "digits") };
    Diagnostic::new(
        Code::OddPhone,
        place,
        both(
            format!("'{typed}' heeft {difference} {nl_unit} {nl} voor een Nederlands nummer"),
            format!("'{typed}' has {difference} {en_unit} {en} for a Dutch number"),
        ),
    )
    .hint(both(
        "tel de cijfers na; schrijf een buitenlands nummer met + en het landnummer ervoor",
        "count the digits; write a foreign number with + and its country code in front",
    ))
}

/// Warns about a number without its zero: nobody can dial it.
pub(super) fn phone_without_zero(place: Place, typed: &str) -> Diagnostic {
    let message = both(
        format!("bij '{typed}' ontbreekt de nul vooraan"),
        format!("the zero in front of '{typed}' is missing"),
    );
    Diagnostic::new(Code::OddPhone, place, message).suggest(Some(&format!("0{typed}")))
}

/// `meant` is the whole value as it was meant, and `address` an address in it that is valid by itself.
pub(super) fn bad_email(
    place: Place,
    typed: &str,
    meant: Option<String>,
    address: Option<&str>,
) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadEmail,
        place,
        both(format!("'{typed}' is geen e-mailadres"), format!("'{typed}' is not an e-mail address")),
    );
    if meant.is_some() {
        return remark.suggest(meant.as_deref());
    }
    if is_nothing(typed) {
        return with_nothing_there(remark);
    }
    if let Some(address) = address {
        return with_one_that_fits(remark, address, ("adres", "address"));
    }
    remark.hint(both("schrijf bijvoorbeeld: info@dorpshuis.nl", "write, for example: info@dorpshuis.nl"))
}

pub(super) fn bad_web(place: Place, typed: &str, meant: Option<String>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadWeb,
        place,
        both(format!("'{typed}' is geen webadres"), format!("'{typed}' is not a web address")),
    );
    if meant.is_some() {
        return remark.suggest(meant.as_deref());
    }
    if is_nothing(typed) {
        return with_nothing_there(remark);
    }
    let addresses = typed.split([' ', ',', ';']).filter(|word| word.contains('.'));
    if addresses.count() > 1 {
        return remark.hint(both(
            "hier past één adres; zet het andere in de tekst",
            "only one address fits here; put the other in the text",
        ));
    }
    remark.hint(both(
        "schrijf bijvoorbeeld: https://www.dorpshuis.nl",
        "write, for example: https://www.dorpshuis.nl",
    ))
}

pub(super) fn bad_postcode(place: Place, typed: &str, meant: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadPostcode,
        place,
        both(format!("'{typed}' is geen postcode"), format!("'{typed}' is not a postcode")),
    );
    let hint =
        both("schrijf vier cijfers en twee letters: 7948 AB", "write four digits and two letters: 7948 AB");
    if meant.is_some() { remark.suggest(meant) } else { remark.hint(hint) }
}

pub(super) fn bad_digits(place: Place, typed: &str, length: usize) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadDigits,
        place,
        both(
            format!("'{typed}' moet uit precies {length} cijfers bestaan"),
            format!("'{typed}' must have exactly {length} digits"),
        ),
    );
    if is_nothing(typed) {
        return with_nothing_there(remark);
    }
    remark.hint(both("nullen vooraan horen erbij", "leading zeros are part of it"))
}
